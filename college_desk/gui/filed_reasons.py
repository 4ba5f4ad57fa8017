"""Why a record that was filed is changed (修改原因): asked once for a record, kept for the next edits of it."""

from __future__ import annotations

from collections.abc import Callable, Set

from PySide6.QtWidgets import QWidget

from college_desk.base.errors import DeskError
from college_desk.base.translation import _
from college_desk.gui.notices import Notices
from college_desk.gui.widgets.ask import ask_text
from college_desk.gui.widgets.filing_words import number_title
from college_desk.policy.filed_records import FiledAlready

Failed = Callable[[DeskError], None]


class FiledReasons:
    """The reasons given in this sitting, until another filing is frozen or takes a further step."""

    def __init__(self, notices: Notices, parent: QWidget) -> None:
        self._notices = notices
        self._parent = parent
        self._of_record: dict[str, str] = {}
        self._latest = ""

    def forget(self) -> None:
        """Ask again from now on; the reason given last is offered."""
        self._of_record.clear()

    def change(
        self,
        uids: Set[str],
        store: Callable[[str | None, Failed], None],
        *,
        refused: Failed | None = None,
        dropped: Callable[[], None] = lambda: None,
    ) -> None:
        """Let `store(reason, failed)` change these records; where they were filed, ask why and store once more.

        refused: another refusal, told as a notice where nothing takes it; dropped: the clerk gave no reason,
        so that all stays as it was.
        """
        refuse = refused or self._say

        def failed(error: DeskError) -> None:
            if not isinstance(error, FiledAlready):
                refuse(error)
                return
            reason = self._ask(error.number)
            if reason:
                self._latest = reason
                self._of_record.update(dict.fromkeys(uids, reason))
                store(reason, refuse)
            else:
                dropped()
                self._notices.say(_("没有写原因，内容未改动。"), "wait")

        store(self._given(uids), failed)

    def _given(self, uids: Set[str]) -> str | None:
        """The reason given for these records already, None where one of them has none."""
        found = {self._of_record.get(uid) for uid in uids}
        return found.pop() if len(found) == 1 else None

    def _say(self, error: DeskError) -> None:
        self._notices.say(str(error), "error")

    def _ask(self, number: str) -> str | None:
        sentence = _("这条记录已随“{filing}”定稿报送。写明原因后照改，改动列入下一稿的修改说明；取消则不改。")
        return ask_text(
            self._parent,
            _("修改原因"),
            sentence.format(filing=number_title(number)),
            self._latest,
            needed=True,
        )
