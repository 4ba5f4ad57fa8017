"""What an import asks, what the answers do, and what is remembered of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.services import importing, synonyms, undoing
from college_desk.services.importing import ImportOptions
from college_desk.storage.desk import Desk
from tests.files import workbooks
from tests.services.importing_sheets import LI, WANG, ZHANG, brought, records, shown
from tests.services.occasions import SITTING, new_desk

PEOPLE = [("李明", LI), ("王芳", WANG), ("张华", ZHANG)]
HEADER = ["姓名", "身份证号", "政治面貌"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


def roster(folder: Path, header: list[str], *more: Any, file: str = "表.xlsx") -> Path:
    """Three people with what else stands in their rows."""
    data = [[*person, *each] for person, each in zip(PEOPLE, more, strict=True)]
    return workbooks.xlsx(folder / file, {"名册": [header, *data]})


def answered(desk: Desk, path: Path, code: str) -> ImportOptions:
    """The options that answer the one question about a file."""
    (asked,) = shown(desk, "apprentice", path).questions
    return ImportOptions(answers={asked.id: code})


def test_an_answer_is_a_word_of_the_school_that_undo_forgets(desk: Desk, tmp_path: Path) -> None:
    path = roster(tmp_path, HEADER, ["团里的"], ["团里的"], ["群众"])
    brought(desk, "apprentice", path, answered(desk, path, "03"))
    assert [(each.text, each.label) for each in synonyms.synonyms(desk)] == [("团里的", "共青团员")]
    undoing.undo(desk, 1, **SITTING)
    assert synonyms.synonyms(desk) == []
    assert records(desk, "apprentice") == []


def test_a_word_is_forgotten_and_asked_again(desk: Desk, tmp_path: Path) -> None:
    path = roster(tmp_path, HEADER, ["团里的"], ["群众"], ["群众"])
    synonyms.learn(desk, "political_status", "团里的", "03", **SITTING)
    assert shown(desk, "apprentice", path).questions == ()
    synonyms.forget(desk, [("political_status", "团里的")], **SITTING)
    assert [each.kind for each in shown(desk, "apprentice", path).questions] == ["value"]


def test_a_word_for_a_code_that_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(UnusableInput, match="团里的"):
        synonyms.learn(desk, "political_status", "团里的", "77", **SITTING)


def test_an_answered_question_stays_and_says_so(desk: Desk, tmp_path: Path) -> None:
    path = roster(tmp_path, HEADER, ["团里的"], ["群众"], ["群众"])
    (asked,) = shown(desk, "apprentice", path, answered(desk, path, "03")).questions
    assert (asked.answered, asked.taken) == (True, "03")
    (left,) = shown(desk, "apprentice", path, answered(desk, path, "")).questions
    assert (left.answered, left.taken) == (True, "")


def test_a_preview_teaches_nothing(desk: Desk, tmp_path: Path) -> None:
    path = roster(tmp_path, HEADER, ["团里的"], ["群众"], ["群众"])
    shown(desk, "apprentice", path, answered(desk, path, "03"))
    assert synonyms.synonyms(desk) == []


def test_a_failed_formula_is_no_word_to_ask_about(desk: Desk, tmp_path: Path) -> None:
    path = roster(tmp_path, HEADER, ["#N/A"], ["群众"], ["群众"])
    assert shown(desk, "apprentice", path).questions == ()


def test_zeros_are_known_by_the_numbers_that_are_kept(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "学号"]
    numbers = [f"00{each}" for each in range(2601, 2607)]
    kept = [[f"学徒{place}", f"37081120050315{place:04d}", each] for place, each in enumerate(numbers)]
    brought(desk, "apprentice", workbooks.xlsx(tmp_path / "先.xlsx", {"名册": [header, *kept]}))
    path = roster(tmp_path, header, [2701], [2702], [2703])
    (asked,) = shown(desk, "apprentice", path).questions
    assert (asked.kind, asked.rows, asked.answers[0].code) == ("pad", 3, "6")


def test_a_mapping_by_hand_is_remembered_for_the_next_file_of_the_layout(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "甲", "乙"]
    path = roster(tmp_path, header, ["群众", 1], ["群众", 2], ["群众", 3])
    hand = ImportOptions(columns={("名册", 2): "political_status"})
    brought(desk, "apprentice", path, hand)
    other = roster(tmp_path, header, ["群众", 4], ["团员", 5], ["群众", 6], file="下月.xlsx")
    seen = shown(desk, "apprentice", other)
    assert seen.mapping is not None
    assert "表.xlsx" in seen.mapping
    assert [each.field for each in seen.sheets[0].columns] == ["name", "id_number", "political_status", None]
    plain = shown(desk, "apprentice", other, ImportOptions(remembered=False))
    assert (plain.mapping, plain.sheets[0].columns[2].field) == (None, None)


def test_a_layout_with_one_more_column_is_nearly_the_same(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "甲", "联系电话", "班级"]
    path = roster(tmp_path, header, *[["群众", "13812345678", "一班"]] * 3)
    brought(desk, "apprentice", path, ImportOptions(columns={("名册", 2): "political_status"}))
    more = [["群众", "13812345678", "一班", "高新区"]] * 3
    seen = shown(desk, "apprentice", roster(tmp_path, [*header, "丁"], *more, file="下月.xlsx"))
    assert seen.mapping is not None
    assert [each.field for each in seen.sheets[0].columns][2:4] == ["political_status", "phone"]


def test_another_layout_is_read_as_before(desk: Desk, tmp_path: Path) -> None:
    path = roster(tmp_path, ["姓名", "身份证号", "甲"], ["群众"], ["群众"], ["群众"])
    brought(desk, "apprentice", path, ImportOptions(columns={("名册", 2): "political_status"}))
    other = roster(
        tmp_path, ["学徒", "证件号码", "丙", "联系电话"], *[["x", "13812345678"]] * 3, file="另.xlsx"
    )
    assert shown(desk, "apprentice", other).mapping is None


def test_nothing_is_remembered_where_nobody_decided(desk: Desk, tmp_path: Path) -> None:
    brought(desk, "apprentice", roster(tmp_path, HEADER, ["群众"], ["群众"], ["群众"]))
    with desk.read() as reader:
        assert reader.layouts() == {}


def test_the_same_file_with_the_same_choices_again_stores_nothing(desk: Desk, tmp_path: Path) -> None:
    path = roster(tmp_path, ["姓名", "身份证号", "甲"], ["群众"], ["群众"], ["群众"])
    hand = ImportOptions(columns={("名册", 2): "political_status"})
    brought(desk, "apprentice", path, hand)
    assert brought(desk, "apprentice", path, hand).changed.step is None
    assert brought(desk, "apprentice", path).changed.step is None


def test_a_changed_row_tells_each_field_before_and_after(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "联系电话", "班级"]
    brought(desk, "apprentice", roster(tmp_path, header, *[["13812345678", "一班"]] * 3))
    seen = shown(
        desk, "apprentice", roster(tmp_path, header, ["13812345679", "一班"], *[["13812345678", "一班"]] * 2)
    )
    told = [each.differences for each in seen.plan.rows]
    assert [(each.field, each.before, each.after) for each in told[0]] == [
        ("phone", "13812345678", "13812345679")
    ]
    assert told[1:] == [(), ()]


def test_what_was_written_since_the_preview_is_met(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "联系电话"]
    path = roster(tmp_path, header, *[["13812345678"]] * 3)
    seen = shown(desk, "apprentice", path)
    brought(desk, "apprentice", path)
    result = importing.apply(desk, seen, **SITTING)
    assert (result.count("new"), result.count("unchanged")) == (0, 3)
    assert len(records(desk, "apprentice")) == 3
