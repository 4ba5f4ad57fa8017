"""Editors of free text and of numbers: money, counts, periods."""

from __future__ import annotations

from college_desk.gui.editors.editor import Editor
from college_desk.gui.words import grouped
from college_desk.records.values.value_type import Reading


class TextEditor(Editor):
    """Names, texts, identifiers, phone numbers, card numbers."""


class NumberEditor(Editor):
    """Counts, periods, shares."""


class MoneyEditor(NumberEditor):
    """Amounts in yuan; 1.2万 is read too and shown as it will be kept."""

    def helpful(self, reading: Reading[object]) -> str:
        """The amount as it will be kept, where it is typed otherwise."""
        if reading.value is None:
            return ""
        kept = self.field.type.show(reading.value)
        return "" if kept == self.text().strip() else f"= {grouped(reading.value)}"  # type: ignore[arg-type]
