"""The order subsidy filed: in the enterprise's name, blocked by who is not eligible, its standard named where missing."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.files.documents.reading import contents
from college_desk.forms.filing import ORDER_SUBSIDY
from college_desk.policy.pack import MissingParameter
from college_desk.services.differences import of_packages
from college_desk.services.filing import Filed, file, filings_of
from college_desk.services.preparing import Choice
from college_desk.services.verifying import verify
from college_desk.storage.desk import Desk
from tests import make
from tests.services import order_college
from tests.services.occasions import SITTING, new_desk

REFUSED = {order_college.number(serial): "不符合条件" for serial in (0, 1, 2, 29, 30, 31)}


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with new_desk(tmp_path_factory.mktemp("example")) as made:
        order_college.lay_in(made, order_college.worked_example())
        order_college.set_standards(made, yuan_per_graduate="1000", insured_months="6")
        yield made


def filed(desk: Desk, out: Path, period: str = "2026", **choice: Any) -> Filed:
    return file(
        desk, Choice(ORDER_SUBSIDY, period, **choice), out=out, **SITTING | {"today": order_college.DAY}
    )


def test_who_is_not_eligible_blocks_it(example: Desk, tmp_path: Path) -> None:
    result = filed(example, tmp_path / "out")
    assert result.packages == ()
    assert {each.key.partition("/")[0] for each in result.blocking} == set(REFUSED)


def test_the_worked_example_is_filed_in_the_enterprises_name(example: Desk, tmp_path: Path) -> None:
    result = filed(example, tmp_path / "out", leave_out=REFUSED)
    assert [each.message for each in result.blocking] == []
    (package,) = result.packages
    assert (package.number, package.for_whom) == ("order-subsidy-2026-01", make.ENTERPRISE)
    assert verify(package.path).problems == ()
    (claim,) = [each for each in result.forms if each.endswith("_订单企业培养补助申报汇总表.xlsx")]
    said = contents(package.path.with_suffix("") / "data" / claim)
    assert 26000 in said
    assert "人民币贰万陆仟元整" in said
    assert filed(example, tmp_path / "again", leave_out=REFUSED).packages[0].sha256 == package.sha256


def test_one_graduate_less_is_a_thousand_yuan_less(example: Desk, tmp_path: Path) -> None:
    whole = filed(example, tmp_path / "out", leave_out=REFUSED).packages[0]
    less = filed(
        example, tmp_path / "out", leave_out=REFUSED | {order_college.number(5): "材料未齐"}
    ).packages[0]
    found = of_packages(whole.path, less.path)
    assert (found.money_a, found.money_b) == (Decimal("26000.00"), Decimal("25000.00"))
    assert [each.key for each in found.removed] == [order_college.number(5)]


def test_a_year_without_graduates_says_what_to_enter(example: Desk, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="2024年度没有可以申报的内容。请先在“毕业生就业台账”里"):
        filed(example, tmp_path / "out", "2024")
    with pytest.raises(UnusableInput, match="年度"):
        filed(example, tmp_path / "out", "2025-2026")


def test_without_its_standard_nothing_is_frozen(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        order_college.lay_in(desk, [*order_college.college_records(), *order_college.student(1)])
        with pytest.raises(MissingParameter, match="订单企业培养补助标准"):
            filed(desk, tmp_path / "out")
        assert list(filings_of(desk)) == []
        assert list((tmp_path / "out").rglob("*.zip")) == []
