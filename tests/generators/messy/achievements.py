"""Sheets about what was achieved: honours, contests, bases and studios, training classes."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from decimal import Decimal

from tests.generators.messy import columns as usual
from tests.generators.messy.columns import ALWAYS, OFTEN, column
from tests.generators.messy.grounds import TRADES, between, ground
from tests.generators.messy.model import Facts, Kind
from tests.generators.messy.people import person, person_name

SCHOOL = "济宁示例职业学院"


def _honours(rng: random.Random) -> Iterator[Facts]:
    given = (
        ("全国技术能手", "国家", "人力资源和社会保障部", "人社部发"),
        ("山东省技术能手", "省", "山东省人力资源和社会保障厅", "鲁人社字"),
        ("齐鲁首席技师", "省", "山东省人力资源和社会保障厅", "鲁人社字"),
        ("济宁首席技师", "市", "济宁市人力资源和社会保障局", "济人社字"),
        ("济宁市技术能手", "市", "济宁市人力资源和社会保障局", "济人社字"),
    )
    while True:
        who = person(rng, 1968, 1992)
        honour, level, by, office = rng.choice(given)
        on = between(rng, dt.date(2021, 3, 1), dt.date(2026, 6, 30))
        yield {
            "holder": who.name,
            "id_number": who.id_number,
            "holder_kind": "个人",
            "honour": honour,
            "honour_level": level,
            "granted_by": by,
            "document_number": f"{office}〔{on.year}〕{rng.randrange(3, 90)}号",
            "granted_on": on,
            "certificate_number": f"RY{on.year}{rng.randrange(1, 9999):04d}",
            "award_yuan": Decimal(rng.choice((1000, 2000, 5000, 20000))),
            "note": "",
        }


HONOUR = Kind(
    "honour",
    ("荣誉台账", "教师获得荣誉汇总表", "表彰奖励登记表", "荣誉称号一览表"),
    (
        column("holder", "text", "获得者 姓名 获奖人 荣誉获得者 获奖者姓名", often=ALWAYS),
        column("id_number", "identity", "身份证号 身份证号码 获奖人身份证号", often=0.6),
        column("holder_kind", "code:holder_kind", "获得者类别 对象类别", often=0.3),
        column("honour", "text", "荣誉称号 荣誉名称 称号 所获荣誉", often=ALWAYS),
        column("honour_level", "code:honour_level", "荣誉级别 级别 荣誉等级", often=OFTEN),
        column("granted_by", "text", "授予单位 颁发单位 授予机关 表彰单位", under="授予情况:单位 授予:授予单位", often=OFTEN),
        column("document_number", "text", "授予文号 文号 表彰文号", under="授予情况:文号 授予:文号", often=0.6),
        column("granted_on", "day_or_month", "授予日期 获得时间 授予时间 获奖时间", under="授予情况:时间 授予:授予日期", often=OFTEN),
        column("certificate_number", "text", "证书编号 荣誉证书编号", often=0.4),
        column("award_yuan", "money", "奖励金额 奖金", unit="元", often=0.3),
        usual.NOTE,
    ),
    _honours,
    missing=("holder",),
    merged=("honour_level",),
    size=(4, 16),
)  # fmt: skip


def _competitions(rng: random.Random) -> Iterator[Facts]:
    contests = (
        ("全国职业院校技能大赛", "全国职业院校技能大赛", True), ("山东省职业院校技能大赛", "全省职业院校技能大赛", True),
        ("济宁市职业技能大赛", "市级一类", False), ("“技能兴鲁”职业技能大赛", "省级一类", False),
    )  # fmt: skip
    while True:
        contest, family, by_prize = rng.choice(contests)
        who = person(rng, 2006, 2009)
        held = between(rng, dt.date(2026, 3, 1), dt.date(2026, 7, 30))
        yield {
            "contest": contest,
            "contest_family": family,
            "year": 2026,
            "event": rng.choice(("数控车工", "电子商务", "机电一体化技术", "汽车机电维修", "网络搭建")),
            "group": "学生",
            "organiser": rng.choice(("山东省教育厅", "济宁市人力资源和社会保障局", "教育部")),
            "held_on": held,
            "name": who.name,
            "id_number": who.id_number,
            "prize": rng.choice(("一等奖", "二等奖", "三等奖")) if by_prize else None,
            "rank": None if by_prize else rng.randrange(1, 9),
            "instructors": tuple(person_name(rng) for _ in range(rng.choice((1, 2)))),
            "document_number": f"鲁教职函〔2026〕{rng.randrange(3, 40)}号",
            "note": "",
        }


COMPETITION = Kind(
    "competition",
    ("竞赛获奖台账", "技能大赛获奖情况汇总表", "学生参加技能大赛获奖一览表", "技能竞赛获奖名单"),
    (
        column("contest", "text", "竞赛名称 大赛名称 赛事名称 比赛名称", often=ALWAYS),
        column("contest_family", "code:contest_family", "竞赛类别 赛事类别 竞赛级别 大赛级别", often=0.6),
        column("year", "year", "年度 年份 竞赛年度", often=0.7),
        column("event", "text", "赛项 赛项名称 竞赛项目 参赛项目", often=OFTEN),
        column("group", "code:contest_group", "组别 参赛组别", often=0.5),
        column("organiser", "text", "主办单位 举办单位", often=0.5),
        column("held_on", "day_or_month", "竞赛时间 比赛时间 获奖时间", often=0.5),
        column("name", "name", "姓名 获奖学生 选手姓名 参赛选手 学生姓名 获奖人", often=ALWAYS),
        column("id_number", "identity", "身份证号 选手身份证号 身份证号码", often=0.5),
        column("prize", "code:prize", "奖次 获奖等级 奖项 获奖等次", under="获奖情况:奖次 成绩:奖次", often=OFTEN),
        column("rank", "number", "名次 获奖名次", under="获奖情况:名次 成绩:名次", often=OFTEN),
        column("instructors", "texts", "指导教师 指导老师 辅导教师", often=0.7),
        column("document_number", "text", "获奖文号 表彰文号 文件号", often=0.3),
        usual.NOTE,
    ),
    _competitions,
    missing=("name",),
    merged=("contest",),
)  # fmt: skip


def _platforms(rng: random.Random) -> Iterator[Facts]:
    number = 0
    while True:
        number += 1
        leader = person(rng, 1966, 1988)
        kind = rng.choice(("技能大师工作室", "公共实训基地", "校外实习基地", "高技能人才培训基地"))
        granted = rng.randrange(5, 60) * 10000
        received = granted - rng.choice((0, 0, 20000))
        yield {
            "name": f"{leader.name}{kind}" if kind == "技能大师工作室" else f"济宁{number}号{kind}",
            "platform_kind": kind,
            "honour_level": rng.choice(("国家", "省", "市")),
            "leader": leader.name,
            "leader_id_number": leader.id_number,
            "host": SCHOOL,
            "document_number": f"济人社字〔{rng.choice((2022, 2023, 2024))}〕{rng.randrange(3, 80)}号",
            "approved_on": between(rng, dt.date(2022, 3, 1), dt.date(2024, 12, 20)),
            "year": 2026,
            "granted_yuan": Decimal(granted),
            "received_yuan": Decimal(received),
            "spent_yuan": Decimal(received - 10000),
            "trained_apprentices": rng.randrange(2, 30),
            "workstations": rng.randrange(10, 120),
            "equipment_yuan": Decimal(rng.randrange(20, 900) * 10000),
            "person_times": rng.randrange(50, 2000),
            "note": "",
        }


PLATFORM = Kind(
    "platform",
    ("平台（基地、工作室）年度绩效表", "技能大师工作室及实训基地台账", "各类平台建设情况统计表"),
    (
        column("name", "text", "平台名称 基地名称 工作室名称 基地（工作室）名称", often=ALWAYS),
        column("platform_kind", "code:platform_kind", "平台类型 类型 平台类别", often=OFTEN),
        column("honour_level", "code:honour_level", "平台级别 级别", often=OFTEN),
        column("leader", "name", "领办人 带头人 领衔人 工作室带头人", under="领办人:姓名", often=0.7),
        column("leader_id_number", "identity", "领办人身份证号 带头人身份证号", under="领办人:身份证号", often=0.3),
        column("host", "text", "依托单位 建设单位", often=0.6),
        column("document_number", "text", "批准文号 批文文号 批复文号", under="批准情况:文号", often=0.6),
        column("approved_on", "day_or_month", "批准日期 批准时间 获批时间", under="批准情况:日期", often=0.6),
        column("year", "year", "年度 考核年度", often=0.6),
        column("granted_yuan", "wan", "补助金额 补助资金", under="经费:补助金额（万元） 资金（万元）:补助", unit="万元", often=0.5),
        column("received_yuan", "wan", "到账金额 到账资金", under="经费:到账金额（万元） 资金（万元）:到账", unit="万元", often=0.5),
        column("spent_yuan", "wan", "支出金额 已支出", under="经费:支出金额（万元） 资金（万元）:支出", unit="万元", often=0.5),
        column("trained_apprentices", "count", "带徒人数 年带徒人数", often=0.4),
        column("workstations", "number", "工位数 实训工位数", often=0.4),
        column("equipment_yuan", "wan", "设备总值", unit="万元", often=0.4),
        column("person_times", "number", "年培训人次 培训人次", often=0.4),
        usual.NOTE,
    ),
    _platforms,
    key=("name", "platform_kind", "year"),
    missing=("name",),
    merged=("platform_kind",),
    size=(4, 12),
)  # fmt: skip


def _classes(rng: random.Random) -> Iterator[Facts]:
    shared = ground(rng)
    number = rng.randrange(1, 40)
    while True:
        number += 1
        enterprise = rng.choice(shared.companies)
        starts = between(rng, dt.date(2026, 2, 1), dt.date(2026, 8, 1))
        ends = starts + dt.timedelta(days=rng.randrange(4, 25))
        people = rng.randrange(20, 90)
        qualified = people - rng.randrange(0, 5)
        yield {
            "class_number": f"PX2026-{number:03d}",
            "name": f"{enterprise[0][2:4]}{rng.choice(TRADES)}提升{number}班",
            "training_kind": rng.choice(("就业技能培训", "岗位技能提升培训", "创业创新培训")),
            "organised_as": rng.choice(("企业自主培训", "市场化培训", "政府补贴培训")),
            "enterprise": enterprise[0],
            "trade": rng.choice(TRADES),
            "skill_level": rng.choice(("中级工", "高级工", "技师")),
            "start_on": starts,
            "end_on": ends,
            "head_count": people,
            "attendances": people,
            "qualified": qualified,
            "certified": qualified - rng.randrange(0, 4),
            "periods": Decimal(rng.randrange(16, 120, 4)),
            "person_days": people * 5,
            "subsidised": rng.random() < 0.5,
            "filing_number": f"济培备〔2026〕{number}号",
            "fund_source": rng.choice(("学校自筹（事业收入）", "就业补助资金", "企业投入")),
            "funds_yuan": Decimal(rng.randrange(5, 90) * 1000),
            "note": "",
        }


TRAINING_CLASS = Kind(
    "training_class",
    ("培训班台账", "职业技能培训情况统计表", "社会培训班次一览表", "职工培训开班汇总表"),
    (
        column("class_number", "text", "班次编号 培训班编号 开班编号", often=ALWAYS),
        column("name", "text", "培训班名称 班次名称 培训项目名称", often=ALWAYS),
        column("training_kind", "code:training_kind", "培训类别 培训类型", often=0.6),
        column("organised_as", "code:organised_as", "组织形式 组织方式", often=0.4),
        column("enterprise", "text", "委托企业 委托单位 培训企业", often=0.6),
        column("trade", "text", "职业（工种） 培训工种 工种 培训职业（工种）", often=0.6),
        column("skill_level", "code:skill_level", "培训等级 等级", often=0.5),
        column("start_on", "day_or_month", "起始日期 开班日期 开班时间 开始日期", under="培训时间:起 培训日期:开始", often=0.7),
        column("end_on", "end_day", "终止日期 结业日期 结束日期 结业时间", under="培训时间:止 培训日期:结束", often=0.7),
        column("start_on end_on", "span", "培训时间 培训起止时间 培训起止日期", often=0.25),
        column("head_count", "count", "培训人数 参训人数", under="人数:培训 人数:参训", often=OFTEN),
        column("qualified", "count", "合格人数 考核合格人数", under="人数:合格", often=0.6),
        column("certified", "count", "取证人数 获证人数", under="人数:取证", often=0.4),
        column("periods", "periods", "培训课时 课时 总课时 培训学时", often=0.6),
        column("person_days", "number", "培训人日 人日数", often=0.3),
        column("subsidised", "yes_no", "是否补贴性培训 是否补贴", often=0.4),
        column("filing_number", "text", "备案号 备案编号 开班备案号", often=0.4),
        column("fund_source", "code:fund_source", "资金来源 经费来源", often=0.4),
        column("funds_yuan", "money", "培训经费 经费", unit="元", often=0.4),
        usual.NOTE,
    ),
    _classes,
    key=("class_number",),
    missing=("name",),
    merged=("training_kind", "enterprise"),
    size=(4, 18),
)  # fmt: skip
