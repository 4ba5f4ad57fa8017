"""What a header may mean by itself, and with the group titles above it (最后学历·学历, 人数·计划, 聘期·起)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from college_desk.files.mapping.header_cell import HeaderCell
from college_desk.files.mapping.spans import end_in_one_word, end_of_group
from college_desk.files.mapping.title import Title, title
from college_desk.files.mapping.vocabulary import Match, Vocabulary

_JOINED, _TURNED, _GROUP, UNDER_GROUP, _ALONE = 0.96, 0.955, 0.95, 0.93, 1.0
_LONGEST_TURNED = 4
_GROUP_NOUNS = range(2, 5)
"""How many of a group's last characters may go with its short leaves (学徒人数·计划, 所在企业·名称)."""

_OTHER_PEOPLE = re.compile(
    r"第一学历|第一学位|原(?:学历|单位)|配偶|监护人|家长|家庭成员|成员\d|父亲|母亲|紧急联系|担保人|介绍人"
)
_OTHER_BODIES = re.compile(r"企业|公司|单位|导师|师傅|学校|学院|校方|经办")
_CONTACT_LEAF = re.compile(
    r"^(?:姓名|性别|电话|联系电话|手机号?码?|身份证件?号?码?|联系方式|出生.*|民族|地址|年龄)$"
)
_INFORMATION = re.compile(r"(?:基本|详细|相关)?(?:信息|情况|资料|内容)$")
_PAPER = re.compile(r"(?:资格)?证书?$")
_IS_ALL = re.compile(r"^(?:小计|合计|总计|总数|计|总人数|数量)$")
_OF_ONE_PERSON = frozenset({
    "name", "id_type", "id_number", "teacher", "apprentice", "gender", "birth_date", "ethnicity", "political_status",
    "phone", "household", "household_address", "native_place", "employer", "employer_post", "education", "degree",
    "graduated_from", "studied_major", "educated_month", "major_name", "major_code", "enterprise", "position",
    "graduated_month", "skill_level",
})  # fmt: skip
"""Fields that a leaf under another person's group never fills: a guardian's number is not the apprentice's."""


def meanings(cell: HeaderCell, words: Vocabulary) -> list[Match]:
    """The fields that a header may mean, surest first, each once."""
    best: dict[tuple[str, str], Match] = {}
    for match in _found(cell, words):
        kept = best.get(match.target.key)
        if kept is None or match.confidence > kept.confidence:
            best[match.target.key] = match
    return sorted(best.values(), key=lambda match: -match.confidence)


def _found(cell: HeaderCell, words: Vocabulary) -> Iterator[Match]:
    if not cell.text:
        return
    read = cell.title
    by_itself = words.look_up(read.whole) or words.look_up(read.core)
    if not by_itself:
        ends = end_in_one_word(read.core, words)
        by_itself = [ends] if ends is not None else []
    if not cell.parents:
        yield from by_itself
        return
    of_another = under_another = False
    for parent in cell.parents:
        group = title(parent)
        yield from _under(read, group, words)
        under_another = under_another or _OTHER_PEOPLE.search(group.core) is not None
        of_another = of_another or _is_anothers(read, group, words)
    if of_another:
        return
    for match in _below(by_itself, UNDER_GROUP):
        if not (under_another and match.target.field.name in _OF_ONE_PERSON):
            yield match


def joined(cell: HeaderCell) -> str:
    """A header's normalised text behind its nearest group's, without 信息 and the like (监护人身份证号)."""
    if not cell.parents:
        return cell.title.core
    return _INFORMATION.sub("", title(cell.parents[0]).core) + cell.title.core


def _under(read: Title, group: Title, words: Vocabulary) -> Iterator[Match]:
    """What a leaf and one group title say together."""
    stem = _INFORMATION.sub("", group.core)
    for joined in dict.fromkeys((group.core + read.core, group.whole + read.whole, stem + read.core)):
        yield from _below(words.look_up(joined), _JOINED)
    if len(read.core) <= _LONGEST_TURNED:
        for size in _GROUP_NOUNS:
            noun = stem[-size:]
            if len(noun) == size and noun != read.core:
                yield from _below(words.look_up(read.core + noun), _TURNED)
                yield from _below(words.look_up(noun + read.core), _TURNED)
    ends = end_of_group(read.core, group.core, words)
    if ends is not None:
        yield ends
    if _OTHER_PEOPLE.search(group.core):
        return
    paper = _PAPER.sub("", stem)
    if paper != read.core and (paper.endswith(read.core) or _IS_ALL.match(read.core)):
        yield from _below(words.look_up(paper), _GROUP)
    if group.core != read.core and group.core.endswith(read.core):
        yield from _below(words.look_up(group.core), _GROUP)


def _is_anothers(read: Title, group: Title, words: Vocabulary) -> bool:
    """Whether a leaf belongs to the group's own person or body, so that by itself it says nothing."""
    if group.core != read.core and group.core.endswith(read.core):
        return True
    stem = _INFORMATION.sub("", group.core)
    return (
        _CONTACT_LEAF.match(read.core) is not None
        and _OTHER_BODIES.search(stem) is not None
        and not any(word in stem for word in words.entity_words)
    )


def _below(matches: Sequence[Match], ceiling: float) -> Iterator[Match]:
    """The matches with a confidence below the ceiling, in their order."""
    for match in matches:
        yield Match(match.target, min(match.confidence, ceiling - (_ALONE - match.confidence) / 10))
