"""The annual table (C14 年度进展统计表): A4 landscape, one line an indicator, stocks and flows kept apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from college_desk.forms import selecting
from college_desk.forms.filing import ANNUAL_PROGRESS, Scope, Selection, filing
from college_desk.forms.form import Frozen, form
from college_desk.forms.naming import safe, school_name
from college_desk.forms.paper.summary import summary
from college_desk.forms.wording import day_in_words, figure, label
from college_desk.policy.progress import NATURE_WORDS, Figure, figures, figures_of, numbers_json, with_goal
from college_desk.records.college.recipient import Recipient
from college_desk.records.college.school import School
from college_desk.records.facts import Facts
from college_desk.records.filings.notice import Notice
from college_desk.records.page import Block, FilledForm, FormCell, Line, Paragraph, Table, Title
from college_desk.records.partners.agreement import Agreement
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.partners.mentor import Mentor
from college_desk.records.period import Period

TITLE = "年度进展统计表"
COLUMNS = (
    ("序号", 9.0), ("类别", 20.0), ("指标", 46.0), ("单位", 12.0), ("指标性质", 17.0), ("上年末", 17.0), ("本年\n新增", 15.0),
    ("本年\n减少", 15.0), ("年末", 17.0), ("上年\n同期", 18.0), ("本年\n发生", 18.0), ("增减", 16.0), ("累计", 19.0),
    ("目标", 16.0), ("完成率\n%", 15.0),
)  # fmt: skip
"""Titles and widths in millimetres."""
_NUMBERS = ("opening", "added", "removed", "closing", "before", "during", "change", "total", "goal")
_NO_BALANCE = "—"


@filing(
    ANNUAL_PROGRESS,
    "年度进展统计",
    periods=("calendar_year",),
    subject="年度进展统计材料",
    registers=(School, Recipient, Agreement, Enterprise, Mentor),
)
def year_of(facts: Facts, period: Period, day: dt.date, scope: Scope) -> Selection:
    """The college with its year's figures, and the agreements and mentors of the year beside them.

    Nobody behind a figure travels with it: the figures are reckoned from all registers and frozen as numbers.
    """
    agreements = [
        each
        for each in facts.all(Agreement)
        if selecting.within(period, each.start_on or each.signed_on, each.end_on)
    ]
    filed_agreements, aside = selecting.divided(agreements, scope, _by_number)
    mentors = [each for each in facts.all(Mentor) if selecting.within(period, each.start_on, each.end_on)]
    filed_mentors, mentors_aside = selecting.divided(mentors, scope, _by_enterprise)
    schools = tuple(facts.all(School))
    named = {each.links.get("enterprise") for each in (*filed_agreements, *filed_mentors)}
    companions = [
        *filed_agreements,
        *filed_mentors,
        *(each for each in facts.all(Enterprise) if each.uid in named),
        *facts.all(Recipient),
    ]
    notices = [each for each in facts.all(Notice) if each.filing == ANNUAL_PROGRESS]
    return Selection(
        filed=schools,
        companions=selecting.once(companions, schools),
        left_out=(*aside, *mentors_aside),
        about=(*schools, *filed_agreements, *filed_mentors, *notices),
        figures=numbers_json(figures(facts, period.first.year, day)),
    )


@form("annual-progress-table", TITLE, filings=(ANNUAL_PROGRESS,), order=20)
def progress_table(frozen: Frozen) -> Iterable[FilledForm]:
    """The one table of the year."""
    year, day = frozen.snapshot.period_first.year, frozen.snapshot.day
    rows = [_row(number, each) for number, each in enumerate(_figures(frozen), start=1)]
    head = tuple(label(title) for title, _width in COLUMNS)
    yield FilledForm(
        code="annual-progress-table",
        title=TITLE,
        name=safe(f"{school_name(frozen)}_{TITLE}"),
        folder="02-汇总表",
        medium="xlsx",
        landscape=True,
        sheet="年度进展",
        blocks=(
            Title(TITLE, subtitle=f"（{year}年度，截至{day_in_words(day)}）"),
            Line(left=f"填报单位（盖章）：{school_name(frozen)}", right=f"填报日期：{day_in_words(day)}"),
            Table(tuple(width for _title, width in COLUMNS), (head, *rows), header_rows=1, size=8.5),
            Line(
                left=f"时点数：年末＝上年末＋本年新增－本年减少，统计时点{day_in_words(day)}；时期数：上年同期、本年发生按同一起止日期，累计为历年合计。"
            ),
            Line(
                left="制表人（签字）：",
                middle="审核人（签字）：",
                right="单位负责人（签字）：　　　　　　　　",
            ),
        ),
    )


@summary(ANNUAL_PROGRESS)
def progress_summary(frozen: Frozen) -> Iterable[Block]:
    """What the cover paper says: the stocks at the end, the flows of the year."""
    known = {each.indicator.code: each for each in _figures(frozen)}

    def said(code: str) -> str:
        found = known.get(code)
        if found is None:
            return ""
        number = found.closing if found.indicator.nature == "stock" else found.during
        return f"{found.indicator.title}{_plain(number)}{found.indicator.unit}"

    ends = [said(code) for code in ("modern_cohorts", "modern_apprentices", "order_classes", "order_students",
                                    "part_time_teachers", "mentors", "partner_enterprises")]  # fmt: skip
    year = [
        said(code)
        for code in ("taught_periods", "order_graduates", "employed", "contest_prizes", "training_days")
    ]
    yield Paragraph(f"一、截至{day_in_words(frozen.snapshot.day)}，{'，'.join(filter(None, ends))}。")
    yield Paragraph(f"二、本年{'，'.join(filter(None, year))}。详见附件。")


def _figures(frozen: Frozen) -> list[Figure]:
    day = frozen.snapshot.day
    return [with_goal(each, frozen.policy, day) for each in figures_of(frozen.snapshot.figures)]


def _row(number: int, each: Figure) -> tuple[FormCell, ...]:
    asked = each.indicator
    places = 2 if asked.unit == "元" else None
    cells = [
        FormCell(_NO_BALANCE)
        if value is None
        else figure(value, source=f"figure:{asked.code}.{name}", places=places)
        for name in _NUMBERS
        for value in (getattr(each, name),)
    ]
    rate = FormCell(_NO_BALANCE) if each.rate is None else figure(each.rate, places=2)
    return (
        FormCell(str(number), number=number),
        FormCell(asked.group),
        FormCell(asked.title, align="left"),
        FormCell(asked.unit),
        FormCell(NATURE_WORDS[asked.nature]),
        *cells,
        rate,
    )


def _plain(number: Decimal | None) -> str:
    return "" if number is None else f"{number.normalize():f}"


def _by_number(each: Agreement) -> tuple[str, ...]:
    return each.agreement_number or "", each.uid


def _by_enterprise(each: Mentor) -> tuple[str, ...]:
    return each.enterprise or "", each.name or "", each.uid
