"""One door for writing: whole or not at all, one at a time, guards inside."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from college_desk.base.errors import DeskError
from college_desk.policy.guard import GUARDS, Refused, Write
from college_desk.records import register as registers
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.storage import dialect
from college_desk.storage.desk import Desk
from college_desk.storage.workspace import create, open_desk
from tests.storage.occasion import NOW, TODAY, add, change, digest, newest, teacher, writing


def test_nothing_of_a_step_that_fails_is_kept(desk: Desk) -> None:
    add(desk, teacher())
    before = digest(desk)
    with pytest.raises(RuntimeError), writing(desk) as writer:
        writer.add_many([teacher(f"李{n}", f"{n:018d}") for n in range(50)])
        writer.set_meta("name", "x")
        raise RuntimeError
    assert digest(desk) == before
    with desk.read() as reader:
        assert (len(reader.steps()), reader.metas()) == (1, {})


def test_a_reader_sees_one_moment_from_its_beginning(desk: Desk) -> None:
    with desk.read() as reader:
        add(desk, teacher())
        assert reader.all(PartTimeTeacher) == []
    with desk.read() as reader:
        assert len(reader.all(PartTimeTeacher)) == 1


def test_a_writer_sees_what_it_wrote_in_its_facts_too(desk: Desk) -> None:
    with writing(desk) as writer:
        assert writer.facts().all(PartTimeTeacher) == ()
        stored = writer.add(teacher())
        assert writer.facts().all(PartTimeTeacher) == (stored,)
        edited = writer.change(dataclasses.replace(stored, phone="13805371234"))
        assert writer.facts().by(PartTimeTeacher, "phone")["13805371234"] == [edited]


def test_a_second_writer_waits_and_then_is_told(tmp_path: Path) -> None:
    with create(tmp_path / "school") as first:
        engine = dialect.engine(tmp_path / "school" / "desk.sqlite", key=None, read_only=False, wait=100)
        with Desk(first.folder, tmp_path / "school" / "desk.sqlite", engine) as second:
            with writing(first) as writer:
                writer.add(teacher())
                started = time.monotonic()
                with pytest.raises(DeskError, match="另一个窗口"), writing(second):
                    raise AssertionError("never reached")
                assert time.monotonic() - started >= 0.1
            add(second, teacher())
            with first.read() as reader:
                assert len(reader.all(PartTimeTeacher)) == 2


_WRITER = """
import datetime as dt, pathlib, sys
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.storage.workspace import open_desk
now = dt.datetime(2026, 9, 30, tzinfo=dt.timezone.utc)
desk = open_desk(pathlib.Path(sys.argv[1]))
with desk.write("导入", who="王", now=now, today=now.date(), guarded=False) as writer:
    writer.add_many([PartTimeTeacher(name="李", id_number=f"{n:018d}") for n in range(20000)])
    print("written", flush=True)
    sys.stdin.readline()
"""


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_program_killed_while_writing_leaves_the_old_state(tmp_path: Path) -> None:
    folder = tmp_path / "school"
    with create(folder) as desk:
        add(desk, teacher())
        before = digest(desk)
    child = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == "written\n"
        child.send_signal(signal.SIGKILL)
    with open_desk(folder) as desk:
        assert digest(desk) == before
        assert desk.damage() == []
        add(desk, teacher("张伟", "1"))


Seen = tuple[Write, list[PartTimeTeacher]]
"""A write as the guard met it, with what the facts held then."""


@pytest.fixture
def guarded(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Seen]]:
    """A guard on part-time teachers that refuses a telephone number of 110."""
    seen: list[Seen] = []

    def guard(write: Write) -> None:
        seen.append((write, list(write.facts.all(PartTimeTeacher))))
        assert isinstance(write.after, PartTimeTeacher)
        if write.after.phone == "110" and write.reason is None:
            raise Refused("不能填110。")

    monkeypatch.setitem(GUARDS._things, "test", guard)
    declared = registers.register_of(PartTimeTeacher)
    monkeypatch.setitem(
        registers._BY_RECORD, PartTimeTeacher, dataclasses.replace(declared, guards=("test",))
    )
    yield seen


def guarding(desk: Desk, **more: Any) -> Any:
    return desk.write("录入", who="王老师", now=NOW, today=TODAY, **more)


def test_a_guard_sees_the_change_in_the_facts_and_refuses_it_whole(desk: Desk, guarded: list[Seen]) -> None:
    with guarding(desk) as writer:
        stored = writer.add(teacher())
    write, held = guarded[0]
    assert (write.before, write.after, held, write.today) == (None, stored, [stored], TODAY)
    with pytest.raises(Refused), guarding(desk) as writer:
        writer.change(dataclasses.replace(stored, phone="110"))
    write, held = guarded[1]
    assert (write.before, held) == (stored, [write.after])
    with desk.read() as reader:
        assert reader.all(PartTimeTeacher) == [stored]


def test_a_guard_is_told_the_reason_and_an_import_is_not_refused(desk: Desk, guarded: list[Seen]) -> None:
    with guarding(desk, reason="批复同意") as writer:
        writer.add(teacher(phone="110"))
    with guarding(desk, guarded=False) as writer:
        writer.add(teacher(phone="110"))
    assert len(guarded) == 1


def test_undo_and_redo_are_guarded_as_the_step_was(desk: Desk, guarded: list[Seen]) -> None:
    with guarding(desk, reason="批复同意") as writer:
        stored = writer.add(teacher(phone="110"))
    with guarding(desk) as writer:
        writer.change(dataclasses.replace(stored, phone=None))
    with pytest.raises(Refused), guarding(desk) as writer:
        writer.reverse(newest(desk))
    with guarding(desk, guarded=False) as writer:
        writer.add(teacher("张伟", "1", phone="110"))
    before = len(guarded)
    with guarding(desk) as writer:
        writer.reverse(newest(desk))
    with guarding(desk) as writer:
        writer.reverse(newest(desk))
    assert len(guarded) == before


def test_removing_a_record_by_undo_is_shown_to_the_guard_as_its_end(desk: Desk, guarded: list[Seen]) -> None:
    with guarding(desk) as writer:
        stored = writer.add(teacher())
    with guarding(desk) as writer:
        writer.reverse(newest(desk))
    last, held = guarded[-1]
    assert (last.before, last.after, held) == (stored, dataclasses.replace(stored, ended=True), [])


def test_a_failure_of_the_disk_is_a_sentence_and_a_bug_is_not(desk: Desk) -> None:
    from sqlalchemy.exc import IntegrityError, OperationalError

    for said, words in (
        ("database or disk is full", "磁盘空间不足"),
        ("attempt to write a readonly database", "不能写入"),
    ):
        with pytest.raises(DeskError, match=words), dialect.plain_failures():
            raise OperationalError("INSERT", {}, RuntimeError(said))
    with pytest.raises(IntegrityError), writing(desk) as writer:
        stored = writer.add(teacher())
        writer.add(stored)


def test_times_keep_their_offset(desk: Desk) -> None:
    add(desk, teacher())
    with desk.read() as reader:
        assert reader.steps()[0].when.utcoffset() == dt.timedelta(hours=8)


def test_two_edits_of_one_revision_in_one_step_are_told_apart(desk: Desk) -> None:
    stored = add(desk, teacher())[0]
    with pytest.raises(DeskError), writing(desk) as writer:
        writer.change(dataclasses.replace(stored, phone="1"))
        writer.change(dataclasses.replace(stored, phone="2"))
    assert change(desk, dataclasses.replace(stored, phone="3")).revision == 2
