"""Large rosters for the benchmarks: rows of apprentices as offices write them, 25 columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from college_desk.records.apprenticeship.insurance_policy import InsurancePolicy
from college_desk.records.partners.agreement import Agreement
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.partners.mentor import Mentor
from college_desk.storage.desk import Desk
from tests import make

HEADERS = (
    "姓名", "身份证号", "性别", "出生日期", "民族", "政治面貌", "学号", "入学年月", "年级", "班级", "专业代码", "专业名称",
    "合作企业", "学徒岗位", "企业导师", "学校导师", "协议形式", "协议编号", "签订日期", "起始日期", "终止日期", "月报酬（元）",
    "保险类型", "保单号", "联系电话",
)  # fmt: skip
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建文斌宇浩凯健俊帆帅旭宁龙林欢"


def rows(count: int) -> Iterator[tuple[str, ...]]:
    """So many rows of text, every value readable, no person twice."""
    for number in range(count):
        born = dt.date(2007, 1, 1) + dt.timedelta(days=number % 900)
        male = number % 2 == 0
        turn = number // 900 % 400
        serial = 1 + turn + turn // 4  # none that makes a number end in 000, which looks rewritten by Excel
        name = SURNAMES[number % 20] + GIVEN[number // 20 % 40] + GIVEN[number // 800 % 40]
        yield (
            name, make.id_number(born, male=male, serial=serial), "男" if male else "女", born.isoformat(), "汉族", "共青团员",
            f"{20260000 + number:010d}", "2026-09", "2026级", f"机电{2601 + number % 40}班", "660301", "机电技术应用",
            f"济宁示例{number % 25}号机械有限公司", "数控车床操作", "周师傅", "李老师", "三方", f"XTZ-2026-{number:05d}",
            "2026-08-28", "2026-09-01", "2027-07-15", f"{2200 + number % 8 * 100}.00", "实习责任险",
            f"PICC{number % 50:08d}", f"138{number % 100_000_000:08d}",
        )  # fmt: skip


def make_known(desk: Desk, count: int, *, now: dt.datetime, today: dt.date) -> None:
    """Put on a desk the enterprises, mentors, agreements and policies that so many rows name."""
    places = {header: place for place, header in enumerate(HEADERS)}
    named = {
        header: list(dict.fromkeys(row[places[header]] for row in rows(count)))
        for header in ("合作企业", "企业导师", "协议编号", "保单号")
    }
    with desk.write("准备", who="王芳", now=now, today=today, guarded=False) as writer:
        writer.add_all([Enterprise(name=each) for each in named["合作企业"]])
        writer.add_all([Mentor(name=each) for each in named["企业导师"]])
        writer.add_all([Agreement(agreement_number=each) for each in named["协议编号"]])
        writer.add_all([InsurancePolicy(policy_number=each) for each in named["保单号"]])


Spoil = Callable[[int, list[str]], None]
"""What makes a row wrong: its number from 0, its cells."""


def wrong_in_itself(number: int, row: list[str]) -> None:
    """A wrong check digit and half a telephone number: the row is stored with two errors."""
    row[1] = row[1][:17] + ("1" if row[1][17] == "0" else "0")
    row[24] = "1381234"


def unreadable(number: int, row: list[str]) -> None:
    """A day that is none: the row waits in the tray."""
    row[18] = "2026.2.30"


def workbook(path: Path, count: int, spoil: Spoil | None = None) -> Path:
    """An xlsx with one header row and so many rows, each spoilt where it is to be."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("花名册")
    sheet.append(HEADERS)
    for number, row in enumerate(rows(count)):
        cells = list(row)
        if spoil is not None:
            spoil(number, cells)
        sheet.append(cells)
    book.save(path)
    return path
