"""The 45 part-time teachers and their appointments, right in everything; mistakes are made in the sheets."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from tests.generators.demo_college.apprenticeship import Cohort
from tests.generators.demo_college.college import CAMPUS_OF, CARS, CHEMISTRY, COMPUTING, MECHANICS
from tests.generators.demo_college.partners import Enterprise
from tests.generators.demo_college.people import Person, Population
from tests.generators.demo_college.sheets import Row

NOT_COUNTING = frozenset({5, 11, 16, 22, 26, 27, 33, 36, 41, 44})
"""Places of those who do not hold one of the 20% posts."""
RENEWED = (1, 2, 3, 4, 6, 7, 9, 10, 12, 13, 18, 19, 20, 21, 23, 29, 30, 32, 38, 39)
ALSO_A_MASTER = 12
RARE_NAME, MINORITY_NAME = 35, 20
_USUALLY_BORN = (dt.date(1968, 1, 1), dt.date(1992, 12, 31))
_BORN = {43: (dt.date(1958, 1, 1), dt.date(1959, 12, 31)), 41: (dt.date(1996, 1, 1), dt.date(1998, 12, 31))}
"""The heir of an old craft, and somebody who is new to his trade."""
_NAMES = {RARE_NAME: "孟䶮", MINORITY_NAME: "买买提·吐尔逊"}

_DEPARTMENTS = ((MECHANICS, 18), (CARS, 11), (COMPUTING, 9), (CHEMISTRY, 7))
_COURSES = {
    MECHANICS: (
        ("数控编程与加工", "专业课", "理实一体", "数控技术"), ("工业机器人编程", "专业课", "理实一体", "工业机器人技术"),
        ("电工电子实训", "实习实训课", "实训", "电气自动化技术"), ("钳工实训", "实习实训课", "实训", "机电一体化技术"),
        ("液压与气动", "专业课", "理论", "机电一体化技术"), ("设备点检与维护", "实习实训课", "实训", "机电一体化技术"),
    ),
    CARS: (
        ("汽车发动机检修", "专业课", "理实一体", "汽车检测与维修技术"), ("新能源汽车高压安全", "专业课", "理论", "新能源汽车技术"),
        ("汽车维护实训", "实习实训课", "实训", "汽车检测与维修技术"), ("动力电池装调", "实习实训课", "实训", "新能源汽车技术"),
    ),
    COMPUTING: (
        ("Java程序设计", "专业课", "理实一体", "软件技术"), ("网络工程实训", "实习实训课", "实训", "计算机应用技术"),
        ("软件测试", "专业课", "理实一体", "软件技术"),
    ),
    CHEMISTRY: (
        ("化工装置操作", "实习实训课", "实训", "应用化工技术"), ("建筑施工技术", "专业课", "理实一体", "建筑工程技术"),
        ("工程测量实训", "实习实训课", "实训", "建筑工程技术"),
    ),
}  # fmt: skip
_CLASSES = {
    MECHANICS: ("机电2601班", "机电2602班", "数控2601班", "机器人2601班", "电气2601班"),
    CARS: ("汽修2601班", "汽修2602班", "新能源2601班"),
    COMPUTING: ("软件2601班", "软件2602班", "计应2601班"),
    CHEMISTRY: ("化工2601班", "建工2601班"),
}
_EMPLOYERS = {
    MECHANICS: (1, 2, 3, 4, 24, 25),
    CARS: (5, 6, 7, 8, 19),
    COMPUTING: (9, 10),
    CHEMISTRY: (15, 16, 17, 18),
}
_TRADES = {
    MECHANICS: ("车工", "装配钳工", "电工"),
    CARS: ("汽车维修工",),
    COMPUTING: ("计算机程序设计员",),
    CHEMISTRY: ("化工总控工", "工程测量员"),
}
_QUALIFIED = (
    ("高级技师", "工程师", "中级", 98), ("技师", None, None, 81), ("高级工", "高级工程师", "副高级", 98),
    ("高级技师", None, None, 98), ("技师", "工程师", "中级", 81), (None, "高级工程师", "副高级", 98),
    ("高级工", None, None, 66),
)  # fmt: skip
_SCHOOLS = ("山东理工大学", "山东科技大学", "青岛理工大学", "济南大学", "山东建筑大学", "聊城大学")
_STUDIED = {
    MECHANICS: "机械设计制造及其自动化",
    CARS: "车辆工程",
    COMPUTING: "计算机科学与技术",
    CHEMISTRY: "化学工程与工艺",
}


@dataclass
class Teacher:
    """One teacher: who it is, and his appointment as a row of values."""

    place: int
    person: Person
    department: str
    course_kind: str
    row: Row
    before: Row | None = None
    lessons: list[Row] = field(default_factory=list)


def teachers(people: Population, enterprises: list[Enterprise], cohorts: list[Cohort]) -> list[Teacher]:
    """All of them, department by department."""
    made: list[Teacher] = []
    for department, count in _DEPARTMENTS:
        for number in range(count):
            place = len(made)
            master = cohorts[0].mentors[0] if place == ALSO_A_MASTER else None
            person = (
                master.person
                if master
                else people.person(*_BORN.get(place, _USUALLY_BORN), male=0.8, name=_NAMES.get(place))
            )
            employers = _EMPLOYERS[department]
            employer = master.enterprise if master else enterprises[employers[number % len(employers)] - 1]
            made.append(_teacher(place, number, department, person, employer))
    return made


def _teacher(place: int, number: int, department: str, person: Person, employer: Enterprise) -> Teacher:
    course, category, kind, major = _COURSES[department][number % len(_COURSES[department])]
    row = _person(place, number, department, person, employer) | {
        "post": "专业课" if category == "专业课" else "实习实训", "major": major, "course": course,
        "category": category, "class": _CLASSES[department][number % len(_CLASSES[department])],
        "weekly": 4, "total": 72, "department": department, "campus": CAMPUS_OF[department],
    }  # fmt: skip
    row |= procedure(2026, place) | _terms(place, department)
    teacher = Teacher(place, person, department, kind, row)
    if place in RENEWED:
        teacher.before = _last_year(teacher)
        row["renewed_from"] = teacher.before["contract"]
    return teacher


def _person(place: int, number: int, department: str, person: Person, employer: Enterprise) -> Row:
    skill, title, level, rate = _QUALIFIED[place % len(_QUALIFIED)]
    trades = _TRADES[department]
    return {
        "name": person.name, "id": person.id_number, "gender": person.gender, "birth": person.birth,
        "nation": "维吾尔族" if place == MINORITY_NAME else "汉族",
        "political": "中共党员" if place % 3 == 0 else "群众", "phone": person.phone, "staff": f"W2026{place + 1:03d}",
        "education": "大学本科" if place % 4 else "大学专科", "degree": "学士" if place % 4 else None,
        "graduated": _SCHOOLS[place % len(_SCHOOLS)], "studied": _STUDIED[department], "employer": employer.name,
        "uscc": employer.uscc, "job": ("车间主任", "工艺主管", "高级技工", "技术部经理", "班组长")[place % 5],
        "source": "企业在职", "kind": "校外兼职", "skill": skill, "trade": trades[number % len(trades)] if skill else None,
        "certificate": f"S00003708000{place:02d}1000000{place:03d}" if skill else None,
        "certified": dt.date(2014 + place % 9, 1 + place % 12, 5 + place % 20) if skill else None, "title": title,
        "level": level, "years": max(6, 2026 - person.birth.year - 23), "rate": rate, "honour": None,
        "account_name": person.name, "bank": person.bank, "card": person.card,
    }  # fmt: skip


def procedure(year: int, place: int) -> Row:
    """The steps of hiring in their order: two rounds a year, in June and in August."""
    if place % 5 == 4:
        announced, signed = dt.date(year, 8, 3), dt.date(year, 8, 28)
        notice = (dt.date(year, 8, 17), dt.date(year, 8, 24))
        minutes = f"〔{year}〕19号"
    else:
        announced, signed = dt.date(year, 6, 1), dt.date(year, 8, 20)
        notice = (dt.date(year, 6, 22), dt.date(year, 6, 30))
        minutes = f"〔{year}〕12号"
    later = dt.timedelta
    return {
        "announced": announced, "reviewed": announced + later(days=7), "assessed": announced + later(days=9),
        "decided": announced + later(days=14 if place % 5 != 4 else 11), "minutes": minutes,
        "notice_from": notice[0], "notice_to": notice[1], "consent": announced + later(days=11),
        "authorised": announced + later(days=8), "vetted": announced + later(days=10), "result": "无",
        "restricted": "无", "reply": f"济教准入〔{year}〕{60 + place}号", "signed": signed,
        "health": announced + later(days=13), "trained": dt.date(year, 8, 27), "training_periods": 16,
        "method": ("普通", "试讲", "技能操作")[place % 3], "relaxed": False, "way": "单位选派" if place % 2 else "公开招聘",
        "form": "个体",
    }  # fmt: skip


def _terms(place: int, department: str) -> Row:
    counts = place not in NOT_COUNTING
    end = dt.date(2027, 1, 31) if department == CARS else dt.date(2027, 7, 15)
    return {
        "contract": f"JZ-2026-{place + 1:03d}", "start": dt.date(2026, 9, 1), "end": end,
        "span": (dt.date(2026, 9, 1), end), "counts": counts, "posts": 1 if counts else None,
        "fund": "财政编制经费（20%员额）" if counts else "学校自筹（事业收入）", "pay": "按课时",
        "paired": ("刘洋", "孙雪梅", "韩庆", "唐慧")[place % 4], "special": False,
    }  # fmt: skip


def _last_year(teacher: Teacher) -> Row:
    place = teacher.place
    return teacher.row | procedure(2025, place) | {
        "contract": f"JZ-2025-{place + 1:03d}", "start": dt.date(2025, 9, 1), "end": dt.date(2026, 7, 15),
        "appraisal": ("合格", "优秀", "合格", "基本合格")[place % 4], "status": "期满", "renewed_from": None,
        "class": teacher.row["class"].replace("26", "25"),
    }  # fmt: skip
