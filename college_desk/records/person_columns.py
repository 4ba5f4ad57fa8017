"""Fields that every list of people has: who it is, what he learned, where his pay goes.

`also_met` names further headers, parted by spaces, that offices write on the lists of one register.
"""

from __future__ import annotations

from typing import Any

from college_desk.records.headers import words
from college_desk.records.register import column
from college_desk.records.values.bank_account import BANK_ACCOUNT
from college_desk.records.values.code import CODE, OPEN_CODE
from college_desk.records.values.day import DAY_OR_MONTH, MONTH
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.identity_number import IDENTITY_NUMBER
from college_desk.records.values.number import COUNT, YEARS
from college_desk.records.values.organisation_name import ORGANISATION_NAME
from college_desk.records.values.person_name import PERSON_NAME
from college_desk.records.values.phone import PHONE
from college_desk.records.values.text import TEXT

BASICS = "基本信息"
CONTACT = "联系方式"
EDUCATION = "学历"
QUALIFICATION = "职称与技能"
HONOURS = "荣誉"
BANK = "银行信息"

_ID_HEADERS = words(
    "身份证号 身份证号码 公民身份号码 公民身份证号码 公民身份证号 居民身份证号 居民身份证号码 身份证件号码 "
    "证件号码 证件号 身份证 ID号 身份号码"
)
_BANK_ACCOUNT_HEADERS = words(
    "银行卡号 卡号 账号 帐号 收款账号 收款帐号 工资卡号 银行帐号 银行卡账号 工资卡 收款账户 收款卡号 银行卡 开户账号 打款账号 发放账号 领款账号"
)


def name(also_met: str = "") -> Any:
    """A person's name (姓名)."""
    return column(
        PERSON_NAME,
        "姓名",
        *words("名字 真实姓名"),
        *words(also_met),
        hint="与身份证一致；少数民族姓名用“·”",
        wide=9,
        group=BASICS,
    )


def id_type() -> Any:
    """The kind of identity document (证件类型)."""
    return column(
        CODE("id_type"),
        "证件类型",
        *words("身份证件类型 证件种类 身份证件类型码 证件类别 有效证件类型"),
        hint="默认：居民身份证",
        group=BASICS,
    )


def id_number(also_met: str = "") -> Any:
    """A person's identity number (身份证件号)."""
    return column(
        IDENTITY_NUMBER,
        "身份证件号",
        *_ID_HEADERS,
        *words(also_met),
        hint="18位，末位X大写",
        wide=20,
        group=BASICS,
    )


def person_by_number(register: str, also_met: str = "") -> Any:
    """The person of another register, named by his identity number."""
    return column(
        IDENTITY_NUMBER,
        "身份证件号",
        *_ID_HEADERS,
        *words(also_met),
        hint="18位，末位X大写",
        refers_to=register,
        also=("id_number",),
        wide=20,
        group=BASICS,
    )


def gender() -> Any:
    """Sex (性别)."""
    return column(
        CODE("gender"),
        "性别",
        *words("性别码 男/女 性别情况 学生性别 人员性别"),
        hint="按证件号自动带出",
        wide=5,
        group=BASICS,
    )


def birth_date() -> Any:
    """Day, or month, of birth (出生日期)."""
    return column(
        DAY_OR_MONTH,
        "出生日期",
        *words("出生年月 出生年月日 生日 出生时间 出生 出生年月日期 何时出生 出生日"),
        hint="按证件号自动带出",
        wide=11,
        group=BASICS,
    )


def ethnicity() -> Any:
    """Ethnic group (民族)."""
    return column(
        CODE("ethnicity"),
        "民族",
        *words("民族码 名族 民族成份 民族成分 民族名称 族别 所属民族 民族类别 民族属性"),
        hint="例：汉族",
        wide=7,
        group=BASICS,
    )


def political_status() -> Any:
    """Political status (政治面貌)."""
    return column(
        CODE("political_status"),
        "政治面貌",
        *words("政治面目 党派 政治面貌码 政治情况 政治身份 党团情况 是否党团员"),
        hint="例：共青团员、群众",
        group=BASICS,
    )


def phone(also_met: str = "") -> Any:
    """A person's telephone number (联系电话)."""
    return column(
        PHONE,
        "联系电话",
        *words(
            "手机 手机号 手机号码 联系方式 电话 电话号码 本人电话 移动电话 联系手机 本人联系电话 本人手机号 手机联系方式"
        ),
        *words(also_met),
        hint="11位手机号，座机带区号",
        wide=13,
        group=CONTACT,
    )


def native_place() -> Any:
    """Where a person's family comes from (籍贯)."""
    return column(TEXT, "籍贯", "籍贯（精确到市）", hint="例：山东省济宁市", group=BASICS)


def household() -> Any:
    """The kind of household registration (户口性质)."""
    return column(
        CODE("household"),
        "户口性质",
        *words("户口类别 户籍性质 户口类型 农业/非农 户籍类型 户籍类别 户口类型（农/非农） 户籍属性"),
        group=BASICS,
    )


def household_address() -> Any:
    """The registered address (户籍地址)."""
    return column(
        TEXT,
        "户籍地址",
        *words(
            "户口所在地 户口所在地区县以下详细地址 家庭住址 户籍所在地 家庭地址"
            " 家庭详细地址 现住址 家庭所在地 住址 家庭详细住址"
        ),
        wide=24,
        group=CONTACT,
    )


def education() -> Any:
    """The highest education (最高学历)."""
    return column(
        CODE("education"),
        "最高学历",
        *words(
            "学历 文化程度 学历层次 最后学历 现学历 最高学历/学历 最后学历/学历 最高文化程度 学历情况 最高学历层次 现有学历"
            " 教育水平 最终学历 文化水平"
        ),
        hint="例：大学本科",
        group=EDUCATION,
    )


def degree() -> Any:
    """The highest degree (最高学位)."""
    return column(
        CODE("degree"),
        "最高学位",
        *words("学位 最高学历/学位 最后学历/学位 最后学位 学位情况 所获学位"),
        hint="例：学士",
        group=EDUCATION,
    )


def graduated_from() -> Any:
    """Where the highest education was completed (毕业院校)."""
    return column(
        ORGANISATION_NAME,
        "毕业院校",
        *words(
            "毕业学校 最高学历毕业院校 最高学历毕业院校学信网全称 最高学历/毕业院校 最后学历/毕业院校 毕业院校名称 最高学历毕业学校 毕业学校名称"
            " 毕业高校 何校毕业"
        ),
        hint="填全称，与毕业证一致",
        wide=20,
        group=EDUCATION,
    )


def studied_major() -> Any:
    """The major of the highest education (所学专业)."""
    return column(
        TEXT,
        "所学专业",
        *words(
            "最高学历专业 毕业专业 最高学历/专业 最后学历/专业 所学专业名称 毕业所学专业 学历专业 何专业毕业"
        ),
        hint="填全称，与毕业证一致",
        wide=14,
        group=EDUCATION,
    )


def educated_month() -> Any:
    """When the highest education was completed (毕业时间)."""
    return column(
        MONTH,
        "毕业时间",
        *words("毕业年月 毕业日期 最高学历毕业时间 最高学历/毕业时间 最后学历/毕业时间"),
        hint="例：2008年7月",
        group=EDUCATION,
    )


def skill_level() -> Any:
    """The level of a person's trade skill (职业技能等级)."""
    return column(
        CODE("skill_level"),
        "职业技能等级",
        *words(
            "技能等级 职业资格 职业资格等级 工种等级 技术等级 职业等级 技能水平等级 职业技能等级认定等级 "
            "职业资格（技能等级） 职业资格证书（最高）/等级 职业资格证书等级 职业技能证书等级 技能证书等级 技能级别 职业技能级别 证书等级 技能证书级别 鉴定等级 技工等级 现技能等级 现有技能等级 职业技能等级证书等级 技能人才等级 国家职业资格等级 职业资格级别 工人技术等级 工人等级"
            " 技能水平 职业技能等级（级别） 技能等级情况 职业等级水平 职业技能水平"
        ),
        hint="例：二级/技师",
        group=QUALIFICATION,
    )


def trade(also_met: str = "") -> Any:
    """The trade of the skill level (职业（工种）)."""
    return column(
        TEXT,
        "职业（工种）",
        *words(
            "工种 职业工种 工种名称 职业名称 职业（工种）名称 职业资格证书（最高）/名称 职业技能工种 证书工种 鉴定工种 认定工种 鉴定职业（工种） 从事工种 所从事工种 职业（工种）类别 从事职业（工种） 技能工种 现从事工种"
        ),
        *words(also_met),
        hint="例：电工",
        wide=12,
        group=QUALIFICATION,
    )


def skill_certificate_number() -> Any:
    """The number of the skill certificate (技能证书编号)."""
    return column(
        IDENTIFIER,
        "技能证书编号",
        *words(
            "证书编号 证书号 证书号码 资格证编号 职业资格证书号 职业资格证书编号 职业资格证书号码 职业技能等级证书编号 "
            "职业技能等级证书号 技能等级证书编号 技能等级证书号 技能证书号 资格证书号 资格证书编号 职业技能证书编号 "
            "职业技能证书号 技能等级证书编码 技能等级证编号 职业技能证书号码 技能证号 技能证书编码 等级证书编号 等级证书号 等级证号 技能证书号码 职业技能等级证书号码 职业证书编号 职业证书号"
            " 职业资格证编号 职业技能证号"
        ),
        hint="与证书一致，可联网查询",
        wide=24,
        group=QUALIFICATION,
    )


def skill_certified_on() -> Any:
    """The day of the skill certificate (发证日期)."""
    return column(
        DAY_OR_MONTH,
        "发证日期",
        *words(
            "技能证书发证日期 证书发证日期 发证时间 取证日期 取证时间 职业资格证书（最高）/获取日期 证书获取日期 "
            "技能等级取得日期 职业资格取得时间"
        ),
        hint="与证书一致，可联网查询",
        wide=11,
        group=QUALIFICATION,
    )


def skill_issuer() -> Any:
    """Who issued the skill certificate (发证机构)."""
    return column(
        ORGANISATION_NAME,
        "发证机构",
        *words("评价机构 发证单位 鉴定机构 发证机关 职业资格证书（最高）/发证单位"),
        hint="照证书",
        wide=18,
        group=QUALIFICATION,
    )


def professional_title() -> Any:
    """The professional title as granted (专业技术职务)."""
    return column(
        TEXT,
        "专业技术职务（职称）",
        *words(
            "职称 专业技术职称 专业技术职务 技术职称 专业技术资格 职称名称 现持有最高职称 专业技术职务任职资格 专技职称 "
            "专业职称 专业技术职务（最高）/名称 任职资格 专业技术资格名称 技术职务 职称（职务） 专业技术职称名称 职称（全称） 职称情况 现职称 现有职称"
            " 职称（专业技术职务） 现职称名称 所获职称 取得职称 所评职称"
        ),
        hint="例：高级工程师",
        wide=14,
        group=QUALIFICATION,
    )


def title_level() -> Any:
    """The level of the professional title (职称级别)."""
    return column(
        CODE("title_level"),
        "职称级别",
        *words("职称等级 专业技术职务级别 专业技术职务等级 专业技术职务（最高）/等级 专业技术等级"),
        hint="例：副高级",
        group=QUALIFICATION,
    )


def title_granted_on() -> Any:
    """The day on which the title was granted (职称取得日期)."""
    return column(
        DAY_OR_MONTH,
        "职称取得日期",
        *words(
            "职称取得时间 职称评定时间 专业技术职务取得时间 专业技术职务（最高）/获取日期 任职资格取得时间"
        ),
        hint="照职称证书",
        wide=11,
        group=QUALIFICATION,
    )


def title_issuer() -> Any:
    """Who granted the title (职称发证单位)."""
    return column(
        ORGANISATION_NAME,
        "职称发证单位",
        *words("职称发证机关 职称评审单位 专业技术职务（最高）/发证单位"),
        hint="照职称证书",
        wide=18,
        group=QUALIFICATION,
    )


def years_in_trade() -> Any:
    """Full years of work in the trade (从事本专业（工种）年限)."""
    return column(
        YEARS,
        "从事本专业（工种）年限（年）",
        *words(
            "工龄 从业年限 工作年限 从事本专业年限 从事本工种年限 行业从业年限 专业工作年限 一线工作年限 从事专业年限 "
            "行业、企业一线工作时间/历年 行业企业一线工作时间/历年 本行业工作年限 从事本行业年限 行业工作年限 从事行业年限 行业年限 本专业工作年限 从事专业工作年限 本工种年限 从业时间 工作年数 专业年限 从事本职业年限 行业工龄 本行业工龄"
            " 从业年数 从事相关工作年限 从业工龄 本岗位工作年限 从业时间（年） 相关工作年限 实践年限"
        ),
        hint="整数",
        wide=8,
        group=QUALIFICATION,
    )


def honour() -> Any:
    """The honour held: a label of the honours' table, or the text given (荣誉称号)."""
    return column(
        OPEN_CODE("honour"),
        "荣誉称号",
        *words(
            "所获荣誉 荣誉 获得荣誉 荣誉及获奖 荣誉及获奖情况 主要荣誉 获奖情况 所获荣誉称号 荣誉情况 获奖荣誉 荣誉奖项 个人荣誉 所获奖项 奖励情况 获得奖励 主要奖项 荣誉奖励 曾获荣誉 奖励荣誉 奖励及荣誉"
            " 技能荣誉 表彰奖励 荣誉称号（奖项） 主要荣誉称号 获得荣誉情况 荣誉及奖励 曾获奖励"
        ),
        hint="从列表选",
        wide=16,
        group=HONOURS,
    )


def honour_level() -> Any:
    """The level of the honour (荣誉级别)."""
    return column(
        CODE("honour_level"), "荣誉级别", *words("荣誉等级 荣誉层次"), hint="国家、省、市", group=HONOURS
    )


def honour_rank() -> Any:
    """The place won, 1 the first (荣誉名次)."""
    return column(COUNT, "荣誉名次", *words("获奖名次 竞赛名次"), hint="例：3", wide=6, group=HONOURS)


def honour_role() -> Any:
    """Whether the holder leads the studio or belongs to it (荣誉身份)."""
    return column(CODE("honour_role"), "荣誉身份", "带头人/成员", hint="带头人、成员", group=HONOURS)


def honour_on() -> Any:
    """The day on which the honour was granted (荣誉授予日期)."""
    return column(
        DAY_OR_MONTH,
        "荣誉授予日期",
        *words("荣誉获得时间 荣誉授予时间 荣誉取得时间 获奖时间"),
        hint="照证书或文件",
        wide=11,
        group=HONOURS,
    )


def honour_document() -> Any:
    """The document that granted the honour (授予文号)."""
    return column(
        TEXT,
        "授予文号",
        *words("荣誉文号 荣誉文件号 荣誉授予文号"),
        hint="例：鲁人社字〔2025〕××号",
        wide=20,
        group=HONOURS,
    )


def account_name(hint: str = "与姓名一致") -> Any:
    """The holder of the bank account (户名)."""
    return column(
        TEXT,
        "户名",
        *words(
            "账户名 帐户名 收款人 开户名 账户名称 开户名称 收款人户名"
            " 账户姓名 持卡人 收款人姓名 卡主姓名 银行户名 收款户名 户主 卡户名 账户户名"
        ),
        hint=hint,
        group=BANK,
    )


def bank_name() -> Any:
    """The bank and its branch (开户行)."""
    return column(
        TEXT,
        "开户行",
        *words(
            "开户银行 开户行名称 开户行全称 开户银行名称 收款银行 银行名称 所属银行 开户行及支行"
            " 开户网点 银行网点 卡开户行 银行及支行 企业开户行 对公开户行"
        ),
        hint="写到支行",
        wide=20,
        group=BANK,
    )


def bank_account() -> Any:
    """A person's bank card (银行账号)."""
    return column(
        BANK_ACCOUNT,
        "银行账号",
        *words("个人银行卡 打卡账号 银行卡账户"),
        *_BANK_ACCOUNT_HEADERS,
        hint="本人银行卡，照卡面填写",
        wide=22,
        group=BANK,
    )
