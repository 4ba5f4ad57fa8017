"""Finding the header: the best-scoring row of the first thirty, its groups above it as paths."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from college_desk.files.mapping.generic import GENERIC, only_title
from college_desk.files.mapping.header_cell import HeaderCell, labelled, letters
from college_desk.files.mapping.likeness import ENDS_SO, likest
from college_desk.files.mapping.paths import UNDER_GROUP, meanings
from college_desk.files.mapping.spans import pairs, speaks_of_a_span
from college_desk.files.mapping.splitting import named_in
from college_desk.files.mapping.title import title
from college_desk.files.mapping.vocabulary import Target, Vocabulary
from college_desk.files.sheets.book import Merge, Sheet

__all__ = ["SEARCHED_ROWS", "Header", "HeaderCell", "at", "find", "is_enough", "labelled", "letters"]

SEARCHED_ROWS = 30
MOST_HEADER_ROWS = 3
_FEW_TITLES, _ENOUGH_TITLES = 2, 3
_LONGEST_HEADER = 60
LIKE_A_TITLE = 0.5
_LONGEST_GROUP = 24
_TITLE_OVER_THE_TABLE = re.compile(
    r"^附件|^附表|(?:名册|花名册|台账|一览表|汇总表|登记表|统计表|情况表|备案表|信息表|明细表|名单)(?:[(（].*)?$|^20\d\d|\d学年|学年度?第"
)
_FILLED_IN = re.compile(r"[：:]\s*\S")


@dataclass(frozen=True)
class Header:
    """A header as found: `row` is the 0-based index of its lowest row, `top` of its highest.

    score: how many fields its titles name; known: how many of its titles name one, equal ones each; nearly: how
    many others are like a title or end in one (学籍所在班级);
    groups: how many rows of group titles stand right above it;
    written: False where the sheet has no header and its values alone tell (`row` is then the row above the
    first of data).
    """

    row: int
    top: int
    cells: tuple[HeaderCell, ...]
    score: int
    known: int
    written: bool = True
    groups: int = 0
    nearly: int = 0

    @property
    def first(self) -> int:
        """The highest row of its groups."""
        return self.top - self.groups

    @property
    def weight(self) -> float:
        """By which the better of two candidates is told."""
        return self.score + self.known / 4


@dataclass(frozen=True)
class _Top:
    """The first rows of a sheet from the 0-based row `first`: texts spread over merged ranges, and those ranges.

    Rows and ranges count from `first`.
    """

    first: int
    texts: list[list[str]]
    merges: tuple[Merge, ...]


def find(sheet: Sheet, words: Vocabulary, first: int = 0, rows: int = SEARCHED_ROWS) -> Header | None:
    """The header of a sheet for a register, sought in so many rows from `first`; None where none has enough titles."""
    top = _top(sheet, first, rows)
    best: Header | None = None
    for bottom in range(len(top.texts)):
        for height in range(1, min(MOST_HEADER_ROWS, bottom + 1) + 1):
            header = _candidate(top, bottom, height, words)
            if header is not None and (best is None or _is_better(header, best, top)):
                best = header
    if best is None or not is_enough(best):
        return None
    return _placed(best, first)


def at(sheet: Sheet, row: int, words: Vocabulary) -> Header | None:
    """The header whose lowest row somebody has named (0-based), whatever stands in it; None beyond the sheet."""
    if not 0 <= row < len(sheet.rows):
        return None
    first = max(row - MOST_HEADER_ROWS, 0)
    top = _top(sheet, first, row + 1 - first)
    heights = range(1, MOST_HEADER_ROWS + 1)
    found = [_candidate(top, row - first, height, words, given=True) for height in heights]
    best = max(
        (each for each in found if each is not None), key=lambda each: (each.weight, each.top), default=None
    )
    return None if best is None else _placed(best, first)


def is_enough(header: Header) -> bool:
    """Whether so many of a row's texts are titles that it is a header."""
    filled = sum(1 for cell in header.cells if cell.text)
    if header.score >= _ENOUGH_TITLES:
        return True
    few = filled <= _FEW_TITLES * 2 + 1 or (header.known + header.nearly) * 2 >= filled
    return header.score >= _FEW_TITLES and few


def _placed(header: Header, first: int) -> Header:
    """The header in the sheet's own rows, its cells labelled."""
    cells = tuple(labelled(header.cells))
    return replace(header, row=header.row + first, top=header.top + first, cells=cells)


def _is_better(one: Header, best: Header, top: _Top) -> bool:
    """Whether a lower candidate says more, or as much where the rows between them are one header."""
    if one.weight != best.weight:
        return one.weight > best.weight
    return one.row > best.row and _is_one_header(top, best.row, one.row)


def _is_one_header(top: _Top, upper: int, lower: int) -> bool:
    """Whether two rows belong together: merged over both, or the lower one only parts what the upper one groups."""
    if any(merge.top <= upper and merge.bottom >= lower for merge in top.merges):
        return True
    above, below = top.texts[upper], top.texts[lower]
    parted = [column for column, text in enumerate(below) if text and text != above[column]]
    return (
        lower == upper + 1
        and len(parted) >= _FEW_TITLES
        and len({below[column] for column in parted}) >= _FEW_TITLES
        and all(len(below[column]) <= _LONGEST_GROUP // 2 for column in parted)
        and all(_is_grouped(above, below, column) for column in parted)
    )


def _is_grouped(above: Sequence[str], below: Sequence[str], column: int) -> bool:
    """Whether the text above a column is a group's: it is empty there, or right of it, where texts stand below."""
    if not above[column]:
        return column > 0
    return column + 1 < len(above) and not above[column + 1] and bool(below[column + 1])


def _top(sheet: Sheet, first: int, rows: int) -> _Top:
    """The rows from `first`, merged ranges spread over their cells, titles over the sheet left alone."""
    width = max((len(row) for row in sheet.rows[first : first + rows + MOST_HEADER_ROWS]), default=0)
    texts = [
        [_header_text(row[column]) if column < len(row) else "" for column in range(width)]
        for row in sheet.rows[first : first + rows]
    ]
    merges = []
    for merge in sheet.merges:
        upper, lower = merge.top - first, merge.bottom - first
        if 0 <= upper < len(texts) and not _is_title(merge, width):
            merges.append(Merge(upper, merge.left, lower, merge.right))
            text = texts[upper][merge.left] if merge.left < width else ""
            for row in range(upper, min(lower + 1, len(texts))):
                for column in range(merge.left, min(merge.right + 1, width)):
                    texts[row][column] = text
    return _Top(first, texts, tuple(merges))


def _header_text(cell: object) -> str:
    """The text of a cell as far as it can be a header: numbers and days are none."""
    return cell.strip() if isinstance(cell, str) else ""


def _is_title(merge: Merge, width: int) -> bool:
    """Whether a merged range is a title over the sheet, not a group of columns."""
    spread = merge.right - merge.left + 1
    return spread > 2 and spread * 5 >= width * 3 and merge.bottom == merge.top


def _candidate(
    top: _Top, bottom: int, height: int, words: Vocabulary, *, given: bool = False
) -> Header | None:
    """The header that ends in a row, its lowest texts taken from `height` rows where cells are empty."""
    upper = bottom - height + 1
    if upper < 0 or any(not _has_groups(top.texts[row]) for row in range(upper, bottom)):
        return None
    lowest = top.texts[bottom]
    if not given and not any(lowest):
        return None
    groups = _groups_above(top, bottom, upper, words)
    cells = []
    for column in range(len(lowest)):
        stack = [top.texts[row][column] for row in range(bottom, upper - 1, -1)]
        stack += [row[column] for row in groups]
        distinct = list(dict.fromkeys(text for text in stack if text))
        if height > 1 and not lowest[column] and column > 0:
            distinct = distinct[:1]
        cells.append(HeaderCell(column, distinct[0] if distinct else "", tuple(distinct[1:])))
    score, known = _score(cells, words)
    if not score:
        return None
    nearly = sum(1 for cell in cells if is_like_a_title(cell, words)) if known >= _FEW_TITLES else 0
    return Header(bottom, upper, tuple(cells), score, known, groups=len(groups), nearly=nearly)


def _has_groups(row: Sequence[str]) -> bool:
    """Whether a row can stand above the lowest header row: several short texts, no lines like 填报单位：…"""
    distinct = {text for text in row if text}
    return len(distinct) >= _FEW_TITLES and not any(
        _FILLED_IN.search(text) or len(text) > _LONGEST_GROUP or _TITLE_OVER_THE_TABLE.search(text)
        for text in distinct
    )


def _is_one_group(row: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row holds nothing but one group over leaves in the middle of the table (聘期 over 起 and 止)."""
    filled = [column for column, text in enumerate(row) if text]
    if len({row[column] for column in filled}) != 1 or not filled[0] or not below[filled[0]]:
        return False
    text = row[filled[0]]
    return (
        len(text) <= _LONGEST_GROUP // 2
        and not _FILLED_IN.search(text)
        and not _TITLE_OVER_THE_TABLE.search(text)
        and not any(map(str.isdigit, text))
        and text[-1] not in "：:。"
        and sum(map(bool, below)) >= _FEW_TITLES
    )


def _groups_above(top: _Top, bottom: int, upper: int, words: Vocabulary) -> list[list[str]]:
    """The rows of group titles right above a header, nearest first; a title reaches as far as it is merged.

    One that is not merged (csv, ods, a careless hand) reaches over the empty cells right of it, as far as texts
    stand below them that say nothing by themselves.
    """
    groups: list[list[str]] = []
    below = top.texts[bottom]
    for row in range(upper - 1, max(upper - MOST_HEADER_ROWS, -1), -1):
        if not _has_groups(top.texts[row]) and not _is_one_group(top.texts[row], below):
            break
        reached = _reaching_right(top, row, below, words)
        groups.append(reached)
        below = [near or far for near, far in zip(below, reached, strict=True)]
    return groups


def _reaching_right(top: _Top, row: int, below: Sequence[str], words: Vocabulary) -> list[str]:
    covered = {
        column
        for merge in top.merges
        if merge.top <= row <= merge.bottom
        for column in range(merge.left, merge.right + 1)
    }
    reached, last = [], ""
    for column, text in enumerate(top.texts[row]):
        if column in covered:
            last = ""
        elif text:
            last = text if below[column] else ""
        elif not below[column] or (last and _stands_alone(below[column], last, words)):
            last = ""
        reached.append(text or last)
    return reached


def _nearly(cell: HeaderCell, words: Vocabulary) -> Iterator[Target]:
    """The field of a text that is no title, but nearly one: 代码 on a list of majors, 签约日, 保险期间."""
    core = cell.title.core
    if cell.parents or len(core) > _LONGEST_GROUP // 2:
        return
    only = only_title(core, words)
    if only is not None:
        yield only
    yield from (match.target for match in words.look_up_alike(core)[:1])
    if speaks_of_a_span(core):
        yield from (pair.first for pair in pairs(core, words)[:1])


def is_like_a_title(cell: HeaderCell, words: Vocabulary) -> bool:
    """Whether a short text that is no title by itself is like one (审批表编号, 异动人员)."""
    core = cell.title.core
    if len(core) < 2 or len(core) > _LONGEST_GROUP // 2 or any(map(str.isdigit, core)):
        return False
    return not meanings(cell, words) and max(likest(core, words).values(), default=0.0) >= LIKE_A_TITLE


def _stands_alone(leaf: str, group: str, words: Vocabulary) -> bool:
    """Whether a title means a field by itself, and nothing more under the group left of it."""
    read = title(leaf)
    if GENERIC.match(read.core):
        return False
    if not words.look_up(read.core):
        return len(read.core) > 2 and max(likest(read.core, words).values(), default=0.0) >= ENDS_SO
    under = meanings(HeaderCell(0, leaf, (group,)), words)
    return bool(under) and under[0].confidence <= UNDER_GROUP


def _score(cells: Sequence[HeaderCell], words: Vocabulary) -> tuple[int, int]:
    """How many fields the texts name, each counted once, and how many texts name one; prose is no header."""
    met: set[tuple[str, str]] = set()
    known = 0
    before: tuple[str, tuple[str, ...]] = ("", ())
    for cell in cells:
        if not cell.text or len(cell.text) > _LONGEST_HEADER or (cell.text, cell.parents) == before:
            continue
        before = cell.text, cell.parents
        matches = meanings(cell, words)
        combined = () if matches else named_in(cell, words)
        known += bool(matches) or bool(combined)
        met.update(target.key for target in combined)
        if not matches:
            met.update(target.key for target in _nearly(cell, words))
        free = [match.target.key for match in matches if match.target.key not in met]
        if free:
            met.add(free[0])
    return len(met), known
