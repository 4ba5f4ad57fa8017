"""The order classes: agreements, students, and where the graduates of June 2026 went."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from tests import make
from tests.generators.demo_college.college import (
    BUSINESS,
    CARS,
    CHEMISTRY,
    COMPUTING,
    MAJOR_OF,
    MECHANICS,
    SCHOOL,
)
from tests.generators.demo_college.partners import Agreement, Enterprise
from tests.generators.demo_college.people import Person, Population
from tests.generators.demo_college.shapes import Raw, day, identity, money, name, phone, yes_no
from tests.generators.demo_college.sheets import Column, Row, Sheet, Workbook

_GRADUATED = dt.date(2026, 6, 30)
_AGENCY = ("济宁众诚人力资源服务有限公司", make.uscc(88, area="370811"))
"""Who employs those who are sent to the enterprise (劳务派遣)."""

_HIRED = dt.date(2026, 7, 6)


@dataclass
class OrderClass:
    """One order class (订单班) with its students."""

    name: str
    department: str
    major: str
    grade: int
    enterprise: Enterprise
    agreement: Agreement
    forming: str
    formed: dt.date
    class_name: str
    position: str
    students: list[Person] = field(default_factory=list)

    @property
    def graduated(self) -> bool:
        """Whether the class has left the college."""
        return self.grade == 2023


_CLASSES = (
    ("海岳班", MECHANICS, "460301", 2023, 1, "招生冠名", 2023, "装配钳工", 34),
    ("鲁禾班", MECHANICS, "460103", 2023, 2, "中途组班", 2024, "数控车工", 30),
    ("圣禾班", CARS, "460702", 2023, 6, "招生冠名", 2023, "电池装配", 32),
    ("运河数据班", COMPUTING, "510203", 2023, 10, "中途组班", 2024, "软件测试", 28),
    ("宏禾班", CHEMISTRY, "470201", 2023, 15, "招生冠名", 2023, "化工操作", 26),
    ("禾勤班", CARS, "500211", 2024, 7, "招生冠名", 2024, "轮胎检测", 30),
    ("禾通班", BUSINESS, "530802", 2024, 12, "招生冠名", 2024, "仓储管理", 32),
    ("禾芯班", COMPUTING, "510201", 2025, 24, "招生冠名", 2025, "设备运维", 30),
)


def classes(people: Population, enterprises: list[Enterprise]) -> list[OrderClass]:
    """The eight classes with about 240 students."""
    made = []
    for place, (title, department, major, grade, enterprise, forming, year, position, size) in enumerate(
        _CLASSES
    ):
        employer = enterprises[enterprise - 1]
        formed = dt.date(year, 9, 1)
        agreement = Agreement(
            f"DD-{year}-{place + 1:03d}",
            "订单培养",
            employer,
            MAJOR_OF[major].name,
            dt.date(year, 8, 1),
            dt.date(grade + 3, 12, 31),
            size + 4,
            "订单培养、接收毕业生就业",
        )
        short = MAJOR_OF[major].name.removesuffix("技术")
        group = OrderClass(
            title,
            department,
            major,
            grade,
            employer,
            agreement,
            forming,
            formed,
            f"{short}{grade % 100}05班",
            position,
        )
        born = dt.date(grade - 19, 9, 1), dt.date(grade - 18, 8, 31)
        group.students += people.people(size, *born, male=0.4 if department == BUSINESS else 0.75)
        made.append(group)
    return made


def workbooks(known: list[OrderClass], others: list[Enterprise]) -> list[Workbook]:
    """The ledger of classes, three lists of graduates, one of those who still learn."""
    graduates = [each for each in known if each.graduated]
    return [
        _ledger(known),
        _list_xlsx(graduates[:2], others),
        _list_xls(graduates[2:3], others),
        _list_csv(graduates[3:], others),
        _learning([each for each in known if not each.graduated]),
    ]


def _ledger(known: list[OrderClass]) -> Workbook:
    columns = (
        Column("序号"), Column("系别", "department"), Column("订单班名称", "name"), Column("培养协议编号", "agreement"),
        Column("依托单位", "enterprise"), Column("信用代码", "uscc"), Column("专业代码", "major"), Column("专业", "major_name"),
        Column("层次", "level"), Column("组班方式", "forming"), Column("年级", "grade"), Column("协议人数", "size"),
        Column("组班时间", "formed", day("month", "dots")), Column("备案日期", "filed", day("dots")), Column("备案号", "filing"),
        Column("起始日期", "formed", day("dots"), above="培养周期"), Column("终止日期", "end", day("dots"), above="培养周期"),
        Column("录用比例（%）", "hire"), Column("起薪（元/月）", "pay", money), Column("企业投入（万元）", "invested"),
    )  # fmt: skip
    rows: list[Row] = [
        {
            "department": each.department, "name": each.name, "agreement": each.agreement.number,
            "enterprise": each.enterprise.name, "uscc": each.enterprise.uscc, "major": each.major,
            "major_name": MAJOR_OF[each.major].name, "level": "高职专科", "forming": each.forming,
            "grade": f"{each.grade}级", "size": each.agreement.size, "formed": each.formed,
            "filed": each.formed - dt.timedelta(days=12), "filing": f"济人社订〔{each.formed.year}〕{7 + place:02d}号",
            "end": dt.date(each.grade + 3, 6, 30), "hire": (80, 75, 90)[place % 3], "pay": 4500 + 100 * place,
            "invested": (20, 15, 12.5)[place % 3],
        }
        for place, each in enumerate(known)
    ]  # fmt: skip
    rows[6]["enterprise"] = Raw("禾通供应链")
    return Workbook(
        "23-订单班台账.xlsx",
        (Sheet("订单班", columns, tuple(rows), (f"{SCHOOL}订单班台账", "填报单位：招生就业处")),),
    )


def _rows(group: OrderClass, others: list[Enterprise]) -> list[Row]:
    return [_row(group, person, place, others) for place, person in enumerate(group.students, start=1)]


def _row(group: OrderClass, person: Person, place: int, others: list[Enterprise]) -> Row:
    row: Row = {
        "name": person.name, "id": person.id_number, "gender": person.gender, "phone": person.phone,
        "number": f"{group.grade}{group.major}5{place:02d}", "class": group.class_name, "grade": f"{group.grade}级",
        "enrolled": dt.date(group.grade, 9, 1), "major_name": MAJOR_OF[group.major].name, "order_class": group.name,
        "agreement": group.agreement.number, "enterprise": group.enterprise.name, "joined": group.formed,
        "confirmed": True, "grant": 2000 if place % 3 == 0 else 0,
    }  # fmt: skip
    if not group.graduated:
        return row
    row |= {
        "graduated": _GRADUATED, "diploma": f"41370120260600{group.agreement.number[-1]}{place:03d}",
        "recorded": dt.date(2026, 10, 30), "stage": "跟踪", "verified": dt.date(2026, 10, 30), "by": "孙丽",
    }  # fmt: skip
    turn = place % 10
    if turn == 3:
        return row | {"to": "升学" if place % 4 else "专升本"}
    if turn == 6:
        return row | {"to": "应征义务兵"} if place < 10 else row | {"to": "待就业"}
    employer = others[place % len(others)] if turn == 9 else group.enterprise
    employer_name, employer_uscc = _AGENCY if turn == 8 else (employer.name, employer.uscc)
    return row | {
        "to": "签劳动合同形式就业", "employer": employer_name, "employer_uscc": employer_uscc, "job": group.position,
        "matched": turn != 9, "pay": 4200 + 50 * turn, "hired": _HIRED + dt.timedelta(days=turn), "months": 36,
        "contract": "劳务派遣" if turn == 8 else "劳动合同", "contract_start": _HIRED + dt.timedelta(days=turn),
        "contract_end": dt.date(2029, 7, 5) + dt.timedelta(days=turn), "insured_from": dt.date(2026, 7, 1),
        "insured": 4, "payer": employer_uscc, "proof": "劳动合同",
    }  # fmt: skip


def _list_xlsx(groups: list[OrderClass], others: list[Enterprise]) -> Workbook:
    columns = (
        Column("序号"), Column("姓 名", "name", name), Column("性 别", "gender"), Column("身份证号码", "id", identity), Column("学 号", "number"),
        Column("班级", "class"), Column("所学专业", "major_name"), Column("订单班名称", "order_class"), Column("培养协议编号", "agreement"),
        Column("订单企业", "enterprise"), Column("入班日期", "joined", day("dots", "month")), Column("确认书", "confirmed", yes_no("有", "无")),
        Column("奖助金额（元）", "grant", money), Column("手机号码", "phone", phone), Column("毕业年月", "graduated", day("month", "month_dashes")),
        Column("毕业证书编号", "diploma"), Column("登记日期", "recorded", day("dots")), Column("毕业去向", "to"), Column("就业单位名称", "employer"),
        Column("就业单位信用代码", "employer_uscc"), Column("工作岗位", "job"), Column("是否专业对口", "matched", yes_no("是", "否")),
        Column("起薪(元)", "pay", money), Column("入职日期", "hired", day("dots", "cell")), Column("合同类型", "contract"),
        Column("劳动合同期限(月)", "months"), Column("社保起缴月", "insured_from", day("month")), Column("连续缴纳月数", "insured"),
        Column("社保缴纳单位信用代码", "payer"), Column("核实人", "by"), Column("核实日期", "verified", day("dots")), Column("QQ号"),
    )  # fmt: skip
    rows = [row for group in groups for row in _rows(group, others)]
    rows[3]["id"] = Raw(float(int(rows[3]["id"][:15] + "000")))
    rows[15]["hired"] = Raw("2026.7.32")
    rows[24]["phone"] = Raw("1540537")
    rows[40]["pay"] = Raw("面议")
    rows.insert(52, dict(rows[51]))
    total = (("合计", f"{len(rows)}人"), ("填表人：", "", "", "审核人："))
    titles = (
        f"{SCHOOL}2026年订单班学生名册及就业台账",
        "填报单位：机电工程系（盖章）    填报日期：2026年11月2日",
    )
    return Workbook(
        "24-订单班学生名册-机电工程系.xlsx",
        (Sheet("花名册", columns, tuple(rows), titles, total, merged_down=("订单企业",)),),
        dictionary=(("毕业去向", "签劳动合同形式就业"), ("", "升学"), ("", "应征义务兵")),
    )


def _list_xls(groups: list[OrderClass], others: list[Enterprise]) -> Workbook:
    columns = (
        Column("编号"), Column("学生姓名", "name"), Column("身份证号", "id"), Column("性别", "gender"), Column("电话", "phone", phone),
        Column("学号", "number"), Column("行政班", "class"), Column("专业名称", "major_name"), Column("冠名班", "order_class"),
        Column("订单培养协议编号", "agreement"), Column("订单企业", "enterprise"), Column("入班时间", "joined", day("dots")),
        Column("毕业时间", "graduated", day("month_dots")), Column("毕业证书号", "diploma"), Column("登记日期", "recorded", day("dots")),
        Column("去向", "to"), Column("用人单位", "employer"), Column("用人单位信用代码", "employer_uscc"), Column("岗位", "job"),
        Column("月薪", "pay", money), Column("就业日期", "hired", day("dots")), Column("合同类型", "contract"),
        Column("合同起始日期", "contract_start", day("dots")), Column("合同终止日期", "contract_end", day("dots")),
        Column("社保起缴月", "insured_from", day("month_dots")), Column("连续缴纳月数", "insured"), Column("社保缴纳单位信用代码", "payer"),
    )  # fmt: skip
    rows = [row for group in groups for row in _rows(group, others)]
    rows[7]["gender"] = Raw("女" if rows[7]["gender"] == "男" else "男")
    rows[18]["contract_end"] = Raw("2025.7.5")
    rows[26]["name"] = Raw(None)
    return Workbook(
        "25-订单班学生名册-汽车工程系.xls",
        (
            Sheet(
                "圣禾班",
                columns,
                tuple(rows),
                ("2023级圣禾班学生名册及就业情况",),
                (("合计", f"{len(rows)}人"),),
            ),
        ),
    )


def _list_csv(groups: list[OrderClass], others: list[Enterprise]) -> Workbook:
    columns = (
        Column("姓名", "name"), Column("身份证", "id"), Column("性别", "gender"), Column("联系方式", "phone"), Column("学号", "number"),
        Column("原行政班", "class"), Column("专业", "major_name"), Column("订单班", "order_class"), Column("协议编号", "agreement"),
        Column("订单企业", "enterprise"), Column("入班日期", "joined", day("slashes")), Column("毕业年月", "graduated", day("month_dashes")),
        Column("毕业证书编号", "diploma"), Column("登记日期", "recorded", day("slashes")), Column("毕业去向", "to"),
        Column("就业单位", "employer"), Column("就业单位信用代码", "employer_uscc"), Column("工作岗位", "job"), Column("起薪", "pay"),
        Column("入职日期", "hired", day("slashes")), Column("合同类型", "contract"), Column("合同期限(月)", "months"),
        Column("社保起缴月", "insured_from", day("month_dashes")), Column("连续缴纳月数", "insured"), Column("社保缴纳单位信用代码", "payer"),
    )  # fmt: skip
    rows = [row for group in groups for row in _rows(group, others)]
    rows[2]["id"] = Raw("3.70800200503E+17")
    rows[20]["payer"] = Raw(str(rows[20].get("payer") or "")[:-1])
    rows[38]["id"] = Raw(rows[38]["id"][:-1] + ("4" if rows[38]["id"][-1] != "4" else "8"))
    return Workbook("26-订单班学生名册-信息化工.csv", (Sheet("", columns, tuple(rows)),))


def _learning(groups: list[OrderClass]) -> Workbook:
    """One sheet for each class that still learns."""
    columns = (
        Column("序号"), Column("姓名", "name", name), Column("身份证号", "id"), Column("性别", "gender"), Column("学号", "number"),
        Column("入学年月", "enrolled", day("month")), Column("年级", "grade"), Column("班级", "class"), Column("专业名称", "major_name"),
        Column("订单班名称", "order_class"), Column("培养协议编号", "agreement"), Column("订单企业", "enterprise"),
        Column("入班日期", "joined", day("cell")), Column("家长确认书", "confirmed", yes_no("√", None)), Column("联系电话", "phone", phone),
    )  # fmt: skip
    return Workbook(
        "27-订单班在校生名册.xlsx",
        tuple(
            Sheet(
                each.name,
                columns,
                tuple(_rows(each, [])),
                (f"{each.name}学生名册",),
                (("合计", f"{len(each.students)}人"),),
            )
            for each in groups
        ),
    )
