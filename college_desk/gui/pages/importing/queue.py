"""Several files at once: which have been looked at, which are stored, what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from college_desk.gui.pages.importing.questions import undecided
from college_desk.gui.pages.importing.work import Read
from college_desk.services.import_preview import ImportOptions, ImportResult

State = Literal["waiting", "ready", "stored", "failed"]
"""waiting: not read yet; ready: read, not stored; stored; failed: cannot be read or stored as it is."""


@dataclass
class QueuedFile:
    """One file. register: its code, empty until the file has told; sentence: why it failed; open: questions
    that nobody has decided; counts: rows by outcome."""

    path: Path
    register: str = ""
    options: ImportOptions = field(default_factory=ImportOptions)
    state: State = "waiting"
    counts: dict[str, int] = field(default_factory=dict)
    open: int = 0
    sentence: str = ""
    step: int | None = None

    @property
    def to_store(self) -> int:
        """How many rows it would add or change."""
        return self.counts.get("new", 0) + self.counts.get("changed", 0)

    @property
    def of_use(self) -> bool:
        """Whether storing it does anything: some rows go in, or wait."""
        return self.to_store + self.counts.get("pending", 0) > 0

    def was_read(self, read: Read) -> None:
        """Keep what was found."""
        self.register = read.preview.register.code
        self.options = read.preview.options
        self.counts = dict(read.counts)
        self.open = undecided(read.preview.questions)
        self.state, self.sentence = "ready", ""

    def was_stored(self, result: ImportResult) -> None:
        """Keep what was done."""
        self.counts = {
            "new": result.count("new"), "changed": result.count("changed"),
            "unchanged": result.count("unchanged"), "pending": result.count("pending"),
        }  # fmt: skip
        self.state, self.sentence, self.step = "stored", "", result.changed.step

    def has_failed(self, sentence: str) -> None:
        """Keep why nothing can be done with it as it is."""
        self.state, self.sentence = "failed", sentence


class FileQueue:
    """Files in the order in which they came; the same file once."""

    def __init__(self) -> None:
        self.files: list[QueuedFile] = []

    def add(self, paths: Iterable[Path], register: str) -> None:
        """Add files, for a register or (empty) for that which each tells by itself."""
        known = {each.path for each in self.files if each.state != "stored"}
        self.files += [QueuedFile(path, register) for path in dict.fromkeys(paths) if path not in known]

    def remove(self, files: Sequence[QueuedFile]) -> None:
        """Take files off the list; what is stored of them stays stored."""
        self.files = [each for each in self.files if each not in files]

    def next_to_read(self) -> QueuedFile | None:
        """The first file that nobody has looked at."""
        return next((each for each in self.files if each.state == "waiting"), None)

    def next_to_store(self) -> QueuedFile | None:
        """The first file that has been read and holds something to store."""
        return next((each for each in self.files if each.state == "ready" and each.of_use), None)

    @property
    def several(self) -> bool:
        """Whether there is more than one file."""
        return len(self.files) > 1

    @property
    def rows_to_store(self) -> int:
        """How many rows of all files together would go in."""
        return sum(each.to_store for each in self.files if each.state == "ready")
