"""An office package with some of its parts replaced; every other entry keeps its very bytes, order and time."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DESCRIPTOR_FOLLOWS = 0x08
_UTF8_NAME = 0x800
_ZIP64_FIELD = 1
_BLOCK = 1 << 20


def rewritten(source: Path, out: Path, replaced: Mapping[str, bytes], added: Mapping[str, bytes]) -> None:
    """Write `source` to `out` with the content of some entries replaced, and new ones at its end.

    replaced, added: {entry name: content}. Entries that stay are copied as they are compressed, not packed
    anew; their sizes stand in their heads, never behind them.
    """
    with zipfile.ZipFile(source) as opened, source.open("rb") as old, out.open("wb") as new:
        directory: list[bytes] = []
        for info in opened.infolist():
            name, extra = _head(old, info)
            at = new.tell()
            if info.filename in replaced:
                _write_packed(new, info, name, extra, replaced[info.filename])
            else:
                _write_local(new, info, name, extra)
                _copy(old, new, info.compress_size)
            directory.append(_central(info, name, at))
        for filename, content in added.items():
            info = zipfile.ZipInfo(filename)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.flag_bits = 0 if filename.isascii() else _UTF8_NAME
            name = filename.encode()
            at = new.tell()
            _write_packed(new, info, name, b"", content)
            directory.append(_central(info, name, at))
        _write_directory(new, directory, opened.comment)


def _head(old: BinaryIO, info: zipfile.ZipInfo) -> tuple[bytes, bytes]:
    """The entry's name and extra field as they stand in its own head; `old` is left at its content."""
    old.seek(info.header_offset)
    fields = _LOCAL.unpack(old.read(_LOCAL.size))
    if fields[0] != b"PK\x03\x04":
        raise zipfile.BadZipFile(f"no entry at {info.header_offset}")
    return old.read(fields[9]), _without_sizes(old.read(fields[10]))


def _without_sizes(extra: bytes) -> bytes:
    """An extra field without the sizes beyond 4 GB that some writers always put there."""
    kept = b""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind != _ZIP64_FIELD:
            kept += extra[at : at + 4 + length]
        at += 4 + length
    return kept


def _copy(old: BinaryIO, new: BinaryIO, size: int) -> None:
    while size > 0:
        block = old.read(min(size, _BLOCK))
        if not block:
            raise zipfile.BadZipFile("the entry ends before its size")
        new.write(block)
        size -= len(block)


def _write_packed(new: BinaryIO, info: zipfile.ZipInfo, name: bytes, extra: bytes, content: bytes) -> None:
    """Write an entry's new content, deflated unless the old one was stored; `info` then tells of the new one."""
    info.CRC = zlib.crc32(content)
    info.file_size = len(content)
    if info.compress_type != zipfile.ZIP_STORED:
        info.compress_type = zipfile.ZIP_DEFLATED
        packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
        content = packer.compress(content) + packer.flush()
    info.compress_size = len(content)
    _write_local(new, info, name, extra)
    new.write(content)


def _shared(info: zipfile.ZipInfo) -> tuple[int, ...]:
    """What both heads of an entry say: flags, method, time, day, check sum and sizes."""
    year, month, day, hour, minute, second = info.date_time
    return (
        info.flag_bits & ~_DESCRIPTOR_FOLLOWS,
        info.compress_type,
        hour << 11 | minute << 5 | second // 2,
        (year - 1980) << 9 | month << 5 | day,
        info.CRC,
        info.compress_size,
        info.file_size,
    )


def _write_local(new: BinaryIO, info: zipfile.ZipInfo, name: bytes, extra: bytes) -> None:
    new.write(_LOCAL.pack(b"PK\x03\x04", 20, *_shared(info), len(name), len(extra)) + name + extra)


def _central(info: zipfile.ZipInfo, name: bytes, at: int) -> bytes:
    extra = _without_sizes(info.extra)
    fields = _CENTRAL.pack(
        b"PK\x01\x02", info.create_version | info.create_system << 8, 20, *_shared(info),
        len(name), len(extra), len(info.comment), 0, info.internal_attr, info.external_attr, at,
    )  # fmt: skip
    return fields + name + extra + info.comment


def _write_directory(new: BinaryIO, directory: list[bytes], comment: bytes) -> None:
    at = new.tell()
    written = b"".join(directory)
    count = len(directory)
    new.write(written)
    new.write(_END.pack(b"PK\x05\x06", 0, 0, count, count, len(written), at, len(comment)) + comment)
