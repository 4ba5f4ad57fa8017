"""The rosters of the apprentices as the departments keep them, each in its own fashion, and the class ledger."""

from __future__ import annotations

import datetime as dt

from tests.generators.demo_college.apprenticeship import Apprentice, Cohort
from tests.generators.demo_college.college import (
    BUSINESS,
    CAMPUS_OF,
    CARS,
    CHEMISTRY,
    COMPUTING,
    MAJOR_OF,
    MECHANICS,
    SCHOOL,
)
from tests.generators.demo_college.shapes import (
    POLITICAL,
    SKILL,
    Raw,
    day,
    ethnicity,
    identity,
    money,
    name,
    phone,
)
from tests.generators.demo_college.sheets import Column, Row, Sheet, Workbook

_SIGNED, _STARTS, _ENDS = dt.date(2026, 8, 20), dt.date(2026, 9, 1), dt.date(2027, 6, 30)
_VISITS_POLICY = "PZSX20263708000099"
_INSURED = (dt.date(2026, 8, 25), dt.date(2027, 7, 31))


def workbooks(cohorts: list[Cohort]) -> list[Workbook]:
    """Every file about apprentices, in the order in which the office imports them."""
    modern = [each for each in cohorts if not each.employees]
    of = {
        department: [each for each in modern if each.department == department]
        for department in (MECHANICS, CARS, COMPUTING, BUSINESS, CHEMISTRY)
    }
    return [
        _ledger(cohorts),
        _mechanics(of[MECHANICS]),
        _cars(of[CARS]),
        _computing(of[COMPUTING]),
        _business(of[BUSINESS]),
        _chemistry(of[CHEMISTRY]),
        _employees([each for each in cohorts if each.employees]),
        _papers(cohorts),
    ]


def _ledger(cohorts: list[Cohort]) -> Workbook:
    columns = (
        Column("序号"), Column("学徒班编号", "code"), Column("学徒班名称", "name"), Column("系部", "department"),
        Column("学徒制类型", "scheme"), Column("试点层级", "pilot"), Column("试点文号", "document"),
        Column("代码", "major", above="专业"), Column("名称", "major_name", above="专业"),
        Column("专业目录版本", "version"), Column("合作企业", "enterprise"), Column("校企协议编号", "agreement"),
        Column("招生招工方式", "mode"), Column("计划人数", "planned", above="人数"), Column("实招人数", "enrolled", above="人数"),
        Column("岗位数", "posts"), Column("企业导师数", "mentors"), Column("开班日期", "start", day("dots")),
        Column("结业日期", "end", day("dots")), Column("校内学时", "school"), Column("企业学时", "enterprise_periods"),
        Column("培养方案论证日期", "reviewed", day("words")), Column("经费预算（万元）", "budget"),
        Column("经费来源", "fund"), Column("拟取得等级", "level", SKILL), Column("培养职业（工种）", "trade"),
        Column("校区", "campus"),
    )  # fmt: skip
    rows: list[Row] = [
        {
            "code": each.code, "name": each.name, "department": each.department,
            "scheme": "企业新型学徒制" if each.employees else "现代学徒制",
            "pilot": None if each.employees else ("省级", "市级", "校级")[place % 3],
            "document": None if each.employees else f"济教字〔{each.grade}〕{20 + place}号", "major": each.major,
            "major_name": MAJOR_OF[each.major].name, "version": "2021年版", "enterprise": each.enterprise.name,
            "agreement": each.agreement.number, "mode": "先招工后招生" if each.employees else "先招生后招工",
            "planned": each.agreement.size, "enrolled": len(each.apprentices), "posts": len(each.apprentices) + 4,
            "mentors": len(each.mentors), "start": each.start, "end": each.end, "school": 800, "enterprise_periods": 900,
            "reviewed": each.start - dt.timedelta(days=60), "budget": ("12", "9.6", "15")[place % 3],
            "fund": "企业投入" if each.employees else "学校自筹", "level": "高级工", "trade": each.trade,
            "campus": CAMPUS_OF[each.department],
        }
        for place, each in enumerate(cohorts)
    ]  # fmt: skip
    rows[4]["enterprise"] = Raw("泰禾电气")
    rows[13]["reviewed"] = Raw("2025年6月31日")
    total = sum(len(each.apprentices) for each in cohorts)
    return Workbook(
        "06-学徒班台账.xlsx",
        (
            Sheet(
                "学徒班",
                columns,
                tuple(rows),
                (f"{SCHOOL}学徒班台账（2026年秋季）", "填报单位：教务处（盖章）    填报日期：2026年10月15日"),
                (("合计", "20个班", f"{total}人"), ("填表人：", "", "审核人：", "", "负责人：")),
            ),
        ),
    )


def _row(each: Apprentice, cohort: Cohort) -> Row:
    person = each.person
    return {
        "name": person.name, "id": person.id_number, "gender": person.gender, "birth": person.birth,
        "nation": "回族" if int(each.number[-2:]) % 17 == 0 else "汉族",
        "political": "共青团员" if int(each.number[-2:]) % 3 else "群众", "phone": person.phone,
        "number": each.number, "registration": person.registration_number, "enrolled": dt.date(cohort.grade, 9, 1),
        "grade": f"{cohort.grade}级", "class": cohort.class_name, "major": cohort.major,
        "major_name": MAJOR_OF[cohort.major].name, "cohort": cohort.code, "enterprise": cohort.enterprise.name,
        "uscc": cohort.enterprise.uscc, "position": cohort.position, "mentor": each.mentor.person.name,
        "teacher": each.teacher, "form": "四方" if each.minor else "三方", "agreement": cohort.agreement.number,
        "signed": _SIGNED, "start": _STARTS, "end": _ENDS, "span": (_STARTS, _ENDS), "pay": cohort.pay,
        "insurance": "实习责任险", "policy": cohort.policy, "insured_from": _INSURED[0], "insured_to": _INSURED[1],
        "guardian": each.guardian, "guardian_phone": each.guardian_phone, "relation": each.relation,
        "consent": dt.date(2026, 8, 18), "level": "高级工", "status": "在培", "stage": "岗位实习", "days": 5,
        "campus": CAMPUS_OF[cohort.department], "trade": cohort.trade, "contract_start": dt.date(2026, 3, 1),
        "contract_end": dt.date(2029, 2, 28), "hired": "新招用" if int(each.number[-2:]) % 4 else "转岗",
        "employed": dt.date(2026, 3, 1), "now": "初级工",
    }  # fmt: skip


def _rows(cohorts: list[Cohort]) -> list[Row]:
    return [_row(each, cohort) for cohort in cohorts for each in cohort.apprentices]


def _mechanics(cohorts: list[Cohort]) -> Workbook:
    """Two title rows, a header over two rows, enterprises merged downwards, totals, a hidden dictionary."""
    rows = _rows(cohorts)
    columns = (
        Column("序号"), Column("姓 名", "name", name, above="基本情况"), Column("性 别", "gender", above="基本情况"),
        Column("身份证号", "id", identity, above="基本情况"), Column("出生年月日", "birth", day("dashes", strays=("dots", "serial")), above="基本情况"),
        Column("民 族", "nation", ethnicity, above="基本情况"), Column("政治面貌", "political", POLITICAL, above="基本情况"),
        Column("联系电话", "phone", phone, above="基本情况"), Column("学 号", "number", above="学籍"),
        Column("全国学籍号", "registration", above="学籍"), Column("入学年月", "enrolled", day("month", "month_dashes"), above="学籍"),
        Column("所在班级", "class", above="学籍"), Column("专业", "major_name", above="学籍"), Column("学徒班", "cohort", above="企业培养"),
        Column("合作单位", "enterprise", above="企业培养"), Column("岗位", "position", above="企业培养"),
        Column("师傅", "mentor", above="企业培养"), Column("校内导师", "teacher", above="企业培养"),
        Column("培养阶段", "stage", above="企业培养"), Column("企业培养起", "start", day("dots", strays=("slashes", "packed_number")), above="企业培养"),
        Column("企业培养止", "end", day("dots", strays=("words",)), above="企业培养"),
        Column("学徒津贴(元/月)", "pay", money, above="企业培养"), Column("协议形式", "form", above="协议与保险"),
        Column("协议号", "agreement", above="协议与保险"), Column("签约日期", "signed", day("dots", strays=("packed",)), above="协议与保险"),
        Column("险种", "insurance", above="协议与保险"), Column("保单号", "policy", above="协议与保险"),
        Column("保险起", "insured_from", day("dots"), above="协议与保险"), Column("保险止", "insured_to", day("dots"), above="协议与保险"),
        Column("家长姓名", "guardian", above="家庭情况"), Column("监护人电话", "guardian_phone", phone, above="家庭情况"),
        Column("与学生关系", "relation", above="家庭情况"), Column("知情同意书日期", "consent", day("dots"), above="家庭情况"),
        Column("拟取得等级", "level", SKILL), Column("是否住校"),
    )  # fmt: skip
    rows[3]["id"] = Raw(float(int(rows[3]["id"][:15] + "000")))
    rows[17]["id"] = Raw(_wrong_check(rows[17]["id"]))
    rows[40]["start"] = Raw("2026.9.31")
    rows[58]["gender"] = Raw("女" if rows[58]["gender"] == "男" else "男")
    rows[75]["phone"] = Raw("1540537")
    rows[101]["name"] = Raw(None)
    rows[120]["mentor"] = Raw("王师傅")
    rows[133]["end"] = Raw("2026.6.30")
    rows[150]["registration"] = Raw("G" + rows[151]["id"])
    rows.insert(90, dict(rows[89]))
    return Workbook(
        "07-学徒花名册-机电工程系.xlsx",
        (
            Sheet(
                "花名册",
                columns,
                tuple(rows),
                (
                    f"{SCHOOL}2026年现代学徒制学徒花名册",
                    "填报单位：机电工程系（盖章）        填报日期：2026年10月20日",
                ),
                (("合计", f"{len(rows)}人"), ("制表人：", "", "审核人：", "", "负责人（签字）：")),
                merged_down=("合作单位",),
            ),
        ),
        notes={"填表说明": (("1.身份证号必须为文本格式",), ("2.未满18周岁签四方协议",))},
        dictionary=(("性别", "男"), ("", "女"), ("协议形式", "三方"), ("", "四方")),
    )


def _cars(cohorts: list[Cohort]) -> Workbook:
    """An old xls; the days of the placement stand in one cell."""
    rows = _rows(cohorts)
    columns = (
        Column("编号"), Column("学生姓名", "name", name), Column("身份证号码", "id"), Column("性别", "gender"),
        Column("名族", "nation", ethnicity), Column("手机号码", "phone", phone), Column("学号", "number"),
        Column("年级", "grade"), Column("班级名称", "class"), Column("专业代码", "major"), Column("专业名称", "major_name"),
        Column("试点班", "cohort"), Column("实习企业", "enterprise"), Column("实习岗位", "position"),
        Column("企业导师", "mentor"), Column("学校指导教师", "teacher"), Column("培养阶段", "stage"), Column("培养起止时间", "span", _span),
        Column("月津贴", "pay", money), Column("三方/四方", "form"), Column("三方协议编号", "agreement"),
        Column("协议签订日期", "signed", day("dots", "dashes")), Column("保险类型", "insurance"), Column("保险单号", "policy"),
        Column("保险起期", "insured_from", day("dots")), Column("保险止期", "insured_to", day("dots")),
        Column("监护人姓名", "guardian"), Column("家长电话", "guardian_phone", phone), Column("与学生关系", "relation"),
        Column("知情同意书日期", "consent", day("dots")), Column("目标等级", "level", SKILL), Column("学徒状态", "status"),
    )  # fmt: skip
    rows[9]["span"] = Raw("2026.9.1-2027.6.31")
    rows[21]["id"] = Raw("3.70800200612E+17")
    rows[36]["form"] = Raw("三方协议")
    rows[64]["id"] = Raw(_wrong_check(rows[64]["id"]))
    rows[83]["guardian_phone"] = Raw(rows[83]["guardian_phone"][:-2])
    rows[99]["enterprise"] = Raw("梁山运禾专用汽车公司")
    return Workbook(
        "08-学徒花名册-汽车工程系.xls",
        (
            Sheet(
                "汽车系",
                columns,
                tuple(rows),
                (f"{SCHOOL}现代学徒制学徒花名册（汽车工程系）",),
                (("合计", f"{len(rows)}人"),),
            ),
        ),
    )


def _span(value: object, rng: object) -> str | None:
    if not isinstance(value, tuple):
        return value if isinstance(value, str) else None
    first, last = value
    return f"{first.year}.{first.month}.{first.day}-{last.year}.{last.month}.{last.day}"


def _computing(cohorts: list[Cohort]) -> Workbook:
    """A GBK csv as WPS saves it; one name has a character that GBK does not know."""
    rows = _rows(cohorts)
    columns = (
        Column("序号"), Column("姓名", "name"), Column("性别", "gender"), Column("身份证号", "id"), Column("民族", "nation"),
        Column("联系方式", "phone"), Column("学号", "number"), Column("入学时间", "enrolled", day("month_dashes")),
        Column("班级", "class"), Column("专业", "major_name"), Column("学徒班编号", "cohort"), Column("企业名称", "enterprise"),
        Column("学习岗位", "position"), Column("企业师傅", "mentor"), Column("学校导师", "teacher"), Column("实习类型", "stage"),
        Column("上岗日期", "start", day("slashes")), Column("实习结束日期", "end", day("slashes")), Column("实习补贴", "pay"),
        Column("协议形式", "form"), Column("协议编号", "agreement"), Column("签订时间", "signed", day("slashes")),
        Column("保险种类", "insurance"), Column("保单编号", "policy"), Column("保险开始日期", "insured_from", day("slashes")),
        Column("保险结束日期", "insured_to", day("slashes")), Column("家长姓名", "guardian"), Column("家长电话", "guardian_phone"),
        Column("与学生关系", "relation"), Column("知情同意书日期", "consent", day("slashes")), Column("拟取证等级", "level"),
        Column("QQ号"),
    )  # fmt: skip
    rows[5]["id"] = Raw("3.70800200704E+17")
    rows[26]["name"] = Raw("𬭚明远")
    rows[47]["id"] = Raw(None)
    rows[60]["pay"] = Raw("二千六")
    return Workbook("09-学徒花名册-信息工程系.csv", (Sheet("", columns, tuple(rows)),), encoding="gbk")


def _business(cohorts: list[Cohort]) -> Workbook:
    """One sheet for each class; the class stands in its name and in a column."""
    columns = (
        Column("序号"), Column("学徒姓名", "name", name), Column("性别", "gender"), Column("公民身份号码", "id", identity),
        Column("民族", "nation"), Column("政治面貌", "political", POLITICAL), Column("本人电话", "phone", phone), Column("学籍号", "registration"),
        Column("学号", "number"), Column("入学年月", "enrolled", day("month")), Column("行政班", "class"), Column("专业名称", "major_name"),
        Column("学徒班", "cohort"), Column("用工企业", "enterprise"), Column("培养岗位", "position"), Column("带徒师傅", "mentor"),
        Column("校内指导教师", "teacher"), Column("培养环节", "stage"), Column("在岗起", "start", day("cell")), Column("在岗止", "end", day("cell")),
        Column("月报酬（元）", "pay", money), Column("协议形式", "form"), Column("协议书编号", "agreement"),
        Column("签约日期", "signed", day("cell")), Column("保险类型", "insurance"), Column("保险号", "policy"),
        Column("保险起", "insured_from", day("cell")), Column("保险止", "insured_to", day("cell")), Column("监护人姓名", "guardian"),
        Column("监护人联系电话", "guardian_phone", phone), Column("与学生关系", "relation"), Column("知情同意书日期", "consent", day("cell")),
        Column("拟考等级", "level", SKILL), Column("备注"),
    )  # fmt: skip
    sheets = []
    for place, cohort in enumerate(cohorts):
        rows = _rows([cohort])
        if place == 0:
            rows[6]["id"] = Raw(rows[5]["id"])
            rows[19]["consent"] = Raw("2026.8.32")
        elif place == 1:
            rows[12]["gender"] = Raw("女" if rows[12]["gender"] == "男" else "男")
            rows[20]["phone"] = Raw("05378812")
        sheets.append(
            Sheet(
                cohort.class_name,
                columns,
                tuple(rows),
                (f"{cohort.name}学徒名单", "填报单位：财经商贸系"),
                (("合计", f"{len(rows)}人"),),
            )
        )
    return Workbook("10-学徒花名册-财经商贸系.xlsx", tuple(sheets))


def _chemistry(cohorts: list[Cohort]) -> Workbook:
    """A csv in UTF-8 with its mark, from the campus at Yanzhou."""
    rows = _rows(cohorts)
    columns = (
        Column("校区", "campus"), Column("学徒班", "cohort"), Column("姓名", "name"), Column("证件号码", "id"), Column("性别", "gender"),
        Column("出生日期", "birth", day("dashes")), Column("民族", "nation"), Column("电话", "phone"), Column("学生编号", "number"),
        Column("年级", "grade"), Column("现班级", "class"), Column("专业代码", "major"), Column("专业名称", "major_name"),
        Column("培养企业", "enterprise"), Column("目标岗位", "position"), Column("师傅姓名", "mentor"), Column("指导教师", "teacher"),
        Column("实习阶段", "stage"), Column("培养开始日期", "start", day("dashes")), Column("培养结束日期", "end", day("dashes")),
        Column("岗位津贴", "pay"), Column("三方/四方", "form"), Column("培养协议编号", "agreement"), Column("签字日期", "signed", day("dashes")),
        Column("险种", "insurance"), Column("保单号", "policy"), Column("参保起", "insured_from", day("dashes")),
        Column("参保止", "insured_to", day("dashes")), Column("监护人姓名", "guardian"), Column("监护人电话", "guardian_phone"),
        Column("与学生关系", "relation"), Column("知情同意书日期", "consent", day("dashes")), Column("培养等级", "level"),
    )  # fmt: skip
    rows[8]["birth"] = Raw((rows[8]["birth"] + dt.timedelta(days=31)).isoformat())
    rows[29]["cohort"] = Raw(rows[40]["cohort"] + "班")
    rows[44]["id"] = Raw(_wrong_check(rows[44]["id"]))
    return Workbook(
        "11-学徒花名册-化工与建筑系.csv", (Sheet("", columns, tuple(rows)),), encoding="utf-8-sig"
    )


def _employees(cohorts: list[Cohort]) -> Workbook:
    """The apprentices who are employees of the enterprises (企业新型学徒)."""
    rows = _rows(cohorts)
    columns = (
        Column("序号"), Column("姓名", "name", name), Column("身份证号码", "id", identity), Column("性别", "gender"),
        Column("联系电话", "phone", phone), Column("所在企业", "enterprise"), Column("统一社会信用代码", "uscc"),
        Column("学徒班编号", "cohort"), Column("用工形式", "hired"), Column("劳动合同起", "contract_start", day("dots")),
        Column("劳动合同止", "contract_end", day("dots")), Column("入职日期", "employed", day("dots")), Column("岗位", "position"),
        Column("培养职业（工种）", "trade"), Column("现有等级", "now"), Column("培养等级", "level", SKILL), Column("师傅", "mentor"),
        Column("企业培养起", "start", day("dots")), Column("企业培养止", "end", day("dots")), Column("月工资", "pay", money),
        Column("协议编号", "agreement"), Column("签订日期", "signed", day("dots")), Column("保险类型", "insurance"),
        Column("是否享受同类补贴", "before"),
    )  # fmt: skip
    for row in rows:
        row |= {"insurance": "工伤保险", "before": "否", "end": dt.date(2028, 8, 31)}
    rows[14]["contract_end"] = Raw("2026.2.28")
    rows[33]["id"] = Raw(_wrong_check(rows[33]["id"]))
    return Workbook(
        "12-企业新型学徒名册.xlsx",
        (Sheet("学徒名册", columns, tuple(rows), ("企业新型学徒制学徒名册", "培训机构：济宁示例职业学院")),),
    )


def _papers(cohorts: list[Cohort]) -> Workbook:
    """Policies, changes of status, and the visits that came before the placements."""
    insured = [each for each in cohorts if not each.employees]
    policies = tuple(
        {
            "policy": each.policy, "kind": "实习责任险", "insurer": "中国人民财产保险股份有限公司济宁市分公司",
            "holder": SCHOOL, "payer": "学校", "from": _INSURED[0], "to": _INSURED[1], "sum": "50",
            "premium": 80 * len(each.apprentices), "count": len(each.apprentices),
        }
        for each in insured
    )  # fmt: skip
    policies += (
        {
            "policy": _VISITS_POLICY, "kind": "实习责任险", "insurer": "中国人民财产保险股份有限公司济宁市分公司",
            "holder": SCHOOL, "payer": "学校", "from": dt.date(2026, 7, 1), "to": dt.date(2026, 8, 31), "sum": "50",
            "premium": 600, "count": 30,
        },
    )  # fmt: skip
    policy_columns = (
        Column("序号"), Column("保单号", "policy"), Column("险种", "kind"), Column("承保公司", "insurer"), Column("投保人", "holder"),
        Column("保费承担方", "payer"), Column("保险起期", "from", day("dots")), Column("保险止期", "to", day("dots")),
        Column("每人保额（万元）", "sum"), Column("保费（元）", "premium", money), Column("参保人数", "count"),
    )  # fmt: skip
    changes = tuple(
        {
            "name": each.person.name, "id": each.person.id_number, "kind": kind, "from": "在读", "to": after,
            "on": dt.date(2026, 10, 8 + place), "document": f"济职院教字〔2026〕{41 + place}号", "reason": reason,
        }
        for place, (each, kind, after, reason) in enumerate(
            (
                (cohorts[2].apprentices[5], "休学", "休学", "因病"),
                (cohorts[6].apprentices[11], "退出学徒班", "在读", "本人申请返回原班"),
                (cohorts[10].apprentices[2], "保留学籍", "保留学籍", "应征入伍"),
                (cohorts[14].apprentices[7], "退学", "退学", "本人申请"),
            )
        )
    )  # fmt: skip
    change_columns = (
        Column("序号"), Column("姓名", "name"), Column("身份证号", "id"), Column("异动类型", "kind"), Column("异动前", "from"),
        Column("异动后", "to"), Column("异动日期", "on", day("dots")), Column("批准文号", "document"), Column("异动原因", "reason"),
    )  # fmt: skip
    visits = tuple(
        {
            "name": each.person.name, "id": each.person.id_number, "cohort": cohort.code, "kind": "认识实习",
            "enterprise": cohort.enterprise.name, "position": cohort.position, "mentor": each.mentor.person.name,
            "start": dt.date(2026, 7, 6), "end": dt.date(2026, 7, 17), "policy": _VISITS_POLICY, "reason": "期满",
        }
        for cohort in cohorts[:2]
        for each in cohort.apprentices[:15]
    )  # fmt: skip
    visit_columns = (
        Column("序号"), Column("姓名", "name"), Column("身份证号", "id"), Column("学徒班", "cohort"), Column("培养类型", "kind"),
        Column("合作企业", "enterprise"), Column("学徒岗位", "position"), Column("师傅", "mentor"),
        Column("起始日期", "start", day("dots")), Column("终止日期", "end", day("dots")), Column("保单号", "policy"), Column("结束原因", "reason"),
    )  # fmt: skip
    return Workbook(
        "13-学徒保险异动与轮岗.xlsx",
        (
            Sheet("保险单", policy_columns, policies, ("2026—2027学年实习责任保险投保情况",)),
            Sheet("异动", change_columns, changes, ("学徒学籍异动情况表",)),
            Sheet("认识实习", visit_columns, visits, ("企业认识实习安排表（2026年暑期）",)),
        ),
    )


def _wrong_check(number: str) -> str:
    return number[:-1] + ("5" if number[-1] != "5" else "6")
