"""Folders for packages: the one chosen last is offered first, and shown when the work is done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from college_desk.base.translation import _
from college_desk.gui.memory import Memory


def ask_folder(parent: QWidget, title: str, memory: Memory) -> Path | None:
    """A folder to write into, None when the clerk changed her mind."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(last_folder(memory)))
    if not chosen:
        return None
    memory.put("package_folder", chosen)
    return Path(chosen)


def ask_package(parent: QWidget, memory: Memory) -> Path | None:
    """A package to look at, None when the clerk changed her mind."""
    chosen, _kind = QFileDialog.getOpenFileName(
        parent, _("选择报送材料包"), str(last_folder(memory)), _("材料包 (*.zip)")
    )
    return Path(chosen) if chosen else None


def last_folder(memory: Memory) -> Path:
    """The folder used last, the user's documents where it is gone."""
    kept = str(memory.get("package_folder", ""))
    if kept and Path(kept).is_dir():
        return Path(kept)
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()


def show_folder(folder: Path) -> None:
    """Open a folder in the system's file window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
