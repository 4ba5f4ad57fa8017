"""Search words of Chinese names: pinyin and initials, every reading of a name that has several."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable

_SURNAMES = {
    "单": "shan", "曾": "zeng", "仇": "qiu", "解": "xie", "查": "zha", "盖": "ge gai", "任": "ren", "华": "hua",
    "朴": "piao pu", "区": "ou", "覃": "qin tan", "乐": "yue le", "缪": "miao", "宓": "mi fu", "冼": "xian",
    "翟": "zhai di", "折": "she zhe", "黑": "he hei", "盛": "sheng", "召": "shao", "洗": "xian", "员": "yun",
    "祭": "zhai", "秘": "bi mi", "纪": "ji", "葛": "ge", "逄": "pang", "隗": "wei kui", "郇": "xun huan",
    "种": "chong", "重": "chong", "尉": "wei yu", "过": "guo", "哈": "ha", "那": "na", "宁": "ning", "牟": "mu mou",
    "燕": "yan", "幺": "yao", "繁": "po", "都": "du", "车": "che", "行": "xing", "柏": "bai bo", "鲍": "bao",
    "仉": "zhang", "郗": "xi chi", "阚": "kan", "厍": "she", "乜": "nie", "亓": "qi",
    "妫": "gui", "晁": "chao", "殷": "yin", "应": "ying", "眭": "sui", "朝": "chao", "谌": "chen shen", "俞": "yu",
    "么": "yao", "难": "nan", "佴": "nai", "褚": "chu", "卜": "bu", "丁": "ding", "钭": "dou tou", "曲": "qu",
    "相": "xiang", "戚": "qi", "盘": "pan", "石": "shi", "沈": "shen", "贾": "jia", "尹": "yin", "藏": "zang",
    "臧": "zang", "娄": "lou", "扎": "zha", "敦": "dun", "呙": "guo", "库": "she ku", "句": "gou ju", "不": "fou bu",
}  # fmt: skip
"""Readings as surnames, the usual one first; pypinyin reads these characters otherwise in running text."""

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
    words: dict[str, None] = {}
    for name in names:
        words.update(dict.fromkeys(_words(name)))
    return "".join(f" {word}" for word in words)


def spelling(typed: str) -> str:
    """What a user typed in Latin letters, as search words spell it."""
    return re.sub(r"[\s'’·-]+", "", typed.lower()).replace("ü", "v")


@functools.lru_cache(maxsize=100_000)
def _words(name: str) -> tuple[str, ...]:
    if not _HAN.search(name):
        return ()
    words: dict[str, None] = {}
    for syllables in _spellings(name):
        words["".join(syllables)] = None
        words["".join(syllable[0] for syllable in syllables)] = None
    return tuple(words)


def _spellings(name: str) -> Iterable[tuple[str, ...]]:
    if len(name) > _SPELT_OUT:
        import pypinyin

        parts = pypinyin.lazy_pinyin(name, errors=lambda other: spelling(other) or None)
        return [tuple(part.replace("ü", "v") for part in parts if part)]
    characters = [_readings(each) for each in name]
    if name[:2] in _DOUBLE_SURNAMES:
        characters[:2] = [(syllable,) for syllable in _DOUBLE_SURNAMES[name[:2]]]
    elif name[0] in _SURNAMES:
        as_surname = _SURNAMES[name[0]].split()
        characters[0] = tuple(dict.fromkeys([*as_surname, *characters[0]]))
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
