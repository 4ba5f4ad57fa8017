"""The cover paper (报送文): 报告, 请示 or 函 by its recipient, set as GB/T 9704 asks."""

from __future__ import annotations

from collections.abc import Iterable

from college_desk.forms.filing import EVERY, FILINGS, KIND_WORDS
from college_desk.forms.form import Frozen, enclosures_of, form
from college_desk.forms.naming import applicant_name, enterprise_of, period_title, safe, school_of
from college_desk.forms.paper.summary import summary_of
from college_desk.forms.wording import day_in_words
from college_desk.policy.recipients import Route, basis_of, route_of
from college_desk.records.college.recipient import Recipient
from college_desk.records.page import Block, FilledForm, Paragraph, Title

CLOSINGS = {
    "报告": "特此报告，请予备案。",
    "请示": "妥否，请批示。",
    "函": "特此致函，请予备案。",
}


@form("cover-paper", "报送文", filings=EVERY, order=10, enclosed=False)
def cover_paper(frozen: Frozen) -> Iterable[FilledForm]:
    """The one paper that goes on top: to one recipient, listing its enclosures, with room for the seal."""
    route = route_of(frozen.policy, school_of(frozen), frozen.facts.all(Recipient), frozen.snapshot.filing)
    title = title_of(frozen, route)
    yield FilledForm(
        code="cover-paper",
        title=title,
        name=safe(f"{applicant_name(frozen)}{title}"),
        folder="01-报告",
        medium="docx",
        page_numbers="dash",
        blocks=tuple(_blocks(frozen, route, title)),
    )


def title_of(frozen: Frozen, route: Route) -> str:
    """关于报送2026—2027学年第一学期兼职教师聘任备案材料的报告; the kind in brackets where it is not the first."""
    subject = FILINGS[frozen.snapshot.filing].subject
    kind = next((words for code, words in KIND_WORDS.items() if code == frozen.snapshot.kind), "")
    batch = "" if frozen.snapshot.kind == "first" else f"（{kind}）"
    return f"关于报送{period_title(frozen)}{subject}{batch}的{route.document}"


def _blocks(frozen: Frozen, route: Route, title: str) -> Iterable[Block]:
    school, enterprise = school_of(frozen), enterprise_of(frozen)
    code = (school.document_code if school and enterprise is None else None) or ""
    name, ours = applicant_name(frozen), "我校" if enterprise is None else "我单位"
    signer = "\t签发人：　　　　　　" if route.upward else ""
    yield Paragraph(f"{name}文件" if route.upward else name, style="letterhead")
    yield Paragraph(f"{code}〔{frozen.snapshot.day.year}〕　　号{signer}", style="number_line")
    yield Title(f"{name}\n{title}")
    yield Paragraph(f"{route.recipient}：", style="salutation")
    basis = "和".join(basis_of(frozen.policy, frozen.snapshot.filing))
    opening = "报告" if route.document == "报告" else "说明"
    before = f"根据{basis}有关规定，" if basis else ""
    yield Paragraph(f"{before}现将{ours}{period_title(frozen)}有关情况{opening}如下：")
    yield from summary_of(frozen)
    yield Paragraph(_closing(frozen, route.document))
    yield from _enclosures(frozen)
    yield Paragraph(name, style="signature")
    yield Paragraph(day_in_words(frozen.snapshot.day), style="signature")
    who = enterprise or school
    if who is not None and (who.contact or who.phone):
        yield Paragraph(f"（联系人：{who.contact or '　　　　'}，联系电话：{who.phone or '　　　　　　'}）")
    if route.copies:
        yield Paragraph(f"抄送：{'，'.join(route.copies)}。", style="small")


def _closing(frozen: Frozen, document: str) -> str:
    """What is asked for at the end: to put on file (备案), or where money is claimed to look into it (审核)."""
    amount = FILINGS[frozen.snapshot.filing].amount
    asked = amount is not None and bool(amount(frozen))
    return CLOSINGS[document].replace("备案", "审核") if asked else CLOSINGS[document]


def _enclosures(frozen: Frozen) -> Iterable[Block]:
    """The list of enclosures (附件), one line for each form of the filing, in the order of the package."""
    for each in enclosures_of(frozen):
        before = "附件：" if each.number == 1 else "　　　"
        copies = f"（{len(each.pages)}份）" if len(each.pages) > 1 else ""
        yield Paragraph(f"{before}{each.number}. {each.form.title}{copies}")
