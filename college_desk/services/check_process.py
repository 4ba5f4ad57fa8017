"""The live check of a large desk in a process of its own, so that the window never waits for it.

It is this program with a hidden verb, sent on by `__main__` before anything else is imported. Parent and child
speak in pickled messages through its standard input and output, each begun by its length; nothing of the desk
stands in the arguments. The child ends with its parent, or when it is closed.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import pickle
import struct
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from college_desk.base.errors import DeskError
from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.records.change import Changed
from college_desk.records.finding import Finding
from college_desk.records.register import REGISTERS
from college_desk.services.live_checking import LiveCheck, Renewed
from college_desk.storage.desk import Desk, Door
from college_desk.storage.workspace import open_by

LARGE = 2_000
"""A desk of more records than these takes so long to check that the window would stutter meanwhile."""

VERB = "--keep-checked"
_FINDINGS_A_MESSAGE = 500
_LENGTH = struct.Struct(">Q")
_PACKAGE_PARENT = 2


@dataclass(frozen=True)
class _Wish:
    """What the parent asks: `LiveCheck.look` with these."""

    changes: tuple[Changed, ...]
    day: dt.date
    settled: bool


@dataclass(frozen=True)
class _Step:
    """How far the child is."""

    stage: str
    done: int
    total: int | None


class CheckProcess:
    """`LiveCheck` of a desk at the other end of a pipe; the child is started at the first look.

    Not for several threads at once.
    """

    def __init__(self, desk: Desk) -> None:
        self._door = desk.door
        self._child: subprocess.Popen[bytes] | None = None

    def look(
        self, changes: Iterable[Changed], day: dt.date, *, settled: bool = True, progress: Progress = SILENT
    ) -> Renewed:
        """What is found now, as `LiveCheck.look` says it. Raises DeskError when something ended the child."""
        child = self._child or self._start()
        told = tuple(Changed(each.step, dict(each.records)) for each in changes)
        answered = False
        try:
            _send(_pipe(child.stdin), _Wish(told, day, settled))
            answer = _answer_of(child, progress)
            answered = True
        except (EOFError, OSError) as ended:
            if child.wait() > 0:
                said = "the checking process has failed; its own words are on standard error"
                raise RuntimeError(said) from ended
            raise DeskError(_("校验没有完成，请稍后再试。")) from ended
        finally:
            if not answered:  # cancelled too: what it is at is of no use to anybody
                self.close()
        if isinstance(answer, DeskError):
            raise answer
        return answer

    def stop(self) -> None:
        """Give up a look under way, from another thread: it raises DeskError there."""
        child = self._child
        if child is not None:
            child.kill()

    def close(self) -> None:
        """End the child; the next look starts another."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        child.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        program = (
            [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "college_desk"]
        )
        paths = [str(Path(__file__).resolve().parents[_PACKAGE_PARENT]), os.environ.get("PYTHONPATH", "")]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(each for each in paths if each)}
        child = subprocess.Popen(
            [*program, VERB],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._child = child
        _send(_pipe(child.stdin), self._door)
        return child


def _answer_of(child: subprocess.Popen[bytes], progress: Progress) -> Renewed | DeskError:
    """What the child answers to a wish. Raises EOFError when it has ended, and Cancelled."""
    findings: list[Finding] = []
    while True:
        said = _receive(_pipe(child.stdout))
        if isinstance(said, DeskError):
            return said
        if isinstance(said, Renewed):
            return Renewed(said.whole, tuple(findings), said.uids)
        if isinstance(said, _Step):
            progress.step(said.stage, said.done, said.total)
        else:
            findings += said


class DeskCheck:
    """The live check of a desk, here while it is small, in a process of its own once it is large.

    Not for several threads at once, but for `stop`.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._check: LiveCheck | CheckProcess = LiveCheck(desk)

    def look(
        self, changes: Iterable[Changed], day: dt.date, *, settled: bool = True, progress: Progress = SILENT
    ) -> Renewed:
        """What is found now, as `LiveCheck.look` says it."""
        if isinstance(self._check, LiveCheck) and self._is_large():
            self._check = CheckProcess(self._desk)
        return self._check.look(changes, day, settled=settled, progress=progress)

    def stop(self) -> None:
        """Give up a look under way, from another thread."""
        if isinstance(self._check, CheckProcess):
            self._check.stop()

    def close(self) -> None:
        """End the other process where there is one."""
        if isinstance(self._check, CheckProcess):
            self._check.close()

    def _is_large(self) -> bool:
        with self._desk.read() as reader:
            return sum(reader.count(each) for each in REGISTERS) > LARGE


class _Telling:
    """The child's progress: told to the parent."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out

    def step(self, stage: str, done: int, total: int | None = None) -> None:
        """Tell how far it is; the parent ends the child when it wants it no more."""
        _send(self._out, _Step(stage, done, total))


def main() -> int:
    """Be the child: open the desk named on standard input and answer until that closes."""
    given, out = sys.stdin.buffer, sys.stdout.buffer
    try:
        door = _receive(given)
        assert isinstance(door, Door)
        with open_by(door) as desk:
            check = LiveCheck(desk)
            while True:
                wish = _receive(given)
                assert isinstance(wish, _Wish)
                _answer(check, wish, out)
    except (EOFError, BrokenPipeError):
        return 0


def _answer(check: LiveCheck, wish: _Wish, out: IO[bytes]) -> None:
    try:
        renewed = check.look(wish.changes, wish.day, settled=wish.settled, progress=_Telling(out))
    except DeskError as refused:
        _send(out, DeskError(str(refused)))
        return
    for first in range(0, len(renewed.findings), _FINDINGS_A_MESSAGE):
        _send(out, renewed.findings[first : first + _FINDINGS_A_MESSAGE])
    _send(out, Renewed(renewed.whole, (), renewed.uids))


def _send(pipe: IO[bytes], message: object) -> None:
    content = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(content)) + content)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> Any:
    """The next message. Raises EOFError when the other end is closed."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    content = pipe.read(length)
    if len(content) < length:
        raise EOFError
    return pickle.loads(content)


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise EOFError
    return pipe
