"""Academic years (学年) and terms (学期): 2026-2027, 2026-2027-1."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from college_desk.base.translation import _
from college_desk.records.values.cell_text import plain_text
from college_desk.records.values.cell_type import TextType, unreadable
from college_desk.records.values.value_type import Cell, Reading

_YEARS = r"((?:20|19)?\d{2})(?:年)?[-—–~/至到]+((?:20|19)?\d{2})(?:年)?(?:学年度?)?"
_PAIR = re.compile(_YEARS + r"(.*)", re.ASCII)
_ONE_YEAR = re.compile(r"((?:20|19)\d{2})(?:年)?学年度?(.*)", re.ASCII)
_SEASON = re.compile(r"((?:20|19)?\d{2})年?(秋|春)季?(?:学期)?", re.ASCII)
_FIRST = frozenset({
    "-1", "1", "第一学期", "第1学期", "上", "上学期", "上半学期", "一", "秋", "秋季", "秋季学期", "(1)",
    "-01",
})  # fmt: skip
_SECOND = frozenset({
    "-2", "2", "第二学期", "第2学期", "下", "下学期", "下半学期", "二", "春", "春季", "春季学期", "(2)",
    "-02",
})  # fmt: skip


class AcademicYear(TextType):
    """An academic year as `2026-2027`."""

    code = "academic_year"

    def parse(self, cell: Cell, context: Any) -> Reading[str]:
        """The academic year of a cell; a term's is that which it belongs to."""
        text = _narrow(cell)
        found = _year_and_term(text)
        if found is None:
            message = _("“{text}”不是学年，请写成2026-2027这样。")
            return unreadable(message.format(text=plain_text(cell)))
        return Reading(found[0])


class Term(TextType):
    """A term as `2026-2027-1`: 1 runs from September, 2 from February."""

    code = "term"

    def parse(self, cell: Cell, context: Any) -> Reading[str]:
        """The term of a cell."""
        found = _year_and_term(_narrow(cell))
        if found is None or found[1] is None:
            message = _("“{text}”不是学期，请写成2026-2027-1这样。")
            return unreadable(message.format(text=plain_text(cell)))
        return Reading(f"{found[0]}-{found[1]}")


def _narrow(cell: Cell) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", plain_text(cell)))


def _year_and_term(text: str) -> tuple[str, str | None] | None:
    """The academic year and the term ("1", "2" or None) of a text; None when it says neither."""
    if found := _SEASON.fullmatch(text):
        year = _full(found[1])
        return (_named(year), "1") if found[2] == "秋" else (_named(year - 1), "2")
    if found := _PAIR.fullmatch(text):
        first, second, rest = _full(found[1]), _full(found[2]), found[3]
        if second != first + 1:
            return None
    elif found := _ONE_YEAR.fullmatch(text):
        first, rest = int(found[1]), found[2]
    else:
        return None
    if rest and rest not in _FIRST and rest not in _SECOND:
        return None
    term = ("1" if rest in _FIRST else "2") if rest else None
    return _named(first), term


def _full(year: str) -> int:
    return int(year) if len(year) == len("2026") else 2000 + int(year)


def _named(first: int) -> str:
    return f"{first}-{first + 1}"


ACADEMIC_YEAR = AcademicYear()
TERM = Term()
