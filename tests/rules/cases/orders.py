"""Cases of the rules about order classes, their students and where the graduates went."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests import make
from tests.rules.case import fires, passes

order_class, student, outcome = make.order_class, make.order_student, make.graduate_outcome
CLASS, STUDENT, OUTCOME, ENTERPRISE = order_class(), student(), outcome(), make.enterprise()
OTHER, OTHER_USCC = "邹城宏河电子有限公司", make.uscc(77, area="370883")
ORDER: dict[str, Any] = {
    "agreement_number": make.ORDER_AGREEMENT, "agreement_type": "订单培养", "signed_on": "2023-06-20",
    "start_on": "2023-09-01", "end_on": "2026-06-30",
}  # fmt: skip
AGREEMENT = make.agreement(**ORDER)

# ORD-005 to ORD-012 the class, formed on 2023-09-01
fires("ORD-005", "a day late", order_class(filed_on="2023-09-02"), field="filed_on", edge=True)
passes("ORD-005", "on the day", order_class(filed_on="2023-09-01"), edge=True)
fires("ORD-005", "not filed", order_class(filed_on=None), field="filed_on")
passes(
    "ORD-005",
    "filed with the agreement",
    order_class(filed_on=None),
    make.agreement(**ORDER, filed_on="2023-08-15"),
    alike=True,
)
fires("ORD-006", "unnumbered", order_class(filing_number=None), field="filing_number")
passes("ORD-006", "numbered", CLASS)
passes("ORD-006", "not filed", order_class(filing_number=None, filed_on=None), alike=True)
TWO: dict[str, Any] = {"parameters": {"order_subsidy.smallest_class": 2}}
SECOND = student(id_number=make.id_number(dt.date(2007, 1, 1)))
fires("ORD-007", "one", CLASS, STUDENT, field="planned_size", edge=True, **TWO)
passes("ORD-007", "two", CLASS, STUDENT, SECOND, edge=True, **TWO)
passes("ORD-007", "no parameter", CLASS, STUDENT, alike=True)
fires("ORD-008", "one more", order_class(planned_size=1), STUDENT, SECOND, field="planned_size", edge=True)
passes("ORD-008", "as agreed", order_class(planned_size=2), STUDENT, SECOND, edge=True)
passes("ORD-008", "one left", order_class(planned_size=1), STUDENT, student(left_on="2025-03-01"), alike=True)
fires("ORD-009", "another", order_class(enterprise=OTHER), AGREEMENT, field="enterprise")
passes("ORD-009", "the same", CLASS, AGREEMENT)
passes(
    "ORD-009",
    "a former name",
    order_class(enterprise="济宁海达机械厂"),
    AGREEMENT,
    ENTERPRISE,
    make.former_name(),
    alike=True,
)
PARTS = {"scholarship_yuan": "50000", "equipment_yuan": "120000"}
fires("ORD-010", "short", order_class(**PARTS, teaching_yuan="20000"), field="enterprise_investment_yuan")
passes("ORD-010", "adds up", order_class(**PARTS, teaching_yuan="30000"))
fires(
    "ORD-010",
    "two are too much",
    order_class(**PARTS, enterprise_investment_yuan="169999"),
    field="enterprise_investment_yuan",
    edge=True,
)
passes("ORD-010", "two leave room", order_class(**PARTS, enterprise_investment_yuan="170000"), edge=True)
fires(
    "ORD-011",
    "a day short",
    CLASS,
    make.agreement(**ORDER | {"end_on": "2026-06-29"}),
    field="agreement_number",
    edge=True,
)
passes("ORD-011", "to the day", CLASS, AGREEMENT, edge=True)
passes("ORD-011", "not on the ledger", CLASS, alike=True)
fires(
    "ORD-012",
    "a base",
    CLASS,
    make.agreement(**ORDER | {"agreement_type": "共建实习基地"}),
    field="agreement_number",
)
passes("ORD-012", "an order agreement", CLASS, AGREEMENT)
passes(
    "ORD-012", "with orders in it", CLASS, make.agreement(**ORDER | {"agreement_type": "产业学院"}, cooperation_kinds="订单培养"),
    alike=True,
)  # fmt: skip

# ORD-013 to ORD-020 its students
SECOND_CLASS = {"order_agreement": "DD-2", "joined_on": "2025-09-01"}
fires(
    "ORD-013",
    "in both",
    student(uid="b", **SECOND_CLASS),
    student(uid="a", left_on="2025-09-01"),
    field="order_agreement",
    edge=True,
)
passes(
    "ORD-013",
    "left before",
    student(uid="b", **SECOND_CLASS),
    student(uid="a", left_on="2025-08-31"),
    edge=True,
)
passes("ORD-013", "the first of them", student(uid="a"), student(uid="b", **SECOND_CLASS), alike=True)
fires("ORD-014", "a day early", student(joined_on="2023-06-19"), AGREEMENT, field="joined_on", edge=True)
passes("ORD-014", "on the day", student(joined_on="2023-06-20"), AGREEMENT, edge=True)
passes("ORD-014", "only the month", student(joined_on="2023-06"), AGREEMENT, alike=True)
fires("ORD-015", "after it", student(joined_on="2026-07-01"), OUTCOME, field="joined_on", edge=True)
passes("ORD-015", "in its month", student(joined_on="2026-06-30"), OUTCOME, edge=True)
YEAR: dict[str, Any] = {"parameters": {"order_subsidy.listed_months": 12}}
fires("ORD-015", "too short", student(joined_on="2025-07-01"), OUTCOME, field="joined_on", edge=True, **YEAR)
passes("ORD-015", "long enough", student(joined_on="2025-06-30"), OUTCOME, edge=True, **YEAR)
passes("ORD-015", "no outcome", student(joined_on="2026-07-01"), alike=True)
fires("ORD-016", "not", student(confirmation=False), field="confirmation")
passes("ORD-016", "confirmed", STUDENT)
passes("ORD-016", "not told", student(confirmation=None), alike=True)
fires("ORD-017", "none", student(left_on="2025-03-01"), field="left_reason")
passes("ORD-017", "told", student(left_on="2025-03-01", left_reason="本人申请"))
passes("ORD-017", "still there", STUDENT, alike=True)
fires("ORD-018", "elsewhere", student(internship_employer=OTHER), ENTERPRISE, field="internship_employer")
passes("ORD-018", "there", student(internship_employer=make.ENTERPRISE), ENTERPRISE)
passes(
    "ORD-018",
    "under its former name",
    student(internship_employer="济宁海达机械厂"),
    ENTERPRISE,
    make.former_name(),
    alike=True,
)
fires("ORD-019", "dropped out", student(student_status="退学"), field="student_status")
passes("ORD-019", "at school", student(student_status="在读"))
passes("ORD-019", "graduated", student(student_status="毕业"), alike=True)
passes("ORD-019", "left the class too", student(student_status="退学", left_on="2025-03-01"), alike=True)
TWIN = make.apprentice(id_number=make.ORDER_STUDENT_ID)
fires("ORD-020", "is one", student(also_apprentice=False), TWIN, field="also_apprentice")
fires("ORD-020", "is none", student(also_apprentice=True), field="also_apprentice")
passes("ORD-020", "told so", student(also_apprentice=True), TWIN)
passes("ORD-020", "not told", STUDENT, TWIN, alike=True)

# OUT-001 employer
BESIDE = (STUDENT, ENTERPRISE)
fires("OUT-001", "the code of another", outcome(employer_uscc=OTHER_USCC), *BESIDE, field="employer_uscc")
passes("OUT-001", "the ordering one", OUTCOME, *BESIDE)
ELSEWHERE = {"enterprise": OTHER, "employer_uscc": OTHER_USCC}
passes(
    "OUT-001",
    "plainly elsewhere",
    outcome(**ELSEWHERE),
    *BESIDE,
    make.enterprise(name=OTHER, uscc=OTHER_USCC),
    alike=True,
)
fires(
    "OUT-001", "elsewhere and claimed", outcome(**ELSEWHERE), *BESIDE, make.enterprise(name=OTHER, uscc=OTHER_USCC),
    field="employer_uscc", filing="order-subsidy",
)  # fmt: skip
fires(
    "OUT-001", "a subsidiary", outcome(**ELSEWHERE), *BESIDE,
    make.enterprise(name=OTHER, uscc=OTHER_USCC, parent_uscc=make.ENTERPRISE_USCC), field="employer_uscc", severity="warning",
)  # fmt: skip
passes("OUT-001", "nobody ordered him", outcome(employer_uscc=OTHER_USCC), ENTERPRISE, alike=True)
passes(
    "OUT-001",
    "left the class",
    outcome(employer_uscc=OTHER_USCC),
    student(left_on="2025-03-01"),
    ENTERPRISE,
    alike=True,
)
passes(
    "OUT-001", "not the one in force", outcome(uid="a", employer_uscc=OTHER_USCC), *BESIDE,
    outcome(uid="b", recorded_on="2026-09-15"), alike=True,
)  # fmt: skip

# OUT-002 full time
for kind in ("劳务派遣", "非全日制", "劳务", "实习协议", "就业协议"):
    fires("OUT-002", kind, outcome(contract_kind=kind), *BESIDE, field="contract_kind")
passes("OUT-002", "a labour contract", OUTCOME, *BESIDE)
fires("OUT-002", "not told", outcome(contract_kind=None), *BESIDE, field="contract_kind", severity="info")
passes(
    "OUT-002", "went to study", outcome(contract_kind="劳务派遣", destination="境内升学"), *BESIDE, alike=True
)

# OUT-003, OUT-004, OUT-011 insurance, from July 2026
SIX: dict[str, Any] = {"parameters": {"order_subsidy.insured_months": 6}}
fires("OUT-003", "five", outcome(insured_months=5), *BESIDE, field="insured_months", edge=True, **SIX)
passes("OUT-003", "six", outcome(insured_months=6), *BESIDE, edge=True, **SIX)
fires(
    "OUT-003", "one before he graduated", outcome(insured_months=6, insured_from_month="2026-05"), *BESIDE,
    field="insured_months", edge=True, **SIX,
)  # fmt: skip
passes(
    "OUT-003",
    "from the month of graduation",
    outcome(insured_months=6, insured_from_month="2026-06"),
    *BESIDE,
    edge=True,
    **SIX,
)
fires("OUT-003", "not told", outcome(insured_months=None), *BESIDE, field="insured_months", **SIX)
passes("OUT-003", "no parameter", outcome(insured_months=1), *BESIDE, alike=True)
fires(
    "OUT-004", "another pays", outcome(insurance_payer_uscc=OTHER_USCC), *BESIDE, field="insurance_payer_uscc"
)
passes("OUT-004", "the enterprise pays", OUTCOME, *BESIDE)
fires(
    "OUT-004", "its parent pays", outcome(insurance_payer_uscc=OTHER_USCC), STUDENT, make.enterprise(parent_uscc=OTHER_USCC),
    make.enterprise(name=OTHER, uscc=OTHER_USCC), field="insurance_payer_uscc", severity="warning",
)  # fmt: skip
passes("OUT-004", "not told", outcome(insurance_payer_uscc=None), *BESIDE, alike=True)
fires("OUT-011", "one too many", outcome(insured_months=4), field="insured_months", edge=True)
passes("OUT-011", "every month", outcome(insured_months=3), edge=True)
fires("OUT-011", "left in August", outcome(insured_months=3, left_on="2026-08-31"), field="insured_months")
passes("OUT-011", "from when is not told", outcome(insured_months=40, insured_from_month=None), alike=True)

# OUT-005, OUT-006 once
fires("OUT-005", "another subsidy", outcome(other_subsidy="见习补贴"), *BESIDE, field="other_subsidy")
fires(
    "OUT-005", "an enterprise's apprentice", OUTCOME, *BESIDE, make.apprentice(id_number=make.ORDER_STUDENT_ID),
    make.cohort(scheme="企业新型学徒制"), field="id_number",
)  # fmt: skip
passes("OUT-005", "none", OUTCOME, *BESIDE)
passes("OUT-005", "told to have none", outcome(other_subsidy="无"), *BESIDE, alike=True)
passes("OUT-005", "a student apprentice", OUTCOME, *BESIDE, TWIN, make.cohort(), alike=True)
fires(
    "OUT-006",
    "two enterprises",
    OUTCOME,
    STUDENT,
    student(order_agreement="DD-2", enterprise=OTHER),
    field="id_number",
)
passes("OUT-006", "one", OUTCOME, STUDENT)
passes(
    "OUT-006", "left the other", OUTCOME, STUDENT, student(order_agreement="DD-2", enterprise=OTHER, left_on="2025-01-01"),
    alike=True,
)  # fmt: skip

# OUT-007 to OUT-010, OUT-012
fires("OUT-007", "none", outcome(diploma_number=None), *BESIDE, field="diploma_number")
passes("OUT-007", "told", OUTCOME, *BESIDE)
passes("OUT-007", "nobody ordered him", outcome(diploma_number=None), alike=True)
fires(
    "OUT-008",
    "the day before",
    outcome(contract_start_on="2026-05-31"),
    *BESIDE,
    field="contract_start_on",
    edge=True,
)
passes("OUT-008", "in the month", outcome(contract_start_on="2026-06-01"), *BESIDE, edge=True)
passes("OUT-008", "nobody ordered him", outcome(contract_start_on="2026-05-31"), alike=True)
THREE: dict[str, Any] = {"parameters": {"order_subsidy.hired_within_months": 3}}
fires(
    "OUT-009",
    "a day late",
    outcome(contract_start_on="2026-10-01"),
    *BESIDE,
    field="contract_start_on",
    edge=True,
    **THREE,
)
passes("OUT-009", "the last day", outcome(contract_start_on="2026-09-30"), *BESIDE, edge=True, **THREE)
passes("OUT-009", "no parameter", outcome(contract_start_on="2028-09-30"), *BESIDE, alike=True)
fires("OUT-010", "left on the day", outcome(left_on="2026-09-30"), *BESIDE, field="left_on", edge=True)
passes("OUT-010", "leaves the day after", outcome(left_on="2026-10-01"), *BESIDE, edge=True)
fires(
    "OUT-010", "the contract is over", outcome(contract_end_on="2026-09-29"), *BESIDE, field="contract_end_on", severity="warning",
)  # fmt: skip
passes("OUT-010", "nobody ordered him", outcome(left_on="2026-09-30"), alike=True)
TWELVE: dict[str, Any] = {"parameters": {"order_subsidy.least_contract_months": 12}}
fires(
    "OUT-012",
    "a day short",
    outcome(contract_end_on="2027-07-04"),
    *BESIDE,
    field="contract_end_on",
    edge=True,
    **TWELVE,
)
passes("OUT-012", "a year", outcome(contract_end_on="2027-07-05"), *BESIDE, edge=True, **TWELVE)
fires(
    "OUT-012",
    "by its months",
    outcome(contract_end_on=None, contract_months=11),
    *BESIDE,
    field="contract_months",
    **TWELVE,
)
passes("OUT-012", "no parameter", outcome(contract_end_on="2026-08-05"), *BESIDE, alike=True)

# OUT-013 to OUT-020 the ledger in itself
fires("OUT-013", "studies", outcome(destination="境内升学"), field="enterprise")
fires("OUT-013", "serves", outcome(destination="应征义务兵", enterprise=None), field="employer_uscc")
passes("OUT-013", "works", OUTCOME)
passes("OUT-013", "his own business", outcome(destination="自主创业"), alike=True)
MINIMUM: dict[str, Any] = {"parameters": {"wage.minimum_yuan": "2200.00"}}
fires("OUT-014", "a cent more", outcome(starting_pay="50000.01"), field="starting_pay", edge=True)
passes("OUT-014", "fifty thousand", outcome(starting_pay="50000"), edge=True)
fires("OUT-014", "a cent less", outcome(starting_pay="2199.99"), field="starting_pay", edge=True, **MINIMUM)
passes("OUT-014", "the minimum", outcome(starting_pay="2200"), edge=True, **MINIMUM)
passes("OUT-014", "no minimum entered", outcome(starting_pay="1"), alike=True)
fires("OUT-015", "an internship", outcome(contract_kind="实习协议"), field="contract_kind")
passes("OUT-015", "a contract", OUTCOME)
passes("OUT-015", "not employed", outcome(contract_kind="实习协议", destination="待就业"), alike=True)
PHONES = [outcome(uid=f"o{each}", id_number=make.id_number(serial=each)) for each in range(2)]
fires("OUT-016", "three", OUTCOME, *PHONES, field="phone", edge=True)
passes("OUT-016", "two", OUTCOME, PHONES[0], edge=True)
passes("OUT-016", "the same person twice", OUTCOME, outcome(uid="b"), outcome(uid="c"), alike=True)
fires(
    "OUT-017",
    "studies at a company",
    outcome(destination="境内升学", employer_nature="民营企业"),
    field="employer_nature",
)
fires("OUT-017", "works at a university", outcome(employer_nature="升学"), field="employer_nature")
passes("OUT-017", "works at a company", outcome(employer_nature="民营企业"))
passes("OUT-017", "studies", outcome(destination="境内升学", employer_nature="升学"), alike=True)
NOBODY = {"enterprise": None, "employer_uscc": None}
fires("OUT-018", "by nobody", outcome(**NOBODY), field="enterprise")
passes("OUT-018", "by somebody", OUTCOME)
passes("OUT-018", "not employed", outcome(**NOBODY, destination="待就业"), alike=True)
fires("OUT-019", "a year less", outcome(contract_months=24), field="contract_months")
passes("OUT-019", "three years", OUTCOME)
fires("OUT-019", "two months more", outcome(contract_months=38), field="contract_months", edge=True)
passes("OUT-019", "a month more", outcome(contract_months=37), edge=True)
passes("OUT-019", "without an end", outcome(contract_end_on="长期"), alike=True)
fires("OUT-020", "employed and his own", outcome(self_employed=True), field="self_employed")
passes("OUT-020", "his own", outcome(self_employed=True, destination="自主创业"))
fires("OUT-020", "employed and flexible", outcome(flexible=True), field="flexible")
passes("OUT-020", "a free trade", outcome(flexible=True, destination="自由职业"), alike=True)

# further boundaries
passes("OUT-010", "the contract's last day", outcome(contract_end_on="2026-09-30"), *BESIDE, edge=True)
passes(
    "OUT-012",
    "twelve by its months",
    outcome(contract_end_on=None, contract_months=12),
    *BESIDE,
    edge=True,
    **TWELVE,
)
fires(
    "ORD-013", "left on the day the other joined", student(uid="b", left_on="2025-09-01"),
    student(uid="a", **SECOND_CLASS), field="order_agreement", edge=True,
)  # fmt: skip
passes(
    "ORD-013",
    "left the day before",
    student(uid="b", left_on="2025-08-31"),
    student(uid="a", **SECOND_CLASS),
    edge=True,
)
