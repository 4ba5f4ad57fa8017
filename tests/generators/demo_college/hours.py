"""The lessons of the part-time teachers: the last term whole, this term to the day, month by month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tests.generators.demo_college.college import (
    CARS,
    CHEMISTRY,
    COMPUTING,
    FIRST_TERM,
    LAST_TERM,
    MECHANICS,
    SCHOOL,
)
from tests.generators.demo_college.shapes import Raw, day, name, yes_no
from tests.generators.demo_college.sheets import Column, Row, Sheet, Workbook
from tests.generators.demo_college.teaching import Teacher

NEVER_STARTED = 40
"""Whose vetting found something."""
_RECORDED_TO = dt.date(2026, 11, 13)
_SLOTS = ("1-2", "3-4", "5-6", "7-8")
_WEEKDAYS = "一二三四五"
_FREE = (
    (dt.date(2026, 4, 4), dt.date(2026, 4, 6)), (dt.date(2026, 5, 1), dt.date(2026, 5, 5)),
    (dt.date(2026, 6, 19), dt.date(2026, 6, 21)), (dt.date(2026, 9, 25), dt.date(2026, 9, 27)),
    (dt.date(2026, 10, 1), dt.date(2026, 10, 7)),
)  # fmt: skip
_ROOMS = {MECHANICS: "实训楼", CARS: "汽车实训中心", COMPUTING: "信息楼", CHEMISTRY: "兖州实训楼"}


def workbooks(teachers: list[Teacher]) -> list[Workbook]:
    """A csv of the last term, then one workbook a month."""
    timetable = _timetable(teachers)
    last = [
        row for each in teachers if each.before for row in _lessons(each, each.before, timetable, LAST_TERM)
    ]
    now = [
        row
        for each in teachers
        if each.place != NEVER_STARTED
        for row in _lessons(each, each.row, timetable, (FIRST_TERM[0], _RECORDED_TO))
    ]
    months = {month: [row for row in now if row["on"].month == month] for month in (9, 10, 11)}
    return [
        _last_term(sorted(last, key=_by_day)),
        _september(months[9]),
        _october(sorted(months[10], key=_by_day)),
        _november(sorted(months[11], key=_by_day)),
    ]


def _timetable(teachers: list[Teacher]) -> dict[int, tuple[tuple[int, str], tuple[int, str]]]:
    """Each teacher's two lessons of the week, no class with two teachers at once."""
    taken: set[tuple[str, int, str]] = set()
    timetable = {}
    for each in teachers:
        found: list[tuple[int, str]] = []
        for turn in range(20):
            weekday, slot = (each.place + turn * 2) % 5, _SLOTS[(each.place + turn) % 4]
            if (each.row["class"], weekday, slot) not in taken and weekday not in [
                lesson[0] for lesson in found
            ]:
                taken.add((each.row["class"], weekday, slot))
                found.append((weekday, slot))
            if len(found) == 2:
                break
        timetable[each.place] = (found[0], found[1])
    return timetable


def _lessons(
    teacher: Teacher,
    row: Row,
    timetable: dict[int, tuple[tuple[int, str], tuple[int, str]]],
    term: tuple[dt.date, dt.date],
) -> Iterator[Row]:
    on = max(term[0], row["start"])
    until = min(term[1], row["end"])
    exams = dt.date(2026, 6, 29)
    while on <= until:
        for weekday, slot in timetable[teacher.place]:
            free = any(first <= on <= last for first, last in _FREE) or (term == LAST_TERM and on >= exams)
            if on.weekday() == weekday and not free:
                yield {
                    "name": teacher.person.name, "id": teacher.person.id_number, "on": on, "slot": slot,
                    "week": (on - term[0]).days // 7 + 1, "weekday": f"星期{_WEEKDAYS[weekday]}",
                    "course": row["course"], "kind": teacher.course_kind, "class": row["class"], "periods": 2,
                    "students": 38 + teacher.place % 9, "place": f"{_ROOMS[teacher.department]}{301 + teacher.place}",
                    "department": teacher.department, "signed": True, "verified": True, "by": "孙丽",
                    "lesson": "正常",
                }  # fmt: skip
        on += dt.timedelta(days=1)


def _by_day(row: Row) -> tuple[dt.date, str, str]:
    return row["on"], row["slot"], row["id"]


def _last_term(rows: list[Row]) -> Workbook:
    """As the teaching system exports it: GBK, ISO days."""
    columns = (
        Column("教师姓名", "name"), Column("身份证号", "id"), Column("授课日期", "on", day("dashes")), Column("周次", "week"),
        Column("星期", "weekday"), Column("节次", "slot"), Column("课程名称", "course"), Column("课程性质", "kind"),
        Column("授课班级", "class"), Column("上课人数", "students"), Column("教室", "place"), Column("课时数", "periods"),
        Column("上课情况", "lesson"), Column("教师签字", "signed", yes_no("是", "否")), Column("教务核验", "verified", yes_no("是", "否")),
        Column("开课部门", "department"),
    )  # fmt: skip
    return Workbook("19-课时记录-2025-2026第二学期.csv", (Sheet("", columns, tuple(rows)),))


def _september(rows: list[Row]) -> Workbook:
    """A sheet for each department, the days without their year, which the title tells."""
    columns = (
        Column("序号"), Column("教师", "name", name), Column("身份证号码", "id"), Column("日期", "on", day("short", "short_words")),
        Column("节次", "slot"), Column("授课课程", "course"), Column("课程性质", "kind"), Column("上课班级", "class"), Column("节数", "periods"),
        Column("人数", "students"), Column("地点", "place"), Column("教师签字", "signed", yes_no("√", None)),
        Column("教务核验", "verified", yes_no("√", None)), Column("备注"),
    )  # fmt: skip
    sheets = []
    for department in (MECHANICS, CARS, COMPUTING, CHEMISTRY):
        mine = [row for row in rows if row["department"] == department]
        if department == MECHANICS:
            mine[6]["on"] = Raw("9.31")
            mine[30]["id"] = Raw(float(int(mine[30]["id"][:15] + "000")))
            mine[44]["periods"] = Raw(13)
        elif department == CARS:
            mine[11]["id"] = Raw(None)
        total = sum(row["periods"] for row in mine if isinstance(row["periods"], int))
        sheets.append(
            Sheet(
                department,
                columns,
                tuple(mine),
                ("2026年9月兼职教师课时统计表", f"填报单位：{department}        单位：课时"),
                (("合计", "", "", "", "", "", "", "", str(total)), ("制表人：", "", "", "教务处审核：")),
            )
        )
    return Workbook("20-课时统计表-2026年9月.xlsx", tuple(sheets))


def _october(rows: list[Row]) -> Workbook:
    """An old xls with some 节次 missing; there one line was pasted twice."""
    columns = (
        Column("序号"), Column("任课教师", "name"), Column("身份证号", "id"), Column("授课日期", "on", day("cell")), Column("周次", "week"),
        Column("节次", "slot"), Column("课程", "course"), Column("授课类型", "kind"), Column("班级", "class"), Column("课时", "periods"), Column("人数", "students"),
        Column("教师签字", "signed", yes_no("是", "否")), Column("核验", "verified", yes_no("是", "否")), Column("核验人", "by"),
    )  # fmt: skip
    for row in rows[44:56]:
        row["slot"] = None  # two days without 节次
    rows.insert(50, dict(rows[49]))
    rows[120]["on"] = Raw("2026.10.32")
    rows[200]["name"] = Raw(
        rows[201]["name"] if rows[201]["name"] != rows[200]["name"] else rows[202]["name"]
    )
    return Workbook(
        "21-课时统计表-2026年10月.xls",
        (
            Sheet(
                "十月",
                columns,
                tuple(rows),
                (f"{SCHOOL}兼职教师课时统计表（2026年10月）",),
                (("合计", "", "", "", "", "", "", "", str(2 * len(rows))),),
            ),
        ),
    )


def _november(rows: list[Row]) -> Workbook:
    """The month so far."""
    columns = (
        Column("序号"), Column("姓名", "name", name), Column("证件号码", "id"), Column("授课时间", "on", day("dots", strays=("packed_number", "words"))),
        Column("节次", "slot"), Column("任教课程", "course"), Column("课程类型", "kind"), Column("授课班级", "class"), Column("课时数", "periods"),
        Column("上课情况", "lesson"), Column("授课地点", "place"), Column("教师签字", "signed", yes_no("是", "否")),
        Column("教务核验", "verified", yes_no("是", "否")), Column("开课部门", "department"),
    )  # fmt: skip
    rows[12]["periods"] = Raw("2节")
    rows[33]["periods"] = Raw("二")
    rows[70]["class"] = Raw(None)
    return Workbook(
        "22-课时统计表-2026年11月.xlsx",
        (
            Sheet(
                "11月",
                columns,
                tuple(rows),
                (f"{SCHOOL}兼职教师课时登记表", "填报单位：教务处    填报日期：2026年11月16日"),
                (("小计", "", "", "", "", "", "", "", str(2 * len(rows))), ("填表人：", "", "", "审核人：")),
            ),
        ),
    )
