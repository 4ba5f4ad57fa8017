"""What the desk keeps besides records: the pending tray, entries, filings and snapshots."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest

from college_desk.policy.pack import Parameter
from college_desk.records.change import PendingRow
from college_desk.records.finding import Explanation
from college_desk.records.snapshot import sha256
from college_desk.storage import dialect
from college_desk.storage.desk import Desk
from college_desk.storage.filings import StoredFiling
from tests.storage.occasion import NOW, TODAY, reverse, writing

ROW = PendingRow(
    0,
    "apprentice",
    "名册.xls",
    "一系",
    7,
    {"姓 名": "赵小燕", "学号": "3.7E+17", "序号": "1"},
    (
        ("学号", "student_number", "unreadable", "“3.7E+17”的原始数字已丢失。"),
        (None, None, "error", "缺少姓名。"),
    ),
)


def test_pending_rows_come_back_cell_for_cell_in_the_order_of_the_sheet(desk: Desk) -> None:
    other = dataclasses.replace(ROW, register="enterprise", sheet=None, cells={}, faults=())
    with writing(desk) as writer:
        numbers = writer.keep_pending([ROW, other])
    with desk.read() as reader:
        assert reader.pending() == [
            dataclasses.replace(ROW, id=numbers[0]),
            dataclasses.replace(other, id=numbers[1]),
        ]
        assert list(reader.pending("apprentice")[0].cells) == ["姓 名", "学号", "序号"]
        assert reader.pending_counts() == {"apprentice": 1, "enterprise": 1}


def test_pending_rows_are_taken_once(desk: Desk) -> None:
    with writing(desk) as writer:
        numbers = writer.keep_pending([ROW, ROW])
        assert [row.id for row in writer.take_pending(numbers[:1])] == numbers[:1]
        assert writer.take_pending(numbers[:1]) == []
    with desk.read() as reader:
        assert [row.id for row in reader.pending()] == numbers[1:]


def test_explanations_come_back_and_can_be_taken_back(desk: Desk) -> None:
    explanation = Explanation("卡号已与银行核对", "王老师", TODAY)
    with writing(desk) as writer:
        writer.explain("PTT-024-1f3a90c2", explanation)
    with desk.read() as reader:
        assert reader.explanations() == {"PTT-024-1f3a90c2": explanation}
    with writing(desk) as writer:
        writer.explain("PTT-024-1f3a90c2", None)
    with desk.read() as reader:
        assert reader.explanations() == {}


@pytest.mark.parametrize("value", [None, 450, True, Decimal("0.20"), "head", ("a", "b")])
def test_an_entered_parameter_lies_over_the_pack(desk: Desk, value: object) -> None:
    early = Parameter("quota.mode", "计算方式", "early", since=dt.date(2024, 1, 1))
    late = Parameter("quota.mode", "计算方式", value, since=dt.date(2026, 1, 1), choices=("head",))  # type: ignore[arg-type]
    with writing(desk) as writer:
        writer.set_parameter(late)
        writer.set_parameter(early)
    with desk.read() as reader:
        policy = reader.policy()
    assert policy.parameter("quota.mode", dt.date(2025, 12, 31)) == early
    assert policy.parameter("quota.mode", dt.date(2026, 1, 1)) == late
    assert type(policy.get("quota.mode", TODAY)) is type(value)


def test_a_parameter_of_the_same_start_replaces_the_one_before(desk: Desk) -> None:
    for value in ("head", "periods"):
        with writing(desk) as writer:
            writer.set_parameter(Parameter("quota.mode", "计算方式", value))
    with desk.read() as reader:
        assert reader.policy().get("quota.mode", TODAY) == "periods"


def test_metas_synonyms_and_layouts_come_back(desk: Desk) -> None:
    with writing(desk) as writer:
        writer.set_meta("name", "济宁示例职业学院")
        writer.learn_synonym("gender", "男/生", "1")
        writer.keep_layout("abc", {"columns": ["name", None]})
        assert writer.meta("name") == "济宁示例职业学院"
    with desk.read() as reader:
        assert reader.meta("nothing") is None
        assert reader.metas() == {"name": "济宁示例职业学院"}
        assert reader.synonyms() == {"gender": {"男/生": "1"}}
        assert reader.layout("abc") == {"columns": ["name", None]}
        assert reader.layout("abd") is None
    with writing(desk) as writer:
        writer.set_meta("name", None)
        writer.learn_synonym("gender", "男/生", None)
    with desk.read() as reader:
        assert (reader.metas(), reader.synonyms()) == ({}, {})


def filing(snapshot: str, version: int = 1, state: str = "frozen") -> StoredFiling:
    return StoredFiling(
        "part-time-appointments-2026-2027-1-01", version, "part-time-appointments", "2026-2027-1", "first", state,
        snapshot, "d" * 64, "包.zip", TODAY, "王老师", NOW,
    )  # fmt: skip


def test_filings_and_their_snapshots_come_back_and_states_follow(desk: Desk) -> None:
    content = '{"a":"济宁"}\n'.encode()
    with writing(desk) as writer:
        name = writer.keep_snapshot(content)
        assert writer.keep_snapshot(content) == name == sha256(content)
        writer.keep_filing(filing(name))
        writer.keep_filing(filing(name, 2))
    accepted = dataclasses.replace(filing(name, 2, "accepted"), filed_number="济教备〔2026〕8号")
    with writing(desk) as writer:
        writer.keep_filing(accepted)
    with desk.read() as reader:
        assert reader.filings() == [filing(name), accepted]
        assert reader.snapshot(name) == content
        with pytest.raises(KeyError):
            reader.snapshot("nothing")


def test_a_filing_is_not_undone(desk: Desk) -> None:
    with writing(desk, "定稿锁定") as writer:
        writer.keep_filing(filing(writer.keep_snapshot(b"{}\n")))
    with pytest.raises(Exception, match="定稿锁定"):
        reverse(desk, 1)


def test_a_snapshot_that_was_altered_is_noticed(desk: Desk) -> None:
    with writing(desk) as writer:
        name = writer.keep_snapshot(b"{}\n")
        other = writer.keep_snapshot(b"[]\n")
    with dialect.writing(desk.engine) as connection, connection.begin():
        connection.exec_driver_sql(
            "UPDATE desk_snapshot SET content = (SELECT content FROM desk_snapshot WHERE sha256 = ?) WHERE sha256 = ?",
            (other, name),
        )
    with desk.read() as reader, pytest.raises(ValueError, match="damaged"):
        reader.snapshot(name)
