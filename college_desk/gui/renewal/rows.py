"""The lines of the window 续聘: who goes on, then who does not."""

from __future__ import annotations

from dataclasses import dataclass

from college_desk.records.teaching.appointment import Appointment
from college_desk.services.renewing import Renewed


@dataclass(frozen=True)
class RenewalRow:
    """One appointment of the old term. uid: the old one's; papers: to be had anew; reason: why not, if not."""

    uid: str
    name: str
    contract_number: str
    course: str
    papers: tuple[str, ...] = ()
    reason: str = ""

    @property
    def goes_on(self) -> bool:
        """Whether it is renewed."""
        return not self.reason


def rows_of(trial: Renewed) -> list[RenewalRow]:
    """Those who go on by name, then those who do not."""
    going = [_row(each.old, each.name, papers=each.papers) for each in trial.renewals]
    return [*going, *(_row(each.record, each.name, reason=each.reason) for each in trial.left_out)]


def _row(old: Appointment, name: str, papers: tuple[str, ...] = (), reason: str = "") -> RenewalRow:
    return RenewalRow(old.uid, name, old.contract_number or "", old.course or "", papers, reason)
