from __future__ import annotations

import datetime as dt
import io

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.cli import texts
from college_desk.cli.terminal_progress import TerminalProgress, columns

TODAY = dt.date(2026, 9, 30)


@pytest.mark.parametrize(("text", "wide"), [("abc", 3), ("姓名", 4), ("（一）", 6), ("2026年", 6)])
def test_a_chinese_character_takes_two_columns(text: str, wide: int) -> None:
    assert columns(text) == wide


def test_a_table_lines_its_columns_up() -> None:
    shown = texts.table(["姓名", "人数"], [["李明", "7"], ["买买提", "12"]])
    lines = shown.splitlines()
    assert [
        columns(line[: line.index(word)]) for line, word in zip(lines, ["人数", "7", "12"], strict=True)
    ] == [8] * 3


def test_an_empty_table_is_its_headings() -> None:
    assert texts.table(["姓名", "人数"], []) == "姓名  人数"


@pytest.mark.parametrize("text", ["2026-09-01", "20260901", "2026.9.1", "2026年9月1日", "9.1"])
def test_a_day_is_read_in_any_usual_form(text: str) -> None:
    assert texts.day(text, today=TODAY) == dt.date(2026, 9, 1)


@pytest.mark.parametrize("text", ["", "2026-02-30", "someday", "2026年9月"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(UnusableInput):
        texts.day(text, today=TODAY)


def test_people_thought_of_are_read_with_their_days() -> None:
    assert texts.planned("4@2026-09-01..2027-01-31", today=TODAY) == (
        4,
        dt.date(2026, 9, 1),
        dt.date(2027, 1, 31),
    )
    assert texts.planned("1@9.1..9.1", today=TODAY) == (1, dt.date(2026, 9, 1), dt.date(2026, 9, 1))


@pytest.mark.parametrize(
    "text", ["4", "@2026-09-01..2026-09-02", "4@2026-09-01", "-1@2026-09-01..2026-09-02"]
)
def test_other_plans_are_refused(text: str) -> None:
    with pytest.raises(UnusableInput):
        texts.planned(text, today=TODAY)


def test_a_pair_is_split_at_its_first_equals_sign() -> None:
    assert texts.pair("身份证件号=a=b", option="--map") == ("身份证件号", "a=b")
    for broken in ("", "a", "a=", "=b"):
        with pytest.raises(UnusableInput, match="--map"):
            texts.pair(broken, option="--map")


def test_progress_writes_over_one_line_and_clears_it_at_the_end() -> None:
    terminal = io.StringIO()
    progress = TerminalProgress(terminal)
    for done in range(0, 1001, 1):
        progress.step("读入表格", done, 1000)
    written = terminal.getvalue()
    assert "\n" not in written
    assert written.count("读入表格") == 101
    assert written.endswith("\r" + " " * columns("读入表格 1000/1000（100%）") + "\r")
    assert written.strip("\r ").split("\r")[-1].startswith("读入表格 1000/1000")


def test_progress_without_a_known_end_counts() -> None:
    terminal = io.StringIO()
    TerminalProgress(terminal).step("读入表格", 7)
    assert terminal.getvalue() == "\r读入表格 7"
