"""How a register is declared: one frozen dataclass whose fields give table, grid, editor, import and export."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from college_desk.base.catalogue import Catalogue
from college_desk.records.values.value_type import ValueType

Subject = Literal["college", "partners", "apprenticeship", "teaching", "orders", "achievements", "filings"]
MergePolicy = Literal["ask", "later", "union"]

_METADATA = "college_desk"
_DEPARTMENT_HEADERS = (
    "系部", "院系", "系别", "二级学院", "专业部", "教师所属系部", "所属系部", "部门", "开课部门",
    "所在系部", "所属院系", "所在院系", "所属二级学院", "所在二级学院", "教学部", "所属教学部", "所在系", "二级院系", "开课系部", "聘用部门", "任教系部",
)  # fmt: skip


@dataclass(frozen=True)
class Field:
    """One field of a register (项目), declared once for every floor.

    title: the label on screen, unit in its brackets; aliases: headers under which offices write it,
    besides the title; hint: grey text of an empty editor; refers_to: the register whose record it
    names (the text given is kept, the link is beside it); also: further names of the same value in JSON,
    on the command line and in column mapping (`teacher` is also `id_number`); wide: the grid column's
    usual width in characters; group: the heading under which the record's form shows it.
    """

    name: str
    type: ValueType[Any]
    title: str
    aliases: tuple[str, ...] = ()
    hint: str = ""
    refers_to: str | None = None
    also: tuple[str, ...] = ()
    default: Any = None
    merge: MergePolicy = "ask"
    wide: int = 10
    group: str = ""

    @property
    def sensitive(self) -> bool:
        """Whether it is masked on screen unless shown for the sitting."""
        return self.type.sensitive


def column(
    type: ValueType[Any],
    title: str,
    *aliases: str,
    hint: str = "",
    refers_to: str | None = None,
    also: tuple[str, ...] = (),
    default: Any = None,
    merge: MergePolicy = "ask",
    wide: int = 10,
    group: str = "",
) -> Any:
    """Declare a field of a record: `name: str | None = column(PERSON_NAME, "姓名", "教师姓名")`."""
    declared = Field("", type, title, aliases, hint, refers_to, also, default, merge, wide, group)
    return field(default=default, metadata={_METADATA: declared})


@dataclass(frozen=True)
class Source:
    """Where a record came from: the file's name, its sheet, the sheet's own row number (1-based)."""

    file: str
    sheet: str | None
    row: int | None


@dataclass(frozen=True, kw_only=True)
class Record:
    """What every record has besides its fields.

    uid: a UUIDv7, empty before it is stored; revision: counts edits from 1; ended: a deleted mark
    (已停用); same_as: the uid of the record that this one was merged into; links: the uids of the records
    that its references name, by field name, absent while the named one is not on its register.
    """

    uid: str = ""
    revision: int = 0
    ended: bool = False
    same_as: str | None = None
    source: Source | None = None
    links: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), compare=False)
    campus: str | None = None
    department: str | None = None
    note: str | None = None


R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Carried:
    """A register that the sheets of another carry too (a teacher's roster names the appointment).

    by: for the carried record's fields, the field of the carrying record that fills each
    (`{"teacher": "id_number", "name": "name"}`). A carried record is made only where the row holds a
    value of a field that is its own.
    """

    register: str
    by: Mapping[str, str]


@dataclass(frozen=True)
class Register:
    """A register (台账、名册) as declared.

    key: the fields that identify a record, the first must be filled; else_key: the key where the first
    one's first field is empty; counted: the measure word of its totals (人, 条, 家, 个, 份);
    names: the fields by which other registers' references may name a record, the surest first;
    searched: the fields that the search box looks through (names are also found by pinyin and initials);
    listed: the grid's first columns; sheet_titles: titles of sheets that hold it; keeps_equal_rows: rows
    with equal keys are all kept (teaching hours); one_record: exactly one record (school); guards: codes
    of the guards in `policy/` that the write door runs; carries: what its sheets hold besides;
    made_by_program: not typed in or imported.
    """

    code: str
    title: str
    subject: Subject
    record: type[Record]
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    else_key: tuple[str, ...] = ()
    counted: str = "条"
    names: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    sheet_titles: tuple[str, ...] = ()
    keeps_equal_rows: bool = False
    one_record: bool = False
    guards: tuple[str, ...] = ()
    carries: tuple[Carried, ...] = ()
    made_by_program: bool = False
    order: int = 0
    by_name: Mapping[str, Field] = field(default_factory=dict, compare=False, repr=False)

    def field(self, name: str) -> Field | None:
        """The field of that name, or that has it as another name (`also`); None when there is none."""
        return self.by_name.get(name)

    def key_of(self, record: Record) -> tuple[Any, ...]:
        """The record's key values, in key order; those of `else_key` where the key's first is empty."""
        values = tuple(getattr(record, name) for name in self.key)
        if self.else_key and values[0] is None:
            return tuple(getattr(record, name) for name in self.else_key)
        return values

    def key_text(self, record: Record) -> str:
        """The record's key as a clerk reads it, joined by `/`; empty parts left out."""
        if self.else_key and getattr(record, self.key[0]) is None:
            names = self.else_key
        else:
            names = self.key
        shown = [self.show(record, name) for name in names]
        return "/".join(part for part in shown if part)

    def show(self, record: Record, name: str) -> str:
        """One field of a record as text for the screen; empty when it has no value."""
        declared = self.by_name[name]
        value = getattr(record, declared.name)
        return "" if value is None else declared.type.show(value)


REGISTERS: Catalogue[Register] = Catalogue("register", "college_desk.records")
_BY_RECORD: dict[type[Record], Register] = {}


def register(
    code: str,
    title: str,
    *,
    subject: Subject,
    key: tuple[str, ...],
    else_key: tuple[str, ...] = (),
    counted: str = "条",
    names: tuple[str, ...] = (),
    searched: tuple[str, ...] = (),
    listed: tuple[str, ...] = (),
    sheet_titles: tuple[str, ...] = (),
    keeps_equal_rows: bool = False,
    one_record: bool = False,
    guards: tuple[str, ...] = (),
    carries: tuple[Carried, ...] = (),
    made_by_program: bool = False,
    order: int = 0,
) -> Callable[[type[R]], type[R]]:
    """Declare the decorated frozen dataclass as the register `code`; the arguments are those of Register."""

    def declare(record: type[R]) -> type[R]:
        fields = tuple(_fields(record))
        by_name = {name: one for one in fields for name in (one.name, *one.also)}
        for name in (*key, *else_key, *names, *searched, *listed):
            if name not in by_name:
                raise ValueError(f"register {code!r} has no field {name!r}")
        made = Register(
            code, title, subject, record, fields, key, else_key, counted, names, searched, listed,
            sheet_titles, keeps_equal_rows, one_record, guards, carries, made_by_program, order,
            MappingProxyType(by_name),
        )  # fmt: skip
        REGISTERS.add(code, made)
        _BY_RECORD[record] = made
        return record

    return declare


def register_of(record: Record | type[Record]) -> Register:
    """The register that a record, or a record class, belongs to."""
    return _BY_RECORD[record if isinstance(record, type) else type(record)]


def differences(one: Record, other: Record) -> tuple[Field, ...]:
    """The declared fields in which two records of one register differ, in order of declaration."""
    return tuple(
        each for each in register_of(one).fields if getattr(one, each.name) != getattr(other, each.name)
    )


def by_subject(subject: Subject) -> list[Register]:
    """The registers of a subject, in the order of navigation."""
    return sorted((each for each in REGISTERS if each.subject == subject), key=lambda each: each.order)


def _fields(record: type[Record]) -> Iterator[Field]:
    """The declared fields of a record class; those that every record has come last.

    A header that a register's own field claims is not a shared field's too (校区名称 in the list of campuses).
    """
    own: set[str] = set()
    for each in dataclasses.fields(record):
        declared = each.metadata.get(_METADATA)
        if declared is not None:
            own.update((declared.title, *declared.aliases))
            yield dataclasses.replace(declared, name=each.name)
    for shared in shared_fields():
        aliases = tuple(alias for alias in shared.aliases if alias not in own)
        yield dataclasses.replace(shared, aliases=aliases)


def shared_fields() -> tuple[Field, ...]:
    """The fields that every register has: campus, department, note."""
    from college_desk.records.values.text import TEXT

    return (
        Field("department", TEXT, "二级学院（系部）", _DEPARTMENT_HEADERS, hint="例：机电工程系"),
        Field("campus", TEXT, "校区", ("所属校区", "校区名称")),
        Field("note", TEXT, "备注", ("说明", "其他", "备 注"), hint="可不填", wide=16),
    )
