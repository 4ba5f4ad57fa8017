"""The roster of one cohort (C1 学徒花名册), A4 landscape: what the bureau asks for and no more."""

from __future__ import annotations

from collections.abc import Iterable

from college_desk.forms.apprenticeship.cohorts import members
from college_desk.forms.filing import APPRENTICESHIP
from college_desk.forms.form import Frozen, form
from college_desk.forms.naming import safe, school_name
from college_desk.forms.selecting import filed
from college_desk.forms.wording import cell_of, day_in_words, figure, label, short_day, source_of
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.page import FilledForm, FormCell, Line, Table, Title

TITLE = "学徒花名册"
COLUMNS = (
    ("序号", 8.0), ("姓名", 15.0), ("性别", 7.0), ("身份证件号", 30.0), ("学号", 20.0), ("班级", 22.0), ("合作企业", 32.0),
    ("学徒岗位", 16.0), ("企业导师", 13.0), ("学校导师", 13.0), ("协议\n形式", 9.0), ("协议编号", 20.0), ("签订日期", 16.0),
    ("企业培养起止", 22.0), ("月报酬\n（元）", 13.0), ("保险类型", 14.0), ("保险期间", 22.0), ("学徒\n状态", 9.0),
)  # fmt: skip
"""Titles and widths in millimetres."""


@form("apprentice-roster", TITLE, filings=(APPRENTICESHIP,), order=21)
def rosters(frozen: Frozen) -> Iterable[FilledForm]:
    """One roster for each cohort filed, its last row counting people."""
    taken = {each.uid for each in filed(frozen, Apprentice)}
    for number, cohort in enumerate(filed(frozen, Cohort), start=1):
        people = [each for each in members(frozen.facts, cohort) if each.uid in taken]
        name = cohort.name or cohort.cohort_code or ""
        head = tuple(label(title) for title, _width in COLUMNS)
        rows = [_row(place, each) for place, each in enumerate(people, start=1)]
        total = (label("合计", across=2), FormCell(f"{len(people)}人", across=len(COLUMNS) - 2, align="left"))
        yield FilledForm(
            code="apprentice-roster",
            title=f"{TITLE}（{name}）",
            name=safe(f"{number:02d}_{name}_{TITLE}"),
            folder="02-汇总表",
            medium="xlsx",
            landscape=True,
            sheet="花名册",
            blocks=(
                Title(TITLE, subtitle=f"（{name}，{cohort.major_name or ''}）"),
                Line(
                    left=f"填报单位（盖章）：{school_name(frozen)}",
                    right=f"填报日期：{day_in_words(frozen.snapshot.day)}",
                ),
                Table(
                    tuple(width for _title, width in COLUMNS), (head, *rows, total), header_rows=1, size=8.0
                ),
                Line(
                    left="制表人（签字）：",
                    middle="审核人（签字）：",
                    right="单位负责人（签字）：　　　　　　　　",
                ),
            ),
        )


def _row(number: int, each: Apprentice) -> tuple[FormCell, ...]:
    return (
        FormCell(str(number), number=number),
        cell_of(each, "name"),
        cell_of(each, "gender"),
        cell_of(each, "id_number"),
        cell_of(each, "student_number"),
        cell_of(each, "class_name"),
        cell_of(each, "enterprise", align="left"),
        cell_of(each, "position"),
        cell_of(each, "mentor"),
        cell_of(each, "school_mentor"),
        cell_of(each, "agreement_form"),
        cell_of(each, "agreement_number"),
        FormCell(short_day(each.agreement_signed_on), source=source_of(each, "agreement_signed_on")),
        FormCell(f"{short_day(each.start_on)}—{short_day(each.end_on)}"),
        figure(each.monthly_pay, source=source_of(each, "monthly_pay"), places=2),
        cell_of(each, "insurance_kind"),
        FormCell(f"{short_day(each.insured_from)}—{short_day(each.insured_to)}"),
        cell_of(each, "status"),
    )
