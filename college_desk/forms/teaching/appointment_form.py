"""The form for one appointment (C5 兼职教师聘任备案表): one page per person, A4 portrait, photo top right."""

from __future__ import annotations

from collections.abc import Iterable

from college_desk.forms.filing import PART_TIME_APPOINTMENTS
from college_desk.forms.form import Frozen, form
from college_desk.forms.naming import safe, school_name
from college_desk.forms.selecting import filed
from college_desk.forms.teaching.appointments import teacher_of
from college_desk.forms.wording import (
    day_in_words,
    label,
    opinion,
    pair,
    plain,
    said,
    shown,
    stretch_in_words,
)
from college_desk.records.page import FilledForm, FormCell, Line, Table, Title
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher

TITLE = "兼职教师聘任备案表"
WIDTHS = (24.0, 28.0, 20.0, 26.0, 22.0, 27.0, 23.0)
"""Millimetres; 170 in all, the type area between margins of 20."""

OPINION_HEIGHT = 22.0
PLEDGE = "以上内容属实，与学校领导及用人部门负责人无应回避的亲属关系。"

Row = tuple[FormCell, ...]


@form("part-time-appointment-form", TITLE, filings=(PART_TIME_APPOINTMENTS,), order=30)
def appointment_forms(frozen: Frozen) -> Iterable[FilledForm]:
    """One form for each appointment filed."""
    for number, appointment in enumerate(filed(frozen, Appointment), start=1):
        teacher = teacher_of(frozen.facts, appointment)
        name = (teacher.name if teacher else None) or appointment.name or ""
        yield FilledForm(
            code="part-time-appointment-form",
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
                Table(WIDTHS, tuple(_rows(teacher, appointment)), size=9.5),
            ),
        )


def _rows(teacher: PartTimeTeacher | None, appointment: Appointment) -> list[Row]:
    return [
        *_person(teacher, appointment),
        *_skills(teacher),
        *_post(appointment),
        *_checks(appointment),
        *_opinions(),
    ]


def _person(teacher: PartTimeTeacher | None, appointment: Appointment) -> list[Row]:
    named = pair("姓名", teacher, "name") if teacher else pair("姓名", appointment, "name")
    numbered = (
        pair("身份证件号", teacher, "id_number", 3)
        if teacher
        else pair("身份证件号", appointment, "teacher", 3)
    )
    photo = FormCell("照片", down=5)
    return [
        (*named, *pair("性别", teacher, "gender"), *pair("出生日期", teacher, "birth_date"), photo),
        (
            *pair("民族", teacher, "ethnicity"),
            *pair("政治面貌", teacher, "political_status"),
            *pair("联系电话", teacher, "phone"),
        ),
        (*numbered, *pair("教师类别", teacher, "teacher_kind")),
        (
            *pair("最高学历", teacher, "education"),
            *pair("最高学位", teacher, "degree"),
            *pair("所学专业", teacher, "studied_major"),
        ),
        (
            *pair("毕业院校", teacher, "graduated_from", 3),
            *pair("从业年限（年）", teacher, "years_in_trade"),
        ),
        (*pair("工作单位", teacher, "employer", 3), *pair("单位信用代码", teacher, "employer_uscc", 2)),
        (
            *pair("职务（岗位）", teacher, "employer_post", 3),
            *pair("人员来源", teacher, "person_source", 2),
        ),
    ]


def _skills(teacher: PartTimeTeacher | None) -> list[Row]:
    return [
        (
            *pair("专业技术职务", teacher, "professional_title", 3),
            *pair("职称级别", teacher, "title_level", 2),
        ),
        (
            *pair("技能等级", teacher, "skill_level"),
            *pair("职业（工种）", teacher, "trade"),
            *pair("发证日期", teacher, "skill_certified_on", 2),
        ),
        (
            *pair("技能证书编号", teacher, "skill_certificate_number", 3),
            *pair("荣誉授予日期", teacher, "honour_on", 2),
        ),
        (*pair("荣誉称号", teacher, "honour", 3), *pair("授予文号", teacher, "honour_document", 2)),
    ]


def _post(appointment: Appointment) -> list[Row]:
    counts = "是" if appointment.counts_in_quota else "否"
    posts = plain(appointment.posts_used) if appointment.counts_in_quota else ""
    term = stretch_in_words(appointment.start_on, appointment.end_on)
    return [
        (*pair("拟聘岗位", appointment, "post_kind", 3), *pair("任教专业", appointment, "major", 2)),
        (*pair("任教课程", appointment, "course", 3), *pair("周课时", appointment, "weekly_periods", 2)),
        (
            *pair("选聘途径", appointment, "selection_method"),
            *pair("考核方式", appointment, "recruitment_method"),
            *pair("聘请形式", appointment, "hiring_form", 2),
        ),
        (*said("聘期", term, 3), *pair("协议编号", appointment, "contract_number", 2)),
        (
            *said("占用20%编制员额", counts),
            *said("占用员额数", posts),
            *pair("经费来源", appointment, "fund_source", 2),
        ),
        (*pair("报酬方式", appointment, "pay_method", 3), *said("课时费标准", _pay(appointment), 2)),
    ]


def _checks(appointment: Appointment) -> list[Row]:
    pledge = f"{PLEDGE}\n本人（签字）：　　　　　　　　　　年　　月　　日"
    return [
        (label("准入查询"), FormCell(_vetting(appointment), across=6, align="left")),
        (
            *pair("体检日期", appointment, "health_checked_on"),
            *said("岗前培训", _training(appointment)),
            *pair("结对教师", appointment, "paired_teacher", 2),
        ),
        (label("本人承诺"), FormCell(pledge, across=6, align="left", tall=12.0)),
    ]


def _opinions() -> list[Row]:
    def side_by_side(one: str, one_sealed: bool, other: str, other_sealed: bool) -> Row:
        return (
            label(f"{one}意见"),
            opinion("负责人", sealed=one_sealed, tall=OPINION_HEIGHT, across=3),
            label(f"{other}意见"),
            opinion("负责人", sealed=other_sealed, tall=OPINION_HEIGHT, across=2),
        )

    return [
        side_by_side("原单位", True, "二级学院（系部）", False),
        side_by_side("教务处", False, "人事处", False),
        side_by_side("学校", True, "主管部门备案", True),
    ]


def _pay(appointment: Appointment) -> str:
    return "" if appointment.yuan_per_period is None else f"{appointment.yuan_per_period:.2f}元/课时"


def _vetting(appointment: Appointment) -> str:
    """Both results of the 准入查询 with their day and the reply's number; blanks where nothing is recorded."""
    parts = [
        f"性侵违法犯罪信息：{shown(appointment, 'vetting_result') or '　　'}",
        f"教师资格限制库：{shown(appointment, 'restricted_list_result') or '　　'}",
        f"查询日期：{day_in_words(appointment.vetted_on) or '　　　　'}",
    ]
    if appointment.vetting_reply_number:
        parts.append(f"回复文号：{appointment.vetting_reply_number}")
    return "；".join(parts)


def _training(appointment: Appointment) -> str:
    if appointment.trained_on is None:
        return ""
    periods = appointment.training_periods
    return day_in_words(appointment.trained_on) + (f"，{plain(periods)}学时" if periods is not None else "")
