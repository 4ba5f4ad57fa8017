"""The import page: a file seen before it is stored, its columns and cells decided, the tray mended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.modeltest import ModelTester

from college_desk.gui.context import Place
from college_desk.gui.pages.importing.cell_grid import TONE
from college_desk.gui.pages.importing.column_header import chip_of
from college_desk.gui.pages.importing.page import ImportPage
from college_desk.gui.pages.importing.sheet_model import Shown
from college_desk.gui.pages.register import RegisterPage
from college_desk.gui.window import MainWindow
from college_desk.records.register import REGISTERS
from college_desk.services import import_guess, pending
from college_desk.storage.desk import Desk
from tests import make
from tests.files import workbooks
from tests.gui.conftest import Opened, press, rest

SAMPLES = Path(__file__).parents[1] / "samples"
LI, WANG, ZHAO = (make.id_number(serial=serial) for serial in (51, 52, 53))
HEADER = ["序号", "姓名", "身份证号", "联系电话", "签约日期", "神秘列"]


def import_page(window: MainWindow) -> ImportPage:
    page = window.page
    assert isinstance(page, ImportPage)
    return page


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Three good rows but for a day that cannot be, and a total."""
    rows: list[list[Any]] = [
        ["2026级学徒花名册"],
        HEADER,
        [1, "李明", LI, "15863632401", "2026.8.28", "甲"],
        [2, "王芳", WANG, "15863632402", "2026.2.30", "乙"],
        [3, "赵磊", ZHAO, "15863632403", "20260828", "丙"],
        ["合计", "3人"],
    ]
    return workbooks.xlsx(tmp_path / "名册.xlsx", {"名册": rows})


@pytest.fixture
def window(opened: Opened, desk: Desk) -> MainWindow:
    return opened(desk, "import")


def take(window: MainWindow, *files: Path) -> ImportPage:
    page = import_page(window)
    page.take(list(files))
    rest(window)
    return page


def counted(page: ImportPage) -> dict[str, str]:
    return {kind: number.text() for kind, number in page.view.counts._numbers.items()}


def choose(page: ImportPage, column: int, words: str) -> None:
    picker = page.view.card.pick_field(column, QPoint(0, 0))
    assert picker is not None
    picker.choose(words)


@pytest.mark.parametrize(
    "file", sorted(each.name for each in SAMPLES.iterdir() if each.suffix in (".xlsx", ".xls", ".csv"))
)
def test_the_register_of_every_sample_is_told_by_itself(file: str) -> None:
    code = file.split("-", 1)[1].split(".")[0]
    assert import_guess.guesses(SAMPLES / file)[0].register.code == code


def test_a_file_is_shown_with_its_header_columns_and_counts(
    window: MainWindow, desk: Desk, sheet: Path
) -> None:
    page = take(window, sheet)
    assert page.head.registers.currentText() == "学徒花名册"
    assert page.view.card.heading.text() == "表头在第 2 行，数据 3 行"
    assert counted(page) == {"new": "2", "changed": "0", "unchanged": "0", "pending": "1", "skipped": "2"}
    assert page.head.confirm.text() == "确认入库 2 行"
    assert page.preview is not None
    chips = [chip_of(each, left_out=False) for each in page.preview.sheets[0].columns]
    assert [(each.words, each.tone) for each in chips] == [
        ("—", "plain"), ("姓名", "right"), ("身份证件号", "right"), ("联系电话", "right"), ("签订日期", "right"),
        ("未对应", "error"),
    ]  # fmt: skip
    with desk.read() as reader:
        assert reader.all(REGISTERS["apprentice"].record) == []


def test_a_bad_cell_is_red_and_mended_in_place(window: MainWindow, sheet: Path) -> None:
    page = take(window, sheet)
    model = page.view.card.model
    place = model.place_of(4)
    assert place is not None
    index = model.index(place, 4)
    assert index.data(TONE) == "error"
    page.view.card.grid.setCurrentIndex(index)
    assert model.setData(index, "2026.2.28")
    assert (index.data(), index.data(TONE)) == ("2026.2.28", "info")
    rest(window)
    assert counted(page)["pending"] == "0"
    assert model.index(place, 4).data(TONE) == ""
    assert page.view.card.grid.currentIndex() == model.index(place, 4)
    assert page.head.confirm.text() == "确认入库 3 行"


def test_the_list_of_faults_leads_to_the_cell_and_takes_a_mended_text(
    window: MainWindow, sheet: Path
) -> None:
    page = take(window, sheet)
    table = page.view.beneath.faults.table
    page.view.show_only("new")
    table.go_to_row(0)
    press(table, Qt.Key.Key_Return)
    index = page.view.card.grid.currentIndex()
    assert (page.view.card.model.number_of(index.row()), index.column()) == (4, 4)
    faults = page.view.beneath.faults._model
    assert faults.setData(faults.index(0, 2), "2026.2.28")
    rest(window)
    assert counted(page)["pending"] == "0"


def test_a_row_can_be_left_out_and_taken_back(window: MainWindow, sheet: Path) -> None:
    page = take(window, sheet)
    page.view.beneath.faults.table.go_to_row(0)
    page.view.beneath.faults._leave.click()
    rest(window)
    assert counted(page)["pending"] == "0"
    assert page.view.card.restore.text() == "1 行不导入，恢复"
    page.view.card.restore.click()
    rest(window)
    assert counted(page)["pending"] == "1"


def test_a_column_gets_another_field_or_none(window: MainWindow, sheet: Path) -> None:
    page = take(window, sheet)
    choose(page, 5, "备注")
    rest(window)
    assert page.preview is not None
    assert page.preview.sheets[0].columns[5].field == "note"
    choose(page, 3, "不导入这一列")
    rest(window)
    assert page.preview.sheets[0].columns[3].field is None
    choose(page, 5, "联系电话")
    rest(window)
    assert page.preview.sheets[0].columns[5].field == "phone"


def test_a_field_that_another_column_fills_moves_over(window: MainWindow, sheet: Path) -> None:
    page = take(window, sheet)
    for column in (5, 0):
        choose(page, column, "姓名（已有一列对应）")
        rest(window)
        assert page.preview is not None
        named = [each.index for each in page.preview.sheets[0].columns if each.field == "name"]
        assert named == [column]


def test_a_number_shows_its_rows_and_pressed_again_all(window: MainWindow, sheet: Path) -> None:
    page = take(window, sheet)
    shown: tuple[tuple[Shown, list[int]], ...] = (("pending", [4]), ("skipped", [1, 6]), ("new", [3, 5]))
    for kind, rows in shown:
        page.view.counts._buttons[kind].click()
        assert [page.view.card.model.number_of(row) for row in range(page.view.card.model.rowCount())] == rows
    page.view.counts._buttons["new"].click()
    assert page.view.card.model.rowCount() == 4


def test_confirmed_rows_are_stored_opened_and_undone(window: MainWindow, desk: Desk, sheet: Path) -> None:
    page = take(window, sheet)
    page.head.confirm.click()
    rest(window)
    card = page.result_card
    assert page._stack.currentWidget() is card
    assert "新增 2 行" in card._sentence.text()
    assert "1 行没有入库" in card._waiting_words.text()
    assert page.head.tab_tray.text() == "待处理数据（1）"
    card.rows.click()
    rest(window)
    register = window.page
    assert isinstance(register, RegisterPage)
    assert register.model.rowCount() == 2
    window.show_place(Place("import"))
    card.undo.click()
    rest(window)
    with desk.read() as reader:
        assert reader.all(REGISTERS["apprentice"].record) == []
    assert pending.rows(desk) == []
    assert page._stack.currentWidget() is page.view


def test_after_another_change_the_import_is_not_undone_out_of_turn(
    window: MainWindow, desk: Desk, sheet: Path
) -> None:
    page = take(window, sheet)
    page.confirm()
    rest(window)
    from tests.gui.conftest import keep

    keep(desk, make.enterprise())
    page.result_card.undo.click()
    rest(window)
    assert "之后又做了别的修改" in window.notices.sentence
    with desk.read() as reader:
        assert len(reader.all(REGISTERS["apprentice"].record)) == 2


def test_a_file_that_cannot_be_read_is_told_in_one_sentence(
    window: MainWindow, tmp_path: Path, sheet: Path
) -> None:
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(b"PK\x03\x04 nothing of the kind")
    page = take(window, bad)
    assert page._stack.currentWidget() is page._drop
    assert "坏.xlsx" in page._drop.trouble
    page = take(window, sheet)
    assert page._drop.trouble == ""
    assert page._stack.currentWidget() is page.view


def test_a_header_row_that_is_none_is_refused_and_the_old_one_kept(window: MainWindow, sheet: Path) -> None:
    page = take(window, sheet)
    from dataclasses import replace

    page._decide(replace(page._options, header_rows={"名册": 99}))
    rest(window)
    assert page.preview is not None
    assert page.preview.sheets[0].header_row == 2
    assert page.head.confirm.text() == "确认入库 2 行"
    choose(page, 3, "不导入这一列")
    rest(window)
    assert page.preview.sheets[0].columns[3].field is None


def test_a_register_page_sends_its_register_along(window: MainWindow, sheet: Path) -> None:
    window.show_place(Place("import", register="order_student"))
    page = import_page(window)
    assert page.head.registers.currentData() == "order_student"
    page = take(window, sheet)
    assert page.preview is not None
    assert page.preview.register.code == "order_student"


def test_a_waiting_row_is_mended_and_stored(window: MainWindow, desk: Desk, sheet: Path) -> None:
    page = take(window, sheet)
    page.confirm()
    rest(window)
    page.head.tab_tray.click()
    tray = page.tray
    assert tray.model.headerData(0, Qt.Orientation.Vertical) == "第4行 王芳"
    index = tray.grid.currentIndex()
    assert (tray.model.columns[index.column()].title, index.data(), index.data(TONE)) == (
        "签约日期", "2026.2.30", "error",
    )  # fmt: skip
    tray.put_in.click()
    rest(window)
    assert "还不能入库" in window.notices.sentence
    assert tray.model.setData(index, "2026.2.28")
    assert index.data(TONE) == "info"
    tray.put_in.click()
    rest(window)
    assert pending.rows(desk) == []
    assert tray.empty
    with desk.read() as reader:
        assert len(reader.all(REGISTERS["apprentice"].record)) == 3


def test_a_waiting_row_is_thrown_away_and_comes_back_by_undo(
    window: MainWindow, desk: Desk, sheet: Path
) -> None:
    page = take(window, sheet)
    page.confirm()
    rest(window)
    page.work.discard(pending.rows(desk), lambda _changed: None)
    rest(window)
    assert pending.rows(desk) == []
    window.undo()
    rest(window)
    assert len(pending.rows(desk)) == 1
    assert page.head.tab_tray.text() == "待处理数据（1）"


def test_the_sheet_is_a_sound_model(window: MainWindow, sheet: Path, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(take(window, sheet).view.card.model)  # type: ignore[no-untyped-call]
