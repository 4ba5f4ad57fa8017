"""A college with one order class and its graduates: so many on the list, hired, insured, as a test states."""

from __future__ import annotations

import datetime as dt
from typing import Any

from college_desk.records.register import Record
from college_desk.records.snapshot import Snapshot
from college_desk.services import policies
from college_desk.storage.desk import Desk
from college_desk.storage.filings import StoredFiling
from college_desk.storage.writer import Writer
from tests import make
from tests.services.occasions import NOW, SITTING

DAY = dt.date(2026, 12, 31)
AGENCY = "济宁众诚人力资源服务有限公司"


def number(serial: int) -> str:
    """The identity number of the class's so-many-eth student."""
    return make.id_number(dt.date(2007, 9, 3), serial=100 + serial % 400, area=f"3708{serial // 400:02d}")


def student(serial: int, **given: Any) -> list[Record]:
    """A student of the class and his outcome: six months insured by the enterprise that ordered him, but for what is given.

    joined, left …: `student_` before a name gives it to the student.
    """
    own = {
        name.removeprefix("student_"): given.pop(name) for name in list(given) if name.startswith("student_")
    }
    who = {"name": "学生", "id_number": number(serial), "phone": f"138{serial:08d}"}
    outcome = {
        "diploma_number": f"413701202606{serial:06d}",
        "insured_from_month": "2026-06",
        "insured_months": 6,
        **who,
        **given,
    }
    return [
        make.order_student(student_number=f"2023{serial:06d}", **who, **own),
        make.graduate_outcome(**outcome),
    ]  # fmt: skip


def elsewhere(serial: int) -> list[Record]:
    """A graduate whom somebody else hired."""
    return student(serial, enterprise=AGENCY, employer_uscc=make.uscc(77), insurance_payer_uscc=make.uscc(77))


def college_records() -> list[Record]:
    """The enterprise, its agreement and its class."""
    agreement = make.agreement(
        agreement_number=make.ORDER_AGREEMENT, agreement_type="订单培养", signed_on="2023-06-20",
        start_on="2023-07-01", end_on="2026-08-31", planned_size=45, cooperation_kinds="订单培养",
    )  # fmt: skip
    return [make.enterprise(), agreement, make.order_class()]


def worked_example() -> list[Record]:
    """45 graduates: 32 hired where they were ordered, 29 of them insured long enough, 1 dispatched, 2 subsidised as apprentices."""
    records = college_records()
    for serial in range(45):
        if serial >= 32:
            records += elsewhere(serial)
        else:
            told: dict[str, Any] = {"insured_months": 6 if serial < 29 else 5}
            if serial == 0:
                told["contract_kind"] = "劳务派遣"
            records += student(serial, **told)
    records.append(
        make.cohort(
            cohort_code="XXT-1", name="企业新型1班", scheme="企业新型学徒制", target_skill_level="中级工"
        )
    )
    for serial in (1, 2):
        records.append(
            make.apprentice(name="学生", id_number=number(serial), cohort="XXT-1", student_number=None)
        )
    return records


def lay_in(desk: Desk, records: list[Record]) -> None:
    with desk.write("登记", who="王芳", now=NOW, today=SITTING["today"], guarded=False) as writer:
        writer.add_many(records)


def set_standards(desk: Desk, **values: str) -> None:
    policies.set_parameters(
        desk,
        {f"order_subsidy.{name}": value for name, value in values.items()},
        document="测试文件",
        **SITTING,
    )


def keep_filing(
    writer: Writer, snapshot: Snapshot, *, state: str = "frozen", enterprise: str | None = None
) -> None:
    """Keep a frozen filing as the freeze does."""
    writer.keep_filing(
        StoredFiling(
            number=snapshot.number, version=snapshot.version, filing=snapshot.filing, period=snapshot.period,
            kind=snapshot.kind, state=state, snapshot=writer.keep_snapshot(snapshot.canonical()),
            content_digest=snapshot.content_digest(), package="x.zip", on=snapshot.day, who="王芳", when=NOW,
            enterprise=enterprise,
        )
    )  # fmt: skip
