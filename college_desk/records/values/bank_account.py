"""Bank accounts: a person's card, checked by Luhn, and an organisation's account."""

from __future__ import annotations

import re
from typing import Any

from college_desk.base.translation import _
from college_desk.records.values.cell_text import code_text, has_lost_digits, plain_text
from college_desk.records.values.cell_type import EMPTY, TextType, error, unreadable, warning
from college_desk.records.values.value_type import Cell, Fault, Reading

_CARD_LENGTHS = range(16, 20)
_ACCOUNT_LENGTHS = range(8, 31)
_PARTING = re.compile(r"[-_.·—–]")
_DOUBLED = str.maketrans("0123456789", "0246813579")


class BankAccount(TextType):
    """A person's bank account as text (银行账号); a card has 16 to 19 digits and a check digit."""

    code = "bank_account"
    sensitive = True

    def parse(self, cell: Cell, context: Any) -> Reading[str]:
        """The account without spaces and hyphens."""
        if has_lost_digits(cell):
            message = _("账号“{text}”的原始数字已丢失，请照卡面补录，并把这一列设为文本格式。")
            return unreadable(message.format(text=plain_text(cell)))
        text = _PARTING.sub("", code_text(cell))
        if not text:
            return EMPTY
        if not any(character.isdigit() for character in text):
            message = _("“{text}”不是银行账号，请照卡面填写账号。")
            return unreadable(message.format(text=plain_text(cell)))
        return self.judged(text)

    def faults(self, value: str) -> tuple[Fault, ...]:
        """Other characters are an error; an unusual length or a wrong check digit is a warning."""
        if not (value.isascii() and value.isdigit()):
            message = _("账号“{number}”里有数字以外的字符，请照卡面核对。")
            return (error(message.format(number=value)),)
        if len(value) not in _ACCOUNT_LENGTHS:
            message = _("账号“{number}”是{count}位，银行卡应为16至19位，请照卡面核对。")
            return (error(message.format(number=value, count=len(value))),)
        return self._doubts(value)

    def _doubts(self, value: str) -> tuple[Fault, ...]:
        if len(value) not in _CARD_LENGTHS:
            message = _("账号“{number}”是{count}位，银行卡一般为16至19位，请照卡面核对。")
            return (warning(message.format(number=value, count=len(value))),)
        if not passes_luhn(value):
            message = _("账号“{number}”的校验位不对，请照卡面逐位核对；存折可不理会。")
            return (warning(message.format(number=value)),)
        return ()


class CompanyAccount(BankAccount):
    """An organisation's account (对公账号); its length varies and it carries no check digit."""

    code = "company_account"

    def _doubts(self, value: str) -> tuple[Fault, ...]:
        return ()


def passes_luhn(digits: str) -> bool:
    """Whether the last of the digits is the Luhn check digit of those before it."""
    as_they_are = digits[-1::-2]
    doubled = digits[-2::-2].translate(_DOUBLED)
    return sum(map(int, as_they_are + doubled)) % 10 == 0


BANK_ACCOUNT = BankAccount()
COMPANY_ACCOUNT = CompanyAccount()
