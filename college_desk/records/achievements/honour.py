"""The ledger of honours."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from college_desk.records import person_columns as person
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE, OPEN_CODE
from college_desk.records.values.day import DAY_OR_MONTH, END_DAY
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.money import MONEY
from college_desk.records.values.month import PartialDay
from college_desk.records.values.number import COUNT
from college_desk.records.values.organisation_name import ORGANISATION_NAME
from college_desk.records.values.text import TEXT

_honour = partial(column, group="荣誉")
_award = partial(column, group="授予")
_term = partial(column, group="管理期与奖励")


@register(
    "honour",
    "荣誉台账",
    subject="achievements",
    key=("holder", "id_number", "honour", "granted_on"),
    counted="条",
    searched=("holder", "id_number", "honour", "document_number", "granted_by"),
    listed=("holder", "holder_kind", "honour", "honour_level", "granted_by", "document_number", "granted_on"),
    sheet_titles=words("荣誉一览表 荣誉汇总表 获奖荣誉台账 表彰奖励台账 荣誉登记表 学校荣誉台账"),
    order=10,
)
@dataclass(frozen=True, kw_only=True)
class Honour(Record):
    """An honour (荣誉) of a person, a team, a major group, the college or an enterprise."""

    holder: str | None = _honour(
        TEXT,
        "获得者",
        *words(
            "姓名 获奖人 获奖者 荣誉获得者 获得单位 获奖人姓名 获奖单位 获奖单位（个人） 获得人 获奖者姓名 获奖人员 荣誉获得人 获得者姓名 受表彰人 受表彰单位 获奖个人 获奖集体 获奖者（单位） 荣誉主体 姓名（单位）"
            " 荣誉主体名称 获表彰人 荣获者 获誉人员 获奖者（个人/集体） 获奖人（单位） 受奖人 受奖单位 荣誉获得单位 获得者（单位）"
        ),
        hint="个人填姓名，集体填名称",
        wide=14,
    )
    holder_kind: str | None = _honour(
        CODE("holder_kind"),
        "获得者类别",
        *words("类别 荣誉类别 获奖对象 对象类别 荣誉对象 获得者类型 表彰对象 个人/团队 主体类型 获奖类型"),
        hint="个人、团队、专业群、学校、企业",
    )
    id_number: str | None = person.id_number("获奖人身份证号 获得者身份证号 获奖者身份证号码")
    honour: str | None = _honour(
        OPEN_CODE("honour"),
        "荣誉称号",
        *words(
            "荣誉 荣誉名称 称号 所获荣誉 奖项名称 表彰名称 称号名称 荣誉（奖项）名称 奖项 荣誉项目 荣誉奖项 表彰项目 获奖名称 获奖项目"
            " 荣誉名 荣誉全称 获得荣誉称号 奖励名称 荣誉及称号 所获称号 荣誉称号名称 奖项（称号） 获奖称号 表彰称号"
        ),
        hint="从列表选",
        wide=18,
    )
    honour_level: str | None = _honour(
        CODE("honour_level"),
        "荣誉级别",
        *words(
            "级别 等级 荣誉等级 荣誉层次 荣誉层级 获奖级别 表彰级别 奖项级别 层级"
            " 荣誉等次 奖励级别 称号级别 授予级别"
        ),
        hint="国家、省、市",
    )
    honour_role: str | None = _honour(
        CODE("honour_role"), "荣誉身份", *words("带头人/成员 身份"), hint="带头人、成员"
    )
    honour_rank: int | None = _honour(COUNT, "荣誉名次", *words("名次 获奖名次"), hint="例：3", wide=6)
    skill_level: str | None = person.skill_level()
    professional_title: str | None = person.professional_title()
    title_level: str | None = person.title_level()

    granted_by: str | None = _award(
        ORGANISATION_NAME,
        "授予单位",
        *words(
            "授予机关 颁发单位 发文单位 表彰单位 授奖单位 授奖部门 颁奖单位 颁奖部门 授予部门 表彰机关 颁发机关 颁发部门 授予（表彰）单位"
            " 授予部门（单位） 发证单位 授荣单位 颁授单位 授予单位（部门） 颁奖机关 颁奖机构 授奖机关 表彰部门 评定单位"
        ),
        hint="照证书或文件",
        wide=20,
    )
    document_number: str | None = _award(
        TEXT,
        "授予文号",
        *words(
            "文号 文件号 表彰文号 批复文号 表彰文件号 授奖文号 发文字号 颁奖文号 授予文件号"
            " 表彰文件 文件编号 荣誉文号 表彰决定文号"
        ),
        hint="例：鲁人社字〔2025〕××号",
        wide=20,
    )
    granted_on: PartialDay | None = _award(
        DAY_OR_MONTH,
        "授予日期",
        *words(
            "授予时间 获得时间 获奖时间 表彰时间 获得日期 颁发日期 获奖日期 颁奖时间 颁奖日期 表彰日期 授奖时间 授奖日期 取得时间 获奖年月"
            " 授予年月 颁授日期 获得年月 荣获时间 授予年月日 获得荣誉时间 颁奖年月 获奖年月日 获评时间"
        ),
        hint="照证书或文件",
        wide=11,
    )
    certificate_number: str | None = _award(
        IDENTIFIER,
        "证书编号",
        *words("证书号 荣誉证书编号 证书号码 荣誉证书号 证书编码 荣誉证编号 证书号（荣誉）"),
        hint="照证书",
        wide=18,
    )
    batch: str | None = _award(TEXT, "批次", hint="例：第六批")

    managed_from: PartialDay | None = _term(
        DAY_OR_MONTH, "管理期起", *words("管理期开始"), hint="例：202601", wide=11
    )
    managed_to: PartialDay | None = _term(END_DAY, "管理期止", "管理期结束", hint="例：202912", wide=11)
    monthly_allowance_yuan: Decimal | None = _term(
        MONEY, "管理期津贴（元/月）", *words("津贴 月津贴 管理期津贴"), hint="例：1000.00"
    )
    award_yuan: Decimal | None = _term(
        MONEY,
        "奖励（奖补）金额（元）",
        *words(
            "奖励金额 奖补金额 奖金 一次性奖励 奖金（元） 奖金金额 奖励资金 奖金数额"
            " 奖金额 奖励金 奖励标准 奖励资金额"
        ),
        hint="到账数",
    )
