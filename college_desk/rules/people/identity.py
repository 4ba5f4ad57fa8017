"""What the identity number says, against what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.written_dates import written_day
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.codes import code_table
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.orders.order_student import OrderStudent
from college_desk.records.register import Record
from college_desk.records.values.identity_number import birth_date_of, eighteen, gender_of
from college_desk.records.values.month import Month
from college_desk.rules.people.person import number_of
from college_desk.rules.rule import Situation, rule

_TOLD_GENDERS = frozenset({"1", "2"})


@rule(
    "PER-001",
    on=Record,
    severity="error",
    title="性别与证件号不符",
    intent="性别与证件号矛盾，说明两处必有一处填错。",
    condition="身份证件号第17位奇数为男、偶数为女，与“性别”不一致；号码本身有误的不判断。",
    fix="核对身份证件，改正性别或证件号。",
    passes="370811200503151216，男",
    fails="370811200503151216，女",
    clause="GB 11643-1999《公民身份号码》",
    checks=(4,),
    sheet=True,
    needs=("gender",),
)
def gender_as_in_the_number(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A sex that is not that of the identity number."""
    gender = getattr(record, "gender", None)
    if gender not in _TOLD_GENDERS:
        return
    number = number_of(record)
    if number is not None and gender_of(number) != gender:
        genders = code_table("gender")
        right = genders.entry(gender_of(number) or "").label
        message = _("性别填的是“{given}”，按证件号应为“{right}”，请核对。")
        yield Problem(message.format(given=genders.entry(gender).label, right=right), "gender", right)


@rule(
    "PER-002",
    on=Record,
    severity="error",
    title="出生日期与证件号不符",
    intent="出生日期与证件号矛盾，年龄就会算错。",
    condition="身份证件号第7至14位与“出生日期”不一致；只填到月的比到月；号码本身有误的不判断。",
    fix="核对身份证件，改正出生日期或证件号。",
    passes="370811200503151216，2005年3月15日",
    fails="370811200503151216，2005年5月13日",
    clause="GB 11643-1999《公民身份号码》",
    checks=(4,),
    sheet=True,
    needs=("birth_date",),
)
def birth_date_as_in_the_number(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A birth date that is not that of the identity number."""
    given = getattr(record, "birth_date", None)
    number = number_of(record) if given is not None else None
    right = birth_date_of(number) if number is not None else None
    if given is None or right is None:
        return
    agrees = given == (Month(right.year, right.month) if isinstance(given, Month) else right)
    if not agrees:
        message = _("出生日期填的是{given}，按证件号应为{right}，请核对。")
        yield Problem(
            message.format(given=written_day(given), right=written_day(right)),
            "birth_date",
            right.isoformat(),
        )


@rule(
    "PER-003",
    on=Record,
    severity="warning",
    title="学籍号与证件号不符",
    intent="G开头的全国学籍号由字母G和身份证件号组成，不符的可能是转学、补录或填错。",
    condition="学籍号为G加18位，后18位与身份证件号不同；号码本身有误的不判断。",
    fix="在学籍系统里核对，改正学籍号；学籍系统里确是如此的写明情况。",
    passes="G370811200503151216，370811200503151216",
    fails="G370894046735753716，370811200503151216",
    clause="教育部《中小学生学籍管理办法》关于学籍号的规定",
    checks=(88,),
    sheet=True,
    needs=("registration_number",),
)
def registration_number_as_identity(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A student registration number that begins with G and goes on with another identity number."""
    registration = getattr(record, "registration_number", None)
    number = number_of(record) if registration is not None else None
    if registration is None or number is None:
        return
    if registration.startswith("G") and registration[1:] != eighteen(number):
        message = _("学籍号“{registration}”与证件号“{number}”不符，请在学籍系统里核对。")
        yield Problem(message.format(registration=registration, number=number), "registration_number")


@rule(
    "PER-013",
    on=Record,
    severity="error",
    title="一人两个学籍号",
    intent="同一时间一人只有一个学籍，两个学籍号就是双学籍。",
    condition="同一证件号在学徒花名册、订单班学生名册里另有不同的学籍号，或同一学籍号属于另一个证件号。",
    fix="照学籍系统核对，改正学籍号或证件号。",
    passes="两个名册都是G370811200503151216",
    fails="学徒花名册G370811200503151216，订单班名册L370811200503151216",
    clause="报送前校验要点：双学籍",
    checks=(88,),
    reads=(Apprentice, OrderStudent),
)
def one_registration_for_one_person(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A student with another registration number elsewhere, or with somebody else's."""
    if not isinstance(record, Apprentice | OrderStudent):
        return
    registration, number = record.registration_number, record.id_number
    if registration is None or number is None:
        return
    for each in _students(facts, "id_number", number):
        if each.registration_number not in (None, registration):
            message = _("同一人另有学籍号“{other}”，请照学籍系统核对。")
            yield Problem(message.format(other=each.registration_number), "registration_number")
            return
    field = "registration_number"
    for each in _students(facts, field, registration):
        if each.id_number not in (None, number):
            message = _("这个学籍号也是{name}的，请照学籍系统核对。")
            yield Problem(message.format(name=each.name or ""), field)
            return


def _students(facts: Facts, field: str, value: str) -> Iterator[Apprentice | OrderStudent]:
    """The students on both rosters whose field has a value."""
    yield from facts.by(Apprentice, field)[value]
    yield from facts.by(OrderStudent, field)[value]
