"""What was filed, in the window: its course, the bureau's remarks as tasks, the amended version, the differences."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.modeltest import ModelTester

from college_desk.forms.filing import EVERY
from college_desk.gui.context import Place
from college_desk.gui.pages.filing.choosing import Choosing
from college_desk.gui.pages.filing.filed_view import COURSE, REMARKS, VERSIONS
from college_desk.gui.pages.filing.page import FilingsPage
from college_desk.gui.pages.filing.remarks import ANSWER
from college_desk.gui.pages.filing.step_dialog import StepDialog, StepTaken, possible_steps
from college_desk.gui.pages.register import RegisterPage
from college_desk.gui.window import MainWindow
from college_desk.records.filing_course import NEXT
from college_desk.records.period import period_of
from college_desk.records.teaching.appointment import Appointment
from college_desk.services import filing_life
from college_desk.services.filing import Package, file, filings_of
from college_desk.services.preparing import Choice
from college_desk.storage.desk import Desk
from tests import make
from tests.gui.conftest import NOW, TODAY, WHO, Opened, keep, press, rest
from tests.services.filed_college import person

NUMBER = "part-time-appointments-2026-2027-1-01"
SITTING = {"who": WHO, "now": NOW, "today": TODAY}


def filed(desk: Desk, out: Path, *names: str) -> None:
    """Appointments of these people, frozen as the first version."""
    beside = [each for each in make.everything() if type(each).__name__ in ("Enterprise", "Staffing", "Term")]
    keep(desk, *beside)
    for serial, name in enumerate(names or ("李明", "王芳"), start=1):
        keep(desk, *person(serial, name))
    freeze(desk, out)


def freeze(desk: Desk, out: Path) -> None:
    done = file(desk, Choice("part-time-appointments", "2026-2027-1"), out=out, **SITTING)  # type: ignore[arg-type]
    assert done.packages, [each.message for each in done.blocking]


def returned(desk: Desk, *remarks: str, due: dt.date | None = None) -> None:
    filing_life.advance(desk, NUMBER, "returned", on=TODAY, remarks=remarks, due=due, **SITTING)  # type: ignore[arg-type]


def amend(desk: Desk, name: str, **values: object) -> None:
    with desk.write("改", reason="补正", **SITTING) as writer:  # type: ignore[arg-type]
        (kept,) = [each for each in writer.all(Appointment) if each.name == name]
        writer.change(dataclasses.replace(kept, **values))  # type: ignore[arg-type]


def at_filing(opened: Opened, desk: Desk) -> tuple[MainWindow, FilingsPage]:
    """The window where the home page leads: at the newest version of the number."""
    window = opened(desk, "home")
    window.show_place(Place("filings", part=NUMBER))
    rest(window)
    page = window.page
    assert isinstance(page, FilingsPage)
    return window, page


def states(page: FilingsPage) -> list[str]:
    model = page.filed.list._model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.mark.parametrize("state", list(NEXT))
def test_only_what_may_follow_is_offered(state: str) -> None:
    offered = possible_steps(state)
    assert set(offered) <= set(NEXT[state])
    assert set(NEXT[state]) - set(offered) <= {"filed"}
    assert ("filed" in offered) == (state == "accepted")


def test_a_step_is_written_down_and_taken_back(opened: Opened, desk: Desk, tmp_path: Path) -> None:
    filed(desk, tmp_path)
    window, page = at_filing(opened, desk)
    assert states(page) == ["已定稿"]
    assert "submitted" in page.filed.list.offered()
    stored = page.filed.list.table.current_row()
    assert stored is not None
    page.filed.take_step(stored, StepTaken("submitted", TODAY, "送去两份"))
    rest(window)
    assert states(page) == ["已报送"]
    course = page.filed.course._model
    assert [course.index(1, column).data() for column in range(4)] == [
        "已报送", TODAY.isoformat(), WHO, "送去两份",
    ]  # fmt: skip
    assert "submitted" not in page.filed.list.offered()
    window.undo()
    rest(window)
    assert states(page) == ["已定稿"]
    assert course.rowCount() == 1


def test_an_acceptance_with_its_number_is_a_filing_on_record(opened: Opened, desk: Desk) -> None:
    window = opened(desk, "home")
    dialog = StepDialog(window, "accepted", "", TODAY)
    assert dialog.taken.state == "accepted"
    dialog.number.setText(" 济教备〔2026〕7号 ")
    assert (dialog.taken.state, dialog.taken.filed_number) == ("filed", "济教备〔2026〕7号")
    dialog.day.setText("2026.11.31")
    assert not dialog.yes.isEnabled()
    dialog.day.setText("2026.11.30")
    assert dialog.yes.isEnabled()
    assert dialog.taken.on == dt.date(2026, 11, 30)


def test_a_return_wants_its_remarks_one_a_line(opened: Opened, desk: Desk) -> None:
    dialog = StepDialog(opened(desk, "home"), "returned", "", TODAY)
    assert not dialog.yes.isEnabled()
    dialog.remarks.setPlainText("1. 缺会议纪要\n\n（2）李明的聘期不对")
    assert dialog.yes.isEnabled()
    assert dialog.taken.remarks == ("缺会议纪要", "李明的聘期不对")
    assert dialog.taken.due is None
    dialog.due.setText("12.32")
    assert not dialog.yes.isEnabled()
    dialog.due.setText("12.4")
    assert dialog.taken.due == dt.date(2026, 12, 4)


def test_remarks_are_tasks_that_lead_to_their_records(opened: Opened, desk: Desk, tmp_path: Path) -> None:
    filed(desk, tmp_path)
    returned(desk, "王芳的课程写错", "缺会议纪要", due=dt.date(2026, 12, 4))
    window, page = at_filing(opened, desk)
    view = page.filed
    assert view._parts.currentIndex() == REMARKS
    assert view._tabs[REMARKS].text() == "退回意见（2条待处理）"
    assert "2026-12-04" in view.remarks.said.text()
    assert [view.remarks._model.index(row, 2).data() for row in (0, 1)] == ["王芳", "整份申报"]
    view.remarks.table.go_to_row(0)
    press(view.remarks.table, Qt.Key.Key_Return)
    rest(window)
    register = window.page
    assert isinstance(register, RegisterPage)
    row = register.model.row(register.grid.current_uid() or "")
    assert row is not None
    record = register.model.record(row)
    assert isinstance(record, Appointment)
    assert record.name == "王芳"


def test_the_amended_version_is_made_when_every_remark_is_answered(
    opened: Opened, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filed(desk, tmp_path)
    returned(desk, "王芳的课程写错", "缺会议纪要")
    window, page = at_filing(opened, desk)
    remarks = page.filed.remarks
    model = remarks._model
    assert model.setData(model.index(0, ANSWER), "改为数控车工")
    rest(window)
    assert (model.index(0, 0).data(), model.index(1, 0).data()) == ("已处理", "待处理")
    assert not remarks.make.isEnabled()
    assert model.setData(model.index(1, ANSWER), "已补会议纪要")
    rest(window)
    assert remarks.make.isEnabled()
    amend(desk, "王芳", course="数控车工")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(tmp_path))
    remarks.make.click()
    rest(window)
    assert [(each.version, each.state) for each in filings_of(desk)] == [(2, "frozen"), (1, "returned")]
    assert "第2稿已定稿锁定" in window.notices.sentence
    page.show_tab(filed=True)
    page.filed.go_to(NUMBER)
    rest(window)
    page.filed.show_part(VERSIONS)
    shown = page.filed.versions._model
    assert [shown.index(0, column).data() for column in (0, 1, 2, 4)] == [
        "修改", "王芳", "任教课程", "数控车工",
    ]  # fmt: skip


def test_an_amended_version_in_the_way_of_which_something_stands_is_not_frozen(
    opened: Opened, desk: Desk, tmp_path: Path
) -> None:
    filed(desk, tmp_path)
    returned(desk, "缺会议纪要")
    filing_life.answer_remark(desk, NUMBER, 0, "已补", **SITTING)  # type: ignore[arg-type]
    amend(desk, "王芳", vetted_on=None)
    window, page = at_filing(opened, desk)
    page.filed.remarks.make.click()
    rest(window)
    assert page._tab_work.isChecked()
    assert "必须改正" in window.notices.sentence
    assert len(filings_of(desk)) == 1


def test_an_overtaken_version_is_only_looked_at(opened: Opened, desk: Desk, tmp_path: Path) -> None:
    filed(desk, tmp_path)
    returned(desk, "缺会议纪要")
    amend(desk, "王芳", course="数控车工")
    freeze(desk, tmp_path)
    window, page = at_filing(opened, desk)
    view = page.filed
    assert states(page) == ["已定稿", "退回补正"]
    assert view.list.offered() and view._tabs[REMARKS].isHidden()
    view.list.table.go_to_row(1)
    rest(window)
    assert view.list.offered() == []
    assert not view.list.steps.isEnabled()
    assert not view._tabs[REMARKS].isHidden()
    assert view.remarks.make.isHidden()
    assert not view.remarks._model.setData(view.remarks._model.index(0, ANSWER), "已补")


def test_differences_name_who_came_and_went_and_keep_numbers_masked(
    opened: Opened, desk: Desk, tmp_path: Path
) -> None:
    filed(desk, tmp_path)
    returned(desk, "请核对")
    with desk.write("改", reason="补正", **SITTING) as writer:  # type: ignore[arg-type]
        (gone,) = [each for each in writer.all(Appointment) if each.name == "李明"]
        writer.end(Appointment, gone.uid)
    keep(desk, *person(3, "赵磊"))
    freeze(desk, tmp_path)
    _window, page = at_filing(opened, desk)
    page.filed.show_part(VERSIONS)
    model = page.filed.versions._model
    assert [(each.words, each.name) for each in model.rows()] == [("新增", "赵磊"), ("减少", "李明")]
    assert page.filed.versions.summary.text() == "新增1人、减少1人、修改0人"
    assert page.filed.versions.other.count() == 1


def test_a_first_version_has_nothing_to_compare_and_no_remarks(
    opened: Opened, desk: Desk, tmp_path: Path
) -> None:
    filed(desk, tmp_path)
    _window, page = at_filing(opened, desk)
    assert page.filed._parts.currentIndex() == COURSE
    assert page.filed._tabs[REMARKS].isHidden()
    assert page.filed.versions._stack.currentWidget() is page.filed.versions._only


def test_whom_a_version_left_out_is_left_out_when_it_goes_on(
    opened: Opened, desk: Desk, tmp_path: Path
) -> None:
    filed(desk, tmp_path / "all")
    returned(desk, "请核对")
    with desk.read() as reader:
        (aside,) = [each for each in reader.all(Appointment) if each.name == "王芳"]
    choice = Choice("part-time-appointments", "2026-2027-1", leave_out={aside.uid: "材料未齐"})
    file(desk, choice, out=tmp_path, **SITTING)  # type: ignore[arg-type]
    window, page = at_filing(opened, desk)
    page.filed.list.redo.click()
    rest(window)
    assert page._tab_work.isChecked()
    assert "1 人次" in page._summary.text()
    assert page.choosing.left_out == {aside.uid: "材料未齐"}


def test_a_package_for_each_enterprise_can_be_looked_at(opened: Opened, desk: Desk, tmp_path: Path) -> None:
    page = at_filing(opened, desk)[1]
    packages = [
        Package(f"order-subsidy-2026-0{n}", 1, tmp_path / f"{n}.zip", "", name)
        for n, name in ((1, "甲公司"), (2, "乙公司"))
    ]
    picked: list[object] = []
    page.package.picked.connect(picked.append)
    page.package.show_packages(packages)
    assert not page.package.several.isHidden()
    assert page.package.several.itemText(1) == "第2份，共2份：乙公司"
    page.package.several.activated.emit(1)
    assert picked == [tmp_path / "2.zip"]
    page.package.show_packages(packages[:1])
    assert page.package.several.isHidden()


def test_the_lists_of_what_was_filed_are_sound_models(
    opened: Opened, desk: Desk, tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    filed(desk, tmp_path)
    returned(desk, "王芳的课程写错")
    page = at_filing(opened, desk)[1]
    for model in (page.filed.list._model, page.filed.remarks._model, page.filed.course._model):
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_going_on_with_an_enterprises_package_takes_only_that_enterprise(opened: Opened, desk: Desk) -> None:
    window = opened(desk, "filings")
    page = window.page
    assert isinstance(page, FilingsPage)
    choosing = page.choosing
    choosing.take("order-subsidy", period_of("2026"), "first", left_out={}, enterprise="jia")
    assert (choosing.choice().only, choosing.choice().enterprise) == ({"enterprise": ("jia",)}, "jia")
    rest(window)
    choosing.kind.setCurrentIndex(1)
    assert (choosing.choice().only, choosing.choice().enterprise) == ({}, None)
    rest(window)


def test_the_matter_chosen_last_is_offered_first(opened: Opened, desk: Desk) -> None:
    window = opened(desk, "filings")
    page = window.page
    assert isinstance(page, FilingsPage)
    assert page.choosing.choice().filing == "part-time-appointments"
    assert [page.choosing.filing.itemData(at) for at in range(page.choosing.filing.count())] == list(EVERY)
    page.choosing.filing.setCurrentIndex(page.choosing.filing.findData("annual-progress"))
    rest(window)
    assert window.context.memory.get("filing", "") == "annual-progress"
    again = Choosing()
    again.offer(lambda _filing: (), TODAY, "annual-progress")
    assert again.filing.currentData() == "annual-progress"
    again.deleteLater()


def test_the_home_page_leads_to_the_filing_that_it_tells_of(
    opened: Opened, desk: Desk, tmp_path: Path
) -> None:
    filed(desk, tmp_path)
    whole_year = Choice("part-time-appointments", "2026-2027")
    file(desk, whole_year, out=tmp_path, **SITTING)  # type: ignore[arg-type]
    assert filings_of(desk)[0].number != NUMBER
    _window, page = at_filing(opened, desk)
    chosen = page.filed.list.table.current_row()
    assert chosen is not None
    assert chosen.number == NUMBER
