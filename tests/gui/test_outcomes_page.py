"""The page of graduates' employment: the funnel, the people behind each number, the way into the very cell."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from college_desk.gui.context import Place
from college_desk.gui.pages.outcomes.choice import Choice, Link
from college_desk.gui.pages.outcomes.page import OutcomesPage
from college_desk.gui.pages.outcomes.people import place_of
from college_desk.gui.pages.register import RegisterPage
from college_desk.gui.window import MainWindow
from college_desk.records.change import Changed
from college_desk.services import policies
from college_desk.storage.desk import Desk
from tests import make
from tests.gui.conftest import NOW, TODAY, WHO, Opened, keep, press, rest
from tests.services.order_college import college_records, elsewhere, number, student, worked_example

OTHER = {"name": "邹城宏河电子有限公司", "uscc": make.uscc(9)}


def outcomes(window: MainWindow) -> OutcomesPage:
    page = window.page
    assert isinstance(page, OutcomesPage)
    return page


def set_standards(desk: Desk, **values: str) -> None:
    named = {f"order_subsidy.{name}": value for name, value in values.items()}
    policies.set_parameters(desk, named, document="文件", who=WHO, now=NOW, today=TODAY)


def drop(page: OutcomesPage, link: Link) -> str:
    """The words beside a step; none where nobody stopped there."""
    button = page._funnel._drops[link]
    return button.text() if button.isVisibleTo(page) else ""


def second_class(desk: Desk) -> None:
    own = {"agreement_number": "DD-2", "enterprise": OTHER["name"]}
    order = {
        "student_order_agreement": "DD-2",
        "student_order_class": "宏河班",
        "student_enterprise": OTHER["name"],
    }
    hired = {
        "enterprise": OTHER["name"],
        "employer_uscc": OTHER["uscc"],
        "insurance_payer_uscc": OTHER["uscc"],
    }
    keep(
        desk, make.enterprise(**OTHER), make.order_class(name="宏河班", **own), *student(50, **order, **hired)
    )


def test_without_graduates_it_says_what_to_bring_in(opened: Opened, desk: Desk) -> None:
    page = outcomes(opened(desk, "outcomes"))

    assert page._stack.currentWidget() is page._nobody
    assert not page._year.isVisibleTo(page)
    assert page._strip.sentences() == ()


def test_the_funnel_shows_the_chain_and_what_it_comes_to(opened: Opened, desk: Desk) -> None:
    keep(desk, *worked_example())
    set_standards(desk, yuan_per_graduate="1000", insured_months="3")
    page = outcomes(opened(desk, "outcomes"))

    assert page._sentence.text() == "截至2026年11月25日：订单班毕业 45 人，到岗 32 人，符合补助条件 29 人"
    assert {link: bar.words() for link, bar in page._funnel._bars.items()} == {
        "listed": "45 人", "graduated": "45 人", "arrived": "32 人", "eligible": "29 人",
    }  # fmt: skip
    assert (drop(page, "listed"), drop(page, "arrived"), drop(page, "eligible")) == (
        "",
        "未到岗 13 人",
        "不符合条件 3 人",
    )
    assert "29 人 × 1\u2009000.00 元 = 29\u2009000.00 元（人民币贰万玖仟元整）" in page._funnel._amount.text()
    assert page._funnel._promise.text() == "到岗占毕业 71.1%，约定 80%，未达到"
    assert len(page._strip.sentences()) == 1


def test_without_the_standard_the_amount_asks_for_its_document(opened: Opened, desk: Desk) -> None:
    keep(desk, *college_records(), *student(1))
    page = outcomes(opened(desk, "outcomes"))

    assert "订单企业培养补助的文件" in page._funnel._amount.text()


def test_a_number_opens_its_people_with_what_is_to_mend_first(opened: Opened, desk: Desk) -> None:
    keep(desk, *worked_example())
    page = outcomes(opened(desk, "outcomes"))
    assert len(page._people.rows()) == 45
    assert [bool(each.refusals) for each in page._people.rows()[:4]] == [True, True, True, False]

    page._funnel._drops["arrived"].click()
    assert len(page._people.rows()) == 13
    assert all("不是订单企业" in each.why for each in page._people.rows())
    assert page._people._title.text() == "未到岗"
    page._funnel._bars["eligible"].click()
    assert len(page._people.rows()) == 29
    assert page._funnel._bars["eligible"].isChecked()
    assert not page._funnel._bars["arrived"].isChecked()
    page._choose(Choice(reason="已享受其他补贴"))
    assert {each.ordered.student.id_number for each in page._people.rows()} == {number(1), number(2)}


def test_enter_leads_into_the_cell_that_rules_somebody_out(opened: Opened, desk: Desk) -> None:
    keep(desk, *college_records(), *student(1), *student(2, diploma_number=None))
    window = opened(desk, "outcomes")
    page = outcomes(window)
    (first, _second) = page._people.rows()
    assert first.why == "毕业证书编号未填，请照毕业证书补填。"

    page._people.table.setFocus()
    page._people.table.go_to_row(0)
    press(page._people.table, Qt.Key.Key_Return)
    rest(window)

    register = window.page
    assert isinstance(register, RegisterPage)
    assert register.register.code == "graduate_outcome"
    place = place_of(first, page._people.rows())
    assert (place.uid, place.field) == (first.ordered.outcome and first.ordered.outcome.uid, "diploma_number")


def test_mending_it_elsewhere_is_seen_on_coming_back(opened: Opened, desk: Desk) -> None:
    keep(desk, *college_records(), *student(1))
    window = opened(desk, "outcomes")
    page = outcomes(window)
    assert "符合补助条件 1 人" in page._sentence.text()

    window.show_place(Place("graduate_outcome"))
    keep(desk, *student(2))
    window.context.tell(_step(desk))
    window.show_place(Place("outcomes"))
    rest(window)

    assert "符合补助条件 2 人" in page._sentence.text()


def test_classes_and_enterprises_narrow_what_is_shown(opened: Opened, desk: Desk) -> None:
    keep(desk, *college_records(), *student(1), *elsewhere(2))
    second_class(desk)
    window = opened(desk, "outcomes")
    page = outcomes(window)
    assert [each.title for each in page._classes.lines()] == ["全部订单班", "海达班", "宏河班"]
    assert [each.count() for each in page._classes.lines()] == ["2 / 3", "1 / 2", "1 / 1"]

    page._classes.table.go_to_row(1)
    assert len(page._people.rows()) == 2
    page._enterprise.setCurrentIndex(page._enterprise.findData(OTHER["name"]))
    assert [each.title for each in page._classes.lines()] == ["宏河班"]
    assert len(page._people.rows()) == 1


def test_another_year_shows_its_own_graduates(opened: Opened, desk: Desk) -> None:
    keep(desk, *college_records(), *student(1), *student(2, graduated_month="2025-06"), *student(3))
    window = opened(desk, "outcomes")
    page = outcomes(window)
    assert page._year.currentText() == "2026年度毕业"
    assert "毕业 2 人" in page._sentence.text()

    page._year.setCurrentIndex(1)
    rest(window)

    assert page._year.currentText() == "2025年度毕业"
    assert "毕业 1 人" in page._sentence.text()


def test_missing_papers_are_copied_as_lines_for_the_group(opened: Opened, desk: Desk) -> None:
    keep(desk, *college_records(), *student(1, contract_start_on=None), *student(2))
    window = opened(desk, "outcomes")
    page = outcomes(window)

    page._people._copy_lacking()

    assert QApplication.clipboard().text() == "海达班 学生：缺劳动合同"
    assert "1 行" in window.notices.sentence


def test_the_lists_keep_to_qts_contract(
    opened: Opened, desk: Desk, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    keep(desk, *college_records(), *student(1), *elsewhere(2))
    page = outcomes(opened(desk, "outcomes"))

    qtmodeltester.check(page._people._people)  # type: ignore[no-untyped-call]
    qtmodeltester.check(page._classes._lines)  # type: ignore[no-untyped-call]


def _step(desk: Desk) -> Changed:
    with desk.read() as reader:
        step = reader.steps(1)[0]
    return Changed(step=step.id, records={"graduate_outcome": frozenset({"x"})})
