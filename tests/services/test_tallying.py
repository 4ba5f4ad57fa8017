"""Cross tables: people and rows kept apart, as of a day, every figure with its rows."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from college_desk.base.errors import UnusableInput
from college_desk.records.query import Condition, Query
from college_desk.records.register import REGISTERS
from college_desk.services import tallying
from college_desk.storage import workspace
from college_desk.storage.desk import Desk
from tests import make

DAY = dt.date(2026, 10, 31)
NOW = dt.datetime(2026, 10, 31, 9, 0, tzinfo=dt.UTC)
APPRENTICE = REGISTERS["apprentice"]
HOURS = REGISTERS["teaching_hours"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Three people in two classes, one of them in both, and four lessons of two teachers."""
    made = workspace.create(tmp_path / "desk")
    li, wang = make.id_number(male=True, serial=1), make.id_number(male=False, serial=2)
    zhao = make.id_number(male=False, serial=3)
    with made.write("录入", who="张", now=NOW, today=DAY, guarded=False) as writer:
        for number, name, cohort, start, end in (
            (li, "李明", "A", "2026-09-01", "2027-06-30"), (li, "李明", "B", "2025-09-01", "2026-06-30"),
            (wang, "王芳", "A", "2026-09-01", "2027-06-30"), (zhao, "赵敏", None, "2026-09-01", None),
        ):  # fmt: skip
            writer.add(
                make.apprentice(id_number=number, name=name, cohort=cohort, start_on=start, end_on=end)
            )
        for teacher, slot in ((li, "1-2"), (li, "3-4"), (wang, "1-2"), (wang, "5-6")):
            writer.add(make.teaching_hours(teacher=teacher, slot=slot, taught_on="2026-10-12"))
    return made


def test_people_are_counted_once_in_a_cell_and_once_in_the_total(desk: Desk) -> None:
    table = tallying.tally(desk, APPRENTICE, "cohort", "性别")

    assert table.counted == "人"
    assert {(each.by, each.across): each.count for each in table.cells} == {
        ("A", "男"): 1, ("A", "女"): 1, ("B", "男"): 1, (None, "女"): 1,
    }  # fmt: skip
    assert table.total == 3


def test_rows_are_counted_where_the_office_asks_for_times(desk: Desk) -> None:
    table = tallying.tally(desk, APPRENTICE, "gender", counting="times")

    assert (table.counted, table.total) == ("人次", 4)
    assert table.count("男", None) == 2


def test_lessons_are_counted_as_times_and_not_as_people(desk: Desk) -> None:
    table = tallying.tally(desk, HOURS, "name")

    assert (table.counted, table.total) == ("人次", 4)


def test_the_people_behind_lessons_are_counted_where_the_office_asks_for_people(desk: Desk) -> None:
    table = tallying.tally(desk, HOURS, "taught_on", counting="people")

    assert (table.counted, table.total) == ("人", 2)
    assert [len(each.rows) for each in table.cells] == [4]


def test_a_workbook_of_a_selection_says_what_was_selected(desk: Desk, tmp_path: Path) -> None:
    query = Query(where=(Condition("gender", "is", "1"),), on=dt.date(2026, 9, 1))
    tallying.export_xlsx(tallying.tally(desk, APPRENTICE, "cohort", query=query), tmp_path / "t.xlsx")

    rows = list(openpyxl.load_workbook(tmp_path / "t.xlsx").worksheets[0].iter_rows(values_only=True))
    assert rows[-1][0] == "统计范围：统计时点 2026-09-01；性别：男"


def test_what_is_no_person_has_its_own_measure_word(desk: Desk) -> None:
    assert tallying.tally(desk, REGISTERS["enterprise"], "size").counted == "家"


def test_a_table_as_of_a_day_leaves_out_who_was_not_there(desk: Desk) -> None:
    before = tallying.tally(desk, APPRENTICE, "cohort", query=Query(on=dt.date(2026, 6, 30)))
    after = tallying.tally(desk, APPRENTICE, "cohort", query=Query(on=dt.date(2026, 9, 1)))

    assert [(each.by, each.count) for each in before.cells] == [("B", 1)]
    assert [(each.by, each.count) for each in after.cells] == [("A", 2), (None, 1)]


def test_each_figure_has_the_rows_behind_it(desk: Desk) -> None:
    table = tallying.tally(desk, APPRENTICE, "gender")

    with desk.read() as reader:
        for cell in table.cells:
            people = reader.records(APPRENTICE.record, cell.rows)
            assert {APPRENTICE.show(each, "gender") for each in people} == {cell.by}
            assert len({APPRENTICE.show(each, "id_number") for each in people}) == cell.count


def test_a_field_across_itself_and_an_unknown_one_are_refused(desk: Desk) -> None:
    with pytest.raises(UnusableInput, match="性别"):
        tallying.tally(desk, APPRENTICE, "gender", "性别")
    with pytest.raises(UnusableInput, match="身高"):
        tallying.tally(desk, APPRENTICE, "身高")


def test_the_workbook_has_the_totals_of_rows_and_columns(desk: Desk, tmp_path: Path) -> None:
    tallying.export_xlsx(tallying.tally(desk, APPRENTICE, "cohort", "gender"), tmp_path / "t.xlsx")

    rows = list(openpyxl.load_workbook(tmp_path / "t.xlsx").worksheets[0].iter_rows(values_only=True))
    assert rows[0] == ("学徒班", "男", "女", "合计（人）")
    assert rows[1] == ("A", 1, 1, 2)
    assert rows[-2] == ("合计", 1, 2, 3)


def test_a_workbook_with_somebody_in_two_cells_says_that_totals_count_him_once(
    desk: Desk, tmp_path: Path
) -> None:
    tallying.export_xlsx(tallying.tally(desk, APPRENTICE, "cohort"), tmp_path / "t.xlsx")

    rows = list(openpyxl.load_workbook(tmp_path / "t.xlsx").worksheets[0].iter_rows(values_only=True))
    assert rows[-2:] == [("合计", 3), ("同一人在几格里都有时，合计只计一次。", None)]
