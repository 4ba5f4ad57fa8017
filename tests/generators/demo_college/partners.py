"""The enterprises the college works with, the agreements with them, the masters who train its apprentices."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tests import make
from tests.generators.demo_college.college import SCHOOL
from tests.generators.demo_college.people import Person, Population
from tests.generators.demo_college.shapes import Raw, day, money, phone, yes_no
from tests.generators.demo_college.sheets import Column, Row, Sheet, Workbook

_PLACES = {
    "任城区": "370811", "兖州区": "370812", "高新区": "370811", "曲阜市": "370881", "邹城市": "370883", "嘉祥县": "370829",
    "汶上县": "370830", "微山县": "370826", "梁山县": "370832", "泗水县": "370831", "金乡县": "370828", "鱼台县": "370827",
}  # fmt: skip
_NAMES = (
    ("济宁海岳精密制造有限公司", "任城区", "制造业", "中型", 460),
    ("山东鲁禾装备股份有限公司", "兖州区", "制造业", "大型", 1_280),
    ("任城运智机器人有限公司", "任城区", "制造业", "中型", 390),
    ("邹城泰禾电气有限公司", "邹城市", "制造业", "中型", 380),
    ("济宁运禾汽车服务有限公司", "任城区", "居民服务、修理和其他服务业", "中型", 450),
    ("曲阜圣禾新能源科技有限公司", "曲阜市", "制造业", "中型", 620),
    ("兖州禾勤轮胎有限公司", "兖州区", "制造业", "大型", 2_100),
    ("济宁鲁运汽车零部件有限公司", "高新区", "制造业", "中型", 540),
    ("济宁云禾软件技术有限公司", "高新区", "信息传输、软件和信息技术服务业", "中型", 360),
    ("山东运河数据科技有限公司", "任城区", "信息传输、软件和信息技术服务业", "中型", 620),
    ("嘉祥石禾雕刻艺术有限公司", "嘉祥县", "制造业", "小型", 60),
    ("济宁禾通供应链管理有限公司", "任城区", "交通运输、仓储和邮政业", "中型", 410),
    ("鱼台稻禾电子商务有限公司", "鱼台县", "批发和零售业", "中型", 310),
    ("金乡蒜都冷链物流有限公司", "金乡县", "交通运输、仓储和邮政业", "中型", 360),
    ("邹城宏禾化工有限公司", "邹城市", "制造业", "大型", 1_050),
    ("济宁禾泰新材料有限公司", "高新区", "制造业", "中型", 480),
    ("汶上禾建建设工程有限公司", "汶上县", "建筑业", "中型", 700),
    ("济宁鲁禾建筑安装有限公司", "任城区", "建筑业", "中型", 530),
    ("梁山运禾专用车有限公司", "梁山县", "制造业", "中型", 450),
    ("微山湖禾渔业发展有限公司", "微山县", "农、林、牧、渔业", "小型", 75),
    ("泗水泉禾食品有限公司", "泗水县", "制造业", "小型", 140),
    ("济宁禾信会计师事务所有限公司", "任城区", "租赁和商务服务业", "微型", 28),
    ("曲阜儒禾文化旅游有限公司", "曲阜市", "文化、体育和娱乐业", "小型", 120),
    ("济宁禾芯半导体有限公司", "高新区", "制造业", "中型", 330),
    ("兖州颜禾机械有限公司", "兖州区", "制造业", "中型", 380),
)


@dataclass(frozen=True)
class Enterprise:
    """An invented enterprise with a right credit code."""

    name: str
    uscc: str
    place: str
    industry: str
    size: str
    employees: int
    head: str
    contact: str
    phone: str
    account: str


@dataclass(frozen=True)
class Agreement:
    """An agreement between the college and an enterprise."""

    number: str
    kind: str
    enterprise: Enterprise
    majors: str
    start: dt.date
    end: dt.date
    size: int
    contents: str


@dataclass(frozen=True)
class Mentor:
    """A master at an enterprise (企业导师、师傅)."""

    person: Person
    enterprise: Enterprise
    post: str
    skill: str
    trade: str
    certificate: str
    years: int
    letter: str
    majors: str


def enterprises(people: Population) -> list[Enterprise]:
    """The 25 enterprises."""
    return [
        Enterprise(
            name,
            make.uscc(serial, area=_PLACES[place]),
            place,
            industry,
            size,
            employees,
            people.name(male=serial % 4 != 0),
            people.name(male=serial % 2 == 0),
            people.phone() if serial % 3 else f"0537-55500{serial:02d}",
            f"1545010104{serial:07d}",
        )
        for serial, (name, place, industry, size, employees) in enumerate(_NAMES, start=1)
    ]


def enterprise_workbook(known: list[Enterprise]) -> Workbook:
    """The ledger of enterprises as an old xls; three codes and telephones are wrong, one stands twice."""
    columns = (
        Column("序号"), Column("企业名称", "name"), Column("社会信用代码", "uscc"), Column("法人代表", "head"),
        Column("所在县区", "place"), Column("行业类别", "industry"), Column("单位规模", "size"),
        Column("是否规上", "above", yes_no("√", "×")), Column("是否自主评价企业", "assessing", yes_no("是", "否")),
        Column("职工人数", "employees"), Column("联系人", "contact"), Column("联系电话", "phone", phone),
        Column("企业地址", "address"), Column("登记状态", "status"), Column("查询日期", "checked", day("cell", "dots")),
        Column("户名", "name"), Column("开户银行", "bank"), Column("账号", "account"), Column("备注", "note"),
    )  # fmt: skip
    rows = [_enterprise_row(each) for each in known]
    rows[3]["uscc"] = Raw(known[3].uscc[:-1] + ("7" if known[3].uscc[-1] != "7" else "8"))
    rows[9]["phone"] = Raw("1540537098")
    rows[12]["uscc"] = Raw(known[12].uscc.replace("0", "O", 1).lower())
    rows[16]["industry"] = Raw("建筑")
    rows.insert(20, {**_enterprise_row(known[6]), "note": "与前重复？"})
    rows[22]["checked"] = Raw("2026.8.32")
    return Workbook(
        "02-合作企业台账.xls",
        (
            Sheet(
                "企业台账",
                columns,
                tuple(rows),
                (f"{SCHOOL}校企合作单位台账", "填报单位：校企合作处（盖章）        填报日期：2026年9月"),
                (("合计", "", "25家"), ("制表人：", "", "审核人：")),
            ),
        ),
    )


def _enterprise_row(each: Enterprise) -> Row:
    size = {"大型": "大型企业", "中型": "中型", "小型": "小", "微型": "微型"}[each.size]
    return {
        "name": each.name, "uscc": each.uscc, "head": each.head, "place": each.place, "industry": each.industry,
        "size": size, "above": each.employees >= 150, "assessing": each.employees >= 400, "employees": each.employees,
        "contact": each.contact, "phone": each.phone, "address": f"山东省济宁市{each.place}产业路{each.employees}号",
        "status": "存续", "checked": dt.date(2026, 10, 12), "bank": "中国农业银行济宁任城支行", "account": each.account,
    }  # fmt: skip


def agreement_workbook(known: list[Agreement]) -> Workbook:
    """The ledger of agreements; one ends before it begins, one is signed in the enterprise's short name."""
    columns = (
        Column("序号"), Column("协议编号", "number"), Column("协议类型", "kind"), Column("合作企业", "enterprise"),
        Column("统一社会信用代码", "uscc"), Column("合作专业", "majors"), Column("签订日期", "signed", day("dots", "cell")),
        Column("起始日期", "start", day("dots"), above="协议期限"), Column("终止日期", "end", day("dots"), above="协议期限"),
        Column("计划人数", "size"), Column("合作内容", "contents"), Column("学校已盖章", "sealed", yes_no("√", "×")),
        Column("企业已盖章", "sealed", yes_no("√", "×")), Column("用印登记号", "seal"), Column("经办人", "by"),
    )  # fmt: skip
    rows: list[Row] = [
        {
            "number": each.number, "kind": each.kind, "enterprise": each.enterprise.name, "uscc": each.enterprise.uscc,
            "majors": each.majors, "signed": each.start - dt.timedelta(days=14), "start": each.start, "end": each.end,
            "size": each.size, "contents": each.contents, "sealed": True, "seal": f"YY2026-{place:03d}", "by": "郑伟",
        }
        for place, each in enumerate(known, start=1)
    ]  # fmt: skip
    rows[5]["end"] = Raw("2021.12.31")
    rows[8]["enterprise"] = Raw("运河数据")
    rows[11]["start"] = Raw("2025.6.31")
    return Workbook(
        "03-校企合作协议台账.xlsx",
        (Sheet("协议台账", columns, tuple(rows), (f"{SCHOOL}校企合作协议台账", "填报单位：校企合作处")),),
    )


def mentor_workbooks(known: list[Mentor]) -> list[Workbook]:
    """The two rosters of masters: a workbook of the first campus, a GBK csv of the others."""
    north, others = known[:60], known[60:]
    return [_mentors_north(north), _mentors_elsewhere(others)]


def _mentor_row(each: Mentor) -> Row:
    return {
        "name": each.person.name, "id": each.person.id_number, "gender": each.person.gender, "phone": each.person.phone,
        "enterprise": each.enterprise.name, "uscc": each.enterprise.uscc, "post": each.post, "skill": each.skill,
        "trade": each.trade, "certificate": each.certificate, "years": each.years, "letter": each.letter,
        "start": dt.date(2026, 7, 1), "end": dt.date(2029, 6, 30), "pay": 500, "majors": each.majors,
    }  # fmt: skip


def _mentors_north(known: list[Mentor]) -> Workbook:
    columns = (
        Column("序号"), Column("师傅姓名", "name"), Column("性别", "gender"), Column("身份证号码", "id"),
        Column("手机", "phone", phone), Column("企业名称", "enterprise"), Column("岗位", "post"),
        Column("职业技能等级", "skill"), Column("工种", "trade"), Column("证书编号", "certificate"),
        Column("从业年限", "years"), Column("聘书编号", "letter"), Column("起", "start", day("dots"), above="聘期"),
        Column("止", "end", day("dots"), above="聘期"), Column("导师津贴（元/月）", "pay", money), Column("带徒专业", "majors"),
    )  # fmt: skip
    rows = [_mentor_row(each) for each in known]
    rows[0]["name"] = Raw(f"{known[0].person.name[:-1]}玮")
    rows[7]["id"] = Raw(float(int(known[7].person.id_number[:15] + "000")))
    rows[15]["gender"] = Raw("女" if known[15].person.male else "男")
    rows[22]["phone"] = Raw("154053")
    rows[41]["years"] = Raw(68)
    return Workbook(
        "04-企业导师名册-北校区.xlsx",
        (
            Sheet(
                "导师名册",
                columns,
                tuple(rows),
                (f"{SCHOOL}企业导师（师傅）名册", "校区：北校区    填报日期：2026年9月10日"),
                (("合计", "60人"), ("填表人：", "", "审核人：")),
            ),
        ),
        notes={"填表说明": (("1.身份证号请用文本格式",), ("2.聘期按聘书填写",))},
    )


def _mentors_elsewhere(known: list[Mentor]) -> Workbook:
    columns = (
        Column("编号"), Column("企业师傅", "name"), Column("身份证", "id"), Column("联系方式", "phone"),
        Column("所在企业", "enterprise"), Column("信用代码", "uscc"), Column("职务", "post"), Column("技能等级", "skill"),
        Column("职业工种", "trade"), Column("技能证书编号", "certificate"), Column("工作年限", "years"),
        Column("聘书编号", "letter"), Column("聘期起", "start", day("slashes")), Column("聘期止", "end", day("slashes")),
        Column("津贴标准", "pay"), Column("QQ号"),
    )  # fmt: skip
    rows = [_mentor_row(each) for each in known]
    rows[4]["name"] = Raw(None)
    rows[11]["id"] = Raw(
        known[11].person.id_number[:-1] + ("1" if known[11].person.id_number[-1] != "1" else "2")
    )
    rows.insert(30, dict(rows[29]))
    rows[45]["end"] = Raw("2026/6/31")
    return Workbook("05-企业导师名册-南校区兖州校区.csv", (Sheet("", columns, tuple(rows)),))
