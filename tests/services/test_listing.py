from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from college_desk.base.errors import UnusableInput
from college_desk.records.query import Query
from college_desk.records.register import REGISTERS
from college_desk.services import listing
from college_desk.storage.desk import Desk
from tests.services.occasions import LI, SITTING, TODAY, ZHANG, new_desk, put

USCC = "91370800189862981H"
TEACHERS = REGISTERS["part_time_teacher"]


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with new_desk(tmp_path) as desk:
        put(desk, "enterprise", uscc=USCC, name="济宁瑞达汽车有限公司", employees="120")
        put(desk, "part_time_teacher", id_number=LI, name="李明", education="大学本科", years_in_trade="9")
        put(
            desk, "part_time_teacher", id_number=ZHANG, name="张华", education="大学专科", years_in_trade="20"
        )
        yield desk


def names(
    desk: Desk, *where: str, search: str = "", on: dt.date | None = None, of: str = "part_time_teacher"
) -> set[str]:
    register = REGISTERS[of]
    query = listing.parse_query(register, where, search, on)
    shown = listing.records_json(desk, register, query)
    assert shown["count"] == len(shown["records"]) == listing.count(desk, register, query)
    return {each["name"] for each in shown["records"]}


def sheet_of(file: Path) -> Any:
    """The one sheet of a workbook."""
    (sheet,) = openpyxl.load_workbook(file).worksheets
    return sheet


def names_of(records: list[Any]) -> list[str]:
    return [each.name for each in records]


@pytest.mark.parametrize("spelling", ["大学本科", "本科"])
def test_a_code_is_asked_for_by_its_label_or_alias(desk: Desk, spelling: str) -> None:
    assert names(desk, f"education={spelling}") == {"李明"}


@pytest.mark.parametrize("field", ["years_in_trade", "从事本专业（工种）年限（年）"])
def test_a_field_is_asked_for_by_name_or_label(desk: Desk, field: str) -> None:
    assert names(desk, f"{field}=20") == {"张华"}


def test_all_conditions_must_hold(desk: Desk) -> None:
    assert names(desk, "education=大学本科", "years_in_trade=20") == set()
    assert names(desk, "education=大学本科", "years_in_trade=9") == {"李明"}


def test_an_empty_value_asks_for_what_is_not_filled_in(desk: Desk) -> None:
    put(desk, "part_time_teacher", LI, phone="13800001234")
    assert names(desk, "phone=") == {"张华"}


@pytest.mark.parametrize("words", ["李", "lm", "liming", LI, LI[-4:]])
def test_search_takes_chinese_pinyin_initials_and_digits(desk: Desk, words: str) -> None:
    assert names(desk, search=words) == {"李明"}


def test_only_what_is_in_force_on_the_day_is_listed(desk: Desk) -> None:
    put(desk, "appointment", teacher=LI, name="李明", start_on="2026-09-01", end_on="2026-12-31")
    put(desk, "appointment", teacher=ZHANG, name="张华", start_on="2027-01", end_on="长期")
    assert names(desk, of="appointment", on=dt.date(2026, 8, 31)) == set()
    assert names(desk, of="appointment", on=dt.date(2026, 12, 31)) == {"李明"}
    assert names(desk, of="appointment", on=dt.date(2027, 1, 1)) == {"张华"}


def test_a_reference_is_asked_for_by_any_key_of_what_it_names(desk: Desk) -> None:
    put(desk, "apprentice", id_number=LI, name="李明", enterprise=USCC)
    put(desk, "apprentice", id_number=ZHANG, name="张华", enterprise="济宁瑞达汽车有限公司")
    assert names(desk, f"enterprise={USCC}", of="apprentice") == {"李明", "张华"}
    assert names(desk, "enterprise=济宁瑞达汽车有限公司", of="apprentice") == {"李明", "张华"}
    assert names(desk, "enterprise=济宁别的公司", of="apprentice") == set()


def test_one_of_several_values_is_enough_to_find_a_record(desk: Desk) -> None:
    put(desk, "cohort", cohort_code="2026-01", name="机电班", enterprises="甲公司、乙公司")
    put(desk, "cohort", cohort_code="2026-02", name="数控班", enterprises="乙公司")
    assert names(desk, "enterprises=甲公司", of="cohort") == {"机电班"}
    assert names(desk, "enterprises=乙公司", of="cohort") == {"机电班", "数控班"}


@pytest.mark.parametrize("where", ["nosuch=1", "education", "education=没有的学历", "years_in_trade=很多"])
def test_a_condition_that_cannot_be_is_refused(where: str) -> None:
    with pytest.raises(UnusableInput):
        listing.parse_query(TEACHERS, [where])


def test_ended_records_are_listed_only_when_asked_for(desk: Desk) -> None:
    put(desk, "part_time_teacher", LI, ended="是")
    assert names_of(listing.records(desk, TEACHERS)) == ["张华"]
    ended = listing.records(desk, TEACHERS, listing.parse_query(TEACHERS, ended=True))
    assert names_of(ended) == ["李明"]


def test_a_page_holds_the_records_of_its_uids_in_their_order(desk: Desk) -> None:
    uids = listing.uids(desk, TEACHERS, Query(order=(("years_in_trade", True),)))
    assert names_of(listing.page(desk, TEACHERS, uids)) == ["张华", "李明"]
    assert names_of(listing.page(desk, TEACHERS, uids[::-1])) == ["李明", "张华"]


def test_json_shows_every_field_and_the_names_of_people_known_by_number(desk: Desk) -> None:
    put(desk, "appointment", teacher=LI, start_on="2026-09-01")
    put(desk, "appointment", teacher="370802197512120041", start_on="2026-09-01")
    register = REGISTERS["appointment"]
    shown = {each["id_number"]: each for each in listing.records_json(desk, register)["records"]}
    assert shown[LI]["name"] == "李明"
    assert shown[LI]["teacher"] == LI
    assert shown[LI]["teacher_uid"]
    assert shown["370802197512120041"]["name"] is None
    assert set(shown[LI]) >= {each.name for each in register.fields}


def test_registers_and_fields_answer_to_code_and_title() -> None:
    assert listing.register_named("apprentice") is listing.register_named("学徒花名册")
    assert listing.field_named(TEACHERS, "姓名").name == "name"
    for unknown in ("nosuch", ""):
        with pytest.raises(UnusableInput):
            listing.register_named(unknown)


class TestExports:
    def test_csv_has_its_mark_all_fields_and_whole_numbers(self, desk: Desk, tmp_path: Path) -> None:
        out = tmp_path / "teachers.csv"
        assert listing.export_csv(desk, TEACHERS, Query(), out, TODAY) == 2
        assert out.read_bytes().startswith(b"\xef\xbb\xbf")
        with out.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert list(rows[0]) == [each.title for each in TEACHERS.fields]
        assert {each["身份证件号"] for each in rows} == {LI, ZHANG}

    @pytest.mark.parametrize("text", ["=1+1", "+86", "-5", "@SUM(A1)", "＝1+1"])
    def test_text_that_would_run_as_a_formula_is_defused(self, desk: Desk, tmp_path: Path, text: str) -> None:
        put(desk, "part_time_teacher", LI, note=text)
        listing.export_csv(
            desk, TEACHERS, listing.parse_query(TEACHERS, [f"id_number={LI}"]), tmp_path / "a.csv", TODAY
        )
        with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
            (row,) = csv.DictReader(file)
        assert row["备注"] == "'" + text
        listing.export_xlsx(
            desk, TEACHERS, Query(), tmp_path / "a.xlsx", TODAY, columns=["id_number", "note"]
        )
        cells = sheet_of(tmp_path / "a.xlsx")["B"]
        (cell,) = [each for each in cells if each.value == text]
        assert cell.data_type == "s"
        assert cell.quotePrefix

    def test_xlsx_keeps_numbers_as_numbers_and_identifiers_as_text(self, desk: Desk, tmp_path: Path) -> None:
        out = tmp_path / "teachers.xlsx"
        columns = ["name", "id_number", "years_in_trade"]
        assert listing.export_xlsx(desk, TEACHERS, Query(), out, TODAY, columns=columns) == 2
        sheet = sheet_of(out)
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        assert rows[0] == ["姓名", "身份证件号", "从事本专业（工种）年限（年）"]
        assert sorted(rows[1:]) == sorted([["李明", LI, 9], ["张华", ZHANG, 20]])
        assert sheet["B2"].number_format == "@"
        assert sheet.title == "兼职教师花名册"

    def test_a_filtered_list_says_so(self, desk: Desk, tmp_path: Path) -> None:
        query = listing.parse_query(TEACHERS, ["education=大学本科"])
        assert listing.export_xlsx(desk, TEACHERS, query, tmp_path / "a.xlsx", TODAY) == 1
        assert sheet_of(tmp_path / "a.xlsx").title == "兼职教师花名册（筛选）"

    @pytest.mark.parametrize("export", [listing.export_csv, listing.export_xlsx])
    def test_a_place_that_cannot_be_written_is_refused_and_nothing_is_left(
        self, desk: Desk, tmp_path: Path, export: Any
    ) -> None:
        (tmp_path / "taken").mkdir()
        for place in (tmp_path / "nowhere" / "a.csv", tmp_path / "taken"):
            with pytest.raises(UnusableInput):
                export(desk, TEACHERS, Query(), place, TODAY)
        assert sorted(each.name for each in tmp_path.iterdir()) == ["college", "taken"]


def test_pending_rows_show_their_cells_and_what_is_wrong_with_them(desk: Desk) -> None:
    from college_desk.records.change import PendingRow

    faults = (("证件号", "id_number", "unreadable", "读不懂。"), (None, None, "warning", "请核实。"))
    row = PendingRow(
        0, "part_time_teacher", "a.xlsx", "名单", 7, {"姓名": "李明", "证件号": "3.7E+17"}, faults
    )
    with desk.write("导入", **SITTING) as writer:
        writer.keep_pending([row])
    shown = listing.pending_json(desk, TEACHERS)
    assert (shown["register"], shown["count"]) == ("part_time_teacher", 1)
    (only,) = shown["rows"]
    assert (only["file"], only["sheet"], only["row"]) == ("a.xlsx", "名单", 7)
    assert only["cells"] == {"姓名": "李明", "证件号": "3.7E+17"}
    assert [(each["column"], each["severity"], each["value"]) for each in only["findings"]] == [
        ("证件号", "error", "3.7E+17"),
        (None, "warning", None),
    ]
    assert listing.pending_json(desk, REGISTERS["apprentice"])["count"] == 0
