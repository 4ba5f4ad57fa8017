"""Wordings kept back from the seeds below 1000, by which the program is mended: they tell how it reads new words.

Whoever mends the program leaves this list alone and never copies from it.
"""

from __future__ import annotations

FIRST_SEED = 1000
"""From this seed on a sheet now and then has one of these titles."""
SHARE = 0.08
"""How often, of the columns that have one."""

TYPOS: tuple[tuple[str, str], ...] = (
    ("身份证", "身分证"), ("号码", "号马"), ("政治", "正治"), ("班级", "班极"), ("岗位", "岗为"), ("课程", "课成"), ("单位", "单伍"),
    ("学历", "学力"), ("时间", "时问"), ("编号", "编号号"), ("起止", "启止"), ("姓名", "性名"), ("专业", "专业业"), ("企业", "企来"),
)  # fmt: skip
"""Slips of the hand kept back likewise."""
TITLES: dict[str, str] = {
    "name": "人员姓名 本人姓名 姓名（全名）",
    "cohort.name": "学徒班全称 学徒制班名",
    "enterprise.name": "企业全名 合作单位名称",
    "platform.name": "平台（基地）全称",
    "training_class.name": "培训班全称 班次全称",
    "order_class.name": "订单班全称 冠名班全称",
    "major.name": "专业全名",
    "id_number": "二代身份证号 居民身份证号 身份证件编号",
    "id_number teacher": "二代身份证号 居民身份证号",
    "id_number apprentice": "二代身份证号 居民身份证号",
    "gender": "性别（男、女）",
    "birth_date": "出生年、月、日 出生年月日（公历）",
    "ethnicity": "民族类别",
    "political_status": "现政治面貌 政治面貌情况",
    "phone": "联络电话 电话号码",
    "education": "受教育程度 现有学历",
    "skill_level": "现有技能等级 技能级别",
    "trade": "职业工种名称",
    "skill_certificate_number": "技能证书号 职业技能证书编号",
    "professional_title": "现任职称 职称名称",
    "years_in_trade": "相关工作年限 行业从业年限",
    "bank_account": "银行卡账号 个人银行账号",
    "bank_name": "开户网点 开户行（支行）",
    "student_number": "在校学号 学生学号",
    "registration_number": "学籍编号",
    "enrolled_month": "入校时间 入校年月",
    "grade": "所属年级",
    "class_name": "就读班级 所属班级 在读班级",
    "teaching_hours.class_name": "教学班级",
    "monthly_hours.class_name": "教学班级",
    "major_name": "就读专业 所在专业",
    "major_code": "专业编号 专业国标代码",
    "guardian_name": "家长（监护人）姓名",
    "guardian_phone": "家长（监护人）电话 家长手机号",
    "enterprise": "合作单位名称 合作企业全称",
    "mentor.enterprise": "任职企业",
    "graduate_outcome.enterprise": "就业企业 实际用人单位",
    "position": "具体岗位 从事岗位",
    "mentor": "企业带教师傅 企业指导师傅",
    "agreement_number": "协议书号",
    "agreement_signed_on": "协议签署日期",
    "signed_on": "协议签署日期 签署时间",
    "apprentice.start_on": "企业培养开始日期",
    "apprentice.end_on": "企业培养结束日期",
    "part_time_teacher.start_on": "聘任起始时间",
    "part_time_teacher.end_on": "聘任截止日期 聘期截止日期",
    "appointment.start_on": "聘任起始时间",
    "appointment.end_on": "聘任截止日期 聘期截止日期",
    "agreement.start_on": "协议开始日期",
    "agreement.end_on": "协议截止日期",
    "placement.start_on": "到岗日期 实习起始日期",
    "placement.end_on": "离岗日期 实习终止日期",
    "monthly_pay": "每月报酬 学徒月津贴",
    "uscc": "社会统一信用代码 企业统一信用代码",
    "legal_representative": "企业法人 法定代表人（负责人）",
    "contact": "企业对接人 合作联系人",
    "address": "企业详细地址",
    "size": "规模类型",
    "employees": "现有职工数 企业职工人数",
    "course": "讲授课程 所授课程",
    "periods": "授课节数 实际课时",
    "taught_on": "上课年月日 授课日",
    "weekly_periods": "周课时量 每周节数",
    "employer": "就职单位 任职单位",
    "employer_post": "担任职务",
    "contract_number": "聘用协议编号",
    "yuan_per_period": "课时报酬标准 每课时报酬",
    "diploma_number": "毕业证编号 学历证书号",
    "destination": "毕业后去向 去向类型",
    "starting_pay": "起薪标准",
    "employed_on": "就业起始日期 上岗时间",
    "certificate_number": "证书编码",
    "issued_on": "证书颁发日期 颁证日期",
    "issuer": "证书颁发单位 颁证机构",
    "honour": "表彰称号 荣誉奖项",
    "granted_by": "授奖机关 颁奖单位",
    "granted_on": "授予年月 表彰日期",
    "contest": "大赛全称 竞赛活动名称",
    "event": "比赛赛项 参赛赛项",
    "prize": "获奖奖次 所获奖项",
    "instructors": "指导老师姓名",
    "head_count": "参加培训人数 培训总人数",
    "cohort_code": "学徒班代码",
    "planned_size": "招生计划数 计划招收人数",
    "enrolled_size": "实际录取人数",
    "approved_posts": "编制核定数 核定编制",
    "posts_filled": "实有在编人数 在编在岗人数",
    "order_agreement": "订单协议号",
    "order_class": "所在订单班",
    "joined_on": "加入订单班日期",
    "changed_on": "变动时间",
    "insured_from": "保险生效日期",
    "insured_to": "保险到期日期",
}
"""{field, or register.field: titles parted by spaces}."""


def titles(register: str, key: str) -> tuple[str, ...]:
    """The wordings kept back for a column of a register, none where there are none."""
    return tuple((TITLES.get(f"{register}.{key}") or TITLES.get(key, "")).split())
