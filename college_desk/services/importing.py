"""Spreadsheets in: what a file holds for a register, shown first, then stored in one step of the journal.

`preview` reads, lays out, reads every cell through its value type, and plans; `apply` stores that plan, made anew
inside the writing transaction where something was written meanwhile. Rows that cannot be stored go to the pending
tray with their cells.
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
from college_desk.records.register import Register
from college_desk.services import (
    import_findings,
    import_likeness,
    import_placements,
    import_questions,
    import_remembered,
    import_settling,
    import_units,
)
from college_desk.services.import_findings import SheetFinding
from college_desk.services.import_gathering import asking, gather
from college_desk.services.import_judging import judge
from college_desk.services.import_layouts import laid_out, notices
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
from college_desk.services.import_remembered import Remembered
from college_desk.storage.desk import Desk
from college_desk.storage.writer import Writer

_RECORDS_AT_ONCE = 5000
"""Between so many records somebody may cancel."""

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
    book = reading.read(file, encoding=import_questions.chosen_encoding(chosen.answers), progress=progress)
    with collector_paused(), desk.read() as reader:
        laid = laid_out(book, register, chosen, Remembered(reader, register.code))
        units = import_units.settle(reader, laid.layouts, chosen.answers)
        asked = asking(reader, chosen.answers)
        rows = gather(reader, book, register, units.layouts, chosen, asked, progress)
        import_settling.hold(reader, register, rows)
        people = import_likeness.apply_answers(rows, register, chosen.answers)
        plan = make_plan(reader, register, people.rows, book.file, progress)
        places = import_placements.decide(plan, reader, chosen.answers, today)
        judged = judge(plan, reader, reader.policy(), today, progress)
        persons = import_likeness.questions(plan, reader, people)
        head = reader.head()
    layouts = units.layouts
    of_layouts = (question for each in layouts for question in each.questions)
    return Preview(
        register,
        file,
        chosen,
        book,
        _shown(layouts, plan, judged),
        plan,
        tuple(laid.others),
        tuple(sheet.name for sheet in book.sheets if not sheet.visible),
        tuple(notices(book, layouts)),
        (
            *import_questions.of_encoding(book, chosen.answers),
            *of_layouts,
            *units.questions,
            *asked.all,
            *places,
            *persons,
        ),
        laid.mapping,
        head,
        asked.learned,
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
    total = preview.count("new") + preview.count("changed")
    what = _("导入{register}{count}{unit}").format(
        register=_(register.title), count=total, unit=_(register.counted)
    )
    with (
        collector_paused(),
        desk.write(what, who=who, now=now, today=today, guarded=False, register=register.code) as writer,
    ):
        plan = _plan_now(writer, preview, today, progress)
        new, changed = plan.new_records(), plan.changed_records()
        steps = len(new) + len(changed) + 1
        for start in range(0, len(new), _RECORDS_AT_ONCE):
            progress.step(_("入库"), start, steps)
            writer.add_all(new[start : start + _RECORDS_AT_ONCE])
        for start in range(0, len(changed), _RECORDS_AT_ONCE):
            progress.step(_("入库"), len(new) + start, steps)
            writer.change_all(changed[start : start + _RECORDS_AT_ONCE])
        progress.step(_("入库"), steps - 1, steps)
        for (table, text), code in preview.learned.items():
            writer.learn_synonym(table, text, code)
        layouts = [each.layout for each in preview.sheets]
        import_remembered.keep(writer, layouts, preview.options, preview.book.file)
        import_settling.lay_in(writer, register, preview.book.file, plan, preview.judged, progress)
        progress.step(_("入库"), steps, steps)
    return ImportResult(preview, plan, writer.changed)


def _plan_now(writer: Writer, preview: Preview, today: dt.date, progress: Progress) -> Plan:
    """The preview's plan, where nothing was written since; else one made anew."""
    if writer.head() == preview.head:
        return preview.plan
    rows = [row.read for row in preview.plan.rows]
    plan = make_plan(writer, preview.register, rows, preview.book.file, progress)
    import_placements.decide(plan, writer, preview.options.answers, today)
    return plan


def _shown(
    made: Sequence[Layout], plan: Plan, judged: Sequence[Sequence[SheetFinding]]
) -> tuple[SheetPreview, ...]:
    """The sheets with their rows and the findings of each row."""
    places: dict[int, list[int]] = {id(each): [] for each in made}
    for place, row in enumerate(plan.rows):
        places[id(row.read.layout)].append(place)
    return tuple(
        SheetPreview(
            each,
            tuple(plan.rows[place] for place in places[id(each)]),
            tuple(judged[place] for place in places[id(each)]),
            tuple(import_findings.of_totals(each, plan.register.code)),
        )
        for each in made
    )
