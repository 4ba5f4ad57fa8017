"""Names on forms and of their files: the school's, the period's, safe on Windows."""

from __future__ import annotations

import re

from college_desk.forms.form import Frozen
from college_desk.records.college.school import School
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
