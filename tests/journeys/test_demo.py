"""The sample college from the command line: made, filed, and everything a clerk then does with it."""

from __future__ import annotations

import bagit
import pytest

from tests.cli.running import Line


def test_the_demo_ends_with_packages_that_every_tool_verifies(
    bare: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    said = bare.done("demo", bare.folder, "--no-window")
    packages = sorted(bare.folder.rglob("*.zip"))
    assert packages
    assert all(each.parent == bare.folder / "packages" for each in packages)
    for each in packages:
        assert bare.done("verify", each, "--json").json["ok"]
        assert bare.done("verify", each.with_suffix("")).status == 0
        assert bagit.Bag(str(each.with_suffix(""))).is_valid()
        assert each.name in said.out
    assert said.err == ""

    monkeypatch.setenv("COLLEGE_DESK_TODAY", "2026-11-20")
    period = ("--period", "2026-2027-1")
    checked = bare.done("check", "WS", "part-time-appointments", *period, "--json").json
    assert (checked["errors"], checked["warnings"]) == (0, checked["explained"])
    again = bare.done(
        "file", "WS", "part-time-appointments", *period, "--out", bare.folder / "again", "--json"
    ).json
    assert again["version"] == 1
    first = next(each for each in packages if "兼职教师聘任备案" in each.name)
    assert (bare.folder / "again" / first.name).read_bytes() == first.read_bytes()
    assert bare.done("records", "WS", "apprentice", "--json").json["count"] == 600
    assert bare.done("doctor", "WS").status == 0


def test_the_demo_never_takes_the_place_of_a_clerks_data(line: Line) -> None:
    said = line("demo", line.folder, "--no-window")
    assert said.status == 2
    assert said.err.count("\n") == 1
    assert "不是示例学校" in said.err
    assert line.done("records", "WS", "campus", "--json").json["count"] == 2
