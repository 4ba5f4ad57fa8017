"""Editors of codes and of yes or no: by label, number or the initials of the label's pinyin."""

from __future__ import annotations

from collections.abc import Sequence

from college_desk.base.translation import _
from college_desk.gui.editors.editor import Editor
from college_desk.gui.editors.popup import Choice
from college_desk.gui.words import matches
from college_desk.records.codes import CodeTable

FEW = 12
"""Lists up to this long are shown as soon as the editor is entered."""

_SEPARATOR = "、"


class CodeEditor(Editor):
    """One entry of a code table (or, for open tables, other text)."""

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        self.opens_at_once = len(self.field.type.labels()) <= FEW

    def choices(self, typed: str) -> Sequence[Choice]:
        """The entries that match by label, alias, number or initials."""
        table = getattr(self.field.type, "table", None)
        if not isinstance(table, CodeTable):
            return ()
        found = [
            Choice(entry.label)
            for entry in table.entries
            if matches(typed, entry.label, *entry.aliases) or (typed and entry.code.startswith(typed.strip()))
        ]
        exact = [each for each in found if each.text == typed.strip()]
        return exact + [each for each in found if each not in exact]


class CodesEditor(CodeEditor):
    """Several entries, parted by 、; choosing adds one."""

    def choices(self, typed: str) -> Sequence[Choice]:
        """The entries that match the part behind the last 、; each as the whole text with it added."""
        head, _part, tail = self.text().rpartition(_SEPARATOR)
        typed = tail if typed else typed
        before = f"{head}{_SEPARATOR}" if head else ""
        return [Choice(before + each.text, each.text) for each in super().choices(typed)]


class YesNoEditor(Editor):
    """Yes or no; Y, N, 1, 0 and √ are read too."""

    opens_at_once = True

    def choices(self, typed: str) -> Sequence[Choice]:
        """是 and 否."""
        return [Choice(word) for word in (_("是"), _("否")) if matches(typed, word)]
