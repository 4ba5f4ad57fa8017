"""A spreadsheet file in: what it is, then its cells, by the child process or, for text, here."""

from __future__ import annotations

import functools
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from college_desk.base.errors import Cancelled, UnusableInput
from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.files.sheets import child, delimited, kinds
from college_desk.files.sheets.book import Book, Merge, Sheet

_LOOK_AGAIN_SECONDS = 0.1


@dataclass(frozen=True)
class Limits:
    """What the child process may use."""

    memory_mb: int = 2048
    seconds: int = 20


LIMITS = Limits()


def read(path: Path, *, limits: Limits = LIMITS, progress: Progress = SILENT) -> Book:
    """All sheets of a spreadsheet file.

    A file that has not changed since is not read again. Raises UnusableInput with one sentence for a file
    that is missing, empty, locked, encrypted, damaged, too large, too slow or no spreadsheet, and Cancelled.
    """
    kind = kinds.kind_of(path)
    try:
        state = path.stat()
    except OSError as error:
        raise kinds.damaged(path) from error
    stamp = (state.st_mtime_ns, state.st_size, state.st_ino)
    return _kept(_Asked(path.absolute(), kind, stamp, limits, progress))


@dataclass(frozen=True)
class _Asked:
    """One reading; equal when the file is the same and unchanged, whoever watches the progress."""

    path: Path
    kind: str
    stamp: tuple[int, int, int]
    limits: Limits
    progress: Progress

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self._same == other._same

    def __hash__(self) -> int:
        return hash(self._same)

    @property
    def _same(self) -> tuple[Path, str, tuple[int, int, int], Limits]:
        return self.path, self.kind, self.stamp, self.limits


@functools.lru_cache(maxsize=2)
def _kept(asked: _Asked) -> Book:
    if asked.kind == "csv":
        return delimited.read(asked.path)
    return _workbook(asked)


def _workbook(asked: _Asked) -> Book:
    document = json.loads(_run(asked), object_hook=child.untagged)
    sheets = tuple(_sheet(each) for each in document["sheets"])
    if not any(sheet.rows for sheet in sheets):
        raise UnusableInput(_("“{file}”里一个格也没有填。").format(file=asked.path.name))
    return Book(asked.path.name, asked.kind, sheets, document["date_1904"])


def _sheet(read: dict[str, Any]) -> Sheet:
    merges = tuple(Merge(top, left, bottom, right) for top, left, bottom, right in read["merges"])
    return Sheet(read["name"], read["rows"], merges, read["visible"], read["errors"], read["hidden"])


def command(path: Path, limits: Limits) -> list[str]:
    """The command that reads a file in a process of its own: this program with its hidden verb."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "college_desk"]
    return [*program, child.VERB, str(path), str(limits.memory_mb), str(limits.seconds)]


def _run(asked: _Asked) -> bytes:
    """The child's output. Raises UnusableInput for whatever keeps it from reading, and Cancelled."""
    package_parent = str(Path(__file__).resolve().parents[3])
    paths = [package_parent, os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(each for each in paths if each)}
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    with subprocess.Popen(
        command(asked.path, asked.limits),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        creationflags=flags,
    ) as process:
        try:
            output, errors = _watched(process, asked)
        except (Cancelled, TimeoutError) as stop:
            process.kill()
            process.communicate()
            if isinstance(stop, TimeoutError):
                raise kinds.took_too_long(asked.path, asked.limits.seconds) from stop
            raise
    if process.returncode == 0:
        return output
    raise _refusal(asked, process.returncode, errors)


def _watched(process: subprocess.Popen[bytes], asked: _Asked) -> tuple[bytes, bytes]:
    """Output and errors of the child once it has ended. Raises TimeoutError, and Cancelled by progress."""
    deadline = time.monotonic() + asked.limits.seconds
    while True:
        try:
            return process.communicate(timeout=_LOOK_AGAIN_SECONDS)
        except subprocess.TimeoutExpired:
            asked.progress.step(_("读取文件"), 0)
            if time.monotonic() > deadline:
                raise TimeoutError from None


def _refusal(asked: _Asked, status: int, errors: bytes) -> UnusableInput:
    if status == child.PASSWORD:
        return kinds.encrypted(asked.path)
    out_of_memory = b"MemoryError" in errors or b"memory allocation of" in errors
    if status == child.TOO_LARGE or out_of_memory:
        return kinds.too_large(asked.path)
    if status in (-getattr(signal, "SIGXCPU", 0), -getattr(signal, "SIGKILL", 0)) and status != 0:
        return kinds.took_too_long(asked.path, asked.limits.seconds)
    return kinds.damaged(asked.path)
