"""Small words on screen: numbers with thin spaces, masked numbers, pinyin initials of labels."""

from __future__ import annotations

import functools
from decimal import Decimal

THIN_SPACE = "\u2009"

MASK = "••••"


def grouped(number: int | Decimal) -> str:
    """A number with a thin space every three digits: 61 348.00."""
    return f"{number:,}".replace(",", THIN_SPACE)


def masked(text: str) -> str:
    """A number with its middle hidden: 370811••••100X; what is too short for that is shown whole."""
    if len(text) < 9:
        return text
    head = 6 if len(text) >= 15 else 3
    return f"{text[:head]}{MASK}{text[-4:]}"


def masked_beside(text: str, other: str) -> str:
    """A masked number that still shows where it differs from another: 370811•••1••••100X."""
    if text == other or masked(text) == text:
        return masked(text)
    if len(text) != len(other):
        return masked(text) if masked(text) != masked(other) else text
    head = 6 if len(text) >= 15 else 3
    return "".join(
        digit if at < head or at >= len(text) - 4 or digit != other[at] else MASK[0]
        for at, digit in enumerate(text)
    )


def matches(words: str, *texts: str) -> bool:
    """Whether what was typed stands in a text, or in the initials of its pinyin, or begins its pinyin."""
    wanted = words.strip().lower()
    if not wanted:
        return True
    for text in texts:
        if wanted in text.lower():
            return True
        if wanted.isascii() and any(wanted in each for each in _spellings(text)):
            return True
    return False


@functools.lru_cache(maxsize=4096)
def _spellings(text: str) -> tuple[str, ...]:
    from college_desk.storage import pinyin

    return tuple(pinyin.search_words([text]).split())
