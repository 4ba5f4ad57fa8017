"""How alike two people, or two enterprises, are: a score with what speaks for and against their being one."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from college_desk.base.translation import _
from college_desk.policy.name_likeness import organisation_core, plain_name
from college_desk.policy.nearness import NEAR, identity_blocks, near, near_identity
from college_desk.records.values import credit_code
from college_desk.records.values.identity_check import birth_date_of, eighteen, is_valid
from college_desk.records.values.month import Month
from college_desk.records.values.organisation_name import comparable

_OWN_NUMBER = 0.75

MARKS: Mapping[str, float] = {
    "phone": 0.5,
    "bank_account": 0.6,
    "student_number": _OWN_NUMBER,
    "registration_number": _OWN_NUMBER,
    "examinee_number": _OWN_NUMBER,
    "staff_number": _OWN_NUMBER,
    "skill_certificate_number": _OWN_NUMBER,
    "diploma_number": _OWN_NUMBER,
    "legal_representative": 0.25,
    "address": 0.3,
}
"""The fields that are somebody's own besides the number and the name, each with its weight alone."""

LISTED = 0.5
"""Pairs of this score and above are shown to somebody."""

Block = tuple[str, ...]
"""What alike records share: only records that share one are compared."""

CALLED = "called"
"""The kind of block of people of one name; a reason to compare them only where one has no right number."""


class Evidence(NamedTuple):
    """One thing that two records agree in, with the weight that it has alone, 0 to 1."""

    weight: float
    sentence: str


class Doubt(NamedTuple):
    """One thing that speaks against, with the factor by which it lowers the score."""

    factor: float
    sentence: str


@dataclass(frozen=True)
class Likeness:
    """score: 0 to 1 in hundredths; reasons: what speaks for, the strongest first; against: what does not."""

    score: float
    reasons: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True)
class Person:
    """What tells people apart; sound: the name in pinyin; marks: {name of MARKS: its value}."""

    name: str | None = None
    sound: str = ""
    number: str | None = None
    birth: dt.date | Month | None = None
    gender: str | None = None
    marks: Mapping[str, str] = field(default_factory=dict)

    @property
    def sure(self) -> bool:
        """Whether the number is right in itself, so that others of the same name are others."""
        return self.number is not None and is_valid(self.number)

    def blocks(self) -> Iterator[Block]:
        """What this person shares with anybody who may be the same one."""
        number = self.number and (eighteen(self.number) or self.number)
        if number:
            yield ("number", number)
            yield from identity_blocks(number)
        if self.name is not None:
            birth = self.birth or (birth_date_of(number) if number else None)
            if birth is not None:
                yield ("name", plain_name(self.name), str(birth))
                if self.sound:
                    yield ("sound", self.sound, str(birth))
            yield (CALLED, plain_name(self.name))
        for title, mark in self.marks.items():
            yield ("mark", title, mark)


@dataclass(frozen=True)
class Firm:
    """What tells enterprises apart; former: earlier names; kin: credit codes of its parent and successor."""

    name: str | None = None
    code: str | None = None
    former: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    marks: Mapping[str, str] = field(default_factory=dict)
    sound: str = ""
    sure: bool = True

    def blocks(self) -> Iterator[Block]:
        """What this enterprise shares with any that may be the same one."""
        if self.code is not None:
            yield ("code", self.code)
            for start in range(0, len(self.code), 6):
                yield (NEAR, f"-{start}", self.code[:start] + self.code[start + 6 :])
            for border in (5, 11):
                across = "".join(sorted(self.code[border : border + 2]))
                yield (NEAR, str(border), self.code[:border] + across + self.code[border + 2 :])
        for name in (*((self.name,) if self.name else ()), *self.former):
            yield ("named", comparable(name))
        if self.name is not None:
            yield ("core", organisation_core(self.name))
        for title, mark in self.marks.items():
            yield ("mark", title, mark)


def slipped(one: Person | Firm, other: Person | Firm) -> bool:
    """Whether the numbers of two are one slip apart."""
    if isinstance(one, Person) and isinstance(other, Person):
        return bool(one.number and other.number and near_identity(one.number, other.number))
    if isinstance(one, Firm) and isinstance(other, Firm):
        return bool(one.code and other.code and near(one.code, other.code))
    return False


_SAME_NUMBER, _SAME_LONG_NUMBER, _SLIP = 0.97, 0.95, 0.75
_SAME_NAME, _SAME_SOUND, _SAME_BIRTH = 0.4, 0.3, 0.4
_SAME_FIRM, _SAME_CORE, _FORMER_NAME = 0.6, 0.5, 0.6
_NEVER_MORE = 0.99
_BOTH_VALID, _OTHER_NAME, _OTHER_BIRTH, _OTHER_GENDER = 0.8, 0.7, 0.7, 0.7
_BOTH_VALID_FIRMS, _OTHER_FIRM = 0.5, 0.8


def likeness_of_people(one: Person, other: Person) -> Likeness:
    """How alike two people are."""
    numbers, names = _numbers(one, other), _names(one, other)
    evidence = [each for each in (numbers, names) if isinstance(each, Evidence)]
    doubts = [numbers] if isinstance(numbers, Doubt) else []
    if one.name and other.name and names is None:
        doubts.append(Doubt(_OTHER_NAME, _("姓名不同")))
    births = _births(one, other)
    if births is not None:
        same = births[0] == births[1]
        if same and not isinstance(numbers, Evidence):
            evidence.append(Evidence(_SAME_BIRTH, _("出生日期相同")))
        elif not same and not (one.number and other.number):
            doubts.append(Doubt(_OTHER_BIRTH, _("出生日期不同")))
    if one.gender and other.gender and one.gender != other.gender:
        doubts.append(Doubt(_OTHER_GENDER, _("性别不同")))
    return _weighed([*evidence, *_marks(one.marks, other.marks)], doubts)


def likeness_of_firms(one: Firm, other: Firm) -> Likeness:
    """How alike two enterprises are; a parent and its branch, and who took over whom, are not alike at all."""
    if (one.code and one.code in other.kin) or (other.code and other.code in one.kin):
        return Likeness(0)
    codes, names = _codes(one, other), _firm_names(one, other)
    doubts = []
    if codes is None and _both_right(one.code, other.code):
        doubts.append(Doubt(_BOTH_VALID_FIRMS, _("两个信用代码都正确，但不相同")))
    if names is None and one.name and other.name:
        doubts.append(Doubt(_OTHER_FIRM, _("名称不同")))
    evidence = [each for each in (codes, names) if each is not None]
    return _weighed([*evidence, *_marks(one.marks, other.marks)], doubts)


def _both_right(one: str | None, other: str | None) -> bool:
    return bool(one and other) and all(credit_code.is_valid(each) for each in (one, other) if each)


def _same_number(one: Person, other: Person) -> bool:
    return bool(one.number and other.number) and (
        (eighteen(one.number or "") or one.number) == (eighteen(other.number or "") or other.number)
    )


def _numbers(one: Person, other: Person) -> Evidence | Doubt | None:
    first, second = one.number, other.number
    if not first or not second:
        return None
    if first == second:
        return Evidence(_SAME_NUMBER, _("身份证件号相同"))
    if _same_number(one, other):
        return Evidence(_SAME_LONG_NUMBER, _("15位和18位证件号是同一个人的"))
    slip = near_identity(first, second)
    if slip is not None:
        return Evidence(_SLIP, slip.told(_("身份证件号")))
    if is_valid(first) and is_valid(second):
        return Doubt(_BOTH_VALID, _("两个身份证件号都正确，但不相同"))
    return None


def _names(one: Person, other: Person) -> Evidence | None:
    if not one.name or not other.name:
        return None
    if one.name == other.name:
        return Evidence(_SAME_NAME, _("姓名相同"))
    if plain_name(one.name) == plain_name(other.name):
        return Evidence(_SAME_NAME, _("姓名是同一个字的不同写法"))
    if one.sound and one.sound == other.sound:
        return Evidence(_SAME_SOUND, _("姓名同音"))
    return None


def _births(one: Person, other: Person) -> tuple[str, str] | None:
    """The two birth dates, both to the month where one is known no closer; None where one is not known."""
    first, second = (
        each.birth or (birth_date_of(each.number) if each.number else None) for each in (one, other)
    )
    if first is None or second is None:
        return None
    length = min(len(str(first)), len(str(second)))
    return str(first)[:length], str(second)[:length]


def _codes(one: Firm, other: Firm) -> Evidence | None:
    if not one.code or not other.code:
        return None
    if one.code == other.code:
        return Evidence(_SAME_NUMBER, _("统一社会信用代码相同"))
    slip = near(one.code, other.code)
    return None if slip is None else Evidence(_SLIP, slip.told(_("统一社会信用代码")))


def _firm_names(one: Firm, other: Firm) -> Evidence | None:
    if not one.name or not other.name:
        return None
    first, second = comparable(one.name), comparable(other.name)
    if first == second:
        return Evidence(_SAME_FIRM, _("名称相同"))
    if first in map(comparable, other.former) or second in map(comparable, one.former):
        return Evidence(_FORMER_NAME, _("一个是另一个的曾用名"))
    if organisation_core(one.name) == organisation_core(other.name):
        return Evidence(_SAME_CORE, _("名称去掉地名、括号和“有限公司”后相同"))
    return None


def _marks(one: Mapping[str, str], other: Mapping[str, str]) -> Iterator[Evidence]:
    for name, mark in one.items():
        if other.get(name) == mark:
            yield Evidence(MARKS[name], _("{title}相同").format(title=_title(name)))


def _title(mark: str) -> str:
    return {
        "phone": _("联系电话"),
        "bank_account": _("银行账号"),
        "student_number": _("学号"),
        "registration_number": _("学籍号"),
        "examinee_number": _("考生号"),
        "staff_number": _("工号"),
        "skill_certificate_number": _("技能证书编号"),
        "diploma_number": _("毕业证书编号"),
        "legal_representative": _("法定代表人"),
        "address": _("地址"),
    }[mark]


def _weighed(evidence: Sequence[Evidence], doubts: Sequence[Doubt]) -> Likeness:
    """The score of things that each speak for with their weight, lowered by what speaks against."""
    told = sorted(evidence, key=lambda each: -each.weight)
    score = 1 - math.prod(1 - each.weight for each in told)
    score *= math.prod(each.factor for each in doubts)
    return Likeness(
        min(round(score, 2), _NEVER_MORE),
        tuple(each.sentence for each in told),
        tuple(each.sentence for each in doubts),
    )
