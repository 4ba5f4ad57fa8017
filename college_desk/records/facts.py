"""How rules and forms look things up: in sets, over the database, a frozen snapshot, or candidates laid over."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Protocol, TypeVar

from college_desk.records.register import Record

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Facts(Protocol):
    """Answers in sets; ended records are never in them.

    Implementations note what they were asked (`asked`): that tells which rules an edit makes stale and
    what a freeze puts into its snapshot. A question that a snapshot does not hold is an error there.
    """

    def all(self, kind: type[R]) -> Sequence[R]:
        """Every record of a register, in order of uid."""

    def by(self, kind: type[R], *fields: str) -> Mapping[Hashable, Sequence[R]]:
        """The records of a register by the value of a field, or by the tuple of several; built once a run.

        Records whose field (or all of several) is empty are left out. A key that is not there has no records.
        """

    def once(self, compute: Callable[[Facts], T]) -> T:
        """What a module-level function makes of these facts, computed at the first call and kept for the run."""

    @property
    def asked(self) -> frozenset[str]:
        """The codes of the registers that were asked for."""
