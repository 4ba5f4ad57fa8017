"""Headers under which offices write a field, as one line of text."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """The headers written in `text`, parted by spaces; spaces within a header do not matter on import."""
    return tuple(text.split())
