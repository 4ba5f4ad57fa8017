"""Spreadsheets in: what a file holds for a register, shown first, then stored in one step of the journal.

`preview` reads, lays out, reads every cell through its value type, and plans; `apply` plans again inside the
writing transaction and stores. Rows that cannot be stored go to the pending tray with their cells.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from college_desk.base.errors import UnusableInput
from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.files.mapping.layout import Layout
from college_desk.files.sheets import reading
from college_desk.files.sheets.book import Book
from college_desk.records.register import Register
from college_desk.services import import_tray
from college_desk.services.import_findings import SheetFinding
from college_desk.services.import_judging import judge
from college_desk.services.import_layouts import layouts, notices
from college_desk.services.import_memory import collector_paused
from college_desk.services.import_plan import Plan, make_plan
from college_desk.services.import_preview import (
    NOT_A_FIELD,
    GridRow,
    ImportOptions,
    ImportResult,
    Preview,
    SheetPreview,
)
from college_desk.services.import_rows import Laid, ReadRow, constants_of, read_rows
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader

__all__ = [
    "NOT_A_FIELD", "GridRow", "ImportOptions", "ImportResult", "Preview", "SheetPreview", "apply", "preview",
]  # fmt: skip


def preview(
    desk: Desk,
    register: Register,
    file: Path,
    options: ImportOptions | None = None,
    *,
    today: dt.date,
    progress: Progress = SILENT,
) -> Preview:
    """What importing a file into a register would do; nothing is changed.

    Raises UnusableInput for a file that cannot be used, a sheet, field or header that is not there, a file
    without a header of this register; Cancelled by progress.
    """
    if register.made_by_program:
        raise UnusableInput(_("{register}由程序生成，不能导入。").format(register=_(register.title)))
    chosen = options or ImportOptions()
    book = reading.read(file, progress=progress)
    made, others = layouts(book, register, chosen)
    with collector_paused(), desk.read() as reader:
        rows = _rows(reader, book, register, made, chosen, progress)
        plan = make_plan(reader, register, rows, book.file)
        judged = judge(plan, reader, reader.policy(), today, progress)
        sheets = _shown(made, plan, judged)
    hidden = tuple(sheet.name for sheet in book.sheets if not sheet.visible)
    return Preview(
        register,
        file,
        chosen,
        book,
        sheets,
        plan,
        tuple(others),
        hidden,
        tuple(notices(book, made)),
    )


def apply(
    desk: Desk,
    preview: Preview,
    *,
    who: str,
    now: dt.datetime,
    today: dt.date,
    progress: Progress = SILENT,
) -> ImportResult:
    """Store what a preview showed: one transaction, one step of the journal; cancelled, nothing is kept."""
    register = preview.register
    rows = [row.read for row in preview.plan.rows]
    total = preview.count("new") + preview.count("changed")
    what = _("导入{register}{count}{unit}").format(
        register=_(register.title), count=total, unit=_(register.counted)
    )
    with (
        collector_paused(),
        desk.write(what, who=who, now=now, today=today, guarded=False, register=register.code) as writer,
    ):
        progress.step(_("入库"), 0, len(rows))
        plan = make_plan(writer, register, rows, preview.book.file)
        new, changed = plan.new_records(), plan.changed_records()
        progress.step(_("入库"), len(rows) // 3, len(rows))
        if new:
            writer.add_many(new)
        progress.step(_("入库"), len(rows) * 2 // 3, len(rows))
        if changed:
            writer.change_many(changed)
        judged = {
            (sheet.name, row.read.row): found
            for sheet in preview.sheets
            for row, found in zip(sheet.rows, sheet.findings, strict=True)
        }
        import_tray.lay_in(writer, register, preview.book.file, plan, judged)
        progress.step(_("入库"), len(rows), len(rows))
    return ImportResult(preview, plan, writer.changed)


def _shown(
    made: Sequence[Layout], plan: Plan, judged: Sequence[Sequence[SheetFinding]]
) -> tuple[SheetPreview, ...]:
    """The sheets with their rows and the findings of each row."""
    shown = []
    for each in made:
        places = [place for place, row in enumerate(plan.rows) if row.read.layout is each]
        planned = tuple(plan.rows[place] for place in places)
        shown.append(SheetPreview(each, planned, tuple(tuple(judged[place]) for place in places)))
    return tuple(shown)


def _rows(
    reader: Reader,
    book: Book,
    register: Register,
    layouts: Sequence[Layout],
    options: ImportOptions,
    progress: Progress,
) -> list[ReadRow]:
    synonyms = reader.synonyms()
    given = {"department": options.department, "cohort": options.cohort}
    constants = constants_of(register, given, synonyms)
    rows: list[ReadRow] = []
    for each in layouts:
        name = each.sheet.name
        mended = {
            (row, column): text for (sheet, row, column), text in options.mended.items() if sheet == name
        }
        left_out = frozenset(row for sheet, row in options.left_out if sheet == name)
        laid = Laid(constants, mended, left_out)
        rows += read_rows(each, book, register, laid, synonyms, progress)
    return rows
