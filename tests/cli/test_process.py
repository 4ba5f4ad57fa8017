"""The program as its users start it: a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from college_desk.files.sheets import transport
from college_desk.files.sheets.book import Book

SAMPLE = Path(__file__).parents[1] / "samples" / "01-apprentice.xlsx"


def run(*arguments: object, **variables: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", **variables}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "COLLEGE_DESK_PASSPHRASE"):
        if name not in variables:
            environment.pop(name, None)
    command = [sys.executable, "-m", "college_desk", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env=environment, timeout=120, check=False)


@pytest.fixture(scope="module")
def college(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("process") / "college"
    made = run("init", folder, "--name", "济宁示例职业学院", "--campus", "东校区")
    assert made.returncode == 0, made.stderr.decode("utf-8")
    return folder


def test_it_speaks_utf8_whatever_the_console(college: Path) -> None:
    said = run("records", college, "campus", "--json")
    assert json.loads(said.stdout.decode("utf-8"))["records"][0]["name"] == "东校区"
    refused = run("records", college, "学生")
    assert refused.returncode == 2
    assert refused.stderr.decode("utf-8") == "没有名为“学生”的台账。\n"


def test_without_arguments_and_a_screen_it_says_so_in_one_sentence() -> None:
    said = run()
    assert said.returncode == 1
    text = said.stderr.decode("utf-8")
    assert "屏幕" in text
    assert text.count("\n") == 1


def test_a_picture_of_a_page_is_painted_without_a_screen(college: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.png"
    said = run("open", college, "--page", "campus", "--size", "1366x768", "--screenshot", out)
    assert said.returncode == 0, said.stderr.decode("utf-8")
    head = out.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert (int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")) == (1366, 768)


def test_an_unknown_page_is_refused(college: Path, tmp_path: Path) -> None:
    said = run("open", college, "--page", "nosuch", "--screenshot", tmp_path / "page.png")
    assert said.returncode == 2
    assert said.stderr.decode("utf-8").count("\n") == 1


def test_a_reader_that_leaves_early_is_no_failure(college: Path) -> None:
    command = f'"{sys.executable}" -m college_desk registers --json | head -c 10'
    said = subprocess.run(["bash", "-c", command], capture_output=True, timeout=120, check=True)
    assert said.stderr == b""


def test_the_sheet_reader_loads_nothing_of_the_program_but_itself() -> None:
    code = (
        "import sys\nfrom college_desk.__main__ import main\n"
        f"status = main(['--read-sheets', {str(SAMPLE)!r}, '2048', '20'])\n"
        "heavy = {each.split('.')[0] for each in sys.modules} & {'sqlalchemy', 'PySide6', 'openpyxl'}\n"
        "print(status, sorted(heavy), file=sys.stderr)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=120, check=True)
    assert said.stderr.decode() == "0 []\n"
    book = transport.unpacked(said.stdout, SAMPLE.name)
    assert isinstance(book, Book)
    assert book.sheets


def test_a_call_starts_without_what_it_does_not_need(college: Path) -> None:
    code = (
        "import sys\nfrom college_desk.__main__ import main\n"
        f"main(['records', {str(college)!r}, 'campus', '--json'])\n"
        "heavy = ('PySide6', 'openpyxl', 'alembic', 'docx', 'docxtpl', 'typst', 'pypdfium2', 'pypinyin')\n"
        "print(sorted({each.split('.')[0] for each in sys.modules} & set(heavy)), file=sys.stderr)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=120, check=True)
    assert said.stderr.decode() == "[]\n"


def test_the_demo_ends_well_where_there_is_no_screen(tmp_path: Path) -> None:
    said = run("demo", tmp_path / "demo")
    assert said.returncode == 0, said.stderr.decode("utf-8")
    assert said.stderr == b""
    packages = sorted((tmp_path / "demo").rglob("*.zip"))
    assert packages
    assert {each.parent for each in packages} == {tmp_path / "demo" / "packages"}
    assert all(run("verify", each).returncode == 0 for each in packages)
