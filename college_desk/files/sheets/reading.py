"""A spreadsheet file in: read by the child process, or here where it is a small text."""

from __future__ import annotations

import functools
import importlib.util
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from college_desk.base.errors import Cancelled, UnusableInput
from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.files.sheets import child, delimited, kinds, refusals, transport
from college_desk.files.sheets.book import Book

_LOOK_AGAIN_SECONDS = 0.05
_TELL_EVERY_SECONDS = 0.1
_SMALL_TEXT = 2 * 1024 * 1024
_LONGEST_DOCUMENT = 1024 * 1024 * 1024
_LONGEST_ERRORS = 64 * 1024
_CHUNK = 1024 * 1024


_BUSY = 3


@dataclass(frozen=True)
class Limits:
    """What the child process may use: memory, and seconds of the processor."""

    memory_mb: int = 2048
    seconds: int = 20

    @property
    def waited(self) -> int:
        """So many seconds by the clock it is waited for: a busy computer gives it only a part of its processors."""
        return self.seconds * _BUSY


LIMITS = Limits()


def read(
    path: Path, *, encoding: str | None = None, limits: Limits = LIMITS, progress: Progress = SILENT
) -> Book:
    """All sheets of a spreadsheet file; encoding: what somebody chose for a text (`text_encoding.CHOICES`).

    A file that has not changed since is not read again. Raises UnusableInput with one sentence for a file
    that is missing, empty, locked, encrypted, damaged, too large, too slow or no spreadsheet, and Cancelled;
    DeskError where the program lacks its guard against hostile XML.
    """
    if importlib.util.find_spec("defusedxml") is None:
        raise refusals.without_protection()
    head = kinds.head_of(path)
    try:
        state = path.stat()
    except OSError as error:
        raise refusals.unreadable(path, error) from error
    stamp = (state.st_mtime_ns, state.st_size, state.st_ino)
    return _kept(_Asked(path.absolute(), head, stamp, encoding, limits, progress))


@dataclass(frozen=True)
class _Asked:
    """One reading; equal when the file is the same and unchanged, whoever watches the progress."""

    path: Path
    head: bytes
    stamp: tuple[int, int, int]
    encoding: str | None
    limits: Limits
    progress: Progress

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self._same == other._same

    def __hash__(self) -> int:
        return hash(self._same)

    @property
    def _same(self) -> tuple[Path, tuple[int, int, int], str | None, Limits]:
        return self.path, self.stamp, self.encoding, self.limits


@functools.lru_cache(maxsize=2)
def _kept(asked: _Asked) -> Book:
    small = asked.stamp[1] <= _SMALL_TEXT and kinds.is_plain(asked.head)
    if small and kinds.kind_of_text(asked.head, asked.path) == "csv":
        return delimited.read(asked.path, asked.encoding)
    try:
        read = transport.unpacked(_run(asked), asked.path.name)
    except transport.MalformedDocument as error:
        raise refusals.damaged(asked.path) from error
    if isinstance(read, str):
        raise UnusableInput(read)
    return read


def command(path: Path, limits: Limits, encoding: str | None = None) -> list[str]:
    """The command that reads a file in a process of its own: this program with its hidden verb."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "college_desk"]
    bounds = [str(limits.memory_mb), str(limits.seconds)]
    return [*program, child.VERB, str(path), *bounds, *([encoding] if encoding else [])]


def _run(asked: _Asked) -> bytes:
    """The child's document. Raises UnusableInput for whatever keeps it from reading, and Cancelled."""
    package_parent = str(Path(__file__).resolve().parents[3])
    paths = [package_parent, os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(each for each in paths if each)}
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    with subprocess.Popen(
        command(asked.path, asked.limits, asked.encoding),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        creationflags=flags,
    ) as process:
        output = _Taking(process.stdout, _LONGEST_DOCUMENT)
        errors = _Taking(process.stderr, _LONGEST_ERRORS)
        try:
            _watch(process, output, asked)
        except (Cancelled, TimeoutError) as stop:
            process.kill()
            if isinstance(stop, TimeoutError):
                raise refusals.took_too_long(asked.path, asked.limits.waited) from stop
            raise
        finally:
            output.join()
            errors.join()
    if process.returncode == 0 and not output.too_long:
        return output.content
    if output.too_long:
        raise refusals.too_large(asked.path)
    raise _refusal(asked, process.returncode, errors.content)


class _Taking(threading.Thread):
    """What one pipe of the child brings, up to a length; what comes beyond it is let go."""

    def __init__(self, pipe: IO[bytes] | None, longest: int) -> None:
        super().__init__(daemon=True)
        self._pipe = pipe
        self._longest = longest
        self._chunks: list[bytes] = []
        self.too_long = False
        self.start()

    def run(self) -> None:
        """Take all there is until the pipe closes."""
        if self._pipe is None:
            return
        length = 0
        while chunk := os.read(self._pipe.fileno(), _CHUNK):
            length += len(chunk)
            if length <= self._longest:
                self._chunks.append(chunk)
            else:
                self.too_long = True

    @property
    def content(self) -> bytes:
        """All that was taken."""
        return b"".join(self._chunks)


def _watch(process: subprocess.Popen[bytes], output: _Taking, asked: _Asked) -> None:
    """Wait until the child has ended. Raises TimeoutError, and Cancelled by progress."""
    started = told = time.monotonic()
    while True:
        output.join(_LOOK_AGAIN_SECONDS)
        now = time.monotonic()
        if not output.is_alive() or output.too_long:
            break
        if now - told >= _TELL_EVERY_SECONDS:
            told = now
            asked.progress.step(_("读取文件"), 0)
        if now - started > asked.limits.waited:
            raise TimeoutError
    if output.too_long:
        process.kill()
    try:
        process.wait(timeout=max(1.0, asked.limits.waited - (time.monotonic() - started)))
    except subprocess.TimeoutExpired as error:
        raise TimeoutError from error


def _refusal(asked: _Asked, status: int, errors: bytes) -> UnusableInput:
    out_of_memory = b"MemoryError" in errors or b"memory allocation of" in errors
    if status == child.TOO_LARGE or out_of_memory:
        return refusals.too_large(asked.path)
    if status in (-getattr(signal, "SIGXCPU", 0), -getattr(signal, "SIGKILL", 0)) and status != 0:
        return refusals.took_too_long(asked.path, asked.limits.seconds)
    return refusals.damaged(asked.path)
