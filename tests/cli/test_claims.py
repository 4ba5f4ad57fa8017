"""`claims`: the chain and the amount on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from college_desk.services import workspaces
from tests import make
from tests.cli.running import Line
from tests.services.order_college import lay_in, worked_example


@pytest.fixture
def college(line: Line) -> Line:
    with workspaces.open_desk(Path(line.ws)) as desk:
        lay_in(desk, worked_example())
    return line


def test_the_worked_example_on_the_command_line(college: Line) -> None:
    college.done(
        "policy",
        "WS",
        "order_subsidy.yuan_per_graduate=1000",
        "order_subsidy.insured_months=6",
        "--document",
        "文件",
    )

    shown = college.done(
        "claims", "WS", "order-subsidy", "--period", "2026", "--on", "2026-12-31", "--json"
    ).json
    (claim,) = shown["claims"]
    chain = [claim[name] for name in ("agreed", "listed", "graduated", "arrived", "eligible")]
    assert chain == [45, 45, 45, 32, 26]
    assert (claim["amount"], claim["capitals"]) == ("26000.00", "人民币贰万陆仟元整")
    (people,) = [each["people"] for each in claim["classes"]]
    assert sum(each["reached"] == "eligible" for each in people) == 26
    assert all((each["why"] is None) == (each["reached"] == "eligible") for each in people)
    told = college.done("claims", "WS", "order-subsidy", "--period", "2026", "--on", "2026-12-31").out
    assert "人民币贰万陆仟元整" in told
    assert "劳务派遣" in told


def test_a_lacking_standard_is_told_beside_the_chain(college: Line) -> None:
    said = college("claims", "WS", "order-subsidy", "--period", "2026", "--json")

    assert (said.status, said.json["claims"][0]["amount"]) == (1, None)
    assert "订单企业培养补助的文件" in said.err
    assert said.err.count("\n") == 1


def test_one_enterprise_alone_by_code_or_name(college: Line) -> None:
    for key in (make.ENTERPRISE, make.ENTERPRISE_USCC):
        said = college(
            "claims", "WS", "order-subsidy", "--period", "2026", "--for", f"enterprise={key}", "--json"
        )
        assert [each["enterprise"] for each in said.json["claims"]] == [make.ENTERPRISE]


@pytest.mark.parametrize(
    "words",
    [
        ("order-subsidy", "--period", "2026-2027"), ("enterprise-apprenticeship", "--period", "2026"),
        ("annual-progress", "--period", "2026"), ("order-subsidy", "--period", "2026", "--for", "enterprise=没有这家"),
        ("order-subsidy", "--period", "2026", "--for", "cohort=1"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_one_sentence(line: Line, words: tuple[str, ...]) -> None:
    said = line("claims", "WS", *words)

    assert (said.status, said.out) == (2, "")
    assert said.err.count("\n") == 1


def test_apprentices_of_a_class_on_the_command_line(college: Line) -> None:
    college.done("policy", "WS", "apprentice_subsidy.yuan_per_year.高级工=6000", "--document", "文件")

    shown = college.done("claims", "WS", "enterprise-apprenticeship", "--period", "2026-2027", "--json").json
    told = college.done("claims", "WS", "enterprise-apprenticeship", "--period", "2026-2027").out

    assert [each["name"] for each in shown["claims"]] == ["企业新型1班"]
    assert shown["claims"][0]["people"] == 2
    assert "企业新型1班" in told
