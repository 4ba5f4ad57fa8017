"""The ratios of the first release: import, list, search, window painted, each against a plain way of doing it.

Run: python -m pytest -m benchmark -s tests/benchmarks   (COLLEGE_DESK_BENCHMARK_ROWS=50000 for the full size)
"""

from __future__ import annotations

import datetime as dt
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import python_calamine
import sqlcipher3.dbapi2 as sqlite

from college_desk.records.query import Query
from college_desk.records.register import REGISTERS
from college_desk.services import importing, listing, workspaces
from college_desk.storage.desk import Desk
from tests.benchmarks.rosters import HEADERS, workbook
from tests.benchmarks.table import Ratios, seconds_of, seconds_of_one

ROWS = int(os.environ.get("COLLEGE_DESK_BENCHMARK_ROWS", "10000"))
NOW = dt.datetime(2026, 11, 20, 10, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 20)
APPRENTICE = REGISTERS["apprentice"]

BARE_WINDOW = """
import time; started = time.perf_counter()
from PySide6.QtWidgets import QApplication, QMainWindow
from qt_material import apply_stylesheet
app = QApplication([]); apply_stylesheet(app, theme="light_blue.xml")
window = QMainWindow(); window.resize(1366, 768); window.show(); app.processEvents(); window.grab()
print(time.perf_counter() - started)
"""


@pytest.fixture(scope="module")
def roster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workbook(tmp_path_factory.mktemp("roster") / "学徒花名册.xlsx", ROWS)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("desk") / "college"
    return workspaces.create(folder, name="济宁示例职业学院", who="王芳", now=NOW, today=TODAY)


@pytest.mark.benchmark
@pytest.mark.timeout(1800)
def test_the_table_of_ratios(roster: Path, desk: Desk, tmp_path: Path) -> None:
    table = Ratios(f"{ROWS} rows × {len(HEADERS)} columns")
    cells: list[Any] = []

    def raw() -> None:
        book = python_calamine.CalamineWorkbook.from_path(str(roster))
        cells[:] = book.get_sheet_by_index(0).to_python()
        with sqlite.connect(str(tmp_path / "raw.sqlite")) as connection:
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute(f"CREATE TABLE r ({', '.join(f'c{n}' for n in range(len(HEADERS)))})")
            marks = ",".join("?" * len(HEADERS))
            connection.executemany(f"INSERT INTO r VALUES ({marks})", cells[1:])

    baseline = seconds_of_one(raw)

    def whole() -> None:
        seen = importing.preview(desk, APPRENTICE, roster, today=TODAY)
        result = importing.apply(desk, seen, who="王芳", now=NOW, today=TODAY)
        assert result.to_json()["stored"] == ROWS

    plain = "calamine read + executemany"
    table.add("import: preview, checks, store, journal", seconds_of_one(whole), plain, baseline)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    with sqlite.connect(str(tmp_path / "raw.sqlite")) as connection:
        some = "SELECT * FROM r ORDER BY c0 LIMIT 200 OFFSET 2000"
        raw_page = seconds_of(lambda: connection.execute(some).fetchall())
        like = "SELECT rowid FROM r WHERE c0 LIKE '%王伟%'"
        raw_search = seconds_of(lambda: connection.execute(like).fetchall())
        order = "SELECT rowid FROM r ORDER BY c0"
        raw_order = seconds_of(lambda: connection.execute(order).fetchall())

    by_name = Query(order=(("name", False),))
    uids = listing.uids(desk, APPRENTICE, by_name)
    listed = seconds_of(lambda: listing.uids(desk, APPRENTICE, by_name))
    table.add("list: all ids in order of name", listed, "SELECT rowid ORDER BY", raw_order)
    page = seconds_of(lambda: listing.page(desk, APPRENTICE, uids[2000:2200]))
    table.add("list: a page of 200 rows", page, "SELECT 200 rows in order, OFFSET", raw_page)
    for words in ("王伟", "wangwei", "ww", "0013"):
        found = seconds_of(lambda words=words: listing.uids(desk, APPRENTICE, Query(search=words)))  # type: ignore[misc]
        table.add(f"search: {words}", found, "LIKE '%王伟%'", raw_search)

    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    def bare() -> None:
        subprocess.run([sys.executable, "-c", BARE_WINDOW], env=offscreen, check=True, capture_output=True)

    def painted() -> None:
        picture = str(tmp_path / "page.png")
        command = [sys.executable, "-m", "college_desk", "open", str(desk.folder), "--page", "apprentice"]
        subprocess.run([*command, "--screenshot", picture], env=offscreen, check=True, capture_output=True)

    table.add(
        "window: register page painted, process",
        seconds_of(painted, 3),
        "bare themed window, process",
        seconds_of(bare, 3),
    )
    table.print()
    print(f"peak memory of this process after the import: {peak:.0f} MB")
    assert len(table.rows) == 8
