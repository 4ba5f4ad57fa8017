"""The college itself: campuses, departments, majors, establishment, fees, calendar, the notice it answers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tests.generators.demo_college.shapes import Raw, day, yes_no
from tests.generators.demo_college.sheets import Column, Row, Sheet, Workbook

SCHOOL = "济宁示例职业学院"
NORTH, SOUTH, YANZHOU = "北校区", "南校区", "兖州校区"

MECHANICS, CARS, COMPUTING = "机电工程系", "汽车工程系", "信息工程系"
BUSINESS, CHEMISTRY = "财经商贸系", "化工与建筑系"
CAMPUS_OF = {MECHANICS: NORTH, COMPUTING: NORTH, CARS: SOUTH, BUSINESS: SOUTH, CHEMISTRY: YANZHOU}

FIRST_TERM = (dt.date(2026, 8, 31), dt.date(2027, 1, 22))
LAST_TERM = (dt.date(2026, 3, 2), dt.date(2026, 7, 10))


@dataclass(frozen=True)
class Major:
    """A major of the catalogue of 2021."""

    code: str
    name: str
    department: str
    since: int
    status: str = "在招"


MAJORS = (
    Major("460301", "机电一体化技术", MECHANICS, 2009),
    Major("460103", "数控技术", MECHANICS, 2009),
    Major("460305", "工业机器人技术", MECHANICS, 2018),
    Major("460306", "电气自动化技术", MECHANICS, 2012),
    Major("500211", "汽车检测与维修技术", CARS, 2010),
    Major("460702", "新能源汽车技术", CARS, 2019),
    Major("510203", "软件技术", COMPUTING, 2013),
    Major("510201", "计算机应用技术", COMPUTING, 2009),
    Major("530701", "电子商务", BUSINESS, 2014),
    Major("530802", "现代物流管理", BUSINESS, 2016),
    Major("530302", "大数据与会计", BUSINESS, 2011),
    Major("470201", "应用化工技术", CHEMISTRY, 2012),
    Major("440301", "建筑工程技术", CHEMISTRY, 2013),
    Major("510103", "应用电子技术", COMPUTING, 2010, "停招"),
)
MAJOR_OF = {each.code: each for each in MAJORS}


def workbook() -> Workbook:
    """The file with the college's own figures."""
    return Workbook("01-学校基本资料.xlsx", (_terms(), _majors(), _fees(), _establishment(), _notices()))


def _terms() -> Sheet:
    columns = (
        Column("学年", "year"), Column("学期", "term"), Column("开学日期", "start", day("words")),
        Column("放假日期", "end", day("words")), Column("教学周数", "weeks"), Column("考试起", "exam_from", day("cell")),
        Column("考试止", "exam_to", day("cell")),
    )  # fmt: skip
    rows: tuple[Row, ...] = (
        {
            "year": "2025-2026学年", "term": "第二学期", "start": LAST_TERM[0], "end": LAST_TERM[1], "weeks": "18周",
            "exam_from": dt.date(2026, 6, 29), "exam_to": dt.date(2026, 7, 10),
        },
        {
            "year": "2026-2027学年", "term": "第一学期", "start": FIRST_TERM[0], "end": FIRST_TERM[1], "weeks": "18周",
            "exam_from": dt.date(2027, 1, 11), "exam_to": dt.date(2027, 1, 22),
        },
    )  # fmt: skip
    return Sheet("校历", columns, rows, (f"{SCHOOL}校历",))


def _majors() -> Sheet:
    columns = (
        Column("序号"), Column("系部", "department"), Column("专业代码", "code"), Column("专业名称", "name"),
        Column("专业目录版本", "version"), Column("层次", "level"), Column("学制", "years"),
        Column("首次招生年份", "since"), Column("招生状态", "status"), Column("是否重点专业", "key", yes_no("√", None)),
        Column("校区", "campus"),
    )  # fmt: skip
    rows = tuple(
        {
            "department": each.department,
            "code": each.code,
            "name": each.name,
            "version": "2021年版",
            "level": "高职专科",
            "years": "3年",
            "since": each.since,
            "status": each.status,
            "key": each.code in ("460301", "500211"),
            "campus": CAMPUS_OF[each.department],
        }
        for each in MAJORS
    )
    return Sheet("专业", columns, rows, (f"{SCHOOL}2026年专业设置一览表", "填报单位：教务处"))


def _fees() -> Sheet:
    columns = (
        Column("序号"), Column("职称级别", "level"), Column("执行学年", "year"), Column("上年课时费总额（元）", "paid"),
        Column("上年课时总数", "periods"), Column("课时费标准（元/课时）", "rate"), Column("批准文号", "document"),
    )  # fmt: skip
    figures = (
        ("正高级", 428_400, 3_570, 120), ("副高级", 1_234_800, 12_600, 98), ("中级", 2_106_000, 26_000, 81),
        ("助理级", 897_600, 13_600, 66),
    )  # fmt: skip
    rows = tuple(
        {
            "level": level,
            "year": "2026-2027",
            "paid": f"{paid:,}",
            "periods": periods,
            "rate": f"{rate}.00",
            "document": "济职院财字〔2026〕11号",
        }
        for level, paid, periods, rate in figures
    )
    return Sheet("课时费标准", columns, rows, (f"{SCHOOL}2026—2027学年兼职教师课时费标准", "单位：元"))


def _establishment() -> Sheet:
    """The establishment; the labour posts are one too many, the full-time teachers have lost their last digit."""
    columns = (
        Column("执行日期", "from", day("cell")), Column("编制类型", "basis"), Column("核定编制数", "approved"),
        Column("批复文号", "document"), Column("批复日期", "document_on", day("words")), Column("在编实有人数", "filled"),
        Column("专业技术", "professional", above="其中"), Column("管理", "management", above="其中"),
        Column("工勤", "labour", above="其中"), Column("已批用编未到岗数", "reserved"), Column("专任教师数", "teachers"),
        Column("实习指导教师数", "instructors"), Column("实习指导教师是否含在专任教师内", "included", yes_no("是", "否")),
        Column("年人均经费标准（元）", "funding"),
    )  # fmt: skip
    row: Row = {
        "from": dt.date(2024, 4, 1), "basis": "事业编制", "approved": 186, "document": None,
        "document_on": dt.date(2024, 3, 15), "filled": 152, "professional": 130, "management": 16, "labour": Raw(7),
        "reserved": 0, "teachers": Raw(21), "instructors": 18, "included": False, "funding": "118000",
    }  # fmt: skip
    return Sheet("编制", columns, (row,), (f"{SCHOOL}编制核定情况", "填报单位：人事处"))


def _notices() -> Sheet:
    columns = (
        Column("序号"), Column("来文单位", "issuer"), Column("文号", "number"), Column("标题", "title"),
        Column("收文日期", "received", day("dots")), Column("截止日期", "due", day("dots")), Column("份数", "copies"),
        Column("联系人", "contact"), Column("联系电话", "phone"), Column("办理状态", "status"),
        Column("申报（备案）事项", "filing"),
    )  # fmt: skip
    rows: tuple[Row, ...] = (
        {
            "issuer": "济宁市教育局", "number": "济教函〔2026〕58号", "received": dt.date(2026, 10, 26),
            "title": "关于做好2026年职业学校兼职教师聘任备案工作的通知", "due": dt.date(2026, 11, 30), "copies": "3份",
            "contact": "马晓", "phone": "0537-2345678", "status": "在办", "filing": "兼职教师聘任备案",
        },
        {
            "issuer": "济宁市教育局", "number": "济教函〔2026〕61号", "received": dt.date(2026, 11, 9),
            "title": "关于报送现代学徒制学徒班备案材料的通知", "due": dt.date(2026, 12, 11), "copies": "2份",
            "contact": "马晓", "phone": "0537-2345678", "status": "待办", "filing": "现代学徒制备案",
        },
        {
            "issuer": "济宁市人力资源和社会保障局", "number": "济人社函〔2026〕44号", "received": dt.date(2026, 11, 16),
            "title": "关于组织2026年订单培养补助申报的通知", "due": dt.date(2026, 12, 25), "copies": "3份",
            "contact": "朱敏", "phone": "0537-2967890", "status": "待办", "filing": "订单企业培养补助",
        },
    )  # fmt: skip
    return Sheet("来文", columns, rows, ("收文登记簿（2026年）",))
