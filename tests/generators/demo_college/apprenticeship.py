"""The apprenticeship classes: who learns where, with which masters, under which agreement."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from tests.generators.demo_college.college import BUSINESS, CARS, CHEMISTRY, COMPUTING, MAJOR_OF, MECHANICS
from tests.generators.demo_college.partners import Agreement, Enterprise, Mentor
from tests.generators.demo_college.people import Person, Population

MASTERS_A_CLASS = 6


@dataclass(frozen=True)
class _Class:
    department: str
    major: str
    grade: int
    enterprise: int
    size: int
    trade: str
    position: str
    minors: bool = False


_CLASSES = (
    _Class(MECHANICS, "460301", 2025, 1, 32, "装配钳工", "装配钳工"),
    _Class(MECHANICS, "460301", 2024, 2, 30, "装配钳工", "设备装调", minors=True),
    _Class(MECHANICS, "460103", 2025, 25, 34, "车工", "数控车床操作"),
    _Class(MECHANICS, "460305", 2025, 3, 28, "工业机器人系统操作员", "机器人调试"),
    _Class(MECHANICS, "460306", 2024, 4, 31, "电工", "电气装配"),
    _Class(MECHANICS, "460301", 2024, 24, 29, "装配钳工", "设备维护"),
    _Class(CARS, "500211", 2025, 5, 33, "汽车维修工", "汽车维修"),
    _Class(CARS, "500211", 2024, 8, 30, "汽车维修工", "整车检测", minors=True),
    _Class(CARS, "460702", 2025, 6, 32, "汽车维修工", "动力电池装配"),
    _Class(CARS, "460702", 2024, 19, 27, "汽车装调工", "专用车装调"),
    _Class(COMPUTING, "510203", 2025, 9, 30, "计算机程序设计员", "软件测试"),
    _Class(COMPUTING, "510203", 2024, 10, 28, "计算机程序设计员", "前端开发"),
    _Class(COMPUTING, "510201", 2025, 10, 26, "信息通信网络运行管理员", "网络运维"),
    _Class(BUSINESS, "530802", 2025, 12, 31, "物流服务师", "仓储管理"),
    _Class(BUSINESS, "530802", 2024, 14, 29, "物流服务师", "冷链配送"),
    _Class(BUSINESS, "530701", 2025, 13, 30, "电子商务师", "网店运营"),
    _Class(CHEMISTRY, "470201", 2025, 15, 32, "化工总控工", "装置操作"),
    _Class(CHEMISTRY, "440301", 2024, 17, 28, "砌筑工", "施工员助理"),
)
_FOR_EMPLOYEES = (
    _Class(MECHANICS, "460301", 2026, 2, 30, "装配钳工", "装配钳工"),
    _Class(CARS, "460702", 2026, 7, 30, "电工", "设备电工"),
)
_AGES = {2025: (dt.date(2006, 9, 1), dt.date(2007, 8, 31)), 2024: (dt.date(2005, 9, 1), dt.date(2006, 8, 31))}
_MINORS = (dt.date(2008, 10, 1), dt.date(2009, 8, 31))
_EMPLOYEES = (dt.date(1986, 1, 1), dt.date(2003, 12, 31))
_POSTS = ("班组长", "车间主任", "工段长", "技术员", "高级技师", "生产主管")


@dataclass(frozen=True)
class Apprentice:
    """One apprentice with his guardian, his master and his teacher."""

    person: Person
    number: str
    mentor: Mentor
    teacher: str
    guardian: str
    guardian_phone: str
    relation: str
    minor: bool


@dataclass
class Cohort:
    """One apprenticeship class (学徒班); employees: of the 企业新型学徒制."""

    code: str
    name: str
    department: str
    major: str
    grade: int
    class_name: str
    enterprise: Enterprise
    agreement: Agreement
    policy: str
    trade: str
    position: str
    pay: int
    employees: bool
    mentors: list[Mentor]
    apprentices: list[Apprentice] = field(default_factory=list)

    @property
    def start(self) -> dt.date:
        """The first day of the class."""
        return dt.date(2026, 9, 1) if self.employees else dt.date(self.grade, 9, 1)

    @property
    def end(self) -> dt.date:
        """The last day of the class."""
        return dt.date(2028, 8, 31) if self.employees else dt.date(self.grade + 3, 6, 30)


def cohorts(people: Population, enterprises: list[Enterprise]) -> list[Cohort]:
    """The 20 classes with their masters and apprentices."""
    made = []
    counted: dict[int, int] = {}
    for place, each in enumerate((*_CLASSES, *_FOR_EMPLOYEES)):
        employees = place >= len(_CLASSES)
        counted[each.grade] = counted.get(each.grade, 0) + 1
        enterprise = enterprises[each.enterprise - 1]
        short = MAJOR_OF[each.major].name.removesuffix("技术")
        made.append(
            Cohort(
                code=f"{'XXT' if employees else 'XTZ'}{each.grade}-{counted[each.grade]:02d}",
                name=f"{each.grade}级{short}学徒班（{'企业新型' if employees else '现代'}{counted[each.grade]}班）",
                department=each.department,
                major=each.major,
                grade=each.grade,
                class_name=f"{short}{each.grade % 100}{1 + place % 3:02d}班",
                enterprise=enterprise,
                agreement=_agreement(place, each, enterprise, employees),
                policy=f"PZSX2026370800{place + 1:04d}",
                trade=each.trade,
                position=each.position,
                pay=4200 + 100 * (place % 4) if employees else 2400 + 100 * (place % 6),
                employees=employees,
                mentors=_mentors(people, enterprise, each, place),
            )
        )
        made[-1].apprentices += _apprentices(people, made[-1], each)
    return made


def _agreement(place: int, each: _Class, enterprise: Enterprise, employees: bool) -> Agreement:
    year = 2026 if employees else each.grade
    return Agreement(
        f"{'XXT' if employees else 'XTZ'}-{year}-{place + 1:03d}",
        "企业新型学徒制" if employees else "现代学徒制",
        enterprise,
        MAJOR_OF[each.major].name,
        dt.date(year, 7, 1),
        dt.date(year + 3, 12, 31),
        each.size + 3,
        "企业人员兼职任教、职工培训" if employees else "现代学徒制、接收学生实习",
    )


def _mentors(people: Population, enterprise: Enterprise, each: _Class, place: int) -> list[Mentor]:
    masters = people.people(MASTERS_A_CLASS, dt.date(1970, 1, 1), dt.date(1990, 12, 31), male=0.85)
    return [
        Mentor(
            person,
            enterprise,
            _POSTS[(place + number) % len(_POSTS)],
            ("高级技师", "技师", "高级工")[number % 3],
            each.trade,
            f"S0000370800{place:02d}{number:02d}1000{place * 10 + number:04d}",
            2026 - person.birth.year - 21,
            f"2026-企导-{place * MASTERS_A_CLASS + number + 1:03d}",
            MAJOR_OF[each.major].name,
        )
        for number, person in enumerate(masters)
    ]


def _apprentices(people: Population, cohort: Cohort, each: _Class) -> list[Apprentice]:
    first, last = _EMPLOYEES if cohort.employees else _MINORS if each.minors else _AGES[each.grade]
    share = 0.35 if each.department == BUSINESS else 0.75
    made = []
    teachers = ("刘洋", "孙雪梅", "韩庆", "唐慧", "许建国")
    for number, person in enumerate(people.people(each.size, first, last, male=share), start=1):
        father = number % 3 != 0
        made.append(
            Apprentice(
                person,
                f"{cohort.grade}{each.major}{number:02d}",
                cohort.mentors[number % len(cohort.mentors)],
                teachers[(number + each.enterprise) % len(teachers)],
                person.name[0] + people.name(male=father)[1:] if father else people.name(male=False),
                people.phone(),
                "父亲" if father else "母亲",
                minor=person.birth > dt.date(2008, 8, 20),
            )
        )
    return made
