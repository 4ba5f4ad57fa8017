"""The signature of a layout, and the decisions about its columns, kept by header path and not by place."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from college_desk.files.mapping.asking import NOTHING
from college_desk.files.mapping.columns import Column
from college_desk.files.mapping.layout import Choices, Layout
from college_desk.files.mapping.vocabulary import Target, Vocabulary

NEAR = 0.8
"""From this likeness on, what was decided about one layout is offered for another."""

_FORMAT = 1


@dataclass(frozen=True)
class Decisions:
    """What holds for the columns of a layout, whoever decided it.

    columns: {header path: field as reported, empty for none} in the sheet's order, equal paths numbered;
    splits: {header path: code, empty for none}; constants: {field: text}.
    """

    register: str
    columns: Mapping[str, str]
    splits: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)


def signature(layout: Layout) -> str:
    """The SHA-256 of the register and the header's paths in their order; equal for every file of one template."""
    paths = [path for path, _column in _paths(layout.columns)]
    text = json.dumps([layout.register, *paths], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def decisions_of(layout: Layout) -> Decisions:
    """How the layout's columns are read now, to be kept for the next file of that layout."""
    named = list(_paths(layout.columns))
    asked = {each.column: each.taken for each in layout.questions if each.kind == "split"}
    splits = {
        path: column.split.code if column.split is not None else asked[column.index]
        for path, column in named
        if column.split is not None or column.index in asked
    }
    columns = {path: NOTHING if path in splits else column.field or NOTHING for path, column in named}
    return Decisions(layout.register, columns, splits, dict(layout.constants))


def to_json(decisions: Decisions) -> dict[str, Any]:
    """The decisions as a JSON document."""
    return {
        "format": _FORMAT,
        "register": decisions.register,
        "columns": dict(decisions.columns),
        "splits": dict(decisions.splits),
        "constants": dict(decisions.constants),
    }


def from_json(document: Mapping[str, Any]) -> Decisions | None:
    """The inverse of `to_json`; None for a document of another format."""
    if document.get("format") != _FORMAT:
        return None
    return Decisions(document["register"], document["columns"], document["splits"], document["constants"])


def likeness(decisions: Decisions, layout: Layout) -> float:
    """How many of both layouts' header paths they have in common, 0 to 1; 0 for another register's."""
    ours = {path for path, _column in _paths(layout.columns)}
    theirs = set(decisions.columns)
    if decisions.register != layout.register or not ours or not theirs:
        return 0.0
    return len(ours & theirs) / max(len(ours), len(theirs))


def choices_of(decisions: Decisions, layout: Layout, words: Vocabulary) -> Choices:
    """The decisions as choices for a layout; columns that they do not name are left to the program.

    header_row and answers are not among them; a field that the register no longer has is left to the program too.
    """
    columns: dict[int, Target | None] = {}
    splits: dict[int, str] = {}
    for path, column in _paths(layout.columns):
        if path in decisions.splits:
            splits[column.index] = decisions.splits[path]
            if decisions.splits[path]:
                continue
        name = decisions.columns.get(path)
        if name is None or path in decisions.splits:
            continue
        target = words.named(name) if name else None
        if target is not None or not name:
            columns[column.index] = target
    return Choices(columns=columns, splits=splits, constants=decisions.constants)


def _paths(columns: Sequence[Column]) -> Iterator[tuple[str, Column]]:
    """The columns that have a header, each with its path, equal ones numbered."""
    met: dict[str, int] = {}
    for column in columns:
        if not column.path:
            continue
        met[column.path] = met.get(column.path, 0) + 1
        number = met[column.path]
        yield (column.path if number == 1 else f"{column.path}#{number}"), column
