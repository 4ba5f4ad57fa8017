"""What a clerk decides about a file before it is stored: questions, columns, constants, header row, rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt

from college_desk.files.mapping.questions import Answer, Question
from college_desk.gui.pages.importing.cell_grid import TONE
from college_desk.gui.pages.importing.page import ImportPage
from college_desk.gui.pages.importing.questions import Questions, undecided
from college_desk.gui.pages.importing.synonyms import SynonymsPopup, open_synonyms
from college_desk.gui.pages.importing.tray_model import TrayModel
from college_desk.gui.widgets.picker import Pick, Picker
from college_desk.gui.widgets.strip import Strip
from college_desk.gui.window import MainWindow
from college_desk.records.change import PendingRow
from college_desk.records.register import REGISTERS
from college_desk.services import synonyms
from college_desk.services.synonyms import Synonym
from college_desk.storage.desk import Desk
from tests import make
from tests.files import workbooks
from tests.gui.conftest import Opened, keep, press, rest, write

LI, WANG = (make.id_number(serial=serial) for serial in (61, 62))
HEADER = ["姓名", "身份证号", "联系电话", "班级"]


@pytest.fixture
def page(opened: Opened, desk: Desk) -> ImportPage:
    shown = opened(desk, "import").page
    assert isinstance(shown, ImportPage)
    return shown


def window_of(page: ImportPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def take(page: ImportPage, path: Path, *sheets: tuple[str, list[list[Any]]], **more: Any) -> None:
    page.take([workbooks.xlsx(path / "名册.xlsx", dict(sheets), **more)])
    rest(window_of(page))


def question(name: str, kind: Any = "value", *, answered: bool = False, taken: str = "1") -> Question:
    answers = (Answer("1", "农业户口"), Answer("2", "非农业户口"))
    return Question(name, kind, "名册", 3, f"“{name}”是哪一种？", answers, taken, answered, 4, ("农户",))


# --- the questions


def test_questions_stand_by_kind_and_those_not_decided_come_first(page: ImportPage) -> None:
    panel = Questions()
    panel.show_questions(
        [
            question("甲", answered=True),
            question("乙", "column"),
            question("丙"),
            question("丁", answered=True),
        ]
    )
    lines = [each.question.id if each.question is not None else each.heading for each in panel._model.rows()]
    assert lines == ["列对应", "乙", "表中叫法（答案记为本校同义词）", "丙", "甲", "丁"]
    assert panel._count.text() == "4 项，还有 2 项没有定"


def test_an_answer_is_chosen_by_the_keys(page: ImportPage) -> None:
    panel = page.view.beneath.questions
    panel.show_questions([question("甲")])
    given: list[dict[str, str]] = []
    panel.answered.connect(given.append)
    picker = panel.ask(panel._model.row_at(1), QPoint(0, 0))
    assert picker is not None
    assert picker.labels() == ["农业户口（建议）", "非农业户口"]
    press(picker.list, Qt.Key.Key_Down)
    press(picker.list, Qt.Key.Key_Return)
    assert given[-1] == {"甲": "2"}


def test_all_as_proposed_answers_what_is_still_open(page: ImportPage) -> None:
    panel = page.view.beneath.questions
    panel.show_questions([question("甲"), question("乙", answered=True), question("丙", taken="2")])
    given: list[dict[str, str]] = []
    panel.answered.connect(given.append)
    panel.all_as_proposed.click()
    assert given[-1] == {"甲": "1", "丙": "2"}
    panel.show_questions([question("甲", answered=True)])
    assert not panel.all_as_proposed.isEnabled()
    assert undecided([question("甲"), question("乙", answered=True)]) == 1


def test_a_row_that_may_be_somebody_kept_is_asked_about_and_answered(
    page: ImportPage, desk: Desk, tmp_path: Path
) -> None:
    (kept,) = keep(desk, make.apprentice(name="李明", id_number=LI, phone="15863632401"))
    wrong = LI[:14] + str((int(LI[14]) + 1) % 10) + LI[15:]
    take(page, tmp_path, ("名册", [HEADER, ["李明", wrong, "15863632401", "机电1班"]]))
    panel = page.view.beneath.questions
    assert page.preview is not None
    assert [each.kind for each in page.preview.questions] == ["person"]
    assert panel.isVisible()
    panel.table.setFocus()
    panel.tell_current()
    rest(window_of(page))
    beside = page.view.beneath.side_by_side
    assert beside.isVisible()
    assert "相像" in beside._score.text()
    first = beside._model.row_at(0)
    assert (first.title, first.given, first.kept[0]) == ("身份证件号", wrong, LI)
    assert first.differs
    same = next(each for each in page.preview.questions[0].answers if each.code.startswith("same:"))
    panel.answered.emit({page.preview.questions[0].id: same.code})
    rest(window_of(page))
    assert page._counts == {"changed": 1}
    page.confirm()
    rest(window_of(page))
    with desk.read() as reader:
        people = reader.all(REGISTERS["apprentice"].record)
    assert [each.uid for each in people] == [kept.uid]


def test_a_word_is_asked_once_answered_kept_as_the_schools_own_and_forgotten_again(
    page: ImportPage, desk: Desk, tmp_path: Path
) -> None:
    header = [*HEADER, "政治面貌"]
    people = [
        [name, make.id_number(serial=70 + place), "", "机电1班", "青年团员"]
        for place, name in enumerate("甲乙丙")
    ]
    people = [["张" + name, *rest_of] for name, *rest_of in people]
    take(page, tmp_path, ("名册", [header, *people]))
    panel = page.view.beneath.questions
    assert page.preview is not None
    (asked,) = page.preview.questions
    assert (asked.kind, asked.rows) == ("value", 3)
    assert page._counts == {"pending": 3}
    panel.all_as_proposed.click()
    rest(window_of(page))
    assert page._counts == {"new": 3}
    assert panel._count.text() == "1 项，都已确定"
    page.confirm()
    rest(window_of(page))
    popup = open_synonyms(page, page.work)
    rest(window_of(page))
    assert [(each.text, each.label) for each in synonyms.synonyms(desk)] == [("青年团员", "共青团员")]
    page.work.forget([(each.table, each.text) for each in synonyms.synonyms(desk)], lambda _changed: None)
    rest(window_of(page))
    assert synonyms.synonyms(desk) == []
    if shiboken6.isValid(popup):
        popup.close()


def test_the_list_of_own_words_forgets_what_is_selected(page: ImportPage) -> None:
    popup = SynonymsPopup(page)
    popup.show_words([Synonym("political_status", "政治面貌", "团员青年", "03", "共青团员")])
    gone: list[Any] = []
    popup.forgotten.connect(gone.append)
    press(popup.table, Qt.Key.Key_Delete)
    assert gone == [[("political_status", "团员青年")]]


def test_a_mapping_of_last_time_is_named_and_can_be_left_aside(
    page: ImportPage, desk: Desk, tmp_path: Path
) -> None:
    header = ["姓名", "身份证号", "联系电话", "神秘列"]
    take(page, tmp_path, ("名册", [header, ["李明", LI, "15863632401", "装配"]]))
    picker = page.view.card.pick_field(3, QPoint(0, 0))
    assert picker is not None
    picker.choose("学徒岗位")
    rest(window_of(page))
    page.confirm()
    rest(window_of(page))
    (tmp_path / "名册.xlsx").unlink()
    take(page, tmp_path, ("名册", [header, ["王芳", WANG, "15863632402", "焊接"]]))
    assert page.preview is not None
    assert page.preview.sheets[0].columns[3].field == "position"
    assert page.preview.mapping
    assert page.view.card.mapping.isVisible()
    page.view.card.no_mapping.click()
    rest(window_of(page))
    assert page.preview.sheets[0].columns[3].field is None
    assert not page.view.card.mapping.isVisible()


def test_a_file_without_questions_has_no_panel_for_them(page: ImportPage, tmp_path: Path) -> None:
    take(page, tmp_path, ("名册", [HEADER, ["王芳", WANG, "15863632402", "机电1班"]]))
    assert not page.view.beneath.questions.isVisible()


# --- the picker


def test_the_picker_finds_by_chinese_and_by_initials_and_takes_the_marked_one(page: ImportPage) -> None:
    picks = [
        Pick(str(place), name, "一组")
        for place, name in enumerate(["姓名", "学号", "身份证件号", "联系电话"] * 3)
    ]
    picker = Picker("哪一项", picks, "2", page)
    taken: list[str] = []
    picker.chosen.connect(taken.append)
    assert picker.list.currentItem().text() == "身份证件号"
    write(picker.search, "lxdh")
    assert set(picker.labels()) == {"联系电话"}
    picker.search.setText("学号")
    press(picker.search, Qt.Key.Key_Down)
    press(picker.search, Qt.Key.Key_Return)
    assert taken == ["5"]
    with pytest.raises(ValueError, match="没有"):
        Picker("", picks, None, page).choose("没有")


# --- header row, sheets, constants


def test_a_constant_is_laid_over_every_row(page: ImportPage, desk: Desk, tmp_path: Path) -> None:
    take(
        page,
        tmp_path,
        ("名册", [HEADER, ["李明", LI, "15863632401", "机电1班"], ["王芳", WANG, "", "机电1班"]]),
    )
    popup = page.view.card.reading()
    assert popup is not None
    picker = popup.pick_constant()
    assert "姓名（已有一列对应）" in picker.labels()
    picker.choose("学徒岗位")
    popup._constants["position"].setText("装配")
    popup._decide()
    rest(window_of(page))
    page.confirm()
    rest(window_of(page))
    with desk.read() as reader:
        assert {each.position for each in reader.all(REGISTERS["apprentice"].record)} == {"装配"}  # type: ignore[attr-defined]


def test_a_constant_that_cannot_be_read_is_refused_and_the_preview_kept(
    page: ImportPage, tmp_path: Path
) -> None:
    take(page, tmp_path, ("名册", [HEADER, ["李明", LI, "15863632401", "机电1班"]]))
    popup = page.view.card.reading()
    assert popup is not None
    popup._add_constant("monthly_pay", "很多")
    popup._decide()
    rest(window_of(page))
    assert "很多" in window_of(page).notices.sentence
    assert page._options.constants == {}
    assert page.head.confirm.text() == "确认入库 1 行"


def test_the_header_row_and_the_sheet_are_chosen_by_hand(page: ImportPage, tmp_path: Path) -> None:
    good = [HEADER, ["李明", LI, "15863632401", "机电1班"]]
    other = [HEADER, HEADER, ["王芳", WANG, "15863632402", "机电1班"]]
    take(page, tmp_path, ("一部", good), ("二部", other))
    popup = page.view.card.reading()
    assert popup is not None
    popup.sheets.setCurrentIndex(popup.sheets.findData("二部"))
    popup._decide()
    rest(window_of(page))
    assert page.preview is not None
    assert [each.name for each in page.preview.sheets] == ["二部"]
    popup = page.view.card.reading()
    assert popup is not None
    popup.header.setValue(2)
    popup._decide()
    rest(window_of(page))
    assert page.preview.sheets[0].header_row == 2
    assert page.preview.rows == 1


# --- rows


def test_what_changes_is_shown_field_by_field(page: ImportPage, desk: Desk, tmp_path: Path) -> None:
    keep(desk, make.apprentice(name="李明", id_number=LI, phone="15863632401", class_name="机电1班"))
    take(page, tmp_path, ("名册", [HEADER, ["李明", LI, "15863632499", "机电1班"]]))
    page.view.show_only("changed")
    lines = page.view.beneath.differences._model.rows()
    assert [(each.row, each.name, each.title, each.before, each.after) for each in lines] == [
        (2, "李明", "联系电话", "15863632401", "15863632499")
    ]
    press(page.view.beneath.differences.table, Qt.Key.Key_Return)
    assert page.view.card.model.number_of(page.view.card.grid.currentIndex().row()) == 2


def test_skipped_rows_are_listed_with_their_reason(page: ImportPage, tmp_path: Path) -> None:
    rows = [HEADER, ["李明", LI, "15863632401", "机电1班"], ["合计", "1人", "", ""]]
    take(page, tmp_path, ("名册", rows))
    page.view.show_only("skipped")
    (line,) = page.view.beneath.skipped._model.rows()
    assert (line.row, line.text) == (3, "合计  1人")
    assert line.why
    page.view.show_only("")
    assert page.view.beneath.faults.isVisible()


def test_a_total_that_is_not_the_sum_is_shown_and_offers_nothing_to_mend(
    page: ImportPage, tmp_path: Path
) -> None:
    rows: list[list[Any]] = [["姓名", "身份证号", "月报酬"], ["李明", LI, 3000], ["王芳", WANG, 3100]]
    take(page, tmp_path, ("名册", [*rows, ["合计", "2人", 6000]]))
    faults, model = page.view.beneath.faults, page.view.card.model
    (finding,) = (each for each in faults._model.rows() if each.row == 4)
    assert "6100" in finding.message
    faults.table.go_to_row(list(faults._model.rows()).index(finding))
    assert not faults._suggestion.isEnabled()
    assert not faults._leave.isEnabled()
    place = model.place_of(4)
    assert place is not None
    assert model.index(place, 2).data(TONE) == "wait"


def test_selected_rows_are_left_out_from_the_grid_and_taken_back(page: ImportPage, tmp_path: Path) -> None:
    rows = [HEADER, ["李明", LI, "15863632401", "机电1班"], ["王芳", WANG, "15863632402", "机电1班"]]
    take(page, tmp_path, ("名册", rows))
    page.view.card.grid.setCurrentIndex(page.view.card.model.index(1, 0))
    page.view.card.leave_out_selected()
    rest(window_of(page))
    assert page.head.confirm.text() == "确认入库 1 行"
    page.view.card.restore.click()
    rest(window_of(page))
    assert page.head.confirm.text() == "确认入库 2 行"


def test_cells_cleared_together_are_one_reading(page: ImportPage, tmp_path: Path) -> None:
    rows = [HEADER, ["李明", LI, "15863632401", "机电1班"], ["王芳", WANG, "15863632402", "机电1班"]]
    take(page, tmp_path, ("名册", rows))
    grid = page.view.card.grid
    decided: list[Any] = []
    page.view.decided.connect(decided.append)
    grid.setCurrentIndex(page.view.card.model.index(0, 2))
    grid.selectionModel().select(page.view.card.model.index(1, 2), grid.selectionModel().SelectionFlag.Select)
    press(grid, Qt.Key.Key_Delete)
    rest(window_of(page))
    assert len(decided) == 1
    assert set(page._options.mended.values()) == {""}
    assert len(page._options.mended) == 2


def test_f1_tells_what_is_wrong_and_the_clause_behind_it(page: ImportPage, tmp_path: Path) -> None:
    wrong = LI[:-1] + ("0" if LI[-1] != "0" else "1")
    take(page, tmp_path, ("名册", [HEADER, ["李明", wrong, "15863632401", "机电1班"]]))
    grid = page.view.card.grid
    grid.setCurrentIndex(page.view.card.model.index(0, 0))
    assert grid.explain_current() is None
    grid.setCurrentIndex(page.view.card.model.index(0, 1))
    card = grid.explain_current()
    assert card is not None
    words = [each.text() for each in card.findChildren(type(page.view.card.heading))]
    assert any("校验码" in each for each in words)
    assert any("GB 11643" in each for each in words)


def test_f8_goes_from_fault_to_fault(page: ImportPage, tmp_path: Path) -> None:
    rows = [HEADER, ["李明", "123", "15863632401", "机电1班"], ["王芳", "456", "15863632402", "机电1班"]]
    take(page, tmp_path, ("名册", rows))
    grid, model = page.view.card.grid, page.view.card.model
    places = []
    for _press in range(3):
        page.view._next_fault(1)
        places.append(model.number_of(grid.currentIndex().row()))
    assert places == [3, 2, 3]


def test_notices_about_the_file_stand_in_a_strip(page: ImportPage, tmp_path: Path) -> None:
    rows = [HEADER, ["李明", LI, "15863632401", "机电1班"], ["王芳", WANG, "15863632402", "机电1班"]]
    take(page, tmp_path, ("名册", rows), ("字典", [["男"], ["女"]]), hidden=["字典"], hidden_rows=[3])
    strip = page.view.notices
    assert strip.isVisible()
    assert len(strip.sentences()) == 2
    assert any("隐藏的工作表" in each for each in strip.sentences())
    assert strip.more.text() == "还有 1 条"
    strip.more.click()
    assert strip.more.text() == "收起"


def test_a_strip_without_sentences_takes_no_room(page: ImportPage) -> None:
    strip = Strip("说明")
    strip.show_sentences(["一"])
    assert not strip.isHidden()
    strip.show_sentences([])
    assert strip.isHidden()


# --- the tray


def waiting(number: int, cells: dict[str, str], *faults: tuple[str | None, str]) -> PendingRow:
    told = tuple((header, None, "error", message) for header, message in faults)
    return PendingRow(number, "apprentice", "名册.xlsx", "名册", number + 1, cells, told)


def test_headers_that_mean_the_same_share_a_column_of_the_tray() -> None:
    model = TrayModel()
    model.show_rows(
        [
            waiting(1, {"姓名": "李明", "身份证号": "123"}, ("身份证号", "位数不对")),
            waiting(2, {"身份证件号": "456", "学生姓名": "王芳", "神秘列": "丙"}),
        ],
        lambda row: row.cells.get("姓名", ""),
    )
    assert model.headerData(0, Qt.Orientation.Vertical) == "第2行 李明"
    assert [each.title for each in model.columns] == ["姓名", "身份证件号", "神秘列"]
    assert [model.index(1, column).data() for column in range(3)] == ["王芳", "456", "丙"]
    assert model.index(0, 1).data(TONE) == "error"
    assert model.index(1, 1).data(TONE) == ""
    assert model.first_fault(0) == 1
    model.write([(0, 1, LI), (1, 0, "王小芳"), (1, 2, "丙")])
    assert model.written() == {1: {"身份证号": LI}, 2: {"学生姓名": "王小芳"}}
    model.write([(0, 1, "123")])
    assert model.written() == {2: {"学生姓名": "王小芳"}}
    model.forget_written()
    assert model.written() == {}
