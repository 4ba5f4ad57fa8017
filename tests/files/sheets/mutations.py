"""Files of every kind, and damage done to them at random: flipped bits, cut ends, spliced parts."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path
from typing import Any

import openpyxl

from tests.files import workbooks
from tests.files.sheets import binaries, markup

ROWS: list[list[Any]] = [
    ["济宁示例职业学院学徒花名册", None, None, None],
    ["姓名", "身份证号", "年龄", "报酬"],
    *(["李明", "370811200803121234", 17, 2200.5], ["王芳", "370811200805212345", 16, None]) * 30,
]


def seeds(folder: Path) -> dict[str, bytes]:
    """One whole file of every kind, by its name."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    sheet["E3"] = "=C3*2"
    book.save(folder / "a.xlsx")
    workbooks.xls(folder / "a.xls", {"花名册": ROWS})
    binaries.xls_95(folder / "b.xls", "花名册", ROWS)
    binaries.xlsb(folder / "a.xlsb", {"花名册": ROWS}, hidden_rows=[3])
    rows = "".join(
        "<table:table-row>" + "".join(binaries.ods_cell(str(cell)) for cell in row) + "</table:table-row>"
        for row in ROWS
    )
    binaries.ods(folder / "a.ods", f'<table:table table:name="花名册">{rows}</table:table>')
    text = "\r\n".join(",".join("" if cell is None else str(cell) for cell in row) for row in ROWS)
    (folder / "a.csv").write_bytes(text.encode("gb18030"))
    (folder / "b.csv").write_bytes(text.encode())
    (folder / "c.csv").write_bytes(text.replace(",", "\t").encode("utf-16"))
    (folder / "c.xls").write_bytes(markup.html(ROWS).encode("gb18030"))
    (folder / "d.xls").write_bytes(markup.xml_2003({"花名册": ROWS}).encode())
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def mutated(chance: random.Random, whole: dict[str, bytes]) -> tuple[str, bytes]:
    """The name and content of a damaged file."""
    name = chance.choice(sorted(whole))
    content = whole[name]
    if content.startswith(b"PK") and chance.random() < 0.5:
        return name, _rezipped(chance, content, whole)
    for _turn in range(chance.randint(1, 2)):
        content = _damaged(chance, content, whole[chance.choice(sorted(whole))])
    return name, content


def _damaged(chance: random.Random, content: bytes, other: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    kind = chance.choice(("flip", "flip", "cut", "splice", "repeat", "zero"))
    if kind == "cut":
        return content[:at]
    if kind == "splice":
        begin = chance.randrange(len(other))
        return content[:at] + other[begin : begin + chance.randint(1, 2000)] + content[at:]
    if kind == "repeat":
        return content[:at] + content[at : at + chance.randint(1, 500)] * chance.randint(2, 50) + content[at:]
    damaged = bytearray(content)
    for _turn in range(chance.choice((1, 3, 20, 200))):
        if damaged:
            place = chance.randrange(len(damaged))
            damaged[place] = 0 if kind == "zero" else damaged[place] ^ (1 << chance.randrange(8))
    return bytes(damaged)


def _rezipped(chance: random.Random, content: bytes, whole: dict[str, bytes]) -> bytes:
    """The same workbook with one part damaged inside the zip, so that the damage gets past its checksums."""
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    victim = chance.choice(sorted(parts))
    others = [part for name, part in sorted(parts.items()) if name != victim] or [content]
    parts[victim] = _damaged(chance, parts[victim], chance.choice(others))
    if chance.random() < 0.1:
        del parts[victim]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return made.getvalue()
