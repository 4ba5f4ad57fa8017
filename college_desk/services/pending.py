"""The pending tray (待处理数据): rows that could not be stored, mended one by one or many at once, or thrown away."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from college_desk.base.errors import UnusableInput
from college_desk.base.progress import SILENT
from college_desk.base.translation import _
from college_desk.files.mapping.vocabulary import Target, Vocabulary, vocabulary
from college_desk.files.sheets.book import Book
from college_desk.records.change import Changed, PendingRow
from college_desk.records.register import REGISTERS, Record, Register
from college_desk.services import import_tray
from college_desk.services.import_findings import SheetFinding
from college_desk.services.import_judging import judge
from college_desk.services.import_plan import Plan, make_plan
from college_desk.services.import_rows import Laid, ReadRow, read_rows
from college_desk.storage.desk import Desk
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


@dataclass(frozen=True)
class MendedRows:
    """What became of waiting rows, by their ids; changed: by all of them together."""

    rows: Mapping[int, Mended]
    changed: Changed


class _Try(NamedTuple):
    """A waiting row with its cells as they are written now, read again."""

    row: PendingRow
    cells: dict[str, str]
    read: ReadRow


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
    """Read one waiting row again with some of its cells written anew, as `mend_many` does."""
    return mend_many(desk, {row_id: cells}, who=who, now=now, today=today).rows[row_id]


def mend_many(
    desk: Desk, cells: Mapping[int, Mapping[str, str]], *, who: str, now: dt.datetime, today: dt.date
) -> MendedRows:
    """Read waiting rows again with some of their cells written anew; those that are right now are stored.

    cells: {row id: {header as it stands in the row, or a field's title or name: text}}, no texts to try a row
    as it is. A cell that could not be read, and a key that an earlier row had taken, must be written anew,
    else the row goes on waiting with its new cells. One step of the journal. Raises UnusableInput for a row
    or header that is not there.
    """
    with desk.read() as reader:
        found = reader.pending_rows(list(cells))
        if any(number not in found for number in cells):
            raise UnusableInput(_("待处理数据里没有这一行，可能已经入库。"))
        synonyms = reader.synonyms()
    tries = [_try(found[number], texts, synonyms) for number, texts in cells.items()]
    registers = {each.row.register for each in tries}
    one = REGISTERS[min(registers)] if len(registers) == 1 else None
    what = _("处理待处理数据{count}行").format(count=len(tries))
    if one is not None:
        what = _("处理{register}的待处理数据").format(register=_(one.title))
    code = None if one is None else one.code
    became: dict[int, Mended] = {}
    with desk.write(what, who=who, now=now, today=today, guarded=False, register=code) as writer:
        for group in _by_source(tries):
            became.update(_bring_in(writer, group, today))
        changed = writer.changed
    rows = {number: dataclasses.replace(became[number], changed=changed) for number in cells}
    return MendedRows(rows, changed)


def discard(desk: Desk, row_ids: Sequence[int], *, who: str, now: dt.datetime, today: dt.date) -> Changed:
    """Throw waiting rows away; undo brings them back."""
    what = _("删去待处理数据{count}行").format(count=len(row_ids))
    with desk.write(what, who=who, now=now, today=today, guarded=False) as writer:
        writer.take_pending(row_ids)
    return writer.changed


def _rewritten(row: PendingRow, texts: Mapping[str, str], register: Register) -> dict[str, str]:
    """The row's cells with texts written anew under its headers; a field that it lacks under its title.

    A field whose value stands in a combined cell (起始日期 in 聘用起止时间) takes that cell apart.
    """
    words = vocabulary(register.code)
    cells = dict(row.cells)
    for name, text in texts.items():
        if name in cells:
            cells[name] = text
            continue
        target = words.named(name) or import_tray.meant_by(name, words)
        if target is None:
            raise UnusableInput(_("这一行里没有“{header}”这一列。").format(header=name))
        header, meant = _header_of(target, cells, words)
        if header is not None and meant is not None and meant.is_combined:
            whole = cells.pop(header)
            parts = meant.parted(whole, words)
            cells.update({key: parts.get(key, "" if parts else whole) for key in _titles(meant, words)})
            header = import_tray.title_of(target, words)
        cells[import_tray.title_of(target, words) if header is None else header] = text
    return cells


def _header_of(
    target: Target, cells: Mapping[str, str], words: Vocabulary
) -> tuple[str | None, import_tray.Meaning | None]:
    """The header under which a field's value stands in a row, with all that it means; nothing where it is not there."""
    for header in cells:
        meant = import_tray.meaning(header, words)
        if meant is not None and any(each.key == target.key for each in meant.targets):
            return header, meant
    return None, None


def _titles(meant: import_tray.Meaning, words: Vocabulary) -> list[str]:
    return [import_tray.title_of(each, words) for each in meant.targets]


def _try(row: PendingRow, texts: Mapping[str, str], synonyms: Mapping[str, Mapping[str, str]]) -> _Try:
    """The row read with its new cells; it waits on while something that made it wait is left as it was."""
    register = REGISTERS[row.register]
    cells = _rewritten(row, texts, register)
    layout = import_tray.layout_of(row, cells, vocabulary(register.code))
    book = Book(row.file, "csv", (layout.sheet,))
    read = read_rows(layout, book, register, _NOTHING_LAID, synonyms, SILENT)[0]
    left = list(import_tray.unmended(row, read, cells))
    if left:
        read = dataclasses.replace(read, findings=[*read.findings, *left], held_back=True)
    return _Try(row, cells, read)


def _by_source(tries: Sequence[_Try]) -> list[list[_Try]]:
    """The rows of each register and file together: what they make bears its source."""
    groups: dict[tuple[str, str], list[_Try]] = {}
    for each in tries:
        groups.setdefault((each.row.register, each.row.file), []).append(each)
    return list(groups.values())


def _bring_in(writer: Writer, tries: Sequence[_Try], today: dt.date) -> Iterator[tuple[int, Mended]]:
    """Store the rows of one register and file that are right, lay the others back with their new cells."""
    first = tries[0].row
    register = REGISTERS[first.register]
    plan = make_plan(writer, register, [each.read for each in tries], first.file)
    judged = judge(plan, writer, writer.policy(), today, SILENT)
    kept = _store(writer, plan)
    for each, planned, found in zip(tries, plan.rows, judged, strict=True):
        findings = tuple(found)
        if planned.pending:
            row = import_tray.pending_row(register, each.row.file, planned, findings, each.row.id)
            row = dataclasses.replace(row, cells=each.cells)
            if row != each.row:
                writer.take_pending([each.row.id])
                writer.lay_in([row])
            yield each.row.id, Mended(None, row, Changed(), findings)
        else:
            writer.take_pending([each.row.id])
            main = planned.main
            record = None if main is None else kept.get(id(main.after), main.after)
            yield each.row.id, Mended(record, None, Changed(), findings)


def _store(writer: Writer, plan: Plan) -> dict[int, Record]:
    """Write what the rows make; the records as they are kept, by the identity of those in the plan."""
    new, changed = plan.new_records(), plan.changed_records()
    kept = dict(zip(map(id, new), writer.add_many(new), strict=True)) if new else {}
    if changed:
        kept.update(zip(map(id, changed), writer.change_many(changed), strict=True))
    return kept
