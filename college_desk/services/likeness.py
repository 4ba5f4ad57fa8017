"""Who may be kept twice (疑似重复): pairs of a register's records that look like one person or enterprise."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from college_desk.policy import likeness
from college_desk.policy.likeness import CALLED, LISTED, MARKS, Block, Firm, Likeness, Person
from college_desk.policy.nearness import NEAR
from college_desk.records.partners.former_name import FormerName
from college_desk.records.register import REGISTERS, Field, Record, Register
from college_desk.storage.desk import Desk
from college_desk.storage.pinyin import search_words
from college_desk.storage.reader import Reader

MANY = 8
"""A block of more than so many records (a class's phone) is compared only among people of one sound."""

Traits = Person | Firm
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Pair:
    """Two live records that may be one; `one` has the smaller uid, it is the one that would stay."""

    register: Register
    one: Record
    other: Record
    likeness: Likeness


@dataclass(frozen=True)
class Compared:
    """How the records of a register are compared.

    fields: what is read of each; whose: the fields that name and number it; rest: the other parts of its key,
    in which two records that differ are rightly two (another class, another month).
    """

    register: Register
    fields: tuple[str, ...]
    rest: tuple[Field, ...]
    traits: Callable[[Values], Traits]
    alike: Callable[[Any, Any], Likeness]


def compared(register: Register, former: Mapping[str, frozenset[str]] | None = None) -> Compared | None:
    """How a register's records are compared, None for one that holds neither people nor enterprises.

    People: a name, and a number of their own in the key. Enterprises: a credit code as the key. former: the
    earlier names of each enterprise by credit code.
    """
    keys = [register.by_name[name] for name in dict.fromkeys((*register.key, *register.else_key))]
    number = next((each for each in keys if _is_own(each, "identity_number")), None)
    name = register.field("name") or (keys[0] if keys and keys[0].type.code == "text" else None)
    if number is not None and name is not None:
        marks = tuple(each for each in MARKS if each in register.by_name)
        told = tuple(each for each in ("birth_date", "gender") if each in register.by_name)
        traits = functools.partial(_person, number.name, name.name, marks)
        rest = tuple(each for each in keys if each not in (number, name))
        fields = (number.name, name.name, *told, *marks)
        return Compared(register, fields, rest, traits, likeness.likeness_of_people)
    if keys and name is not None and _is_own(keys[0], "credit_code"):
        marks = tuple(each for each in MARKS if each in register.by_name)
        kin = tuple(each for each in ("parent_uscc", "successor_uscc") if each in register.by_name)
        code = keys[0].name
        firm = functools.partial(_firm, code, name.name, kin, marks, former or {})
        return Compared(
            register, (code, name.name, *kin, *marks), tuple(keys[1:]), firm, likeness.likeness_of_firms
        )
    return None


def compared_registers() -> list[Register]:
    """The registers in which somebody may be kept twice."""
    return [each for each in REGISTERS if compared(each) is not None]


def duplicates(desk: Desk, register: Register, *, least: float = LISTED) -> list[Pair]:
    """The pairs of live records that may be one, the likeliest first; none of those said to be two."""
    with desk.read() as reader:
        return pairs(reader, register, least=least)


def counts(desk: Desk) -> dict[str, int]:
    """How many such pairs each register has, by its code; registers without any are left out."""
    with desk.read() as reader:
        found = {each.code: len(pairs(reader, each)) for each in compared_registers()}
    return {code: number for code, number in found.items() if number}


def pairs(reader: Reader, register: Register, *, least: float = LISTED) -> list[Pair]:
    """As `duplicates`, within a transaction."""
    how = compared_in(reader, register)
    if how is None:
        return []
    kept = Kept(reader, how)
    apart = reader.apart(register)
    alike: list[tuple[str, str, Likeness]] = []
    for first, second in kept.candidates():
        found = how.alike(kept.traits[first], kept.traits[second])
        if found.score >= least:
            one, other = sorted((kept.uids[first], kept.uids[second]))
            if (one, other) not in apart:
                alike.append((one, other, found))
    uids = dict.fromkeys(uid for one, other, _found in alike for uid in (one, other))
    records = {each.uid: each for each in reader.records(register.record, list(uids))}
    made = [Pair(register, records[one], records[other], found) for one, other, found in alike]
    made = [each for each in made if rest_fits(how, each.one, each.other)]
    return sorted(made, key=lambda each: (-each.likeness.score, each.one.uid, each.other.uid))


def compared_in(reader: Reader, register: Register) -> Compared | None:
    """How a register's records are compared, with the earlier names that this desk knows."""
    how = compared(register)
    if how is None or how.alike is not likeness.likeness_of_firms:
        return how
    former: dict[str, set[str]] = {}
    for each in reader.all(FormerName):
        if each.uscc and each.name:
            former.setdefault(each.uscc, set()).add(each.name)
    return compared(register, {code: frozenset(names) for code, names in former.items()})


class Kept:
    """The traits of a register's live records, and which of them share a block."""

    def __init__(self, reader: Reader, how: Compared) -> None:
        rows = reader.values(how.register, ("uid", *how.fields))
        self.uids: Sequence[str] = [row[0] for row in rows]
        self.traits: Sequence[Traits] = [
            how.traits(dict(zip(how.fields, row[1:], strict=True))) for row in rows
        ]

    @functools.cached_property
    def blocks(self) -> Mapping[Block, Sequence[int]]:
        """The places of the records that share a block, by block."""
        found: dict[Block, list[int]] = {}
        for place, traits in enumerate(self.traits):
            for block in traits.blocks():
                found.setdefault(block, []).append(place)
        return found

    def candidates(self) -> set[tuple[int, int]]:
        """The pairs of places that are worth comparing."""
        found: set[tuple[int, int]] = set()
        for block, places in self.blocks.items():
            if len(places) > 1:
                found.update(self._pairs(block, places))
        return found

    def like(self, traits: Traits) -> set[int]:
        """The places of the records that are worth comparing with somebody who is not kept yet."""
        found: set[int] = set()
        for block in traits.blocks():
            places = self.blocks.get(block, ())
            found.update(place for place in places if _worth(block, len(places), traits, self.traits[place]))
        return found

    def _pairs(self, block: Block, places: Sequence[int]) -> Iterator[tuple[int, int]]:
        if block[0] == CALLED and all(self.traits[each].sure for each in places):
            return
        for first, second in itertools.combinations(places, 2):
            if _worth(block, len(places), self.traits[first], self.traits[second]):
                yield first, second


def _worth(block: Block, size: int, one: Traits, other: Traits) -> bool:
    """Whether two that share a block of that size are worth comparing."""
    if block[0] == NEAR:
        return likeness.slipped(one, other)
    if block[0] == CALLED and one.sure and other.sure:
        return False
    return size <= MANY or one.sound == other.sound


def rest_fits(how: Compared, one: Record | Values, other: Record) -> bool:
    """Whether the other key parts of two records agree, as far as both have them; a reference by its link too."""
    for each in how.rest:
        first, second = _value(one, each.name), getattr(other, each.name)
        if first is None or second is None or first == second:
            continue
        link = one.links.get(each.name) if isinstance(one, Record) else None
        if link is None or link != other.links.get(each.name):
            return False
    return True


def _value(record: Record | Values, name: str) -> Any:
    return getattr(record, name) if isinstance(record, Record) else record.get(name)


def _is_own(field: Field, kind: str) -> bool:
    return field.type.code == kind and field.refers_to is None


def _marks(values: Values, names: Iterable[str]) -> dict[str, str]:
    return {name: str(values[name]) for name in names if values.get(name) is not None}


def _person(number: str, name: str, marks: Sequence[str], values: Values) -> Person:
    called = values.get(name)
    return Person(
        called,
        sound(called) if called else "",
        values.get(number),
        values.get("birth_date"),
        values.get("gender"),
        _marks(values, marks),
    )


def _firm(
    code: str,
    name: str,
    kin: Sequence[str],
    marks: Sequence[str],
    former: Mapping[str, frozenset[str]],
    values: Values,
) -> Firm:
    own = values.get(code)
    related = frozenset(values[each] for each in kin if values.get(each))
    return Firm(values.get(name), own, former.get(own or "", frozenset()), related, _marks(values, marks))


@functools.lru_cache(maxsize=100_000)
def sound(name: str) -> str:
    """How a name is read, in pinyin without tones; empty for one without Chinese characters."""
    return search_words([name]).split(" ")[1] if search_words([name]) else ""
