"""The marks of an xlsx, read from the text of its sheets piece by piece, without building anything."""

from __future__ import annotations

import functools
import posixpath
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from college_desk.files.sheets import refusals
from college_desk.files.sheets.book import UNCOMPUTED
from college_desk.files.sheets.marks import Marks, SheetMarks
from college_desk.files.sheets.zip_text import PIECE, ROOT, cut, entries, pieces

_PLACE = rb'(?=[^>]*\br="([A-Z]{1,3})(\d{1,7})")'
_BLANK = (
    rb"(?:\s|\xc2\xa0|\xe3\x80\x80|&#(?:9|10|13|32|160|12288);|&#[xX](?:9|[aA]|[dD]|20|[aA]0|3000);"
    rb"|_x00(?:0[9aAdD]|20)_)*"
)
_WORKBOOK = "xl/workbook.xml"
_MOST_BLANK_STRINGS = 500
_BLANK_ENDS = (b"></", b" </", b"\n</", b"\xc2\xa0</", b"\xe3\x80\x80</")
_BLANK_ENTITIES = (b"&#160;</", b"&#12288;</", b"&#10;</", b"&#xA;</")
_ONLY_BLANK = re.compile(_BLANK)
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>/]*>([^<]*)</")
_FILLED_ROW = re.compile(rb"<(?:\w+:)?(?:v|is)\b[^>/]*>")
_STRING = re.compile(rb"<(?:\w+:)?si\b(?:[^>]*/>|[^>]*>(.*?)</(?:\w+:)?si>)", re.S)
_PHONETIC = re.compile(rb"<(?:\w+:)?rPh\b.*?</(?:\w+:)?rPh>", re.S)
_TEXT = re.compile(rb"<(?:\w+:)?t\b[^>/]*>([^<]*)</")
_FROM, _TO = re.compile(rb'\bmin="(\d{1,5})"'), re.compile(rb'\bmax="(\d{1,5})"')


@dataclass(frozen=True)
class _Spelling:
    """The marks as a sheet spells them: with or without a prefix (`<v>`, `<x:v>`). Patterns begin literally:
    that makes them several times faster."""

    prefix: bytes

    @cached_property
    def error_cell(self) -> re.Pattern[bytes]:
        """A cell with an error: its column, its row, what is in it."""
        return re.compile(
            (rb'<PREc\s+(?=[^>]*\bt="e")' + _PLACE + rb"[^>]*>(.{0,20000}?)</PREc>").replace(
                b"PRE", self.prefix
            ),
            re.S,
        )

    @cached_property
    def uncomputed_cell(self) -> re.Pattern[bytes]:
        """A cell with a formula and no value: its column, row, attributes, and the empty value if it has one."""
        return re.compile(
            (
                rb"<PREc\s+" + _PLACE + rb"([^>]*)>\s*(?:<PREf\b[^>]*/>|<PREf\b[^>]*>[^<]*</PREf>)\s*"
                rb"(<PREv\s*/>|<PREv>\s*</PREv>)?\s*</PREc>"
            ).replace(b"PRE", self.prefix)
        )

    @cached_property
    def blank_value(self) -> re.Pattern[bytes]:
        """A value without anything visible."""
        return re.compile(rb"<%sv\b[^>/]*>%s</" % (self.prefix, _BLANK))

    @cached_property
    def blank_inline(self) -> re.Pattern[bytes]:
        """A text in the cell itself without anything visible."""
        return re.compile(
            rb"<PREis\b[^>/]*>\s*(?:<PREt\b[^>]*(?:/>|>BLANK</PREt>))?\s*</PREis>".replace(
                b"BLANK", _BLANK
            ).replace(b"PRE", self.prefix)
        )

    @cached_property
    def both_ways(self) -> re.Pattern[bytes]:
        """Where a cell with a text of its own has a value as well."""
        return re.compile(rb"</PRE(?:is>\s*<PREv>|v>\s*<PREis>)".replace(b"PRE", self.prefix))

    @cached_property
    def hidden_row(self) -> re.Pattern[bytes]:
        """A hidden row that is not empty, with its cells."""
        return re.compile(
            rb'<PRErow\s(?=[^>]*\bhidden="(?:1|true)")[^>]*[^/]>(.*?)</PRErow>'.replace(b"PRE", self.prefix),
            re.S,
        )

    @cached_property
    def hidden_column(self) -> re.Pattern[bytes]:
        """The declaration of hidden columns."""
        return re.compile(rb'<%scol\s(?=[^>]*\bhidden="(?:1|true)")[^>]*>' % self.prefix)

    def string_cells(self, numbers: Sequence[int]) -> re.Pattern[bytes]:
        """Cells that name one of these shared texts."""
        either = b"|".join(str(number).encode() for number in numbers)
        return re.compile(rb'<%sc\s(?=[^>]*\bt="s")[^>]*><%sv>(?:%s)</' % (self.prefix, self.prefix, either))


def of(path: Path) -> Marks:
    """The marks of an xlsx or xlsm. Raises UnusableInput where its XML declares entities."""
    with zipfile.ZipFile(path) as opened:
        package = _Package(opened, path)
        blanks: Sequence[int] = ()
        if package.strings:
            blanks = _blank_strings(pieces(opened, package.strings, path))
        sheets = {
            name: _sheet(cut(pieces(opened, part, path), b"row>"), blanks) for name, part in package.sheets
        }
        return Marks(sheets, package.date_1904)


class _Package:
    """Where the parts of a workbook lie, by its relations.

    sheets: their names with the entries that hold them; strings: the entry of the shared texts, if there is one.
    """

    def __init__(self, opened: zipfile.ZipFile, path: Path) -> None:
        self._opened, self._path = opened, path
        self._entries = entries(opened)
        roots = self._links("")
        workbook = next((target for kind, target in roots.values() if kind == "officeDocument"), _WORKBOOK)
        links = self._links(workbook)
        self.sheets: list[tuple[str, str]] = []
        self.strings = next(
            (self._entries.get(target, "") for kind, target in links.values() if kind == "sharedStrings"), ""
        )
        self.date_1904 = False
        for each in self._xml(self._entries[workbook]).iter():
            tag = each.tag.rpartition("}")[2]
            if tag == "workbookPr":
                self.date_1904 = each.get("date1904") in ("1", "true")
            elif tag == "sheet":
                link = next((value for key, value in each.attrib.items() if key.endswith("}id")), "")
                target = links.get(link, ("", ""))[1]
                if target in self._entries:
                    self.sheets.append((each.get("name", ""), self._entries[target]))

    def _links(self, part: str) -> dict[str, tuple[str, str]]:
        """The relations of a part (of the package for none): their kind and where they lead, by their name."""
        folder, name = posixpath.split(part)
        entry = self._entries.get(posixpath.join(folder, "_rels", f"{name}.rels").lower())
        if entry is None:
            return {}
        links = {}
        for each in self._xml(entry):
            target = each.get("Target", "").replace("\\", "/")
            joined = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = each.get("Type", "").rpartition("/")[2]
            links[each.get("Id", "")] = (kind, posixpath.normpath(joined).lower())
        return links

    def _xml(self, entry: str) -> Any:
        from defusedxml import DefusedXmlException, ElementTree  # type: ignore[import-untyped]  # it has no stubs

        try:
            return ElementTree.fromstring(self._opened.read(entry), forbid_dtd=True)
        except DefusedXmlException as error:
            raise refusals.unsafe(self._path) from error


@functools.cache
def _spelling(prefix: bytes) -> _Spelling:
    return _Spelling(prefix)


@dataclass
class _Tally:
    """What has been found of a sheet so far."""

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: int = 0
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    filtered: bool = False
    filled: int = 0
    booleans: bool = False


def _sheet(text: Iterator[bytes], blank_strings: Sequence[int]) -> SheetMarks:
    tally, spelling, blank = _Tally(), None, None
    for xml in text:
        if spelling is None:
            spelling = _spelling(_prefix(xml))
            blank = spelling.string_cells(blank_strings) if blank_strings else None
        tally.filled += _filled(xml, spelling)
        if blank is not None:
            tally.filled -= len(blank.findall(xml))
        _find_errors(xml, spelling, tally.errors)
        if b"hidden=" in xml:
            rows = spelling.hidden_row.findall(xml)
            tally.hidden_rows += sum(_FILLED_ROW.search(row) is not None for row in rows)
            tally.hidden_columns.extend(_hidden_columns(xml, spelling))
        tally.booleans = tally.booleans or b't="b"' in xml
        tally.filtered = b"filterColumn" in xml[-PIECE:]  # it stands after the rows
    uncomputed = sum(text == UNCOMPUTED for text in tally.errors.values())
    return SheetMarks(
        tally.errors,
        {},
        tally.hidden_rows,
        tuple(tally.hidden_columns),
        tally.filtered,
        tally.filled + uncomputed,
        tally.booleans,
    )


def _filled(xml: bytes, spelling: _Spelling) -> int:
    """The filled cells of a piece, not counting blank texts; patterns are used only where there may be one."""
    value, text = b"<" + spelling.prefix + b"v", b"<" + spelling.prefix + b"is"
    values = xml.count(value + b">") + xml.count(value + b" ")
    texts = xml.count(text + b">")
    if values and any(end + value[1:] + b">" in xml for end in _BLANK_ENDS):
        values -= len(spelling.blank_value.findall(xml))
    if texts and _may_be_blank(xml, spelling.prefix):
        texts -= len(spelling.blank_inline.findall(xml))
    if texts and values:
        texts -= len(spelling.both_ways.findall(xml))
    return values + texts


def _find_errors(xml: bytes, spelling: _Spelling, errors: dict[tuple[int, int], str]) -> None:
    if b't="e"' in xml:
        for letters, digits, inside in spelling.error_cell.findall(xml):
            value = _VALUE.search(inside)
            errors[_place(letters, digits)] = value.group(1).decode("utf-8", "replace") if value else "#N/A"
    if b"<" + spelling.prefix + b"f" in xml:
        for letters, digits, attributes, empty_value in spelling.uncomputed_cell.findall(xml):
            # An empty value is the empty text only where the cell says so.
            if not (empty_value and b't="str"' in attributes):
                errors.setdefault(_place(letters, digits), UNCOMPUTED)


def _place(letters: bytes, digits: bytes) -> tuple[int, int]:
    return int(digits) - 1, _column(letters) - 1


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column


def _hidden_columns(xml: bytes, spelling: _Spelling) -> Iterator[tuple[int, int]]:
    """The ranges of hidden columns, 0-based and inclusive."""
    for tag in spelling.hidden_column.findall(xml):
        first, last = _FROM.search(tag), _TO.search(tag)
        if first and last:
            yield int(first.group(1)) - 1, int(last.group(1)) - 1


def _blank_strings(text: Iterator[bytes]) -> Sequence[int]:
    """The numbers of the shared texts that are blank: cells that name them are not filled."""
    found: list[int] = []
    number, prefix = 0, None
    for xml in cut(text, b"si>"):
        if prefix is None:
            prefix = _prefix(xml)
        begin = b"<" + prefix + b"si"
        if not _may_be_blank(xml, prefix):
            number += sum(xml.count(begin + after) for after in (b">", b" ", b"/"))
            continue
        for string in _STRING.findall(xml):
            written = b"".join(_TEXT.findall(_PHONETIC.sub(b"", string)))
            if _ONLY_BLANK.fullmatch(written):
                found.append(number)
            number += 1
    return found[:_MOST_BLANK_STRINGS]


def _may_be_blank(xml: bytes, prefix: bytes) -> bool:
    """Whether a piece can hold a blank text, told without a pattern."""
    ends = _BLANK_ENDS + (_BLANK_ENTITIES if b"&#" in xml else ())
    return any(end + prefix + b"t>" in xml for end in ends) or any(
        b"<" + prefix + empty in xml for empty in (b"t/>", b"si/>", b"si></")
    )


def _prefix(xml: bytes) -> bytes:
    """The prefix of the names of elements with its colon, or nothing."""
    root = ROOT.search(xml)
    return root.group(1) + b":" if root and root.group(1) else b""
