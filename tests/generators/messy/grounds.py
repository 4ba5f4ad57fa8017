"""What one sheet's rows have in common: its enterprises, majors, classes, courses and years."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from tests.generators.messy.people import Person, company, credit_code, person_name

MAJORS: tuple[tuple[str, str], ...] = (
    ("660301", "机电技术应用"), ("660103", "数控技术应用"), ("710201", "计算机应用"), ("710204", "数字媒体技术应用"),
    ("700206", "汽车运用与维修"), ("730701", "电子商务"),
)  # fmt: skip
TRADES = ("电工", "车工", "焊工", "数控车工", "汽车维修工", "钳工", "工业机器人系统操作员", "电子商务师")
POSTS = (
    "数控车床操作",
    "设备维护",
    "装配钳工",
    "质量检验",
    "电气安装",
    "汽车机电维修",
    "前厅服务",
    "仓储管理",
)
COURSES = (
    "工业机器人编程",
    "电工电子实训",
    "数控编程与加工",
    "汽车发动机构造与维修",
    "机械制图",
    "网店运营",
    "PLC应用技术",
)
TITLES = ("工程师", "高级工程师", "助理工程师", "讲师", "高级讲师", "经济师", "正高级工程师")
HONOURS = ("全国技术能手", "山东省技术能手", "齐鲁首席技师", "济宁首席技师")
DEPARTMENTS = ("机电工程系", "信息工程系", "汽车工程系", "经济管理系", "智能制造学院", "现代服务学院")
BANKS = (
    "中国农业银行济宁任城支行", "中国工商银行兖州支行", "中国建设银行济宁高新区支行", "邮储银行济宁市分行营业部",
)  # fmt: skip


@dataclass(frozen=True)
class Ground:
    """The year and the partners of a sheet."""

    year: int
    companies: tuple[tuple[str, str], ...]
    majors: tuple[tuple[str, str], ...]
    mentors: tuple[str, ...]

    def class_of(self, rng: random.Random, major: str) -> str:
        """A class of a major in the year."""
        return f"{self.year % 100}{major[:2]}{rng.randrange(1, 5)}班"


def ground(rng: random.Random) -> Ground:
    """What a sheet's rows have in common."""
    companies = tuple({company(rng): credit_code(rng) for _ in range(5)}.items())
    return Ground(
        rng.choice((2024, 2025)),
        companies,
        tuple(rng.sample(MAJORS, 3)),
        tuple(person_name(rng) for _ in range(6)),
    )


def between(rng: random.Random, first: dt.date, last: dt.date) -> dt.date:
    """A day of these."""
    return first + dt.timedelta(days=rng.randrange((last - first).days + 1))


def person_facts(who: Person) -> dict[str, object]:
    """What every roster says of a person."""
    return {
        "name": who.name, "id_number": who.id_number, "gender": who.gender, "birth_date": who.birth, "phone": who.phone,
        "bank_account": who.card, "registration_number": f"G{who.id_number}",
    }  # fmt: skip


def ethnicity(rng: random.Random, name: str) -> str:
    """The people somebody belongs to; a long name is Uyghur."""
    if "·" in name:
        return "维吾尔族"
    return rng.choices(("汉族", "回族", "满族", "土家族", "朝鲜族"), (90, 6, 2, 1, 1))[0]


def skill_certificate(rng: random.Random) -> str:
    """The number of a certificate of a skill level."""
    return "S0000370800" + "".join(rng.choice("0123456789") for _ in range(11))
