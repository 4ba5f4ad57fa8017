"""The ledger of partner enterprises."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial

from college_desk.records import partner_columns as partner
from college_desk.records import person_columns as person
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE, OPEN_CODE
from college_desk.records.values.credit_code import CREDIT_CODE
from college_desk.records.values.day import DAY
from college_desk.records.values.number import COUNT
from college_desk.records.values.organisation_name import ORGANISATION_NAME
from college_desk.records.values.person_name import PERSON_NAME
from college_desk.records.values.phone import PHONE
from college_desk.records.values.text import TEXT, TEXTS
from college_desk.records.values.yes_no import YES_NO

_basic = partial(column, group=person.BASICS)
_contact = partial(column, group=person.CONTACT)
_business = partial(column, group="经营情况")
_standing = partial(column, group="登记状态")
_related = partial(column, group="关联单位")


@register(
    "enterprise",
    "合作企业台账",
    subject="partners",
    key=("uscc",),
    counted="家",
    names=("uscc", "name"),
    searched=("name", "uscc", "legal_representative", "contact", "phone"),
    listed=(
        "name",
        "uscc",
        "legal_representative",
        "contact",
        "phone",
        "region_code",
        "industry",
        "size",
        "status",
    ),
    sheet_titles=words(
        "合作企业名单 合作企业一览表 合作企业汇总表 合作企业信息表 校企合作企业台账 校企合作企业名单 合作单位台账 合作单位名单 "
        "企业台账 企业信息表 企业名录"
    ),
    order=10,
)
@dataclass(frozen=True, kw_only=True)
class Enterprise(Record):
    """A partner enterprise (合作企业), as on its business licence."""

    name: str | None = _basic(
        ORGANISATION_NAME,
        "企业名称",
        *words(
            "单位名称 合作企业名称 合作企业 合作单位 合作单位名称 公司名称 企业全称 单位全称 企业 公司 用人单位 用人单位名称 "
            "订单企业 实习单位 企业名称（全称） 实习单位名称 依托单位 单位名称（全称） 企业单位名称 公司全称 合作企业（全称）"
            " 企业名 企业（公司）名称 企业工商名称 单位（企业）名称 企业单位全称 公司（企业）名称 企业全名"
        ),
        hint="与营业执照一致的全称",
        wide=24,
    )
    uscc: str | None = _basic(
        CREDIT_CODE,
        "统一社会信用代码",
        *partner.CREDIT_CODE_HEADERS,
        *words(
            "企业统一社会信用代码 合作企业统一社会信用代码 企业信用代码 单位信用代码 统一社会信用代码（18位） 营业执照号"
            " 社会统一信用代码 统一信用代码证号 信用代码证号 企业代码 纳税识别号 统一社会信用代码证 企业统一信用代码 营业执照统一社会信用代码 营业执照编号 营业执照注册号"
        ),
        hint="18位，照营业执照",
        wide=20,
    )
    legal_representative: str | None = _basic(
        PERSON_NAME,
        "法定代表人",
        *words(
            "法人 法人代表 法人姓名 企业法人 法定代表人姓名 法人代表姓名 负责人 单位负责人 企业负责人 法定代表人（负责人） 企业法定代表人 法人代表人"
            " 法定代表 法人（负责人） 负责人姓名"
        ),
        hint="照营业执照",
    )
    region_code: str | None = _basic(
        OPEN_CODE("region"),
        "所在县（市、区）",
        *words(
            "所在地 注册地 所在县区 所属县区 所属县市区 所在县市区 所在区县 企业所在地 单位所在地 单位所在地区划码 "
            "企业所属县区 区划 行政区划 县区 所属县（市、区） 区县 所属区县 所在县市 所属地区 所在地区 注册地所在县区 县市区"
            " 注册地区县 所在区域 注册地（县区） 所在地区（县区）"
        ),
        hint="例：任城区",
    )

    contact: str | None = _contact(
        PERSON_NAME,
        "联系人",
        *words(
            "企业联系人 单位联系人 联系人姓名 经办人 企业经办人 企业对接人 对接人 联系人（企业） 企业方联系人 企业负责联系人 企业联络人 校企联系人 企业对接联系人"
            " 联系人名字 业务联系人 人事联系人 企业联系人姓名 对接人姓名 联系人员 人事经理 企业对接人姓名"
        ),
        hint="经办人姓名",
    )
    phone: str | None = _contact(
        PHONE,
        "联系电话",
        *words(
            "电话 手机 手机号 手机号码 联系方式 联系人电话 联系人手机 联系人联系方式 企业联系电话 企业电话 单位电话 电话号码 "
            "联系人联系电话 企业联系方式 联系人手机号码 企业方联系电话 联系人手机号 联系人电话号码 单位联系电话"
            " 对接人电话 公司电话 办公座机 手机电话 常用电话 联络电话 联系号码 本人手机 通讯电话 手机联系电话 联系手机号 有效联系电话 联系电话号码"
        ),
        hint="11位手机号，座机带区号",
        wide=13,
    )
    address: str | None = _contact(
        TEXT,
        "地址",
        *words(
            "企业地址 单位地址 公司地址 注册地址 通讯地址 详细地址 联系地址 办公地址 经营地址 住所 企业详细地址 单位详细地址 注册（经营）地址 住所地址 公司注册地址 单位住址 企业所在地址 企业住所"
            " 生产地址 企业住所地 生产经营地址 注册地址（住所）"
        ),
        hint="照营业执照",
        wide=26,
    )
    sites: tuple[str, ...] | None = _contact(
        TEXTS, "厂区", *words("厂区地址 生产厂区 经营场所 实际经营地"), hint="可填多处，用顿号隔开", wide=16
    )

    industry: str | None = _business(
        CODE("industry"),
        "所属行业",
        *words(
            "行业 行业类别 单位行业 单位行业码 企业行业 行业分类 国民经济行业 行业名称 行业分类名称 所属行业类别 所属行业门类"
            " 从事行业 企业所属行业 行业大类 主营行业"
        ),
        hint="例：制造业",
        wide=14,
    )
    size: str | None = _business(
        CODE("enterprise_size"),
        "企业规模",
        *words(
            "规模 单位规模 企业类型 企业规模类型 企业规模（大中小微） 单位规模码 企业划型 就业单位规模码 企业规模类别 规模类型 企业大小 企业规模划分 大中小微 划型 企业大中小微"
            " 规模（大中小微） 企业类型（规模） 规模类别"
        ),
        hint="例：中型",
        wide=8,
    )
    nature: str | None = _business(
        OPEN_CODE("enterprise_nature"),
        "单位性质",
        *words("企业性质 经济性质 经济类型 所有制性质"),
        hint="例：民营企业",
    )
    above_scale: bool | None = _business(
        YES_NO,
        "是否规上企业",
        *words(
            "是否规上 规上企业 是否规模以上企业 规模以上企业 是否规模以上 规上企业（是/否） 是否规上（限上） 是否为规上企业"
            " 规模以上 规上与否"
        ),
        hint="是/否",
    )
    self_assessment: bool | None = _business(
        YES_NO,
        "是否自主评价企业",
        *words(
            "是否自主评价 自主评价备案 是否自主评价备案 自主评价企业 是否开展自主评价 是否为自主评价企业"
            " 自主评价 自主评价备案企业"
        ),
        hint="是/否",
    )
    assessed_trades: tuple[str, ...] | None = _business(
        TEXTS,
        "自主评价职业（工种）",
        *words("评价职业工种 自主评价工种 备案评价职业"),
        hint="可填多个，用顿号隔开",
        wide=16,
    )
    high_risk: bool | None = _business(
        YES_NO, "是否高危行业", *words("高危行业 是否高危行业企业"), hint="是/否"
    )
    employees: int | None = _business(
        COUNT,
        "在岗职工数",
        *words(
            "在岗职工总数 职工人数 员工人数 职工总数 从业人数 企业在岗职工数 在职职工数 企业人数 员工总数 现有职工人数 职工数 企业职工人数 员工数 从业人员数 职工总人数 在岗职工人数 在职员工数 用工人数 企业用工人数"
            " 企业职工数 用工总数 企业员工数 职工人数（人） 企业员工人数 现有职工数 在册职工数"
        ),
        hint="用于核对10%、20%比例",
    )

    status: str | None = _standing(
        CODE("enterprise_status"),
        "登记状态",
        *words(
            "经营状态 企业状态 工商状态 存续状态 企业登记状态 营业状态"
            " 企业经营状态 工商登记状态 企业状态（存续/注销） 登记经营状态"
        ),
        hint="例：存续",
    )
    status_checked_on: dt.date | None = _standing(
        DAY,
        "登记状态查询日期",
        *words(
            "状态查询日期 信用查询日期 工商查询日期 登记状态查询时间 查询日期 查询时间 信用查询时间 状态核查日期 工商信息查询日期"
            " 核查日期"
        ),
        hint="国家企业信用信息公示系统",
        wide=11,
    )

    parent_uscc: str | None = _related(
        CREDIT_CODE,
        "总公司信用代码",
        *words("总公司统一社会信用代码 母公司信用代码 总公司代码"),
        hint="分公司填写",
        wide=20,
    )
    successor_uscc: str | None = _related(
        CREDIT_CODE,
        "合并后单位信用代码",
        *words("合并后信用代码 承继单位信用代码 合并后统一社会信用代码"),
        hint="被合并企业填写",
        wide=20,
    )

    account_name: str | None = person.account_name("与单位名称一致")
    bank_name: str | None = person.bank_name()
    bank_account: str | None = partner.company_account(group=person.BANK)
