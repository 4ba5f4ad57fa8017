"""Names of people and of organisations."""

from __future__ import annotations

import pytest

from college_desk.records.values.organisation_name import ORGANISATION_NAME, comparable
from college_desk.records.values.person_name import PERSON_NAME
from tests.records.values.readings import severities, value

EXTENSION_B = "\U00020bb7田一"
EXTENSION_G = "李\U00030edd"


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("吴  远", "吴远"), ("史\u3000娟", "史娟"), (" 张三 ", "张三"), ("张\n三", "张三"), ("张\u00a0三", "张三"),
        ("买买提·阿不都热依木", "买买提·阿不都热依木"), ("买买提．吐尔逊", "买买提·吐尔逊"), ("买买提.吐尔逊", "买买提·吐尔逊"),
        ("阿依古丽・艾合买提", "阿依古丽·艾合买提"), ("古丽娜尔‧买买提", "古丽娜尔·买买提"), ("古丽娜尔•买买提", "古丽娜尔·买买提"),
        ("古丽娜尔∙买买提", "古丽娜尔·买买提"), ("古丽娜尔 · 买买提", "古丽娜尔·买买提"),
        (EXTENSION_B, EXTENSION_B), (EXTENSION_G, EXTENSION_G), ("王䶮", "王䶮"), ("John  Smith", "John Smith"),
    ],
)  # fmt: skip
def test_a_name_is_read_in_its_one_spelling(cell: str, name: str) -> None:
    assert value(PERSON_NAME, cell) == name


@pytest.mark.parametrize("cell", ["李四(组长)", "李四（班主任）", "李四2", "李 四【退】"])
def test_what_stands_beside_a_name_is_taken_off_with_a_warning(cell: str) -> None:
    reading = PERSON_NAME.read(cell)
    assert reading.value == "李四"
    assert [fault.severity for fault in reading.faults] == ["warning"]


@pytest.mark.parametrize("cell", ["张?", "张□", "张\ue123", "张、李"])
def test_odd_characters_are_a_warning(cell: str) -> None:
    assert severities(PERSON_NAME, cell) == ["warning"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("张", ["error"]),
        ("张三", []),
        ("·".join("买" * 18) + "提", []),
        ("买" * 36, []),
        ("买" * 37, ["error"]),
        ("机电1班", ["error"]),
    ],
)
def test_lengths_and_digits_are_judged(cell: str, expected: list[str]) -> None:
    assert severities(PERSON_NAME, cell) == expected


@pytest.mark.parametrize("cell", [12.0, "(组长)", "#NAME?"])
def test_what_is_no_name_is_unreadable(cell: float | str) -> None:
    assert severities(PERSON_NAME, cell) == ["unreadable"]


def test_an_organisations_name_keeps_its_brackets() -> None:
    assert value(ORGANISATION_NAME, " 济宁 高新(集团)有限公司 ") == "济宁高新(集团)有限公司"
    assert comparable("济宁高新(集团)有限公司") == comparable("济宁高新（集团）有限公司")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("海达", ["warning"]),
        ("教育部", []),
        ("海达公司", []),
        (123456.0, ["error"]),
        ("济" * 60, []),
        ("济" * 61, ["error"]),
    ],
)
def test_short_names_are_doubted_and_numbers_refused(cell: float | str, expected: list[str]) -> None:
    assert severities(ORGANISATION_NAME, cell) == expected
