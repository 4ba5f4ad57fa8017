"""The ledger of contests won."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from college_desk.records import person_columns as person
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE
from college_desk.records.values.day import DAY_OR_MONTH
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.month import PartialDay
from college_desk.records.values.number import COUNT, YEAR
from college_desk.records.values.organisation_name import ORGANISATION_NAME
from college_desk.records.values.text import TEXT, TEXTS
from college_desk.records.values.yes_no import YES_NO

_contest = partial(column, group="竞赛")
_won = partial(column, group="成绩")


@register(
    "competition",
    "竞赛获奖台账",
    subject="achievements",
    key=("contest", "year", "event", "name", "id_number"),
    counted="条",
    searched=("contest", "event", "name", "id_number", "document_number"),
    listed=(
        "year",
        "contest",
        "contest_family",
        "event",
        "group",
        "name",
        "rank",
        "prize",
        "document_number",
    ),
    sheet_titles=words(
        "竞赛台账 技能竞赛台账 竞赛获奖汇总表 竞赛获奖一览表 技能大赛获奖台账 技能大赛获奖名单 获奖情况汇总表"
    ),
    order=30,
)
@dataclass(frozen=True, kw_only=True)
class Competition(Record):
    """One contestant's, or team's, result in a skills contest (竞赛获奖): a place or a prize."""

    contest: str | None = _contest(
        TEXT,
        "竞赛名称",
        *words(
            "大赛名称 赛事名称 竞赛 大赛 比赛名称 竞赛项目名称 竞赛（大赛）名称 赛事 大赛（竞赛）名称"
            " 大赛全称 赛会名称 竞赛全称 技能大赛名称 参加大赛名称 技能竞赛名称 赛事全称 所参加大赛"
        ),
        hint="照获奖证书",
        wide=22,
    )
    contest_family: str | None = _contest(
        CODE("contest_family"),
        "竞赛类别",
        *words(
            "竞赛级别 大赛级别 赛事级别 级别 赛事类别 大赛类别 赛项级别 竞赛等级 竞赛层次 比赛级别 赛事等级"
            " 大赛类型 赛事等次 竞赛类型 大赛层次"
        ),
        hint="例：省级一类",
        wide=14,
    )
    year: int | None = _contest(
        YEAR,
        "年度",
        *words("年份 竞赛年度 获奖年度 参赛年度 举办年度 比赛年度 届次年度 大赛年度 参赛年份 获奖年份"),
        hint="例：2026",
        wide=7,
    )
    event: str | None = _contest(
        TEXT,
        "赛项",
        *words(
            "赛项名称 项目 竞赛项目 比赛项目 参赛项目 参赛项目名称 竞赛赛项 比赛赛项 参赛赛项 大赛赛项 竞赛工种 项目名称"
            " 参赛工种 项目赛项 竞赛工种（赛项） 参赛赛项名称 比赛赛项名称 赛项（工种） 竞赛赛项名称 比赛工种"
        ),
        hint="例：数控车工",
        wide=14,
    )
    group: str | None = _contest(
        CODE("contest_group"),
        "组别",
        *words("参赛组别 竞赛组别 选手类别 参赛类别 组别（学生/教师） 参赛组 选手组别 竞赛组"),
        hint="学生、职工、教师",
        wide=7,
    )
    organiser: str | None = _contest(
        ORGANISATION_NAME,
        "主办单位",
        *words(
            "举办单位 主办方 主办部门 举办方 主办机构 主办（承办）单位"
            " 主办机关 大赛主办单位 组织单位 主办单位名称 承办单位 举办机构"
        ),
        hint="照获奖证书",
        wide=18,
    )
    held_on: PartialDay | None = _contest(
        DAY_OR_MONTH,
        "竞赛时间",
        *words(
            "比赛时间 参赛时间 获奖时间 竞赛日期 获奖日期 举办时间 比赛日期 竞赛举办时间 举办日期 获奖年月 大赛时间"
            " 大赛日期 比赛举办时间 举行时间 竞赛年月 比赛年月 参赛日期 大赛举办时间 赛事时间"
        ),
        hint="例：2026年6月",
        wide=11,
    )
    attendances: int | None = _contest(
        COUNT,
        "参赛人次",
        *words("参赛人数（人次） 参赛人次数 参加人次 参赛总人次"),
        hint="人次，不是人数",
        wide=8,
    )
    rural: bool | None = _contest(
        YES_NO, "是否乡村振兴竞赛", *words("乡村振兴竞赛 是否乡村振兴"), hint="是/否"
    )

    name: str | None = person.name(
        "获奖人 选手姓名 参赛选手 获奖学生 获奖选手 学生姓名 参赛人员 参赛学生 选手 获奖者 参赛选手姓名 获奖者姓名 获奖学生姓名 参赛者 获奖人员 获奖人姓名"
        " 参赛人 参赛者姓名 获奖选手姓名 获奖同学 获奖学生（选手） 参赛学生姓名 选手名单 获奖者（选手） 参赛人员姓名"
    )
    id_number: str | None = person.id_number(
        "选手身份证号 获奖人身份证号 参赛选手身份证号 获奖者身份证号 学生身份证"
    )
    team_members: tuple[str, ...] | None = _won(
        TEXTS,
        "团体成员",
        *words("团队成员 参赛队员 队员 团队成员名单 团体成员名单 参赛成员 同队队员"),
        hint="照获奖证书，用顿号隔开",
        wide=18,
    )
    rank: int | None = _won(
        COUNT,
        "名次",
        *words("获奖名次 排名 成绩名次 比赛名次 竞赛名次 成绩排名 名次排名 竞赛排名 成绩排序 获得名次"),
        hint="与奖次只填一项",
        wide=6,
    )
    prize: str | None = _won(
        CODE("prize"),
        "奖次",
        *words(
            "获奖等级 奖项 获奖等次 奖项等级 获奖级别 奖级 获奖情况 获奖结果 奖别 获奖等第 所获奖项 奖项（等次）"
            " 获得奖项 奖励等级 奖等 获奖等级（奖次） 获奖名称 奖励等次 奖项级别"
        ),
        hint="与名次只填一项",
        wide=8,
    )
    instructors: tuple[str, ...] | None = _won(
        TEXTS,
        "指导教师",
        *words(
            "辅导教师 指导老师 教练 指导老师姓名 指导教师姓名 带队教师"
            " 辅导老师 指导教练 带队老师 指导老师（教练） 指导教师（教练） 指导教师（老师） 指导人 指导人员"
        ),
        hint="填姓名，用顿号隔开",
        wide=14,
    )
    promoted_to: str | None = _won(
        CODE("skill_level"),
        "晋升职业技能等级",
        *words("晋升等级 晋升职业资格等级 晋升职业资格"),
        hint="例：二级/技师",
    )
    document_number: str | None = _won(
        TEXT,
        "获奖文号",
        *words(
            "文号 文件号 表彰文号 公布文号 获奖文件号 表彰文件号 公布文件号 发文字号 通报文号"
            " 通报文件号 获奖文件编号 成绩公布文号"
        ),
        hint="照公布文件",
        wide=20,
    )
    certificate_number: str | None = _won(
        IDENTIFIER, "证书编号", *words("获奖证书编号 证书号"), hint="照获奖证书", wide=18
    )
