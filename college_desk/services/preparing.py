"""What a filing would hold, and what is found on it: the step from choosing to checking, nothing written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from college_desk.base.errors import UnusableInput
from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.forms.filing import FILINGS, Filing, Kind, Scope, Selection
from college_desk.policy.pack import Policy
from college_desk.records.college.term import Term
from college_desk.records.filing_course import ACCEPTED
from college_desk.records.finding import Finding
from college_desk.records.period import Period, period_of
from college_desk.records.query import Condition, Query
from college_desk.records.register import REGISTERS, Record, Register, register_of
from college_desk.records.snapshot import Snapshot
from college_desk.records.values.month import first_day, last_day
from college_desk.records.values.value_type import Surroundings
from college_desk.rules import engine
from college_desk.rules.rule import Situation
from college_desk.services.claimed import claimed_elsewhere
from college_desk.services.keys import records_by_key
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader


@dataclass(frozen=True)
class Choice:
    """What a clerk chose to file.

    only: {register code: keys}, as on the command line; leave_out: {key: reason}; on: the filing's day,
    None for the earlier of today and the period's last day; enterprise: the uid of the one whose package it is.
    """

    filing: str
    period: str
    kind: Kind = "first"
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    leave_out: Mapping[str, str] = field(default_factory=dict)
    on: dt.date | None = None
    enterprise: str | None = None


@dataclass(frozen=True)
class Prepared:
    """A filing as it would be: its records, the findings on them, the policy they are held to."""

    filing: Filing
    period: Period
    day: dt.date
    scope: Scope
    selection: Selection
    findings: tuple[Finding, ...]
    policy: Policy

    @property
    def errors(self) -> int:
        """How many findings must be mended."""
        return sum(each.severity == "error" for each in self.findings)

    @property
    def unexplained(self) -> int:
        """How many warnings still want an explanation."""
        return sum(each.severity == "warning" and each.explanation is None for each in self.findings)

    @property
    def explained(self) -> int:
        """How many warnings are explained."""
        return sum(each.severity == "warning" and each.explanation is not None for each in self.findings)

    @property
    def blocked(self) -> bool:
        """Whether it cannot be frozen yet."""
        return any(each.blocks for each in self.findings)


def filing_of(code: str) -> Filing:
    """The kind of filing of a code. Raises UnusableInput for one that the program has not."""
    found = FILINGS.get(code)
    if found is None:
        known = "、".join(f"{each.code}（{_(each.title)}）" for each in FILINGS)
        raise UnusableInput(_("没有“{code}”这种申报事项，现有：{known}。").format(code=code, known=known))
    return found


def prepare(desk: Desk, choice: Choice, *, today: dt.date, progress: Progress = SILENT) -> Prepared:
    """Select what the choice names and check it under the rules of the filing's day.

    Raises UnusableInput for an unknown filing or period, a period of another kind, or a key that names
    nothing.
    """
    with desk.read() as reader:
        return prepare_within(reader, choice, today=today, progress=progress)


def prepare_within(
    reader: Reader, choice: Choice, *, today: dt.date, progress: Progress = SILENT
) -> Prepared:
    """The same inside a transaction that is open already."""
    filing = filing_of(choice.filing)
    period = period_within(reader, filing, choice.period)
    day = choice.on or min(today, period.last)
    policy = reader.policy()
    facts = reader.facts()
    scope = Scope(
        kind=choice.kind,
        only={code: _uids(reader, code, keys) for code, keys in choice.only.items()},
        left_out=_left_out(reader, filing, choice.leave_out),
        filed_before=filed_before(reader, choice.filing, choice.period),
        enterprise=choice.enterprise,
    )
    selection = filing.select(facts, period, day, scope)
    claimed = claimed_elsewhere(reader, filing.code, choice.period, choice.kind, choice.enterprise)
    situation = Situation(day, policy, period, filing.code, claimed)
    records: dict[type[Record], list[Record]] = {}
    for each in selection.about:
        records.setdefault(type(each), []).append(each)
    findings = engine.check(records, facts, situation, explanations=reader.explanations(), progress=progress)
    return Prepared(filing, period, day, scope, selection, tuple(findings), policy)


def enterprises_within(reader: Reader, choice: Choice, *, today: dt.date) -> list[Record]:
    """The enterprises in whose names a choice is filed, one package each; none for the college's own filings."""
    filing = filing_of(choice.filing)
    if filing.enterprises is None:
        return []
    period = period_within(reader, filing, choice.period)
    scope = Scope(
        kind=choice.kind,
        only={code: _uids(reader, code, keys) for code, keys in choice.only.items()},
        left_out=_left_out(reader, filing, choice.leave_out),
        filed_before=filed_before(reader, choice.filing, choice.period),
    )
    return list(filing.enterprises(reader.facts(), period, choice.on or min(today, period.last), scope))


def period_within(reader: Reader, filing: Filing, code: str) -> Period:
    """The period of a code, with the school calendar's days. Raises UnusableInput where it does not fit."""
    period = period_of(code, term_days(reader))
    if period.kind not in filing.periods:
        words = {"month": _("月"), "term": _("学期"), "academic_year": _("学年"), "calendar_year": _("年度")}
        wanted = _("或").join(words[each] for each in filing.periods)
        raise UnusableInput(
            _("“{title}”按{wanted}申报，不能用“{code}”。").format(
                title=_(filing.title), wanted=wanted, code=code
            )
        )
    return period


def term_days(reader: Reader) -> dict[str, tuple[dt.date, dt.date]]:
    """The first and last day of each term that the school calendar (校历) has, by the term's code."""
    terms = {}
    for each in reader.all(Term):
        if each.academic_year and each.term_number and each.start_on and each.end_on:
            days = first_day(each.start_on), last_day(each.end_on)
            terms[f"{each.academic_year}-{each.term_number}"] = days
    return terms


def filed_before(reader: Reader, filing: str, period: str) -> frozenset[str]:
    """The uids that accepted filings of the period hold already."""
    uids: set[str] = set()
    for each in reader.filings():
        if each.filing == filing and each.period == period and each.state in ACCEPTED:
            content = reader.snapshot(each.snapshot)
            uids.update(Snapshot.read(content).selected)
    return frozenset(uids)


def _uids(reader: Reader, code: str, keys: tuple[str, ...]) -> frozenset[str]:
    register = REGISTERS.get(code)
    if register is None:
        raise UnusableInput(_("没有名为“{code}”的台账。").format(code=code))
    uids: set[str] = set()
    for key in keys:
        found = records_by_key(reader, register, key, Surroundings()) or _named(reader, register, key)
        if not found:
            raise UnusableInput(_("{register}中没有“{key}”。").format(register=_(register.title), key=key))
        uids.update(each.uid for each in found)
    return frozenset(uids)


def _named(reader: Reader, register: Register, name: str) -> list[Record]:
    """The records of a register that bear a name, as references name them (企业全称)."""
    asked = (Query(where=(Condition(each, "is", name),)) for each in register.names)
    uids = dict.fromkeys(uid for query in asked for uid in reader.uids(register, query))
    return list(reader.records(register.record, list(uids)))


def _left_out(reader: Reader, filing: Filing, reasons: Mapping[str, str]) -> dict[str, str]:
    """{uid: reason} for keys of any register that the filing looks into: the person or the matter itself."""
    left_out: dict[str, str] = {}
    for key, reason in reasons.items():
        if not reason.strip():
            raise UnusableInput(_("“{key}”本次不报，请写原因。").format(key=key))
        found = [
            record
            for kind in filing.registers
            for record in records_by_key(reader, register_of(kind), key, Surroundings())
        ]
        if not found:
            raise UnusableInput(_("没有“{key}”，不知道本次不报的是哪一条。").format(key=key))
        left_out.update(dict.fromkeys((each.uid for each in found), reason))
    return left_out
