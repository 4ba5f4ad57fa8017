"""The workbook's cell formats with coloured ones added at the end; those that it has keep their numbers.

A cell's colour lies in the styles' part and nowhere else, so this part must change with a marked sheet. What
stands in it already stays byte for byte: fills and formats are appended, and the two counts grow.
"""

from __future__ import annotations

import re
from typing import Literal

Colour = Literal["red", "amber"]

_ARGB: dict[Colour, str] = {"red": "FFFFC7CE", "amber": "FFFFEB9C"}
_OURS = re.compile(
    r'<(?:\w+:)?fgColor\s+rgb="(?:' + "|".join(_ARGB.values()) + r')"\s*/>\s*<(?:\w+:)?bgColor\s+indexed="64"'
)
_TEXT_FORMAT = 49
_RESERVED_FILLS = 2
"""A workbook's first two fills are always read as none and grey, whatever they say."""

_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


class Styles:
    """The formats of a workbook while its cells are coloured. Formats are named by their number, from 0."""

    def __init__(self, xml: bytes | None) -> None:
        text = _EMPTY if xml is None else xml.decode("utf-8")
        found = re.search(r"<(\w+:)?styleSheet\b", text)
        self._prefix = (found[1] or "") if found else ""
        self._text = self._whole(text)
        self._formats = _children(self._section("cellXfs"), self._prefix, "xf")
        fills = _children(self._section("fills"), self._prefix, "fill")
        self._fill_count = len(fills)
        self._our_fills = {str(number) for number, fill in enumerate(fills) if _OURS.search(fill)}
        self._was_coloured = bool(self._our_fills)
        self._new_fills: list[str] = []
        self._new_formats: list[str] = []
        self._fill_of: dict[Colour, str] = {}
        self._plain: dict[int, int] = {}
        self._notes: dict[tuple[int, Colour | None, bool, bool], int] = {}
        self._number_of: dict[str, int] = {each: n for n, each in reversed(list(enumerate(self._formats)))}

    @property
    def was_coloured(self) -> bool:
        """Whether cells may have colours of an earlier answer."""
        return self._was_coloured

    @property
    def changed(self) -> bool:
        """Whether formats were added."""
        return bool(self._new_formats)

    def coloured(self, base: int, colour: Colour) -> int:
        """The format `base` with its cell filled in a colour."""
        return self._numbered(_with(self._format(base), fillId=self._fill(colour), applyFill="1"))

    def plain(self, base: int) -> int:
        """The format `base` without a colour of an earlier answer."""
        if base not in self._plain:
            ours = _value(self._format(base), "fillId") in self._our_fills
            self._plain[base] = self._numbered(_with(self._format(base), fillId="0")) if ours else base
        return self._plain[base]

    def note(self, base: int, colour: Colour | None, *, like_formula: bool, long: bool) -> int:
        """The format of a text that the program writes beside a cell of format `base`.

        Text that looks like a formula is marked as text; old programs show a long text in a cell of text
        format as ###, so a long one has the general format.
        """
        format_ = _with(self._format(self.plain(base)), numFmtId="0" if long else str(_TEXT_FORMAT))
        format_ = _with(format_, applyNumberFormat="1")
        if like_formula:
            format_ = _with(format_, quotePrefix="1")
        if colour is not None:
            format_ = _with(format_, fillId=self._fill(colour), applyFill="1")
        return self._numbered(_aligned_left(format_, self._prefix))

    def xml(self) -> bytes:
        """The part's XML, what was added at the end of fills and formats."""
        text = self._text
        if self._new_fills:
            text = self._appended(text, "fills", self._new_fills, self._fill_count + len(self._new_fills))
        if self._new_formats:
            text = self._appended(text, "cellXfs", self._new_formats, len(self._formats))
        return text.encode("utf-8")

    def _format(self, number: int) -> str:
        return self._formats[number] if number < len(self._formats) else self._formats[0]

    def _numbered(self, format_: str) -> int:
        number = self._number_of.get(format_)
        if number is None:
            number = self._number_of[format_] = len(self._formats)
            self._formats.append(format_)
            self._new_formats.append(format_)
        return number

    def _fill(self, colour: Colour) -> str:
        number = self._fill_of.get(colour)
        if number is None:
            p = self._prefix
            while self._fill_count + len(self._new_fills) < _RESERVED_FILLS:
                self._new_fills.append(f'<{p}fill><{p}patternFill patternType="gray125"/></{p}fill>')
            number = self._fill_of[colour] = str(self._fill_count + len(self._new_fills))
            self._new_fills.append(
                f'<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="{_ARGB[colour]}"/>'
                f'<{p}bgColor indexed="64"/></{p}patternFill></{p}fill>'
            )
            self._our_fills.add(number)
        return number

    def _section(self, name: str) -> str:
        found = re.search(
            rf"<{self._prefix}{name}\b[^>]*>(.*?)</{self._prefix}{name}>", self._text, re.DOTALL
        )
        return found[1] if found else ""

    def _whole(self, text: str) -> str:
        """The text with fills and formats in it; a part without them gets the usual first ones."""
        p = self._prefix
        for name in ("fonts", "fills", "borders", "cellXfs"):
            if re.search(rf"<{p}{name}\b[^>]*[^/]>", text):
                continue
            text = re.sub(rf"<{p}{name}\b[^>]*/>", "", text)
            usual = re.search(rf"<{name}\b.*</{name}>", _EMPTY)
            if usual is None:
                raise ValueError(f"no usual {name}")
            spelled = re.sub(r"<(/?)(?=\w)", rf"<\g<1>{p}", usual[0])
            before = "|".join(_BEFORE[name])
            places = list(re.finditer(rf"</{p}(?:{before})>|<{p}(?:{before})\b[^>]*/>", text))
            opening = re.search(rf"<{p}styleSheet\b[^>]*>", text)
            at = places[-1].end() if places else opening.end() if opening else 0
            text = text[:at] + spelled + text[at:]
        return text

    def _appended(self, text: str, name: str, added: list[str], count: int) -> str:
        tag = f"{self._prefix}{name}"
        at = text.index(f"</{tag}>")
        text = text[:at] + "".join(added) + text[at:]
        return re.sub(rf'(<{tag}\b[^>]*?\bcount=["\'])\d+', lambda found: f"{found[1]}{count}", text, count=1)


_BEFORE = {
    "fonts": ("numFmts",),
    "fills": ("numFmts", "fonts"),
    "borders": ("numFmts", "fonts", "fills"),
    "cellXfs": ("numFmts", "fonts", "fills", "borders", "cellStyleXfs"),
}
"""The order in which the parts of a style sheet stand."""


def _children(section: str, prefix: str, name: str) -> list[str]:
    """The elements of that name as they stand."""
    tag = f"{prefix}{name}"
    pattern = re.compile(rf"<{tag}(?:\s[^>]*?)?(?:/>|(?<!/)>.*?</{tag}>)", re.DOTALL)
    return [found[0] for found in pattern.finditer(section)]


def _value(element: str, attribute: str) -> str | None:
    found = re.search(rf"^<[^>]*?\s{attribute}=[\"']([^\"']*)", element)
    return found[1] if found else None


def _with(element: str, **attributes: str) -> str:
    """The element with attributes of its opening tag set."""
    for name, value in attributes.items():
        tag, closing, rest = re.match(r"(<[^>]*?)(\s*/?>)(.*)\Z", element, re.DOTALL).groups()  # type: ignore[union-attr]  # every element opens
        if _value(element, name) is None:
            element = f'{tag} {name}="{value}"{closing}{rest}'
        else:
            element = re.sub(rf"(\s{name}=)[\"'][^\"']*[\"']", rf'\g<1>"{value}"', tag) + closing + rest
    return element


def _aligned_left(format_: str, prefix: str) -> str:
    """The format with its text at the left and on one line, its protection kept."""
    tag = f"{prefix}alignment"
    format_ = re.sub(rf"<{tag}\b[^>]*?(?:/>|>.*?</{tag}>)", "", format_, flags=re.DOTALL)
    alignment = f'<{tag} horizontal="left" vertical="center"/>'
    format_ = _with(format_, applyAlignment="1")
    opening = re.match(r"(<[^>]*?)\s*/>\Z", format_)
    if opening:
        return f"{opening[1]}>{alignment}</{prefix}xf>"
    at = format_.index(">") + 1
    return format_[:at] + alignment + format_[at:]
