"""How a kind of filing (申报、备案事项) is declared: its periods, what it files, and what stands beside that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from college_desk.base.catalogue import Catalogue
from college_desk.forms.form import Frozen
from college_desk.records.facts import Facts
from college_desk.records.period import Period, PeriodKind
from college_desk.records.register import Record

APPRENTICESHIP = "apprenticeship"
ENTERPRISE_APPRENTICESHIP = "enterprise-apprenticeship"
PART_TIME_APPOINTMENTS = "part-time-appointments"
HOURLY_SUBSIDY = "hourly-subsidy"
ORDER_AGREEMENTS = "order-agreements"
ORDER_SUBSIDY = "order-subsidy"
ANNUAL_PROGRESS = "annual-progress"
EVERY = (
    APPRENTICESHIP, ENTERPRISE_APPRENTICESHIP, PART_TIME_APPOINTMENTS, HOURLY_SUBSIDY, ORDER_AGREEMENTS,
    ORDER_SUBSIDY, ANNUAL_PROGRESS,
)  # fmt: skip
"""The codes of the filings, for the papers that go with each of them."""

Kind = Literal["first", "supplement", "change", "ending"]

KIND_WORDS: dict[Kind, str] = {
    "first": "首次申报",
    "supplement": "增补",
    "change": "变更",
    "ending": "终止（解聘）",
}


@dataclass(frozen=True)
class Scope:
    """What of a period is filed.

    only: {register code: uids}, empty for everything; left_out: {uid: reason} (本次不报); filed_before:
    the uids that accepted filings of the period hold already, for a supplement; enterprise: the uid of the
    one in whose name it goes out, None for the college's own.
    """

    kind: Kind = "first"
    only: Mapping[str, frozenset[str]] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)
    filed_before: frozenset[str] = frozenset()
    enterprise: str | None = None


@dataclass(frozen=True)
class Selection:
    """The records of one package.

    filed: what is filed, in the order of the forms; companions: what the forms need besides, and the
    rules look at too; left_out: what would have been filed but was set aside; about: the records that
    findings must be on to concern this filing (filed ones and their people, the college's own); figures:
    numbers reckoned from more than is filed, JSON values, which the forms print and the snapshot keeps.
    """

    filed: tuple[Record, ...]
    companions: tuple[Record, ...]
    left_out: tuple[Record, ...]
    about: tuple[Record, ...]
    figures: Mapping[str, Any] = field(default_factory=dict)


SelectFunction = Callable[[Facts, Period, dt.date, Scope], Selection]
EnterprisesFunction = Callable[[Facts, Period, dt.date, Scope], Sequence[Record]]
"""The enterprises (合作企业) in whose names a filing goes out, in the order of their packages."""
AmountFunction = Callable[[Frozen], Decimal | None]
"""What a frozen filing claims, in yuan; None where it claims nothing yet."""


@dataclass(frozen=True)
class Filing:
    """A kind of filing as declared.

    periods: the kinds of period it takes; subject: what the 报送文 calls it in its title
    (关于报送…的报告); registers: all that its forms may look things up in, each frozen with the records
    selected even where there are none; enterprises: in whose names it goes out, one package each, None where it
    is the college's own; select: what is in it; amount: what it claims, None for a filing without money;
    first: what to do where a period has nothing to file yet, a sentence, empty where there is no more to say.
    """

    code: str
    title: str
    periods: tuple[PeriodKind, ...]
    subject: str
    registers: tuple[type[Record], ...]
    select: SelectFunction
    enterprises: EnterprisesFunction | None = None
    amount: AmountFunction | None = None
    first: str = ""


FILINGS: Catalogue[Filing] = Catalogue("filing", "college_desk.forms")


def filing(
    code: str,
    title: str,
    *,
    periods: tuple[PeriodKind, ...],
    subject: str,
    registers: tuple[type[Record], ...],
    enterprises: EnterprisesFunction | None = None,
    amount: AmountFunction | None = None,
    first: str = "",
) -> Callable[[SelectFunction], SelectFunction]:
    """Declare the decorated function as what selects the records of the filing `code`."""

    def declare(select: SelectFunction) -> SelectFunction:
        declared = Filing(code, title, periods, subject, registers, select, enterprises, amount, first)
        FILINGS.add(code, declared)
        return select

    return declare
