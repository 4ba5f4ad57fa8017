"""How long a register is compared with itself, and whether every planted double is found and nobody else.

Run: python -m pytest -m benchmark -s tests/benchmarks/test_likeness.py
"""

from __future__ import annotations

from pathlib import Path

import pytest

from college_desk.records.register import REGISTERS
from college_desk.services import likeness
from tests.benchmarks.table import seconds_of_one
from tests.services.doubled import roll_with_doubles
from tests.services.occasions import NOW, TODAY, new_desk

PEOPLE, DOUBLES = 20_000, 50


@pytest.mark.benchmark
def test_twenty_thousand_people_compared(tmp_path: Path) -> None:
    roll = roll_with_doubles(PEOPLE, DOUBLES, seed=7)
    with new_desk(tmp_path) as desk:
        with desk.write("准备", who="王芳", now=NOW, today=TODAY, guarded=False) as writer:
            writer.add_many(roll.records)
        found: list[likeness.Pair] = []
        taken = seconds_of_one(lambda: found.extend(likeness.duplicates(desk, REGISTERS["apprentice"])))
    assert roll.missed(found) == []
    namesakes = [each for each in found if not roll.planted(each)]
    print(f"\n{len(roll.records)} people: {taken:.2f} s, {len(found)} pairs, {len(namesakes)} not planted")
    assert all(each.likeness.against or each.likeness.score < 0.9 for each in namesakes)
