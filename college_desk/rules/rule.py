"""How a rule is declared; declared once, it serves editing, import, filing, the handbook and the docs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from college_desk.base.catalogue import Catalogue
from college_desk.policy.claims import NO_CLAIMS, Claims
from college_desk.policy.pack import Policy
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem, RuleSeverity
from college_desk.records.period import Period
from college_desk.records.register import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Situation:
    """Under what a rule looks: the day for ages, quota and rules in force; the policy; the period filed.

    claimed: what other filings claim already, told only where a filing of money is looked at.
    """

    day: dt.date
    policy: Policy
    period: Period | None = None
    filing: str | None = None
    claimed: Claims = NO_CLAIMS


RuleFunction = Callable[[Any, Facts, Situation], Iterable[Problem]]
_Function = Callable[[R, Facts, Situation], Iterable[Problem]]


@dataclass(frozen=True)
class Rule:
    """A rule as declared.

    on: the record class that it looks at (Record: every register); checks: the numbers of the
    pre-submission checks that it keeps; clause: clause or document, also its source; since, until: the
    filing days on which it is in force; filings: only for these (empty: always); sheet: whether it needs
    nothing beyond the row, so that an import's preview runs it too; reads: the record classes that it
    looks things up in, its own too where it looks at other records of it (Record: any of them), so that an
    edit of another register leaves its findings as they are; needs: fields of its own record without each of
    which it finds nothing.
    """

    code: str
    on: type[Record]
    severity: RuleSeverity
    title: str
    intent: str
    condition: str
    fix: str
    passes: str
    fails: str
    clause: str
    function: RuleFunction
    checks: tuple[int, ...] = ()
    since: dt.date = dt.date(2022, 8, 22)
    until: dt.date | None = None
    version: int = 1
    filings: tuple[str, ...] = ()
    sheet: bool = False
    reads: tuple[type[Record], ...] = ()
    needs: tuple[str, ...] = ()

    def in_force(self, day: dt.date) -> bool:
        """Whether filings of that day are held to it."""
        return self.since <= day and (self.until is None or day <= self.until)


RULES: Catalogue[Rule] = Catalogue("rule", "college_desk.rules")


def rule(
    code: str,
    *,
    on: type[R],
    severity: RuleSeverity,
    title: str,
    intent: str,
    condition: str,
    fix: str,
    passes: str,
    fails: str,
    clause: str,
    checks: tuple[int, ...] = (),
    since: dt.date = dt.date(2022, 8, 22),
    until: dt.date | None = None,
    version: int = 1,
    filings: tuple[str, ...] = (),
    sheet: bool = False,
    reads: tuple[type[Record], ...] = (),
    needs: tuple[str, ...] = (),
) -> Callable[[_Function[R]], _Function[R]]:
    """Declare the decorated function as a rule; the arguments are those of Rule."""

    def declare(function: _Function[R]) -> _Function[R]:
        RULES.add(
            code,
            Rule(
                code, on, severity, title, intent, condition, fix, passes, fails, clause, function,
                checks, since, until, version, filings, sheet, reads, needs,
            ),
        )  # fmt: skip
        return function

    return declare
