"""Every register can be typed in and read out on the command line, and taken back again."""

from __future__ import annotations

from typing import Any

from college_desk.records.json_form import fields_json
from college_desk.records.register import REGISTERS, Record, register_of
from tests import make
from tests.cli.running import Line


def words_of(record: Record) -> list[str]:
    """The record as the FIELD=VALUE words of `set`."""
    register = register_of(record)
    return [f"{each.name}={text}" for each in register.fields if (text := register.show(record, each.name))]


def typed_in() -> list[Record]:
    return [each for each in make.everything() if not register_of(each).made_by_program]


def said(record: dict[str, Any], register: str) -> dict[str, Any]:
    return {each.name: record[each.name] for each in REGISTERS[register].fields}


def test_what_is_typed_in_is_what_comes_out(bare: Line) -> None:
    bare.done("init", "WS", "--name", make.SCHOOL)
    records = typed_in()
    assert {register_of(each).code for each in records} == {
        each.code for each in REGISTERS if not each.made_by_program
    }
    for record in records:
        register = register_of(record).code
        shown = bare.done("set", "WS", register, *words_of(record), "--json").json
        assert said(shown, register) == fields_json(record), register
    for each in REGISTERS:
        expected = [fields_json(record) for record in records if register_of(record) is each]
        listed = bare.done("records", "WS", each.code, "--json").json
        found = [said(record, each.code) for record in listed["records"]]
        if any(record.get("name") is None for record in expected):
            found = [{**record, "name": None} if "name" in record else record for record in found]
            expected = [{**record, "name": None} if "name" in record else record for record in expected]
        assert sorted(found, key=repr) == sorted(expected, key=repr), each.code
    assert bare.done("doctor", "WS", "--json").json["ok"] is True


def test_typing_in_the_same_again_changes_nothing(bare: Line) -> None:
    bare.done("init", "WS", "--name", make.SCHOOL)
    keyed = [each for each in typed_in() if register_of(each).key or register_of(each).one_record]
    for record in keyed:
        bare.done("set", "WS", register_of(record).code, *words_of(record))
    digest = bare.done("digest", "WS").out
    steps = len(bare.done("history", "WS", "--json").json["steps"])
    for record in keyed:
        bare.done("set", "WS", register_of(record).code, *words_of(record))
    assert bare.done("digest", "WS").out == digest
    assert len(bare.done("history", "WS", "--json").json["steps"]) == steps


def test_all_of_it_can_be_undone_and_redone(bare: Line) -> None:
    bare.done("init", "WS", "--name", make.SCHOOL)
    empty = bare.done("digest", "WS").out
    records = typed_in()
    for record in records:
        bare.done("set", "WS", register_of(record).code, *words_of(record))
    full = bare.done("digest", "WS").out
    bare.done("undo", "WS", str(len(records)))
    assert bare.done("digest", "WS").out == empty
    assert bare("undo", "WS").status == 1
    bare.done("redo", "WS", str(len(records)))
    assert bare.done("digest", "WS").out == full
    assert bare("redo", "WS").status == 1
