"""The rules in the window: the handbook on the system page, the rule of a finding under F1, findings after an edit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from college_desk.gui.context import Place
from college_desk.gui.findings import FindingIndex
from college_desk.gui.pages.system import PARTS
from college_desk.gui.system.handbook import HandbookPart
from college_desk.gui.widgets.rule_card import RuleCard
from college_desk.gui.window import MainWindow
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.finding import Finding
from college_desk.records.register import REGISTERS
from college_desk.rules.rule import RULES
from college_desk.services import checking, editing
from college_desk.storage.desk import Desk
from tests import make
from tests.gui.conftest import NOW, TODAY, WHO, Opened, keep, people, press, register_page, rest


def words(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel)]


def handbook(window: MainWindow) -> HandbookPart:
    part = window.findChild(HandbookPart)
    assert part is not None
    return part


def wrong_sex() -> Apprentice:
    return make.apprentice(name="王错", id_number=make.id_number(male=True, serial=50), gender="女")


class TestTheHandbook:
    def test_every_rule_is_listed_and_told_from_the_rule_itself(self, desk: Desk, opened: Opened) -> None:
        window = opened(desk, "system")
        window.show_place(Place("system", field="校验规则", part="APT-009"))
        part = handbook(window)
        assert len(part.table.model().rows()) == len(RULES)  # type: ignore[attr-defined]
        rule = RULES["APT-009"]
        for text in (rule.title, rule.intent, rule.condition, rule.fix, rule.passes, rule.fails, rule.clause):
            assert any(text in each for each in words(part)), text

    def test_a_search_finds_by_any_words_of_a_rule(self, desk: Desk, opened: Opened) -> None:
        window = opened(desk, "system")
        window.show_place(Place("system", field="校验规则"))
        part = handbook(window)
        part.search.setText("apt-009")
        assert part.count.text() == "共1条"
        part.search.setText("没有这样的规则")
        assert part.count.text() == "共0条"
        assert any("换几个字试试" in each for each in words(part))
        part.search.setText("")
        assert part.count.text() == f"共{len(RULES)}条"

    def test_it_is_a_tab_of_the_system_page(self) -> None:
        assert "校验规则" in [each.title for each in PARTS]


class TestUnderF1:
    def test_the_rule_of_the_current_cell_is_told(self, desk: Desk, opened: Opened) -> None:
        keep(desk, wrong_sex())
        window = opened(desk, checks=True)
        page = register_page(window)
        page.grid.go_to(page.model.uids()[0], "gender")
        page.grid.setFocus()
        press(page.grid, Qt.Key.Key_F1)
        (card,) = page.grid.findChildren(RuleCard)
        said = words(card)
        rule = RULES["PER-001"]
        assert any("PER-001" in each for each in said)
        assert {rule.fix, rule.condition, rule.passes, rule.fails} <= set(said)
        card.close()

    def test_a_record_in_order_has_nothing_to_tell(self, desk: Desk, opened: Opened) -> None:
        keep(desk, *people(1))
        window = opened(desk)
        assert register_page(window).explain_current() is None


class TestAfterAnEdit:
    def test_what_depends_on_the_record_changes_its_colour_too(self, desk: Desk, opened: Opened) -> None:
        keep(desk, make.part_time_teacher(), make.appointment())
        window = opened(desk, checks=True)
        before = findings_of(window, "appointment")
        (teacher,) = listed(desk, "part_time_teacher")
        step = editing.end(desk, REGISTERS["part_time_teacher"], [teacher], who=WHO, now=NOW, today=TODAY)
        window.context.tell(step)
        rest(window)
        assert findings_of(window, "appointment") != before
        assert set(window.context.findings.all) == set(checking.check(desk, day=TODAY).findings)

    def test_edits_one_after_the_other_come_to_the_findings_of_a_full_check(
        self, desk: Desk, opened: Opened
    ) -> None:
        keep(desk, *people(5))
        window = opened(desk, checks=True)
        for uid in listed(desk, "apprentice"):
            saved = editing.change_cells(
                desk, REGISTERS["apprentice"], {uid: {"gender": "女"}}, who=WHO, now=NOW, today=TODAY
            )
            window.context.tell(saved.changed)
        rest(window)
        assert set(window.context.findings.all) == set(checking.check(desk, day=TODAY).findings)
        assert window.context.findings.errors_of("apprentice") >= 5


def test_findings_of_some_records_are_replaced_and_counted_anew() -> None:
    def finding(uid: str, severity: str) -> Finding:
        return Finding(f"X-{uid}", "X-001", severity, "apprentice", uid, "", None, "", "")  # type: ignore[arg-type]

    index = FindingIndex([finding("a", "error"), finding("b", "error"), finding("c", "warning")])
    after = index.with_records(["a", "c"], [finding("c", "error")])
    assert (after.errors, after.warnings, after.of("a")) == (2, 0, [])
    assert (index.errors, index.warnings) == (2, 1)


def listed(desk: Desk, register: str) -> list[str]:
    with desk.read() as reader:
        return reader.uids(REGISTERS[register])


def findings_of(window: MainWindow, register: str) -> set[str]:
    return {each.id for each in window.context.findings.all if each.register == register}
