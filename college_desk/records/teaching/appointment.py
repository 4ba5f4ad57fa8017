"""The ledger of part-time teachers' appointments."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from college_desk.records import partner_columns as partner
from college_desk.records import person_columns as person
from college_desk.records.headers import words
from college_desk.records.register import Carried, Record, column, register
from college_desk.records.values.code import CODE
from college_desk.records.values.day import DAY, DAY_OR_MONTH
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.money import MONEY
from college_desk.records.values.month import PartialDay
from college_desk.records.values.number import COUNT, PERIODS
from college_desk.records.values.organisation_name import ORGANISATION_NAME
from college_desk.records.values.text import TEXT
from college_desk.records.values.yes_no import YES_NO

_post = partial(column, group="岗位与课程")
_procedure = partial(column, group="招聘程序")
_vetting = partial(column, group="准入查询")
_contract = partial(column, group="聘期与协议")
_quota = partial(column, group="编制与报酬")
_duty = partial(column, group="培训与考核")


@register(
    "appointment",
    "兼职教师聘任台账",
    subject="teaching",
    key=("contract_number",),
    else_key=("teacher", "start_on"),
    counted="条",
    names=("contract_number",),
    searched=("name", "teacher", "contract_number", "course"),
    listed=(
        "name", "post_kind", "course", "recruitment_method", "start_on", "end_on",
        "contract_number", "counts_in_quota", "status",
    ),
    sheet_titles=words("聘任台账 兼职教师聘任汇总表 兼职教师聘用台账 聘任情况表 兼职教师聘任名单 聘任登记表"),
    guards=("quota",),
    carries=(Carried("part_time_teacher", {"id_number": "teacher", "name": "name"}),),
    order=20,
)  # fmt: skip
@dataclass(frozen=True, kw_only=True)
class Appointment(Record):
    """One appointment of a part-time teacher (聘任), for one term of contract."""

    name: str | None = person.name(
        "教师姓名 兼职教师姓名 外聘教师姓名 教师 受聘人 受聘人姓名"
        " 拟聘教师姓名 聘任人员 受聘教师姓名 被聘人 拟聘人"
    )
    teacher: str | None = person.person_by_number(
        "part_time_teacher",
        "教师身份证号 教师身份证号码 受聘人身份证号"
        " 受聘人身份证号码 教师证件号码 拟聘人身份证号 身份证件 居民身份号码 证件号（身份证） 公民证件号码 身份证编码 身份证信息 身份证明号码 有效身份证号",
    )

    post_kind: str | None = _post(
        CODE("post_kind"),
        "拟聘岗位",
        *words("聘任岗位 聘用岗位 岗位类别 岗位类型 受聘岗位 拟聘用岗位 聘任职务 聘用岗位类别 聘任岗位类别"),
        hint="专业课、实习实训、实习指导教师等",
        wide=12,
    )
    course: str | None = _post(
        TEXT,
        "任教课程",
        *words(
            "授课课程 课程 课程名称 讲授课程 担任课程 任课课程 承担课程 拟任课程 拟任教课程 主讲课程 教授科目 教授课程 所教课程 任教科目 所任课程 任课科目 担任的课程 所授课程 教学课程 任教课程名称 承担课程名称 讲授科目 上课课程"
            " 任教学科 授课名称 拟授课程名称 担任课程名称 承担教学任务 授课课程名称 拟聘课程 课程名称（全称）"
        ),
        hint="与教学任务书一致",
        wide=16,
    )
    course_category: str | None = _post(
        CODE("course_category"),
        "课程类别",
        *words("课程类型 担任课程类别 课程大类 课程性质 任课类别"),
        hint="专业课、实习实训课、公共基础课",
    )
    major: str | None = _post(
        TEXT,
        "任教专业",
        *words(
            "授课专业 所教专业 服务专业 任课专业 拟任教专业 拟任专业 任教专业名称 承担专业 所任专业"
            " 拟授课专业 所在教学专业 授课所属专业 所授专业 拟聘专业 聘用专业 服务专业名称"
        ),
        hint="与专业目录一致",
        wide=14,
    )
    class_name: str | None = _post(
        TEXT,
        "任教班级",
        *words(
            "授课班级 上课班级 任课班级 班级 任教班级名称 所任班级 承担班级 教学班级"
            " 学生班级 就读班级 自然班 班级全称 所属行政班 行政班名称 在读班级 学籍所在班级"
        ),
        wide=14,
    )
    weekly_periods: Decimal | None = _post(
        PERIODS,
        "周课时",
        *words(
            "周课时数 周学时 每周课时 周节数 周授课时数 周课时量 每周节数 周授课节数"
            " 每周学时数 周平均课时 周课时（节） 周授课课时 周教学时数 每周授课时数 周授课量"
        ),
        hint="与教学任务书一致",
        wide=8,
    )
    total_periods: Decimal | None = _post(
        PERIODS,
        "总课时",
        *words("总课时数 总学时 学期总课时 计划总课时 学期课时 学期总学时 本学期总课时 计划学时 总学时数"),
        hint="与教学任务书一致",
        wide=8,
    )
    required_education: str | None = _post(
        CODE("education"), "岗位要求学历", *words("学历要求 要求学历 岗位学历要求"), hint="例：大学本科"
    )

    recruitment_method: str | None = _procedure(
        CODE("recruitment_method"),
        "考核方式",
        *words(
            "聘任方式 招聘方式 考核招聘方式 聘用方式 考察方式 招聘考核方式 聘任考核方式 选聘考核方式 考核招聘方法 考核录用方式"
            " 考核聘用方式 招考方式"
        ),
        hint="普通、试讲、技能操作、专家评议、直接考察",
    )
    relaxed_terms: bool | None = _procedure(
        YES_NO,
        "是否按第7条放宽条件招聘",
        *words("放宽条件 是否放宽条件 是否放宽条件招聘 放宽条件招聘"),
        hint="默认：否",
        default=False,
    )
    selection_method: str | None = _procedure(
        CODE("selection_method"),
        "选聘途径",
        *words("选聘方式 聘用途径 选聘渠道 招聘途径"),
        hint="公开招聘、单位选派、合作推荐",
    )
    hiring_form: str | None = _procedure(
        CODE("hiring_form"),
        "聘请形式",
        *words("聘用形式 聘请方式 聘请类型 聘用组织形式"),
        hint="个体、团队、个体与团队相结合",
    )
    team: str | None = _procedure(
        TEXT,
        "所属团队",
        *words("教学团队 团队 团队名称 所在团队"),
        hint="团队聘请时填写",
        refers_to="team",
        wide=14,
    )
    announced_on: dt.date | None = _procedure(
        DAY, "公布日期", *words("公告日期 发布日期 招聘公告日期"), hint="先后不能颠倒", wide=11
    )
    reviewed_on: dt.date | None = _procedure(
        DAY, "资格审查日期", *words("资格审查时间 审查日期 资格复审日期"), hint="先后不能颠倒", wide=11
    )
    assessed_on: dt.date | None = _procedure(
        DAY, "考核日期", *words("考核时间 考察日期 试讲日期 面试日期"), hint="先后不能颠倒", wide=11
    )
    decided_on: dt.date | None = _procedure(
        DAY,
        "会议研究日期",
        *words("研究日期 会议日期 党委会研究日期 校长办公会日期"),
        hint="先后不能颠倒",
        wide=11,
    )
    minutes_number: str | None = _procedure(
        TEXT, "会议纪要号", *words("纪要号 会议纪要编号 会议纪要"), hint="例：〔2026〕12号", wide=14
    )
    notice_from: dt.date | None = _procedure(
        DAY,
        "公示起",
        *words("公示开始日期 公示起始日期"),
        hint="按工作日计算",
        wide=11,
    )
    notice_to: dt.date | None = _procedure(
        DAY, "公示止", *words("公示结束日期 公示截止日期"), hint="按工作日计算", wide=11
    )
    employer_consent_on: dt.date | None = _procedure(
        DAY,
        "原单位同意日期",
        *words("原单位同意时间 单位同意日期 原单位意见日期 原单位同意书日期"),
        hint="在职人员必填",
        wide=11,
    )

    vetting_authorised_on: dt.date | None = _vetting(
        DAY, "查询授权日期", *words("查询授权书日期 授权查询日期"), hint="本人签字的日期", wide=11
    )
    vetted_on: dt.date | None = _vetting(
        DAY,
        "准入查询日期",
        *words("准入查询时间 查询日期 从业查询日期 入职查询日期 教职员工准入查询日期 犯罪记录查询日期"),
        hint="以教育行政部门回复为准",
        wide=11,
    )
    vetting_result: str | None = _vetting(
        CODE("vetting_result"),
        "查询结果",
        *words("准入查询结果 性侵违法犯罪信息查询结果 性侵违法犯罪信息 违法犯罪查询结果"),
        hint="以教育行政部门回复为准",
    )
    restricted_list_result: str | None = _vetting(
        CODE("vetting_result"),
        "教师资格限制库查询结果",
        *words("教师资格限制库 限制库查询结果 教师资格限制库结果"),
        hint="以教育行政部门回复为准",
    )
    vetting_reply_number: str | None = _vetting(
        TEXT,
        "准入查询回复文号",
        *words("查询回复文号 查询回复编号 回复文号 查询编号"),
        hint="照回复函",
        wide=18,
    )

    contract_number: str | None = _contract(
        IDENTIFIER,
        "聘任协议编号",
        *words(
            "协议编号 合同编号 聘任合同编号 聘用合同编号 聘用协议编号 聘任协议号 合同号 协议号 聘书编号 协议书编号 聘用协议号 聘任书编号 聘任协议书编号 聘用合同号 聘任合同号 协议合同编号 劳务协议编号 劳务合同编号"
            " 劳务协议号 协议合同号"
        ),
        hint="一人一期一号",
        wide=16,
    )
    signed_on: PartialDay | None = partner.signed_on(
        "协议签订日期 签协议日期 聘任协议签订日期 合同签订日期", group="聘期与协议"
    )
    start_on: PartialDay | None = partner.start_on(
        "起聘日期 聘用开始日期 聘期起 聘期起始 聘任日期 兼职教师聘任日期 聘任开始日期 聘任起始日期 聘用起始日期 起聘时间 "
        "聘期开始 聘用日期 开始聘用日期 合同起始日期 合同开始日期 合同起 合同生效日期 合同起始时间 合同开始时间 聘用起 聘任起 聘期起始时间 聘期起始日期 协议起始日期 协议开始日期"
        " 聘任开始时间 受聘开始日期 聘期自 任教起始日期 聘用起始 聘任期起 聘用期起 聘任日期起",
        group="聘期与协议",
    )
    end_on: PartialDay | None = partner.end_on(
        "终聘日期 聘期止 聘期终止 聘任结束日期 聘任终止日期 聘用结束日期 聘用终止日期 聘期结束 终聘时间 止聘日期 "
        "聘用截止日期 聘任截止日期 聘期截止 合同终止日期 合同结束日期 合同到期日期 合同止 合同截止日期 合同终止时间 合同结束时间 聘用止 聘任止 聘期终止日期 聘期到期日期 协议终止日期 协议结束日期 协议到期日期"
        " 聘任结束时间 受聘结束日期 聘期至 任教结束日期 聘用截止 聘任期止 聘用期止 解聘日期 结束聘用日期",
        group="聘期与协议",
    )
    renewed_from: str | None = _contract(
        IDENTIFIER,
        "上期协议编号",
        *words("上期协议 上期聘任协议编号 原协议编号 续聘前协议编号"),
        hint="续聘时填写",
        refers_to="appointment",
        wide=16,
    )
    status: str | None = _contract(
        CODE("appointment_status"), "聘任状态", *words("在聘状态 聘用状态 状态"), hint="例：在聘"
    )
    pledged_on: PartialDay | None = _contract(
        DAY_OR_MONTH, "本人承诺日期", *words("承诺日期 承诺书日期"), hint="本人签字的日期", wide=11
    )

    counts_in_quota: bool | None = _quota(
        YES_NO,
        "是否占用20%编制员额",
        *words(
            "是否占用20%员额 占用20%编制员额 是否占用员额 是否占员额 是否占用编制员额 占用员额 是否占用编制 是否占编制员额 是否占20%编制员额 占用编制员额 占编制员额"
            " 是否计入20%员额 是否使用员额"
        ),
        hint="默认：否",
        default=False,
    )
    posts_used: int | None = _quota(
        COUNT, "占用员额数", *words("占用编制员额数 占用编制数 占用员额人数"), hint="例：1", wide=8
    )
    approval_number: str | None = _quota(
        TEXT, "超员额批复文号", *words("超额批复文号 超编批复文号"), hint="超出可用员额时必填", wide=18
    )
    fund_source: str | None = partner.fund_source(group="编制与报酬")
    pay_method: str | None = _quota(
        CODE("pay_method"), "报酬方式", *words("计酬方式 薪酬方式 付酬方式 报酬形式"), hint="例：按课时"
    )
    yuan_per_period: Decimal | None = _quota(
        MONEY,
        "课时费标准（元/课时）",
        *words(
            "课时费 课酬标准 课酬 课时单价 报酬标准 课时标准 课时费单价 课时津贴标准 课时津贴 课时报酬 课酬标准（元/课时） 课时费（元/节） 课时费用 课时酬金 每课时费用 每节课时费 课时费发放标准 讲课费标准"
            " 每课时报酬 课时酬金标准 课时补助标准 每节课酬金 课酬（元/课时） 课时报酬标准 课时费用标准 节课酬"
        ),
        hint="例：98.00",
    )
    special_appointment: bool | None = _quota(
        YES_NO, "是否特聘", *words("特聘 特聘人员"), hint="填“是”须有文号"
    )
    special_category: str | None = _quota(TEXT, "特聘类别", "特聘人才类别", wide=14)
    special_document: str | None = _quota(
        TEXT, "特聘认定文号", *words("特聘文号 特聘批复文号"), hint="填“是”须有文号", wide=18
    )

    health_checked_on: dt.date | None = _duty(
        DAY, "体检日期", *words("体检时间 健康体检日期 体检证明日期"), hint="聘期起前半年内", wide=11
    )
    trained_on: dt.date | None = _duty(
        DAY, "岗前培训日期", *words("岗前培训时间 培训日期"), hint="应在首次授课前", wide=11
    )
    training_periods: Decimal | None = _duty(
        PERIODS, "岗前培训学时", *words("岗前培训课时 培训学时"), hint="例：16"
    )
    paired_teacher: str | None = _duty(TEXT, "结对教师", *words("结对专任教师 结对帮扶教师"), hint="填姓名")
    result: str | None = _duty(
        CODE("appraisal_result"),
        "考核结果",
        *words("聘期考核结果 考核等次 年度考核结果 聘期考核"),
        hint="优秀、合格、基本合格、不合格",
    )
    assigning_unit: str | None = _contract(
        ORGANISATION_NAME, "选派单位", *words("派出单位 委派单位"), hint="单位选派时填写", wide=20
    )
