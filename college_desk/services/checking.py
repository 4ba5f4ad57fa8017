"""The check before filing (报送前校验): of the whole desk, of one filing, of one record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from college_desk.base.progress import SILENT, Progress
from college_desk.forms.filing import Filing
from college_desk.records.finding import Finding
from college_desk.records.period import Period, period_of
from college_desk.records.register import REGISTERS, Record
from college_desk.rules import engine
from college_desk.rules.rule import Situation
from college_desk.services.nearby import NearbyFacts
from college_desk.services.preparing import Choice, filing_of, period_within, prepare_within
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader

_ACADEMIC_YEAR_BEGINS = 9
_SECOND_TERM_BEGINS = 2


@dataclass(frozen=True)
class CheckResult:
    """What a check found, gravest first.

    filing, period: their codes, None for the whole desk; warnings counts the explained ones too.
    """

    filing: str | None
    period: str | None
    day: dt.date
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> int:
        """How many findings must be mended."""
        return self._count("error")

    @property
    def warnings(self) -> int:
        """How many want an explanation, or have one."""
        return self._count("warning")

    @property
    def infos(self) -> int:
        """How many only tell something."""
        return self._count("info")

    @property
    def explained(self) -> int:
        """How many warnings have an explanation."""
        return sum(each.explanation is not None for each in self.findings)

    @property
    def blocked(self) -> bool:
        """Whether something stops a filing."""
        return any(each.blocks for each in self.findings)

    def to_json(self) -> dict[str, Any]:
        """The document of `check --json`."""
        return {
            "filing": self.filing,
            "period": self.period,
            "errors": self.errors,
            "warnings": self.warnings,
            "infos": self.infos,
            "explained": self.explained,
            "findings": [each.to_json() for each in self.findings],
        }

    def _count(self, severity: str) -> int:
        return sum(each.severity == severity for each in self.findings)


def check(
    desk: Desk,
    *,
    filing: str | None = None,
    period: str | None = None,
    day: dt.date,
    progress: Progress = SILENT,
) -> CheckResult:
    """Everything found on the desk, or what concerns one filing.

    day: today; a filing is checked as of the earlier of it and the period's last day; without a period
    the one of the filing's kind that the day lies in. Raises UnusableInput for an unknown filing or period.
    """
    with desk.read() as reader:
        if filing is None:
            return _whole_desk(reader, period_of(period) if period else None, day, progress)
        return check_within(
            reader, filing, period or usual_period(reader, filing_of(filing), day).code, day, progress
        )


def check_within(
    reader: Reader, filing: str, period: str, day: dt.date, progress: Progress = SILENT
) -> CheckResult:
    """What concerns one filing, inside a transaction that is open already."""
    prepared = prepare_within(reader, Choice(filing, period), today=day, progress=progress)
    return CheckResult(filing, prepared.period.code, prepared.day, prepared.findings)


def findings_of(desk: Desk, record: Record, day: dt.date) -> list[Finding]:
    """What the rules find on one record as it is given, the rest of the desk as it is stored."""
    with desk.read() as reader:
        situation = Situation(day, reader.policy())
        facts = NearbyFacts(reader)
        return engine.check_record(record, facts, situation, explanations=reader.explanations())


def usual_period(reader: Reader, filing: Filing, day: dt.date) -> Period:
    """The period that a day lies in, of the first kind that a filing takes, by the school calendar."""
    year = day.year if day.month >= _ACADEMIC_YEAR_BEGINS else day.year - 1
    term = 2 if _SECOND_TERM_BEGINS <= day.month < _ACADEMIC_YEAR_BEGINS else 1
    codes = {
        "month": f"{day:%Y-%m}",
        "term": f"{year}-{year + 1}-{term}",
        "academic_year": f"{year}-{year + 1}",
        "calendar_year": f"{day.year}",
    }
    return period_within(reader, filing, codes[filing.periods[0]])


def _whole_desk(reader: Reader, period: Period | None, day: dt.date, progress: Progress) -> CheckResult:
    facts = reader.facts()
    records: dict[type[Record], list[Record]] = {
        each.record: list(facts.all(each.record)) for each in REGISTERS
    }
    findings = engine.check(
        records,
        facts,
        Situation(day, reader.policy(), period),
        explanations=reader.explanations(),
        progress=progress,
    )
    return CheckResult(None, period.code if period else None, day, tuple(findings))
