"""The one door out: a filled form as the file of its medium, and all forms as one PDF."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from college_desk.files.documents.typesetting import pdf_of
from college_desk.files.documents.word import document_of
from college_desk.files.documents.workbook import workbook_of
from college_desk.records.page import FilledForm


def write(form: FilledForm, *, day: dt.date) -> bytes:
    """The form as an xlsx or docx file, as its medium says; `day` is the only time in it."""
    if form.medium == "xlsx":
        return workbook_of(form, day=day)
    return document_of(form, day=day)


def file_name(form: FilledForm) -> str:
    """Name and ending of the form's file."""
    return f"{form.name}.{form.medium}"


def pdf(forms: Sequence[FilledForm], *, day: dt.date) -> bytes:
    """One PDF of the forms, in their order, for print and stamp; it bears no time, whatever the day."""
    del day
    return pdf_of(forms)
