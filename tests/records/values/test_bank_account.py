"""Bank accounts: Luhn on a person's card, nothing of the kind on an organisation's account."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college_desk.records.values.bank_account import BANK_ACCOUNT, COMPANY_ACCOUNT, passes_luhn
from tests.records.values.readings import severities, value


@pytest.mark.parametrize("card", ["6226090000000048", "6226388000000095", "6216261000000000018"])
def test_test_cards_pass(card: str) -> None:
    assert value(BANK_ACCOUNT, card) == card


@pytest.mark.parametrize("card", ["6222021234567890123", "6226090000000047"])
def test_a_wrong_check_digit_is_a_warning(card: str) -> None:
    assert severities(BANK_ACCOUNT, card) == ["warning"]
    assert value(COMPANY_ACCOUNT, card) == card


def test_spaces_and_hyphens_do_not_matter() -> None:
    assert value(BANK_ACCOUNT, "6226 0900 0000 0048") == "6226090000000048"
    assert value(BANK_ACCOUNT, "６２２６－０９００－００００－００４８") == "6226090000000048"


@pytest.mark.parametrize("cell", [6.226090000000048e15, 6226090000000048, "6.22609E+15", "现金"])
def test_a_number_cell_has_lost_its_digits(cell: float | str) -> None:
    assert severities(BANK_ACCOUNT, cell) == ["unreadable"]


@pytest.mark.parametrize(
    ("cell", "expected"), [("1234567", ["error"]), ("12345678", ["warning"]), ("622609000000004A", ["error"])]
)
def test_lengths_and_characters_are_judged(cell: str, expected: list[str]) -> None:
    assert severities(BANK_ACCOUNT, cell) == expected


@given(st.text("0123456789", min_size=15, max_size=18), st.integers(0, 14), st.integers(1, 9))
def test_luhn_catches_any_one_changed_digit(digits: str, place: int, by: int) -> None:
    card = next(digits + check for check in "0123456789" if passes_luhn(digits + check))
    changed = card[:place] + str((int(card[place]) + by) % 10) + card[place + 1 :]
    assert not passes_luhn(changed)
