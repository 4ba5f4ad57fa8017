"""What surrounds one call: the day, the moment, who calls, where the answers go."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from college_desk.base.progress import Progress
from college_desk.base.settings import Settings

if TYPE_CHECKING:
    from college_desk.storage.desk import Desk


@dataclass(frozen=True)
class Shown:
    """How the window opens.

    page: the first page's code, None for the usual one; size: 1366x768, None as remembered; theme: light
    or dark, None as set on this machine; screenshot: the picture to paint instead of showing the window.
    """

    page: str | None = None
    size: str | None = None
    theme: str | None = None
    screenshot: Path | None = None


class Window(Protocol):
    """Opens the program's window and gives its exit status; joined on by `__main__`."""

    def __call__(self, desk: Desk | None, shown: Shown, *, settings: Settings, who: str) -> int:
        """Open the window on a workspace (None: the start page); with a screenshot paint it and leave."""


@dataclass(frozen=True)
class Context:
    """One call of the command line.

    now: this moment, for the journal; today: the day, which may be fixed; who: the name that the journal
    keeps; out, err: standard output and error; progress: shown on standard error where that is a terminal.
    """

    today: dt.date
    now: dt.datetime
    who: str
    out: TextIO
    err: TextIO
    progress: Progress
    settings: Settings
    window: Window

    def show(self, desk: Desk | None, shown: Shown) -> int:
        """Open the window on a workspace (None: the start page)."""
        return self.window(desk, shown, settings=self.settings, who=self.who)

    def say(self, text: str = "") -> None:
        """Print a line on standard output."""
        print(text, file=self.out)

    def say_json(self, document: Any) -> None:
        """Print the call's one JSON document."""
        print(json.dumps(document, ensure_ascii=False), file=self.out)

    def note(self, sentence: str) -> None:
        """Print a sentence on standard error."""
        print(sentence, file=self.err)
