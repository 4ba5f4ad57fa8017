"""Writing a package: a BagIt bag (RFC 8493) as a folder and as a zip, whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from college_desk.base.errors import DeskError
from college_desk.base.translation import _
from college_desk.files.packages.bag_texts import (
    DECLARATION,
    DECLARATION_NAME,
    INFO_NAME,
    MANIFEST_NAME,
    TAG_MANIFEST_NAME,
    BagInfo,
    info_text,
    manifest_text,
)
from college_desk.files.packages.checking import bag_zip, check_bag
from college_desk.files.packages.names import is_safe_path, safe_name
from college_desk.records.snapshot import sha256

FOLDERS = ("01-报告", "02-汇总表", "03-备案表", "04-协议", "05-佐证", "06-数据")
"""The folders of a package's `data/`, as the offices lay them out."""


@dataclass(frozen=True)
class BagFile:
    """One file of a package: its path below `data/` (02-汇总表/花名册.xlsx), and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True)
class WrittenBag:
    """A package on the disk: the folder, the zip beside it, the zip's SHA-256."""

    folder: Path
    zip: Path
    sha256: str


def bag_contents(files: Sequence[BagFile], info: BagInfo) -> dict[str, bytes]:
    """All files of the bag by path, its own texts among them; the same files and info give the same bytes.

    Raises ValueError for two files of one name (also when they differ in capitals only) or an unsafe name.
    """
    payload: dict[str, bytes] = {}
    seen: set[str] = set()
    for each in files:
        path = f"data/{each.path}"
        if path.casefold() in seen or not is_safe_path(path):
            raise ValueError(f"unsafe or repeated name in a package: {each.path!r}")
        seen.add(path.casefold())
        payload[path] = each.content
    octets = sum(map(len, payload.values()))
    tags = {
        DECLARATION_NAME: DECLARATION,
        INFO_NAME: info_text(info, octets=octets, files=len(payload)),
        MANIFEST_NAME: manifest_text({path: sha256(content) for path, content in payload.items()}),
    }
    tag_manifest = manifest_text({name: sha256(content) for name, content in tags.items()})
    return {**tags, TAG_MANIFEST_NAME: tag_manifest, **payload}


def write_bag(parent: Path, name: str, files: Sequence[BagFile], info: BagInfo) -> WrittenBag:
    """Write the package `name` into the folder `parent`, which is made when it is not there.

    It is written under a temporary name, opened again, every hash verified, then renamed. An identical
    package that is there already is left as it is. Raises DeskError when another one of that name is
    there, or the disk does not take it; then nothing is left behind.
    """
    if name != safe_name(name):
        raise ValueError(f"unsafe package name: {name!r}")
    contents = bag_contents(files, info)
    zipped = bag_zip(name, contents, day=info.day)
    folder, archive = parent / name, parent / f"{name}.zip"
    new_folder, new_archive = parent / f".{name}.writing", parent / f".{name}.zip.writing"
    keep_folder = _already_there(folder, lambda: _folder_is(folder, contents))
    keep_archive = _already_there(archive, lambda: archive.read_bytes() == zipped)
    try:
        parent.mkdir(parents=True, exist_ok=True)
        _remove(new_folder, new_archive)
        if not keep_folder:
            for path, content in contents.items():
                _write(new_folder / path, content)
            _verify(new_folder)
        if not keep_archive:
            _write(new_archive, zipped)
            _verify(new_archive)
        if not keep_folder:
            new_folder.rename(folder)
        if not keep_archive:
            new_archive.replace(archive)
    except OSError as error:
        raise DeskError(_("材料包没有写成：{reason}。").format(reason=_reason(error))) from error
    finally:
        _remove(new_folder, new_archive)
    return WrittenBag(folder, archive, sha256(zipped))


def _already_there(path: Path, same: Callable[[], bool]) -> bool:
    """Whether an identical one is there. Raises DeskError when another one is."""
    if not path.exists():
        return False
    try:
        identical = same()
    except OSError:
        identical = False
    if not identical:
        raise DeskError(_("“{path}”已经存在，内容不同；请先移走，或另选文件夹。").format(path=path))
    return True


def _folder_is(folder: Path, contents: dict[str, bytes]) -> bool:
    found = {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}
    return found == set(contents) and all((folder / path).read_bytes() == contents[path] for path in contents)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def _verify(path: Path) -> None:
    problems = check_bag(path)
    if problems:
        raise DeskError(
            _("材料包写成后核对不一致（{file}：{problem}），没有保留。").format(
                file=problems[0].file, problem=problems[0].problem
            )
        )


def _remove(folder: Path, archive: Path) -> None:
    """Remove what an attempt, also an interrupted one, has left under the temporary names."""
    shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(OSError):
        archive.unlink(missing_ok=True)


def _reason(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _("磁盘空间不足")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _("没有写入权限")
    if error.errno in (errno.ENAMETOOLONG, errno.ENOENT):
        return _("文件夹路径太长或不存在")
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return _("同名的文件占用了文件夹的位置")
    return _("磁盘读写出错")
