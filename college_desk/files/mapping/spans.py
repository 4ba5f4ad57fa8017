"""Pairs of fields that say from when to when: which pair a group or a header speaks of."""

from __future__ import annotations

import re
from typing import NamedTuple

from college_desk.files.mapping.vocabulary import Match, Target, Vocabulary

_UNDER_A_GROUP, _IN_ONE_WORD = 0.94, 0.89

_PAIRS: tuple[tuple[str, str, str], ...] = (
    ("保险|参保|投保|承保", "insured_from", "insured_to"),
    ("公示", "notice_from", "notice_to"),
    ("管理期|津贴期", "managed_from", "managed_to"),
    ("考试", "exam_from", "exam_to"),
    ("授课|申报期", "taught_from", "taught_to"),
    ("机构备案|备案有效", "issuer_filed_from", "issuer_filed_to"),
    ("合同|用工|劳动", "contract_start_on", "contract_end_on"),
    ("", "start_on", "end_on"),
)
_WEEKS = re.compile(r"起止周|起讫周|上课周|教学周|周次")
_STRETCH = re.compile(
    r"起止|起讫|期限|有效期|聘|任期|期间|时间|日期|周期|年月|在岗|跟岗|实习|培养|培训|合作|协议|合同|服务|学徒|开班|公示|管理期|保险|考试|授课|期$"
)
_IN_ONE_CELL = re.compile(
    r"起止|起讫|期限$|有效期|聘期$|聘用期|聘任期|期间$|时间段|任期|周期$|合作期$|合同期$|协议期$|公示期|管理期"
    r"|^(?:跟岗|在岗|实习|培养|公示|授课|考试|聘用|聘任|合作|合同|协议|培训|保险)(?:时间|日期|年月)$"
)
_FROM = re.compile(r"^(?:起|始|开始|起始|自|从|开班|生效)(?:日期|时间|年月|日|周|期)?$")
_ENDS = re.compile(r"(?:起始|开始|起|始|自|终止|结束|截止|到期|止|终|至)(?:日期|时间|年月|日|周)?$")
_TO = re.compile(r"^(?:止|终|结束|终止|截止|至|到|到期|结业)(?:日期|时间|年月|日|周|期)?$")


def speaks_of_a_span(text: str) -> bool:
    """Whether a normalised header may stand over ranges written in one cell (聘期, 保险期间)."""
    return _IN_ONE_CELL.search(text) is not None


class Pair(NamedTuple):
    """The two fields that a stretch of time fills."""

    first: Target
    last: Target


def pairs(text: str, words: Vocabulary) -> list[Pair]:
    """The pairs that a normalised text (聘期, 合同, 公示期) may speak of, the nearest first."""
    if _WEEKS.search(text):
        weeks = _pair("week_from", "week_to", words)
        return [weeks] if weeks else []
    found = (_pair(first, last, words) for pattern, first, last in _PAIRS if re.search(pattern, text))
    return [each for each in found if each is not None]


def pair_of(target: Target, words: Vocabulary) -> Pair | None:
    """The pair of which a field is the first or the last; None for a day that stands by itself."""
    found = (_pair(first, last, words) for _pattern, first, last in _PAIRS)
    return next(
        (each for each in found if each is not None and target.key in (each.first.key, each.last.key)), None
    )


def _pair(first: str, last: str, words: Vocabulary) -> Pair | None:
    start, end = words.named(first), words.named(last)
    return Pair(start, end) if start is not None and end is not None else None


def end_in_one_word(text: str, words: Vocabulary) -> Match | None:
    """What a title such as 聘期开始时间 or 跟岗结束日期 means; None where it names no end of a stretch."""
    met = _ENDS.search(text)
    if met is None or not met.start() or text[met.start() - 1] in "起始":
        return None
    found = end_of_group(met[0], text[: met.start()], words)
    return None if found is None else Match(found.target, _IN_ONE_WORD)


def end_of_group(leaf: str, group: str, words: Vocabulary) -> Match | None:
    """What 起 or 止 means under a group such as 合同 or 聘期; None for other words or other groups."""
    is_first = _FROM.match(leaf) is not None
    if not (is_first or _TO.match(leaf)) or not _STRETCH.search(group):
        return None
    found = pairs(group, words)
    if not found:
        return None
    return Match(found[0].first if is_first else found[0].last, _UNDER_A_GROUP)
