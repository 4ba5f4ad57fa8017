"""The header of one column, with the group titles above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from college_desk.base.translation import _
from college_desk.files.mapping.title import Title, source_text, title


@dataclass(frozen=True)
class HeaderCell:
    """The header of one column: its lowest text, and the group titles above it, nearest first.

    label: the text made unique within its table: by its group, by a number, by the column's letter.
    """

    index: int
    text: str
    parents: tuple[str, ...] = ()
    label: str = ""

    @property
    def source(self) -> str:
        """The text as it stands, without line breaks."""
        return source_text(self.text)

    @property
    def title(self) -> Title:
        """The text normalised."""
        return title(self.text)

    @property
    def path(self) -> str:
        """Its groups, farthest first, and its text, normalised and joined by strokes; empty for no text."""
        if not self.text:
            return ""
        return "/".join(title(each).whole for each in (*reversed(self.parents), self.text))


def letters(index: int) -> str:
    """The letters by which a spreadsheet calls its 0-based column: 0 → A, 26 → AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def labelled(cells: Sequence[HeaderCell]) -> Iterator[HeaderCell]:
    """The cells with labels of their own: the text, with its group where it came before, or numbered."""
    met: dict[str, int] = {}
    for cell in cells:
        label = cell.source or _("{letter}列").format(letter=letters(cell.index))
        if label in met and cell.parents:
            label = f"{title(cell.parents[0]).whole}/{label}"
        met[label] = met.get(label, 0) + 1
        yield replace(cell, label=label if met[label] == 1 else f"{label}({met[label]})")
