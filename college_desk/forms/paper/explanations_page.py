"""The page of explanations (情况说明): each warning that stands, and why, signed and dated."""

from __future__ import annotations

from collections.abc import Iterable

from college_desk.forms.filing import EVERY
from college_desk.forms.form import Frozen, form
from college_desk.forms.naming import period_title, safe, school_name
from college_desk.forms.wording import day_in_words, label
from college_desk.records.page import FilledForm, FormCell, Line, Table, Title

TITLE = "情况说明"
WIDTHS = (10.0, 34.0, 66.0, 66.0, 24.0)


@form("explanations", TITLE, filings=EVERY, order=40)
def explanations_page(frozen: Frozen) -> Iterable[FilledForm]:
    """One page with every explained warning; none where there is nothing to explain."""
    explained = [each for each in frozen.snapshot.findings if each.get("explanation")]
    if not explained:
        return
    head = tuple(label(each) for each in ("序号", "对象", "核实的问题", "情况说明", "说明人、日期"))
    rows = [
        (
            FormCell(str(number), number=number),
            FormCell(str(each["key"])),
            FormCell(str(each["message"]), align="left"),
            FormCell(str(each["explanation"]), align="left"),
            FormCell(f"{each['explained_by']}\n{each['explained_on']}"),
        )
        for number, each in enumerate(explained, start=1)
    ]
    yield FilledForm(
        code="explanations",
        title=TITLE,
        name=safe(f"{school_name(frozen)}_{TITLE}"),
        folder="01-报告",
        medium="docx",
        landscape=True,
        blocks=(
            Title(TITLE, subtitle=f"（{period_title(frozen)}）"),
            Line(
                left=f"填报单位（盖章）：{school_name(frozen)}",
                right=f"填报日期：{day_in_words(frozen.snapshot.day)}",
            ),
            Table(WIDTHS, (head, *rows), header_rows=1),
            Line(left="填报人（签字）：", right="单位负责人（签字）：　　　　　　　　"),
        ),
    )
