"""The only code that knows where resource files lie: a checkout, a wheel, a frozen build."""

from __future__ import annotations

import functools
import sys
from pathlib import Path

from college_desk.base.errors import DeskError


@functools.cache
def root() -> Path:
    """The folder that holds `codes/`, `policy/`, `fonts/` and the rest."""
    package = Path(__file__).resolve().parents[1]
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen) / "resources"] if frozen else []
    places += [package / "_resources", package.parent / "resources"]
    for place in places:
        if (place / "codes").is_dir():
            return place
    raise DeskError("程序的资源文件不见了，请重新安装。")


def path(*parts: str) -> Path:
    """The path of a resource, below `root()`; it need not exist."""
    return root().joinpath(*parts)


def text(*parts: str) -> str:
    """The text (UTF-8) of a resource file."""
    return path(*parts).read_text(encoding="utf-8")
