"""Where a sample college lies, and how an earlier one makes room: only what a demonstration made is removed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.base.translation import _
from college_desk.records.college.school import School
from college_desk.storage import workspace

COLLEGE, PACKAGES = "college", "packages"
_MARK = "demo.json"
_MADE_BY = "college-desk demo"
_SET_ASIDE = f"{COLLEGE}.old"
_BESIDE_DATABASE = ("", ".new", ".new-wal", ".new-shm", "-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Mark:
    """The file beside a sample college that says who made it; packages: the names of the zips it wrote."""

    folder: Path
    packages: tuple[str, ...] = ()

    @classmethod
    def of(cls, folder: Path) -> Mark:
        """The mark that lies in a folder, an empty one where there is none."""
        return cls._read(folder) or cls(folder)

    @classmethod
    def _read(cls, folder: Path) -> Mark | None:
        try:
            said = json.loads((folder / _MARK).read_text(encoding="utf-8"))
            if said["made_by"] == _MADE_BY:
                return cls(folder, tuple(str(name) for name in said["packages"]))
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return None

    @classmethod
    def lies_in(cls, folder: Path) -> bool:
        """Whether a demonstration has marked the folder as its own."""
        return cls._read(folder) is not None

    def with_packages(self, packages: Iterable[Path]) -> Mark:
        """The mark with these packages."""
        return replace(self, packages=tuple(each.name for each in packages))

    def write(self) -> None:
        """Write it down."""
        said = {"made_by": _MADE_BY, "packages": list(self.packages)}
        unfinished = self.folder / f"{_MARK}.new"
        unfinished.write_text(json.dumps(said, ensure_ascii=False, indent=1), encoding="utf-8")
        unfinished.replace(self.folder / _MARK)


def cleared(folder: Path, school: str) -> Path:
    """The place for the college, free of an earlier sample college of that name and of its packages.

    Raises UnusableInput, before anything is removed, where the place cannot be written, holds anything
    that no demonstration made, or is open elsewhere.
    """
    place = folder / COLLEGE
    if folder.exists() and not folder.is_dir():
        raise UnusableInput(_("“{folder}”不是文件夹，请换一个位置放示例学校。").format(folder=folder))
    if (folder / workspace.DESCRIPTION).exists():
        message = _("“{folder}”本身是学校数据文件夹，请换一个位置放示例学校。")
        raise UnusableInput(message.format(folder=folder))
    marked = Mark.lies_in(folder)
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        _refuse_what_is_not_ours(place, school, marked)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        earlier = Mark.of(folder)
        earlier.write()
        if marked:
            _remove(place, earlier)
    except OSError as error:
        raise UnusableInput(
            _("“{folder}”不能写入，请换一个位置放示例学校。").format(folder=folder)
        ) from error
    return place


def _refuse_what_is_not_ours(place: Path, school: str, marked: bool) -> None:
    """Raise UnusableInput unless the college there is a sample college that nobody has open."""
    if not marked or not place.is_dir() or any(not _belongs(each) for each in place.iterdir()):
        raise _not_a_sample(place)
    if not (place / workspace.DESCRIPTION).is_file():
        return
    try:
        with workspace.open_desk(place) as desk, desk.read() as reader:
            names = {each.name for each in reader.all(School)}
    except DeskError as error:
        raise _not_a_sample(place) from error
    if names != {school}:
        raise _not_a_sample(place)
    if (place / f"{workspace.DATABASE}-wal").exists():
        raise UnusableInput(_("“{folder}”里的示例学校正开着，请先关闭窗口再重做。").format(folder=place))


def _belongs(entry: Path) -> bool:
    """Whether an entry is part of a workspace."""
    database = {f"{workspace.DATABASE}{ending}" for ending in _BESIDE_DATABASE}
    return entry.name in {*database, workspace.DESCRIPTION, *workspace.FOLDERS}


def _not_a_sample(place: Path) -> UnusableInput:
    return UnusableInput(
        _("“{folder}”里已有数据，不是示例学校，不会覆盖，请换一个文件夹。").format(folder=place)
    )


def _remove(place: Path, earlier: Mark) -> None:
    aside = earlier.folder / _SET_ASIDE
    if aside.is_dir():
        shutil.rmtree(aside)
    if place.is_dir():
        place.replace(aside)
        shutil.rmtree(aside)
    for name in earlier.packages:
        package = earlier.folder / PACKAGES / name
        package.unlink(missing_ok=True)
        if package.with_suffix("").is_dir():
            shutil.rmtree(package.with_suffix(""))
