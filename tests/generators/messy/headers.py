"""How a header is spelt: stretched, broken over lines, starred, numbered, with units and notes, mistyped."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.generators.messy.model import Column

TYPOS = (
    ("身份证", "身份正"), ("号码", "号玛"), ("联系", "联糸"), ("电话", "电活"), ("账号", "帐号"), ("专业", "专叶"),
    ("日期", "日其"), ("编号", "编好"), ("职业", "职夜"), ("企业", "企叶"), ("名称", "名秤"), ("监护", "监户"),
)  # fmt: skip
_ENGLISH = {
    "姓名": "姓名 Name", "性别": "性别 Sex", "身份证号": "身份证号 ID No.", "联系电话": "联系电话 Tel", "班级": "班级 Class",
    "民族": "民族 Nationality",
}  # fmt: skip
_NOTES = {
    "identity": ("（文本格式）", "（18位）"), "day": ("（年-月-日）", "（如2026.9.1）"), "name": ("（与身份证一致）",),
    "phone": ("（11位手机号）",), "text": ("（全称）",),
}  # fmt: skip


def spelling(column: Column, title: str, rng: random.Random, typos: Sequence[tuple[str, str]] = TYPOS) -> str:
    """A title as somebody typed it."""
    if column.unit and "（" not in title and "(" not in title:
        unit = rng.choice(column.unit.split())
        if column.shape == "wan" or rng.random() < 0.6:
            title += rng.choice(("（{}）", "({})", "/{}" if column.shape != "wan" else "（{}）")).format(unit)
    chance = rng.random()
    if chance < 0.10 and len(title) == 2:
        return title[0] + rng.choice((" ", "  ", "　")) + title[1]
    if chance < 0.16 and len(title) >= 4:
        middle = len(title) // 2
        return f"{title[:middle]}\n{title[middle:]}"
    if chance < 0.22:
        return rng.choice(("*{}", "★{}", "{}*", "＊{}", "{}（必填）", "{}(必填)", "{}\n（必填）")).format(
            title
        )
    if chance < 0.25:
        return rng.choice(("{}：", "{}:")).format(title)
    if chance < 0.28 and column.shape in _NOTES and "（" not in title:
        return title + rng.choice(_NOTES[column.shape])
    if chance < 0.30:
        return _ENGLISH.get(title, title)
    if chance < 0.33 and len(title) >= 4:
        return _mistyped(title, rng, typos)
    return title


def _mistyped(title: str, rng: random.Random, typos: Sequence[tuple[str, str]]) -> str:
    known = [pair for pair in typos if pair[0] in title]
    return title.replace(*rng.choice(known), 1) if known else title


def numbered(titles: list[str], rng: random.Random) -> list[str]:
    """All titles of a sheet with their numbers before them."""
    way = rng.choice(("{}.{}", "{}、{}", "（{}）{}", "{} {}"))
    return [way.format(place, title) for place, title in enumerate(titles, start=1)]
