"""Columns whose values say another field than their header: identity numbers under 联系电话."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from college_desk.files.mapping.columns import Column
from college_desk.files.mapping.evidence import Values, first_of_kind, readable, shows_itself
from college_desk.files.mapping.vocabulary import Target, Vocabulary
from college_desk.records.values.code import Code
from college_desk.records.values.value_type import Cell

_FEWEST_VALUES = 5
_MOST_FAIL = 0.5
_CONFIDENCE = 0.7


@dataclass(frozen=True)
class Remap:
    """A column that reads as another field: what its header says, what its values fit.

    taken: whether the values decide, since most of them cannot be what the header says.
    """

    index: int
    says: Target
    fits: Target
    taken: bool


def remaps(
    columns: Sequence[Column], words: Vocabulary, values: Values, settled: Mapping[int, object]
) -> list[Remap]:
    """The columns whose values nearly all fit another field that no other column rightly fills.

    settled: the columns about which somebody has decided.
    """
    right = {
        target.key
        for column in columns
        for target in column.targets
        if column.index in settled or shows_itself(target, values(column.index))
    }
    return [
        made
        for column in columns
        if column.target is not None and column.split is None and column.until is None
        if column.index not in settled
        if (made := _remap(column, column.target, words, values(column.index), right)) is not None
    ]


def _remap(
    column: Column, says: Target, words: Vocabulary, found: Sequence[Cell], right: set[tuple[str, str]]
) -> Remap | None:
    if len(found) < _FEWEST_VALUES or says.key in right:
        return None
    fails = readable(says, found) < _MOST_FAIL
    fitting = [
        target
        for target in words.targets
        if target.own and target.key != says.key and target.key not in right
        if type(target.field.type) is not type(says.field.type) or isinstance(says.field.type, Code)
        if (fails if isinstance(target.field.type, Code) else target == first_of_kind(target, words))
        if shows_itself(target, found)
    ]
    if not fitting or (isinstance(fitting[0].field.type, Code) and len(fitting) > 1):
        return None
    return Remap(column.index, says, fitting[0], fails)


def remapped(columns: Sequence[Column], found: Sequence[Remap]) -> tuple[Column, ...]:
    """The columns as their values decide; a field that moved is no longer filled where it was."""
    moved = {each.index: each.fits for each in found if each.taken}
    taken = {target.key for target in moved.values()}
    return tuple(_moved(columns, moved, taken))


def _moved(
    columns: Sequence[Column], moved: Mapping[int, Target], taken: set[tuple[str, str]]
) -> Iterator[Column]:
    given: set[tuple[str, str]] = set()
    for column in columns:
        target = moved.get(column.index)
        if target is not None:
            free = target.key not in given
            given.add(target.key)
            yield replace(column, target=target if free else None, confidence=_CONFIDENCE if free else 0.0)
        elif any(each.key in taken for each in column.targets):
            yield replace(column, target=None, until=None, split=None, confidence=0.0)
        else:
            yield column
