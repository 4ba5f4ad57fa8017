"""The unified social credit code of an organisation (统一社会信用代码), GB 32100-2015."""

from __future__ import annotations

import functools
import re
from typing import Any

from college_desk.base.translation import _
from college_desk.records.values.cell_text import code_text, has_lost_digits, plain_text
from college_desk.records.values.cell_type import EMPTY, TextType, error, unreadable
from college_desk.records.values.identity_check import PROVINCES
from college_desk.records.values.value_type import Cell, Fault, Reading

_SHAPE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}", re.ASCII)
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_AUTHORITIES = frozenset("123456789ANY")
_CATEGORIES = {"1": "12349", "5": "12349", "9": "1239"}
_MISTAKEN = str.maketrans({"O": "0", "I": "1", "Z": "2", "S": "5", "V": "U"})
_OLD_LICENCE = 15
_ORGANISATION_CODE = 9
_STRAY = re.compile(r"[-_.·:：,，;；'\"“”]")


class CreditCode(TextType):
    """A credit code as text, upper-case."""

    code = "credit_code"

    def parse(self, cell: Cell, context: Any) -> Reading[str]:
        """The code without spaces and punctuation."""
        if has_lost_digits(cell):
            message = _("信用代码“{text}”的原始数字已丢失，请按营业执照补录，并把这一列设为文本格式。")
            return unreadable(message.format(text=plain_text(cell)))
        text = _STRAY.sub("", code_text(cell).upper())
        if not text:
            return EMPTY
        if not re.fullmatch(r"[0-9A-Z]+", text, re.ASCII):
            message = _("“{text}”不是统一社会信用代码，请照营业执照填写18位代码。")
            return unreadable(message.format(text=plain_text(cell)))
        return self.judged(text)

    def faults(self, value: str) -> tuple[Fault, ...]:
        """What is wrong with a code, the gravest only."""
        problem = _problem_of(value)
        if problem is None:
            return ()
        likely = value.translate(_MISTAKEN)
        suggestion = likely if likely != value and _problem_of(likely) is None else None
        return (error(problem.format(code=value, count=len(value)), suggestion),)


def _problem_of(code: str) -> str | None:
    """The sentence about what is wrong with a code, its places {code} and {count} still open; or None."""
    if len(code) == _OLD_LICENCE and code.isdigit():
        return _("“{code}”是15位营业执照注册号，请填18位统一社会信用代码。")
    if len(code) == _ORGANISATION_CODE:
        return _("“{code}”是9位组织机构代码，请填18位统一社会信用代码。")
    if len(code) != _LENGTH:
        return _("信用代码“{code}”是{count}位，应为18位，请照营业执照核对。")
    if not _SHAPE.fullmatch(code):
        return _("信用代码“{code}”里有不使用的字母（I、O、S、V、Z），请照营业执照核对。")
    if code[0] not in _AUTHORITIES or code[1] not in _CATEGORIES.get(code[0], _ALPHABET):
        return _("信用代码“{code}”的前两位不是登记管理部门和机构类别，请照营业执照核对。")
    if not (code[2:8].isdigit() and (code[2:4] in PROVINCES or code[2:4] == "10")):
        return _("信用代码“{code}”的第3至8位不是行政区划代码，请照营业执照核对。")
    if organisation_check(code[8:16]) != code[16]:
        return _("信用代码“{code}”的第17位校验码不对，请照营业执照逐位核对。")
    if check_character(code[:17]) != code[17]:
        return _("信用代码“{code}”的末位校验码不对，请照营业执照逐位核对。")
    return None


_LENGTH = 18


@functools.lru_cache(maxsize=4096)
def check_character(first_seventeen: str) -> str:
    """The eighteenth character that belongs to seventeen (GB 32100)."""
    from stdnum.cn import uscc  # looked up when a code is read: not needed at start-up

    return str(uscc.calc_check_digit(first_seventeen))


def organisation_check(first_eight: str) -> str:
    """The check character of an organisation code's first eight characters (GB 11714)."""
    total = sum(
        int(each, 36) * weight for each, weight in zip(first_eight, _ORGANISATION_WEIGHTS, strict=True)
    )
    remainder = 11 - total % 11
    return {10: "X", 11: "0"}.get(remainder, str(remainder))


def is_valid(code: str) -> bool:
    """Whether a code is right in its shape, its registration authority and both check characters."""
    return _problem_of(code) is None


CREDIT_CODE = CreditCode()
