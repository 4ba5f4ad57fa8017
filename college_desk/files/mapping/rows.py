"""Which rows below the header are data, and why the others are none: blanks, totals, notes, signatures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from college_desk.base.translation import _
from college_desk.files.mapping.columns import Column
from college_desk.files.mapping.header_row import Header
from college_desk.files.sheets.book import Sheet, cell_text
from college_desk.records.values.value_type import Cell

_TOTAL = re.compile(
    r"^(?:(?:本页|本月|本班|本表|全校|全院|各系|系部|班级|总|年度|本期)?(?:合计|小计|总计|共计|累计|平均)"
    r"(?:数|值|人数|金额|课时|行)?|共\d+[人名条家个份]|总人数|总数)(?:[:(].*|\d+[人名条家个份]?)?$"
)
_NOTE = re.compile(
    r"^(?:注\d?[:.、]|注$|备注[:]|说明[:]|说明$|填表说明|填报说明|填写说明|填表要求|注意事项|注意[:]|[*※]+\S|以上(?:信息|情况|数据)|附件?[:]|"
    r"\(?\d+[.、)]\D.{15,})"
)
_SIGNATURE = re.compile(
    r"^(?:制表|填表|填报|审核|审批|复核|经办|校对|负责|单位负责|部门负责|系部?负责|分管领导|分管|主管|校长|院长|系主任|"
    r"(?:单位|学校|企业|部门|公章|系部)?(?:签字|签章|签名|盖章))人?.{0,10}?(?:[:]|\(签[字章名]\)|\(盖章\)|\(公章\)|日期)"
)
_SIGNATURE_ALONE = re.compile(
    r"^(?:制表人|填表人|填报人|审核人|复核人|经办人|负责人|单位负责人|填报单位|填表日期|填报日期|日期)[:]?$"
)
_EXAMPLE = re.compile(r"^(?:示例|样例|范例|例|填写示例|例如|举例)[:]?$|^[(\[](?:示例|样例|范例)[)\]]")
_COUNTING = re.compile(r"^(?:栏次|[甲乙丙丁戊]|\d{1,3}|[A-Z]{1,2})$")
_MOST_REPEATED_OF = 0.6
_SERIAL_NUMBER = re.compile(r"^(?:序号|编号|行号|no|№|排序|顺序号)$", re.I)


@dataclass(frozen=True)
class Skipped:
    """A row that is no data; `row` is the sheet's own number, `why` a few words for the screen.

    total: whether it sums up the rows above it (合计、小计).
    """

    row: int
    why: str
    total: bool = False


Data = tuple[tuple[int, Sequence[Cell]], ...]

_NUMBER_TYPES = frozenset({"identity_number", "credit_code"})
_NUMBER_LENGTHS = (15, 18, 20)
"""An identity number of old, one of today or a credit code; with blanks in it or a stroke before it."""


def sort(
    sheet: Sheet, header: Header, made: Sequence[Column], first: int = 0, last: int | None = None
) -> tuple[Data, tuple[Skipped, ...]]:
    """Data rows with their numbers, and the rows skipped, in the sheet's order (header rows in neither).

    first, last: the 0-based rows from which to which the table and what stands above it reach.
    """
    width = len(header.cells)
    skipped = [_above(sheet, row) for row in range(first, header.top)]
    judge = _Judge(sheet, header, made)
    fillers = _fillers(sheet, header.row + 1, width)
    sure, sure_from = judge.number_column, header.row + 3
    data: list[tuple[int, Sequence[Cell]]] = []
    for number in range(header.row + 1, len(sheet.rows) if last is None else last):
        row = sheet.rows[number]
        if not (number >= sure_from and len(row) > sure >= 0 and _is_number(row[sure])):
            why = judge.why_skipped(number, row)
            if why is not None:
                skipped.append(Skipped(number + 1, why, total=judge.met_total))
                continue
        cells = row[:width] if type(row) is list else list(row[:width])
        if len(cells) < width:
            cells += [None] * (width - len(cells))
        for column, value in fillers.get(number, ()) if fillers else ():
            if cells[column] is None:
                cells[column] = value
        data.append((number + 1, cells))
    return tuple(data), tuple(skipped)


def _is_number(cell: Cell) -> bool:
    """Whether a cell looks like an identity number or a credit code, as no title, total or note does."""
    return type(cell) is str and len(cell) in _NUMBER_LENGTHS and cell[1:8].isdecimal()


def _above(sheet: Sheet, row: int) -> Skipped:
    blank = not any(cell is not None for cell in sheet.rows[row])
    return Skipped(row + 1, _("空行") if blank else _("表头上方的标题或说明"))


def _fillers(sheet: Sheet, first: int, width: int) -> dict[int, list[tuple[int, Cell]]]:
    """By row, the values that vertically merged cells of the data repeat; plain blanks are never filled."""
    fillers: dict[int, list[tuple[int, Cell]]] = {}
    for merge in sheet.merges:
        if merge.bottom <= merge.top or merge.bottom < first or merge.left >= width:
            continue
        row = sheet.rows[merge.top] if merge.top < len(sheet.rows) else ()
        value = row[merge.left] if merge.left < len(row) else None
        if value is None:
            continue
        for number in range(max(merge.top + 1, first), merge.bottom + 1):
            fillers.setdefault(number, []).append((merge.left, value))
    return fillers


class _Judge:
    """Tells data rows from others below one header.

    number_column: where an identity number or a credit code stands in each row of data; -1 for nowhere;
    met_total: whether the row last judged sums up others.
    """

    def __init__(self, sheet: Sheet, header: Header, made: Sequence[Column]) -> None:
        self.met_total = False
        self._headers = [
            [cell.text.strip() for cell in header.cells],
            *(
                [cell_text(cell).strip() for cell in row]
                for row in sheet.rows[header.first : max(header.row, 0)]
            ),
        ]
        self._first_row = header.row + 1
        self._mapped = frozenset(column.index for column in made if column.target is not None)
        self.number_column = next(
            (
                column.index
                for column in made
                if column.target is not None and column.target.field.type.code in _NUMBER_TYPES
            ),
            -1,
        )
        self._numbering = frozenset(
            column.index
            for column in made
            if column.target is None
            and _SERIAL_NUMBER.match(unicodedata.normalize("NFKC", column.source).strip())
        )
        self._wide = {
            merge.top: merge
            for merge in sheet.merges
            if merge.right - merge.left >= 2 and merge.top > header.row
        }
        self._titles = {
            cell_text(cell).strip() for row in sheet.rows[: header.top] for cell in row if cell is not None
        }

    def why_skipped(self, number: int, row: Sequence[Cell]) -> str | None:
        """Why a row is no data; None when it is."""
        self.met_total = False
        filled = len(row) - row.count(None)
        if filled == 0:
            return _("空行")
        first = next(index for index, cell in enumerate(row) if cell is not None)
        if filled == 1 and first in self._numbering:
            return _("只有序号的空行")
        text = row[first]
        if type(text) is not str:
            if number == self._first_row and self._counts_columns(row):
                return _("栏次行")
            if first not in self._numbering:
                return None
            text = next((cell for cell in row[first + 1 :] if cell is not None), None)
            if type(text) is not str:
                return None
        return self._why_by_text(number, row, filled, first, text)

    def _why_by_text(
        self, number: int, row: Sequence[Cell], filled: int, first: int, text: str
    ) -> str | None:
        plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
        if _TOTAL.match(plain):
            self.met_total = True
            return _("合计行")
        if self._repeats_header(row):
            return _("重复的表头")
        few = filled * 2 <= max(len(self._mapped), 4)
        if _SIGNATURE.match(plain) or _SIGNATURE_ALONE.match(plain):
            return _("签字或落款行") if few or filled <= 6 else None
        if few and (_NOTE.match(plain) or self._only_lines(row)):
            return _("说明行")
        if number <= self._first_row + 1 and _EXAMPLE.match(plain):
            return _("示例行")
        if number == self._first_row and self._counts_columns(row):
            return _("栏次行")
        alone = filled == 1 and first not in self._mapped
        if filled == 1 and (alone or number in self._wide or text.strip() in self._titles):
            return _("标题或说明行")
        return None

    def _repeats_header(self, row: Sequence[Cell]) -> bool:
        return any(_repeats(row, header) for header in self._headers)

    def _counts_columns(self, row: Sequence[Cell]) -> bool:
        """Whether a row right below the header only numbers the columns (1 2 3 …, 甲 乙 1 2 …)."""
        texts = [cell_text(cell).strip() for cell in row if cell is not None]
        if len(texts) < 3 or not all(_COUNTING.match(text) for text in texts):
            return False
        numbers = [int(text) for text in texts if text.isdigit()]
        return len(numbers) < 2 or numbers == list(range(numbers[0], numbers[0] + len(numbers)))

    def _only_lines(self, row: Sequence[Cell]) -> bool:
        """Whether every text of a row is a line to be filled in by hand (审核人：, 年 月 日)."""
        texts = [cell_text(cell).strip() for cell in row if cell is not None]
        return all(
            re.search(r"[:：]$|[:：]_*$|[（(](?:签字|盖章|公章|签章)[）)]|年\s*月\s*日", each)
            for each in texts
        )


def _repeats(row: Sequence[Cell], header: Sequence[str]) -> bool:
    """Whether most cells of a row say again what one row of the header says there."""
    same = filled = 0
    for index, cell in enumerate(row):
        if cell is None or index >= len(header):
            continue
        filled += 1
        same += type(cell) is str and cell.strip() == header[index] != ""
        if filled == 3 and same == 0:
            return False
    return same >= filled * _MOST_REPEATED_OF and filled >= min(2, sum(map(bool, header)))
