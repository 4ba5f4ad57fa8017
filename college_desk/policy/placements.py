"""What an apprentice does at enterprises, all of it together (企业培养段): his present placement and the others.

The present one stands on the apprentice's own record, as every roster has it; earlier, planned and rotating
ones are records of their own.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from college_desk.policy.coded import coded
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.placement import Placement
from college_desk.records.facts import Facts
from college_desk.records.register import Record
from college_desk.records.values.month import OPEN_END, PartialDay, first_day, last_day


@dataclass(frozen=True)
class Stretch:
    """One placement: the record that it stands on, what kind it is, where, from when to when.

    kind: code of `placement_kind`, None where not told; first: the last day on which it can begin, last:
    the first on which it can end (a month leaves it open); ended_reason: why it ended, None for no word.
    """

    record: Apprentice | Placement
    kind: str | None
    enterprise: str | None
    position: str | None
    mentor: str | None
    start_on: PartialDay | None
    end_on: PartialDay | None
    agreement_number: str | None
    policy_number: str | None
    ended_reason: str | None = None

    @property
    def first(self) -> dt.date | None:
        """The last day on which it can begin; None without a beginning."""
        return None if self.start_on is None else last_day(self.start_on)

    @property
    def last(self) -> dt.date:
        """The first day on which it can end; without an end it goes on."""
        return OPEN_END if self.end_on is None else first_day(self.end_on)

    def covers(self, day: dt.date) -> bool:
        """Whether the day surely lies in it."""
        return self.first is not None and self.first <= day <= self.last


def own_stretch(apprentice: Apprentice) -> Stretch:
    """The present placement, as it stands on the apprentice's record; it ends when he leaves the class."""
    end_on = apprentice.end_on
    left = apprentice.status_on if apprentice.status == coded("apprentice_status", "退出") else None
    if left is not None and (end_on is None or last_day(left) < first_day(end_on)):
        end_on = left
    return Stretch(
        apprentice, apprentice.placement_kind, apprentice.enterprise, apprentice.position, apprentice.mentor,
        apprentice.start_on, end_on, apprentice.agreement_number, apprentice.policy_number,
    )  # fmt: skip


def stretch_of(placement: Placement) -> Stretch:
    """The placement that stands on a record of its own."""
    return Stretch(
        placement, placement.kind, placement.enterprise, placement.position, placement.mentor, placement.start_on,
        placement.end_on, placement.agreement_number, placement.policy_number, placement.ended_reason,
    )  # fmt: skip


def stretches_of(apprentice: Apprentice, facts: Facts) -> list[Stretch]:
    """All placements of an apprentice that have a beginning, in order of their days; one class's alone."""
    others = [
        stretch_of(each)
        for each in facts.by(Placement, "apprentice")[apprentice.id_number]
        if each.cohort in (None, apprentice.cohort) or apprentice.cohort is None
    ]
    known = [each for each in (own_stretch(apprentice), *others) if each.first is not None]
    return sorted(known, key=_place)


def apprentice_of(record: Record, facts: Facts) -> Apprentice | None:
    """The apprentice whose record or placement it is; None while he is not on the roster."""
    if isinstance(record, Apprentice):
        return record
    if not isinstance(record, Placement) or record.apprentice is None:
        return None
    known = facts.by(Apprentice, "id_number")[record.apprentice]
    same_class = [each for each in known if each.cohort == record.cohort]
    return next(iter(same_class or known), None)


def _place(stretch: Stretch) -> tuple[dt.date, dt.date, str]:
    return stretch.first or OPEN_END, stretch.last, stretch.record.uid
