"""What the lines above a table say about its cells: the unit, the year, the school year."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from college_desk.files.sheets.book import Sheet, cell_text

_UNIT = re.compile(r"(?:金额)?单位[:：]?\s*(?:人民币)?(万元|千元|元|课时|学时|节)")
_UNIT_IN_BRACKETS = re.compile(r"[(（](万元|千元)[)）]")
_SCHOOL_YEAR = re.compile(r"(20\d\d)\s*[-—–~至/]\s*(20\d\d|\d\d)\s*学?年?")
_YEAR = re.compile(r"(20\d\d)\s*(?:年|学年|级|\.\d)")
_FILLED_ON = re.compile(r"(?:填报|填表|制表|报送)(?:日期|时间)[:]?\s*(?:(20\d\d)\s*[年.\-/]\s*(\d{1,2}))?")
_NEW_YEAR_MONTHS = range(1, 9)


@dataclass(frozen=True)
class Notes:
    """What stands above the table (表头说明).

    lines: its texts, top to bottom; unit: 万元, 元, 节 …; year: the year that a title names; school_year: its
    first calendar year where a title names a school year instead (2026-2027学年 → 2026); filled_in: year
    and month of filling in.
    """

    lines: tuple[str, ...] = ()
    unit: str | None = None
    year: int | None = None
    school_year: int | None = None
    filled_in: tuple[int, int] | None = None

    def year_of(self, month: int) -> int | None:
        """The year of a day written without one; None where nothing says it.

        In a school year January to August are of the second; a sheet speaks of days before it was filled in.
        """
        if self.school_year is not None:
            return self.school_year + (1 if month in _NEW_YEAR_MONTHS else 0)
        if self.year is None and self.filled_in is not None:
            year, filled_in = self.filled_in
            return year if month <= filled_in else year - 1
        return self.year


def notes_above(sheet: Sheet, top: int) -> Notes:
    """The notes in the rows above the 0-based row `top`, and in the sheet's name."""
    lines = [cell_text(cell).strip() for row in sheet.rows[:top] for cell in row if cell is not None]
    return notes_of([line for line in lines if line], sheet.name)


def notes_of(lines: Iterable[str], sheet_name: str = "") -> Notes:
    """What these lines say."""
    kept = tuple(lines)
    plain = [unicodedata.normalize("NFKC", line) for line in kept]
    unit = None
    for line in plain:
        met = _UNIT.search(line) or _UNIT_IN_BRACKETS.search(line)
        if met and unit is None:
            unit = met.group(1)
    titles = [line for line in plain if not _FILLED_ON.search(line)]
    named = unicodedata.normalize("NFKC", sheet_name)
    school_year = _school_year([*titles, named])
    year = None
    if school_year is None:
        year = _year(titles) or _year([named])
    return Notes(kept, unit, year, school_year, _filled_in(plain))


def _filled_in(lines: Iterable[str]) -> tuple[int, int] | None:
    for line in lines:
        met = _FILLED_ON.search(line)
        if met and met.group(1) and 1 <= int(met.group(2)) <= 12:
            return int(met.group(1)), int(met.group(2))
    return None


def _school_year(lines: Iterable[str]) -> int | None:
    for line in lines:
        met = _SCHOOL_YEAR.search(line)
        if met and int(met.group(2)[-2:]) == (int(met.group(1)) + 1) % 100:
            return int(met.group(1))
    return None


def _year(lines: Iterable[str]) -> int | None:
    for line in lines:
        met = _YEAR.search(line)
        if met:
            return int(met.group(1))
    return None
