"""Filing: check, freeze, fill, package; the same content is the same version and the same bytes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.forms.naming import enterprise_name
from college_desk.records.change import Changed
from college_desk.records.filing_course import ACCEPTED
from college_desk.records.finding import Finding
from college_desk.records.snapshot import Snapshot
from college_desk.services.amending import amendment
from college_desk.services.freezing import freeze, thaw
from college_desk.services.packaging import package_name, write_draft, write_package
from college_desk.services.preparing import Choice, Prepared, enterprises_within, prepare_within
from college_desk.storage.desk import Desk
from college_desk.storage.filings import StoredFiling
from college_desk.storage.reader import Reader

FROZEN = "frozen"


@dataclass(frozen=True)
class Package:
    """One package written: its path is the zip's, its folder lies beside it; `for_whom` for an enterprise's.

    forms: the paths of the forms in it.
    """

    number: str
    version: int
    path: Path
    sha256: str
    for_whom: str | None = None
    forms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Filed:
    """What came of a filing.

    prepared: what was found; packages: empty when something blocked it; forms: paths in the package;
    draft: the folder of the 送审稿, None without one; repeated: the same content had been filed before.
    """

    prepared: Prepared
    packages: tuple[Package, ...]
    forms: tuple[str, ...] = ()
    draft: Path | None = None
    repeated: bool = False
    changed: Changed = field(default_factory=Changed)

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """What must be mended or explained first."""
        return tuple(each for each in self.prepared.findings if each.blocks)

    def to_json(self) -> dict[str, Any]:
        """The document of `file --json`."""
        first = self.packages[0] if self.packages else None
        return {
            "filing": self.prepared.filing.code,
            "number": first.number if first else None,
            "version": first.version if first else None,
            "package": str(first.path) if first else None,
            "sha256": first.sha256 if first else None,
            "forms": list(self.forms),
            "findings": {
                "errors": self.prepared.errors,
                "warnings": self.prepared.unexplained,
                "explained": self.prepared.explained,
            },
            "packages": [
                {
                    "number": each.number,
                    "version": each.version,
                    "package": str(each.path),
                    "sha256": each.sha256,
                    "for": each.for_whom,
                }
                for each in self.packages
            ],
            "draft": str(self.draft) if self.draft else None,
        }


def file(
    desk: Desk,
    choice: Choice,
    *,
    out: Path,
    who: str,
    now: dt.datetime,
    today: dt.date,
    reason: str | None = None,
    draft: bool = False,
    progress: Progress = SILENT,
) -> Filed:
    """Freeze what is chosen, fill its forms and write the package into `out`.

    Errors, or warnings without an explanation, block it: no package is written, with `draft` the forms
    with the watermark are. Raises DeskError when nothing is there to file, or the filing was accepted and
    no reason is given; UnusableInput for a choice that cannot be.
    """
    if out.exists() and not out.is_dir():
        raise UnusableInput(_("“{path}”不是文件夹，不能放报送材料包。").format(path=out))
    with desk.read() as reader:
        whole, parts = _prepared(reader, choice, today, progress)
    if whole.blocked:
        folder = _drafts(desk, parts, out, progress) if draft else None
        return Filed(whole, (), draft=folder)
    what = _("定稿{title}{period}").format(title=_(whole.filing.title), period=whole.period.title)
    packages: list[Package] = []
    forms: list[str] = []
    repeated = True
    with desk.write(what, who=who, now=now, today=today, guarded=False, reason=reason) as writer:
        for part in parts:
            snapshot, known = _versioned(writer, part, reason, day_given=choice.on is not None)
            repeated = repeated and known
            if not known:
                sha = writer.keep_snapshot(snapshot.canonical())
                writer.keep_filing(_stored(snapshot, sha, who=who, now=now))
            packages.append(_package(snapshot, out, progress))
            forms += [each for each in packages[-1].forms if each not in forms]
    return Filed(whole, tuple(packages), tuple(forms), repeated=repeated, changed=writer.changed)


def _prepared(
    reader: Reader, choice: Choice, today: dt.date, progress: Progress
) -> tuple[Prepared, list[Prepared]]:
    """All that is filed together, and by package: one for each enterprise where it goes out in their names.

    Raises DeskError when nothing is there to file.
    """
    whole = prepare_within(reader, choice, today=today, progress=progress)
    parts = parts_of(reader, choice, whole, today=today, progress=progress)
    if not whole.selection.filed or not parts:
        nothing = _("{period}没有可以申报的内容。").format(period=whole.period.title)
        raise DeskError(nothing + (_(whole.filing.first) if whole.filing.first else ""))
    return whole, parts


def parts_of(
    reader: Reader, choice: Choice, whole: Prepared, *, today: dt.date, progress: Progress = SILENT
) -> list[Prepared]:
    """What is filed by package: one for each enterprise where it goes out in their names, else the whole.

    Empty where nothing is there to file.
    """
    if whole.filing.enterprises is None:
        return [whole] if whole.selection.filed else []
    parts = [
        prepare_within(reader, replace(choice, enterprise=each.uid), today=today, progress=progress)
        for each in enterprises_within(reader, choice, today=today)
    ]
    return [each for each in parts if each.selection.filed]


def _drafts(desk: Desk, parts: Sequence[Prepared], out: Path, progress: Progress) -> Path:
    """The 送审稿 of every package; the folder of the first."""
    with desk.read() as reader:
        snapshots = [_versioned(reader, each, _("送审"), day_given=True)[0] for each in parts]
    folders = [write_draft(each, out, progress=progress) for each in snapshots]
    return folders[0]


def snapshot_now(reader: Reader, prepared: Prepared) -> Snapshot:
    """The snapshot that filing would freeze now, under its number and version; nothing is written."""
    return _versioned(reader, prepared, _("送审"), day_given=True)[0]


def overtaken(reader: Reader, prepared: Prepared) -> list[StoredFiling]:
    """The latest versions that freezing would follow, one of each package; empty for a new number."""
    declared, scope = prepared.filing, prepared.scope
    uids: list[str | None] = [scope.enterprise]
    if declared.enterprises is not None:
        found = declared.enterprises(reader.facts(), prepared.period, prepared.day, scope)
        uids = [each.uid for each in found]
    versions = [
        versions_of(reader, _number(reader, replace(prepared, scope=replace(scope, enterprise=uid))))
        for uid in uids
    ]
    return [each[-1] for each in versions if each]


def versions_of(reader: Reader, number: str) -> list[StoredFiling]:
    """The versions of a filing's number, the earliest first."""
    found = [each for each in reader.filings() if each.number == number]
    return sorted(found, key=lambda each: each.version)


def _package(snapshot: Snapshot, out: Path, progress: Progress) -> Package:
    written = write_package(snapshot, out, progress=progress)
    data = written.folder / "data"
    forms = tuple(
        sorted(
            each.relative_to(data).as_posix()
            for each in data.rglob("*")
            if each.suffix in (".xlsx", ".docx", ".pdf")
        )
    )
    return Package(
        snapshot.number,
        snapshot.version,
        written.zip,
        written.sha256,
        enterprise_name(thaw(snapshot)) or None,
        forms,
    )


def _versioned(
    reader: Reader, prepared: Prepared, reason: str | None, *, day_given: bool
) -> tuple[Snapshot, bool]:
    """The snapshot under its number and version, and whether that version holds the same content already.

    The latest version with the same content stands, with its own day unless another is asked for or the
    bureau's remarks on it were answered, which the next one says even where nothing else changed.
    Raises DeskError for new content after acceptance without a reason.
    """
    number = _number(reader, prepared)
    versions = versions_of(reader, number)
    candidate = freeze(prepared, number=number, version=1)
    if not versions:
        return candidate, False
    latest = versions[-1]
    same_day = latest.on == prepared.day or not day_given
    course = reader.course(number, latest.version)
    if same_day and not course.answered and latest.content_digest == candidate.content_digest():
        return Snapshot.read(reader.snapshot(latest.snapshot)), True
    if latest.state in ACCEPTED and not reason:
        raise DeskError(_("这项申报已经受理，改动须写明原因。"))
    before = Snapshot.read(reader.snapshot(latest.snapshot))
    amends = amendment(before, candidate, course, reason or "")
    return freeze(prepared, number=number, version=latest.version + 1, amends=amends), False


def _number(reader: Reader, prepared: Prepared) -> str:
    """FILING-PERIOD-NN: the number of this kind that is still open, else the next; the first is 01."""
    before = f"{prepared.filing.code}-{prepared.period.code}-"
    same = [
        each
        for each in reader.filings()
        if each.filing == prepared.filing.code and each.period == prepared.period.code
    ]
    of_kind = [
        each
        for each in same
        if each.kind == prepared.scope.kind and each.enterprise == prepared.scope.enterprise
    ]
    accepted = {each.number for each in of_kind if each.state in ACCEPTED}
    still_open = sorted({each.number for each in of_kind} - accepted)
    if still_open:
        return still_open[-1]
    if prepared.scope.kind == "first" and accepted:
        return min(accepted)
    return f"{before}{len({each.number for each in same}) + 1:02d}"


def _stored(snapshot: Snapshot, sha: str, *, who: str, now: dt.datetime) -> StoredFiling:
    return StoredFiling(
        number=snapshot.number,
        version=snapshot.version,
        filing=snapshot.filing,
        period=snapshot.period,
        kind=snapshot.kind,
        state=FROZEN,
        snapshot=sha,
        content_digest=snapshot.content_digest(),
        package=f"{package_name(snapshot)}.zip",
        on=snapshot.day,
        who=who,
        when=now,
        enterprise=snapshot.enterprise,
    )


def filings_of(desk: Desk) -> Sequence[StoredFiling]:
    """Every version of every filing on record, the newest first."""
    with desk.read() as reader:
        return sorted(reader.filings(), key=lambda each: (each.when, each.version), reverse=True)
