"""What the window remembers of this machine: recent school data, columns, sizes; never personal data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import platformdirs

MOST_RECENT = 8


class Memory:
    """Remembered values in one JSON file; without a file (pictures, tests) nothing outlives the window.

    A damaged or unreadable file counts as empty: nothing in it is worth a question.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._values: dict[str, Any] = {}
        if file is not None and file.is_file():
            try:
                stored = json.loads(file.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                stored = {}
            self._values = stored if isinstance(stored, dict) else {}

    def get(self, name: str, default: Any) -> Any:
        """What was remembered under a name, if it is of the default's type; else the default."""
        value = self._values.get(name, default)
        return value if isinstance(value, type(default)) else default

    def put(self, name: str, value: Any) -> None:
        """Remember a JSON value."""
        if self._values.get(name) == value:
            return
        self._values[name] = value
        self._write()

    def recent(self) -> list[Path]:
        """The folders of school data opened lately, the latest first; those that are gone left out."""
        listed = [Path(text) for text in self.get("recent", []) if isinstance(text, str)]
        return [folder for folder in listed if folder.is_dir()]

    def opened(self, folder: Path) -> None:
        """Put a folder at the head of the recent ones."""
        text = str(folder.resolve())
        others = [each for each in self.get("recent", []) if each != text]
        self.put("recent", [text, *others][:MOST_RECENT])

    def name(self, folder: Path, school: str) -> None:
        """Remember what school the data of a folder are of."""
        self.put("names", {**self.get("names", {}), str(folder.resolve()): school})

    def _write(self) -> None:
        if self._file is None:
            return
        unfinished = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), encoding="utf-8")
            unfinished.replace(self._file)
        except OSError:
            return


def memory_of_this_machine() -> Memory:
    """The memory in the user's configuration folder."""
    return Memory(Path(platformdirs.user_config_dir("college-desk", appauthor=False)) / "window.json")
