"""Guards: the short list of what refuses an edit; run by the write door inside the transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from college_desk.base.catalogue import Catalogue
from college_desk.base.errors import DeskError
from college_desk.policy.pack import Policy
from college_desk.records.facts import Facts
from college_desk.records.register import Record


class Refused(DeskError):
    """A guard refused the change; the sentence says why and what to do."""


@dataclass(frozen=True)
class Write:
    """One change about to be written: before (None: new), after (ended: removed), and why (None: no reason).

    facts: the registers as they will be with the change in them; filed: the number of the filing in which
    the record stands as it was frozen, None where in none.
    """

    before: Record | None
    after: Record
    facts: Facts
    policy: Policy
    today: dt.date
    reason: str | None = None
    filed: str | None = None


Guard = Callable[[Write], None]
"""Raises Refused, or lets the change pass."""

FILED = "filed"
"""The guard of what was filed; the write door runs it on records of every register."""

GUARDS: Catalogue[Guard] = Catalogue("guard", "college_desk.policy")


def guard(code: str) -> Callable[[Guard], Guard]:
    """Declare the decorated function as the guard `code`, named by the registers that it guards."""

    def declare(function: Guard) -> Guard:
        return GUARDS.add(code, function)

    return declare
