"""Free text, lists of texts and identifiers."""

from __future__ import annotations

import datetime as dt

import pytest

from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.text import LONG_TEXT, TEXT, TEXTS
from college_desk.records.values.value_type import Cell
from tests.records.values.readings import message, severities, value


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("机电２６０３班", "机电2603班"), ("  数控\n编程 \t与加工 ", "数控 编程 与加工"), ("'0537", "0537"), ('="0537"', "0537"),
        (2603.0, "2603"), (3.5, "3.5"), ("\ufeff车工\u200b", "车工"), ("班级（一）", "班级（一）"), ("无", "无"),
        (dt.date(2026, 9, 1), "2026-09-01"), ("e\u0301", "é"), ("“双高”建设", "“双高”建设"), ("‘双高’建设", "‘双高’建设"),
        ("张 旸", "张旸"), ("李　小明", "李小明"), ("钳工 电工", "钳工 电工"), ("买买提‧吐尔逊", "买买提·吐尔逊"), ("a•b", "a•b"),
    ],
)  # fmt: skip
def test_text_is_cleaned_and_kept(cell: Cell, text: str) -> None:
    assert value(TEXT, cell) == text


@pytest.mark.parametrize("cell", [None, "", " \u3000\n", "—", "/", "-", "\u200b"])
def test_text_of_nothing_is_empty(cell: Cell) -> None:
    assert value(TEXT, cell) is None


@pytest.mark.parametrize("mark", ["#N/A", "#REF!", "#NAME?", "#VALUE!", " #DIV/0! "])
def test_failed_formulas_are_unreadable(mark: str) -> None:
    for type_of in (TEXT, LONG_TEXT, TEXTS, IDENTIFIER):
        assert severities(type_of, mark) == ["unreadable"]
    assert mark.strip() in message(TEXT, mark)


def test_too_long_a_text_is_an_error_and_a_lost_character_a_warning() -> None:
    assert (severities(TEXT, "字" * 200), severities(TEXT, "字" * 201)) == ([], ["error"])
    assert severities(TEXT, "\ue000") == ["warning"]


def test_long_text_keeps_its_lines() -> None:
    assert value(LONG_TEXT, " 一、 业绩\r\n\r\n\r\n二、获奖  \n") == "一、 业绩\n\n二、获奖"


@pytest.mark.parametrize(
    "cell",
    [
        "数控、机电",
        "数控，机电",
        "数控,机电",
        "数控；机电",
        "数控\n机电",
        "数控、机电、数控",
        "数控、、机电；",
    ],
)
def test_several_texts_are_parted(cell: str) -> None:
    assert value(TEXTS, cell) == ("数控", "机电")


def test_brackets_part_nothing() -> None:
    assert value(TEXTS, "甲公司（原乙、丙）、丁公司") == ("甲公司（原乙、丙）", "丁公司")
    assert TEXTS.to_json(("甲", "乙")) == ["甲", "乙"]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("0042098469", "0042098469"),
        (20260001.0, "20260001"),
        (" XTZ－2026－0001 ", "XTZ-2026-0001"),
        ("XTZ 2026 1", "XTZ20261"),
        ("'00123", "00123"),
        ('="051300"', "051300"),
        ("济编办〔2024〕5号", "济编办〔2024〕5号"),
    ],
)
def test_identifiers_keep_their_zeros(cell: Cell, text: str) -> None:
    assert value(IDENTIFIER, cell) == text


@pytest.mark.parametrize("cell", [1e15, 1234567890123456, "1.23E+15", dt.date(2026, 1, 1)])
def test_identifiers_that_a_spreadsheet_rewrote_are_unreadable(cell: Cell) -> None:
    assert severities(IDENTIFIER, cell) == ["unreadable"]


def test_an_identifier_has_at_most_sixty_characters() -> None:
    assert (severities(IDENTIFIER, "A" * 60), severities(IDENTIFIER, "A" * 61)) == ([], ["error"])
    assert value(IDENTIFIER, 999999999999999.0) == "999999999999999"
