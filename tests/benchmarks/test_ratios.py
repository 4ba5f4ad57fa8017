"""The ratios of importing and showing: each thing against a plain way of doing it, both in the same run.

Run: python -m pytest -m benchmark -s tests/benchmarks   (COLLEGE_DESK_BENCHMARK_ROWS=50000 for the full size)
"""

from __future__ import annotations

import datetime as dt
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import python_calamine
import sqlcipher3.dbapi2 as sqlite

from college_desk.files.sheets import reading
from college_desk.records.query import Query
from college_desk.records.register import REGISTERS
from college_desk.services import importing, listing, workspaces
from college_desk.services.import_plan import Outcome
from college_desk.storage.desk import Desk
from tests.benchmarks import rosters
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
    return _new_desk(tmp_path_factory.mktemp("desk") / "college")


def _new_desk(folder: Path) -> Desk:
    return workspaces.create(folder, name="济宁示例职业学院", who="王芳", now=NOW, today=TODAY)


@dataclass(frozen=True)
class Raw:
    """The plain way: the cells read by calamine and written into one table, nothing looked at."""

    database: Path
    seconds: float


@pytest.fixture(scope="module")
def raw(roster: Path, tmp_path_factory: pytest.TempPathFactory) -> Raw:
    database = tmp_path_factory.mktemp("raw") / "raw.sqlite"

    def read_and_write() -> None:
        book = python_calamine.CalamineWorkbook.from_path(str(roster))
        cells: list[Any] = book.get_sheet_by_index(0).to_python()
        with sqlite.connect(str(database)) as connection:
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute(f"CREATE TABLE r ({', '.join(f'c{n}' for n in range(len(HEADERS)))})")
            marks = ",".join("?" * len(HEADERS))
            connection.executemany(f"INSERT INTO r VALUES ({marks})", cells[1:])

    return Raw(database, seconds_of_one(read_and_write))


@pytest.mark.benchmark
@pytest.mark.timeout(1800)
def test_the_ratios_of_importing(roster: Path, desk: Desk, raw: Raw, tmp_path: Path) -> None:
    table = Ratios(f"{ROWS} rows × {len(HEADERS)} columns")

    def imported(into: Desk, file: Path, outcome: Outcome) -> None:
        seen = importing.preview(into, APPRENTICE, file, today=TODAY)
        result = importing.apply(into, seen, who="王芳", now=NOW, today=TODAY)
        assert result.count(outcome) == ROWS

    plain = "calamine read + executemany"
    with _new_desk(tmp_path / "known") as office:
        rosters.make_known(office, ROWS, now=NOW, today=TODAY)
        known = seconds_of_one(lambda: imported(office, roster, "new"))
        table.add("import: all whom it names are on the desk", known, plain, raw.seconds)
    reading._kept.cache_clear()
    whole = seconds_of_one(lambda: imported(desk, roster, "new"))
    table.add("import: four names a row are not yet on the desk", whole, plain, raw.seconds)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    again = seconds_of_one(lambda: imported(desk, roster, "unchanged"))
    table.add("import: the same file again", again, plain, raw.seconds)
    spoilt_ones: tuple[tuple[str, rosters.Spoil, Outcome], ...] = (
        ("import: every row wrong in two cells", rosters.wrong_in_itself, "new"),
        ("import: every row unreadable, laid in the tray", rosters.unreadable, "pending"),
    )
    for what, spoil, outcome in spoilt_ones:
        bad = workbook(tmp_path / f"{outcome}.xlsx", ROWS, spoil)
        with _new_desk(tmp_path / outcome) as other:
            spoilt = seconds_of_one(lambda: imported(other, bad, outcome))  # noqa: B023  # called at once
        table.add(what, spoilt, "import of the same rows without fault", whole)

    table.print()
    print(f"peak memory after the first import: {peak:.0f} MB, of the reading child: {child:.0f} MB")
    assert len(table.rows) == 5


@pytest.mark.benchmark
@pytest.mark.timeout(1800)
def test_the_ratios_of_showing(roster: Path, desk: Desk, raw: Raw, tmp_path: Path) -> None:
    table = Ratios(f"{ROWS} rows × {len(HEADERS)} columns")
    if listing.count(desk, APPRENTICE) == 0:
        seen = importing.preview(desk, APPRENTICE, roster, today=TODAY)
        importing.apply(desk, seen, who="王芳", now=NOW, today=TODAY)
    with sqlite.connect(str(raw.database)) as connection:
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
    assert len(table.rows) == 7
