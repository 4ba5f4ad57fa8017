"""What is typed into a register's list, on its way into the desk: edits of cells, new rows."""

from __future__ import annotations

from collections.abc import Sequence, Set

from PySide6.QtCore import QObject, Signal

from college_desk.base.errors import DeskError
from college_desk.gui.context import DeskContext
from college_desk.gui.models.register_model import CellEdit, RegisterModel
from college_desk.gui.register_work import RegisterWork


class RegisterEdits(QObject):
    """Stores what the model takes. settled: something was stored or refused; grew: a new record was stored."""

    settled = Signal()
    grew = Signal()

    def __init__(
        self, context: DeskContext, model: RegisterModel, work: RegisterWork, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._model = model
        self._work = work
        self._under_way: set[str] = set()
        self._storing: set[str] = set()
        model.edited.connect(self._store)
        model.drafted.connect(self._draft_typed)

    def own(self, touched: Set[str]) -> bool:
        """Whether these changes come from what was typed here, so that the list stays as it is."""
        return touched <= self._under_way or (bool(self._storing) and len(touched) == 1)

    def type_into(self, uid: str, name: str, text: str) -> None:
        """Take what was typed beside the grid into a field of a record or of a new row."""
        if self._model.draft(uid) is not None:
            self._model.draft_cells(uid, {name: text})
        else:
            self._model.take([CellEdit(uid, name, text)])

    def leave_drafts(self, current: object) -> None:
        """The keys went to this row: what is complete in the others is stored."""
        for row in range(self._model.stored(), self._model.rowCount()):
            uid = self._model.uid_at(row)
            if uid != current:
                self._store_draft(uid)

    def _store(self, edits: Sequence[CellEdit]) -> None:
        uids = {each.uid for each in edits}
        self._under_way |= uids

        def settle() -> None:
            self._under_way.difference_update(uids)
            self._model.settle(edits)
            self.settled.emit()

        def stored(_saved: object) -> None:
            settle()
            self._look_at(uids)

        def refused(error: DeskError) -> None:
            settle()
            self._context.notices.say(str(error), "error")

        self._work.change_cells(edits, stored, refused)

    def _look_at(self, uids: Set[str]) -> None:
        """Check the one record just typed into at once; the whole desk follows when the clerk pauses."""
        if len(uids) != 1 or not self._context.findings_known:
            return
        uid = next(iter(uids))
        row = self._model.row(uid)
        record = self._model.record(row) if row is not None else None
        if record is not None:
            self._work.look_at(record, lambda found: self._context.replace_findings(uid, found))

    def _draft_typed(self, uid: str) -> None:
        self.settled.emit()
        self._store_draft(uid)

    def _store_draft(self, uid: str) -> None:
        """Store a new row once its key and name are there and every cell of it can be read."""
        draft = self._model.draft(uid)
        if draft is None or uid in self._storing or self._work.missing(draft.cells):
            return
        if any(self._model.fault(uid, name) for name in draft.cells):
            return
        cells = dict(draft.cells)
        self._storing.add(uid)

        def stored(kept: str) -> None:
            self._storing.discard(uid)
            later = {name: text for name, text in draft.cells.items() if cells.get(name) != text}
            self._model.adopt(uid, kept)
            self.grew.emit()
            self.settled.emit()
            if later:
                self._model.take([CellEdit(kept, name, text) for name, text in later.items()])
            else:
                self._look_at({kept})

        def refused(error: DeskError) -> None:
            self._storing.discard(uid)
            self._context.notices.say(str(error), "error")

        self._work.add(cells, lambda saved: stored(saved.record.uid), refused)
