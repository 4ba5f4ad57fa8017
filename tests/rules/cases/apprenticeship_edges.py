"""Further boundaries of the rules about apprentices, classes and the enterprises' own scheme."""

from __future__ import annotations

from typing import Any

from tests import make
from tests.rules.case import fires, passes

apprentice, cohort, mentor = make.apprentice, make.cohort, make.mentor
NEW = cohort(scheme="企业新型学徒制")
CODE = "XX2026-01"
OTHER_NEW = cohort(cohort_code=CODE, name="企业新型学徒班", scheme="企业新型学徒制")
EMPLOYED: dict[str, Any] = {"contract_start_on": "2026-09-01", "contract_end_on": "2027-08-31"}

# APP-018, PLC-010 a mentor whose term begins on the day
passes("APP-018", "begins on the day", apprentice(), mentor(start_on="2026-09-30"), edge=True)

# APP-024 an endorsement must be later than the placement before
BEFORE = {
    "kind": "岗位实习", "start_on": "2026-07-06", "end_on": "2026-08-31", "enterprise": "邹城宏河电子有限公司",
    "policy_number": make.POLICY,
}  # fmt: skip
ENDORSED = {"endorsement_number": "PD-1"}
fires(
    "APP-024", "endorsed for the old enterprise", apprentice(), make.placement(**BEFORE),
    make.insured_person(**ENDORSED, insured_from="2026-07-06"), field="policy_number", edge=True,
)  # fmt: skip
passes(
    "APP-024", "endorsed the day after", apprentice(), make.placement(**BEFORE),
    make.insured_person(**ENDORSED, insured_from="2026-07-07"), edge=True,
)  # fmt: skip

# APP-026, APP-027 the other end of the overlap; the class is 2026-09-01 to 2027-06-30
fires(
    "APP-026", "begins on the other's last day", apprentice(uid="a"),
    apprentice(uid="z", cohort=CODE, start_on="2026-03-01", end_on="2026-09-01"), cohort(), OTHER_NEW,
    field="cohort", edge=True,
)  # fmt: skip
passes(
    "APP-026", "begins the day after", apprentice(uid="a"),
    apprentice(uid="z", cohort=CODE, start_on="2026-03-01", end_on="2026-08-31"), cohort(), OTHER_NEW, edge=True,
)  # fmt: skip
ORDERED = {"id_number": make.APPRENTICE_ID, "enterprise": "邹城宏河电子有限公司"}
fires(
    "APP-027", "joins on the last day", apprentice(), make.order_student(**ORDERED, joined_on="2027-06-30"), cohort(),
    field="enterprise", edge=True,
)  # fmt: skip
passes(
    "APP-027",
    "joins the day after",
    apprentice(),
    make.order_student(**ORDERED, joined_on="2027-07-01"),
    cohort(),
    edge=True,
)

# APP-032 an agreement that ends on the first day
passes("APP-032", "ends on the day", apprentice(), make.agreement(end_on="2026-09-01"), edge=True)

# COH-010 the largest class
SIZES: dict[str, Any] = {
    "parameters": {"apprenticeship.smallest_class": 20, "apprenticeship.largest_class": 50}
}
passes("COH-010", "just not too many", cohort(enrolled_size=50), edge=True, **SIZES)

# NEW-004, NEW-006, NEW-007
fires(
    "NEW-004", "begins on the other's last day", apprentice(**EMPLOYED, uid="b"),
    apprentice(**EMPLOYED, uid="a", cohort=CODE, start_on="2027-06-30"), NEW, OTHER_NEW, field="cohort", edge=True,
)  # fmt: skip
passes(
    "NEW-004", "begins the day after", apprentice(**EMPLOYED, uid="b"),
    apprentice(**EMPLOYED, uid="a", cohort=CODE, start_on="2027-07-01", end_on="长期"), NEW, OTHER_NEW, edge=True,
)  # fmt: skip
passes(
    "NEW-006",
    "ends with the training",
    apprentice(**EMPLOYED | {"contract_end_on": "2027-06-30"}),
    NEW,
    edge=True,
)
fires(
    "NEW-007",
    "two years and a day",
    cohort(scheme="企业新型学徒制", end_on="2028-09-01"),
    field="end_on",
    edge=True,
)
passes("NEW-007", "two years", cohort(scheme="企业新型学徒制", end_on="2028-08-31"), edge=True)
fires(
    "NEW-007",
    "a day short of a year",
    cohort(scheme="企业新型学徒制", end_on="2027-08-30"),
    field="end_on",
    edge=True,
)
