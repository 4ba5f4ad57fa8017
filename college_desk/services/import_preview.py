"""What an import shows before it stores, what it did, and the document of `import --json`."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from college_desk.files.mapping.columns import Column
from college_desk.files.mapping.layout import Layout
from college_desk.files.mapping.questions import Question
from college_desk.files.mapping.rows import Skipped
from college_desk.files.sheets.book import Book, cell_text
from college_desk.records.change import Changed
from college_desk.records.register import Register
from college_desk.services.import_findings import SheetFinding, sheet_name
from college_desk.services.import_plan import Outcome, Plan, PlannedRow

NOT_A_FIELD = ""


@dataclass(frozen=True)
class ImportOptions:
    """What somebody decides about an import.

    sheet: only the sheet of that name; map: {field: header} (`appointment.start_on` names a carried
    register's field); department, cohort: laid over every row; header_rows: {sheet: 1-based row of the lowest
    header row}; columns: {(sheet, 0-based column): field, or "" for no field}, goes before `map`; mended:
    {(sheet, row, 0-based column): text} in place of a cell; left_out: {(sheet, row)} not to be imported;
    constants: {field: text} laid over every row; answers: {question's id: answer's code}; remembered: whether
    a mapping remembered for this layout is used. Sheets are named as in the file, a csv's is "".
    """

    sheet: str | None = None
    department: str | None = None
    cohort: str | None = None
    map: Mapping[str, str] = field(default_factory=dict)
    header_rows: Mapping[str, int] = field(default_factory=dict)
    columns: Mapping[tuple[str, int], str] = field(default_factory=dict)
    mended: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    left_out: frozenset[tuple[str, int]] = frozenset()
    constants: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    remembered: bool = True


@dataclass(frozen=True)
class GridRow:
    """One row of a sheet for showing.

    row: the sheet's own number; cells: as they stand (mended ones as mended); outcome: None for the header
    and for what is skipped; why: of a skipped row; findings: with `column_index`, where they stand.
    """

    row: int
    cells: tuple[str, ...]
    outcome: Outcome | None = None
    is_header: bool = False
    why: str = ""
    findings: tuple[SheetFinding, ...] = ()


@dataclass(frozen=True)
class SheetPreview:
    """One sheet of a preview; `rows` are its data rows in order, `findings` theirs in the same order.

    of_totals: what is wrong with rows of totals, which are no data.
    """

    layout: Layout
    rows: tuple[PlannedRow, ...]
    findings: tuple[Sequence[SheetFinding], ...]
    of_totals: tuple[SheetFinding, ...] = ()

    @property
    def name(self) -> str:
        """The sheet's name, empty for a csv."""
        return self.layout.sheet.name

    @property
    def header_row(self) -> int:
        """The lowest header row, 1-based."""
        return self.layout.header_row

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns with the fields they fill."""
        return self.layout.columns

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """Titles, blanks, totals, signatures."""
        return self.layout.skipped

    @property
    def height(self) -> int:
        """How many rows the sheet has, skipped ones too."""
        return len(self.layout.sheet.rows)

    def grid(self, first: int, count: int) -> list[GridRow]:
        """A window of the sheet's rows from the 1-based row `first`, for showing."""
        width = len(self.columns)
        shown = []
        for number in range(first, min(first + count, self.height + 1)):
            place = self._place_of_row.get(number)
            cells = self.layout.sheet.rows[number - 1] if place is None else self.rows[place].read.cells
            texts = tuple(cell_text(cell) for cell in cells[:width])
            if place is None:
                header = number == self.header_row
                why, wrong = (
                    self._why_skipped.get(number, ""),
                    (each for each in self.of_totals if each.row == number),
                )
                shown.append(GridRow(number, texts, is_header=header, why=why, findings=tuple(wrong)))
            else:
                shown.append(
                    GridRow(number, texts, self.rows[place].outcome, findings=tuple(self.findings[place]))
                )
        return shown

    @functools.cached_property
    def _place_of_row(self) -> Mapping[int, int]:
        return {row.read.row: place for place, row in enumerate(self.rows)}

    @functools.cached_property
    def _why_skipped(self) -> Mapping[int, str]:
        return {each.row: each.why for each in self.layout.skipped}


@dataclass(frozen=True)
class Preview:
    """What an import would do, before it does it.

    sheets: those that hold the register; other_sheets: visible ones that do not; hidden_sheets: hidden ones,
    never imported; notices: sentences about the file (hidden rows, formulas that failed); questions: what
    somebody should decide; mapping: the name of the remembered or ready-made mapping that is used; head: of the
    journal when it was made; learned: {(code table, text): code}, the school's words that answers taught.
    """

    register: Register
    file: Path
    options: ImportOptions
    book: Book
    sheets: tuple[SheetPreview, ...]
    plan: Plan
    other_sheets: tuple[str, ...] = ()
    hidden_sheets: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    mapping: str | None = None
    head: str = ""
    learned: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def judged(self) -> Mapping[int, Sequence[SheetFinding]]:
        """The findings of the rows that have any, by the `id` of the row as read."""
        return {
            id(row.read): found
            for sheet in self.sheets
            for row, found in zip(sheet.rows, sheet.findings, strict=True)
            if found
        }

    @property
    def rows(self) -> int:
        """How many data rows there are."""
        return len(self.plan.rows)

    @property
    def skipped(self) -> int:
        """How many rows are no data."""
        return sum(len(each.skipped) for each in self.sheets)

    def count(self, outcome: Outcome) -> int:
        """How many rows are new, changed, unchanged or pending."""
        return self.plan.count(outcome)

    def findings(self) -> Iterator[SheetFinding]:
        """All findings, in the order of sheets and rows."""
        for sheet in self.sheets:
            for found in sheet.findings:
                yield from found
            yield from sheet.of_totals

    def to_json(self) -> dict[str, Any]:
        """The document of `import --json`, as if it had been stored."""
        return _document(self, self.plan)


@dataclass(frozen=True)
class ImportResult:
    """What an import did; `plan` is what was stored, made on the desk as it then was."""

    preview: Preview
    plan: Plan
    changed: Changed

    def count(self, outcome: Outcome) -> int:
        """How many rows were new, changed, unchanged or pending."""
        return self.plan.count(outcome)

    def to_json(self) -> dict[str, Any]:
        """The document of `import --json`."""
        return _document(self.preview, self.plan)


def _document(shown: Preview, plan: Plan) -> dict[str, Any]:
    first = shown.sheets[0]
    return {
        "register": shown.register.code,
        "file": shown.book.file,
        "sheet": sheet_name(first.layout),
        "header_row": first.header_row,
        "columns": _columns_json(first),
        "rows": len(plan.rows),
        "stored": plan.count("new"),
        "updated": plan.count("changed"),
        "unchanged": plan.count("unchanged"),
        "pending": plan.count("pending"),
        "skipped": [
            {"row": each.row, "why": each.why, "sheet": sheet_name(sheet.layout)}
            for sheet in shown.sheets
            for each in sheet.skipped
        ],
        "findings": [each.to_json() for each in shown.findings()],
        "sheets": [
            {
                "sheet": sheet_name(sheet.layout),
                "header_row": sheet.header_row,
                "columns": _columns_json(sheet),
                "rows": len(sheet.rows),
            }
            for sheet in shown.sheets
        ],
        "other_sheets": list(shown.other_sheets),
        "hidden_sheets": list(shown.hidden_sheets),
        "notices": list(shown.notices),
        "questions": [_question_json(each) for each in shown.questions],
        "mapping": shown.mapping,
    }


def _question_json(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "kind": question.kind,
        "sheet": question.sheet,
        "column": question.column,
        "sentence": question.sentence,
        "answers": [{"code": each.code, "label": each.label} for each in question.answers],
        "taken": question.taken,
        "answered": question.answered,
        "rows": question.rows,
        "samples": list(question.samples),
    }


def _columns_json(sheet: SheetPreview) -> list[dict[str, Any]]:
    return [
        {"source": column.source, "field": column.field, "confidence": column.confidence}
        for column in sheet.columns
        if column.source or column.target is not None
    ]
