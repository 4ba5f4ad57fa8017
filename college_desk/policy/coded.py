"""Codes by their words: the rules name an entry of a code table as the office says it."""

from __future__ import annotations

import functools

from college_desk.records.codes import code_table


@functools.cache
def coded(table: str, word: str) -> str:
    """The code of a table's entry by its label or alias. Raises KeyError where there is none (a bug)."""
    entry = code_table(table).exactly(word)
    if entry is None:
        raise KeyError(f"{word!r} is no entry of the code table {table!r}")
    return entry.code


def rank(table: str, code: str | None) -> int | None:
    """The place of a code in its table's ladder, higher is more; None for no code or one off the ladder."""
    entry = None if code is None else code_table(table).get(code)
    return None if entry is None else entry.rank


def label(table: str, code: str) -> str:
    """The short label of a code, as the screen shows it."""
    entry = code_table(table).get(code)
    return code if entry is None else entry.label
