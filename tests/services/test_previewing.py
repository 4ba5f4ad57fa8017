"""The forms as pages before and after the freeze, the draft that always prints, the package once more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from college_desk.forms.filing import PART_TIME_APPOINTMENTS
from college_desk.services import previewing
from college_desk.services.filing import filings_of
from college_desk.services.preparing import Choice
from college_desk.storage.desk import Desk
from tests.services import filed_college
from tests.services.filed_college import TERM, TODAY, lay_in, person

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with filed_college.college(tmp_path) as made:
        yield made


def choice() -> Choice:
    return Choice(PART_TIME_APPOINTMENTS, TERM)


def test_the_forms_of_each_person_are_one_form(desk: Desk) -> None:
    shown = previewing.preview_draft(desk, choice(), today=TODAY)
    assert {each.title: len(each.documents) for each in shown.forms}["兼职教师聘任备案表"] == 3
    assert shown.draft
    assert {page.watermark for form in shown.forms for page in form.documents} == {"送审稿"}
    assert filings_of(desk) == []


def test_a_form_is_set_as_pages_and_painted(desk: Desk) -> None:
    shown = previewing.preview_draft(desk, choice(), today=TODAY)
    place = [each.title for each in shown.forms].index("兼职教师聘任备案表")
    printed = shown.printed(place)
    assert printed.pages >= 3
    assert printed.picture(0, width=300).startswith(PNG)
    with pytest.raises(IndexError):
        printed.picture(printed.pages, width=300)


def test_what_was_frozen_is_shown_as_it_was_without_the_watermark(desk: Desk, tmp_path: Path) -> None:
    filed_college.filed(desk, tmp_path / "out")
    lay_in(desk, person(9, "周九"))
    (stored,) = filings_of(desk)
    shown = previewing.preview_filed(desk, stored.snapshot)
    assert {page.watermark for form in shown.forms for page in form.documents} == {""}
    assert {each.title: len(each.documents) for each in shown.forms}["兼职教师聘任备案表"] == 3
    with pytest.raises(KeyError):
        previewing.preview_filed(desk, "0" * 64)


def test_a_draft_is_written_blocked_or_not_and_leaves_nothing_on_record(desk: Desk, tmp_path: Path) -> None:
    for name, extra in (("clean", []), ("blocked", person(8, "吴八", vetted_on=None))):
        lay_in(desk, list(extra))
        folder = previewing.save_draft(desk, choice(), out=tmp_path / name, today=TODAY)
        assert folder.name.endswith("送审稿")
        assert {each.suffix for each in folder.rglob("*") if each.is_file()} == {".docx", ".xlsx", ".pdf"}
    assert filings_of(desk) == []


def test_the_package_written_once_more_is_the_same_byte_for_byte(desk: Desk, tmp_path: Path) -> None:
    first = filed_college.filed(desk, tmp_path / "out").packages[0]
    lay_in(desk, person(9, "周九"))
    (stored,) = filings_of(desk)
    again = previewing.save_package(desk, stored.snapshot, out=tmp_path / "again")
    assert again.read_bytes() == first.path.read_bytes()
    assert again.name == first.path.name
