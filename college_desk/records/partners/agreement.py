"""The ledger of agreements with enterprises."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from college_desk.records import partner_columns as partner
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE, CODES
from college_desk.records.values.day import DAY
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.money import MONEY
from college_desk.records.values.month import PartialDay
from college_desk.records.values.number import COUNT, PERCENT
from college_desk.records.values.person_name import PERSON_NAME
from college_desk.records.values.text import TEXT, TEXTS
from college_desk.records.values.yes_no import YES_NO

_basic = partial(column, group="协议")
_terms = partial(column, group="约定内容")
_papers = partial(column, group="盖章与归档")
_yield = partial(column, group="合作成效")


@register(
    "agreement",
    "校企合作协议台账",
    subject="partners",
    key=("agreement_number",),
    counted="份",
    names=("agreement_number",),
    searched=("agreement_number", "enterprise", "filing_number"),
    listed=(
        "agreement_number", "agreement_type", "enterprise", "majors", "signed_on", "start_on", "end_on",
        "planned_size", "status",
    ),
    sheet_titles=words(
        "协议台账 合作协议台账 校企合作协议一览表 校企合作协议汇总表 合作协议汇总表 协议一览表 校企合作台账 订单培养协议台账 合同台账"
    ),
    order=30,
)  # fmt: skip
@dataclass(frozen=True, kw_only=True)
class Agreement(Record):
    """An agreement between the college and an enterprise (校企合作协议)."""

    agreement_number: str | None = _basic(
        IDENTIFIER,
        "协议编号",
        *words(
            "协议号 合同编号 合同号 协议书编号 合作协议编号 校企合作协议编号 培养协议编号 订单培养协议编号"
            " 合作协议号 协议流水号 协议文号 合同（协议）编号 校企协议编号 协议（合同）编号 合作合同编号 协议书号 合同书编号"
        ),
        hint="照协议首页填写",
        wide=16,
    )
    agreement_type: str | None = _basic(
        CODE("agreement_type"),
        "协议类型",
        *words(
            "类别 合作类型 协议类别 合作类别 协议种类 合作协议类型 协议性质类别 合同类型"
            " 协议（合同）类型 合作项目类型"
        ),
        hint="现代学徒制、订单培养……",
        wide=14,
    )
    enterprise: str | None = partner.enterprise(
        "合作企业",
        "企业名称 合作单位 合作企业名称 合作单位名称 单位名称 公司名称 企业 订单企业 乙方 乙方单位 依托单位 企业全称 企业方 合作方 合作方名称 甲方企业 签约企业 签约单位 协议单位"
        " 合作企业全称 对方单位 协议企业 合作企业（单位） 合作企业（单位）名称 乙方名称",
        group="协议",
    )
    enterprise_uscc: str | None = partner.uscc(
        "企业信用代码",
        "统一社会信用代码 社会信用代码 信用代码 合作企业统一社会信用代码 企业统一社会信用代码"
        " 单位信用代码 合作企业信用代码",
        group="协议",
    )
    majors: tuple[str, ...] | None = _basic(
        TEXTS,
        "合作专业",
        *words(
            "专业 专业名称 合作专业名称 覆盖专业 涉及专业 合作的专业 面向专业 相关专业"
            " 对接专业 适用专业 合作专业（群） 合作培养专业 所涉专业 涉及专业名称"
        ),
        hint="可填多个，用顿号隔开",
        wide=18,
    )
    signed_on: PartialDay | None = partner.signed_on(
        "协议签订日期 协议签订时间 签约年月 协议签署日期 协议签署时间 协议签约时间"
        " 签字时间 协议签约日期 合同签订日期 签订年月 签约年月日",
        group="协议",
    )
    start_on: PartialDay | None = partner.start_on(
        "生效日期 协议开始日期 协议起始日期 合作开始日期 合作开始年月 合作开始日期（年月） 企业1合作开始日期 企业1合作开始日期（年月） "
        "合作起始日期 生效时间 协议起始时间 合作起始时间 合同起始日期 合同开始日期 合作开始时间 协议生效日期"
        " 有效期开始 合作期起",
        group="协议",
    )
    end_on: PartialDay | None = partner.end_on(
        "协议结束日期 协议终止日期 合作结束日期 合作截止日期 协议到期日期 协议到期日 合作结束年月 失效日期 协议终止时间 合作终止时间 合同终止日期 合同到期日期 合作终止日期 合作结束时间 协议截止日期"
        " 有效期结束 有效期至 合作期止 合作到期日期",
        group="协议",
    )
    relation: str | None = _basic(
        CODE("agreement_relation"),
        "协议关系",
        *words("续签/补充关系 续签补充关系 协议性质"),
        hint="主协议、补充协议、续签、解除",
    )
    parent_agreement: str | None = partner.agreement_number(
        "主协议编号", "原协议编号 上级协议编号 主协议号 关联协议编号", group="协议"
    )
    status: str | None = _basic(
        CODE("agreement_status"),
        "协议状态",
        *words("状态 履行状态 协议履行状态 履行情况 协议现状 执行情况 协议履行情况"),
        hint="在履行、到期、终止、续签",
    )

    cooperation_kinds: tuple[str, ...] | None = _terms(
        CODES("cooperation_kind"),
        "合作内容",
        *words("合作形式 合作方式 合作项目 主要合作内容 合作事项 合作内容（项目） 合作领域"),
        hint="可多选",
        wide=20,
    )
    planned_size: int | None = _terms(
        COUNT,
        "计划人数",
        *words(
            "协议人数 计划培养人数 约定人数 培养人数 培养规模 计划培养规模 协议培养人数 拟培养人数"
            " 计划合作人数 培养计划人数 协议培养学生数 拟培养学生数"
        ),
        hint="照协议条款",
        wide=8,
    )
    hire_percent: Decimal | None = _terms(
        PERCENT,
        "录用比例（%）",
        *words("录用比例 录用比例承诺 承诺录用比例 录用率"),
        hint="照协议条款",
        wide=8,
    )
    starting_pay: Decimal | None = _terms(
        MONEY,
        "起薪（元/月）",
        *words("起薪 约定起薪 起薪标准 月薪 承诺起薪 承诺月薪 起始薪酬 约定月薪 起薪承诺 承诺薪资"),
        hint="照协议条款",
    )

    school_sealed: bool | None = _papers(
        YES_NO, "学校已盖章", *words("学校盖章 学校是否盖章 校方盖章 是否盖章"), hint="是/否，附签章页扫描件"
    )
    enterprise_sealed: bool | None = _papers(
        YES_NO, "企业已盖章", *words("企业盖章 企业是否盖章 企方盖章"), hint="是/否，附签章页扫描件"
    )
    filed_on: dt.date | None = _papers(
        DAY, "备案日期", *words("备案时间 协议备案日期"), hint="照备案回执", wide=11
    )
    filing_number: str | None = _papers(
        TEXT, "备案号", *words("备案编号 备案文号 协议备案号 备案编码 备案登记号"), hint="照备案回执", wide=16
    )
    seal_register_number: str | None = _papers(
        IDENTIFIER, "用印登记号", *words("用印编号 用印登记编号"), hint="照用印登记簿", wide=14
    )
    archive_number: str | None = _papers(
        IDENTIFIER,
        "档案号",
        *words("归档号 档案编号 归档编号 档案编码 归档编码 存档编号 案卷号"),
        hint="照档案目录",
        wide=14,
    )
    handled_by_department: str | None = _papers(TEXT, "经办部门", *words("承办部门 签约部门"), wide=12)
    handled_by: str | None = _papers(
        PERSON_NAME,
        "经办人",
        *words(
            "承办人 学校经办人 经办人姓名 承办人姓名 校方经办人 校方联系人"
            " 具体经办人 经手人 经办人员 协议经办人 具体负责人"
        ),
        hint="填姓名",
    )
    on_expiry: str | None = _papers(
        TEXT, "到期处理", *words("到期处理意见 到期处置"), hint="例：续签", wide=12
    )

    order_trainees: int | None = _yield(
        COUNT,
        "订单培养人数",
        "订单培养人数（人）",
        *words("订单培养学生数 订单培养数"),
        hint="与台账同一学年",
        wide=8,
    )
    part_time_teachers: int | None = _yield(
        COUNT,
        "支持学校兼职教师数",
        *words("支持学校兼职教师人数 企业兼职教师数"),
        hint="与台账同一学年",
        wide=8,
    )
    interns_received: int | None = _yield(
        COUNT,
        "接受实习学生数",
        *words(
            "顶岗实习学生数 接收实习学生数 接受顶岗实习学生数 岗位实习学生数 接收实习生人数 接收实习生数 接纳实习学生数 接收实习人数 接受实习生人数 接收顶岗实习学生数"
            " 接纳实习学生人数 实习接收人数 年接收实习人数 接收实习学生人数 接纳实习生数 接收学生实习人数 实习学生数"
        ),
        hint="与台账同一学年",
        wide=8,
    )
    graduates_hired: int | None = _yield(
        COUNT,
        "接受毕业生就业数",
        *words(
            "接收毕业生就业数 接受就业毕业生数 接收毕业生数 录用毕业生数 接收就业人数 接收毕业生人数 录用毕业生人数"
        ),
        hint="与台账同一学年",
        wide=8,
    )
    courses_developed: int | None = _yield(
        COUNT,
        "共同开发课程门数",
        *words("共同开发课程数 共同开发课程 合作开发课程数 共同开发课程（门）"),
        hint="与台账同一学年",
        wide=8,
    )
    textbooks_developed: int | None = _yield(
        COUNT,
        "共同开发教材数",
        *words("共同开发教材 共同开发教材种数 合作开发教材数 共同开发教材（本）"),
        hint="与台账同一学年",
        wide=8,
    )
    donated_equipment_yuan: Decimal | None = _yield(
        MONEY,
        "捐赠设备总值（元）",
        *words(
            "捐赠设备总值（万元） 捐赠设备值 设备捐赠总值 捐赠设备价值 捐赠设备 设备捐赠额 捐赠设备金额"
            " 设备捐赠金额 企业捐赠设备价值"
        ),
        hint="与台账同一学年",
    )
    quasi_donated_yuan: Decimal | None = _yield(
        MONEY,
        "准捐赠设备总值（元）",
        *words("准捐赠 准捐赠设备值 准捐赠设备总值（万元）"),
        hint="与台账同一学年",
    )
    service_income_yuan: Decimal | None = _yield(
        MONEY, "技术服务年收入（元）", *words("技术服务年收入（万元） 技术服务收入"), hint="与台账同一学年"
    )
    trained_person_days: int | None = _yield(
        COUNT,
        "年培训员工数（人天）",
        *words("年培训员工数 培训员工数 培训员工人天"),
        hint="与台账同一学年",
        wide=8,
    )
