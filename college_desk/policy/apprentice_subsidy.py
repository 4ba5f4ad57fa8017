"""The training subsidy for an enterprise's own apprentices (企业新型学徒培训补贴): planned, prepaid, due, recovered.

Source: 人社部发〔2018〕66号, 〔2021〕39号; the yuan for a person and year of each level are parameters without default.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from college_desk.policy.coded import coded, label
from college_desk.policy.pack import Policy
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.facts import Facts
from college_desk.records.values.month import OPEN_END, PartialDay, first_day, last_day

CENT = Decimal("0.01")
_NOTHING = Decimal(0)
_MONTHS = 12
_NEW_SCHEME = "企业新型学徒制"


@dataclass(frozen=True)
class Trainee:
    """One apprentice of the claim.

    level: code of the level trained for; years: of training, two decimals; yuan: what his training comes to
    when he is certified; finished: whether he completed it (结业); certified: whether he has the
    certificate (取证).
    """

    uid: str
    name: str
    id_number: str
    level: str
    years: Decimal
    yuan: Decimal
    finished: bool
    certified: bool


@dataclass(frozen=True)
class Claim:
    """The claim of one class, in yuan to the cent.

    planned: for everybody with a certificate; prepayable: the most that can be had before; prepaid: what was
    had; due: for those certified, and in part for those who only finished; remaining: due less prepaid,
    negative where money goes back; recoverable: the prepaid part of those for whom nothing is due (扣回),
    already inside remaining; dropped: those trainees.
    """

    trainees: tuple[Trainee, ...]
    planned: Decimal
    prepayable: Decimal
    prepaid: Decimal
    due: Decimal
    remaining: Decimal
    recoverable: Decimal
    dropped: tuple[Trainee, ...]

    def of_level(self, level: str) -> tuple[Trainee, ...]:
        """The trainees of a level."""
        return tuple(each for each in self.trainees if each.level == level)

    @property
    def levels(self) -> tuple[str, ...]:
        """The codes of the levels trained for."""
        return tuple(dict.fromkeys(each.level for each in self.trainees))


def reckon(trainees: Sequence[Trainee], prepaid: Decimal, policy: Policy, on: dt.date) -> Claim:
    """The claim for a class as of a day.

    Who finished without a certificate gets the share that the pack sets, nothing while it sets none.
    """
    share = Decimal(str(policy.require("apprentice_subsidy.prepaid_share", on)))
    partly = Decimal(str(policy.get("apprentice_subsidy.share_without_certificate", on) or 0))
    planned = sum((each.yuan for each in trainees), _NOTHING)
    due = sum((_due(each, partly) for each in trainees), _NOTHING)
    dropped = tuple(each for each in trainees if not _due(each, partly))
    lost = sum((each.yuan for each in dropped), _NOTHING)
    recoverable = _cent(lost * prepaid / planned) if planned else _NOTHING
    return Claim(
        tuple(trainees), planned, _cent(planned * share), prepaid, due, due - prepaid, recoverable, dropped
    )


def trainees_of(facts: Facts, cohort: Cohort, policy: Policy, on: dt.date) -> list[Trainee]:
    """The trainees of a class of 企业新型学徒制, in order of name.

    Raises MissingParameter where the yuan for a level that somebody is trained for are not entered.
    """
    done = {coded("apprentice_status", each) for each in ("结业", "留任")}
    return [
        _trainee(each, cohort, policy, on, finished=each.status in done) for each in members_of(facts, cohort)
    ]


def members_of(facts: Facts, cohort: Cohort) -> list[Apprentice]:
    """The apprentices on a class's list, those who left it too, in order of name."""
    names = dict.fromkeys(each for each in (cohort.cohort_code, cohort.name) if each)
    members = [each for name in names for each in facts.by(Apprentice, "cohort")[name]]
    return sorted(members, key=lambda one: (one.name or "", one.uid))


def is_over(cohort: Cohort, members: Sequence[Apprentice], on: dt.date) -> bool:
    """Whether a class is trained to its end on a day, so that what is due can be told: its days say so, or somebody's result."""
    if cohort.end_on is not None and last_day(cohort.end_on) <= on:
        return True
    done = {coded("apprentice_status", each) for each in ("结业", "留任")}
    return any(each.certificate_number is not None or each.status in done for each in members)


def parts(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """An amount divided as the weights are, to the cent; the last takes what rounding leaves. Without weights the first has all."""
    whole = sum(weights, _NOTHING)
    if not weights:
        return []
    if not whole:
        return [amount, *([_NOTHING] * (len(weights) - 1))]
    found = [_cent(amount * each / whole) for each in weights[:-1]]
    return [*found, amount - sum(found, _NOTHING)]


def is_new_scheme(cohort: Cohort) -> bool:
    """Whether a class is one of 企业新型学徒制."""
    return cohort.scheme == coded("scheme", _NEW_SCHEME)


def yuan_per_year(policy: Policy, level: str, on: dt.date) -> Decimal:
    """What a year of training for a level is subsidised with, yuan. Raises MissingParameter naming the document."""
    return Decimal(str(policy.require(f"apprentice_subsidy.yuan_per_year.{label('skill_level', level)}", on)))


def years_between(start: PartialDay | None, end: PartialDay | None, longest: int | None) -> Decimal:
    """Years of training: whole months begun, by twelve, two decimals, no more than the longest; 0 without days."""
    if start is None or end is None or end == OPEN_END:
        return _NOTHING
    first, last = first_day(start), last_day(end) + dt.timedelta(days=1)
    months = (last.year - first.year) * _MONTHS + last.month - first.month + (last.day > first.day)
    years = (Decimal(max(0, months)) / _MONTHS).quantize(CENT, ROUND_HALF_UP)
    return years if longest is None else min(years, Decimal(longest))


def _trainee(each: Apprentice, cohort: Cohort, policy: Policy, on: dt.date, *, finished: bool) -> Trainee:
    level = each.target_skill_level or cohort.target_skill_level or coded("skill_level", "中级工")
    years = years_between(
        each.start_on or cohort.start_on,
        cohort.end_on or each.end_on,
        policy.number("apprentice_subsidy.longest_years", on),
    )
    return Trainee(
        each.uid,
        each.name or "",
        each.id_number or "",
        level,
        years,
        _cent(yuan_per_year(policy, level, on) * years),
        finished or bool(each.certificate_number),
        bool(each.certificate_number),
    )


def _due(each: Trainee, partly: Decimal) -> Decimal:
    if each.certified:
        return each.yuan
    return _cent(each.yuan * partly) if each.finished else _NOTHING


def _cent(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)
