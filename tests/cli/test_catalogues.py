from __future__ import annotations

from college_desk.records.register import REGISTERS
from tests.cli.running import Line


def test_registers_are_told_with_key_fields_and_labels(bare: Line) -> None:
    shown = bare.done("registers", "--json").json["registers"]
    by_code = {each["code"]: each for each in shown}
    assert set(by_code) == set(REGISTERS.codes())
    apprentice = by_code["apprentice"]
    assert apprentice["title"] == "学徒花名册"
    assert apprentice["key"] == ["id_number", "cohort"]
    fields = {each["name"]: each for each in apprentice["fields"]}
    assert set(fields["gender"]) >= {"name", "title", "type", "labels"}
    assert fields["gender"]["title"] == "性别"
    assert "男" in fields["gender"]["labels"]
    assert "学徒花名册" in bare.done("registers").out


def test_filings_are_told_with_their_forms(bare: Line) -> None:
    shown = bare.done("filings", "--json").json["filings"]
    by_code = {each["code"]: each for each in shown}
    assert by_code["part-time-appointments"]["title"]
    assert by_code["part-time-appointments"]["forms"]
    assert "part-time-appointments" in bare.done("filings").out


def test_rules_are_told_in_json_and_as_a_handbook(bare: Line) -> None:
    shown = bare.done("rules", "--json").json["rules"]
    wanted = {"code", "register", "severity", "title", "intent", "condition", "fix", "passes", "fails",
              "clause", "since", "until"}  # fmt: skip
    assert all(set(each) >= wanted for each in shown)
    handbook = bare.done("rules", "--markdown").out
    assert all(each["code"] in handbook for each in shown)
    assert shown[0]["code"] in bare.done("rules").out


def test_policy_parameters_are_shown_and_entered(line: Line) -> None:
    shown = line.done("policy", "WS", "--json").json["parameters"]
    by_name = {each["name"]: each for each in shown}
    assert set(by_name["quota.ratio"]) >= {"name", "value", "source", "confidence"}
    line.done(
        "policy", "WS", "quota.mode=periods", "--document", "济职院〔2026〕12号", "--from", "2026-09-01"
    )
    after = {each["name"]: each for each in line.done("policy", "WS", "--json").json["parameters"]}
    assert after["quota.mode"]["value"] == "periods"
    line.done("undo", "WS")
    undone = {each["name"]: each for each in line.done("policy", "WS", "--json").json["parameters"]}
    assert undone["quota.mode"]["value"] == by_name["quota.mode"]["value"]


def test_the_program_tests_itself_and_prints_its_counts(bare: Line) -> None:
    said = bare.done("self-test", "--json").json
    assert said["ok"] is True
    counted = {each["check"]: each["message"] for each in said["checks"]}
    assert counted["registers"] == f"台账：{len(REGISTERS)}"
    assert "sqlite_version" in counted
