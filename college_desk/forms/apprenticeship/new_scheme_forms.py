"""The forms of 企业新型学徒制 (C16): 备案申报书, 学徒名册, 补贴申请表, each in the enterprise's name."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from college_desk.forms.apprenticeship.cohorts import members, mentors_of
from college_desk.forms.apprenticeship.new_scheme import claims
from college_desk.forms.filing import ENTERPRISE_APPRENTICESHIP
from college_desk.forms.form import Frozen, form
from college_desk.forms.naming import applicant_name, enterprise_of, safe, school_name
from college_desk.forms.selecting import filed
from college_desk.forms.wording import (
    cell_of,
    counted,
    day_in_words,
    figure,
    label,
    pair,
    said,
    short_day,
    stretch_in_words,
)
from college_desk.policy.apprentice_subsidy import Claim, yuan_per_year
from college_desk.policy.capitals import capitals
from college_desk.policy.coded import coded, rank
from college_desk.policy.coded import label as code_label
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.page import FilledForm, FormCell, Line, SealPlace, Seals, Table, Title

APPLICATION, ROSTER, CLAIM = "企业新型学徒制备案申报书", "企业新型学徒名册", "企业新型学徒补贴申请表"
DATE = "年　　月　　日"
WIDTHS = (28.0, 28.0, 28.0, 28.0, 28.0, 30.0)
OPINION_HEIGHT = 28.0
_ROSTER = (
    ("序号", 8.0), ("姓名", 16.0), ("身份证件号", 32.0), ("联系电话", 24.0), ("用工形式", 18.0), ("劳动合同起止", 36.0),
    ("入职（转岗）\n日期", 20.0), ("岗位", 22.0), ("现有等级", 15.0), ("培养职业（工种）", 24.0), ("目标等级", 15.0),
    ("企业导师", 16.0), ("是否享受\n同类补贴", 16.0),
)  # fmt: skip
_CLAIM = (
    ("序号", 8.0), ("姓名", 18.0), ("身份证件号", 34.0), ("培养等级", 17.0), ("年限\n（年）", 13.0), ("标准\n（元/人·年）", 21.0),
    ("结业", 11.0), ("证书编号", 42.0), ("评价机构", 36.0), ("发证日期", 20.0), ("应补金额\n（元）", 24.0), ("备注", 18.0),
)  # fmt: skip

Row = tuple[FormCell, ...]


@form("new-scheme-application", APPLICATION, filings=(ENTERPRISE_APPRENTICESHIP,), order=20)
def applications(frozen: Frozen) -> Iterable[FilledForm]:
    """One application for each cohort."""
    for number, cohort in enumerate(filed(frozen, Cohort), start=1):
        name = cohort.name or cohort.cohort_code or ""
        yield FilledForm(
            code="new-scheme-application",
            title=f"{APPLICATION}（{name}）",
            name=safe(f"{number:02d}_{name}_备案申报书"),
            folder="03-备案表",
            medium="docx",
            blocks=(
                Title(APPLICATION),
                Line(
                    left=f"申报企业（盖章）：{applicant_name(frozen)}",
                    right=f"填报日期：{day_in_words(frozen.snapshot.day)}",
                ),
                Table(WIDTHS, tuple(_application(frozen, cohort)), size=9.5),
            ),
        )


@form("new-scheme-roster", ROSTER, filings=(ENTERPRISE_APPRENTICESHIP,), order=21)
def rosters(frozen: Frozen) -> Iterable[FilledForm]:
    """One roster for each cohort, its last row counting people."""
    for number, cohort in enumerate(filed(frozen, Cohort), start=1):
        people = _people(frozen, cohort)
        rows = [_on_roster(place, each, cohort) for place, each in enumerate(people, start=1)]
        total = (label("合计", across=2), FormCell(f"{len(people)}人", across=len(_ROSTER) - 2, align="left"))
        yield _sheet(
            frozen, cohort, number, ("new-scheme-roster", ROSTER, "学徒名册"),
            Table(tuple(width for _title, width in _ROSTER), (_head(_ROSTER), *rows, total), header_rows=1, size=8.5),
        )  # fmt: skip


@form("new-scheme-claim", CLAIM, filings=(ENTERPRISE_APPRENTICESHIP,), order=22)
def claim_forms(frozen: Frozen) -> Iterable[FilledForm]:
    """One claim for each cohort in which somebody has finished, adding up in figures and capitals."""
    for number, (cohort, claim) in enumerate(claims(frozen), start=1):
        rows = _claimed(frozen, claim)
        table = Table(
            tuple(width for _title, width in _CLAIM),
            (_head(_CLAIM), *rows, *_sums(claim)),
            header_rows=1,
            size=8.5,
        )
        yield _sheet(frozen, cohort, number, ("new-scheme-claim", CLAIM, "补贴申请表"), table)


def _sheet(
    frozen: Frozen, cohort: Cohort, number: int, called: tuple[str, str, str], table: Table
) -> FilledForm:
    code, title, short = called
    name = cohort.name or cohort.cohort_code or ""
    return FilledForm(
        code=code,
        title=f"{title}（{name}）",
        name=safe(f"{number:02d}_{name}_{short}"),
        folder="02-汇总表",
        medium="xlsx",
        landscape=True,
        sheet=short,
        blocks=(
            Title(title, subtitle=f"（{name}，培训机构：{school_name(frozen)}）"),
            Line(
                left=f"申报企业（盖章）：{applicant_name(frozen)}",
                right=f"填报日期：{day_in_words(frozen.snapshot.day)}",
            ),
            table,
            Seals(
                (
                    SealPlace(("申报企业（盖章）", "法定代表人（签字）：", DATE)),
                    SealPlace(("培训机构（盖章）", "负责人（签字）：", DATE)),
                    SealPlace(("人社部门（盖章）", "经办人（签字）：", DATE)),
                )
            ),
        ),
    )


def _application(frozen: Frozen, cohort: Cohort) -> list[Row]:
    enterprise = enterprise_of(frozen)
    people = _people(frozen, cohort)
    mentors = mentors_of(frozen.facts, people)
    skilled = [each for each in mentors if _is_technician(each.skill_level)]
    return [
        (*pair("企业名称", enterprise, "name", 3), *pair("企业规模", enterprise, "size")),
        (*pair("信用代码", enterprise, "uscc", 3), *pair("所属行业", enterprise, "industry")),
        (*pair("所属县区", enterprise, "region_code"), *pair("联系人", enterprise, "contact"), *pair("联系电话", enterprise, "phone")),
        (*said("培训机构", school_name(frozen), 3), *pair("合作协议编号", cohort, "agreement_number")),
        (*pair("学徒班名称", cohort, "name", 3), *pair("学徒班编号", cohort, "cohort_code")),
        (*pair("职业（工种）", cohort, "trade"), *pair("培养等级", cohort, "target_skill_level"), *counted("培养人数", len(people))),
        (*said("培养起止", stretch_in_words(cohort.start_on, cohort.end_on), 3), *pair("培养计划编号", cohort, "plan_number")),
        (*pair("理论课时", cohort, "theory_periods"), *pair("实操课时", cohort, "practice_periods"), *pair("申请预拨（元）", cohort, "prepaid_yuan")),
        (*counted("企业导师数", len(mentors)), *counted("其中技师以上", len(skilled)), *said("班次", "1")),
        (*pair("开户名称", enterprise, "account_name", 3), *said("", "")),
        (*pair("开户银行", enterprise, "bank_name"), *pair("银行账号", enterprise, "bank_account", 3)),
        _opinion("企业意见", "负责人（签字）："),
        _opinion("培训机构意见", "负责人（签字）："),
        _opinion("人社部门意见", "负责人（签字）："),
    ]  # fmt: skip


def _opinion(title: str, who: str) -> Row:
    text = f"（盖章）\n{who}　　　　　　\n{DATE}"
    return (label(title), FormCell(text, across=5, tall=OPINION_HEIGHT, seal=True))


def _on_roster(number: int, each: Apprentice, cohort: Cohort) -> Row:
    return (
        FormCell(str(number), number=number),
        cell_of(each, "name"),
        cell_of(each, "id_number"),
        cell_of(each, "phone"),
        cell_of(each, "employment_kind"),
        FormCell(f"{short_day(each.contract_start_on)}—{short_day(each.contract_end_on)}"),
        FormCell(short_day(each.employed_on)),
        cell_of(each, "position"),
        cell_of(each, "current_skill_level"),
        cell_of(each if each.trade else cohort, "trade"),
        cell_of(each if each.target_skill_level else cohort, "target_skill_level"),
        cell_of(each, "mentor"),
        cell_of(each, "subsidised_before"),
    )


def _claimed(frozen: Frozen, claim: Claim) -> Iterable[Row]:
    known = {each.uid: each for each in filed(frozen, Apprentice)}
    dropped = {each.uid for each in claim.dropped}
    for number, each in enumerate(claim.trainees, start=1):
        record = known[each.uid]
        due = Decimal(0) if each.uid in dropped else each.yuan
        yield (
            FormCell(str(number), number=number),
            cell_of(record, "name"),
            cell_of(record, "id_number"),
            FormCell(code_label("skill_level", each.level)),
            figure(each.years),
            figure(yuan_per_year(frozen.policy, each.level, frozen.snapshot.day), places=2),
            FormCell("是" if each.finished else "否"),
            cell_of(record, "certificate_number"),
            cell_of(record, "certificate_issuer"),
            FormCell(short_day(record.certified_on)),
            figure(due, places=2),
            FormCell("" if due else "未取证，不补"),
        )


def _sums(claim: Claim) -> Iterable[Row]:
    finished = sum(each.finished for each in claim.trainees)
    certified = sum(each.certified for each in claim.trainees)
    counts = f"备案{len(claim.trainees)}人，结业{finished}人，取证{certified}人"
    yield (
        label("合计", across=2), FormCell(counts, across=8, align="left"),
        figure(claim.due, places=2, source="sum:due"), FormCell(""),
    )  # fmt: skip
    said = (
        f"应补{claim.due:.2f}元，已预拨{claim.prepaid:.2f}元，其中因未取证应扣回预拨{claim.recoverable:.2f}元；"
        f"本次申请{claim.remaining:.2f}元"
    )
    yield (label("本次申请", across=2), FormCell(said, across=len(_CLAIM) - 2, align="left"))
    yield (label("大写", across=2), FormCell(capitals(claim.remaining), across=len(_CLAIM) - 2, align="left"))


def _people(frozen: Frozen, cohort: Cohort) -> list[Apprentice]:
    taken = {each.uid for each in filed(frozen, Apprentice)}
    return [each for each in members(frozen.facts, cohort) if each.uid in taken]


def _is_technician(level: str | None) -> bool:
    least = rank("skill_level", coded("skill_level", "技师"))
    mine = rank("skill_level", level)
    return mine is not None and least is not None and mine >= least


def _head(columns: tuple[tuple[str, float], ...]) -> Row:
    return tuple(label(title) for title, _width in columns)
