"""Telephone numbers (联系电话): mobile, landline with area code, service numbers."""

from __future__ import annotations

import re
from typing import Any

from college_desk.base.translation import _
from college_desk.records.values.cell_text import plain_text
from college_desk.records.values.cell_type import EMPTY, TextType, error, unreadable
from college_desk.records.values.value_type import Cell, Fault, Reading

_MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)
_LANDLINE = re.compile(r"0\d{2,3}-?\d{7,8}(-\d{1,6})?", re.ASCII)
_SERVICE = re.compile(r"[48]00-?\d{3}-?\d{4}", re.ASCII)
_COUNTRY = re.compile(r"^(?:\+|00)86[-\s]*(?=[01])|^86[-\s]*(?=1[3-9]\d{9}$)")
_AREA = re.compile(r"(010|02\d|0[3-9]\d{2})(\d{7,8})", re.ASCII)
_TWO = re.compile(r"[/、,;，；|]+|(?<=\d)\s+(?=1[3-9]\d{9}(?!\d)|0\d{2,3}-)")
_NARROW = str.maketrans({
    "－": "-", "—": "-", "–": "-", "―": "-", "‐": "-", "‑": "-", "−": "-", "_": "-", "＋": "+", "／": "/",
    "（": "(", "）": ")", "·": "",
})  # fmt: skip
_WORDS = re.compile(r"^(?:电话|手机号?码?|联系电话|联系方式|tel|mobile|办公|宅电)[::：]?", re.IGNORECASE)


class Phone(TextType):
    """A telephone number as text; two in one cell are kept, parted by a slash."""

    code = "phone"

    def parse(self, cell: Cell, context: Any) -> Reading[str]:
        """The number in its usual spelling: 13812345678, 0537-2212345, 0537-2212345-801."""
        if isinstance(cell, str) and _MOBILE.fullmatch(cell):
            return Reading(cell)
        given = plain_text(cell)
        if _MOBILE.fullmatch(given):
            return Reading(given)
        if not any(character.isdigit() for character in given):
            message = _("“{text}”不是电话号码，请填11位手机号，座机带区号。")
            return unreadable(message.format(text=given))
        bare = _COUNTRY.sub("", _WORDS.sub("", given.translate(_NARROW)).strip())
        parts = (usual(part) for part in _TWO.split(bare))
        text = "/".join(part for part in parts if part)
        return self.judged(text) if text else EMPTY

    def faults(self, value: str) -> tuple[Fault, ...]:
        """What is wrong with each number."""
        return tuple(_fault_of(number) for number in value.split("/") if not is_number(number))


def usual(text: str) -> str:
    """One number in its usual spelling; what is none is only freed of spaces."""
    bare = re.sub(r"转|ext\.?", "-", re.sub(r"\s|\.0$", "", text), flags=re.IGNORECASE).replace(".", "")
    bare = re.sub(r"^\((0\d{2,3})\)-?", r"\1-", bare)
    bare = _COUNTRY.sub("", bare)
    digits = bare.replace("-", "")
    if _MOBILE.fullmatch(digits):
        return digits
    if found := _AREA.fullmatch(bare):
        return f"{found[1]}-{found[2]}"
    return bare


def is_number(text: str) -> bool:
    """Whether a text is one telephone number in its usual spelling."""
    return any(pattern.fullmatch(text) for pattern in (_MOBILE, _LANDLINE, _SERVICE))


def _fault_of(number: str) -> Fault:
    digits = re.sub(r"\D", "", number)
    if digits == number and number.startswith("1"):
        if len(digits) == len("13812345678"):
            message = _("手机号“{number}”的号段不对，请核对后改正。")
        else:
            message = _("手机号“{number}”是{count}位，应为11位，请核对后改正。")
    elif digits == number and len(digits) in (7, 8):
        message = _("电话“{number}”缺少区号，请补上，例如0537-{number}。")
    else:
        message = _("“{number}”不是电话号码，请填11位手机号，座机带区号。")
    return error(message.format(number=number, count=len(digits)))


PHONE = Phone()
