"""The claim (C9 课时费补贴申报表): A4 landscape, one line for each payment claimed, without tax."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from college_desk.forms.filing import HOURLY_SUBSIDY
from college_desk.forms.form import Frozen, form
from college_desk.forms.hours.hourly_subsidy import claimed
from college_desk.forms.naming import period_title, safe, school_name
from college_desk.forms.wording import cell_of, day_in_words, figure, label, plain, short_stretch, source_of
from college_desk.policy.capitals import capitals
from college_desk.policy.hourly_claim import ClaimLine, total
from college_desk.records.page import FilledForm, FormCell, Line, SealPlace, Seals, Table, Title

TITLE = "课时费补贴申报表"
DATE = "年　　月　　日"
COLUMNS = (
    ("序号", 8.0), ("姓名", 16.0), ("身份证件号", 32.0), ("所在企业", 33.0), ("技能等级", 15.0), ("证书编号", 37.0),
    ("对应\n级别", 11.0), ("课程", 22.0), ("授课起止", 19.0), ("认定\n课时", 10.0), ("补贴标准\n（元/课时）", 15.0),
    ("学校已支付\n金额（元）", 18.0), ("申请补贴\n金额（元）", 18.0), ("支付凭证号", 21.0), ("备注", 13.0),
)  # fmt: skip
"""Titles and widths in millimetres."""

_NOTHING = Decimal(0)


@form("hourly-subsidy-claim", TITLE, filings=(HOURLY_SUBSIDY,), order=20)
def claim_form(frozen: Frozen) -> Iterable[FilledForm]:
    """The one claim of the filing, its last row adding up; nothing stands in it where nothing is claimed."""
    asked = claimed(frozen)
    amount = total(asked)
    paid = sum((each.paid_yuan for each in asked), _NOTHING)
    periods = sum((each.periods for each in asked), _NOTHING)
    sums = (
        label("合计", across=2),
        FormCell(f"{len({each.settlement.teacher for each in asked})}人", across=7, align="left"),
        figure(periods, source="sum:periods"),
        FormCell(),
        figure(paid, places=2, source="sum:paid_yuan"),
        figure(amount, places=2, source="sum:claimed_yuan"),
        FormCell(across=2),
    )
    words = (label("大写", across=2), FormCell(capitals(amount), across=len(COLUMNS) - 2, align="left"))
    head = tuple(label(title) for title, _width in COLUMNS)
    rows = [_row(number, each) for number, each in enumerate(asked, start=1)]
    yield FilledForm(
        code="hourly-subsidy-claim",
        title=TITLE,
        name=safe(f"{school_name(frozen)}_{TITLE}"),
        folder="02-汇总表",
        medium="xlsx",
        landscape=True,
        sheet="补贴申报",
        blocks=(
            Title(TITLE, subtitle=f"（{period_title(frozen)}）"),
            Line(
                left=f"填报单位（盖章）：{school_name(frozen)}",
                middle="金额单位：元",
                right=f"填报日期：{day_in_words(frozen.snapshot.day)}",
            ),
            Table(
                tuple(width for _title, width in COLUMNS), (head, *rows, sums, words), header_rows=1, size=8.0
            ),
            Seals(
                (
                    SealPlace(("申报学校（盖章）", "负责人（签字）：", DATE)),
                    SealPlace(("人社部门审核意见（盖章）", "负责人（签字）：", DATE)),
                    SealPlace(("财政部门审核意见（盖章）", "负责人（签字）：", DATE)),
                )
            ),
        ),
    )


def _row(number: int, line: ClaimLine) -> tuple[FormCell, ...]:
    kept = line.settlement
    return (
        FormCell(str(number), number=number),
        cell_of(kept, "name"),
        cell_of(kept, "teacher"),
        FormCell(line.employer or "", align="left"),
        FormCell(line.skill_level or ""),
        FormCell(line.certificate_number or ""),
        FormCell(line.title_level or ""),
        cell_of(kept, "course", align="left"),
        FormCell(short_stretch(kept.taught_from, kept.taught_to, between="\n")),
        figure(line.periods, source=source_of(kept, "periods")),
        figure(line.yuan_per_period, places=2, source=source_of(kept, "yuan_per_period")),
        figure(line.paid_yuan, places=2, source=source_of(kept, "gross")),
        figure(line.claimed_yuan, places=2, source=source_of(kept, "claimed_yuan")),
        cell_of(kept, "voucher_number"),
        FormCell(_note(line), align="left"),
    )


def _note(line: ClaimLine) -> str:
    """How many periods of the payment are not claimed; empty where all are."""
    left_out = sum((each.periods for each in line.left_out), _NOTHING)
    return f"另有{plain(left_out)}课时不申请" if left_out else ""
