"""The order subsidy (订单企业培养补助) by ordering enterprise: the chain of people, each with the reason, and the amount."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from college_desk.base.progress import SILENT, Progress
from college_desk.policy import order_chain
from college_desk.policy.claims import ORDER_SUBSIDY
from college_desk.policy.order_chain import OrderChain, Ordered, chains, yuan_per_graduate
from college_desk.policy.pack import MissingParameter, Policy
from college_desk.records.facts import Facts
from college_desk.records.finding import Finding
from college_desk.records.orders.graduate_outcome import GraduateOutcome
from college_desk.records.orders.order_class import OrderClass
from college_desk.records.orders.order_student import OrderStudent
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.period import Period, period_of
from college_desk.records.register import Record, register_of
from college_desk.rules import engine
from college_desk.rules.rule import Situation
from college_desk.services.claimed import claimed_elsewhere
from college_desk.services.import_memory import collector_paused
from college_desk.services.order_claim import ClassClaim, Graduate, OrderClaim
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader


class _Paper(NamedTuple):
    """A paper that a field of the person's record speaks of."""

    title: str
    register: str
    field: str


def claims(
    desk: Desk,
    year: int,
    day: dt.date,
    enterprises: frozenset[str] | None = None,
    *,
    campus: str | None = None,
    progress: Progress = SILENT,
) -> list[OrderClaim]:
    """The claims for the graduates of a calendar year as known on a day, by the enterprise's name.

    enterprises: uids, None for all; campus: its name, None for the whole college.
    """
    with collector_paused(), desk.read() as reader:
        return claims_within(reader, year, day, enterprises, campus=campus, progress=progress)


def claims_within(
    reader: Reader,
    year: int,
    day: dt.date,
    enterprises: frozenset[str] | None = None,
    *,
    campus: str | None = None,
    progress: Progress = SILENT,
) -> list[OrderClaim]:
    """The same inside a transaction that is open already."""
    period = year_of(year)
    facts, policy = reader.facts(), reader.policy()
    elsewhere = claimed_elsewhere(reader, ORDER_SUBSIDY, period.code)
    situation = Situation(day, policy, period, ORDER_SUBSIDY, elsewhere)
    found = [
        each
        for each in chains(facts, period.first, period.last, day, campus)
        if enterprises is None or (each.enterprise is not None and each.enterprise.uid in enterprises)
    ]
    classes = _judged(found, facts, situation, progress)
    yuan, lacking = _standard(policy, day)
    by_enterprise: dict[str, list[ClassClaim]] = {}
    for each in classes:
        chain = each.chain
        key = chain.enterprise.uid if chain.enterprise else chain.enterprise_name
        by_enterprise.setdefault(key, []).append(each)
    made = [
        OrderClaim(of[0].chain.enterprise, of[0].chain.enterprise_name, year, tuple(of), yuan, lacking)
        for of in by_enterprise.values()
    ]
    return sorted(made, key=lambda each: each.name)


def year_of(year: int) -> Period:
    """A calendar year as a period."""
    return period_of(f"{year:04d}")


def usual_day(year: int, today: dt.date) -> dt.date:
    """The day of a claim unless another is asked for: the earlier of today and the year's last."""
    return min(today, year_of(year).last)


def years_of(desk: Desk) -> Sequence[int]:
    """The calendar years in which somebody graduated, the latest first."""
    with desk.read() as reader:
        months = {each.graduated_month for each in reader.facts().all(GraduateOutcome)}
    return sorted({each.year for each in months if each is not None}, reverse=True)


def unset_conditions(desk: Desk, day: dt.date) -> list[str]:
    """The titles of the conditions that nobody is held to, since their number is not entered."""
    with desk.read() as reader:
        return order_chain.unset_conditions(reader.policy(), day)


def _judged(
    found: Sequence[OrderChain], facts: Facts, situation: Situation, progress: Progress
) -> list[ClassClaim]:
    """Each chain with what the rules find on those who arrived, on their class and on the enterprise."""
    arrived = [each for chain in found for each in chain.at("arrived")]
    records: dict[type[Record], list[Record]] = {
        GraduateOutcome: [each.outcome for each in arrived if each.outcome is not None],
        OrderStudent: [each.student for each in arrived],
        OrderClass: [chain.order_class for chain in found if chain.order_class is not None],
        Enterprise: list(
            {each.enterprise.uid: each.enterprise for each in found if each.enterprise}.values()
        ),
    }
    errors: dict[str, list[Finding]] = {}
    for each in engine.check(records, facts, situation, progress=progress):
        if each.severity == "error":
            errors.setdefault(each.uid, []).append(each)
    papers = _papers(situation.policy)
    return [_class_claim(chain, errors, papers) for chain in found]


def _papers(policy: Policy) -> list[_Paper]:
    """The papers of each person that a field of his records speaks of."""
    filings = policy.lists.get("documents", {}).get("filing", [])
    listed = [each for of in filings if of["code"] == ORDER_SUBSIDY for each in of["document"]]
    named = [
        (each["title"], each["field"].split("."))
        for each in listed
        if each["each"] == "person" and "field" in each
    ]
    return [_Paper(title, register, field) for title, (register, field) in named]


def _lacking(ordered: Ordered, papers: Sequence[_Paper]) -> tuple[str, ...]:
    records = {
        register_of(each).code: each for each in (ordered.student, ordered.outcome) if each is not None
    }
    return tuple(
        each.title
        for each in papers
        if each.register in records and getattr(records[each.register], each.field) in (None, False)
    )


def _class_claim(
    chain: OrderChain, errors: Mapping[str, Sequence[Finding]], papers: Sequence[_Paper]
) -> ClassClaim:
    common = [each.uid for each in (chain.order_class, chain.enterprise) if each is not None]
    people = []
    for each in chain.people:
        if each.reached != "arrived" or each.outcome is None:
            people.append(Graduate(each))
            continue
        uids = [each.outcome.uid, each.student.uid, *common]
        refusals = tuple(error for uid in uids for error in errors.get(uid, ()))
        people.append(Graduate(each, refusals, _lacking(each, papers)))
    return ClassClaim(chain, tuple(people))


def _standard(policy: Policy, day: dt.date) -> tuple[Decimal | None, str]:
    try:
        return yuan_per_graduate(policy, day), ""
    except MissingParameter as missing:
        return None, str(missing)
