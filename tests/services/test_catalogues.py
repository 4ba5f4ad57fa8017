"""The catalogues of rules, registers and filings."""

from __future__ import annotations

import itertools

from college_desk.records.register import REGISTERS
from college_desk.rules.rule import RULES
from college_desk.services import catalogues

RULE_NAMES = {"code", "register", "severity", "title", "intent", "condition", "fix", "passes", "fails", "clause",
              "since", "until"}  # fmt: skip


def test_every_rule_is_there_with_all_that_the_contract_names() -> None:
    shown = catalogues.rules_json()["rules"]
    assert {each["code"] for each in shown} == set(RULES.codes())
    assert all(set(each) >= RULE_NAMES for each in shown)
    assert {each["severity"] for each in shown} == {"error", "warning", "info"}
    assert {each["register"] for each in shown} <= {*REGISTERS.codes(), "any"}


def test_rules_stand_in_order_of_their_codes_by_series() -> None:
    codes = [each["code"] for each in catalogues.rules_json()["rules"]]
    series = [code[:3] for code in codes]
    assert len(set(series)) == sum(one != other for one, other in itertools.pairwise(series)) + 1
    assert series[0] == "VAL"
    for each in set(series):
        mine = [code for code in codes if code.startswith(each)]
        assert mine == sorted(mine)


def test_every_register_is_there_with_its_fields() -> None:
    shown = {each["code"]: each for each in catalogues.registers_json()["registers"]}
    assert set(shown) == set(REGISTERS.codes())
    assert shown["appointment"]["key"] == ["contract_number"]
    fields = {each["name"]: each for each in shown["part_time_teacher"]["fields"]}
    assert {"name", "title", "type", "labels"} <= set(fields["gender"])
    assert "男" in fields["gender"]["labels"]


def test_filings_name_their_forms() -> None:
    shown = {each["code"]: each for each in catalogues.filings_json()["filings"]}
    assert "兼职教师聘任备案表" in shown["part-time-appointments"]["forms"]
