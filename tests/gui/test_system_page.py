from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from college_desk.gui.context import Place
from college_desk.gui.pages.system import SystemPage
from college_desk.gui.system.history import HistoryPart
from college_desk.gui.system.policy import PolicyPart
from college_desk.gui.window import MainWindow
from college_desk.policy.pack import Parameter
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.services import editing, policies
from college_desk.storage.desk import Desk
from tests import make
from tests.gui.conftest import NOW, TODAY, WHO, Opened, rest


def part(window: MainWindow, title: str) -> object:
    window.show_place(Place("system", field=title))
    rest(window)
    page = window.page
    assert isinstance(page, SystemPage)
    return page._stack.currentWidget()


def test_the_history_is_listed_newest_first_and_taken_back(desk: Desk, opened: Opened) -> None:
    for serial, name in enumerate(("王一", "王二", "王三")):
        person = make.apprentice(name=name, id_number=make.id_number(serial=serial + 1))
        editing.add(desk, person, who=WHO, now=NOW, today=TODAY)
    window = opened(desk, "system")
    history = part(window, "修改记录")
    assert isinstance(history, HistoryPart)
    model = history._model
    assert [model.index(row, 2).data() for row in range(4)] == [
        "新增学徒花名册：王三", "新增学徒花名册：王二", "新增学徒花名册：王一", "新建学校数据",
    ]  # fmt: skip
    history.table.selectRow(1)
    assert history._steps_down_to(model.rows[1]) == 2  # type: ignore[arg-type]
    history._take_back(2)
    rest(window)
    with desk.read() as reader:
        assert [each.name for each in reader.all(Apprentice)] == ["王一"]


def test_the_step_that_made_the_school_data_is_not_taken_back(desk: Desk, opened: Opened) -> None:
    history = part(opened(desk, "system"), "修改记录")
    assert isinstance(history, HistoryPart)
    assert not history._undo.isEnabled()


def test_parameters_show_what_is_missing_and_take_what_is_entered(
    desk: Desk, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(desk, "system")
    policy = part(window, "政策参数")
    assert isinstance(policy, PolicyPart)
    named = {each.name: each for each in policy._model.rows if isinstance(each, Parameter)}
    missing = named["quota.periods_per_post"]
    assert policies.shown_value(missing) == "未录入"
    entered = ("360", "济人社字〔2026〕1号", None)
    monkeypatch.setattr("college_desk.gui.system.policy._ParameterDialog.exec", lambda _self: 1)
    monkeypatch.setattr("college_desk.gui.system.policy._ParameterDialog.entered", lambda _self: entered)
    policy._enter(missing)
    rest(window)
    now = next(each for each in policies.parameters(desk, TODAY) if each.name == missing.name)
    assert (str(now.value), now.source) == ("360", "济人社字〔2026〕1号")
    assert "已录入" in window.notices.sentence


def test_the_check_up_says_that_all_is_whole(desk: Desk, opened: Opened) -> None:
    window = opened(desk, "system")
    checkup = part(window, "数据体检")
    assert isinstance(checkup, object)
    words = [each.text() for each in window.page.findChildren(QLabel)]  # type: ignore[union-attr]
    assert any("学校数据完好" in each for each in words)
    assert words.count("正常") >= 6


def test_the_school_is_described(desk: Desk, opened: Opened) -> None:
    window = opened(desk, "system")
    part(window, "学校")
    words = [each.text() for each in window.page.findChildren(QLabel)]  # type: ignore[union-attr]
    assert "济宁示例职业学院" in words
    assert "本部、北校区" in words
    assert any("未加密" in each for each in words)
