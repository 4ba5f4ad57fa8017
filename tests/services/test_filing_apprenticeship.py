"""Cohorts and apprentices filed: forms for each, counts that agree, whole and verifiable."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from college_desk.files.documents.reading import contents
from college_desk.services.filing import Filed, file
from college_desk.services.preparing import Choice
from college_desk.services.verifying import verify
from college_desk.storage.desk import Desk
from tests import make
from tests.services.filed_college import lay_in
from tests.services.occasions import SITTING, live, new_desk, put

TERM, DAY = "2026-2027-1", dt.date(2026, 11, 20)


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    """The small college of the factories with a second apprentice in the same class."""
    with new_desk(tmp_path) as made:
        lay_in(made, make.everything())
        yield made


def filed(desk: Desk, out: Path, **choice: Any) -> Filed:
    return file(desk, Choice("apprenticeship", TERM, **choice), out=out, **(SITTING | {"today": DAY}))


def test_cohorts_are_filed_with_their_rosters_and_ledgers(desk: Desk, tmp_path: Path) -> None:
    result = filed(desk, tmp_path / "out")

    assert [f"{each.rule} {each.message}" for each in result.blocking] == []
    package = result.packages[0]
    assert package.number == "apprenticeship-2026-2027-1-01"
    assert verify(package.path).problems == ()
    for title in (
        "学徒班备案表",
        "学徒班备案汇总表",
        "学徒花名册",
        "校企合作协议台账",
        "企业导师名册",
        "报告.docx",
    ):
        assert any(title in each for each in result.forms), title
    assert filed(desk, tmp_path / "again").packages[0].sha256 == package.sha256


def test_the_numbers_of_the_form_are_those_of_the_roster(desk: Desk, tmp_path: Path) -> None:
    result = filed(desk, tmp_path / "out")
    folder = result.packages[0].path.with_suffix("") / "data"
    roster, form = (
        contents(folder / next(each for each in result.forms if title in each and each.endswith(ending)))
        for title, ending in (("学徒花名册", ".xlsx"), ("学徒班备案表", ".docx"))
    )
    people = len([each for each in live(desk, "apprentice") if each.status in (None, "1")])
    assert f"{people}人" in roster
    assert str(form[form.index("在培人数") + 1]) in (str(people), str(Decimal(people)))


def test_somebody_set_aside_is_on_no_roster(desk: Desk, tmp_path: Path) -> None:
    someone = live(desk, "apprentice")[0]
    number = make.id_number(dt.date(2008, 5, 6), serial=88)
    with desk.write("录入", guarded=False, **SITTING) as writer:
        writer.add(make.apprentice(id_number=number, name="佟本次不报", cohort=someone.cohort))
    put(desk, "cohort", live(desk, "cohort")[0].uid, enrolled_size="2")
    result = filed(desk, tmp_path / "out", leave_out={number: "材料不全"})
    folder = result.packages[0].path.with_suffix("") / "data"
    said = [contents(folder / each) for each in result.forms if each.endswith(".xlsx")]
    assert not any("佟本次不报" in each for each in said)


def test_one_cohort_can_be_filed_by_itself(desk: Desk, tmp_path: Path) -> None:
    put(
        desk,
        "cohort",
        cohort_code="XT-9",
        name="另一个学徒班",
        scheme="现代学徒制",
        start_on="2026-09-01",
        end_on="2029-06-30",
    )
    code = next(each.cohort_code for each in live(desk, "cohort") if each.cohort_code != "XT-9")
    result = filed(desk, tmp_path / "out", only={"cohort": (code,)})
    assert [each for each in result.forms if "另一个学徒班" in each] == []
    assert result.packages
