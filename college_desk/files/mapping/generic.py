"""Headers of one general word (编号、时间、级别、名称): which fields they may mean, told by the values below them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence

from college_desk.files.mapping.evidence import FEWEST_VALUES, NEARLY_ALL, Values, readable, shows_itself
from college_desk.files.mapping.header_cell import HeaderCell
from college_desk.files.mapping.title import title
from college_desk.files.mapping.vocabulary import SHARED, Target, Vocabulary
from college_desk.files.sheets.book import cell_text
from college_desk.records.values.value_type import Cell

GENERIC = re.compile(
    r"^(?:编号|号码|号|名称|姓名|日期|时间|电话|联系电话|手机|手机号|手机号码|联系方式|等级|级别|地址|关系|与学生关系|代码|类型|类别)$"
)
"""Words (normalised) that say little by themselves, but more with the header before them."""
SAYS_LITTLE = re.compile(
    rf"{GENERIC.pattern}|^(?:单位|人数|年级|状态|情况|内容|项目|标准|金额|专业|等次|结果)?$|^[A-Za-z]$|^[列栏]\d*$|^字段\d*$"
)
"""Headers (normalised) that leave open what stands below them."""

_ALIKE = {
    "级别": ("级别", "等级"), "等级": ("级别", "等级"), "编号": ("编号", "号码", "证号"), "号码": ("编号", "号码"),
    "单位": ("单位", "企业", "公司"), "类别": ("类别", "类型"), "类型": ("类别", "类型"), "手机": ("手机", "电话"),
    "手机号": ("手机号", "电话"), "联系方式": ("联系方式", "电话"), "代码": ("代码", "编码"),
}  # fmt: skip
_TIMES = frozenset({"日期", "时间"})
_DAYS = frozenset({"day", "day_or_month", "end_day", "month"})
OF_ANY_TEXT = frozenset(
    {"text", "long_text", "texts", "identifier", "open_code", "organisation_name", "person_name"}
)


def choices(
    cell: HeaderCell, words: Vocabulary, values: Values, filled: Collection[tuple[str, str]]
) -> list[Target]:
    """The free fields of the register that a general word may mean by the values below it, the likeliest first.

    Empty for other headers, for a column that only numbers its rows, and where too few cells are filled.
    """
    core = cell.title.core
    found = values(cell.index)
    if not core or not SAYS_LITTLE.match(core) or len(found) < FEWEST_VALUES or counts_up(found):
        return []
    fitting = [
        target
        for target in words.targets
        if target.own and target.key not in filled and target.field.name not in SHARED
        if _may_mean(core, target) and readable(target, found) >= NEARLY_ALL
    ]
    return sorted(fitting, key=lambda target: not shows_itself(target, found))


def only_choice(
    cell: HeaderCell, words: Vocabulary, values: Values, filled: Collection[tuple[str, str]]
) -> Target | None:
    """The one field that a general word can mean; None where several can, or where it would hold any text."""
    titled = only_title(cell.title.core, words)
    if titled is not None and titled.key not in filled and titled.field.type.code not in OF_ANY_TEXT:
        below = values(cell.index)
        return titled if below and readable(titled, below) >= NEARLY_ALL else None
    found = choices(cell, words, values, filled)
    if len(found) != 1 or found[0].field.type.code in OF_ANY_TEXT:
        return None
    return found[0]


def only_title(core: str, words: Vocabulary) -> Target | None:
    """The one field of the register whose title ends in a general word (代码 on a list of majors); None for several."""
    if not GENERIC.match(core):
        return None
    ending = [each for each in words.targets if each.own and title(each.field.title).core.endswith(core)]
    return ending[0] if len(ending) == 1 else None


def _may_mean(core: str, target: Target) -> bool:
    """Whether a general word is the noun of one of a field's titles."""
    if core in _TIMES:
        return target.field.type.code in _DAYS
    nouns = _ALIKE.get(core, (core,))
    return any(title(each).core.endswith(nouns) for each in (target.field.title, *target.field.aliases))


def counts_up(found: Sequence[Cell]) -> bool:
    """Whether a column only numbers its rows."""
    numbers = [cell_text(cell).strip() for cell in found]
    if not all(number.isdecimal() for number in numbers):
        return False
    counted = [int(number) for number in numbers]
    steps = [after - before for before, after in itertools.pairwise(counted)]
    return all(step in (0, 1) for step in steps) or (counted[0] == 1 and all(step > 0 for step in steps))
