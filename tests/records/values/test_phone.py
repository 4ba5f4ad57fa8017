"""Telephone numbers as lists write them."""

from __future__ import annotations

import pytest

from college_desk.records.values.phone import PHONE
from tests.records.values.readings import message, severities, value


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("158-6363-2401", "15863632401"),
        (17619676659.0, "17619676659"),
        (17619676659, "17619676659"),
        ("１３８８４７６３３９３", "13884763393"),
        ("138 8476 3393", "13884763393"),
        ("+86 13884763393", "13884763393"),
        ("+86-138-8476-3393", "13884763393"),
        ("8613884763393", "13884763393"),
        ("'13884763393", "13884763393"),
        ("13884763393.0", "13884763393"),
        ("0537-2212345", "0537-2212345"),
        ("05372212345", "0537-2212345"),
        ("（0537）2212345", "0537-2212345"),
        ("0537—2212345", "0537-2212345"),
        ("0537-2212345转801", "0537-2212345-801"),
        ("01062212345", "010-62212345"),
        ("400-123-4567", "400-123-4567"),
        ("手机：13884763393", "13884763393"),
        ("13884763393/0537-2212345", "13884763393/0537-2212345"),
        ("13884763393、15863632401", "13884763393/15863632401"),
        ("13884763393 15863632401", "13884763393/15863632401"),
    ],
)
def test_a_number_is_read_in_its_usual_spelling(cell: str | float, expected: str) -> None:
    assert value(PHONE, cell) == expected


@pytest.mark.parametrize(
    "cell", ["1300174052", "138847633931", "12884763393", "2212345", "0537-221", "13884763393a"]
)
def test_a_wrong_number_is_kept_with_an_error(cell: str) -> None:
    assert PHONE.read(cell).value
    assert severities(PHONE, cell) == ["error"]


def test_the_message_counts_the_digits() -> None:
    assert "“1300174052”是10位，应为11位" in message(PHONE, "1300174052")
    assert "缺少区号" in message(PHONE, "2212345")


@pytest.mark.parametrize("cell", ["见备注", "#VALUE!"])
def test_words_are_unreadable(cell: str) -> None:
    assert severities(PHONE, cell) == ["unreadable"]


def test_each_of_two_numbers_is_judged() -> None:
    assert severities(PHONE, "13884763393/138847") == ["error"]
