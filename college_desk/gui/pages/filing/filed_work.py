"""What the list of filings asks of the services: versions, their course, what differs, the steps written down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from college_desk.base.errors import DeskError
from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext
from college_desk.gui.pages.filing.step_dialog import StepTaken
from college_desk.records.change import Changed
from college_desk.records.partners.enterprise import Enterprise
from college_desk.services import filing, filing_life, filing_review, previewing
from college_desk.services.differences import Differences
from college_desk.services.filing_review import Review
from college_desk.services.naming import name_of
from college_desk.services.previewing import FilingPreview, Printed
from college_desk.storage.filings import StoredFiling


@dataclass(frozen=True)
class KnownFilings:
    """Every version of every filing, the newest first; enterprises: {uid: name} of those in whose names they are."""

    filings: list[StoredFiling]
    enterprises: Mapping[str, str]


class FiledWork:
    """Every call answers later, on the window's thread."""

    def __init__(self, context: DeskContext, owner: QObject) -> None:
        self._context = context
        self._owner = owner

    def filings(self, then: Callable[[KnownFilings], None]) -> None:
        """Every version of every filing."""
        desk = self._context.desk

        def work(_progress: Progress) -> KnownFilings:
            filings = list(filing.filings_of(desk))
            uids = {each.enterprise for each in filings if each.enterprise}
            with desk.read() as reader:
                named = {uid: name_of(each) for uid in uids if (each := reader.get(Enterprise, uid))}
            return KnownFilings(filings, named)

        self._context.tasks.run(work, then=then, owner=self._owner)

    def review(self, stored: StoredFiling, then: Callable[[Review], None]) -> None:
        """A version beside its course."""
        desk = self._context.desk
        self._context.tasks.run(
            lambda _progress: filing_review.review(desk, stored), then=then, owner=self._owner
        )

    def compare(self, one: StoredFiling, other: StoredFiling, then: Callable[[Differences], None]) -> None:
        """What differs between two versions."""
        desk = self._context.desk
        self._context.tasks.run(
            lambda _progress: filing_review.compare(desk, one, other), then=then, owner=self._owner
        )

    def forms_of(self, stored: StoredFiling, then: Callable[[FilingPreview], None]) -> None:
        """The forms of what was frozen."""
        desk = self._context.desk
        self._context.tasks.run(
            lambda _progress: previewing.preview_filed(desk, stored.snapshot), then=then, owner=self._owner
        )

    def print(
        self,
        forms: FilingPreview,
        number: int,
        then: Callable[[Printed], None],
        failed: Callable[[DeskError], None],
    ) -> None:
        """Set a form as pages."""
        self._context.tasks.run(
            lambda _progress: forms.printed(number), then=then, failed=failed, owner=self._owner
        )

    def save_package(self, stored: StoredFiling, out: Path, then: Callable[[Path], None]) -> None:
        """Write the package of what was frozen once more."""
        desk = self._context.desk
        self._context.tasks.run(
            lambda progress: previewing.save_package(desk, stored.snapshot, out=out, progress=progress),
            then=then,
            title=_("正在写出材料包"),
            owner=self._owner,
        )

    def advance(self, stored: StoredFiling, taken: StepTaken, then: Callable[[Changed], None]) -> None:
        """Write down a step of a filing's course."""
        context = self._context

        def work(_progress: Progress) -> Changed:
            _reached, changed = filing_life.advance(
                context.desk,
                stored.number,
                taken.state,
                on=taken.on,
                note=taken.note,
                filed_number=taken.filed_number,
                remarks=taken.remarks,
                due=taken.due,
                who=context.who,
                now=context.now(),
                today=context.today(),
            )
            return changed

        context.change(work, then=then, owner=self._owner)

    def answer(self, stored: StoredFiling, place: int, text: str) -> None:
        """Write what was done about a remark."""
        context = self._context
        context.change(
            lambda _progress: filing_life.answer_remark(
                context.desk,
                stored.number,
                place,
                text,
                who=context.who,
                now=context.now(),
                today=context.today(),
            ),
            owner=self._owner,
        )
