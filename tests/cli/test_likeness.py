from __future__ import annotations

import pytest

from tests.cli.running import LI, ZHANG, Line

SLIPPED = "37081119800101002X"


@pytest.fixture
def twice(line: Line) -> Line:
    """A desk that keeps one teacher twice, and a second teacher."""
    line.done("set", "WS", "part_time_teacher", f"id_number={SLIPPED}", "name=李明", "phone=13800001234")
    line.done("set", "WS", "part_time_teacher", f"id_number={LI}", "name=李明", "note=乙")
    line.done("set", "WS", "part_time_teacher", f"id_number={ZHANG}", "name=张三")
    return line


def test_duplicates_lists_pairs_with_score_and_reasons(twice: Line) -> None:
    document = twice.done("duplicates", "WS", "--json").json
    (pair,) = document["pairs"]
    assert (document["count"], pair["register"]) == (1, "part_time_teacher")
    assert 0.5 <= pair["score"] <= 1
    assert pair["reasons"] == ["身份证件号只有第17位不同", "姓名相同"]
    assert [each["id_number"] for each in pair["records"]] == [SLIPPED, LI]
    said = twice.done("duplicates", "WS", "part_time_teacher").out
    assert "身份证件号只有第17位不同、姓名相同" in said
    assert "疑似重复：1对" in said
    assert twice.done("duplicates", "WS", "mentor", "--json").json == {"count": 0, "pairs": []}


def test_unite_makes_one_of_two_and_undo_brings_both_back(twice: Line) -> None:
    before = twice.done("digest", "WS").out
    united = twice.done("unite", "WS", "part_time_teacher", LI, SLIPPED, "--json").json
    assert (united["id_number"], united["phone"], united["note"]) == (LI, "13800001234", "乙")
    assert twice.done("records", "WS", "part_time_teacher", "--json").json["count"] == 2
    assert twice.done("duplicates", "WS", "--json").json["count"] == 0
    twice.done("undo", "WS")
    assert twice.done("digest", "WS").out == before


def test_take_chooses_the_side_of_a_field(twice: Line) -> None:
    said = twice.done("unite", "WS", "part_time_teacher", LI, SLIPPED, "--take", "id_number=other", "--json")
    assert said.json["id_number"] == SLIPPED


def test_apart_is_remembered_and_split_brings_both_back(twice: Line) -> None:
    before = twice.done("digest", "WS").out
    twice.done("unite", "WS", "part_time_teacher", LI, SLIPPED)
    said = twice.done("unite", "WS", "part_time_teacher", LI, SLIPPED, "--split")
    assert "已拆分" in said.out
    assert twice.done("digest", "WS").out == before
    twice.done("unite", "WS", "part_time_teacher", LI, SLIPPED, "--apart")
    assert twice.done("duplicates", "WS", "--json").json["count"] == 0
    assert twice.done("records", "WS", "part_time_teacher", "--json").json["count"] == 3


def test_what_cannot_be_united_ends_with_a_sentence(twice: Line) -> None:
    calls = {
        ("unite", "WS", "part_time_teacher", LI, LI): "同一条",
        ("unite", "WS", "part_time_teacher", LI, "370802197512120099"): "没有",
        ("unite", "WS", "part_time_teacher", LI, SLIPPED, "--split"): "没有合并过",
        ("unite", "WS", "part_time_teacher", LI, SLIPPED, "--take", "note=left"): "--take",
        ("unite", "WS", "part_time_teacher", LI, SLIPPED, "--take", "note=keep", "--apart"): "不能同时",
        ("unite", "WS", "part_time_teacher", LI, SLIPPED, "--take", "shoe=keep"): "shoe",
        ("duplicates", "WS", "nonsense"): "nonsense",
    }
    for call, word in calls.items():
        said = twice(*call)
        assert said.status == 2, call
        assert word in said.err and len(said.err.splitlines()) == 1
