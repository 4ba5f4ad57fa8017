"""A row beside the kept records that it may mean (是不是同一人): every field of both, and how alike they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from college_desk.base.translation import _
from college_desk.files.mapping.questions import Question
from college_desk.gui.widgets.buttons import link
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.policy.likeness import Likeness
from college_desk.records.register import Record, Register
from college_desk.services import import_likeness
from college_desk.services.import_preview import Preview
from college_desk.services.likeness import compared_in
from college_desk.storage.desk import Desk

_MOST_SHOWN = 3


class Line(NamedTuple):
    """One field: as the row has it, as each kept record has it."""

    title: str
    given: str
    kept: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether the row says something else than the likeliest of them."""
        return bool(self.given) and bool(self.kept) and self.given != self.kept[0]


@dataclass(frozen=True)
class Beside:
    """Both sides of a question; likenesses: of the kept records, in their order."""

    question: Question
    lines: Sequence[Line]
    names: Sequence[str]
    likenesses: Sequence[Likeness]


def beside(desk: Desk, preview: Preview, question: Question) -> Beside:
    """What the window shows of a question of kind person."""
    register = preview.register
    values = _values_of_row(preview, question)
    uids = import_likeness.proposed(question)[:_MOST_SHOWN]
    with desk.read() as reader:
        records = reader.records(register.record, uids)
        how = compared_in(reader, register)
    likenesses = []
    if how is not None:
        traits = how.traits(values)
        for each in records:
            kept = how.traits({name: getattr(each, name, None) for name in ("uid", *how.fields)})
            likenesses.append(how.alike(traits, kept))
    names = [_("台账里的{n}").format(n=place + 1) if len(records) > 1 else _("台账里的")
             for place in range(len(records))]  # fmt: skip
    return Beside(question, _lines(register, values, records), names, likenesses)


def _values_of_row(preview: Preview, question: Question) -> Mapping[str, Any]:
    """What the row says of the imported register; empty where somebody has left it out."""
    sheet, number = import_likeness.place_of(question)
    for shown in preview.sheets:
        if shown.name == (sheet or ""):
            for planned in shown.rows:
                if planned.read.row == number:
                    return planned.read.values[preview.register.code]
    return {}


def _lines(register: Register, values: Mapping[str, Any], records: Sequence[Record]) -> list[Line]:
    lines = []
    for field in register.fields:
        value = values.get(field.name)
        given = "" if value is None else field.type.show(value)
        kept = tuple(register.show(each, field.name) for each in records)
        if given or any(kept):
            lines.append(Line(_(field.title), given, kept))
    return sorted(lines, key=lambda line: not line.differs)


class SideBySide(QFrame):
    """left: the list that stood here is wanted again."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = column(self, gap=4)
        inside.setContentsMargins(1, 8, 1, 1)
        head = row(gap=8)
        head.setContentsMargins(14, 0, 12, 0)
        self._score = label("", "heading")
        head.addWidget(self._score)
        self._why = label("", "quiet")
        head.addWidget(self._why, 1)
        back = link(_("回到待修正的格"))
        back.clicked.connect(self.left)
        head.addWidget(back)
        inside.addLayout(head)
        self._model = ListModel[Line](
            [
                ListColumn(_("项目"), lambda each: each.title, 120, tone=lambda _each: "quiet"),
                ListColumn(_("这一行"), lambda each: each.given or "—", 170, tone=_tone),
                ListColumn(_("台账里的"), lambda each: " ｜ ".join(each.kept) or "—", tone=_tone),
            ],
            bold=lambda each: each.differs,
            parent=self,
        )
        self.table: ListTable[Line] = ListTable(self._model, _("逐项对照"))
        inside.addWidget(self.table, 1)

    def show_beside(self, shown: Beside) -> None:
        """Show both sides."""
        self._model.show_rows(shown.lines)
        best = shown.likenesses[0] if shown.likenesses else None
        self._score.setText(_("相像 {n}%").format(n=round(best.score * 100)) if best else _("逐项对照"))
        why = "、".join((*best.reasons, *best.against)) if best else ""
        self._why.setText(why)
        self._why.setToolTip(why)


def _tone(line: Line) -> str:
    return "wait" if line.differs else ""
