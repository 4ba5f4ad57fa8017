"""Which establishment is in force, and whose it is: the college's or a campus's allotment."""

from __future__ import annotations

import datetime as dt

from college_desk.policy.quota import dated, staffing_on
from college_desk.records.college.staffing import Staffing
from college_desk.records.facts import Facts


def campus_of(staffing: Staffing, facts: Facts) -> str | None:
    """The campus whose allotment a staffing record is; None where it is the whole college's."""
    whole = dated(facts.all(Staffing))
    return None if any(each.uid == staffing.uid for each in whole) else staffing.campus


def is_in_force(staffing: Staffing, facts: Facts, day: dt.date) -> bool:
    """Whether a staffing record is the whole college's on a day."""
    in_force = staffing_on(facts.all(Staffing), day)
    return in_force is not None and in_force.uid == staffing.uid
