"""What the lines above a table say about its cells: the unit, the year, the school year, the department."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from college_desk.files.sheets.book import Sheet, cell_text

_UNIT = re.compile(r"(?:金额)?单位[:：]?\s*(?:人民币)?(万元|千元|元|课时|学时|节)")
_UNIT_IN_BRACKETS = re.compile(r"[(（](万元|千元)[)）]")
_SCHOOL_YEAR = re.compile(r"(20\d\d)\s*[-—–~至/]\s*(20\d\d|\d\d)\s*学?年?")
_YEAR = re.compile(r"(20\d\d)\s*(?:年|学年|级|\.\d)")
_FILLED_ON = re.compile(r"(?:填报|填表|制表|报送)(?:日期|时间)[:]?\s*(?:(20\d\d)\s*[年.\-/]\s*(\d{1,2}))?")
_DEPARTMENT_LINE = re.compile(
    r"(?:二级学院|系部|院系|系别|专业部|教学部|部门|所属系部|填报部门|填报系部|填报单位|单位|学院)"
    r"(?:[(][^()]{0,6}[)])*[:]\s*([^\s:,;]{2,20})"
)
_DEPARTMENT = re.compile(r"[\u4e00-\u9fffA-Za-z]{1,14}(?:系|系部|专业部|教学部|二级学院|学院|部)")
_NO_DEPARTMENT = re.compile(
    r"关系|体系|联系|外部|内部|全部|部分|局部|总部|职业|技师|技工|师范|大学|中专|高职|学院学院|学校|公司|集团|企业|教育部|人社|"
    r"^(?:本|各|我)?(?:学院|系部?|专业部|教学部|二级学院|部)$|^(?:校内|校外|兼职|组织|人事|干部).{0,3}部$"
)
_SCHOOL_LINE = re.compile(
    r"(?:填报|申报|报送|上报|制表)?(?:单位|学校)(?:名称)?(?:[(][^()]{0,6}[)])*[:]\s*([^\s:,;()]{4,40})"
)
_SCHOOL = re.compile(r"(?:学校|学院|大学|职教中心|中专|技校|中心|职高)$")
_AS_OF = re.compile(
    r"(?:统计时点|数据时点|统计日期|截止(?:日期|时间)?|截至|填报(?:日期|时间)|填表(?:日期|时间)|制表(?:日期|时间)|报送(?:日期|时间)|日期)"
    r"[:]?\s*(20\d\d)\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})"
)
_NEW_YEAR_MONTHS = range(1, 9)


@dataclass(frozen=True)
class Notes:
    """What stands above the table (表头说明).

    lines: its texts, top to bottom; unit: 万元, 元, 节 …; year: the year that a title names; school_year: its
    first calendar year where a title names a school year instead (2026-2027学年 → 2026); filled_in: year
    and month of filling in; department: what a line or the sheet's name says (机电工程系); school: the school
    that filled it in (填报单位); as_of: the day for which it holds (统计时点), else that of filling in.
    """

    lines: tuple[str, ...] = ()
    unit: str | None = None
    year: int | None = None
    school_year: int | None = None
    filled_in: tuple[int, int] | None = None
    department: str | None = None
    school: str | None = None
    as_of: dt.date | None = None

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


def notes_above(sheet: Sheet, top: int, first: int = 0) -> Notes:
    """The notes in the rows from `first` up to the 0-based row `top`, and in the sheet's name."""
    lines = [cell_text(cell).strip() for row in sheet.rows[first:top] for cell in row if cell is not None]
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
    return Notes(
        kept,
        unit,
        year,
        school_year,
        _filled_in(plain),
        _department(plain, named),
        _school(plain),
        _as_of(plain),
    )


def department_named(text: str) -> str | None:
    """The department that a text is the name of (机电工程系); None for other texts, and for whole colleges."""
    name = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).strip("()")
    return name if _DEPARTMENT.fullmatch(name) and not _NO_DEPARTMENT.search(name) else None


def _department(lines: Sequence[str], sheet_name: str) -> str | None:
    for line in lines:
        for met in _DEPARTMENT_LINE.finditer(line):
            named = department_named(met.group(1))
            if named is not None:
                return named
    bare = re.sub(
        r"[(].*[)]$|^\d+[.、-]?|(?:学徒|学生|教师)?(?:花名册|名册|名单|台账|表)?\d*$", "", sheet_name
    )
    return department_named(bare)


def _school(lines: Iterable[str]) -> str | None:
    for line in lines:
        met = _SCHOOL_LINE.search(line)
        if met and _SCHOOL.search(met.group(1)):
            return met.group(1)
    return None


def _as_of(lines: Iterable[str]) -> dt.date | None:
    for line in lines:
        met = _AS_OF.search(line)
        if met:
            try:
                return dt.date(int(met.group(1)), int(met.group(2)), int(met.group(3)))
            except ValueError:
                continue
    return None


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
