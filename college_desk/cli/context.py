"""What surrounds one call: the day, the moment, who calls, where the answers go."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from college_desk.base.progress import Progress
from college_desk.base.settings import Settings

if TYPE_CHECKING:
    from college_desk.storage.desk import Desk

_STRETCH = 1000
"""So many elements of a list are written at once."""


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
        for part in _parts(document):
            self.out.write(part)
        self.out.write("\n")

    def note(self, sentence: str) -> None:
        """Print a sentence on standard error."""
        print(sentence, file=self.err)


def _parts(document: Any) -> Iterator[str]:
    """The JSON text of a document as `json.dumps` writes it, long lists in stretches: they never lie in memory whole."""
    if isinstance(document, dict):
        yield "{"
        for place, (name, value) in enumerate(document.items()):
            yield f"{', ' if place else ''}{json.dumps(name, ensure_ascii=False)}: "
            yield from _parts(value) if isinstance(value, list) else [json.dumps(value, ensure_ascii=False)]
        yield "}"
    elif isinstance(document, list):
        yield "["
        for start in range(0, len(document), _STRETCH):
            stretch = json.dumps(document[start : start + _STRETCH], ensure_ascii=False)
            yield f"{', ' if start else ''}{stretch[1:-1]}"
        yield "]"
    else:
        yield json.dumps(document, ensure_ascii=False)
