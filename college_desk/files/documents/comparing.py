"""Whether a finished document says what the filled form says, cell by cell."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.files.documents.grid import grid_cells, printed
from college_desk.files.documents.measure import clean
from college_desk.files.documents.reading import (
    kind_of,
    page_texts,
    paragraphs,
    paragraphs_of_xml,
    sheet_cells,
)
from college_desk.files.documents.sheet_layout import layout
from college_desk.files.documents.typesetting import pdf_of
from college_desk.files.documents.word import document_xml
from college_desk.records.page import FilledForm, Line, PageBreak, Paragraph, Seals, Table, Title

_FOOTER = re.compile(r"(?:第(\d+)页共\d+页|—(\d+)—)$")


def differences(form: FilledForm, content: bytes) -> list[str]:
    """What the workbook or Word document says otherwise than the form: a sentence for each place.

    Empty when every text and figure is there and nothing else; a file that cannot be opened is one sentence.
    """
    try:
        kind = kind_of(content)
        if kind != form.medium:
            return [_("文件类型不对。")]
        return _sheet_differences(form, content) if kind == "xlsx" else _text_differences(form, content)
    except UnusableInput as error:
        return [str(error)]


def pdf_differences(forms: Sequence[FilledForm], content: bytes) -> list[str]:
    """What the PDF of all forms says otherwise than the forms: a sentence for each place.

    The same bytes need no reading. Other bytes, as of another version of the program, are read page by
    page: all characters of the form and no others must stand on its pages, every cell in one piece.
    """
    if pdf_of(forms) == content:
        return []
    try:
        pages = page_texts(content)
    except UnusableInput as error:
        return [str(error)]
    groups = _pages_by_form(pages)
    if len(groups) != len(forms):
        return [_("PDF中有{found}份材料，应为{expected}份。").format(found=len(groups), expected=len(forms))]
    found = []
    for form, texts in zip(forms, groups, strict=True):
        found += [f"{form.title}：{each}" for each in _page_differences(form, texts)]
    return found


def form_texts(form: FilledForm) -> tuple[list[str], list[list[str]]]:
    """All texts of a form in reading order, and those of each table's repeated header."""
    texts: list[str] = []
    headers = []
    for block in form.blocks:
        match block:
            case Title():
                texts += [block.text, block.subtitle]
            case Line():
                texts += [block.left, block.middle, block.right]
            case Paragraph():
                texts.append(block.text)
            case Seals():
                texts += [line for place in block.places for line in place.lines]
            case Table():
                placed = grid_cells(block)
                texts += [printed(each.cell) for each in placed]
                headers.append([printed(each.cell) for each in placed if each.row < block.header_rows])
            case PageBreak():
                pass
    return [clean(text) for text in texts if text], headers


def _sheet_differences(form: FilledForm, content: bytes) -> list[str]:
    expected: dict[tuple[int, int], str | Decimal] = {}
    for placed in layout(form).cells:
        if placed.number is not None:
            expected[placed.row, placed.column] = Decimal(placed.number)
        elif placed.text:
            expected[placed.row, placed.column] = placed.text
    found = {(row, column): value for row, column, value in sheet_cells(content)}
    sentences = []
    for row, column in sorted(expected.keys() | found.keys()):
        should, does = expected.get((row, column)), found.get((row, column))
        if should == does and type(should) is type(does):
            continue
        sentences.append(
            _("第{row}行第{column}列应为“{expected}”，现为“{found}”。").format(
                row=row, column=column, expected=_shown(should), found=_shown(does)
            )
        )
    return sentences


def _shown(value: str | Decimal | None) -> str:
    return "" if value is None else str(value)


def _text_differences(form: FilledForm, content: bytes) -> list[str]:
    should, does = paragraphs_of_xml(document_xml(form).encode()), paragraphs(content)
    sentences = []
    matcher = difflib.SequenceMatcher(None, should, does, autojunk=False)
    for kind, first, end, other_first, other_end in matcher.get_opcodes():
        if kind != "equal":
            expected, found = " ".join(should[first:end]), " ".join(does[other_first:other_end])
            sentences.append(_("应为“{expected}”，现为“{found}”。").format(expected=expected, found=found))
    return sentences


def _pages_by_form(pages: Sequence[str]) -> list[list[str]]:
    """The pages of each form without white space and page number; a page numbered 1 begins a form."""
    groups: list[list[str]] = []
    for page in pages:
        text = _tight(page)
        footer = _FOOTER.search(text)
        if footer is not None:
            text = text[: footer.start()]
        if not groups or (footer is not None and "1" in footer.groups()):
            groups.append([])
        groups[-1].append(text)
    return groups


def _page_differences(form: FilledForm, pages: Sequence[str]) -> list[str]:
    texts, headers = form_texts(form)
    stamp = _tight(form.watermark)
    whole = "".join(page.replace(stamp, "", 1) if stamp else page for page in pages)
    sentences = []
    for text, count in Counter(map(_tight, texts)).items():
        if text and whole.count(text) < count:
            sentences.append(_("缺少“{text}”。").format(text=text))
    surplus = Counter(whole)
    surplus.subtract(Counter("".join(map(_tight, texts))))
    for header in headers:
        repeated = Counter("".join(map(_tight, header)))
        while repeated and all(surplus[char] >= number for char, number in repeated.items()):
            surplus.subtract(repeated)
    extra = "".join(sorted((+surplus).elements()))
    if extra:
        sentences.append(_("多出“{text}”。").format(text=extra))
    if not sentences and -surplus:
        sentences.append(_("缺少“{text}”。").format(text="".join(sorted((-surplus).elements()))))
    return sentences


def _tight(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text)
