"""What a header may mean that no title says: a slip of the pen, the column before it, its own values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from college_desk.files.mapping.header_row import HeaderCell
from college_desk.files.mapping.title import edits, title
from college_desk.files.mapping.vocabulary import Target, Vocabulary
from college_desk.records.values.credit_code import CREDIT_CODE
from college_desk.records.values.identity_number import IDENTITY_NUMBER
from college_desk.records.values.value_type import Cell, ValueType

C = TypeVar("C")
Values = Callable[[int], Sequence[Cell]]
Claim = Callable[[float, int, Target], C]

_PREFIXED, _MISSPELT, _NEIGHBOUR, _VALUES = 0.85, 0.8, 0.75, 0.65
_SHORTEST_MISSPELT = 4
_SHORTEST_WITH_ANOTHER_CHARACTER = 6
_ENOUGH_READABLE = 0.6
_NEARLY_ALL = 0.8
_FEWEST_VALUES = 3

_OF_THE_PERSON = ("本人", "个人", "人员", "现", "目前", "您的", "填写")
_TAILS = ("信息", "情况", "栏", "全称", "详情")
_ENDINGS_ALIKE: tuple[tuple[str, ...], ...] = (
    ("日期", "时间", ""),
    ("编号", "号码", "编码", "号"),
    ("联系电话", "联系方式", "手机号码", "手机号", "手机", "电话"),
    ("等级", "级别"),
)
_GENERIC = re.compile(
    r"^(?:编号|号码|号|名称|姓名|日期|时间|电话|联系电话|手机|手机号|手机号码|联系方式|等级|级别|地址|关系|与学生关系|代码|类型|类别)$"
)
_NOUN_END = re.compile(r"(?:姓名|名称|全称|编号|号码|电话|日期|等级)$")
_NEVER = re.compile(
    r"序号|行号|^no$|签字|签名|盖章|说明|备注|qq|微信|邮箱|邮编|住校|住宿|照片|年龄|周岁|合计|小计|籍贯|身高|体重",
    re.I,
)
_OTHERS = re.compile(r"监护|家长|成员|父|母|配偶|导师|师傅|法人|法定|紧急|介绍|担保|经办|联系人")
_OPPOSITES = {
    frozenset(pair)
    for pair in (
        "起止", "始终", "起终", "入离", "入出", "学职", "毕就", "毕企", "专行", "专职", "校企", "应实", "前后", "上下", "男女", "收付",
        "生师", "学企", "单个", "班职", "学业", "入毕", "学教", "双单", "总均", "初终", "正副", "甲乙", "社医",
    )
}  # fmt: skip


def by_neighbour(cell: HeaderCell, texts: Sequence[str], words: Vocabulary, claim: Claim[C]) -> Iterator[C]:
    """A word that says little by itself, read with the header before it: 监护人姓名 | 电话, 协议 | 编号."""
    read = cell.title.core
    if not _GENERIC.match(read) or cell.index == 0:
        return
    before = title(texts[cell.index - 1]).core
    stem = _NOUN_END.sub("", before)
    for joined in dict.fromkeys((before + read, stem + read)):
        if joined == read:
            continue
        for match in words.look_up(joined):
            yield claim(_NEIGHBOUR * match.confidence, cell.index, match.target)


def by_spelling(cell: HeaderCell, words: Vocabulary, values: Values, claim: Claim[C]) -> Iterator[C]:
    """A title with a word too many (学生手机号), another ending (聘期起始日期) or one slip; its values must be readable."""
    read = cell.title.core
    if len(read) < 2 or _NEVER.search(read):
        return
    for shorter in _without_extra_words(read, words.entity_words):
        for match in words.look_up(shorter):
            if _readable(match.target, values(cell.index)) >= _ENOUGH_READABLE:
                yield claim(_PREFIXED * match.confidence, cell.index, match.target)
    if len(read) < _SHORTEST_MISSPELT:
        return
    for known in words.known_words():
        if not _slip(read, known):
            continue
        for match in words.look_up(known):
            if _readable(match.target, values(cell.index)) >= _ENOUGH_READABLE:
                yield claim(_MISSPELT * match.confidence, cell.index, match.target)


def by_values(cell: HeaderCell, words: Vocabulary, values: Values, claim: Claim[C]) -> Iterator[C]:
    """A column of valid identity numbers or credit codes under a header that says nothing, or none."""
    if _OTHERS.search(cell.title.core) or _NEVER.search(cell.title.core):
        return
    found = values(cell.index)
    if len(found) < _FEWEST_VALUES:
        return
    for kind in (IDENTITY_NUMBER, CREDIT_CODE):
        if _share_valid(kind, found) < _NEARLY_ALL:
            continue
        for target in words.targets:
            if type(target.field.type) is type(kind):
                yield claim(_VALUES if target.own else _VALUES - 0.01, cell.index, target)


def _without_extra_words(read: str, entities: Sequence[str]) -> Iterator[str]:
    for front in (*entities, *_OF_THE_PERSON):
        if read.startswith(front) and len(read) > len(front) + 1:
            shorter = read[len(front) :]
            yield shorter
            yield from (shorter[len(more) :] for more in _OF_THE_PERSON if shorter.startswith(more))
    for tail in _TAILS:
        if read.endswith(tail) and len(read) > len(tail) + 1:
            yield read[: -len(tail)]
    for alike in _ENDINGS_ALIKE:
        ending = next((each for each in alike if each and read.endswith(each)), None)
        if ending is not None and len(read) > len(ending) + 1:
            yield from (read[: -len(ending)] + other for other in alike if other != ending)


def _slip(read: str, known: str) -> bool:
    """Whether two titles differ by one character as a slip of the pen does, not as 起始 from 终止."""
    if abs(len(read) - len(known)) > 1 or edits(read, known) != 1:
        return False
    if len(read) != len(known):
        return min(len(read), len(known)) >= _SHORTEST_MISSPELT - 1
    differing = [(one, other) for one, other in zip(read, known, strict=True) if one != other]
    if len(differing) == 2:
        return True
    if len(read) < _SHORTEST_WITH_ANOTHER_CHARACTER:
        return False
    return frozenset(differing[0]) not in _OPPOSITES


def _readable(target: Target, found: Sequence[Cell]) -> float:
    """The share of a column's values that its field can read; 0 for none."""
    if not found:
        return 0.0
    read = [target.field.type.read(cell) for cell in found]
    fit = sum(1 for each in read if not any(fault.severity != "warning" for fault in each.faults))
    return fit / len(found)


def _share_valid(kind: ValueType[str], found: Sequence[Cell]) -> float:
    read = [kind.read(cell) for cell in found]
    valid = sum(
        1
        for each in read
        if each.value is not None and all(fault.severity == "warning" for fault in each.faults)
    )
    return valid / len(found)
