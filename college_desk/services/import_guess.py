"""Which register a spreadsheet holds: told by what stands above its header and by its columns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from college_desk.base.errors import UnusableInput
from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.files.mapping.layout import Choices, Layout, layout
from college_desk.files.mapping.title import title
from college_desk.files.mapping.vocabulary import vocabulary
from college_desk.files.sheets import reading
from college_desk.files.sheets.book import Sheet, cell_text
from college_desk.records.register import REGISTERS, Register

_TITLE_ROWS = 6
_NAMED_BY_TITLE = 12.0
"""A title above the table that names a register weighs as much as so many of its own columns."""

_CARRIED, _UNKNOWN, _WITHOUT_KEY = 0.25, 0.5, 3.0


class Guess(NamedTuple):
    """A register that a file may hold, and how much speaks for it."""

    register: Register
    score: float


def guesses(file: Path, *, progress: Progress = SILENT) -> list[Guess]:
    """The registers that a file may hold, the likeliest first.

    Raises UnusableInput for a file that cannot be read, or in which no register's header is found.
    """
    book = reading.read(file, progress=progress)
    sheets = [sheet for sheet in book.sheets if sheet.visible and sheet.rows]
    registers = [each for each in REGISTERS if not each.made_by_program]
    found: list[Guess] = []
    for done, register in enumerate(registers):
        progress.step(_("辨认台账"), done, len(registers))
        scores = [_score(sheet, register, file.stem) for sheet in sheets]
        best = max((each for each in scores if each is not None), default=None)
        if best is not None:
            found.append(Guess(register, best))
    if not found:
        raise UnusableInput(
            _("“{file}”里没有找到哪份台账的表头，请先选定台账，或检查表头是否在前15行内。").format(
                file=file.name
            )
        )
    return sorted(found, key=lambda each: -each.score)


def _score(sheet: Sheet, register: Register, name: str) -> float | None:
    """How well a sheet fits a register; None where it has no header of it."""
    found = layout(sheet, vocabulary(register.code), Choices())
    if found is None:
        return None
    score = 0.0 if found.holds_key else -_WITHOUT_KEY
    for column in found.columns:
        if column.target is not None:
            score += column.confidence if column.target.own else column.confidence * _CARRIED
        elif column.source:
            score -= _UNKNOWN
    return score + max((_named(text, register) for text in _texts(sheet, found, name)), default=0.0)


def _texts(sheet: Sheet, found: Layout, name: str) -> Iterator[str]:
    """What may name the register: the file, the sheet, the lines above the header."""
    yield name
    yield sheet.name
    for row in sheet.rows[: min(found.header_row - 1, _TITLE_ROWS)]:
        yield from (cell_text(cell) for cell in row if cell is not None)


def _named(text: str, register: Register) -> float:
    """The weight of a text that names the register; a longer name that fits weighs more."""
    words = title(text).whole
    names = (title(each).whole for each in (register.title, *register.sheet_titles))
    longest = max((len(each) for each in names if each and each in words), default=0)
    return _NAMED_BY_TITLE * min(longest, 8) / 6
