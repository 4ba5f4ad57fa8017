"""The national registration number of a student (全国学籍号)."""

from __future__ import annotations

import re
from typing import Any

from college_desk.base.translation import _
from college_desk.records.values.cell_text import code_text, has_lost_digits, plain_text
from college_desk.records.values.cell_type import EMPTY, TextType, unreadable, warning
from college_desk.records.values.value_type import Cell, Fault, Reading

_SHAPE = re.compile(r"[GJL]\d{17}[\dX]", re.ASCII)


class RegistrationNumber(TextType):
    """A registration number as text: G and the identity number, or J or L and eighteen characters."""

    code = "registration_number"
    sensitive = True

    def parse(self, cell: Cell, context: Any) -> Reading[str]:
        """The number without spaces, upper-case."""
        if has_lost_digits(cell):
            message = _("学籍号“{text}”的原始数字已丢失，请补录，并把这一列设为文本格式。")
            return unreadable(message.format(text=plain_text(cell)))
        text = code_text(cell).upper().translate(str.maketrans("ХΧ", "XX"))
        if not text:
            return EMPTY
        if not any(character.isdigit() for character in text):
            return unreadable(_("“{text}”不是学籍号，请照学籍系统填写。").format(text=plain_text(cell)))
        return self.judged(text)

    def faults(self, value: str) -> tuple[Fault, ...]:
        """A number of another shape."""
        if _SHAPE.fullmatch(value):
            return ()
        message = _("学籍号“{number}”一般为19位，G、J或L加18位，请与学籍系统核对。")
        return (warning(message.format(number=value)),)


def identity_in(number: str) -> str | None:
    """The identity number that a G-number carries; None for others."""
    return number[1:] if _SHAPE.fullmatch(number) and number[0] == "G" else None


REGISTRATION_NUMBER = RegistrationNumber()
