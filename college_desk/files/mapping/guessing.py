"""What a header may mean that no title says: a slip of the pen, the column before it, its own values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from college_desk.files.mapping.confusing import are_confused
from college_desk.files.mapping.evidence import (
    FEWEST_VALUES,
    NEARLY_ALL,
    Values,
    are_birth_dates,
    are_bodies,
    are_people,
    first_of_kind,
    readable,
    share_valid,
    shows_itself,
)
from college_desk.files.mapping.folding import fold
from college_desk.files.mapping.generic import GENERIC, OF_ANY_TEXT, SAYS_LITTLE
from college_desk.files.mapping.header_cell import HeaderCell
from college_desk.files.mapping.opposites import are_opposed, opposite
from college_desk.files.mapping.title import edits, title
from college_desk.files.mapping.vocabulary import Match, Target, Vocabulary
from college_desk.records.values.code import Code
from college_desk.records.values.credit_code import CREDIT_CODE
from college_desk.records.values.identity_number import IDENTITY_NUMBER
from college_desk.records.values.value_type import Cell

C = TypeVar("C")
Claim = Callable[[float, int, Target], C]

_PREFIXED, _ALIKE, _MISSPELT, _NEIGHBOUR, _VALUES = 0.85, 0.83, 0.8, 0.75, 0.65
_SHORTEST_MISSPELT, _SHORTEST_CONFUSED = 4, 3
_NOUNS = frozenset("日号名级类数额贴薪费")
_SHORTEST_WITH_ANOTHER_CHARACTER = 6
_ENOUGH_READABLE = 0.6
_LABELS, _UNTITLED, _LIKE = 0.6, 0.55, 0.7
_ENOUGH_SHARED, _MOST_SHARED = 0.6, 0.75

_OF_THE_PERSON = ("本人", "个人", "人员", "现", "目前", "您的", "填写")
_TAILS = ("信息", "情况", "栏", "全称", "详情")
_ENDINGS_ALIKE: tuple[tuple[str, ...], ...] = (
    ("日期", "时间", ""),
    ("编号", "号码", "编码", "号"),
    ("联系电话", "联系方式", "手机号码", "手机号", "手机", "电话"),
    ("等级", "级别"),
)
_NOUN_END = re.compile(r"(?:姓名|名称|全称|编号|号码|电话|日期|等级)$")
_NEVER = re.compile(
    r"序号|行号|^no$|签字|签名|盖章|说明|备注|qq|微信|邮箱|邮编|住校|住宿|照片|年龄|周岁|合计|小计|籍贯|身高|体重",
    re.I,
)
_OTHERS = re.compile(r"监护|家长|成员|父|母|配偶|导师|师傅|法人|法定|紧急|介绍|担保|经办|联系人")


def by_neighbour(
    cell: HeaderCell, texts: Mapping[int, str], words: Vocabulary, claim: Claim[C]
) -> Iterator[C]:
    """A word that says little by itself, read with the header before it: 监护人姓名 | 电话, 协议 | 编号."""
    read = cell.title.core
    if not GENERIC.match(read):
        return
    before = title(texts.get(cell.index - 1, "")).core
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
            if readable(match.target, values(cell.index)) >= _ENOUGH_READABLE:
                yield claim(_PREFIXED * match.confidence, cell.index, match.target)
    for match in _alike(read, cell.title.whole, words):
        if readable(match.target, values(cell.index)) >= _ENOUGH_READABLE:
            yield claim(match.confidence, cell.index, match.target)


def _alike(core: str, whole: str, words: Vocabulary) -> Iterator[Match]:
    """What titles mean from which this one differs in interchangeable parts, or by one slip."""
    if not SAYS_LITTLE.match(core):
        for match in words.look_up_alike(core):
            yield Match(match.target, _ALIKE * match.confidence)
    for read in dict.fromkeys((core, whole)):
        if len(read) < _SHORTEST_CONFUSED:
            continue
        for known in words.known_words():
            if _slip(read, known):
                for match in words.look_up(known):
                    yield Match(match.target, _MISSPELT * match.confidence)


def by_likeness(cell: HeaderCell, words: Vocabulary, values: Values, claim: Claim[C]) -> Iterator[C]:
    """A title most of which is another's, over values that this other field reads and few others would."""
    read = fold(cell.title.core)
    found = values(cell.index)
    if (
        _NEVER.search(cell.title.core)
        or _OTHERS.search(cell.title.core)
        or SAYS_LITTLE.match(cell.title.core)
    ):
        return
    if len(read) < _SHORTEST_CONFUSED or len(found) < FEWEST_VALUES:
        return
    bodies = are_bodies(found)
    for known, matches in words.folded_words():
        for match in matches:
            if not match.target.own:
                continue
            free = match.target.field.type.code in OF_ANY_TEXT
            if bodies and match.target.field.type.code != "organisation_name":
                continue
            if _shared(read, known) < (_MOST_SHARED if free else _ENOUGH_SHARED):
                continue
            if readable(match.target, found) >= NEARLY_ALL:
                yield claim(_LIKE * _shared(read, known), cell.index, match.target)


def _shared(one: str, other: str) -> float:
    """The share of two titles' pairs of neighbouring characters that both have (Dice), their last noun (日, 号) aside.

    0 where the nouns differ, or an opposite.
    """
    nouns = [text[-1] if text[-1:] in _NOUNS else "" for text in (one, other)]
    stems = [text[:-1] if noun else text for text, noun in zip((one, other), nouns, strict=True)]
    if nouns[0] != nouns[1]:
        return 0.0
    ours, theirs = ({text[at : at + 2] for at in range(len(text) - 1)} for text in stems)
    if not ours or not theirs:
        return 0.0
    if are_opposed(one, other):
        return 0.0
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


def by_values(
    cell: HeaderCell, words: Vocabulary, values: Values, numbers: Sequence[Cell], claim: Claim[C]
) -> Iterator[C]:
    """Values that speak for themselves under a header that says nothing, or none.

    numbers: the identity numbers of the sheet's people, empty where no column is known to hold them.
    """
    read = cell.title.core if cell.text else ""
    if _OTHERS.search(read) or (_NEVER.search(read) and read):
        return
    found = values(cell.index)
    if len(found) < FEWEST_VALUES:
        return
    for kind in (IDENTITY_NUMBER, CREDIT_CODE):
        if share_valid(kind, found) < NEARLY_ALL:
            continue
        for target in words.targets:
            if type(target.field.type) is type(kind) and target == first_of_kind(target, words):
                yield claim(_VALUES if target.own else _VALUES - 0.01, cell.index, target)
    if not SAYS_LITTLE.match(read):
        return
    for target in _showing_itself(words, found):
        yield claim(_LABELS, cell.index, target)
    if not read:
        for target in _untitled(words, found, numbers):
            yield claim(_UNTITLED, cell.index, target)


def _showing_itself(words: Vocabulary, found: Sequence[Cell]) -> list[Target]:
    """The field of the register's own phone, or the only one of its codes whose labels the values are."""
    own = [target for target in words.targets if target.own]
    phones = [each for each in own if each.field.type.code == "phone"][:1]
    codes = [each for each in own if isinstance(each.field.type, Code) and shows_itself(each, found)]
    return [each for each in phones if shows_itself(each, found)] + (codes if len(codes) == 1 else [])


def _untitled(words: Vocabulary, found: Sequence[Cell], numbers: Sequence[Cell]) -> Iterator[Target]:
    """What a column without any header holds: names of people or bodies, days of birth."""
    told = (
        ("person_name", ("name", "holder"), are_people(found)),
        ("organisation_name", ("enterprise", "employer", "name", "unit"), are_bodies(found)),
        ("day_or_month", ("birth_date",), are_birth_dates(found, numbers)),
    )
    for code, names, is_so in told:
        target = next((each for each in map(words.named, names) if each is not None), None)
        if is_so and target is not None and target.own and target.field.type.code == code:
            yield target


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
        return min(len(read), len(known)) >= _SHORTEST_MISSPELT
    differing = [(one, other) for one, other in zip(read, known, strict=True) if one != other]
    if len(differing) == 2:
        return True
    if opposite(*differing[0]):
        return False
    return len(read) >= _SHORTEST_WITH_ANOTHER_CHARACTER or are_confused(*differing[0])
