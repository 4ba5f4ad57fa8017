"""The editor of identity numbers: checks as one types, and says what the number says of its bearer."""

from __future__ import annotations

from college_desk.base.translation import _
from college_desk.gui.editors.editor import Editor
from college_desk.records.values import identity_number
from college_desk.records.values.value_type import Reading

COMPLETE = 18


class IdentityEditor(Editor):
    """An identity number, whole while it is edited."""

    def helpful(self, reading: Reading[object]) -> str:
        """How many digits are still missing, else sex and birth date."""
        text = self.text().strip()
        if len(text) < COMPLETE and text.isdigit():
            return _("已输入{n}位，共18位").format(n=len(text))
        if not isinstance(reading.value, str) or reading.faults:
            return ""
        born = identity_number.birth_date_of(reading.value)
        gender = identity_number.gender_of(reading.value)
        if born is None or gender is None:
            return ""
        return _("{gender}，{day}出生").format(gender={"1": _("男"), "2": _("女")}.get(gender, ""), day=born)

    def _typed(self, text: str) -> None:
        """A number that is still being typed is not called wrong."""
        if len(text.strip()) < COMPLETE and text.strip().isdigit():
            self._say(self.helpful(self.reading()))
        else:
            super()._typed(text)
