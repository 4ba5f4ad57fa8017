"""What the parser leaves out of a workbook: failed formulas, what is hidden, how many cells are filled, the day count."""

from __future__ import annotations

from dataclasses import dataclass, field

from college_desk.files.sheets.book import Merge


@dataclass(frozen=True)
class SheetMarks:
    """Of one sheet: texts of error cells by 0-based (row, column), and what `Sheet` declares beside its rows.

    texts: of cells that the parser reads wrongly, by place; hidden_columns: ranges, 0-based and inclusive; filled: the filled cells by the file's own text, None where they were not counted; booleans: whether a cell
    may hold True or False; merges: where the parser does not tell them.
    """

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: int = 0
    hidden_columns: tuple[tuple[int, int], ...] = ()
    filtered: bool = False
    filled: int | None = None
    booleans: bool = True
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True)
class Marks:
    """Of one workbook, by sheet name; names: of its worksheets in their order, where the parser garbles them."""

    sheets: dict[str, SheetMarks] = field(default_factory=dict)
    date_1904: bool = False
    names: tuple[str, ...] = ()
