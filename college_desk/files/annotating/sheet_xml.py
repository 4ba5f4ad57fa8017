"""A worksheet's XML with verdicts written into it; all that is not marked stays byte for byte.

The part is not parsed into a tree, which would take half a gigabyte for 50,000 rows: its rows are looked for
in the bytes, and only those that are marked are written anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from college_desk.files.annotating.marks import RowMark, SheetMark, Verdict
from college_desk.files.annotating.styles import Colour, Styles
from college_desk.files.documents.workbook import FORMULA_LIKE
from college_desk.files.mapping.columns import letters
from college_desk.files.mapping.verdicts import EXPLANATION, VERDICT

_LONGEST_TEXT = 32_000
"""Characters; a cell holds 32,767."""
_LONGEST_IN_TEXT_FORMAT = 200
_WIDTHS = (10, 60)
"""Of the two columns, in digits."""

_COLOURS: dict[Verdict, Colour | None] = {
    Verdict.PASSED: None,
    Verdict.DOUBTFUL: "amber",
    Verdict.WRONG: "red",
    Verdict.WAITING: "red",
}
_ATTRIBUTE = re.compile(rb"""\s(r|s|spans)=["']([^"']*)["']""")
_REF = re.compile(rb"([A-Z]{1,3})\d+")
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ESCAPED_CHARACTER = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def marked(xml: bytes, mark: SheetMark, styles: Styles) -> bytes:
    """The worksheet with the two columns and the coloured cells of `mark`; its formats come from `styles`."""
    return _Marking(xml, mark, styles).done()


class _Cell:
    """One cell as it stands: its column, its format, where it begins and ends in its row."""

    __slots__ = ("column", "end", "start", "style")

    def __init__(self, column: int, style: int, start: int, end: int) -> None:
        self.column, self.style, self.start, self.end = column, style, start, end


class _Marking:
    """One worksheet while it is written anew."""

    def __init__(self, xml: bytes, mark: SheetMark, styles: Styles) -> None:
        self._xml = xml
        self._mark = mark
        self._styles = styles
        found = re.search(rb"<(\w+:)?worksheet\b", xml)
        self._p = (found[1] or b"") if found else b""
        p = re.escape(self._p)
        self._row = re.compile(rb"<" + p + rb"row\b([^>]*?)(?:/>|>(.*?)</" + p + rb"row>)", re.DOTALL)
        self._cell = re.compile(rb"<" + p + rb"c\b([^>]*?)(?:/>|>.*?</" + p + rb"c>)", re.DOTALL)
        self._left = sorted({*mark.headers, *mark.rows})

    def done(self) -> bytes:
        """The whole part."""
        p = re.escape(self._p)
        opening = re.search(rb"<" + p + rb"sheetData\b[^>]*>", self._xml)
        closing = self._xml.rfind(b"</" + self._p + b"sheetData>")
        if opening is None or closing < 0:
            return self._xml
        head = self._with_dimension(self._with_columns(self._xml[: opening.start()]))
        rows = b"".join(self._rows(opening.end(), closing))
        return b"".join((head, opening[0], rows, self._xml[closing:]))

    def _rows(self, start: int, end: int) -> Iterator[bytes]:
        """The rows in order, those that are marked written anew, marked ones that are not there put in."""
        number, at, waiting = 0, start, 0
        for found in self._row.finditer(self._xml, start, end):
            given = _attributes(found[1])
            number = int(given[b"r"]) if b"r" in given else number + 1
            yield self._xml[at : found.start()]
            at = found.end()
            while waiting < len(self._left) and self._left[waiting] < number:
                yield self._written(self._left[waiting], b' r="%d"' % self._left[waiting], b"")
                waiting += 1
            if waiting < len(self._left) and self._left[waiting] == number:
                waiting += 1
                yield self._written(number, found[1], found[2] or b"")
            else:
                yield found[0]
        yield self._xml[at:end]
        for each in self._left[waiting:]:
            yield self._written(each, b' r="%d"' % each, b"")

    def _written(self, number: int, attributes: bytes, inside: bytes) -> bytes:
        """One marked row: its cells coloured, the two columns beside them."""
        given = _attributes(attributes)
        row_style = int(given.get(b"s", b"0") or 0)
        mark = self._mark.rows.get(number)
        cells = self._last_cell(inside) if self._needs_no_colour(mark) else None
        if cells is None:
            cells = list(self._cells(inside))
        new: dict[int, bytes] = {}
        if mark is not None:
            self._colour(number, mark, cells, row_style, inside, new)
        self._answer(number, mark, cells, row_style, new)
        last = self._mark.column + 2
        attributes = re.sub(
            rb"""(\sspans=["']\d+:)(\d+)""",
            lambda found: found[1] + str(max(int(found[2]), last)).encode(),
            attributes,
        )
        written = b"".join(_laid_in(inside, cells, new))
        return b"<%brow%b>%b</%brow>" % (self._p, attributes.rstrip(), written, self._p)

    def _cells(self, inside: bytes) -> Iterator[_Cell]:
        column = -1
        for found in self._cell.finditer(inside):
            given = _attributes(found[1])
            ref = _REF.match(given.get(b"r", b""))
            column = _column(ref[1]) if ref else column + 1
            yield _Cell(column, int(given.get(b"s", b"0") or 0), found.start(), found.end())

    def _needs_no_colour(self, mark: RowMark | None) -> bool:
        """Whether no cell that stands in the row changes."""
        if mark is None:
            return True
        return not (mark.wrong or mark.doubtful or mark.texts or self._styles.was_coloured)

    def _last_cell(self, inside: bytes) -> list[_Cell] | None:
        """The row's last cell alone where the two columns follow it; None where that takes a closer look."""
        start = inside.rfind(b"<%bc " % self._p)
        found = self._cell.match(inside, start) if start >= 0 else None
        if found is None or found.end() != len(inside):
            return None
        given = _attributes(found[1])
        ref = _REF.match(given.get(b"r", b""))
        if ref is None or _column(ref[1]) >= self._mark.column:
            return None
        return [_Cell(_column(ref[1]), int(given.get(b"s", b"0") or 0), start, len(inside))]

    def _colour(
        self,
        number: int,
        mark: RowMark,
        cells: list[_Cell],
        row_style: int,
        inside: bytes,
        new: dict[int, bytes],
    ) -> None:
        """Give wrong and doubtful cells their colour, take it from those that were so in an earlier answer."""
        standing = set()
        for cell in cells:
            standing.add(cell.column)
            style = self._styles.plain(cell.style)
            colour = _colour_of(mark, cell.column)
            if colour is not None:
                style = self._styles.coloured(style, colour)
            if cell.column in mark.texts and not _shares_formula(inside[cell.start : cell.end]):
                new[cell.column] = self._text(number, cell.column, style, mark.texts[cell.column])
            elif style != cell.style:
                new[cell.column] = _with_style(inside[cell.start : cell.end], style)
        for column in (mark.wrong | mark.doubtful | set(mark.texts)) - standing:
            colour = _colour_of(mark, column)
            style = row_style if colour is None else self._styles.coloured(row_style, colour)
            if column in mark.texts:
                new[column] = self._text(number, column, style, mark.texts[column])
            else:
                ref = f"{letters(column)}{number}".encode()
                new[column] = b'<%bc r="%b" s="%d"/>' % (self._p, ref, style)

    def _answer(
        self, number: int, mark: RowMark | None, cells: list[_Cell], row_style: int, new: dict[int, bytes]
    ) -> None:
        """The verdict and its reasons; in a header row their titles, which look like the title before them."""
        first = self._mark.column
        before = [cell for cell in cells if cell.column < first]
        base = before[-1].style if before else row_style
        if mark is None:
            texts, colour = (VERDICT, EXPLANATION), None
        else:
            texts, colour = (mark.verdict.value, "".join(mark.reasons)), _COLOURS[mark.verdict]
        own = {cell.column: cell.style for cell in cells if cell.column >= first}
        for column, text in zip((first, first + 1), texts, strict=True):
            if number in self._mark.headers:
                new[column] = self._text(number, column, own.get(column, base), text)
                continue
            style = self._styles.note(
                own.get(column, base),
                colour if column == first else None,
                like_formula=text.startswith(FORMULA_LIKE),
                long=len(text) > _LONGEST_IN_TEXT_FORMAT,
            )
            new[column] = self._text(number, column, style, text)

    def _text(self, number: int, column: int, style: int, text: str) -> bytes:
        """A cell that holds a text in itself, so that the workbook's table of texts stays as it is."""
        ref = f"{letters(column)}{number}"
        p = self._p.decode()
        if not text:
            return f'<{p}c r="{ref}" s="{style}"/>'.encode()
        fit = _ESCAPED_CHARACTER.sub("_x005F_", _UNFIT.sub("", text[:_LONGEST_TEXT]))
        inside = f'<{p}is><{p}t xml:space="preserve">{escape(fit)}</{p}t></{p}is>'
        return f'<{p}c r="{ref}" s="{style}" t="inlineStr">{inside}</{p}c>'.encode()

    def _with_dimension(self, head: bytes) -> bytes:
        """The head with the sheet's range as wide as it now is."""
        found = re.search(rb"""<%bdimension\s+ref=["']([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?["']""" % self._p, head)
        if found is None:
            return head
        left, top, right, bottom = found[1], found[2], found[3] or found[1], found[4] or found[2]
        last = max(_column(right), self._mark.column + 1)
        lowest = max(int(bottom), self._left[-1])
        ref = b'<%bdimension ref="%b%b:%b%d"' % (self._p, left, top, letters(last).encode(), lowest)
        return head[: found.start()] + ref + head[found.end() :]

    def _with_columns(self, head: bytes) -> bytes:
        """The head with widths for the two columns; those that it gives to others stay."""
        p = re.escape(self._p)
        made = b"".join(
            b'<%bcol min="%d" max="%d" width="%d" customWidth="1"/>' % (self._p, column, column, width)
            for column, width in enumerate(_WIDTHS, start=self._mark.column + 1)
        )
        found = re.search(rb"<" + p + rb"cols\b[^>]*>(.*?)</" + p + rb"cols>", head, re.DOTALL)
        if found is None:
            head = re.sub(rb"<" + p + rb"cols\s*/>", b"", head)
            return head + b"<%bcols>%b</%bcols>" % (self._p, made, self._p)
        kept = list(re.finditer(rb"<" + p + rb"col\b[^>]*?(?:/>|></" + p + rb"col>)", found[1]))
        before = b"".join(each for col in kept for each in _beside(col[0], last=self._mark.column))
        after = b"".join(each for col in kept for each in _beside(col[0], first=self._mark.column + 3))
        return head[: found.start(1)] + before + made + after + head[found.end(1) :]


def _attributes(text: bytes) -> dict[bytes, bytes]:
    return dict(_ATTRIBUTE.findall(text))


def _colour_of(mark: RowMark, column: int) -> Colour | None:
    if column in mark.wrong:
        return "red"
    return "amber" if column in mark.doubtful else None


def _shares_formula(cell: bytes) -> bool:
    """Whether other cells' formulas refer to the one in this cell, which must stay then."""
    return b"<f" in cell.replace(b":f", b"<f") and re.search(rb"""\sref=["']""", cell) is not None


def _with_style(cell: bytes, style: int) -> bytes:
    """A cell as it stands but for its format."""
    end = cell.index(b">")
    tag = cell[:end]
    if re.search(rb"""\ss=["']""", tag):
        return re.sub(rb"""(\ss=)["']\d*["']""", b'\\g<1>"%d"' % style, tag) + cell[end:]
    slash = tag.endswith(b"/")
    return (tag[:-1].rstrip() if slash else tag) + b' s="%d"' % style + (b"/" if slash else b"") + cell[end:]


def _laid_in(inside: bytes, cells: list[_Cell], new: dict[int, bytes]) -> Iterator[bytes]:
    """The row's content with new cells in place of old ones and between them, in the order of columns."""
    at = 0
    left = sorted(new)
    for cell in cells:
        yield inside[at : cell.start]
        while left and left[0] < cell.column:
            yield new[left.pop(0)]
        if left and left[0] == cell.column:
            yield new[left.pop(0)]
        else:
            yield inside[cell.start : cell.end]
        at = cell.end
    for column in left:
        yield new[column]
    yield inside[at:]


def _beside(col: bytes, *, first: int = 1, last: int = 16_384) -> Iterator[bytes]:
    """What a column's description says of the columns from `first` to `last`, counted from 1."""
    found = {name: int(value) for name, value in re.findall(rb"""\s(min|max)=["'](\d+)["']""", col)}
    low, high = max(found.get(b"min", 1), first), min(found.get(b"max", 1), last)
    if low > high:
        return
    col = re.sub(rb"""(\smin=)["']\d+["']""", b'\\g<1>"%d"' % low, col)
    yield re.sub(rb"""(\smax=)["']\d+["']""", b'\\g<1>"%d"' % high, col)


def _column(letters_: bytes) -> int:
    """The 0-based column of its letters: A → 0, AA → 26."""
    column = 0
    for letter in letters_:
        column = column * 26 + letter - 64
    return column - 1
