"""Fields that every list of students has: numbers, class, major, guardian.

`also_met` names further headers, parted by spaces, that offices write on the lists of one register.
"""

from __future__ import annotations

from typing import Any

from college_desk.records.headers import words
from college_desk.records.register import column
from college_desk.records.values.code import CODE, OPEN_CODE
from college_desk.records.values.day import DAY, MONTH
from college_desk.records.values.grade import GRADE
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.major_code import MAJOR_CODE
from college_desk.records.values.person_name import PERSON_NAME
from college_desk.records.values.phone import PHONE
from college_desk.records.values.registration_number import REGISTRATION_NUMBER
from college_desk.records.values.text import TEXT
from college_desk.records.values.yes_no import YES_NO

ENROLMENT = "学籍信息"
GUARDIAN = "监护人"


def student_number() -> Any:
    """The college's own number of a student (学号)."""
    return column(
        IDENTIFIER,
        "学号",
        *words("学生编号 学员编号 学生学号 学员学号 在校学号 校内编号 学生号 学号（校内） 学生证号 在校编号"),
        hint="保留前面的0",
        wide=13,
        group=ENROLMENT,
    )


def registration_number() -> Any:
    """The national registration number of a student (学籍号)."""
    return column(
        REGISTRATION_NUMBER,
        "学籍号",
        *words(
            "全国学籍号 国家学籍号 全国统一学籍号 学籍编号 全国学籍编号 学籍号码"
            " 学籍编码 学籍注册号 全国学籍码 学籍系统号"
        ),
        hint="例：G加18位身份证件号",
        wide=21,
        group=ENROLMENT,
    )


def examinee_number() -> Any:
    """The number of the college entrance examination (考生号)."""
    return column(IDENTIFIER, "考生号", *words("高考考生号"), hint="14位，高职填写", wide=16, group=ENROLMENT)


def enrolled_month() -> Any:
    """When the student entered the college (入学年月)."""
    return column(
        MONTH,
        "入学年月",
        *words(
            "入学时间 入学日期 入学年份 入校时间 入校年月 入学年度"
            " 入校日期 入学报到时间 入学时间（年月） 何时入学"
        ),
        hint="例：2026年9月",
        group=ENROLMENT,
    )


def grade() -> Any:
    """The year in which the class entered (年级)."""
    return column(
        GRADE,
        "年级",
        *words("所在年级 现年级 届别 入学年级 所属年级 学生年级 就读年级"),
        hint="例：2026级",
        wide=8,
        group=ENROLMENT,
    )


def class_name(also_met: str = "") -> Any:
    """The class in which the student is kept (班级（行政班）)."""
    return column(
        TEXT,
        "班级（行政班）",
        *words("班级名称 行政班 行政班级 现班级 所在班级 班别 所属班级 班名"),
        *words(also_met),
        hint="例：2026级机电1班",
        wide=14,
        group=ENROLMENT,
    )


def major_code(also_met: str = "") -> Any:
    """The code of the major (专业代码)."""
    return column(
        MAJOR_CODE,
        "专业代码",
        *words("专业编码 专业号 专业代号 国标专业代码 专业代码（国标） 目录代码 专业目录代码 专业码"),
        *words(also_met),
        hint="6位（技工院校4位）",
        group=ENROLMENT,
    )


def major_name(also_met: str = "") -> Any:
    """The name of the major (专业名称)."""
    return column(
        TEXT,
        "专业名称",
        *words("专业 专业简称 就读专业 所属专业 在读专业"),
        *words(also_met),
        hint="与专业目录一致",
        wide=14,
        group=ENROLMENT,
    )


def catalogue_version() -> Any:
    """The catalogue in which the major's code stands (专业目录版本)."""
    return column(
        TEXT,
        "专业目录版本",
        *words("目录版本 专业目录 专业目录年份 目录年份"),
        hint="例：2021年版",
        group=ENROLMENT,
    )


def major_direction() -> Any:
    """The direction within the major (专业方向)."""
    return column(TEXT, "专业方向", *words("专业（技能）方向 技能方向"), wide=12, group=ENROLMENT)


def schooling() -> Any:
    """How long the course of study lasts, 3年 or 3+2 (学制)."""
    return column(
        OPEN_CODE("schooling"),
        "学制",
        *words(
            "学制（年） 修业年限 学习年限 修业年限（年） 学制年限 修业期限 学制年数 培养年限 学制（几年）"
        ),
        hint="例：3年、3+2",
        wide=6,
        group=ENROLMENT,
    )


def training_mode() -> Any:
    """In which way the student is trained (培养方式)."""
    return column(CODE("training_mode"), "培养方式", *words("培养模式 培养类型 办学形式"), group=ENROLMENT)


def student_status() -> Any:
    """The student's standing with the college (学籍状态)."""
    return column(CODE("student_status"), "学籍状态", *words("学生状态"), group=ENROLMENT)


def poverty_registered() -> Any:
    """Whether the family was registered as poor (是否建档立卡)."""
    return column(
        YES_NO, "是否建档立卡", *words("是否建档立卡贫困户 建档立卡"), hint="是/否", group=ENROLMENT
    )


def guardian_name() -> Any:
    """The guardian (监护人姓名)."""
    return column(
        PERSON_NAME,
        "监护人姓名",
        *words(
            "家长姓名 监护人 家长 法定监护人 法定监护人姓名 家长（监护人）姓名 成员1姓名 家长（监护人） 监护人（家长） 监护人（家长）姓名 家长名字 法定代理人"
            " 监护人名称 学生家长姓名 家长（监护人）名字 家长代表 家长名 法定监护人名 学生家长"
        ),
        hint="未满18周岁必填",
        wide=9,
        group=GUARDIAN,
    )


def guardian_phone() -> Any:
    """The guardian's telephone number (监护人电话)."""
    return column(
        PHONE,
        "监护人电话",
        *words(
            "家长电话 监护人联系电话 家长联系电话 监护人手机 监护人手机号 家长手机 家长手机号 家长联系方式 "
            "监护人联系方式 成员1联系电话 家庭电话 监护人（家长）电话 监护人电话号码 家长电话号码 家长（监护人）电话 家长（监护人）联系电话 监护人手机号码"
            " 家长手机号码 学生家长电话 监护人（家长）联系电话 家庭联系电话 监护人手机电话 家长号码 监护人号码 家长手机电话"
        ),
        hint="未满18周岁必填",
        wide=13,
        group=GUARDIAN,
    )


def guardian_relation() -> Any:
    """What the guardian is to the student (与学生关系)."""
    return column(
        CODE("guardian_relation"),
        "与学生关系",
        *words(
            "监护人关系 与监护人关系 与学徒关系 与本人关系 家长关系 成员1关系 监护人与学生关系 与家长关系 学生与监护人关系 与学生的关系"
            " 家长与学生关系 和学生关系 与该生关系 监护人与学徒关系 与被监护人关系 亲属关系 监护关系"
        ),
        hint="未满18周岁必填",
        group=GUARDIAN,
    )


def consent_on() -> Any:
    """The day on which student and parents signed the consent (知情同意书日期)."""
    return column(
        DAY,
        "知情同意书日期",
        *words(
            "知情同意书签订日期 知情同意书签字日期 同意书日期 家长同意书日期 家长知情同意书日期 家长知情同意日期 知情同意日期 知情同意书签署日期"
        ),
        hint="学生和家长都签字的日期",
        wide=11,
        group=GUARDIAN,
    )
