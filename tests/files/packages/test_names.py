"""Names that Windows, Linux and zip programs take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college_desk.files.packages.names import LONGEST_NAME, distinct, is_safe_path, safe_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("备案表_买买提·阿不都热依木.docx", "备案表_买买提·阿不都热依木.docx"),
        ('a/b\\c:d*e?f"g<h>i|j', "a／b＼c：d＊e？f”g＜h＞i｜j"),
        ("trailing. . ", "trailing"),
        ("con", "_con"),
        ("COM1.txt", "_COM1.txt"),
        ("console", "console"),
        ("100%", "100％"),
        ("a\nb\u200bc", "abc"),
        ("", "未命名"),
        ("...", "未命名"),
        ("长" * 120 + ".docx", "长" * 95 + ".docx"),
        ("长" * 120, "长" * 100),
    ],
)
def test_a_name_is_made_safe(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text(max_size=300))
def test_every_text_becomes_a_safe_name_and_then_stays(text: str) -> None:
    name = safe_name(text)
    assert safe_name(name) == name
    assert 0 < len(name) <= LONGEST_NAME
    assert is_safe_path(name)


def test_equal_names_are_told_apart_by_a_number_before_the_ending() -> None:
    assert distinct(["李明.docx", "李明.docx", "A.docx", "a.docx", "李明.docx"]) == [
        "李明.docx",
        "李明（2）.docx",
        "A.docx",
        "a（2）.docx",
        "李明（3）.docx",
    ]


@pytest.mark.parametrize(
    ("path", "safe"), [("a/b.txt", True), ("a/../b", False), ("/a", False), ("a/b ", False)]
)
def test_a_path_is_safe_when_every_part_is(path: str, safe: bool) -> None:
    assert is_safe_path(path) is safe
