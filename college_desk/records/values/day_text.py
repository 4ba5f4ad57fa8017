"""Days and months in the shapes in which sheets write them."""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from dataclasses import dataclass

from college_desk.base.translation import _
from college_desk.records.values.month import OPEN_END, Month, PartialDay

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100

_PHANTOM = 60
"""The serial of 1900-02-29, a day that never was."""
_SERIALS = range(1, 73416)
"""1900-01-01 to 2100-12-31 in the 1900 system."""
_LEAST_SERIAL = 3654
"""1910-01-01: smaller numbers in a column of days are years, counts or slips."""
_BETWEEN_SYSTEMS = 1462
"""Days from the 1900 system's origin to that of 1904."""
_TEXT_SERIALS = range(20000, 73416)

_OPEN = frozenset({
    "长期", "长期有效", "无固定期限", "无固定", "永久", "永久有效", "长久", "不限", "无期限", "无限期",
})  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_SEPARATOR = r"[-/.年。、·_,\\]"
_TIME = re.compile(r"(?:T|\s+)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$")
_WEEKDAY = re.compile(r"[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?")
_SPACES = re.compile(r"\s+")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_DAY = re.compile(rf"(\d{{4}}){_SEPARATOR}(\d{{1,2}})(?:月|{_SEPARATOR})(\d{{1,2}})[日号]?", re.ASCII)
_PACKED_DAY = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})", re.ASCII)
_MONTH = re.compile(rf"(\d{{4}}){_SEPARATOR}(\d{{1,2}})(?:月份?)?", re.ASCII)
_PACKED_MONTH = re.compile(r"((?:19|20)\d{2})(\d{2})", re.ASCII)
_SHORT_YEAR = re.compile(rf"(\d{{2}}){_SEPARATOR}(\d{{1,2}})(?:月|{_SEPARATOR})(\d{{1,2}})[日号]?", re.ASCII)
_NO_YEAR = re.compile(r"(\d{1,2})(?:月|[-/.])(\d{1,2})[日号]?", re.ASCII)
_ONLY_YEAR = re.compile(r"((?:19|20)\d{2})(?:年度?|级|届)?", re.ASCII)
_ENGLISH = re.compile(r"(\d{1,2})[-/ ]?([A-Za-z]{3})[a-z]*[-/ ,]?(\d{4})", re.ASCII)
_ENGLISH_SHORT = re.compile(r"([A-Za-z]{3})-(\d{2})|(\d{1,2})-([A-Za-z]{3})(?:-(\d{2}))?", re.ASCII)
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})[日号])?"
)


@dataclass(frozen=True)
class Unclear:
    """Why a text is no day: one sentence, and what it may have meant."""

    message: str
    suggestion: str | None = None


def day_in(text: str, year: int | None = None, date_1904: bool = False) -> PartialDay | Unclear:
    """The day or month that a text says; 长期 is OPEN_END.

    year: of days written without one; date_1904: how a bare serial number counts.
    """
    if found := _ISO.fullmatch(text):
        return _real_day(text, found[1], found[2], found[3])
    bare = unicodedata.normalize("NFKC", text).strip().strip("'\"")
    bare = _SPACES.sub("", _WEEKDAY.sub("", _TIME.sub("", bare))).rstrip("。.、,-")
    if bare in _OPEN:
        return OPEN_END
    return _written(text, bare, year, date_1904)


def _written(text: str, bare: str, year: int | None, date_1904: bool) -> PartialDay | Unclear:
    for pattern in (_DAY, _PACKED_DAY):
        if found := pattern.fullmatch(bare):
            return _real_day(text, found[1], found[2], found[3])
    for pattern in (_MONTH, _PACKED_MONTH):
        if found := pattern.fullmatch(bare):
            return _real_month(text, found[1], found[2])
    if found := _CHINESE.fullmatch(bare):
        return _in_chinese(text, found)
    if found := _ENGLISH.fullmatch(bare):
        return _in_english(text, found[1], found[2], found[3])
    if bare.isascii() and bare.isdigit() and len(bare) == 5 and int(bare) in _TEXT_SERIALS:
        return day_of_serial(int(bare), date_1904)
    return _incomplete(text, bare, year)


def _incomplete(text: str, bare: str, year: int | None) -> PartialDay | Unclear:
    """What is written without its year, or with half of it."""
    if found := _SHORT_YEAR.fullmatch(bare):
        message = _("日期“{text}”的年份只有两位，请把年份写全。").format(text=text)
        likely = _real_day(text, "20" + found[1], found[2], found[3])
        return Unclear(message, None if isinstance(likely, Unclear) else likely.isoformat())
    if found := _NO_YEAR.fullmatch(bare):
        if year is None:
            return Unclear(_("日期“{text}”没有年份，请把年份写全。").format(text=text))
        return _real_day(text, str(year), found[1], found[2])
    if _ENGLISH_SHORT.fullmatch(bare):
        return Unclear(_("日期“{text}”看不出是哪一年哪一天，请写成2026-09-01这样。").format(text=text))
    if _ONLY_YEAR.fullmatch(bare):
        return Unclear(_("“{text}”只有年份，请把月份写全。").format(text=text))
    if split_range(text) is not None:
        return Unclear(_("“{text}”写了起止两个日期，请分别填入两列。").format(text=text))
    return Unclear(_("“{text}”不是日期，请写成2026-09-01这样。").format(text=text))


def day_of_number(number: float, year: int | None, date_1904: bool) -> PartialDay | Unclear:
    """The day that a number in a cell means: a serial, 20260901, 202609, 2026.09, 9.15."""
    whole = math.floor(number)
    text = format(number, ".15g")
    if number == whole:
        if _PACKED_DAY.fullmatch(text) or _PACKED_MONTH.fullmatch(text):
            return _written(text, text, year, date_1904)
        if EARLIEST_YEAR <= whole <= LATEST_YEAR:
            return Unclear(_("“{text}”只有年份，请把月份写全。").format(text=text))
    elif EARLIEST_YEAR <= whole <= LATEST_YEAR:
        return _month_of_decimal(text)
    elif 1 <= whole <= 12 and len(text) - len(str(whole)) <= 3:
        return _day_of_decimal(text, year)
    return day_of_serial(whole, date_1904)


def day_of_serial(serial: int, date_1904: bool) -> dt.date | Unclear:
    """The day of a spreadsheet's serial number."""
    counted = serial + _BETWEEN_SYSTEMS if date_1904 else serial
    if counted == _PHANTOM:
        return Unclear(_("“60”是表格软件里并不存在的1900年2月29日，请改成实际日期。"))
    if counted not in _SERIALS or counted < _LEAST_SERIAL:
        return Unclear(_("“{text}”不是日期，请写成2026-09-01这样。").format(text=serial))
    return dt.date(1899, 12, 30) + dt.timedelta(days=counted)


def split_range(text: str) -> tuple[str, str] | None:
    """The two ends of a range in one cell (2024.9.1-2027.6.30), each YYYY-MM-DD, YYYY-MM or 长期.

    None when the text is no range. A second end without a year has that of the first.
    """
    bare = unicodedata.normalize("NFKC", text).strip().removeprefix("自").removeprefix("从")
    bare = re.sub(r"(?<=[日月年\d])(?:起|开始)(?=[至到~—–-]|$)", "", re.sub(r"(?:止|结束)$", "", bare))
    for parting in re.finditer(r"至今|至|到|~+|—+|–+|―+|-+|－+", bare):
        one, other = bare[: parting.start()].strip(" ,，起"), bare[parting.end() :].strip(" ,，")
        start = _range_end(one, None)
        if start is None or start == OPEN_END:
            continue
        end = _range_end(other, start.year)
        if end is not None:
            return str(start), "长期" if end == OPEN_END else str(end)
    return None


def _range_end(text: str, year: int | None) -> PartialDay | None:
    """One end of a range; a bare number is none, it may be part of a day."""
    bare = _SPACES.sub("", text)
    if bare in _OPEN:
        return OPEN_END
    for pattern in (_DAY, _PACKED_DAY):
        if found := pattern.fullmatch(bare):
            return _or_none(_real_day(text, found[1], found[2], found[3]))
    for pattern in (_MONTH, _PACKED_MONTH):
        if found := pattern.fullmatch(bare):
            return _or_none(_real_month(text, found[1], found[2]))
    if year is not None and (found := _NO_YEAR.fullmatch(bare)):
        return _or_none(_real_day(text, str(year), found[1], found[2]))
    return None


def _or_none(found: PartialDay | Unclear) -> PartialDay | None:
    return None if isinstance(found, Unclear) else found


def _real_day(text: str, year: str, month: str, day: str) -> dt.date | Unclear:
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        return Unclear(_("“{text}”不是存在的日期，请核对年、月、日。").format(text=text))
    if found == OPEN_END or EARLIEST_YEAR <= found.year <= LATEST_YEAR:
        return found
    return Unclear(_("日期“{text}”的年份不对，请核对。").format(text=text))


def _real_month(text: str, year: str, month: str) -> Month | Unclear:
    if not 1 <= int(month) <= 12:
        return Unclear(_("“{text}”不是存在的年月，请核对月份。").format(text=text))
    if not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
        return Unclear(_("日期“{text}”的年份不对，请核对。").format(text=text))
    return Month(int(year), int(month))


def _month_of_decimal(text: str) -> Month | Unclear:
    year, _point, fraction = text.partition(".")
    if fraction == "1":
        message = _("“{text}”在表格里是数字，看不出是1月还是10月，请写成“{year}年1月”或“{year}年10月”。")
        return Unclear(message.format(text=text, year=year))
    if len(fraction) <= 2:
        return _real_month(text, year, fraction)
    return Unclear(_("“{text}”不是日期，请写成2026-09-01这样。").format(text=text))


def _day_of_decimal(text: str, year: int | None) -> dt.date | Unclear:
    month, _point, fraction = text.partition(".")
    if year is None:
        return Unclear(_("日期“{text}”没有年份，请把年份写全。").format(text=text))
    if fraction in {"1", "2", "3"}:
        message = _("“{text}”在表格里是数字，看不出是{day}日还是{day}0日，请写成“{month}月{day}日”这样。")
        return Unclear(message.format(text=text, month=month, day=fraction))
    return _real_day(text, str(year), month, fraction)


def _in_english(text: str, day: str, month: str, year: str) -> dt.date | Unclear:
    name = month.lower()
    if name not in _MONTHS:
        return Unclear(_("“{text}”不是日期，请写成2026-09-01这样。").format(text=text))
    return _real_day(text, year, str(_MONTHS.index(name) + 1), day)


def _in_chinese(text: str, found: re.Match[str]) -> PartialDay | Unclear:
    year, month = found[1].translate(_CHINESE_DIGITS), _chinese_number(found[2])
    if found[3] is None:
        return _real_month(text, year, month)
    return _real_day(text, year, month, _chinese_number(found[3]))


def _chinese_number(text: str) -> str:
    """A Chinese number up to 31 in digits: 十 → 10, 二十三 → 23."""
    tens, ten, ones = text.rpartition("十") if "十" in text else ("", "", text)
    if not ten:
        return ones.translate(_CHINESE_DIGITS)
    return (tens.translate(_CHINESE_DIGITS) or "1") + (ones.translate(_CHINESE_DIGITS) or "0")
