"""`import --annotated`: the clerk's file back from the command line."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from tests.cli.running import LI, ZHANG, Line
from tests.files import workbooks

HEADER = ["姓名", "身份证号", "联系电话", "签约日期"]
ROWS = [HEADER, ["李明", LI, "15863632401", "2026-02-28"], ["张伟", ZHANG, "13800138001", "2026.2.30"]]


def roster(folder: Path, name: str = "学徒.xlsx") -> Path:
    return workbooks.xlsx(folder / name, {"名册": ROWS})


def test_the_whole_way_of_a_file_there_and_back(line: Line, tmp_path: Path) -> None:
    out = tmp_path / "返回.xlsx"
    first = line("import", "WS", "apprentice", roster(tmp_path), "--annotated", out, "--json")
    assert (first.status, first.json["annotated"]) == (1, str(out))
    assert line.done("records", "WS", "apprentice", "--pending", "--json").json["count"] == 1
    book = openpyxl.load_workbook(out)
    assert [cell.value for cell in book.worksheets[0]["E"]] == ["校验结果", "通过", "未入库"]
    assert ZHANG in [cell.value for cell in book.worksheets[0]["B"]]
    book.worksheets[0]["D3"] = "2026-02-28"
    book.save(out)
    again = line.done("import", "WS", "apprentice", out, "--json").json
    assert (again["stored"], again["unchanged"], again["pending"]) == (1, 1, 0)
    assert line.done("records", "WS", "apprentice", "--pending", "--json").json["count"] == 0


def test_a_dry_run_writes_the_file_and_nothing_else(line: Line, tmp_path: Path) -> None:
    out = tmp_path / "返回.xlsx"
    before = line.done("digest", "WS").out
    said = line("import", "WS", "apprentice", roster(tmp_path), "--annotated", out, "--dry-run")
    assert out.is_file()
    assert f"校验结果表：{out}" in said.out
    assert line.done("digest", "WS").out == before


def test_several_files_go_into_a_folder_or_are_refused(line: Line, tmp_path: Path) -> None:
    files = [roster(tmp_path, "一.xlsx"), roster(tmp_path, "2026.9二.xlsx")]
    refused = line("import", "WS", "apprentice", *files, "--annotated", tmp_path / "返回.xlsx")
    assert (refused.status, refused.out) == (2, "")
    assert "文件夹" in refused.err
    assert line.done("records", "WS", "apprentice", "--json").json["count"] == 0
    folder = tmp_path / "返回"
    folder.mkdir()
    said = line("import", "WS", "apprentice", *files, "--annotated", folder, "--json")
    assert sorted(each.name for each in folder.iterdir()) == ["2026.9二-校验结果.xlsx", "一-校验结果.xlsx"]
    assert said.status == 1


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_stored(line: Line, tmp_path: Path) -> None:
    said = line(
        "import", "WS", "apprentice", roster(tmp_path), "--annotated", tmp_path / "没有" / "返回.xlsx"
    )
    assert (said.status, said.out) == (2, "")
    assert "写不进去" in said.err
    assert line.done("records", "WS", "apprentice", "--json").json["count"] == 0


def test_the_tray_goes_out_and_comes_back(line: Line, tmp_path: Path) -> None:
    line("import", "WS", "apprentice", roster(tmp_path))
    out = tmp_path / "待处理.xlsx"
    line.done("records", "WS", "apprentice", "--pending", "--xlsx", out)
    unmended = line("import", "WS", "apprentice", out, "--json")
    assert (unmended.status, unmended.json["pending"]) == (1, 1)
    assert (
        line.done("records", "WS", "apprentice", "--pending", "--json").json["rows"][0]["file"] == "学徒.xlsx"
    )
    book = openpyxl.load_workbook(out)
    titles = [cell.value for cell in book.worksheets[0][1]]
    book.worksheets[0].cell(2, titles.index("签约日期") + 1).value = "2026-02-28"
    book.save(out)
    assert line.done("import", "WS", "apprentice", out, "--json").json["stored"] == 1
    assert line.done("records", "WS", "apprentice", "--pending", "--json").json["count"] == 0
    assert line("records", "WS", "apprentice", "--pending", "--xlsx", out).status == 2
