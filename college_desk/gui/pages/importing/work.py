"""What the import page asks of the services: read a file, read it again as decided, store, undo, the tray."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from college_desk.base.errors import DeskError
from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext
from college_desk.gui.tasks import Task
from college_desk.records.change import Changed, PendingRow
from college_desk.records.register import Register
from college_desk.services import import_guess, importing, pending, undoing
from college_desk.services.import_preview import ImportOptions, ImportResult, Preview
from college_desk.services.pending import Mended


@dataclass(frozen=True)
class Read:
    """A file as read, with how many rows have each outcome, counted off the window's thread."""

    preview: Preview
    counts: Mapping[str, int]


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
    ) -> None:
        """Read a file for a register, for the likeliest one where none is given."""
        desk, today = self._context.desk, self._context.today()
        self.stop()

        def work(progress: Progress) -> Read:
            chosen = register or import_guess.guesses(file, progress=progress)[0].register
            found = importing.preview(desk, chosen, file, options, today=today, progress=progress)
            return Read(found, Counter(row.outcome for row in found.plan.rows))

        def done(found: Read) -> None:
            self._reading = None
            then(found)

        def refused(error: DeskError) -> None:
            self._reading = None
            failed(error)

        title = _("正在读取 {file}").format(file=file.name)
        self._reading = self._context.tasks.run(
            work, then=done, failed=refused, title=title, owner=self._owner
        )

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

    def mend(self, row: PendingRow, cells: Mapping[str, str], then: Callable[[Mended], None]) -> None:
        """Store a waiting row with some of its cells written anew, where that makes it right."""
        context = self._context
        context.change(
            lambda _progress: pending.mend(
                context.desk, row.id, cells, who=context.who, now=context.now(), today=context.today()
            ),
            then=then,
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
