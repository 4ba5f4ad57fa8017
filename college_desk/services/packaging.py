"""A snapshot as a package: every document written, one PDF of all, the data beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.files.documents.writing import file_name, pdf, write
from college_desk.files.packages.bag import BagFile, WrittenBag, write_bag
from college_desk.files.packages.bag_texts import BagInfo
from college_desk.files.packages.names import bag_name, distinct, safe_name
from college_desk.forms.filing import FILINGS
from college_desk.forms.form import Frozen, documents_of
from college_desk.forms.naming import enterprise_name, school_name
from college_desk.records.page import FilledForm
from college_desk.records.snapshot import Snapshot, canonical
from college_desk.services.freezing import thaw

SNAPSHOT_PATH = "06-数据/报送定稿.json"
FINDINGS_PATH = "06-数据/校验结果.json"
EXPLANATIONS_PATH = "06-数据/情况说明.json"
WATERMARK = "送审稿"


def package_name(snapshot: Snapshot) -> str:
    """The package's name: ××学校-兼职教师聘任备案-2026-2027-1-01-20261120-v1; of an enterprise's with its name."""
    frozen = thaw(snapshot)
    enterprise = enterprise_name(frozen)
    return bag_name(
        school=school_name(frozen),
        title=FILINGS[snapshot.filing].title + (f"（{enterprise}）" if enterprise else ""),
        period=snapshot.period,
        batch=snapshot.number.rpartition("-")[2],
        day=snapshot.day,
        version=snapshot.version,
    )


def write_package(snapshot: Snapshot, out: Path, *, progress: Progress = SILENT) -> WrittenBag:
    """Fill, write and pack everything that a snapshot says, into the folder `out`.

    The same snapshot gives the same bytes. Raises DeskError when the disk does not take it.
    """
    files = package_files(snapshot, progress=progress)
    info = BagInfo(
        organisation=school_name(thaw(snapshot)),
        title=FILINGS[snapshot.filing].title,
        number=snapshot.number,
        version=snapshot.version,
        day=snapshot.day,
        program_version=snapshot.program_version,
    )
    return write_bag(out, package_name(snapshot), files, info)


def package_files(snapshot: Snapshot, *, progress: Progress = SILENT) -> list[BagFile]:
    """The files of a package below its `data/`, in its order."""
    frozen = thaw(snapshot)
    documents = documents_of(frozen)
    files = [
        *_written(documents, snapshot, progress),
        BagFile(print_path(frozen), _pdf(documents, snapshot, progress)),
    ]
    return [*files, *data_files(snapshot)]


def data_files(snapshot: Snapshot) -> list[BagFile]:
    """The frozen data as JSON: the snapshot, the findings, the explanations among them."""
    explained = [each for each in snapshot.findings if each["explanation"] is not None]
    return [
        BagFile(SNAPSHOT_PATH, snapshot.canonical()),
        BagFile(FINDINGS_PATH, canonical([dict(each) for each in snapshot.findings])),
        BagFile(EXPLANATIONS_PATH, canonical([dict(each) for each in explained])),
    ]


def print_path(frozen: Frozen) -> str:
    """Where the one PDF of all documents lies."""
    title = FILINGS[frozen.snapshot.filing].title
    return f"01-报告/{safe_name(f'{school_name(frozen)}_{title}_打印用印版.pdf')}"


def document_paths(documents: Sequence[FilledForm]) -> list[str]:
    """Where each document lies below `data/`, in their order; equal names are told apart."""
    return distinct(f"{each.folder}/{safe_name(file_name(each))}" for each in documents)


def write_draft(snapshot: Snapshot, out: Path, *, progress: Progress = SILENT) -> Path:
    """Write the documents with the watermark 送审稿 into a folder below `out`, no package; give the folder.

    A draft of the same name is written anew.
    """
    frozen = thaw(snapshot)
    documents = [replace(each, watermark=WATERMARK) for each in documents_of(frozen)]
    folder = out / f"{package_name(snapshot)}-{WATERMARK}"
    files = [
        *_written(documents, snapshot, progress),
        BagFile(print_path(frozen), _pdf(documents, snapshot, progress)),
    ]
    for each in files:
        path = folder / each.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(each.content)
    return folder


def _written(documents: Sequence[FilledForm], snapshot: Snapshot, progress: Progress) -> Iterable[BagFile]:
    paths = document_paths(documents)
    for done, (path, document) in enumerate(zip(paths, documents, strict=True)):
        progress.step(_("填写表格"), done, len(documents))
        yield BagFile(path, write(document, day=snapshot.day))


def _pdf(documents: Sequence[FilledForm], snapshot: Snapshot, progress: Progress) -> bytes:
    progress.step(_("生成打印版"), 0)
    return pdf(documents, day=snapshot.day)
