"""`template`: blank sheets from the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Line


def test_one_register_one_file(line: Line, tmp_path: Path) -> None:
    out = tmp_path / "学徒.xlsx"
    assert str(out) in line.done("template", "WS", "apprentice", "--out", out).out
    document = line.done("import", "WS", "apprentice", out, "--json").json
    assert (document["rows"], document["findings"]) == (0, [])


def test_a_folder_takes_the_usual_name(line: Line, tmp_path: Path) -> None:
    line.done("template", "WS", "apprentice", "--department", "机电系", "--out", tmp_path)
    assert (tmp_path / "学徒花名册-机电系-空白表.xlsx").is_file()


def test_all_of_them_at_once(line: Line, tmp_path: Path) -> None:
    said = line.done("template", "WS", "--all", "--out", tmp_path / "表")
    assert len(said.out.splitlines()) == len(list((tmp_path / "表").iterdir())) > 30


def test_what_is_asked_for_must_be_clear(line: Line, tmp_path: Path) -> None:
    neither = line("template", "WS", "--out", tmp_path)
    both = line("template", "WS", "apprentice", "--all", "--out", tmp_path)
    unknown = line("template", "WS", "nothing", "--out", tmp_path / "a.xlsx")
    made = line("template", "WS", "settlement", "--out", tmp_path / "a.xlsx")
    for said in (neither, both, unknown, made):
        assert (said.status, said.out) == (2, "")
        assert len(said.err.splitlines()) == 1
