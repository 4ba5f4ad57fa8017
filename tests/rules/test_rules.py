"""Each rule against its cases."""

from __future__ import annotations

import pytest

from college_desk.records.register import register_of
from college_desk.rules.rule import RULES
from tests.rules import cases
from tests.rules.case import CASES, Case

cases.load()


@pytest.mark.parametrize("case", CASES, ids=lambda each: f"{each.rule}: {each.says}")
def test_a_rule_fires_where_it_should_and_nowhere_else(case: Case) -> None:
    found = case.problems()
    if not case.fires:
        assert found == []
        return
    assert len(found) == 1, [each.message for each in found]
    (problem,) = found
    assert problem.field == case.field
    assert (problem.severity or RULES[case.rule].severity) == (case.severity or RULES[case.rule].severity)


@pytest.mark.parametrize(
    "case", [each for each in CASES if each.fires], ids=lambda each: f"{each.rule}: {each.says}"
)
def test_a_message_is_one_whole_sentence(case: Case) -> None:
    (problem,) = case.problems()
    assert problem.message.endswith(("。", "：", "）")), problem.message
    assert "{" not in problem.message
    assert "None" not in problem.message
    if problem.field is not None:
        assert register_of(case.record).field(problem.field) is not None
