from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from college_desk.records.register import REGISTERS
from tests.cli.running import LI, ZHANG, Line

EVERY_RECORD_HAS = {"uid", "revision", "ended", "same_as", "source_row", "campus", "department", "note"}


def test_init_makes_the_campuses_and_says_where(bare: Line) -> None:
    said = bare.done("init", "WS", "--name", "济宁示例职业学院", "--campus", "东校区", "--campus", "西校区",
                     "--here", "西校区")  # fmt: skip
    assert bare.ws in said.out
    campuses = bare.done("records", "WS", "campus", "--json").json["records"]
    assert [(each["code"], each["name"]) for each in campuses] == [("01", "东校区"), ("02", "西校区")]
    added = bare.done("set", "WS", "part_time_teacher", f"id_number={LI}", "--json").json
    assert added["campus"] == "西校区"


def test_set_adds_edits_clears_ends_and_prints_the_record(line: Line) -> None:
    added = line.done("set", "WS", "part_time_teacher", f"id_number={LI}", "name=李明", "联系电话=13800001234",
                      "--json").json  # fmt: skip
    register = REGISTERS["part_time_teacher"]
    assert set(added) >= EVERY_RECORD_HAS | {each.name for each in register.fields}
    assert (added["name"], added["phone"], added["revision"]) == ("李明", "13800001234", 1)
    edited = line.done("set", "WS", "part_time_teacher", LI, "years_in_trade=9", "--json").json
    assert (edited["uid"], edited["years_in_trade"]) == (added["uid"], 9)
    cleared = line.done("set", "WS", "part_time_teacher", added["uid"], "phone=", "--json").json
    assert cleared["phone"] is None
    ended = line.done("set", "WS", "part_time_teacher", LI, "ended=是", "--json").json
    assert ended["ended"] is True
    assert line.done("records", "WS", "part_time_teacher", "--json").json["count"] == 0
    assert line.done("records", "WS", "part_time_teacher", "--ended", "--json").json["count"] == 1


def test_set_stores_what_rules_find_fault_with(line: Line) -> None:
    said = line.done("set", "WS", "part_time_teacher", "id_number=370811198001010018", "name=李明")
    assert "370811198001010018" in said.out
    assert "必须改正" in said.out


def test_a_value_may_hold_an_equals_sign(line: Line) -> None:
    said = line.done("set", "WS", "campus", "01", "note=甲=乙", "--json").json
    assert said["note"] == "甲=乙"


def test_options_may_stand_before_the_fields(line: Line) -> None:
    said = line.done("set", "WS", "campus", "--json", "01", "--reason", "迁址", "address=任城区").json
    assert said["address"] == "任城区"


def test_values_in_json_have_the_published_forms(line: Line) -> None:
    line.done("set", "WS", "staffing", "effective_from=2026.9.1", "approved_posts=420", "posts_filled=400",
              "funding_per_post_yuan=8万元", "instructors_included=是")  # fmt: skip
    (shown,) = line.done("records", "WS", "staffing", "--json").json["records"]
    assert shown["effective_from"] == "2026-09-01"
    assert shown["approved_posts"] == 420
    assert shown["funding_per_post_yuan"] == "80000.00"
    assert shown["instructors_included"] is True
    assert shown["document_number"] is None


def test_an_appointment_shows_its_teachers_name_and_number(line: Line) -> None:
    line.done("set", "WS", "part_time_teacher", f"id_number={LI}", "name=李明")
    shown = line.done("set", "WS", "appointment", f"teacher={LI}", "start_on=2026-09-01", "--json").json
    assert (shown["teacher"], shown["id_number"], shown["name"]) == (LI, LI, "李明")
    assert shown["counts_in_quota"] is False


def test_records_are_filtered_searched_and_as_of_a_day(line: Line) -> None:
    line.done("set", "WS", "part_time_teacher", f"id_number={LI}", "name=李明", "education=大学本科")
    line.done("set", "WS", "part_time_teacher", f"id_number={ZHANG}", "name=张华", "education=大学专科")
    line.done("set", "WS", "appointment", f"teacher={LI}", "start_on=2026-09-01", "end_on=2027-01-31")

    def found(*options: str, register: str = "part_time_teacher") -> list[str]:
        return [
            each["name"] for each in line.done("records", "WS", register, *options, "--json").json["records"]
        ]

    assert found("--where", "education=本科") == ["李明"]
    assert found("--search", "zh") == ["张华"]
    assert found("--search", "zh", "--where", "education=本科") == []
    assert found("--on", "2026-08-31", register="appointment") == []
    assert found("--on", "20260901", register="appointment") == ["李明"]


def test_records_go_out_as_csv_and_xlsx(line: Line, tmp_path: Path) -> None:
    line.done("set", "WS", "part_time_teacher", f"id_number={LI}", "name=李明")
    said = line.done("records", "WS", "part_time_teacher", "--csv", tmp_path / "a.csv")
    assert said.out == ""
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [each["身份证件号"] for each in csv.DictReader(file)] == [LI]
    line.done("records", "WS", "part_time_teacher", "--xlsx", tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book["兼职教师花名册"]["A2"].value == "李明"


def test_a_plain_list_shows_the_first_columns_and_a_total_with_its_measure(line: Line) -> None:
    line.done("set", "WS", "part_time_teacher", f"id_number={LI}", "name=李明")
    lines = line.done("records", "WS", "part_time_teacher").out.splitlines()
    assert lines[0].startswith("姓名")
    assert LI in lines[1]
    assert lines[-1] == "共1人"


def test_undo_redo_and_history_agree_with_the_digest(line: Line) -> None:
    before = line.done("digest", "WS").out
    line.done("set", "WS", "part_time_teacher", f"id_number={LI}", "name=李明")
    after = line.done("digest", "WS").out
    assert len(after) == 65
    assert line.done("undo", "WS").out == "已撤销：新增兼职教师花名册：李明\n"
    assert line.done("digest", "WS").out == before
    line.done("redo", "WS")
    assert line.done("digest", "WS").out == after
    steps = line.done("history", "WS", "--json").json["steps"]
    assert [each["id"] for each in steps] == sorted((each["id"] for each in steps), reverse=True)
    assert set(steps[0]) >= {"id", "when", "who", "what", "register", "records", "undone"}
    assert "新增兼职教师花名册：李明" in line.done("history", "WS").out


def test_doctor_says_that_all_is_well(line: Line) -> None:
    said = line.done("doctor", "WS", "--json").json
    assert said["ok"] is True
    assert all(set(each) == {"check", "ok", "message"} for each in said["checks"])
    assert "有问题" not in line.done("doctor", "WS").out


def test_encrypted_school_data_take_their_passphrase_from_the_environment(
    bare: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLLEGE_DESK_PASSPHRASE", "好记的口令")
    bare.done("init", "WS", "--name", "济宁示例职业学院", "--encrypt")
    assert bare.done("records", "WS", "school", "--json").json["count"] == 1
    monkeypatch.setenv("COLLEGE_DESK_PASSPHRASE", "别的口令")
    assert bare("records", "WS", "school").status == 2
    monkeypatch.delenv("COLLEGE_DESK_PASSPHRASE")
    said = bare("records", "WS", "school")
    assert said.status == 2
    assert "口令" in said.err
    assert bare("init", bare.folder / "other", "--name", "某学院", "--encrypt").status == 2
    assert not (bare.folder / "other").exists()
