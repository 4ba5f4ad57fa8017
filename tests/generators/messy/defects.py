"""What goes wrong in a row, planted with its truth."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.generators.messy.model import Cell, Column, Defect, Facts
from tests.generators.messy.people import check_digit as check_digit_of


@dataclass(frozen=True)
class Planted:
    """A defect: facts that are other than they should be, and cells that nobody can read, by column key."""

    defect: Defect
    facts: Facts
    cells: Mapping[str, Cell]


Planter = Callable[[Facts, Mapping[str, Column], random.Random, bool], Planted | None]
"""Facts of the row, columns of the sheet by key, randomness, and whether cells keep numbers (no csv)."""


def key_of(column: Column) -> str:
    """The key of a column's value among the facts."""
    return " ".join(column.fields)


def _of_shape(columns: Mapping[str, Column], facts: Facts, *shapes: str) -> list[str]:
    return [key for key, each in columns.items() if each.shape in shapes and facts.get(key) is not None]


def _cell(key: str, kind: str, cell: Cell, *, also: tuple[str, ...] = (), severity: str = "error") -> Planted:
    fields = key.split()
    return Planted(Defect(fields[0], kind, (*fields[1:], *also), severity), {}, {key: cell})


def _person_id(columns: Mapping[str, Column]) -> str | None:
    return next((key for key, each in columns.items() if each.shape == "identity"), None)


def check_digit(
    facts: Facts, columns: Mapping[str, Column], rng: random.Random, numbers: bool
) -> Planted | None:
    """The last digit of an identity number is another."""
    key = _person_id(columns)
    if key is None:
        return None
    value = facts[key]
    wrong = rng.choice([each for each in "0123456789X" if each != value[-1]])
    return _cell(key, "check_digit", value[:-1] + wrong)


def lost_digits(
    facts: Facts, columns: Mapping[str, Column], rng: random.Random, numbers: bool
) -> Planted | None:
    """An identity number that was kept as a number."""
    key = _person_id(columns)
    if key is None:
        return None
    rounded = int(facts[key][:15] + "000")
    shown = f"{rounded / 10**17:.5f}E+17"
    if (numbers and rng.random() < 0.7) or check_digit_of(str(rounded)[:17]) == "0":
        return _cell(key, "id_scientific", float(rounded) if numbers else shown)
    return _cell(key, "id_scientific", rng.choice((shown, f"{rounded / 10**17:.2f}E+17", str(rounded))))


def short_number(
    facts: Facts, columns: Mapping[str, Column], rng: random.Random, numbers: bool
) -> Planted | None:
    """A digit of an identity number was left out."""
    key = _person_id(columns)
    if key is None:
        return None
    place = rng.randrange(6, 17)
    return _cell(key, "id_short", facts[key][:place] + facts[key][place + 1 :])


def missing(facts: Facts, columns: Mapping[str, Column], rng: random.Random, numbers: bool) -> Planted | None:
    """The name or the number was forgotten."""
    keys = [key for key in facts.get("_missing", ()) if key in columns]
    return _cell(rng.choice(keys), "missing", None) if keys else None


def other_sex(
    facts: Facts, columns: Mapping[str, Column], rng: random.Random, numbers: bool
) -> Planted | None:
    """The sex that the number does not say."""
    key = _person_id(columns)
    if key is None or "gender" not in columns:
        return None
    turned = {"男": "女", "女": "男"}[facts["gender"]]
    return Planted(Defect("gender", "gender_mismatch", (*key.split(),)), {"gender": turned}, {})


def other_birth(
    facts: Facts, columns: Mapping[str, Column], rng: random.Random, numbers: bool
) -> Planted | None:
    """A birth date that the number does not say."""
    key = _person_id(columns)
    if key is None or "birth_date" not in columns:
        return None
    on: dt.date = facts["birth_date"] + dt.timedelta(days=rng.choice((1, 10, 31, 365)))
    return Planted(Defect("birth_date", "birth_mismatch", (*key.split(),)), {"birth_date": on}, {})


def bad_phone(
    facts: Facts, columns: Mapping[str, Column], rng: random.Random, numbers: bool
) -> Planted | None:
    """A telephone number that cannot be one."""
    keys = [key for key in _of_shape(columns, facts, "phone") if len(str(facts[key])) == 11]
    if not keys:
        return None
    key = rng.choice(keys)
    value = facts[key]
    wrong = rng.choice(
        (value[:-1], value + "0", "2" + value[1:], value[:7] + "x" + value[8:], "11" + value[2:])
    )
    return _cell(key, "bad_phone", wrong)


def bad_date(
    facts: Facts, columns: Mapping[str, Column], rng: random.Random, numbers: bool
) -> Planted | None:
    """A day that no calendar has."""
    keys = _of_shape(columns, facts, "day", "day_or_month", "end_day", "open_end")
    if not keys:
        return None
    wrong = rng.choice(
        ("2026.2.30", "2026-13-05", "2025年2月29日", "20260931", "2026/6/31", "2026.11.31", "2026年9月40日")
    )
    return _cell(rng.choice(keys), "bad_date", wrong)


def end_before_start(
    facts: Facts, columns: Mapping[str, Column], rng: random.Random, numbers: bool
) -> Planted | None:
    """An end that lies before the start."""
    pairs = (("start_on", "end_on"), ("contract_start_on", "contract_end_on"))
    both = [pair for pair in pairs if pair[0] in columns and pair[1] in columns]
    both = [pair for pair in both if facts.get(pair[0]) and facts.get(pair[1])]
    if not both:
        return None
    first, last = both[0]
    earlier = facts[first] - dt.timedelta(days=rng.randrange(40, 400))
    return Planted(Defect(last, "end_before_start", (first,)), {last: earlier}, {})


def bad_money(
    facts: Facts, columns: Mapping[str, Column], rng: random.Random, numbers: bool
) -> Planted | None:
    """An amount that nobody can read, or that is below nothing."""
    keys = _of_shape(columns, facts, "money")
    if not keys:
        return None
    wrong: Cell = rng.choice(("面议", "三千左右", "2800/3500", "按合同", -200, "-1500"))
    return _cell(rng.choice(keys), "bad_money", wrong)


def bad_periods(
    facts: Facts, columns: Mapping[str, Column], rng: random.Random, numbers: bool
) -> Planted | None:
    """So many lessons nobody gives in a row, or none."""
    if "periods" not in columns or "taught_on" not in columns:
        return None
    wrong: Cell = rng.choice((0, 15, -2, 40, "2.3", "若干"))
    return _cell("periods", "bad_periods", wrong, severity="warning")


def bad_count(
    facts: Facts, columns: Mapping[str, Column], rng: random.Random, numbers: bool
) -> Planted | None:
    """A number that is none."""
    keys = _of_shape(columns, facts, "count", "years", "months")
    if not keys:
        return None
    return _cell(rng.choice(keys), "bad_count", rng.choice(("若干", "不详人", "-5", "多人")))


def bad_credit_code(
    facts: Facts, columns: Mapping[str, Column], rng: random.Random, numbers: bool
) -> Planted | None:
    """A credit code with a digit that is another, or one too few."""
    keys = _of_shape(columns, facts, "uscc")
    if not keys:
        return None
    key = rng.choice(keys)
    value = facts[key]
    if rng.random() < 0.3:
        return _cell(key, "bad_uscc", value[:9] + value[10:])
    wrong = rng.choice([each for each in "0123456789" if each != value[-1]])
    return _cell(key, "bad_uscc", value[:-1] + wrong)


def bad_card(
    facts: Facts, columns: Mapping[str, Column], rng: random.Random, numbers: bool
) -> Planted | None:
    """A bank card whose last digit is another."""
    keys = _of_shape(columns, facts, "card")
    if not keys:
        return None
    value = facts[keys[0]]
    wrong = rng.choice([each for each in "0123456789" if each != value[-1]])
    if numbers and rng.random() < 0.2:
        return _cell(keys[0], "card_lost_digits", float(value))
    return _cell(keys[0], "luhn", value[:-1] + wrong, severity="warning")


def odd_name(
    facts: Facts, columns: Mapping[str, Column], rng: random.Random, numbers: bool
) -> Planted | None:
    """A name that cannot be one."""
    if "taught_on" in columns or columns.get("name") is None or columns["name"].shape != "name":
        return None
    value = facts["name"]
    if rng.random() < 0.5:
        return _cell("name", "digit_in_name", f"{value[0]}1{value[1:]}")
    return _cell("name", "odd_character", value[0] + rng.choice("?□"), severity="warning")


def unknown_word(
    facts: Facts, columns: Mapping[str, Column], rng: random.Random, numbers: bool
) -> Planted | None:
    """A word that is on no list."""
    keys = [
        key
        for key in ("gender", "ethnicity", "political_status", "education")
        if facts.get(key) and key in columns
    ]
    if not keys:
        return None
    words = {"gender": "南", "ethnicity": "汗族", "political_status": "良好", "education": "函授班"}
    key = rng.choice(keys)
    return _cell(key, "unknown_word", words[key])


def too_long_in_trade(
    facts: Facts, columns: Mapping[str, Column], rng: random.Random, numbers: bool
) -> Planted | None:
    """More years in the trade than anybody has."""
    if "years_in_trade" not in columns:
        return None
    return _cell("years_in_trade", "too_many_years", rng.choice((86, 2008, 120)))


PLANTERS: tuple[Planter, ...] = (
    check_digit, check_digit, lost_digits, lost_digits, short_number, missing, missing, other_sex, other_birth, bad_phone,
    bad_phone, bad_date, bad_date, end_before_start, end_before_start, bad_money, bad_periods, bad_count,
    bad_credit_code, bad_credit_code, bad_card, odd_name, unknown_word, too_long_in_trade,
)  # fmt: skip


def repeated(earlier: Facts, key: tuple[str, ...], columns: Mapping[str, Column]) -> Planted | None:
    """The key of an earlier row once more, and all that must agree with it."""
    named = [each for each in key if each in columns]
    if not named or not (set(named[0].split()) & set(" ".join(columns).split())):
        return None
    kept = ("name", "gender", "birth_date", "registration_number", "uscc", "account_name", *key)
    facts = {each: earlier[each] for each in kept if each in earlier}
    fields = " ".join(named).split()
    return Planted(Defect(fields[0], "duplicate", tuple(fields[1:])), facts, {})
