"""The ledger of certificates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial

from college_desk.records import person_columns as person
from college_desk.records import student_columns as student
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE
from college_desk.records.values.day import DAY, DAY_OR_MONTH, END_DAY
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.month import PartialDay
from college_desk.records.values.organisation_name import ORGANISATION_NAME
from college_desk.records.values.text import TEXT
from college_desk.records.values.yes_no import YES_NO

_certificate = partial(column, group="证书")
_issuer = partial(column, group="评价机构")


@register(
    "certificate",
    "证书台账",
    subject="achievements",
    key=("certificate_number",),
    else_key=("id_number", "certificate_kind", "trade", "issued_on"),
    counted="份",
    searched=("name", "id_number", "certificate_number", "trade", "issuer"),
    listed=(
        "name", "id_number", "certificate_kind", "trade", "skill_level", "certificate_number", "issuer", "issued_on",
    ),
    sheet_titles=words("证书一览表 取证台账 取证人员名单 职业技能等级证书台账 证书花名册 技能证书台账 取证花名册"),
    order=20,
)  # fmt: skip
@dataclass(frozen=True, kw_only=True)
class Certificate(Record):
    """A certificate that a person holds (证书): of a skill level, a special skill, 1+X, a patent."""

    name: str | None = person.name(
        "持证人 持证人姓名 学生姓名 取证人 获证人 学员姓名 考生姓名 参评人 参评人姓名 参加鉴定人员 取证人姓名 获证人姓名 取证人员 报考人姓名"
        " 参评人员 鉴定人员姓名 报考人员 证书持有人 取证学生 鉴定对象 持证者 持证人员 取证人员姓名 考证学生 考证人 考证人姓名 鉴定人员"
    )
    id_number: str | None = person.id_number("持证人身份证号 学生身份证号")
    student_number: str | None = student.student_number()
    class_name: str | None = student.class_name(
        "班级 学生班级 就读班级 自然班 班级全称 所属行政班 行政班名称 在读班级 学籍所在班级"
    )
    certificate_kind: str | None = _certificate(
        CODE("certificate_kind"),
        "证书类型",
        *words("证书类别 证书种类 证书性质 证书类型名称 证书分类 证书类"),
        hint="例：职业技能等级证书",
        wide=16,
    )
    trade: str | None = _certificate(
        TEXT,
        "职业（工种）",
        *words(
            "职业（工种）名称 工种 职业工种 证书名称 职业名称 工种名称 专项能力名称 证书（工种）名称 鉴定工种 认定工种 考证工种 报考工种 证书工种 取证工种 评价职业（工种） 考核工种 鉴定职业（工种）"
            " 认定职业 职业（工种）及方向 考核职业 报考职业 证书名称（工种） 认定职业（工种） 职业（工种）方向 申报职业 申报工种 考评工种 所属工种 对应工种 职业（工种）名称及方向 从事职业"
        ),
        hint="例：电工",
        wide=14,
    )
    skill_level: str | None = _certificate(
        CODE("skill_level"),
        "职业技能等级",
        *words(
            "等级 技能等级 证书等级 级别 职业资格等级 鉴定等级 认定等级 取证等级 考证等级 评价等级 报考等级 技能级别 职业技能级别 证书级别 考核等级"
            " 评定等级 取得等级 获证等级 申报级别 获得等级 技能等级（级别） 鉴定级别 认定级别 评价级别 技能水平 职业技能等级（级别） 技能等级情况 职业等级水平 职业技能水平"
        ),
        hint="专项职业能力证书不填",
    )
    certificate_number: str | None = _certificate(
        IDENTIFIER,
        "证书编号",
        *words(
            "证书号 证书号码 技能证书编号 职业技能等级证书编号 证书编码 技能等级证书编号 技能等级证书号 等级证书编号 职业技能证书编号 职业资格证书编号 职业资格证书号 技能证书号 等级证书号 证号"
            " 证书编号码 获证编号 证书统一编号 证书编码号 职业技能等级证书号 职业技能证书号 证书编号（号码） 资格证书编号"
        ),
        hint="与证书一致，可联网查询",
        wide=24,
    )
    issued_on: PartialDay | None = _certificate(
        DAY_OR_MONTH,
        "发证日期",
        *words(
            "发证时间 取证日期 取证时间 获证日期 颁发日期 证书发放日期 证书颁发日期 发证年月 发证年月日 证书获得日期 证书核发日期 核发日期"
            " 出证日期 领证日期 拿证时间 证书日期 批准发证日期 证书发证日期 证书签发日期 签发日期 发证日 证书取得日期 证书取得时间"
        ),
        hint="照证书",
        wide=11,
    )
    score: str | None = _certificate(
        TEXT, "成绩", *words("评定成绩 考核成绩 总成绩 鉴定成绩 考试成绩 综合成绩"), wide=8
    )
    subsidised: bool | None = _certificate(
        YES_NO,
        "是否已领取补贴",
        *words("是否享受补贴 是否领取补贴 是否领补贴 补贴领取情况 是否已享受补贴"),
        hint="是/否",
    )
    shortage_trade: bool | None = _certificate(
        YES_NO, "是否紧缺职业（工种）", *words("是否紧缺工种 是否紧缺职业 紧缺目录内"), hint="是/否"
    )
    checked_on: dt.date | None = _certificate(
        DAY, "证书查询日期", *words("联网查询日期 查询日期"), hint="联网查询当日", wide=11
    )

    issuer: str | None = _issuer(
        ORGANISATION_NAME,
        "评价机构",
        *words(
            "发证机构 发证单位 鉴定机构 发证机关 评价组织 颁发机构 证书颁发机构 鉴定单位 评价单位 评价（鉴定）机构 认定机构 考核机构 发证部门 证书发放单位"
            " 评价单位名称 认证机构 发证主体 评价机构名称 评价组织机构 证书发证机构 发证机构名称 评价（发证）机构 颁证机构 颁证单位"
        ),
        hint="照证书",
        wide=20,
    )
    issuer_filing_number: str | None = _issuer(
        TEXT, "评价机构备案号", *words("机构备案号 评价机构备案编号"), wide=16
    )
    issuer_filed_from: PartialDay | None = _issuer(DAY_OR_MONTH, "机构备案起", hint="例：20240101", wide=11)
    issuer_filed_to: PartialDay | None = _issuer(END_DAY, "机构备案止", hint="例：20261231", wide=11)
