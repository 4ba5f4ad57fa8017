"""How quickly the rules judge a large college, beside frictionless and pandera on the same table of apprentices.

Run: python -m pytest -m benchmark -s tests/benchmarks/test_checking.py (with the dependency group `benchmark`).
Each rates what it does by its own unit: one check of one record. Frictionless reads csv and judges row by row, as
an office's file is; pandera judges a data frame column by column. Both get as many checks as the register of
apprentices has rules: for frictionless as many constraints of a field as there are rules that judge a value by itself,
and for the others formulas over the row. Times are those of the processor, so that what
else the machine is doing does not count; all three work on one core.
"""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import itertools
import resource
import time
import warnings
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from college_desk.policy.pack import load_pack
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.live_facts import LiveFacts
from college_desk.records.lookups import ListedFacts
from college_desk.records.register import REGISTERS, Record
from college_desk.rules import engine
from college_desk.rules.incremental import KeptFindings
from college_desk.rules.rule import Situation
from tests.benchmarks.large_college import by_register, college

APPRENTICES, TEACHERS, HOURS = 20_000, 2_000, 60_000
SITUATION = Situation(dt.date(2026, 10, 31), load_pack("jining-2022"))
COLUMNS = (
    "name", "id_number", "gender", "birth_date", "phone", "student_number", "class_name", "position", "mentor",
    "agreement_number", "start_on", "end_on", "days_per_week", "monthly_pay", "insurance_kind", "policy_number",
    "insured_from", "insured_to", "guardian_name", "guardian_phone", "consent_on", "status",
)  # fmt: skip
DATES = ("start_on", "insured_from", "consent_on", "birth_date")
LATER = (
    ("start_on", "end_on"),
    ("insured_from", "insured_to"),
    ("consent_on", "end_on"),
    ("birth_date", "end_on"),
)
NUMBERS = ("days_per_week", "monthly_pay")

pytestmark = pytest.mark.benchmark


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return college(APPRENTICES, TEACHERS, HOURS)


@pytest.fixture(scope="module")
def table(records: list[Record], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The apprentices as the csv that an office would keep."""
    register = REGISTERS["apprentice"]
    path = tmp_path_factory.mktemp("checking") / "apprentices.csv"
    with path.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        for each in records:
            if isinstance(each, Apprentice):
                writer.writerow([register.show(each, name) for name in COLUMNS])
    return path


def _rate(what: str, checks: int, rows: int, seconds: float, found: int) -> float:
    rate = checks * rows / seconds
    print(
        f"{what:<34}{checks:>4} checks × {rows:>6} rows {seconds:>8.2f} s {rate / 1e6:>8.3f} M/s, found {found}"
    )
    return rate


def test_rules_beside_frictionless_and_pandera(records: list[Record], table: Path) -> None:
    print()
    apprentices = [each for each in records if isinstance(each, Apprentice)]
    in_force = engine.rules_for(Apprentice, SITUATION.day)
    rules, alone = len(in_force), sum(each.on is Record and not each.reads for each in in_force)
    facts = ListedFacts(records)
    found: list[Any] = []
    ours = _processor_seconds(lambda: found.extend(engine.check({Apprentice: apprentices}, facts, SITUATION)))
    our_rate = _rate("rules over apprentices", rules, len(apprentices), ours, len(found))
    seconds, errors = _frictionless(table, rules, alone)
    their_rate = _rate("frictionless, csv", rules, len(apprentices), seconds, errors)
    seconds, errors = _pandera(table, rules)
    _rate("pandera, data frame (vectorised)", rules, len(apprentices), seconds, errors)
    print(f"rules are {our_rate / their_rate:.1f} times as quick as frictionless")


def test_the_whole_college(records: list[Record]) -> None:
    print()
    groups = by_register(records)
    pairs = sum(len(engine.rules_for(kind, SITUATION.day)) * len(some) for kind, some in groups.items())
    findings: list[Any] = []
    spent = _processor_seconds(lambda: findings.extend(engine.check(groups, ListedFacts(records), SITUATION)))
    print(f"{len(records)} records, {pairs} rule-records: {spent:.2f} s of the processor, ", end="")
    print(f"{pairs / spent / 1e6:.2f} M rule-records/s, {len(findings)} findings")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


EDITS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("app000123", {"phone": "139"}),
    ("app000124", {"gender": "2", "birth_date": dt.date(2005, 1, 1)}),
    ("app000125", {"ended": True}),
    ("tea00010", {"name": "李四四"}),
    ("apt00010", {"end_on": dt.date(2028, 7, 1)}),
    ("apt00011", {"counts_in_quota": True}),
    ("hrs000100", {"periods": Decimal("5"), "taught_on": dt.date(2026, 9, 7)}),
    ("ent00003", {"name": "济宁新名称有限公司"}),
    ("coh00007", {"end_on": dt.date(2027, 12, 1)}),
    ("men00004", {"name": "李四"}),
    ("agr00003", {"end_on": dt.date(2027, 1, 1)}),
)
OF_ALL: tuple[tuple[str, dict[str, Any]], ...] = (
    ("policy", {"insured_to": dt.date(2027, 3, 1)}),
    ("term", {"end_on": dt.date(2027, 1, 20)}),
    ("school", {"name": "济宁新名称职业学院"}),
)


def test_after_one_edit(records: list[Record]) -> None:
    print()
    kept = KeptFindings(LiveFacts(records), SITUATION)
    print(f"first look with its notes {_processor_seconds(kept.judge_all):.2f} s")
    by_uid = {each.uid: each for each in records}
    for asserted, (uid, given) in _marked():
        before = by_uid[uid]
        after = dataclasses.replace(before, revision=before.revision + 1, **given)
        again: list[str] = []
        seconds = _processor_seconds(lambda after=after, again=again: again.extend(kept.change([after])))  # type: ignore[misc]
        print(
            f"{uid:<12}{', '.join(given):<24}{len(again):>7} records looked at again {seconds * 1000:>9.1f} ms"
        )
        if asserted:
            assert seconds < 0.2


def _processor_seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _marked() -> Iterator[tuple[bool, tuple[str, dict[str, Any]]]]:
    yield from ((True, each) for each in EDITS)
    yield from ((False, each) for each in OF_ALL)


def _frictionless(path: Path, wanted: int, alone: int) -> tuple[float, int]:
    """Seconds and errors of as many checks as wanted, `alone` of them constraints of a field, the others formulas."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import Checklist, Resource, Schema

        given: dict[str, dict[str, Any]] = {name: {} for name in COLUMNS}
        for name, constraint in itertools.islice(_constraints(), alone):
            given[name] |= constraint
        fields = [
            {"name": name, "type": "number" if name in NUMBERS else "string", "constraints": given[name]}
            for name in COLUMNS
        ]
        formulas = itertools.islice(itertools.cycle(_formulas()), wanted - alone)
        checklist = Checklist.from_descriptor(
            {"checks": [{"type": "row-constraint", "formula": each} for each in formulas]}
        )
        schema = Schema.from_descriptor({"fields": fields})
        told: list[int] = []

        def work() -> None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                source = Resource(path=path.name, basepath=str(path.parent), schema=schema)
                report = source.validate(checklist, limit_errors=10**9)
            told.append(report.stats["errors"])

        return _processor_seconds(work), told[0]


def _constraints() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "id_number", {"pattern": r"[1-9]\d{16}[\dX]"}
    yield "phone", {"pattern": r"1[3-9]\d{9}"}
    yield "guardian_phone", {"pattern": r"1[3-9]\d{9}"}
    yield "gender", {"enum": ["男", "女"]}
    for name in NUMBERS:
        yield name, {"minimum": 1}
        yield name, {"maximum": 20_000}
    for name in COLUMNS:
        yield name, {"required": True}
    for name in COLUMNS:
        yield name, {"maxLength": 60}


def _formulas() -> Iterator[str]:
    """What rules of ours say of an apprentice, as far as a formula over one row can say it."""
    yield "(int(id_number[16:17]) % 2 == 1) == (gender == '男')"
    yield (
        "id_number[6:10] == birth_date[0:4] and id_number[10:12] == birth_date[5:7] "
        "and id_number[12:14] == birth_date[8:10]"
    )
    yield (
        "int(start_on[0:4]) - int(birth_date[0:4]) > 16 or (int(start_on[0:4]) - int(birth_date[0:4]) == 16 "
        "and start_on[5:10] >= birth_date[5:10])"
    )
    yield "insured_from <= start_on and insured_to >= end_on"
    yield "consent_on != '' and consent_on <= start_on"
    yield "status != '在培' or days_per_week <= 5"
    yield "status != '在培' or monthly_pay >= 1000"
    yield "guardian_phone != phone and guardian_name != name"
    yield "mentor != '' and mentor != name"
    for first, second in LATER:
        yield f"{first} == '' or {second} == '' or {first} <= {second}"
    for name in DATES:
        yield f"{name} == '' or ('1900-01-01' <= {name} and {name} <= '2100-12-31')"


def _pandera(path: Path, wanted: int) -> tuple[float, int]:
    """Seconds and errors of as many vectorised checks as wanted, lazily, so that all are told."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pandas
        import pandera.pandas as pandera

        frame = pandas.read_csv(path, dtype={name: str for name in COLUMNS if name not in NUMBERS})
        columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
        across: list[Any] = []
        for at in range(wanted - len(COLUMNS)):  # that a value is there is a check of each column
            add = _VECTORISED[at % len(_VECTORISED)]
            add(pandera, columns, across)
        schema = pandera.DataFrameSchema(
            {name: pandera.Column(nullable=False, checks=some) for name, some in columns.items()},
            checks=across,
        )
        told: list[int] = []

        def work() -> None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                try:
                    schema.validate(frame, lazy=True)
                    told.append(0)
                except pandera.errors.SchemaErrors as errors:
                    told.append(len(errors.failure_cases))

        return _processor_seconds(work), told[0]


_Add = Callable[[Any, dict[str, list[Any]], list[Any]], None]


def _later(first: str, second: str) -> _Add:
    return lambda pandera, _columns, across: across.append(
        pandera.Check(lambda frame: frame[first] <= frame[second])
    )


def _column(name: str, make: Callable[[Any], Any]) -> _Add:
    return lambda pandera, columns, _across: columns[name].append(make(pandera.Check))


_VECTORISED: tuple[_Add, ...] = (
    _column("id_number", lambda check: check.str_matches(r"[1-9]\d{16}[\dX]$")),
    _column("phone", lambda check: check.str_matches(r"1[3-9]\d{9}$")),
    _column("guardian_phone", lambda check: check.str_matches(r"1[3-9]\d{9}$")),
    _column("gender", lambda check: check.isin(["男", "女"])),
    _column("days_per_week", lambda check: check.in_range(1, 5)),
    _column("monthly_pay", lambda check: check.in_range(1000, 20_000)),
    *(_column(name, lambda check: check.str_length(1, 60)) for name in COLUMNS if name not in NUMBERS),
    *(_later(first, second) for first, second in LATER),
    *(_column(name, lambda check: check.ge("1990-01-01")) for name in DATES),
)
