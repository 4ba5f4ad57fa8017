"""The annual progress filed: the table's numbers, nobody behind them in the package, whole and verifiable."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from college_desk.files.documents.reading import contents
from college_desk.services import policies
from college_desk.services.filing import Filed, file
from college_desk.services.preparing import Choice
from college_desk.services.verifying import verify
from college_desk.storage.desk import Desk
from tests import make
from tests.services.filed_college import lay_in
from tests.services.occasions import SITTING, new_desk

DAY = dt.date(2026, 12, 31)


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with new_desk(tmp_path) as made:
        lay_in(made, make.everything())
        lay_in(made, [make.apprentice(id_number=make.id_number(serial=77), name="佟不在册", cohort="Z")])
        yield made


def filed(desk: Desk, out: Path, period: str = "2026") -> Filed:
    sitting = SITTING | {"today": DAY}
    return file(desk, Choice("annual-progress", period), out=out, **sitting)


def test_the_year_is_filed_and_verifies(desk: Desk, tmp_path: Path) -> None:
    result = filed(desk, tmp_path / "out")

    assert [each.message for each in result.blocking] == []
    package = result.packages[0]
    assert package.number == "annual-progress-2026-01"
    assert verify(package.path).problems == ()
    assert {"年度进展统计表", "校企合作协议台账", "企业导师名册"} <= {
        name for each in result.forms for name in ("年度进展统计表", "校企合作协议台账", "企业导师名册") if name in each
    }  # fmt: skip
    assert filed(desk, tmp_path / "again").packages[0].sha256 == package.sha256


def test_nobody_behind_a_figure_travels_with_it(desk: Desk, tmp_path: Path) -> None:
    folder = filed(desk, tmp_path / "out").packages[0].path.with_suffix("")
    data = "".join(each.read_text(encoding="utf-8") for each in folder.rglob("*.json"))
    assert "佟不在册" not in data
    assert make.id_number(serial=77) not in data


def test_the_goal_and_its_rate_stand_beside_the_figure(desk: Desk, tmp_path: Path) -> None:
    policies.set_parameters(desk, {"target.contest_people": "200"}, document="济教字〔2026〕9号", **SITTING)
    result = filed(desk, tmp_path / "out")
    (table,) = [each for each in result.forms if each.endswith(".xlsx") and "年度进展统计表" in each]
    said = contents(result.packages[0].path.with_suffix("") / "data" / table)
    place = said.index("参赛人次")
    assert 200 in said[place : place + 14]


def test_another_kind_of_period_is_refused(desk: Desk, tmp_path: Path) -> None:
    from college_desk.base.errors import UnusableInput

    with pytest.raises(UnusableInput, match="年度"):
        filed(desk, tmp_path / "out", "2026-2027-1")
