"""The rosters of the part-time teachers, one department's unlike the other's, with everything offices get wrong."""

from __future__ import annotations

import datetime as dt

from tests.generators.demo_college.college import CARS, CHEMISTRY, COMPUTING, MECHANICS, SCHOOL
from tests.generators.demo_college.shapes import (
    EDUCATION,
    POLITICAL,
    SKILL,
    Raw,
    day,
    ethnicity,
    identity,
    name,
    phone,
    span,
    yes_no,
)
from tests.generators.demo_college.sheets import Column, Row, Sheet, Workbook
from tests.generators.demo_college.teaching import Teacher

_TICK = yes_no("√", None)
_WORD = yes_no("是", "否")


def workbooks(teachers: list[Teacher]) -> list[Workbook]:
    """The four departments' rosters, and last year's ledger of appointments."""
    rows = {each.place: dict(each.row) for each in teachers}
    of = {
        department: [each.place for each in teachers if each.department == department]
        for department in (MECHANICS, CARS, COMPUTING, CHEMISTRY)
    }
    _mistakes_of_mechanics(rows)
    _mistakes_of_cars(rows)
    _mistakes_of_computing(rows)
    _mistakes_of_chemistry(rows)
    return [
        _mechanics([rows[place] for place in of[MECHANICS]]),
        _cars([rows[place] for place in of[CARS]]),
        _computing([rows[place] for place in of[COMPUTING]]),
        _chemistry([rows[place] for place in of[CHEMISTRY]]),
        _last_year(teachers),
    ]


# --- mistakes: the place of a teacher, what stands in his row instead


def _mistakes_of_mechanics(rows: dict[int, Row]) -> None:
    rows[0]["end"] = dt.date(2029, 12, 31)  # more than three years
    rows[3]["vetted"], rows[3]["authorised"] = (
        dt.date(2025, 10, 12),
        dt.date(2025, 10, 9),
    )  # due again in October
    rows[4]["reviewed"], rows[4]["assessed"] = rows[4]["assessed"], rows[4]["reviewed"]  # the steps exchanged
    rows[5]["id"] = Raw(float(int(rows[5]["id"][:15] + "000")))  # a number cell: three digits are lost
    rows[6]["card"] = Raw(rows[6]["card"][:-1] + _other(rows[6]["card"][-1]))  # a card that fails its check
    rows[7]["fund"] = "学校自筹（事业收入）"  # holds a 20% post, paid from elsewhere
    rows[8] |= {
        "source": "其他学校教师",
        "employer": "济宁市任城第二中等职业学校",
        "uscc": None,
    }  # no industry man
    rows[9]["employer"] = Raw("禾泰电气")  # not the name of the licence
    rows[10]["years"] = 48  # older in the trade than he can be
    rows[11]["name"] = Raw(None)
    rows[12]["gender"] = Raw("女" if rows[12]["gender"] == "男" else "男")
    rows[13]["minutes"] = None
    rows[14]["id"] = Raw(rows[14]["id"][:-1] + _other(rows[14]["id"][-1]))
    rows[15] |= {
        "relaxed": True,
        "honour": "济宁首席技师",
        "required": "大学本科",
    }  # a city's honour opens nothing
    rows[16] |= {"consent": None, "title": "高级", "level": None}
    rows[17]["phone"] = Raw("1540537904")
    rows[17]["uscc"] = Raw(rows[17]["uscc"][:-1] + _other(rows[17]["uscc"][-1]))


def _mistakes_of_cars(rows: dict[int, Row]) -> None:
    rows[18]["health"] = None
    rows[19] |= {"method": "试讲", "assessed": None}
    rows[20]["vetted"] = dt.date(2026, 9, 10)  # after the term began
    rows[21] |= {
        "restricted": None,
        "birth": Raw(rows[21]["birth"].replace(day=1 + rows[21]["birth"].day % 28)),
    }
    rows[22]["span"] = Raw("2026.9.31-2027.1.31")
    rows[23]["notice_to"] = dt.date(2026, 6, 25)  # four working days
    rows[24] |= {"course": "大学语文", "category": "公共基础课"}  # no trade at all
    rows[25] |= {
        "relaxed": True, "honour": "山东省技术能手", "honour_document": "鲁人社字〔2021〕66号", "required": "大学本科",
        "education": "大学专科", "degree": None, "post": "专业课", "skill": "高级技师", "honour_on": dt.date(2021, 12, 20),
    }  # fmt: skip
    rows[26]["span"] = Raw("2026.9.1-2026.1.31")
    rows[27]["contract"] = None
    rows[28]["id"] = Raw(rows[28]["id"][:15] + "000")
    rows[28] |= {"skill": "技师", "trade": "汽车维修工", "certified": dt.date(2019, 5, 8)}
    rows[28]["certificate"] = rows[21]["certificate"]  # the line above copied down


def _mistakes_of_computing(rows: dict[int, Row]) -> None:
    rows[29] |= {"political": "共青团员", "birth": Raw(rows[29]["birth"])}
    rows[30] |= {"account_name": "济宁云禾软件技术有限公司", "notice_to": dt.date(2026, 9, 30)}
    rows[31] |= {"source": "事业单位在职", "employer": "济宁市大数据中心", "uscc": None}
    rows[32]["certified"] = dt.date(2026, 9, 15)
    rows[33]["id"] = Raw(f"{float(rows[33]['id'][:17]) * 10:.5E}")
    rows[34] |= {
        "announced": dt.date(2026, 8, 24), "reviewed": dt.date(2026, 8, 26), "assessed": dt.date(2026, 8, 27),
        "notice_from": dt.date(2026, 8, 28), "notice_to": dt.date(2026, 9, 4), "decided": dt.date(2026, 9, 7),
        "authorised": dt.date(2026, 8, 25), "vetted": dt.date(2026, 8, 28), "signed": dt.date(2026, 9, 10),
        "consent": dt.date(2026, 8, 26), "minutes": "〔2026〕21号",
    }  # fmt: skip
    rows[36] |= {
        "source": "公务员及参公人员",
        "employer": "济宁市工业和信息化局",
        "uscc": None,
        "consent": None,
    }
    rows[37] |= {"source": None, "minutes": "〔2026〕××号"}


def _mistakes_of_chemistry(rows: dict[int, Row]) -> None:
    rows[38] |= {"skill": "中级工", "title": None, "level": None, "trade": "化工总控工"}
    rows[38] |= {"certificate": "S0000370800381000000038", "certified": dt.date(2016, 4, 12)}
    rows[40]["restricted"] = "有"
    rows[41] |= {"years": 3, "trained": dt.date(2026, 12, 5)}
    rows[42] |= {"special": True, "special_document": None}
    rows[43] |= {
        "source": "非遗传承人", "employer": None, "uscc": None, "job": "鲁西南营造技艺传承人", "consent": None,
        "education": None, "degree": "学士", "graduated": None, "studied": None, "years": 45, "skill": "高级技师",
    }  # fmt: skip
    rows[44]["id"] = Raw(rows[43]["id"])  # the line above copied down


# --- sheets


def _mechanics(rows: list[Row]) -> Workbook:
    """A header over two rows, a hidden dictionary, notes, totals."""
    columns = (
        Column("序号"), Column("教师姓名", "name", name, above="基本情况"), Column("性 别", "gender", above="基本情况"),
        Column("身份证号", "id", identity, above="基本情况"), Column("民族", "nation", ethnicity, above="基本情况"),
        Column("政治面貌", "political", POLITICAL, above="基本情况"), Column("联系电话", "phone", phone, above="基本情况"),
        Column("工号", "staff", above="基本情况"), Column("最高学历", "education", EDUCATION, above="学历"),
        Column("学位", "degree", above="学历"), Column("毕业院校", "graduated", above="学历"),
        Column("所学专业", "studied", above="学历"), Column("所在单位", "employer", above="工作单位"),
        Column("信用代码", "uscc", above="工作单位"), Column("单位职务", "job", above="工作单位"),
        Column("人员来源", "source", above="工作单位"), Column("教师类别", "kind", above="工作单位"),
        Column("职称", "title", above="职称与技能"), Column("职称级别", "level", above="职称与技能"),
        Column("技能等级", "skill", SKILL, above="职称与技能"), Column("工种", "trade", above="职称与技能"),
        Column("技能证书编号", "certificate", above="职称与技能"), Column("发证日期", "certified", day("dots", strays=("words",)), above="职称与技能"),
        Column("工作年限", "years", above="职称与技能"), Column("所获荣誉", "honour", above="职称与技能"),
        Column("拟聘岗位", "post", above="岗位与课程"), Column("任教专业", "major", above="岗位与课程"),
        Column("授课课程", "course", above="岗位与课程"), Column("课程类别", "category", above="岗位与课程"),
        Column("授课班级", "class", above="岗位与课程"), Column("周课时", "weekly", above="岗位与课程"),
        Column("总课时", "total", above="岗位与课程"), Column("岗位要求学历", "required", above="招聘程序"),
        Column("聘请形式", "form", above="招聘程序"), Column("选聘途径", "way", above="招聘程序"),
        Column("考核方式", "method", above="招聘程序"), Column("放宽条件", "relaxed", _WORD, above="招聘程序"),
        Column("公布日期", "announced", day("dots"), above="招聘程序"), Column("资格审查日期", "reviewed", day("dots"), above="招聘程序"),
        Column("考核日期", "assessed", day("dots"), above="招聘程序"), Column("会议研究日期", "decided", day("dots"), above="招聘程序"),
        Column("会议纪要号", "minutes", above="招聘程序"), Column("公示起", "notice_from", day("dots"), above="招聘程序"),
        Column("公示止", "notice_to", day("dots"), above="招聘程序"), Column("原单位同意日期", "consent", day("dots"), above="招聘程序"),
        Column("查询授权日期", "authorised", day("dots"), above="准入查询"), Column("准入查询日期", "vetted", day("dots"), above="准入查询"),
        Column("性侵违法犯罪信息", "result", above="准入查询"), Column("教师资格限制库", "restricted", above="准入查询"),
        Column("查询回复文号", "reply", above="准入查询"), Column("聘任协议编号", "contract", above="聘期与协议"),
        Column("协议签订日期", "signed", day("dots", strays=("packed_number",)), above="聘期与协议"),
        Column("聘期起", "start", day("dots", strays=("slashes", "cell")), above="聘期与协议"),
        Column("聘期止", "end", day("dots", strays=("words", "packed")), above="聘期与协议"),
        Column("上期协议编号", "renewed_from", above="聘期与协议"),
        Column("是否占用20%编制员额", "counts", _WORD, above="编制与报酬"), Column("占用员额数", "posts", above="编制与报酬"),
        Column("经费来源", "fund", above="编制与报酬"), Column("报酬方式", "pay", above="编制与报酬"),
        Column("课时费标准（元/课时）", "rate", above="编制与报酬"), Column("体检日期", "health", day("dots")),
        Column("岗前培训日期", "trained", day("dots")), Column("岗前培训学时", "training_periods"), Column("结对教师", "paired"),
        Column("开户行", "bank", above="银行信息"), Column("银行卡号", "card", above="银行信息"), Column("户名", "account_name", above="银行信息"),
        Column("校区", "campus"), Column("经办人签字"),
    )  # fmt: skip
    return Workbook(
        "14-兼职教师花名册-机电工程系.xlsx",
        (
            Sheet(
                "花名册",
                columns,
                tuple(rows),
                (
                    f"{SCHOOL}2026—2027学年兼职教师花名册",
                    "填报单位：机电工程系（盖章）        填报日期：2026年11月6日",
                ),
                (("合计", f"{len(rows)}人"), ("填表人：", "", "", "审核人：", "", "", "负责人（签字）：")),
            ),
        ),
        notes={"填表说明": (("1.身份证号、银行卡号必须为文本格式",), ("2.准入查询以教育局回复为准",))},
        dictionary=(("性别", "男"), ("", "女"), ("考核方式", "普通"), ("", "试讲"), ("", "技能操作")),
    )


def _cars(rows: list[Row]) -> Workbook:
    """An old xls in which the term of an appointment stands in one cell."""
    columns = (
        Column("编号"), Column("外聘教师姓名", "name", name), Column("身份证号码", "id"), Column("性别", "gender"),
        Column("出生年月日", "birth", day("dots", "dashes")), Column("民族", "nation"), Column("政治面貌", "political", POLITICAL),
        Column("手机号", "phone", phone), Column("学历", "education", EDUCATION), Column("学位", "degree"),
        Column("毕业学校", "graduated"), Column("所学专业", "studied"), Column("单位名称", "employer"),
        Column("单位统一社会信用代码", "uscc"), Column("现任职务", "job"), Column("人员类别", "source"), Column("教师类别", "kind"),
        Column("专业技术职务", "title"), Column("职称级别", "level"), Column("职业技能等级", "skill", SKILL), Column("职业（工种）", "trade"),
        Column("证书编号", "certificate"), Column("取证日期", "certified", day("dots", "cell")), Column("从业年限", "years"),
        Column("荣誉称号", "honour"), Column("授予文号", "honour_document"), Column("荣誉授予日期", "honour_on", day("dots")),
        Column("聘任岗位", "post"), Column("任教专业", "major"), Column("任教课程", "course"), Column("课程类型", "category"),
        Column("任课班级", "class"), Column("周课时", "weekly"), Column("学期总课时", "total"), Column("学历要求", "required"),
        Column("聘请形式", "form"), Column("选聘方式", "way"), Column("招聘考核方式", "method"), Column("是否放宽条件", "relaxed", _WORD),
        Column("公告日期", "announced", day("dots")), Column("资格审查时间", "reviewed", day("dots")), Column("考核时间", "assessed", day("dots")),
        Column("校长办公会日期", "decided", day("dots")), Column("纪要号", "minutes"), Column("公示开始日期", "notice_from", day("dots")),
        Column("公示结束日期", "notice_to", day("dots")), Column("单位同意日期", "consent", day("dots")),
        Column("查询授权书日期", "authorised", day("dots")), Column("查询日期", "vetted", day("dots")), Column("准入查询结果", "result"),
        Column("限制库查询结果", "restricted"), Column("回复文号", "reply"), Column("合同编号", "contract"),
        Column("合同签订日期", "signed", day("dots", "cell")), Column("聘期", "span", span), Column("上期协议编号", "renewed_from"),
        Column("是否占用20%编制员额", "counts", _TICK), Column("经费来源", "fund"), Column("计酬方式", "pay"), Column("课时费标准", "rate"),
        Column("体检日期", "health", day("dots")), Column("岗前培训日期", "trained", day("dots")), Column("结对教师", "paired"),
        Column("开户银行", "bank"), Column("卡号", "card"), Column("收款人", "account_name"),
    )  # fmt: skip
    return Workbook(
        "15-兼职教师花名册-汽车工程系.xls",
        (
            Sheet(
                "外聘教师",
                columns,
                tuple(rows),
                (f"{SCHOOL}汽车工程系外聘教师一览表", "校区：南校区"),
                (("合计", f"{len(rows)}人"), ("制表：", "", "", "审核：")),
            ),
        ),
    )


def _computing(rows: list[Row]) -> Workbook:
    """A GBK csv; the rare name has lost its character, one teacher stands twice."""
    columns = (
        Column("序号"), Column("姓名", "name"), Column("性别", "gender"), Column("身份证", "id"), Column("民族", "nation"),
        Column("政治面貌", "political"), Column("联系方式", "phone"), Column("文化程度", "education"), Column("学位", "degree"),
        Column("毕业院校", "graduated"), Column("所学专业", "studied"), Column("工作单位", "employer"), Column("税号", "uscc"),
        Column("职务", "job"), Column("人员来源", "source"), Column("兼职教师类型", "kind"), Column("职称", "title"),
        Column("职称级别", "level"), Column("职业资格等级", "skill"), Column("职业工种", "trade"), Column("证书号", "certificate"),
        Column("发证日期", "certified", day("slashes")), Column("从事本专业年限", "years"), Column("拟聘岗位", "post"),
        Column("授课专业", "major"), Column("授课课程", "course"), Column("课程类别", "category"), Column("上课班级", "class"),
        Column("周学时", "weekly"), Column("总学时", "total"), Column("聘请形式", "form"), Column("选聘方式", "way"), Column("考核方式", "method"),
        Column("是否放宽条件招聘", "relaxed", _WORD), Column("公告日期", "announced", day("slashes")),
        Column("资格审查日期", "reviewed", day("slashes")), Column("考核日期", "assessed", day("slashes")),
        Column("会议日期", "decided", day("slashes")), Column("会议纪要号", "minutes"), Column("公示起始日期", "notice_from", day("slashes")),
        Column("公示截止日期", "notice_to", day("slashes")), Column("原单位同意时间", "consent", day("slashes")),
        Column("授权查询日期", "authorised", day("slashes")), Column("准入查询时间", "vetted", day("slashes")),
        Column("性侵违法犯罪信息查询结果", "result"), Column("教师资格限制库结果", "restricted"), Column("查询回复文号", "reply"),
        Column("协议编号", "contract"), Column("签订日期", "signed", day("slashes")), Column("起聘日期", "start", day("slashes")),
        Column("止聘日期", "end", day("slashes")), Column("上期协议编号", "renewed_from"), Column("是否占用20%编制员额", "counts", _WORD),
        Column("经费来源", "fund"), Column("报酬方式", "pay"), Column("课时费标准", "rate"), Column("体检日期", "health", day("slashes")),
        Column("岗前培训日期", "trained", day("slashes")), Column("结对教师", "paired"), Column("开户行", "bank"),
        Column("银行账号", "card"), Column("户名", "account_name"), Column("微信号"),
    )  # fmt: skip
    return Workbook(
        "16-兼职教师信息表-信息工程系.csv",
        (Sheet("", columns, (*rows, dict(rows[1]))),),
        encoding="gbk",
    )


def _chemistry(rows: list[Row]) -> Workbook:
    """Two sheets of the campus at Yanzhou; one teacher has a second contract."""
    columns = (
        Column("序号"), Column("兼职教师姓名", "name", name), Column("性别", "gender"), Column("公民身份号码", "id", identity),
        Column("出生日期", "birth", day("cell")), Column("民族", "nation", ethnicity), Column("政治面貌", "political"),
        Column("联系手机", "phone", phone), Column("最高学历", "education", EDUCATION), Column("最高学位", "degree"),
        Column("毕业院校", "graduated"), Column("所学专业", "studied"), Column("现工作单位", "employer"), Column("统一社会信用代码", "uscc"),
        Column("职务/岗位", "job"), Column("人员来源", "source"), Column("教师类别", "kind"), Column("专业技术职务（职称）", "title"),
        Column("职称级别", "level"), Column("职业技能等级", "skill", SKILL), Column("职业（工种）", "trade"), Column("技能证书编号", "certificate"),
        Column("发证日期", "certified", day("cell", strays=("words",))), Column("从事本专业（工种）年限（年）", "years"),
        Column("拟聘岗位", "post"), Column("任教专业", "major"), Column("任教课程", "course"), Column("课程类别", "category"),
        Column("任教班级", "class"), Column("周课时", "weekly"), Column("总课时", "total"), Column("聘请形式", "form"),
        Column("选聘途径", "way"), Column("考核方式", "method"), Column("是否按第7条放宽条件招聘", "relaxed", _WORD),
        Column("公布日期", "announced", day("cell")), Column("资格审查日期", "reviewed", day("cell")),
        Column("考核日期", "assessed", day("cell")), Column("会议研究日期", "decided", day("cell")), Column("会议纪要号", "minutes"),
        Column("公示起", "notice_from", day("cell")), Column("公示止", "notice_to", day("cell")),
        Column("原单位同意日期", "consent", day("cell")), Column("查询授权日期", "authorised", day("cell")),
        Column("准入查询日期", "vetted", day("cell")), Column("查询结果", "result"), Column("教师资格限制库查询结果", "restricted"),
        Column("准入查询回复文号", "reply"), Column("聘任协议编号", "contract"), Column("签订日期", "signed", day("cell")),
        Column("聘期起", "start", day("cell")), Column("聘期止", "end", day("cell")), Column("上期协议编号", "renewed_from"),
        Column("是否特聘", "special", _WORD), Column("特聘认定文号", "special_document"),
        Column("是否占用20%编制员额", "counts", _WORD), Column("占用员额数", "posts"), Column("经费来源", "fund"), Column("报酬方式", "pay"),
        Column("课时费标准（元/课时）", "rate"), Column("体检日期", "health", day("cell")), Column("岗前培训日期", "trained", day("cell")),
        Column("岗前培训学时", "training_periods"), Column("结对教师", "paired"), Column("开户行", "bank"), Column("银行账号", "card"),
        Column("户名", "account_name"), Column("校区", "campus"),
    )  # fmt: skip
    second = rows[1] | {
        "contract": "JZ-2026-046", "course": "工程测量实训", "class": "建工2602班", "counts": False, "posts": None,
        "fund": "学校自筹（事业收入）", "weekly": 2, "total": 36, "end": dt.date(2027, 1, 31), "renewed_from": None,
    }  # fmt: skip
    titles = (f"{SCHOOL}兖州校区兼职教师基本情况", "填报单位：化工与建筑系")
    return Workbook(
        "17-兼职教师花名册-兖州校区.xlsx",
        (
            Sheet("化工", columns, tuple(rows[:3]), titles, (("小计", "3人"),)),
            Sheet(
                "建筑",
                columns,
                (*rows[3:], second),
                titles,
                (("小计", "4人"), ("填表人：", "", "", "审核人：")),
            ),
        ),
    )


def _last_year(teachers: list[Teacher]) -> Workbook:
    """Last year's appointments with their appraisals: one failed, one was forgotten, one stands twice."""
    columns = (
        Column("序号"), Column("受聘人", "name"), Column("受聘人身份证号", "id"), Column("聘用岗位", "post"), Column("任教课程", "course"),
        Column("课程类别", "category"), Column("任教班级", "class"), Column("周课时", "weekly"), Column("考核招聘方式", "method"),
        Column("公布日期", "announced", day("dots")), Column("资格审查日期", "reviewed", day("dots")), Column("考察日期", "assessed", day("dots")),
        Column("会议研究日期", "decided", day("dots")), Column("会议纪要号", "minutes"), Column("公示起", "notice_from", day("dots")),
        Column("公示止", "notice_to", day("dots")), Column("原单位同意日期", "consent", day("dots")),
        Column("查询授权日期", "authorised", day("dots")), Column("准入查询日期", "vetted", day("dots")), Column("查询结果", "result"),
        Column("教师资格限制库", "restricted"), Column("查询回复文号", "reply"), Column("聘任协议编号", "contract"),
        Column("签协议日期", "signed", day("dots")), Column("聘期起", "start", day("dots")), Column("聘期止", "end", day("dots")),
        Column("是否占用20%编制员额", "counts", _WORD), Column("经费来源", "fund"), Column("报酬方式", "pay"), Column("课时费标准", "rate"),
        Column("体检日期", "health", day("dots")), Column("考核结果", "appraisal"), Column("聘任状态", "status"), Column("系部", "department"),
    )  # fmt: skip
    rows = [dict(each.before) for each in teachers if each.before is not None]
    rows[0]["appraisal"] = None
    rows[1]["appraisal"] = "不合格"
    rows.append(rows[4] | {"contract": f"{rows[4]['contract']}补"})
    return Workbook(
        "18-兼职教师聘任台账-2025-2026学年.xlsx",
        (
            Sheet(
                "聘任台账",
                columns,
                tuple(rows),
                (f"{SCHOOL}2025—2026学年兼职教师聘任台账", "填报单位：人事处"),
            ),
        ),
    )


def _other(digit: str) -> str:
    return "7" if digit != "7" else "3"
