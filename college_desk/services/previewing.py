"""The forms of a filing as printed pages: of one still in the making (送审稿), or of one that was frozen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.files.documents import preview, writing
from college_desk.forms.form import FORMS, documents_of
from college_desk.records.page import FilledForm
from college_desk.records.snapshot import Snapshot
from college_desk.services.filing import parts_of, snapshot_now
from college_desk.services.freezing import thaw
from college_desk.services.packaging import WATERMARK, write_draft, write_package
from college_desk.services.preparing import Choice, Prepared, prepare_within
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader


@dataclass(frozen=True)
class FormPreview:
    """The documents of one form (a 聘任备案表 for each person are one form), not set as pages yet."""

    title: str
    documents: tuple[FilledForm, ...]


@dataclass(frozen=True)
class Printed:
    """Documents set as the pages of a PDF."""

    content: bytes
    pages: int

    def picture(self, page: int, *, width: int) -> bytes:
        """A page (from 0) as a PNG, `width` pixels wide. Raises IndexError when there is no such page."""
        return preview.page_picture(self.content, page, width=width)


@dataclass(frozen=True)
class FilingPreview:
    """The forms of a filing, in the order of the package; draft: they bear the watermark 送审稿."""

    forms: tuple[FormPreview, ...]
    day: dt.date
    draft: bool

    def printed(self, form: int) -> Printed:
        """One form set as pages."""
        content = writing.pdf(self.forms[form].documents, day=self.day)
        return Printed(content, len(preview.page_sizes(content)))


def preview_draft(
    desk: Desk, choice: Choice, *, today: dt.date, progress: Progress = SILENT
) -> FilingPreview:
    """The forms as they would be filled now, whatever is found on them. Raises what `prepare` raises."""
    with desk.read() as reader:
        whole = prepare_within(reader, choice, today=today, progress=progress)
        return preview_within(reader, choice, whole, today=today, progress=progress)


def preview_within(
    reader: Reader, choice: Choice, whole: Prepared, *, today: dt.date, progress: Progress = SILENT
) -> FilingPreview:
    """The same of what was prepared already; the forms of all enterprises where it goes out in their names."""
    snapshots = _snapshots(reader, choice, whole, today, progress)
    return _preview(snapshots, whole.day, draft=True)


def preview_filed(desk: Desk, snapshot: str) -> FilingPreview:
    """The forms of a frozen filing, by the SHA-256 of its snapshot. Raises KeyError when there is none."""
    with desk.read() as reader:
        content = reader.snapshot(snapshot)
    frozen = Snapshot.read(content)
    return _preview([frozen], frozen.day, draft=False)


def save_draft(desk: Desk, choice: Choice, *, out: Path, today: dt.date, progress: Progress = SILENT) -> Path:
    """Write the forms with the watermark into a folder below `out`, blocked or not; the folder.

    Where it goes out in the names of several enterprises each has its own, and `out` comes back.
    """
    with desk.read() as reader:
        whole = prepare_within(reader, choice, today=today, progress=progress)
        snapshots = _snapshots(reader, choice, whole, today, progress)
    folders = [write_draft(each, out, progress=progress) for each in snapshots]
    return folders[0] if len(folders) == 1 else out


def save_package(desk: Desk, snapshot: str, *, out: Path, progress: Progress = SILENT) -> Path:
    """Write the package of a frozen filing once more, byte for byte; its zip.

    snapshot: the SHA-256 of its snapshot. Raises KeyError when there is none of that name.
    """
    with desk.read() as reader:
        content = reader.snapshot(snapshot)
    return write_package(Snapshot.read(content), out, progress=progress).zip


def _snapshots(
    reader: Reader, choice: Choice, whole: Prepared, today: dt.date, progress: Progress
) -> list[Snapshot]:
    parts = parts_of(reader, choice, whole, today=today, progress=progress)
    progress.step(_("填写表格"), 0)
    return [snapshot_now(reader, each) for each in parts]


def _preview(snapshots: Sequence[Snapshot], day: dt.date, *, draft: bool) -> FilingPreview:
    groups: dict[str, list[FilledForm]] = {}
    for each in (document for snapshot in snapshots for document in documents_of(thaw(snapshot))):
        shown = replace(each, watermark=WATERMARK) if draft else each
        groups.setdefault(each.code, []).append(shown)
    forms = tuple(FormPreview(_title(code, found[0]), tuple(found)) for code, found in groups.items())
    return FilingPreview(forms, day, draft)


def _title(code: str, first: FilledForm) -> str:
    declared = FORMS.get(code)
    return _(declared.title) if declared is not None else first.title
