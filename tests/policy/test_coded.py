"""Codes by their words, and the level that a title names."""

from __future__ import annotations

import pytest

from college_desk.policy.coded import coded, label, rank
from college_desk.policy.levels import title_level
from tests import make


def test_a_word_names_its_code() -> None:
    assert coded("vetting_result", "有") != coded("vetting_result", "无")


def test_a_word_that_is_in_no_table_is_a_bug() -> None:
    with pytest.raises(KeyError):
        coded("vetting_result", "也许")


def test_the_ladder_of_skills_is_by_rank_and_not_by_number() -> None:
    ladder = ["0", "5", "4", "3", "2", "1", "T", "S"]
    assert sorted(ladder, key=lambda code: rank("skill_level", code) or 0) == ladder


def test_no_code_has_no_rank() -> None:
    assert rank("skill_level", None) is None
    assert rank("skill_level", "Z") is None


def test_an_unknown_code_shows_itself() -> None:
    assert label("skill_level", "Z") == "Z"
    assert label("skill_level", "3") == "高级工"


@pytest.mark.parametrize(
    ("title", "level", "found"),
    [
        ("工程师", None, "3"),
        ("高工", None, "2"),
        ("高级", None, None),
        ("行业专家", "2", "2"),
        (None, None, None),
        ("工程师", "4", "4"),
    ],
)
def test_the_level_given_goes_before_the_one_the_title_names(
    title: str | None, level: str | None, found: str | None
) -> None:
    teacher = make.bare(type(make.part_time_teacher()), professional_title=title, title_level=level)
    assert title_level(teacher) == found
