"""Amounts in capitals (大写金额) as bank papers and forms want them: 人民币贰万陆仟元整.

Source: 支付结算办法, 附件一 正确填写票据和结算凭证的基本规定.
"""

from __future__ import annotations

import re
from decimal import Decimal

PREFIX = "人民币"
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")
_GROUP = 10_000
_OTHER_SPELLINGS = str.maketrans(
    {"圆": "元", "正": "整", "〇": "零", "贳": "贰", "弍": "贰", "叄": "叁", "弐": "贰", "两": "贰"}
)


def capitals(amount: Decimal) -> str:
    """An amount in yuan, to the cent, in capitals with 人民币 before it; a negative one with 负.

    To the yuan it ends with 整, to the jiao and to the fen it does not. Raises ValueError for more than
    two decimals, and from a million million yuan on.
    """
    cents = abs(amount) * 100
    if cents != cents.to_integral_value() or cents >= Decimal(10) ** 14:
        raise ValueError(f"{amount} yuan cannot be written in capitals")
    yuan, rest = divmod(int(cents), 100)
    jiao, fen = divmod(rest, 10)
    words = f"{_whole(yuan)}元" if yuan else ""
    if jiao:
        words += ("零" if yuan and yuan % 10 == 0 else "") + f"{_DIGITS[jiao]}角"
    if fen:
        words += ("零" if yuan and not jiao else "") + f"{_DIGITS[fen]}分"
    elif not jiao:
        words = f"{words or '零元'}整"
    elif not words:
        words = "零元整"
    return f"{PREFIX}{'负' if amount < 0 else ''}{words}"


def says(text: str, amount: Decimal) -> bool:
    """Whether capitals written by somebody mean that amount, in either of the allowed spellings.

    A 零 more or less between yuan and jiao (叁拾元零伍角, 叁拾元伍角), a 整 after jiao, 圆 for 元, 正 for 整,
    壹拾 written 拾 at the beginning, and 人民币 left out are allowed.
    """
    return _bare(text) == _bare(capitals(amount))


def _bare(text: str) -> str:
    plain = re.sub(r"[\s:：￥¥]+", "", text).translate(_OTHER_SPELLINGS).removeprefix(PREFIX)
    plain = re.sub(r"^(负?)拾", r"\1壹拾", plain)
    return re.sub(r"零(?!元)|整$", "", plain)


def _whole(number: int) -> str:
    """Whole yuan, above zero, with 零 where places are skipped."""
    groups = []
    while number:
        number, group = divmod(number, _GROUP)
        groups.append(group)
    words = ""
    skipped = False
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if group == 0:
            skipped = bool(words)
            continue
        if words and (skipped or group < _GROUP // 10):
            words += "零"
        words += _four(group) + _GROUPS[place]
        skipped = False
    return words


def _four(group: int) -> str:
    """A number from 1 to 9999 with its places."""
    words = ""
    skipped = False
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if digit == 0:
            skipped = bool(words)
            continue
        words += ("零" if skipped else "") + _DIGITS[digit] + _PLACES[place]
        skipped = False
    return words
