"""What to list of a register: words searched, conditions, the day as of which, order."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

Comparison = Literal["is", "contains", "at_least", "at_most", "empty", "filled"]


@dataclass(frozen=True)
class Condition:
    """One filter: a field, a comparison and the value (of the field's type; None for empty/filled)."""

    field: str
    comparison: Comparison
    value: Any = None


@dataclass(frozen=True)
class Query:
    """A selection from one register.

    search: Chinese, pinyin, initials or digits; where: all must hold; on: only records in force that day
    (start ≤ day ≤ end, for registers that have both); uids: only these; order: (field, descending), ends
    with uid so that it never wavers; ended: only ended records when true, only live ones when false.
    """

    search: str = ""
    where: tuple[Condition, ...] = ()
    on: dt.date | None = None
    uids: frozenset[str] | None = None
    order: tuple[tuple[str, bool], ...] = ()
    ended: bool = False


EVERYTHING = Query()
