"""Numbers that are names: agreement, certificate, policy and document numbers, student and staff numbers."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from college_desk.base.translation import _
from college_desk.records.values.cell_text import has_lost_digits, plain_text
from college_desk.records.values.cell_type import EMPTY, TextType, error, unreadable
from college_desk.records.values.value_type import Cell, Fault, Reading

_LONGEST = 60
_PLAIN = re.compile(r"[0-9]{1,60}|[A-Z]{2}[0-9A-Z-]{1,58}", re.ASCII)
_SPACE = re.compile(r"\s+")
_NARROW = str.maketrans({"－": "-", "／": "/", "．": ".", "＿": "_", "＃": "#"})


class Identifier(TextType):
    """An identifier, kept as text with its leading zeros; a number in the cell loses only its `.0`."""

    code = "identifier"

    def parse(self, cell: Cell, context: Any) -> Reading[str]:
        """The identifier without white space, letters and digits narrow."""
        if isinstance(cell, str) and _PLAIN.fullmatch(cell):
            return Reading(cell)
        if has_lost_digits(cell):
            message = _("“{text}”的原始数字已丢失，请按原件补录，并把这一列设为文本格式。")
            return unreadable(message.format(text=plain_text(cell)))
        if isinstance(cell, dt.date | dt.time):
            message = _("“{text}”像是被表格软件改成日期的编号，请按原件补录。")
            return unreadable(message.format(text=plain_text(cell)))
        text = _SPACE.sub("", plain_text(cell).translate(_NARROW))
        return self.judged(text) if text else EMPTY

    def faults(self, value: str) -> tuple[Fault, ...]:
        """An identifier that is too long to be one."""
        if len(value) <= _LONGEST:
            return ()
        message = _("编号“{text}……”有{count}个字，最多{longest}个，请只填编号。")
        return (error(message.format(text=value[:12], count=len(value), longest=_LONGEST)),)


IDENTIFIER = Identifier()
