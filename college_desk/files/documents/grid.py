"""A form's table as a grid: every cell at its row and column, spans resolved, widths that fit the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from college_desk.files.documents.measure import clean
from college_desk.records.page import FilledForm, FormCell, Paragraph, Table

_LINES_WITH_SIGNATURE = 3
"""How many lines before a signature go with it to the next page."""


@dataclass(frozen=True)
class GridCell:
    """A cell at its place; row and column count from 0."""

    row: int
    column: int
    cell: FormCell

    def columns(self) -> range:
        """The columns it covers."""
        return range(self.column, self.column + self.cell.across)

    def rows(self) -> range:
        """The rows it covers."""
        return range(self.row, self.row + self.cell.down)


def grid_cells(table: Table) -> tuple[GridCell, ...]:
    """The table's cells by row and column.

    Raises ValueError when the spans leave a hole, overlap or stick out: the form is then built wrong.
    """
    taken: set[tuple[int, int]] = set()
    placed = []
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            here = GridCell(row, column, cell)
            for spot in ((r, c) for r in here.rows() for c in here.columns()):
                if spot in taken or spot[1] >= len(table.widths) or spot[0] >= len(table.rows):
                    raise ValueError(f"cell {cell.text!r} of row {row + 1} does not fit the table at {spot}")
                taken.add(spot)
            placed.append(here)
    holes = len(table.widths) * len(table.rows) - len(taken)
    if holes:
        raise ValueError(f"the rows of the table leave {holes} places without a cell")
    return tuple(placed)


def fitted_widths(table: Table, form: FilledForm) -> tuple[float, ...]:
    """The column widths in millimetres, narrowed in proportion where the table is wider than the page."""
    total = sum(table.widths)
    factor = min(1.0, form.text_width / total)
    return tuple(width * factor for width in table.widths)


def span_width(placed: GridCell, widths: tuple[float, ...]) -> float:
    """The millimetres that a cell spans."""
    return sum(widths[column] for column in placed.columns())


def printed(cell: FormCell) -> str:
    """The cell's text as it stands on paper; a figure without a text is written with its places."""
    if cell.text or cell.number is None:
        return clean(cell.text)
    rounded = Decimal(cell.number).quantize(Decimal(1).scaleb(-cell.places))
    return f"{rounded:,.{cell.places}f}" if cell.grouped else f"{rounded:.{cell.places}f}"


def signature_groups(form: FilledForm) -> Iterator[tuple[int, int]]:
    """First and last block number of each run of signature lines (署名、成文日期)."""
    first = None
    for number, block in enumerate((*form.blocks, None)):
        if isinstance(block, Paragraph) and block.style == "signature":
            first = number if first is None else first
        elif first is not None:
            yield first, number - 1
            first = None


def stays_with_signature(form: FilledForm, number: int) -> bool:
    """Whether a paragraph is one of the last before a signature, which never stands alone on a page."""
    ahead = form.blocks[number + 1 : number + 1 + _LINES_WITH_SIGNATURE]
    for each in ahead:
        if not isinstance(each, Paragraph):
            return False
        if each.style == "signature":
            return True
    return False
