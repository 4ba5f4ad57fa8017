"""The catalogue of rules as a whole: codes, texts, clauses, cases."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from college_desk.records.register import REGISTERS, Record, register_of
from college_desk.rules.rule import RULES, Rule
from tests.rules import cases
from tests.rules.case import CASES

cases.load()
SERIES = {
    "VAL", "PER", "APP", "PLC", "COH", "NEW", "INS", "MEN", "AGR", "ENT", "ORD", "OUT", "APT", "TCH", "TEA", "HRS",
    "PAY", "FEE", "HON", "CRT", "CMP", "PLT", "TRN", "QUO", "MAJ", "TRM", "FIL",
}  # fmt: skip
FEWEST = 150
SHORTEST = {"title": 2, "intent": 8, "condition": 8, "fix": 4, "passes": 1, "fails": 1, "clause": 4}

every_rule = pytest.mark.parametrize("rule", list(RULES), ids=lambda each: each.code)


def test_the_codes_of_each_series_run_from_one_without_a_hole() -> None:
    numbers = defaultdict(list)
    for rule in RULES:
        series, _hyphen, number = rule.code.partition("-")
        assert re.fullmatch(r"\d{3}", number)
        numbers[series].append(int(number))
    assert set(numbers) == SERIES
    for series, taken in numbers.items():
        assert sorted(taken) == list(range(1, len(taken) + 1)), series


def test_there_are_as_many_rules_as_were_promised() -> None:
    assert len(list(RULES)) >= FEWEST


@every_rule
def test_every_text_is_there_and_in_the_offices_language(rule: Rule) -> None:
    for name, shortest in SHORTEST.items():
        text = getattr(rule, name)
        assert len(text) >= shortest, name
    for name in ("intent", "condition", "fix"):
        text = getattr(rule, name)
        assert text.endswith("。"), name
        assert re.search(r"[\u4e00-\u9fff]", text), name


@every_rule
def test_no_text_uses_a_word_that_never_appears_on_screen(rule: Rule) -> None:
    never = (
        "冻结",
        "快照",
        "工作区",
        "字段",
        "映射",
        "哈希",
        "冲突",
        "提交",
        "主送单位",
        "顶岗实习",
        "外聘老师",
    )
    for name in SHORTEST:
        assert not [word for word in never if word in getattr(rule, name)], name


@every_rule
def test_the_first_line_of_a_rules_own_words_is_a_sentence(rule: Rule) -> None:
    assert rule.function.__doc__ is not None
    assert rule.function.__doc__.splitlines()[0].endswith(".")


@every_rule
def test_a_rule_looks_at_a_register_or_at_all(rule: Rule) -> None:
    assert rule.on is Record or rule.on in {each.record for each in REGISTERS}


@every_rule
def test_every_rule_has_cases_that_fire_that_do_not_and_that_nearly_do(rule: Rule) -> None:
    mine = [case for case in CASES if case.rule == rule.code]
    assert any(case.fires for case in mine), "none fires"
    assert any(not case.fires and not case.alike for case in mine), "none passes"
    assert any(case.edge or case.alike for case in mine), "none is on the boundary or looks like it"


def test_a_boundary_has_both_its_sides() -> None:
    for rule in RULES:
        sides = {case.fires for case in CASES if case.rule == rule.code and case.edge}
        plain = {case.fires for case in CASES if case.rule == rule.code}
        assert sides in (set(), {True, False}) or plain == {True, False}, rule.code


def test_no_case_is_stated_twice() -> None:
    told = [(case.rule, case.says) for case in CASES]
    assert len(told) == len(set(told))


def test_no_case_is_of_a_rule_that_is_not_there() -> None:
    assert {case.rule for case in CASES} == set(RULES.codes())


def test_rules_of_the_sheet_ask_for_no_register_beyond_it() -> None:
    from college_desk.records.lookups import ListedFacts
    from college_desk.rules.rule import Situation
    from tests import make
    from tests.rules.case import DAY, PACK

    for record in make.everything():
        facts = ListedFacts([record])
        for rule in RULES:
            if rule.sheet and isinstance(record, rule.on):
                list(rule.function(record, facts, Situation(DAY, PACK)))
        assert facts.asked <= {register_of(record).code}


def test_a_rule_looks_things_up_only_where_it_says() -> None:
    asked: dict[str, set[str]] = defaultdict(set)
    for case in CASES:
        asked[case.rule] |= case.registers_asked()
    for rule in RULES:
        declared = {register_of(kind).code for kind in rule.reads if kind is not Record}
        assert Record in rule.reads or asked[rule.code] <= declared, rule.code
