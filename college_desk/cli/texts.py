"""Texts of the command line: days read, pairs split, tables printed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.cli.terminal_progress import columns
from college_desk.records.values.day import DAY
from college_desk.records.values.value_type import Surroundings


def day(text: str, *, today: dt.date) -> dt.date:
    """The day that a text spells in any usual form; one without a year is this year's."""
    reading = DAY.read(text, Surroundings(year=today.year))
    if reading.value is None:
        raise UnusableInput(next((each.message for each in reading.faults), _("请写明日期。")))
    return reading.value


def optional_day(text: str | None, *, today: dt.date) -> dt.date | None:
    """The day of an option that may be missing."""
    return None if text is None else day(text, today=today)


def pair(text: str, *, option: str) -> tuple[str, str]:
    """The two sides of `A=B`. Raises UnusableInput when either is missing."""
    name, _equals, value = text.partition("=")
    if not name.strip() or not value.strip():
        raise UnusableInput(
            _("{option} 请写成“名称=内容”，现在是“{text}”。").format(option=option, text=text)
        )
    return name.strip(), value.strip()


def pairs(texts: Iterable[str], *, option: str) -> dict[str, str]:
    """The pairs of an option that may stand several times, the last of a name counts."""
    return dict(pair(each, option=option) for each in texts)


def planned(text: str, *, today: dt.date) -> tuple[int, dt.date, dt.date]:
    """The N people hired from one day to another of `N@DATE..DATE`. Raises UnusableInput."""
    found = re.fullmatch(r"\s*(\d{1,6})\s*@(.+?)\.\.+(.+)", text)
    if found is None:
        raise UnusableInput(
            _("--add 请写成“人数@起始日期..终止日期”，例：4@2026-09-01..2027-01-31。现在是“{text}”。").format(
                text=text
            )
        )
    first, last = day(found[2], today=today), day(found[3], today=today)
    if last < first:
        raise UnusableInput(_("--add 的终止日期早于起始日期：“{text}”。").format(text=text))
    return int(found[1]), first, last


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table for a terminal, its columns as wide as their widest text."""
    lines = [list(heads), *(list(each) for each in rows)]
    widths = [max(columns(line[index]) for line in lines) for index in range(len(heads))]
    return "\n".join(
        "  ".join(
            text + " " * (width - columns(text)) for text, width in zip(line, widths, strict=True)
        ).rstrip()
        for line in lines
    )
