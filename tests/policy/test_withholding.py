"""Withholding on pay for services: the vectors and gross-ups of the working examples, to the cent."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college_desk.policy.pack import load_pack
from college_desk.policy.withholding import Scale, grossed_up, scale, withheld

SCALE: Scale = scale(load_pack("jining-2022"), dt.date(2026, 10, 31))

VECTORS = [
    ("800", "0", "0.00", "800.00"), ("800.01", "0.01", "0.00", "800.01"), ("801", "1", "0.20", "800.80"),
    ("1200", "400", "80.00", "1120.00"), ("3000", "2200", "440.00", "2560.00"),
    ("4000", "3200", "640.00", "3360.00"), ("4001", "3200.80", "640.16", "3360.84"),
    ("5000", "4000", "800.00", "4200.00"), ("9600", "7680", "1536.00", "8064.00"),
    ("25000", "20000", "4000.00", "21000.00"), ("25001", "20000.80", "4000.24", "21000.76"),
    ("30000", "24000", "5200.00", "24800.00"), ("62500", "50000", "13000.00", "49500.00"),
    ("70000", "56000", "15400.00", "54600.00"),
]  # fmt: skip


@pytest.mark.parametrize(("gross", "base", "tax", "net"), VECTORS)
def test_each_vector_holds_to_the_cent(gross: str, base: str, tax: str, net: str) -> None:
    found = withheld([Decimal(gross)], SCALE)

    assert (found.base, found.tax, found.net) == (Decimal(base), Decimal(tax), Decimal(net))


@pytest.mark.parametrize(
    ("net", "gross"),
    [
        ("1000", "1050.00"), ("3000", "3550.00"), ("5000", "5952.38"), ("21000", "25000.00"),
        ("30000", "36842.11"), ("60000", "77941.18"), ("800", "800.00"), ("3360", "4000.00"), ("49500", "62500.00"),
    ],
)  # fmt: skip
def test_an_agreed_net_is_grossed_up(net: str, gross: str) -> None:
    found = grossed_up(Decimal(net), SCALE)

    assert (found.gross, found.net) == (Decimal(gross), Decimal(net))


def test_the_tax_is_rounded_once_from_a_base_that_was_not() -> None:
    assert withheld([Decimal("25000.02")], SCALE).tax == Decimal("4000.00")


def test_the_payments_of_one_month_are_taxed_together() -> None:
    together = withheld([Decimal(3000), Decimal(2000)], SCALE)

    assert together.tax == Decimal("800.00")
    assert withheld([Decimal(3000)], SCALE).tax + withheld([Decimal(2000)], SCALE).tax == Decimal("680.00")


@given(st.integers(min_value=1, max_value=20_000_000))
def test_grossing_up_and_withholding_undo_each_other(cents: int) -> None:
    net = Decimal(cents) / 100

    assert abs(grossed_up(net, SCALE).net - net) <= Decimal("0.01")
