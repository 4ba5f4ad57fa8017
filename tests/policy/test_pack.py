"""The policy pack: what it says, what it leaves open, and the college's own values over it."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.policy.hourly_fee import equivalence
from college_desk.policy.pack import MissingParameter, Parameter, load_pack, with_entered
from college_desk.records.codes import code_table
from college_desk.records.register import REGISTERS

PACK = load_pack("jining-2022")
DAY = dt.date(2026, 9, 30)
FILINGS = {each.code for each in code_table("filing").entries}

every_parameter = pytest.mark.parametrize(
    "parameter", list(PACK), ids=lambda each: f"{each.name}@{each.since}"
)


@every_parameter
def test_a_parameter_says_what_it_is_and_where_it_comes_from(parameter: Parameter) -> None:
    assert re.search(r"[\u4e00-\u9fff]", parameter.title)
    assert parameter.source
    assert parameter.confidence in {"S", "pub", "R-H", "R-M", "R-L"}


@every_parameter
def test_a_figure_of_low_confidence_has_no_default_and_names_the_paper_to_ask_for(
    parameter: Parameter,
) -> None:
    if parameter.confidence == "R-L":
        assert parameter.value is None
    if parameter.value is None:
        assert parameter.needs
        assert parameter.settable


@every_parameter
def test_a_share_is_exact(parameter: Parameter) -> None:
    assert not isinstance(parameter.value, float)
    if isinstance(parameter.value, str) and re.fullmatch(r"[\d./]+", parameter.value):
        assert Fraction(parameter.value) >= 0
    if parameter.unit.startswith("元") and parameter.value is not None:
        assert Decimal(str(parameter.value)).as_tuple().exponent == -2


@every_parameter
def test_a_choice_is_among_its_choices(parameter: Parameter) -> None:
    assert not parameter.choices or parameter.value is None or parameter.value in parameter.choices


def test_the_names_of_the_command_lines_contract_are_there() -> None:
    contract = {
        "order_subsidy.yuan_per_graduate", "order_subsidy.insured_months", "apprentice_subsidy.yuan_per_year.中级工",
        "apprentice_subsidy.yuan_per_year.高级工", "hourly_subsidy.who", "quota.mode", "quota.periods_per_post",
    }  # fmt: skip
    assert contract <= set(PACK.by_name)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("quota.ratio", "1/5"),
        ("quota.mode", "head"),
        ("quota.capped_by_vacancies", True),
        ("quota.periods_per_post", None),
        ("part_time.share", "0.30"),
        ("vetting.repeat_months", 12),
        ("health.months", 6),
        ("contract.longest_years", 3),
        ("notice.working_days", None),
        ("order_subsidy.yuan_per_graduate", None),
        ("platform.city_base_yuan", "50000.00"),
    ],
)
def test_what_the_pack_says(name: str, value: object) -> None:
    assert PACK.get(name, DAY) == value


def test_validity_chooses_the_text_in_force() -> None:
    for day, basis in [
        (dt.date(2021, 12, 31), "试用期工资"),
        (dt.date(2022, 1, 1), "相同岗位工资标准或最低档工资标准"),
    ]:
        assert PACK.get("internship.pay_basis", day) == basis


def test_before_it_holds_a_parameter_has_no_value() -> None:
    assert PACK.get("tax.untaxed_yuan", dt.date(2018, 12, 31)) is None
    assert PACK.get("tax.untaxed_yuan", dt.date(2019, 1, 1)) == "800.00"


def test_validities_of_one_name_do_not_overlap() -> None:
    for name, known in PACK.by_name.items():
        spans = sorted((each.since, each.until) for each in known)
        assert all(one[1] < other[0] for one, other in pairwise(spans)), name


def test_a_missing_one_names_the_document() -> None:
    with pytest.raises(MissingParameter, match="缺少“订单企业培养补助标准”，请按人社、教育、财政部门"):
        PACK.require("order_subsidy.yuan_per_graduate", DAY)


def test_an_unknown_name_is_unusable() -> None:
    with pytest.raises(UnusableInput, match=r"没有“quota\.colour”"):
        PACK.get("quota.colour", DAY)


def test_an_unknown_pack_is_unusable() -> None:
    with pytest.raises(UnusableInput, match="没有名为“mars-2030”的政策包"):
        load_pack("mars-2030")


class TestEntered:
    OLD = Parameter("quota.periods_per_post", "折算标准", 160, since=dt.date(2025, 9, 1))
    NEW = Parameter("quota.periods_per_post", "折算标准", 180, since=dt.date(2026, 9, 1))

    @pytest.mark.parametrize("order", [(OLD, NEW), (NEW, OLD)])
    @pytest.mark.parametrize(
        ("day", "value"),
        [
            (dt.date(2025, 8, 31), None),
            (dt.date(2025, 9, 1), 160),
            (dt.date(2026, 8, 31), 160),
            (dt.date(2026, 9, 1), 180),
        ],
    )
    def test_the_latest_start_on_or_before_the_day_holds(
        self, order: tuple[Parameter, Parameter], day: dt.date, value: int | None
    ) -> None:
        assert with_entered(PACK, order).get("quota.periods_per_post", day) == value

    def test_what_is_entered_goes_before_the_pack(self) -> None:
        policy = with_entered(PACK, (Parameter("health.months", "体检", 3, since=dt.date(2026, 1, 1)),))
        assert policy.get("health.months", dt.date(2025, 12, 31)) == 6
        assert policy.get("health.months", dt.date(2026, 1, 1)) == 3


class TestLists:
    def test_the_honours_are_the_closed_list_of_clause_7(self) -> None:
        listed = PACK.lists["honours"]["honour"]
        assert [each["code"] for each in listed] == [f"H{number:02d}" for number in range(1, 18)]
        limits = {each["code"]: each["best_ranks"] for each in listed if "best_ranks" in each}
        assert limits == {"H12": 20, "H13": 15, "H15": 5, "H16": 3}
        assert {each["code"]: each["prizes"] for each in listed if "prizes" in each} == {
            "H14": ["一等奖", "二等奖"],
            "H17": ["一等奖"],
        }
        assert {each["code"] for each in listed if each.get("leader_only")} == {"H08", "H09"}
        assert {each["code"] for each in listed if each.get("skilled")} == {
            f"H{number:02d}" for number in range(1, 11)
        }

    def test_every_entry_of_the_code_table_that_opens_stands_for_an_item(self) -> None:
        listed = {each["code"] for each in PACK.lists["honours"]["honour"]}
        items = {each.detail.get("item") for each in code_table("honour").entries if each.detail.get("opens")}
        assert items == listed

    def test_city_contests_lead_to_the_citys_title(self) -> None:
        contests = PACK.lists["contests"]["contest"]
        rights = {
            each["title"]: each["city_expert_ranks"] for each in contests if "city_expert_ranks" in each
        }
        assert rights == {"市级一类职业技能竞赛": 3, "市级二类职业技能竞赛": 1}
        assert {each["counted_by"] for each in contests if "职业院校" in each["title"]} == {"prize"}

    def test_documents_name_filings_and_fields_that_are_there(self) -> None:
        for filing in PACK.lists["documents"]["filing"]:
            assert filing["code"] in FILINGS
            for document in filing["document"]:
                assert document["each"] in {"filing", "person", "agreement", "enterprise", "class"}
                if "field" in document:
                    register, _dot, field = document["field"].partition(".")
                    assert REGISTERS[register].field(field) is not None, document["field"]
        assert {each["code"] for each in PACK.lists["documents"]["filing"]} == FILINGS

    def test_every_filing_has_a_route_for_every_kind_of_school(self) -> None:
        routes = PACK.lists["recipients"]["route"]
        for kind in ("technician", "county", "city", "college"):
            served = {code for each in routes if each["kind"] in (kind, "any") for code in each["filings"]}
            assert served == FILINGS, kind

    def test_technician_schools_answer_to_the_labour_bureau_and_counties_first_to_their_own(self) -> None:
        routes = {each["kind"]: each for each in PACK.lists["recipients"]["route"]}
        assert routes["technician"]["recipient"] == "济宁市人力资源和社会保障局"
        assert routes["county"]["first_review"].startswith("{district}")

    def test_the_repealed_document_is_no_basis(self) -> None:
        recipients = PACK.lists["recipients"]
        repealed = {each["number"] for each in recipients["repealed"]}
        assert repealed == {"济人社发〔2016〕66号"}
        assert repealed.isdisjoint({each["number"] for each in recipients["basis"]})
        opinion = next(each for each in recipients["basis"] if "技能济宁" in each["title"])
        assert opinion["number"] == "", "the text carries no number; the office asks for it from the paper"

    def test_months_are_months(self) -> None:
        for each in PACK.lists["schedule"]["expected"]:
            assert each["filing"] in FILINGS
            assert all(1 <= month <= 12 for month in each["months"])

    def test_skill_levels_go_to_title_levels(self) -> None:
        for skill, level in equivalence(PACK, DAY).items():
            assert code_table("skill_level").get(skill)
            assert code_table("title_level").get(level)
