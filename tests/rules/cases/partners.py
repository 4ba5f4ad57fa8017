"""Cases of the rules about agreements and enterprises."""

from __future__ import annotations

from typing import Any

from tests import make
from tests.rules.case import fires, passes

agreement, enterprise, former = make.agreement, make.enterprise, make.former_name
OTHER, OTHER_USCC = "邹城宏河电子有限公司", make.uscc(77, area="370883")
OLD_NAME = "济宁海达机械厂"
ENTERPRISE = enterprise()

# AGR-001, AGR-002 dates
fires("AGR-001", "undated", agreement(signed_on=None), field="signed_on")
passes("AGR-001", "dated", agreement())
passes("AGR-001", "only the month", agreement(signed_on="2026-06"), alike=True)
fires("AGR-002", "a day late", agreement(signed_on="2026-07-02"), field="signed_on", edge=True)
passes("AGR-002", "on the day", agreement(signed_on="2026-07-01"), edge=True)
passes("AGR-002", "in the month", agreement(signed_on="2026-07"), alike=True)

# AGR-003, AGR-004, ENT-001 names and codes; the old name was good until 2015-08-31
CODE = {"enterprise_uscc": make.ENTERPRISE_USCC}
fires("AGR-003", "short", agreement(**CODE, enterprise="济宁海达"), ENTERPRISE, field="enterprise")
fires("AGR-003", "another code", agreement(enterprise_uscc=OTHER_USCC), ENTERPRISE, field="enterprise_uscc")
passes("AGR-003", "as licensed", agreement(**CODE), ENTERPRISE)
passes("AGR-003", "a former name", agreement(**CODE, enterprise=OLD_NAME), ENTERPRISE, former(), alike=True)
passes("AGR-003", "nobody on the ledger", agreement(**CODE), alike=True)
OLD = {**CODE, "enterprise": OLD_NAME, "end_on": "2020-01-01", "start_on": "2016-01-01"}
fires(
    "AGR-004",
    "the day after",
    agreement(**OLD, signed_on="2015-09-01"),
    ENTERPRISE,
    former(),
    field="enterprise",
    edge=True,
)
passes("AGR-004", "its last day", agreement(**OLD, signed_on="2015-08-31"), ENTERPRISE, former(), edge=True)
fires(
    "AGR-004", "before it", agreement(**OLD, signed_on="2004-04-30"), ENTERPRISE, former(), field="enterprise"
)
fires(
    "AGR-004",
    "the new name too early",
    agreement(**CODE, signed_on="2015-08-31"),
    ENTERPRISE,
    former(),
    field="enterprise",
)
passes("AGR-004", "the new name", agreement(**CODE), ENTERPRISE, former())
passes("AGR-004", "only the month", agreement(**OLD, signed_on="2015-08"), ENTERPRISE, former(), alike=True)
fires("ENT-001", "another name", make.apprentice(**CODE, enterprise=OTHER), ENTERPRISE, field="enterprise")
fires(
    "ENT-001", "an outcome", make.graduate_outcome(enterprise=OTHER), ENTERPRISE, field="enterprise",
)  # fmt: skip
passes("ENT-001", "its name", make.apprentice(**CODE), ENTERPRISE)
passes(
    "ENT-001", "a former name", make.apprentice(**CODE, enterprise=OLD_NAME), ENTERPRISE, former(), alike=True
)
passes("ENT-001", "an agreement has its own", agreement(**CODE, enterprise=OTHER), ENTERPRISE, alike=True)
passes("ENT-001", "not on the ledger", make.apprentice(**CODE, enterprise=OTHER), alike=True)

# AGR-005 sound; checked on 2026-08-20, the day is 2026-09-30
fires("AGR-005", "struck off", agreement(), enterprise(status="注销"), field="enterprise")
fires(
    "AGR-005",
    "half a year and a day",
    agreement(),
    enterprise(status_checked_on="2026-03-29"),
    field="enterprise",
    edge=True,
)
passes("AGR-005", "half a year", agreement(), enterprise(status_checked_on="2026-03-30"), edge=True)
passes("AGR-005", "sound", agreement(), ENTERPRISE)
passes("AGR-005", "moved away", agreement(), enterprise(status="迁出"), alike=True)
passes(
    "AGR-005", "the agreement is over", agreement(end_on="2026-09-29"), enterprise(status="注销"), alike=True
)

# AGR-006 to AGR-013
fires("AGR-006", "a branch", agreement(enterprise="兖矿能源集团股份有限公司济宁分公司"), field="enterprise")
passes("AGR-006", "a company", agreement())
passes("AGR-006", "a factory", agreement(enterprise="济宁海达机械厂"), alike=True)
fires("AGR-007", "not by the enterprise", agreement(enterprise_sealed=False), field="enterprise_sealed")
fires("AGR-007", "not told", agreement(school_sealed=None), field="school_sealed")
passes("AGR-007", "both", agreement())
passes("AGR-007", "both, unnumbered", agreement(seal_register_number=None), alike=True)
RENEWED: dict[str, Any] = {
    "agreement_number": "X-2", "relation": "续签", "parent_agreement": make.APPRENTICE_AGREEMENT, "start_on": "2029-07-01",
    "end_on": "2032-06-30",
}  # fmt: skip
fires(
    "AGR-008",
    "a day late",
    agreement(**RENEWED, signed_on="2029-07-01"),
    agreement(),
    field="signed_on",
    edge=True,
)
passes("AGR-008", "on the last day", agreement(**RENEWED, signed_on="2029-06-30"), agreement(), edge=True)
passes(
    "AGR-008",
    "a supplement",
    agreement(**RENEWED | {"relation": "补充协议"}, signed_on="2029-07-01"),
    agreement(),
    alike=True,
)
for relation in ("补充协议", "续签", "解除"):
    fires("AGR-009", relation, agreement(relation=relation), field="parent_agreement")
passes("AGR-009", "the main one", agreement())
passes("AGR-009", "named", agreement(**RENEWED))
passes("AGR-009", "not told", agreement(relation=None), alike=True)
fires("AGR-010", "unknown", agreement(majors="机电一体化"), make.major(), field="majors")
passes("AGR-010", "known", agreement(), make.major())
passes("AGR-010", "by its code", agreement(majors="460301"), make.major(), alike=True)
passes("AGR-010", "no ledger yet", agreement(majors="机电一体化"), alike=True)
fires("AGR-011", "nothing", agreement(cooperation_kinds=None), field="cooperation_kinds")
passes("AGR-011", "something", agreement())
passes("AGR-011", "one thing", agreement(cooperation_kinds="其他"), alike=True)
fires("AGR-012", "over", agreement(status="在履行", end_on="2026-09-29"), field="status", edge=True)
passes("AGR-012", "its last day", agreement(status="在履行", end_on="2026-09-30"), edge=True)
fires("AGR-012", "not over", agreement(status="到期"), field="status")
passes("AGR-012", "ended early", agreement(status="终止"), alike=True)
ORDER = {"agreement_number": make.ORDER_AGREEMENT}
fires(
    "AGR-013",
    "one more",
    agreement(**ORDER, order_trainees=2),
    make.order_student(),
    field="order_trainees",
    edge=True,
)
passes("AGR-013", "as many", agreement(**ORDER, order_trainees=1), make.order_student(), edge=True)
passes("AGR-013", "no roster", agreement(**ORDER, order_trainees=45), alike=True)

# ENT-002 sound when claimed
DAYS: dict[str, Any] = {"parameters": {"enterprise.status_check_days": 30}}
CLASS = make.order_class()
fires("ENT-002", "irregular", enterprise(status="经营异常"), CLASS, field="status")
fires(
    "ENT-002", "31 days", enterprise(status_checked_on="2026-08-30"), CLASS, field="status_checked_on", severity="warning",
    edge=True, **DAYS,
)  # fmt: skip
passes("ENT-002", "30 days", enterprise(status_checked_on="2026-08-31"), CLASS, edge=True, **DAYS)
fires(
    "ENT-002",
    "never",
    enterprise(status_checked_on=None),
    CLASS,
    field="status_checked_on",
    severity="warning",
    **DAYS,
)
passes("ENT-002", "no parameter", enterprise(status_checked_on="2020-01-01"), CLASS, alike=True)
passes("ENT-002", "orders nobody", enterprise(status="经营异常"), alike=True)

# ENT-003 share of the staff
fires("ENT-003", "one too many", enterprise(employees=9), make.apprentice(), field="employees", edge=True)
passes("ENT-003", "a tenth", enterprise(employees=10), make.apprentice(), edge=True)
fires("ENT-003", "staff not told", enterprise(employees=None), make.apprentice(), field="employees")
passes("ENT-003", "staff not told, nobody there", enterprise(employees=None), alike=True)
passes("ENT-003", "a visit", enterprise(employees=9), make.apprentice(placement_kind="认识实习"), alike=True)
passes(
    "ENT-003", "not there yet", enterprise(employees=9), make.apprentice(start_on="2026-10-01"), alike=True
)
fires(
    "ENT-003", "by a further placement", enterprise(employees=9),
    make.placement(kind="岗位实习", end_on="2026-12-31"), field="employees",
)  # fmt: skip

# ENT-004 to ENT-007
fires("ENT-004", "does not", enterprise(self_assessment=False), field="self_assessment")
passes("ENT-004", "does", ENTERPRISE)
passes("ENT-004", "too small", enterprise(above_scale=False, self_assessment=False), alike=True)
fires("ENT-005", "a person's", enterprise(account_name="周志强"), field="account_name")
passes("ENT-005", "its own", ENTERPRISE)
passes("ENT-005", "not told", enterprise(account_name=None), alike=True)
fires("ENT-006", "two codes", enterprise(uid="b", uscc=OTHER_USCC), enterprise(uid="a"), field="uscc")
passes("ENT-006", "the first of them", enterprise(uid="a"), enterprise(uid="b", uscc=OTHER_USCC))
passes(
    "ENT-006", "two names", enterprise(uid="b", uscc=OTHER_USCC, name=OTHER), enterprise(uid="a"), alike=True
)
fires("ENT-007", "none", former(change_notice=None), field="change_notice")
passes("ENT-007", "told", former())
passes("ENT-007", "told, without an end", former(end_on=None), alike=True)

# further boundaries
passes(
    "AGR-004",
    "the first day of the old name",
    agreement(**OLD, signed_on="2004-05-01"),
    ENTERPRISE,
    former(),
    edge=True,
)
fires(
    "AGR-005",
    "its last day",
    agreement(end_on="2026-09-30"),
    enterprise(status="注销"),
    field="enterprise",
    edge=True,
)
fires(
    "AGR-005",
    "its first day",
    agreement(start_on="2026-09-30"),
    enterprise(status="注销"),
    field="enterprise",
    edge=True,
)
passes("AGR-005", "the day before it", agreement(start_on="2026-10-01"), enterprise(status="注销"), edge=True)

# AGR-014, ORD-021 charges
fires("AGR-014", "a deposit", agreement(note="学生上岗前向企业交押金500元"), field="note")
passes("AGR-014", "none told", agreement())
passes("AGR-014", "forbidden", agreement(note="企业不得向学生收取押金、培训费"), alike=True)
fires(
    "ORD-021",
    "a deposit",
    make.order_class(breach_terms="学生入班时向企业交保证金2000元"),
    field="breach_terms",
)
passes(
    "ORD-021", "a scholarship given back", make.order_class(breach_terms="学生违约的，退还企业已发的奖学金")
)
passes(
    "ORD-021", "forbidden", make.order_class(breach_terms="企业不收培训费，不得要求学生提供担保"), alike=True
)
