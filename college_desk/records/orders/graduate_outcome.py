"""The ledger of graduates' employment."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from college_desk.records import partner_columns as partner
from college_desk.records import person_columns as person
from college_desk.records import student_columns as student
from college_desk.records.headers import words
from college_desk.records.register import Carried, Record, column, register
from college_desk.records.values.code import CODE, OPEN_CODE
from college_desk.records.values.day import DAY, DAY_OR_MONTH, END_DAY, MONTH
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.money import MONEY
from college_desk.records.values.month import Month, PartialDay
from college_desk.records.values.number import MONTHS
from college_desk.records.values.person_name import PERSON_NAME
from college_desk.records.values.text import TEXT
from college_desk.records.values.yes_no import YES_NO

_JOB = "就业去向"
_INSURANCE = "社保"

_graduation = partial(column, group="毕业")
_job = partial(column, group=_JOB)
_contract = partial(column, group="合同")
_insurance = partial(column, group=_INSURANCE)
_checked = partial(column, group="核实")


@register(
    "graduate_outcome",
    "毕业生就业台账",
    subject="orders",
    key=("id_number", "graduated_month", "recorded_on"),
    counted="条",
    searched=("name", "id_number", "enterprise", "diploma_number"),
    listed=(
        "name", "graduated_month", "destination", "enterprise", "position", "matched", "employed_on",
        "contract_kind", "insured_months",
    ),
    sheet_titles=words(
        "毕业生就业情况表 毕业生就业统计表 毕业生就业名单 就业台账 毕业生去向台账 毕业生就业信息表 就业情况统计表 毕业去向登记表 "
        "毕业生花名册"
    ),
    carries=(Carried("order_student", {"id_number": "id_number", "name": "name"}),),
    order=30,
)  # fmt: skip
@dataclass(frozen=True, kw_only=True)
class GraduateOutcome(Record):
    """Where a graduate went (毕业去向), as known from one day on; the latest on or before a day is in force."""

    name: str | None = person.name(
        "学生姓名 毕业生姓名 毕业生 学生"
        " 毕业生名字 毕业学生姓名 学生名 毕业生本人姓名 毕业生姓名（学生） 毕业学生"
    )
    id_number: str | None = person.id_number("学生身份证号 毕业生身份证号 学生身份证号码")
    gender: str | None = person.gender()
    phone: str | None = person.phone(
        "毕业生电话 学生电话 毕业生联系电话 学生联系电话"
        " 手机电话 常用电话 联络电话 联系号码 本人手机 通讯电话 手机联系电话 联系手机号 有效联系电话 联系电话号码"
    )
    student_number: str | None = student.student_number()
    examinee_number: str | None = student.examinee_number()
    class_name: str | None = student.class_name(
        "班级 毕业班级 在校班级 原班级"
        " 学生班级 就读班级 自然班 班级全称 所属行政班 行政班名称 在读班级 学籍所在班级"
    )
    major_code: str | None = student.major_code("专业目录编码 教育部专业代码 国家专业代码 专业标准代码")
    major_name: str | None = student.major_name(
        "所学专业 毕业专业 所读专业 专业全称 学习专业 专业名 学籍专业 在校专业 现学专业"
    )

    graduated_month: Month | None = _graduation(
        MONTH,
        "毕业年月",
        *words(
            "毕业时间 毕业日期 毕业年份 毕业月份 毕业年度 毕业年月日"
            " 毕业届别时间 离校时间 何时毕业 毕业时间（年月） 毕业（结业）时间 毕业年月（届） 应毕业时间"
        ),
        hint="例：2026年6月",
    )
    diploma_number: str | None = _graduation(
        IDENTIFIER,
        "毕业证书编号",
        *words(
            "毕业证书号 毕业证号 毕业证编号 毕业证书号码 学历证书编号 学历证书号 毕业证书编码 毕业证编码 毕业证号码"
            " 毕业证书编号（学历） 学历证号 毕业证书编 毕业证编号码"
        ),
        hint="照证书",
        wide=20,
    )
    hardship: str | None = _graduation(
        OPEN_CODE("trainee_kind"),
        "困难类别",
        *words("困难生类别 困难毕业生类别 重点群体类别"),
        hint="例：脱贫家庭",
        wide=12,
    )
    recorded_on: dt.date | None = _graduation(
        DAY, "登记日期", *words("统计时点 登记时间 填报日期 统计日期"), hint="例：20260831", wide=11
    )
    stage: str | None = _graduation(
        CODE("outcome_stage"), "登记类别", *words("初次/当前 去向类别 跟踪类别"), hint="初次、跟踪"
    )

    destination: str | None = _job(
        CODE("destination"),
        "毕业去向",
        *words(
            "就业去向 去向 毕业去向代码 毕业去向类别 就业方式 就业形式 毕业生去向 毕业生就业去向 毕业后去向 去向类型 去向名称 就业状况 就业情况 就业类型 就业类别"
            " 毕业流向 去向分类 就业去向类别 毕业落实去向 就业流向 毕业去向名称 就业去向名称 毕业去向分类 就业落实情况"
        ),
        hint="例：签劳动合同形式就业",
        wide=16,
    )
    enterprise: str | None = partner.enterprise(
        "就业单位",
        "就业单位名称 用人单位 接收单位 实际所在单位 单位名称 企业名称 用人单位名称 录用单位 工作单位 就业企业 签约单位 公司名称 "
        "实际就业单位 聘用单位 企业 就业单位全称 工作单位名称 现工作单位 单位全称 用工单位 就业企业名称 录用企业 现就业单位"
        " 签约就业单位 落实单位 就业所在单位 现单位 入职单位 签约单位名称 现就业单位名称 就业（升学）单位 实际工作单位 现工作单位名称 就职单位 就业用人单位",
        group=_JOB,
    )
    employer_uscc: str | None = partner.uscc(
        "就业单位信用代码",
        "统一社会信用代码 社会信用代码 信用代码 单位信用代码 用人单位信用代码 单位统一社会信用代码 用人单位统一社会信用代码 "
        "单位组织机构代码"
        " 单位代码 用工单位信用代码 就业单位统一信用代码 单位统一信用代码 就业单位统一社会信用代码 企业统一社会信用代码 企业信用代码 单位社会信用代码",
        group=_JOB,
        hint="18位，照营业执照",
    )
    employer_nature: str | None = _job(
        OPEN_CODE("enterprise_nature"),
        "单位性质",
        *words("就业单位性质 就业单位性质码 企业性质"),
        hint="例：民营企业",
    )
    employer_industry: str | None = _job(
        CODE("industry"),
        "单位行业",
        *words("就业单位行业 就业单位行业码 所属行业 行业类型 单位行业类别 所在行业 就业行业"),
        hint="例：制造业",
        wide=12,
    )
    employer_size: str | None = _job(
        CODE("enterprise_size"), "单位规模", *words("就业单位规模 就业单位规模码 企业规模"), hint="例：中型"
    )
    employer_region: str | None = _job(
        TEXT,
        "就业所在地",
        *words(
            "所在省/市 就业区域 就业地 单位所在地 就业所在省市 就业区域省/市 单位所在地区 就业城市 工作地点 就业地区 单位所在城市"
        ),
        hint="例：山东省济宁市",
        wide=14,
    )
    position: str | None = _job(
        TEXT,
        "工作岗位",
        *words(
            "岗位 工作岗位名称 岗位名称 就业岗位 从事岗位 就业工作岗位 现岗位 就业岗位名称 从事工作岗位 所在岗位"
            " 就业职务 任职岗位 职业岗位 具体岗位 就业岗位名称（工种） 现任岗位 从事工作 所在工作岗位 任职岗位名称"
        ),
        hint="例：数控车床操作",
        wide=12,
    )
    matched: bool | None = _job(
        YES_NO,
        "是否专业对口",
        *words(
            "是否对口 专业对口 对口就业 专业是否对口 是否与专业对口 专业对口情况 就业专业是否对口 岗位是否对口"
            " 对口与否 专业是否相关 是否对口就业 对口情况 是否与所学专业对口 就业是否对口 专业对口与否"
        ),
        hint="是/否",
    )
    starting_pay: Decimal | None = _job(
        MONEY,
        "起薪（元/月）",
        *words(
            "起薪 月薪 起薪线 薪资 工资 月工资 薪酬 起薪（元） 就业薪资 月收入 税前月薪 转正工资 月均工资 就业薪酬 月薪（元） 月薪金 试用期后工资 转正后工资"
            " 就业起薪 入职薪资 税前工资 转正薪资 起薪工资 薪资待遇 月起薪 起始月薪 初始薪资 实发工资 月薪资 月薪（税前） 薪酬（元/月） 平均工资"
        ),
        hint="照劳动合同",
    )
    partner_enterprise: bool | None = _job(
        YES_NO, "是否校企合作单位", *words("就业单位是否校企合作单位 校企合作单位 是否合作企业"), hint="是/否"
    )
    self_employed: bool | None = _job(YES_NO, "是否自主创业", "自主创业", hint="是/否")
    venture: str | None = _job(TEXT, "创业项目名称", "创业项目", wide=14)
    flexible: bool | None = _job(YES_NO, "是否灵活就业", "灵活就业", hint="是/否")
    employed_on: PartialDay | None = _job(
        DAY_OR_MONTH,
        "就业（入职）日期",
        *words(
            "就业日期 入职日期 劳动合同签订日期 入职时间 就业时间 到岗日期 上岗日期 录用日期 劳动合同签订时间 报到日期 合同签订日期 签订劳动合同日期 "
            "到岗时间 正式上岗日期 聘用日期 正式入职日期"
            " 正式入职时间 上岗时间 就业时间（入职） 签约日期 入职年月 参加工作时间 上班日期 实际入职日期 就业年月 入职报到日期 参加工作日期 到岗年月"
        ),
        hint="照劳动合同",
        wide=11,
    )
    left_on: PartialDay | None = _job(
        DAY_OR_MONTH, "离职日期", *words("离职时间 离岗日期 解除合同日期"), hint="例：2026.9.1", wide=11
    )

    contract_kind: str | None = _contract(
        CODE("contract_kind"),
        "合同类型",
        *words(
            "合同种类 签约类型 劳动合同类型 协议类型 合同类别 劳动合同类别 用工合同类型 签约类别 签约方式 就业合同类型"
            " 签订合同类型 劳动关系类型 合同性质 劳动合同种类 签订合同类别 签约形式"
        ),
        hint="劳动合同、就业协议……",
        wide=12,
    )
    contract_start_on: PartialDay | None = _contract(
        DAY_OR_MONTH,
        "合同起始日期",
        *words(
            "合同起 劳动合同起始日期 劳动合同起 合同开始日期 劳动合同开始日期"
            " 合同开始时间 合同生效时间 劳动合同开始时间 合同起始时间 劳动合同起始时间 合同签订起始日期"
        ),
        hint="照劳动合同",
        wide=11,
    )
    contract_end_on: PartialDay | None = _contract(
        END_DAY,
        "合同终止日期",
        *words(
            "合同止 劳动合同终止日期 劳动合同止 合同结束日期 合同到期日期 劳动合同结束日期"
            " 合同终止时间 合同截止日期 劳动合同到期日 合同终止年月 劳动合同终止时间 合同结束时间 劳动合同到期日期 合同到期时间"
        ),
        hint="长期填“长期”",
        wide=11,
    )
    contract_months: int | None = _contract(
        MONTHS,
        "合同期限（月）",
        *words(
            "合同期限 劳动合同期限 合同月数 劳动合同期限（月） 合同年限 劳动合同年限 合同签订期限 签订期限"
            " 合同期（月） 签订合同期限（月）"
        ),
        hint="例：24",
        wide=8,
    )
    evidence_kind: str | None = _contract(
        CODE("evidence_kind"),
        "佐证材料类型",
        *words("证明材料 佐证材料 证明材料类型 佐证类型"),
        hint="例：劳动合同",
        wide=12,
    )

    insured_from_month: Month | None = _insurance(
        MONTH,
        "社保起缴月",
        *words(
            "社保缴纳起月 社保起缴年月 社保开始月份 参保起始月 社保缴纳起始月 社保起始月 社保首缴月份 社保缴纳开始月 首次参保月份 社保参保月份 参保起始月份 社保缴费起始月"
        ),
        hint="照参保证明，补缴不计",
    )
    insured_months: int | None = _insurance(
        MONTHS,
        "连续缴纳月数",
        *words(
            "社保月数 社保连续月数 社保累计月数 累计月数 社保缴纳月数 社保连续缴纳月数 缴纳月数 连续缴纳社保月数 社保连续缴费月数 参保月数 社保缴费月数 社保缴纳连续月数 连续参保月数 缴费月数"
            " 社保月份数 缴纳社保月数 缴社保月数 社保缴费月数累计 连续参保月份 缴纳社保月数（月） 社保缴纳时长（月） 已缴社保月数 社保连续缴纳月份数"
        ),
        hint="照参保证明，补缴不计",
        wide=8,
    )
    insurance_payer_uscc: str | None = partner.uscc(
        "社保缴纳单位信用代码",
        "社保缴费单位信用代码 社保缴纳单位 社保缴纳单位统一社会信用代码",
        group=_INSURANCE,
        hint="应与订单企业一致",
    )
    other_subsidy: str | None = _insurance(
        TEXT, "已享受的其他补贴", *words("是否享受见习/社保/新型学徒补贴 其他补贴 已享受补贴"), wide=14
    )

    verified_by: str | None = _checked(
        PERSON_NAME, "核实人", *words("核查人 核实人员 核查员 核实人姓名"), hint="电话、走访或比对"
    )
    verified_on: dt.date | None = _checked(
        DAY, "核实日期", *words("核查日期 核实时间"), hint="电话、走访或比对", wide=11
    )
    verified_how: str | None = _checked(
        TEXT, "核实方式", *words("核查方式 核实途径 核实方法"), hint="电话、走访或比对"
    )
