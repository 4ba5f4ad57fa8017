"""Opening a package without trust: nothing is unpacked, no link is followed, nothing grows without limit."""

from __future__ import annotations

import hashlib
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.files.documents.office_zip import DAMAGE

MOST_FILES = 20_000
LARGEST_FILE = 2**30
LARGEST_TOTAL = 4 * 2**30
HIGHEST_RATIO = 200
"""How many times a zip entry of more than RATIO_FROM bytes may grow in unpacking."""
RATIO_FROM = 2**20
DEEPEST = 8
"""Folders within folders."""


@dataclass(frozen=True)
class BagProblem:
    """Something wrong with a package: which file (its path inside, or the package's name), and what."""

    file: str
    problem: str


class OpenBag:
    """A package opened for reading: `name` of its folder, paths of its files; of a folder or a zip.

    problems: what is already wrong with its entries (links, unsafe paths, twice the same name); those
    entries cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.name
        self.problems: list[BagProblem] = []
        self._folder: dict[str, Path] = {}
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self._zip: zipfile.ZipFile | None = None
        if path.is_dir():
            self._open_folder()
        elif path.is_file():
            self._open_zip()
        else:
            raise UnusableInput(_("找不到材料包：{path}").format(path=path))

    @property
    def zipped(self) -> bool:
        """Whether it is a zip."""
        return self._zip is not None

    @property
    def entries(self) -> list[zipfile.ZipInfo]:
        """The zip's files in the zip's order; of a folder none."""
        return list(self._entries.values())

    def paths(self) -> list[str]:
        """The paths of its files below its folder, in code point order."""
        return sorted(self._entries if self.zipped else self._folder)

    def chunks(self, path: str) -> Iterator[bytes]:
        """The bytes of a file, by pieces. Raises one of DAMAGE when they cannot be read."""
        source = self._zip.open(self._entries[path]) if self._zip else self._folder[path].open("rb")
        with source:
            size = 0
            while chunk := source.read(2**20):
                size += len(chunk)
                if size > LARGEST_FILE:
                    raise ValueError("too large")
                yield chunk

    def read(self, path: str) -> bytes:
        """All bytes of a file. Raises KeyError when there is none, one of DAMAGE when it cannot be read."""
        return b"".join(self.chunks(path))

    def digest(self, path: str) -> str | None:
        """The SHA-256 of a file; None when it cannot be read."""
        found = hashlib.sha256()
        try:
            for chunk in self.chunks(path):
                found.update(chunk)
        except DAMAGE:
            return None
        return found.hexdigest()

    def close(self) -> None:
        """Let go of the zip."""
        if self._zip is not None:
            self._zip.close()

    def __enter__(self) -> OpenBag:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def _open_folder(self) -> None:
        total = 0
        for number, each in enumerate(sorted(self.path.rglob("*"))):
            name = each.relative_to(self.path).as_posix()
            if number > MOST_FILES:
                raise UnusableInput(_("材料包里的文件太多，没有打开。"))
            if each.is_symlink():
                self.problems.append(BagProblem(name, _("是链接，不是文件。")))
            elif each.is_file() and self._path_allowed(name):
                self._folder[name] = each
                total += each.stat().st_size
        if total > LARGEST_TOTAL:
            raise UnusableInput(_("材料包太大，没有打开。"))

    def _open_zip(self) -> None:
        try:
            self._zip = zipfile.ZipFile(self.path)
            infos = self._zip.infolist()
        except DAMAGE:
            raise UnusableInput(_("压缩包已损坏，打不开。")) from None
        if len(infos) > MOST_FILES:
            raise UnusableInput(_("材料包里的文件太多，没有打开。"))
        if sum(info.file_size for info in infos) > LARGEST_TOTAL:
            raise UnusableInput(_("材料包太大，没有打开。"))
        names = [info.orig_filename for info in infos]
        tops = Counter(name.split("/")[0] for name in names if "/" in name)
        if "bagit.txt" not in names and tops:
            self.name = tops.most_common(1)[0][0]
            start = f"{self.name}/"
        else:
            start = ""
        for info in infos:
            if not info.is_dir():
                self._take_entry(info, start)

    def _take_entry(self, info: zipfile.ZipInfo, start: str) -> None:
        raw = info.orig_filename
        name = raw.removeprefix(start)
        if not raw.startswith(start):
            self.problems.append(BagProblem(name, _("不在材料包的文件夹里。")))
        elif stat.S_ISLNK(info.external_attr >> 16):
            self.problems.append(BagProblem(name, _("是链接，不是文件。")))
        elif info.file_size > RATIO_FROM and info.file_size > HIGHEST_RATIO * max(info.compress_size, 1):
            self.problems.append(BagProblem(name, _("压缩得异常紧，没有展开。")))
        elif name in self._entries:
            self.problems.append(BagProblem(name, _("在压缩包里出现两次。")))
        elif self._path_allowed(name):
            self._entries[name] = info

    def _path_allowed(self, name: str) -> bool:
        parts = name.split("/")
        unsafe = (
            "\\" in name or "\0" in name or ":" in parts[0] or any(part in ("", ".", "..") for part in parts)
        )
        if unsafe or len(parts) > DEEPEST:
            self.problems.append(BagProblem(name, _("文件路径不安全，没有打开。")))
            return False
        return True


def open_bag(path: Path) -> OpenBag:
    """The package opened. Raises UnusableInput when there is none, it is no zip, too large or damaged."""
    return OpenBag(path)
