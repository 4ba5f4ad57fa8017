"""Code tables (代码表): versioned lists of codes and words, read from `resources/codes/`."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from college_desk.base import resources

_NOISE = re.compile(r"[\s\u200b\ufeff]+")
_PARTS = re.compile(r"[()\[\]【】〔〕/、,;:|+]+|[-—–]+")
_CLASS = re.compile(r"[A-Z]\d{2,4}", re.ASCII)
_CODE_FIRST = re.compile(r"([0-9]{1,3}|[A-Z])[-.、:_)）]?(.*[^\x00-\x7f].*)", re.DOTALL)


@dataclass(frozen=True)
class Entry:
    """One code of a table: the code that is stored, the short label that is shown, other words for it.

    rank: its place in the table's ladder where it has one (skill levels, education), higher is more;
    detail: what else the table says of it, by name (the long label as `long`, whether an honour `opens`).
    """

    code: str
    label: str
    aliases: tuple[str, ...] = ()
    rank: int | None = None
    detail: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}), compare=False)


@dataclass(frozen=True)
class CodeTable:
    """A code table with the standard it comes from.

    version: the standard and its year; ask: words that leave open which entry they mean (高级), with the
    codes to choose from; classes: codes may be longer (C3412), their first character counts.
    """

    code: str
    title: str
    version: str
    entries: tuple[Entry, ...]
    ask: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False)
    classes: bool = False
    _by_code: Mapping[str, Entry] = field(default_factory=dict, compare=False, repr=False)
    _by_word: Mapping[str, Entry] = field(default_factory=dict, compare=False, repr=False)

    def entry(self, code: str) -> Entry:
        """The entry of a code. Raises KeyError for a code that the table does not have."""
        return self._by_code[code]

    def get(self, code: str) -> Entry | None:
        """The entry of a code, or None."""
        return self._by_code.get(code)

    def exactly(self, text: str) -> Entry | None:
        """The entry whose code, label or alias a text is, apart from case, width and spaces."""
        return self._by_word.get(_folded(text))

    def find(self, text: str) -> Entry | None:
        """The one entry that a text names, with or without things beside it; None when none or several."""
        named = self.named_in(text)
        return named[0] if len(named) == 1 and not self.to_choose(text) else None

    def to_choose(self, text: str) -> tuple[Entry, ...]:
        """The entries among which a text leaves the choice open by itself (高级); else empty."""
        return tuple(self._by_code[code] for code in self.ask.get(_folded(text), ()))

    def named_in(self, text: str) -> tuple[Entry, ...]:
        """The entries that a text names: none, the one, or the several among which to ask.

        First the whole text, then its parts (三级/高级工, 高级工（三级）); parts that name nothing are read over.
        """
        word = _folded(text)
        if exact := self._by_word.get(word):
            return (exact,)
        if word in self.ask:
            return self.to_choose(text)
        if self.classes and _CLASS.fullmatch(word):
            first = self._by_code.get(word[0])
            return (first,) if first else ()
        if found := _CODE_FIRST.fullmatch(word):
            named = self._by_word.get(found[2])
            if named is not None and named.code.lstrip("0") == found[1].lstrip("0"):
                return (named,)
        parts = [part for part in _PARTS.split(word) if part and not part.isdigit()]
        if not parts or parts == [word]:
            return ()
        named_by_parts = (self._by_word.get(part) for part in parts)
        return tuple(dict.fromkeys(entry for entry in named_by_parts if entry is not None))

    def labels(self) -> tuple[str, ...]:
        """The short labels that are offered, in the table's order; rare ones are only read."""
        return tuple(entry.label for entry in self.entries if entry.detail.get("offered", True))


@functools.cache
def code_table(code: str) -> CodeTable:
    """The code table of that name. Raises KeyError when there is none (a bug, not bad input)."""
    file = resources.path("codes", f"{code}.toml")
    if not file.is_file():
        raise KeyError(f"no code table {code!r}")
    return parsed(code, tomllib.loads(file.read_text(encoding="utf-8")))


def table_names() -> list[str]:
    """The names of all code tables, sorted."""
    return sorted(file.stem for file in resources.path("codes").glob("*.toml"))


def parsed(code: str, stored: Mapping[str, Any]) -> CodeTable:
    """The table that a resource file describes. Raises ValueError when two entries share a code or a word."""
    entries = tuple(
        Entry(
            each["code"],
            each["label"],
            tuple(each.get("aliases", ())),
            each.get("rank"),
            MappingProxyType(dict(each.get("detail", {}))),
        )
        for each in stored["entries"]
    )
    by_code: dict[str, Entry] = {}
    by_word: dict[str, Entry] = {}
    for entry in entries:
        if entry.code in by_code:
            raise ValueError(f"code table {code!r}: code {entry.code!r} stands twice")
        by_code[entry.code] = entry
        for word in (entry.code, entry.label, *entry.aliases):
            if by_word.setdefault(_folded(word), entry) is not entry:
                raise ValueError(f"code table {code!r}: {word!r} names two entries")
    ask = {_folded(word): tuple(codes) for word, codes in stored.get("ask", {}).items()}
    classes = bool(stored.get("classes", False))
    return CodeTable(code, stored["title"], stored["version"], entries, ask, classes, by_code, by_word)


def _folded(text: str) -> str:
    """A text for comparing: narrow forms, upper-case, without white space."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).upper()
