"""The editor of references: picks a record of another register by Chinese, pinyin, initials or digits."""

from __future__ import annotations

from collections.abc import Sequence

from college_desk.base.progress import Progress
from college_desk.gui.editors.editor import Editor
from college_desk.gui.editors.popup import Choice
from college_desk.gui.words import masked
from college_desk.records.query import Query
from college_desk.records.register import REGISTERS, Record, Register
from college_desk.services import listing
from college_desk.services.naming import name_of

MOST = 30


class ReferenceEditor(Editor):
    """The name or number of a record on another register; other text is kept too and linked later."""

    _asked = ""
    _found: Sequence[Choice] = ()

    def choices(self, typed: str) -> Sequence[Choice]:
        """What was found last; a new search begins."""
        register = REGISTERS.get(self.field.refers_to or "")
        if register is None:
            return ()
        if typed != self._asked or not self._found:
            self._asked = typed
            desk = self.context.desk

            def work(_progress: Progress) -> tuple[str, list[Record]]:
                uids = listing.uids(desk, register, Query(search=typed))[:MOST]
                return typed, listing.page(desk, register, uids)

            self.context.tasks.run(work, then=self._show, owner=self)
            return self._found if typed else ()
        return self._found

    def _show(self, result: tuple[str, list[Record]]) -> None:
        typed, records = result
        if typed != self._asked or not self.hasFocus():
            return
        register = REGISTERS[self.field.refers_to or ""]
        self._found = [
            Choice(text, _described(register, record, text))
            for record in records
            if (text := self._text_of(register, record))
        ]
        if self._found and (typed or self._popup is not None):
            self.open_choices(typed)
        elif not self._found:
            self.close_choices()

    def _text_of(self, register: Register, record: Record) -> str:
        """What this field takes of the record: the number where it holds a number, else the name."""
        if self.field.type.code == "identity_number" or self.field.type.code == "identifier":
            return register.show(record, (register.names or register.key)[0])
        return name_of(record)


def _described(register: Register, record: Record, text: str) -> str:
    """The name with what tells two of one name apart."""
    name, parts = name_of(record), []
    for field in (register.by_name[each] for each in register.listed[:4]):
        shown = register.show(record, field.name)
        if shown and shown != name:
            parts.append(masked(shown) if field.sensitive else shown)
    return "　".join([name or text, *parts[:2]])
