"""What an import will do: for each row the records that it adds or changes, or why it waits."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.records.making import made
from college_desk.records.register import (
    REGISTERS,
    Carried,
    Record,
    Register,
    Source,
    differences,
    register_of,
)
from college_desk.records.values.organisation_name import comparable
from college_desk.services import import_courses, import_findings
from college_desk.services.filling import filled, told_besides
from college_desk.services.import_findings import SheetFinding, SheetSeverity
from college_desk.services.import_roll import Item, Roll
from college_desk.services.import_rows import ReadRow
from college_desk.storage.reader import Reader

Outcome = Literal["new", "changed", "unchanged", "pending"]
_NUMBERS = frozenset({"identity_number", "credit_code"})
_ROWS_A_STEP = 5000


class Difference(NamedTuple):
    """One field of a kept record that a row changes, before and after as text; empty where it had no value."""

    register: str
    field: str
    before: str
    after: str


@dataclass(slots=True)
class PlannedRow:
    """One row with what becomes of it.

    items: the records that it adds, changes or leaves as they are, with their registers' codes; main: the
    imported register's one; findings: those about its key and name, besides the cells' own.
    """

    read: ReadRow
    pending: bool = False
    items: list[tuple[str, Item]] = field(default_factory=list)
    main: Item | None = None
    makes: list[Item] = field(default_factory=list)
    edits: bool = False
    findings: list[SheetFinding] = field(default_factory=list)

    @property
    def outcome(self) -> Outcome:
        """new: it adds a record to the imported register; changed: it changes one, or adds to another."""
        if self.pending:
            return "pending"
        if any(item is self.main for item in self.makes):
            return "new"
        if self.makes or self.edits:
            return "changed"
        return "unchanged"

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What changes in the kept records that the row touches, field by field."""
        return tuple(
            Difference(
                code,
                declared.name,
                REGISTERS[code].show(item.before, declared.name),
                REGISTERS[code].show(item.after, declared.name),
            )
            for code, item in self.items
            if item.before is not None and item.after is not item.before
            for declared in differences(item.before, item.after)
        )


@dataclass
class Plan:
    """Everything that an import would write; made anew inside the writing transaction."""

    register: Register
    rows: list[PlannedRow]
    rolls: dict[str, Roll]

    def new_records(self) -> list[Record]:
        """The records to add, register by register, in the order of the rows."""
        return [item.after for roll in self.rolls.values() for item in roll.items if item.is_new]

    def changed_records(self) -> list[Record]:
        """The records to change, as they will be."""
        return [item.after for roll in self.rolls.values() for item in roll.items if item.is_changed]

    def count(self, outcome: Outcome) -> int:
        """How many rows have an outcome."""
        return self._counts[outcome]

    @functools.cached_property
    def _counts(self) -> Counter[Outcome]:
        return Counter(row.outcome for row in self.rows)


def make_plan(
    reader: Reader, register: Register, rows: Sequence[ReadRow], file: str, progress: Progress = SILENT
) -> Plan:
    """What these rows would do to the desk as it is now. Raises Cancelled by progress."""
    return _Planner(reader, register, rows, file).plan(progress)


class _Planner:
    def __init__(self, reader: Reader, register: Register, rows: Sequence[ReadRow], file: str) -> None:
        self._register = register
        self._rows = rows
        self._file = file
        self._here = None if register.subject == "college" else reader.meta("here")
        self._planned: list[PlannedRow] = []
        self._rows_of_key: dict[tuple[Any, ...], list[int]] = {}
        self._first_of_number: dict[Any, int] = {}
        own = self._code = register.code
        self._rolls = {own: Roll(reader, register, (row.values[own] for row in rows))}
        self._load_others(reader)
        self._name = register.field("name")
        self._essential_name = self._name is not None and not any(
            each.refers_to is not None and "id_number" in each.also for each in register.fields
        )
        first = register.by_name[register.key[0]] if register.key else None
        self._number = (
            first if first is not None and first.type.code in _NUMBERS else register.field("id_number")
        )
        firsts = (register.by_name[names[0]] for names in (register.else_key, register.key) if names)
        self._firsts = tuple(firsts)
        self._needed = tuple(each.name for each in self._firsts)
        self._needs_name = None if self._name is None or self._name in self._firsts else self._name.name
        self._numbered = first is not None and first is self._number and first.refers_to is None

    def _load_others(self, reader: Reader) -> None:
        taught: list[Mapping[str, Any]] = []
        for code in (self._register.code, *(carried.register for carried in self._register.carries)):
            values = [row.values[code] for row in self._rows if code in row.values]
            if code != self._register.code and values:
                self._rolls[code] = Roll(reader, REGISTERS[code], values)
            if import_courses.has_courses(REGISTERS[code]):
                taught += values
        if taught:
            courses = import_courses.assignments()
            self._rolls[courses.code] = Roll(reader, courses, taught)

    def plan(self, progress: Progress) -> Plan:
        """The plan of all rows, in their order."""
        for place, read in enumerate(self._rows):
            if place % _ROWS_A_STEP == 0:
                progress.step(_("对照台账"), place, len(self._rows))
            row = PlannedRow(read)
            self._planned.append(row)
            self._plan_row(place, row)
        return Plan(self._register, self._planned, self._rolls)

    def _plan_row(self, place: int, row: PlannedRow) -> None:
        code = self._code
        own: Mapping[str, Any] = row.read.values[code]
        roll = self._rolls[code]
        row.pending = row.read.unreadable
        if self._lacks(own):
            self._tell_missing(row, own)
        another = self._tell_another_in_sheet(place, row, own)
        further = self._tell_repeated(place, row, own, roll, told=another)
        if another and self._takes_carried_keys(row):
            row.pending = True
        if row.pending:
            return
        item, own = self._met(row, own, roll)
        if item is not None and item.rows and not further and not self._register.keeps_equal_rows:
            self._tell(row, self._key_first(own), import_findings.KEY_TWICE, self._twice(item.rows[0]))
            return
        if item is not None and self._tell_another_name(row, own, item):
            return
        if item is None and self._essential_name and self._name and own.get(self._name.name) is None:
            self._tell(row, self._name.name, import_findings.NAME_MISSING, self._needs(self._name.title))
            return
        row.main = self._take(place, row, code, own, item)
        for carried in self._register.carries:
            values: Mapping[str, Any] | None = row.read.values.get(carried.register)
            if values is not None:
                if own is not row.read.values[code]:
                    values = _as_kept(row.main.after, carried, values)
                item, values = self._rolls[carried.register].known(values)
                self._take(place, row, carried.register, values, item)

    def _met(
        self, row: PlannedRow, own: Mapping[str, Any], roll: Roll
    ) -> tuple[Item | None, Mapping[str, Any]]:
        """The record that a row means, as somebody has decided or by its key, with what the row says of it."""
        means = row.read.means
        if means is None:
            return roll.known(own)
        item = roll.meant(means.uid)
        return item, own if item is None or means.corrects else roll.without_names(item, own)

    def _take(
        self, place: int, row: PlannedRow, code: str, values: Mapping[str, Any], item: Item | None
    ) -> Item:
        """Add or change the record that values mean; another course of an appointment goes to its own register."""
        roll = self._rolls[code]
        if item is None:
            item = roll.add(self._new(row, code, values))
            row.makes.append(item)
            item.rows.append(place)
        else:
            if import_courses.has_courses(REGISTERS[code]) and import_courses.is_further_course(
                item.after, values
            ):
                values, course = import_courses.split(item.after, values)
                courses = import_courses.assignments().code
                found = self._rolls[courses].match(course)
                self._take(place, row, courses, course, found)
            kept = item.after
            for name in roll.update(item, values, only_empty=bool(item.rows)):
                self._tell_difference(row, code, name, item)
            row.edits = row.edits or item.after is not kept
            item.after = filled(item.after, values)
            item.rows.append(place)
        row.items.append((code, item))
        return item

    def _new(self, row: PlannedRow, code: str, values: Mapping[str, Any]) -> Record:
        read, register = row.read, REGISTERS[code]
        given = {**values, **told_besides(register, values, values.get)}
        if self._here is not None and given.get("campus") is None and register.subject != "college":
            given["campus"] = self._here
        given["source"] = Source(self._file, import_findings.sheet_name(read.layout), read.row)
        return made(register.record, given)

    # --- what is told of a row

    def _lacks(self, own: Mapping[str, Any]) -> bool:
        """Whether the values lack the first key value, or the name."""
        if self._needs_name is not None and self._needs_name not in own:
            return True
        return bool(self._needed) and own.keys().isdisjoint(self._needed)

    def _tell_missing(self, row: PlannedRow, own: Mapping[str, Any]) -> None:
        """Say that the first key value is missing, or the name where the sheet has a column for it."""
        register, layout = self._register, row.read.layout
        unreadable = {each.column_index for each in row.read.findings if each.unreadable}
        firsts = self._firsts
        if firsts and all(own.get(each.name) is None for each in firsts):
            with_column = [each for each in firsts if layout.column_of(register.code, each.name)]
            missing = (with_column or list(firsts))[0]
            column = layout.column_of(register.code, missing.name)
            if column is None or column.index not in unreadable:
                self._tell(row, missing.name, import_findings.KEY_MISSING, self._needs(missing.title))
            row.pending = True
        name = self._name
        if name is not None and own.get(name.name) is None and name not in firsts:
            column = layout.column_of(register.code, name.name)
            if column is not None and column.index not in unreadable:
                self._tell(row, name.name, import_findings.NAME_MISSING, self._needs(name.title))

    def _tell_another_in_sheet(self, place: int, row: PlannedRow, own: Mapping[str, Any]) -> bool:
        """Say that an earlier row gives the number to another name; whether it does."""
        number, name = self._number, self._name
        value = own.get(number.name) if number is not None else None
        if number is None or name is None or value is None or own.get(name.name) is None:
            return False
        first_place = self._first_of_number.setdefault(value, place)
        if first_place == place:
            return False
        first = self._planned[first_place].read
        other = first.values[self._register.code][name.name]
        if comparable(own[name.name]) == comparable(other):
            return False
        message = _("“{value}”与第{row}行“{other}”的相同，名称却不同，请核对是谁的。")
        told = message.format(value=number.type.show(value), row=self._place(first), other=other)
        pending = row.pending
        self._tell(row, number.name, import_findings.ANOTHER_NAME, told)
        row.pending = pending
        return True

    def _tell_repeated(
        self, place: int, row: PlannedRow, own: Mapping[str, Any], roll: Roll, *, told: bool
    ) -> bool:
        """Say that the row takes an earlier row's key; True where it rightly does, adding a course or class.

        told: that it is another's has been said already.
        """
        names = roll.key_names(own)
        if names is None or self._register.keeps_equal_rows:
            return False
        earlier = self._rows_of_key.setdefault((*names, *map(own.get, names)), [])
        earlier.append(place)
        if len(earlier) == 1:
            return False
        if told:
            row.pending = True
            return False
        signature = self._signature(row.read)
        if all(self._signature(self._planned[each].read) != signature for each in earlier[:-1]):
            return True
        self._tell(row, names[0], import_findings.KEY_TWICE, self._twice(earlier[0]))
        return False

    def _takes_carried_keys(self, row: PlannedRow) -> bool:
        """Whether a carried record of the row is one that an earlier row has made or changed."""
        for carried in self._register.carries:
            values = row.read.values.get(carried.register)
            if values is not None:
                item = self._rolls[carried.register].match(values)
                if item is not None and item.rows:
                    return True
        return False

    def _signature(self, read: ReadRow) -> tuple[Any, ...]:
        """What makes a row of the same key another row: the keys of its carried records, its course, its class."""
        parts: list[Any] = []
        for code in (self._register.code, *(carried.register for carried in self._register.carries)):
            values = read.values.get(code)
            if values is None:
                continue
            if code != self._register.code:
                names = self._rolls[code].key_names(values) or ()
                parts.append((code, *(values.get(name) for name in names)))
            if import_courses.has_courses(REGISTERS[code]):
                parts.append((values.get("course"), values.get("class_name")))
        return tuple(parts)

    def _tell_another_name(self, row: PlannedRow, own: Mapping[str, Any], item: Item) -> bool:
        """Say that the desk knows the number by another name; nothing is overwritten then."""
        if not self._numbered or self._name is None or item.before is None or row.read.means is not None:
            return False
        name, kept = own.get(self._name.name), getattr(item.before, self._name.name)
        if name is None or kept is None or comparable(str(name)) == comparable(str(kept)):
            return False
        message = _("台账里这个号码登记的是“{kept}”，这一行是“{name}”，请核对；确已更名的，先在台账里改名。")
        self._tell(row, self._name.name, import_findings.ANOTHER_NAME, message.format(kept=kept, name=name))
        return True

    def _tell_difference(self, row: PlannedRow, code: str, name: str, item: Item) -> None:
        declared = REGISTERS[code].by_name[name]
        first = self._planned[item.rows[0]].read
        message = _("“{title}”与第{row}行填写的不一致，已按第{row}行记录，请核对。")
        told = message.format(title=_(declared.title), row=self._place(first))
        self._tell(row, name, import_findings.VALUE_DIFFERS, told, code=code, severity="warning")

    def _tell(
        self,
        row: PlannedRow,
        name: str,
        rule: str,
        message: str,
        *,
        code: str | None = None,
        severity: SheetSeverity = "error",
    ) -> None:
        place = (code or self._register.code, name)
        read = row.read
        finding = import_findings.of_field(
            read.layout, read.row, read.cells, place, (rule, severity, message)
        )
        row.findings.append(finding)
        if severity == "error":
            row.pending = True

    def _key_first(self, own: Mapping[str, Any]) -> str:
        names = self._rolls[self._register.code].key_names(own)
        return names[0] if names else self._register.fields[0].name

    def _needs(self, title: str) -> str:
        return _("“{title}”没有填，请补填。").format(title=_(title))

    def _twice(self, place: int) -> str:
        row = self._place(self._planned[place].read)
        return _("与第{row}行重复，请核对后删去多余的一行，或改正号码。").format(row=row)

    def _place(self, read: ReadRow) -> str:
        """A row's number, with its sheet's name where several sheets are read."""
        names = {import_findings.sheet_name(each.layout) for each in (self._rows[0], self._rows[-1])}
        name = import_findings.sheet_name(read.layout)
        return f"{read.row}" if len(names) == 1 or name is None else f"{name}!{read.row}"


def _as_kept(person: Record, carried: Carried, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Values of a carried record, naming the person as kept and not as the row writes him."""
    own, other = register_of(person), REGISTERS[carried.register]
    kept = {
        other.by_name[name].name: getattr(person, own.by_name[from_name].name)
        for name, from_name in carried.by.items()
    }
    return {**values, **{name: value for name, value in kept.items() if value is not None}}


def rows_by_sheet(rows: Iterable[PlannedRow]) -> dict[str, list[PlannedRow]]:
    """The planned rows of each sheet, by its name (empty for a csv)."""
    found: dict[str, list[PlannedRow]] = {}
    for row in rows:
        found.setdefault(row.read.layout.sheet.name, []).append(row)
    return found
