"""The package (材料包): where it lies, what is in it, and whether it is whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QSizePolicy, QStackedWidget

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import plain
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.labels import card, column, label, row, set_property
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.services.filing import Package
from college_desk.services.verifying import Verification


class PackageCard(QFrame):
    """folder_wanted: the folder is to be opened; verify_wanted: the package is to be verified again;
    picked(path): another of several packages, one an enterprise, is to be looked at.
    """

    folder_wanted = Signal()
    verify_wanted = Signal()
    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.path: Path | None = None
        self._packages: tuple[Package, ...] = ()
        inside = column(self)
        self._stack = QStackedWidget()
        self._none = EmptyState(
            "package",
            _("还没有材料包"),
            _("校验通过、写好说明后点“定稿锁定”，表格、报送文和打印版会一起放进材料包。"),
        )
        self._stack.addWidget(self._none)
        whole = QFrame()
        lines = column(whole, gap=8)
        self.several = QComboBox()
        self.several.setAccessibleName(_("材料包"))
        self.several.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.several.activated.connect(lambda place: self.picked.emit(self.several.itemData(place)))
        self.several.hide()
        self._name = label("", "heading", wrap=True)
        self._place = label("", "quiet", wrap=True)
        self._verdict_card = card("right")
        self.verdict = label("", "right", wrap=True)
        column(self._verdict_card, 10).addWidget(self.verdict)
        self._model = ListModel[tuple[str, str]](
            [
                ListColumn(_("文件"), lambda each: each[0], tone=lambda each: "error" if each[1] else ""),
                ListColumn(_("问题"), lambda each: each[1], 150, tone=lambda _each: "error"),
            ],
            parent=self,
        )
        self.table: ListTable[tuple[str, str]] = ListTable(self._model, _("材料包里的文件"))
        buttons = row(gap=8)
        folder, verify = plain(_("打开所在文件夹"), "folder-open"), plain(_("再核验一次"))
        folder.clicked.connect(self.folder_wanted)
        verify.clicked.connect(self.verify_wanted)
        buttons.addWidget(folder)
        buttons.addWidget(verify)
        buttons.addStretch(1)
        for each in (self.several, self._name, self._place, self._verdict_card):
            lines.addWidget(each)
        lines.addWidget(self.table, 1)
        lines.addLayout(buttons)
        self._stack.addWidget(whole)
        inside.addWidget(self._stack)
        self._whole = whole

    def clear(self) -> None:
        """Show that there is no package yet."""
        self.path = None
        self._offer(())
        self._stack.setCurrentWidget(self._none)

    def show_packages(self, packages: Sequence[Package]) -> None:
        """Show what was made, one package for each enterprise where it goes out in their names."""
        self._offer(packages)
        self.show_package(packages[0].path)

    def show_package(self, path: Path) -> None:
        """Show a package, and the forms in it where it was made just now; it is not verified yet."""
        self.path = path
        place = self.several.findData(path)
        if place < 0:
            self._offer(())
        else:
            self.several.setCurrentIndex(place)
        self._name.setText(path.name)
        self._place.setText(_("在文件夹：{folder}").format(folder=path.parent))
        files = next((each.forms for each in self._packages if each.path == path), ())
        self._model.show_rows([(each, "") for each in files])
        self._verdict("info", _("正在核验…"))
        self._stack.setCurrentWidget(self._whole)

    def show_verification(self, path: Path, result: Verification) -> None:
        """Show what verifying found: whole, or what is wrong by file."""
        if self.path != path:
            self.show_package(path)
        if result.ok:
            self._verdict("right", _("材料完整，表内数字与数据一致（{n}个文件）").format(n=result.files))
        else:
            self._verdict("error", _("核验没有通过，有{n}处问题").format(n=len(result.problems)))
            self._model.show_rows([(each.file, each.problem) for each in result.problems])
        self.table.setColumnHidden(1, result.ok)

    def show_trouble(self, path: Path, sentence: str) -> None:
        """Say why a file could not be verified at all."""
        self.show_package(path)
        self._verdict("error", sentence)

    def _offer(self, packages: Sequence[Package]) -> None:
        self._packages = tuple(packages)
        self.several.clear()
        for number, each in enumerate(packages, start=1):
            words = _("第{n}份，共{total}份：{name}")
            name = each.for_whom or each.path.name
            self.several.addItem(words.format(n=number, total=len(packages), name=name), each.path)
        self.several.setVisible(len(packages) > 1)

    def _verdict(self, tone: str, words: str) -> None:
        set_property(self._verdict_card, "panel", tone)
        set_property(self.verdict, "role", tone if tone != "info" else "quiet")
        self.verdict.setText(words)
