"""Honours, contests, platforms, training classes and certificates, all in one workbook of many sheets."""

from __future__ import annotations

import datetime as dt

from tests.generators.demo_college.apprenticeship import Cohort
from tests.generators.demo_college.college import SCHOOL
from tests.generators.demo_college.shapes import day, money, yes_no
from tests.generators.demo_college.sheets import Column, Row, Sheet, Workbook
from tests.generators.demo_college.teaching import Teacher


def workbook(teachers: list[Teacher], cohorts: list[Cohort]) -> Workbook:
    """The office's file of achievements."""
    return Workbook(
        "28-荣誉竞赛平台培训证书.xlsx",
        (
            _honours(teachers),
            _contests(cohorts),
            _platforms(teachers),
            _training(cohorts),
            _certificates(cohorts),
        ),
    )


def _honours(teachers: list[Teacher]) -> Sheet:
    columns = (
        Column("序号"), Column("获得者", "name"), Column("获得者类别", "kind"), Column("身份证号", "id"), Column("荣誉称号", "honour"),
        Column("荣誉级别", "level"), Column("授予单位", "by"), Column("授予文号", "document"), Column("授予日期", "on", day("dots")),
    )  # fmt: skip
    given = (
        (
            teachers[15],
            "济宁首席技师",
            "市",
            "济宁市人力资源和社会保障局",
            "济人社字〔2023〕41号",
            dt.date(2023, 11, 6),
        ),
        (
            teachers[25],
            "山东省技术能手",
            "省",
            "山东省人力资源和社会保障厅",
            "鲁人社字〔2021〕66号",
            dt.date(2021, 12, 20),
        ),
        (
            teachers[0],
            "齐鲁首席技师",
            "省",
            "山东省人力资源和社会保障厅",
            "鲁人社字〔2022〕70号",
            dt.date(2022, 12, 12),
        ),
        (
            teachers[42],
            "济宁市技术能手",
            "市",
            "济宁市人力资源和社会保障局",
            "济人社字〔2024〕18号",
            dt.date(2024, 5, 20),
        ),
    )
    rows = tuple(
        {
            "name": each.person.name,
            "kind": "个人",
            "id": each.person.id_number,
            "honour": honour,
            "level": level,
            "by": by,
            "document": document,
            "on": on,
        }
        for each, honour, level, by, document, on in given
    )
    return Sheet("荣誉", columns, rows, (f"{SCHOOL}荣誉台账",))


def _contests(cohorts: list[Cohort]) -> Sheet:
    columns = (
        Column("序号"), Column("竞赛名称", "contest"), Column("竞赛类别", "family"), Column("年度", "year"), Column("赛项", "event"),
        Column("组别", "group"), Column("姓名", "name"), Column("身份证号", "id"), Column("奖次", "prize"), Column("指导教师", "guide"),
        Column("获奖文号", "document"), Column("竞赛时间", "on", day("month")),
    )  # fmt: skip
    rows = tuple(
        {
            "contest": "山东省职业院校技能大赛", "family": "全省职业院校技能大赛", "year": 2026, "event": event, "group": "学生",
            "name": person.name, "id": person.id_number, "prize": prize, "guide": "刘洋",
            "document": "鲁教职函〔2026〕9号", "on": dt.date(2026, 5, 1),
        }
        for person, event, prize in (
            (cohorts[0].apprentices[3].person, "机电一体化技术", "一等奖"),
            (cohorts[3].apprentices[8].person, "工业机器人技术应用", "二等奖"),
            (cohorts[6].apprentices[2].person, "汽车检测与维修", "三等奖"),
            (cohorts[10].apprentices[4].person, "软件测试", "二等奖"),
        )
    )  # fmt: skip
    return Sheet("竞赛", columns, rows, (f"{SCHOOL}2026年竞赛获奖台账",))


def _platforms(teachers: list[Teacher]) -> Sheet:
    columns = (
        Column("序号"), Column("平台名称", "name"), Column("平台类型", "kind"), Column("平台级别", "level"), Column("领办人", "leader"),
        Column("领办人身份证件号", "id"), Column("依托单位", "host"), Column("批准文号", "document"), Column("批准日期", "on", day("dots")),
        Column("年度", "year"), Column("补助金额（万元）", "granted"), Column("到账金额（万元）", "received"),
        Column("支出金额（万元）", "spent"), Column("带徒人数", "trained"),
    )  # fmt: skip
    leader = teachers[0].person
    rows: tuple[Row, ...] = (
        {
            "name": f"{leader.name}技能大师工作室", "kind": "技能大师工作室", "level": "市", "leader": leader.name,
            "id": leader.id_number, "host": SCHOOL, "document": "济人社字〔2024〕33号", "on": dt.date(2024, 6, 1),
            "year": 2026, "granted": 5, "received": 5, "spent": 3.2, "trained": 6,
        },
    )  # fmt: skip
    return Sheet("平台", columns, rows, (f"{SCHOOL}平台（基地、工作室）台账",))


def _training(cohorts: list[Cohort]) -> Sheet:
    columns = (
        Column("序号"), Column("班次编号", "number"), Column("培训班名称", "name"), Column("培训类别", "kind"), Column("组织形式", "by"),
        Column("委托企业", "enterprise"), Column("职业（工种）", "trade"), Column("培训等级", "level"), Column("起始日期", "start", day("dots")),
        Column("终止日期", "end", day("dots")), Column("培训人数", "people"), Column("培训人次", "attendances"), Column("合格人数", "passed"),
        Column("培训课时", "periods"), Column("培训人日", "days"), Column("是否补贴性培训", "paid", yes_no("是", "否")),
        Column("培训经费（元）", "money", money), Column("经费来源", "fund"),
    )  # fmt: skip
    rows = tuple(
        {
            "number": f"PX2026-{place:02d}", "name": f"{cohort.enterprise.name[:6]}{cohort.trade}提升班", "kind": "岗位技能提升",
            "by": "企业自主", "enterprise": cohort.enterprise.name, "trade": cohort.trade, "level": "高级工",
            "start": dt.date(2026, 3 + place, 10), "end": dt.date(2026, 3 + place, 21), "people": 36 + place,
            "attendances": 36 + place, "passed": 34 + place, "periods": 80, "days": 10 * (36 + place), "paid": False,
            "money": 24000 + 1000 * place, "fund": "企业投入",
        }
        for place, cohort in enumerate(cohorts[:6], start=1)
    )  # fmt: skip
    return Sheet("培训", columns, rows, (f"{SCHOOL}2026年培训班台账",))


def _certificates(cohorts: list[Cohort]) -> Sheet:
    columns = (
        Column("序号"), Column("姓名", "name"), Column("身份证号", "id"), Column("证书类型", "kind"), Column("职业（工种）", "trade"),
        Column("职业技能等级", "level"), Column("证书编号", "number"), Column("发证日期", "on", day("dots")), Column("评价机构", "by"),
        Column("评价机构备案号", "filed"), Column("证书查询日期", "checked", day("dots")),
    )  # fmt: skip
    rows = tuple(
        {
            "name": each.person.name, "id": each.person.id_number, "kind": "职业技能等级证书", "trade": cohort.trade,
            "level": "中级工", "number": f"S00003708{place:02d}2026000{number:04d}", "on": dt.date(2026, 6, 10), "by": SCHOOL,
            "filed": "鲁人社评备〔2023〕18号", "checked": dt.date(2026, 7, 2),
        }
        for place, cohort in enumerate(cohorts[2:7:2])
        for number, each in enumerate(cohort.apprentices[:14], start=1)
    )  # fmt: skip
    return Sheet("证书", columns, rows, (f"{SCHOOL}2026年职业技能等级证书台账",))
