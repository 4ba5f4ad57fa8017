"""What the rules about agreements ask: which agreements make one chain, which days they cover."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from college_desk.policy.coded import coded
from college_desk.records.facts import Facts
from college_desk.records.partners.agreement import Agreement
from college_desk.records.register import Record
from college_desk.records.values.month import OPEN_END, first_day, last_day

_ONE_DAY = dt.timedelta(days=1)
_LONGEST_CHAIN = 50


def agreement_named(record: Record, field: str, facts: Facts) -> Agreement | None:
    """The agreement that a field of a record names; None while it is not on the ledger."""
    linked, number = record.links.get(field), getattr(record, field)
    known = facts.by(Agreement, "uid")[linked] if linked else ()
    known = known or (facts.by(Agreement, "agreement_number")[number] if number is not None else ())
    return known[0] if known else None


def chain_of(agreement: Agreement, facts: Facts) -> Sequence[Agreement]:
    """An agreement with those above it and all that supplement, renew or end any of them."""
    found = {agreement.agreement_number: agreement}
    waiting = [agreement]
    while waiting and len(found) < _LONGEST_CHAIN:
        each = waiting.pop()
        near = list(facts.by(Agreement, "parent_agreement")[each.agreement_number])
        if each.parent_agreement is not None:
            near += facts.by(Agreement, "agreement_number")[each.parent_agreement]
        for other in near:
            if other.agreement_number not in found:
                found[other.agreement_number] = other
                waiting.append(other)
    return tuple(found.values())


def first_uncovered(record: Record, first: dt.date, last: dt.date, facts: Facts) -> dt.date | None:
    """The first day of a stretch that no agreement of the chain covers; None where all are, or nothing is known.

    The chain is that of the agreement which the record names; a termination ends it on its first day.
    """
    start = agreement_named(record, "agreement_number", facts)
    if start is None:
        return None
    ended = coded("agreement_relation", "解除")
    chain = chain_of(start, facts)
    stops = [
        first_day(each.start_on or each.signed_on or OPEN_END) for each in chain if each.relation == ended
    ]
    limit = min(stops, default=OPEN_END)
    spans = sorted(
        (first_day(each.start_on), min(last_day(each.end_on or OPEN_END), limit))
        for each in chain
        if each.relation != ended and each.start_on is not None
    )
    if not spans:
        return None
    day = first
    for begins, ends in spans:
        if begins <= day <= ends:
            if ends >= last:
                return None
            day = ends + _ONE_DAY
    return day
