"""What a claim of the order subsidy says: of each person, of each class, of one enterprise."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from college_desk.policy.capitals import capitals
from college_desk.policy.order_chain import OrderChain, Ordered, subsidy
from college_desk.records.finding import Finding
from college_desk.records.partners.enterprise import Enterprise


@dataclass(frozen=True)
class Graduate:
    """A student of an order class, how far he came, and what still rules him out.

    refusals: the errors found on him, his class and the enterprise, of one who arrived; empty where he is
    eligible or came no further; papers: of the papers that the claim needs of each person those that his
    records do not speak of yet (缺件), of one who arrived.
    """

    ordered: Ordered
    refusals: tuple[Finding, ...] = ()
    papers: tuple[str, ...] = ()

    @property
    def eligible(self) -> bool:
        """Whether he arrived and nothing rules him out."""
        return self.ordered.reached == "arrived" and not self.refusals

    @property
    def why(self) -> str:
        """Why he is not among those claimed for, in one sentence; empty for one who is."""
        if self.ordered.reached != "arrived":
            return self.ordered.why
        return self.refusals[0].message if self.refusals else ""

    def to_json(self) -> dict[str, Any]:
        """The person as `claims --json` shows him."""
        student, outcome = self.ordered.student, self.ordered.outcome
        return {
            "name": student.name,
            "id_number": student.id_number,
            "reached": "eligible" if self.eligible else self.ordered.reached,
            "why": self.why or None,
            "refusals": [
                {"rule": each.rule, "register": each.register, "uid": each.uid, "field": each.field, "message": each.message}
                for each in self.refusals
            ],
            "papers": list(self.papers),
            "student_uid": student.uid,
            "outcome_uid": outcome.uid if outcome else None,
        }  # fmt: skip


@dataclass(frozen=True)
class Tally:
    """The people of a class in numbers.

    left: who left it; listed … eligible: who came to that step or beyond; lacking: who lacks a paper;
    reasons: {title of a rule: those whom it rules out, by the first of each}.
    """

    left: int
    listed: int
    graduated: int
    arrived: int
    eligible: int
    lacking: int
    reasons: Mapping[str, int]


@dataclass(frozen=True)
class ClassClaim:
    """One order class of a claim. people: everybody who was ever on its list, in order of name."""

    chain: OrderChain
    people: tuple[Graduate, ...]

    @functools.cached_property
    def tally(self) -> Tally:
        """The people in numbers, counted at the first asking."""
        return Tally(
            left=len(self.chain.stopped_at("left")),
            listed=len(self.chain.at("listed")),
            graduated=len(self.chain.at("graduated")),
            arrived=len(self.chain.at("arrived")),
            eligible=sum(each.eligible for each in self.people),
            lacking=sum(bool(each.papers) for each in self.people),
            reasons=Counter(each.refusals[0].title for each in self.people if each.refusals),
        )

    def counts(self) -> dict[str, int | None]:
        """The chain in numbers: agreed (None where not told), listed, graduated, arrived, eligible."""
        names = ("listed", "graduated", "arrived", "eligible")
        return {"agreed": self.chain.agreed, **{name: getattr(self.tally, name) for name in names}}

    def to_json(self) -> dict[str, Any]:
        """The class as `claims --json` shows it."""
        chain = self.chain
        return {
            "order_class": chain.name,
            "agreement_number": chain.agreement_number,
            **self.counts(),
            "hire_percent": None if chain.hire_percent is None else str(chain.hire_percent),
            "hired_percent": None if chain.hired_percent is None else str(chain.hired_percent),
            "people": [each.to_json() for each in self.people],
        }


@dataclass(frozen=True)
class OrderClaim:
    """The claim of one enterprise for the graduates of a calendar year.

    enterprise: None while it is not on the ledger; yuan: the standard (元/人), None where it is not entered,
    and then `lacking` is the sentence that names the document which sets it.
    """

    enterprise: Enterprise | None
    name: str
    year: int
    classes: tuple[ClassClaim, ...]
    yuan: Decimal | None
    lacking: str = ""

    @property
    def eligible(self) -> int:
        """How many graduates are claimed for."""
        return sum(each.tally.eligible for each in self.classes)

    @property
    def amount(self) -> Decimal | None:
        """What is claimed, yuan to the cent; None without a standard."""
        return None if self.yuan is None else subsidy(self.eligible, self.yuan)

    def counts(self) -> dict[str, int | None]:
        """The chain over all classes; agreed is None where one class does not tell."""
        each_class = [each.counts() for each in self.classes]
        added: dict[str, int | None] = {}
        for name in ("agreed", "listed", "graduated", "arrived", "eligible"):
            numbers = [each[name] for each in each_class]
            known = [number for number in numbers if number is not None]
            added[name] = sum(known) if len(known) == len(numbers) else None
        return added

    def to_json(self) -> dict[str, Any]:
        """The claim as `claims --json` shows it."""
        amount = self.amount
        return {
            "enterprise": self.name,
            "uscc": self.enterprise.uscc if self.enterprise else None,
            **self.counts(),
            "yuan_per_graduate": None if self.yuan is None else f"{self.yuan:.2f}",
            "amount": None if amount is None else f"{amount:.2f}",
            "capitals": None if amount is None else capitals(amount),
            "classes": [each.to_json() for each in self.classes],
        }
