"""What the page of filings asks of the services: check, explain, print, freeze, verify, what was filed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from college_desk.base.errors import DeskError
from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext
from college_desk.gui.tasks import Task
from college_desk.records.finding import Finding
from college_desk.services import explaining, filing, previewing, verifying
from college_desk.services.filing import Filed
from college_desk.services.preparing import Choice, Prepared, prepare_within
from college_desk.services.previewing import FilingPreview, Printed
from college_desk.services.verifying import Verification
from college_desk.storage.filings import StoredFiling


@dataclass(frozen=True)
class Checked:
    """A filing as it would be: what was found, its forms, the versions that it follows.

    forms: None where nothing is filed, or where they cannot be filled yet: then `trouble` says why.
    """

    prepared: Prepared
    forms: FilingPreview | None
    overtakes: tuple[StoredFiling, ...]
    trouble: str = ""


class FilingWork:
    """Every call answers later, on the window's thread; a new check gives up the one under way."""

    def __init__(self, context: DeskContext, owner: QObject) -> None:
        self._context = context
        self._owner = owner
        self._checking: Task | None = None

    def check(
        self, choice: Choice, then: Callable[[Checked], None], failed: Callable[[DeskError], None]
    ) -> None:
        """Check what is chosen and fill its forms."""
        desk, today = self._context.desk, self._context.today()
        self.stop()

        def work(progress: Progress) -> Checked:
            with desk.read() as reader:
                prepared = prepare_within(reader, choice, today=today, progress=progress)
                follows = tuple(filing.overtaken(reader, prepared))
                if not prepared.selection.filed:
                    return Checked(prepared, None, follows)
                try:
                    forms = previewing.preview_within(
                        reader, choice, prepared, today=today, progress=progress
                    )
                except DeskError as error:
                    return Checked(prepared, None, follows, str(error))
                return Checked(prepared, forms, follows)

        def done(checked: Checked) -> None:
            self._checking = None
            then(checked)

        def refused(error: DeskError) -> None:
            self._checking = None
            failed(error)

        self._checking = self._context.tasks.run(work, then=done, failed=refused, owner=self._owner)

    def stop(self) -> None:
        """Give up the check under way."""
        if self._checking is not None:
            self._checking.stop()
            self._checking = None

    @property
    def checking(self) -> bool:
        """Whether a check is under way."""
        return self._checking is not None

    def offers(self, finding: Finding, then: Callable[[list[explaining.Offer]], None]) -> None:
        """The explanations written before for findings of the same rule, those of the same record first."""
        desk = self._context.desk
        self._context.tasks.run(
            lambda _progress: explaining.offered(desk, finding), then=then, owner=self._owner
        )

    def explain(
        self, ids: Sequence[str], rule: str | None, code: str, text: str, then: Callable[[object], None]
    ) -> None:
        """Keep an explanation for findings, or for all of a rule in a filing."""
        context = self._context
        context.change(
            lambda _progress: explaining.explain(
                context.desk, list(ids), rule, code, text, context.who, context.now(), context.today()
            ),
            then=then,
            title=_("正在保存说明"),
            owner=self._owner,
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

    def save_draft(self, choice: Choice, out: Path, then: Callable[[Path], None]) -> None:
        """Write the forms with the watermark into a folder."""
        desk, today = self._context.desk, self._context.today()
        self._context.tasks.run(
            lambda progress: previewing.save_draft(desk, choice, out=out, today=today, progress=progress),
            then=then,
            title=_("正在生成送审稿"),
            owner=self._owner,
        )

    def file(self, choice: Choice, out: Path, reason: str | None, then: Callable[[Filed], None]) -> None:
        """Freeze what is chosen and write its package into a folder."""
        context = self._context
        context.change(
            lambda progress: filing.file(
                context.desk,
                choice,
                out=out,
                who=context.who,
                now=context.now(),
                today=context.today(),
                reason=reason,
                progress=progress,
            ),
            then=then,
            title=_("正在定稿并生成材料包"),
            owner=self._owner,
        )

    def verify(
        self, path: Path, then: Callable[[Verification], None], failed: Callable[[DeskError], None]
    ) -> None:
        """Verify a package."""
        self._context.tasks.run(
            lambda progress: verifying.verify(path, progress=progress),
            then=then,
            failed=failed,
            title=_("正在核验材料包"),
            owner=self._owner,
        )
