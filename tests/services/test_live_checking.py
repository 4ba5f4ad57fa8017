"""The check that is kept up with edits: equal to a full check after each, here and in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from college_desk.base.errors import Cancelled, DeskError
from college_desk.records.change import Changed
from college_desk.records.finding import Finding
from college_desk.records.register import REGISTERS
from college_desk.services import check_process, checking, editing, explaining, undoing, uniting, workspaces
from college_desk.services.check_process import CheckProcess, DeskCheck
from college_desk.services.live_checking import LiveCheck, Renewed
from college_desk.storage.desk import Desk
from tests import make
from tests.services.occasions import NOW, SITTING, TODAY, new_desk

WHO = "王芳"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        with made.write("准备", who=WHO, now=NOW, today=TODAY, guarded=False) as writer:
            writer.add_many([each for each in make.everything() if type(each).__name__ != "School"])
        yield made


class Watched:
    """The findings as a window keeps them: those of some records replaced after each look."""

    def __init__(self, check: LiveCheck | CheckProcess) -> None:
        self.check = check
        self.by_uid: dict[str, list[Finding]] = {}

    def look(self, *changes: Changed) -> Renewed:
        seen = self.check.look(changes, TODAY)
        if seen.whole:
            self.by_uid = {}
        for uid in seen.uids:
            self.by_uid.pop(uid, None)
        for each in seen.findings:
            self.by_uid.setdefault(each.uid, []).append(each)
        return seen

    def agrees(self, desk: Desk) -> bool:
        kept = {each for found in self.by_uid.values() for each in found}
        return kept == set(checking.check(desk, day=TODAY).findings)


def change(desk: Desk, register: str, field: str, text: str) -> Changed:
    uid = _only(desk, register)
    return editing.change_cells(desk, REGISTERS[register], {uid: {field: text}}, **SITTING).changed


def _only(desk: Desk, register: str) -> str:
    with desk.read() as reader:
        return reader.uids(REGISTERS[register])[0]


def test_the_first_look_is_the_full_check_in_its_order(desk: Desk) -> None:
    seen = LiveCheck(desk).look((), TODAY)
    assert seen.whole
    assert seen.findings == checking.check(desk, day=TODAY).findings


def test_after_each_step_the_findings_are_those_of_a_full_check(desk: Desk) -> None:
    watched = Watched(LiveCheck(desk))
    watched.look()
    uid = _only(desk, "enterprise")
    ended = REGISTERS["enterprise"]
    steps: tuple[Callable[[], Changed], ...] = (
        lambda: change(desk, "apprentice", "gender", "女"),
        lambda: change(desk, "part_time_teacher", "name", "李明明"),
        lambda: change(desk, "enterprise", "name", "济宁别的有限公司"),
        lambda: undoing.undo(desk, 1, **SITTING),
        lambda: editing.end(desk, ended, [uid], **SITTING),
        lambda: editing.reopen(desk, ended, [uid], **SITTING),
        lambda: editing.add(desk, make.apprentice(name="王浩", id_number=make.MENTOR_ID), **SITTING).changed,
        lambda: undoing.undo(desk, 1, **SITTING),
        lambda: change(desk, "school", "name", "济宁改名职业学院"),
        lambda: change(desk, "term", "end_on", "2026-10-01"),
    )
    for step in steps:
        seen = watched.look(step())
        assert not seen.whole
        assert watched.agrees(desk)


def test_an_explanation_comes_with_the_finding_that_it_is_of(desk: Desk) -> None:
    change(desk, "part_time_teacher", "bank_account", make.card(1)[:-1] + "0")
    watched = Watched(LiveCheck(desk))
    warning = next(each for each in watched.look().findings if each.severity == "warning")
    step = explaining.explain(desk, [warning.id], text="存折", **SITTING).changed
    seen = watched.look(step)
    assert not seen.whole
    assert seen.uids == {warning.uid}
    assert watched.agrees(desk)


def test_what_somebody_else_wrote_is_found_once_nothing_of_our_own_is_under_way(desk: Desk) -> None:
    watched = Watched(LiveCheck(desk))
    watched.look()
    change(desk, "apprentice", "gender", "女")
    assert not watched.check.look((), TODAY, settled=False).whole
    assert watched.look().whole
    assert watched.agrees(desk)


def test_a_step_of_our_own_behind_somebody_elses_is_not_taken_alone(desk: Desk) -> None:
    watched = Watched(LiveCheck(desk))
    watched.look()
    change(desk, "apprentice", "gender", "女")
    ours = change(desk, "part_time_teacher", "name", "李明明")
    assert watched.look(ours).whole
    assert watched.agrees(desk)


def test_a_step_that_was_seen_before_it_was_told_is_taken_again(desk: Desk) -> None:
    watched = Watched(LiveCheck(desk))
    ours = change(desk, "apprentice", "gender", "女")
    assert watched.look().whole
    assert not watched.look(ours).whole
    assert watched.agrees(desk)


def test_another_day_is_checked_anew(desk: Desk) -> None:
    check = LiveCheck(desk)
    check.look((), TODAY)
    later = TODAY.replace(year=TODAY.year + 3)
    seen = check.look((), later)
    assert seen.whole
    assert seen.findings == checking.check(desk, day=later).findings


def test_records_that_became_one_are_checked_anew(desk: Desk) -> None:
    double = editing.add(
        desk, make.part_time_teacher(id_number=make.MENTOR_ID, name="李明"), **SITTING
    ).record
    watched = Watched(LiveCheck(desk))
    watched.look()
    register = REGISTERS["part_time_teacher"]
    with desk.read() as reader:
        (stays,) = [each for each in reader.uids(register) if each != double.uid]
    step = uniting.unite(desk, register, stays, double.uid, **SITTING)
    assert watched.look(step).whole
    assert watched.agrees(desk)


def test_after_a_cancelled_check_everything_is_checked(desk: Desk) -> None:
    class Cancelling:
        def step(self, stage: str, done: int, total: int | None = None) -> None:
            raise Cancelled

    watched = Watched(LiveCheck(desk))
    watched.look()
    ours = change(desk, "apprentice", "gender", "女")
    with pytest.raises(Cancelled):
        watched.check.look((), TODAY.replace(year=2030), progress=Cancelling())
    assert watched.look(ours).whole
    assert watched.agrees(desk)


class TestInAProcessOfItsOwn:
    def test_it_says_the_same_and_follows_edits(self, desk: Desk) -> None:
        process = CheckProcess(desk)
        watched = Watched(process)
        told: list[int] = []

        class Told:
            def step(self, stage: str, done: int, total: int | None = None) -> None:
                told.append(done)

        whole = process.look((), TODAY, progress=Told())
        assert whole.findings == checking.check(desk, day=TODAY).findings
        assert told
        watched.look(Changed())
        for each in whole.findings:
            watched.by_uid.setdefault(each.uid, []).append(each)
        assert not watched.look(change(desk, "apprentice", "gender", "女")).whole
        assert watched.agrees(desk)
        process.close()

    def test_an_encrypted_desk_is_opened_by_its_key(self, tmp_path: Path) -> None:
        with workspaces.create(
            tmp_path / "locked", name="学校", passphrase="很长的一句口令", who=WHO, now=NOW, today=TODAY
        ) as locked:
            process = CheckProcess(locked)
            assert process.look((), TODAY).findings == checking.check(locked, day=TODAY).findings
            process.close()

    def test_when_it_was_ended_the_next_look_starts_another(self, desk: Desk) -> None:
        process = CheckProcess(desk)
        process.look((), TODAY)
        process.stop()
        with pytest.raises(DeskError, match="校验没有完成"):
            process.look((), TODAY)
        assert process.look((), TODAY).whole
        process.close()

    def test_a_desk_that_has_grown_large_moves_there(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        check = DeskCheck(desk)
        assert check.look((), TODAY).whole
        assert not check.look((), TODAY).whole
        monkeypatch.setattr(check_process, "LARGE", 10)
        assert check.look((), TODAY).findings == checking.check(desk, day=TODAY).findings
        assert isinstance(check._check, CheckProcess)
        check.close()
