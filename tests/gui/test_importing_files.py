"""Files at the import page: several at once, dropped anywhere, given back with verdicts, blank tables, cancelling."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication

from college_desk.base.progress import Progress
from college_desk.gui.context import Place
from college_desk.gui.pages.importing.cell_grid import TONE
from college_desk.gui.pages.importing.page import ImportPage
from college_desk.gui.pages.importing.queue import FileQueue
from college_desk.gui.window import MainWindow
from college_desk.records.register import REGISTERS
from college_desk.services import pending
from college_desk.storage.desk import Desk
from tests import make
from tests.files import workbooks
from tests.gui.conftest import Opened, press, rest

HEADER = ["姓名", "身份证号", "联系电话", "班级", "签约日期"]
DAY = 4
"""The column of the day on which the agreement was signed."""


@pytest.fixture
def window(opened: Opened, desk: Desk) -> MainWindow:
    return opened(desk, "import")


def page_of(window: MainWindow) -> ImportPage:
    page = window.page
    assert isinstance(page, ImportPage)
    return page


def roster(path: Path, *rows: Sequence[Any]) -> Path:
    return workbooks.xlsx(path, {"名册": [HEADER, *rows]})


def person(serial: int, name: str, day: str = "2026.8.28") -> list[str]:
    return [name, make.id_number(serial=serial), f"138000000{serial:02d}", "机电1班", day]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A good roster, one with a bad row, a list of enterprises, and no table at all."""
    firms = [["企业名称", "统一社会信用代码", "联系人"], ["济宁海达公司", make.uscc(7), "吴敏"]]
    nothing = tmp_path / "说明.xlsx"
    nothing.write_bytes(b"PK\x03\x04 nothing of the kind")
    return [
        roster(tmp_path / "机电系.xlsx", person(1, "李明"), person(2, "王芳")),
        roster(tmp_path / "汽车系.xlsx", person(3, "赵磊"), person(4, "钱多", "2026.2.30")),
        workbooks.xlsx(tmp_path / "企业.xlsx", {"企业": firms}),
        nothing,
    ]


def drop(widget: Any, files: Sequence[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    widget.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))


def states(page: ImportPage) -> list[tuple[str, str]]:
    return [(each.path.stem, each.state) for each in page.run.queue.files]


def test_files_dropped_together_are_listed_with_what_each_holds(
    window: MainWindow, files: list[Path]
) -> None:
    page = page_of(window)
    drop(page, files)
    rest(window)
    assert page._stack.currentWidget() is page.run.view
    listed = page.run.queue.files
    assert states(page) == [("机电系", "ready"), ("汽车系", "ready"), ("企业", "ready"), ("说明", "failed")]
    assert [each.register for each in listed] == ["apprentice", "apprentice", "enterprise", ""]
    assert listed[1].counts == {"new": 1, "pending": 1}
    assert "说明.xlsx" in listed[3].sentence
    assert page.run.view.all.text() == "全部入库 4 行"


def test_all_files_are_stored_in_turn_each_in_a_step_of_its_own(
    window: MainWindow, desk: Desk, files: list[Path]
) -> None:
    page = page_of(window)
    drop(page, files)
    rest(window)
    page.run.view.all.click()
    rest(window)
    assert states(page)[:3] == [("机电系", "stored"), ("汽车系", "stored"), ("企业", "stored")]
    assert "新增 4 行" in page.run.view._count.text()
    assert page.run.view.done.isVisible()
    with desk.read() as reader:
        assert len(reader.all(REGISTERS["apprentice"].record)) == 3
        assert len(reader.steps()) == len({each.step for each in page.run.queue.files[:3]}) + 1
    assert len(pending.rows(desk)) == 1
    window.undo()
    rest(window)
    with desk.read() as reader:
        assert reader.all(REGISTERS["enterprise"].record) == []
        assert len(reader.all(REGISTERS["apprentice"].record)) == 3
    page.run.view.done.click()
    assert page._stack.currentWidget() is page._drop


def test_a_file_of_the_list_is_looked_at_mended_and_stored_by_itself(
    window: MainWindow, desk: Desk, files: list[Path]
) -> None:
    page = page_of(window)
    drop(page, files)
    rest(window)
    page.run.view.table.go_to_row(1)
    press(page.run.view.table, Qt.Key.Key_Return)
    rest(window)
    assert page._stack.currentWidget() is page.view
    place = page.view.card.model.place_of(3)
    assert place is not None
    assert page.view.card.model.setData(page.view.card.model.index(place, DAY), "2026.2.28")
    rest(window)
    page.head.back.click()
    assert page._stack.currentWidget() is page.run.view
    assert page.run.queue.files[1].counts == {"new": 2}
    page.run.view.opened.emit(page.run.queue.files[1])
    rest(window)
    assert page.head.confirm.text() == "确认入库 2 行"
    page.confirm()
    rest(window)
    assert page._stack.currentWidget() is page.run.view
    assert page.run.queue.files[1].state == "stored"
    with desk.read() as reader:
        assert len(reader.all(REGISTERS["apprentice"].record)) == 2


def test_files_are_taken_off_the_list_untouched(window: MainWindow, desk: Desk, files: list[Path]) -> None:
    page = page_of(window)
    drop(page, files)
    rest(window)
    page.run.view.table.go_to_row(0)
    press(page.run.view.table, Qt.Key.Key_Delete)
    assert [name for name, _state in states(page)] == ["汽车系", "企业", "说明"]
    page.run.view.table.selectAll()
    press(page.run.view.table, Qt.Key.Key_Delete)
    assert page._stack.currentWidget() is page._drop
    assert all(each.exists() for each in files)
    with desk.read() as reader:
        assert reader.all(REGISTERS["apprentice"].record) == []


def test_the_same_file_is_listed_once_until_it_is_stored(tmp_path: Path) -> None:
    queue = FileQueue()
    one, two = tmp_path / "一.xlsx", tmp_path / "二.xlsx"
    queue.add([one, two, one], "")
    queue.add([two], "")
    assert [each.path for each in queue.files] == [one, two]
    queue.files[0].state = "stored"
    queue.add([one], "")
    assert [each.path for each in queue.files] == [one, two, one]


def test_files_dropped_anywhere_on_the_window_are_all_taken(window: MainWindow, files: list[Path]) -> None:
    window.show_place(Place("apprentice"))
    drop(window, files[:2])
    rest(window)
    page = page_of(window)
    assert [each.register for each in page.run.queue.files] == ["apprentice", "apprentice"]
    assert len(page.run.queue.files) == 2


def test_one_file_dropped_while_a_list_is_open_joins_it(window: MainWindow, files: list[Path]) -> None:
    page = page_of(window)
    drop(page, files[:2])
    rest(window)
    drop(page, files[2:3])
    rest(window)
    assert [name for name, _state in states(page)] == ["机电系", "汽车系", "企业"]


# --- files out


def test_the_clerks_own_file_comes_back_with_its_verdicts(
    window: MainWindow, files: list[Path], tmp_path: Path
) -> None:
    page = page_of(window)
    page.take(files[1:2])
    rest(window)
    out = tmp_path / "返回.xlsx"
    assert page.preview is not None
    page.saving.annotated(page.preview, out)
    rest(window)
    assert "标了 1 行" in window.notices.sentence
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(out)["名册"].iter_rows()]
    assert rows[0][-2:] == ["校验结果", "错误说明"]
    assert rows[1][5] == "通过"
    assert rows[2][5] == "未入库"


def test_a_blank_table_of_the_register_is_written(window: MainWindow, tmp_path: Path) -> None:
    page = page_of(window)
    out = tmp_path / "空白表.xlsx"
    page.saving.blank(REGISTERS["apprentice"], out)
    rest(window)
    assert "空白表.xlsx" in window.notices.sentence
    texts = [str(cell.value) for row in openpyxl.load_workbook(out).worksheets[0].iter_rows() for cell in row]
    assert any("身份证件号" in each for each in texts)


def test_without_a_register_it_is_asked_whose_blank_table(window: MainWindow, monkeypatch: Any) -> None:
    page = page_of(window)
    asked: list[str] = []
    monkeypatch.setattr(page.saving, "ask_blank", lambda register: asked.append(register.code))
    picker = page.saving.pick_blank(None, page.head.blank)
    assert picker is not None
    picker.choose("学徒花名册")
    page.head.choose_register("enterprise")
    page.head.blank.click()
    assert asked == ["apprentice", "enterprise"]


def test_waiting_rows_go_out_as_a_sheet(window: MainWindow, files: list[Path], tmp_path: Path) -> None:
    page = page_of(window)
    page.take(files[1:2])
    rest(window)
    page.confirm()
    rest(window)
    out = tmp_path / "待处理.xlsx"
    page.saving.tray(REGISTERS["apprentice"], out)
    rest(window)
    texts = [cell.value for row in openpyxl.load_workbook(out).worksheets[0].iter_rows() for cell in row]
    assert "钱多" in texts


# --- giving up


def test_a_reading_given_up_leaves_the_page_ready_for_another(window: MainWindow, files: list[Path]) -> None:
    page = page_of(window)
    page.take(files[:1])
    assert page.work.reading
    task = page.progress._task
    assert task is not None
    task.stop()
    rest(window)
    assert not page.busy
    assert page._stack.currentWidget() is page._drop
    page.take(files[:1])
    rest(window)
    assert page.head.confirm.text() == "确认入库 2 行"


def test_a_mended_cell_whose_reading_is_given_up_stands_as_before(
    window: MainWindow, files: list[Path]
) -> None:
    page = page_of(window)
    page.take(files[:1])
    rest(window)
    index = page.view.card.model.index(0, 0)
    assert page.view.card.model.setData(index, "李小明")
    assert index.data() == "李小明"
    page.progress._cancel()
    rest(window)
    done_before = bool(page.preview and page.preview.options.mended)
    assert page.view.card.model.index(0, 0).data() == ("李小明" if done_before else "李明")
    assert page.preview is not None
    assert page._options == page.preview.options
    assert page.head.confirm.isEnabled()


def test_a_storing_given_up_stores_nothing_and_can_be_begun_again(
    window: MainWindow, desk: Desk, files: list[Path]
) -> None:
    page = page_of(window)
    page.take(files[:1])
    rest(window)
    hold = threading.Event()
    window.tasks.run(lambda _progress: hold.wait(5), writes=True)
    page.confirm()
    page.progress._cancel()
    hold.set()
    rest(window)
    assert "什么也没有入库" in window.notices.sentence
    with desk.read() as reader:
        assert reader.all(REGISTERS["apprentice"].record) == []
    assert page._stack.currentWidget() is page.view
    assert page.head.confirm.isEnabled()
    page.confirm()
    rest(window)
    with desk.read() as reader:
        assert len(reader.all(REGISTERS["apprentice"].record)) == 2


@pytest.mark.parametrize("answers", [False, True])
def test_work_that_answers_before_the_wish_to_stop_reaches_it_was_not_stopped(
    window: MainWindow, answers: bool
) -> None:
    card, tasks = page_of(window).progress, window.tasks
    stopped: list[bool] = []
    card.stopped.connect(lambda: stopped.append(True))
    begun, hold = threading.Event(), threading.Event()

    def work(_progress: Progress) -> bool:
        begun.set()
        return hold.wait(5)

    def answer(_done: bool) -> None:
        if answers:
            card.answered()

    task = tasks.run(work, then=answer)
    card.watch(task)
    assert begun.wait(30)
    task.stop()
    hold.set()
    rest(window)
    assert stopped == ([] if answers else [True])


def test_reading_a_list_given_up_goes_on_with_the_next_file(window: MainWindow, files: list[Path]) -> None:
    page = page_of(window)
    drop(page, files[:3])
    task = page.run._task
    assert task is not None
    task.stop()
    rest(window)
    assert [state for _name, state in states(page)][1:] == ["ready", "ready"]
    first = page.run.queue.files[0]
    assert first.state == "ready" or "已取消读取" in first.sentence
    page.run.view.opened.emit(first)
    rest(window)
    assert page.head.confirm.text() == "确认入库 2 行"


def test_long_work_is_shown_with_its_stage_and_count(window: MainWindow, files: list[Path]) -> None:
    page = page_of(window)
    page.take(files[:1])
    rest(window)
    page.confirm()
    task = page.progress._task
    assert task is not None
    page.progress.wanted.emit()
    page.progress._step(task, "入库", 1500, 50000)
    assert page._stack.currentWidget() is page.progress
    assert page.progress._stage.text().startswith("入库 1\u2009500/50\u2009000")
    rest(window)
    assert page._stack.currentWidget() is page.result_card


# --- the tray as a grid


def test_several_waiting_rows_are_mended_by_a_pasted_block_and_stored_together(
    window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    bad = [person(serial, name, "2026.2.30") for serial, name in ((5, "钱多"), (6, "孙少"), (7, "周中"))]
    page = page_of(window)
    page.take([roster(tmp_path / "汽车系.xlsx", *bad)])
    rest(window)
    page.confirm()
    rest(window)
    page.head.tab_tray.click()
    grid, model = page.tray.grid, page.tray.model
    assert grid.currentIndex() == model.index(0, DAY)
    QGuiApplication.clipboard().setText("2026.2.28\n2026.3.1")
    grid.paste()
    assert [model.index(row, DAY).data(TONE) for row in range(3)] == ["info", "info", "error"]
    assert page.tray._written.text() == "已改 2 格，还没有入库"
    page.tray.put_in.click()
    rest(window)
    assert "2 行已入库，还有 1 行没有改好" in window.notices.sentence
    assert [each.cells["姓名"] for each in pending.rows(desk)] == ["周中"]
    window.undo()
    rest(window)
    assert len(pending.rows(desk)) == 3


def test_a_block_is_copied_and_filled_down(window: MainWindow, tmp_path: Path) -> None:
    bad = [person(5, "钱多", "2026.2.30"), person(6, "孙少", "2026.13.1")]
    page = page_of(window)
    page.take([roster(tmp_path / "汽车系.xlsx", *bad)])
    rest(window)
    page.confirm()
    rest(window)
    page.head.tab_tray.click()
    grid, model = page.tray.grid, page.tray.model
    grid.selectAll()
    grid.copy()
    assert QGuiApplication.clipboard().text().splitlines()[0].split("\t")[DAY] == "2026.2.30"
    grid.clearSelection()
    grid.setCurrentIndex(model.index(0, DAY))
    grid.selectionModel().select(model.index(1, DAY), grid.selectionModel().SelectionFlag.Select)
    grid.fill_down()
    assert model.index(1, DAY).data() == "2026.2.30"
    page.tray._back.click()
    assert model.index(1, DAY).data() == "2026.13.1"
