"""Finding the header: the best-scoring row of the first fifteen, its groups above it as paths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from college_desk.files.mapping.title import Title, source_text, title
from college_desk.files.mapping.vocabulary import Vocabulary
from college_desk.files.sheets.book import Merge, Sheet

SEARCHED_ROWS = 15
MOST_HEADER_ROWS = 3
_FEW_TITLES, _ENOUGH_TITLES = 2, 3
_LONGEST_HEADER = 60


@dataclass(frozen=True)
class HeaderCell:
    """The header of one column: its lowest text, and the group titles above it, nearest first."""

    index: int
    text: str
    parents: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The text as it stands, without line breaks."""
        return source_text(self.text)

    @property
    def title(self) -> Title:
        """The text normalised."""
        return title(self.text)


@dataclass(frozen=True)
class Header:
    """A header as found: `row` is the 0-based index of its lowest row, `top` of its highest.

    score: how many columns have a title that is known.
    """

    row: int
    top: int
    cells: tuple[HeaderCell, ...]
    score: float


def find(sheet: Sheet, words: Vocabulary) -> Header | None:
    """The header of a sheet for a register; None when no row holds enough of its titles."""
    texts = _texts(sheet)
    best: Header | None = None
    for bottom in range(min(SEARCHED_ROWS, len(texts))):
        for height in range(1, min(MOST_HEADER_ROWS, bottom + 1) + 1):
            header = _candidate(texts, sheet, bottom, height, words)
            if header is not None and (best is None or header.score > best.score + 0.5):
                best = header
    if best is None or not _enough(best):
        return None
    return best


def at(sheet: Sheet, row: int, words: Vocabulary) -> Header | None:
    """The header whose lowest row somebody has named (0-based), whatever stands in it; None beyond the sheet."""
    texts = _texts(sheet, row + 1)
    if not 0 <= row < len(texts):
        return None
    candidates = [_candidate(texts, sheet, row, height, words) for height in range(1, MOST_HEADER_ROWS + 1)]
    found = [each for each in candidates if each is not None]
    return max(found, key=lambda each: (each.score, each.top), default=None)


def _enough(header: Header) -> bool:
    filled = sum(1 for cell in header.cells if cell.text)
    return header.score >= _ENOUGH_TITLES or (header.score >= _FEW_TITLES and filled <= _FEW_TITLES * 2 + 1)


def _texts(sheet: Sheet, rows: int = SEARCHED_ROWS) -> list[list[str]]:
    """The texts of the first rows, merged ranges spread over their cells, titles over the sheet left alone."""
    width = max((len(row) for row in sheet.rows[: rows + MOST_HEADER_ROWS]), default=0)
    texts = [
        [_header_text(row[column]) if column < len(row) else "" for column in range(width)]
        for row in sheet.rows[:rows]
    ]
    for merge in sheet.merges:
        if merge.top < len(texts) and not _is_title(merge, width):
            text = texts[merge.top][merge.left] if merge.left < width else ""
            for row in range(merge.top, min(merge.bottom + 1, len(texts))):
                for column in range(merge.left, min(merge.right + 1, width)):
                    texts[row][column] = text
    return texts


def _header_text(cell: object) -> str:
    """The text of a cell as far as it can be a header: numbers and days are none."""
    return cell.strip() if isinstance(cell, str) else ""


def _is_title(merge: Merge, width: int) -> bool:
    """Whether a merged range is a title over the sheet, not a group of columns."""
    spread = merge.right - merge.left + 1
    return spread > 2 and spread * 5 >= width * 3 and merge.bottom == merge.top


def _candidate(
    texts: list[list[str]], sheet: Sheet, bottom: int, height: int, words: Vocabulary
) -> Header | None:
    """The header that ends in a row, its lowest texts taken from `height` rows where cells are empty."""
    top = bottom - height + 1
    if top < 0 or any(not _has_groups(texts[row]) for row in range(top, bottom)):
        return None
    groups = _groups_above(texts, sheet, top)
    cells = []
    for column in range(len(texts[bottom])):
        stack = [texts[row][column] for row in range(bottom, top - 1, -1)]
        stack += [row[column] for row in groups]
        filled = [text for text in stack if text]
        distinct = list(dict.fromkeys(filled))
        if height > 1 and not texts[bottom][column] and column > 0:
            distinct = distinct[:1]
        cells.append(HeaderCell(column, distinct[0] if distinct else "", tuple(distinct[1:])))
    score = _score(cells, words)
    return Header(bottom, top, tuple(cells), score) if score else None


def _has_groups(row: Sequence[str]) -> bool:
    """Whether a row can stand above the lowest header row: several texts, no lines like 填报单位：…"""
    distinct = {text for text in row if text}
    return len(distinct) >= _FEW_TITLES and not any("：" in text or ":" in text for text in distinct)


def _groups_above(texts: list[list[str]], sheet: Sheet, top: int) -> list[list[str]]:
    """The rows of group titles right above a header, nearest first; a title reaches as far as it is merged.

    Where nothing of a row is merged (csv, ods) it reaches to the next title.
    """
    groups = []
    for row in range(top - 1, max(top - MOST_HEADER_ROWS, -1), -1):
        if not _has_groups(texts[row]):
            break
        if any(merge.top == row and merge.right > merge.left for merge in sheet.merges):
            groups.append(texts[row])
        else:
            groups.append(_reaching_right(texts[row]))
    return groups


def _reaching_right(row: Sequence[str]) -> list[str]:
    reached, last = [], ""
    for text in row:
        last = text or last
        reached.append(last)
    return reached


def _score(cells: Sequence[HeaderCell], words: Vocabulary) -> float:
    """How many fields the texts name, each counted once; prose is no header."""
    met: set[tuple[str, str]] = set()
    for cell in cells:
        if not cell.text or len(cell.text) > _LONGEST_HEADER:
            continue
        read = cell.title
        matches = words.look_up(read.whole) or words.look_up(read.core)
        if not matches and cell.parents:
            matches = words.look_up(title(cell.parents[0]).core + read.core)
        free = [match.target.key for match in matches if match.target.key not in met]
        if free:
            met.add(free[0])
    return float(len(met))
