"""Taking back what was done and doing it again, read from the journal alone, so also after a restart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from college_desk.base.errors import DeskError
from college_desk.base.translation import _
from college_desk.records.change import Changed, Step
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader


@dataclass(frozen=True)
class Reversible:
    """What undo and redo would take next, in the words of the step; None where there is nothing."""

    undo: str | None
    redo: str | None


def history(desk: Desk, limit: int | None = None) -> list[Step]:
    """The steps of the journal, newest first."""
    with desk.read() as reader:
        return reader.steps(limit)


def reversible(desk: Desk) -> Reversible:
    """What undo and redo would take next."""
    with desk.read() as reader:
        return Reversible(*(_words(reader, step) for step in (reader.next_undo(), reader.next_redo())))


def undo(desk: Desk, n: int = 1, *, who: str, now: dt.datetime, today: dt.date) -> Changed:
    """Take back the last n steps (fewer where there are not so many), each by a reversing step of its own.

    Raises DeskError when there is nothing to take back, when a field was changed since (with who and
    when), or when a guard refuses; steps taken back before that stay taken back.
    """
    return _reverse(desk, n, Reader.next_undo, _("撤销"), _("没有可以撤销的操作。"), who, now, today)


def redo(desk: Desk, n: int = 1, *, who: str, now: dt.datetime, today: dt.date) -> Changed:
    """Do the last n steps that were taken back again. Raises DeskError as undo does."""
    return _reverse(desk, n, Reader.next_redo, _("恢复操作"), _("没有可以恢复的操作。"), who, now, today)


def first_words(step: Step, by_id: Mapping[int, Step]) -> str:
    """What was first done: the words of the step that a chain of undos and redos goes back to."""
    while step.reverses is not None and step.reverses in by_id:
        step = by_id[step.reverses]
    return step.what


def step_json(step: Step) -> dict[str, object]:
    """The step as `history --json` shows it."""
    return {
        "id": step.id,
        "when": step.when.isoformat(timespec="seconds"),
        "who": step.who,
        "what": step.what,
        "register": step.register,
        "records": step.records,
        "undone": step.undone,
        "reverses": step.reverses,
    }


def _reverse(
    desk: Desk,
    n: int,
    next_step: Callable[[Reader], Step | None],
    verb: str,
    nothing: str,
    who: str,
    now: dt.datetime,
    today: dt.date,
) -> Changed:
    touched: dict[str, frozenset[str]] = {}
    last: int | None = None
    for _count in range(n):
        with desk.read() as reader:
            step = next_step(reader)
            words = _words(reader, step)
        if step is None:
            break
        with desk.write(f"{verb}：{words}", who=who, now=now, today=today) as writer:
            writer.reverse(step.id)
        last = writer.changed.step
        for code, uids in writer.changed.records.items():
            touched[code] = touched.get(code, frozenset()) | uids
    if last is None:
        raise DeskError(nothing)
    return Changed(last, touched)


def _words(reader: Reader, step: Step | None) -> str | None:
    if step is None:
        return None
    return (
        step.what if step.reverses is None else first_words(step, {each.id: each for each in reader.steps()})
    )
