"""The pending tray (待处理数据): rows that could not be stored, mended one by one, or thrown away."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from college_desk.base.errors import UnusableInput
from college_desk.base.progress import SILENT
from college_desk.base.translation import _
from college_desk.files.mapping.vocabulary import vocabulary
from college_desk.files.sheets.book import Book
from college_desk.records.change import Changed, PendingRow
from college_desk.records.register import REGISTERS, Record, Register
from college_desk.services import import_tray
from college_desk.services.import_findings import KEY_TWICE, SheetFinding
from college_desk.services.import_judging import judge
from college_desk.services.import_plan import Plan, make_plan
from college_desk.services.import_rows import Laid, ReadRow, read_rows
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader
from college_desk.storage.writer import Writer

_NOTHING_LAID = Laid({}, {}, frozenset())


@dataclass(frozen=True)
class Mended:
    """What became of a waiting row.

    record: the record of its register that it became, None while it still waits; row: as it waits now, None
    once it is stored; findings: what is wrong with it now.
    """

    record: Record | None
    row: PendingRow | None
    changed: Changed
    findings: tuple[SheetFinding, ...] = ()


def rows(desk: Desk, register: Register | None = None) -> list[PendingRow]:
    """The rows of the tray, of one register or of all, in the order in which they came."""
    with desk.read() as reader:
        return reader.pending(None if register is None else register.code)


def mend(
    desk: Desk,
    row_id: int,
    cells: Mapping[str, str],
    *,
    who: str,
    now: dt.datetime,
    today: dt.date,
) -> Mended:
    """Read a waiting row again with some of its cells written anew; it is stored where that makes it right.

    cells: {header as it stands in the row, or a field's title or name: text}. A cell that could not be read,
    and a key that an earlier row had taken, must be written anew, else the row goes on waiting with its new
    cells. One step of the journal. Raises UnusableInput for a row or header that is not there.
    """
    with desk.read() as reader:
        found = reader.pending_rows([row_id]).get(row_id)
        if found is None:
            raise UnusableInput(_("待处理数据里没有这一行，可能已经入库。"))
        register = REGISTERS[found.register]
        merged = {**found.cells, **_under_headers(found, cells, register)}
        read = _read(found, merged, register, reader.synonyms())
        unmended = tuple(_unmended(found, read, merged))
        plan = _plan(reader, register, found, read, unmended)
        findings = tuple(judge(plan, reader, reader.policy(), today, SILENT)[0])
    what = _("处理{register}的待处理数据").format(register=_(register.title))
    with desk.write(what, who=who, now=now, today=today, guarded=False, register=register.code) as writer:
        plan = _plan(writer, register, found, read, unmended)
        if plan.rows[0].pending:
            row = import_tray.pending_row(register, found.file, plan.rows[0], findings, found.id)
            row = dataclasses.replace(row, cells=merged)
            if row != found:
                writer.take_pending([row_id])
                writer.lay_in([row])
            record = None
        else:
            row = None
            record = _store(writer, plan)
            writer.take_pending([row_id])
    return Mended(record, row, writer.changed, findings)


def discard(desk: Desk, row_ids: Sequence[int], *, who: str, now: dt.datetime, today: dt.date) -> Changed:
    """Throw waiting rows away; undo brings them back."""
    what = _("删去待处理数据{count}行").format(count=len(row_ids))
    with desk.write(what, who=who, now=now, today=today, guarded=False) as writer:
        writer.take_pending(row_ids)
    return writer.changed


def _under_headers(row: PendingRow, cells: Mapping[str, str], register: Register) -> dict[str, str]:
    """The texts written anew under the headers of the row; a field that the row lacks under its title."""
    words = vocabulary(register.code)
    headers = {
        target.key: header
        for header in row.cells
        if (target := import_tray.meant_by(header, words)) is not None
    }
    written: dict[str, str] = {}
    for name, text in cells.items():
        if name in row.cells:
            written[name] = text
            continue
        target = words.named(name) or import_tray.meant_by(name, words)
        if target is None:
            raise UnusableInput(_("这一行里没有“{header}”这一列。").format(header=name))
        written[headers.get(target.key, target.field.title)] = text
    return written


def _read(
    row: PendingRow, cells: Mapping[str, str], register: Register, synonyms: Mapping[str, Mapping[str, str]]
) -> ReadRow:
    layout = import_tray.layout_of(row, cells, vocabulary(register.code))
    book = Book(row.file, "csv", (layout.sheet,))
    return next(read_rows(layout, book, register, _NOTHING_LAID, synonyms, SILENT))


def _unmended(row: PendingRow, read: ReadRow, cells: Mapping[str, str]) -> Iterator[SheetFinding]:
    """What keeps the row waiting until somebody has written its cell anew."""
    columns = {column.label: column for column in read.layout.columns}
    told = {(each.column_index, each.message) for each in read.findings}
    for header, field, severity, message in row.faults:
        if severity not in (import_tray.UNREADABLE, import_tray.REPEATED) or header is None:
            continue
        column = columns.get(header)
        if column is None or cells.get(header) != row.cells.get(header) or (column.index, message) in told:
            continue
        yield SheetFinding(
            row.sheet, row.row, header, column.index, row.register, field, KEY_TWICE, "error", message,
            cells.get(header), None, severity == import_tray.UNREADABLE,
        )  # fmt: skip


def _plan(
    reader: Reader, register: Register, row: PendingRow, read: ReadRow, unmended: Sequence[SheetFinding]
) -> Plan:
    """The plan of the row alone; it waits on while something is left unmended."""
    held = dataclasses.replace(read, findings=[*read.findings, *unmended], held_back=bool(unmended))
    return make_plan(reader, register, [held], row.file)


def _store(writer: Writer, plan: Plan) -> Record | None:
    """Write what the row makes; the record of the imported register comes back as it is kept."""
    new, changed = plan.new_records(), plan.changed_records()
    kept = dict(zip(map(id, new), writer.add_many(new), strict=True)) if new else {}
    if changed:
        kept.update(zip(map(id, changed), writer.change_many(changed), strict=True))
    main = plan.rows[0].main
    return None if main is None else kept.get(id(main.after), main.after)
