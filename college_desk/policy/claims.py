"""What was claimed already (重复享受): each person and payment of the frozen filings of money, so that none is twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from college_desk.policy.coded import coded, rank
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.json_form import from_frozen_json
from college_desk.records.orders.graduate_outcome import GraduateOutcome
from college_desk.records.register import Record, register_of
from college_desk.records.snapshot import Snapshot
from college_desk.records.teaching.settlement import Settlement

R = TypeVar("R", bound=Record)

ORDER_SUBSIDY = "order-subsidy"
ENTERPRISE_APPRENTICESHIP = "enterprise-apprenticeship"
HOURLY_SUBSIDY = "hourly-subsidy"
FOR_MONEY = (ORDER_SUBSIDY, ENTERPRISE_APPRENTICESHIP, HOURLY_SUBSIDY)
"""The filings in which money is claimed."""


@dataclass(frozen=True)
class Claim:
    """One claim in a filing's number.

    uid: of the record filed; id_number: whom it is for; trade, level: of an apprentice, what he was trained for.
    """

    number: str
    filing: str
    uid: str
    id_number: str
    trade: str | None = None
    level: str | None = None


@dataclass(frozen=True)
class Claims:
    """Claims by the person that they are for."""

    by_person: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)

    def training_of(self, id_number: str | None) -> tuple[Claim, ...]:
        """The claims of a subsidy for somebody's training: by an order, or as an enterprise's apprentice."""
        return tuple(each for each in self._of(id_number) if each.filing != HOURLY_SUBSIDY)

    def settled(self, settlement: Settlement) -> Claim | None:
        """The claim in which a payment of hours stands already."""
        mine = (each for each in self._of(settlement.teacher) if each.filing == HOURLY_SUBSIDY)
        return next((each for each in mine if each.uid == settlement.uid), None)

    def trained(self, id_number: str | None, trade: str | None, level: str | None) -> Claim | None:
        """The claim that rules out another for the same training: an order's, or of the same trade and level or above.

        A trade or level that is not told on either side counts as the same.
        """
        aim = rank("skill_level", level)
        for each in self.training_of(id_number):
            had = rank("skill_level", each.level)
            other_trade = None not in (trade, each.trade) and trade != each.trade
            higher = aim is not None and had is not None and aim > had
            if each.filing == ORDER_SUBSIDY or not (other_trade or higher):
                return each
        return None

    def _of(self, id_number: str | None) -> tuple[Claim, ...]:
        return () if id_number is None else self.by_person.get(id_number, ())


NO_CLAIMS = Claims()


def gathered(snapshots: Iterable[Snapshot]) -> Claims:
    """The claims of frozen filings, by person, in the order of the filings."""
    found: dict[str, list[Claim]] = {}
    for each in snapshots:
        for claim in claims_of(each):
            found.setdefault(claim.id_number, []).append(claim)
    return Claims({person: tuple(claims) for person, claims in found.items()})


def claims_of(snapshot: Snapshot) -> Iterator[Claim]:
    """What a frozen filing claims; nothing where it is not one of money."""
    makers = {
        ORDER_SUBSIDY: _graduates,
        ENTERPRISE_APPRENTICESHIP: _apprentices,
        HOURLY_SUBSIDY: _payments,
    }
    if snapshot.filing in makers:
        yield from makers[snapshot.filing](snapshot)


def _graduates(snapshot: Snapshot) -> Iterator[Claim]:
    for each in _filed(snapshot, GraduateOutcome):
        if each.id_number is not None:
            yield Claim(snapshot.number, snapshot.filing, each.uid, each.id_number)


def _apprentices(snapshot: Snapshot) -> Iterator[Claim]:
    """Those whose training is over: before that a class is only filed, or paid for on account."""
    over = {coded("apprentice_status", each) for each in ("结业", "留任")}
    classes = _records(snapshot, Cohort, None)
    by_name = {name: each for each in classes for name in (each.name, each.cohort_code) if name}
    for each in _filed(snapshot, Apprentice):
        if each.id_number is None or (each.certificate_number is None and each.status not in over):
            continue
        cohort = by_name.get(each.cohort or "")
        trade = each.trade or (cohort.trade if cohort else None)
        level = each.target_skill_level or (cohort.target_skill_level if cohort else None)
        yield Claim(snapshot.number, snapshot.filing, each.uid, each.id_number, trade, level)


def _payments(snapshot: Snapshot) -> Iterator[Claim]:
    """Those of which something was claimed; 申请补贴 0 stands on the pay list alone."""
    for each in _filed(snapshot, Settlement):
        if each.teacher is not None and each.claimed_yuan != 0:
            yield Claim(snapshot.number, snapshot.filing, each.uid, each.teacher)


def _filed(snapshot: Snapshot, kind: type[R]) -> Iterator[R]:
    return _records(snapshot, kind, frozenset(snapshot.selected))


def _records(snapshot: Snapshot, kind: type[R], uids: frozenset[str] | None) -> Iterator[R]:
    """The records of a register in a snapshot; of those uids, None for all."""
    register = register_of(kind)
    for each in snapshot.records.get(register.code, ()):
        if uids is None or each["uid"] in uids:
            yield cast("R", from_frozen_json(register, each))
