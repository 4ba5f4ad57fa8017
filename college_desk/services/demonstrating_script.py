"""What the sample college is made from: its spreadsheets in order, and the script by which it is mended."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from college_desk.base import resources
from college_desk.records.values.month import Month
from college_desk.services.importing import ImportOptions

FOLDER = "demo"


@dataclass(frozen=True)
class SheetToImport:
    """One spreadsheet and the register it is imported into."""

    register: str
    file: Path
    options: ImportOptions


@dataclass(frozen=True)
class Mend:
    """One step of the mending, by whom and why.

    register with key: that record's `fields` are written (`ended`: it is ended), without a key a record is
    added; file with row (and sheet): that waiting row's `cells` are written anew, without cells it is thrown
    away.
    """

    who: str
    why: str
    register: str | None = None
    key: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    cells: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Explain:
    """An explanation of the warnings of one rule in one filing; key: only those on that record."""

    who: str
    filing: str
    rule: str
    text: str
    key: str | None = None


@dataclass(frozen=True)
class Parameters:
    """Values that the college enters into the policy, and the document that they are from."""

    document: str
    values: Mapping[str, str]


@dataclass(frozen=True)
class Payment:
    """A month of lessons settled and paid out: when, under which voucher."""

    month: Month
    paid_on: dt.date
    voucher: str


@dataclass(frozen=True)
class DemoScript:
    """The sample college as written in `resources/demo/`.

    day: the day it was written for; clerk: who works with it; school: its fields; campuses: by name, with
    their fields; payments: months of hourly fees paid out; periods: {filing: period}.
    """

    day: dt.date
    clerk: str
    name: str
    school_code: str
    school: Mapping[str, str]
    campuses: Mapping[str, Mapping[str, str]]
    parameters: tuple[Parameters, ...]
    sheets: tuple[SheetToImport, ...]
    mends: tuple[Mend, ...]
    explanations: tuple[Explain, ...]
    payments: tuple[Payment, ...]
    periods: Mapping[str, str]


def read_script() -> DemoScript:
    """The script of the sample college that comes with the program."""
    said = tomllib.loads(resources.text(FOLDER, "demo.toml"))
    mending = tomllib.loads(resources.text(FOLDER, "mending.toml"))
    return DemoScript(
        day=said["day"],
        clerk=said["clerk"],
        name=said["school"]["name"],
        school_code=said["school"]["school_code"],
        school=said["school"]["fields"],
        campuses={each.pop("name"): each for each in said["campus"]},
        parameters=tuple(Parameters(**each) for each in said["parameters"]),
        sheets=tuple(_sheet(each) for each in said["import"]),
        mends=tuple(Mend(**each) for each in mending["mend"]),
        explanations=tuple(Explain(**each) for each in mending["explain"]),
        payments=tuple(_payment(each) for each in said["payment"]),
        periods=said["periods"],
    )


def _sheet(said: Mapping[str, Any]) -> SheetToImport:
    options = ImportOptions(
        sheet=said.get("sheet"), department=said.get("department"), map=said.get("map", {})
    )
    return SheetToImport(said["register"], resources.path(FOLDER, said["file"]), options)


def _payment(said: Mapping[str, Any]) -> Payment:
    year, _dash, month = said["month"].partition("-")
    return Payment(Month(int(year), int(month)), said["paid_on"], said["voucher"])
