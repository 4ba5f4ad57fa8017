"""The rules engine: which rules look at a record, what they find, in one order that never wavers."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.records.facts import Facts
from college_desk.records.finding import Explanation, Finding, Problem, finding_id
from college_desk.records.register import REGISTERS, Record, Register, Subject, register_of
from college_desk.rules.rule import RULES, Rule, Situation

_GRAVITY = {"error": 0, "warning": 1, "info": 2}
_SUBJECTS = {subject: place for place, subject in enumerate(get_args(Subject))}
_RECORDS_A_STEP = 500
_NONE: Mapping[str, Explanation] = {}


class Yield(NamedTuple):
    """What one rule yields on one record."""

    rule: Rule
    problem: Problem


def check(
    records: Mapping[type[Record], Sequence[Record]],
    facts: Facts,
    situation: Situation,
    *,
    explanations: Mapping[str, Explanation] = _NONE,
    progress: Progress = SILENT,
) -> list[Finding]:
    """All findings on the records given, gravest first, then in order of register, rule and key.

    facts: what the rules look things up in, the whole of the registers; explanations: by finding id, those
    already written. Raises Cancelled when progress says so.
    """
    total = sum(len(each) for each in records.values())
    done = 0
    findings: list[Finding] = []
    for kind in sorted(records, key=_place):
        rules = rules_for(kind, situation.day, situation.filing)
        for record in records[kind]:
            if done % _RECORDS_A_STEP == 0:
                progress.step(_("报送前校验"), done, total)
            done += 1
            if found := _yields(rules, record, facts, situation):
                findings += findings_from(record, found, explanations)
    progress.step(_("报送前校验"), total, total)
    return ordered(findings)


def check_record(
    record: Record,
    facts: Facts,
    situation: Situation,
    *,
    explanations: Mapping[str, Explanation] = _NONE,
) -> list[Finding]:
    """The findings on one record, in the same order and with the same ids as a full check."""
    rules = rules_for(type(record), situation.day, situation.filing)
    return ordered(findings_from(record, _yields(rules, record, facts, situation), explanations))


def problems(
    record: Record, facts: Facts, situation: Situation, *, sheet_only: bool = False
) -> Iterator[Yield]:
    """What the rules in force yield on a record, in order of their codes.

    sheet_only: of the rules that need nothing beyond the sheet; for a preview, with the sheet's rows laid
    over the register by OverlayFacts.
    """
    for each in rules_for(type(record), situation.day, situation.filing, sheet_only):
        for problem in each.function(record, facts, situation):
            yield Yield(each, problem)


def rules_for(
    kind: type[Record], day: dt.date, filing: str | None = None, sheet_only: bool = False
) -> tuple[Rule, ...]:
    """The rules that look at a record class, in force on a day, for a filing, in order of their codes."""
    return _rules_for(register_of(kind).code, day, filing, sheet_only)


def ordered(findings: Sequence[Finding]) -> list[Finding]:
    """Findings gravest first, then by register, rule, key, uid and field."""
    places = {each.code: _place(each.record) for each in REGISTERS}
    return sorted(
        findings,
        key=lambda each: (
            _GRAVITY[each.severity], places[each.register], each.rule, each.key, each.uid, each.field or "", each.id,
        ),
    )  # fmt: skip


def findings_from(
    record: Record, found: Sequence[Yield], explanations: Mapping[str, Explanation] = _NONE
) -> list[Finding]:
    """The findings on a record of what rules yielded on it, all that each rule yielded, in their order."""
    if not found:
        return []
    register = register_of(record)
    key = register.key_text(record) or _named(register, record)
    seen: dict[tuple[str, str | None], int] = {}
    findings = []
    for rule, problem in found:
        ordinal = seen.get((rule.code, problem.field), 0)
        seen[rule.code, problem.field] = ordinal + 1
        id = finding_id(rule.code, record.uid, problem.field, ordinal)
        severity = problem.severity or rule.severity
        findings.append(
            Finding(
                id, rule.code, severity, register.code, record.uid, key, problem.field, problem.message,
                rule.clause, rule.title, problem.suggestion,
                explanations.get(id) if severity == "warning" else None,
            )
        )  # fmt: skip
    return findings


def _yields(rules: Sequence[Rule], record: Record, facts: Facts, situation: Situation) -> list[Yield]:
    found: list[Yield] = []
    for rule in rules:
        for problem in rule.function(record, facts, situation):
            found.append(Yield(rule, problem))
    return found


def _named(register: Register, record: Record) -> str:
    """What a record without a key is called (学校概况)."""
    return register.show(record, register.names[0]) if register.names else ""


def _place(kind: type[Record]) -> tuple[int, int, str]:
    register = register_of(kind)
    return _SUBJECTS[register.subject], register.order, register.code


@functools.lru_cache(maxsize=2048)
def _rules_for(register: str, day: dt.date, filing: str | None, sheet_only: bool) -> tuple[Rule, ...]:
    chosen = [
        each
        for each in RULES
        if issubclass(REGISTERS[register].record, each.on)
        and each.in_force(day)
        and (not each.filings or filing in each.filings)
        and (each.sheet or not sheet_only)
        and all(REGISTERS[register].field(name) is not None for name in each.needs)
    ]
    return tuple(sorted(chosen, key=lambda each: each.code))
