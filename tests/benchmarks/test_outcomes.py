"""How long the order subsidy of twenty thousand graduates takes, beside reading the same records.

Run: python -m pytest -m benchmark -s tests/benchmarks/test_outcomes.py
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from college_desk.records.orders.graduate_outcome import GraduateOutcome
from college_desk.records.orders.order_student import OrderStudent
from college_desk.records.register import Record
from college_desk.services import order_claims
from college_desk.storage.desk import Desk
from tests import make
from tests.benchmarks.table import Ratios, seconds_of
from tests.services.occasions import new_desk
from tests.services.order_college import AGENCY, DAY, college_records, lay_in, set_standards

GRADUATES = 20_000
CLASSES = 400

pytestmark = pytest.mark.benchmark


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    made = new_desk(tmp_path_factory.mktemp("outcomes"))
    student, outcome = make.order_student(birth_date=None), make.graduate_outcome(insured_months=6)
    records: list[Record] = college_records()
    records += [make.order_class(name=f"海达{place}班") for place in range(CLASSES)]
    for serial in range(GRADUATES):
        born = dt.date(2006, 1, 1) + dt.timedelta(days=serial // 400)
        who: dict[str, Any] = {
            "id_number": make.id_number(born, serial=serial % 400),
            "phone": f"138{serial:08d}",
        }
        place = serial % CLASSES
        records.append(dataclasses.replace(student, order_class=f"海达{place}班", **who))
        away: dict[str, Any] = (
            {"enterprise": AGENCY, "employer_uscc": make.uscc(77)} if serial % 3 == 0 else {}
        )
        records.append(
            dataclasses.replace(outcome, diploma_number=f"413701202606{serial:06d}", **who, **away)
        )
    lay_in(made, records)
    set_standards(made, yuan_per_graduate="1000", insured_months="6")
    return made


def test_the_claims_of_twenty_thousand_graduates(desk: Desk, tmp_path: Path) -> None:
    def read() -> int:
        with desk.read() as reader:
            facts = reader.facts()
            return len(facts.all(GraduateOutcome)) + len(facts.all(OrderStudent))

    assert read() == 2 * GRADUATES
    (found,) = order_claims.claims(desk, 2026, DAY)
    assert found.counts()["graduated"] == GRADUATES
    table = Ratios(f"{GRADUATES} graduates")
    reading = seconds_of(read, 3)
    table.add("chain and reasons of every graduate", seconds_of(lambda: order_claims.claims(desk, 2026, DAY), 3),
              "reading the same records", reading)  # fmt: skip
    table.print()
