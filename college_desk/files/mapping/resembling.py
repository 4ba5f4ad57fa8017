"""Columns left over when titles, slips and neighbours have spoken: the free field that title and values together suit.

A title alone that is only like another says little; over values that few fields can hold it says enough.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from college_desk.files.mapping.evidence import (
    FEWEST_VALUES,
    NEARLY_ALL,
    Values,
    are_institutions,
    are_people,
    readable,
    shows_itself,
)
from college_desk.files.mapping.folding import fold
from college_desk.files.mapping.generic import OF_ANY_TEXT, SAYS_LITTLE, counts_up
from college_desk.files.mapping.header_cell import HeaderCell
from college_desk.files.mapping.likeness import ENDS_SO, HOLDS_IN_ORDER, likest
from college_desk.files.mapping.paths import joined
from college_desk.files.mapping.vocabulary import SHARED, Target, Vocabulary
from college_desk.records.register import REGISTERS
from college_desk.records.values.value_type import Cell

SUITS, GUESSED_KEY = 0.68, 0.5
"""How sure a field is that title and values suit, and a key field that something must fill."""

_ENOUGH_IF_ANY_TEXT, _ENOUGH_IF_A_DAY, _ENOUGH_IF_TYPED, _ENOUGH_IF_SHOWN = 0.7, 0.66, 0.6, 0.2
_DAYS = frozenset({"day", "day_or_month", "end_day", "month"})
_ENOUGH_FOR_A_KEY = 0.35
_CLEARLY_BETTER, _CLEARLY_ALIKE = 0.07, 0.2
_SHOWN, _TYPED = 0.35, 0.1
_CARRIED = 0.1
_LONGEST_TITLE = 16

_NO_FIELD = re.compile(
    r"序号|行号|^no$|签[字名章收]|盖章|说明|备注|qq|微信|邮箱|邮编|传真|网址|住校|住宿|宿舍|照片|年龄|周岁|合计|小计|籍贯|身高|体重|尺码"
    r"|鞋码|血型|视力|婚姻|健康|车牌|食堂|审核|审批|核对|意见|确认人|班主任|辅导员|爱好|特长|家庭人口|中考|高考|学费|领取|发放|普通话|计算机|英语|外语"
    r"|体育|操行|监考|填表|复核|信息员|招生老师|到校|满意|评语",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"监护|家长|成员|父|母|配偶|法人|法定|紧急|介绍|担保|招生老师|推荐")
_OF_BODIES = re.compile(r"企|公司|单位|学校|校方|院校|师傅|导师|师")
_CONTACT = re.compile(r"(?:名|电话|身份证号|证号|址)$")


@dataclass(frozen=True, slots=True)
class Suited:
    """A column and the field that suits it; sure: 0 to 1, `GUESSED_KEY` where something had to fill a key field."""

    index: int
    target: Target
    sure: float


@dataclass(frozen=True, slots=True)
class _Fit:
    weight: float
    index: int
    target: Target
    alike: float


def suited(
    cells: Sequence[HeaderCell], words: Vocabulary, values: Values, filled: Collection[tuple[str, str]]
) -> Iterator[Suited]:
    """The open columns with the free fields that suit them, each field and each column once.

    cells: the open ones; filled: the fields that other columns fill.
    """
    taken = set(filled)
    settled: set[int] = set()
    fits = [fit for cell in cells for fit in _clear(_fits(cell, words, values, taken))]
    for fit in sorted(fits, key=lambda each: (-each.weight, each.index)):
        if fit.index not in settled and fit.target.key not in taken:
            settled.add(fit.index)
            taken.add(fit.target.key)
            yield Suited(fit.index, fit.target, SUITS)
    left = [cell for cell in cells if cell.index not in settled]
    for target in _keys(words):
        if target.key in taken:
            continue
        best = max(
            (each for cell in left if (each := _as_key(cell, target, words, values)) is not None),
            key=lambda fit: (fit.weight, -fit.index),
            default=None,
        )
        if best is not None:
            left = [cell for cell in left if cell.index != best.index]
            taken.add(target.key)
            yield Suited(best.index, target, GUESSED_KEY)


def _clear(fits: Sequence[_Fit]) -> Sequence[_Fit]:
    """The best fit of a column, if no other comes near it."""
    ranked = sorted(fits, key=lambda fit: -fit.weight)
    if len(ranked) > 1 and ranked[0].weight - ranked[1].weight < _CLEARLY_BETTER:
        ranked = sorted(ranked[:2], key=lambda fit: -fit.alike)
        if ranked[0].alike - ranked[1].alike < _CLEARLY_ALIKE:
            return ()
    return ranked[:1]


def _fits(
    cell: HeaderCell, words: Vocabulary, values: Values, taken: Collection[tuple[str, str]]
) -> list[_Fit]:
    """The free fields that a column's title and values may mean."""
    if not _may_be_a_field(cell):
        return []
    found = values(cell.index)
    if not found or _only_numbers_rows(found):
        return []
    enough = len(found) >= FEWEST_VALUES
    people, bodies = enough and are_people(found), enough and are_institutions(found)
    fits = []
    core = joined(cell)
    for target, alike in likest(core, words).items():
        if _is_anothers(fold(core), target, words):
            continue
        if target.key in taken or target.field.name in SHARED or not (enough or alike >= HOLDS_IN_ORDER):
            continue
        weight = _weight(target, alike, found, people=people, bodies=bodies)
        if weight is not None:
            fits.append(_Fit(weight - (0.0 if target.own else _CARRIED), cell.index, target, alike))
    return fits


def _weight(
    target: Target, alike: float, found: Sequence[Cell], *, people: bool, bodies: bool
) -> float | None:
    """How well a field suits, by its title's likeness and the values; None where it does not."""
    code = target.field.type.code
    if people or bodies:
        of_kind = code == ("person_name" if people else "organisation_name")
        shown = of_kind and (bodies or target.field.name == "name")
        if not shown and alike < (_ENOUGH_IF_TYPED if of_kind else ENDS_SO):
            return None
    else:
        if code in ("person_name", "organisation_name") and alike < ENDS_SO:
            return None
        shown = shows_itself(target, found)
    if alike < _enough(code, shown=shown) or not (shown or readable(target, found) >= NEARLY_ALL):
        return None
    return alike + (_SHOWN if shown else 0.0 if code in OF_ANY_TEXT else _TYPED)


def _enough(code: str, *, shown: bool) -> float:
    """How much alike a title must be for a field of a type; values that show themselves ask for little."""
    if shown:
        return _ENOUGH_IF_SHOWN
    if code in OF_ANY_TEXT:
        return _ENOUGH_IF_ANY_TEXT
    return _ENOUGH_IF_A_DAY if code in _DAYS else _ENOUGH_IF_TYPED


def _is_anothers(read: str, target: Target, words: Vocabulary) -> bool:
    """Whether a title speaks of somebody's name or number whom the field does not mean (班主任电话, 企业电话)."""
    own = (target.field.title, *target.field.aliases)
    for pattern in (_OF_OTHERS, *((_OF_BODIES,) if _CONTACT.search(read) else ())):
        met = pattern.search(read)
        if met and not any(met[0] in fold(each) for each in own) and met[0] not in words.entity_words:
            return True
    return False


def _may_be_a_field(cell: HeaderCell) -> bool:
    read = cell.title.core
    return (
        bool(cell.text)
        and 2 <= len(read) <= _LONGEST_TITLE
        and not _NO_FIELD.search(cell.title.whole)
        and not SAYS_LITTLE.match(read)
    )


def _only_numbers_rows(found: Sequence[Cell]) -> bool:
    """Whether a column counts up, and not only repeats one year or number."""
    return len(set(found)) * 2 > len(found) and counts_up(found)


def _keys(words: Vocabulary) -> Iterator[Target]:
    """The fields without which no row of the register can be kept or told apart: its key's, and a person's name."""
    register = REGISTERS[words.register.code]
    names = [*register.key[:1], *(("name",) if register.field("name") is not None else ())]
    for name in dict.fromkeys(register.by_name[each].name for each in names):
        target = words.named(name)
        if target is not None and target.own and target.field.type.code in OF_ANY_TEXT:
            yield target


def _as_key(cell: HeaderCell, target: Target, words: Vocabulary, values: Values) -> _Fit | None:
    """How well a column can be a key field that no other column fills; None where it cannot."""
    if not _may_be_a_field(cell):
        return None
    found = values(cell.index)
    if len(found) < FEWEST_VALUES or _only_numbers_rows(found):
        return None
    code = target.field.type.code
    people, bodies = are_people(found), are_institutions(found)
    alike = likest(joined(cell), words).get(target, 0.0)
    if code == "person_name":
        fits = people and not _OF_OTHERS.search(cell.title.core)
    elif code == "organisation_name":
        fits = bodies
    else:
        varied = len({str(each).strip() for each in found}) * 2 > len(found)
        fits = varied and alike >= _ENOUGH_FOR_A_KEY and readable(target, found) >= NEARLY_ALL
    return _Fit(alike, cell.index, target, alike) if fits else None
