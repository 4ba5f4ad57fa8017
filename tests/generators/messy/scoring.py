"""How well the program reads messy workbooks: columns, values of clean rows, defects, false alarms.

Everything goes through the importing service, as the window and the command line do; what is kept is read back
in the forms of `records --json`.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.records.json_form import public_json
from college_desk.records.register import REGISTERS
from college_desk.services import importing, workspaces
from college_desk.services.importing import SheetPreview
from college_desk.storage.desk import Desk
from tests.generators.messy.making import college
from tests.generators.messy.model import Json, MessyFile, TrueRow, TrueSheet
from tests.services.occasions import SITTING, TODAY, new_desk

MEASURES = ("columns", "values", "all values", "defects", "false alarms")
"""`values` are those of clean rows in columns that were placed right, `all values` those of every column."""
NOT_YET_KNOWN = frozenset({"VAL-014"})
"""What the sheet names and no register holds yet: a warning that is wanted, not a false alarm."""

OTHER_NAMES = {"class_taught": "class_name"}
"""Names under which JSON shows a field once more."""

Kept = dict[tuple[str, int], dict[str, Json]]


class Told(NamedTuple):
    """A finding on a row."""

    severity: str
    field: str | None
    rule: str
    message: str


@dataclass
class Tally:
    """Hits and all of each measure; of the false alarms the rows alarmed and all rows without a defect."""

    hits: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)

    def add(self, measure: str, hit: bool, count: int = 1) -> None:
        """Count one more."""
        self.all[measure] += count
        self.hits[measure] += count if hit else 0

    def share(self, measure: str) -> float:
        """The share of hits, 0 to 1; of nothing it is 1, of the false alarms 0."""
        if not self.all[measure]:
            return 0.0 if measure == "false alarms" else 1.0
        return self.hits[measure] / self.all[measure]


@dataclass
class Score:
    """The tallies of many files: of all together, and by trait (`format=csv`), and every miss in words."""

    whole: Tally = field(default_factory=Tally)
    by_trait: dict[str, Tally] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def add(self, traits: Iterable[str], measure: str, hit: bool) -> None:
        """Count one more, of the whole and of each trait."""
        self.whole.add(measure, hit)
        for trait in traits:
            self.by_trait.setdefault(trait, Tally()).add(measure, hit)

    def table(self) -> str:
        """The shares as a table, the whole first."""
        lines = [f"{'':<34}" + "".join(f"{each:>17}" for each in MEASURES)]
        for name, tally in (("all", self.whole), *sorted(self.by_trait.items())):
            shares = "".join(
                f"{tally.share(each) * 100:>9.2f}%{f'/{tally.all[each]}':<7}" for each in MEASURES
            )
            lines.append(f"{name:<34}{shares}")
        return "\n".join(lines)


def score_seed(score: Score, seed: int, folder: Path, *, count: int) -> None:
    """Make the workbooks of a seed in a folder and bring each into a college of its own."""
    with new_desk(folder / "template"):
        pass
    made = folder / "files"
    made.mkdir()
    for number, file in enumerate(college(seed, made, count=count)):
        place = folder / f"college-{number}"
        shutil.copytree(folder / "template" / "college", place)
        with workspaces.open_desk(place) as desk:
            score_file(score, file, desk)
        shutil.rmtree(place)


def score_file(score: Score, file: MessyFile, desk: Desk) -> None:
    """Bring one file into an empty desk and count what came of it."""
    traits = [f"register={file.register}", *(f"{name}={value}" for name, value in file.traits.items())]
    register = REGISTERS[file.register]
    try:
        shown = importing.preview(desk, register, file.path, today=TODAY)
        importing.apply(desk, shown, **SITTING)
    except (DeskError, UnusableInput) as refused:
        score.misses.append(f"refused\t{file.register}\t{file.path.name}\t{refused}")
        _count_nothing(score, traits, file)
        return
    kept = _kept(desk, file.register)
    one = len({sheet.name for sheet in shown.sheets}) == len({sheet.name for sheet in file.truth}) == 1
    for sheet in file.truth:
        name = shown.sheets[0].name if one else sheet.name
        tables = [each for each in shown.sheets if each.name == name]
        seen = next((each for each in tables if each.header_row == sheet.header_row), None)
        seen = seen or next(iter(tables), None)
        fields = {} if seen is None else _fields(seen)
        found = _findings(tables)
        unmapped = {
            field
            for column in sheet.columns
            if fields.get(column.index) not in column.fields
            for field in column.fields
        }
        _columns(score, traits, file, sheet, fields)
        for row in sheet.rows:
            values = kept.get((name, row.row))
            told = found.get(row.row, [])
            _row(score, traits, file, row, values, told, unmapped)


def _fields(seen: SheetPreview) -> dict[int, str | None]:
    """The field of each column by its 0-based place, without the name of a carried register."""
    return {each.index: _bare(each.field) for each in seen.columns}


def _bare(name: str | None) -> str | None:
    """A field's own name."""
    if not name:
        return None
    bare = name.rpartition(".")[2]
    return OTHER_NAMES.get(bare, bare)


def _kept(desk: Desk, code: str) -> Kept:
    """What is kept by sheet and source row, of the register and those its sheets carry."""
    register = REGISTERS[code]
    kept: Kept = {}
    with desk.read() as reader:
        for each in (*(REGISTERS[carried.register] for carried in register.carries), register):
            for record in reader.all(each.record):
                if record.source is None:
                    continue
                values = {name: value for name, value in public_json(record).items() if value is not None}
                place = (record.source.sheet or "", record.source.row or 0)
                kept.setdefault(place, {}).update(values)
    return kept


def _findings(tables: Iterable[SheetPreview]) -> dict[int, list[Told]]:
    """What was told of each row of a sheet."""
    found: dict[int, list[Told]] = {}
    for row in (row for table in tables for row in table.findings):
        for each in row:
            said = each.to_json()
            told = Told(said["severity"], _bare(said["field"]), said["rule"], said["message"])
            found.setdefault(said["row"], []).append(told)
    return found


def _columns(
    score: Score, traits: list[str], file: MessyFile, sheet: TrueSheet, fields: Mapping[int, str | None]
) -> None:
    for column in sheet.columns:
        got = fields.get(column.index)
        wanted = column.fields or (None,)
        right = got in wanted or (got is None and "note" in wanted)
        wording = "kept back" if column.new_words else "usual"
        score.add([*traits, f"wording={wording}"], "columns", right)
        if not right:
            header = column.header.replace("\n", "\\n")
            score.misses.append(
                f"column\t{file.register}\t{header}\t{'/'.join(column.fields)}\tgot {got}\t{file.path.name}"
            )


def _row(
    score: Score,
    traits: list[str],
    file: MessyFile,
    row: TrueRow,
    values: dict[str, Json] | None,
    told: list[Told],
    unmapped: set[str],
) -> None:
    if row.defects:
        for defect in row.defects:
            places = (defect.field, *defect.also)
            enough = ("error",) if defect.severity == "error" else ("error", "warning")
            hit = any(each.severity in enough and each.field in places for each in told)
            score.add([*traits, f"defect={defect.kind}"], "defects", hit)
            if not hit:
                said = "; ".join(f"{each.field}:{each.rule}:{each.message}" for each in told)
                score.misses.append(
                    f"defect\t{file.register}\t{defect.kind}\t{defect.field}\trow {row.row} {file.path.name}\ttold: {said}"
                )
        return
    alarms = [
        each for each in told if each.severity in ("error", "warning") and each.rule not in NOT_YET_KNOWN
    ]
    score.add(traits, "false alarms", bool(alarms))
    score.misses += [
        f"alarm\t{file.register}\t{each.field}\t{each.rule}\t{each.message}\trow {row.row} {file.path.name}"
        for each in alarms
    ]
    for name, wanted in row.values.items():
        if name == "note":
            continue
        got = None if values is None else values.get(name)
        hit = same(got, wanted)
        score.add(traits, "all values", hit)
        if name not in unmapped:
            score.add(traits, "values", hit)
        if not hit:
            why = (
                "column not found"
                if name in unmapped
                else "row not stored"
                if values is None
                else "read otherwise"
            )
            score.misses.append(
                f"value\t{file.register}\t{name}\t{why}\twanted {wanted!r}\tgot {got!r}\trow {row.row} {file.path.name}"
            )


def same(got: Json, wanted: Json) -> bool:
    """Whether two values are one; numbers by what they are worth."""
    if isinstance(wanted, int | float) and isinstance(got, int | float) and not isinstance(wanted, bool):
        return float(wanted) == float(got)
    if isinstance(wanted, int) and isinstance(got, str) and not isinstance(wanted, bool):
        return str(wanted) == got
    return bool(got == wanted)


def _count_nothing(score: Score, traits: list[str], file: MessyFile) -> None:
    for sheet in file.truth:
        for _ in sheet.columns:
            score.add(traits, "columns", False)
        for row in sheet.rows:
            for defect in row.defects:
                score.add([*traits, f"defect={defect.kind}"], "defects", False)
            if not row.defects:
                for _ in row.values:
                    score.add(traits, "values", False)
                    score.add(traits, "all values", False)


def kinds_of_misses(misses: Iterable[str]) -> list[tuple[str, int, str]]:
    """Every kind of miss with how often it came and one example, the most frequent first."""
    counted: Counter[str] = Counter()
    example: dict[str, str] = {}
    for miss in misses:
        parts = miss.split("\t")
        kind = " | ".join(parts[:5] if parts[0] == "column" else parts[:4])
        counted[kind] += 1
        example.setdefault(kind, miss)
    return [(kind, count, example[kind]) for kind, count in counted.most_common()]
