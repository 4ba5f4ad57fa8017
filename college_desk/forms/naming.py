"""Names on forms and of their files: the school's, the period's, safe on Windows."""

from __future__ import annotations

import re

from college_desk.forms.form import Frozen
from college_desk.records.college.school import School
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.period import Period, PeriodKind

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
LONGEST = 80
"""Characters of one file name without its ending: leaves room for the folders of a full path of 240."""


def school_of(frozen: Frozen) -> School | None:
    """The school's own record, None where nothing is entered yet."""
    found = frozen.facts.all(School)
    return found[0] if found else None


def school_name(frozen: Frozen) -> str:
    """The school's full name as its seal has it; empty where it is not entered."""
    school = school_of(frozen)
    return (school.name if school else None) or ""


def enterprise_of(frozen: Frozen) -> Enterprise | None:
    """The enterprise in whose name a filing goes out, None for the college's own."""
    uid = frozen.snapshot.enterprise
    return next((each for each in frozen.facts.all(Enterprise) if each.uid == uid), None) if uid else None


def enterprise_name(frozen: Frozen) -> str:
    """That enterprise's full name; empty for the college's own filings."""
    enterprise = enterprise_of(frozen)
    return (enterprise.name if enterprise else None) or ""


def applicant_name(frozen: Frozen) -> str:
    """In whose name a filing goes out: the enterprise's, else the school's."""
    return enterprise_name(frozen) or school_name(frozen)


def safe(name: str) -> str:
    """A name without the characters that Windows forbids, without a dot or space at its end."""
    return _UNSAFE.sub("_", name)[:LONGEST].rstrip(". ") or "_"


def period_of(frozen: Frozen) -> Period:
    """The period filed, with the days that it had at the freeze."""
    snapshot = frozen.snapshot
    return Period(snapshot.period, _kind(snapshot.period), snapshot.period_first, snapshot.period_last)


def period_title(frozen: Frozen) -> str:
    """The period filed as forms write it: 2026—2027学年第一学期."""
    return period_of(frozen).title


def _kind(code: str) -> PeriodKind:
    if len(code) == 4:
        return "calendar_year"
    if len(code) == 7:
        return "month"
    return "academic_year" if len(code) == 9 else "term"
