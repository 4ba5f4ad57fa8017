"""Amounts in capitals: the official spellings, and what counts as the same amount."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college_desk.policy.capitals import capitals, says

OFFICIAL = [
    ("1409.50", "壹仟肆佰零玖元伍角"),
    ("6007.14", "陆仟零柒元壹角肆分"),
    ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
    ("107000.53", "壹拾万柒仟元零伍角叁分"),
    ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
    ("325.04", "叁佰贰拾伍元零肆分"),
    ("26000", "贰万陆仟元整"),
]


@pytest.mark.parametrize(("amount", "words"), OFFICIAL)
def test_the_official_examples_are_written_as_the_bank_rules_write_them(amount: str, words: str) -> None:
    assert capitals(Decimal(amount)) == f"人民币{words}"


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "人民币零元整"), ("0.05", "人民币伍分"), ("0.50", "人民币伍角"), ("10.00", "人民币壹拾元整"),
        ("100200", "人民币壹拾万零贰佰元整"), ("20000000", "人民币贰仟万元整"), ("-98", "人民币负玖拾捌元整"),
        ("123000456.07", "人民币壹亿贰仟叁佰万零肆佰伍拾陆元零柒分"), ("100000000", "人民币壹亿元整"),
        ("1000010000", "人民币壹拾亿零壹万元整"), ("100000001", "人民币壹亿零壹元整"),
    ],
)  # fmt: skip
def test_zeros_within_an_amount_are_written_once(amount: str, words: str) -> None:
    assert capitals(Decimal(amount)) == words


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("人民币壹仟陆佰捌拾元叁角贰分", "1680.32"), ("壹拾万零柒仟元伍角叁分", "107000.53"),
        ("壹仟肆佰零玖圆伍角整", "1409.50"), ("人民币：贰万陆仟元正", "26000"), ("拾元整", "10"),
    ],
)  # fmt: skip
def test_the_other_allowed_spelling_says_the_same(words: str, amount: str) -> None:
    assert says(words, Decimal(amount))


@pytest.mark.parametrize(
    ("words", "amount"),
    [("壹仟肆佰零玖元伍角", "1409.05"), ("贰万陆仟元整", "2600"), ("", "10"), ("叁拾元整", "30.50")],
)
def test_another_amount_is_told_apart(words: str, amount: str) -> None:
    assert not says(words, Decimal(amount))


@pytest.mark.parametrize("amount", ["0.001", "1000000000000"])
def test_what_no_form_can_hold_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="capitals"):
        capitals(Decimal(amount))


_CENTS = st.integers(min_value=0, max_value=10**14 - 1)


@given(_CENTS, _CENTS)
def test_no_two_amounts_share_their_capitals(one: int, other: int) -> None:
    amounts = Decimal(one) / 100, Decimal(other) / 100
    assert says(capitals(amounts[0]), amounts[1]) == (one == other)
