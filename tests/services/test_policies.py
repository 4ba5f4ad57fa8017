"""Parameters shown and entered; the catalogues in words and as JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.policy.pack import load_pack
from college_desk.services import policies, undoing
from college_desk.storage.desk import Desk
from tests.services.occasions import NOW, SITTING, TODAY, new_desk

PACK = load_pack("jining-2022")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as desk:
        yield desk


def value(desk: Desk, name: str, day: dt.date = TODAY) -> object:
    with desk.read() as reader:
        return reader.policy().get(name, day)


def test_every_parameter_is_shown_once_in_the_order_of_the_pack(desk: Desk) -> None:
    policies.set_parameters(desk, {"notice.working_days": "5", "quota.mode": "按课时折算"}, **SITTING)
    shown = policies.parameters_json(desk, TODAY)["parameters"]
    assert [each["name"] for each in shown] == list(dict.fromkeys(each.name for each in PACK))
    wanted = {"name", "title", "value", "unit", "since", "until", "source", "confidence"}
    assert all(wanted <= set(each) for each in shown)


def test_a_value_is_entered_with_its_document(desk: Desk) -> None:
    changed = policies.set_parameters(
        desk, {"order_subsidy.yuan_per_graduate": "1,000"}, document="济人社字〔2026〕12号", **SITTING
    )
    assert changed.step is not None
    (shown,) = [
        each
        for each in policies.parameters_json(desk, TODAY)["parameters"]
        if each["name"] == "order_subsidy.yuan_per_graduate"
    ]
    assert (shown["value"], shown["source"], shown["confidence"]) == (
        "1000.00",
        "济人社字〔2026〕12号",
        "entered",
    )


def test_from_a_day_on_the_new_value_holds(desk: Desk) -> None:
    policies.set_parameters(desk, {"quota.periods_per_post": "160"}, **SITTING)
    policies.set_parameters(desk, {"quota.periods_per_post": "180"}, since=dt.date(2027, 1, 1), **SITTING)
    assert value(desk, "quota.periods_per_post", dt.date(2020, 1, 1)) == 160
    assert value(desk, "quota.periods_per_post", dt.date(2026, 12, 31)) == 160
    assert value(desk, "quota.periods_per_post", dt.date(2027, 1, 1)) == 180


def test_without_a_day_it_takes_the_place_of_the_value_in_force(desk: Desk) -> None:
    policies.set_parameters(desk, {"quota.periods_per_post": "160"}, since=dt.date(2026, 9, 1), **SITTING)
    policies.set_parameters(desk, {"quota.periods_per_post": "170"}, **SITTING)
    assert value(desk, "quota.periods_per_post") == 170
    assert value(desk, "quota.periods_per_post", dt.date(2026, 8, 31)) is None


def test_it_can_be_undone(desk: Desk) -> None:
    policies.set_parameters(desk, {"health.months": "3"}, **SITTING)
    undoing.undo(desk, who="王芳", now=NOW, today=TODAY)
    assert value(desk, "health.months") == 6


@pytest.mark.parametrize(
    ("name", "text", "kept"),
    [
        ("quota.mode", "periods", "periods"),
        ("quota.mode", "按人计算", "head"),
        ("quota.capped_by_vacancies", "否", False),
        ("quota.ratio", "1/4", "1/4"),
        ("part_time.share", "25%", "0.25"),
        ("part_time.share", "1/3", "1/3"),
        ("notice.working_days", "7", 7),
        ("order_subsidy.yuan_per_graduate", "1500.5", "1500.50"),
        ("hourly_subsidy.who", "企业在职人员", "企业在职人员"),
        ("part_time.share", "1", "1.00"),
        ("part_time.share", "12.5%", "0.125"),
    ],
)
def test_a_value_is_read_as_its_parameter_wants_it(name: str, text: str, kept: object) -> None:
    assert policies.value_of(PACK.parameter(name, TODAY), text) == kept


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("quota.mode", "随意"),
        ("quota.capped_by_vacancies", "也许"),
        ("notice.working_days", "五天"),
        ("notice.working_days", "5.5"),
        ("notice.working_days", "-1"),
        ("order_subsidy.yuan_per_graduate", "10.005"),
        ("order_subsidy.yuan_per_graduate", "NaN"),
        ("quota.ratio", "1/0"),
        ("quota.ratio", "6/5"),
        ("part_time.share", "30"),
        ("hourly_subsidy.who", ""),
    ],
)
def test_a_value_that_does_not_fit_is_unusable(name: str, text: str) -> None:
    with pytest.raises(UnusableInput):
        policies.value_of(PACK.parameter(name, TODAY), text)


def test_an_unknown_name_is_unusable_and_nothing_of_the_call_is_kept(desk: Desk) -> None:
    with pytest.raises(UnusableInput):
        policies.set_parameters(desk, {"health.months": "3", "no.such": "1"}, **SITTING)
    assert value(desk, "health.months") == 6


def test_what_the_law_sets_is_refused(desk: Desk) -> None:
    with pytest.raises(DeskError, match="由国家规定") as refusal:
        policies.set_parameters(desk, {"tax.untaxed_yuan": "1000"}, **SITTING)
    assert not isinstance(refusal.value, UnusableInput)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("quota.mode", "按人计算"),
        ("quota.capped_by_vacancies", "是"),
        ("quota.periods_per_post", "未录入"),
        ("health.months", "6月"),
        ("quota.ratio", "1/5"),
    ],
)
def test_values_in_words(name: str, words: str) -> None:
    assert policies.shown_value(PACK.parameter(name, TODAY)) == words
