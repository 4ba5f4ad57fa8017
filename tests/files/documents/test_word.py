"""Word documents as the offices print them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import zipfile
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from college_desk.files.documents.writing import write
from college_desk.records.page import FilledForm, FormCell, Paragraph, SealPlace, Seals, Table
from tests.files.documents.sample_forms import letter, person_form, roster

DAY = dt.date(2026, 9, 30)


def opened(form: FilledForm) -> Document:
    return docx.Document(io.BytesIO(write(form, day=DAY)))


def part(form: FilledForm, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(write(form, day=DAY))) as archive:
        return archive.read(name).decode()


def form_with(*blocks: object) -> FilledForm:
    return FilledForm("f", "表", "表", "03-备案表", "docx", blocks)  # type: ignore[arg-type]


def attribute(element: Any, path: str) -> str | None:
    """The one attribute at a path below an element; None where there is none."""
    found = element.xpath(path)
    return str(found[0]) if found else None


def as_document(form: FilledForm) -> FilledForm:
    return dataclasses.replace(form, medium="docx")


def test_a_letter_has_the_margins_of_the_standard() -> None:
    section = opened(letter()).sections[0]
    assert section.page_width == pytest.approx(Mm(210), abs=500)
    assert section.page_height == pytest.approx(Mm(297), abs=500)
    edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    for edge, millimetres in zip(edges, (37, 35, 28, 26), strict=True):
        assert edge == pytest.approx(Mm(millimetres), abs=500)


def test_a_letters_body_is_three_point_fangsong_indented_by_two() -> None:
    body = next(each for each in opened(letter()).paragraphs if each.text.startswith("根据"))
    assert body.runs[0].font.size is not None
    assert body.runs[0].font.size.pt == 16
    assert attribute(body.runs[0]._r, "w:rPr/w:rFonts/@w:eastAsia") == "仿宋_GB2312"
    assert attribute(body._p, "w:pPr/w:ind/@w:firstLineChars") == "200"
    assert body.paragraph_format.line_spacing is not None


def test_a_letter_is_numbered_outside_and_a_form_in_the_middle_with_the_total() -> None:
    assert "<w:evenAndOddHeaders/>" in part(letter(), "word/settings.xml")
    assert "— " in part(letter(), "word/footer1.xml")
    assert "NUMPAGES" in part(person_form(), "word/footer1.xml")
    assert "<w:evenAndOddHeaders/>" not in part(person_form(), "word/settings.xml")


def test_the_date_stands_under_the_middle_of_the_name() -> None:
    paragraphs = {each.text: each for each in opened(letter()).paragraphs}
    indents = [
        int(attribute(paragraphs[text]._p, "w:pPr/w:ind/@w:rightChars") or 0)
        for text in ("济宁示例职业学院", "2026年9月30日")
    ]
    assert indents[0] >= 400
    assert indents[1] >= 400
    assert min(indents) == 400


def test_rows_never_split_and_headers_repeat() -> None:
    rows = opened(as_document(roster(5))).tables[0].rows
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in rows)
    assert [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in rows[:3]] == [True, True, False]


def test_spans_and_upright_captions_are_kept() -> None:
    table = opened(person_form()).tables[0]
    assert table.cell(0, 6)._tc is table.cell(3, 6)._tc
    assert table.cell(6, 1)._tc is table.cell(6, 3)._tc
    assert attribute(table.cell(7, 0)._tc, "w:tcPr/w:textDirection/@w:val") == "tbRlV"


def test_column_widths_are_fixed_to_the_millimetre() -> None:
    document = opened(person_form())
    assert [round(column.width.mm) for column in document.tables[0].columns if column.width] == [
        26, 26, 22, 24, 26, 22, 26,
    ]  # fmt: skip


def test_seals_are_kept_with_each_other_and_with_the_last_row() -> None:
    places = Seals((SealPlace(("单位（盖章）", "负责人（签字）：", "年    月    日")),))
    document = opened(form_with(Table((50.0,), ((FormCell("a"),), (FormCell("b"),))), places))
    table, seals = document.tables
    keep = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in (*table.rows, *seals.rows)]
    assert keep == [None, True, True, True, None]


def test_two_tables_in_a_row_stay_two_tables() -> None:
    one = Table((50.0,), ((FormCell("a"),),))
    assert len(opened(form_with(one, one)).tables) == 2


def test_a_draft_bears_its_mark_and_a_final_does_not() -> None:
    assert 'string="送审稿"' in part(person_form(watermark="送审稿"), "word/header1.xml")
    assert "textpath" not in part(person_form(), "word/header1.xml")


def test_a_landscape_form_lies_across() -> None:
    assert opened(as_document(roster(1))).sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert opened(person_form()).sections[0].orientation == WD_ORIENT.PORTRAIT


def test_signs_of_xml_and_control_characters_do_no_harm() -> None:
    texts = ["<w:p>&amp;\"'", "a\x00b\x0bc", "\ud800x", "王𬭚"]
    document = opened(form_with(*(Paragraph(text, "plain") for text in texts)))
    assert [each.text for each in document.paragraphs] == ["<w:p>&amp;\"'", "abc", "x", "王𬭚"]


def test_the_same_form_gives_the_same_bytes_and_the_day_alone_stands_in_it() -> None:
    content = write(person_form(), day=DAY)
    assert write(person_form(), day=DAY) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2026, 9, 30, 0, 0, 0)}
    assert part(person_form(), "docProps/core.xml").count("2026-09-30T00:00:00Z") == 2
