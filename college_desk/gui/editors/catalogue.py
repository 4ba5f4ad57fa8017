"""Which editor each kind of value has."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from college_desk.gui.context import DeskContext
from college_desk.gui.editors.code import CodeEditor, CodesEditor, YesNoEditor
from college_desk.gui.editors.day import DayEditor, EndDayEditor, MonthEditor
from college_desk.gui.editors.editor import Editor
from college_desk.gui.editors.identity import IdentityEditor
from college_desk.gui.editors.reference import ReferenceEditor
from college_desk.gui.editors.text import MoneyEditor, NumberEditor, TextEditor
from college_desk.records.register import Field

EDITORS: dict[str, type[Editor]] = {
    "identity_number": IdentityEditor,
    "day": DayEditor,
    "day_or_month": DayEditor,
    "end_day": EndDayEditor,
    "month": MonthEditor,
    "code": CodeEditor,
    "codes": CodesEditor,
    "open_code": CodeEditor,
    "yes_no": YesNoEditor,
    "money": MoneyEditor,
}
"""The editor of a value type by its code; right-aligned ones that are not here have the number editor."""


def editor_for(field: Field, context: DeskContext, kind: str = "", parent: QWidget | None = None) -> Editor:
    """The editor of a field: the picker for references, else the one of its value type."""
    if field.refers_to is not None:
        return ReferenceEditor(field, context, kind, parent)
    fallback = NumberEditor if field.type.right_aligned else TextEditor
    return EDITORS.get(field.type.code, fallback)(field, context, kind, parent)
