"""The number of an identity document (身份证件号), GB 11643 for identity cards."""

from __future__ import annotations

import re
from typing import Any

from college_desk.base.translation import _
from college_desk.records.values.cell_text import code_text, has_lost_digits, plain_text
from college_desk.records.values.cell_type import EMPTY, TextType, error, unreadable, warning
from college_desk.records.values.identity_check import (
    PROVINCES,
    area_is_known,
    birth_date_of,
    check_character,
    eighteen,
    gender_of,
    is_valid,
)
from college_desk.records.values.value_type import Cell, Fault, Reading

__all__ = [
    "IDENTITY_NUMBER",
    "IdentityNumber",
    "birth_date_of",
    "check_character",
    "eighteen",
    "gender_of",
    "is_valid",
]

_EIGHTEEN = re.compile(r"\d{17}[\dX]", re.ASCII)
_FIFTEEN = re.compile(r"\d{15}", re.ASCII)
_OTHER_DOCUMENT = re.compile(r"[A-Z0-9()（）\-]{5,20}|[\u4e00-\u9fff]{1,3}字第[A-Z0-9]+号?")
_NOT_X = str.maketrans(dict.fromkeys("ХхΧχ×✕", "X"))
_MISTAKEN = str.maketrans({"O": "0", "I": "1", "L": "1"})
_MASKED = re.compile(r"[*＊×]{2,}|X{3,}")
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2100


class IdentityNumber(TextType):
    """An identity number as text, upper-case; other documents' numbers are kept and reported."""

    code = "identity_number"
    sensitive = True

    def parse(self, cell: Cell, context: Any) -> Reading[str]:
        """The number without spaces, hyphens and apostrophes, X upper-case."""
        if isinstance(cell, str) and _EIGHTEEN.fullmatch(cell):
            return self.judged(cell)
        if has_lost_digits(cell) or (isinstance(cell, int | float) and not isinstance(cell, bool)):
            message = _("证件号“{text}”在表格里是数字，原始数字已丢失，请补录，并把这一列设为文本格式。")
            return unreadable(message.format(text=plain_text(cell)))
        given = code_text(cell).upper()
        if _MASKED.search(given):
            message = _("证件号“{text}”被遮盖了，请补录完整的号码。")
            return unreadable(message.format(text=given))
        text = given.translate(_NOT_X).strip(".,，。;；:：、")
        bare = text.replace("-", "")
        if _EIGHTEEN.fullmatch(bare) or _FIFTEEN.fullmatch(bare) or bare.isdigit():
            text = bare
        if not text:
            return EMPTY
        if not any(character.isdigit() for character in text) or not text.isprintable():
            message = _("“{text}”不是证件号，请填18位身份证件号。")
            return unreadable(message.format(text=given))
        if text[-1] == "X" and given.rstrip(".,，。;；:：、")[-1] != "X":
            message = _("证件号“{text}”的末位不是字母X，已改为X，请核对。")
            return self.judged(text, warning(message.format(text=given)))
        return self.judged(text)

    def faults(self, value: str) -> tuple[Fault, ...]:
        """What is wrong with a number, the gravest only."""
        if _EIGHTEEN.fullmatch(value):
            return _faults_of_eighteen(value)
        if _FIFTEEN.fullmatch(value):
            return _faults_of_fifteen(value)
        likely = value.translate(_MISTAKEN)
        if likely != value and _EIGHTEEN.fullmatch(likely) and is_valid(likely):
            message = _("证件号“{number}”里有字母O、I或L，可能是数字0或1，请核对后改正。")
            return (error(message.format(number=value), likely),)
        if value.isdigit() and value.isascii():
            message = _("证件号“{number}”是{count}位，应为18位，请核对后补全。")
            return (error(message.format(number=value, count=len(value))),)
        if _OTHER_DOCUMENT.fullmatch(value):
            message = _("“{number}”不是居民身份证的号码；如是护照等其他证件，请填写证件类型。")
            return (error(message.format(number=value)),)
        return (error(_("证件号“{number}”里有多余的字符，请填18位身份证件号。").format(number=value)),)


def _faults_of_eighteen(number: str) -> tuple[Fault, ...]:
    year, has_lost_its_end = int(number[6:10]), number.endswith("000")
    if is_valid(number) and not has_lost_its_end and _EARLIEST_YEAR - 100 <= year <= _LATEST_YEAR:
        return _doubts(number, year)
    if number[:2] not in PROVINCES:
        message = _("证件号“{number}”开头的“{province}”不是省级行政区代码，请核对。")
        return (error(message.format(number=number, province=number[:2])),)
    if has_lost_its_end:
        message = _("证件号“{number}”末三位为000，疑似被表格软件改写，请按证件补录。")
        return (error(message.format(number=number)),)
    birth = birth_date_of(number)
    if birth is None or not _EARLIEST_YEAR - 100 <= birth.year <= _LATEST_YEAR:
        message = _("证件号“{number}”的第7至14位“{digits}”不是有效的出生日期，请核对。")
        return (error(message.format(number=number, digits=number[6:14])),)
    message = _("证件号“{number}”的校验码不对，最后一位应为“{right}”，请与证件逐位核对。")
    return (error(message.format(number=number, right=check_character(number[:17]))),)


def _doubts(number: str, year: int) -> tuple[Fault, ...]:
    """What is unlikely in a number that is right by its arithmetic."""
    doubts = []
    if year < _EARLIEST_YEAR:
        message = _("证件号“{number}”的出生年份是{year}年，请核对。")
        doubts.append(warning(message.format(number=number, year=year)))
    if not area_is_known(number):
        message = _("证件号“{number}”的前六位“{area}”不是常见的地区代码，请核对。")
        doubts.append(warning(message.format(number=number, area=number[:6])))
    return tuple(doubts)


def _faults_of_fifteen(number: str) -> tuple[Fault, ...]:
    long = eighteen(number)
    if long is None or number[:2] not in PROVINCES or birth_date_of(number) is None:
        message = _("证件号“{number}”是15位，地区或出生日期不对，请填18位身份证件号。")
        return (error(message.format(number=number)),)
    message = _("证件号“{number}”是15位旧号码，请改填18位，应为“{long}”。")
    return (warning(message.format(number=number, long=long), long),)


IDENTITY_NUMBER = IdentityNumber()
