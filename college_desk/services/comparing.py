"""Two rosters beside each other (名单比对): who stands only in one, and in what the others differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from college_desk.base.errors import UnusableInput
from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.records.query import Query
from college_desk.records.register import REGISTERS, Field, Register
from college_desk.records.values.month import Month
from college_desk.records.values.organisation_name import comparable
from college_desk.services import import_guess, importing, listing
from college_desk.storage.desk import Desk

_NOT_COMPARED = frozenset({"note"})
_NUMBER, _NAME, _CLASS = "id_number", "name", "class_name"

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Roster:
    """One side: what it is called, the fields it says something about, and its rows.

    rows: [(where, values by field)]; where: the sheet's row number, or the record's uid; register: whose
    records they are, None for a sheet.
    """

    title: str
    fields: frozenset[str]
    rows: Sequence[tuple[int | str, Values]]
    register: Register | None = None


@dataclass(frozen=True)
class Entry:
    """Somebody on one side: the texts of the fields compared by, his name where there is one, and the place."""

    key: tuple[str, ...]
    name: str | None
    where: int | str


@dataclass(frozen=True)
class FieldDifference:
    """A field with its text on either side."""

    field: Field
    a: str
    b: str


@dataclass(frozen=True)
class Pair:
    """Somebody who stands on both sides, and in what they differ."""

    a: Entry
    b: Entry
    differences: tuple[FieldDifference, ...]


@dataclass(frozen=True)
class Comparison:
    """Two rosters compared by some fields of a register.

    register: whose fields are compared; of_a, of_b: the register that a side is, None for a file; twice_a,
    twice_b: who stands more than once on a side (the first is compared); unnamed_a, unnamed_b: rows without
    anything to compare by; same: how many agree in every field.
    """

    register: Register
    a: str
    b: str
    by: tuple[Field, ...]
    only_a: tuple[Entry, ...] = ()
    only_b: tuple[Entry, ...] = ()
    different: tuple[Pair, ...] = ()
    same: int = 0
    twice_a: tuple[Entry, ...] = ()
    twice_b: tuple[Entry, ...] = ()
    unnamed_a: tuple[Entry, ...] = ()
    unnamed_b: tuple[Entry, ...] = ()
    of_a: Register | None = None
    of_b: Register | None = None

    @property
    def alike(self) -> bool:
        """Whether both say the same of the same people."""
        return not (self.only_a or self.only_b or self.different)

    def to_json(self) -> dict[str, Any]:
        """The document of `compare --json`."""
        return {
            "register": self.register.code,
            "a": self.a,
            "b": self.b,
            "by": [each.name for each in self.by],
            "only_a": [self._entry(each) for each in self.only_a],
            "only_b": [self._entry(each) for each in self.only_b],
            "different": [
                self._entry(pair.a)
                | {"row_a": pair.a.where, "row_b": pair.b.where}
                | {"fields": [{"field": d.field.name, "a": d.a, "b": d.b} for d in pair.differences]}
                for pair in self.different
            ],
            "same": self.same,
            "twice_a": [self._entry(each) for each in self.twice_a],
            "twice_b": [self._entry(each) for each in self.twice_b],
            "unnamed_a": [each.where for each in self.unnamed_a],
            "unnamed_b": [each.where for each in self.unnamed_b],
        }

    def _entry(self, entry: Entry) -> dict[str, Any]:
        return {"key": "/".join(entry.key), "name": entry.name, "row": entry.where}


@dataclass
class _Side:
    """One side by its keys, while it is compared."""

    entries: dict[tuple[str, ...], tuple[Entry, Values]] = field(default_factory=dict)
    twice: list[Entry] = field(default_factory=list)
    unnamed: list[Entry] = field(default_factory=list)


def compare(
    desk: Desk,
    a: str,
    b: str,
    by: Sequence[str] = (),
    *,
    today: dt.date,
    register: Register | None = None,
    progress: Progress = SILENT,
) -> Comparison:
    """Compare two rosters, each a file or a register (its code or title).

    A file is read as the register on the other side, else as `register`, else as what the first file holds;
    two registers are compared in the fields that both have. by: fields that tell people apart, else the
    identity number, else name and class. Only fields that both sides fill are compared. Raises UnusableInput
    for what is neither a file nor a register, and where nothing is there to compare by.
    """
    sides = [register_or_file(each) for each in (a, b)]
    held = next((each for each in sides if isinstance(each, Register)), None)
    read_as = held or register
    if read_as is None:
        files = [each for each in sides if isinstance(each, Path)]
        read_as = import_guess.guesses(files[0], progress=progress)[0].register
    one, other = (_roster(desk, each, read_as, today, progress) for each in sides)
    fields = tuple(listing.field_named(read_as, each) for each in by) or _usual(read_as, one, other)
    return _compared(read_as, one, other, fields)


def register_or_file(text: str) -> Register | Path:
    """The register of that code or title, else the file. Raises UnusableInput for what is neither."""
    known = REGISTERS.get(text) or next((each for each in REGISTERS if each.title == text), None)
    if known is not None:
        return known
    if not Path(text).exists():
        raise UnusableInput(_("“{name}”既不是台账，也没有这个文件。").format(name=text))
    return Path(text)


def _roster(
    desk: Desk, side: Register | Path, register: Register, today: dt.date, progress: Progress
) -> Roster:
    names = [each.name for each in register.fields if each.name not in _NOT_COMPARED]
    if isinstance(side, Register):
        own = {name: declared.name for name in names if (declared := _counterpart(register, name, side))}
        rows = [
            (each.uid, {name: getattr(each, there) for name, there in own.items()})
            for each in listing.records(desk, side, Query())
        ]
        return Roster(_(side.title), frozenset(own), rows, side)
    shown = importing.preview(desk, register, side, today=today, progress=progress)
    filled = {
        target.field.name
        for sheet in shown.sheets
        for column in sheet.columns
        for target in (column.target, column.until)
        if target is not None and target.register == register.code
    }
    read = [(row.read.row, row.read.values.get(register.code, {})) for row in shown.plan.rows]
    return Roster(side.name, frozenset(filled & set(names)), read)


def _counterpart(register: Register, name: str, other: Register) -> Field | None:
    """The field of another register that says the same as one of a register (`teacher` is `id_number`)."""
    declared = register.by_name[name]
    found = next((other.by_name[each] for each in (name, *declared.also) if each in other.by_name), None)
    return found if found is not None and _is_one_kind(found, declared) else None


def _is_one_kind(one: Field, other: Field) -> bool:
    return (one.type.code, one.type.labels()) == (other.type.code, other.type.labels())


def _usual(register: Register, one: Roster, other: Roster) -> tuple[Field, ...]:
    """What people are told apart by: their number where both have it, else name and class, else the key."""
    both = one.fields & other.fields
    number = register.by_name.get(_NUMBER)
    if number and number.name in both and all(_holds(each, number.name) for each in (one, other)):
        return (number,)
    if _NAME in both and register.field(_NAME) is not None:
        names = (_NAME, _CLASS) if _CLASS in both and register.field(_CLASS) else (_NAME,)
        return tuple(register.by_name[each] for each in names)
    key = tuple(register.by_name[each] for each in register.key if register.by_name[each].name in both)
    if not key:
        raise UnusableInput(_("两份名单没有证件号、姓名等共同的项目，不能比对。"))
    return key


def _holds(roster: Roster, name: str) -> bool:
    return any(values.get(name) is not None for _where, values in roster.rows) or not roster.rows


def _compared(register: Register, one: Roster, other: Roster, by: tuple[Field, ...]) -> Comparison:
    left, right = (_side(register, each, by) for each in (one, other))
    keys = {each.name for each in by}
    compared = [
        each
        for each in register.fields
        if each.name in one.fields & other.fields and each.name not in keys | _NOT_COMPARED
    ]
    pairs = []
    same = 0
    for key, (entry, values) in left.entries.items():
        if key not in right.entries:
            continue
        counterpart, others = right.entries[key]
        differences = tuple(_differences(compared, values, others))
        if differences:
            pairs.append(Pair(entry, counterpart, differences))
        else:
            same += 1
    return Comparison(
        register, one.title, other.title, by,
        _only(left, right), _only(right, left), tuple(pairs), same,
        tuple(left.twice), tuple(right.twice), tuple(left.unnamed), tuple(right.unnamed),
        one.register, other.register,
    )  # fmt: skip


def _side(register: Register, roster: Roster, by: Sequence[Field]) -> _Side:
    side = _Side()
    has_name = register.field(_NAME) is not None
    for where, values in roster.rows:
        key = tuple(_text(each, values.get(each.name)) for each in by)
        entry = Entry(key, values.get(_NAME) if has_name else None, where)
        if not key[0]:
            side.unnamed.append(entry)
        elif key in side.entries:
            side.twice.append(entry)
        else:
            side.entries[key] = (entry, values)
    return side


def _only(side: _Side, other: _Side) -> tuple[Entry, ...]:
    return tuple(entry for key, (entry, _values) in side.entries.items() if key not in other.entries)


def _differences(fields: Iterable[Field], values: Values, others: Values) -> Iterable[FieldDifference]:
    for each in fields:
        a, b = values.get(each.name), others.get(each.name)
        if a is None or b is None or a == b or _agree(each, a, b):
            continue
        yield FieldDifference(each, _text(each, a), _text(each, b))


def _agree(declared: Field, a: Any, b: Any) -> bool:
    """Whether two values say the same in another precision or spelling: 2026-09 and 2026-09-01."""
    if isinstance(a, Month) != isinstance(b, Month) and isinstance(a, Month | dt.date):
        return str(a)[:7] == str(b)[:7]
    return _text(declared, a) == _text(declared, b)


def _text(declared: Field, value: Any) -> str:
    if value is None:
        return ""
    shown = declared.type.show(value)
    return comparable(shown) if declared.type.code == "organisation_name" else shown
