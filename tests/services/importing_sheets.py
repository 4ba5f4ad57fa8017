"""Sheets brought in by tests, and what became of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from college_desk.records.json_form import public_json
from college_desk.records.register import REGISTERS
from college_desk.services import importing
from college_desk.services.importing import ImportOptions, ImportResult, Preview
from college_desk.storage.desk import Desk
from tests.files import workbooks
from tests.services.occasions import SITTING, TODAY

LI = "37081119800101001X"
WANG = "370811198503151226"
ZHANG = "370802197512120025"
USCC = "91370000166122374N"
OTHER_USCC = "91370200264574251E"

NO_OPTIONS = ImportOptions()


def shown(desk: Desk, register: str, file: Path, options: ImportOptions = NO_OPTIONS) -> Preview:
    """The preview of a file."""
    return importing.preview(desk, REGISTERS[register], file, options, today=TODAY)


def brought(desk: Desk, register: str, file: Path, options: ImportOptions = NO_OPTIONS) -> ImportResult:
    """A file brought in."""
    return importing.apply(desk, shown(desk, register, file, options), **SITTING)


def rows(
    desk: Desk,
    folder: Path,
    register: str,
    *sheet: Any,
    options: ImportOptions = NO_OPTIONS,
    file: str = "表.xlsx",
) -> dict[str, Any]:
    """The document of rows brought in, header first."""
    path = workbooks.xlsx(folder / file, {"名册": sheet})
    return brought(desk, register, path, options).to_json()


def records(desk: Desk, register: str) -> list[dict[str, Any]]:
    """All live records as JSON."""
    with desk.read() as reader:
        return [public_json(each) for each in reader.all(REGISTERS[register].record)]


def errors(document: dict[str, Any]) -> list[tuple[int, str | None, str]]:
    """The errors of a document: row, field, rule."""
    return [
        (each["row"], each["field"], each["rule"])
        for each in document["findings"]
        if each["severity"] == "error"
    ]


def warnings(document: dict[str, Any]) -> list[tuple[int, str | None, str]]:
    """The warnings of a document: row, field, rule."""
    return [
        (each["row"], each["field"], each["rule"])
        for each in document["findings"]
        if each["severity"] == "warning"
    ]


def counts(document: dict[str, Any]) -> tuple[int, int, int, int]:
    """Stored, updated, unchanged, pending; together they are the rows."""
    found = document["stored"], document["updated"], document["unchanged"], document["pending"]
    assert sum(found) == document["rows"]
    return found
