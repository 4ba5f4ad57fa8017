"""Columns that stand on many kinds of sheets, and the ones that are nobody's field."""

from __future__ import annotations

from tests.generators.messy.model import Column


def column(
    fields: str, shape: str, headers: str, *, under: str = "", often: float = 0.6, unit: str = ""
) -> Column:
    """A column; fields and headers parted by spaces, `under` as `监护人:姓名 家长:姓名`."""
    pairs = tuple((each.split(":")[0], each.split(":")[1]) for each in under.split())
    return Column(tuple(fields.split()), shape, tuple(headers.split()), pairs, often, unit)


ALWAYS = 1.0
OFTEN = 0.85

GENDER = column("gender", "code:gender", "性别 性别 性别（男/女）", often=OFTEN)
BIRTH = column("birth_date", "day", "出生日期 出生年月日 生日 出生时间", often=0.6)
ETHNICITY = column("ethnicity", "code:ethnicity", "民族 民族 名族 民族成份")
POLITICAL = column("political_status", "code:political_status", "政治面貌 政治面貌 政治面目")
ID_NUMBER = column(
    "id_number", "identity",
    "身份证号 身份证号码 身份证号码 公民身份号码 身份证件号 身份证件号码 证件号码 公民身份证号码 身份证 居民身份证号码 ID号",
    often=ALWAYS,
)  # fmt: skip
PHONE = column(
    "phone",
    "phone",
    "联系电话 手机号 手机号码 联系方式 手机 电话 本人电话 移动电话 联系电话（手机）",
    often=OFTEN,
)
EDUCATION = column("education", "code:education", "学历 最高学历 文化程度 最后学历 学历层次")
DEGREE = column("degree", "code:degree", "学位 最高学位", often=0.2)
SKILL_LEVEL = column(
    "skill_level", "code:skill_level",
    "职业技能等级 技能等级 职业资格等级 技术等级 职业资格 工种等级 职业资格证书等级",
    under="职业技能等级证书:等级 职业资格证书（最高）:等级", often=OFTEN,
)  # fmt: skip
TRADE = column(
    "trade",
    "text",
    "职业（工种） 工种 职业工种 工种名称 鉴定工种",
    under="职业技能等级证书:工种 职业技能等级证书:职业（工种）",
    often=0.5,
)
CERTIFICATE = column(
    "skill_certificate_number", "text",
    "证书编号 技能证书编号 职业资格证书号 证书号 资格证编号 职业资格证书编号 技能等级证书编号",
    under="职业技能等级证书:证书编号 职业资格证书（最高）:证书编号", often=0.5,
)  # fmt: skip
SKILL = column(
    "skill_level trade skill_certificate_number", "level_trade_number",
    "技能等级（工种）及证书号 职业资格等级（工种）证书编号", often=0.06,
)  # fmt: skip
TITLE = column(
    "professional_title",
    "text",
    "职称 专业技术职务 技术职称 专业技术资格 现持有最高职称 专业技术职称",
    often=OFTEN,
)
YEARS = column(
    "years_in_trade",
    "years",
    "从业年限 工龄 从事本专业年限 本行业工作年限 从事本工种年限（年） 工作年限",
    often=0.5,
)
BANK_ACCOUNT = column("bank_account", "card", "银行卡号 银行账号 卡号 银行帐号 收款账号 工资卡号", often=0.45)
BANK_NAME = column("bank_name", "text", "开户行 开户银行 开户行名称 开户行全称", often=0.4)
BANK = column("bank_name bank_account", "pair", "开户行及账号 开户行及卡号 开户银行及账号", often=0.08)
STUDENT_NUMBER = column("student_number", "text", "学号 学号 学生编号 学员编号", often=0.7)
REGISTRATION = column("registration_number", "text", "学籍号 全国学籍号 国家学籍号", often=0.35)
ENROLLED = column("enrolled_month", "month", "入学年月 入学时间 入学日期", often=0.35)
GRADE = column("grade", "grade", "年级 所在年级 入学年级", often=0.4)
CLASS = column("class_name", "text", "班级 所在班级 行政班 班级名称 现班级", often=0.8)
MAJOR_NAME = column(
    "major_name",
    "text",
    "专业 专业名称 所学专业 专业全称",
    under="所学专业:名称 专业:名称 专业:专业名称",
    often=0.8,
)
MAJOR_CODE = column(
    "major_code",
    "text",
    "专业代码 专业编码 专业代号",
    under="所学专业:代码 专业:代码 专业:专业代码",
    often=0.4,
)
GUARDIAN_NAME = column(
    "guardian_name",
    "name",
    "监护人姓名 家长姓名 监护人 家长 法定监护人姓名",
    under="监护人:姓名 家长信息:姓名 监护人信息:姓名",
    often=0.5,
)
GUARDIAN_PHONE = column(
    "guardian_phone", "phone", "监护人电话 家长电话 监护人联系电话 家长联系方式 家长联系电话",
    under="监护人:电话 家长信息:联系电话 监护人信息:联系电话", often=0.5,
)  # fmt: skip
GUARDIAN_RELATION = column(
    "guardian_relation", "code:guardian_relation", "与学生关系 监护人与学生关系 与本人关系 监护人关系",
    under="监护人:关系 监护人信息:与学生关系", often=0.3,
)  # fmt: skip
USCC = column(
    "uscc",
    "uscc",
    "统一社会信用代码 社会信用代码 信用代码 统一信用代码 税号 纳税人识别号 统一社会信用代码（18位）",
    often=ALWAYS,
)
NOTE = column("note", "text", "备注", often=0.4)

NOBODYS: tuple[Column, ...] = (
    column("", "text", "本人签字 签字 签名 签名确认"),
    column("", "text", "QQ号 微信号 QQ"),
    column("", "text", "是否住校 宿舍号 住宿情况"),
    column("", "text", "身高（cm） 体重（kg） 血型 鞋码 服装尺码"),
    column("", "text", "审核意见 初审意见 核对情况"),
    column("", "text", "车牌号 食堂卡号"),
    column("", "text", "健康状况 婚姻状况"),
)
"""Columns that offices add for themselves."""
NOBODYS_WORDS: dict[str, tuple[str, ...]] = {
    "本人签字": ("",), "签字": ("",), "签名": ("",), "签名确认": ("",),
    "QQ号": ("384756102", "99120345", "1029384756"), "QQ": ("384756102", "66120345"), "微信号": ("wx_lm2008", "zh0318"),
    "是否住校": ("是", "否"), "宿舍号": ("3-412", "5-208", "1-105"), "住宿情况": ("住校", "走读"),
    "身高（cm）": ("172", "168", "181"), "体重（kg）": ("60", "55", "72"), "血型": ("A", "B", "O", "AB"),
    "鞋码": ("41", "38", "43"), "服装尺码": ("L", "XL", "M"),
    "审核意见": ("同意", "已审"), "初审意见": ("同意", "通过"), "核对情况": ("已核对", ""),
    "车牌号": ("鲁H12345", "鲁H6A789"), "食堂卡号": ("000123", "004561"),
    "健康状况": ("健康", "良好"), "婚姻状况": ("未婚", "已婚"),
}  # fmt: skip
