"""A filing frozen and its forms filled without a workspace: what stands in them, held beside the golden file."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from college_desk.forms.filing import FILINGS, Scope
from college_desk.forms.form import Frozen, documents_of
from college_desk.policy.pack import Parameter, load_pack, with_entered
from college_desk.records.lookups import ListedFacts
from college_desk.records.page import FilledForm, FormCell, Line, Paragraph, Seals, Table, Title
from college_desk.records.period import period_of
from college_desk.records.register import Record
from college_desk.records.snapshot import Snapshot
from college_desk.services.freezing import freeze, thaw
from college_desk.services.preparing import Prepared

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "forms"


def frozen(
    filing: str,
    records: Iterable[Record],
    period: str,
    day: dt.date,
    *,
    scope: Scope | None = None,
    entered: Mapping[str, str] | None = None,
) -> Frozen:
    """A filing of these records, frozen and read back from its bytes; records get uids in their order."""
    listed = numbered(records)
    declared, chosen, whole = FILINGS[filing], scope or Scope(), period_of(period)
    own = tuple(_entered(name, value) for name, value in (entered or {}).items())
    policy = with_entered(load_pack("jining-2022"), own)
    selection = declared.select(ListedFacts(listed), whole, day, chosen)
    prepared = Prepared(declared, whole, day, chosen, selection, (), policy)
    snapshot = freeze(prepared, number=f"{filing}-{period}-01", version=1)
    return thaw(Snapshot.read(snapshot.canonical()))


def numbered(records: Iterable[Record]) -> list[Record]:
    """The records with uids in their order; those that have one keep it."""
    return [
        each if each.uid else dataclasses.replace(each, uid=f"u{number:04d}")
        for number, each in enumerate(records)
    ]


def documents(given: Frozen) -> dict[str, FilledForm]:
    """The documents by the code of their form; the last of several."""
    return {each.code: each for each in documents_of(given)}


def texts(form: FilledForm) -> list[str]:
    """Everything that stands in a document, in order."""
    found: list[str] = []
    for block in form.blocks:
        match block:
            case Title():
                found += [block.text, block.subtitle]
            case Line():
                found += [block.left, block.middle, block.right]
            case Paragraph():
                found.append(block.text)
            case Table():
                found += [cell.text for row in block.rows for cell in row]
            case Seals():
                found += [line for place in block.places for line in place.lines]
    return found


def beside(form: FilledForm, caption: str) -> str:
    """The text of the cell after a caption."""
    cells = [cell for cell in _cells(form) if cell.text or not cell.label]
    return next(cells[place + 1].text for place, cell in enumerate(cells) if cell.text == caption)


def is_golden(given: Frozen, name: str) -> bool:
    """Whether all documents say what the golden file says; COLLEGE_DESK_RENEW=1 writes it."""
    described = [{**dataclasses.asdict(each), "blocks": texts(each)} for each in documents_of(given)]
    told = json.dumps(described, ensure_ascii=False, indent=1, default=str) + "\n"
    file = GOLDEN / f"{name}.json"
    if os.environ.get("COLLEGE_DESK_RENEW"):
        file.write_text(told, encoding="utf-8")
    return told == file.read_text(encoding="utf-8")


def _entered(name: str, value: str) -> Parameter:
    """A parameter of the pack with a value that holds on every day."""
    known = load_pack("jining-2022").by_name[name][0]
    return dataclasses.replace(known, value=value, since=dt.date.min, until=dt.date.max)


def _cells(form: FilledForm) -> list[FormCell]:
    return [cell for block in form.blocks if isinstance(block, Table) for row in block.rows for cell in row]
