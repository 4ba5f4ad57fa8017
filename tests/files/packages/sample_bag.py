"""A small package as a filing makes it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from college_desk.files.packages.bag import BagFile, WrittenBag, write_bag
from college_desk.files.packages.bag_texts import BagInfo
from college_desk.files.packages.names import bag_name

DAY = dt.date(2026, 9, 30)
INFO = BagInfo(
    organisation="济宁示例职业学院",
    title="兼职教师聘任备案",
    number="part-time-appointments-2026-2027-1-01",
    version=1,
    day=DAY,
    program_version="0.1.0",
)
NAME = bag_name(
    school="济宁示例职业学院",
    title="兼职教师聘任备案",
    period="2026-2027-1",
    batch="01",
    day=DAY,
    version=1,
)
FILES = (
    BagFile("01-报告/济宁示例职业学院关于报送兼职教师聘任备案材料的报告.docx", b"report " * 40),
    BagFile("02-汇总表/花名册.xlsx", b"roster " * 60),
    BagFile("03-备案表/备案表_李䶮.docx", b"form of one " * 20),
    BagFile("03-备案表/备案表_王𬭚.docx", b"form of another " * 20),
    BagFile("06-数据/snapshot.json", b'{"filing":"part-time-appointments"}\n'),
)


def written(parent: Path) -> WrittenBag:
    return write_bag(parent, NAME, FILES, INFO)
