"""The majors that the college offers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from college_desk.records import person_columns as person
from college_desk.records import student_columns as student
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE
from college_desk.records.values.number import YEAR
from college_desk.records.values.text import TEXT
from college_desk.records.values.yes_no import YES_NO

_basic = partial(column, group=person.BASICS)


@register(
    "major",
    "专业台账",
    subject="college",
    key=("major_code", "catalogue_version"),
    counted="个",
    names=("major_code", "name"),
    searched=("major_code", "name"),
    listed=("major_code", "name", "catalogue_version", "level", "schooling", "first_enrolled_year", "status"),
    sheet_titles=words("专业设置一览表 专业备案表 专业设置情况表 开设专业一览表 专业目录"),
    order=30,
)
@dataclass(frozen=True, kw_only=True)
class Major(Record):
    """A major of the college (专业) in one version of the national catalogue."""

    major_code: str | None = student.major_code(
        "专业编号 专业国标代码 专业标识码 专业代码号 专业目录编码 教育部专业代码 国家专业代码 专业标准代码"
    )
    name: str | None = _basic(
        TEXT,
        "专业名称",
        *words(
            "专业 专业全称 专业名 开设专业"
            " 开设专业名称 专业名称（全称） 招生专业 专业设置名称 设置专业 招生专业名称 专业名称（目录） 开设专业全称"
        ),
        hint="与专业目录一致",
        wide=16,
    )
    catalogue_version: str | None = student.catalogue_version()
    major_direction: str | None = student.major_direction()
    level: str | None = _basic(
        CODE("school_level"),
        "层次",
        *words(
            "专业层次 办学层次 培养层次 学历层次 培养层级 层级"
            " 专业层级 教育层次 办学学段 办学层次（学段） 招生层次"
        ),
        hint="中职、高职专科",
    )
    schooling: str | None = student.schooling()
    first_enrolled_year: int | None = _basic(
        YEAR,
        "首次招生年份",
        *words(
            "首次招生年 首次招生时间 首招年份 首次招生年度 开始招生年份 首届招生年份 开设年份 设置年份 首招年度"
            " 首届招生年度 开办年份 首次开设年份 开设年度 设立年份 专业开设年份 专业设置年份 开始招生年度 首次招生时间（年）"
        ),
        hint="例：2019",
        wide=8,
    )
    status: str | None = _basic(
        CODE("major_status"),
        "招生状态",
        *words(
            "专业状态 状态 招生情况 招生现状 当前状态 招生与否 开设状态 是否在招 是否招生"
            " 专业现状 是否正常招生 当前招生状态 在招情况 招生状态（在招/停招） 专业招生状态 专业状况"
        ),
        hint="在招、停招、撤销",
    )
    key_major: bool | None = _basic(
        YES_NO,
        "是否重点专业",
        *words(
            "重点专业 是否为重点专业 是否重点建设专业 是否骨干专业 重点建设专业 是否省重点专业 是否特色专业"
        ),
        hint="是/否",
    )
