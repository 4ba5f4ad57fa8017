"""Valid records of every register, for tests that state only what they are about.

`make.apprentice(name="李明")` is a whole apprentice who passes the rules together with the other records made
here: they are one small college (`everything()`). What is given may be a Python value or the text of a
cell ("男", "2026.9.1"), read as the field reads it; sex and birth date follow a given identity number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypeVar

from college_desk.records.achievements.certificate import Certificate
from college_desk.records.achievements.competition import Competition
from college_desk.records.achievements.honour import Honour
from college_desk.records.achievements.platform import Platform
from college_desk.records.achievements.training_class import TrainingClass
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.apprenticeship.insurance_policy import InsurancePolicy
from college_desk.records.apprenticeship.insured_person import InsuredPerson
from college_desk.records.apprenticeship.placement import Placement
from college_desk.records.apprenticeship.status_change import StatusChange
from college_desk.records.college.campus import Campus
from college_desk.records.college.fee_standard import FeeStandard
from college_desk.records.college.major import Major
from college_desk.records.college.recipient import Recipient
from college_desk.records.college.school import School
from college_desk.records.college.staffing import Staffing
from college_desk.records.college.term import Term
from college_desk.records.filings.contact_note import ContactNote
from college_desk.records.filings.notice import Notice
from college_desk.records.filings.paper_movement import PaperMovement
from college_desk.records.orders.graduate_outcome import GraduateOutcome
from college_desk.records.orders.order_class import OrderClass
from college_desk.records.orders.order_student import OrderStudent
from college_desk.records.partners.agreement import Agreement
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.partners.former_name import FormerName
from college_desk.records.partners.mentor import Mentor
from college_desk.records.register import REGISTERS, Record, register_of
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.assignment import Assignment
from college_desk.records.teaching.monthly_hours import MonthlyHours
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.teaching.settlement import Settlement
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.teaching.team import Team
from college_desk.records.teaching.team_member import TeamMember
from college_desk.records.teaching.timetable import Timetable
from college_desk.records.values import credit_code as credit_codes
from college_desk.records.values import identity_check

R = TypeVar("R", bound=Record)


def id_number(
    birth: dt.date = dt.date(1982, 3, 15), *, male: bool = True, serial: int = 1, area: str = "370800"
) -> str:
    """An identity number with a right check digit; `serial` tells people of one day apart (0 to 499)."""
    first = f"{area}{birth:%Y%m%d}{serial * 2 + (1 if male else 0):03d}"
    return first + identity_check.check_character(first)


def uscc(serial: int = 1, *, kind: str = "91", area: str = "370811") -> str:
    """A credit code with both check characters right (kind 91: enterprise, 12: public institution)."""
    body = f"{serial:08d}"
    first = kind + area + body + credit_codes.organisation_check(body)
    return first + credit_codes.check_character(first)


def card(serial: int = 1) -> str:
    """A bank card of 19 digits that passes Luhn's check."""
    first = f"622848{serial:012d}"
    total = sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(reversed(first)))
    return first + str(-total % 10)


SCHOOL = "济宁示例职业学院"
ENTERPRISE = "济宁海达精密制造有限公司"
ENTERPRISE_USCC = uscc(1)
TEACHER_ID = id_number(dt.date(1982, 3, 15))
MENTOR_ID = id_number(dt.date(1980, 6, 20), serial=2)
APPRENTICE_ID = id_number(dt.date(2008, 5, 12), serial=3)
ORDER_STUDENT_ID = id_number(dt.date(2007, 9, 3), serial=4)
CONTRACT = "JZ-2026-001"
APPRENTICE_AGREEMENT = "XTZ-2026-001"
ORDER_AGREEMENT = "DD-2023-001"
COHORT = "XTZ2026-01"
POLICY = "PZ2026370800001"

_TEACHER = {"name": "李明", "teacher": TEACHER_ID}
_APPRENTICE = {"name": "王浩", "apprentice": APPRENTICE_ID}
_STUDENT = {"gender": "男", "ethnicity": "汉族", "political_status": "群众"}

_DEFAULTS: Mapping[type[Record], Mapping[str, Any]] = {
    School: {
        "name": SCHOOL, "school_code": "4137000001", "uscc": uscc(900, kind="12"), "school_type": "高等职业学校",
        "nature": "公办", "authority": "济宁市教育局", "district": "任城区", "document_code": "济职院",
        "legal_representative": "赵建国", "address": "山东省济宁市任城区学院路1号", "contact": "孙丽",
        "phone": "0537-2212345", "academic_year": "2026-2027", "fiscal_body": "济宁市财政局", "students": 8200,
    },
    Campus: {"code": "01", "name": "北校区", "address": "山东省济宁市任城区学院路1号"},
    Major: {
        "major_code": "460301", "name": "机电一体化技术", "catalogue_version": "2021年版", "level": "高职专科",
        "schooling": "3年", "first_enrolled_year": 2015, "status": "在招",
    },
    Staffing: {
        "effective_from": "2026-01-01", "posts_basis": "编制", "approved_posts": 186, "posts_filled": 152,
        "professional_posts_filled": 130, "management_posts_filled": 16, "labour_posts_filled": 6,
        "posts_reserved": 0, "full_time_teachers": 210, "internship_instructors": 18, "instructors_included": True,
        "document_number": "济编办〔2024〕15号", "document_on": "2024-03-15", "funding_per_post_yuan": "120000",
    },
    FeeStandard: {
        "title_level": "副高级", "academic_year": "2026-2027", "total_paid_yuan": "1234800", "total_periods": 12600,
        "yuan_per_period": "98.00",
    },
    Term: {
        "academic_year": "2026-2027", "term_number": "1", "start_on": "2026-09-01", "end_on": "2027-01-22",
        "teaching_weeks": 18, "exam_from": "2027-01-11", "exam_to": "2027-01-22",
    },
    Recipient: {"filing": "part-time-appointments", "recipient": "济宁市教育局", "paper_kind": "报告"},
    Enterprise: {
        "name": ENTERPRISE, "uscc": ENTERPRISE_USCC, "legal_representative": "周志强", "region_code": "任城区",
        "contact": "吴敏", "phone": "13805370101", "address": "山东省济宁市任城区建设路100号", "industry": "制造业",
        "size": "中型", "above_scale": True, "self_assessment": True, "employees": 460, "status": "存续",
        "status_checked_on": "2026-08-20", "account_name": ENTERPRISE, "bank_name": "中国农业银行济宁任城支行",
        "bank_account": "15450101040012345",
    },
    FormerName: {
        "uscc": ENTERPRISE_USCC, "name": "济宁海达机械厂", "start_on": "2004-05-01", "end_on": "2015-08-31",
        "change_notice": "（任）登记企变字〔2015〕第0312号",
    },
    Agreement: {
        "agreement_number": APPRENTICE_AGREEMENT, "agreement_type": "现代学徒制", "enterprise": ENTERPRISE,
        "majors": "机电一体化技术", "signed_on": "2026-06-18", "start_on": "2026-07-01", "end_on": "2029-06-30",
        "planned_size": 40, "relation": "主协议", "cooperation_kinds": "现代学徒制、接收学生实习",
        "school_sealed": True, "enterprise_sealed": True,
    },
    Mentor: {
        "name": "张师傅", "id_number": MENTOR_ID, "gender": "男", "birth_date": "1980-06-20", "phone": "13805370102",
        "enterprise": ENTERPRISE, "employer_post": "装配班组长", "education": "大学专科", "skill_level": "高级技师",
        "trade": "装配钳工", "skill_certificate_number": "S000037080001000000101",
        "skill_certified_on": "2018-11-20", "years_in_trade": 20, "letter_number": "2026-企导-001",
        "start_on": "2026-07-01", "end_on": "2029-06-30", "allowance_yuan": "500",
    },
    Cohort: {
        "cohort_code": COHORT, "name": "2024级机电学徒1班", "scheme": "现代学徒制", "pilot_level": "市级",
        "document_number": "济教字〔2026〕21号", "major_code": "460301", "major_name": "机电一体化技术",
        "catalogue_version": "2021年版", "enterprises": ENTERPRISE, "agreement_number": APPRENTICE_AGREEMENT,
        "enrolment_mode": "先招生后招工", "planned_size": 40, "enrolled_size": 1, "posts": 40,
        "start_on": "2026-09-01", "end_on": "2027-06-30", "school_periods": 800, "enterprise_periods": 900,
        "plan_reviewed_on": "2026-05-20", "budget_yuan": "120000", "fund_source": "学校自筹（事业收入）",
    },
    Apprentice: {
        **_STUDENT, "name": "王浩", "id_type": "居民身份证", "id_number": APPRENTICE_ID, "birth_date": "2008-05-12",
        "phone": "13805370103", "student_number": "2024460301", "enrolled_month": "2024-09", "grade": "2024级",
        "class_name": "2024级机电1班", "major_code": "460301", "major_name": "机电一体化技术", "cohort": COHORT,
        "enterprise": ENTERPRISE, "position": "装配钳工", "mentor": "张师傅", "school_mentor": "刘洋",
        "placement_kind": "岗位实习", "agreement_form": "三方", "agreement_number": APPRENTICE_AGREEMENT,
        "agreement_signed_on": "2026-08-20", "start_on": "2026-09-01", "end_on": "2027-06-30",
        "days_per_week": 5, "monthly_pay": "2600", "insurance_kind": "实习责任险", "policy_number": POLICY,
        "insured_from": "2026-07-01", "insured_to": "2027-07-31", "guardian_name": "王建军",
        "guardian_phone": "13805370104", "guardian_relation": "父亲", "consent_on": "2026-08-18",
        "target_skill_level": "高级工", "status": "在培", "artisan_reserve": False,
    },
    Placement: {
        **_APPRENTICE, "cohort": COHORT, "kind": "认识实习", "enterprise": ENTERPRISE, "position": "装配钳工",
        "mentor": "张师傅", "start_on": "2026-07-06", "end_on": "2026-07-31", "days_per_week": 5,
        "agreement_number": APPRENTICE_AGREEMENT, "ended_reason": "期满",
    },
    StatusChange: {
        "name": "陈亮", "id_number": id_number(dt.date(2008, 1, 9), serial=5), "kind": "休学", "from_value": "在读",
        "to_value": "休学", "changed_on": "2026-10-12", "document_number": "济职院教字〔2026〕31号", "reason": "因病",
    },
    InsurancePolicy: {
        "policy_number": POLICY, "kind": "实习责任险", "insurer": "中国人民财产保险股份有限公司济宁市分公司",
        "policyholder": SCHOOL, "payer": "学校", "insured_from": "2026-07-01", "insured_to": "2027-07-31",
        "sum_per_person_yuan": "500000", "premium_yuan": "3040", "head_count": 1,
    },
    InsuredPerson: {
        "policy_number": POLICY, "name": "王浩", "id_number": APPRENTICE_ID, "insured_from": "2026-07-01",
        "insured_to": "2027-07-31",
    },
    PartTimeTeacher: {
        "name": "李明", "id_type": "居民身份证", "id_number": TEACHER_ID, "gender": "男", "birth_date": "1982-03-15",
        "ethnicity": "汉族", "political_status": "群众", "phone": "13805370105", "staff_number": "W2026001",
        "teacher_kind": "校外兼职", "person_source": "企业在职", "employer": ENTERPRISE,
        "employer_uscc": ENTERPRISE_USCC, "employer_post": "车间主任", "education": "大学本科", "degree": "学士",
        "graduated_from": "山东理工大学", "studied_major": "机械设计制造及其自动化", "skill_level": "高级技师",
        "trade": "装配钳工", "skill_certificate_number": "S000037080001000000001",
        "skill_certified_on": "2019-12-05", "certificate_checked_on": "2026-06-11", "professional_title": "工程师", "title_level": "中级",
        "years_in_trade": 18, "bank_name": "中国农业银行济宁任城支行", "bank_account": card(1), "account_name": "李明",
    },
    Appointment: {
        **_TEACHER, "post_kind": "专业课", "course": "工业机器人编程", "course_category": "专业课",
        "major": "机电一体化技术", "class_name": "2025级机电1班", "weekly_periods": 4, "total_periods": 72,
        "recruitment_method": "普通", "relaxed_terms": False, "selection_method": "公开招聘", "hiring_form": "个体",
        "announced_on": "2026-06-01", "reviewed_on": "2026-06-08", "assessed_on": "2026-06-10",
        "decided_on": "2026-06-15", "minutes_number": "〔2026〕12号", "notice_from": "2026-06-22",
        "notice_to": "2026-06-30", "employer_consent_on": "2026-06-12", "vetting_authorised_on": "2026-06-09",
        "vetted_on": "2026-06-18", "vetting_result": "无", "restricted_list_result": "无",
        "vetting_reply_number": "济教准入〔2026〕86号", "contract_number": CONTRACT, "signed_on": "2026-08-20",
        "start_on": "2026-09-01", "end_on": "2027-07-15", "counts_in_quota": False,
        "fund_source": "学校自筹（事业收入）", "pay_method": "按课时", "yuan_per_period": "98.00",
        "special_appointment": False, "health_checked_on": "2026-06-20", "trained_on": "2026-08-25",
        "training_periods": 16, "paired_teacher": "刘洋", "pledged_on": "2026-08-20", "status": "在聘",
        "department": "机电工程系",
    },
    Assignment: {
        **_TEACHER, "contract_number": CONTRACT, "course": "数控编程与加工", "class_name": "2025级机电2班",
        "term": "2026-2027-1", "weekly_periods": 4, "total_periods": 72, "course_kind": "实训",
    },
    Team: {
        "name": "智能制造教学团队", "unit": ENTERPRISE, "unit_uscc": ENTERPRISE_USCC, "leader": "李明",
        "agreement_number": APPRENTICE_AGREEMENT, "start_on": "2026-09-01", "end_on": "2027-07-15", "pay_to": "单位",
    },
    TeamMember: {
        "team": "智能制造教学团队", "agreement_number": APPRENTICE_AGREEMENT, "name": "李明",
        "id_number": TEACHER_ID, "role": "带头人", "employer_post": "车间主任",
    },
    Timetable: {
        **_TEACHER, "term": "2026-2027-1", "weekday": "星期三", "slot": "1-2", "class_name": "2025级机电1班",
        "course": "工业机器人编程", "week_from": 1, "week_to": 18, "odd_even": "每周", "place": "实训楼302",
    },
    TeachingHours: {
        **_TEACHER, "taught_on": "2026-10-14", "slot": "1-2", "week": 7, "weekday": "星期三",
        "course": "工业机器人编程", "course_kind": "理实一体", "class_name": "2025级机电1班", "students": 42,
        "place": "实训楼302", "topic": "坐标系标定", "lesson_kind": "正常", "periods": "2", "coefficient": "1",
        "weighted_periods": "2", "signed": True, "verified": True, "verified_by": "孙丽",
        "verified_on": "2026-10-30",
    },
    MonthlyHours: {
        **_TEACHER, "month": "2026-10", "course": "工业机器人编程", "class_name": "2025级机电1班",
        "periods_reported": 2, "confirmed_by": "孙丽", "confirmed_on": "2026-10-31",
    },
    Settlement: {
        **_TEACHER, "month": "2026-10", "batch": "2026年第1批", "taught_from": "2026-10-01",
        "taught_to": "2026-10-31", "title_level": "副高级", "level_basis": "高级技师", "periods": 2,
        "yuan_per_period": "98.00", "gross": "196.00", "income_kind": "劳务报酬", "tax": "0.00", "net": "196.00",
        "fund_source": "学校自筹（事业收入）", "pay_month": "2026-11", "account_name": "李明",
        "bank_name": "中国农业银行济宁任城支行", "bank_account": card(1), "payout_status": "待发",
    },
    OrderClass: {
        "name": "海达班", "agreement_number": ORDER_AGREEMENT, "enterprise": ENTERPRISE, "major_code": "460301",
        "major_name": "机电一体化技术", "level": "高职专科", "forming": "招生冠名", "grade": "2023级",
        "planned_size": 45, "formed_on": "2023-09-01", "filed_on": "2023-08-15", "filing_number": "济人社订〔2023〕07号",
        "start_on": "2023-09-01", "end_on": "2026-06-30", "hire_percent": "80%", "starting_pay": "4500",
        "enterprise_investment_yuan": "200000",
    },
    OrderStudent: {
        **_STUDENT, "name": "赵磊", "id_number": ORDER_STUDENT_ID, "birth_date": "2007-09-03",
        "phone": "13805370106", "student_number": "2023460345", "enrolled_month": "2023-09", "grade": "2023级",
        "class_name": "2023级机电2班", "major_code": "460301", "major_name": "机电一体化技术", "order_class": "海达班",
        "order_agreement": ORDER_AGREEMENT, "enterprise": ENTERPRISE, "joined_on": "2023-09-01",
        "confirmation": True, "grant_yuan": "2000",
    },
    GraduateOutcome: {
        "name": "赵磊", "id_number": ORDER_STUDENT_ID, "graduated_month": "2026-06", "recorded_on": "2026-08-31",
        "stage": "初次", "diploma_number": "413701202606000345", "destination": "签劳动合同形式就业",
        "enterprise": ENTERPRISE, "employer_uscc": ENTERPRISE_USCC, "position": "装配钳工", "matched": True,
        "starting_pay": "4800", "employed_on": "2026-07-06", "contract_kind": "劳动合同",
        "contract_start_on": "2026-07-06", "contract_end_on": "2029-07-05", "contract_months": 36,
        "evidence_kind": "劳动合同", "insured_from_month": "2026-07", "insured_months": 3,
        "insurance_payer_uscc": ENTERPRISE_USCC, "phone": "13805370106", "verified_by": "孙丽",
        "verified_on": "2026-09-10",
    },
    Honour: {
        "holder": "李明", "holder_kind": "个人", "id_number": TEACHER_ID, "honour": "齐鲁首席技师",
        "honour_level": "省", "granted_by": "山东省人力资源和社会保障厅", "document_number": "鲁人社字〔2021〕66号",
        "granted_on": "2021-12-20",
    },
    Certificate: {
        "name": "王浩", "id_number": APPRENTICE_ID, "certificate_kind": "职业技能等级证书", "trade": "装配钳工",
        "skill_level": "中级工", "certificate_number": "S000037080001000000201", "issued_on": "2026-06-10",
        "issuer": SCHOOL, "issuer_filing_number": "鲁人社评备〔2023〕18号", "issuer_filed_from": "2023-01-01",
        "issuer_filed_to": "2027-12-31", "checked_on": "2026-07-01",
    },
    Competition: {
        "contest": "山东省职业院校技能大赛", "contest_family": "全省职业院校技能大赛", "year": 2026, "event": "机电一体化技术",
        "group": "学生", "name": "王浩", "id_number": APPRENTICE_ID, "prize": "一等奖", "instructors": "刘洋",
        "document_number": "鲁教职函〔2026〕9号", "held_on": "2026-05",
    },
    Platform: {
        "name": "李明技能大师工作室", "platform_kind": "技能大师工作室", "honour_level": "市", "leader": "李明",
        "leader_id_number": TEACHER_ID, "host": SCHOOL, "document_number": "济人社字〔2024〕33号",
        "approved_on": "2024-06-01", "granted_yuan": "50000", "received_yuan": "50000", "spent_yuan": "32000",
        "year": 2026, "trained_apprentices": 6, "projects": 2,
    },
    TrainingClass: {
        "class_number": "PX2026-01", "name": "电工技能提升班", "training_kind": "岗位技能提升", "organised_as": "企业自主",
        "enterprise": ENTERPRISE, "trade": "电工", "skill_level": "高级工", "start_on": "2026-04-13",
        "end_on": "2026-04-24", "head_count": 40, "attendances": 40, "qualified": 38, "periods": 80,
        "person_days": 400, "subsidised": False,
    },
    Notice: {
        "title": "关于做好2026年职业学校兼职教师聘任备案工作的通知", "issuer": "济宁市教育局",
        "document_number": "济教函〔2026〕58号", "received_on": "2026-09-08", "due_on": "2026-09-30",
        "filing": "兼职教师聘任备案", "copies": 3, "status": "在办", "contact": "马晓", "phone": "0537-2345678",
    },
    ContactNote: {
        "with_whom": ENTERPRISE, "person": "吴敏", "on": "2026-09-10", "said": "核对学徒名单", "next_step": "周五前寄协议",
    },
    PaperMovement: {"paper": "学徒三方协议", "direction": "发", "who": "吴敏", "on": "2026-09-11", "copies": 38},
}  # fmt: skip


def record(kind: type[R], /, **given: Any) -> R:
    """A valid record of any register, changed as given."""
    number = given.get("id_number")
    follows = _from_number(kind, number) if isinstance(number, str) else {}
    values = {**_DEFAULTS[kind], **follows, **given}
    return kind(**{name: _value(kind, name, value) for name, value in values.items()})


def bare(kind: type[R], /, **given: Any) -> R:
    """A record of nothing but what is given."""
    return kind(**{name: _value(kind, name, value) for name, value in given.items()})


def everything() -> list[Record]:
    """One valid record of every register, in the order of the catalogue; together one small college."""
    return [record(register.record) for register in REGISTERS]


def _from_number(kind: type[Record], number: str) -> dict[str, Any]:
    known = {"gender": identity_check.gender_of(number), "birth_date": identity_check.birth_date_of(number)}
    return {name: value for name, value in known.items() if name in _DEFAULTS[kind]}


def _value(kind: type[Record], name: str, value: Any) -> Any:
    """A given value; text is read as a cell of its field. Raises ValueError for text that cannot be read."""
    declared = register_of(kind).by_name.get(name)
    if declared is None or not isinstance(value, str | int) or isinstance(value, bool):
        return value
    reading = declared.type.read(value)
    if reading.unreadable:
        raise ValueError(f"{name}: {reading.faults[0].message}")
    return reading.value


def school(**given: Any) -> School:
    return record(School, **given)


def campus(**given: Any) -> Campus:
    return record(Campus, **given)


def major(**given: Any) -> Major:
    return record(Major, **given)


def staffing(**given: Any) -> Staffing:
    return record(Staffing, **given)


def fee_standard(**given: Any) -> FeeStandard:
    return record(FeeStandard, **given)


def term(**given: Any) -> Term:
    return record(Term, **given)


def recipient(**given: Any) -> Recipient:
    return record(Recipient, **given)


def enterprise(**given: Any) -> Enterprise:
    return record(Enterprise, **given)


def former_name(**given: Any) -> FormerName:
    return record(FormerName, **given)


def agreement(**given: Any) -> Agreement:
    return record(Agreement, **given)


def mentor(**given: Any) -> Mentor:
    return record(Mentor, **given)


def cohort(**given: Any) -> Cohort:
    return record(Cohort, **given)


def apprentice(**given: Any) -> Apprentice:
    return record(Apprentice, **given)


def placement(**given: Any) -> Placement:
    return record(Placement, **given)


def status_change(**given: Any) -> StatusChange:
    return record(StatusChange, **given)


def insurance_policy(**given: Any) -> InsurancePolicy:
    return record(InsurancePolicy, **given)


def insured_person(**given: Any) -> InsuredPerson:
    return record(InsuredPerson, **given)


def part_time_teacher(**given: Any) -> PartTimeTeacher:
    return record(PartTimeTeacher, **given)


def appointment(**given: Any) -> Appointment:
    return record(Appointment, **given)


def assignment(**given: Any) -> Assignment:
    return record(Assignment, **given)


def team(**given: Any) -> Team:
    return record(Team, **given)


def team_member(**given: Any) -> TeamMember:
    return record(TeamMember, **given)


def timetable(**given: Any) -> Timetable:
    return record(Timetable, **given)


def teaching_hours(**given: Any) -> TeachingHours:
    return record(TeachingHours, **given)


def monthly_hours(**given: Any) -> MonthlyHours:
    return record(MonthlyHours, **given)


def settlement(**given: Any) -> Settlement:
    return record(Settlement, **given)


def order_class(**given: Any) -> OrderClass:
    return record(OrderClass, **given)


def order_student(**given: Any) -> OrderStudent:
    return record(OrderStudent, **given)


def graduate_outcome(**given: Any) -> GraduateOutcome:
    return record(GraduateOutcome, **given)


def honour(**given: Any) -> Honour:
    return record(Honour, **given)


def certificate(**given: Any) -> Certificate:
    return record(Certificate, **given)


def competition(**given: Any) -> Competition:
    return record(Competition, **given)


def platform(**given: Any) -> Platform:
    return record(Platform, **given)


def training_class(**given: Any) -> TrainingClass:
    return record(TrainingClass, **given)


def notice(**given: Any) -> Notice:
    return record(Notice, **given)


def contact_note(**given: Any) -> ContactNote:
    return record(ContactNote, **given)


def paper_movement(**given: Any) -> PaperMovement:
    return record(PaperMovement, **given)
