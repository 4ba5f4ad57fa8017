"""Identifiers of records: UUIDv7 (RFC 9562), which sort by the time they were made."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable

_PER_MILLISECOND = 4096
"""The counter has twelve bits; when they are used up the next millisecond is borrowed."""


class UidMaker:
    """Gives out UUIDv7 texts, each greater than the one before, whatever the clock does; any thread.

    randomness: yields that many random bytes (`os.urandom`).
    """

    def __init__(self, randomness: Callable[[int], bytes]) -> None:
        self._randomness = randomness
        self._lock = threading.Lock()
        self._last = 0

    def next(self, now: dt.datetime) -> str:
        """A new identifier made at that moment (with its offset from UTC)."""
        with self._lock:
            self._last = max(self._last + 1, int(now.timestamp() * 1000) * _PER_MILLISECOND)
            millisecond, counter = divmod(self._last, _PER_MILLISECOND)
        tail = int.from_bytes(self._randomness(8), "big") & (1 << 62) - 1
        number = (millisecond & (1 << 48) - 1) << 80 | 0x7 << 76 | counter << 64 | 0b10 << 62 | tail
        text = f"{number:032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
