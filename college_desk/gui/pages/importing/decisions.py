"""What the clerk decides about a file, laid into the options of its next reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from college_desk.services.import_findings import SheetFinding
from college_desk.services.import_preview import NOT_A_FIELD, ImportOptions, SheetPreview


def with_column(options: ImportOptions, sheet: SheetPreview, place: int, name: str) -> ImportOptions:
    """A column gets a field, or none by NOT_A_FIELD; a column that filled the field before fills none then."""
    chosen = {**options.columns, (sheet.name, place): name}
    if name != NOT_A_FIELD:
        chosen.update(
            {
                (sheet.name, each.index): NOT_A_FIELD
                for each in sheet.columns
                if each.index != place and any(target.name == name for target in each.targets)
            }
        )
    return replace(options, columns=chosen)


def without_column(options: ImportOptions, sheet: str, place: int) -> ImportOptions:
    """Nothing is decided by hand about a column any more."""
    kept = {key: name for key, name in options.columns.items() if key != (sheet, place)}
    return replace(options, columns=kept)


def with_cell(options: ImportOptions, sheet: str, row: int, place: int, text: str) -> ImportOptions:
    """A cell is to read so."""
    return replace(options, mended={**options.mended, (sheet, row, place): text})


def with_findings_mended(options: ImportOptions, mended: Iterable[tuple[SheetFinding, str]]) -> ImportOptions:
    """The cells of these findings are to read so; findings of whole rows are passed over."""
    for finding, text in mended:
        if finding.column_index is not None:
            options = with_cell(options, finding.sheet or "", finding.row, finding.column_index, text)
    return options


def without_rows(options: ImportOptions, rows: Iterable[tuple[str, int]]) -> ImportOptions:
    """Rows are left out."""
    return replace(options, left_out=options.left_out | frozenset(rows))


def with_all_rows(options: ImportOptions) -> ImportOptions:
    """Rows left out are imported again."""
    return replace(options, left_out=frozenset())


def with_answers(options: ImportOptions, answers: Mapping[str, str]) -> ImportOptions:
    """Questions are answered, besides those answered before."""
    return replace(options, answers={**options.answers, **answers})


def of_another_register(options: ImportOptions) -> ImportOptions:
    """What still holds when the same file is read for another register: mended cells and rows left out."""
    return ImportOptions(mended=options.mended, left_out=options.left_out)


def left_out_columns(options: ImportOptions, sheet: str) -> frozenset[int]:
    """The columns of a sheet that somebody has decided not to import."""
    return frozenset(
        place for (name, place), field in options.columns.items() if name == sheet and field == NOT_A_FIELD
    )


def left_out_rows(options: ImportOptions, sheet: str) -> int:
    """How many rows of a sheet somebody has left out."""
    return sum(name == sheet for name, _row in options.left_out)
