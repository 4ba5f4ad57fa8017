"""The pay list (C9 课时费发放表) for finance: gross, tax and net of each settled line, with the accounts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from college_desk.forms.filing import HOURLY_SUBSIDY
from college_desk.forms.form import Frozen, form
from college_desk.forms.hours.hourly_subsidy import settled
from college_desk.forms.naming import period_title, safe, school_name
from college_desk.forms.wording import cell_of, day_in_words, figure, label, short_stretch, source_of
from college_desk.policy.capitals import capitals
from college_desk.policy.hourly_fee import whose
from college_desk.records.facts import Facts
from college_desk.records.page import FilledForm, FormCell, Line, Table, Title
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.teaching.settlement import Settlement

TITLE = "课时费发放表"
COLUMNS = (
    ("序号", 7.0), ("姓名", 14.0), ("身份证件号", 30.0), ("原单位", 25.0), ("职称/\n技能等级", 14.0), ("对应\n级别", 10.0),
    ("授课课程", 18.0), ("授课起止", 16.0), ("认定\n课时", 9.0), ("标准\n（元/课时）", 13.0), ("应发金额\n（元）", 15.0),
    ("代扣个税\n（元）", 14.0), ("实发金额\n（元）", 15.0), ("开户行", 22.0), ("银行账号", 31.0), ("联系电话", 19.0),
    ("领款人\n签字", 13.0), ("备注", 14.0),
)  # fmt: skip
"""Titles and widths in millimetres."""

_NOTHING = Decimal(0)


@form("hourly-fee-pay-list", TITLE, filings=(HOURLY_SUBSIDY,), order=21)
def pay_list(frozen: Frozen) -> Iterable[FilledForm]:
    """The one pay list of the filing; the tax columns stay empty where finance reckons the tax."""
    every = settled(frozen)
    if not every:
        return
    taxed = all(each.tax is not None for each in every)
    gross, tax, net = (_sum(every, name) for name in ("gross", "tax", "net"))
    sums = (
        label("合计", across=2),
        FormCell(f"{len({whose(each) for each in every})}人", across=6, align="left"),
        figure(_sum(every, "periods"), source="sum:periods"),
        FormCell(),
        figure(gross, places=2, source="sum:gross"),
        figure(tax if taxed else None, places=2, source="sum:tax"),
        figure(net if taxed else None, places=2, source="sum:net"),
        FormCell(across=5),
    )
    words = f"应发{capitals(gross)}" + (f"；实发{capitals(net)}" if taxed else "")
    capital_row = (label("大写", across=2), FormCell(words, across=len(COLUMNS) - 2, align="left"))
    head = tuple(label(title) for title, _width in COLUMNS)
    rows = [_row(number, each, frozen.facts) for number, each in enumerate(every, start=1)]
    yield FilledForm(
        code="hourly-fee-pay-list",
        title=TITLE,
        name=safe(f"{school_name(frozen)}_{TITLE}"),
        folder="05-佐证",
        medium="xlsx",
        landscape=True,
        sheet="课时费发放",
        blocks=(
            Title(TITLE, subtitle=f"（{period_title(frozen)}）"),
            Line(
                left=f"单位（盖章）：{school_name(frozen)}",
                middle="金额单位：元",
                right=f"填报日期：{day_in_words(frozen.snapshot.day)}",
            ),
            Table(
                tuple(width for _title, width in COLUMNS),
                (head, *rows, sums, capital_row),
                header_rows=1,
                size=7.5,
            ),
            Line(left="代扣个税按同一人同月发放合并预计，以财务处为准。" if taxed else "个税由财务处计算。"),
            Line(
                left="制表人（签字）：", middle="审核人（签字）：", right="分管领导（签字）：　　　　　　　　"
            ),
            Line(right="单位负责人（签字）：　　　　　　　　"),
        ),
    )


def _row(number: int, kept: Settlement, facts: Facts) -> tuple[FormCell, ...]:
    return (
        FormCell(str(number), number=number),
        cell_of(kept, "name"),
        cell_of(kept, "teacher"),
        cell_of(kept, "employer", align="left"),
        cell_of(kept, "level_basis"),
        cell_of(kept, "title_level"),
        cell_of(kept, "course", align="left"),
        FormCell(short_stretch(kept.taught_from, kept.taught_to, between="\n")),
        figure(kept.periods, source=source_of(kept, "periods")),
        figure(kept.yuan_per_period, places=2, source=source_of(kept, "yuan_per_period")),
        figure(kept.gross, places=2, source=source_of(kept, "gross")),
        figure(kept.tax, places=2, source=source_of(kept, "tax")),
        figure(kept.net if kept.tax is not None else None, places=2, source=source_of(kept, "net")),
        cell_of(kept, "bank_name", align="left"),
        cell_of(kept, "bank_account"),
        FormCell(_phone(kept, facts)),
        FormCell(),
        FormCell(f"冲减{kept.reverses}" if kept.reverses else "", align="left"),
    )


def _phone(kept: Settlement, facts: Facts) -> str:
    found = facts.by(PartTimeTeacher, "uid")[kept.links.get("teacher", "")]
    found = found or facts.by(PartTimeTeacher, "id_number")[kept.teacher]
    return (found[0].phone if found else None) or ""


def _sum(settlements: Sequence[Settlement], name: str) -> Decimal:
    return sum((getattr(each, name) or _NOTHING for each in settlements), _NOTHING)
