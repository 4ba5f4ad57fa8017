"""Which field each column fills: by title, alias, group title, spelling, neighbour, or its very values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from college_desk.base.translation import _
from college_desk.files.mapping import guessing
from college_desk.files.mapping.header_row import Header, HeaderCell
from college_desk.files.mapping.title import title
from college_desk.files.mapping.vocabulary import Match, Target, Vocabulary
from college_desk.records.values.day import split_range
from college_desk.records.values.value_type import Cell

CHOSEN = 1.0
_JOINED, _GROUP, _UNDER_GROUP = 0.96, 0.95, 0.93

_OTHER_PEOPLE = re.compile(
    r"第一学历|第一学位|原(?:学历|单位)|配偶|监护人|家长|家庭成员|成员\d|父亲|母亲|紧急联系|担保人|介绍人"
)
_OTHER_BODIES = re.compile(r"企业|公司|单位|导师|师傅|学校|学院|校方|经办")
_CONTACT_LEAF = re.compile(
    r"^(?:姓名|性别|电话|联系电话|手机号?码?|身份证件?号?码?|联系方式|出生.*|民族|地址|年龄)$"
)
_INFORMATION = re.compile(r"(?:基本|详细|相关)?(?:信息|情况|资料|内容)$")

_SPAN = re.compile(
    r"起止|起讫|期限$|有效期|聘期$|聘用期|期间$|时间段|任期|周期$|^(?:跟岗|在岗|实习|培养|公示)(?:时间|日期)$"
)
_SPANS: tuple[tuple[str, str, str], ...] = (
    ("保险|参保", "insured_from", "insured_to"),
    ("公示", "notice_from", "notice_to"),
    ("合同|用工", "contract_start_on", "contract_end_on"),
    ("", "start_on", "end_on"),
)


@dataclass(frozen=True)
class Column:
    """One column of the sheet, 0-based, with the field that it fills.

    source: its lowest header's text without line breaks; label: the same, made unique within the sheet by
    its group; target: None where it is no field; until: the field of the second day of a range written
    in one cell; confidence: 0 to 1, 0 for no field; unit: found in the header's brackets.
    """

    index: int
    source: str
    label: str
    target: Target | None = None
    until: Target | None = None
    confidence: float = 0.0
    unit: str | None = None

    @property
    def field(self) -> str | None:
        """The field as reported, or None."""
        return self.target.name if self.target else None


@dataclass(frozen=True)
class _Claim:
    confidence: float
    index: int
    target: Target


Values = Callable[[int], Sequence[Cell]]
"""The first filled cells of a column."""


def columns(
    header: Header, words: Vocabulary, values: Values, chosen: Mapping[int, Target | None]
) -> tuple[Column, ...]:
    """The columns of a sheet in their order, no field filled by two of them.

    chosen: what somebody has decided for a column (None: no field); nothing else is tried there.
    """
    taken: dict[int, _Claim] = {
        index: _Claim(CHOSEN, index, target) for index, target in chosen.items() if target is not None
    }
    cells = [cell for cell in header.cells if cell.index not in chosen]
    _settle(taken, (claim for cell in cells for claim in _by_title(cell, words)))
    open_cells = [cell for cell in cells if cell.index not in taken]
    texts = [cell.text for cell in header.cells]
    _settle(
        taken, (claim for cell in open_cells for claim in guessing.by_neighbour(cell, texts, words, _Claim))
    )
    open_cells = [cell for cell in open_cells if cell.index not in taken]
    _settle(
        taken, (claim for cell in open_cells for claim in guessing.by_spelling(cell, words, values, _Claim))
    )
    open_cells = [cell for cell in open_cells if cell.index not in taken]
    until = dict(_spans(open_cells, words, values, taken))
    open_cells = [cell for cell in open_cells if cell.index not in taken]
    _settle(
        taken, (claim for cell in open_cells for claim in guessing.by_values(cell, words, values, _Claim))
    )
    return tuple(_made(header.cells, taken, until))


def _settle(taken: dict[int, _Claim], claims: Iterable[_Claim]) -> None:
    """Give each field to its surest column and each column its surest field, the leftmost of equals."""
    fields = {claim.target.key for claim in taken.values()}
    for claim in sorted(claims, key=lambda claim: (-claim.confidence, claim.index)):
        if claim.index not in taken and claim.target.key not in fields:
            taken[claim.index] = claim
            fields.add(claim.target.key)


def _by_title(cell: HeaderCell, words: Vocabulary) -> Iterator[_Claim]:
    """What a header says by itself, or with the group titles above it."""
    if not cell.text:
        return
    read = cell.title
    own = True
    for parent in cell.parents:
        group = title(parent)
        stem = _INFORMATION.sub("", group.core)
        for joined in dict.fromkeys((group.core + read.core, group.whole + read.whole, stem + read.core)):
            yield from _claims(cell, words.look_up(joined), _JOINED)
        if group.core != read.core and group.core.endswith(read.core):
            own = False
            if not _OTHER_PEOPLE.search(group.core):
                yield from _claims(cell, words.look_up(group.core), _GROUP)
        elif _OTHER_PEOPLE.search(group.core) or (
            _CONTACT_LEAF.match(read.core)
            and _OTHER_BODIES.search(stem)
            and not any(word in stem for word in words.entity_words)
        ):
            own = False
    if own:
        ceiling = _UNDER_GROUP if cell.parents else CHOSEN
        yield from _claims(cell, words.look_up(read.whole) or words.look_up(read.core), ceiling)


def _claims(cell: HeaderCell, matches: Sequence[Match], ceiling: float) -> Iterator[_Claim]:
    for match in matches:
        yield _Claim(min(match.confidence, ceiling - (1 - match.confidence) / 10), cell.index, match.target)


def _spans(
    cells: Sequence[HeaderCell], words: Vocabulary, values: Values, taken: dict[int, _Claim]
) -> Iterator[tuple[int, Target]]:
    """Columns that hold a range in one cell (聘期 2026.9.1-2027.7.15); each claims the first field in `taken`."""
    for cell in cells:
        if not _SPAN.search(cell.title.core):
            continue
        found = [value for value in values(cell.index) if isinstance(value, str)]
        ranges = sum(1 for value in found if split_range(value) is not None)
        if not found or ranges * 2 < len(found):
            continue
        fields = {claim.target.key for claim in taken.values()}
        for pattern, first, last in _SPANS:
            start, end = words.named(first), words.named(last)
            if not re.search(pattern, cell.title.core) or start is None or end is None:
                continue
            if start.key not in fields and end.key not in fields:
                taken[cell.index] = _Claim(0.9, cell.index, start)
                yield cell.index, end
                break


def _made(
    cells: Sequence[HeaderCell], taken: Mapping[int, _Claim], until: Mapping[int, Target]
) -> Iterator[Column]:
    met: dict[str, int] = {}
    for cell in cells:
        label = _label(cell, met)
        made = Column(cell.index, cell.source, label, unit=cell.title.unit if cell.text else None)
        claim = taken.get(cell.index)
        if claim is not None:
            confidence = round(claim.confidence, 2)
            made = replace(made, target=claim.target, confidence=confidence, until=until.get(cell.index))
        yield made


def _label(cell: HeaderCell, met: dict[str, int]) -> str:
    """The header's text, or with its group where that text came before, or numbered; a letter where it is empty."""
    label = cell.source or _("{letter}列").format(letter=letters(cell.index))
    if label in met and cell.parents:
        label = f"{title(cell.parents[0]).whole}/{label}"
    met[label] = met.get(label, 0) + 1
    return label if met[label] == 1 else f"{label}({met[label]})"


def letters(index: int) -> str:
    """The letters by which a spreadsheet calls its 0-based column: 0 → A, 26 → AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name
