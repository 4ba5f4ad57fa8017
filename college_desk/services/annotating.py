"""The clerk's file back: the imported workbook with a verdict and its reasons beside each row, wrong cells coloured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.files.annotating.answering import answer
from college_desk.files.annotating.marks import RowMark, SheetMark, Verdict, sheet_mark
from college_desk.files.sheets import reading
from college_desk.services.import_findings import SheetFinding
from college_desk.services.import_plan import PlannedRow
from college_desk.services.import_preview import Preview, SheetPreview

ENDING = ".xlsx"
_WITH_MACROS = ".xlsm"


@dataclass(frozen=True)
class Annotated:
    """A written file; rows_marked: rows with something to mend or confirm, cells_marked: coloured cells."""

    path: Path
    rows_marked: int
    cells_marked: int


def ending(preview: Preview) -> str:
    """The ending of the annotated file's name: one with macros keeps its own, else Excel refuses it."""
    return _WITH_MACROS if preview.book.kind == "xlsm" else ENDING


def annotate(preview: Preview, out: Path) -> Annotated:
    """Write the file of a preview to `out` with the columns 校验结果 and 错误说明, and wrong cells coloured.

    An xlsx or xlsm keeps everything else of it; any other file becomes an xlsx of the same cells. Identity
    numbers stand in it whole. Raises UnusableInput when the file was changed since the preview, when it is
    the file itself that would be written over, or when it cannot be written.
    """
    source = preview.file
    if out.exists() and out.samefile(source):
        raise UnusableInput(_("校验结果表不能写到原文件上，请换一个文件名。"))
    if reading.read(source) != preview.book:
        raise UnusableInput(_("“{file}”在校验之后又改动过，请重新导入。").format(file=source.name))
    marks = list(_sheet_marks(preview))
    answer(preview.book, source, out, marks)
    rows = [row for mark in marks for row in mark.rows.values()]
    return Annotated(
        out,
        sum(row.verdict is not Verdict.PASSED for row in rows),
        sum(len(row.wrong | row.doubtful) for row in rows),
    )


def _sheet_marks(preview: Preview) -> Iterator[SheetMark]:
    """The answers of each sheet; tables side by side on one sheet share its columns."""
    for name in dict.fromkeys(each.name for each in preview.sheets):
        tables = [each for each in preview.sheets if each.name == name]
        texts: dict[int, dict[int, str]] = {}
        for (place, number, column), text in preview.options.mended.items():
            if place == name:
                texts.setdefault(number, {})[column] = text
        rows: dict[int, RowMark] = {}
        for table in tables:
            for number, mark in _row_marks(table, texts):
                rows[number] = rows[number].joined(mark) if number in rows else mark
        sheet = next(each for each in preview.book.sheets if each.name == name)
        yield sheet_mark(sheet, (table.header_row for table in tables), rows)


def _row_marks(table: SheetPreview, texts: dict[int, dict[int, str]]) -> Iterator[tuple[int, RowMark]]:
    for row, findings in zip(table.rows, table.findings, strict=True):
        number = row.read.row
        wrong = _columns(findings, "error")
        doubtful = _columns(findings, "warning") - wrong
        reasons = tuple(dict.fromkeys(_sentence(each) for each in findings))
        yield number, RowMark(_verdict(row, findings), reasons, wrong, doubtful, texts.get(number, {}))


def _verdict(row: PlannedRow, findings: Sequence[SheetFinding]) -> Verdict:
    if row.pending:
        return Verdict.WAITING
    severities = {each.severity for each in findings}
    if "error" in severities:
        return Verdict.WRONG
    return Verdict.DOUBTFUL if "warning" in severities else Verdict.PASSED


def _columns(findings: Sequence[SheetFinding], severity: str) -> frozenset[int]:
    found = (each.column_index for each in findings if each.severity == severity)
    return frozenset(column for column in found if column is not None)


def _sentence(finding: SheetFinding) -> str:
    """What is wrong, with the column that it stands in and what to write instead where that is known."""
    told = finding.message
    if finding.suggestion:
        told = _("{message}（建议：{text}）").format(message=told, text=finding.suggestion)
    return told if finding.column is None else f"{finding.column}：{told}"
