"""Verifying a package (核验材料包): is it whole, and do its forms say what its data say; needs no workspace."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.files.documents.comparing import differences, pdf_differences
from college_desk.files.documents.office_zip import DAMAGE
from college_desk.files.packages.checking import check_open_bag
from college_desk.files.packages.opening import BagProblem, OpenBag, open_bag
from college_desk.forms.form import documents_of
from college_desk.records.snapshot import Snapshot
from college_desk.services.freezing import thaw
from college_desk.services.packaging import (
    SNAPSHOT_PATH,
    data_files,
    document_paths,
    package_name,
    print_path,
)

_DATA = "data/"


@dataclass(frozen=True)
class Verification:
    """What a package is and what is wrong with it.

    files: how many it holds; problems: by file, empty when it is whole and its figures agree.
    """

    filing: str | None
    number: str | None
    version: int | None
    files: int
    problems: tuple[BagProblem, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems

    def to_json(self) -> dict[str, Any]:
        """The document of `verify --json`."""
        return {
            "ok": self.ok,
            "filing": self.filing,
            "number": self.number,
            "version": self.version,
            "files": self.files,
            "problems": [{"file": each.file, "problem": each.problem} for each in self.problems],
        }


def verify(package: Path, *, progress: Progress = SILENT) -> Verification:
    """Recompute every hash, open every form, compare its figures with the data.

    package: the zip or its folder. What is damaged is named by its file, a zip that cannot be opened by
    its own name. Raises UnusableInput when there is nothing at the path or it is no zip at all.
    """
    try:
        bag_or_nothing = open_bag(package)
    except UnusableInput as error:
        if not _is_zip(package):
            raise
        return Verification(None, None, None, 0, (BagProblem(package.name, str(error)),))
    with bag_or_nothing as bag:
        progress.step(_("核对校验码"), 0, 2)
        problems = check_open_bag(bag)
        snapshot = _snapshot(bag)
        if isinstance(snapshot, BagProblem):
            return Verification(None, None, None, len(bag.paths()), (*problems, snapshot))
        progress.step(_("核对表内数字"), 1, 2)
        found = _content_problems(bag, snapshot)
        count = len(bag.paths())
    known = {each.file for each in problems}
    every = (*problems, *(each for each in found if each.file not in known))
    return Verification(snapshot.filing, snapshot.number, snapshot.version, count, every)


def _is_zip(path: Path) -> bool:
    """Whether it is, or was meant to be, a zip."""
    if not path.is_file():
        return False
    if path.suffix.lower() == ".zip":
        return True
    with path.open("rb") as file:
        return file.read(2) == b"PK"


def _snapshot(bag: OpenBag) -> Snapshot | BagProblem:
    path = _DATA + SNAPSHOT_PATH
    try:
        return Snapshot.read(bag.read(path))
    except KeyError:
        if path not in bag.paths():
            return BagProblem(path, _("材料包里没有报送定稿，无法核对表内数字。"))
        return BagProblem(path, _("报送定稿读不懂，可能被改动过。"))
    except (*DAMAGE, TypeError, AttributeError):
        return BagProblem(path, _("报送定稿读不懂，可能被改动过。"))


def _content_problems(bag: OpenBag, snapshot: Snapshot) -> list[BagProblem]:
    """Where documents and data files say otherwise than the snapshot; missing and extra ones too."""
    try:
        frozen = thaw(snapshot)
        documents = documents_of(frozen)
    except (DeskError, LookupError, TypeError, ValueError, AttributeError):
        return [BagProblem(_DATA + SNAPSHOT_PATH, _("报送定稿的内容不完整，无法核对表内数字。"))]
    problems = []
    expected = set()
    for path, document in zip(document_paths(documents), documents, strict=True):
        expected.add(_DATA + path)
        if (content := _read(bag, _DATA + path)) is None:
            problems.append(BagProblem(_DATA + path, _("缺少这个文件。")))
        elif told := differences(document, content):
            problems.append(BagProblem(_DATA + path, _first_of(told)))
    printed = _DATA + print_path(frozen)
    expected.add(printed)
    if (content := _read(bag, printed)) is None:
        problems.append(BagProblem(printed, _("缺少这个文件。")))
    elif told := pdf_differences(documents, content):
        problems.append(BagProblem(printed, _first_of(told)))
    for each in data_files(snapshot):
        expected.add(_DATA + each.path)
        if _read(bag, _DATA + each.path) != each.content:
            problems.append(BagProblem(_DATA + each.path, _("与报送定稿不一致。")))
    unknown = [path for path in bag.paths() if path.startswith(_DATA) and path not in expected]
    problems += [BagProblem(path, _("不是这次申报的材料。")) for path in unknown]
    if not bag.name.startswith(package_name(snapshot)):
        problems.append(BagProblem(bag.name, _("材料包的名称与申报编号、期间或稿次不一致。")))
    return problems


def _read(bag: OpenBag, path: str) -> bytes | None:
    try:
        return bag.read(path)
    except DAMAGE:
        return None


def _first_of(sentences: list[str]) -> str:
    """The first of what was told, and how many more there are."""
    if len(sentences) == 1:
        return sentences[0]
    return _("{first}（另有{count}处）").format(first=sentences[0], count=len(sentences) - 1)
