"""Columns that hold several values in one cell (专业班级, 姓名/电话, 等级（工种）证书号): which, and how they part."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from college_desk.base.translation import _
from college_desk.files.mapping.header_cell import HeaderCell
from college_desk.files.mapping.title import title
from college_desk.files.mapping.vocabulary import Target, Vocabulary
from college_desk.files.sheets.book import cell_text
from college_desk.records.values.value_type import Cell

ENOUGH_FITTING = 0.8
_MOST_PARTS = 3
_PARTS = "parts"
_SEPARATORS = re.compile(r"[/、,;|\n\t\s()]+")
_IN_A_HEADER = re.compile(r"[/、,;|+&\n\s()]+|及|和|与")
_ONLY_A_NOTE = re.compile(r"^\s*(?:必填项?|选填项?|必录|可选|全称|格式.*|例?如.*)\s*$")
_OTHER_GRADES = re.compile(r"普通话|外语|英语|计算机")
_NOUN_END = re.compile(r"(?:姓名|名称|全称|编号|号码|电话)$")

Rule = Callable[[str], Mapping[str, str]]
"""From a cell's text to its parts by role; empty when the text is not of that shape."""


@dataclass(frozen=True)
class Split:
    """One way to part the cells of a column.

    code: as a question's answer takes it; targets: {field as reported: the field}, the first for cells that
    do not fit; rule: what finds the parts, by the same names.
    """

    code: str
    targets: Mapping[str, Target] = field(hash=False)
    rule: Rule = field(repr=False, compare=False)

    @property
    def of_shape(self) -> bool:
        """Whether its cells show the shape by themselves, not only by what the header names."""
        return self.code != _PARTS

    @property
    def title(self) -> str:
        """What it fills, as the screen names it: 年级、专业名称、班级."""
        return "、".join(_(target.field.title) for target in self.targets.values())

    def parts_of(self, cell: Cell) -> Mapping[str, str]:
        """The text for each field, as far as the cell has them; empty when it does not fit."""
        text = _plain(cell_text(cell))
        return self.rule(text) if text else {}

    def share_fitting(self, cells: Sequence[Cell]) -> float:
        """The share of cells that part into two fields or more; 0 for none."""
        if not cells:
            return 0.0
        return sum(1 for cell in cells if len(self.parts_of(cell)) > 1) / len(cells)


def splits(cell: HeaderCell, words: Vocabulary) -> Iterator[Split]:
    """The ways in which a column under this header may part, the likeliest first."""
    core = cell.title.core
    for shape in () if _OTHER_GRADES.search(core) else _SHAPES:
        if shape.header.search(core):
            made = _bound(shape, words)
            if made is not None:
                yield made
    named = named_in(cell, words)
    if named:
        yield Split(_PARTS, {each.name: each for each in named}, functools.partial(_by_types, named))


@dataclass(frozen=True)
class _Shape:
    """A shape of combined cells: headers under which it stands, the fields that each role may fill, its rule."""

    code: str
    header: re.Pattern[str]
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    rule: Rule


def _bound(shape: _Shape, words: Vocabulary) -> Split | None:
    """The shape for a register's own fields; None when it has fewer than two of them."""
    targets: dict[str, Target] = {}
    for role, names in shape.roles:
        found = next((each for each in map(words.named, names) if each is not None), None)
        if found is not None:
            targets[role] = found
    if len(targets) < 2:
        return None
    rule = functools.partial(_renamed, shape.rule, {role: each.name for role, each in targets.items()})
    return Split(shape.code, {each.name: each for each in targets.values()}, rule)


def _renamed(rule: Rule, names: Mapping[str, str], text: str) -> Mapping[str, str]:
    return {names[role]: part for role, part in rule(text).items() if role in names}


def _plain(text: str) -> str:
    """The text in one width, without outer spaces."""
    return unicodedata.normalize("NFKC", text).strip()


_GRADE = re.compile(r"(?<!\d)(?:20)?\d{2}级")
_MAJOR = re.compile(r"^[^\d级班()（）]{2,20}?(?=专业|\d|\(|班|$)")


def class_parts(text: str) -> Mapping[str, str]:
    """年级、专业 and 班级 of a combined class: 2023级机电1班, 机电技术应用/2024级1班.

    The class keeps its whole name where nothing separates it from its major.
    """
    pieces = [piece for piece in _SEPARATORS.split(text) if piece]
    named = next((piece for piece in reversed(pieces) if piece.endswith("班")), None)
    if named is None:
        return {}
    parts: dict[str, str] = {}
    grade = _GRADE.search(text)
    if grade:
        parts["grade"] = grade[0]
    others = [piece for piece in pieces if piece is not named and not _GRADE.fullmatch(piece)]
    major = _MAJOR.search(others[0] if others else _GRADE.sub("", named))
    if major:
        parts["major"] = major[0]
    parts["class"] = named
    return parts if len(parts) > 1 else {}


_LEVEL = re.compile(
    r"特级技师|首席技师|高级技师(?!学院)|(?<!高级)技师(?!学院)|高级技工|(?:高级|中级|初级)工(?!程)|学徒工|[一二三四五1-5]级"
)
_CERTIFICATE = re.compile(r"(?:证书)?(?:编号|号码|号)?:?\s*([A-Z]{0,2}\d[\dA-Z]{9,21})")
_CERTIFICATE_WORDS = re.compile(r"国家|职业资格|职业技能|等级|证书|资格|编号|号码|[:()/、,;\s\-]+")


def skill_parts(text: str) -> Mapping[str, str]:
    """等级、工种 and 证书编号 of a combined certificate: 高级工（电工）三级 S000037080051663126981."""
    parts: dict[str, str] = {}
    number = _CERTIFICATE.search(text)
    rest = text
    if number:
        rest = text[: number.start()] + text[number.end() :]
    level = _LEVEL.search(rest)
    if level is None:
        return {}
    parts["level"] = level[0]
    trade = _CERTIFICATE_WORDS.sub("", _LEVEL.sub("", rest))
    if re.fullmatch(r"[^\d\W]{2,16}", trade):
        parts["trade"] = trade
    elif trade:
        return {}
    if number:
        parts["number"] = number[1]
    return parts if len(parts) > 1 else {}


_WEEKS = re.compile(r"第?(\d{1,2})周?\s*[-~—–至到]+\s*第?(\d{1,2})周?")


def week_parts(text: str) -> Mapping[str, str]:
    """The first and the last week: 第1-18周, 3周至16周."""
    met = _WEEKS.fullmatch(text)
    return {"from": met[1], "to": met[2]} if met else {}


_PLACE = re.compile(r"^((?:[^省区]{2,8}(?:省|自治区))?(?:[^市]{2,8}市)?[^县区市旗]{1,8}[县区市旗])(\S.*)$")


def place_parts(text: str) -> Mapping[str, str]:
    """The county or district, and the whole address: 山东省济宁市任城区建设路100号."""
    met = _PLACE.match(re.sub(r"[\s/、,;-]+", "", text))
    return {"region": met[1], "address": text} if met else {}


_SHAPES = (
    _Shape("weeks", re.compile(r"起止周|起讫周|上课周|周次|教学周"),
           (("from", ("week_from",)), ("to", ("week_to",))), week_parts),
    _Shape("class", re.compile(r"(?:专业|年级).*班|班级?.*专业"),
           (("grade", ("grade",)), ("major", ("major_name", "major")), ("class", ("class_name",))), class_parts),
    _Shape("skill", re.compile(r"等级|资格|工种|技能|证书"),
           (("level", ("skill_level",)), ("trade", ("trade",)),
            ("number", ("skill_certificate_number", "certificate_number"))), skill_parts),
    _Shape("place", re.compile(r"(?:省|市|县|区|所在地).*地址"),
           (("region", ("region_code",)), ("address", ("address",))), place_parts),
)  # fmt: skip


def named_in(cell: HeaderCell, words: Vocabulary) -> tuple[Target, ...]:
    """The two or three fields that a header names one after another: 姓名/电话, 学历学位; empty for others."""
    plain = unicodedata.normalize("NFKC", cell.text)
    for spelled in dict.fromkeys((re.sub(r"\s+", "", plain), plain)):
        pieces = [
            title(piece).core
            for piece in _IN_A_HEADER.split(spelled)
            if piece.strip() and not _ONLY_A_NOTE.match(piece)
        ]
        if 2 <= len(pieces) <= _MOST_PARTS:
            found = _targets_of(pieces, words)
            if found:
                return found
    core = cell.title.core
    for place in range(2, len(core) - 1):
        found = _targets_of([core[:place], core[place:]], words)
        if found:
            return found
    return ()


def _targets_of(pieces: Sequence[str], words: Vocabulary) -> tuple[Target, ...]:
    """The field of each piece, all different; a later piece is read with the first one's stem (家长姓名/电话)."""
    stem = _NOUN_END.sub("", pieces[0])
    found: list[Target] = []
    for number, piece in enumerate(pieces):
        matches = (words.look_up(stem + piece) if number else []) or words.look_up(piece)
        free = [match.target for match in matches if match.target not in found]
        if not free:
            return ()
        found.append(free[0])
    return tuple(found)


_NAME_THEN_NUMBER = re.compile(r"^([\u4e00-\u9fff][^\d]*?)[-:—\s]*([\dA-Za-z][\dA-Za-z\-\s]{4,})$")
_NUMBER_THEN_NAME = re.compile(r"^(\d[\d\-\s]{4,}\d)[-:—\s]*([\u4e00-\u9fff][^\d]*)$")


def _by_types(targets: tuple[Target, ...], text: str) -> Mapping[str, str]:
    """The pieces of a text, each given to the field that can read it, in the header's order or turned."""
    anywhere = all(target.field.type.code == "code" for target in targets)
    for pieces in _pieces(text, len(targets), anywhere=anywhere):
        for order in (pieces, pieces[::-1]):
            pairs = list(zip(targets, order, strict=True))
            if all(_readable(target, piece) for target, piece in pairs):
                return {target.name: piece for target, piece in pairs}
    return {}


def _pieces(text: str, count: int, *, anywhere: bool) -> Iterator[list[str]]:
    """The ways to cut a text into so many pieces: at separators, before or after a number, anywhere (男汉族)."""
    pieces = [piece for piece in _SEPARATORS.split(text) if piece]
    if len(pieces) == count:
        yield pieces
    if count != 2:
        return
    for pattern in (_NAME_THEN_NUMBER, _NUMBER_THEN_NAME):
        met = pattern.match(text)
        if met:
            yield [met[1].strip("/、,;|( "), met[2].strip(") ")]
    if anywhere and len(pieces) == 1:
        yield from ([text[:place], text[place:]] for place in range(1, len(text)))


def _readable(target: Target, text: str) -> bool:
    """Whether a field reads a piece without a fault."""
    read = target.field.type.read(text)
    return read.value is not None and not any(fault.severity != "warning" for fault in read.faults)
