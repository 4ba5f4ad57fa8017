"""The rows of all tables of a file, with what is laid over them: constants, a department, what somebody has mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from college_desk.base.progress import Progress
from college_desk.files.mapping.layout import Layout
from college_desk.files.mapping.vocabulary import Target
from college_desk.files.sheets.book import Book
from college_desk.records.register import REGISTERS, Register
from college_desk.services.import_preview import ImportOptions
from college_desk.services.import_questions import CellQuestions
from college_desk.services.import_rows import Laid, ReadRow, constants_of, read_rows
from college_desk.storage.reader import Reader


def gather(
    reader: Reader,
    book: Book,
    register: Register,
    layouts: Sequence[Layout],
    options: ImportOptions,
    asking: CellQuestions,
    progress: Progress,
) -> list[ReadRow]:
    """The data rows of all tables in their order. Raises UnusableInput for a constant that cannot be read."""
    synonyms = reader.synonyms()
    rows: list[ReadRow] = []
    for each in layouts:
        name = each.sheet.name
        given = {**each.constants, **options.constants}
        given.update(
            {
                field: text
                for field, text in (("department", options.department), ("cohort", options.cohort))
                if text is not None
            }
        )
        constants = constants_of(register, given, synonyms)
        _lay_department(constants, each, register)
        mended = {
            (row, column): text for (sheet, row, column), text in options.mended.items() if sheet == name
        }
        left_out = frozenset(row for sheet, row in options.left_out if sheet == name)
        laid = Laid(constants, mended, left_out, asking)
        rows += read_rows(each, book, register, laid, synonyms, progress)
    return rows


def asking(reader: Reader, answers: Mapping[str, str]) -> CellQuestions:
    """What asks about the cells of one import."""

    def lengths(target: Target) -> Counter[int]:
        kept = reader.values(REGISTERS[target.register], [target.field.name])
        return Counter(len(str(value)) for (value,) in kept if value is not None)

    return CellQuestions(answers, lengths)


def _lay_department(constants: dict[str, dict[str, Any]], layout: Layout, register: Register) -> None:
    """Lay the department that the sheet's name or a line above the table tells, where nothing else says one."""
    department = layout.notes.department
    if department is None or register.subject == "college":
        return
    if layout.column_of(register.code, "department") is None:
        constants.setdefault(register.code, {}).setdefault("department", department)
