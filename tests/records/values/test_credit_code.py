"""Unified social credit codes: published ones, and those that circulate and are wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college_desk.records.values.credit_code import CREDIT_CODE, check_character, is_valid, organisation_check
from tests.records.values.readings import message, severities, suggestion, value

VALID = [
    "91350100M000100Y43",
    "914403001922038216",
    "9144030071526726XG",
    "91440300708461136T",
    "91110108551385082Q",
    "91110000802100433B",
    "91330100799655058B",
    "91440300192317458F",
    "91100000100003962T",
    "911100001011016602",
    "91370200264574251E",
    "91370000166122374N",
    "9152000071430580XT",
    "121526004609138637",
    "112302070019030687",
    "92510100MA61WJ3204",
    "52610500MJU60350X1",
]
WRONG = [
    "914403001922038217",
    "91350200M000000510",
    "91350128M00000019A",
    "91110000800088421P",
    "9133010057462616XH",
    "123456789012345678",
]


@pytest.mark.parametrize("code", VALID)
def test_published_codes_are_valid(code: str) -> None:
    assert value(CREDIT_CODE, code) == code


@pytest.mark.parametrize("code", WRONG)
def test_wrong_codes_are_kept_with_an_error(code: str) -> None:
    assert CREDIT_CODE.read(code).value == code
    assert severities(CREDIT_CODE, code) == ["error"]


def test_junk_that_passes_the_last_check_fails_the_organisation_code() -> None:
    assert check_character("12345678901234567") == "8"
    assert organisation_check("90123456") != "7"
    assert not is_valid("123456789012345678")


@pytest.mark.parametrize(
    ("cell", "part"),
    [
        ("370811200012345", "15位营业执照注册号"),
        ("12345678-9", "9位组织机构代码"),
        ("9137020026457425", "是16位"),
    ],
)
def test_older_numbers_are_named(cell: str, part: str) -> None:
    assert part in message(CREDIT_CODE, cell)


@pytest.mark.parametrize(
    "cell",
    [
        "91370200264574251e",
        "9137 0200 2645 7425 1E",
        "９１３７０２００２６４５７４２５１Ｅ",
        "'91370200264574251E",
    ],
)
def test_the_spelling_does_not_matter(cell: str) -> None:
    assert value(CREDIT_CODE, cell) == "91370200264574251E"


def test_mistaken_letters_are_suggested_and_never_mended() -> None:
    assert CREDIT_CODE.read("9137O200264574251E").value == "9137O200264574251E"
    assert suggestion(CREDIT_CODE, "9137O200264574251E") == "91370200264574251E"
    assert suggestion(CREDIT_CODE, "914403OO1922038217") is None


@pytest.mark.parametrize("cell", [9.1370200264574e17, "9.1E+17", "无照经营", "#REF!"])
def test_what_is_no_code_is_unreadable(cell: float | str) -> None:
    assert severities(CREDIT_CODE, cell) == ["unreadable"]


@given(st.sampled_from(VALID), st.integers(0, 17), st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXY"))
def test_any_one_changed_character_is_caught(code: str, place: int, character: str) -> None:
    changed = code[:place] + character + code[place + 1 :]
    assert changed == code or not is_valid(changed)
