"""A register's blank sheet as it is to be written: its columns with their formats, choices and notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from college_desk.files.templates.wants import example, wanted
from college_desk.records.register import Field, Register

REQUIRED = "＊"
"""Stands before the titles of columns that must be filled in; the importer reads titles without it."""

_YES_NO = ("是", "否")
_NARROWEST, _WIDEST = 10, 36


class Form(Enum):
    """How the cells of a column are formatted."""

    TEXT = "@"
    DAY = "yyyy-mm-dd"
    WHOLE = "0"
    AMOUNT = "0.00"
    FREE = "General"


_FORMS: dict[str, Form] = {
    **dict.fromkeys(("count", "integer", "months", "year", "years"), Form.WHOLE),
    **dict.fromkeys(("money", "coefficient"), Form.AMOUNT),
    **dict.fromkeys(("periods", "long_text"), Form.FREE),
    "day": Form.DAY,
}
"""By the kind of value; all others are text, so that no digit, zero or month of theirs is lost."""


@dataclass(frozen=True)
class TemplateColumn:
    """One column: its title with the mark where it must be filled in, the choices of its drop-down.

    closed: nothing but the choices is right; note: what it wants; example: a text; wide: in digits.
    """

    field: Field
    title: str
    required: bool
    form: Form
    choices: tuple[str, ...]
    closed: bool
    note: str
    example: str
    wide: float


@dataclass(frozen=True)
class Template:
    """A blank sheet of a register; office: the department that fills it in, empty for any."""

    register: Register
    school: str
    office: str
    columns: tuple[TemplateColumn, ...]


def template(
    register: Register, *, school: str, office: str, offered: Mapping[str, Sequence[str]], campuses: bool
) -> Template:
    """The blank sheet of a register.

    offered: {field name: what the desk knows for it (departments, cohorts, enterprises)}; campuses: whether the
    college has several, so that the sheet asks for them.
    """
    required = {register.by_name[name].name for name in (*register.key, *register.else_key)}
    columns = [
        _column(field, tuple(offered.get(field.name, ())), field.name in required or field.name == "name")
        for field in register.fields
        if field.name != "campus" or campuses
    ]
    return Template(register, school, office, tuple(columns))


def _column(field: Field, offered: tuple[str, ...], required: bool) -> TemplateColumn:
    code = field.type.code
    labels = _YES_NO if code == "yes_no" else field.type.labels()
    choices = tuple(dict.fromkeys(labels)) or offered
    drop_down = () if code == "codes" else choices
    title = (REQUIRED if required else "") + field.title
    wide = min(max(2 * len(title) + 3, field.wide + 2, _NARROWEST), _WIDEST)
    note = wanted(field)
    if code == "codes" and choices:
        note = f"{note}：{'、'.join(choices)}"
    return TemplateColumn(
        field, title, required, _FORMS.get(code, Form.TEXT), drop_down, code in ("code", "yes_no"), note,
        example(field, choices), wide,
    )  # fmt: skip
