"""A table's spans resolved to places."""

from __future__ import annotations

from decimal import Decimal

import pytest

from college_desk.files.documents.grid import fitted_widths, grid_cells, printed
from college_desk.records.page import FilledForm, FormCell, Table


def test_cells_are_placed_around_those_that_span() -> None:
    table = Table(
        (10, 10, 10),
        (
            (FormCell("a", down=2), FormCell("b", across=2)),
            (FormCell("c"), FormCell("d")),
        ),
    )
    places = {each.cell.text: (each.row, each.column) for each in grid_cells(table)}
    assert places == {"a": (0, 0), "b": (0, 1), "c": (1, 1), "d": (1, 2)}


@pytest.mark.parametrize(
    "rows",
    [
        ((FormCell("a"),),),
        ((FormCell("a", across=3),),),
        ((FormCell("a", down=2), FormCell("b")),),
        ((FormCell("a"), FormCell("b"), FormCell("c")),),
    ],
)
def test_a_table_with_holes_or_overhang_is_a_mistake_of_the_form(
    rows: tuple[tuple[FormCell, ...], ...],
) -> None:
    with pytest.raises(ValueError, match="table"):
        grid_cells(Table((10, 10), rows))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (FormCell("98.00", number=Decimal("98"), places=2), "98.00"),
        (FormCell(number=Decimal("1234.5"), places=2, grouped=True), "1,234.50"),
        (FormCell(number=Decimal("1234.5"), places=2), "1234.50"),
        (FormCell(number=7), "7"),
        (FormCell(), ""),
    ],
)
def test_a_figure_without_text_is_printed_with_its_places(cell: FormCell, text: str) -> None:
    assert printed(cell) == text


def test_a_table_wider_than_the_page_is_narrowed_in_proportion() -> None:
    form = FilledForm("f", "t", "n", "x", "docx", ())
    assert fitted_widths(Table((100, 240), ()), form) == pytest.approx((50, 120))
    assert fitted_widths(Table((50, 120), ()), form) == (50, 120)
