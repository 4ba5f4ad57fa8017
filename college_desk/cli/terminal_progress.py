"""Progress of long work as one line of a terminal that is written over."""

from __future__ import annotations

import unicodedata
from typing import TextIO

_WIDE = "FWA"


class TerminalProgress:
    """Shows stage and count on one line, and clears it once a stage is complete."""

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal
        self._shown = 0
        self._percent: tuple[str, int] | None = None

    def step(self, stage: str, done: int, total: int | None = None) -> None:
        """Write how far the stage is, at most once a percent."""
        percent = done * 100 // total if total else done // 1000
        if (stage, percent) == self._percent:
            return
        self._percent = (stage, percent)
        line = f"{stage} {done}/{total}（{percent}%）" if total else f"{stage} {done}"
        width = columns(line)
        self._terminal.write("\r" + line + " " * max(0, self._shown - width))
        self._shown = width
        if total is not None and done >= total:
            self.clear()
        self._terminal.flush()

    def clear(self) -> None:
        """Take the line off the terminal, so that what is said next begins on an empty one."""
        if self._shown:
            self._terminal.write("\r" + " " * self._shown + "\r")
            self._terminal.flush()
            self._shown = 0


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: two for a wide character."""
    return sum(2 if unicodedata.east_asian_width(each) in _WIDE else 1 for each in text)
