"""Blank sheets out: for a register, for all of them, for the departments that fill them in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.files.templates import workbook
from college_desk.files.templates.plan import Template, template
from college_desk.records.college.campus import Campus
from college_desk.records.register import REGISTERS, Field, Register, register_of
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader

_MOST_OFFERED = 1000
_NUMBERS = ("identity_number", "credit_code")


def write(desk: Desk, register: Register, out: Path, department: str | None = None) -> Path:
    """Write a register's blank sheet to `out`; for a department its name stands above the table.

    Raises UnusableInput for a register that the program makes, or when the file cannot be written.
    """
    with desk.read() as reader:
        made = _template(reader, register, department or "")
    workbook.write(made, out)
    return out


def write_all(desk: Desk, folder: Path, department: str | None = None) -> list[Path]:
    """Write the blank sheets of all registers that are filled in by hand into a folder, made where it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnusableInput(_("文件夹“{folder}”建不了，请换一个位置。").format(folder=folder)) from error
    return [
        write(desk, each, folder / file_name(each, department), department)
        for each in REGISTERS
        if not each.made_by_program
    ]


def file_name(register: Register, department: str | None = None) -> str:
    """The usual name of a register's blank sheet."""
    office = "".join("·" if each in '/\\:*?"<>|' else each for each in department or "")
    return f"{register.title}-{office}-空白表.xlsx" if office else f"{register.title}-空白表.xlsx"


def departments(reader: Reader) -> list[str]:
    """The departments that stand in any register, sorted."""
    met: set[str] = set()
    for register in REGISTERS:
        met.update(_distinct(reader, register, "department"))
    return sorted(met)


def _template(reader: Reader, register: Register, office: str) -> Template:
    if register.made_by_program:
        raise UnusableInput(_("{register}由程序生成，没有空白表。").format(register=_(register.title)))
    campuses = _distinct(reader, register_of(Campus), "name")
    offered: dict[str, Sequence[str]] = {"department": departments(reader), "campus": campuses}
    if office and office not in offered["department"]:
        offered["department"] = [*offered["department"], office]
    for field in register.fields:
        if field.refers_to is not None and field.type.code not in _NUMBERS:
            offered[field.name] = list(_named(reader, field))
    return template(
        register, school=reader.meta("name") or "", office=office, offered=offered, campuses=len(campuses) > 1
    )


def _named(reader: Reader, field: Field) -> Iterator[str]:
    """The records that a reference may name, by the surest name that is no number of a person or body."""
    register = REGISTERS[field.refers_to or ""]
    names = [register.by_name[name] for name in register.names]
    chosen = next((each for each in names if each.type.code not in _NUMBERS), None)
    if chosen is not None and not chosen.sensitive:
        yield from _distinct(reader, register, chosen.name)[:_MOST_OFFERED]


def _distinct(reader: Reader, register: Register, name: str) -> list[str]:
    declared = register.by_name[name]
    met = {value for (value,) in reader.values(register, [name]) if value is not None}
    return sorted(declared.type.show(value) for value in met)
