from __future__ import annotations

from pathlib import Path

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.services import undoing, workspaces
from tests.services.occasions import live, new_desk


def test_new_school_data_hold_the_school_and_its_numbered_campuses(tmp_path: Path) -> None:
    with new_desk(tmp_path, school_code="13000", campuses=["东校区", "西校区"], here="西校区") as desk:
        (school,) = live(desk, "school")
        assert (school.name, school.school_code) == ("济宁示例职业学院", "13000")
        assert [(each.code, each.name) for each in live(desk, "campus")] == [
            ("01", "东校区"),
            ("02", "西校区"),
        ]
        with desk.read() as reader:
            metas = reader.metas()
    assert metas["name"] == "济宁示例职业学院"
    assert metas["here"] == "西校区"
    assert metas["policy"] == "jining-2022"


def test_a_campus_may_be_named_by_its_code(tmp_path: Path) -> None:
    with new_desk(tmp_path, campuses=["东校区", "西校区"], here="01") as desk, desk.read() as reader:
        assert reader.meta("here") == "东校区"


def test_without_a_local_campus_the_desk_is_the_whole_colleges(tmp_path: Path) -> None:
    with new_desk(tmp_path, campuses=["东校区"]) as desk, desk.read() as reader:
        assert reader.meta("here") is None


@pytest.mark.parametrize(
    ("choices", "word"),
    [
        ({"name": "  "}, "学校名称"),
        ({"campuses": ["东校区", "东校区"]}, "重复"),
        ({"campuses": ["东校区", " "]}, "不能为空"),
        ({"campuses": ["东校区"], "here": "南校区"}, "南校区"),
        ({"policy": "nowhere-1900"}, "nowhere-1900"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_made(
    tmp_path: Path, choices: dict[str, object], word: str
) -> None:
    with pytest.raises(UnusableInput, match=word):
        new_desk(tmp_path, **choices)
    assert not (tmp_path / "college").exists()


def test_a_folder_that_holds_something_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "college").mkdir()
    (tmp_path / "college" / "名单.txt").write_text("李明", encoding="utf-8")
    with pytest.raises(UnusableInput):
        new_desk(tmp_path)
    assert [each.name for each in (tmp_path / "college").iterdir()] == ["名单.txt"]


def test_making_the_school_data_cannot_be_undone(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        assert undoing.reversible(desk).undo is None


def test_encrypted_school_data_open_with_their_passphrase_only(tmp_path: Path) -> None:
    new_desk(tmp_path, passphrase="好记的口令").close()
    for wrong in (None, "别的口令"):
        with pytest.raises(UnusableInput):
            workspaces.open_desk(tmp_path / "college", wrong)
    with workspaces.open_desk(tmp_path / "college", "好记的口令") as desk:
        assert [each.name for each in live(desk, "school")] == ["济宁示例职业学院"]


def test_a_folder_without_school_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput):
        workspaces.open_desk(tmp_path)
