"""What the import page asks of the services: read a file, read it again as decided, store, undo, the tray."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from college_desk.base.errors import DeskError
from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.files.mapping.questions import Question
from college_desk.gui.context import DeskContext
from college_desk.gui.pages.importing.side_by_side import Beside, beside
from college_desk.gui.tasks import Task
from college_desk.records.change import Changed, PendingRow
from college_desk.records.register import REGISTERS, Register
from college_desk.services import import_guess, importing, pending, synonyms, undoing
from college_desk.services.import_findings import SheetFinding
from college_desk.services.import_memory import collector_paused
from college_desk.services.import_preview import ImportOptions, ImportResult, Preview
from college_desk.services.pending import MendedRows
from college_desk.services.synonyms import Synonym

_MANY_ROWS = 5_000


@dataclass(frozen=True)
class Read:
    """A file as read, with what the page lists of it, worked out off the window's thread.

    counts: how many rows have each outcome; findings: errors before warnings; errors: how many are errors; no_data: the rows of
    totals among them, each by its sheet and number.
    """

    preview: Preview
    counts: Mapping[str, int]
    findings: Sequence[SheetFinding]
    errors: int
    no_data: frozenset[tuple[str | None, int]]


class ImportWork:
    """Every call answers later, on the window's thread; a new reading gives up the one under way."""

    def __init__(self, context: DeskContext, owner: QObject) -> None:
        self._context = context
        self._owner = owner
        self._reading: Task | None = None

    @property
    def reading(self) -> bool:
        """Whether a file is being read."""
        return self._reading is not None

    def read(
        self,
        file: Path,
        register: Register | None,
        options: ImportOptions,
        then: Callable[[Read], None],
        failed: Callable[[DeskError], None],
    ) -> Task:
        """Read a file for a register, for the likeliest one where none is given."""
        self.stop()

        def done(found: Read) -> None:
            self._reading = None
            then(found)

        def refused(error: DeskError) -> None:
            self._reading = None
            failed(error)

        self._reading = self._context.tasks.run(
            lambda progress: self._read(file, register, options, progress),
            then=done,
            failed=refused,
            title=_("正在读取 {file}").format(file=file.name),
            owner=self._owner,
        )
        return self._reading

    def survey(
        self,
        file: Path,
        code: str,
        options: ImportOptions,
        then: Callable[[Read], None],
        failed: Callable[[DeskError], None],
    ) -> Task:
        """Read a file beside the one that is shown, for the list of files; code: its register's, or empty."""
        register = REGISTERS[code] if code else None
        return self._context.tasks.run(
            lambda progress: self._read(file, register, options, progress),
            then=then,
            failed=failed,
            title=_("正在读取 {file}").format(file=file.name),
            owner=self._owner,
        )

    def take_in(
        self,
        file: Path,
        code: str,
        options: ImportOptions,
        then: Callable[[ImportResult], None],
        failed: Callable[[DeskError], None],
    ) -> Task:
        """Read a file of the list and store it, in one step."""
        context = self._context

        def work(progress: Progress) -> ImportResult:
            found = self._preview(file, REGISTERS[code], options, progress)
            return importing.apply(
                context.desk,
                found,
                who=context.who,
                now=context.now(),
                today=context.today(),
                progress=progress,
            )

        title = _("正在入库 {file}").format(file=file.name)
        return context.change(work, then=then, failed=failed, title=title, owner=self._owner)

    def _preview(
        self, file: Path, register: Register | None, options: ImportOptions, progress: Progress
    ) -> Preview:
        chosen = register or import_guess.guesses(file, progress=progress)[0].register
        desk, today = self._context.desk, self._context.today()
        return importing.preview(desk, chosen, file, options, today=today, progress=progress)

    def _read(
        self, file: Path, register: Register | None, options: ImportOptions, progress: Progress
    ) -> Read:
        """Read a file and work out what the page lists of it.

        A large one is millions of objects that live as long as the page shows it: searching them for cyclic
        garbage would hold the window up for a second at a time, so they are told apart from what is searched.
        """
        with collector_paused():
            found = self._preview(file, register, options, progress)
            counts: Counter[str] = Counter(row.outcome for row in found.plan.rows)
            findings = list(found.findings())
            errors = [each for each in findings if each.severity == "error"]
            others = [each for each in findings if each.severity != "error"]
            for sheet in found.sheets:
                sheet.grid(1, 1)  # makes the index by which the window finds a row's place
            if found.rows > _MANY_ROWS:
                gc.freeze()
            totals = frozenset((each.sheet, each.row) for sheet in found.sheets for each in sheet.of_totals)
        return Read(found, counts, [*errors, *others], len(errors), totals)

    def compare(self, preview: Preview, question: Question, then: Callable[[Beside], None]) -> None:
        """Look a row and the kept records that it may mean up."""
        desk = self._context.desk
        self._context.tasks.run(
            lambda _progress: beside(desk, preview, question), then=then, owner=self._owner
        )

    def synonyms(self, then: Callable[[list[Synonym]], None]) -> None:
        """The school's own words."""
        desk = self._context.desk
        self._context.tasks.run(lambda _progress: synonyms.synonyms(desk), then=then, owner=self._owner)

    def forget(self, words: Sequence[tuple[str, str]], then: Callable[[Changed], None]) -> None:
        """Forget some of the school's own words, each named by its table and text."""
        context = self._context
        context.change(
            lambda _progress: synonyms.forget(
                context.desk, words, who=context.who, now=context.now(), today=context.today()
            ),
            then=then,
            owner=self._owner,
        )

    def ended(self, task: Task) -> None:
        """Take note that work has ended, also when it was given up."""
        if task is self._reading:
            self._reading = None

    def stop(self) -> None:
        """Give up the reading under way."""
        if self._reading is not None:
            self._reading.stop()
            self._reading = None

    def store(
        self, preview: Preview, then: Callable[[ImportResult], None], failed: Callable[[DeskError], None]
    ) -> Task:
        """Store what a preview showed, in one step."""
        context = self._context
        return context.change(
            lambda progress: importing.apply(
                context.desk,
                preview,
                who=context.who,
                now=context.now(),
                today=context.today(),
                progress=progress,
            ),
            then=then,
            failed=failed,
            title=_("正在入库"),
            owner=self._owner,
        )

    def undo(self, step: int, then: Callable[[Changed], None]) -> None:
        """Take the import of that step back, as long as nothing was done after it."""
        context = self._context

        def work(_progress: Progress) -> Changed:
            with context.desk.read() as reader:
                last = reader.next_undo()
            if last is None or last.id != step:
                raise DeskError(_("这次导入之后又做了别的修改，请按先后顺序用 Ctrl+Z 撤销。"))
            return undoing.undo(context.desk, 1, who=context.who, now=context.now(), today=context.today())

        context.change(work, then=then, owner=self._owner)

    def waiting(self, then: Callable[[list[PendingRow]], None]) -> None:
        """The rows of the tray."""
        desk = self._context.desk
        self._context.tasks.run(lambda _progress: pending.rows(desk), then=then, owner=self._owner)

    def mend(self, cells: Mapping[int, Mapping[str, str]], then: Callable[[MendedRows], None]) -> None:
        """Store waiting rows with cells written anew ({row id: {header: text}}), those that are right now."""
        context = self._context
        context.change(
            lambda _progress: pending.mend_many(
                context.desk, cells, who=context.who, now=context.now(), today=context.today()
            ),
            then=then,
            title=_("正在入库"),
            owner=self._owner,
        )

    def discard(self, rows: Sequence[PendingRow], then: Callable[[Changed], None]) -> None:
        """Throw waiting rows away."""
        context = self._context
        ids = [each.id for each in rows]
        context.change(
            lambda _progress: pending.discard(
                context.desk, ids, who=context.who, now=context.now(), today=context.today()
            ),
            then=then,
            owner=self._owner,
        )
