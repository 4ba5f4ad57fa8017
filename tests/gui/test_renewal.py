"""续聘: tried first, people left out with a reason, done in one step, refused in one sentence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester

from college_desk.gui.pages.register import RegisterPage
from college_desk.gui.renewal.dialog import RenewalDialog
from college_desk.gui.window import MainWindow
from college_desk.records.teaching.appointment import Appointment
from college_desk.storage.desk import Desk
from tests import make
from tests.gui.conftest import Opened, keep, press, rest

LI, WANG, ZHAO = (make.id_number(serial=serial) for serial in (1, 2, 3))


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """Three teachers of this term, one found wanting."""
    for number, name, contract, result in (
        (LI, "李明", "P-1", None), (WANG, "王强", "P-2", "不合格"), (ZHAO, "赵刚", "P-3", "合格"),
    ):  # fmt: skip
        keep(
            desk,
            make.part_time_teacher(id_number=number, name=name, person_source="企业在职"),
            make.appointment(
                teacher=number, name=name, contract_number=contract, result=result, course="数控车工",
                start_on="2026-09-01", end_on="2027-01-31",
            ),
        )  # fmt: skip
    return desk


def dialog(window: MainWindow) -> RenewalDialog:
    page = window.page
    assert isinstance(page, RegisterPage)
    button = next(each for each in page.findChildren(QPushButton) if each.text() == "续聘…")
    button.click()
    rest(window)
    found = window.findChild(RenewalDialog)
    assert found is not None
    return found


def rows(shown: RenewalDialog) -> list[tuple[str, bool, str]]:
    return [(each.name, each.goes_on, each.reason) for each in shown._rows.rows()]


def kept(desk: Desk) -> list[Appointment]:
    with desk.read() as reader:
        return reader.all(Appointment)


def test_the_trial_tells_who_goes_on_with_what_and_stores_nothing(
    opened: Opened, filled: Desk, qtmodeltester: ModelTester
) -> None:
    shown = dialog(opened(filled, "appointment"))

    assert (shown.first.currentData(), shown.then.currentData()) == ("2026-2027-1", "2026-2027-2")
    assert rows(shown) == [
        ("李明", True, ""),
        ("赵刚", True, ""),
        ("王强", False, "上期考核不合格，不得续聘"),
    ]
    assert shown._said.text().startswith("试算：可续聘 2 人次，不续聘 1 人次。")
    assert "聘任协议" in shown._rows.rows()[0].papers
    assert len(kept(filled)) == 3
    qtmodeltester.check(shown._rows)  # type: ignore[no-untyped-call]


def test_renewing_shows_the_new_appointments_and_can_be_undone(opened: Opened, filled: Desk) -> None:
    window = opened(filled, "appointment")
    shown = dialog(window)
    shown.yes.click()
    rest(window)

    page = window.page
    assert isinstance(page, RegisterPage)
    assert page.model.rowCount() == 2
    assert sorted(each.renewed_from for each in kept(filled) if each.renewed_from) == ["P-1", "P-3"]
    window.undo()
    rest(window)
    assert len(kept(filled)) == 3


def test_who_is_left_out_here_is_not_renewed_and_can_be_taken_back(opened: Opened, filled: Desk) -> None:
    window = opened(filled, "appointment")
    shown = dialog(window)
    shown.table.go_to_row(0)
    shown.turn("本人不愿意")
    rest(window)
    assert ("李明", False, "本人不愿意") in rows(shown)
    assert shown.yes.text() == "续聘 1 人次"

    place = [each[0] for each in rows(shown)].index("李明")
    shown.table.go_to_row(place)
    assert shown.turn_button.text() == "恢复续聘"
    press(shown.table, Qt.Key.Key_Space)
    rest(window)
    assert ("李明", True, "") in rows(shown)


def test_who_may_not_be_renewed_cannot_be_taken_back(opened: Opened, filled: Desk) -> None:
    window = opened(filled, "appointment")
    shown = dialog(window)
    shown.table.go_to_row(2)

    assert not shown.turn_button.isEnabled()


def test_the_reminder_goes_to_the_clipboard(opened: Opened, filled: Desk) -> None:
    shown = dialog(opened(filled, "appointment"))
    shown.copy_button.click()

    text = QGuiApplication.clipboard().text()
    assert text.startswith("2026—2027学年第二学期续聘须新办的材料：\n李明：")


def test_terms_in_the_wrong_order_are_one_sentence(opened: Opened, filled: Desk) -> None:
    window = opened(filled, "appointment")
    shown = dialog(window)
    shown.then.setCurrentIndex(shown.then.findData("2025-2026-2"))
    rest(window)

    assert "不在“2026-2027-1”之后" in shown._wrong.text()
    assert not shown.yes.isEnabled()


def test_other_registers_have_no_renewal(opened: Opened, desk: Desk) -> None:
    window = opened(desk, "apprentice")

    assert window.page is not None
    words = [each.text() for each in window.page.findChildren(QPushButton)]
    assert "续聘…" not in words
    assert "名单比对" in words


def test_a_renewal_over_the_allowance_is_refused_and_the_list_stays(opened: Opened, desk: Desk) -> None:
    keep(desk, make.staffing(approved_posts=5, posts_filled=0, effective_from="2026-01-01"))
    for number, name in ((LI, "李明"), (ZHAO, "赵刚")):
        keep(
            desk,
            make.part_time_teacher(id_number=number, name=name),
            make.appointment(
                teacher=number, name=name, contract_number=name, start_on="2026-09-01", end_on="2027-01-31",
                counts_in_quota=True, posts_used="1", fund_source="财政编制经费（20%员额）",
            ),
        )  # fmt: skip
    window = opened(desk, "appointment")
    shown = dialog(window)
    shown.yes.click()
    rest(window)

    assert "20%" in shown._wrong.text()
    assert len(kept(desk)) == 2
    assert len(rows(shown)) == 2
    shown.table.go_to_row(1)
    shown.turn("本人不愿意")
    rest(window)
    assert shown._wrong.isHidden()
    shown.yes.click()
    rest(window)
    assert len(kept(desk)) == 3
