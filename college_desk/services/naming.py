"""What a record is called on screen and in the journal: a name, never an identity number."""

from __future__ import annotations

from college_desk.records.register import Record, Register, register_of

_NAMING_FIELDS = ("name", "title", "course", "document_number")


def name_of(record: Record) -> str:
    """The name by which a clerk knows a record (李明, 如意班); empty when nothing of it can be shown."""
    register = register_of(record)
    for candidate in (*_NAMING_FIELDS, *register.names, *register.key, *register.else_key):
        field = register.field(candidate)
        if field is None or field.sensitive:
            continue
        if text := register.show(record, field.name):
            return text
    return ""


def step_title(verb: str, register: Register, records: list[Record]) -> str:
    """The words of a journal step: 修改兼职教师花名册：李明, or with a count when there are several."""
    if len(records) == 1:
        name = name_of(records[0])
        return f"{verb}{register.title}：{name}" if name else f"{verb}{register.title}"
    return f"{verb}{register.title}{len(records)}{register.counted}"
