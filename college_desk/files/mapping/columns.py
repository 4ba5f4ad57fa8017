"""Which field each column fills: by title, alias, group title, spelling, neighbour, or its very values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from college_desk.files.mapping import generic, guessing, resembling, splitting
from college_desk.files.mapping.evidence import FEWEST_VALUES, Values, readable
from college_desk.files.mapping.header_cell import HeaderCell
from college_desk.files.mapping.header_row import Header, letters
from college_desk.files.mapping.paths import meanings
from college_desk.files.mapping.spans import pair_of, pairs, speaks_of_a_span
from college_desk.files.mapping.splitting import ENOUGH_FITTING, Split
from college_desk.files.mapping.vocabulary import ALIAS, Target, Vocabulary
from college_desk.records.values.day import split_range
from college_desk.records.values.value_type import Cell

__all__ = ["CHOSEN", "Column", "Decided", "Values", "columns", "letters", "speaks_of_a_span"]

CHOSEN, READY_MADE = 1.0, 0.99
_SPAN_CLAIM, _SPLIT_CLAIM, _ONLY_CHOICE = 0.9, 0.88, 0.6
_HALF = 0.5
_DAY_TYPES = frozenset({"day", "day_or_month", "end_day", "month"})


@dataclass(frozen=True)
class Column:
    """One column of the sheet, 0-based, with the field that it fills.

    source: its lowest header's text without line breaks; label: the same, made unique within the sheet by
    its group; target: None where it is no field; until: the field of the second day of a range written
    in one cell; split: how its cells part into several fields (target is then the first of them);
    confidence: 0 to 1, 0 for no field; unit: found in the header's brackets; path: see HeaderCell.
    """

    index: int
    source: str
    label: str
    target: Target | None = None
    until: Target | None = None
    confidence: float = 0.0
    unit: str | None = None
    split: Split | None = None
    path: str = ""

    @property
    def field(self) -> str | None:
        """The field as reported, or None."""
        return self.target.name if self.target else None

    @property
    def targets(self) -> tuple[Target, ...]:
        """All fields that the column fills."""
        if self.split is not None:
            return tuple(self.split.targets.values())
        return tuple(each for each in (self.target, self.until) if each is not None)


@dataclass(frozen=True)
class Decided:
    """What is settled about columns before anything is tried, by 0-based index.

    columns: the field (None: no field); splits: the code of the split (empty: none); ready_made: the fields that
    a ready-made mapping gives.
    """

    columns: Mapping[int, Target | None] = field(default_factory=dict)
    splits: Mapping[int, str] = field(default_factory=dict)
    ready_made: Mapping[int, Target | None] = field(default_factory=dict)


@dataclass(frozen=True)
class _Claim:
    confidence: float
    index: int
    target: Target


@dataclass
class _Taken:
    """The columns settled so far, each with its claim, its split or the field of its range's second day."""

    claims: dict[int, _Claim] = field(default_factory=dict)
    splits: dict[int, Split] = field(default_factory=dict)
    until: dict[int, Target] = field(default_factory=dict)

    def fields(self) -> set[tuple[str, str]]:
        """The fields that are filled."""
        filled = {claim.target.key for claim in self.claims.values()}
        filled.update(each.key for each in self.until.values())
        filled.update(each.key for split in self.splits.values() for each in split.targets.values())
        return filled

    def settle(self, claims: Iterable[_Claim]) -> None:
        """Give each field to its surest column and each column its surest field, the leftmost of equals."""
        filled = self.fields()
        for claim in sorted(claims, key=lambda claim: (-claim.confidence, claim.index)):
            if claim.index not in self.claims and claim.target.key not in filled:
                self.claims[claim.index] = claim
                filled.add(claim.target.key)

    def part(self, index: int, split: Split) -> None:
        """Let a column fill the fields of a split."""
        self.splits[index] = split
        self.claims[index] = _Claim(_SPLIT_CLAIM, index, next(iter(split.targets.values())))


def columns(
    header: Header,
    words: Vocabulary,
    values: Values,
    decided: Decided = Decided(),
    *,
    guessing_the_rest: bool = True,
) -> tuple[Column, ...]:
    """The columns of a sheet in their order, no field filled by two of them.

    guessing_the_rest: whether what no title names is given to the free fields that suit it.
    """
    taken = _Taken()
    _decide(taken, header.cells, words, decided)
    open_cells = [
        cell
        for cell in header.cells
        if cell.index not in decided.columns
        and cell.index not in decided.ready_made
        and cell.index not in taken.claims
    ]

    def still_open() -> list[HeaderCell]:
        return [cell for cell in open_cells if cell.index not in taken.claims]

    taken.settle(claim for cell in open_cells for claim in _by_title(cell, words))
    texts = {cell.index: cell.text for cell in header.cells}
    taken.settle(
        claim for cell in still_open() for claim in guessing.by_neighbour(cell, texts, words, _Claim)
    )
    _part(taken, header.cells, words, values, decided)
    _extend(taken, words, values)
    taken.settle(
        claim for cell in still_open() for claim in guessing.by_spelling(cell, words, values, _Claim)
    )
    _span(taken, still_open(), words, values)
    taken.settle(
        claim for cell in still_open() for claim in guessing.by_likeness(cell, words, values, _Claim)
    )
    for _again in range(2):
        numbers = _identity_numbers(taken, values)
        taken.settle(
            claim
            for cell in still_open()
            for claim in guessing.by_values(cell, words, values, numbers, _Claim)
        )
    for cell in still_open():
        only = generic.only_choice(cell, words, values, taken.fields())
        if only is not None:
            taken.claims[cell.index] = _Claim(_ONLY_CHOICE, cell.index, only)
    if guessing_the_rest:
        doubted = _doubted(taken, decided, values)
        for each in resembling.suited(still_open(), words, values, taken.fields()):
            taken.claims[each.index] = _Claim(each.sure, each.index, each.target)
        taken.settle(doubted)
    return tuple(_made(header.cells, taken))


def _decide(taken: _Taken, cells: Sequence[HeaderCell], words: Vocabulary, decided: Decided) -> None:
    """Take over what somebody chose, then what a ready-made mapping gives."""
    for index, target in decided.columns.items():
        if target is not None:
            taken.claims[index] = _Claim(CHOSEN, index, target)
    for cell in cells:
        code = decided.splits.get(cell.index)
        if code and cell.index not in decided.columns:
            chosen = next((each for each in splitting.splits(cell, words) if each.code == code), None)
            if chosen is not None:
                taken.part(cell.index, chosen)
    taken.settle(
        _Claim(READY_MADE, index, target)
        for index, target in decided.ready_made.items()
        if target is not None and index not in decided.columns
    )


def _by_title(cell: HeaderCell, words: Vocabulary) -> Iterator[_Claim]:
    """What a header says by itself, or with the group titles above it."""
    for match in meanings(cell, words):
        yield _Claim(match.confidence, cell.index, match.target)


def _part(
    taken: _Taken, cells: Sequence[HeaderCell], words: Vocabulary, values: Values, decided: Decided
) -> None:
    """Part the columns whose cells hold several values that no other column holds."""
    for cell in cells:
        if cell.index in decided.columns or cell.index in decided.ready_made or cell.index in taken.splits:
            continue
        if cell.index in decided.splits or not cell.text:
            continue
        claim = taken.claims.pop(cell.index, None)
        filled = taken.fields()
        for split in splitting.splits(cell, words):
            found = values(cell.index)
            if claim is not None and not _may_part(claim.target, split, found):
                continue
            if any(target.key in filled for target in split.targets.values()):
                continue
            if len(found) >= FEWEST_VALUES and split.share_fitting(found) >= ENOUGH_FITTING:
                taken.part(cell.index, split)
                break
        if claim is not None and cell.index not in taken.splits:
            taken.claims[cell.index] = claim


def _doubted(taken: _Taken, decided: Decided, values: Values) -> list[_Claim]:
    """The claims of titles, taken back, that none of their column's values bears out (获奖对象 over names)."""
    doubted = []
    for index, claim in list(taken.claims.items()):
        settled = index in decided.columns or index in decided.ready_made
        if settled or index in taken.splits or index in taken.until or claim.confidence > ALIAS:
            continue
        found = values(index)
        if len(found) >= FEWEST_VALUES and readable(claim.target, found) == 0.0:
            doubted.append(taken.claims.pop(index))
    return doubted


def _may_part(claimed: Target, split: Split, found: Sequence[Cell]) -> bool:
    """Whether a column that a title gives to one field may part into that and others.

    The header alone must not say so (联系人电话 is a telephone) unless the field cannot read the cells.
    """
    if claimed.name not in split.targets:
        return False
    return split.of_shape or readable(claimed, found) < _HALF


def _extend(taken: _Taken, words: Vocabulary, values: Values) -> None:
    """Let a column titled as one end of a stretch fill both, where its cells hold ranges (培训时间 2026.7.6-7.25)."""
    for index, claim in list(taken.claims.items()):
        if claim.target.field.type.code not in _DAY_TYPES or index in taken.splits or index in taken.until:
            continue
        if not _are_ranges(values(index)):
            continue
        filled = taken.fields() - {claim.target.key}
        pair = pair_of(claim.target, words)
        if pair is not None and pair.first.key not in filled and pair.last.key not in filled:
            taken.claims[index] = _Claim(claim.confidence, index, pair.first)
            taken.until[index] = pair.last


def _are_ranges(found: Sequence[Cell]) -> bool:
    """Whether half of a column's values or more are ranges of days or months."""
    ranges = sum(1 for value in found if isinstance(value, str) and split_range(value) is not None)
    return ranges > 0 and ranges * 2 >= len(found)


def _span(taken: _Taken, cells: Sequence[HeaderCell], words: Vocabulary, values: Values) -> None:
    """Columns that hold a range of days or months in one cell (聘期 2026.9.1-2027.7.15)."""
    for cell in cells:
        if not speaks_of_a_span(cell.title.core):
            continue
        if not _are_ranges([value for value in values(cell.index) if isinstance(value, str)]):
            continue
        filled = taken.fields()
        for pair in pairs(cell.title.core, words):
            if pair.first.field.type.code not in _DAY_TYPES:
                continue
            if pair.first.key not in filled and pair.last.key not in filled:
                taken.claims[cell.index] = _Claim(_SPAN_CLAIM, cell.index, pair.first)
                taken.until[cell.index] = pair.last
                break


def _identity_numbers(taken: _Taken, values: Values) -> Sequence[Cell]:
    """The values of the column that holds the people's identity numbers; empty where none does."""
    for index, claim in taken.claims.items():
        if claim.target.field.type.code == "identity_number" and claim.target.own:
            return values(index)
    return ()


def _made(cells: Sequence[HeaderCell], taken: _Taken) -> Iterator[Column]:
    for cell in cells:
        unit = cell.title.unit if cell.text else None
        made = Column(cell.index, cell.source, cell.label, unit=unit, path=cell.path)
        claim = taken.claims.get(cell.index)
        if claim is not None:
            made = replace(
                made,
                target=claim.target,
                confidence=round(claim.confidence, 2),
                until=taken.until.get(cell.index),
                split=taken.splits.get(cell.index),
            )
        yield made
