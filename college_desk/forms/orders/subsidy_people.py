"""Whom an enterprise claims for: the list of persons, and the ledger of their employment (C12 毕业生就业台账)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from college_desk.forms.filing import ORDER_SUBSIDY
from college_desk.forms.form import Frozen, form
from college_desk.forms.naming import applicant_name, enterprise_of, safe
from college_desk.forms.orders.order_subsidy import ClassRow, graduates
from college_desk.forms.wording import (
    cell_of,
    day_in_words,
    figure,
    label,
    short_day,
    short_stretch,
    shown,
    source_of,
)
from college_desk.records.orders.graduate_outcome import GraduateOutcome
from college_desk.records.orders.order_student import OrderStudent
from college_desk.records.page import FilledForm, FormCell, Line, Table, Title

PEOPLE, LEDGER = "培养补助申报人员明细表", "毕业生就业台账"
_PEOPLE = (
    ("序号", 9.0), ("姓名", 18.0), ("身份证件号", 36.0), ("毕业证书编号", 36.0), ("毕业年月", 17.0), ("订单班", 24.0),
    ("岗位", 24.0), ("就业日期", 19.0), ("合同起止", 32.0), ("社保起\n缴月", 17.0), ("社保连续\n月数", 16.0),
    ("月薪\n（元）", 17.0), ("联系电话", 24.0),
)  # fmt: skip
_LEDGER = (
    ("序号", 7.0), ("姓名", 12.0), ("身份证件号", 28.5), ("专业\n学号、考生号", 18.0), ("毕业年月\n毕业证书编号", 28.5),
    ("毕业去向", 14.0), ("就业单位\n统一社会信用代码", 29.0), ("性质、行业\n规模、地区", 14.0), ("岗位\n是否对口", 13.0),
    ("起薪\n（元）", 12.0), ("就业日期", 14.0), ("合同类型\n起止", 16.0), ("社保起缴\n月数", 12.0), ("订单\n企业", 8.0),
    ("登记类别\n统计时点", 14.0), ("佐证材料\n困难类别", 13.0), ("核实方式\n日期、人", 14.0),
)  # fmt: skip
"""Titles and widths in millimetres."""


@form("order-subsidy-people", PEOPLE, filings=(ORDER_SUBSIDY,), order=21)
def people_list(frozen: Frozen) -> Iterable[FilledForm]:
    """The list of those claimed for, the last row counting them."""
    found = graduates(frozen)
    rows = [
        _person(number, row, each, _student(each, frozen))
        for number, (row, each) in enumerate(found, start=1)
    ]
    yield _sheet(frozen, "order-subsidy-people", PEOPLE, _PEOPLE, rows, size=8.5)


@form("graduate-ledger", LEDGER, filings=(ORDER_SUBSIDY,), order=22)
def graduate_ledger(frozen: Frozen) -> Iterable[FilledForm]:
    """What is known of the employment of those claimed for, nobody else of their classes."""
    enterprise = enterprise_of(frozen)
    ordering = enterprise.uscc if enterprise else None
    found = graduates(frozen)
    rows = [
        _employed(number, each, _student(each, frozen), ordering)
        for number, (_row, each) in enumerate(found, start=1)
    ]
    yield _sheet(frozen, "graduate-ledger", LEDGER, _LEDGER, rows, size=7.0)


def _sheet(
    frozen: Frozen,
    code: str,
    title: str,
    columns: Sequence[tuple[str, float]],
    rows: Sequence[tuple[FormCell, ...]],
    *,
    size: float,
) -> FilledForm:
    head = tuple(label(each) for each, _width in columns)
    total = (label("合计", across=2), FormCell(f"{len(rows)}人", across=len(columns) - 2, align="left"))
    return FilledForm(
        code=code,
        title=title,
        name=safe(f"{applicant_name(frozen)}_{title}"),
        folder="02-汇总表",
        medium="xlsx",
        landscape=True,
        sheet=title,
        blocks=(
            Title(title, subtitle=f"（{frozen.snapshot.period_first.year}年度）"),
            Line(
                left=f"申报企业（盖章）：{applicant_name(frozen)}",
                right=f"统计时点：{day_in_words(frozen.snapshot.day)}",
            ),
            Table(tuple(width for _title, width in columns), (head, *rows, total), header_rows=1, size=size),
            Line(
                left="制表人（签字）：",
                middle="企业负责人（签字）：",
                right="学校核对人（签字）：　　　　　　　　",
            ),
        ),
    )


def _person(
    number: int, row: ClassRow, each: GraduateOutcome, student: OrderStudent | None
) -> tuple[FormCell, ...]:
    return (
        FormCell(str(number), number=number),
        cell_of(each, "name"),
        cell_of(each, "id_number"),
        cell_of(each, "diploma_number"),
        FormCell(short_day(each.graduated_month), source=source_of(each, "graduated_month")),
        FormCell(row.name),
        cell_of(each, "position"),
        FormCell(short_day(each.employed_on or each.contract_start_on)),
        FormCell(_contract(each)),
        FormCell(short_day(each.insured_from_month)),
        figure(each.insured_months, source=source_of(each, "insured_months")),
        figure(each.starting_pay, places=2, source=source_of(each, "starting_pay")),
        _told(each, student, "phone"),
    )


def _employed(
    number: int, each: GraduateOutcome, student: OrderStudent | None, ordering: str | None
) -> tuple[FormCell, ...]:
    months = "" if each.insured_months is None else f"{each.insured_months}个月"
    return (
        FormCell(str(number), number=number),
        cell_of(each, "name"),
        cell_of(each, "id_number"),
        _lines(
            *(_told(each, student, name).text for name in ("major_name", "student_number")),
            each.examinee_number,
        ),
        _lines(short_day(each.graduated_month), each.diploma_number),
        cell_of(each, "destination"),
        _lines(each.enterprise, each.employer_uscc),
        _lines(*(shown(each, f"employer_{what}") for what in ("nature", "industry", "size", "region"))),
        _lines(each.position, "" if each.matched is None else "对口" if each.matched else "不对口"),
        figure(each.starting_pay, places=2, source=source_of(each, "starting_pay")),
        FormCell(short_day(each.employed_on or each.contract_start_on)),
        _lines(shown(each, "contract_kind"), _contract(each, between="至\n")),
        _lines(short_day(each.insured_from_month), months),
        FormCell("是" if each.employer_uscc in (None, ordering) else "关联"),
        _lines(shown(each, "stage"), short_day(each.recorded_on)),
        _lines(shown(each, "evidence_kind"), shown(each, "hardship")),
        _lines(each.verified_how, short_day(each.verified_on), each.verified_by),
    )


def _student(outcome: GraduateOutcome, frozen: Frozen) -> OrderStudent | None:
    found = frozen.facts.by(OrderStudent, "id_number")[outcome.id_number]
    return found[0] if found else None


def _told(outcome: GraduateOutcome, student: OrderStudent | None, field: str) -> FormCell:
    """A field that the ledger of graduates and the class's roster share: as the ledger says, else the roster."""
    return cell_of(student if getattr(outcome, field) is None else outcome, field)


def _contract(each: GraduateOutcome, *, between: str = "—") -> str:
    """From when to when the contract runs; where only its length is told, its months."""
    days = short_stretch(each.contract_start_on, each.contract_end_on, between=between)
    return days or ("" if each.contract_months is None else f"{each.contract_months}个月")


def _lines(*told: str | None) -> FormCell:
    """A cell with one line for each thing told, in their order."""
    return FormCell("\n".join(each for each in told if each))
