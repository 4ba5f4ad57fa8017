"""Finished documents read back, and every difference from the form told."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import zipfile
from collections.abc import Callable
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from college_desk.base.errors import UnusableInput
from college_desk.files.documents.comparing import differences, pdf_differences
from college_desk.files.documents.office_zip import zip_bytes
from college_desk.files.documents.reading import contents
from college_desk.files.documents.writing import pdf, write
from college_desk.records.page import FilledForm, FormCell, Medium, Table
from tests.files.documents.sample_forms import letter, person_form, roster

DAY = dt.date(2026, 9, 30)
FORMS = (lambda: roster(5, watermark="送审稿"), person_form, lambda: letter(watermark="送审稿"))


@pytest.mark.parametrize("medium", ["xlsx", "docx"])
@pytest.mark.parametrize("make", FORMS)
def test_a_written_form_says_what_the_form_says(make: Callable[[], FilledForm], medium: Medium) -> None:
    form = dataclasses.replace(make(), medium=medium)
    assert differences(form, write(form, day=DAY)) == []


def with_cell(form: FilledForm, row: int, column: int, cell: FormCell) -> FilledForm:
    """The form with one cell of its table replaced."""
    blocks = list(form.blocks)
    at = next(number for number, block in enumerate(blocks) if isinstance(block, Table))
    table = blocks[at]
    assert isinstance(table, Table)
    rows = [list(cells) for cells in table.rows]
    rows[row][column] = cell
    blocks[at] = dataclasses.replace(table, rows=tuple(map(tuple, rows)))
    return dataclasses.replace(form, blocks=tuple(blocks))


def test_each_changed_cell_of_a_workbook_is_told_with_its_place() -> None:
    form = roster(3)
    content = write(form, day=DAY)
    book = load_workbook(io.BytesIO(content))
    filled = [
        cell for row in book.worksheets[0].iter_rows(min_row=4) for cell in row if cell.value is not None
    ]
    for cell in filled:
        kept, cell.value = cell.value, "改动"
        changed = io.BytesIO()
        book.save(changed)
        sentences = differences(form, changed.getvalue())
        assert len(sentences) == 1
        assert f"第{cell.row}行第{cell.column}列" in sentences[0]
        cell.value = kept


def test_a_figure_turned_into_text_and_a_cent_too_many_are_differences() -> None:
    form = roster(1)
    for cell in (
        FormCell("9,801.00"),
        FormCell("9,801.01", number=Decimal("9801.01"), places=2, grouped=True),
        FormCell("9,801.00", number=Decimal("9801.001"), places=2, grouped=True),
    ):
        assert differences(form, write(with_cell(form, 2, 23, cell), day=DAY))


def test_an_added_cell_is_a_difference() -> None:
    form = roster(1)
    assert differences(form, write(with_cell(form, 2, 25, FormCell("添")), day=DAY))


def test_a_changed_word_of_a_document_is_told() -> None:
    form = person_form()
    changed = write(with_cell(form, 2, 1, FormCell("37081119850312002X", across=3)), day=DAY)
    sentences = differences(form, changed)
    assert sentences == ["应为“37081119850312001X”，现为“37081119850312002X”。"]


def test_the_pdf_says_what_the_forms_say() -> None:
    forms = (letter(watermark="送审稿"), roster(20), person_form())
    assert pdf_differences(forms, pdf(forms, day=DAY)) == []


def resized(form: FilledForm) -> FilledForm:
    """The same form as another version of the program might set it: other type sizes, other page ends."""
    blocks = tuple(
        dataclasses.replace(block, size=block.size * 0.93) if isinstance(block, Table) else block
        for block in form.blocks
    )
    return dataclasses.replace(form, blocks=blocks)


def test_another_setting_of_the_same_forms_is_no_difference() -> None:
    forms = (letter(), roster(20), person_form())
    other = pdf([resized(form) for form in forms], day=DAY)
    assert other != pdf(forms, day=DAY)
    assert pdf_differences(forms, other) == []


@pytest.mark.parametrize(
    ("row", "column", "cell"),
    [
        (2, 4, FormCell("37081119850312010X")),
        (2, 22, FormCell("89.00", number=Decimal("89.00"), places=2)),
        (2, 25, FormCell("添")),
        (2, 2, FormCell("")),
    ],
)
def test_a_changed_cell_of_the_pdf_is_told(row: int, column: int, cell: FormCell) -> None:
    form = roster(4)
    sentences = pdf_differences([form], pdf([with_cell(form, row, column, cell)], day=DAY))
    assert sentences
    assert all(sentence.startswith("兼职教师花名册：") for sentence in sentences)


def test_a_missing_form_of_the_pdf_is_told() -> None:
    assert "应为2份" in pdf_differences([letter(), roster(1)], pdf([roster(1)], day=DAY))[0]


def test_contents_are_texts_and_figures_in_order() -> None:
    found = contents(write(roster(1), day=DAY))
    assert found[0] == "济宁示例职业学院兼职教师花名册"
    assert Decimal("9801") in found
    assert "37081119850312001X" in found
    assert "买买提·阿不都热依木" in contents(write(person_form(), day=DAY))
    assert any("第1页" in str(page) for page in contents(pdf([person_form()], day=DAY)))


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"%PDF-1.7 nothing", b"hello", zip_bytes([("a", b"b")], day=DAY)]
)
def test_what_is_no_document_is_one_sentence(content: bytes) -> None:
    with pytest.raises(UnusableInput):
        contents(content)
    assert len(differences(roster(1), content)) == 1


@pytest.mark.parametrize("medium", ["xlsx", "docx"])
def test_damaged_documents_never_raise_anything_else(medium: Medium) -> None:
    form = dataclasses.replace(roster(1), medium=medium)
    content = write(form, day=DAY)
    for at in range(0, len(content), max(1, len(content) // 150)):
        damaged = content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :]
        differences(form, damaged)
        differences(form, content[:at])


def test_a_document_that_would_grow_without_limit_is_not_opened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"word/{number}", b"\0" * (100 * 2**20))
        archive.writestr("word/document.xml", b"<x/>")
    with pytest.raises(UnusableInput, match="过大"):
        contents(out.getvalue())


def test_a_damaged_pdf_never_raises_anything_else() -> None:
    forms = [person_form()]
    content = pdf(forms, day=DAY)
    for at in range(0, len(content), max(1, len(content) // 60)):
        pdf_differences(forms, content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :])
    assert pdf_differences(forms, content[: len(content) // 2])
