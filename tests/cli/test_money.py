from __future__ import annotations

import pytest

from tests.cli.running import LI, Line


def test_tax_takes_the_payments_of_a_month_together(bare: Line) -> None:
    shown = bare.done("tax", "3000", "2000", "--json").json

    assert shown == {
        "gross": "5000.00", "base": "4000.00", "rate": "0.20", "deduction": "0.00", "tax": "800.00",
        "net": "4200.00",
    }  # fmt: skip
    assert "800.00" in bare.done("tax", "3000", "2000").out


def test_tax_from_a_net_tells_the_gross(bare: Line) -> None:
    shown = bare.done("tax", "30,000元", "--net", "--json").json

    assert (shown["gross"], shown["tax"], shown["net"]) == ("36842.11", "6842.11", "30000.00")
    assert (shown["rate"], shown["deduction"]) == ("0.30", "2000.00")


@pytest.mark.parametrize("text", ["三千", "-5", ""])
def test_what_is_no_amount_is_one_sentence_and_unusable(bare: Line, text: str) -> None:
    said = bare("tax", text)

    assert said.status == 2
    assert said.err.count("\n") == 1


def test_subsidy_shows_settles_and_locks_a_month(line: Line) -> None:
    line.done(
        "set", "WS", "fee_standard", "title_level=副高级", "academic_year=2025-2026", "yuan_per_period=98"
    )
    line.done("set", "WS", "part_time_teacher", f"id_number={LI}", "name=李明", "skill_level=高级技师")
    line.done("set", "WS", "teaching_hours", f"teacher={LI}", "taught_on=2026-03-02", "slot=1-2", "course=钳工",
              "class_name=1班", "periods=2", "verified=是")  # fmt: skip

    shown = line.done("subsidy", "WS", "--month", "2026-03", "--json").json
    first = {name: shown["lines"][0][name] for name in ("teacher", "id_number", "title_level", "periods",
                                                        "yuan_per_period", "gross", "tax", "net")}  # fmt: skip
    assert first == {"teacher": "李明", "id_number": LI, "title_level": "副高级", "periods": 2,
                     "yuan_per_period": "98.00", "gross": "196.00", "tax": "0.00", "net": "196.00"}  # fmt: skip
    assert shown["total"]["capitals"] == "人民币壹佰玖拾陆元整"
    assert "2026年第1批" in line.done("subsidy", "WS", "--month", "2026-03", "--settle").out
    assert line("subsidy", "WS", "--month", "2026-03", "--settle").status == 1
    refused = line("set", "WS", "teaching_hours", f"{LI}/2026-03-02/1-2/钳工/1班", "periods=4")
    assert (refused.status, "冲减" in refused.err) == (1, True)
    line.done("subsidy", "WS", "--month", "2026-04", "--reverse", "李明=2026年第1批")
    line.done("set", "WS", "teaching_hours", f"{LI}/2026-03-02/1-2/钳工/1班", "periods=4")
    line.done("subsidy", "WS", "--month", "2026-04", "--paid", "2026年第1批=已发放", "--on", "2026-04-10")


def test_a_month_without_its_standard_ends_with_one_and_names_it(line: Line) -> None:
    line.done("set", "WS", "part_time_teacher", f"id_number={LI}", "name=李明", "skill_level=技师")
    line.done("set", "WS", "teaching_hours", f"teacher={LI}", "taught_on=2026-03-02", "slot=1-2", "course=钳工",
              "periods=2", "verified=是")  # fmt: skip
    said = line("subsidy", "WS", "--month", "2026-03")
    assert (said.status, "2025-2026学年“中级”" in said.err) == (1, True)
    assert line("subsidy", "WS", "--month", "三月").status == 2


def test_what_is_paid_is_claimed_and_what_comes_back_is_not(line: Line) -> None:
    line.done(
        "set", "WS", "fee_standard", "title_level=副高级", "academic_year=2025-2026", "yuan_per_period=98"
    )
    line.done("set", "WS", "part_time_teacher", f"id_number={LI}", "name=李明", "skill_level=高级技师",
              "person_source=企业在职")  # fmt: skip
    line.done("set", "WS", "teaching_hours", f"teacher={LI}", "taught_on=2026-03-02", "slot=1-2", "course=钳工",
              "class_name=1班", "periods=2", "verified=是")  # fmt: skip
    month = ("subsidy", "WS", "--month", "2026-03")
    assert line.done(*month, "--json").json["lines"][0]["claim"] is None
    line.done(*month, "--settle")
    unpaid = line(*month, "--claim")
    assert (unpaid.status, "还没有支付" in unpaid.err) == (1, True)

    line.done(
        *month, "--paid", "2026年第1批=已发放", "--teacher", "李明", "--on", "2026-03-31", "--voucher", "记-7"
    )
    shown = line.done(*month, "--claim", "--json").json
    assert (shown["claimed"], shown["lines"][0]["claim"]["yuan"]) == ("196.00", "196.00")
    assert shown["lines"][0]["payout_status"] == "已发放"
    assert "可申请课时费补贴196.00元" in line.done(*month).out

    line.done(*month, "--paid", "2026年第1批=退票")
    assert "不申请补贴：发放状态是“退票”" in line.done(*month).out
