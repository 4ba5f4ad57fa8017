"""The digest: what records say, and nothing else."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from college_desk.records.register import Record, Source
from college_desk.storage.workspace import create
from tests.storage.occasion import (
    OTHER_ID,
    add,
    appointment,
    change,
    digest,
    enterprise,
    reverse,
    teacher,
    writing,
)

UIDS = [f"01890000-0000-7000-8000-00000000000{n}" for n in range(4)]


def digest_of(folder: Path, *records: Record) -> str:
    with create(folder) as desk:
        for each in records:
            add(desk, each)
        return digest(desk)


def test_it_is_the_same_in_whatever_order_records_came(tmp_path: Path) -> None:
    records = [
        teacher(uid=UIDS[0]),
        teacher("张伟", OTHER_ID, uid=UIDS[1]),
        appointment(uid=UIDS[2]),
        enterprise(uid=UIDS[3]),
    ]
    assert digest_of(tmp_path / "a", *records) == digest_of(tmp_path / "b", *reversed(records))


def test_it_takes_no_notice_of_source_revision_links_journal_and_tray(tmp_path: Path) -> None:
    plain = digest_of(tmp_path / "a", appointment(uid=UIDS[0]), teacher(uid=UIDS[1]))
    with create(tmp_path / "b") as desk:
        stored = add(desk, teacher(uid=UIDS[1], source=Source("a.xls", "一", 3)), appointment(uid=UIDS[0]))[0]
        edited = change(desk, dataclasses.replace(stored, phone="1"))
        change(desk, dataclasses.replace(edited, phone=None))
        with writing(desk) as writer:
            writer.set_meta("name", "x")
        assert digest(desk) == plain


@pytest.mark.parametrize(
    "field",
    [
        {"note": "x"},
        {"campus": "x"},
        {"department": "x"},
        {"ended": True},
        {"same_as": UIDS[3]},
        {"name": "x"},
    ],
)
def test_it_follows_everything_that_a_record_says(tmp_path: Path, field: dict[str, Any]) -> None:
    plain = digest_of(tmp_path / "a", teacher(uid=UIDS[0]))
    assert digest_of(tmp_path / "b", dataclasses.replace(teacher(uid=UIDS[0]), **field)) != plain
    assert digest_of(tmp_path / "c", teacher(uid=UIDS[1])) != plain


def test_of_an_empty_desk_it_is_that_of_nothing_and_undo_brings_it_back(tmp_path: Path) -> None:
    with create(tmp_path / "a") as desk:
        empty = digest(desk)
        assert empty == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        add(desk, teacher())
        assert digest(desk) != empty
        reverse(desk, 1)
        assert digest(desk) == empty
