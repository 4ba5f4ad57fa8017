"""Header texts in one spelling: without spaces, stars, numbering and bracket notes, their unit kept."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import NamedTuple

_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff*★●◆#]+")
_REQUIRED = re.compile(r"[(\[【]?(?:必填项?|选填项?|必录|可选)[)\]】]?$|^[(\[【](?:必填项?|选填项?)[)\]】]")
_NUMBERING = re.compile(r"^(?:[(]?\d{1,3}[.、)]|[(]?[一二三四五六七八九十]{1,3}[、.)])")
_NUMBER_BEFORE = re.compile(r"^\s*[(]?\d{1,3}[)]?[\s.、:)]+(?=[^\d\s.])")
_LATIN_BESIDE = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})[/(]?[A-Za-z][A-Za-z .'/-]{1,30}[)]?$|^[A-Za-z][a-z .'/-]{2,30}(?=[\u4e00-\u9fff]{2})"
)
"""The same title in another language: 性别 Sex, Name姓名."""
_UNIT_BEHIND = re.compile(
    r"(?<=[\u4e00-\u9fff)])[/—-](万元|千元|元|课时|学时|节)(?:/(?:课时|学时|节|月|人|天|年|次))?$"
)
_BRACKETS = re.compile(r"[(\[【〔{<《]([^()\[\]【】〔〕{}<>《》]*)[)\]】〕}>》]")
_BRACKET_SIGNS = re.compile(r"[()\[\]【】〔〕{}<>《》]")
_PUNCTUATION = re.compile(r"[/\\:;,。,、.·\-_—~'\"“”‘’?!|]+")
_UNIT = re.compile(
    r"^(?:单位[:：]?)?(万元|千元|百元|元|课时|学时|节|年月|年|个?月|日期|人|天|%|小时|周)(?:/.+)?$"
)
_SPELLINGS = (
    ("帐", "账"), ("藉", "籍"), ("身分证", "身份证"), ("名族", "民族"), ("面目", "面貌"),
    ("号码号", "号码"), ("签定", "签订"), ("起讫", "起止"), ("电話", "电话"),
)  # fmt: skip
_ENGAGED = re.compile(r"聘请(?!方式|形式)")
"""聘请 is written for 聘用, but 聘请方式 (individual or team) is another thing than 聘用方式 (how assessed)."""


class Title(NamedTuple):
    """One header text, normalised.

    core: without bracket notes; whole: with the words in brackets but not the brackets; unit: found in
    brackets (元, 万元, 课时, 年月 …) or None.
    """

    core: str
    whole: str
    unit: str | None


@functools.lru_cache(maxsize=8192)
def title(text: str) -> Title:
    """The title of a header cell's text; its `core` is empty when nothing but notes stands in it."""
    wide = unicodedata.normalize("NFKC", text)
    plain = _INVISIBLE.sub("", _NUMBER_BEFORE.sub("", wide))
    plain = _REQUIRED.sub("", plain)
    plain = _NUMBERING.sub("", plain) or plain
    plain = _LATIN_BESIDE.sub("", plain)
    behind = _UNIT_BEHIND.search(plain)
    unit = behind.group(1) if behind else None
    if behind:
        plain = plain[: behind.start()]
    for inside in _BRACKETS.findall(plain):
        met = _UNIT.match(inside)
        if met and unit is None:
            unit = met.group(1)
    whole = _plain_words(_BRACKET_SIGNS.sub("", plain))
    core = _plain_words(_BRACKET_SIGNS.sub("", _BRACKETS.sub("", plain))) or whole
    return Title(core, whole, unit)


def _plain_words(text: str) -> str:
    words = _PUNCTUATION.sub("", text)
    for met, meant in _SPELLINGS:
        words = words.replace(met, meant)
    return _ENGAGED.sub("聘用", words)


def source_text(text: str) -> str:
    """A header's text as it stands, without its line breaks and outer spaces."""
    return re.sub(r"[\r\n]+", "", text).strip()


def edits(one: str, other: str) -> int:
    """How many characters must be put in, taken out, changed or swapped with their neighbour (at most 2 told).

    Returns 3 for anything beyond.
    """
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return min(row[-1], 3)
