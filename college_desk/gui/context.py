"""What every page of an open desk works with: the desk, the day, who works, tasks, notices, news."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from college_desk.base import clock
from college_desk.base.errors import DeskError
from college_desk.base.progress import Progress
from college_desk.gui.findings import FindingIndex
from college_desk.gui.memory import Memory
from college_desk.gui.notices import Notices
from college_desk.gui.tasks import Task, Tasks
from college_desk.records.change import Changed
from college_desk.records.query import Query
from college_desk.records.values.value_type import Surroundings
from college_desk.storage.desk import Desk

if TYPE_CHECKING:
    from college_desk.services.check_process import DeskCheck

T = TypeVar("T")

CHECK_AFTER_MS = 700
"""So long after the last change it is seen whether somebody else has changed anything."""


@dataclass(frozen=True)
class Place:
    """Where to go: a page, a selection of its rows, one record, one of its fields.

    path: a file to work on (import), more: further ones; register: the register that a page should begin with; part: a part of
    the page (the rows that wait, a filing's number).
    """

    page: str
    query: Query | None = None
    uid: str | None = None
    field: str | None = None
    register: str | None = None
    path: str | None = None
    new: bool = False
    part: str | None = None
    more: tuple[str, ...] = ()


class HasChanged(Protocol):
    """The result of a changing service."""

    @property
    def changed(self) -> Changed:
        """What it changed."""


class DeskContext(QObject):
    """An open desk as the pages see it.

    changed: some records were changed; findings_changed: the desk was checked again; went: a page is
    wanted; scope_changed: another campus was chosen in the title bar; numbers_shown: whole identity numbers
    are shown or masked again; selected: what is selected on the page, in words for the status bar.
    """

    changed = Signal(object)
    findings_changed = Signal()
    went = Signal(object)
    scope_changed = Signal()
    numbers_shown = Signal(bool)
    selected = Signal(str)

    def __init__(
        self,
        desk: Desk,
        *,
        tasks: Tasks,
        notices: Notices,
        memory: Memory,
        who: str,
        parent: QObject | None = None,
        checks: bool = True,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.tasks = tasks
        self.notices = notices
        self.memory = memory
        self.who = who
        self.findings = FindingIndex()
        self.findings_known = False
        self.campus: str | None = None
        self.around = Surroundings(year=self.today().year)
        self.reveal = False
        self._checks = checks
        self._check: DeskCheck | None = None
        self._checking: Task | None = None
        self._told: list[Changed] = []
        self._again = False
        self._check_soon = QTimer(self)
        self._check_soon.setSingleShot(True)
        self._check_soon.setInterval(CHECK_AFTER_MS)
        self._check_soon.timeout.connect(self.check)

    def today(self) -> dt.date:
        """The day for rules, ages, what is in force."""
        return clock.today()

    def now(self) -> dt.datetime:
        """This moment, for the journal."""
        return clock.now()

    def go(self, place: Place) -> None:
        """Show a page."""
        self.went.emit(place)

    def change(
        self,
        work: Callable[[Progress], T],
        *,
        then: Callable[[T], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        title: str = "",
        owner: QObject | None = None,
    ) -> Task:
        """Run a changing service in its turn; what it changed is told to all pages before `then`."""

        def done(result: T) -> None:
            self.tell(_changed_of(result))
            if then is not None:
                then(result)

        return self.tasks.run(work, then=done, failed=failed, title=title, writes=True, owner=owner)

    def tell(self, changed: Changed) -> None:
        """Tell every page what was changed; what depends on it is checked again."""
        if not changed.records and changed.step is None:
            return
        self.changed.emit(changed)
        if self._checks:
            self._told.append(changed)
            self._look()
            self.check_soon()

    def check_soon(self) -> None:
        """See to the whole desk when the clerk pauses."""
        if self._checks:
            self._check_soon.start()

    def check(self) -> None:
        """See to the whole desk now, off the window's thread: all of it the first time, then what has changed."""
        self._again = True
        self._look()

    def give_up_check(self) -> None:
        """Give up a check under way and begin none; called before the tasks are closed."""
        self._checks = False
        self._check_soon.stop()
        if self._check is not None:
            self._check.stop()

    def close_check(self) -> None:
        """End what the check holds; called once the tasks are closed."""
        if self._check is not None:
            self._check.close()

    def _look(self) -> None:
        """Check what was told, one look at a time; what comes meanwhile is for the next."""
        if self._checking is not None:
            return
        from college_desk.services.check_process import DeskCheck

        if self._check is None:
            self._check = DeskCheck(self.desk)
        check, findings, day = self._check, self.findings, self.today()
        told, settled = self._told, self._again and not self.tasks.writing
        self._told, self._again = [], False

        def work(progress: Progress) -> FindingIndex:
            seen = check.look(told, day, settled=settled, progress=progress)
            if seen.whole:
                return FindingIndex(seen.findings)
            return findings.with_records(seen.uids, seen.findings)

        self._checking = self.tasks.run(work, then=self._checked, failed=self._not_checked, owner=self)

    @property
    def checking(self) -> bool:
        """Whether a check is under way or about to begin."""
        return self._checking is not None or bool(self._told) or self._check_soon.isActive()

    def show_numbers(self, shown: bool) -> None:
        """Show identity and bank numbers whole, or mask them again, for this sitting."""
        if shown != self.reveal:
            self.reveal = shown
            self.numbers_shown.emit(shown)

    def choose_campus(self, campus: str | None) -> None:
        """Let every page show one campus (its name), or the whole college (None)."""
        if campus != self.campus:
            self.campus = campus
            self.scope_changed.emit()

    def _checked(self, findings: FindingIndex) -> None:
        self._checking = None
        self.findings = findings
        self.findings_known = True
        self.findings_changed.emit()
        self._look_again()

    def _not_checked(self, error: DeskError) -> None:
        self._checking = None
        self.notices.say(str(error), "wait")
        self._look_again()

    def _look_again(self) -> None:
        if self._told or self._again:
            self._look()


def _changed_of(result: Any) -> Changed:
    if isinstance(result, Changed):
        return result
    found = getattr(result, "changed", None)
    return found if isinstance(found, Changed) else Changed()
