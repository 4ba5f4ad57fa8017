"""Laying out sheets of tests."""

from __future__ import annotations

from typing import Any

from college_desk.files.mapping.layout import Choices, Layout, layout
from college_desk.files.mapping.vocabulary import vocabulary
from college_desk.files.sheets.book import Merge, Sheet
from tests.files.workbooks import sheet

ID = "11010519491231002X"
OTHER_ID = "440524188001010014"
USCC = "91370000166122374N"

NO_CHOICES = Choices()


def laid(
    register: str,
    *rows: Any,
    merges: tuple[Merge, ...] = (),
    choices: Choices = NO_CHOICES,
    name: str = "名册",
) -> Layout | None:
    """The layout of a sheet of these rows."""
    return layout(sheet(*rows, merges=merges, name=name), vocabulary(register), choices)


def whole(register: str, *rows: Any, **more: Any) -> Layout:
    """The layout, which there must be."""
    made = laid(register, *rows, **more)
    assert made is not None
    return made


def fields(made: Layout) -> dict[str, str | None]:
    """The field of each header by its label."""
    return {column.label: column.field for column in made.columns}


def of_headers(register: str, *headers: str, values: tuple[Any, ...] = ()) -> dict[str, str | None]:
    """The fields of a header row, over three equal rows of values."""
    row = [*values, *[None] * (len(headers) - len(values))]
    return fields(whole(register, list(headers), row, row, row))


def empty_sheet() -> Sheet:
    """A sheet with nothing in it."""
    return sheet()
