from __future__ import annotations

import pytest

from tests.cli.running import Line


def test_tax_takes_the_payments_of_a_month_together(bare: Line) -> None:
    shown = bare.done("tax", "3000", "2000", "--json").json

    assert shown == {
        "gross": "5000.00", "base": "4000.00", "rate": "0.20", "deduction": "0.00", "tax": "800.00",
        "net": "4200.00",
    }  # fmt: skip
    assert "800.00" in bare.done("tax", "3000", "2000").out


def test_tax_from_a_net_tells_the_gross(bare: Line) -> None:
    shown = bare.done("tax", "30,000元", "--net", "--json").json

    assert (shown["gross"], shown["tax"], shown["net"]) == ("36842.11", "6842.11", "30000.00")
    assert (shown["rate"], shown["deduction"]) == ("0.30", "2000.00")


@pytest.mark.parametrize("text", ["三千", "-5", ""])
def test_what_is_no_amount_is_one_sentence_and_unusable(bare: Line, text: str) -> None:
    said = bare("tax", text)

    assert said.status == 2
    assert said.err.count("\n") == 1
