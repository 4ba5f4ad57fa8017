"""Blocks of cells to and from spreadsheets: text with tabs and line ends, columns in any order."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from college_desk.base.translation import _
from college_desk.gui.models.register_model import CellEdit, RegisterModel
from college_desk.records.register import Field, Register

MOST_CELLS = 20_000


@dataclass(frozen=True)
class Block:
    """Cells by row, every row as long as the longest."""

    rows: tuple[tuple[str, ...], ...]

    @staticmethod
    def of_text(text: str) -> Block:
        """The block that a spreadsheet put on the clipboard; cells with line breaks stand in quotes."""
        if not text:
            return Block(())
        found = list(csv.reader(io.StringIO(text.rstrip("\r\n")), dialect="excel-tab"))
        width = max((len(row) for row in found), default=0)
        return Block(tuple(tuple(row) + ("",) * (width - len(row)) for row in found))


@dataclass(frozen=True)
class LaidIn:
    """What a block changes, or why it cannot be laid in; the last row and column that it covers."""

    edits: tuple[CellEdit, ...] = ()
    last_row: int = 0
    last_column: int = 0
    refusal: str = ""


def laid_in(block: Block, model: RegisterModel, row: int, column: int) -> LaidIn:
    """The edits of laying a block in at a cell.

    A first row that names fields says which column is which; else the block's columns go to those from
    the current one on. Rows beyond the list's last become new rows of the model.
    """
    rows = block.rows
    if len(rows) * len(rows[0]) > MOST_CELLS:
        return LaidIn(refusal=_("一次最多粘贴{n}个单元格，请改用“导入表格”。").format(n=MOST_CELLS))
    fields = named_fields(rows[0], model.register) if len(rows) > 1 else []
    if any(fields):
        rows = rows[1:]
    else:
        fields = list(model.columns[column : column + len(rows[0])])
        if len(fields) < len(rows[0]):
            return LaidIn(
                refusal=_("粘贴的内容有{n}列，从这一列起放不下，请从左边的列粘贴。").format(n=len(rows[0]))
            )
    targets = [model.uid_at(at) for at in range(row, min(row + len(rows), model.rowCount()))]
    targets += [model.add_draft({}) for _extra in range(len(rows) - len(targets))]
    edits = tuple(
        CellEdit(uid, field.name, text.strip())
        for uid, line in zip(targets, rows, strict=True)
        for field, text in zip(fields, line, strict=True)
        if field is not None
    )
    last = min(len(model.columns) - 1, column + len(fields) - 1)
    return LaidIn(edits, row + len(rows) - 1, last)


def named_fields(row: Sequence[str], register: Register) -> list[Field | None]:
    """The fields that a row of headers names; all None when fewer than two thirds of its cells do."""
    by_header = {_plain(words): field for field in register.fields for words in (field.title, *field.aliases)}
    found = [by_header.get(_plain(cell)) if cell.strip() else None for cell in row]
    filled = sum(1 for cell in row if cell.strip())
    named = sum(1 for field in found if field is not None)
    return found if named and named * 3 >= filled * 2 else [None] * len(row)


def _plain(header: str) -> str:
    """A header without spaces, brackets and what stands in them, full-width forms made plain."""
    plain = re.sub(r"\s|\([^)]*\)|[*:：]", "", unicodedata.normalize("NFKC", header))
    return plain or header.strip()


def text_of(block: tuple[Sequence[int], Sequence[int]], model: RegisterModel) -> str:
    """The cells of rows and columns as text for the clipboard, whole numbers and all."""
    rows, columns = block
    lines = [[model.text(row, model.columns[column]) for column in columns] for row in rows]
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(lines)
    return out.getvalue().removesuffix("\n")
