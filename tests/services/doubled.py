"""A roll of people in which some are kept twice, in each of the ways that offices do it."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.services.likeness import Pair
from tests import make

_SURNAMES = "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国浩宇欣怡晨曦梓涵子轩雨泽佳豪博文志远家"
_AREAS = ("370811", "370812", "370826", "370827", "370828", "370829", "370881", "370883")


@dataclass(frozen=True)
class Roll:
    """records: everybody, doubles too; pairs: the student numbers' notes of each double's two records."""

    records: Sequence[Apprentice]
    pairs: frozenset[frozenset[str]]

    def planted(self, pair: Pair) -> bool:
        """Whether a pair is a planted double."""
        return _notes(pair) in self.pairs

    def missed(self, found: Sequence[Pair]) -> list[list[str]]:
        """The planted doubles that were not found."""
        return sorted(sorted(each) for each in self.pairs - {_notes(pair) for pair in found})


def roll_with_doubles(people: int, doubles: int, *, seed: int) -> Roll:
    """So many people of one class, and of each kind so many of them once more."""
    chance = random.Random(seed)
    kept = [_person(chance, place) for place in range(people)]
    chosen = chance.sample(kept, doubles * len(_WAYS))
    again: list[Apprentice] = []
    pairs: set[frozenset[str]] = set()
    for place, person in enumerate(chosen):
        double = replace(_WAYS[place % len(_WAYS)](chance, person), note=f"{person.note}'")
        again.append(double)
        pairs.add(frozenset((str(person.note), str(double.note))))
    return Roll([*kept, *again], frozenset(pairs))


def _notes(pair: Pair) -> frozenset[str]:
    return frozenset((str(pair.one.note), str(pair.other.note)))


def _person(chance: random.Random, place: int) -> Apprentice:
    birth = dt.date(2007, 1, 1) + dt.timedelta(days=chance.randrange(1300))
    number = make.id_number(
        birth, male=place % 2 == 0, serial=1 + place % 490, area=_AREAS[place // 490 % len(_AREAS)]
    )
    name = chance.choice(_SURNAMES) + "".join(chance.choices(_GIVEN, k=chance.choice((1, 2, 2, 2))))
    return Apprentice(
        name=name, id_number=number, birth_date=birth, phone=f"138{place:08d}",
        student_number=f"2026{place:06d}", cohort="2026-1", note=str(place),
    )  # fmt: skip


def _without_marks(person: Apprentice, **given: Any) -> Apprentice:
    return replace(person, **{"phone": None, "student_number": None, **given})


def _other_digit(chance: random.Random, person: Apprentice) -> Apprentice:
    number = str(person.id_number)
    place = chance.randrange(17)
    digit = chance.choice([each for each in "0123456789" if each != number[place]])
    return _without_marks(person, id_number=number[:place] + digit + number[place + 1 :], birth_date=None)


def _exchanged(_chance: random.Random, person: Apprentice) -> Apprentice:
    number = str(person.id_number)
    place = next(at for at in range(16, 0, -1) if number[at] != number[at - 1])
    swapped = number[: place - 1] + number[place] + number[place - 1] + number[place + 1 :]
    return _without_marks(person, id_number=swapped, birth_date=None)


def _too_short(chance: random.Random, person: Apprentice) -> Apprentice:
    number = str(person.id_number)
    place = chance.randrange(18)
    return _without_marks(person, id_number=number[:place] + number[place + 1 :], birth_date=None)


def _name_and_birth(_chance: random.Random, person: Apprentice) -> Apprentice:
    return _without_marks(person, id_number=None)


def _name_and_phone(_chance: random.Random, person: Apprentice) -> Apprentice:
    return replace(person, id_number=None, birth_date=None, student_number=None)


def _student_number(_chance: random.Random, person: Apprentice) -> Apprentice:
    return replace(person, id_number=None, birth_date=None, phone=None)


def _same_number(_chance: random.Random, person: Apprentice) -> Apprentice:
    return _without_marks(person, birth_date=None)


_WAYS: tuple[Callable[[random.Random, Apprentice], Apprentice], ...] = (
    _other_digit, _exchanged, _too_short, _name_and_birth, _name_and_phone, _student_number, _same_number,
)  # fmt: skip
