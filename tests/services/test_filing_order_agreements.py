"""Order agreements filed: whole, verifiable, the same twice; chosen by class, set aside, drafted."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.forms.filing import ORDER_AGREEMENTS
from college_desk.services.filing import Filed, file
from college_desk.services.preparing import Choice
from college_desk.services.verifying import verify
from college_desk.storage.desk import Desk
from tests import make
from tests.services.filed_college import lay_in
from tests.services.occasions import SITTING, new_desk

DAY = dt.date(2026, 6, 20)
YEAR = "2025-2026"
SECOND = "DD-2023-002"


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with new_desk(tmp_path) as made:
        agreed = {
            "agreement_type": "订单培养",
            "signed_on": "2023-06-18",
            "start_on": "2023-07-01",
            "end_on": "2026-08-31",
        }
        other = make.id_number(dt.date(2007, 9, 3), serial=30)
        lay_in(made, [
            *make.everything(),
            make.agreement(agreement_number=make.ORDER_AGREEMENT, **agreed),
            make.agreement(agreement_number=SECOND, **agreed),
            make.order_class(name="海达二班", agreement_number=SECOND),
            make.order_student(name="孙丽", id_number=other, student_number="2023460346", phone="13805370199",
                               order_class="海达二班", order_agreement=SECOND),
        ])  # fmt: skip
        yield made


def filed(desk: Desk, out: Path, period: str = YEAR, **choice: Any) -> Filed:
    draft = choice.pop("draft", False)
    return file(
        desk, Choice(ORDER_AGREEMENTS, period, **choice), out=out, draft=draft, **SITTING | {"today": DAY}
    )


def test_they_are_filed_and_verify_and_are_the_same_twice(desk: Desk, tmp_path: Path) -> None:
    result = filed(desk, tmp_path / "out")
    assert [each.message for each in result.blocking] == []
    package = result.packages[0]
    assert package.number == "order-agreements-2025-2026-01"
    assert verify(package.path).problems == ()
    names = " ".join(result.forms)
    assert all(each in names for each in ("订单培养协议汇总表", "海达班_订单培养协议备案表", "海达二班_订单培养协议备案表",
                                          "海达班_订单班学生名册", "海达二班_订单班学生名册"))  # fmt: skip
    assert filed(desk, tmp_path / "again").packages[0].sha256 == package.sha256


def test_one_class_is_filed_with_its_agreement_and_its_own_students(desk: Desk, tmp_path: Path) -> None:
    lay_in(
        desk,
        [make.agreement(agreement_number="DD-2023-003", agreement_type="订单培养", start_on="2023-07-01")],
    )
    result = filed(desk, tmp_path / "out", only={"order_class": (f"{SECOND}/海达二班",)})
    assert sum("备案表" in each for each in result.forms if each.endswith(".docx")) == 1
    kinds = sorted(type(each).__name__ for each in result.prepared.selection.filed)
    assert kinds == ["Agreement", "OrderClass", "OrderStudent"]


def test_a_student_set_aside_is_not_on_the_roster(desk: Desk, tmp_path: Path) -> None:
    result = filed(desk, tmp_path / "out", leave_out={make.ORDER_STUDENT_ID: "材料未齐"})
    assert [each.id_number for each in result.prepared.selection.left_out] == [make.ORDER_STUDENT_ID]  # type: ignore[attr-defined]
    assert not any("海达班_订单班学生名册" in each for each in result.forms)
    assert verify(result.packages[0].path).ok


def test_a_period_without_order_training_says_what_to_enter(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="订单班台账"):
        filed(desk, tmp_path / "out", "2019-2020")
    with pytest.raises(UnusableInput, match="学期或学年"):
        filed(desk, tmp_path / "out", "2026")


def test_what_is_blocked_still_has_its_draft(desk: Desk, tmp_path: Path) -> None:
    lay_in(
        desk, [make.order_class(name="未备案班", agreement_number=SECOND, filed_on=None, filing_number=None)]
    )
    result = filed(desk, tmp_path / "out", draft=True)
    assert result.packages == ()
    assert result.draft is not None
    assert any("未备案班" in each.name for each in result.draft.rglob("*.docx"))
