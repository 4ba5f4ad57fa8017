"""Changes of students' and apprentices' standing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial

from college_desk.records import person_columns as person
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE
from college_desk.records.values.day import DAY
from college_desk.records.values.text import TEXT

_change = partial(column, group="异动情况")


@register(
    "status_change",
    "学籍（学徒）异动",
    subject="apprenticeship",
    key=("id_number", "changed_on", "kind"),
    counted="条",
    searched=("name", "id_number", "document_number"),
    listed=("name", "id_number", "kind", "from_value", "to_value", "changed_on", "document_number", "reason"),
    sheet_titles=words("学籍异动表 学籍异动台账 学籍异动登记表 学徒异动台账 异动名单 学生异动情况表"),
    order=40,
)
@dataclass(frozen=True, kw_only=True)
class StatusChange(Record):
    """One change of a student's or apprentice's standing (异动)."""

    name: str | None = person.name(
        "学生姓名 学徒姓名 学员姓名 异动学生 异动学生姓名 学生 异动学生名字 变动学生 异动人员 学生名"
    )
    id_number: str | None = person.id_number("学生身份证号 学徒身份证号")
    kind: str | None = _change(
        CODE("status_change_kind"),
        "异动类型",
        *words(
            "异动类别 变动类型 异动种类 异动性质 异动事项 变动类别 变动种类"
            " 学籍异动类型 异动分类 异动形式 学籍变动类型 学籍变动类别 异动情形"
        ),
        hint="例：休学、退出学徒班",
        wide=12,
    )
    from_value: str | None = _change(
        TEXT,
        "异动前",
        *words(
            "原班级（专业） 变动前 异动前班级 异动前专业 原状态 原班级 原专业 异动前情况 变动前情况 原学籍状态 变更前"
            " 异动前内容 原情况 变更前情况 原学籍班级 异动前班级（专业） 变动前班级 原学籍情况 异动前学籍"
        ),
        hint="例：机电2601班",
        wide=14,
    )
    to_value: str | None = _change(
        TEXT,
        "异动后",
        *words(
            "现班级（专业） 变动后 异动后班级 异动后专业 现状态 现班级 现专业 异动后情况 变动后情况 现学籍状态 变更后"
            " 异动后内容 新情况 变更后情况 转入班级 异动后班级（专业） 变动后班级 现学籍情况 异动后学籍"
        ),
        hint="例：机电2602班",
        wide=14,
    )
    changed_on: dt.date | None = _change(
        DAY,
        "异动日期",
        *words(
            "变动日期 异动时间 变动时间 批准日期 批准时间 异动生效日期 生效日期 变更日期"
            " 异动发生日期 办理日期 异动批准时间 异动办理时间 学籍异动日期 学籍异动时间 异动年月 异动发生时间 办理时间"
        ),
        hint="例：20260901",
        wide=11,
    )
    document_number: str | None = _change(
        TEXT,
        "批准文号",
        *words(
            "文号 批复文号 异动文号 审批编号 批准文件号 批复编号 审批文号"
            " 异动批准文号 批准文件编号 审批表编号"
        ),
        hint="照审批表",
        wide=18,
    )
    reason: str | None = _change(
        TEXT,
        "异动原因",
        *words(
            "原因 变动原因 事由 异动缘由 变动缘由 异动事由 异动说明"
            " 异动理由 变更原因 申请原因 学籍异动原因 异动申请原因 变动事由"
        ),
        wide=16,
    )
