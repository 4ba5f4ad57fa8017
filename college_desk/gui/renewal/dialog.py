"""The window 续聘: from which term into which, who goes on with what papers, who does not and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QWidget

from college_desk.base.errors import DeskError
from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.renewal.rows import RenewalRow, rows_of
from college_desk.gui.widgets.ask import ask_text
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.gui.words import grouped
from college_desk.records.query import Query
from college_desk.services import renewing
from college_desk.services.renewing import Renewed, TermsOffered

_SIZE = (980, 600)


class RenewalDialog(QDialog):
    """Shows what a renewal would do; nothing is stored until 续聘 is pressed, and that is one step to undo."""

    def __init__(self, parent: QWidget, context: DeskContext) -> None:
        super().__init__(parent)
        self._context = context
        self._leave_out: dict[str, str] = {}
        self.trial: Renewed | None = None
        self._asked_for = 0
        self.setWindowTitle(_("续聘"))
        self.resize(*_SIZE)
        inside = column(self, 22, 10)
        inside.addWidget(label(_("续聘"), "title"))
        inside.addLayout(self._terms())
        self._said = label("", "quiet", wrap=True)
        self._wrong = label("", "error", wrap=True)
        self._wrong.hide()
        inside.addWidget(self._said)
        inside.addWidget(self._wrong)
        self._rows = ListModel[RenewalRow](_columns(), parent=self)
        self.table: ListTable[RenewalRow] = ListTable(self._rows, _("续聘名单"))
        self.table.spaced.connect(lambda _row: self.turn())
        self.table.current.connect(lambda _row: self._show_turn())
        frame = card()
        column(frame, 1, 0).addWidget(self.table)
        inside.addWidget(frame, 1)
        inside.addLayout(self._buttons())
        desk, today = context.desk, context.today()
        context.tasks.run(
            lambda _progress: renewing.terms_offered(desk, today), then=self._show_terms, owner=self
        )

    def try_out(self) -> None:
        """Work out what the renewal would do."""
        first, then = self.first.currentData(), self.then.currentData()
        if first is None or then is None:
            return
        self._asked_for += 1
        number = self._asked_for
        self.yes.setEnabled(False)
        context, leave_out = self._context, dict(self._leave_out)

        def work(_progress: Progress) -> Renewed:
            return renewing.renew(
                context.desk, first, then, leave_out, who=context.who, now=context.now(),
                today=context.today(), dry_run=True,
            )  # fmt: skip

        context.tasks.run(work, then=lambda trial: self._show(trial, number), failed=self._refuse, owner=self)

    def turn(self, reason: str | None = None) -> None:
        """Leave the chosen people out for a reason, or take those back who were left out here."""
        chosen = [each for each in self.table.selected_rows() if each.goes_on or each.uid in self._leave_out]
        if not chosen:
            return
        if not chosen[0].goes_on:
            for each in chosen:
                self._leave_out.pop(each.uid, None)
        else:
            names = "、".join(each.name for each in chosen[:3]) + (_("等") if len(chosen) > 3 else "")
            sentence = _("{names}不续聘，请写原因，留在续聘结果里。").format(names=names)
            reason = reason or ask_text(self, _("不续聘的原因"), sentence, needed=True)
            if not reason:
                return
            self._leave_out.update((each.uid, reason) for each in chosen)
        self.try_out()

    def renew(self) -> None:
        """Store the renewal, and show the new appointments."""
        trial = self.trial
        if trial is None:
            return
        self.yes.setEnabled(False)
        context, leave_out = self._context, dict(self._leave_out)

        def work(_progress: Progress) -> Renewed:
            return renewing.renew(
                context.desk, trial.first.code, trial.then.code, leave_out, who=context.who,
                now=context.now(), today=context.today(),
            )  # fmt: skip

        context.change(work, then=self._renewed, failed=self._not_renewed, title=_("正在续聘"), owner=self)

    def copy_text(self) -> None:
        """Put who must have what anew on the clipboard, a line a person."""
        if self.trial is not None:
            QGuiApplication.clipboard().setText(renewing.reminder(self.trial))
            self._context.notices.say(_("已复制催办名单，可直接粘贴到群里。"))

    def _show_terms(self, offered: TermsOffered) -> None:
        for box, usual in ((self.first, offered.first), (self.then, offered.then)):
            box.blockSignals(True)
            for each in offered.terms:
                box.addItem(each.title, each.code)
            box.setCurrentIndex(box.findData(usual.code))
            box.blockSignals(False)
        self.try_out()

    def _show(self, trial: Renewed, number: int) -> None:
        if number != self._asked_for:
            return
        self.trial = trial
        self._wrong.hide()
        rows = rows_of(trial)
        current = self.table.currentIndex().row()
        self._rows.show_rows(rows)
        self.table.go_to_row(min(max(0, current), len(rows) - 1))
        going, left = len(trial.renewals), len(trial.left_out)
        said = _("试算：可续聘 {n} 人次，不续聘 {left} 人次。聘期 {first} 至 {last}。").format(
            n=grouped(going), left=grouped(left), first=trial.then.first, last=trial.then.last
        )
        self._said.setText(said if rows else _("{term}没有在聘的聘任记录。").format(term=trial.first.title))
        self.yes.setText(_("续聘 {n} 人次").format(n=grouped(going)) if going else _("续聘"))
        self.yes.setEnabled(going > 0)
        self.copy_button.setEnabled(going > 0)
        self._show_turn()

    def _refuse(self, error: DeskError) -> None:
        self._wrong.setText(str(error))
        self._wrong.show()
        self.trial = None
        self.copy_button.setEnabled(False)
        self._rows.show_rows(())
        self._said.setText("")

    def _not_renewed(self, error: DeskError) -> None:
        """Say why nothing was stored (the quota); the list stays, so that somebody can be left out."""
        self._wrong.setText(str(error))
        self._wrong.show()
        self.yes.setEnabled(True)

    def _renewed(self, done: Renewed) -> None:
        uids = frozenset(each.record.uid for each in done.renewals)
        count = _("已续聘 {n} 人次").format(n=grouped(len(uids)))
        self._context.notices.say(count)
        self._context.go(Place("appointment", query=Query(uids=uids)))
        self.accept()

    def _show_turn(self) -> None:
        chosen = self.table.current_row()
        able = chosen is not None and (chosen.goes_on or chosen.uid in self._leave_out)
        self.turn_button.setEnabled(able)
        back = chosen is not None and not chosen.goes_on
        self.turn_button.setText(_("恢复续聘") if back else _("不续聘…"))

    def _terms(self) -> QHBoxLayout:
        line = row(gap=8)
        self.first, self.then = QComboBox(), QComboBox()
        for words, box in ((_("从"), self.first), (_("续到"), self.then)):
            box.setAccessibleName(words)
            box.setMinimumWidth(210)
            box.currentIndexChanged.connect(lambda _index: self.try_out())
            line.addWidget(label(words, "quiet"))
            line.addWidget(box)
        line.addStretch(1)
        return line

    def _buttons(self) -> QHBoxLayout:
        line = row()
        self.turn_button = plain(_("不续聘…"))
        self.turn_button.setToolTip(_("所选的人不续聘，或恢复续聘（空格）"))
        self.turn_button.clicked.connect(lambda: self.turn())
        self.copy_button = plain(_("复制催办名单"), "copy")
        self.copy_button.setToolTip(_("每人须新办的材料，一人一行，可直接发群"))
        self.copy_button.clicked.connect(self.copy_text)
        no = plain(_("取消"))
        no.clicked.connect(self.reject)
        self.yes = primary(_("续聘"))
        self.yes.setEnabled(False)
        self.yes.setToolTip(_("续聘（Ctrl+Enter）"))
        self.yes.clicked.connect(self.renew)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.yes.click)
        for button in (self.turn_button, self.copy_button, no, self.yes):
            button.setAutoDefault(False)
        line.addWidget(self.turn_button)
        line.addWidget(self.copy_button)
        line.addStretch(1)
        line.addWidget(no)
        line.addWidget(self.yes)
        return line


def _columns() -> Sequence[ListColumn[RenewalRow]]:
    return [
        ListColumn("", _state, 92, tone=lambda each: "right" if each.goes_on else "plain", tag=True),
        ListColumn(_("姓名"), lambda each: each.name, 110),
        ListColumn(_("上期协议"), lambda each: each.contract_number, 150),
        ListColumn(_("任教课程"), lambda each: each.course, 180),
        ListColumn(
            _("须新办的材料（不续聘的原因）"), _told, tone=lambda each: "" if each.goes_on else "quiet"
        ),
    ]


def _state(each: RenewalRow) -> str:
    return _("续聘") if each.goes_on else _("不续聘")


def _told(each: RenewalRow) -> str:
    return "、".join(_(paper) for paper in each.papers) if each.goes_on else each.reason
