"""Progress and cancel of long work, passed as an argument by whoever started it."""

from __future__ import annotations

import threading
from typing import Protocol

from college_desk.base.errors import Cancelled


class Progress(Protocol):
    """Told how far long work is. Implementations must be quick and may be called from any thread."""

    def step(self, stage: str, done: int, total: int | None = None) -> None:
        """Say that `done` of `total` (None: unknown) of `stage` (words for the screen) is done.

        Raises Cancelled when the user has asked to stop.
        """


class Silent:
    """Progress that nobody watches."""

    def step(self, stage: str, done: int, total: int | None = None) -> None:
        """Ignore the step."""


class Cancel:
    """A wish to stop, set on one thread and met on another."""

    def __init__(self) -> None:
        self._asked = threading.Event()

    def ask(self) -> None:
        """Ask the work to stop at its next step."""
        self._asked.set()

    @property
    def asked(self) -> bool:
        """Whether stopping was asked for."""
        return self._asked.is_set()

    def meet(self) -> None:
        """Raise Cancelled when stopping was asked for."""
        if self._asked.is_set():
            raise Cancelled


SILENT = Silent()
