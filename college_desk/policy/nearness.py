"""Numbers that may be one number typed wrong: one digit other, two exchanged, one too few."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from college_desk.base.translation import _
from college_desk.records.values.identity_check import eighteen

NEAR = "near"
"""The kind of block of numbers that may be one slip apart."""

_AREA, _BIRTH, _CHECK = 6, 14, 17
_SHORT = 15
_AREA_END, _BIRTH_END = _AREA - 1, _BIRTH - 1


class Nearness(NamedTuple):
    """How two numbers differ: in what way, and at which place, 1-based."""

    way: str
    place: int

    def told(self, title: str) -> str:
        """The sentence part that names the number by its title."""
        return {
            "other": _("{title}只有第{place}位不同"),
            "exchanged": _("{title}的第{place}位和后一位颠倒了"),
            "fewer": _("{title}的第{place}位多了或少了一位"),
        }[self.way].format(title=title, place=self.place)


def near(one: str, other: str) -> Nearness | None:
    """How two different numbers are one slip apart; None when they are equal or further apart."""
    if len(one) == len(other):
        return _slip(one, other)
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) - len(shorter) != 1:
        return None
    place = next((at for at in range(len(shorter)) if longer[at] != shorter[at]), len(shorter))
    return Nearness("fewer", place + 1) if longer[:place] + longer[place + 1 :] == shorter else None


def near_identity(one: str, other: str) -> Nearness | None:
    """As `near` for identity numbers; one of fifteen digits is compared without a check character."""
    if _SHORT not in (len(one), len(other)):
        return near(one, other)
    first, second = eighteen(one), eighteen(other)
    return None if first is None or second is None else near(first[:_CHECK], second[:_CHECK])


def identity_blocks(number: str) -> Iterator[tuple[str, ...]]:
    """What an identity number shares with every number one slip away from it.

    A slip within the area, the birth date or the sequence leaves the other two whole; two digits exchanged
    across a border are in order on both sides once they are sorted. Other lengths yield nothing.
    """
    long = eighteen(number)
    if long is None:
        return
    area, birth, sequence = long[:_AREA], long[_AREA:_BIRTH], long[_BIRTH:_CHECK]
    yield (NEAR, "area birth", area, birth)
    yield (NEAR, "area sequence", area, sequence)
    yield (NEAR, "birth sequence", birth, sequence)
    for border in (_AREA_END, _BIRTH_END):
        across = "".join(sorted(long[border : border + 2]))
        yield (NEAR, str(border), long[:border] + across + long[border + 2 : _CHECK])


def _slip(one: str, other: str) -> Nearness | None:
    differing = [at for at, digit in enumerate(one) if digit != other[at]]
    if len(differing) == 1:
        return Nearness("other", differing[0] + 1)
    if len(differing) == 2:
        first, second = differing
        if second == first + 1 and one[first] == other[second] and one[second] == other[first]:
            return Nearness("exchanged", first + 1)
    return None
