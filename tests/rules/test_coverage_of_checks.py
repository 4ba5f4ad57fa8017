"""Which rule keeps which pre-submission check (domain E2): the lines of part-time teachers, and no other."""

from __future__ import annotations

import pytest

from college_desk.rules.rule import RULES

KEPT: dict[int, tuple[str, ...]] = {
    1: ("VAL-001",),
    2: ("VAL-002",),
    3: ("VAL-011", "PER-004", "APT-001"),
    4: ("PER-001", "PER-002"),
    5: ("PER-005",),
    22: ("VAL-003", "TCH-002"),
    26: ("APT-002", "TCH-003"),
    27: ("APT-003",),
    28: ("APT-004",),
    29: ("APT-005",),
    30: ("APT-006",),
    31: ("APT-007",),
    32: ("APT-008",),
    33: ("APT-009",),
    34: ("APT-013",),
    35: ("APT-014", "APT-015"),
    36: ("APT-016", "APT-017", "APT-018"),
    37: ("APT-019",),
    38: ("TCH-001",),
    39: ("QUO-001", "QUO-008"),
    40: ("QUO-002", "QUO-003", "QUO-004", "QUO-007", "QUO-009"),
    41: ("QUO-005",),
    51: ("PER-011",),
    68: ("FIL-001", "FIL-002"),
    69: ("VAL-013", "VAL-014"),
    70: ("VAL-010",),
    71: ("APT-020",),
    72: ("APT-021",),
    75: ("APT-010", "APT-011", "APT-012"),
    76: ("APT-022",),
    77: ("APT-023", "APT-024"),
    78: ("APT-025", "APT-026"),
    88: ("PER-003",),
}

SEVERITY: dict[str, str] = {
    "VAL-001": "error", "VAL-002": "error", "VAL-011": "error", "PER-004": "error", "APT-001": "error",
    "PER-001": "error", "PER-002": "error", "PER-005": "error", "VAL-003": "error", "TCH-002": "error",
    "APT-002": "error", "APT-003": "warning", "APT-004": "error", "APT-005": "error", "APT-006": "error",
    "APT-007": "error", "APT-008": "error", "APT-009": "error", "APT-013": "error", "APT-014": "warning",
    "APT-015": "warning", "APT-016": "warning", "APT-017": "warning", "APT-018": "warning", "APT-019": "warning",
    "TCH-001": "error", "QUO-001": "error", "QUO-002": "error", "QUO-003": "error", "QUO-004": "error",
    "QUO-005": "warning", "FIL-001": "warning", "FIL-002": "warning", "VAL-013": "error", "VAL-010": "error",
    "APT-020": "error", "APT-021": "warning", "APT-010": "error", "APT-011": "warning", "APT-022": "warning",
    "APT-023": "error", "APT-024": "warning", "APT-025": "error", "APT-026": "warning", "PER-003": "warning",
}  # fmt: skip


def test_every_line_is_kept_by_the_rules_that_say_so() -> None:
    found: dict[int, set[str]] = {}
    for rule in RULES:
        for line in rule.checks:
            found.setdefault(line, set()).add(rule.code)
    assert found == {line: set(codes) for line, codes in KEPT.items()}


def test_the_lines_of_part_time_teachers_are_all_there() -> None:
    wanted = {*range(1, 6), 22, *range(26, 42), *range(68, 73), *range(75, 79)}
    assert wanted <= set(KEPT)


@pytest.mark.parametrize(("code", "severity"), SEVERITY.items())
def test_a_line_has_the_severity_of_its_table(code: str, severity: str) -> None:
    assert RULES[code].severity == severity
