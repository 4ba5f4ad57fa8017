"""`import --answer`: what a file leaves open, decided on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import LI, ZHANG, Line
from tests.files import workbooks

ROWS = [["姓名", "身份证号", "政治面貌"], ["李明", LI, "团里的"], ["张伟", ZHANG, "群众"]]
ASKED = "value:政治面貌:apprentice.political_status:团里的"


def roster(folder: Path) -> Path:
    return workbooks.xlsx(folder / "学徒.xlsx", {"名册": ROWS})


def test_a_question_is_told_and_answered(line: Line, tmp_path: Path) -> None:
    first = line("import", "WS", "apprentice", roster(tmp_path), "--dry-run", "--json")
    (question,) = first.json["questions"]
    assert (question["id"], question["kind"], question["rows"], question["taken"]) == (ASKED, "value", 1, "")
    assert {"code": "03", "label": "共青团员"} in question["answers"]
    done = line.done("import", "WS", "apprentice", roster(tmp_path), "--answer", f"{ASKED}=03", "--json")
    assert (done.json["stored"], done.json["pending"]) == (2, 0)
    assert done.json["questions"][0]["answered"] is True
    kept = line.done("records", "WS", "apprentice", "--where", "name=李明", "--json").json["records"]
    assert kept[0]["political_status"] == "共青团员"


def test_the_question_is_printed_with_how_to_answer_it(line: Line, tmp_path: Path) -> None:
    said = line("import", "WS", "apprentice", roster(tmp_path), "--dry-run")
    assert f"--answer '{ASKED}=03'" in said.out


@pytest.mark.parametrize("answer", ["value:民族:apprentice.ethnicity:x=01", f"{ASKED}=99"])
def test_an_answer_to_nothing_or_with_no_such_code_changes_nothing(
    line: Line, tmp_path: Path, answer: str
) -> None:
    refused = line("import", "WS", "apprentice", roster(tmp_path), "--answer", answer)
    assert (refused.status, refused.out) == (2, "")
    assert line.done("records", "WS", "apprentice", "--json").json["count"] == 0
