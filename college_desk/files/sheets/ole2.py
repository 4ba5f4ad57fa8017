"""One stream out of an OLE2 container (MS-CFB), the box that xls files come in."""

from __future__ import annotations

import struct
from array import array

_END = 0xFFFFFFFA
"""Sector numbers from here on end a chain or stand for no sector."""
_ENTRY = 128
_FAT_SECTORS_IN_HEADER = 109


def stream(content: bytes, *names: str) -> bytes:
    """The first stream of one of these names. Raises ValueError where the container is damaged or lacks it."""
    try:
        return _Container(content).stream(names)
    except struct.error as error:
        raise ValueError("the container is cut off") from error


class _Container:
    """Sectors, the table that chains them, and the directory."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        (shift,) = struct.unpack_from("<H", content, 30)
        if shift not in (9, 12):
            raise ValueError("no such sector size")
        self._size = 1 << shift
        directory, _sign, self._cutoff, mini_table, _many, more, _more = struct.unpack_from(
            "<IIIIIII", content, 48
        )
        sectors = list(struct.unpack_from(f"<{_FAT_SECTORS_IN_HEADER}I", content, 76))
        seen = set()
        while more < _END and more not in seen:
            seen.add(more)
            numbers = self._numbers(self._sector(more))
            sectors.extend(numbers[:-1])
            more = numbers[-1]
        table = b"".join(self._sector(number) for number in sectors if number < _END)
        self._table = self._numbers(table)
        self._directory = self._chain(directory)
        self._mini_table = self._numbers(self._chain(mini_table))

    def stream(self, names: tuple[str, ...]) -> bytes:
        """The bytes of a stream; short ones lie in the root entry's stream in small sectors."""
        for name in names:
            at = self._entry(name)
            if at is not None:
                start, size = struct.unpack_from("<II", self._directory, at + 116)
                if size >= self._cutoff:
                    return self._chain(start)[:size]
                (root,) = struct.unpack_from("<I", self._directory, 116)
                return self._small(self._chain(root), start)[:size]
        raise ValueError("no such stream")

    def _entry(self, name: str) -> int | None:
        wanted = name.lower().encode("utf-16-le") + b"\0\0"
        for at in range(0, len(self._directory) - _ENTRY + 1, _ENTRY):
            (length,) = struct.unpack_from("<H", self._directory, at + 64)
            if length == len(wanted) and self._directory[at : at + length].lower() == wanted:
                return at
        return None

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        return self._content[at : at + self._size]

    def _chain(self, number: int) -> bytes:
        parts = []
        for _step in range(len(self._table)):
            if number >= len(self._table):
                break
            parts.append(self._sector(number))
            number = self._table[number]
        return b"".join(parts)

    def _small(self, root: bytes, number: int) -> bytes:
        parts = []
        for _step in range(len(self._mini_table)):
            if number >= len(self._mini_table):
                break
            parts.append(root[number * 64 : number * 64 + 64])
            number = self._mini_table[number]
        return b"".join(parts)

    @staticmethod
    def _numbers(content: bytes) -> array[int]:
        numbers = array("I")
        numbers.frombytes(content[: len(content) // 4 * 4])
        return numbers
