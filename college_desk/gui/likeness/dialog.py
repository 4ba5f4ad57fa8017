"""疑似重复: the pairs with their score, the two side by side, and three answers: one, two, later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from college_desk.base.errors import DeskError
from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext
from college_desk.gui.likeness.sides import ONE, OTHER, SidesModel, SidesTable
from college_desk.gui.widgets.ask import ask_text
from college_desk.gui.widgets.buttons import link, plain, primary
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.gui.widgets.plain_table import PlainTable, RowsModel
from college_desk.records.change import Changed
from college_desk.records.register import Register
from college_desk.services import uniting
from college_desk.services.likeness import Pair
from college_desk.services.naming import name_of

_LIST_WIDTH = 300


class LikenessDialog(QDialog):
    """Goes through the pairs of a register; each answer is stored at once and can be taken back."""

    def __init__(
        self, parent: QWidget | None, context: DeskContext, register: Register, pairs: Sequence[Pair]
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._register = register
        self._pairs = list(pairs)
        self.setWindowTitle(_("疑似重复"))
        self.resize(1080, 620)
        inside = column(self, 20, 12)
        inside.addLayout(self._head())
        body = row(gap=12)
        body.addWidget(self._list())
        body.addWidget(self._comparison(), 1)
        inside.addLayout(body, 1)
        inside.addLayout(self._buttons())
        self._sides.show_numbers(context.reveal)
        context.numbers_shown.connect(self._sides.show_numbers)
        self._show_list(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(label(_("疑似重复"), "title"))
        said = _("相像的两条逐项对照，选用哪一边，再合并为一条；两条的修改记录都保留，合并后可以撤销。")
        head.addWidget(label(said, "quiet"))
        return head

    def _list(self) -> QFrame:
        self._model = RowsModel(
            (
                (_("相像"), lambda pair: f"{cast(Pair, pair).likeness.score:.0%}", True),
                (_("是否同一条"), _names, False),
            ),
            parent=self,
        )
        self.list = PlainTable(self._model, (64, 200), _("疑似重复的记录"))
        self.list.moved.connect(self._show)
        self.list.chosen.connect(lambda _pair: self.sides.setFocus())
        frame = card()
        frame.setFixedWidth(_LIST_WIDTH)
        column(frame, 1).addWidget(self.list)
        return frame

    def _comparison(self) -> QFrame:
        frame = card()
        inside = column(frame, 1, 0)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.setContentsMargins(14, 10, 14, 10)
        self._reasons = label("", "heading", wrap=True)
        self._against = label("", "wait", wrap=True)
        told.addWidget(self._reasons)
        told.addWidget(self._against)
        inside.addLayout(told)
        self._sides = SidesModel(self)
        self.sides = SidesTable(self._sides)
        inside.addWidget(self.sides, 1)
        return frame

    def _buttons(self) -> QHBoxLayout:
        buttons = row()
        for words, side in ((_("全用第一条"), ONE), (_("全用第二条"), OTHER)):
            every = link(words)
            every.clicked.connect(lambda _checked=False, side=side: self._sides.take_all(side))
            buttons.addWidget(every)
        buttons.addStretch(1)
        self.later = plain(_("以后再说"))
        self.two = plain(_("是两个人") if self._register.counted == "人" else _("是两条"))
        self.one = primary(_("合并"))
        keys = {self.later: "", self.two: "Ctrl+D", self.one: "Ctrl+Return"}
        answers: dict[object, Callable[[], None]] = {
            self.later: self._later, self.two: self._keep_apart, self.one: self._unite,
        }  # fmt: skip
        for button, key in keys.items():
            button.setAutoDefault(False)
            button.clicked.connect(answers[button])
            buttons.addWidget(button)
            if key:
                button.setToolTip(f"{button.text()}（{key.replace('Return', 'Enter')}）")
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.activated.connect(button.click)
        return buttons

    def _show_list(self, place: int) -> None:
        self._model.show_rows(list(self._pairs))
        if not self._pairs:
            self.accept()
            return
        self.list.setCurrentIndex(self._model.index(min(place, len(self._pairs) - 1), 1))

    def _show(self, chosen: object) -> None:
        pair = cast("Pair | None", chosen)
        if pair is None:
            return
        self._reasons.setText("、".join(pair.likeness.reasons))
        self._against.setText("、".join(pair.likeness.against))
        self._against.setVisible(bool(pair.likeness.against))
        self._sides.show_two(self._register, pair.one, pair.other)

    def _pair(self) -> Pair | None:
        return cast("Pair | None", self.list.current())

    def _later(self) -> None:
        """Leave this pair for the next time, and go to the next one."""
        self._answered(self._pair(), lambda each, pair: each is pair)

    def _keep_apart(self) -> None:
        pair = self._pair()
        if pair is None:
            return
        context = self._context

        def work(_progress: Progress) -> Changed:
            return uniting.keep_apart(
                context.desk,
                self._register,
                pair.one.uid,
                pair.other.uid,
                who=context.who,
                now=context.now(),
                today=context.today(),
            )

        self._store(work, pair, lambda each, pair: each is pair)

    def _unite(self, reason: str | None = None) -> None:
        pair = self._pair()
        if pair is None:
            return
        context, taken = self._context, self._sides.taken()

        def work(_progress: Progress) -> Changed:
            return uniting.unite(
                context.desk,
                self._register,
                pair.one.uid,
                pair.other.uid,
                taken,
                who=context.who,
                now=context.now(),
                today=context.today(),
                reason=reason,
            )

        self._store(work, pair, _shares)

    def _store(
        self, work: Callable[[Progress], Changed], pair: Pair, settled: Callable[[Pair, Pair], bool]
    ) -> None:
        self._enable(False)
        self._context.change(
            work, then=lambda _changed: self._answered(pair, settled), failed=self._refused, owner=self
        )

    def _refused(self, error: DeskError) -> None:
        self._enable(True)
        if isinstance(error, uniting.ReasonNeeded):
            reason = ask_text(self, _("合并的原因"), str(error), needed=True)
            if reason:
                self._unite(reason)
        else:
            self._context.notices.say(str(error), "wait")

    def _answered(self, pair: Pair | None, settled: Callable[[Pair, Pair], bool]) -> None:
        """Take what is settled off the list and go on with what follows."""
        self._enable(True)
        if pair is None:
            return
        place = next((at for at, each in enumerate(self._pairs) if each is pair), 0)
        self._pairs = [each for each in self._pairs if not settled(each, pair)]
        self._show_list(place)

    def _enable(self, able: bool) -> None:
        for button in (self.later, self.two, self.one):
            button.setEnabled(able)


def _names(pair: object) -> str:
    one, other = (name_of(each) for each in (cast(Pair, pair).one, cast(Pair, pair).other))
    return f"{one} / {other}" if one != other else one


def _shares(one: Pair, other: Pair) -> bool:
    """Whether two pairs have a record in common: once it is united, the other pair must be looked at anew."""
    return bool({one.one.uid, one.other.uid} & {other.one.uid, other.other.uid})
