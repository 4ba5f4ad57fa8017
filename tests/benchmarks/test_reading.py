"""The ratios of reading: a workbook through the child process, against the bare parser in this process.

Run: python -m pytest -m benchmark -s tests/benchmarks/test_reading.py   (COLLEGE_DESK_BENCHMARK_ROWS=50000)
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import python_calamine

from college_desk.files.sheets import reading
from tests.benchmarks.rosters import HEADERS, rows, workbook
from tests.benchmarks.table import Ratios, seconds_of
from tests.files import workbooks
from tests.files.sheets import binaries, markup

ROWS = int(os.environ.get("COLLEGE_DESK_BENCHMARK_ROWS", "10000"))
ROOT = Path(__file__).parents[2]
TIMES = 3

PEAKS = """
import json, re, resource, sys
from pathlib import Path
from college_desk.files.sheets import reading
book = reading.read(Path(sys.argv[1]))
own = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text()).group(1)) / 1024
peak = [own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024]
print(json.dumps([peak, [[sheet.cells_in_file, sheet.cells_read] for sheet in book.sheets]]))
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("rosters")
    table = [HEADERS, *rows(ROWS)]
    cells = ("".join(map(binaries.ods_cell, row)) for row in table)
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    page = folder / "网页.xls"
    page.write_text(markup.html(table, "utf-8"), encoding="utf-8")
    text = folder / "花名册.csv"
    text.write_text("\n".join(map(",".join, table)), encoding="gb18030")
    return {
        "xlsx": workbook(folder / "花名册.xlsx", ROWS),
        "xlsb": binaries.xlsb(folder / "花名册.xlsb", {"花名册": table}),
        "xls": workbooks.xls(folder / "花名册.xls", {"花名册": table[:65536]}),
        "ods": binaries.ods(folder / "花名册.ods", f'<table:table table:name="花名册">{body}</table:table>'),
        "html": page,
        "csv": text,
    }


def afresh(path: Path) -> None:
    reading._kept.cache_clear()
    reading.read(path)


def parsed(path: Path) -> list[list[Any]]:
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    return book.get_sheet_by_index(0).to_python()


@pytest.mark.benchmark
@pytest.mark.timeout(1800)
def test_the_table_of_ratios_of_reading(files: dict[str, Path], tmp_path: Path) -> None:
    table = Ratios(f"{ROWS} rows × {len(HEADERS)} columns, and one small file")
    plain = seconds_of(lambda: parsed(files["xlsx"]), TIMES)
    for kind, path in files.items():
        bare = kind in ("xlsx", "xlsb", "xls", "ods")
        baseline = seconds_of(lambda path=path: parsed(path), TIMES) if bare else plain  # type: ignore[misc]
        table.add(
            f"read {kind}: child, count, transport, sheet",
            seconds_of(lambda path=path: afresh(path), TIMES),  # type: ignore[misc]
            f"calamine {kind if bare else 'xlsx'} to_python in process",
            baseline,
        )
    small = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["姓名"], ["李明"]]})
    bare_start = seconds_of(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), TIMES)
    table.add("read a small xlsx", seconds_of(lambda: afresh(small), TIMES), "python -c pass", bare_start)
    table.print()
    for kind, path in files.items():
        done = subprocess.run(
            [sys.executable, "-c", PEAKS, str(path)], cwd=ROOT, capture_output=True, check=True
        )
        (parent, child), counted = json.loads(done.stdout)
        print(
            f"{kind}: peak of parent {parent:.0f} MB, of child {child:.0f} MB; cells in file, read: {counted}"
        )
        assert all(in_file in (None, read) for in_file, read in counted)
    assert len(table.rows) == len(files) + 1
