"""Filled forms as the offices know them: a wide roster, a record form of one person, a letter."""

from __future__ import annotations

from decimal import Decimal

from college_desk.records.page import (
    FilledForm,
    FormCell,
    Line,
    Paragraph,
    SealPlace,
    Seals,
    Table,
    Title,
)

NAMES = ("张三", "买买提·阿不都热依木", "王𬭚", "李䶮", "㛃晓", "欧阳文静", "孙𠮷", "赵芳")
COURSES = ("数控车床编程与操作", "工业机器人系统集成", "电气控制与PLC", "新能源汽车维修", "=SUM(A1)类课程")


def label(text: str, **more: object) -> FormCell:
    return FormCell(text, label=True, **more)  # type: ignore[arg-type]


def roster(rows: int = 45, *, watermark: str = "") -> FilledForm:
    head = (
        (
            label("序号", down=2),
            label("姓名", down=2),
            label("性别", down=2),
            label("出生日期", down=2),
            label("身份证件号", down=2),
            label("政治面貌", down=2),
            label("最高学历", across=3),
            label("工作单位", down=2),
            label("职务（岗位）", down=2),
            label("专业技术职务", across=2),
            label("职业技能等级", across=3),
            label("拟聘岗位", down=2),
            label("任教课程", down=2),
            label("周课时", down=2),
            label("聘期", across=2),
            label("是否占编制员额", down=2),
            label("课时费标准（元/课时）", down=2),
            label("经费预算（元）", down=2),
            label("联系电话", down=2),
            label("备注", down=2),
        ),
        tuple(
            label(text)
            for text in ("学历", "毕业院校", "专业", "名称", "级别", "等级", "工种", "证书编号", "起", "止")
        ),
    )
    body: list[tuple[FormCell, ...]] = []
    for number in range(1, rows + 1):
        budget = Decimal("9800.00") + number
        body.append(
            (
                FormCell(str(number), number=number),
                FormCell(NAMES[number % len(NAMES)]),
                FormCell("男" if number % 3 else "女"),
                FormCell("1985年3月"),
                FormCell(f"37081119850312{number:03d}X"),
                FormCell("群众"),
                FormCell("大学本科"),
                FormCell("山东理工职业学院"),
                FormCell("机电一体化"),
                FormCell("济宁示例重工机械制造股份有限公司第二分公司"),
                FormCell("车间主任"),
                FormCell("高级工程师"),
                FormCell("副高级"),
                FormCell("二级/技师"),
                FormCell("电工"),
                FormCell(f"S0000370800{number:06d}"),
                FormCell("专业课"),
                FormCell(COURSES[number % len(COURSES)], align="left"),
                FormCell(str(6), number=6),
                FormCell("2026年9月1日"),
                FormCell("2027年1月31日"),
                FormCell("是" if number % 2 else "否"),
                FormCell("98.00", number=Decimal("98.00"), places=2, align="right"),
                FormCell(f"{budget:,.2f}", number=budget, places=2, grouped=True, align="right"),
                FormCell("13800001234"),
                FormCell(""),
            )
        )
    total = sum((Decimal("9800.00") + number for number in range(1, rows + 1)), Decimal(0))
    body.append(
        (
            label("合计", across=2),
            FormCell("人民币肆拾肆万贰仟零叁拾伍元整", across=21, align="left"),
            FormCell(
                f"{total:,.2f}", number=total, places=2, grouped=True, align="right", source="sum:budget"
            ),
            FormCell("", across=2),
        )
    )
    widths = (6, 10, 5, 11, 20, 8, 9, 13, 11, 19, 10, 11, 8, 9, 7, 13, 9, 14, 6, 12, 12, 7, 10, 14, 13, 6)
    return FilledForm(
        code="part-time-roster",
        title="兼职教师花名册",
        name="附件2_济宁示例职业学院_兼职教师花名册_2026-2027-1",
        folder="02-汇总表",
        medium="xlsx",
        landscape=True,
        sheet="花名册",
        watermark=watermark,
        blocks=(
            Title("济宁示例职业学院兼职教师花名册", "（2026—2027学年第一学期，统计时点：2026年9月30日）"),
            Line("填报单位（盖章）：济宁示例职业学院", "", "填报日期：2026年9月30日    单位：元"),
            Table(tuple(map(float, widths)), (*head, *body), header_rows=2, size=8),
            Line("填表人：王老师", "审核人：李主任", "联系电话：0537-2200000"),
            Seals(
                (
                    SealPlace(("单位（盖章）", "负责人（签字）：", "年    月    日")),
                    SealPlace(("主管部门意见（盖章）", "负责人（签字）：", "年    月    日")),
                )
            ),
        ),
    )


ACHIEVEMENTS = (
    "从事数控加工一线工作二十年，主持完成“高精度主轴加工工艺优化”等技术改造项目6项，获国家发明专利2项，"
    "授权实用新型专利11项；带徒48人，其中12人取得高级工以上职业技能等级证书。" * 3
)


def person_form(*, watermark: str = "") -> FilledForm:
    def pair(title: str, text: str, across: int = 1) -> tuple[FormCell, FormCell]:
        return label(title), FormCell(text, across=across)

    rows: tuple[tuple[FormCell, ...], ...] = (
        (
            *pair("姓名", "买买提·阿不都热依木"),
            *pair("性别", "男"),
            *pair("出生日期", "1985年3月"),
            FormCell("照片", down=4, label=True),
        ),
        (
            *pair("民族", "维吾尔族"),
            *pair("政治面貌", "中共党员"),
            *pair("参加工作时间", "2006年7月"),
        ),
        (*pair("身份证件号", "37081119850312001X", 3), *pair("联系电话", "13800001234")),
        (*pair("最高学历/学位", "大学本科/工学学士", 3), *pair("毕业院校", "山东理工大学")),
        (
            *pair("工作单位", "济宁示例重工机械制造股份有限公司第二分公司", 3),
            *pair("职务（岗位）", "车间主任", 2),
        ),
        (*pair("专业技术职务", "高级工程师（副高级）", 3), *pair("职业技能等级", "二级/技师（电工）", 2)),
        (*pair("技能证书编号", "S000037080000012345", 3), *pair("发证日期", "2019年11月8日", 2)),
        (
            label("聘任情况", down=4, upright=True),
            *pair("拟聘岗位", "专业课", 2),
            *pair("任教课程", "数控车床编程与操作", 2),
        ),
        (*pair("任教班级", "2026级机电1班、2026级机电2班", 2), *pair("周课时/总课时", "6/108", 2)),
        (*pair("聘期", "2026年9月1日至2027年1月31日", 2), *pair("聘任协议编号", "PT-2026-001", 2)),
        (*pair("是否占用20%编制员额", "是", 2), *pair("报酬方式及标准", "按课时，98.00元/课时", 2)),
        (
            label("主要业绩", upright=True),
            FormCell(ACHIEVEMENTS, across=6, align="left", tall=45),
        ),
        (
            label("本人承诺", upright=True),
            FormCell(
                "以上内容真实，本人服从学校管理。\n签字：            \n年    月    日",
                across=6,
                seal=True,
                tall=22,
            ),
        ),
        (
            label("原单位\n意见"),
            FormCell("（盖章）\n年    月    日", across=2, seal=True, tall=30),
            label("二级学院\n（系部）意见"),
            FormCell("（盖章）\n年    月    日", across=3, seal=True, tall=30),
        ),
        (
            label("学校意见"),
            FormCell("（盖章）\n年    月    日", across=2, seal=True, tall=30),
            label("主管部门\n备案意见"),
            FormCell("（盖章）\n年    月    日", across=3, seal=True, tall=30),
        ),
    )
    return FilledForm(
        code="part-time-appointment",
        title="兼职教师聘任备案表",
        name="附件1_济宁示例职业学院_兼职教师聘任备案表_买买提·阿不都热依木",
        folder="03-备案表",
        medium="docx",
        watermark=watermark,
        blocks=(
            Title("职业学校兼职教师聘任备案表"),
            Line("填报单位（盖章）：济宁示例职业学院", "", "填报日期：2026年9月30日"),
            Table((26, 26, 22, 24, 26, 22, 26), rows, size=10.5),
            Paragraph("注：本表一式三份，学校、原单位、主管部门各存一份。", "small"),
        ),
    )


def letter(*, watermark: str = "") -> FilledForm:
    return FilledForm(
        code="cover-letter",
        title="关于报送兼职教师聘任备案材料的报告",
        name="济宁示例职业学院关于报送2026-2027学年第一学期兼职教师聘任备案材料的报告",
        folder="01-报告",
        medium="docx",
        page_numbers="dash",
        watermark=watermark,
        blocks=(
            Paragraph("济宁示例职业学院文件", "letterhead"),
            Paragraph("济示职院〔2026〕12号\t签发人：张校长", "number_line"),
            Title("济宁示例职业学院关于报送2026—2027学年\n第一学期兼职教师聘任备案材料的报告"),
            Paragraph("济宁市教育局：", "salutation"),
            Paragraph(
                "根据《职业学校兼职教师管理办法》（教师〔2023〕9号）和《技能济宁》有关要求，"
                "我校认真组织了2026—2027学年第一学期兼职教师聘任工作。现将有关材料报送如下。"
            ),
            Paragraph("一、聘任情况", "heading"),
            Paragraph(
                "本学期共聘任兼职教师45人，其中占用20%编制员额12人；拟聘专业课教师30人，实习实训教师15人。"
                "全部人员均已完成准入查询和校内公示，公示期间未收到异议。" * 3
            ),
            Paragraph("二、编制使用情况", "heading"),
            Paragraph(
                "学校核定编制300名，在编实有252名，空编48名，20%编制员额60名，可用48名，已占用12名，剩余36名。"
                * 3
            ),
            Paragraph("特此报告。"),
            Paragraph("附件：1.职业学校兼职教师聘任备案表（45份）", "body"),
            Paragraph("　　　2.兼职教师花名册", "body"),
            Paragraph("济宁示例职业学院", "signature"),
            Paragraph("2026年9月30日", "signature"),
            Paragraph("（联系人：王老师，联系电话：0537-2200000）"),
        ),
    )
