from __future__ import annotations

from pathlib import Path

import pytest

from college_desk.cli import entry
from college_desk.cli.command import COMMANDS
from tests.cli.running import Line

RELEASED = {
    "open", "demo", "init", "set", "import", "records", "check", "explain", "quota", "policy", "file",
    "verify", "undo", "redo", "history", "doctor", "digest", "rules", "filings", "registers", "self-test",
    "duplicates", "unite", "template", "tally", "tallies", "compare", "renew", "progress", "subsidy", "tax", "receipt", "diff",
    "claims",
}  # fmt: skip


def assert_one_sentence(text: str) -> None:
    """One line in the office's words: no traceback, no usage text, no English."""
    assert text.strip(), text
    assert text.count("\n") == 1, text
    for word in ("Traceback", "usage", "error", "Error", "argument"):
        assert word not in text, text


def test_the_commands_of_this_release_are_offered_and_no_others() -> None:
    assert set(COMMANDS.codes()) == RELEASED


@pytest.mark.parametrize(
    "call",
    [
        ["nonsense"],
        ["merge", "WS", "a.bundle"],
        ["backup", "WS", "--out", "a"],
        ["records"],
        ["records", "WS"],
        ["records", "WS", "nosuch"],
        ["records", "WS", "campus", "--nosuch"],
        ["records", "WS", "campus", "extra"],
        ["records", "WS", "campus", "--wh", "code=01"],
        ["records", "WS", "campus", "--where", "nosuch=1"],
        ["records", "WS", "campus", "--where", "code"],
        ["records", "WS", "campus", "--where"],
        ["records", "WS", "campus", "--on", "2026-02-30"],
        ["records", "WS", "campus", "--json", "--csv", "/nowhere/at/all.csv"],
        ["records", "NOWHERE", "campus"],
        ["records", "postgresql://desk/college", "campus"],
        ["set", "WS"],
        ["set", "WS", "nosuch", "a=1"],
        ["set", "WS", "campus"],
        ["set", "WS", "campus", "01"],
        ["set", "WS", "campus", "nosuch=1"],
        ["set", "WS", "campus", "99", "name=南校区"],
        ["set", "WS", "campus", "01", "name=南校区", "rubbish"],
        ["set", "WS", "staffing", "effective_from=2026-09-01", "approved_posts=许多"],
        ["init", "WS", "--name", "再来一次"],
        ["init", "OTHER"],
        ["init", "OTHER", "--name", "济宁示例职业学院", "--policy", "nowhere"],
        ["init", "OTHER", "--name", "济宁示例职业学院", "--here", "南校区"],
        ["undo", "WS", "许多"],
        ["undo", "WS", "0"],
        ["explain", "WS", "--text", "已核实", "--who", "王芳"],
        ["explain", "WS", "APT-001-00000000", "--rule", "APT-001", "--text", "已核实", "--who", "王芳"],
        ["explain", "WS", "--rule", "APT-001", "--who", "王芳"],
        ["quota", "WS", "--from", "2026-09-01", "--to", "2026-08-31"],
        ["quota", "WS", "--on", "2026-09-01", "--from", "2026-09-01", "--to", "2026-12-31"],
        ["quota", "WS", "--add", "四名"],
        ["quota", "WS", "--add", "4@2026-12-31..2026-09-01"],
        ["check", "WS", "nosuch", "--period", "2026-2027-1"],
        ["check", "WS", "part-time-appointments", "--period", "someday"],
        ["check", "WS", "part-time-appointments", "--period", "2026-10"],
        ["file", "WS", "part-time-appointments", "--out", "OUT"],
        ["file", "WS", "part-time-appointments", "--period", "2026-2027-1"],
        ["file", "WS", "nosuch", "--period", "2026-2027-1", "--out", "OUT"],
        ["file", "WS", "part-time-appointments", "--period", "2026", "--out", "OUT"],
        ["file", "WS", "part-time-appointments", "--period", "2026-2027-1", "--out", "OUT", "--kind", "last"],
        [
            "file",
            "WS",
            "part-time-appointments",
            "--period",
            "2026-2027-1",
            "--out",
            "OUT",
            "--for",
            "teacher",
        ],
        ["import", "WS", "campus"],
        ["import", "WS", "nosuch", "a.xlsx"],
        ["import", "WS", "enterprise", "missing.xlsx"],
        ["import", "WS", "enterprise", "missing.xlsx", "--map", "name"],
        ["import", "WS", "enterprise", "missing.xlsx", "--map", "nosuch=单位名称"],
        ["policy", "WS", "quota.mode"],
        ["policy", "WS", "nosuch.parameter=1", "--document", "某文件"],
        ["verify", "missing.zip"],
        ["open", "WS", "--size", "large"],
        ["open", "WS", "--theme", "purple"],
        ["rules", "--json", "--markdown"],
    ],
)
def test_what_cannot_be_used_is_one_sentence_and_ends_with_2(
    line: Line, tmp_path: Path, call: list[str]
) -> None:
    places = {"NOWHERE": tmp_path / "nowhere", "OTHER": tmp_path / "other", "OUT": tmp_path / "out"}
    before = line.done("digest", "WS").out
    said = line(*(places.get(each, each) for each in call))
    assert said.status == 2, said
    assert said.out == ""
    assert_one_sentence(said.err)
    assert line.done("digest", "WS").out == before
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize("call", [["undo", "WS"], ["redo", "WS"]])
def test_what_the_desk_refuses_is_one_sentence_and_ends_with_1(line: Line, call: list[str]) -> None:
    said = line(*call)
    assert said.status == 1
    assert_one_sentence(said.err)


@pytest.mark.parametrize("asked", [["--help"], ["-h"], ["help"]])
def test_help_lists_every_command(bare: Line, asked: list[str]) -> None:
    said = bare.done(*asked)
    assert all(f"  {name} " in said.out for name in RELEASED)
    assert "==" not in said.out


@pytest.mark.parametrize("name", sorted(RELEASED))
def test_each_command_explains_itself(bare: Line, name: str) -> None:
    said = bare.done(name, "--help")
    command = COMMANDS[name]
    assert said.out == f"college-desk {name} {command.usage}".rstrip() + f"\n{command.title}\n"


def test_the_version_is_told(bare: Line) -> None:
    from college_desk import __version__

    assert bare.done("--version").out == __version__ + "\n"


def test_a_day_fixed_wrongly_is_refused(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLEGE_DESK_TODAY", "2026年9月")
    said = line("quota", "WS")
    assert said.status == 2
    assert "COLLEGE_DESK_TODAY" in said.err


def test_the_journal_bears_the_name_in_the_settings(line: Line) -> None:
    from college_desk.base import settings

    settings.Settings(entry.settings_file())[settings.USER_NAME] = "王芳"
    line.done("set", "WS", "campus", "01", "address=任城区")
    steps = line.done("history", "WS", "--json").json["steps"]
    assert steps[0]["who"] == "王芳"
    assert steps[1]["who"] not in ("", "王芳")


def test_a_failure_nobody_foresaw_is_one_sentence_and_a_report_without_what_the_data_said(
    line: Line, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from college_desk.services import listing

    def fail(*_given: object) -> None:
        raise RuntimeError("李明 37081119800101001X")

    monkeypatch.setattr(listing, "records_json", fail)
    said = line("records", "WS", "campus", "--json")
    assert said.status == 1
    assert said.out == ""
    assert "Traceback" not in said.err
    assert said.err.count("\n") == 1
    (report,) = (tmp_path / "state").rglob("crash-*.txt")
    assert str(report) in said.err
    text = report.read_text(encoding="utf-8")
    assert "RuntimeError" in text
    assert "test_usage.py" in text
    assert "李明" not in text
    assert "37081119800101001X" not in text
