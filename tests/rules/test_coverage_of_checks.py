"""Which rule keeps which check: every line of E2, every check of B and C, every boundary of A, each by name.

What is a reckoning rather than a check is named by the test that holds it; what nothing holds yet is told.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from college_desk.policy.pack import load_pack
from college_desk.rules.rule import RULES
from tests.rules import cases
from tests.rules.case import CASES

cases.load()
ROOT = Path(__file__).resolve().parents[2]
LAST_LINE = 104

# fmt: off
E2: dict[int, tuple[str, ...]] = {
    1: ("VAL-001",),
    2: ("VAL-002",),
    3: ("APT-001", "PER-004", "VAL-011"),
    4: ("PER-001", "PER-002"),
    5: ("PER-005",),
    6: ("APP-025", "COH-013", "ORD-019"),
    7: ("APP-001", "APP-008", "PLC-001"),
    8: ("APP-009", "APP-010"),
    9: ("APP-002", "PLC-002"),
    10: ("APP-011",),
    11: ("APP-014", "PLC-008"),
    12: ("APP-017", "APP-018", "APP-019", "PLC-009", "PLC-010", "PLC-011"),
    13: ("COH-001", "MEN-001"),
    14: ("APP-026", "NEW-002", "NEW-004"),
    15: ("APP-027", "ORD-013"),
    16: ("COH-002", "COH-003"),
    17: ("COH-004", "COH-005"),
    18: ("COH-014", "COH-015", "COH-016", "MAJ-001", "ORD-001", "ORD-002", "ORD-003"),
    19: ("COH-017", "ORD-004"),
    20: ("APP-032", "COH-006", "ORD-011"),
    21: ("AGR-001", "AGR-002"),
    22: ("AGR-003", "AGR-004", "ENT-001", "ENT-006", "ORD-009", "TCH-002", "VAL-003"),
    23: ("AGR-005",),
    24: ("AGR-006",),
    25: ("AGR-007",),
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
    38: ("CRT-004", "MEN-004", "TCH-001"),
    39: ("QUO-001", "QUO-008"),
    40: ("QUO-002", "QUO-003", "QUO-004", "QUO-007", "QUO-009"),
    41: ("QUO-005",),
    42: ("HRS-001", "HRS-002", "HRS-003"),
    43: ("HRS-004",),
    44: ("HRS-006", "HRS-007", "HRS-020"),
    45: ("HRS-008",),
    46: ("PAY-001", "PAY-002"),
    47: ("PAY-003", "PAY-015"),
    48: ("FEE-001", "PAY-004", "PAY-005"),
    49: ("PAY-006", "PAY-016"),
    50: ("PAY-007", "PAY-008", "PAY-011"),
    51: ("ENT-005", "PAY-009", "PER-011"),
    52: ("ORD-014", "ORD-015"),
    53: ("OUT-001",),
    54: ("OUT-002", "OUT-003", "OUT-004"),
    55: ("NEW-011", "OUT-005", "OUT-006", "OUT-021"),
    56: ("OUT-003", "OUT-007", "OUT-008"),
    57: ("ORD-008",),
    58: ("OUT-013", "OUT-014"),
    60: ("CMP-004", "PLT-007", "TRN-004"),
    64: ("FIL-004", "FIL-005"),
    65: ("FIL-006", "FIL-007"),
    68: ("FIL-001", "FIL-002", "FIL-011", "FIL-012", "FIL-013", "FIL-014"),
    69: ("VAL-013", "VAL-014"),
    70: ("VAL-010",),
    71: ("APT-020",),
    72: ("APT-021",),
    73: ("PAY-013",),
    74: ("PAY-014",),
    75: ("APT-010", "APT-011", "APT-012"),
    76: ("APT-022",),
    77: ("APT-023", "APT-024"),
    78: ("APT-025", "APT-026"),
    79: ("APT-032", "TEA-001", "TEA-002"),
    80: ("HRS-015", "HRS-019"),
    81: ("CRT-006", "CRT-007", "MEN-005", "TCH-006"),
    82: ("HRS-011",),
    83: ("HRS-012", "HRS-013"),
    84: ("HRS-016", "HRS-017", "HRS-018"),
    85: ("PAY-010",),
    86: ("PAY-012",),
    87: ("HRS-014",),
    88: ("PER-003", "PER-013"),
    89: ("APP-021", "APP-022", "APP-023", "APP-024", "PLC-012", "PLC-013", "PLC-014", "PLC-015"),
    90: ("APP-015", "APP-016", "INS-001"),
    91: ("ENT-003",),
    92: ("COH-007", "COH-008"),
    93: ("AGR-004", "ENT-007"),
    94: ("AGR-008", "AGR-009"),
    95: ("ORD-005", "ORD-006", "ORD-007", "ORD-015"),
    96: ("ENT-002",),
    97: ("OUT-009", "OUT-010", "OUT-011"),
    98: ("OUT-015", "OUT-016"),
    101: ("APT-035", "FIL-009"),
    104: ("PER-012",),
}
"""The pre-submission checks (domain E2) and the rules that keep each."""

GRAVITY: dict[int, str] = {
    1: "B", 2: "B", 3: "B", 4: "B", 5: "B", 6: "B", 7: "B", 8: "B", 9: "BI", 10: "B", 11: "B", 12: "B",
    13: "W", 14: "B", 15: "B", 16: "B", 17: "W", 18: "BW", 19: "W", 20: "B", 21: "B", 22: "B", 23: "W", 24: "W",
    25: "B", 26: "B", 27: "W", 28: "B", 29: "B", 30: "B", 31: "B", 32: "B", 33: "B", 34: "B", 35: "W", 36: "W",
    37: "W", 38: "B", 39: "B", 40: "B", 41: "W", 42: "BW", 43: "B", 44: "W", 45: "B", 46: "B", 47: "B", 48: "B",
    49: "B", 50: "B", 51: "WB", 52: "B", 53: "BW", 54: "B", 55: "B", 56: "BW", 57: "B", 58: "W", 59: "B", 60: "B",
    61: "B", 62: "B", 63: "W", 64: "W", 65: "W", 66: "W", 67: "B", 68: "W", 69: "B", 70: "B", 71: "B", 72: "W",
    73: "B", 74: "B", 75: "BW", 76: "W", 77: "BW", 78: "BW", 79: "B", 80: "W", 81: "WB", 82: "B", 83: "B", 84: "BW",
    85: "B", 86: "W", 87: "B", 88: "BW", 89: "B", 90: "BW", 91: "W", 92: "W", 93: "BW", 94: "WB", 95: "B", 96: "BW",
    97: "B", 98: "BW", 99: "W", 100: "B", 101: "BW", 102: "BW", 103: "B", 104: "W",
}
"""How grave each line is: B stops the filing, W wants an explanation, I only tells."""

LIGHTER = {
    "VAL-014": "a name that is not on its register yet is told, not stopped",
    "ORD-006": "the number of a filing that took place", "ORD-008": "more on the list than agreed (C13)",
    "PAY-009": "the bank's branch", "PAY-011": "the month of payment", "PLT-007": "only a suspicion of 万元",
    "COH-003": "more taken in than planned", "TCH-006": "would stop every filing of teachers", "TCH-003": "statistics",
    "FIL-009": "would stop every filing of a weekend", "CRT-006": "not looked up", "ENT-007": "no change notice",
    "OUT-008": "told as W by the line itself", "HRS-002": "outside the term", "HRS-003": "on a holiday",
    "QUO-007": "nothing to hold it against",
}
"""Rules that tell a line less gravely than B, and why."""

ELSEWHERE: dict[int, tuple[str, ...]] = {
    57: ("tests/policy/test_capitals.py",),
    59: ("tests/policy/test_progress.py::test_closing_is_opening_and_added_less_removed_and_next_years_opening",),
    60: ("tests/policy/test_progress.py::test_stocks_and_flows_have_units_of_their_own",),
    61: ("tests/policy/test_progress.py::test_every_figure_of_a_whole_college_opens_to_its_rows",),
    62: (
        "tests/services/test_verifying.py::test_added_missing_and_renamed_files_are_named",
        "tests/services/test_verifying.py::test_a_figure_changed_in_a_sheet_is_found_although_every_hash_fits",
    ),
}
"""Lines that are held by what the program makes itself, with the tests that hold it there."""

NOT_YET: dict[int, str] = {
    63: "scans of stamped pages are not kept by the program",
    66: "a bureau's own template is not filled by the program yet",
    67: "the version for public notice is not made yet",
    99: "figures of the national statistics are not kept by the program",
    100: "copies of papers are not kept by the program",
    102: "what is enclosed is made from the forms themselves; papers beside them are not kept",
    103: "the list of papers that a filing needs is printed, not checked",
}
"""Lines that nothing in the program can judge yet, and why."""

B: dict[str, tuple[str, ...]] = {
    "B1 who may be a part-time teacher": ("APT-002", "APT-003", "TCH-005"),
    "B1 four classes of teachers": ("TCH-003", "APT-002"),
    "B1 basic conditions": ("APT-004", "TCH-004", "APT-030"),
    "B1 age at hiring": ("APT-029",),
    "B1 consent of the employer": ("APT-013", "APT-020", "APT-021"),
    "B1 share of 30%": ("QUO-005",),
    "B1 vetting": ("APT-009", "APT-010", "APT-011", "APT-012"),
    "B1 ways of hiring": ("APT-032", "TEA-001", "TEA-002"),
    "B1 procedure": ("APT-014", "APT-015", "APT-023", "APT-024", "APT-006"),
    "B1 written agreement": ("APT-028", "APT-016", "APT-017", "APT-018"),
    "B1 training and pairing": ("APT-033", "APT-034"),
    "B1 appraisal": ("APT-025", "APT-026"),
    "B1 pay": ("APT-020", "APT-027", "PAY-008"),
    "B1 set-up standards": ("QUO-010", "QUO-011"),
    "B2 establishment": ("QUO-002", "QUO-003", "QUO-004", "QUO-006", "QUO-009"),
    "B2 occupancy and remaining": ("QUO-001", "QUO-007", "QUO-008", "APT-031"),
    "B2 who counts": ("APT-002", "APT-003", "APT-027"),
    "B3 two kinds, by their new names": ("FIL-010",),
    "B3 consent": ("APP-013",),
    "B3 three-party agreement before the start": ("APP-011", "APP-009", "APP-010", "APP-032"),
    "B3 duration": ("APP-006", "PLC-006"),
    "B3 grade and age": ("APP-001", "PLC-001", "APP-002", "PLC-002"),
    "B3 same major field": ("APP-005", "PLC-005"),
    "B3 numbers at the enterprise": ("ENT-003",),
    "B3 pay": ("APP-007", "PLC-007"),
    "B3 hours": ("APP-004", "PLC-004"),
    "B3 prohibited posts": ("APP-003", "PLC-003"),
    "B3 no fees": ("INS-001", "AGR-014", "ORD-021"),
    "B3 insurance": ("APP-014", "PLC-008", "APP-015", "APP-016", "INS-002", "INS-003"),
    "B4 two mentors": ("APP-017", "APP-018", "APP-019", "APP-020", "PLC-009", "PLC-010", "PLC-011"),
    "B4 three or four parties": ("APP-008", "APP-009", "APP-010"),
    "B4 what a class holds": ("COH-004", "COH-005", "COH-006", "COH-007", "COH-008", "COH-011", "COH-012"),
    "B4 ratios": ("MEN-001", "COH-001", "COH-009", "COH-010"),
    "B5 object": ("NEW-001", "NEW-002", "NEW-006"),
    "B5 level": ("NEW-005",),
    "B5 duration": ("NEW-007",),
    "B5 prepay": ("NEW-010",),
    "B5 filing before the start": ("NEW-008",),
    "B5 class": ("NEW-009",),
    "B5 exclusions": ("NEW-003", "NEW-004", "APP-026"),
    "B6 agreement and class": ("ORD-005", "ORD-009", "ORD-011", "ORD-012", "ORD-016"),
    "B6 membership over time": ("ORD-013", "ORD-014", "ORD-015"),
    "B6 proof": ("OUT-003", "OUT-007", "OUT-012", "OUT-005"),
    "B6 full-time": ("OUT-002", "OUT-004", "OUT-001"),
    "B7 merged by the month": ("PAY-007", "PAY-011"),
    "B7 own staff": ("PAY-008",),
}

C: dict[str, tuple[str, ...]] = {
    "C0 P2 name": ("VAL-008", "PER-006"), "C0 P4 identity number": ("VAL-001", "VAL-002"),
    "C0 P5 sex": ("PER-001",), "C0 P6 birth": ("PER-002",), "C0 P13 phone": ("VAL-004",),
    "C0 P14 guardian": ("APP-010", "APP-012"), "C0 P16 degree": ("PER-010",), "C0 P22 certificate": ("TCH-001", "CRT-004"),
    "C0 P23 years": ("PER-008", "VAL-007"), "C0 P24 card": ("VAL-005",), "C0 P25 bank": ("PAY-009",),
    "C0 P26 account name": ("PER-011", "ENT-005"), "C0 O2 O3 enterprise": ("VAL-003", "ENT-001", "ENT-006"),
    "C0 S2 registration": ("PER-003", "PER-013"), "C0 S9 states": ("APP-025", "ORD-019"), "C0 A1 unique": ("VAL-011",),
    "C0 A2 order of dates": ("AGR-002", "VAL-015"), "C0 dates": ("VAL-006",), "C0 keys": ("VAL-012",),
    "C1 class and enterprise": ("APP-031", "APP-032", "VAL-014"), "C1 post": ("APP-003",),
    "C1 mentor": ("APP-017", "APP-018"), "C1 agreement": ("APP-009", "APP-011"), "C1 within the schooling": ("APP-030",),
    "C1 pay": ("APP-007",), "C1 insurance": ("APP-014",), "C1 state": ("APP-028", "COH-013"), "C1 reserve": ("APP-029",),
    "C2 size": ("COH-002", "COH-003"), "C2 mentors and posts": ("COH-004", "COH-005"), "C2 major": ("COH-014", "COH-016"),
    "C2 plan": ("COH-007", "COH-008"),
    "C3 parties": ("AGR-003", "AGR-004", "AGR-005", "AGR-006"), "C3 majors": ("AGR-010",), "C3 contents": ("AGR-011",),
    "C3 counts": ("AGR-013",), "C3 seals": ("AGR-007",), "C3 state": ("AGR-012",), "C3 chain": ("AGR-008", "AGR-009"),
    "C4 party of the agreement": ("APP-019",), "C4 level": ("MEN-002",), "C4 not the school's mentor": ("APP-020",),
    "C4 also a teacher": ("MEN-003",),
    "C5 checks": ("APT-002", "APT-004", "APT-005", "APT-007", "APT-008"),
    "C7 equalities": ("QUO-003", "QUO-004"),
    "C8 within term and contract": ("HRS-001", "HRS-002"), "C8 weekday": ("HRS-009",), "C8 overlap": ("HRS-004",),
    "C8 two teachers": ("HRS-005",), "C8 weekly": ("HRS-007", "HRS-020"), "C8 holidays": ("HRS-003",),
    "C8 halves up to twelve": ("VAL-007",), "C8 factor": ("HRS-010",), "C8 signatures": ("HRS-008",),
    "C9 gross": ("PAY-001",), "C9 verified": ("PAY-003",), "C9 standard": ("PAY-004", "PAY-005", "FEE-001"),
    "C9 tax": ("PAY-002", "PAY-007"), "C9 claimed within paid": ("PAY-015",), "C9 once": ("PAY-006",),
    "C10 filed": ("ORD-005", "ORD-006"), "C10 investment": ("ORD-010",), "C10 major": ("ORD-001", "ORD-003"),
    "C11 one class at a time": ("ORD-013",), "C11 joined after the signature": ("ORD-014",), "C11 size": ("ORD-008",),
    "C11 where they train": ("ORD-018",), "C11 leaving": ("ORD-017",), "C11 also an apprentice": ("ORD-020",),
    "C12 destination and employer": ("OUT-013", "OUT-017", "OUT-018", "OUT-020"), "C12 contract": ("OUT-019",),
    "C12 pay": ("OUT-014",),
    "C13 chain": ("ORD-008", "OUT-001", "OUT-002", "OUT-003", "OUT-007"),
    "C16 contract": ("NEW-001",), "C16 levels": ("NEW-005",), "C16 mentors": ("NEW-009",), "C16 money": ("NEW-010",),
}

A: dict[str, tuple[str, ...]] = {
    "1": ("TRN-001", "TRN-004", "TRN-005", "TRN-007"), "2": ("TRN-002", "TRN-003"), "4": ("CRT-003",),
    "5a": ("NEW-001", "NEW-007"), "5b": ("APP-029",), "5c": ("ORD-005", "ORD-007", "ORD-015", "OUT-001", "OUT-009", "ENT-002"),
    "6": ("COH-017", "ORD-004"), "7b": ("QUO-001",), "7c": ("PAY-013", "PAY-014", "PAY-015"),
    "7d": ("APT-005", "APT-006"), "7e": ("APT-007",), "7f": ("APT-008",), "8": ("HON-007",),
    "9": ("PLT-001", "PLT-002", "PLT-004", "PLT-005", "PLT-006"), "11": ("PLT-001", "PLT-003"), "12": ("ENT-004",),
    "13": ("CRT-002",), "14": ("CRT-001",), "15": ("PAY-005",), "17": ("HON-001", "HON-002", "HON-003", "HON-004", "HON-005"),
    "20-21": ("CMP-001", "CMP-003", "CMP-004"), "IV(2)": ("COH-012", "TRN-006"),
}
"""The clauses of the opinion that a rule serves; 3, 10, 16, 18, 19, 22 and 23 ask for records, not for checks."""

LIMITS = (("H12", 20), ("H13", 15), ("H15", 5), ("H16", 3))
CITY_LIMITS = (("市级一类", 3), ("市级二类", 1))
# fmt: on


def test_every_line_is_kept_by_the_rules_that_say_so() -> None:
    found: dict[int, set[str]] = {}
    for rule in RULES:
        for line in rule.checks:
            found.setdefault(line, set()).add(rule.code)
    assert found == {line: set(codes) for line, codes in E2.items()}


def test_no_line_is_forgotten() -> None:
    assert set(E2) | set(ELSEWHERE) | set(NOT_YET) == set(range(1, LAST_LINE + 1))
    assert not set(NOT_YET) & (set(E2) | set(ELSEWHERE))


@pytest.mark.parametrize("line", E2)
def test_a_line_is_as_grave_as_its_table_says(line: int) -> None:
    letters = {"error": "B", "warning": "W", "info": "I"}
    told = {code: letters[RULES[code].severity] for code in E2[line]}
    grave = {code: letter for code, letter in told.items() if code not in LIGHTER}
    assert set(grave.values()) <= set(GRAVITY[line]), grave
    by_cases = {
        letters[case.severity] for case in CASES if case.rule in E2[line] and case.severity is not None
    }
    assert (set(told.values()) | by_cases) & set(GRAVITY[line]) or not grave


@pytest.mark.parametrize("table", [A, B, C], ids=["A", "B", "C"])
def test_every_check_of_a_table_has_rules_that_exist(table: dict[str, tuple[str, ...]]) -> None:
    for check, codes in table.items():
        assert codes, check
        assert [code for code in codes if code not in RULES.codes()] == [], check


def test_what_is_held_elsewhere_is_held_there() -> None:
    for tests in ELSEWHERE.values():
        for name in tests:
            file, _colons, test = name.partition("::")
            text = (ROOT / file).read_text(encoding="utf-8")
            assert f"def {test}" in text, name


@pytest.mark.parametrize(("item", "best"), LIMITS)
def test_the_ranks_of_the_list_are_the_opinions(item: str, best: int) -> None:
    listed = {each["code"]: each for each in load_pack("jining-2022").lists["honours"]["honour"]}
    assert listed[item]["best_ranks"] == best


@pytest.mark.parametrize(("family", "best"), CITY_LIMITS)
def test_the_ranks_that_entitle_to_the_citys_honour_are_the_opinions(family: str, best: int) -> None:
    listed = load_pack("jining-2022").lists["contests"]["contest"]
    (found,) = [each for each in listed if each["title"].startswith(family)]
    assert found["city_expert_ranks"] == best


def test_the_codes_are_in_no_table_that_have_no_rule() -> None:
    known = set(RULES.codes())
    assert set(LIGHTER) <= known
