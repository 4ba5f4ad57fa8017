"""How much a header is like the titles that a register knows: the longest text in common, its head weighing most.

The head of a Chinese title stands at its end: 学籍所在班级 is a 班级.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator

from college_desk.files.mapping.folding import fold
from college_desk.files.mapping.generic import GENERIC
from college_desk.files.mapping.opposites import are_opposed
from college_desk.files.mapping.vocabulary import Target, Vocabulary

ENDS_SO, HOLDS_IN_ORDER = 0.72, 0.66
"""A title that ends in a known one, and one that holds all of a known one's characters in their order, at least."""

_OF_THE_SAME = 0.82
_SAME_HEAD, _OTHER_HEAD, _ONLY_THE_HEAD = 0.05, -0.15, 0.25
_ONE_OF_TWO = 0.5
"""Two titles of two characters before one noun, of which they share one (入岗日 and 入校日)."""

_SAYS_NOTHING = re.compile(r"是否|情况|有无|与否")
_HEADS = frozenset("日号名级类式数额码地址人薪贴岗职")
"""Folded nouns that many fields end in; what stands before them must be shared too."""
_TOO_GENERAL = re.compile(r"(?:代码|类型|时间|地址|关系|情况|内容|项目|标准|人数|结果|等次|单位)$")

_END_OF_TIME = re.compile(r"[止始]|结束|起始|截止|到期|开始")
"""What says which end of a stretch is meant and so belongs to the title that follows."""


def likest(core: str, words: Vocabulary) -> dict[Target, float]:
    """Every field with how much its likest title is like a normalised one, 0 to 1, where anything is."""
    read = fold(core)
    best: dict[tuple[str, str], tuple[Target, float]] = {}
    for known, matches in words.folded_words():
        alike = likeness(read, known)
        if alike <= 0:
            continue
        for match in matches:
            before = best.get(match.target.key)
            if before is None or before[1] < alike:
                best[match.target.key] = match.target, alike
    for target, alike in _endings(core, words):
        before = best.get(target.key)
        if before is None or before[1] < alike:
            best[target.key] = target, alike
    return dict(best.values())


def _endings(core: str, words: Vocabulary) -> Iterator[tuple[Target, float]]:
    """The fields whose whole title stands at the end of this one, with no opposite before it."""
    for place in range(1, len(core) - 1):
        known = core[place:]
        if GENERIC.match(known) or _TOO_GENERAL.match(known) or _END_OF_TIME.search(core[:place]):
            continue
        for match in words.look_up(known):
            yield match.target, ENDS_SO + 0.25 * len(known) / len(core)


@functools.lru_cache(maxsize=65536)
def likeness(read: str, known: str) -> float:
    """How much a folded title is like a known one, 0 to 1; 0 where they name opposite things."""
    shared = _characters(read) & _characters(known)
    if not shared or (len(known) < 2 and read != known):
        return 0.0
    if len(read) >= len(known) and read.endswith(known):
        if _TOO_GENERAL.match(known) or _END_OF_TIME.search(read[: -len(known)]):
            return 0.0
        return ENDS_SO + 0.25 * len(known) / len(read)
    if shared <= _HEADS:
        return _ONLY_THE_HEAD if read[-1] == known[-1] else 0.0
    if are_opposed(read, known):
        return 0.0
    common = _in_order(read, known)
    if common == len(known) and len(known) > 2 and read[-1] == known[-1]:
        return HOLDS_IN_ORDER + 0.25 * len(known) / len(read)
    if len(read) > 2 and Counter(read) == Counter(known):
        return _OF_THE_SAME
    if max(len(read), len(known)) <= 3 and read[-1] == known[-1] and read[-1] in _HEADS and common < 3:
        return _ONE_OF_TWO
    head = _SAME_HEAD if read[-1] == known[-1] else _OTHER_HEAD
    return 2 * common / (len(read) + len(known)) + head


@functools.lru_cache(maxsize=16384)
def _characters(folded: str) -> frozenset[str]:
    return frozenset(_SAYS_NOTHING.sub("", folded))


def _in_order(one: str, other: str) -> int:
    """The length of the longest text whose characters both have in this order."""
    row = [0] * (len(other) + 1)
    for left in one:
        diagonal = 0
        for place, right in enumerate(other, 1):
            above = row[place]
            row[place] = diagonal + 1 if left == right else max(above, row[place - 1])
            diagonal = above
    return row[-1]
