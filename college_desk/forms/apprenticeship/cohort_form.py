"""The form for one cohort (C2 学徒班备案表), A4 portrait, and the list of all of them (学徒班备案汇总表)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from college_desk.forms.apprenticeship.cohorts import in_training, members, mentors_of
from college_desk.forms.filing import APPRENTICESHIP
from college_desk.forms.form import Frozen, form
from college_desk.forms.naming import period_title, safe, school_name, school_of
from college_desk.forms.paper.summary import summary
from college_desk.forms.selecting import filed
from college_desk.forms.wording import (
    cell_of,
    counted,
    day_in_words,
    figure,
    label,
    pair,
    plain,
    said,
    short_day,
    stretch_in_words,
)
from college_desk.policy.coded import coded
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.page import Block, FilledForm, FormCell, Line, Paragraph, Table, Title
from college_desk.records.partners.agreement import Agreement
from college_desk.records.partners.enterprise import Enterprise

TITLE, SUMMARY = "学徒班备案表", "学徒班备案汇总表"
WIDTHS = (28.0, 28.0, 28.0, 28.0, 28.0, 30.0)
OPINION_HEIGHT = 30.0
_COLUMNS = (
    ("序号", 9.0), ("学徒班编号", 26.0), ("学徒班名称", 34.0), ("专业", 28.0), ("合作企业", 44.0), ("协议编号", 26.0),
    ("培养起止", 34.0), ("计划\n人数", 12.0), ("实招\n人数", 12.0), ("在培\n人数", 12.0), ("岗位数", 12.0),
    ("企业\n导师数", 12.0), ("学校\n导师数", 12.0),
)  # fmt: skip

Row = tuple[FormCell, ...]


@dataclass(frozen=True)
class Roster:
    """What the rosters say of one cohort: counted, not taken from the cohort's own numbers."""

    people: tuple[Apprentice, ...]
    mentors: int
    school_mentors: int

    @property
    def men(self) -> int:
        """How many are men."""
        return sum(each.gender == coded("gender", "男") for each in self.people)

    @property
    def women(self) -> int:
        """How many are women."""
        return sum(each.gender == coded("gender", "女") for each in self.people)


def roster_of(frozen: Frozen, cohort: Cohort) -> Roster:
    """Those in training (在培) who are filed, and their distinct mentors."""
    taken = {each.uid for each in filed(frozen, Apprentice)}
    people = tuple(each for each in members(frozen.facts, cohort) if each.uid in taken and in_training(each))
    named = {each.mentor for each in people if each.mentor}
    mentors = len(mentors_of(frozen.facts, people)) or len(named)
    return Roster(people, mentors, len({each.school_mentor for each in people if each.school_mentor}))


@form("cohort-form", TITLE, filings=(APPRENTICESHIP,), order=30)
def cohort_forms(frozen: Frozen) -> Iterable[FilledForm]:
    """One form for each cohort filed."""
    for number, cohort in enumerate(filed(frozen, Cohort), start=1):
        name = cohort.name or cohort.cohort_code or ""
        yield FilledForm(
            code="cohort-form",
            title=f"{TITLE}（{name}）",
            name=safe(f"{number:02d}_{name}_{TITLE}"),
            folder="03-备案表",
            medium="docx",
            blocks=(
                Title(TITLE),
                Line(
                    left=f"填报单位（盖章）：{school_name(frozen)}",
                    right=f"填报日期：{day_in_words(frozen.snapshot.day)}",
                ),
                Table(WIDTHS, tuple(_rows(frozen, cohort)), size=9.5),
            ),
        )


@form("cohort-summary", SUMMARY, filings=(APPRENTICESHIP,), order=20)
def cohort_summary(frozen: Frozen) -> Iterable[FilledForm]:
    """One row a cohort; planned, enrolled and in training (计划、实招、在培) kept apart, totals of each."""
    cohorts = filed(frozen, Cohort)
    rosters = [roster_of(frozen, each) for each in cohorts]
    rows = [
        (
            FormCell(str(number), number=number),
            cell_of(each, "cohort_code"),
            cell_of(each, "name", align="left"),
            cell_of(each, "major_name"),
            FormCell("、".join(each.enterprises or ()), align="left"),
            cell_of(each, "agreement_number"),
            FormCell(f"{short_day(each.start_on)}—{short_day(each.end_on)}"),
            cell_of(each, "planned_size"),
            cell_of(each, "enrolled_size"),
            figure(len(roster.people), source="count:apprentice"),
            cell_of(each, "posts"),
            figure(roster.mentors, source="count:mentor"),
            figure(roster.school_mentors, source="count:school_mentor"),
        )
        for number, (each, roster) in enumerate(zip(cohorts, rosters, strict=True), start=1)
    ]
    people = [apprentice for roster in rosters for apprentice in roster.people]
    total = (
        label("合计", across=2),
        FormCell(f"{len(cohorts)}个班", across=5, align="left"),
        figure(sum(each.planned_size or 0 for each in cohorts), source="sum:planned_size"),
        figure(sum(each.enrolled_size or 0 for each in cohorts), source="sum:enrolled_size"),
        figure(len(people), source="count:apprentice"),
        figure(sum(each.posts or 0 for each in cohorts), source="sum:posts"),
        figure(len(mentors_of(frozen.facts, people)), source="count:mentor"),
        figure(
            len({each.school_mentor for each in people if each.school_mentor}), source="count:school_mentor"
        ),
    )
    head = tuple(label(title) for title, _width in _COLUMNS)
    yield FilledForm(
        code="cohort-summary",
        title=SUMMARY,
        name=safe(f"{school_name(frozen)}_{SUMMARY}"),
        folder="02-汇总表",
        medium="xlsx",
        landscape=True,
        sheet="学徒班",
        blocks=(
            Title(SUMMARY, subtitle=f"（{period_title(frozen)}）"),
            Line(
                left=f"填报单位（盖章）：{school_name(frozen)}",
                right=f"填报日期：{day_in_words(frozen.snapshot.day)}",
            ),
            Table(tuple(width for _title, width in _COLUMNS), (head, *rows, total), header_rows=1, size=8.5),
            Line(
                left="制表人（签字）：",
                middle="审核人（签字）：",
                right="单位负责人（签字）：　　　　　　　　",
            ),
        ),
    )


@summary(APPRENTICESHIP)
def cohorts_summary(frozen: Frozen) -> Iterable[Block]:
    """What the cover paper says: how many cohorts, apprentices, enterprises and mentors."""
    cohorts = filed(frozen, Cohort)
    people = [apprentice for each in cohorts for apprentice in roster_of(frozen, each).people]
    enterprises = {name for each in cohorts for name in each.enterprises or ()}
    mentors = len(mentors_of(frozen.facts, people))
    yield Paragraph(
        f"一、本期开设现代学徒制学徒班{len(cohorts)}个，在培学徒{len({each.id_number for each in people})}人，"
        f"合作企业{len(enterprises)}家，企业导师{mentors}人。"
    )
    yield Paragraph("二、各班人才培养方案已论证，学徒与学校、企业已签订三方（四方）协议，名单见附件。")


def _rows(frozen: Frozen, cohort: Cohort) -> list[Row]:
    school, roster = school_of(frozen), roster_of(frozen, cohort)
    employees = _employees(frozen, cohort)
    return [
        (*pair("学徒班名称", cohort, "name", 3), *pair("学徒班编号", cohort, "cohort_code")),
        (*pair("学校名称", school, "name", 3), *pair("学校性质", school, "school_type")),
        (*pair("主管部门", school, "authority"), *pair("联系人", school, "contact"), *pair("联系电话", school, "phone")),
        (*pair("专业名称", cohort, "major_name"), *pair("专业代码", cohort, "major_code"), *pair("专业方向", cohort, "major_direction")),
        (*pair("试点层级", cohort, "pilot_level"), *pair("试点批次", cohort, "pilot_batch"), *pair("试点文号", cohort, "document_number")),
        (*said("合作企业", "、".join(cohort.enterprises or ()), 3), *said("企业在岗职工数", employees)),
        (*pair("校企协议编号", cohort, "agreement_number"), *said("协议起止", _agreed(frozen, cohort), 3)),
        (*pair("招生招工方式", cohort, "enrolment_mode"), *pair("学制", cohort, "schooling"), *pair("岗位数", cohort, "posts")),
        (*said("培养起止", stretch_in_words(cohort.start_on, cohort.end_on), 3), *said("方案论证日期", day_in_words(cohort.plan_reviewed_on))),
        (*pair("计划人数", cohort, "planned_size"), *pair("实招人数", cohort, "enrolled_size"),
         *counted("在培人数", len(roster.people), "count:apprentice")),
        (*counted("其中：男", roster.men, "count:men"), *counted("女", roster.women, "count:women"),
         *said("齐鲁工匠后备人才", plain(sum(bool(each.artisan_reserve) for each in roster.people)))),
        (*counted("企业导师数", roster.mentors, "count:mentor"), *counted("学校导师数", roster.school_mentors, "count:school_mentor"),
         *said("经费来源", _shown(cohort, "fund_source"))),
        (*pair("校内学时", cohort, "school_periods"), *pair("企业学时", cohort, "enterprise_periods"), *pair("经费预算（元）", cohort, "budget_yuan")),
        (label("工学交替安排"), cell_of(cohort, "alternation", across=5, align="left")),
        _lead("学校项目负责人", cohort, "school_lead", cohort.school_lead_phone),
        _lead("企业项目负责人", cohort, "enterprise_lead", cohort.enterprise_lead_phone),
        _opinions("学校", "企业"),
        _opinions("县级主管部门", "市级主管部门"),
    ]  # fmt: skip


def _opinions(one: str, other: str) -> Row:
    return (
        label(f"{one}\n意见"),
        _seal_place(),
        label(f"{other}\n意见"),
        _seal_place(),
    )


def _seal_place() -> FormCell:
    """Room for an opinion, the seal, a signature and the day."""
    text = "（盖章）\n负责人（签字）：　　　　　　\n年　　月　　日"
    return FormCell(text, across=2, tall=OPINION_HEIGHT, seal=True)


def _lead(title: str, cohort: Cohort, field: str, phone: str | None) -> Row:
    return (
        label(title),
        cell_of(cohort, field, across=2),
        label("联系电话"),
        FormCell(phone or "", across=2),
    )


def _agreed(frozen: Frozen, cohort: Cohort) -> str:
    for each in frozen.facts.by(Agreement, "agreement_number")[cohort.agreement_number]:
        return stretch_in_words(each.start_on, each.end_on)
    return ""


def _employees(frozen: Frozen, cohort: Cohort) -> str:
    """The employees of each partner, in the order of the cohort's enterprises; empty where none is known."""
    known = {each.name: each.employees for each in frozen.facts.all(Enterprise)}
    numbers = [known.get(name) for name in cohort.enterprises or ()]
    return "、".join("—" if each is None else str(each) for each in numbers) if any(numbers) else ""


def _shown(cohort: Cohort, field: str) -> str:
    return cell_of(cohort, field).text
