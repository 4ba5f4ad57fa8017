"""The sample workbooks come in exactly as their truth files say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from college_desk.records.json_form import public_json
from college_desk.records.register import REGISTERS
from college_desk.rules.rule import RULES
from tests.services.importing_sheets import brought, counts
from tests.services.occasions import new_desk

SAMPLES = Path(__file__).parents[1] / "samples"
TRUTHS = sorted(SAMPLES.glob("*.truth.json"))


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.name.split(".")[0])
def test_a_sample_comes_in_as_its_truth_says(tmp_path: Path, path: Path) -> None:
    truth = json.loads(path.read_text(encoding="utf-8"))
    with new_desk(tmp_path) as desk:
        document = brought(desk, truth["register"], SAMPLES / truth["file"]).to_json()
        kept = _kept(desk, truth["register"])
        again = brought(desk, truth["register"], SAMPLES / truth["file"])
    assert document["header_row"] == truth["header_row"]
    assert {each["source"]: each["field"] for each in document["columns"]} == truth["columns"]
    assert document["rows"] == len(truth["rows"])
    for row in truth["rows"]:
        found = [each for each in document["findings"] if each["row"] == row["row"]]
        told = {each["field"] for each in found if each["severity"] == "error"}
        if row["defects"]:
            assert {each["field"] for each in row["defects"]} <= told
        else:
            assert not told
            _assert_values(kept[row["row"]], row["values"])
    assert {each["rule"] for each in document["findings"]} <= set(RULES.codes())
    stored, updated, unchanged, pending = counts(document)
    assert (updated, unchanged) == (0, 0)
    assert counts(again.to_json()) == (0, 0, stored, pending)
    assert again.changed.step is None


def _kept(desk: Any, code: str) -> dict[int, dict[str, Any]]:
    """What is kept by source row, of the register and those its sheets carry."""
    register = REGISTERS[code]
    kept: dict[int, dict[str, Any]] = {}
    with desk.read() as reader:
        for each in (*(REGISTERS[carried.register] for carried in register.carries), register):
            for record in reader.all(each.record):
                assert record.source is not None
                values = {name: value for name, value in public_json(record).items() if value is not None}
                kept.setdefault(record.source.row or 0, {}).update(values)
    return kept


def _assert_values(kept: dict[str, Any], wanted: dict[str, Any]) -> None:
    for name, value in wanted.items():
        found = kept.get(name)
        if isinstance(value, int | float) and isinstance(found, str):
            found = float(found)
        assert found == value, name
