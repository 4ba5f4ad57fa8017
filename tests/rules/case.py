"""How a case of a rule is stated: a record, what stands beside it, and whether the rule fires."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from college_desk.policy.claims import NO_CLAIMS, Claims
from college_desk.policy.pack import Parameter, ParameterValue, Policy, load_pack, with_entered
from college_desk.records.finding import Problem
from college_desk.records.lookups import ListedFacts
from college_desk.records.period import period_of
from college_desk.records.register import Record
from college_desk.rules.rule import RULES, Situation

R = TypeVar("R", bound=Record)

PACK = load_pack("jining-2022")
DAY = dt.date(2026, 9, 30)


@dataclass(frozen=True)
class Case:
    """One case of one rule.

    field, severity: of the one problem expected, where it fires; edge: it lies on one side of a boundary;
    alike: it only looks like a breach.
    """

    rule: str
    says: str
    record: Record
    beside: tuple[Record, ...]
    fires: bool
    field: str | None
    severity: str | None
    edge: bool
    alike: bool
    day: dt.date
    filing: str | None
    period: str | None
    parameters: tuple[Parameter, ...]
    claimed: Claims = NO_CLAIMS

    def problems(self) -> list[Problem]:
        """What the rule yields on the record."""
        period = period_of(self.period) if self.period else None
        situation = Situation(self.day, self.policy(), period, self.filing, self.claimed)
        facts = ListedFacts([self.record, *self.beside])
        return list(RULES[self.rule].function(self.record, facts, situation))

    def registers_asked(self) -> frozenset[str]:
        """The codes of the registers that the rule looks things up in."""
        facts = ListedFacts([self.record, *self.beside])
        period = period_of(self.period) if self.period else None
        list(
            RULES[self.rule].function(
                self.record, facts, Situation(self.day, self.policy(), period, self.filing, self.claimed)
            )
        )
        return facts.asked

    def policy(self) -> Policy:
        """The pack with the case's own parameters."""
        return with_entered(PACK, self.parameters)


CASES: list[Case] = []


def fires(
    rule: str,
    says: str,
    record: Record,
    *beside: Record,
    field: str | None = None,
    severity: str | None = None,
    edge: bool = False,
    day: dt.date = DAY,
    filing: str | None = None,
    period: str | None = None,
    parameters: dict[str, ParameterValue] | None = None,
    claimed: Claims = NO_CLAIMS,
) -> None:
    """State that the rule finds exactly one problem here, on that field, of that severity (the rule's own)."""
    entered = _entered(parameters or {})
    CASES.append(
        Case(
            rule,
            says,
            record,
            beside,
            True,
            field,
            severity,
            edge,
            False,
            day,
            filing,
            period,
            entered,
            claimed,
        )
    )


def passes(
    rule: str,
    says: str,
    record: Record,
    *beside: Record,
    edge: bool = False,
    alike: bool = False,
    day: dt.date = DAY,
    filing: str | None = None,
    period: str | None = None,
    parameters: dict[str, ParameterValue] | None = None,
    claimed: Claims = NO_CLAIMS,
) -> None:
    """State that the rule finds nothing here."""
    entered = _entered(parameters or {})
    CASES.append(
        Case(
            rule, says, record, beside, False, None, None, edge, alike, day, filing, period, entered, claimed
        )
    )


def linked(record: R, **links: str) -> R:
    """The record with links from its references to uids."""
    return dataclasses.replace(record, links=MappingProxyType(links))


def _entered(parameters: dict[str, ParameterValue]) -> tuple[Parameter, ...]:
    return tuple(
        dataclasses.replace(PACK.by_name[name][0], value=value, since=dt.date.min, until=dt.date.max)
        for name, value in parameters.items()
    )
