"""The sample college: made from its spreadsheets, checked, mended by script, filed, verified.

It does what a clerk does, through the same services: what it shows is what the program can do.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.forms.filing import FILINGS
from college_desk.records.finding import Finding
from college_desk.records.register import REGISTERS
from college_desk.records.values.month import Month
from college_desk.services import (
    checking,
    demonstrating_report,
    editing,
    filing,
    importing,
    policies,
    settling,
    verifying,
    workspaces,
)
from college_desk.services.demonstrating_mending import Mending, explain, mend
from college_desk.services.demonstrating_place import COLLEGE, PACKAGES, Mark, cleared
from college_desk.services.demonstrating_script import DemoScript, Payment, SheetToImport, read_script
from college_desk.services.month_of_fees import MonthOfFees
from college_desk.services.preparing import Choice
from college_desk.services.verifying import Verification
from college_desk.storage.desk import Desk

Say = Callable[[str], None]


@dataclass(frozen=True)
class Imported:
    """What came of one spreadsheet: its rows, and what was found on them."""

    file: str
    sheet: str | None
    register: str
    rows: int
    stored: int
    updated: int
    pending: int
    errors: int
    warnings: int


@dataclass(frozen=True)
class Checked:
    """What a check found.

    rules: {code: how many} of errors and warnings, gravest first; pending: rows that still wait.
    """

    errors: int
    warnings: int
    explained: int
    infos: int
    rules: dict[str, int]
    pending: int = 0

    @property
    def unexplained(self) -> int:
        """How many warnings still want an explanation."""
        return self.warnings - self.explained


@dataclass(frozen=True)
class FiledPackage:
    """One package of the sample college, and whether it is whole."""

    filing: str
    period: str
    number: str
    version: int
    path: Path
    verification: Verification


@dataclass(frozen=True)
class DemoResult:
    """What the demonstration did.

    folder: the college's; before, after: checks of the whole desk; filings_before, filings_after: by
    filing; packages: one or more for each kind of filing the program has.
    """

    folder: Path
    imports: tuple[Imported, ...]
    before: Checked
    filings_before: dict[str, Checked]
    mending: Mending
    after: Checked
    filings_after: dict[str, Checked]
    packages: tuple[FiledPackage, ...]

    @property
    def ok(self) -> bool:
        """Whether every kind of filing has a package, and every package is whole."""
        filed = {each.filing for each in self.packages}
        return filed == {each.code for each in FILINGS} and all(
            each.verification.ok for each in self.packages
        )


def demo(
    folder: Path,
    *,
    who: str,
    now: dt.datetime,
    say: Say = lambda line: None,
    progress: Progress = SILENT,
) -> DemoResult:
    """Make the sample college in `folder`/college and its packages in `folder`/packages; tell each step.

    who: in whose name it is made; the mending bears the names of the script. A sample college that lies
    there is made anew. Raises UnusableInput where the place holds anything else.
    """
    script = read_script()
    told = demonstrating_report
    say(told.beginning(script))
    with _new_college(folder, script, who=who, now=now) as desk:
        imports = []
        for number, sheet in enumerate(script.sheets, start=1):
            progress.step(_("导入表格"), number, len(script.sheets))
            imports.append(_import(desk, sheet, script.day, who=who, now=now))
            say(told.imported(imports[-1]))
        before, filings_before = _check(desk, script, progress)
        say(told.checked(_("校验（导入以后）"), before, filings_before))
        mending = mend(desk, script, now=now, progress=progress)
        for payment in script.payments:
            say(told.paid(payment, _pay(desk, payment, script.day, who=who, now=now)))
        mending += explain(desk, script, now=now, progress=progress)
        say(told.mended(mending))
        after, filings_after = _check(desk, script, progress)
        say(told.checked(_("校验（改正、说明以后）"), after, filings_after))
        packages = []
        for kind in FILINGS:
            made = _file(desk, kind.code, script, folder / PACKAGES, who=who, now=now, progress=progress)
            say(told.filed(kind, script.periods[kind.code], made))
            packages += made
    Mark.of(folder).with_packages(each.path for each in packages).write()
    result = DemoResult(
        folder / COLLEGE,
        tuple(imports),
        before,
        filings_before,
        mending,
        after,
        filings_after,
        tuple(packages),
    )
    say(told.ending(result.ok, result.folder))
    return result


def sample_college(folder: Path, *, now: dt.datetime, progress: Progress = SILENT) -> Desk:
    """The sample college, made anew in a folder and opened; raises as `demo` does."""
    result = demo(folder, who=read_script().clerk, now=now, progress=progress)
    return workspaces.open_desk(result.folder)


def _new_college(folder: Path, script: DemoScript, *, who: str, now: dt.datetime) -> Desk:
    """The college before anything is imported: its own fields, its campuses, its parameters."""
    place = cleared(folder, script.name)
    today = script.day
    desk = workspaces.create(
        place,
        name=script.name,
        school_code=script.school_code,
        campuses=tuple(script.campuses),
        who=who,
        now=now,
        today=today,
    )
    with contextlib.ExitStack() as closing:
        closing.callback(desk.close)
        editing.set_record(desk, REGISTERS["school"], None, script.school, who=who, now=now, today=today)
        for fields in script.campuses.values():
            editing.set_record(desk, REGISTERS["campus"], None, fields, who=who, now=now, today=today)
        for entered in script.parameters:
            policies.set_parameters(
                desk, entered.values, document=entered.document, who=who, now=now, today=today
            )
        closing.pop_all()
    return desk


def _import(desk: Desk, sheet: SheetToImport, today: dt.date, *, who: str, now: dt.datetime) -> Imported:
    register = REGISTERS[sheet.register]
    shown = importing.preview(desk, register, sheet.file, sheet.options, today=today)
    done = importing.apply(desk, shown, who=who, now=now, today=today)
    severities = [each.severity for each in shown.findings()]
    return Imported(
        file=sheet.file.name,
        sheet=sheet.options.sheet,
        register=register.code,
        rows=shown.rows,
        stored=done.count("new"),
        updated=done.count("changed"),
        pending=done.count("pending"),
        errors=severities.count("error"),
        warnings=severities.count("warning"),
    )


def _pay(desk: Desk, payment: Payment, today: dt.date, *, who: str, now: dt.datetime) -> MonthOfFees:
    """Settle a month of hourly fees and write down that it was paid out."""
    when = Month(payment.paid_on.year, payment.paid_on.month)
    settled, _changed = settling.settle(desk, payment.month, pay_month=when, who=who, now=now, today=today)
    for batch in dict.fromkeys(each.settlement.batch for each in settled.lines):
        settling.pay(
            desk, batch or "", "已发放", payment.paid_on, voucher_number=payment.voucher, who=who, now=now, today=today
        )  # fmt: skip
    return settled


def _check(desk: Desk, script: DemoScript, progress: Progress) -> tuple[Checked, dict[str, Checked]]:
    """What is found on the whole desk, and in each kind of filing."""
    with desk.read() as reader:
        waiting = sum(reader.pending_counts().values())
    whole = checking.check(desk, day=script.day, progress=progress)
    filings = {
        each.code: checking.check(
            desk, filing=each.code, period=script.periods[each.code], day=script.day, progress=progress
        )
        for each in FILINGS
    }
    return _counted(whole.findings, waiting), {
        code: _counted(found.findings) for code, found in filings.items()
    }


def _counted(findings: tuple[Finding, ...], waiting: int = 0) -> Checked:
    severities = [each.severity for each in findings]
    rules: dict[str, int] = {}
    for each in findings:
        if each.severity == "info":
            continue
        rules[each.rule] = rules.get(each.rule, 0) + 1
    return Checked(
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        explained=sum(each.severity == "warning" and each.explanation is not None for each in findings),
        infos=severities.count("info"),
        rules=rules,
        pending=waiting,
    )


def _file(
    desk: Desk,
    code: str,
    script: DemoScript,
    out: Path,
    *,
    who: str,
    now: dt.datetime,
    progress: Progress,
) -> list[FiledPackage]:
    """File one kind of filing and verify what came of it; nothing where it is still blocked."""
    filed = filing.file(
        desk,
        Choice(code, script.periods[code]),
        out=out,
        who=who,
        now=now,
        today=script.day,
        progress=progress,
    )
    return [
        FiledPackage(
            filing=code,
            period=script.periods[code],
            number=each.number,
            version=each.version,
            path=each.path,
            verification=verifying.verify(each.path, progress=progress),
        )
        for each in filed.packages
    ]
