"""What every value type promises, over all of them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college_desk.records.codes import code_table, table_names
from college_desk.records.values.academic_year import ACADEMIC_YEAR, TERM
from college_desk.records.values.bank_account import BANK_ACCOUNT, COMPANY_ACCOUNT
from college_desk.records.values.class_slot import SLOT
from college_desk.records.values.code import CODE, CODES, OPEN_CODE
from college_desk.records.values.credit_code import CREDIT_CODE
from college_desk.records.values.day import DAY, DAY_OR_MONTH, END_DAY, MONTH
from college_desk.records.values.grade import GRADE
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.identity_number import IDENTITY_NUMBER
from college_desk.records.values.major_code import MAJOR_CODE
from college_desk.records.values.money import MONEY
from college_desk.records.values.month import OPEN_END, Month
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
from college_desk.records.values.organisation_name import ORGANISATION_NAME
from college_desk.records.values.person_name import PERSON_NAME
from college_desk.records.values.phone import PHONE
from college_desk.records.values.registration_number import REGISTRATION_NUMBER
from college_desk.records.values.text import LONG_TEXT, TEXT, TEXTS
from college_desk.records.values.value_type import ValueType
from college_desk.records.values.yes_no import YES_NO

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
MONTHS_OF_YEARS = st.builds(Month, st.integers(1900, 2100), st.integers(1, 12))
WORDS = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("0123456789Xx０１Ｘ-—./·、；（）()'=\"　 \u200b\n年月日元%级"),
    ),
    max_size=24,
)
NUMBERS = st.text("0123456789Xx０１Ｘ GE-", min_size=8, max_size=24)
LIKELY = st.sampled_from(
    [
        "37083120090202908X", "110105491231002", "E12345678", "91370200264574251E", "6226 0900 0000 0048", "0537-2212345转801",
        "138-8476-3393/0537-2212345", "2026—2027学年第一学期", "25-26下", "051300", "0203－3", "26级", "1-2、5-6", "第3，4节",
        "买买提．吐尔逊", "李四（组长）", "G37083120090202908x", "甲公司(原乙、丙)、丁公司", "2019年全国技术能手",
    ]
)  # fmt: skip
ANY_CELL = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.datetimes(), st.times(), WORDS
)


def decimals(least: str, most: str, places: int) -> st.SearchStrategy[Decimal]:
    """Decimals with exactly so many places."""
    return st.decimals(Decimal(least), Decimal(most), places=places)


VALUES: list[tuple[ValueType[Any], st.SearchStrategy[Any]]] = [
    (DAY, DAYS),
    (DAY_OR_MONTH, DAYS | MONTHS_OF_YEARS),
    (END_DAY, DAYS | MONTHS_OF_YEARS | st.just(OPEN_END)),
    (MONTH, MONTHS_OF_YEARS),
    (MONEY, decimals("-999999999.99", "999999999.99", 2)),
    (COUNT, st.integers(0, 10**9)),
    (INTEGER, st.integers(-(10**9), 10**9)),
    (MONTHS, st.integers(0, 600)),
    (YEARS, st.integers(0, 60)),
    (YEAR, st.integers(1900, 2100)),
    (PERIODS, decimals("0", "99999", 2)),
    (PERIODS_OF_ROW, decimals("0.5", "12", 2)),
    (COEFFICIENT, decimals("0.0001", "10", 4)),
    (PERCENT, decimals("0", "100", 2)),
    (RATIO, decimals("0", "1", 4)),
    (YES_NO, st.booleans()),
    *(
        (CODE(name), st.sampled_from([each.code for each in code_table(name).entries]))
        for name in table_names()
    ),
    (CODES("cooperation_kind"), st.sampled_from([("01",), ("01", "03"), ("02", "05", "15")])),
    (OPEN_CODE("honour"), st.sampled_from([*code_table("honour").labels(), "某某工匠"])),
]
TEXTUAL: list[ValueType[Any]] = [
    TEXT, LONG_TEXT, TEXTS, IDENTIFIER, PERSON_NAME, ORGANISATION_NAME, IDENTITY_NUMBER, CREDIT_CODE, BANK_ACCOUNT,
    COMPANY_ACCOUNT, PHONE, ACADEMIC_YEAR, TERM, MAJOR_CODE, REGISTRATION_NUMBER, GRADE, SLOT, OPEN_CODE("honour"),
]  # fmt: skip
EVERY: list[ValueType[Any]] = [
    *TEXTUAL, *(type_of for type_of, _ in VALUES if not type_of.labels()), YES_NO, CODE("gender"), CODE("skill_level"),
    CODES("cooperation_kind"),
]  # fmt: skip


def named(type_of: Any) -> str:
    """A test's name for a type."""
    return f"{type_of.code}-{type_of.name}" if hasattr(type_of, "name") else str(type_of.code)


def keeps(type_of: ValueType[Any], value: Any) -> None:
    """Assert that a value comes back from its text, its column and its JSON."""
    assert type_of.read(type_of.show(value)).value == value
    assert type_of.restore(type_of.store(value)) == value
    assert type_of.from_json(type_of.to_json(value)) == value
    assert hash(value) == hash(type_of.restore(type_of.store(value)))


@pytest.mark.parametrize(("type_of", "values"), VALUES, ids=[named(type_of) for type_of, _ in VALUES])
def test_a_value_comes_back_from_its_text_its_column_and_its_json(
    type_of: ValueType[Any], values: Any
) -> None:
    @given(values)
    def comes_back(value: Any) -> None:
        keeps(type_of, value)

    comes_back()


@pytest.mark.parametrize("type_of", TEXTUAL, ids=named)
def test_what_is_read_from_text_comes_back_and_reads_as_itself(type_of: ValueType[Any]) -> None:
    @given(WORDS | NUMBERS | LIKELY)
    def comes_back(text: str) -> None:
        reading = type_of.read(text)
        if reading.value is not None:
            keeps(type_of, reading.value)
            assert set(type_of.faults(reading.value)) <= set(reading.faults)

    comes_back()


@pytest.mark.parametrize("type_of", EVERY, ids=named)
def test_no_cell_raises_and_what_is_unreadable_has_no_value(type_of: ValueType[Any]) -> None:
    @given(ANY_CELL)
    def reads(cell: Any) -> None:
        reading = type_of.read(cell)
        assert not (reading.unreadable and reading.value is not None)
        assert reading.value is not None or reading.unreadable or not reading.faults
        for fault in reading.faults:
            assert fault.message.endswith("。")
            assert fault.message.count("。") == 1 or "。" in str(cell)

    reads()


@pytest.mark.parametrize("type_of", EVERY, ids=named)
def test_equal_cells_share_one_reading(type_of: ValueType[Any]) -> None:
    assert type_of.read("13812345678") is type_of.read("13812345678")
    assert type_of.read("").value is None


@pytest.mark.parametrize("type_of", EVERY, ids=named)
def test_a_column_holds_what_the_type_says(type_of: ValueType[Any]) -> None:
    kept = {"text": str, "integer": int, "boolean": bool}
    cells = ("2026-09-01", "2026-2027-1", "2", "李明", *type_of.labels())
    value = next(value for value in (type_of.read(cell).value for cell in cells) if value is not None)
    assert type(type_of.store(value)) is kept[type_of.stored_as]
