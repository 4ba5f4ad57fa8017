"""What is typed into a register's list, on its way into the desk: edits of cells, new rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set

from PySide6.QtCore import QObject, QTimer, Signal

from college_desk.base.errors import DeskError
from college_desk.gui.context import DeskContext
from college_desk.gui.filed_reasons import FiledReasons
from college_desk.gui.models.register_model import CellEdit, Draft, RegisterModel
from college_desk.gui.register_work import RegisterWork
from college_desk.services.row_adding import AddedRows


class RegisterEdits(QObject):
    """Stores what the model takes. settled: something was stored or refused; grew: a new record was stored.

    reasons: asks why a record that was filed is changed.
    """

    settled = Signal()
    grew = Signal()

    def __init__(
        self,
        context: DeskContext,
        model: RegisterModel,
        work: RegisterWork,
        reasons: FiledReasons,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._model = model
        self._work = work
        self._reasons = reasons
        self._under_way: set[str] = set()
        self._storing: set[str] = set()
        self._typed: set[str] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._store_typed)
        model.edited.connect(self._store)
        model.drafted.connect(self._draft_typed)

    def own(self, touched: Set[str]) -> bool:
        """Whether these changes come from what was typed here, so that the list stays as it is."""
        return touched <= self._under_way or (bool(self._storing) and len(touched) <= len(self._storing))

    def type_into(self, uid: str, name: str, text: str) -> None:
        """Take what was typed beside the grid into a field of a record or of a new row."""
        if self._model.draft(uid) is not None:
            self._model.draft_cells(uid, {name: text})
        else:
            self._model.take([CellEdit(uid, name, text)])

    def leave_drafts(self, current: object) -> None:
        """The keys went to this row: what is complete in the others is stored."""
        rows = range(self._model.stored(), self._model.rowCount())
        self._store_drafts([uid for row in rows if (uid := self._model.uid_at(row)) != current])

    def unfinished(self) -> list[dict[str, str]]:
        """The rows that are not stored yet, texts by field: new ones, and texts that cannot be read.

        Those that cannot be read come with what names their record: its key and its name.
        """
        model, register = self._model, self._model.register
        rows: list[dict[str, str]] = []
        for row in range(model.stored(), model.rowCount()):
            draft = model.draft(model.uid_at(row))
            cells = {name: text for name, text in draft.cells.items() if text.strip()} if draft else {}
            if cells and draft is not None and draft.uid not in self._storing:
                rows.append(cells)
        unread: dict[str, dict[str, str]] = {}
        for (uid, name), text in model.unread().items():
            unread.setdefault(uid, {})[name] = text
        for uid, cells in unread.items():
            at = model.row(uid)
            record = model.record(at) if at is not None else None
            if record is None:
                continue
            naming = [*register.key, *register.else_key, "name"]
            known = {name: register.show(record, name) for name in naming if name in register.by_name}
            rows.append({**{name: text for name, text in known.items() if text}, **cells})
        return rows

    def _store(self, edits: Sequence[CellEdit]) -> None:
        uids = {each.uid for each in edits}
        self._under_way |= uids

        def settle() -> None:
            self._under_way.difference_update(uids)
            self._model.settle(edits)
            self.settled.emit()

        def stored(_saved: object) -> None:
            settle()

        def refused(error: DeskError) -> None:
            settle()
            self._context.notices.say(str(error), "error")

        def store(reason: str | None, failed: Callable[[DeskError], None]) -> None:
            self._work.change_cells(edits, stored, failed, reason=reason)

        self._reasons.change(uids, store, refused=refused, dropped=settle)

    def _draft_typed(self, uid: str) -> None:
        self._typed.add(uid)
        self._soon.start()

    def _store_typed(self) -> None:
        """Store the new rows typed or pasted just now, all in one step."""
        typed, self._typed = self._typed, set()
        self.settled.emit()
        self._store_drafts(sorted(typed, key=lambda uid: self._model.row(uid) or 0))

    def _store_drafts(self, uids: Sequence[str]) -> None:
        """Store new rows whose key and name are there and of which every cell can be read."""
        rows = {uid: dict(draft.cells) for uid in uids if (draft := self._ready(uid)) is not None}
        if not rows:
            return
        self._storing.update(rows)

        def stored(added: AddedRows) -> None:
            self._storing.difference_update(rows)
            for (mark, cells), record in zip(rows.items(), added.records, strict=True):
                self._adopt(mark, cells, record.uid)
            self.settled.emit()

        def refused(error: DeskError) -> None:
            self._storing.difference_update(rows)
            self._context.notices.say(str(error), "error")

        self._work.add(list(rows.values()), stored, refused)

    def _ready(self, uid: str) -> Draft | None:
        draft = self._model.draft(uid)
        if draft is None or uid in self._storing or self._work.missing(draft.cells):
            return None
        return None if any(self._model.fault(uid, name) for name in draft.cells) else draft

    def _adopt(self, mark: str, cells: Mapping[str, str], uid: str) -> None:
        """A new row is a record now; what was typed into it meanwhile follows as an edit."""
        draft = self._model.draft(mark)
        later = {} if draft is None else {n: text for n, text in draft.cells.items() if cells.get(n) != text}
        known = self._model.row(uid) is not None
        self._model.adopt(mark, uid)
        if not known:
            self.grew.emit()
        if later:
            self._model.take([CellEdit(uid, name, text) for name, text in later.items()])
