"""Characters that a hand or an input method takes for one another: alike in sound or in shape."""

from __future__ import annotations

import functools

_ALIKE = (
    "系糸", "己已巳", "未末", "士土", "人入", "日曰目", "天夫", "业叶亚", "名各", "牛午", "千干", "木本", "大太", "公分", "历厉",
    "任住往", "侯候", "签鉴", "薪新", "贴帖", "岗冈", "称秤", "期其", "话活", "码玛", "账帐", "籍藉", "辅铺", "师帅", "导异",
    "限很", "级极", "职识", "责贵", "货贷", "第弟", "项顶", "标栎", "编偏遍", "性姓", "民氏", "贯惯", "券卷", "科料", "课果",
)  # fmt: skip
"""Characters alike in shape; those alike in sound are found by their reading."""

_GROUPS = {character: group for group in _ALIKE for character in group}


@functools.lru_cache(maxsize=1024)
def are_confused(one: str, other: str) -> bool:
    """Whether one character may stand for another by a slip."""
    return other in _GROUPS.get(one, "") or bool(_readings(one) & _readings(other))


@functools.lru_cache(maxsize=1024)
def _readings(character: str) -> frozenset[str]:
    """The readings of a character without tones; empty for what is no Chinese character."""
    from pypinyin import Style, pinyin

    if not "\u4e00" <= character <= "\u9fff":
        return frozenset()
    return frozenset(pinyin(character, style=Style.NORMAL, heteronym=True)[0])
