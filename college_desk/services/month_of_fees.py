"""The hourly fees (课时费) of a month as the window and the command line show them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from college_desk.policy.capitals import capitals
from college_desk.policy.coded import label
from college_desk.policy.hourly_claim import ClaimLine, total
from college_desk.records.teaching.settlement import Settlement
from college_desk.records.values.month import Month

_NOTHING = Decimal(0)


@dataclass(frozen=True)
class Line:
    """One teacher's lessons of one month.

    settlement: as it is kept (settled) or as it would be; weighted: weighted periods beside the raw ones;
    lessons: uids of what it pays, empty for a reversal; settled: whether it is locked; claim: what of it can
    be claimed (课时费补贴), None while it is not settled.
    """

    settlement: Settlement
    weighted: Decimal
    lessons: tuple[str, ...]
    settled: bool
    claim: ClaimLine | None = None

    def to_json(self) -> dict[str, Any]:
        """The line as `subsidy --json` shows it."""
        kept = self.settlement
        return {
            "teacher": kept.name,
            "id_number": kept.teacher,
            "title_level": None if kept.title_level is None else label("title_level", kept.title_level),
            "level_basis": kept.level_basis,
            "periods": _number(kept.periods),
            "weighted_periods": _number(self.weighted),
            "yuan_per_period": _yuan(kept.yuan_per_period),
            "gross": _yuan(kept.gross),
            "tax": _yuan(kept.tax),
            "net": _yuan(kept.net),
            "month": str(kept.month),
            "pay_month": str(kept.pay_month),
            "batch": kept.batch if self.settled else None,
            "settled": self.settled,
            "reverses": kept.reverses,
            "payout_status": None if kept.payout_status is None else label("payout_status", kept.payout_status),
            "claim": None if self.claim is None else _claimed(self.claim),
        }  # fmt: skip


@dataclass(frozen=True)
class NotPaid:
    """Lessons of somebody that are not reckoned, and why."""

    name: str
    id_number: str | None
    periods: Decimal
    why: str


@dataclass(frozen=True)
class MonthOfFees:
    """The hourly fees of a month, or of the months of a term.

    lines: settled ones first, then in order of name; not_paid: verified lessons left out; unverified: how
    many lessons 教务 has not verified; budget, spent: of the calendar year, None without a budget; missing: a
    sentence for each standard (课时费标准) without which nothing can be settled.
    """

    first: Month
    last: Month
    lines: tuple[Line, ...]
    not_paid: tuple[NotPaid, ...]
    unverified: int
    budget: Decimal | None
    spent: Decimal
    missing: tuple[str, ...] = ()

    def total(self, name: str) -> Decimal:
        """The sum of a money or periods field of the settlements; lines without a value count nothing."""
        return sum((getattr(each.settlement, name) or _NOTHING for each in self.lines), _NOTHING)

    @property
    def taxed(self) -> bool:
        """Whether the program reckons the tax of every line."""
        return all(each.settlement.tax is not None for each in self.lines)

    @property
    def claimed(self) -> Decimal:
        """What can be claimed of the settled lines together, yuan."""
        return total(each.claim for each in self.lines if each.claim is not None)

    def to_json(self) -> dict[str, Any]:
        """The document of `subsidy --json`."""
        gross = self.total("gross")
        return {
            "month": str(self.last),
            "from": str(self.first),
            "lines": [each.to_json() for each in self.lines],
            "total": {
                "periods": _number(self.total("periods")),
                "gross": _yuan(gross),
                "tax": _yuan(self.total("tax")) if self.taxed else None,
                "net": _yuan(self.total("net")) if self.taxed else None,
                "capitals": capitals(gross),
            },
            "not_paid": [
                {"teacher": each.name, "id_number": each.id_number, "periods": _number(each.periods), "why": each.why}
                for each in self.not_paid
            ],
            "claimed": _yuan(self.claimed),
            "unverified": self.unverified,
            "budget": {"yuan": _yuan(self.budget), "spent": _yuan(self.spent),
                       "left": None if self.budget is None else _yuan(self.budget - self.spent)},
        }  # fmt: skip


def _claimed(claim: ClaimLine) -> dict[str, Any]:
    return {
        "periods": _number(claim.periods),
        "yuan_per_period": _yuan(claim.yuan_per_period),
        "paid": _yuan(claim.paid_yuan),
        "yuan": _yuan(claim.claimed_yuan),
        "left_out": [{"periods": _number(each.periods), "why": each.why} for each in claim.left_out],
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _yuan(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:.2f}"
