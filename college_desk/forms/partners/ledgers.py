"""Ledgers that go with a filing: agreements with enterprises (C3 校企合作协议台账), mentors (C4 企业导师名册)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from college_desk.forms.filing import ANNUAL_PROGRESS, APPRENTICESHIP
from college_desk.forms.form import Frozen, form
from college_desk.forms.naming import period_title, safe, school_name
from college_desk.forms.wording import cell_of, day_in_words, label, short_day, source_of
from college_desk.records.page import FilledForm, FormCell, Line, Table, Title
from college_desk.records.partners.agreement import Agreement
from college_desk.records.partners.mentor import Mentor

AGREEMENTS, MENTORS = "校企合作协议台账", "企业导师名册"
_AGREEMENT = (
    ("序号", 9.0), ("协议编号", 28.0), ("协议类型", 22.0), ("合作企业", 50.0), ("统一社会信用代码", 36.0), ("合作专业", 36.0),
    ("签订日期", 20.0), ("起止日期", 36.0), ("协议关系", 16.0), ("备案号", 14.0),
)  # fmt: skip
_MENTOR = (
    ("序号", 9.0), ("姓名", 20.0), ("所在企业", 56.0), ("职务（岗位）", 28.0), ("技能等级", 20.0), ("职业（工种）", 28.0),
    ("专业技术职务", 28.0), ("从业年限", 14.0), ("聘期", 38.0), ("带徒协议号", 26.0),
)  # fmt: skip


@form("agreement-ledger", AGREEMENTS, filings=(ANNUAL_PROGRESS, APPRENTICESHIP), order=30)
def agreement_ledger(frozen: Frozen) -> Iterable[FilledForm]:
    """The agreements of the filing, none where there are none."""
    rows = [
        (
            FormCell(str(number), number=number),
            cell_of(each, "agreement_number"),
            cell_of(each, "agreement_type"),
            cell_of(each, "enterprise", align="left"),
            cell_of(each, "enterprise_uscc"),
            cell_of(each, "majors", align="left"),
            FormCell(short_day(each.signed_on), source=source_of(each, "signed_on")),
            FormCell(f"{short_day(each.start_on)}—{short_day(each.end_on)}"),
            cell_of(each, "relation"),
            cell_of(each, "filing_number"),
        )
        for number, each in enumerate(frozen.facts.all(Agreement), start=1)
    ]
    yield from _ledger(frozen, "agreement-ledger", AGREEMENTS, _AGREEMENT, rows)


@form("mentor-ledger", MENTORS, filings=(ANNUAL_PROGRESS, APPRENTICESHIP), order=31)
def mentor_ledger(frozen: Frozen) -> Iterable[FilledForm]:
    """The mentors of the filing, none where there are none; without their numbers."""
    rows = [
        (
            FormCell(str(number), number=number),
            cell_of(each, "name"),
            cell_of(each, "enterprise", align="left"),
            cell_of(each, "employer_post"),
            cell_of(each, "skill_level"),
            cell_of(each, "trade"),
            cell_of(each, "professional_title"),
            cell_of(each, "years_in_trade"),
            FormCell(f"{short_day(each.start_on)}—{short_day(each.end_on)}"),
            cell_of(each, "letter_number"),
        )
        for number, each in enumerate(frozen.facts.all(Mentor), start=1)
    ]
    yield from _ledger(frozen, "mentor-ledger", MENTORS, _MENTOR, rows)


def _ledger(
    frozen: Frozen,
    code: str,
    title: str,
    columns: Sequence[tuple[str, float]],
    rows: Sequence[tuple[FormCell, ...]],
) -> Iterable[FilledForm]:
    if not rows:
        return
    head = tuple(label(each) for each, _width in columns)
    yield FilledForm(
        code=code,
        title=title,
        name=safe(f"{school_name(frozen)}_{title}"),
        folder="02-汇总表",
        medium="xlsx",
        landscape=True,
        sheet=title,
        blocks=(
            Title(title, subtitle=f"（{period_title(frozen)}）"),
            Line(
                left=f"填报单位（盖章）：{school_name(frozen)}",
                right=f"填报日期：{day_in_words(frozen.snapshot.day)}",
            ),
            Table(tuple(width for _title, width in columns), (head, *rows), header_rows=1, size=8.5),
            Line(
                left="制表人（签字）：",
                middle="审核人（签字）：",
                right="单位负责人（签字）：　　　　　　　　",
            ),
        ),
    )
