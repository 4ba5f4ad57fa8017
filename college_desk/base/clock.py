"""The day and the time, read in one place; everywhere else they are arguments."""

from __future__ import annotations

import datetime as dt
import os

from college_desk.base.errors import UnusableInput


def today() -> dt.date:
    """Today, or the day that `COLLEGE_DESK_TODAY=YYYY-MM-DD` fixes.

    Raises UnusableInput when that variable is not a day.
    """
    fixed = os.environ.get("COLLEGE_DESK_TODAY")
    if not fixed:
        return dt.date.today()
    try:
        return dt.date.fromisoformat(fixed)
    except ValueError:
        raise UnusableInput(f"COLLEGE_DESK_TODAY 应写成 2026-09-30 这样的日期，现在是“{fixed}”。") from None


def now() -> dt.datetime:
    """This moment, with its offset from UTC; never fixed, the journal needs the truth."""
    return dt.datetime.now().astimezone()
