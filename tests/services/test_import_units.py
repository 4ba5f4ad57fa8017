"""Whether amounts are in yuan or in ten thousand yuan: asked of a column that does not say so and does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from college_desk.files.mapping.questions import Question
from college_desk.services.importing import ImportOptions
from college_desk.storage.desk import Desk
from tests import make
from tests.files import workbooks
from tests.services.importing_sheets import brought, records, shown
from tests.services.occasions import new_desk

Amount = float | str


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


def roster(
    folder: Path,
    amounts: Sequence[Amount],
    *,
    header: str = "月报酬",
    above: str | None = None,
    total: Amount | None = None,
    start: str = "2026-09-01",
    file: str = "花名册.xlsx",
) -> Path:
    """Apprentices with what they are paid, the unit where it is told above, the total where there is one."""
    people: list[list[Amount | None]] = [
        [f"李{'明芳静丽强磊军洋'[number]}", make.id_number(serial=number), start, amount]
        for number, amount in enumerate(amounts)
    ]
    rows: list[list[Amount | None]] = [["姓名", "身份证号", "起始日期", header], *people]
    if above is not None:
        rows.insert(0, [above])
    if total is not None:
        rows.append(["合计", None, None, total])
    return workbooks.xlsx(folder / file, {"名册": rows})


def asked(desk: Desk, path: Path) -> Question | None:
    """The question about the unit, where one is asked."""
    questions = [each for each in shown(desk, "apprentice", path).questions if each.kind == "unit"]
    return questions[0] if questions else None


def paid(desk: Desk) -> list[Decimal]:
    """What the apprentices on the desk are paid, in order of size."""
    return sorted(Decimal(each["monthly_pay"]) for each in records(desk, "apprentice"))


@pytest.mark.parametrize(
    ("amounts", "is_asked"),
    [
        ([0.32, 0.28, 0.3], True),
        ([9.99, 9.5, 9.9], True),
        ([10, 12, 11], False),
        ([3200, 2800, 3000], False),
        ([0.32, 0.28], False),
        ([12.3456, 11.5555, 12], True),
        ([12.34, 11.55, 12], False),
        (["0.32万", "0.28万", "0.3万"], False),
    ],
)
def test_amounts_that_nobody_writes_in_yuan_are_asked_about(
    desk: Desk, tmp_path: Path, amounts: list[Amount], is_asked: bool
) -> None:
    question = asked(desk, roster(tmp_path, amounts))
    assert (question is not None) == is_asked
    if question is not None:
        assert (question.taken, question.proposed, question.answered) == ("元", "万元", False)
        assert question.answers[0].code == "万元"
        assert question.rows == len(amounts)


def test_a_header_that_names_its_unit_is_believed(desk: Desk, tmp_path: Path) -> None:
    assert asked(desk, roster(tmp_path, [0.32, 0.28, 0.3], header="月报酬（万元）")) is None
    assert asked(desk, roster(tmp_path, [0.32, 0.28, 0.3], header="月报酬（元）")) is None


def test_the_answer_holds_for_the_whole_column_and_yuan_until_it_is_given(desk: Desk, tmp_path: Path) -> None:
    path = roster(tmp_path, [0.32, 0.28, 0.3])
    brought(desk, "apprentice", path)
    assert paid(desk) == [Decimal("0.28"), Decimal("0.30"), Decimal("0.32")]
    question = asked(desk, path)
    assert question is not None
    answered = ImportOptions(answers={question.id: "万元"})
    brought(desk, "apprentice", path, answered)
    assert paid(desk) == [Decimal(2800), Decimal(3000), Decimal(3200)]
    assert [each.answered for each in shown(desk, "apprentice", path, answered).questions] == [True]


@pytest.mark.parametrize(
    ("amount", "is_asked"), [(25, True), (60, True), (124, True), (126, False), (1250, False)]
)
def test_amounts_are_held_against_those_that_the_desk_keeps(
    desk: Desk, tmp_path: Path, amount: float, is_asked: bool
) -> None:
    path = roster(tmp_path, [amount])
    assert asked(desk, path) is None
    brought(desk, "apprentice", roster(tmp_path, [250_000] * 5, file="去年.xlsx"))
    assert (asked(desk, path) is not None) == is_asked


@pytest.mark.parametrize(("total", "is_asked"), [(400_000, True), (40, False), (400, False)])
def test_amounts_are_held_against_the_total_below_them(
    desk: Desk, tmp_path: Path, total: float, is_asked: bool
) -> None:
    assert (asked(desk, roster(tmp_path, [12, 15, 13], total=total)) is not None) == is_asked


def test_a_unit_above_the_table_is_doubted_where_the_amounts_are_yuan(desk: Desk, tmp_path: Path) -> None:
    assert asked(desk, roster(tmp_path, [0.32, 0.28, 0.3], above="单位：万元")) is None
    path = roster(tmp_path, [99_999, 28_000, 1_000_000], above="单位：万元")
    assert asked(desk, path) is None
    path = roster(tmp_path, [100_000, 28_000, 1_000_000], above="单位：万元", file="大.xlsx")
    question = asked(desk, path)
    assert question is not None
    assert (question.taken, question.proposed) == ("万元", "元")
    brought(desk, "apprentice", path, ImportOptions(answers={question.id: "元"}))
    assert paid(desk) == [Decimal(28_000), Decimal(100_000), Decimal(1_000_000)]


def test_a_row_that_waits_keeps_the_unit_that_was_answered(desk: Desk, tmp_path: Path) -> None:
    path = roster(tmp_path, [0.32, 0.28, 0.3], start="2026.2.30")
    question = asked(desk, path)
    assert question is not None
    brought(desk, "apprentice", path, ImportOptions(answers={question.id: "万元"}))
    with desk.read() as reader:
        waiting = reader.pending("apprentice")
    assert [each.cells["月报酬（万元）"] for each in waiting] == ["0.32", "0.28", "0.3"]
