"""Identity numbers that end in 000: some people have one, most were cut off by a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from college_desk.records.register import REGISTERS
from college_desk.services import importing
from tests.services.occasions import TODAY, new_desk


@pytest.mark.parametrize(
    ("number", "severity"), [("370831198911166000", "warning"), ("370811198503124000", "error")]
)
def test_a_fitting_check_character_makes_it_a_warning_on_the_sheet(
    tmp_path: Path, number: str, severity: str
) -> None:
    sheet = tmp_path / "兼职教师花名册.csv"
    sheet.write_text(f"姓名,身份证号,联系电话\n李明,{number},13800138000\n", encoding="utf-8-sig")
    with new_desk(tmp_path) as desk:
        seen = importing.preview(desk, REGISTERS["part_time_teacher"], sheet, today=TODAY)
    told = [each for each in seen.to_json()["findings"] if each["rule"] == "VAL-002"]
    assert [each["severity"] for each in told] == [severity]
