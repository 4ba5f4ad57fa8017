"""The filing page: what it finds, the explanation that frees it, the package it writes, the pages it shows."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from college_desk.gui.context import Place
from college_desk.gui.pages.filing.leave_out import LeaveOutDialog
from college_desk.gui.pages.filing.page import CHECK, CHOOSE, EXPLAIN, FREEZE, PACKAGE, FilingsPage
from college_desk.gui.pages.register import RegisterPage
from college_desk.gui.window import MainWindow
from college_desk.records.finding import Finding
from college_desk.services import explaining
from college_desk.services.checking import check
from college_desk.services.filing import filings_of
from college_desk.services.filing_review import review
from college_desk.services.periods import offered_periods
from college_desk.services.preparing import filing_of
from college_desk.storage.desk import Desk
from tests import make
from tests.gui.conftest import NOW, TODAY, WHO, Opened, keep, press, rest
from tests.services.filed_college import person

FILING = "part-time-appointments"
TOO_LONG = {"end_on": "2029-12-31"}
"""A contract of more than three years: a warning that wants an explanation."""


def filings_page(window: MainWindow) -> FilingsPage:
    page = window.page
    assert isinstance(page, FilingsPage)
    return page


def college(desk: Desk, *names: str, **given: object) -> None:
    beside = [each for each in make.everything() if type(each).__name__ in ("Enterprise", "Staffing", "Term")]
    keep(desk, *beside)
    for serial, name in enumerate(names or ("李明",), start=1):
        keep(desk, *person(serial, name, **given))


def shown(page: FilingsPage) -> list[Finding]:
    return [finding for finding in page.findings.findings() if finding.severity != "info"]


def test_without_appointments_it_says_what_to_do_and_cannot_be_frozen(opened: Opened, desk: Desk) -> None:
    page = filings_page(opened(desk, "filings"))
    assert "请先登记聘任" in page._summary.text()
    assert not page.freeze.isEnabled()
    assert page.path.current == CHOOSE


def test_a_clean_filing_is_frozen_packed_and_verified(opened: Opened, desk: Desk, tmp_path: Path) -> None:
    college(desk)
    window = opened(desk, "filings")
    page = filings_page(window)
    assert shown(page) == []
    assert page.freeze.isEnabled()
    assert page.path.current == FREEZE
    page.file_into(tmp_path / "out")
    rest(window)
    assert [each.version for each in filings_of(desk)] == [1]
    package = next((tmp_path / "out").glob("*.zip"))
    assert page.package.path == package
    assert page.package.verdict.text().startswith("材料完整，表内数字与数据一致")
    assert page.package._model.rowCount() > 4
    assert page.path.current == PACKAGE + 1
    assert "第1稿已定稿锁定" in window.notices.sentence


def test_a_damaged_package_is_told_by_its_files(opened: Opened, desk: Desk, tmp_path: Path) -> None:
    college(desk)
    window = opened(desk, "filings")
    page = filings_page(window)
    page.file_into(tmp_path / "out")
    rest(window)
    folder = next(each for each in (tmp_path / "out").iterdir() if each.is_dir())
    broken = next(folder.rglob("*.xlsx"))
    broken.write_bytes(broken.read_bytes() + b"x")
    page.verify_package(folder)
    rest(window)
    assert page.package.verdict.property("role") == "error"
    assert broken.name in "".join(name for name, _problem in page.package._model.rows())
    page.verify_package(tmp_path / "nothing.zip")
    rest(window)
    assert "nothing.zip" in page.package.verdict.text()


def test_an_error_keeps_it_from_being_frozen_and_leads_into_the_cell(opened: Opened, desk: Desk) -> None:
    college(desk, vetted_on=None)
    window = opened(desk, "filings")
    page = filings_page(window)
    assert not page.freeze.isEnabled()
    assert page.path.current == CHECK
    assert "必须改正" in page.freeze.toolTip()
    table = page.findings.table
    place = next(
        at for at, each in enumerate(page.findings._model.rows()) if each.finding.field == "vetted_on"
    )
    table.go_to_row(place)
    press(table, Qt.Key.Key_Return)
    rest(window)
    register = window.page
    assert isinstance(register, RegisterPage)
    assert register.register.code == "appointment"


def test_findings_stand_by_rule_the_gravest_first(opened: Opened, desk: Desk) -> None:
    college(desk, "李明", "王芳", "赵磊", vetted_on=None, **TOO_LONG)
    page = filings_page(opened(desk, "filings"))
    lines = page.findings._model.rows()
    gravity = [each.finding.severity for each in lines if each.finding.severity != "info"]
    assert gravity == sorted(gravity, key=("error", "warning").index)
    first = lines[0]
    assert len(first.several) == 3
    assert page.findings._model.index(0, 3).data() == "3处"
    page.findings.table.go_to_row(0)
    press(page.findings.table, Qt.Key.Key_Space)
    assert len(page.findings._model.rows()) == len(lines) + 3
    press(page.findings.table, Qt.Key.Key_Space)
    assert len(page.findings._model.rows()) == len(lines)
    page.findings._warnings.click()
    assert {each.finding.severity for each in page.findings._model.rows()} == {"warning"}


def test_an_explanation_frees_a_warning(opened: Opened, desk: Desk) -> None:
    college(desk, **TOO_LONG)
    window = opened(desk, "filings")
    page = filings_page(window)
    assert not page.freeze.isEnabled()
    assert page.path.current == EXPLAIN
    card = page.findings.explanation
    assert not card.keep.isEnabled()
    card.text.setPlainText("项目周期四年，已报批")
    card.text.setFocus()
    press(card.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rest(window)
    assert [each.explanation is not None for each in shown(page)] == [True]
    assert page.freeze.isEnabled()
    assert card.signed.text() == f"{WHO} · {TODAY.isoformat()}"


def test_one_explanation_serves_the_selected_or_all_of_the_rule(opened: Opened, desk: Desk) -> None:
    college(desk, "李明", "王芳", "赵磊", **TOO_LONG)
    window = opened(desk, "filings")
    page = filings_page(window)
    card = page.findings.explanation
    page.findings.table.go_to_row(0)
    press(page.findings.table, Qt.Key.Key_Space)
    page.findings.table.go_to_row(1)
    card.text.setPlainText("只说明一个")
    card.keep.click()
    rest(window)
    assert sorted(each.explanation is None for each in shown(page)) == [False, True, True]
    page.findings.table.go_to_row(0)
    card.text.setPlainText("其余两个一样")
    assert card.keep_all.text() == "同类3处都用这条说明"
    card.keep_all.click()
    rest(window)
    assert {each.explanation.text for each in shown(page) if each.explanation} == {"其余两个一样"}
    assert page.freeze.isEnabled()


def test_an_error_cannot_be_explained_away(opened: Opened, desk: Desk) -> None:
    college(desk, vetted_on=None)
    page = filings_page(opened(desk, "filings"))
    page.findings.table.go_to_row(0)
    assert not page.findings.explanation.text.isEnabled()
    assert not page.findings.explanation.keep.isEnabled()


def test_an_explanation_written_before_is_offered_again(opened: Opened, desk: Desk) -> None:
    college(desk, "李明", "王芳", **TOO_LONG)
    found = [each for each in check(desk, filing=FILING, day=TODAY).findings if each.severity == "warning"]
    explaining.explain(desk, [found[0].id], text="项目周期四年", who="孙丽", now=NOW, today=TODAY)
    window = opened(desk, "filings")
    page = filings_page(window)
    page.findings.table.go_to_row(0)
    rest(window)
    card = page.findings.explanation
    assert card.finding is not None and card.finding.explanation is None
    assert card.offered == [f"项目周期四年（孙丽 {TODAY.isoformat()}）"]
    card._offers.actions()[0].trigger()
    assert card.text.toPlainText() == "项目周期四年"


def test_whom_to_leave_out_is_asked_with_the_reason(opened: Opened, desk: Desk) -> None:
    college(desk, "李明", "王芳")
    window = opened(desk, "filings")
    page = filings_page(window)
    assert page._checked is not None
    filed = page._checked.prepared.selection.filed
    dialog = LeaveOutDialog(page, filed, {}, reveal=False)
    dialog.search.setText("王芳")
    assert dialog._model.rowCount() == 1
    reason = dialog._model.index(0, dialog._model.columnCount() - 1)
    assert dialog._model.setData(reason, "材料未齐")
    page.leave_out(dialog.reasons())
    rest(window)
    assert "1 人次" in page._summary.text()
    assert page.choosing.leave_out.text() == "本次不报 1…"
    page.leave_out({})
    rest(window)
    assert "2 人次" in page._summary.text()


@pytest.mark.parametrize("number", [0, 1])
def test_each_form_is_shown_page_by_page(opened: Opened, desk: Desk, number: int) -> None:
    college(desk)
    window = opened(desk, "filings")
    page = filings_page(window)
    page.preview.forms.setCurrentIndex(number)
    rest(window)
    assert page.preview._printed is not None
    assert page.preview.number.text().startswith("1 / ")
    assert not page.preview.paper.pixmap().isNull()


def test_pages_are_turned_as_far_as_there_are_any(opened: Opened, desk: Desk) -> None:
    college(desk)
    page = filings_page(opened(desk, "filings"))
    printed = page.preview._printed
    assert printed is not None
    assert not page.preview._before.isEnabled()
    for _count in range(printed.pages + 1):
        page.preview.turn(1)
    assert page.preview.number.text() == f"{printed.pages} / {printed.pages}"
    assert not page.preview._after.isEnabled()


def test_a_draft_is_printed_whatever_was_found(opened: Opened, desk: Desk, tmp_path: Path) -> None:
    college(desk, vetted_on=None)
    window = opened(desk, "filings")
    page = filings_page(window)
    page.save_draft_into(tmp_path / "out")
    rest(window)
    (folder,) = (tmp_path / "out").iterdir()
    assert folder.name.endswith("送审稿")
    assert "送审稿已放在" in window.notices.sentence
    assert filings_of(desk) == []


def test_what_was_filed_is_listed_shown_and_written_out_again(
    opened: Opened, desk: Desk, tmp_path: Path
) -> None:
    college(desk)
    window = opened(desk, "filings")
    page = filings_page(window)
    page.file_into(tmp_path / "out")
    rest(window)
    (stored,) = filings_of(desk)
    window.show_place(Place("filings", part=stored.number))
    rest(window)
    filed = page.filed
    assert page._tab_filed.isChecked()
    assert [filed.list._model.index(0, column).data() for column in (0, 1, 2, 4)] == [
        "已定稿",
        "兼职教师聘任备案",
        "2026—2027学年第一学期",
        "第1稿",
    ]
    assert not filed.preview.paper.pixmap().isNull()
    filed.save_into(stored, tmp_path / "again", lambda _path: None)
    rest(window)
    (first,), (second,) = (list((tmp_path / name).glob("*.zip")) for name in ("out", "again"))
    assert first.read_bytes() == second.read_bytes()


def test_changed_content_becomes_the_next_version(opened: Opened, desk: Desk, tmp_path: Path) -> None:
    college(desk)
    window = opened(desk, "filings")
    page = filings_page(window)
    page.file_into(tmp_path / "out")
    rest(window)
    page.file_into(tmp_path / "out")
    rest(window)
    assert "仍是第1稿" in window.notices.sentence
    keep(desk, *person(2, "王芳"))
    page.go_on_with(review(desk, filings_of(desk)[0]))
    rest(window)
    assert "2 人次" in page._summary.text()
    page.file_into(tmp_path / "out")
    rest(window)
    assert [each.version for each in filings_of(desk)] == [2, 1]
    assert page.filed.list._model.rowCount() == 2


def test_another_day_or_period_is_checked_as_of_then(opened: Opened, desk: Desk) -> None:
    college(desk)
    window = opened(desk, "filings")
    page = filings_page(window)
    page.choosing.day.setText("2026.2.30")
    page.choosing.day.editingFinished.emit()
    assert page.choosing.day.property("state") == "error"
    page.choosing.day.setText("2026.10.8")
    page.choosing.day.editingFinished.emit()
    rest(window)
    assert page._checked is not None
    assert page._checked.prepared.day == dt.date(2026, 10, 8)
    assert page.choosing.day.text() == "2026-10-08"
    page.choosing.day.setText("")
    page.choosing.period.setCurrentIndex(page.choosing.period.findData("2024-2025-1"))
    rest(window)
    assert "没有可以申报的内容" in page._summary.text()


def test_the_usual_period_stands_first_and_each_once(desk: Desk) -> None:
    codes = [each.code for each in offered_periods(desk, filing_of(FILING), dt.date(2027, 2, 1))]
    assert codes[0] == "2026-2027-2"
    assert len(codes) == len(set(codes))
    assert {"2026-2027-1", "2026-2027", "2027-2028-1"} <= set(codes)


def test_the_lists_are_sound_models(opened: Opened, desk: Desk, qtmodeltester: ModelTester) -> None:
    college(desk, "李明", "王芳", **TOO_LONG)
    page = filings_page(opened(desk, "filings"))
    qtmodeltester.check(page.findings._model)  # type: ignore[no-untyped-call]


def test_a_change_after_the_package_leads_back_on_the_path(
    opened: Opened, desk: Desk, tmp_path: Path
) -> None:
    college(desk)
    window = opened(desk, "filings")
    page = filings_page(window)
    page.file_into(tmp_path / "out")
    rest(window)
    assert page.path.current == PACKAGE + 1
    with desk.write("补登", who=WHO, now=NOW, today=TODAY, guarded=False) as writer:
        writer.add_many(person(2, "王芳"))
    window.context.tell(writer.changed)
    rest(window)
    assert page.path.current == FREEZE
    assert page.package.path is None
