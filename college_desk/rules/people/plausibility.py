"""What a person's age makes implausible."""

from __future__ import annotations

from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.records.codes import code_table
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.register import Record, register_of
from college_desk.rules.people.person import age_on, person_fields
from college_desk.rules.rule import Situation, rule

_PARTY_MEMBER = "01"
_YOUTH_LEAGUE_MEMBER = "03"
_LEAGUE_AGES = range(14, 29)
_ADULT = 18
_EARLIEST_WORK = 14
_STUDENT_AGES = range(12, 61)
_STAFF_AGES = range(18, 81)
_ANY_AGES = range(12, 81)
_STUDENT_REGISTERS = frozenset({"apprentice", "order_student", "graduate_outcome"})
_STAFF_REGISTERS = frozenset({"part_time_teacher", "mentor", "team_member"})


@rule(
    "PER-007",
    on=Record,
    severity="warning",
    title="政治面貌与年龄不相称",
    intent="未满14或已过28周岁的共青团员、未满18周岁的中共党员少见，多是选错。",
    condition="共青团员不满14周岁或超过28周岁，或中共党员不满18周岁。",
    fix="核对政治面貌和出生日期；确是如此的写明情况。",
    passes="17周岁，共青团员",
    fails="35周岁，共青团员",
    clause="《中国共产党章程》《中国共产主义青年团章程》",
    sheet=True,
    needs=("political_status",),
)
def political_status_fits_age(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A membership that does not go with the person's age on the day."""
    status = getattr(record, "political_status", None)
    if status not in (_PARTY_MEMBER, _YOUTH_LEAGUE_MEMBER):
        return
    age = age_on(record, situation.day)
    if age is None:
        return
    fits = age in _LEAGUE_AGES if status == _YOUTH_LEAGUE_MEMBER else age >= _ADULT
    if not fits:
        label = code_table("political_status").entry(status).label
        message = _("{age}周岁填为“{label}”，请核对政治面貌和出生日期。")
        yield Problem(message.format(age=age, label=label), "political_status")


@rule(
    "PER-008",
    on=Record,
    severity="warning",
    title="从业年限与年龄不相称",
    intent="从业年限超过年龄减14年，多是把数填错了。",
    condition="从事本专业（工种）年限大于年龄减14。",
    fix="核对从业年限和出生日期；确是如此的写明情况。",
    passes="40周岁，26年",
    fails="30周岁，20年",
    clause="报送前校验要点：从业年限",
    sheet=True,
    needs=("years_in_trade",),
)
def years_in_trade_fit_age(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """More years in the trade than the person can have worked."""
    years = getattr(record, "years_in_trade", None)
    age = age_on(record, situation.day) if years is not None else None
    if age is not None and years is not None and years > age - _EARLIEST_WORK:
        message = _("{age}周岁填了从业{years}年，请核对从业年限和出生日期。")
        yield Problem(message.format(age=age, years=years), "years_in_trade")


@rule(
    "PER-009",
    on=Record,
    severity="warning",
    title="年龄少见",
    intent="年龄明显不合常理，多是证件号或出生日期填错。",
    condition="学生、学徒、毕业生不满12周岁或超过60周岁；兼职教师、企业导师、团队成员不满18周岁或超过80周岁；证书、竞赛、荣誉等两类人都有的，不满12周岁或超过80周岁。",
    fix="核对证件号和出生日期；确是如此的写明情况。",
    passes="学徒16周岁；兼职教师58周岁",
    fails="学徒8周岁；兼职教师12周岁",
    clause="报送前校验要点：年龄",
    sheet=True,
)
def age_is_usual(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An age that hardly anyone on such a roster has."""
    fields = person_fields(type(record))
    if fields is None or fields.refers is not None:
        return
    age = age_on(record, situation.day)
    if age is not None and age not in _usual_ages(register_of(record).code):
        yield Problem(_("按证件号推算为{age}周岁，请核对证件号和出生日期。").format(age=age), fields.number)


@rule(
    "PER-010",
    on=Record,
    severity="warning",
    title="有学位没有学历",
    intent="学位须与学历相配，只填学位的多是漏填。",
    condition="填了最高学位，没有填最高学历。",
    fix="补填最高学历。",
    passes="大学本科，学士",
    fails="（空），学士",
    clause="报送前校验要点：学历与学位",
    sheet=True,
    needs=("degree",),
)
def degree_with_education(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A degree without an education beside it."""
    if getattr(record, "degree", None) is not None and getattr(record, "education", None) is None:
        yield Problem(_("填了最高学位，没有填最高学历，请补填。"), "education")


@rule(
    "PER-011",
    on=Record,
    severity="error",
    title="户名与姓名不符",
    intent="户名与姓名不一致，银行会退回，也不能证明付给了本人。",
    condition="个人银行账号的户名与姓名不同。",
    fix="改填本人账户，或改正户名。",
    passes="李明，户名李明",
    fails="李明，户名王芳",
    clause="报送前校验要点：收款账户",
    checks=(51,),
)
def account_in_own_name(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A person's bank account in another name."""
    fields = person_fields(type(record))
    account_name = getattr(record, "account_name", None)
    if fields is None or fields.name is None or account_name is None:
        return
    name = getattr(record, fields.name)
    if name is not None and account_name != name:
        message = _("户名“{account_name}”与姓名“{name}”不同，请改填本人账户或改正户名。")
        yield Problem(message.format(account_name=account_name, name=name), "account_name")


def _usual_ages(register: str) -> range:
    """The ages that people on a register have; lists of students and staff together take both."""
    if register in _STUDENT_REGISTERS:
        return _STUDENT_AGES
    return _STAFF_AGES if register in _STAFF_REGISTERS else _ANY_AGES
