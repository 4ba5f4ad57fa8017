"""Codes of a code table: one, several, or a code or any other text."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from college_desk.base.translation import _
from college_desk.records.codes import CodeTable, Entry, code_table
from college_desk.records.values.cell_text import DASHES, NOTHINGS, plain_text
from college_desk.records.values.cell_type import CellType, TextType, unreadable, warning
from college_desk.records.values.text import parted
from college_desk.records.values.value_type import NOWHERE, Cell, Fault, Json, Reading, Surroundings

_LISTED = 12
"""Up to so many choices are named in a message."""

_YEARS_BESIDE = re.compile(r"^(?:19|20)\d{2}年度?|[（(](?:19|20)\d{2}年?度?[)）]$")


class _OfTable:
    """What the types over one code table share."""

    def __init__(self, name: str) -> None:
        self.name = name

    @property
    def table(self) -> CodeTable:
        """The code table, read when first asked for."""
        return code_table(self.name)

    def entries_named(self, text: str) -> tuple[Entry, ...]:
        """The entries that a text names; digits that lost their leading zeros get them back."""
        found = self.table.named_in(text)
        if not found and text.isdigit() and text.isascii():
            width = max(len(entry.code) for entry in self.table.entries)
            padded = self.table.get(text.zfill(width))
            return (padded,) if padded else ()
        return found

    def own_word(self, cell: Cell, around: Surroundings) -> str | None:
        """The code that the school's own words give a cell."""
        words: Mapping[str, str] | None = around.synonyms.get(self.name) if around.synonyms else None
        if not words or not isinstance(cell, str):
            return None
        code = words.get(cell) or words.get(plain_text(cell))
        return code if code is not None and self.table.get(code) else None

    def problem(self, text: str, found: tuple[Entry, ...]) -> Reading[Any]:
        """The reading of a text that names no entry, or several."""
        if found:
            choices = "、".join(entry.label for entry in found)
            message = _("“{text}”可能是{choices}，请写明是哪一个。")
            return unreadable(message.format(text=text, choices=choices))
        labels = self.table.labels()
        choices = "、".join(labels[:_LISTED]) + ("……" if len(labels) > _LISTED else "")
        message = _("“{text}”不在“{title}”的选项里，请从这些里选：{choices}。")
        return unreadable(message.format(text=text, title=self.table.title, choices=choices))


class Code(_OfTable, CellType[str]):
    """One code of a table; the value is the code, shown by its short label."""

    code = "code"

    def __init__(self, name: str) -> None:
        _OfTable.__init__(self, name)
        CellType.__init__(self)

    def read(self, cell: Cell, around: Surroundings = NOWHERE) -> Reading[str]:
        """The code of a cell: by the school's own words, else by code, label or alias."""
        own = self.own_word(cell, around)
        return Reading(own) if own is not None else super().read(cell, around)

    @property
    def nothings(self) -> frozenset[str]:  # type: ignore[override]  # depends on the table
        """Marks for no value; 无 is one only where the table has no such entry."""
        return DASHES if self.table.exactly("无") else NOTHINGS

    def parse(self, cell: Cell, context: Any) -> Reading[str]:
        """The code that the cell's text names."""
        text = plain_text(cell)
        found = self.entries_named(text)
        if len(found) == 1 and not self.table.to_choose(text):
            return Reading(found[0].code)
        return self.problem(text, found)

    def show(self, value: str) -> str:
        """The short label; a code that a later table dropped stands for itself."""
        entry = self.table.get(value)
        return entry.label if entry else value

    def from_json(self, value: Json) -> str:
        """The inverse of `to_json`."""
        entry = self.table.exactly(str(value))
        return entry.code if entry else str(value)

    def store(self, value: str) -> str:
        """The code."""
        return value

    def restore(self, stored: str | int | bool) -> str:
        """The code."""
        return str(stored)

    def labels(self) -> tuple[str, ...]:
        """The short labels to choose from."""
        return self.table.labels()


class Codes(_OfTable, CellType[tuple[str, ...]]):
    """Several codes of a table, each once, in the table's order."""

    code = "codes"

    def __init__(self, name: str) -> None:
        _OfTable.__init__(self, name)
        CellType.__init__(self)

    def read(self, cell: Cell, around: Surroundings = NOWHERE) -> Reading[tuple[str, ...]]:
        """The codes that a cell names, parted by 、 , ; or line breaks."""
        own = self.own_word(cell, around)
        return Reading((own,)) if own is not None else super().read(cell, around)

    def parse(self, cell: Cell, context: Any) -> Reading[tuple[str, ...]]:
        """The codes that the cell's parts name; one unknown part makes the cell unreadable."""
        whole = cell.replace("\r", "\n") if isinstance(cell, str) else plain_text(cell)
        if entry := self.table.exactly(whole):
            return Reading((entry.code,))
        codes: set[str] = set()
        for part in map(plain_text, parted(whole)):
            if part and part not in NOTHINGS:
                found = self.entries_named(part)
                if len(found) != 1 or self.table.to_choose(part):
                    return self.problem(part, found)
                codes.add(found[0].code)
        return Reading(self._in_order(codes)) if codes else Reading(None)

    def _in_order(self, codes: set[str]) -> tuple[str, ...]:
        return tuple(entry.code for entry in self.table.entries if entry.code in codes)

    def show(self, value: tuple[str, ...]) -> str:
        """The short labels, parted by 、."""
        return "、".join(self._label(code) for code in value)

    def _label(self, code: str) -> str:
        entry = self.table.get(code)
        return entry.label if entry else code

    def to_json(self, value: tuple[str, ...]) -> Json:
        """The short labels as an array."""
        return [self._label(code) for code in value]

    def from_json(self, value: Json) -> tuple[str, ...]:
        """The inverse of `to_json`."""
        if not isinstance(value, list):
            raise ValueError(f"not written by this program: {value!r}")
        entries = [(self.table.exactly(str(each)), str(each)) for each in value]
        return tuple(entry.code if entry else text for entry, text in entries)

    def store(self, value: tuple[str, ...]) -> str:
        """The codes as a JSON array."""
        return json.dumps(list(value), ensure_ascii=False)

    def restore(self, stored: str | int | bool) -> tuple[str, ...]:
        """The inverse of `store`."""
        return tuple(json.loads(str(stored)))

    def labels(self) -> tuple[str, ...]:
        """The short labels to choose from."""
        return self.table.labels()


class OpenCode(_OfTable, TextType):
    """A label of a table or, where it has none, the text given; the value is that text."""

    code = "open_code"

    def __init__(self, name: str) -> None:
        _OfTable.__init__(self, name)
        TextType.__init__(self)

    def read(self, cell: Cell, around: Surroundings = NOWHERE) -> Reading[str]:
        """The label that a cell names by code, label or alias, else its text."""
        own = self.own_word(cell, around)
        return Reading(self.table.entry(own).label) if own is not None else super().read(cell, around)

    def parse(self, cell: Cell, context: Any) -> Reading[str]:
        """The label or the text; nothing beside a label is read over, it may change the meaning."""
        text = plain_text(cell)
        if not text:
            return Reading(None)
        entry = self.table.exactly(text)
        return self.judged(entry.label if entry else text)

    def faults(self, value: str) -> tuple[Fault, ...]:
        """A text that is a label but for a year beside it."""
        if self.table.exactly(value):
            return ()
        likely = self.table.exactly(_YEARS_BESIDE.sub("", value))
        if likely is None:
            return ()
        message = _("“{text}”可能是“{label}”，年份请填在日期一栏，请核对。")
        return (warning(message.format(text=value, label=likely.label), likely.label),)

    def entry(self, value: str) -> Entry | None:
        """The entry of a value, or None where it is a text outside the table."""
        return self.table.exactly(value)

    def labels(self) -> tuple[str, ...]:
        """The labels to choose from."""
        return self.table.labels()


@cache
def CODE(table: str) -> Code:
    """The type of one code of a table; the same object for the same table."""
    return Code(table)


@cache
def CODES(table: str) -> Codes:
    """The type of several codes of a table."""
    return Codes(table)


@cache
def OPEN_CODE(table: str) -> OpenCode:
    """The type of a code of a table or any text."""
    return OpenCode(table)
