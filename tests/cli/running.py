"""Running the command line inside a test's own process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from college_desk.__main__ import main

LI = "37081119800101001X"
ZHANG = "370802197512120025"


@dataclass(frozen=True)
class Said:
    """How a call ended and what it said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


class Line:
    """The command line, with a settings file and a log folder of its own."""

    def __init__(self, captured: pytest.CaptureFixture[str], folder: Path) -> None:
        self._captured = captured
        self.folder = folder
        self.ws = str(folder / "college")

    def __call__(self, *arguments: object) -> Said:
        """Run one call; `WS` among the arguments stands for the workspace."""
        words = [self.ws if each == "WS" else str(each) for each in arguments]
        self._captured.readouterr()
        status = main(words)
        out, err = self._captured.readouterr()
        return Said(status, out, err)

    def done(self, *arguments: object) -> Said:
        """Run a call that must end with 0."""
        said = self(*arguments)
        assert said.status == 0, said.err
        return said
