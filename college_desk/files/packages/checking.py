"""Is a package whole: every file as the manifest says, and the manifests as the program would write them."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.files.documents.office_zip import DAMAGE, entry_info, zip_bytes
from college_desk.files.packages.bag_texts import (
    DECLARATION,
    DECLARATION_NAME,
    INFO_NAME,
    MANIFEST_NAME,
    TAG_MANIFEST_NAME,
    TAG_NAMES,
    info_fields,
    manifest_text,
    read_manifest,
)
from college_desk.files.packages.opening import BagProblem, OpenBag, open_bag

LARGEST_COMPARED = 2**30
"""Bytes of a zip that is compared byte for byte; its files are checked whatever its size."""


def check_bag(path: Path) -> list[BagProblem]:
    """Everything that is wrong with the package (folder or zip), by file; empty when it is whole.

    Raises UnusableInput only when there is nothing at `path`.
    """
    if not path.exists():
        raise UnusableInput(_("找不到材料包：{path}").format(path=path))
    try:
        with open_bag(path) as bag:
            return check_open_bag(bag)
    except UnusableInput as error:
        return [BagProblem(path.name, str(error))]


def check_open_bag(bag: OpenBag) -> list[BagProblem]:
    """The same for a package that is open already."""
    problems = list(bag.problems)
    tags = {name: _tag(bag, name, problems) for name in (*TAG_NAMES, TAG_MANIFEST_NAME)}
    problems += _payload_problems(bag, tags[MANIFEST_NAME])
    problems += _tag_problems(bag, tags)
    if not problems:
        problems += _info_problems(bag, tags[INFO_NAME])
    if bag.zipped and not problems:
        problems += _zip_problems(bag, tags[INFO_NAME])
    return problems


def _tag(bag: OpenBag, name: str, problems: list[BagProblem]) -> bytes:
    if name not in bag.paths():
        problems.append(BagProblem(name, _("缺少这个文件。")))
        return b""
    try:
        return bag.read(name)
    except DAMAGE:
        problems.append(BagProblem(name, _("已损坏，读不出来。")))
        return b""


def _payload_problems(bag: OpenBag, manifest_content: bytes) -> list[BagProblem]:
    manifest = read_manifest(manifest_content)
    problems = [
        BagProblem(MANIFEST_NAME, _("第{number}行无法识别。").format(number=number))
        for number in manifest.wrong_lines
    ]
    there = {path: bag.digest(path) for path in bag.paths() if path.startswith("data/")}
    missing = {path: digest for path, digest in manifest.digests.items() if path not in there}
    extra = {path: digest for path, digest in there.items() if path not in manifest.digests}
    for path, digest in there.items():
        if digest is None:
            problems.append(BagProblem(path, _("已损坏，读不出来。")))
        elif manifest.digests.get(path, digest) != digest:
            problems.append(BagProblem(path, _("内容与定稿时不同。")))
    for path, digest in sorted(missing.items()):
        if not path.startswith("data/"):
            problems.append(BagProblem(MANIFEST_NAME, _("列有不属于材料的文件“{path}”。").format(path=path)))
            continue
        renamed = sorted(name for name, found in extra.items() if found == digest)
        words = _("缺少这个文件。")
        if renamed:
            words = _("缺少这个文件，现在叫“{name}”。").format(name=renamed[0])
        problems.append(BagProblem(path, words))
    listed = set(manifest.digests.values())
    for path, digest in sorted(extra.items()):
        if digest is not None:
            words = _("改了名称。") if digest in listed else _("清单里没有这个文件。")
            problems.append(BagProblem(path, words))
    return problems


def _tag_problems(bag: OpenBag, tags: dict[str, bytes]) -> list[BagProblem]:
    """Every difference of the texts beside the payload from what the program would write."""
    problems = [
        BagProblem(path, _("清单里没有这个文件。"))
        for path in bag.paths()
        if not path.startswith("data/") and path not in tags
    ]
    here = {name: bag.digest(name) for name in TAG_NAMES if name in bag.paths()}
    digests = {name: digest for name, digest in here.items() if digest is not None}
    listed = read_manifest(tags[TAG_MANIFEST_NAME])
    for name, digest in digests.items():
        if listed.digests.get(name) != digest:
            problems.append(BagProblem(name, _("内容与定稿时不同。")))
    if tags[TAG_MANIFEST_NAME] and tags[TAG_MANIFEST_NAME] != manifest_text(digests):
        problems.append(BagProblem(TAG_MANIFEST_NAME, _("与各文件的校验码不一致。")))
    manifest = read_manifest(tags[MANIFEST_NAME])
    if tags[MANIFEST_NAME] and tags[MANIFEST_NAME] != manifest_text(manifest.digests):
        problems.append(BagProblem(MANIFEST_NAME, _("不是程序写出的样子。")))
    if tags[DECLARATION_NAME] and tags[DECLARATION_NAME] != DECLARATION:
        problems.append(BagProblem(DECLARATION_NAME, _("不是程序写出的样子。")))
    return problems


def _info_problems(bag: OpenBag, info: bytes) -> list[BagProblem]:
    payload = [path for path in bag.paths() if path.startswith("data/")]
    octets = sum(sum(map(len, bag.chunks(path))) for path in payload)
    if info_fields(info).get("Payload-Oxum") == f"{octets}.{len(payload)}":
        return []
    return [BagProblem(INFO_NAME, _("所写的文件数和大小与材料不符。"))]


def _zip_problems(bag: OpenBag, info: bytes) -> list[BagProblem]:
    """A zip that the program wrote must be so byte for byte; one that somebody packed anew need not."""
    try:
        day = dt.date.fromisoformat(info_fields(info).get("Bagging-Date", ""))
    except ValueError:
        return [BagProblem(INFO_NAME, _("没有写明日期。"))]
    ours = sum(_bears_our_stamp(entry, day) for entry in bag.entries)
    if ours * 2 < len(bag.entries) or bag.path.stat().st_size > LARGEST_COMPARED:
        return []
    content = bag.path.read_bytes()
    expected = bag_zip(bag.name, {path: bag.read(path) for path in bag.paths()}, day=day)
    if content == expected:
        return []
    offset = next(
        (at for at, (one, other) in enumerate(zip(content, expected, strict=False)) if one != other),
        min(len(content), len(expected)),
    )
    return [BagProblem(_entry_at(bag, offset), _("压缩包中这个文件的登记信息被改动。"))]


def _bears_our_stamp(entry: zipfile.ZipInfo, day: dt.date) -> bool:
    names = ("date_time", "external_attr", "compress_type", "create_system")
    model = entry_info("x", day)
    return all(getattr(entry, name) == getattr(model, name) for name in names)


def _entry_at(bag: OpenBag, offset: int) -> str:
    """The file whose head in the zip, local or central, holds the byte at `offset`; else the zip's name."""
    order = zip_order(bag.paths())
    content_start = 0
    heads = [30 + len(f"{bag.name}/{path}".encode()) for path in order]
    sizes = [sum(map(len, bag.chunks(path))) for path in order]
    for path, head, size in zip(order, heads, sizes, strict=True):
        content_start += head + size
        if offset < content_start:
            return path
    for path, head in zip(order, heads, strict=True):
        content_start += head + 16
        if offset < content_start:
            return path
    return bag.path.name


def zip_order(paths: list[str]) -> list[str]:
    """The order of a package's files in its zip: the texts of the bag, then the payload by path."""
    first = [name for name in (*TAG_NAMES, TAG_MANIFEST_NAME) if name in paths]
    return first + sorted(path for path in paths if path not in first)


def bag_zip(name: str, contents: dict[str, bytes], *, day: dt.date) -> bytes:
    """The zip of a package: its one folder with the files in their fixed order, all of the filing's day."""
    order = zip_order(list(contents))
    return zip_bytes(((f"{name}/{path}", contents[path]) for path in order), day=day)
