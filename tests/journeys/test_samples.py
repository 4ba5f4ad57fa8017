"""The offices' own spreadsheets come in, are listed, checked, taken back and brought back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Line

SAMPLES = Path(__file__).parents[1] / "samples"
WORKBOOKS = sorted(each for each in SAMPLES.iterdir() if each.suffix in (".xlsx", ".xls", ".csv"))


def register_of_file(file: Path) -> str:
    return str(json.loads((SAMPLES / f"{file.stem}.truth.json").read_text(encoding="utf-8"))["register"])


@pytest.mark.parametrize("file", WORKBOOKS, ids=lambda each: each.name)
def test_a_sample_comes_in_is_taken_back_and_comes_again(line: Line, file: Path) -> None:
    register = register_of_file(file)
    before = line.done("digest", "WS").out
    tried = line("import", "WS", register, file, "--dry-run", "--json")
    assert line.done("digest", "WS").out == before
    said = line("import", "WS", register, file, "--json")
    assert tried.json == said.json
    shown = said.json
    assert said.status == (1 if any(each["severity"] == "error" for each in shown["findings"]) else 0)
    assert shown["rows"] == shown["stored"] + shown["updated"] + shown["unchanged"] + shown["pending"]
    listed = line.done("records", "WS", register, "--json").json
    assert listed["count"] == shown["stored"] > 0
    assert all(each["source_row"] for each in listed["records"])
    pending = line.done("records", "WS", register, "--pending", "--json").json
    assert pending["count"] == shown["pending"]
    assert all(each["cells"] and each["findings"] for each in pending["rows"])
    after = line.done("digest", "WS").out
    line.done("undo", "WS")
    assert line.done("digest", "WS").out == before
    assert line.done("records", "WS", register, "--pending", "--json").json["count"] == 0
    line.done("redo", "WS")
    assert line.done("digest", "WS").out == after
    assert line.done("records", "WS", register, "--pending", "--json").json["count"] == shown["pending"]
    again = line("import", "WS", register, file, "--json").json
    assert (again["stored"], again["updated"], again["unchanged"]) == (0, 0, shown["stored"])
    assert line.done("digest", "WS").out == after
    assert line.done("doctor", "WS", "--json").json["ok"] is True


def test_several_files_of_one_register_come_in_at_once(line: Line) -> None:
    files = [each for each in WORKBOOKS if register_of_file(each) == "enterprise"]
    shown = line("import", "WS", "enterprise", *files, "--json").json
    assert [each["file"] for each in shown["imports"]] == [each.name for each in files]
    stored = sum(each["stored"] for each in shown["imports"])
    assert line.done("records", "WS", "enterprise", "--json").json["count"] == stored


def test_one_unusable_file_among_several_changes_nothing(line: Line, tmp_path: Path) -> None:
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    before = line.done("digest", "WS").out
    said = line("import", "WS", "enterprise", SAMPLES / "05-enterprise.csv", tmp_path / "坏.xlsx", "--json")
    assert said.status == 2
    assert said.out == ""
    assert line.done("digest", "WS").out == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("空.xlsx", b""),
        ("坏.xlsx", b"PK\x03\x04 not a workbook"),
        ("坏.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 not a workbook"),
        ("图.xlsx", b"\x89PNG\r\n\x1a\n"),
        ("无表头.csv", "甲,乙\n1,2\n".encode("gb18030")),
        ("字节.csv", bytes(range(256))),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(
    line: Line, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    said = line("import", "WS", "apprentice", tmp_path / name)
    assert said.status == 2
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err


def test_a_whole_desk_of_samples_is_checked(line: Line) -> None:
    for file in WORKBOOKS:
        line("import", "WS", register_of_file(file), file)
    said = line("check", "WS", "--json")
    assert said.status == 1
    shown = said.json
    counted = [each["severity"] for each in shown["findings"]]
    assert (shown["errors"], shown["warnings"], shown["infos"]) == (
        counted.count("error"),
        counted.count("warning"),
        counted.count("info"),
    )
    wanted = {"id", "rule", "severity", "register", "uid", "key", "field", "message", "clause", "explanation"}
    assert all(set(each) >= wanted for each in shown["findings"])
    assert len({each["id"] for each in shown["findings"]}) == len(shown["findings"])
    rules = {each["code"] for each in line.done("rules", "--json").json["rules"]}
    assert {each["rule"] for each in shown["findings"]} <= rules
    assert "必须改正" in line("check", "WS").out
