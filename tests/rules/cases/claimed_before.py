"""Cases of the rules that nobody is claimed twice."""

from __future__ import annotations

from typing import Any

from college_desk.policy.claims import ENTERPRISE_APPRENTICESHIP, HOURLY_SUBSIDY, ORDER_SUBSIDY, Claim, Claims
from college_desk.policy.coded import coded
from tests import make
from tests.rules.case import fires, passes

GRADUATE, TRAINEE, TEACHER = make.ORDER_STUDENT_ID, make.APPRENTICE_ID, make.TEACHER_ID
JUNIOR, MIDDLE, SENIOR = (coded("skill_level", each) for each in ("初级工", "中级工", "高级工"))


def had(
    filing: str, person: str, uid: str = "", trade: str | None = None, level: str | None = None
) -> Claims:
    """One claim of another number."""
    return Claims({person: (Claim(f"{filing}-2025-01", filing, uid, person, trade, level),)})


# OUT-021 graduates
OF_ORDER: dict[str, Any] = {"filing": ORDER_SUBSIDY}
outcome = make.graduate_outcome()
fires("OUT-021", "last year", outcome, field="id_number", claimed=had(ORDER_SUBSIDY, GRADUATE), **OF_ORDER)
fires(
    "OUT-021", "as an enterprise's apprentice", outcome,
    field="id_number", claimed=had(ENTERPRISE_APPRENTICESHIP, GRADUATE), **OF_ORDER,
)  # fmt: skip
passes("OUT-021", "never", outcome, **OF_ORDER)
passes(
    "OUT-021", "somebody else", outcome, claimed=had(ORDER_SUBSIDY, make.TEACHER_ID), alike=True, **OF_ORDER
)
passes("OUT-021", "paid for hours", outcome, claimed=had(HOURLY_SUBSIDY, GRADUATE), alike=True, **OF_ORDER)

# NEW-011 enterprises' apprentices
NEW: dict[str, Any] = {"filing": ENTERPRISE_APPRENTICESHIP}
trainee = make.apprentice(trade="钳工", target_skill_level=MIDDLE)


def trained(trade: str | None, level: str | None) -> Claims:
    """An earlier claim for the same man."""
    return had(ENTERPRISE_APPRENTICESHIP, TRAINEE, trade=trade, level=level)


fires(
    "NEW-011", "the same level", trainee, field="id_number", edge=True, claimed=trained("钳工", MIDDLE), **NEW
)
passes("NEW-011", "a level less", trainee, edge=True, claimed=trained("钳工", JUNIOR), **NEW)
fires("NEW-011", "a level more", trainee, field="id_number", claimed=trained("钳工", SENIOR), **NEW)
fires("NEW-011", "nothing told", trainee, field="id_number", claimed=trained(None, None), **NEW)
fires(
    "NEW-011", "as a graduate", trainee, field="id_number", claimed=had(ORDER_SUBSIDY, TRAINEE, level=JUNIOR), **NEW
)  # fmt: skip
fires(
    "NEW-011", "the class tells the level", make.apprentice(target_skill_level=None),
    make.cohort(target_skill_level=SENIOR), field="id_number", claimed=trained(None, SENIOR), **NEW,
)  # fmt: skip
passes(
    "NEW-011", "the class tells a higher level", make.apprentice(target_skill_level=None),
    make.cohort(target_skill_level=SENIOR), alike=True, claimed=trained(None, MIDDLE), **NEW,
)  # fmt: skip
passes("NEW-011", "another trade", trainee, alike=True, claimed=trained("电工", SENIOR), **NEW)
passes("NEW-011", "never", trainee, **NEW)

# PAY-016 payments of hours
HOURS: dict[str, Any] = {"filing": HOURLY_SUBSIDY}
settlement = make.settlement(uid="a")
fires("PAY-016", "the same payment", settlement, field="batch", claimed=had(HOURLY_SUBSIDY, TEACHER, "a"), **HOURS)  # fmt: skip
passes("PAY-016", "another month", settlement, alike=True, claimed=had(HOURLY_SUBSIDY, TEACHER, "b"), **HOURS)
passes(
    "PAY-016", "nothing claimed of it now", make.settlement(uid="a", claimed_yuan="0"),
    claimed=had(HOURLY_SUBSIDY, TEACHER, "a"), alike=True, **HOURS,
)  # fmt: skip
passes("PAY-016", "never", settlement, **HOURS)
