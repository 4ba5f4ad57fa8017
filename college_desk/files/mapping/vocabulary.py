"""The titles by which a sheet can name the fields of a register and of those that its sheets carry."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from college_desk.files.mapping.folding import fold
from college_desk.files.mapping.title import title
from college_desk.records.register import REGISTERS, Field, Register, shared_fields

TITLE, ALIAS = 1.0, 0.97
_WITHOUT_BRACKETS = 0.01
_CARRIED = 0.004
SHARED = frozenset(each.name for each in shared_fields())


@dataclass(frozen=True)
class Target:
    """A field that a column can fill.

    own: of the register being imported, not of one it carries; name: as columns are reported, the bare
    name, or `appointment.start_on` where the imported register has a field of that name too.
    """

    register: str
    field: Field
    own: bool
    name: str

    @property
    def key(self) -> tuple[str, str]:
        """Register code and field name: what one column at most may fill."""
        return self.register, self.field.name


class Match(NamedTuple):
    """A field that a header may mean, and how sure that is (0 to 1)."""

    target: Target
    confidence: float


class Vocabulary:
    """All titles and aliases of a register, normalised, each with the fields it may mean."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.targets: tuple[Target, ...] = tuple(_targets(register))
        self._known: dict[str, list[Match]] = {}
        for target in self.targets:
            for text, confidence in _titles(target):
                self._learn(text, target, confidence)
            self._learn(f"{target.register}.{target.field.name}", target, ALIAS)
        self.entity_words = _entity_words(register)

    def look_up(self, words: str) -> list[Match]:
        """What a normalised text means, the surest first; empty when it is not known."""
        return self._known.get(words, [])

    def look_up_alike(self, words: str) -> list[Match]:
        """What titles mean that differ from a normalised text only in interchangeable parts; empty where they disagree.

        Fields of the register itself go before those that its sheets carry.
        """
        found = self._folded.get(fold(words), {})
        own = [match for match in found.values() if match.target.own] or list(found.values())
        return own if len(own) == 1 else []

    def folded_words(self) -> Iterator[tuple[str, Iterable[Match]]]:
        """Every title with its interchangeable parts made one, and what it may mean."""
        return ((known, found.values()) for known, found in self._folded.items())

    @functools.cached_property
    def _folded(self) -> Mapping[str, Mapping[tuple[str, str], Match]]:
        folded: dict[str, dict[tuple[str, str], Match]] = {}
        for known, matches in self._known.items():
            for match in matches:
                folded.setdefault(fold(known), {}).setdefault(match.target.key, match)
        return folded

    def known_words(self) -> Mapping[str, list[Match]]:
        """Every normalised title and alias."""
        return self._known

    def named(self, name: str) -> Target | None:
        """The field that a person calls so: its name, another name of it, `register.name`, or its title."""
        wanted = title(name).whole
        for target in self.targets:
            names = {target.name, target.field.name, *target.field.also}
            if name in names or name == f"{target.register}.{target.field.name}":
                return target
        return next((each for each in self.targets if title(each.field.title).whole == wanted), None)

    def _learn(self, text: str, target: Target, confidence: float) -> None:
        words = title(text)
        for spelled, less in ((words.whole, 0.0), (words.core, _WITHOUT_BRACKETS)):
            matches = self._known.setdefault(spelled, [])
            if not any(match.target.key == target.key for match in matches):
                matches.append(Match(target, confidence - less))
                matches.sort(key=lambda match: -match.confidence)


@functools.lru_cache(maxsize=64)
def vocabulary(code: str) -> Vocabulary:
    """The vocabulary of a register, made once."""
    return Vocabulary(REGISTERS[code])


def _targets(register: Register) -> Iterable[Target]:
    for each in register.fields:
        yield Target(register.code, each, True, each.also[0] if each.also else each.name)
    for carried in register.carries:
        other = REGISTERS[carried.register]
        filled = {other.by_name[name].name for name in carried.by}
        for each in other.fields:
            if each.name in filled or each.name in SHARED:
                continue
            shared_name = register.field(each.name) is not None
            bare = each.also[0] if each.also else each.name
            yield Target(other.code, each, False, f"{other.code}.{each.name}" if shared_name else bare)


def _titles(target: Target) -> Iterable[tuple[str, float]]:
    less = 0.0 if target.own else _CARRIED
    yield target.field.title, TITLE - less
    for alias in target.field.aliases:
        yield alias, ALIAS - less


_ENTITIES: Mapping[str, tuple[str, ...]] = {
    "学徒": ("学徒", "学生", "学员"),
    "学生": ("学生", "学员"),
    "毕业": ("毕业生", "学生"),
    "教师": (
        "教师", "老师", "兼职教师", "外聘教师", "专家", "校外教师", "外聘人员", "受聘人", "受聘人员", "聘任教师", "聘用教师",
    ),
    "课时": ("教师", "老师", "任课教师", "授课教师", "兼职教师", "外聘教师", "讲课教师", "主讲教师", "上课教师"),
    "导师": ("导师", "师傅", "企业导师", "企业师傅", "带徒师傅"),
    "企业": ("企业", "单位", "公司", "合作企业", "合作单位"),
    "协议": ("协议", "合同"),
}  # fmt: skip


def _entity_words(register: Register) -> tuple[str, ...]:
    """What the register's own people or bodies are called before a header's noun (学生电话, 企业地址)."""
    titles = register.title + "".join(REGISTERS[carried.register].title for carried in register.carries)
    words = {word for part, several in _ENTITIES.items() if re.search(part, titles) for word in several}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
