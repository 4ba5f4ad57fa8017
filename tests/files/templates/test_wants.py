"""What the columns of blank sheets say of themselves."""

from __future__ import annotations

from college_desk.files.templates.plan import Form, template
from college_desk.files.templates.wants import example, wanted
from college_desk.records.register import REGISTERS


def column(register: str, name: str) -> tuple[str, str]:
    """What a field's column wants, and its example."""
    field = REGISTERS[register].by_name[name]
    return wanted(field), example(field, tuple(field.type.labels()))


def test_every_kind_of_value_says_how_it_is_written() -> None:
    for register in REGISTERS:
        for field in register.fields:
            assert wanted(field), f"{register.code}.{field.name}"


def test_the_hints_own_example_goes_first_as_the_field_shows_it() -> None:
    assert column("apprentice", "enrolled_month")[1] == "2026-09"
    assert column("apprentice", "ethnicity")[1] == "汉族"


def test_without_one_the_first_choice_or_the_usual_value_is_shown() -> None:
    assert column("apprentice", "gender")[1] == "男"
    assert column("apprentice", "monthly_pay")[1] == "2600.00"
    assert column("apprentice", "household_address")[1] == ""


def test_the_form_of_the_values_is_not_said_twice() -> None:
    assert column("apprentice", "id_number")[0] == "18位，末位X大写"
    assert column("apprentice", "poverty_registered")[0] == "是/否；填是或否"


def test_choices_of_which_several_may_be_named_stand_in_the_note() -> None:
    made = template(REGISTERS["agreement"], school="", office="", offered={}, campuses=False)
    (kinds,) = [each for each in made.columns if each.field.name == "cooperation_kinds"]
    assert (kinds.choices, kinds.closed, kinds.form) == ((), False, Form.TEXT)
    assert "现代学徒制" in kinds.note
