"""Which register a spreadsheet holds: told by what stands above its header and by its columns."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import NamedTuple

from college_desk.base.errors import UnusableInput
from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.files.mapping.fitting import fit
from college_desk.files.mapping.vocabulary import vocabulary
from college_desk.files.sheets import reading
from college_desk.files.sheets.book import Sheet
from college_desk.records.register import REGISTERS, Register

_LOOKED_AT = 500
"""So many rows of a sheet tell its register: its header stands among the first, and its values repeat."""


class Guess(NamedTuple):
    """A register that a file may hold, and how much speaks for it."""

    register: Register
    score: float


def guesses(file: Path, *, progress: Progress = SILENT) -> list[Guess]:
    """The registers that a file may hold, the likeliest first.

    Raises UnusableInput for a file that cannot be read, or in which no register's header is found.
    """
    book = reading.read(file, progress=progress)
    sheets = [_first_rows(sheet) for sheet in book.sheets if sheet.visible and sheet.rows]
    registers = [each for each in REGISTERS if not each.made_by_program]
    found: list[Guess] = []
    for done, register in enumerate(registers):
        progress.step(_("辨认台账"), done, len(registers))
        fits = (fit(sheet, vocabulary(register.code), file.stem) for sheet in sheets)
        best = max((each.score for each in fits if each is not None), default=None)
        if best is not None:
            found.append(Guess(register, best))
    if not found:
        raise UnusableInput(
            _("“{file}”里没有找到哪份台账的表头，请先选定台账，或检查表头是否在前30行内。").format(
                file=file.name
            )
        )
    return sorted(found, key=lambda each: -each.score)


def _first_rows(sheet: Sheet) -> Sheet:
    """The sheet as far as it is looked at."""
    if len(sheet.rows) <= _LOOKED_AT:
        return sheet
    merges = tuple(each for each in sheet.merges if each.bottom < _LOOKED_AT)
    return dataclasses.replace(sheet, rows=sheet.rows[:_LOOKED_AT], merges=merges)
