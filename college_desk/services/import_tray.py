"""Rows of an import that wait, as the pending tray keeps them.

A waiting row must be readable again by its headers alone. So a cell stands under its header where that leads
to the field it filled, else under the field's own title; a column that somebody left out is marked so.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from college_desk.files.mapping.columns import Column
from college_desk.files.mapping.header_cell import HeaderCell
from college_desk.files.mapping.layout import Layout
from college_desk.files.mapping.notes import notes_of
from college_desk.files.mapping.spans import pairs, speaks_of_a_span
from college_desk.files.mapping.splitting import Split, splits
from college_desk.files.mapping.title import title
from college_desk.files.mapping.vocabulary import Target, Vocabulary, vocabulary
from college_desk.files.sheets.book import Sheet, cell_text
from college_desk.records.change import PendingRow
from college_desk.records.register import Register
from college_desk.records.values.day import split_range
from college_desk.services.import_findings import KEY_TWICE, SheetFinding, sheet_name
from college_desk.services.import_plan import PlannedRow
from college_desk.services.import_rows import ReadRow

ABOVE_THE_TABLE = "表头上方的说明"
"""Under this name the lines above the table stand beside a row's cells: its unit and year are read from them."""

NUMBER = "待处理序号"
"""Title of the column that bears a waiting row's number where the tray is written out as a sheet."""

LEFT_OUT = "不导入："
UNREADABLE, REPEATED = "unreadable", "repeated"
_DAY_TYPES = frozenset({"day", "day_or_month", "end_day", "month"})


class TrayNames:
    """Under which names the cells of one sheet lie in the tray; made once for all its rows."""

    def __init__(self, layout: Layout, words: Vocabulary) -> None:
        self.by_index = {column.index: key_of(column, words) for column in layout.columns}
        self._plain: list[tuple[int, str, bool]] = []
        self._parted: dict[int, Meaning] = {}
        for column in layout.columns:
            name = self.by_index[column.index]
            self._plain.append((column.index, name, column.target is not None))
            meaning = _meaning_of(column)
            if meaning is not None and meaning.is_combined and name != column.label:
                self._parted[column.index] = meaning
        code = words.register.code
        self._laid = [
            (each.name, each.title, each.type)
            for each in words.register.fields
            if layout.column_of(code, each.name) is None
        ]
        self._lines = "\n".join(layout.notes.lines)
        self._words = words

    def cells(self, read: ReadRow) -> dict[str, str]:
        """A row's cells as text, in the sheet's order; then what is laid over every row, and the lines above."""
        cells: dict[str, str] = {}
        for index, name, has_target in self._plain:
            cell = read.cells[index]
            if cell is None and not has_target:
                continue
            text = cell_text(cell)
            if index in self._parted:
                cells.update(self._parted[index].parted(text, self._words) or {name: text})
            elif text or has_target:
                cells[name] = text
        own = read.values[self._words.register.code]
        for field, shown, kind in self._laid:
            if field in own:
                cells.setdefault(shown, kind.show(own[field]))
        if self._lines:
            cells[ABOVE_THE_TABLE] = self._lines
        return cells


class NamesOfSheets:
    """The names of every sheet of one import, each made when its first row is laid in."""

    def __init__(self, register: Register) -> None:
        self._words = vocabulary(register.code)
        self._known: dict[int, TrayNames] = {}

    def of(self, layout: Layout) -> TrayNames:
        """The names of a sheet."""
        if id(layout) not in self._known:
            self._known[id(layout)] = TrayNames(layout, self._words)
        return self._known[id(layout)]


def pending_row(
    register: Register,
    file: str,
    planned: PlannedRow,
    findings: Sequence[SheetFinding],
    number: int = 0,
    names: TrayNames | None = None,
) -> PendingRow:
    """The row of the tray that a planned row becomes; without a number it gets its id when it is laid in.

    names: those of its sheet, where many rows of it are laid in.
    """
    read = planned.read
    known = names or TrayNames(read.layout, vocabulary(register.code))
    faults = tuple(
        (
            known.by_index.get(each.column_index) if each.column_index is not None else None,
            each.field,
            UNREADABLE if each.unreadable else REPEATED if each.repeated else each.severity,
            each.message,
        )
        for each in findings
    )
    return PendingRow(
        number, register.code, file, sheet_name(read.layout), read.row, known.cells(read), faults
    )


class Meaning(NamedTuple):
    """The field that a header of the tray leads to, or the several whose values stand in its cells together.

    until: the field of the second day of a range; split: how other cells part.
    """

    target: Target
    until: Target | None = None
    split: Split | None = None

    @property
    def is_combined(self) -> bool:
        """Whether there are several."""
        return self.until is not None or self.split is not None

    @property
    def targets(self) -> tuple[Target, ...]:
        """All the fields."""
        if self.split is not None:
            return tuple(self.split.targets.values())
        return (self.target,) if self.until is None else (self.target, self.until)

    def parted(self, text: str, words: Vocabulary) -> dict[str, str]:
        """The parts of a combined cell under the titles of their fields; empty when it does not part."""
        if self.split is not None:
            parts = self.split.parts_of(text)
            return {
                title_of(target, words): parts[name]
                for name, target in self.split.targets.items()
                if name in parts
            }
        ends = split_range(text) if self.until is not None else None
        if self.until is None or ends is None:
            return {}
        return {title_of(self.target, words): ends[0], title_of(self.until, words): ends[1]}

    def same_as(self, other: Meaning | None) -> bool:
        """Whether another meaning fills the same fields in the same way."""
        if other is None or [each.key for each in self.targets] != [each.key for each in other.targets]:
            return False
        codes = [each.split.code if each.split is not None else None for each in (self, other)]
        return codes[0] == codes[1]


def key_of(column: Column, words: Vocabulary) -> str:
    """The name under which a column's cells lie in the tray: its own where that leads to what it fills."""
    own, meant = _meaning_of(column), meaning(column.label, words)
    if own is None:
        return column.label if meant is None else LEFT_OUT + column.label
    if own.same_as(meant) and column.unit in (None, title(column.label).unit):
        return column.label
    return title_of(own.target, words, column.unit)


def _meaning_of(column: Column) -> Meaning | None:
    return None if column.target is None else Meaning(column.target, column.until, column.split)


def meant_by(header: str, words: Vocabulary) -> Target | None:
    """The field that a header of the tray leads to: by title or alias, or by its name where no title tells it."""
    if header.startswith(LEFT_OUT):
        return None
    read = title(header)
    matches = words.look_up(read.whole) or words.look_up(read.core)
    if matches:
        return matches[0].target
    return words.named(header) if "." in header else None


def meaning(header: str, words: Vocabulary) -> Meaning | None:
    """What a header of the tray leads to, combined columns (聘用起止时间, 姓名/电话) among it."""
    target = meant_by(header, words)
    if target is not None or header.startswith(LEFT_OUT):
        return None if target is None else Meaning(target)
    core = title(header).core
    if speaks_of_a_span(core):
        for pair in pairs(core, words):
            if pair.first.field.type.code in _DAY_TYPES:
                return Meaning(pair.first, pair.last)
    for split in splits(HeaderCell(0, header, (), header), words):
        return Meaning(next(iter(split.targets.values())), None, split)
    return None


def layout_of(row: PendingRow, cells: Mapping[str, str], words: Vocabulary) -> Layout:
    """The layout of a waiting row as a sheet of its own, its cells read under their headers."""
    lines = cells.get(ABOVE_THE_TABLE, "").split("\n")
    headers = [header for header in cells if header != ABOVE_THE_TABLE]
    taken: set[tuple[str, str]] = set()
    columns = []
    for index, header in enumerate(headers):
        column = Column(index, header, header, unit=title(header).unit)
        meant = meaning(header, words)
        if meant is not None and not any(each.key in taken for each in meant.targets):
            taken.update(each.key for each in meant.targets)
            column = dataclasses.replace(
                column, target=meant.target, until=meant.until, split=meant.split, confidence=1.0
            )
        columns.append(column)
    sheet = Sheet(row.sheet or "", ())
    data = ((row.row, [cells[header] or None for header in headers]),)
    notes = notes_of([line for line in lines if line], row.sheet or "")
    return Layout(sheet, 1, tuple(columns), data, (), notes, len(taken))


def unmended(row: PendingRow, read: ReadRow, cells: Mapping[str, str]) -> Iterator[SheetFinding]:
    """What keeps a row waiting until somebody has written its cell anew.

    read: the row as it is read now; cells: its cells as they would lie in the tray now. A cell that could not
    be read may be readable as the text that lies in the tray (2026.1 was a number), and a repeated key would
    now change the record of the row that it repeats.
    """
    columns = {key_of(column, vocabulary(row.register)): column for column in read.layout.columns}
    told = {(each.column_index, each.message) for each in read.findings}
    for header, field, severity, message in row.faults:
        if severity not in (UNREADABLE, REPEATED) or header is None:
            continue
        column = columns.get(header)
        if column is None or cells.get(header) != row.cells.get(header) or (column.index, message) in told:
            continue
        yield SheetFinding(
            sheet_name(read.layout), read.row, header, column.index, row.register, field, KEY_TWICE, "error",
            message, cells.get(header), None, severity == UNREADABLE,
        )  # fmt: skip


def title_of(target: Target, words: Vocabulary, unit: str | None = None) -> str:
    """The field's own title, with the unit of the sheet; its name where the title leads to another field."""
    shown = f"{title(target.field.title).core}（{unit}）" if unit is not None else target.field.title
    meant = meant_by(shown, words)
    if meant is not None and meant.key == target.key:
        return shown
    return f"{target.register}.{target.field.name}"
