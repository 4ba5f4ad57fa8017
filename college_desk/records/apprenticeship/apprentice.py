"""The roster of apprentices."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from college_desk.records import partner_columns as partner
from college_desk.records import person_columns as person
from college_desk.records import student_columns as student
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE, CODES
from college_desk.records.values.day import DAY_OR_MONTH, END_DAY
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.identity_number import IDENTITY_NUMBER
from college_desk.records.values.money import MONEY
from college_desk.records.values.month import Month, PartialDay
from college_desk.records.values.number import COUNT
from college_desk.records.values.organisation_name import ORGANISATION_NAME
from college_desk.records.values.person_name import PERSON_NAME
from college_desk.records.values.text import TEXT
from college_desk.records.values.yes_no import YES_NO

_TRAINING = "企业培养"

_training = partial(column, group=_TRAINING)
_agreed = partial(column, group="培养协议")
_insured = partial(column, group="保险")
_result = partial(column, group="考核与状态")
_employed = partial(column, group="企业新型学徒")


@register(
    "apprentice",
    "学徒花名册",
    subject="apprenticeship",
    key=("id_number", "cohort"),
    counted="人",
    names=("id_number", "student_number", "name"),
    searched=("name", "id_number", "phone", "student_number", "enterprise", "mentor", "class_name"),
    listed=(
        "name", "id_number", "gender", "class_name", "major_name", "cohort", "enterprise", "mentor", "status",
    ),
    sheet_titles=words(
        "学徒名册 现代学徒制学徒花名册 学徒一览表 学徒名单 现代学徒制学生名册 学徒汇总表 学徒信息表 现代学徒制花名册 学徒制学生花名册 "
        "学徒登记表 企业新型学徒制学徒名册 新型学徒名册"
    ),
    order=20,
)  # fmt: skip
@dataclass(frozen=True, kw_only=True)
class Apprentice(Record):
    """An apprentice in one apprenticeship class (学徒); what he does at the enterprise now stands here."""

    name: str | None = person.name(
        "学生姓名 学徒姓名 学徒 学员姓名 学生 学员"
        " 学徒名字 徒弟姓名 徒弟 学徒生姓名 培养对象 培养对象姓名 学徒工姓名 学徒（学生）姓名 学生（学徒）姓名 培养对象名 徒弟名字"
    )
    id_type: str | None = person.id_type()
    id_number: str | None = person.id_number(
        "学生身份证号 学徒身份证号 学生身份证号码 学徒身份证号码 徒弟身份证号 学徒证件号码 学员身份证号"
    )
    gender: str | None = person.gender()
    birth_date: PartialDay | None = person.birth_date()
    ethnicity: str | None = person.ethnicity()
    political_status: str | None = person.political_status()
    phone: str | None = person.phone(
        "学生电话 学徒电话 学生联系电话 学徒联系电话 学生手机号"
        " 学徒手机 学徒手机号 学生手机 学生本人电话 学徒联系方式 学生联系方式 手机电话 常用电话 联络电话 联系号码 本人手机 通讯电话 手机联系电话 联系手机号 有效联系电话 联系电话号码"
    )
    household: str | None = person.household()
    household_address: str | None = person.household_address()

    student_number: str | None = student.student_number()
    registration_number: str | None = student.registration_number()
    examinee_number: str | None = student.examinee_number()
    enrolled_month: Month | None = student.enrolled_month()
    grade: str | None = student.grade()
    class_name: str | None = student.class_name(
        "班级 原行政班 原班级 在校班级 教学班 学籍班级"
        " 学生所在班级 原所在班级 在校所在班级 班级简称 学生班级 就读班级 自然班 班级全称 所属行政班 行政班名称 在读班级 学籍所在班级"
    )
    major_code: str | None = student.major_code("专业目录编码 教育部专业代码 国家专业代码 专业标准代码")
    major_name: str | None = student.major_name(
        "所学专业 所读专业 专业全称 学习专业 就读专业名称"
        " 在校所学专业 学徒专业 所学专业名称 专业名称（全称） 专业名 学籍专业 在校专业 现学专业"
    )
    catalogue_version: str | None = student.catalogue_version()
    major_direction: str | None = student.major_direction()
    schooling: str | None = student.schooling()
    training_mode: str | None = student.training_mode()
    student_status: str | None = student.student_status()
    poverty_registered: bool | None = student.poverty_registered()
    aided_kinds: tuple[str, ...] | None = column(
        CODES("trainee_kind"),
        "重点群体类别",
        *words("对象类别 人员类别 困难类别"),
        hint="可多选",
        wide=14,
        group=student.ENROLMENT,
    )

    cohort: str | None = _training(
        TEXT,
        "学徒班",
        *words(
            "试点班 学徒制班级 学徒班名称 学徒班编号 学徒班级 试点班级 学徒班名称/编号 所在学徒班 现代学徒制班级 所属学徒班 学徒制班"
            " 所属试点班 学徒制试点班 学徒制班名 所在试点班"
        ),
        hint="选择或输入学徒班编号",
        refers_to="cohort",
        wide=16,
    )
    placement_kind: str | None = _training(
        CODE("placement_kind"),
        "培养阶段",
        *words("实习阶段 实习类型 培养环节"),
        hint="认识实习、岗位实习、企业课程、在岗",
    )
    enterprise: str | None = partner.enterprise(
        "合作企业",
        "培养企业 用工企业 企业 合作单位 企业名称 所在企业 实习单位 实习企业 用人单位 合作企业名称 单位名称 学徒企业 合作单位名称 "
        "公司名称 实训企业 接收企业 企业全称 实习单位名称 学徒单位 用工单位 学徒培养企业 实习（学徒）企业 岗位培养企业 用工企业名称 培养单位 跟岗企业 签约企业 签约单位"
        " 学徒制企业 培养合作企业 在岗企业 所属企业 跟岗单位 学徒接收企业 学徒制合作企业 联合培养企业 企业（单位）名称 派往企业 分配企业 安排企业",
        group=_TRAINING,
    )
    enterprise_uscc: str | None = partner.uscc(
        "企业信用代码",
        "统一社会信用代码 社会信用代码 信用代码 合作企业统一社会信用代码 企业统一社会信用代码",
        group=_TRAINING,
    )
    position: str | None = _training(
        TEXT,
        "学徒岗位",
        *words(
            "岗位 培养岗位 目标岗位 实习岗位 工作岗位 岗位名称 学习岗位 所在岗位 学徒岗位名称 培养岗位名称 跟岗岗位 从事岗位 实习岗位名称 学徒工种 所从事岗位 企业岗位 企业实践岗位"
            " 岗位工种 学徒期岗位 学徒学习岗位 在岗岗位 师带徒岗位 岗位（工种） 岗位工种名称 学徒岗位（工种） 跟岗岗位名称 所学岗位 实践岗位"
        ),
        hint="例：数控车床操作",
        wide=12,
    )
    mentor: str | None = _training(
        PERSON_NAME,
        "企业导师（师傅）",
        *words(
            "师傅 企业导师 企业师傅 带徒师傅 企业指导教师 师傅姓名 企业导师姓名 导师 指导师傅 带教师傅 企业指导老师 师傅（企业导师） "
            "企业师傅姓名 带教老师 企业导师名字 企业带教师傅 企业指导师傅 指导师傅姓名 带徒师傅姓名 带教老师姓名 企业指导教师姓名 师父"
            " 师傅名字 带徒导师 企业带徒师傅 企业方导师 厂方师傅 结对师傅 带教师傅姓名 师傅（导师） 企业导师（师傅）姓名 师带徒师傅 指派师傅"
        ),
        hint="从名册选，可输姓名首字母",
        refers_to="mentor",
    )
    mentor_id_number: str | None = _training(
        IDENTITY_NUMBER,
        "企业导师身份证件号",
        *words("导师身份证号 师傅身份证号 企业导师身份证号 导师身份证号码 师傅身份证号码"),
        hint="18位，末位X大写",
        wide=20,
    )
    school_mentor: str | None = _training(
        TEXT,
        "学校导师",
        *words(
            "校内导师 校内指导教师 学校指导教师 学校指导老师 校内指导老师 学校导师姓名 指导教师 学校指导教师姓名 校方导师 学校指导老师姓名 校内导师姓名 在校导师 在校指导教师"
            " 学校带队教师 校方指导教师 校内导师名字 学校方导师 学校导师名字 学校指导老师名字 校内带队教师 带队教师 驻企教师"
        ),
        hint="从名册选，可输姓名首字母",
    )
    start_on: PartialDay | None = partner.start_on(
        "企业培养起 培养起始日期 培养开始日期 企业培养开始日期 企业培养起始日期 上岗日期 在岗起 "
        "实习开始日期 实习开始时间 协议起始日期 学徒期起 在岗开始日期 跟岗开始日期 跟岗起 企业实践开始日期 学徒开始日期 学徒起始日期 进企日期 进企时间 上岗时间"
        " 学徒起始时间 在岗起始日期 入岗日期 下企业日期 到岗日期 入企时间 入企日期 进厂日期 下企业时间 在企开始日期 学徒期开始日期 学徒期起始日期 培养期起",
        group=_TRAINING,
    )
    end_on: PartialDay | None = partner.end_on(
        "企业培养止 培养终止日期 培养结束日期 企业培养结束日期 企业培养终止日期 在岗止 实习结束日期 实习结束时间 协议终止日期 学徒期止 "
        "在岗结束日期 跟岗结束日期 跟岗止 企业实践结束日期 学徒结束日期 学徒终止日期 离企日期"
        " 学徒结束时间 出岗日期 离岗日期 返校日期 离企时间 出企日期 离厂日期 在企结束日期 学徒期结束日期 学徒期终止日期 培养期止",
        group=_TRAINING,
    )
    days_per_week: int | None = _training(
        COUNT, "每周在岗天数", *words("周在岗天数 每周天数"), hint="例：5", wide=7
    )
    monthly_pay: Decimal | None = _training(
        MONEY,
        "月报酬（元）",
        *words(
            "津贴 学徒津贴 补贴标准 月津贴 学徒报酬 月报酬 实习报酬 实习补贴 岗位津贴 学徒补贴 月工资 学徒工资 月补贴 实习津贴 "
            "津贴标准 月薪 生活补贴 学徒月报酬 学徒期工资 月生活补助 每月津贴 学徒期月报酬 月实习补贴 月补助 学徒工资标准 企业补贴 企业津贴 月生活补贴"
            " 学徒每月津贴 学徒生活补贴 月发津贴 每月补贴 学徒报酬标准 企业发放津贴 每月报酬 每月工资 月生活费 学徒月工资 学徒月补贴 企业月补贴 岗位补贴 月岗位津贴"
        ),
        hint="实际发给学生本人的金额",
    )

    agreement_form: str | None = _agreed(
        CODE("agreement_form"),
        "协议形式",
        *words("协议类型 三方/四方 协议方数 协议种类 协议签订形式 协议类别"),
        hint="三方；签订时未满18周岁为四方",
    )
    agreement_number: str | None = partner.agreement_number(
        also_met="培养协议书号 学徒制协议编号 三方协议书号 协议书号 学徒制三方协议编号 协议号 三方协议编号 四方协议编号 三方协议号 四方协议号 协议书编号 合同编号 学徒协议编号 培养协议编号 合同号 "
        "实习协议编号 学徒协议号 三方（四方）协议编号 培养协议号 学徒培养协议编号 三方协议书编号 学徒协议书编号 培养协议书编号",
        group="培养协议",
    )
    agreement_signed_on: PartialDay | None = _agreed(
        DAY_OR_MONTH,
        "签订日期",
        *words(
            "签约日期 签订时间 签约时间 协议签订日期 协议签订时间 签署日期 签协日期 协议签约日期 三方协议签订日期 协议日期 签字日期 "
            "签署时间 签订三方协议日期 签协议日期 协议签署日期 协议签署时间"
            " 协议签字日期 协议订立日期 签约年月 协议书签订日期 协议书签订时间 三方协议签订时间"
        ),
        hint="照签章页日期",
        wide=11,
    )
    guardian_name: str | None = student.guardian_name()
    guardian_phone: str | None = student.guardian_phone()
    guardian_relation: str | None = student.guardian_relation()
    consent_on: dt.date | None = student.consent_on()

    insurance_kind: str | None = _insured(
        CODE("insurance_kind"),
        "保险类型",
        *words(
            "保险种类 险种 参保类型 保险名称 投保险种 投保类型 参保险种"
            " 投保类别 参保险种名称 保险类别 险种类型 险种名称 购买险种"
        ),
        hint="实习责任险、工伤保险等",
        wide=12,
    )
    insurer: str | None = _insured(
        ORGANISATION_NAME,
        "保险公司",
        *words("承保公司 保险机构 投保公司 保险公司名称"),
        hint="照保单",
        wide=16,
    )
    policy_number: str | None = _insured(
        IDENTIFIER,
        "保单号",
        *words(
            "保险单号 保单编号 保险单编号 保险号 保险单号码 保单号码 保险合同号 保险合同编号"
            " 保险单编码 保单编码 保单号（责任险） 保险单（保单）号 责任险保单编号 实习责任险保单号 工伤保险单号"
        ),
        hint="照保单",
        refers_to="insurance_policy",
        wide=18,
    )
    insured_from: PartialDay | None = _insured(
        DAY_OR_MONTH,
        "保险起期",
        *words("保险起 保险开始日期 保险起始日期 保险生效日期 参保起"),
        hint="必须覆盖在岗期间",
        wide=11,
    )
    insured_to: PartialDay | None = _insured(
        END_DAY,
        "保险止期",
        *words("保险止 保险结束日期 保险终止日期 保险到期日期 参保止"),
        hint="必须覆盖在岗期间",
        wide=11,
    )

    target_skill_level: str | None = _result(
        CODE("skill_level"),
        "拟取得等级",
        *words(
            "目标等级 培养等级 拟取得职业技能等级 拟考等级 培养目标等级 拟取得技能等级 拟取证等级 目标技能等级 拟取得证书等级 拟获等级 拟获得等级 拟取得证书级别 拟考证等级 计划取证等级"
            " 拟考技能等级 目标证书等级 计划考取等级 拟取证级别 拟考证书等级 目标职业技能等级 预取得等级"
        ),
        hint="例：四级/中级工",
    )
    grade_result: str | None = _result(
        CODE("grade_result"),
        "出师考核等级",
        *words("考核等级 出师考核 考核结果 出师等级"),
        hint="优、良、合格、不合格",
    )
    skill_level: str | None = _result(
        CODE("skill_level"),
        "取得等级",
        *words(
            "取得证书 取得技能等级 取证等级 取得证书等级 技能等级 职业技能等级"
            " 技能水平 职业技能等级（级别） 技能等级情况 职业等级水平 职业技能水平"
        ),
        hint="例：四级/中级工",
    )
    certificate_number: str | None = _result(
        IDENTIFIER,
        "证书编号",
        *words("证书号 取得证书编号 证书号码 技能证书编号 等级证书编号"),
        hint="与证书一致，可联网查询",
        wide=24,
    )
    status: str | None = _result(
        CODE("apprentice_status"),
        "学徒状态",
        *words(
            "状态 异动 在培状态 学徒情况 在册状态 学徒在培状态 当前状态 学徒现状 培养状态 在岗状态 目前状态"
        ),
        hint="在培、退出、结业、留任",
    )
    status_on: PartialDay | None = _result(
        DAY_OR_MONTH,
        "变动日期",
        *words("异动日期 退出日期 状态变动日期 异动时间"),
        hint="例：20260901",
        wide=11,
    )
    status_reason: str | None = _result(
        TEXT, "变动原因", *words("异动原因 退出原因"), hint="退出时必填", wide=14
    )
    artisan_reserve: bool | None = _result(
        YES_NO,
        "齐鲁工匠后备人才",
        *words("是否齐鲁工匠后备人才 后备人才 齐鲁工匠后备 是否后备人才 是否为齐鲁工匠后备人才"),
        hint="是/否，填“是”须有认定文号",
    )
    artisan_reserve_document: str | None = _result(
        TEXT, "后备人才认定文号", *words("认定文号 齐鲁工匠后备人才认定文号"), hint="填“是”须有文号", wide=18
    )

    employment_kind: str | None = _employed(
        CODE("employment_kind"), "用工形式", *words("用工类型 学徒来源"), hint="新招用、转岗"
    )
    employed_on: PartialDay | None = _employed(
        DAY_OR_MONTH,
        "入职（转岗）日期",
        *words("入职日期 转岗日期 入职或转岗日期 入职时间"),
        hint="照劳动合同",
        wide=11,
    )
    contract_start_on: PartialDay | None = _employed(
        DAY_OR_MONTH,
        "劳动合同起始日期",
        *words("劳动合同起 劳动合同开始日期 合同起始日期"),
        hint="照劳动合同",
        wide=11,
    )
    contract_end_on: PartialDay | None = _employed(
        END_DAY,
        "劳动合同终止日期",
        *words("劳动合同止 劳动合同结束日期 合同终止日期"),
        hint="长期填“长期”",
        wide=11,
    )
    trade: str | None = _employed(
        TEXT,
        "培养职业（工种）",
        *words(
            "培养职业 培养工种 职业（工种） 工种 职业工种 所属工种 对应工种 职业（工种）名称及方向 从事职业"
        ),
        hint="例：电工",
        wide=12,
    )
    current_skill_level: str | None = _employed(
        CODE("skill_level"), "现有等级", *words("现有技能等级 原有等级 入班前等级"), hint="例：五级/初级工"
    )
    certificate_issuer: str | None = _employed(
        ORGANISATION_NAME, "评价机构", *words("发证机构 发证单位 鉴定机构"), hint="照证书", wide=18
    )
    certified_on: PartialDay | None = _employed(
        DAY_OR_MONTH, "发证日期", *words("取证日期 发证时间 取证时间"), hint="与证书一致，可联网查询", wide=11
    )
    subsidised_before: bool | None = _employed(
        YES_NO, "是否享受同类补贴", *words("是否已享受同类补贴 同类补贴"), hint="是/否"
    )
