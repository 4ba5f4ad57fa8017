"""Setting aside (本次不报): who is in the filing, and the reasons of those who are not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.gui.words import masked, matches
from college_desk.records.register import Record, Register, register_of

_COLUMNS = 4


class LeaveOutDialog(QDialog):
    """All records of a filing with a column for the reason; those with a reason are not filed this time."""

    def __init__(
        self, parent: QWidget | None, records: Sequence[Record], reasons: Mapping[str, str], *, reveal: bool
    ) -> None:
        super().__init__(parent)
        self._records = list(records)
        self._reasons = dict(reasons)
        self._reveal = reveal
        self.setWindowTitle(_("本次不报"))
        self.resize(900, 560)
        inside = column(self, 20, 10)
        inside.addWidget(label(_("本次不报"), "title"))
        said = _("在“不报原因”里写明原因的不列入本次申报，原因列入待补报；清空原因即恢复。")
        inside.addWidget(label(said, "quiet", wrap=True))
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("查姓名、编号、拼音首字母…"))
        self.search.setAccessibleName(_("在本次申报的人员里查找"))
        self.search.textChanged.connect(lambda _text: self._list())
        inside.addWidget(self.search)
        self._model: ListModel[Record] = ListModel(self._columns(), parent=self)
        self.table: ListTable[Record] = ListTable(self._model, _("本次申报的人员"))
        self.table.opened.connect(lambda _record: self._edit())
        frame = card()
        column(frame, 1).addWidget(self.table)
        inside.addWidget(frame, 1)
        buttons = row()
        self._count = label("", "quiet")
        buttons.addWidget(self._count)
        buttons.addStretch(1)
        no, yes = plain(_("取消")), primary(_("确定"))
        no.setAutoDefault(False)
        yes.setAutoDefault(False)
        no.clicked.connect(self.reject)
        yes.clicked.connect(self.accept)
        buttons.addWidget(no)
        buttons.addWidget(yes)
        inside.addLayout(buttons)
        self._list()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def reasons(self) -> dict[str, str]:
        """The reasons by uid of those left out."""
        return {uid: reason for uid, reason in self._reasons.items() if reason.strip()}

    def _columns(self) -> list[ListColumn[Record]]:
        if not self._records:
            return [ListColumn(_("不报原因"), lambda _each: "")]
        register = register_of(self._records[0])
        names = _shown_fields(register)

        def shown(name: str, record: Record) -> str:
            text = register.show(record, name)
            return masked(text) if register.by_name[name].sensitive and not self._reveal else text

        made: list[ListColumn[Record]] = [
            ListColumn(_(register.by_name[name].title), partial(shown, name), 132) for name in names
        ]
        made.append(
            ListColumn(
                _("不报原因"),
                lambda each: self._reasons.get(each.uid, ""),
                edit=self._write,
                tone=lambda _each: "wait",
            )
        )
        return made

    def _list(self) -> None:
        place = self.table.currentIndex().row()
        typed = self.search.text()
        shown = [each for each in self._records if matches(typed, *self._texts(each))]
        shown.sort(key=lambda each: each.uid not in self._reasons)
        self._model.show_rows(shown)
        self.table.go_to_row(max(0, min(place, len(shown) - 1)))
        self._say()

    def _texts(self, record: Record) -> list[str]:
        register = register_of(record)
        return [register.show(record, name) for name in _shown_fields(register)]

    def _say(self) -> None:
        left_out = len(self.reasons())
        self._count.setText(_("共 {n} 条，本次不报 {m} 条").format(n=len(self._records), m=left_out))

    def _edit(self) -> None:
        index = self._model.index(self.table.currentIndex().row(), self._model.columnCount() - 1)
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def _write(self, record: Record, reason: str) -> None:
        self._reasons[record.uid] = reason.strip()
        self._say()


def _shown_fields(register: Register) -> list[str]:
    """The fields by which a clerk knows a record: its name, its key, then what its list shows first."""
    names = (*(["name"] if "name" in register.by_name else []), register.key[0], *register.listed)
    return list(dict.fromkeys(names))[:_COLUMNS]
