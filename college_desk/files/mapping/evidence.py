"""What a column's values say by themselves: identity numbers, credit codes, phones, names, days, code labels."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from college_desk.files.mapping.vocabulary import Target, Vocabulary
from college_desk.files.sheets.book import cell_text
from college_desk.records.values.code import Code
from college_desk.records.values.credit_code import CREDIT_CODE
from college_desk.records.values.identity_number import IDENTITY_NUMBER
from college_desk.records.values.value_type import Cell, ValueType

NEARLY_ALL = 0.8
FEWEST_VALUES = 3

Values = Callable[[int], Sequence[Cell]]
"""The first filled cells of a column."""

_MOBILE = re.compile(r"(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?:\.0)?")
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,8}(?:[·•.．][\u4e00-\u9fff]{2,12})+")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖"
    "贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷"
    "詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时"
)
_BODY = re.compile(r"(?:公司|集团|厂|商店|中心|研究院|研究所|合作社|酒店|医院|银行|商行|事务所)(?:[(（].*)?$")
_INSTITUTION = re.compile(
    r"(?:学院|大学|学校|中学|职专|技校|局|厅|委员会|协会|学会|联合会|总工会|人民政府|工会|基金会|银行.{0,6}支行|分行|合作联社|总厂|(?:教育|社会保障|人社|信息化|农业农村|财政|商务|运输)部)(?:[(（].*)?$"
)
_BIRTH = slice(6, 14)


def share_valid(kind: ValueType[str], found: Sequence[Cell]) -> float:
    """The share of cells that are right by their own check characters."""
    if not found:
        return 0.0
    read = (kind.read(cell) for cell in found)
    valid = sum(
        1
        for each in read
        if each.value is not None and all(fault.severity == "warning" for fault in each.faults)
    )
    return valid / len(found)


def readable(target: Target, found: Sequence[Cell]) -> float:
    """The share of a column's values that its field can read without an error; 0 for none."""
    if not found:
        return 0.0
    read = [target.field.type.read(cell) for cell in found]
    fit = sum(1 for each in read if not any(fault.severity != "warning" for fault in each.faults))
    return fit / len(found)


def share_matching(pattern: re.Pattern[str], found: Sequence[Cell]) -> float:
    """The share of cells whose whole text is of a pattern."""
    if not found:
        return 0.0
    texts = (unicodedata.normalize("NFKC", cell_text(cell)).strip() for cell in found)
    return sum(1 for text in texts if pattern.fullmatch(text)) / len(found)


def are_people(found: Sequence[Cell]) -> bool:
    """Whether a column's texts are names of people."""
    texts = [re.sub(r"\s+", "", cell) if isinstance(cell, str) else "" for cell in found]
    named = [text for text in texts if _PERSON.fullmatch(text)]
    if len(named) < NEARLY_ALL * len(texts) or len(set(named)) * 2 <= len(named):
        return False
    return sum(1 for text in named if text[0] in _SURNAMES or "·" in text) >= NEARLY_ALL * len(named)


def are_bodies(found: Sequence[Cell]) -> bool:
    """Whether a column's texts are names of enterprises and the like."""
    texts = [cell.strip() if isinstance(cell, str) else "" for cell in found]
    return bool(texts) and sum(1 for text in texts if _BODY.search(text)) >= NEARLY_ALL * len(texts)


def are_institutions(found: Sequence[Cell]) -> bool:
    """Whether a column's texts are names of enterprises, schools, offices and the like."""
    texts = [cell.strip() if isinstance(cell, str) else "" for cell in found]
    named = sum(1 for text in texts if _BODY.search(text) or _INSTITUTION.search(text))
    return bool(texts) and named >= NEARLY_ALL * len(texts)


def are_birth_dates(days: Sequence[Cell], numbers: Sequence[Cell]) -> bool:
    """Whether the days of a column are those within the identity numbers of another, cell by cell."""
    pairs = [
        (_eight_digits(day), str(number)[_BIRTH])
        for day, number in zip(days, numbers, strict=False)
        if isinstance(number, str) and len(number) == 18
    ]
    return len(pairs) >= FEWEST_VALUES and sum(one == other for one, other in pairs) >= NEARLY_ALL * len(
        pairs
    )


def _eight_digits(day: Cell) -> str:
    if isinstance(day, dt.date):
        return f"{day:%Y%m%d}"
    parts: list[str] = re.findall(r"\d+", cell_text(day))
    if len(parts) == 1:
        return parts[0]
    return "".join(part.zfill(2) for part in parts[:3])


@dataclass(frozen=True)
class _Kind:
    """A kind of value that shows by itself, and the fields that hold it."""

    is_of: Callable[[Target], bool]
    share: Callable[[Target, Sequence[Cell]], float]


def _labels_of(target: Target, found: Sequence[Cell]) -> float:
    """The share of cells that are a label or alias of the field's code table; bare codes say nothing."""
    kind = target.field.type
    if not isinstance(kind, Code) or not found:
        return 0.0
    texts = [cell.strip() if isinstance(cell, str) else "" for cell in found]
    known = [text for text in texts if text and not text.isascii() and kind.table.exactly(text) is not None]
    return len(known) / len(found)


_KINDS = (
    _Kind(
        lambda each: type(each.field.type) is type(IDENTITY_NUMBER),
        lambda _each, found: share_valid(IDENTITY_NUMBER, found),
    ),
    _Kind(
        lambda each: type(each.field.type) is type(CREDIT_CODE),
        lambda _each, found: share_valid(CREDIT_CODE, found),
    ),
    _Kind(lambda each: each.field.type.code == "phone", lambda _each, found: share_matching(_MOBILE, found)),
    _Kind(lambda each: isinstance(each.field.type, Code), _labels_of),
)


def shows_itself(target: Target, found: Sequence[Cell]) -> bool:
    """Whether nearly all values are of a pattern that only fields of the target's kind hold."""
    if len(found) < FEWEST_VALUES:
        return False
    return any(kind.is_of(target) and kind.share(target, found) >= NEARLY_ALL for kind in _KINDS)


def first_of_kind(target: Target, words: Vocabulary) -> Target:
    """The first field of a target's type: the person's own number, not his mentor's; the enterprise's own code."""
    return next(each for each in words.targets if type(each.field.type) is type(target.field.type))
