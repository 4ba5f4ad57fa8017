"""The handbook of the checks (校验规则手册): made from the rules themselves, on the screen, as text, docx or PDF."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.files.documents.lists import replacing
from college_desk.records.finding import SEVERITY_WORDS
from college_desk.records.page import FilledForm, FormCell, Line, Paragraph, Table, Title
from college_desk.records.register import Record, register_of
from college_desk.rules.rule import RULES, Rule

TITLE = "校验规则手册"
_WIDTHS = (26.0, 144.0)
_SIZE = 9.0
_SUFFIXES = (".docx", ".pdf", ".md")

_CHAPTERS = {
    "VAL": "各台账通用", "PER": "人员信息", "APP": "学徒", "PLC": "企业培养段", "INS": "学徒保险", "MEN": "企业导师", "COH": "学徒班",
    "NEW": "企业新型学徒制", "AGR": "校企合作协议", "ENT": "合作企业", "ORD": "订单班与学生", "OUT": "毕业生就业与订单培养补助",
    "APT": "兼职教师聘任", "TCH": "兼职教师花名册", "TEA": "教学团队", "HRS": "课时与课表", "PAY": "课时费发放与补贴",
    "FEE": "课时费标准", "HON": "荣誉", "CRT": "证书", "CMP": "竞赛", "PLT": "平台（基地、工作室）", "TRN": "培训班",
    "QUO": "编制与20%兼职员额", "MAJ": "专业", "TRM": "校历", "FIL": "申报（备案）事项",
}  # fmt: skip


@dataclass(frozen=True)
class Chapter:
    """The rules of one subject, in order of their codes."""

    title: str
    rules: tuple[Rule, ...]


def rules() -> list[Rule]:
    """All rules in the order of the handbook: its chapters, and in each the codes."""
    order = {series: place for place, series in enumerate(_CHAPTERS)}
    return sorted(RULES, key=lambda each: (order.get(_series(each), len(order)), each.code))


def chapters() -> list[Chapter]:
    """The handbook's chapters."""
    return [
        Chapter(_(_CHAPTERS.get(series, series)), tuple(group))
        for series, group in groupby(rules(), key=_series)
    ]


def told(rule: Rule) -> list[tuple[str, str]]:
    """What the handbook tells of a rule: each part's name and its words."""
    parts = [
        (_("台账"), register_title(rule)),
        (_("程度"), _(SEVERITY_WORDS[rule.severity])),
        (_("为什么查"), _(rule.intent)),
        (_("查什么"), _(rule.condition)),
        (_("怎样改"), _(rule.fix)),
        (_("通过的例子"), _(rule.passes)),
        (_("不通过的例子"), _(rule.fails)),
        (_("依据"), _(rule.clause)),
        (_("起用"), rule.since.isoformat()),
    ]
    if rule.until:
        parts.append((_("停用"), rule.until.isoformat()))
    return parts


def register_title(rule: Rule) -> str:
    """The title of the register that a rule looks at."""
    return _("各台账") if rule.on is Record else _(register_of(rule.on).title)


def markdown() -> str:
    """The handbook as text with marks, a line for each part of each rule."""
    lines = [f"# {_(TITLE)}", "", _("共{count}条。").format(count=len(RULES)), ""]
    for chapter in chapters():
        lines += [f"## {chapter.title}", ""]
        for rule in chapter.rules:
            lines += [
                f"### {rule.code} {_(rule.title)}",
                "",
                *(f"- {name}：{text}" for name, text in told(rule)),
                "",
            ]
    return "\n".join(lines)


def document(*, day: dt.date) -> FilledForm:
    """The handbook as a document: a table for each rule, chapter by chapter."""
    blocks: list[Title | Line | Paragraph | Table] = [
        Title(_(TITLE)),
        Line(left=_("共{count}条").format(count=len(RULES)), right=day.isoformat()),
    ]
    for chapter in chapters():
        blocks.append(Paragraph(chapter.title, style="heading"))
        blocks += [Table(_WIDTHS, _rows(rule), header_rows=1, size=_SIZE) for rule in chapter.rules]
    return FilledForm(
        code="handbook", title=_(TITLE), name=_(TITLE), folder="", medium="docx", blocks=tuple(blocks)
    )  # fmt: skip


def write(out: Path, *, day: dt.date) -> Path:
    """Write the handbook as its ending says: docx, pdf or md. Raises UnusableInput for another ending."""
    suffix = out.suffix.lower()
    if suffix not in _SUFFIXES:
        message = _("“{name}”的类型不认识，手册可以存成docx、pdf或md。")
        raise UnusableInput(message.format(name=out.name))
    from college_desk.files.documents import writing

    if suffix == ".md":
        content = markdown().encode()
    elif suffix == ".pdf":
        content = writing.pdf([document(day=day)], day=day)
    else:
        content = writing.write(document(day=day), day=day)
    with replacing(out) as unfinished:
        unfinished.write_bytes(content)
    return out


def _rows(rule: Rule) -> tuple[tuple[FormCell, ...], ...]:
    head = FormCell(f"{rule.code}　{_(rule.title)}", across=2, align="left", label=True)
    return (
        (head,),
        *((FormCell(name, label=True), FormCell(text, align="left")) for name, text in told(rule)),
    )


def _series(rule: Rule) -> str:
    return rule.code.partition("-")[0]
