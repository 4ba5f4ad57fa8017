"""The filing page: what it finds, the explanation that frees it, the package it writes, the pages it shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from college_desk.gui.pages.filing.page import FilingsPage
from college_desk.gui.window import MainWindow
from college_desk.records.finding import Finding
from college_desk.services.filing import filings_of
from college_desk.storage.desk import Desk
from tests import make
from tests.gui.conftest import Opened, keep, rest
from tests.services.filed_college import person


def filings_page(window: MainWindow) -> FilingsPage:
    page = window.page
    assert isinstance(page, FilingsPage)
    return page


def college(desk: Desk, **given: object) -> None:
    beside = [each for each in make.everything() if type(each).__name__ in ("Enterprise", "Staffing", "Term")]
    keep(desk, *beside, *person(1, "李明", **given))


def shown(page: FilingsPage) -> list[Finding]:
    return [finding for finding in page.findings._model.rows() if finding.severity != "info"]


def test_without_appointments_it_says_what_to_do_and_cannot_be_frozen(opened: Opened, desk: Desk) -> None:
    page = filings_page(opened(desk, "filings"))
    assert "请先登记聘任" in page._summary.text()
    assert not page.freeze.isEnabled()


def test_a_clean_filing_is_frozen_packed_and_verified(opened: Opened, desk: Desk, tmp_path: Path) -> None:
    college(desk)
    window = opened(desk, "filings")
    page = filings_page(window)
    assert shown(page) == []
    assert page.freeze.isEnabled()
    page.file_into(tmp_path / "out")
    rest(window)
    assert [each.version for each in filings_of(desk)] == [1]
    package = next((tmp_path / "out").glob("*.zip"))
    page.verify_package(package)
    rest(window)
    assert page._path._marks[-1].property("tag") == "right"


def test_an_error_keeps_it_from_being_frozen_and_leads_into_the_cell(opened: Opened, desk: Desk) -> None:
    college(desk, vetted_on=None)
    window = opened(desk, "filings")
    page = filings_page(window)
    assert not page.freeze.isEnabled()
    finding = next(each for each in shown(page) if each.field == "vetted_on")
    page.findings.opened.emit(finding)
    rest(window)
    assert window.page is not None
    assert window.page.code == "appointment"


def test_an_explanation_frees_a_warning(opened: Opened, desk: Desk) -> None:
    college(desk, end_on="2029-12-31")
    window = opened(desk, "filings")
    page = filings_page(window)
    assert not page.freeze.isEnabled()
    page.findings.text.setPlainText("项目周期四年，已报批")
    page.findings.keep_all.click()
    rest(window)
    assert [each.explanation is not None for each in shown(page)] == [True]
    assert page.freeze.isEnabled()


@pytest.mark.parametrize("number", [0, 1])
def test_each_form_is_shown_page_by_page(opened: Opened, desk: Desk, number: int) -> None:
    college(desk)
    window = opened(desk, "filings")
    page = filings_page(window)
    page.preview.forms.setCurrentIndex(number)
    rest(window)
    assert page.preview._printed is not None
    assert page.preview._number.text().startswith("1 / ")
    assert not page.preview._picture.pixmap().isNull()
