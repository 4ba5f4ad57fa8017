"""Characters that turn a title into its opposite or another thing: 起 and 止, 入学 and 离校, 生 and 师."""

from __future__ import annotations

_OPPOSITES = {
    frozenset(pair)
    for pair in (
        "起止", "始终", "起终", "始止", "入离", "入出", "到离", "进离", "上离", "进出", "学职", "毕就", "毕企", "专行", "专职", "校企", "应实",
        "前后", "上下", "男女", "收付", "生师", "学企", "单个", "班职", "学业", "入毕", "学教", "双单", "总均", "初终", "正副", "甲乙", "社医",
        "计实", "每总", "均总", "学医", "出入", "返入", "返离",
    )
}  # fmt: skip


def opposite(one: str, other: str) -> bool:
    """Whether two characters are opposites."""
    return frozenset((one, other)) in _OPPOSITES


def are_opposed(one: str, other: str) -> bool:
    """Whether two titles differ by characters that are opposites."""
    return any(opposite(left, right) for left in set(one) - set(other) for right in set(other) - set(one))
