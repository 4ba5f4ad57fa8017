"""The PDF of all forms: our typefaces only, the same bytes, every character as it was."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pypdfium2
import pytest

from college_desk.files.documents import fonts
from college_desk.files.documents.comparing import differences
from college_desk.files.documents.preview import page_picture, page_sizes
from college_desk.files.documents.reading import page_texts
from college_desk.files.documents.writing import pdf, write
from college_desk.records.page import (
    FilledForm,
    FormCell,
    Line,
    PageBreak,
    Paragraph,
    SealPlace,
    Seals,
    Style,
    Table,
    Title,
)
from tests.files.documents.sample_forms import letter, person_form, roster

DAY = dt.date(2026, 9, 30)
ROOT = Path(__file__).resolve().parents[3]


def tight(text: str) -> str:
    return "".join(text.split())


def pages_of(*forms: FilledForm) -> list[str]:
    return [tight(text) for text in page_texts(pdf(forms, day=DAY))]


def test_each_form_has_its_own_page_numbers_and_direction() -> None:
    content = pdf((letter(), roster(20), person_form()), day=DAY)
    pages = [tight(text) for text in page_texts(content)]
    ends = [page.rpartition("第")[2] if "共" in page[-8:] else page[-3:] for page in pages]
    assert ends[:2] == ["—1—", "—2—"]
    count = len(pages) - 3
    assert ends[2:-1] == [f"{number}页共{count}页" for number in range(1, count + 1)]
    assert ends[-1] == "1页共1页"
    assert [size.width > size.height for size in page_sizes(content)] == [
        False,
        False,
        *[True] * count,
        False,
    ]


def test_the_header_is_repeated_and_no_row_is_torn() -> None:
    pages = pages_of(roster(30))
    assert len(pages) > 2
    assert all("身份证件号" in page for page in pages)
    for number in range(1, 31):
        holders = [page for page in pages if f"37081119850312{number:03d}X" in page]
        assert len(holders) == 1
        assert f"S0000370800{number:06d}" in holders[0]


def pages_with(page_texts: list[str], words: tuple[str, ...]) -> list[int]:
    return [number for number, page in enumerate(page_texts) if any(word in page for word in words)]


@pytest.mark.parametrize("lines", range(38, 56))
def test_places_for_seals_and_rows_are_never_torn_wherever_the_page_ends(lines: int) -> None:
    above = tuple(Paragraph(f"第{number}行", "small") for number in range(lines))
    seals = Seals((SealPlace(("单位（盖章）", "负责人（签字）：", "年    月    日")),))
    form = FilledForm("f", "表", "表", "x", "docx", (*above, Line("填表人：王"), seals))
    assert len(pages_with(pages_of(form), ("填表人：王", "单位（盖章）", "负责人", "年月日"))) == 1
    row = (FormCell("甲一\n乙二\n丙三\n丁四\n戊五\n己六"), FormCell("x", tall=30))
    torn = FilledForm("f", "表", "表", "x", "docx", (*above, Table((60.0, 60.0), (row,))))
    assert len(pages_with(pages_of(torn), ("甲一", "乙二", "丙三", "丁四", "戊五", "己六"))) == 1


def test_rare_characters_show_and_read_back_as_they_were() -> None:
    names = "𬭚䶮㛃𠮷𪚥𫠠𫝀𬺓𮯠·〇—☑☐√①㎡"
    form = FilledForm("f", "表", "表", "x", "docx", (Paragraph(names, "plain"),))
    content = pdf([form], day=DAY)
    assert tight(page_texts(content)[0]).startswith(names)
    assert fonts.missing() == []
    assert fonts.unprintable([names, "张三"]) == []
    assert fonts.unprintable(["张\ue000三", "𰻝"]) == ["\ue000", "𰻝"]


def test_only_our_typefaces_are_used() -> None:
    document = pypdfium2.PdfDocument(pdf((letter(watermark="送审稿"), roster(8)), day=DAY))
    used = set()
    for page in document:
        for each in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            used.add(each.get_font().get_base_name().rpartition("+")[2])
        page.close()
    document.close()
    assert used <= {"NotoSerifSC-Regular", "NotoSansSC-Regular", "HanaMinB", "NotoSerifSC-Regular-Identity-H"}


def test_text_is_never_taken_for_source() -> None:
    texts = (
        "#panic(1)",
        "*a* _b_ $x$ <l> @r",
        '#read("/etc/passwd")',
        "= 标题\n- 项",
        "\\ \" ' // /* */",
        "{}[]`",
    )
    form = FilledForm("f", "表", "表", "x", "docx", tuple(Paragraph(text, "plain") for text in texts))
    page = pages_of(form)[0]
    for text in texts:
        assert tight(text) in page


def test_a_draft_bears_its_mark_on_every_page() -> None:
    assert all(page.startswith("送审稿") for page in pages_of(roster(20, watermark="送审稿")))
    assert not any("送审稿" in page for page in pages_of(roster(20)))


def test_a_page_break_is_a_page_break() -> None:
    form = FilledForm("f", "表", "表", "x", "docx", (Title("甲"), PageBreak(), Title("乙")))
    assert pages_of(form) == ["甲第1页共2页", "乙第2页共2页"]


def test_every_style_of_paragraph_is_set() -> None:
    styles = get_args(Style)
    blocks = tuple(Paragraph(f"样式{style}", style) for style in styles)
    form = FilledForm("f", "表", "表", "x", "docx", blocks)
    for each in (form, dataclasses.replace(form, page_numbers="dash")):
        page = pages_of(each)[0]
        assert all(f"样式{style}" in page for style in styles)
        assert differences(each, write(each, day=DAY)) == []
        sheet = dataclasses.replace(each, medium="xlsx")
        assert differences(sheet, write(sheet, day=DAY)) == []


def test_the_same_forms_give_the_same_bytes_in_another_process_place_and_time() -> None:
    here = pdf((letter(), roster(3)), day=DAY)
    assert b"/CreationDate" not in here
    assert b"/ModDate" not in here
    program = (
        "import sys, datetime as dt\n"
        "from college_desk.files.documents.writing import pdf, write\n"
        "from tests.files.documents.sample_forms import letter, roster\n"
        "day = dt.date(2026, 9, 30)\n"
        "sys.stdout.buffer.write(pdf((letter(), roster(3)), day=day) + write(letter(), day=day)"
        " + write(roster(3), day=day))\n"
    )
    expected = here + write(letter(), day=DAY) + write(roster(3), day=DAY)
    environment = {**os.environ, "TZ": "America/New_York", "PYTHONHASHSEED": "7", "LC_ALL": "C.UTF-8"}
    environment["PYTHONPATH"] = str(ROOT)
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, env=environment, cwd="/"
    )
    assert answer.stdout == expected


def test_a_page_becomes_a_picture_of_the_asked_width() -> None:
    content = pdf((roster(3),), day=DAY)
    picture = page_picture(content, 0, width=800)
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20], "big") == 800
    with pytest.raises(IndexError):
        page_picture(content, len(page_sizes(content)), width=800)


def test_a_form_without_the_watermark_differs_only_by_it() -> None:
    assert pdf([roster(2)], day=DAY) == pdf(
        [dataclasses.replace(roster(2, watermark="稿"), watermark="")], day=DAY
    )
