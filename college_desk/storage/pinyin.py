"""Search words of Chinese names: pinyin and initials, every reading of a name that has several."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable

_SURNAMES = {"黑": "he", "谌": "shen"}
"""Readings as surnames that the dictionary of characters does not list; the others (单, 曾, 仇, 解) it does."""

_DOUBLE_SURNAMES = {
    "尉迟": ("yu", "chi"), "万俟": ("mo", "qi"), "单于": ("chan", "yu"), "长孙": ("zhang", "sun"),
    "澹台": ("tan", "tai"), "令狐": ("ling", "hu"), "宰父": ("zai", "fu"), "鲜于": ("xian", "yu"),
}  # fmt: skip

_READINGS_OF_A_NAME = 24
_READINGS_OF_A_CHARACTER = 3
_SPELT_OUT = 6
"""Longer names (of organisations) get the one reading that the phrase dictionary gives."""

_HAN = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")


def search_words(names: Iterable[str]) -> str:
    """The words under which names are found, each with a space before it; empty where none is Chinese."""
    return "".join(dict.fromkeys(itertools.chain.from_iterable(map(words_of, names))))


def spelling(typed: str) -> str:
    """What a user typed in Latin letters, as search words spell it."""
    return re.sub(r"[\s'’·-]+", "", typed.lower()).replace("ü", "v")


@functools.lru_cache(maxsize=100_000)
def words_of(name: str) -> tuple[str, ...]:
    """The words of one name, each with a space before it; none where it is not Chinese."""
    if name.isascii() or not _HAN.search(name):
        return ()
    spellings = list(_spellings(name))
    if len(spellings) == 1:
        return _words(spellings[0])
    return tuple(dict.fromkeys(word for syllables in spellings for word in _words(syllables)))


def _words(syllables: tuple[str, ...]) -> tuple[str, str]:
    return " " + "".join(syllables), " " + "".join([syllable[0] for syllable in syllables])


def _spellings(name: str) -> Iterable[tuple[str, ...]]:
    if len(name) > _SPELT_OUT:
        import pypinyin

        parts = pypinyin.lazy_pinyin(name, errors=spelling)
        return [tuple(part.replace("ü", "v") for part in parts if part)]
    characters = [_readings(each) for each in name]
    if name[:2] in _DOUBLE_SURNAMES:
        characters[:2] = [(syllable,) for syllable in _DOUBLE_SURNAMES[name[:2]]]
    elif name[0] in _SURNAMES:
        characters[0] = (_SURNAMES[name[0]], *characters[0])
    return _products(characters)


def _products(characters: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    spelt = [each for each in characters if each]
    return list(itertools.islice(itertools.product(*spelt), _READINGS_OF_A_NAME))


@functools.cache
def _readings(character: str) -> tuple[str, ...]:
    """The readings of one character without tones, the usual one first; a Latin letter or digit is itself."""
    if not _HAN.match(character):
        return (spelling(character),) if character.isalnum() else ()
    import pypinyin

    found = pypinyin.pinyin(character, style=pypinyin.Style.NORMAL, heteronym=True, errors="ignore")
    readings = [each for each in (found[0] if found else []) if each.isascii() and each.isalpha()]
    readings = readings[:_READINGS_OF_A_CHARACTER]
    passport = [each.replace("v", "yu") for each in readings if "v" in each]
    return tuple(dict.fromkeys([*readings, *passport]))
