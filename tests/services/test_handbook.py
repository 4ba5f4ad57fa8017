"""The handbook of the checks: every rule once, in chapters, as text, docx and PDF."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.files.documents.reading import contents
from college_desk.rules.rule import RULES
from college_desk.services import handbook

DAY = dt.date(2026, 9, 30)


def test_it_tells_each_rule_once() -> None:
    text = handbook.markdown()
    for rule in RULES:
        assert text.count(f"### {rule.code} {rule.title}") == 1
        assert rule.condition in text
        assert rule.clause in text


def test_every_rule_stands_in_a_chapter_of_its_own_series_with_a_title() -> None:
    chapters = handbook.chapters()
    assert sum(len(each.rules) for each in chapters) == len(RULES)
    assert len({each.title for each in chapters}) == len(chapters)
    for chapter in chapters:
        assert len({rule.code[:3] for rule in chapter.rules}) == 1
        assert not chapter.title.isascii()


def test_the_document_holds_every_rule_in_order(tmp_path: Path) -> None:
    texts = [str(each) for each in contents(handbook.write(tmp_path / "手册.docx", day=DAY))]
    heads = [f"{rule.code}　{rule.title}" for rule in handbook.rules()]
    assert [each for each in texts if each in set(heads)] == heads
    assert {rule.fix for rule in RULES} <= set(texts)


def test_the_pdf_is_written_whole(tmp_path: Path) -> None:
    out = handbook.write(tmp_path / "手册.pdf", day=DAY)
    content = out.read_bytes()
    assert content.startswith(b"%PDF")
    assert content.rstrip().endswith(b"%%EOF")
    text = "".join(str(each) for each in contents(out)).replace("\n", "")
    assert [rule.code for rule in RULES if rule.code not in text] == []


def test_the_text_is_what_is_printed(tmp_path: Path) -> None:
    out = handbook.write(tmp_path / "手册.md", day=DAY)
    assert out.read_text(encoding="utf-8") == handbook.markdown()


@pytest.mark.parametrize("name", ["手册.xlsx", "手册", "手册.txt"])
def test_another_ending_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnusableInput, match="docx、pdf或md"):
        handbook.write(tmp_path / name, day=DAY)
    assert list(tmp_path.iterdir()) == []
