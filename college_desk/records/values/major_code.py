"""Codes of majors (专业代码) in the national catalogues and that of technician schools."""

from __future__ import annotations

import re
from typing import Any, Literal

from college_desk.base.translation import _
from college_desk.records.values.cell_text import code_text, plain_text
from college_desk.records.values.cell_type import EMPTY, TextType, error, unreadable, warning
from college_desk.records.values.value_type import Cell, Fault, Reading

Level = Literal["中职", "高职专科", "职业本科", "技工"]

_SIX = re.compile(r"\d{6}", re.ASCII)
_TECHNICIAN = re.compile(r"\d{4}(-[2346])?", re.ASCII)
_LEVELS: dict[str, Level] = {
    "6": "中职", "7": "中职", "4": "高职专科", "5": "高职专科", "2": "职业本科", "3": "职业本科",
}  # fmt: skip
_DASHES = str.maketrans({"—": "-", "–": "-", "－": "-"})


class MajorCode(TextType):
    """A major's code as text with its leading zero: six digits, or `0203-3` at technician schools."""

    code = "major_code"

    def parse(self, cell: Cell, context: Any) -> Reading[str]:
        """The code without spaces."""
        text = code_text(cell).translate(_DASHES).upper()
        if not text:
            return EMPTY
        if not any(character.isdigit() for character in text):
            return unreadable(_("“{text}”不是专业代码，请填6位代码。").format(text=plain_text(cell)))
        return self.judged(text)

    def faults(self, value: str) -> tuple[Fault, ...]:
        """A code of no catalogue's shape."""
        if _SIX.fullmatch(value):
            if value[:2] == "00" or value[:1] in "89":
                message = _("专业代码“{code}”不在常见的专业大类里，请与专业目录核对。")
                return (warning(message.format(code=value)),)
            return ()
        if _TECHNICIAN.fullmatch(value):
            return ()
        if value.isdigit() and len(value) == len("51300"):
            message = _("专业代码“{code}”是5位，可能丢了开头的0，应为“0{code}”，请核对。")
            return (error(message.format(code=value), "0" + value),)
        message = _("专业代码“{code}”应为6位数字（技工院校4位），请与专业目录核对。")
        return (error(message.format(code=value)),)


def level_of(code: str, catalogue_version: str | None = None) -> Level | None:
    """The level of education of a code; None where the catalogue does not tell.

    catalogue_version: 2021年版 unless it says 2010 (中职, codes from 01 to 19) or 2015 (高职, 51 to 69).
    """
    if _TECHNICIAN.fullmatch(code):
        return "技工"
    if not _SIX.fullmatch(code):
        return None
    version = catalogue_version or ""
    if "2015" in version:
        return "高职专科"
    if "2010" in version or code[0] in "01":
        return "中职"
    return _LEVELS.get(code[0])


MAJOR_CODE = MajorCode()
