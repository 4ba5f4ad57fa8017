"""How a kind of filing (申报、备案事项) is declared: its periods, what it files, and what stands beside that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from college_desk.base.catalogue import Catalogue
from college_desk.records.facts import Facts
from college_desk.records.period import Period, PeriodKind
from college_desk.records.register import Record

PART_TIME_APPOINTMENTS = "part-time-appointments"
"""The code of the filing of part-time appointments (兼职教师聘任备案)."""

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
    the uids that accepted filings of the period hold already, for a supplement.
    """

    kind: Kind = "first"
    only: Mapping[str, frozenset[str]] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)
    filed_before: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Selection:
    """The records of one package.

    filed: what is filed, in the order of the forms; companions: what the forms need besides, and the
    rules look at too; left_out: what would have been filed but was set aside; about: the records that
    findings must be on to concern this filing (filed ones and their people, the college's own).
    """

    filed: tuple[Record, ...]
    companions: tuple[Record, ...]
    left_out: tuple[Record, ...]
    about: tuple[Record, ...]


SelectFunction = Callable[[Facts, Period, dt.date, Scope], Selection]


@dataclass(frozen=True)
class Filing:
    """A kind of filing as declared.

    periods: the kinds of period it takes; subject: what the 报送文 calls it in its title
    (关于报送…的报告); registers: all that its forms may look things up in, each frozen with the records
    selected even where there are none; own_name: False where it goes out in an enterprise's name;
    select: what is in it.
    """

    code: str
    title: str
    periods: tuple[PeriodKind, ...]
    subject: str
    registers: tuple[type[Record], ...]
    select: SelectFunction
    own_name: bool = True


FILINGS: Catalogue[Filing] = Catalogue("filing", "college_desk.forms")


def filing(
    code: str,
    title: str,
    *,
    periods: tuple[PeriodKind, ...],
    subject: str,
    registers: tuple[type[Record], ...],
    own_name: bool = True,
) -> Callable[[SelectFunction], SelectFunction]:
    """Declare the decorated function as what selects the records of the filing `code`."""

    def declare(select: SelectFunction) -> SelectFunction:
        FILINGS.add(code, Filing(code, title, periods, subject, registers, select, own_name))
        return select

    return declare
