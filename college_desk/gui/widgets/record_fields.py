"""The fields of a record beside the grid, by group: labels and editors."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QWidget

from college_desk.base.translation import _
from college_desk.gui.context import DeskContext
from college_desk.gui.editors.catalogue import editor_for
from college_desk.gui.editors.editor import Editor
from college_desk.gui.widgets.labels import label, show_in_area
from college_desk.records.finding import Finding
from college_desk.records.register import Field, Register

LABEL_WIDTH = 104

TONES = {"error": "error", "warning": "wait", "info": "info"}
"""How a finding of a severity is coloured."""


class RecordFields(QWidget):
    """All fields by group: label and editor; an editor's field is masked until it has the keys."""

    def __init__(
        self,
        register: Register,
        context: DeskContext,
        typed: Callable[[str, str], None],
        left: Callable[[], None],
    ) -> None:
        super().__init__()
        self._register = register
        self._context = context
        self._editors: dict[str, Editor] = {}
        self._texts: dict[str, str] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(3)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        line = 0
        for group, fields in grouped_fields(register):
            if group:
                heading = label(_(group), "group")
                heading.setContentsMargins(0, 8 if line else 0, 0, 2)
                grid.addWidget(heading, line, 0, 1, 2)
                line += 1
            for each in fields:
                words = label(_(each.title), "quiet", wrap=True)
                words.setFixedWidth(LABEL_WIDTH)
                editor = self._editor(each, typed, left)
                words.setBuddy(editor)
                grid.addWidget(words, line, 0, Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(editor, line, 1)
                line += 1

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show the record's texts; a field that has the keys keeps what is being typed."""
        self._texts = dict(texts)
        for name, editor in self._editors.items():
            text = texts.get(name, "")
            if editor.hasFocus():
                continue
            editor.set_kept(text)
            editor.show_masked()

    def mark(self, findings: Sequence[Finding]) -> None:
        """Colour the fields in which findings stand."""
        worst: dict[str, str] = {}
        for each in findings:
            if each.field is not None and each.blocks:
                worst.setdefault(each.field, TONES[each.severity])
        for name, editor in self._editors.items():
            editor.mark(worst.get(name, ""))

    def has(self, name: str) -> bool:
        """Whether the field is shown."""
        return name in self._editors

    def focus(self, name: str) -> None:
        """Put the keys into a field and bring it into view."""
        editor = self._editors.get(name)
        if editor is None:
            return
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        editor.selectAll()
        QTimer.singleShot(0, editor, lambda: show_in_area(editor, 60))

    def edited(self) -> Editor | None:
        """The editor that has the keys."""
        return next((each for each in self._editors.values() if each.hasFocus()), None)

    def _editor(self, declared: Field, typed: Callable[[str, str], None], left: Callable[[], None]) -> Editor:
        editor = editor_for(declared, self._context, "flat", self)
        editor.setReadOnly(self._register.made_by_program)
        editor.committed.connect(lambda text: typed(declared.name, text))
        editor.entered.connect(lambda: self._next(declared.name))
        editor.left.connect(left)
        self._editors[declared.name] = editor
        return editor

    def _next(self, name: str) -> None:
        names = list(self._editors)
        at = names.index(name) + 1
        if at < len(names):
            self.focus(names[at])


def grouped_fields(register: Register) -> list[tuple[str, list[Field]]]:
    """The fields under their groups' headings, groups in order of first appearance, those without one last."""
    groups: dict[str, list[Field]] = {}
    for each in register.fields:
        groups.setdefault(each.group, []).append(each)
    loose = groups.pop("", [])
    found = list(groups.items())
    if loose:
        found.append((_("其他") if found else "", loose))
    return found
