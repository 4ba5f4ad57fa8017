"""The invented college behind `resources/demo/`: the same seed writes the same spreadsheets.

Everything is made up: identity numbers stand in the area 370800, which no living person's number has, mobile
numbers in a range that no operator gives out, cards and credit codes are counted up with right check digits.
"""

from __future__ import annotations

import datetime as dt

SEED = "济宁示例职业学院 2026"
DAY = dt.date(2026, 11, 20)
"""The day on which the office has these spreadsheets before it."""
