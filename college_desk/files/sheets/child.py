"""The child process that runs the spreadsheet parser, so that no file can take the program down with it.

It is this program with a hidden verb, `--read-sheets FILE MEMORY_MB SECONDS`, sent on by `__main__` before
anything else is imported. It prints one JSON document and nothing that could execute; days are objects
(`{"d": "2026-09-01"}`), everything else is itself. It ends with its parent.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

VERB = "--read-sheets"
PASSWORD = 3
TOO_LARGE = 4

_MOST_CELLS = 40_000_000
_EXACT_IN_A_FLOAT = 1e15


def main(arguments: Sequence[str]) -> int:
    """Read the file named first among `arguments` (then memory in MB, seconds) and print it as JSON.

    Returns 0, PASSWORD or TOO_LARGE; anything else that goes wrong ends the process.
    """
    path, memory, seconds = Path(arguments[0]), int(arguments[1]), int(arguments[2])
    _limit(memory, seconds)
    import python_calamine

    from college_desk.files.sheets import marks

    found = marks.of(path)
    try:
        workbook = python_calamine.CalamineWorkbook.from_path(str(path))
    except python_calamine.PasswordError:
        return PASSWORD
    sheets = []
    for described in workbook.sheets_metadata:
        if described.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(described.name)
        if sheet.total_height * sheet.total_width > _MOST_CELLS:
            return TOO_LARGE
        rows = [_row(row) for row in sheet.to_python(skip_empty_area=False)]
        marked = found.sheets.get(described.name, marks.SheetMarks())
        for (row, column), text in marked.errors.items():
            _put(rows, row, column, text)
        while rows and not rows[-1]:
            rows.pop()
        merges = [[*start, *end] for start, end in sheet.merged_cell_ranges or ()]
        visible = described.visible == python_calamine.SheetVisibleEnum.Visible
        sheets.append(
            {
                "name": described.name,
                "visible": visible,
                "merges": merges,
                "rows": rows,
                "errors": len(marked.errors),
                "hidden": marked.hidden_rows,
            }
        )
    document = json.dumps(
        {"date_1904": found.date_1904, "sheets": sheets},
        ensure_ascii=False,
        separators=(",", ":"),
        default=_tagged,
    )
    sys.stdout.buffer.write(document.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
    return 0


def untagged(value: dict[str, Any]) -> Any:
    """The inverse of the tags that days wear on their way between the processes, for `json`'s object hook."""
    if len(value) == 1:
        if "d" in value:
            return dt.date.fromisoformat(value["d"])
        if "s" in value:
            return dt.datetime.fromisoformat(value["s"])
        if "t" in value:
            return dt.time.fromisoformat(value["t"])
    return value


def _tagged(cell: object) -> object:
    if isinstance(cell, dt.datetime):
        if cell.time() == dt.time():
            return {"d": cell.date().isoformat()}
        return {"s": cell.isoformat()}
    if isinstance(cell, dt.date):
        return {"d": cell.isoformat()}
    if isinstance(cell, dt.time):
        return {"t": cell.isoformat()}
    if isinstance(cell, dt.timedelta):
        return cell.total_seconds() / 86400
    raise TypeError(f"the parser handed over a {type(cell).__name__}")


def _row(cells: list[Any]) -> list[Any]:
    """A row without its empty end; empty cells None, whole numbers as int where a float holds them exactly."""
    row: list[Any] = []
    for cell in cells:
        kind = type(cell)
        if kind is str:
            row.append(cell if cell and not cell.isspace() else None)
        elif kind is float and cell.is_integer() and -_EXACT_IN_A_FLOAT < cell < _EXACT_IN_A_FLOAT:
            row.append(int(cell))
        elif kind is int and not -_EXACT_IN_A_FLOAT < cell < _EXACT_IN_A_FLOAT:
            row.append(float(cell))
        else:
            row.append(cell)
    while row and row[-1] is None:
        row.pop()
    return row


def _put(rows: list[list[Any]], row: int, column: int, text: str) -> None:
    """Write a text into an empty cell, making the rows long enough."""
    while len(rows) <= row:
        rows.append([])
    cells = rows[row]
    while len(cells) <= column:
        cells.append(None)
    if cells[column] is None:
        cells[column] = text


def _limit(memory: int, seconds: int) -> None:
    """Bound memory and processor time, leave no core file, and die with the parent (Linux)."""
    with contextlib.suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory * 1024 * 1024, memory * 1024 * 1024))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes
        import signal

        set_death_signal = 1
        with contextlib.suppress(OSError):
            ctypes.CDLL(None).prctl(set_death_signal, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
