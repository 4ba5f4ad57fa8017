"""Identity numbers: the vectors of the standard, and what spreadsheets make of them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college_desk.records.values.identity_check import area_is_known
from college_desk.records.values.identity_number import (
    IDENTITY_NUMBER,
    birth_date_of,
    check_character,
    eighteen,
    gender_of,
    is_valid,
)
from tests.records.values.readings import message, severities, suggestion, value

FEMALE = "11010519491231002X"
MALE_OF_1880 = "440524188001010014"


def made(area: str = "370811", born: str = "20080511", order: str = "001") -> str:
    """A number that is right by its arithmetic."""
    return area + born + order + check_character(area + born + order)


@pytest.mark.parametrize("number", [FEMALE, MALE_OF_1880, "34052419800101001X", "370832197403264204"])
def test_published_numbers_are_valid(number: str) -> None:
    assert is_valid(number)


def test_a_number_published_as_valid_by_mistake_is_not() -> None:
    assert not is_valid("110105195001010014")
    assert severities(IDENTITY_NUMBER, "110105195001010014") == ["error"]


def test_gender_and_birth_date_stand_in_the_number() -> None:
    assert (gender_of(FEMALE), birth_date_of(FEMALE)) == ("2", dt.date(1949, 12, 31))
    assert (gender_of(MALE_OF_1880), birth_date_of(MALE_OF_1880)) == ("1", dt.date(1880, 1, 1))
    assert gender_of("E12345678") is None
    assert birth_date_of("370811200802300018") is None


@pytest.mark.parametrize(
    "cell",
    [
        "37083120090202908X",
        "３７０８３１２００９０２０２９０８Ｘ",
        "370831 20090202 908x",
        "'37083120090202908X",
        '="37083120090202908X"',
        "\u200b37083120090202908X\u00a0",
        "370831\u3000200902029\t08X",
        "370831-20090202-908X",
        "37083120090202908X。",
    ],
)
def test_the_spelling_of_a_number_does_not_matter(cell: str) -> None:
    assert value(IDENTITY_NUMBER, cell) == "37083120090202908X"


@pytest.mark.parametrize("letter", ["Х", "х", "Χ", "×"])
def test_letters_that_look_like_x_are_read_as_x_with_a_warning(letter: str) -> None:
    reading = IDENTITY_NUMBER.read("37083120090202908" + letter)
    assert reading.value == "37083120090202908X"
    assert [fault.severity for fault in reading.faults] == ["warning"]


@pytest.mark.parametrize(
    "cell",
    [3.7083119850312122e17, 370811198503121234, 370811850312123.0, "3.7E+17", "3.70811985031212e17", 12.0],
)
def test_a_number_cell_has_lost_its_digits(cell: float | str) -> None:
    reading = IDENTITY_NUMBER.read(cell)
    assert reading.value is None
    assert reading.unreadable
    assert "原始数字已丢失，请补录" in reading.faults[0].message


def test_the_message_shows_a_number_cell_as_the_sheet_does() -> None:
    assert "3.70811985031212E+17" in message(IDENTITY_NUMBER, 3.7081198503121216e17)


@pytest.mark.parametrize("number", ["370811198503121000", "370811198503122000"])
def test_a_number_that_ends_in_three_zeros_was_rewritten_by_the_spreadsheet(number: str) -> None:
    reading = IDENTITY_NUMBER.read(number)
    assert [fault.severity for fault in reading.faults] == ["error"]
    assert "末三位为000，疑似被表格软件改写" in reading.faults[0].message


def test_two_zeros_at_the_end_are_nothing_odd() -> None:
    (number,) = {
        made(order=f"{order}0") for order in range(10, 99) if made(order=f"{order}0").endswith("100")
    }
    assert value(IDENTITY_NUMBER, number) == number


def test_fifteen_digits_are_kept_and_eighteen_suggested() -> None:
    reading = IDENTITY_NUMBER.read("110105491231002")
    assert reading.value == "110105491231002"
    assert [fault.severity for fault in reading.faults] == ["warning"]
    assert reading.faults[0].suggestion == eighteen("110105491231002") == FEMALE
    assert severities(IDENTITY_NUMBER, "110105491331002") == ["error"]


@pytest.mark.parametrize("area", ["370802", "370882", "370822", "370825", "372401"])
def test_retired_counties_are_known(area: str) -> None:
    assert value(IDENTITY_NUMBER, made(area))


def test_an_unknown_county_is_a_warning_and_an_unknown_province_an_error() -> None:
    assert severities(IDENTITY_NUMBER, made("370899")) == ["warning"]
    assert severities(IDENTITY_NUMBER, made("990811")) == ["error"]


@pytest.mark.parametrize("area", ["810000", "820000", "830000"])
def test_residence_permits_of_hong_kong_macao_and_taiwan_are_valid(area: str) -> None:
    assert value(IDENTITY_NUMBER, made(area)) == made(area)
    assert not area_is_known(made(area[:2] + "0001"))


@pytest.mark.parametrize(
    ("born", "expected"), [("19000101", []), ("18991231", ["warning"]), ("20080230", ["error"])]
)
def test_birth_dates_are_judged(born: str, expected: list[str]) -> None:
    assert severities(IDENTITY_NUMBER, made(born=born)) == expected


def test_mistaken_letters_are_suggested_and_never_mended() -> None:
    number = made(order="101")
    mistaken = number.replace("0", "O", 1)
    assert IDENTITY_NUMBER.read(mistaken).value == mistaken
    assert suggestion(IDENTITY_NUMBER, mistaken) == number


@pytest.mark.parametrize("cell", ["E12345678", "H12345678", "M1234567(8)"])
def test_other_documents_are_kept_and_ask_for_their_kind(cell: str) -> None:
    reading = IDENTITY_NUMBER.read(cell)
    assert reading.value == cell
    assert reading.faults[0].severity == "error"
    assert "证件类型" in reading.faults[0].message


@pytest.mark.parametrize("cell", ["37081120080511001", "3708112008051100123"])
def test_a_wrong_length_is_an_error_that_counts_the_digits(cell: str) -> None:
    assert severities(IDENTITY_NUMBER, cell) == ["error"]
    assert f"是{len(cell)}位" in message(IDENTITY_NUMBER, cell)


@pytest.mark.parametrize("cell", ["待补", "370811********0012", "#N/A"])
def test_what_is_no_number_is_unreadable(cell: str) -> None:
    assert severities(IDENTITY_NUMBER, cell) == ["unreadable"]


@pytest.mark.parametrize("cell", [None, "", "  ", "无", "/", "—", "\u3000"])
def test_empty_cells_are_empty(cell: str | None) -> None:
    assert value(IDENTITY_NUMBER, cell) is None


@given(
    st.dates(dt.date(1901, 1, 1), dt.date(2020, 12, 31)),
    st.integers(1, 999),
    st.integers(0, 16),
    st.integers(1, 9),
)
def test_any_one_changed_digit_is_caught(born: dt.date, order: int, place: int, by: int) -> None:
    number = made("370811", f"{born:%Y%m%d}", f"{order:03d}")
    changed = number[:place] + str((int(number[place]) + by) % 10) + number[place + 1 :]
    assert is_valid(number)
    assert not is_valid(changed)


@pytest.mark.parametrize(("remainder", "character"), list(enumerate("10X98765432")))
def test_every_check_character_stands_for_its_remainder(remainder: int, character: str) -> None:
    second_digit = next(
        digit for digit in range(10) for one in (0, 1) if (digit * 9 + one * 7) % 11 == remainder
    )
    first_digit = next(one for one in (0, 1) if (second_digit * 9 + one * 7) % 11 == remainder)
    assert check_character(f"{first_digit}{second_digit}" + "0" * 15) == character


@given(st.integers(0, 16), st.integers(1, 999))
def test_neighbours_exchanged_are_caught(place: int, order: int) -> None:
    number = made(order=f"{order:03d}")
    one, other = number[place], number[place + 1]
    exchanged = number[:place] + other + one + number[place + 2 :]
    assert exchanged == number or not is_valid(exchanged)
