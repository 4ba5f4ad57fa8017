from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from college_desk.gui.editors.catalogue import EDITORS, editor_for
from college_desk.gui.editors.day import DayEditor
from college_desk.gui.editors.editor import Editor
from college_desk.gui.editors.identity import IdentityEditor
from college_desk.gui.editors.popup import Choice
from college_desk.gui.editors.reference import ReferenceEditor
from college_desk.gui.window import MainWindow
from college_desk.records.register import REGISTERS
from college_desk.storage.desk import Desk
from tests import make
from tests.gui.conftest import Opened, keep, press, write

Make = Callable[[str, str], Editor]


@pytest.fixture
def window(desk: Desk, opened: Opened) -> MainWindow:
    keep(
        desk,
        make.enterprise(name="山东鲁能机械有限公司"),
        make.enterprise(name="济宁海达精密制造有限公司", uscc=make.uscc(7)),
    )
    return opened(desk, "system")


@pytest.fixture
def editor(window: MainWindow, qtbot: QtBot) -> Make:
    """An editor of a register's field, shown and with the keys."""

    def make_editor(register: str, field: str) -> Editor:
        made = editor_for(REGISTERS[register].by_name[field], window.context, "", window)
        made.move(300, 300)
        made.show()
        made.setFocus()
        return made

    return make_editor


def shown(editor: Editor) -> list[str]:
    popup = editor._popup
    if popup is None or popup.isHidden():
        return []
    return [popup.item(row).text() for row in range(popup.count())]


def test_every_kind_of_value_has_an_editor_that_can_be_made(window: MainWindow) -> None:
    kinds = {field.type.code for register in REGISTERS for field in register.fields}
    assert set(EDITORS) <= kinds
    for register in REGISTERS:
        for field in register.fields:
            made = editor_for(field, window.context)
            assert made.accessibleName()
            made.deleteLater()


def test_an_identity_number_is_counted_then_tells_sex_and_birth_date(editor: Make) -> None:
    line = editor("apprentice", "id_number")
    assert isinstance(line, IdentityEditor)
    write(line, "3708112008")
    assert line.helpful(line.reading()) == "已输入10位，共18位"
    line.setText("37081119800101001X")
    assert line.helpful(line.reading()) == "男，1980-01-01出生"
    assert line.property("state") == ""
    line.setText("370811198001010011")
    assert line.property("state") == "error"
    assert line.toolTip()


def test_a_code_is_offered_by_initials_and_alias_and_taken_with_enter(editor: Make) -> None:
    line = editor("apprentice", "political_status")
    taken: list[str] = []
    line.committed.connect(taken.append)
    line.clear()
    write(line, "gqt")
    assert shown(line) == ["共青团员"]
    press(line, Qt.Key.Key_Return)
    assert taken == ["共青团员"]
    assert not line.choices_shown


def test_the_arrows_walk_through_the_choices_and_esc_closes_them(editor: Make) -> None:
    line = editor("apprentice", "gender")
    press(line, Qt.Key.Key_F4)
    listed = shown(line)
    assert listed[:2] == ["男", "女"]
    press(line, Qt.Key.Key_Down)
    press(line, Qt.Key.Key_Down)
    assert line._popup is not None
    assert line._popup.marked() == "女"
    press(line, Qt.Key.Key_Escape)
    assert not line.choices_shown
    assert line.text() == ""


def test_yes_and_no_take_initials(editor: Make) -> None:
    line = editor("appointment", "counts_in_quota")
    line.clear()
    write(line, "s")
    press(line, Qt.Key.Key_Return)
    assert line.text() == "是"


def test_several_codes_are_added_one_behind_the_other(editor: Make) -> None:
    line = editor("agreement", "cooperation_kinds")
    labels = line.field.type.labels()
    line.setText(labels[0] + "、")
    choices = line.choices(line.text())
    assert Choice(f"{labels[0]}、{labels[1]}", labels[1]) in choices


def test_a_day_says_how_it_is_read_and_opens_a_calendar(editor: Make, qtbot: QtBot) -> None:
    line = editor("apprentice", "agreement_signed_on")
    assert isinstance(line, DayEditor)
    line.setText("9.1")
    assert line.helpful(line.reading()) == "= 2026-09-01"
    press(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert line._calendar is not None
    from PySide6.QtCore import QDate

    line._picked(QDate(2026, 9, 8))
    assert line.text() == "2026-09-08"
    assert line._calendar is None


def test_an_open_end_is_offered_by_its_initials(editor: Make) -> None:
    line = editor("appointment", "end_on")
    write(line, "cq")
    assert shown(line) == ["长期"]


def test_money_with_a_unit_shows_what_is_kept(editor: Make) -> None:
    line = editor("apprentice", "monthly_pay")
    line.setText("0.32万")
    assert line.helpful(line.reading()) == "= 3\u2009200.00"
    line.setText("叁千")
    assert line.property("state") == "error"


def test_a_reference_is_picked_by_initials(editor: Make, qtbot: QtBot) -> None:
    line = editor("apprentice", "enterprise")
    assert isinstance(line, ReferenceEditor)
    write(line, "sdln")
    qtbot.waitUntil(lambda: len(shown(line)) == 1, timeout=5000)
    assert shown(line)[0].startswith("山东鲁能机械有限公司")
    press(line, Qt.Key.Key_Return)
    assert line.text() == "山东鲁能机械有限公司"


def test_leaving_with_the_same_text_commits_nothing(editor: Make, window: MainWindow) -> None:
    line = editor("apprentice", "position")
    taken: list[str] = []
    line.committed.connect(taken.append)
    line.set_kept("钳工")
    window._top.search.setFocus()
    line.setFocus()
    line.selectAll()
    write(line, "电工")
    window._top.search.setFocus()
    assert taken == ["电工"]
