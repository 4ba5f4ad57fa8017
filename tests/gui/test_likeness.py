"""疑似重复 on the page of a register: compared, united, kept apart, put off."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from college_desk.gui.likeness.dialog import LikenessDialog
from college_desk.gui.likeness.sides import ONE, OTHER, SidesModel
from college_desk.gui.window import MainWindow
from college_desk.gui.words import masked, masked_beside
from college_desk.records.register import REGISTERS, Record
from college_desk.services import undoing
from college_desk.storage.desk import Desk
from tests import make
from tests.gui.conftest import NOW, TODAY, WHO, Opened, keep, press, register_page, rest

TEACHERS = REGISTERS["part_time_teacher"]
NUMBER = make.id_number(dt.date(1982, 3, 15), serial=7)
SLIPPED = NUMBER[:9] + ("1" if NUMBER[9] != "1" else "2") + NUMBER[10:]


def teacher(name: str, number: str | None, **given: object) -> Record:
    return make.bare(TEACHERS.record, name=name, id_number=number, **given)


def twice() -> list[Record]:
    return [
        teacher("李明", SLIPPED, phone="13800138000", note="甲"),
        teacher("李明", NUMBER, employer_post="车间主任", note="乙"),
        teacher("王芳", None, birth_date=dt.date(1985, 1, 2), note="丙"),
        teacher("王芳", None, birth_date=dt.date(1985, 1, 2), note="丁"),
    ]


def live(desk: Desk) -> list[tuple[str | None, str | None]]:
    with desk.read() as reader:
        return [(each.id_number, each.note) for each in reader.all(TEACHERS.record)]  # type: ignore[attr-defined]


def opened_list(window: MainWindow) -> LikenessDialog:
    page = register_page(window)
    page.likeness.click()
    found = window.findChildren(LikenessDialog)
    assert len(found) == 1
    return found[0]


def go_to(dialog: LikenessDialog, note: str) -> None:
    model = dialog._sides
    row = next(at for at, line in enumerate(model.lines) if line.field.name == note)
    dialog.sides.setFocus()
    dialog.sides.setCurrentIndex(model.index(row, ONE))


def test_the_action_counts_the_pairs_and_is_not_there_without_any(desk: Desk, opened: Opened) -> None:
    window = opened(desk, "part_time_teacher")
    assert not register_page(window).likeness.isVisible()
    keep(desk, *twice())
    page = register_page(window)
    page.likeness.load()
    rest(window)
    assert (page.likeness.isVisible(), page.likeness.text()) == (True, "疑似重复 2")


def test_a_register_without_people_is_not_compared(desk: Desk, opened: Opened) -> None:
    assert register_page(opened(desk, "agreement")).likeness.pairs == []


def test_the_values_chosen_by_keys_make_one_record_and_undo_brings_both_back(
    desk: Desk, opened: Opened
) -> None:
    keep(desk, *twice())
    window = opened(desk, "part_time_teacher")
    dialog = opened_list(window)
    differing = [line.field.name for line in dialog._sides.lines if line.side is not None]
    assert differing == ["id_number", "phone", "employer_post", "note"]
    assert dialog._sides.taken() == {
        "id_number": "other", "phone": "keep", "employer_post": "other", "note": "keep",
    }  # fmt: skip
    go_to(dialog, "note")
    press(dialog.sides, Qt.Key.Key_Right)
    dialog.activateWindow()
    QApplication.processEvents()
    press(dialog.sides, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rest(window)
    assert live(desk) == [(NUMBER, "乙"), (None, "丙"), (None, "丁")]
    assert [each.one.name for each in dialog._pairs] == ["王芳"]  # type: ignore[attr-defined]
    undoing.undo(desk, who=WHO, now=NOW, today=TODAY)
    assert live(desk)[:2] == [(SLIPPED, "甲"), (NUMBER, "乙")]


def test_two_people_are_remembered_and_later_is_not(desk: Desk, opened: Opened) -> None:
    keep(desk, *twice())
    window = opened(desk, "part_time_teacher")
    dialog = opened_list(window)
    dialog.two.click()
    rest(window)
    assert len(dialog._pairs) == 1
    dialog.later.click()
    rest(window)
    assert not [each for each in window.findChildren(LikenessDialog) if each.isVisible()]
    assert register_page(window).likeness.text() == "疑似重复 1"
    assert len(live(desk)) == 4


def test_a_click_on_a_side_takes_it_and_on_a_title_nothing(desk: Desk, opened: Opened) -> None:
    keep(desk, *twice())
    dialog = opened_list(opened(desk, "part_time_teacher"))
    go_to(dialog, "note")
    row = dialog.sides.currentIndex().row()
    for column, side in ((OTHER, "other"), (0, "other"), (ONE, "keep")):
        place = dialog.sides.visualRect(dialog._sides.index(row, column)).center()
        QTest.mouseClick(dialog.sides.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert dialog._sides.lines[row].side == side
    same = next(at for at, line in enumerate(dialog._sides.lines) if line.side is None)
    dialog._sides.take(same, OTHER)
    assert dialog._sides.lines[same].side is None


def test_numbers_are_masked_but_for_where_they_differ(desk: Desk, opened: Opened) -> None:
    keep(desk, *twice())
    window = opened(desk, "part_time_teacher")
    dialog = opened_list(window)
    shown = [str(dialog._sides.index(0, column).data()) for column in (ONE, OTHER)]
    assert shown == [f"{each[:6]}•••{each[9]}••••{each[14:]}" for each in (SLIPPED, NUMBER)]
    assert masked_beside(NUMBER, NUMBER) == masked(NUMBER)
    assert masked_beside(NUMBER, NUMBER[:6] + NUMBER[8:17]) == masked(NUMBER)
    assert masked_beside("0001", "0002") == "0001"
    register_page(window).context.show_numbers(True)
    assert dialog._sides.index(0, ONE).data() == SLIPPED


def test_a_refused_union_says_why_and_keeps_the_pair(
    desk: Desk, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _other, *_rest = keep(desk, *twice())
    window = opened(desk, "part_time_teacher")
    dialog = opened_list(window)
    with desk.write("停用", who=WHO, now=NOW, today=TODAY) as writer:
        writer.end(TEACHERS.record, one.uid)
    dialog.one.click()
    rest(window)
    assert len(dialog._pairs) == 2
    assert dialog.one.isEnabled()


def test_the_sides_are_a_sound_model(qtmodeltester: ModelTester, qapp: QApplication) -> None:
    model = SidesModel()
    one, other = (teacher("李明", number) for number in (NUMBER, SLIPPED))
    model.show_two(TEACHERS, one, other)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert [line.field.name for line in model.lines][:1] == ["id_number"]
