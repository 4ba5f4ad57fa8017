"""What changed between two filings (差异): in people, in fields, in money; of snapshots or of packages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.files.documents.office_zip import DAMAGE
from college_desk.files.packages.opening import open_bag
from college_desk.forms.filing import FILINGS
from college_desk.records.json_form import from_frozen_json
from college_desk.records.register import REGISTERS, Record, register_of
from college_desk.records.snapshot import Snapshot
from college_desk.services.freezing import thaw
from college_desk.services.naming import name_of
from college_desk.services.packaging import SNAPSHOT_PATH

_PERSON_FIELDS = ("id_number", "teacher", "apprentice")


@dataclass(frozen=True)
class Person:
    """Somebody filed: his number, or the key of what is filed where it is no person, and the name."""

    key: str
    name: str

    def to_json(self) -> dict[str, str]:
        """The person as JSON shows him."""
        return {"key": self.key, "name": self.name}


@dataclass(frozen=True)
class FieldChange:
    """One field of one filed record that says something else; empty texts for what is not there.

    name: what a clerk calls the record (李明), for the screen and the page of amendments.
    """

    register: str
    key: str
    field: str
    title: str
    a: str
    b: str
    name: str = ""

    def to_json(self) -> dict[str, str]:
        """The change as JSON shows it."""
        return {"register": self.register, "key": self.key, "field": self.field, "a": self.a, "b": self.b}


@dataclass(frozen=True)
class Differences:
    """Two versions beside each other.

    money is None where the filing claims none; counted: what is added and removed, 人 or 项 where it is not people.
    """

    a: str
    b: str
    added: tuple[Person, ...]
    removed: tuple[Person, ...]
    changed: tuple[Person, ...]
    money_a: Decimal | None
    money_b: Decimal | None
    changes: tuple[FieldChange, ...]
    counted: str = "人"

    def to_json(self) -> dict[str, Any]:
        """The document of `diff --json`."""
        difference = None if self.money_a is None or self.money_b is None else self.money_b - self.money_a
        return {
            "a": self.a,
            "b": self.b,
            "people": {
                "added": [each.to_json() for each in self.added],
                "removed": [each.to_json() for each in self.removed],
                "changed": [each.to_json() for each in self.changed],
            },
            "money": {"a": _yuan(self.money_a), "b": _yuan(self.money_b), "difference": _yuan(difference)},
            "changes": [each.to_json() for each in self.changes],
        }


def of_packages(one: Path, other: Path) -> Differences:
    """What changed from one package (zip or folder) to another. Raises UnusableInput for what is no package."""
    a, b = _snapshot(one), _snapshot(other)
    if a.filing != b.filing:
        raise UnusableInput(
            _("两个材料包不是同一种申报：{a} 与 {b}。").format(a=_title(a.filing), b=_title(b.filing))
        )
    return between(a, b)


def between(a: Snapshot, b: Snapshot) -> Differences:
    """What changed from one snapshot to another of the same kind of filing."""
    before, after = _filed(a), _filed(b)
    found = {
        place: tuple(_changes(place, before[place], after[place]))
        for place in sorted(before.keys() & after.keys())
    }
    counted = _counted(before, a) | _counted(after, b)
    persons = {place for place in counted if _is_person(before.get(place) or after[place])}
    people_a, people_b = (_people(filed, persons or counted) for filed in (before, after))
    changed = {_person_of(before[place]).key for place, some in found.items() if some}
    return Differences(
        f"{a.number} v{a.version}",
        f"{b.number} v{b.version}",
        tuple(people_b[key] for key in people_b if key not in people_a),
        tuple(people_a[key] for key in people_a if key not in people_b),
        tuple(people_b[key] for key in people_b if key in people_a and key in changed),
        _money(a),
        _money(b),
        tuple(change for some in found.values() for change in some),
        "人" if persons or not counted else "项",
    )


def _snapshot(package: Path) -> Snapshot:
    with open_bag(package) as bag:
        try:
            return Snapshot.read(bag.read(f"data/{SNAPSHOT_PATH}"))
        except (*DAMAGE, KeyError, TypeError, AttributeError) as error:
            message = _("“{package}”里没有读得懂的报送定稿，不能比较。")
            raise UnusableInput(message.format(package=package.name)) from error


Place = tuple[str, str]
"""Register code and key text: what tells a filed record apart in two filings, of two campuses too."""


def _filed(snapshot: Snapshot) -> dict[Place, Record]:
    """The records filed and the people they name, by register and key."""
    wanted = set(snapshot.selected)
    for each in _stored(snapshot, wanted):
        wanted.update(each.get("links", {}).values())
    found: dict[Place, Record] = {}
    for code, stored in snapshot.records.items():
        register = REGISTERS[code]
        if register.subject == "college":
            continue
        for each in stored:
            if each["uid"] in wanted:
                record = from_frozen_json(register, each)
                found[code, register.key_text(record) or each["uid"]] = record
    return found


def _stored(snapshot: Snapshot, uids: set[str]) -> list[Mapping[str, Any]]:
    return [each for stored in snapshot.records.values() for each in stored if each["uid"] in uids]


def _changes(place: Place, one: Record, other: Record) -> Iterator[FieldChange]:
    register = REGISTERS[place[0]]
    for field in register.fields:
        a, b = register.show(one, field.name), register.show(other, field.name)
        if a != b:
            yield FieldChange(register.code, place[1], field.name, field.title, a, b, name_of(other))


def _counted(filed: Mapping[Place, Record], snapshot: Snapshot) -> set[Place]:
    """The people of a filing, and what it files: an enterprise or a team beside them is neither."""
    return {place for place, record in filed.items() if _is_person(record) or record.uid in snapshot.selected}


def _is_person(record: Record) -> bool:
    return any(name in register_of(record).by_name for name in _PERSON_FIELDS)


def _people(filed: Mapping[Place, Record], counted: Set[Place]) -> dict[str, Person]:
    people: dict[str, Person] = {}
    for place, record in filed.items():
        if place not in counted:
            continue
        person = _person_of(record)
        if person.name or person.key not in people:
            people[person.key] = person
    return people


def _person_of(record: Record) -> Person:
    register = register_of(record)
    number = next((value for name in _PERSON_FIELDS if (value := getattr(record, name, None))), None)
    return Person(
        str(number or register.key_text(record) or record.uid), str(getattr(record, "name", None) or "")
    )


def _money(snapshot: Snapshot) -> Decimal | None:
    declared = FILINGS[snapshot.filing]
    return None if declared.amount is None else declared.amount(thaw(snapshot))


def _title(code: str) -> str:
    return _(FILINGS[code].title) if code in FILINGS else code


def _yuan(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"
