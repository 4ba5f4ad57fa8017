"""The name of a person (姓名), as the identity card has it."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from college_desk.base.translation import _
from college_desk.records.values.cell_text import plain_text
from college_desk.records.values.cell_type import TextType, error, unreadable, warning
from college_desk.records.values.value_type import Cell, Fault, Reading

SHORTEST, LONGEST = 2, 36
"""Characters of a name (JY/T 1001)."""

_HAN = (
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    r"\u3007\ue000-\uf8ff\ufffd□?？"
)
_GAP = re.compile(rf"(?<=[{_HAN}·])\s+(?=[{_HAN}·])|\s+(?=·)|(?<=·)\s+")
_PLAIN = re.compile(r"[\u4e00-\u9fff]{2,4}")
_BRACKETED = re.compile(r"[（(\[【〔〈<][^（()）]*[）)\]】〕〉>]")
_TRAILING_DIGITS = re.compile(r"(?<=\D)[\d*＊、.]+$|^[\d、.]+(?=\D)")
_DIGIT = re.compile(r"\d")
_ODD = re.compile(r"[\ue000-\uf8ff\ufffd□?？\U000f0000-\U0010ffff]")
_DOTS = str.maketrans(dict.fromkeys(".．•・‧∙⋅●﹒｡", "·"))
_ALLOWED = re.compile(rf"[{_HAN}·A-Za-zÀ-ɏ '’\-]+")


class PersonName(TextType):
    """A person's name: inner spaces between characters removed, the dot of long names U+00B7."""

    code = "person_name"

    def parse(self, cell: Cell, context: Any) -> Reading[str]:
        """The name; brackets and numbers around it are taken off with a warning."""
        if isinstance(cell, str) and _PLAIN.fullmatch(cell):
            return Reading(cell)
        if not isinstance(cell, str):
            return unreadable(_("“{text}”不是姓名，请填与身份证一致的姓名。").format(text=plain_text(cell)))
        given = plain_text(cell)
        bare = tidy(_TRAILING_DIGITS.sub("", _BRACKETED.sub("", given)))
        whole = tidy(given)
        if not any(map(str.isalpha, bare)) or (bare != whole and _DIGIT.search(bare)):
            return unreadable(_("“{text}”不是姓名，请填与身份证一致的姓名。").format(text=given))
        if bare == whole:
            return self.judged(whole)
        message = _("姓名“{text}”里有姓名以外的内容，已按“{name}”读入，请核对。")
        return self.judged(bare, warning(message.format(text=given, name=bare)))

    def faults(self, value: str) -> tuple[Fault, ...]:
        """Digits and lengths that no name has, and characters that stand for others."""
        if _PLAIN.fullmatch(value):
            return ()
        if _DIGIT.search(value):
            return (error(_("姓名“{name}”里有数字，请改成与身份证一致的姓名。").format(name=value)),)
        if not SHORTEST <= len(value) <= LONGEST:
            message = _("姓名“{name}”有{count}个字，应为2至36个字，请核对。")
            return (error(message.format(name=value, count=len(value))),)
        if _ODD.search(value):
            message = _("姓名“{name}”里有显示不出来的字，请按身份证改成正确的字。")
            return (warning(message.format(name=value)),)
        if not _ALLOWED.fullmatch(value):
            return (warning(_("姓名“{name}”里有不常见的符号，请按身份证核对。").format(name=value)),)
        return ()


def tidy(name: str) -> str:
    """A name without gaps between its characters, its dots U+00B7."""
    text = unicodedata.normalize("NFC", name)
    if any(character > "\u2e7f" for character in text):
        text = text.translate(_DOTS)
    return _GAP.sub("", text).strip(" ·")


PERSON_NAME = PersonName()
