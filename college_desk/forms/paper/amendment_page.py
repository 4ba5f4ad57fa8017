"""The page of amendments (修改说明): each remark of the bureau and what was done, people and money that differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from college_desk.forms.filing import EVERY
from college_desk.forms.form import Frozen, form
from college_desk.forms.naming import period_title, safe, school_name
from college_desk.forms.wording import day_in_words, label
from college_desk.records.page import Block, FilledForm, FormCell, Line, Paragraph, Table, Title

TITLE = "修改说明"
_REMARKS = (10.0, 80.0, 80.0)
_CHANGES = (10.0, 44.0, 36.0, 40.0, 40.0)


@form("amendment", TITLE, filings=EVERY, order=45)
def amendment_page(frozen: Frozen) -> Iterable[FilledForm]:
    """One page for an amended version; none for the first, and none where nothing was amended."""
    amends = frozen.snapshot.amends
    if not amends or "changes" not in amends:
        return
    before, version = amends["version"], frozen.snapshot.version
    yield FilledForm(
        code="amendment",
        title=TITLE,
        name=safe(f"{school_name(frozen)}_{TITLE}"),
        folder="01-报告",
        medium="docx",
        blocks=(
            Title(TITLE, subtitle=f"（{period_title(frozen)}，第{version}稿）"),
            Line(
                left=f"填报单位（盖章）：{school_name(frozen)}",
                right=f"填报日期：{day_in_words(frozen.snapshot.day)}",
            ),
            *_blocks(amends, before),
            Line(left="填报人（签字）：", right="单位负责人（签字）：　　　　　　　　"),
        ),
    )


def _blocks(amends: Mapping[str, Any], before: int) -> Iterable[Block]:
    if amends.get("reason"):
        yield Paragraph(f"修改原因：{amends['reason']}")
    if amends["remarks"]:
        yield Paragraph("一、退回意见及修改情况")
        yield _table(
            ("序号", "退回意见", "修改情况"),
            _REMARKS,
            [(each["text"], each["answer"] or "见下表") for each in amends["remarks"]],
        )
    people = amends["people"]
    unit = amends.get("counted", "人")
    counted = (("新增", "added"), ("减少", "removed"), ("修改", "changed"))
    counts = "，".join(f"{words}{len(people[name])}{unit}" for words, name in counted)
    yield Paragraph(
        f"与第{before}稿相比：{counts}。{_named('新增', people['added'])}{_named('减少', people['removed'])}"
    )
    money = amends["money"]
    if money["difference"] is not None:
        yield Paragraph(
            f"金额：第{before}稿{money['a']}元，本稿{money['b']}元，相差{money['difference']}元。"
        )
    if amends["changes"]:
        rows = [
            (_object(each, people), each["title"], each["a"] or "（空）", each["b"] or "（空）")
            for each in amends["changes"]
        ]
        yield _table(("序号", "姓名（名称）", "项目", f"第{before}稿", "本稿"), _CHANGES, rows)


def _named(words: str, people: Sequence[Mapping[str, str]]) -> str:
    if not people:
        return ""
    return f"{words}：{'、'.join(each['name'] or each['key'] for each in people)}。"


def _object(change: Mapping[str, str], people: Mapping[str, Sequence[Mapping[str, str]]]) -> str:
    """Whom or what a change is about: by name, else by key."""
    names = {each["key"]: each["name"] for each in people["changed"]}
    return change.get("name") or names.get(change["key"]) or change["key"]


def _table(heads: tuple[str, ...], widths: tuple[float, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    head = tuple(label(each) for each in heads)
    body = [
        (FormCell(str(number), number=number), *(FormCell(text, align="left") for text in row))
        for number, row in enumerate(rows, start=1)
    ]
    return Table(widths, (head, *body), header_rows=1)
