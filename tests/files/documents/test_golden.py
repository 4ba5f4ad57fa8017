"""What the documents say and how the pages fall, kept beside the tests; a change there is seen in review.

To renew the files after a wanted change: `COLLEGE_DESK_RENEW=1 python -m pytest tests/files/documents`.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from college_desk.files.documents.reading import contents
from college_desk.files.documents.writing import pdf, write
from college_desk.records.snapshot import sha256
from tests.files.documents.sample_forms import letter, person_form, roster

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "documents"
DAY = dt.date(2026, 9, 30)
DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "roster.xlsx": lambda: write(roster(), day=DAY),
    "person.docx": lambda: write(person_form(), day=DAY),
    "letter.docx": lambda: write(letter(watermark="送审稿"), day=DAY),
    "all.pdf": lambda: pdf((letter(), roster(), person_form()), day=DAY),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_says_what_it_said(name: str) -> None:
    content = DOCUMENTS[name]()
    said = json.dumps([str(each) for each in contents(content)], ensure_ascii=False, indent=1) + "\n"
    file = GOLDEN / f"{name}.json"
    if os.environ.get("COLLEGE_DESK_RENEW"):
        file.write_text(said, encoding="utf-8")
    assert said == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["person.docx", "letter.docx"])
def test_a_word_document_has_the_bytes_it_had(name: str) -> None:
    digest = sha256(DOCUMENTS[name]())
    file = GOLDEN / f"{name}.sha256"
    if os.environ.get("COLLEGE_DESK_RENEW"):
        file.write_text(digest + "\n", encoding="utf-8")
    assert digest == file.read_text(encoding="utf-8").strip()
