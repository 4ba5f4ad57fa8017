"""The search for what the parser leaves out of a workbook, beside the parser and in a thread of its own."""

from __future__ import annotations

import threading
from pathlib import Path

from college_desk.base.errors import UnusableInput
from college_desk.files.sheets import refusals
from college_desk.files.sheets.marks import Marks


class MarkSearch(threading.Thread):
    """The search for marks, beside the parser: it runs without the interpreter's lock, this mostly with it."""

    def __init__(self, path: Path, kind: str) -> None:
        super().__init__(daemon=True)
        self._path, self._kind = path, kind
        self._found: Marks | None = None
        self._refused: UnusableInput | MemoryError | None = None

    def run(self) -> None:
        """Look for the marks and keep what came of it."""
        try:
            self._found = _marks(self._path, self._kind)
        except (UnusableInput, MemoryError) as refused:
            self._refused = refused

    def found(self) -> Marks:
        """The marks, once they are found. Raises what the search raised; a damaged file where it failed."""
        self.join()
        if self._refused is not None:
            raise self._refused
        if self._found is None:
            raise refusals.damaged(self._path)
        return self._found


def _marks(path: Path, kind: str) -> Marks:
    """The marks of a workbook. Raises UnusableInput for one that is unsafe; a damaged one may raise anything."""
    if kind in ("xlsx", "xlsm"):
        from college_desk.files.sheets import xlsx_marks

        return xlsx_marks.of(path)
    if kind == "xls":
        from college_desk.files.sheets import xls_marks

        return xls_marks.of(path)
    if kind == "xlsb":
        from college_desk.files.sheets import xlsb_marks

        return xlsb_marks.of(path)
    if kind == "ods":
        from college_desk.files.sheets import ods_marks

        return ods_marks.of(path)
    return Marks()
