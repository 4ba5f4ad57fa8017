"""What one file's sheets have in common: the columns that its office wanted, their titles, groups and shapes."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.generators.messy import kept_back, layout
from tests.generators.messy.columns import NOBODYS, NOBODYS_WORDS
from tests.generators.messy.defects import key_of
from tests.generators.messy.headers import TYPOS, numbered, spelling
from tests.generators.messy.layout import Heading
from tests.generators.messy.model import JOINED, Column, Kind, Shape
from tests.generators.messy.shapes import shape_of


@dataclass(frozen=True)
class Plan:
    """What one file's sheets have in common.

    merged_down: keys of columns whose cells are merged over several rows; counted: a row of column numbers under
    the header; indent: empty columns before the table; noted: words beside it; kept_back: keys of columns whose titles are
    new words.
    """

    kind: Kind
    columns: tuple[Column, ...]
    headings: tuple[Heading, ...]
    shapes: tuple[Shape, ...]
    title: str
    title_rows: int
    merged_header: bool
    typed: bool
    merged_down: tuple[str, ...]
    repeats_header: bool
    repeats_title: bool
    subtotals: bool
    sections: bool
    unit: str
    counted: bool
    indent: int
    noted: bool
    kept_back: frozenset[str]


def plan_of(rng: random.Random, kind: Kind, typed: bool, *, new_words: bool) -> Plan:
    """A plan for one file; new_words: with titles now and then that were kept back."""
    columns = _chosen(rng, kind)
    depth = rng.choices((1, 2, 3), (64, 30, 6))[0]
    columns, groups = _grouped(rng, columns, depth)
    in_ten_thousands = any(each.shape == "wan" for each in columns) and rng.random() < 0.3
    in_ten_thousands = in_ten_thousands and not any(each.shape == "money" for each in columns)
    if in_ten_thousands:
        columns = [replace(each, unit="") if each.shape == "wan" else each for each in columns]
    kept = (
        _kept_back(rng, kind, [each for each in columns if key_of(each) not in groups]) if new_words else {}
    )
    columns = [
        replace(each, headers=(kept[key_of(each)],)) if key_of(each) in kept else each for each in columns
    ]
    typos = kept_back.TYPOS if new_words else TYPOS
    titles = [_title(rng, column, groups.get(key_of(column), ""), typos) for column in columns]
    shapes = tuple(
        shape_of(column.shape, rng) if column.fields else _nobodys(title)
        for column, title in zip(columns, titles, strict=True)
    )
    if depth == 1 and rng.random() < 0.05:
        titles = numbered(titles, rng)
    over = rng.choice(("基本信息", "个人基本情况")) if depth == 3 else ""
    headings = tuple(
        Heading(
            title,
            groups.get(key_of(column), "") if column.fields else "",
            over if groups.get(key_of(column)) else "",
        )
        for title, column in zip(titles, columns, strict=True)
    )
    merged_down = (
        tuple(each for each in kind.merged if rng.random() < 0.5) if typed and rng.random() < 0.2 else ()
    )
    return Plan(
        kind, tuple(columns), headings, shapes, rng.choice(kind.titles), rng.choice((3, 4) if in_ten_thousands else (0, 1, 1, 2, 2, 3, 4)),
        typed and rng.random() < 0.85, typed, merged_down, rng.random() < 0.08, rng.random() < 0.5, rng.random() < 0.06, rng.random() < 0.05,
        "万元" if in_ten_thousands else layout.unit_of(columns), rng.random() < 0.03,
        rng.random() < 0.05, rng.random() < 0.05, frozenset(kept),
    )  # fmt: skip


def _chosen(rng: random.Random, kind: Kind) -> list[Column]:
    """The columns of this office's sheet, in its order; a span never beside the days it is made of."""
    fuller = rng.choice((0.7, 1.0, 1.3))
    taken = [each for each in kind.columns if each.often >= 1 or rng.random() < each.often * fuller]
    spans = [each for each in taken if each.shape in JOINED]
    for span in spans:
        taken = [each for each in taken if each is span or not set(each.fields) & set(span.fields)]
    if rng.random() < 0.5:
        head, tail = taken[:3], taken[3:]
        rng.shuffle(tail)
        taken = head + tail
    elif rng.random() < 0.15:
        rng.shuffle(taken)
    fair = [
        each
        for each in NOBODYS
        if not (kind.register == "teaching_hours" and each.headers[0].endswith("签字"))
    ]
    for each in rng.sample(fair, rng.choice((0, 0, 1, 1, 2))):
        taken.insert(rng.randrange(2, len(taken) + 1), each)
    return taken


def _grouped(rng: random.Random, columns: list[Column], depth: int) -> tuple[list[Column], dict[str, str]]:
    """The columns with those of a group side by side, and the group of each by key."""
    groups: dict[str, str] = {}
    if depth == 1:
        return columns, groups
    names = list(dict.fromkeys(group for column in columns for group, _ in column.under))
    rng.shuffle(names)
    for name in names:
        members = [c for c in columns if name in dict(c.under) and key_of(c) not in groups]
        if len(members) < 2:
            continue
        groups |= {key_of(each): name for each in members}
        place = columns.index(members[0])
        rest = [each for each in columns if each not in members]
        columns = [*rest[:place], *members, *rest[place:]]
    return columns, groups


def _kept_back(rng: random.Random, kind: Kind, columns: list[Column]) -> dict[str, str]:
    """New words for some of the columns, by key."""
    chosen = {}
    for each in columns:
        words = kept_back.titles(kind.register, key_of(each)) if each.fields else ()
        if words and rng.random() < kept_back.SHARE:
            chosen[key_of(each)] = rng.choice(words)
    return chosen


def _title(rng: random.Random, column: Column, group: str, typos: Sequence[tuple[str, str]]) -> str:
    if group:
        return dict(column.under)[group]
    title = rng.choice(column.headers)
    return spelling(column, title, rng, typos) if column.fields else title


def _nobodys(title: str) -> Shape:
    words = NOBODYS_WORDS[title]
    return lambda value, rng: (rng.choice(words), None)
