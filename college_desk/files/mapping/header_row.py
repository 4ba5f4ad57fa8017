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

    score: how many fields its titles name; known: how many of its titles name one, equal ones each.
    """

    row: int
    top: int
    cells: tuple[HeaderCell, ...]
    score: int
    known: int

    @property
    def weight(self) -> float:
        """By which the better of two candidates is told."""
        return self.score + self.known / 4


def find(sheet: Sheet, words: Vocabulary) -> Header | None:
    """The header of a sheet for a register; None when no row holds enough of its titles."""
    texts = _texts(sheet)
    best: Header | None = None
    for bottom in range(min(SEARCHED_ROWS, len(texts))):
        for height in range(1, min(MOST_HEADER_ROWS, bottom + 1) + 1):
            header = _candidate(texts, sheet, bottom, height, words)
            if header is not None and (best is None or header.weight > best.weight):
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
    return max(found, key=lambda each: (each.weight, each.top), default=None)


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
    score, known = _score(cells, words)
    return Header(bottom, top, tuple(cells), score, known) if score else None


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


def _score(cells: Sequence[HeaderCell], words: Vocabulary) -> tuple[int, int]:
    """How many fields the texts name, each counted once, and how many texts name one; prose is no header."""
    met: set[tuple[str, str]] = set()
    known = 0
    before = ""
    for cell in cells:
        if not cell.text or len(cell.text) > _LONGEST_HEADER or cell.text == before:
            continue
        before = cell.text
        read = cell.title
        matches = words.look_up(read.whole) or words.look_up(read.core)
        if not matches and cell.parents:
            matches = words.look_up(title(cell.parents[0]).core + read.core)
        known += bool(matches)
        free = [match.target.key for match in matches if match.target.key not in met]
        if free:
            met.add(free[0])
    return len(met), known
