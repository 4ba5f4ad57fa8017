"""The appointments of a frozen filing, in the order in which every form lists them."""

from __future__ import annotations

from college_desk.forms.form import Frozen
from college_desk.records.teaching.appointment import Appointment


def filed_appointments(frozen: Frozen) -> list[Appointment]:
    """The appointments filed, in the order in which they were selected."""
    by_uid = {each.uid: each for each in frozen.facts.all(Appointment)}
    return [by_uid[uid] for uid in frozen.snapshot.selected]
