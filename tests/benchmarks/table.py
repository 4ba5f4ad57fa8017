"""A table of ratios: each thing beside its named baseline, both measured in the same run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Ratios:
    """Rows of (what, seconds, against what, seconds); printed at the end, never asserted."""

    title: str
    rows: list[tuple[str, float, str, float]] = field(default_factory=list)

    def add(self, what: str, seconds: float, baseline: str, baseline_seconds: float) -> None:
        self.rows.append((what, seconds, baseline, baseline_seconds))

    def print(self) -> None:
        print(f"\n{self.title}")
        print(f"{'what':<44}{'seconds':>10}  {'baseline':<44}{'seconds':>10}{'ratio':>8}")
        for what, seconds, baseline, other in self.rows:
            print(f"{what:<44}{seconds:>10.4f}  {baseline:<44}{other:>10.4f}{seconds / other:>8.2f}")


def seconds_of(work: Callable[[], object], times: int = 5) -> float:
    """The median seconds of `times` runs after one that is not counted."""
    work()
    return statistics.median(_once(work) for _turn in range(times))


def seconds_of_one(work: Callable[[], object]) -> float:
    """The seconds of the one and only run."""
    return _once(work)


def _once(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
