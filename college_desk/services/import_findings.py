"""What is wrong with the cells and rows of a sheet, in the words and under the rules that `check` uses too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from college_desk.base.translation import _
from college_desk.files.mapping.columns import Column
from college_desk.files.mapping.layout import Layout
from college_desk.files.mapping.vocabulary import Target
from college_desk.files.sheets.book import cell_text
from college_desk.records.register import REGISTERS
from college_desk.records.values.identity_check import is_valid
from college_desk.records.values.value_type import Cell, Fault

SheetSeverity = Literal["error", "warning"]

KEY_TWICE = "VAL-011"
KEY_MISSING = "VAL-012"
NOT_REGISTERED = "VAL-014"
ANOTHER_NAME = "PER-004"
NAME_MISSING = "PER-006"
VALUE_DIFFERS = "VAL-009"
WRONG_SUM = "VAL-007"

_ACCOUNTS = ("bank_account", "company_account")
_DAYS = ("day", "day_or_month", "end_day", "month", "academic_year", "term")
_NAMES = ("person_name", "organisation_name")
_NUMBERS = (
    "money", "count", "integer", "years", "year", "periods", "periods_of_row", "coefficient", "percent", "ratio",
)  # fmt: skip
_RULE_OF_TYPE = {
    "identity_number": "VAL-001",
    "credit_code": "VAL-003",
    "phone": "VAL-004",
    **dict.fromkeys(_ACCOUNTS, "VAL-005"),
    **dict.fromkeys(_DAYS, "VAL-006"),
    **dict.fromkeys(_NUMBERS, "VAL-007"),
    **dict.fromkeys(_NAMES, "VAL-008"),
}
_LOST_DIGITS = "VAL-002"
_OTHER_VALUE = "VAL-009"


class SheetFinding(NamedTuple):
    """One thing wrong with a sheet's row.

    sheet: None for csv; row: the sheet's own number; column: the header's text, None where it concerns the
    row or a column that is not there; index: the 0-based column, or None; field: as columns are reported;
    value: the cell as it stands; unreadable: nothing of the cell can be stored.
    """

    sheet: str | None
    row: int
    column: str | None
    column_index: int | None
    register: str
    field: str | None
    rule: str
    severity: SheetSeverity
    message: str
    value: str | None = None
    suggestion: str | None = None
    unreadable: bool = False

    @property
    def repeated(self) -> bool:
        """Whether the row has an earlier one's key, or its number under another name."""
        return self.rule in (KEY_TWICE, ANOTHER_NAME)

    def to_json(self) -> dict[str, Any]:
        """The finding as `import --json` shows it."""
        return {
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "register": self.register,
            "field": self.field,
            "rule": self.rule,
            "severity": self.severity,
            "message": self.message,
            "value": self.value,
            "suggestion": self.suggestion,
        }


def of_cell(
    layout: Layout, row: int, column: Column, cell: Cell, target: Target, fault: Fault
) -> SheetFinding:
    """The finding for a fault of one cell; target: the field of its column that is meant."""
    text = cell_text(cell)
    code = target.field.type.code
    rule = _RULE_OF_TYPE.get(code, _OTHER_VALUE)
    severity: SheetSeverity = "warning" if fault.severity == "warning" else "error"
    if code == "identity_number" and text.strip().endswith("000"):
        rule = _LOST_DIGITS
        if fault.severity == "error" and is_valid(text.strip()):
            severity = "warning"  # typed as text, and its check character fits: some people have such numbers
    return SheetFinding(
        sheet_name(layout), row, column.source, column.index, target.register, bare_name(column, target.field.name), rule,
        severity, fault.message, text, fault.suggestion,
        fault.severity == "unreadable",
    )  # fmt: skip


def of_field(
    layout: Layout,
    row: int,
    cells: Sequence[Cell],
    place: tuple[str, str | None],
    told: tuple[str, SheetSeverity, str],
    suggestion: str | None = None,
) -> SheetFinding:
    """The finding about a field of the record that a row makes.

    place: register code and field name (None: the row as a whole); told: rule, severity, message.
    """
    register, field = place
    rule, severity, message = told
    column = layout.column_of(register, field) if field is not None else None
    if column is None:
        name = _reported(register, field)
        return SheetFinding(
            sheet_name(layout), row, None, None, register, name, rule, severity, message, None, suggestion
        )
    text = cell_text(cells[column.index])
    return SheetFinding(
        sheet_name(layout), row, column.source, column.index, register, bare_name(column, field), rule, severity,
        message, text or None, suggestion,
    )  # fmt: skip


def of_totals(layout: Layout, register: str) -> Iterator[SheetFinding]:
    """The totals below a table that are not the sums of its rows."""
    message = _("这一列各行相加是{summed}，合计写的是{written}，请核对是否漏行或写错。")
    for check in layout.totals:
        column = layout.columns[check.column]
        told = message.format(summed=_figure(check.summed), written=_figure(check.written))
        yield SheetFinding(
            sheet_name(layout), check.row, column.source, column.index,
            column.target.register if column.target else register, bare_name(column), WRONG_SUM, "warning", told,
            _figure(check.written), _figure(check.summed),
        )  # fmt: skip


def _figure(number: float) -> str:
    return format(number, ".2f").rstrip("0").rstrip(".")


def sheet_name(layout: Layout) -> str | None:
    """The sheet's name, None for a csv."""
    return layout.sheet.name or None


def bare_name(column: Column, field: str | None = None) -> str | None:
    """The field that a column fills, without its register; the second field of a range where that is meant."""
    for target in column.targets:
        if field in (None, target.field.name):
            return target.name.rpartition(".")[2]
    return None


def _reported(register: str, field: str | None) -> str | None:
    if field is None:
        return None
    declared = REGISTERS[register].by_name[field]
    return declared.also[0] if declared.also else declared.name
