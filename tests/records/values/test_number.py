"""Counts, years, months, periods, coefficients, percentages and ratios."""

from __future__ import annotations

from decimal import Decimal

import pytest

from college_desk.records.values.number import (
    COEFFICIENT,
    COUNT,
    INTEGER,
    MONTHS,
    PERCENT,
    PERIODS,
    PERIODS_OF_ROW,
    RATIO,
    YEAR,
    YEARS,
)
from college_desk.records.values.value_type import Cell
from tests.records.values.readings import severities, value


@pytest.mark.parametrize("cell", [30, 30.0, "30", "30人", "30 名", "３０", "30.0", "1,030"])
def test_counts_are_read_over_their_measure_words(cell: Cell) -> None:
    assert value(COUNT, cell) == (1030 if cell == "1,030" else 30)


@pytest.mark.parametrize("cell", ["约30", "30余人", "若干", "30.5", 30.5, "2年", "三十", "30-40", True])
def test_what_is_no_count_is_unreadable(cell: Cell) -> None:
    assert severities(COUNT, cell) == ["unreadable"]


def test_bounds_are_errors_on_their_far_side() -> None:
    assert (severities(COUNT, 0), severities(COUNT, -1), severities(INTEGER, -1)) == ([], ["error"], [])
    assert (severities(YEARS, 60), severities(YEARS, 61), severities(YEARS, -1)) == ([], ["error"], ["error"])
    assert (severities(YEAR, 2100), severities(YEAR, 2101)) == ([], ["error"])


def test_years_and_months_know_their_words() -> None:
    assert value(YEARS, "15年") == 15
    assert value(YEAR, "2026年度") == 2026
    assert value(MONTHS, "24个月") == value(MONTHS, "2年") == value(MONTHS, 24.0) == 24
    assert value(MONTHS, "1.5年") == 18


@pytest.mark.parametrize(
    ("cell", "expected"), [(4.0, 4), ("4", 4), ("2节", 2), ("1.5课时", 1.5), ("0.25", 0.25)]
)
def test_periods_are_numbers_in_json(cell: Cell, expected: float) -> None:
    written = PERIODS.to_json(value(PERIODS, cell))
    assert written == expected
    assert isinstance(written, type(expected))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (0.5, []),
        (0, ["error"]),
        (-2.0, ["error"]),
        (12, []),
        (12.5, ["error"]),
        (99.0, ["error"]),
        (1.25, ["error"]),
        ("若干", ["unreadable"]),
    ],
)
def test_the_periods_of_a_row_have_bounds_and_come_in_halves(cell: Cell, expected: list[str]) -> None:
    assert severities(PERIODS_OF_ROW, cell) == expected


def test_totals_of_periods_have_no_upper_bound() -> None:
    assert value(PERIODS, 1920) == 1920
    assert severities(PERIODS, "1.255") == ["error"]


def test_coefficients_show_two_decimals_at_least() -> None:
    assert COEFFICIENT.to_json(value(COEFFICIENT, 1)) == "1.00"
    assert COEFFICIENT.show(value(COEFFICIENT, "1.125")) == "1.125"
    assert (severities(COEFFICIENT, 0), severities(COEFFICIENT, 10), severities(COEFFICIENT, 10.01)) == (
        ["error"],
        [],
        ["error"],
    )


@pytest.mark.parametrize(
    ("cell", "written"),
    [("80%", "80"), (80.0, "80"), (0.8, "80"), ("30.5%", "30.5"), (0.305, "30.5"), ("1%", "1"), (0, "0")],
)
def test_percentages_are_read_as_sheets_keep_them(cell: Cell, written: str) -> None:
    assert PERCENT.to_json(value(PERCENT, cell)) == written


def test_one_alone_is_no_clear_percentage() -> None:
    assert severities(PERCENT, 1) == ["unreadable"]
    assert severities(PERCENT, "100%") == []
    assert severities(PERCENT, "101%") == ["error"]


def test_ratios_are_strings_in_json() -> None:
    assert RATIO.to_json(value(RATIO, 0.2)) == RATIO.to_json(value(RATIO, "20%")) == "0.20"
    assert (severities(RATIO, 1), severities(RATIO, 1.01), severities(RATIO, -0.01)) == (
        [],
        ["error"],
        ["error"],
    )
    assert value(RATIO, "33.33%") == Decimal("0.3333")
