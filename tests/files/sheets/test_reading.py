"""Workbooks through the child process: cells, days, merges, hidden sheets, errors, limits."""

from __future__ import annotations

import datetime as dt
import importlib.util
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from college_desk.base.errors import Cancelled, DeskError, UnusableInput
from college_desk.files.sheets import reading
from college_desk.files.sheets.book import Merge, cell_text, is_error
from tests.files import workbooks
from tests.files.sheets import binaries

MOMENT = dt.datetime.fromisoformat("2026-09-01T08:30")


def test_cells_come_as_they_are(tmp_path: Path) -> None:
    day, moment = dt.date(2026, 9, 1), MOMENT
    row = ["李明", 7, 2024.5, True, day, moment, None, "  ", 3.7e17]
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [row, [], [None, "b"]]})
    sheet = reading.read(path).sheets[0]
    assert sheet.rows == [["李明", 7, 2024.5, True, day, moment, None, None, 3.7e17], [], [None, "b"]]
    assert [type(cell) for cell in sheet.rows[0][:4]] == [str, int, float, bool]
    assert type(sheet.rows[0][8]) is float


def test_an_xls_reads_the_same(tmp_path: Path) -> None:
    path = workbooks.xls(tmp_path / "a.xls", {"名册": [["李明", 7, 2024.5, 370811198503121234]]})
    assert reading.read(path).sheets[0].rows == [["李明", 7, 2024.5, 3.7081119850312122e17]]


def test_row_numbers_are_the_sheets_own(tmp_path: Path) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [[], [], [None, None, "学号"]]})
    assert reading.read(path).sheets[0].rows == [[], [], [None, None, "学号"]]


def test_hidden_sheets_merges_and_hidden_rows_are_known(tmp_path: Path) -> None:
    path = workbooks.xlsx(
        tmp_path / "a.xlsx",
        {"字典": [["性别"]], "内部": [["x"]], "名册": [["标题", None], ["姓名", "班级"], ["李明", "1班"]]},
        merges={"名册": ["A1:B1"]},
        hidden=["字典"],
        very_hidden=["内部"],
        hidden_rows=[3],
    )
    sheets = reading.read(path).sheets
    assert [(each.name, each.visible) for each in sheets] == [
        ("字典", False),
        ("内部", False),
        ("名册", True),
    ]
    assert sheets[2].merges == (Merge(0, 0, 0, 1),)
    assert sheets[2].hidden_rows == 1


def test_days_counted_from_1904_are_known(tmp_path: Path) -> None:
    import openpyxl
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(["x"])  # type: ignore[union-attr]
    book.save(tmp_path / "a.xlsx")
    assert reading.read(tmp_path / "a.xlsx").date_1904
    assert reading.read(workbooks.xls(tmp_path / "a.xls", {"a": [["x"]]}, from_1904=True)).date_1904
    assert not reading.read(workbooks.xls(tmp_path / "b.xls", {"a": [["x"]]})).date_1904


def test_failed_and_uncomputed_formulas_are_no_empty_cells(tmp_path: Path) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["a", "b", "c", "d"], [1, 2, 3, 4]]})
    _rewrite(
        path,
        "xl/worksheets/sheet1.xml",
        (b'<c r="A2" t="n"><v>1</v></c>', b'<c r="A2" t="e"><f>VLOOKUP(1,B:B,1)</f><v>#N/A</v></c>'),
        (b'<c r="B2" t="n"><v>2</v></c>', b'<c r="B2"><f>A1&amp;"x"</f></c>'),
        (b'<c r="C2" t="n"><v>3</v></c>', b'<c r="C2" t="str"><f>""</f><v></v></c>'),
        (b'<c r="D2" t="n"><v>4</v></c>', b'<c r="D2"><f>2+2</f><v>4</v></c>'),
    )
    sheet = reading.read(path).sheets[0]
    assert sheet.rows[1] == ["#N/A", "#未计算", None, 4]
    assert sheet.formula_errors == 2
    assert all(is_error(cell) for cell in sheet.rows[1][:2])
    assert not is_error("#1班")


def test_a_strict_workbook_is_read(tmp_path: Path) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["姓名"], ["李明"]]})
    main = (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    relations = (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
    _rewrite(path, "xl/workbook.xml", main, relations)
    _rewrite(path, "xl/worksheets/sheet1.xml", main)
    _rewrite(path, "xl/_rels/workbook.xml.rels", relations)
    assert reading.read(path).sheets[0].rows == [["姓名"], ["李明"]]


def test_a_workbook_without_a_cell_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="一个格也没有填"):
        reading.read(workbooks.xlsx(tmp_path / "a.xlsx", {"名册": []}))


def test_an_unchanged_file_is_read_once_and_a_changed_one_again(tmp_path: Path) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["姓名"]]})
    first = reading.read(path)
    assert reading.read(path) is first
    workbooks.xlsx(path, {"名册": [["姓名", "学号"]]})
    assert reading.read(path).sheets[0].width == 2


@pytest.mark.parametrize("keep", [200, 1500, 3000])
def test_a_cut_off_workbook_is_damaged(tmp_path: Path, keep: int) -> None:
    whole = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["姓名"]] * 400}).read_bytes()
    (tmp_path / "b.xlsx").write_bytes(whole[:keep])
    with pytest.raises(UnusableInput, match="损坏"):
        reading.read(tmp_path / "b.xlsx")


def test_a_workbook_with_nonsense_inside_is_damaged(tmp_path: Path) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["姓名"]]})
    _rewrite(path, "xl/workbook.xml", (b"<", b">"))
    with pytest.raises(UnusableInput, match="损坏"):
        reading.read(path)
    book = workbooks.xls(tmp_path / "a.xls", {"名册": [["姓名"] * 20] * 200})
    content = bytearray(book.read_bytes())
    content[700:1400] = b"\xff" * 700
    book.write_bytes(bytes(content))
    with pytest.raises(UnusableInput, match=r"损坏|一个格"):
        reading.read(book)


def test_a_parser_that_dies_is_a_damaged_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["姓名"]]})
    dying = [sys.executable, "-c", "import os; os.abort()"]
    monkeypatch.setattr(reading, "command", lambda *_given: dying)
    with pytest.raises(UnusableInput, match="损坏"):
        reading.read(path)


def test_a_parser_out_of_memory_is_a_file_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["姓名"]]})
    hungry = (
        "from college_desk.files.sheets.bounds import set_bounds; set_bounds(256, 20); x = bytes(1 << 30)"
    )
    monkeypatch.setattr(reading, "command", lambda *_given: [sys.executable, "-c", hungry])
    with pytest.raises(UnusableInput, match="太大"):
        reading.read(path)


@pytest.mark.skipif(sys.platform == "win32", reason="the bound is set another way there")
def test_a_file_beyond_the_memory_allowed_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("甲,乙,丙\n" * 600_000, encoding="utf-8")
    with pytest.raises(UnusableInput, match="太大"):
        reading.read(path, limits=reading.Limits(memory_mb=120))


def test_a_slow_parser_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["姓名"]]})
    slow = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(reading, "command", lambda *_given: slow)
    with pytest.raises(UnusableInput, match="秒还没有读完"):
        reading.read(path, limits=reading.Limits(seconds=1))


def test_reading_can_be_cancelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopping:
        def step(self, stage: str, done: int, total: int | None = None) -> None:
            raise Cancelled

    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["姓名"]]})
    slow = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(reading, "command", lambda *_given: slow)
    with pytest.raises(Cancelled):
        reading.read(path, progress=Stopping())


def test_a_password_is_told(tmp_path: Path) -> None:
    locked = [
        Path(__file__).with_name("locked.xlsx"),
        binaries.xls_with_password(tmp_path / "a.xls"),
        binaries.ods(tmp_path / "a.ods", "", manifest="<m><manifest:encryption-data/></m>"),
    ]
    for path in locked:
        with pytest.raises(UnusableInput, match="密码"):
            reading.read(path)


def test_a_child_that_floods_its_parent_is_a_file_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["姓名"]]})
    flooding = "import sys\nwhile True: sys.stdout.buffer.write(bytes(1 << 16))"
    monkeypatch.setattr(reading, "command", lambda *_given: [sys.executable, "-c", flooding])
    monkeypatch.setattr(reading, "_LONGEST_DOCUMENT", 1 << 20)
    with pytest.raises(UnusableInput, match="太大"):
        reading.read(path)


def test_a_child_that_prints_nonsense_is_a_damaged_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["姓名"]]})
    for printed in ("", "x" * 500, "\\2\\0\\0\\0\\0\\0\\0\\0{}"):
        monkeypatch.setattr(
            reading, "command", lambda *_given, text=printed: [sys.executable, "-c", f"print({text!r})"]
        )
        with pytest.raises(UnusableInput, match="损坏"):
            reading.read(path)


def test_a_child_that_closes_its_output_and_stays_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["姓名"]]})
    staying = "import os, time; os.close(1); os.close(2); time.sleep(60)"
    monkeypatch.setattr(reading, "command", lambda *_given: [sys.executable, "-c", staying])
    with pytest.raises(UnusableInput, match="秒还没有读完"):
        reading.read(path, limits=reading.Limits(seconds=1))


def test_sentences_of_the_child_come_in_the_language_of_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.zip").write_bytes(workbooks.xlsx(tmp_path / "a.xlsx", {"a": [["b"]]}).read_bytes()[:1500])
    monkeypatch.setenv("COLLEGE_DESK_LANG", "en")
    with pytest.raises(UnusableInput, match="damaged"):
        reading.read(tmp_path / "a.zip")


def test_without_its_guard_against_hostile_xml_the_importer_does_not_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["姓名"]]})
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "defusedxml" else found(name)
    )
    with pytest.raises(DeskError, match="重新安装"):
        reading.read(path)


def test_equal_texts_are_one_object_in_memory(tmp_path: Path) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["济宁示例职业学院"]] * 2})
    rows = reading.read(path).sheets[0].rows
    assert rows[0][0] is rows[1][0]


def test_a_text_is_read_by_the_encoding_that_was_chosen(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("姓名,單位\n李明,某公司\n".encode("big5"))
    assert reading.read(path, encoding="big5").sheets[0].rows == [["姓名", "單位"], ["李明", "某公司"]]
    with pytest.raises(UnusableInput, match="utf-8"):
        reading.read(path, encoding="utf-8")


def test_a_large_text_is_read_by_the_child_with_the_same_outcome(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("姓名,备注\n李明,\n\n王芳,无\n".encode("gb18030"))
    here = reading.read(path)
    monkeypatch.setattr(reading, "_SMALL_TEXT", 10)
    reading._kept.cache_clear()
    assert reading.read(path) == here
    assert here.encoding == "gb18030"


def test_nothing_of_the_parser_is_loaded_here(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from college_desk.files.sheets import reading;"
        "reading.read(Path(sys.argv[1])); assert 'python_calamine' not in sys.modules"
    )
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["姓名"]]})
    root = str(Path(__file__).parents[3])
    subprocess.run([sys.executable, "-c", code, str(path)], check=True, cwd=root)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (4, "4"),
        (4.0, "4"),
        (2024.1, "2024.1"),
        (3.708322006082086e17, "3.70832200608209E+17"),
        (True, "TRUE"),
        (dt.date(2026, 9, 1), "2026-09-01"),
        (MOMENT, "2026-09-01 08:30:00"),
        ("0123", "0123"),
    ],
)
def test_a_cell_is_shown_as_a_clerk_sees_it(cell: object, text: str) -> None:
    assert cell_text(cell) == text  # type: ignore[arg-type]


def _rewrite(path: Path, part: str, *changes: tuple[bytes, bytes]) -> None:
    with zipfile.ZipFile(path) as opened:
        entries = {name: opened.read(name) for name in opened.namelist()}
    for old, new in changes:
        assert old in entries[part], f"{old!r} is not in {part}"
        entries[part] = entries[part].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries.items():
            made.writestr(name, content)
