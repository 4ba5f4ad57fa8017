from __future__ import annotations

from pathlib import Path

import openpyxl

from tests.cli.running import LI, ZHANG, Line


def _teachers(line: Line) -> None:
    for number, name in ((LI, "李明"), (ZHANG, "张华")):
        line.done("set", "WS", "part_time_teacher", f"id_number={number}", f"name={name}")


def test_tally_counts_people_and_writes_a_workbook(line: Line, tmp_path: Path) -> None:
    _teachers(line)
    shown = line.done("tally", "WS", "part_time_teacher", "--by", "gender", "--json").json

    assert {name: shown[name] for name in ("register", "by", "across", "on", "counted", "total")} == {
        "register": "part_time_teacher", "by": "gender", "across": None, "on": None, "counted": "人", "total": 2,
    }  # fmt: skip
    assert sum(each["count"] for each in shown["cells"]) == 2
    assert "合计2人" in line.done("tally", "WS", "part_time_teacher", "--by", "性别").out
    line.done("tally", "WS", "part_time_teacher", "--by", "gender", "--xlsx", tmp_path / "t.xlsx")
    assert openpyxl.load_workbook(tmp_path / "t.xlsx").worksheets[0].max_row >= 2


def test_a_tally_kept_by_name_is_listed_and_counted_again(line: Line, tmp_path: Path) -> None:
    _teachers(line)
    line.done("tally", "WS", "part_time_teacher", "--by", "gender", "--times", "--save", "男女")
    line.done("set", "WS", "part_time_teacher", LI, "gender=女")

    assert line.done("tallies", "WS", "--json").json == {
        "tallies": [{"name": "男女", "register": "part_time_teacher", "by": "gender", "across": None}]
    }
    assert "男女  兼职教师花名册" in line.done("tallies", "WS").out
    shown = line.done("tallies", "WS", "男女", "--json").json
    assert (shown["counted"], shown["total"]) == ("人次", 2)
    assert [(each["by"], each["count"]) for each in shown["cells"]] == [("女", 1), (None, 1)]
    line.done("undo", "WS", "2")
    assert line.done("tallies", "WS", "--json").json == {"tallies": []}
    assert line("tallies", "WS", "男女").status == 2


def test_compare_tells_who_is_on_one_side_only(line: Line, tmp_path: Path) -> None:
    _teachers(line)
    book = openpyxl.Workbook()
    for row in (["姓名", "身份证号"], ["李鸣", LI]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "名单.xlsx")

    shown = line.done("compare", "WS", tmp_path / "名单.xlsx", "part_time_teacher", "--json").json
    assert [each["name"] for each in shown["only_b"]] == ["张华"]
    assert shown["different"][0]["fields"] == [{"field": "name", "a": "李鸣", "b": "李明"}]
    said = line.done("compare", "WS", tmp_path / "名单.xlsx", "part_time_teacher").out
    assert "李鸣 ≠ 李明" in said


def test_renew_shows_a_trial_before_it_keeps_anything(line: Line) -> None:
    _teachers(line)
    line.done("set", "WS", "appointment", f"teacher={LI}", "contract_number=P-1", "start_on=2025-09-01",
              "end_on=2026-01-31")  # fmt: skip
    trial = line.done(
        "renew", "WS", "--from", "2025-2026-1", "--to", "2025-2026-2", "--dry-run", "--json"
    ).json
    assert (trial["count"], trial["renewed"][0]["renewed_from"], trial["renewed"][0]["uid"]) == (
        1,
        "P-1",
        None,
    )
    assert line.done("records", "WS", "appointment", "--json").json["count"] == 1
    assert "聘任协议" in line.done("renew", "WS", "--from", "2025-2026-1", "--to", "2025-2026-2").out
    assert line.done("records", "WS", "appointment", "--json").json["count"] == 2
    assert line("renew", "WS", "--from", "2025", "--to", "2025-2026-2").status == 2


def test_progress_tells_the_year_with_the_rows_behind_each_figure(line: Line) -> None:
    _teachers(line)
    line.done("set", "WS", "part_time_teacher", LI, "teacher_kind=校外兼职")
    added = line.done("set", "WS", "appointment", f"teacher={LI}", "start_on=2026-03-01", "end_on=2027-01-31",
                      "--json").json  # fmt: skip
    shown = line.done("progress", "WS", "--year", "2026", "--json").json
    assert (shown["year"], shown["on"], added["ended"]) == (2026, "2026-09-30", False)
    figure = {each["code"]: each for each in shown["figures"]}["part_time_teachers"]
    assert (figure["opening"], figure["added"], figure["closing"], figure["unit"]) == (0, 1, 1, "人")
    assert len(figure["rows"]["closing"]) == 1
    assert "校外兼职教师数" in line.done("progress", "WS", "--year", "2026").out
    assert line("progress", "WS", "--year", "去年").status == 2
