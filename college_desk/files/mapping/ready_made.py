"""Mappings that come with the program for the templates that every office has, read from `resources/mappings/`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from college_desk.base import resources
from college_desk.files.mapping.header_cell import HeaderCell
from college_desk.files.mapping.title import title
from college_desk.files.mapping.vocabulary import Target, Vocabulary

_ENOUGH_OF_THE_TEMPLATE, _ENOUGH_OF_THE_SHEET = 0.8, 0.8


@dataclass(frozen=True)
class ReadyMade:
    """A template whose every column is decided.

    title: as the screen names it; registers: for which it fits; columns: {header path: field, empty for none},
    paths normalised, in the template's order.
    """

    title: str
    registers: tuple[str, ...]
    columns: Mapping[str, str]

    def fits(self, cells: Sequence[HeaderCell]) -> bool:
        """Whether a header is this template's, a few columns put in or left out."""
        met = [cell.path for cell in cells if cell.path]
        known = [path for path in met if path in self.columns]
        return len(set(known)) >= _ENOUGH_OF_THE_TEMPLATE * len(self.columns) and len(
            known
        ) >= _ENOUGH_OF_THE_SHEET * len(met)

    def targets(self, cells: Sequence[HeaderCell], words: Vocabulary) -> dict[int, Target | None]:
        """By 0-based column the field, None where the template's column is none or the register has no such."""
        return {
            cell.index: words.named(name) if name else None
            for cell in cells
            if (name := self.columns.get(cell.path)) is not None
        }


@functools.cache
def ready_made_mappings() -> tuple[ReadyMade, ...]:
    """Every ready-made mapping, in the order of the files' names."""
    found = []
    for file in sorted(resources.path("mappings").glob("*.toml")):
        given = tomllib.loads(file.read_text(encoding="utf-8"))
        columns = {_path(path): name for path, name in given["columns"]}
        found.append(ReadyMade(given["title"], tuple(given["registers"]), columns))
    return tuple(found)


def recognised(cells: Sequence[HeaderCell], words: Vocabulary) -> ReadyMade | None:
    """The template that a header is of, for this register; None for every other sheet."""
    return next(
        (
            each
            for each in ready_made_mappings()
            if words.register.code in each.registers and each.fits(cells)
        ),
        None,
    )


def _path(written: str) -> str:
    return "/".join(title(part).whole for part in written.split(" / "))
