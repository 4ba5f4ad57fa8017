from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from college_desk.base.catalogue import module_names
from college_desk.files.mapping.title import title
from college_desk.records import register as declaring
from college_desk.records.codes import code_table
from college_desk.records.register import REGISTERS, Field, Register, by_subject, register_of, shared_fields
from college_desk.records.values.code import Code, Codes, OpenCode
from college_desk.records.values.money import Money
from college_desk.records.values.organisation_name import OrganisationName
from college_desk.records.values.person_name import PersonName
from tests import make
from tests.records.register_names import FIELDS, KEYS, LABELS, OTHER_HINTS, OTHER_LABELS, TITLES

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
EVERY = [pytest.param(each, id=each.code) for each in REGISTERS]
SHARED = {each.name for each in shared_fields()}

HEADERS_OF_OFFICES = {
    "part_time_teacher": {
        "姓 名": "name", "外聘教师姓名": "name", "单位名称": "employer", "原单位": "employer", "最后学历": "education",
        "职业资格等级": "skill_level", "职称": "professional_title", "聘任方式": "recruitment_method",
        "起聘日期": "start_on", "终聘日期": "end_on", "单位职务": "employer_post", "工作年限": "years_in_trade",
        "职业资格证书号": "skill_certificate_number", "授课课程": "course", "帐号": "bank_account",
        "第一学历/学历": "first_education", "最后学历/学历": "education", "合同编号": "contract_number",
    },
    "appointment": {
        "教师姓名": "name", "身份证号": "id_number", "聘期起": "start_on", "聘期止": "end_on", "协议编号": "contract_number",
        "课时费标准": "yuan_per_period", "性别": "gender", "选聘方式": "selection_method",
    },
    "teaching_hours": {
        "日期": "taught_on", "节数": "periods", "授课类型": "course_kind", "上课班级": "class_taught", "教师": "name",
        "身份证号": "id_number", "科目": "course", "计划课时": "planned_periods", "教室/地点": "place",
    },
    "enterprise": {
        "单位名称": "name", "信用代码": "uscc", "法人代表": "legal_representative", "企业类型(大中小微)": "size",
        "联系方式": "phone", "企业联系人": "contact", "依托单位": "name", "是否规上": "above_scale",
    },
    "apprentice": {
        "协议号": "agreement_number", "签约日期": "agreement_signed_on", "合作单位": "enterprise", "师傅": "mentor",
        "学徒津贴(元/月)": "monthly_pay", "学徒班名称": "cohort", "班级名称": "class_name", "家长电话": "guardian_phone",
        "成员1姓名": "guardian_name", "专业简称": "major_name", "全国学籍号": "registration_number",
    },
    "order_student": {
        "企业名称": "enterprise", "培养协议编号": "order_agreement", "订单班协议号": "order_agreement",
        "劳动合同签订日期": "employed_on", "入职日期": "employed_on", "合同期限(月)": "contract_months",
        "所学专业": "major_name", "就业单位": "graduate_outcome.enterprise", "去向": "destination",
    },
    "graduate_outcome": {
        "用人单位": "enterprise", "去向": "destination", "月薪": "starting_pay", "毕业证书号": "diploma_number",
        "订单班": "order_class", "班级": "class_name", "是否对口": "matched",
    },
    "staffing": {"编制总数": "approved_posts", "在职在编": "posts_filled", "人员控制总量": "approved_posts"},
    "campus": {"校区名称": "name", "校区编号": "code"},
    "order_class": {"依托单位": "enterprise", "建立时间": "formed_on", "系别": "department", "班级人数": "planned_size"},
}  # fmt: skip

OWN_COUNTS = {"人", "条", "家", "个", "份"}


def declared(register: Register, name: str) -> Field:
    found = register.by_name.get(name)
    assert found is not None, f"{register.code} has no field {name}"
    return found


def test_every_register_of_the_vocabulary_is_declared_under_its_title() -> None:
    assert {each.code: each.title for each in REGISTERS} == TITLES


@pytest.mark.parametrize("code", FIELDS)
def test_every_field_of_the_vocabulary_is_there_under_its_name(code: str) -> None:
    missing = [name for name in FIELDS[code].split() if REGISTERS[code].field(name) is None]
    assert missing == []


@pytest.mark.parametrize("code", KEYS)
def test_the_keys_are_those_of_the_vocabulary(code: str) -> None:
    register = REGISTERS[code]
    key, _, other = KEYS[code].partition(" else ")
    assert (register.key, register.else_key) == (tuple(key.split()), tuple(other.split()))


@pytest.mark.parametrize("register", EVERY)
def test_a_label_is_the_words_of_the_glossary(register: Register) -> None:
    wrong = [
        (each.name, each.title)
        for each in register.fields
        if each.name in LABELS
        and each.title != OTHER_LABELS.get(f"{register.code}.{each.name}", LABELS[each.name][0])
    ]
    assert wrong == []


@pytest.mark.parametrize("register", EVERY)
def test_a_hint_is_the_words_of_the_glossary_where_it_has_some(register: Register) -> None:
    wrong = [
        (each.name, each.hint)
        for each in register.fields
        if each.name in LABELS
        and f"{register.code}.{each.name}" not in OTHER_LABELS
        and LABELS[each.name][1]
        and each.hint != LABELS[each.name][1]
        and f"{register.code}.{each.name}" not in OTHER_HINTS
    ]
    assert wrong == []


@pytest.mark.parametrize("register", EVERY)
def test_no_header_means_two_fields_of_one_register(register: Register) -> None:
    meanings: dict[str, set[str]] = {}
    for each in register.fields:
        for header in (each.title, *each.aliases):
            meanings.setdefault(title(header).whole, set()).add(each.name)
    assert {header: names for header, names in meanings.items() if len(names) > 1} == {}


@pytest.mark.parametrize("register", EVERY)
def test_a_bare_编号_is_nobodys_header(register: Register) -> None:
    assert not any("编号" in (each.title, *each.aliases) for each in register.fields)


@pytest.mark.parametrize(
    ("code", "header", "name"),
    [
        (code, header, name)
        for code, headers in HEADERS_OF_OFFICES.items()
        for header, name in headers.items()
    ],
)
def test_headers_that_offices_write_name_their_field(code: str, header: str, name: str) -> None:
    assert meant_by(REGISTERS[code], header) == name


@pytest.mark.parametrize("truth", sorted(SAMPLES.glob("*.truth.json")), ids=lambda path: path.name[:2])
def test_the_headers_of_the_samples_name_their_fields(truth: Path) -> None:
    told = json.loads(truth.read_text(encoding="utf-8"))
    register = REGISTERS[told["register"]]
    met = {header: meant_by(register, header) for header in told["columns"]}
    assert met == {header: name for header, name in told["columns"].items() if header != "备注"} | {
        header: "note" for header in told["columns"] if header == "备注"
    }


def meant_by(register: Register, header: str) -> str | None:
    """The field that a header names, the importing register's own first, as columns are reported."""
    sought = title(header)
    for spelled in (sought.whole, sought.core):
        for owner in (register, *(REGISTERS[each.register] for each in register.carries)):
            for each in owner.fields:
                if spelled in {title(met).whole for met in (each.title, *each.aliases)} or (
                    spelled == title(each.title).core
                ):
                    name = each.also[0] if each.also else each.name
                    both = owner is not register and register.field(each.name) is not None
                    return f"{owner.code}.{name}" if both else name
    return None


@pytest.mark.parametrize("register", EVERY)
def test_every_code_table_exists_and_has_choices(register: Register) -> None:
    for each in register.fields:
        if isinstance(each.type, Code | Codes | OpenCode):
            assert code_table(each.type.name).entries


@pytest.mark.parametrize("register", EVERY)
def test_a_record_can_be_empty_and_is_frozen(register: Register) -> None:
    empty = register.record()
    assert register_of(empty) is register
    filled = {each.name for each in register.fields if getattr(empty, each.name) is not None}
    assert filled == ({"relaxed_terms", "counts_in_quota"} if register.code == "appointment" else set())
    with pytest.raises(dataclasses.FrozenInstanceError):
        empty.note = "x"  # type: ignore[misc]  # what is being tested


@pytest.mark.parametrize("register", EVERY)
def test_the_grid_search_and_navigation_are_sensible(register: Register) -> None:
    assert 5 <= len(register.listed) <= 9 or register.code == "campus"
    assert len(set(register.listed)) == len(register.listed)
    assert register.searched and register.order > 0 and register.counted in OWN_COUNTS
    assert all(register.field(name) for name in (*register.names, *register.searched))
    assert not SHARED & set(register.listed)
    assert all(each.group for each in register.fields if each.name not in SHARED)
    assert len({each.title for each in register.fields}) == len(register.fields)


def test_navigation_has_an_order_without_ties() -> None:
    for subject in ("college", "partners", "apprenticeship", "teaching", "orders", "achievements", "filings"):
        orders = [each.order for each in by_subject(subject)]
        assert orders and orders == sorted(set(orders))


@pytest.mark.parametrize("register", EVERY)
def test_a_reference_goes_to_a_register_that_can_be_named(register: Register) -> None:
    for each in register.fields:
        if each.refers_to is not None:
            assert REGISTERS[each.refers_to].names, each.name


@pytest.mark.parametrize("register", EVERY)
def test_a_carried_record_gets_its_key_from_the_carrying_one(register: Register) -> None:
    for carried in register.carries:
        other = REGISTERS[carried.register]
        key = other.else_key or other.key
        assert key[0] in carried.by
        for theirs, ours in carried.by.items():
            assert type(declared(other, theirs).type) is type(declared(register, ours).type)
        assert register.code in {back.register for back in other.carries}


@pytest.mark.parametrize("register", EVERY)
def test_types_fit_names(register: Register) -> None:
    for each in register.fields:
        if each.name.endswith("_yuan"):
            assert isinstance(each.type, Money)
            assert "（元" in each.title or each.title.startswith("其中："), each.title
        if each.title == "姓名":
            assert isinstance(each.type, PersonName)
        if each.refers_to == "enterprise" and each.name != "uscc":
            assert isinstance(each.type, OrganisationName)


def test_sensitive_are_identity_numbers_and_accounts_and_no_more() -> None:
    sensitive = {each.name for register in REGISTERS for each in register.fields if each.sensitive}
    assert {"id_number", "teacher", "apprentice", "bank_account"} <= sensitive
    assert {name for name in sensitive if "number" not in name and "account" not in name} == {
        "teacher", "apprentice",
    }  # fmt: skip


def test_appointments_and_settled_lessons_are_guarded_and_only_settlements_made_by_the_program() -> None:
    assert {each.code: each.guards for each in REGISTERS if each.guards} == {
        "appointment": ("quota",),
        "teaching_hours": ("settled",),
    }
    assert [each.code for each in REGISTERS if each.made_by_program] == ["settlement"]
    assert [each.code for each in REGISTERS if each.one_record] == ["school"]
    assert [each.code for each in REGISTERS if each.keeps_equal_rows] == ["teaching_hours"]


@pytest.mark.parametrize("register", EVERY)
def test_a_made_record_has_no_fault_of_its_own_and_its_key_filled(register: Register) -> None:
    made = make.record(register.record)
    for each in register.fields:
        value = getattr(made, each.name)
        if value is not None:
            assert each.type.faults(value) == (), each.name
            assert each.type.restore(each.type.store(value)) == value
            assert each.type.from_json(each.type.to_json(value)) == value
    assert register.one_record or register.key_of(made)[0] is not None


def test_what_is_made_can_be_stated_as_cells_and_follows_its_identity_number() -> None:
    number = make.id_number(male=False, serial=7)
    made = make.apprentice(name="李明", id_number=number, start_on="2026.9", grade_result="合格")
    assert (made.gender, str(made.start_on), made.grade_result) == ("2", "2026-09", "3")
    assert made.birth_date is not None and str(made.birth_date).replace("-", "") == number[6:14]
    with pytest.raises(ValueError, match="start_on"):
        make.apprentice(start_on="2026.2.30")


def test_every_module_of_the_subjects_declares_one_register() -> None:
    subjects = ("college", "partners", "apprenticeship", "teaching", "orders", "achievements", "filings")
    modules = [name.rsplit(".", 1)[1] for name in module_names("college_desk.records") if name.count(".") == 3
               and name.split(".")[2] in subjects]  # fmt: skip
    assert sorted(modules) == sorted(REGISTERS.codes())
    assert declaring.REGISTERS is REGISTERS
