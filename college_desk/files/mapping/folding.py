"""Titles with their interchangeable parts made one: 签约时间 and 签订日期, 所在公司 and 所在单位, 就业职位 and 就业岗位."""

from __future__ import annotations

import functools
import re

_ALIKE: tuple[tuple[str, str], ...] = (
    (r"(?:拟|计划|预期|目标|预计)(?:考取|取得|获得|获取|考|获)?", "拟"),
    (r"身份证件?(?:号码|编号|号)", "身份证号"),
    (r"手机号码?|移动电话号?码?|电话号码|联系方式|联系电话|联系手机|手机", "电话"),
    (r"日期|时间|年月日?", "日"),
    (r"编号|号码|编码|代号|证号", "号"),
    (r"代码", "码"),
    (r"名称|名字|姓名", "名"),
    (r"老师|教员", "教师"),
    (r"公司|单位|企业|用人企业", "企"),
    (r"科目|学科", "课程"),
    (r"讲课|上课|任课|授课|任教|讲授|主讲|教授|所教|所授|承担", "授"),
    (r"班级", "班"),
    (r"薪酬|薪资|薪水|工资|薪金|收入", "薪"),
    (r"补贴|补助|津贴", "贴"),
    (r"金额|数额|款额|经费|资金", "额"),
    (r"人数|数量", "数"),
    (r"级别|等次|等级|层次|层级", "级"),
    (r"类别|类型|种类", "类"),
    (r"方式|形式|方法", "式"),
    (r"证书", "证"),
    (r"职业技能|职业资格|技能", "技"),
    (r"账户|账号|帐户|帐号", "账"),
    (r"银行卡号?|卡号", "账"),
    (r"联络人", "联系人"),
    (r"职位|岗位", "岗"),
    (r"职务", "职"),
    (r"终止|结束|截止|截至|到期|终结", "止"),
    (r"起始|开始|生效", "始"),
    (r"签订|签约|签署|签定", "签"),
    (r"地点|场所|场地", "地"),
    (r"地址|住址|住所", "址"),
    (r"学徒|学员|学生", "生"),
    (r"父母|家长|监护人", "家长"),
    (r"师傅|师父|导师|带教|指导教师", "师"),
    (r"评价|鉴定|认定|考核", "评"),
    (r"所获|获得|曾获|取得", "获"),
    (r"教育|文化", "学历"),
    (r"聘请|聘任|受聘|聘用|录用", "聘"),
    (r"考取|考证|取证", "取"),
    (r"就业|从业|入职", "就业"),
    (r"学制|修业", "学制"),
    (r"文件号|批文号|文号", "文"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(pattern), one) for pattern, one in _ALIKE)
_BEFORE = re.compile(
    r"^(?:目前|当前|现任|现|本人|个人|约定|承诺|平均|税前|负责|办公)(?=..)|^(?:所在|所属)(?=.)"
)
_TWICE = re.compile(r"(..)\1")
_NAMED = re.compile(r"(?<=.)名$")
_BEHIND = re.compile(r"(?<=..)(?:情况|信息|全称|栏|说明|程度)$")


@functools.lru_cache(maxsize=8192)
def fold(words: str) -> str:
    """A normalised title with its interchangeable parts made one; titles that fold alike may mean the same."""
    folded = _BEHIND.sub("", _BEFORE.sub("", words))
    for pattern, one in _PATTERNS:
        folded = pattern.sub(one, folded)
    return _TWICE.sub(r"\1", _NAMED.sub("", folded)).replace("日日", "日")
