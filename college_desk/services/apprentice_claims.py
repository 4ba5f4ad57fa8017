"""Apprentice subsidies by class and enterprise: who counts and why not, planned, prepaid, due, recovered, each one's part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from college_desk.base.errors import UnusableInput
from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.policy import apprentice_subsidy
from college_desk.policy.apprentice_subsidy import Claim, Trainee, is_new_scheme, is_over, members_of, parts
from college_desk.policy.capitals import capitals
from college_desk.policy.claims import ENTERPRISE_APPRENTICESHIP
from college_desk.policy.coded import coded, label
from college_desk.policy.named import enterprise_named, enterprise_of
from college_desk.policy.pack import MissingParameter, Policy
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.facts import Facts
from college_desk.records.finding import Finding
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.period import Period, period_of
from college_desk.records.values.month import first_day, last_day
from college_desk.rules import engine
from college_desk.rules.rule import Situation
from college_desk.services.claimed import claimed_elsewhere
from college_desk.services.preparing import term_days
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader

_NOTHING = Decimal(0)
_CENT = Decimal("0.01")
_MODERN = ("apprentice_subsidy.modern_enterprise_yuan", "apprentice_subsidy.modern_school_yuan")
"""Yuan for an apprentice of 现代学徒制, the enterprise's part and the school's; without either there is nothing to claim."""


@dataclass(frozen=True)
class Counted:
    """An apprentice of a claim and the errors that rule him out; without any he is counted."""

    apprentice: Apprentice
    refusals: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class ApprenticeClaim:
    """What one enterprise has for its apprentices of one class.

    claim: of 企业新型学徒制, None where a standard is lacking, which `lacking` then names; its due, remaining
    and recoverable are for a class that is over. enterprise_part, school_part: in yuan, None where the pack
    or the agreement does not set them. faults: errors of the class itself, to be mended before it is filed.
    """

    cohort: Cohort
    enterprise: Enterprise | None
    enterprise_name: str
    new_scheme: bool
    over: bool
    people: tuple[Counted, ...]
    faults: tuple[Finding, ...]
    claim: Claim | None
    lacking: str
    enterprise_part: Decimal | None
    school_part: Decimal | None

    @property
    def counted(self) -> tuple[Counted, ...]:
        """Those whom nothing rules out."""
        return tuple(each for each in self.people if not each.refusals)

    def to_json(self) -> dict[str, Any]:
        """The claim as `claims --json` shows it."""
        certified = [each for each in self.counted if each.apprentice.certificate_number is not None]
        return {
            "cohort": self.cohort.cohort_code,
            "name": self.cohort.name,
            "scheme": label("scheme", self.cohort.scheme) if self.cohort.scheme else None,
            "enterprise": self.enterprise_name,
            "uscc": self.enterprise.uscc if self.enterprise else None,
            "over": self.over,
            "people": len(self.people),
            "counted": len(self.counted),
            "certified": len(certified),
            **self._amounts(),
            "enterprise_part": _yuan(self.enterprise_part),
            "school_part": _yuan(self.school_part),
            "faults": [each.message for each in self.faults],
            "refused": [
                {"name": each.apprentice.name, "id_number": each.apprentice.id_number, "uid": each.apprentice.uid,
                 "why": [found.message for found in each.refusals], "rules": [found.rule for found in each.refusals]}
                for each in self.people if each.refusals
            ],
        }  # fmt: skip

    def _amounts(self) -> dict[str, Any]:
        names = ("planned", "prepayable", "prepaid", "due", "remaining", "recoverable")
        claim = self.claim
        if claim is None:
            return {**dict.fromkeys(names), "capitals": None, "levels": []}
        known = names if self.over else names[:3]
        shown = {name: _yuan(getattr(claim, name)) if name in known else None for name in names}
        amount = claim.remaining if self.over else claim.prepayable
        return {
            **shown,
            "capitals": capitals(amount),
            "levels": [_level(claim, each) for each in claim.levels],
        }


def claims(
    desk: Desk,
    period: str,
    day: dt.date,
    enterprises: frozenset[str] | None = None,
    *,
    progress: Progress = SILENT,
) -> list[ApprenticeClaim]:
    """The claims of the classes in training within a term or academic year, as of a day; by class, then enterprise.

    Classes of 现代学徒制 are among them where the pack has an amount for either part. enterprises: uids, None for all. Raises UnusableInput for another kind of period.
    """
    with desk.read() as reader:
        span = period_of(period, term_days(reader))
        if span.kind not in ("term", "academic_year"):
            raise UnusableInput(_("学徒补贴按学期或学年核对，不能用“{code}”。").format(code=period))
        return claims_within(reader, span, day, enterprises, progress=progress)


def claims_within(
    reader: Reader,
    period: Period,
    day: dt.date,
    enterprises: frozenset[str] | None = None,
    *,
    progress: Progress = SILENT,
) -> list[ApprenticeClaim]:
    """The same inside a transaction that is open already."""
    facts, policy = reader.facts(), reader.policy()
    elsewhere = claimed_elsewhere(reader, ENTERPRISE_APPRENTICESHIP, period.code)
    situation = Situation(day, policy, period, ENTERPRISE_APPRENTICESHIP, elsewhere)
    modern = any(policy.get(each, day) is not None for each in _MODERN)
    classes = [
        each for each in facts.all(Cohort) if _runs_in(each, period) and (modern or is_new_scheme(each))
    ]
    found: list[ApprenticeClaim] = []
    for place, cohort in enumerate(classes):
        progress.step(_("核对补贴条件"), place, len(classes))
        found += _of_class(cohort, facts, situation)
    return sorted(
        (each for each in found if enterprises is None or (each.enterprise and each.enterprise.uid in enterprises)),
        key=lambda each: (not each.new_scheme, each.cohort.cohort_code or "", each.enterprise_name),
    )  # fmt: skip


def _runs_in(cohort: Cohort, period: Period) -> bool:
    if cohort.start_on is None or cohort.scheme is None:
        return False
    ends = None if cohort.end_on is None else last_day(cohort.end_on)
    return period.overlaps(first_day(cohort.start_on), ends)


def _of_class(cohort: Cohort, facts: Facts, situation: Situation) -> list[ApprenticeClaim]:
    """One claim for each enterprise that has apprentices in the class."""
    members = members_of(facts, cohort)
    of_enterprise: dict[str, list[Apprentice]] = {}
    enterprises: dict[str, Enterprise | None] = {}
    for each in members:
        enterprise = _enterprise(each, cohort, facts)
        name = (enterprise.name if enterprise else None) or each.enterprise or ""
        of_enterprise.setdefault(name, []).append(each)
        enterprises[name] = enterprise
    faults = tuple(_errors(engine.check_record(cohort, facts, situation)))
    over = is_over(cohort, members, situation.day)
    people = {name: [_counted(each, facts, situation) for each in of] for name, of in of_enterprise.items()}
    if is_new_scheme(cohort):
        reckoned, lacking = _reckoned(cohort, list(people.values()), facts, situation, over=over)
        made = dict(zip(people, reckoned, strict=True))
    else:
        made, lacking = dict.fromkeys(people), ""
    found = []
    for name, of in people.items():
        enterprise_part, school_part = _parts(
            cohort, made[name], of, situation.policy, situation.day, over=over
        )
        found.append(
            ApprenticeClaim(
                cohort, enterprises[name], name, is_new_scheme(cohort), over, tuple(of), faults, made[name], lacking,
                enterprise_part, school_part,
            )
        )  # fmt: skip
    return found


def _reckoned(
    cohort: Cohort, groups: Sequence[Sequence[Counted]], facts: Facts, situation: Situation, *, over: bool
) -> tuple[Sequence[Claim | None], str]:
    """The claim for each enterprise's people, or none and the sentence that says which standard is lacking.

    What was prepaid to a class of several enterprises is divided as their planned amounts are. Who is ruled
    out is left out of the plan; once the class is over nothing is due for him, and his prepaid part goes back.
    """
    policy, day = situation.policy, situation.day
    try:
        known = {each.uid: each for each in apprentice_subsidy.trainees_of(facts, cohort, policy, day)}
        trainees = [[_trainee(each, known) for each in of if over or not each.refusals] for of in groups]
        planned = [sum((each.yuan for each in of), _NOTHING) for of in trainees]
        prepaid = parts(cohort.prepaid_yuan or _NOTHING, planned)
        reckoned = [
            apprentice_subsidy.reckon(of, paid, policy, day)
            for of, paid in zip(trainees, prepaid, strict=True)
        ]
    except MissingParameter as missing:
        return [None] * len(groups), str(missing)
    return reckoned, ""


def _trainee(counted: Counted, known: dict[str, Trainee]) -> Trainee:
    trainee = known[counted.apprentice.uid]
    return replace(trainee, finished=False, certified=False) if counted.refusals else trainee


def _parts(
    cohort: Cohort,
    claim: Claim | None,
    people: Sequence[Counted],
    policy: Policy,
    day: dt.date,
    *,
    over: bool,
) -> tuple[Decimal | None, Decimal | None]:
    """The enterprise's and the school's part: of what is due or planned, or for each apprentice who has not left."""
    if is_new_scheme(cohort):
        if claim is None:
            return None, None
        whole = claim.due if over else claim.planned
        share = policy.get("apprentice_subsidy.school_share", day)
        if share is None:
            return whole, None
        school = (whole * Decimal(str(share))).quantize(_CENT)
        return whole - school, school
    left = coded("apprentice_status", "退出")
    count = sum(not each.refusals and each.apprentice.status != left for each in people)
    enterprise_yuan, school_yuan = (policy.get(each, day) for each in _MODERN)
    return (
        None if enterprise_yuan is None else count * Decimal(str(enterprise_yuan)),
        None if school_yuan is None else count * Decimal(str(school_yuan)),
    )


def _counted(apprentice: Apprentice, facts: Facts, situation: Situation) -> Counted:
    return Counted(apprentice, tuple(_errors(engine.check_record(apprentice, facts, situation))))


def _errors(findings: Sequence[Finding]) -> list[Finding]:
    return [each for each in findings if each.severity == "error"]


def _enterprise(apprentice: Apprentice, cohort: Cohort, facts: Facts) -> Enterprise | None:
    """His enterprise, else the class's where it has one alone."""
    found = enterprise_of(apprentice, facts)
    if found is None and apprentice.enterprise is None and len(cohort.enterprises or ()) == 1:
        return enterprise_named((cohort.enterprises or ("",))[0], facts)
    return found


def _level(claim: Claim, level: str) -> dict[str, Any]:
    of = claim.of_level(level)
    return {
        "level": label("skill_level", level),
        "people": len(of),
        "finished": sum(each.finished for each in of),
        "certified": sum(each.certified for each in of),
        "planned": _yuan(sum((each.yuan for each in of), _NOTHING)),
    }


def _yuan(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"
