"""How well a sheet fits a register, told by its columns without sorting its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from college_desk.files.mapping import header_row
from college_desk.files.mapping.columns import Column, columns
from college_desk.files.mapping.title import title
from college_desk.files.mapping.vocabulary import Vocabulary
from college_desk.files.sheets.book import Sheet, cell_text
from college_desk.records.register import REGISTERS
from college_desk.records.values.value_type import Cell

NAMED_BY_TITLE = 12.0
"""A title above the table that names a register weighs as much as so many of its own columns."""

_CARRIED, _UNKNOWN, _WITHOUT_KEY = 0.6, 0.5, 3.0
_STANDS_ALONE = 0.4
"""Settles a near tie: a sheet of teachers and appointments is rather the teachers', whose key names nobody else."""

_TITLE_ROWS, _SAMPLED_ROWS, _SAMPLE = 6, 120, 30


@dataclass(frozen=True)
class Fit:
    """What speaks for a register: its columns, and the titles that name it."""

    by_columns: float
    by_titles: float

    @property
    def score(self) -> float:
        """Both together."""
        return self.by_columns + self.by_titles


def fit(sheet: Sheet, words: Vocabulary, file_name: str = "") -> Fit | None:
    """How well a sheet fits a register; None where it has no header of it."""
    header = header_row.find(sheet, words)
    if header is None:
        return None
    below = sheet.rows[header.row + 1 : header.row + 1 + _SAMPLED_ROWS]

    def values(index: int) -> Sequence[Cell]:
        return [row[index] for row in below if index < len(row) and row[index] is not None][:_SAMPLE]

    made = columns(header, words, values, guessing_the_rest=False)
    by_titles = max(_weight(text, words) for text in _titles(sheet, header.top, file_name))
    return Fit(_by_columns(made, words), by_titles)


def _by_columns(made: Sequence[Column], words: Vocabulary) -> float:
    """Own columns count whole, carried ones more than half, unknown ones against it."""
    score = 0.0 if _holds_key(made, words) else -_WITHOUT_KEY
    score += _STANDS_ALONE if _stands_alone(words) else 0.0
    for column in made:
        if column.target is not None:
            score += column.confidence if column.target.own else column.confidence * _CARRIED
        elif column.source:
            score -= _UNKNOWN
    return score


def _holds_key(made: Sequence[Column], words: Vocabulary) -> bool:
    register = words.register
    firsts = {register.by_name[names[0]].name for names in (register.key, register.else_key) if names}
    return any(target.own and target.field.name in firsts for column in made for target in column.targets)


def _stands_alone(words: Vocabulary) -> bool:
    """Whether neither key of the register names a record of another register."""
    register = words.register
    firsts = (names[0] for names in (register.key, register.else_key) if names)
    return all(register.by_name[name].refers_to is None for name in firsts)


def _titles(sheet: Sheet, top: int, file_name: str) -> Iterator[str]:
    """What may name the register: the file, the sheet, the lines above the header."""
    yield file_name
    yield sheet.name
    for row in sheet.rows[: min(top, _TITLE_ROWS)]:
        yield from (cell_text(cell) for cell in row if cell is not None)


def _weight(text: str, words: Vocabulary) -> float:
    """The weight of a text that names the register; a longer name that fits weighs more."""
    told = title(text).whole
    register = REGISTERS[words.register.code]
    names = (title(each).whole for each in (register.title, *register.sheet_titles))
    longest = max((len(each) for each in names if each and each in told), default=0)
    return NAMED_BY_TITLE * min(longest, 8) / 6
