"""Students of order classes: in one class at a time, from when to when, confirmed, where they train."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.coded import label
from college_desk.policy.named import enterprise_key, is_same, key_of_name
from college_desk.policy.written_dates import months_later, written_day
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.orders.graduate_outcome import GraduateOutcome
from college_desk.records.orders.order_student import OrderStudent
from college_desk.records.partners.agreement import Agreement
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.partners.former_name import FormerName
from college_desk.records.values.month import OPEN_END, first_day, last_day
from college_desk.rules.agreed import agreement_named
from college_desk.rules.rule import Situation, rule

_CLAUSE = "《实施意见》第5条"
_GONE = frozenset({"02", "03", "07", "09", "10", "14"})
"""休学, 保留学籍, 转出, 退学, 开除, 死亡: states of one who is not being trained."""


@rule(
    "ORD-013",
    on=OrderStudent,
    severity="error",
    title="同时在两个订单班",
    intent="一名学生同一时间只能在一个订单班。",
    condition="同一证件号在另一份订单协议的名册里，在班时间有相同的日子；在后登记的一条上提示。",
    fix="核对后在其中一个班填退出日期。",
    passes="前一班2025年8月31日退出，后一班9月1日入班",
    fails="前一班没有退出，后一班9月1日入班",
    clause="报送前校验要点：重复登记",
    checks=(15,),
    reads=(OrderStudent,),
)
def in_one_order_class(student: OrderStudent, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A student in two order classes on the same day."""
    if student.id_number is None:
        return
    first, last = _span(student)
    for each in facts.by(OrderStudent, "id_number")[student.id_number]:
        if is_same(each, student):
            return
        other_first, other_last = _span(each)
        if each.order_agreement != student.order_agreement and first <= other_last and other_first <= last:
            message = _("同一时间还在协议“{number}”的订单班，请核对。")
            yield Problem(message.format(number=each.order_agreement), "order_agreement")
            return


@rule(
    "ORD-014",
    on=OrderStudent,
    severity="error",
    title="入班早于协议签订",
    intent="协议签订以后才有订单班，入班早于签订的说不通。",
    condition="入班日期早于所指订单协议的签订日期；同日不算，只填到月的按整月看。",
    fix="照名册和签章页改正日期。",
    passes="6月20日签订，9月1日入班",
    fails="9月2日签订，9月1日入班",
    clause="订单班学生名册填写要求",
    checks=(52,),
    reads=(Agreement,),
)
def joined_after_the_signature(
    student: OrderStudent, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A student who joined before the agreement was signed."""
    agreement = agreement_named(student, "order_agreement", facts)
    if agreement is None or agreement.signed_on is None or student.joined_on is None:
        return
    if last_day(student.joined_on) < first_day(agreement.signed_on):
        message = _("{joined}入班，早于协议签订{signed}，请核对。")
        days = {"joined": written_day(student.joined_on), "signed": written_day(agreement.signed_on)}
        yield Problem(message.format(**days), "joined_on")


@rule(
    "ORD-015",
    on=OrderStudent,
    severity="error",
    title="入班晚于毕业或在班时间不足",
    intent="毕业以后才入班，或在班时间太短，都不算订单培养。",
    condition="入班日期晚于毕业年月；或入班至毕业不足政策参数“在备案订单班名册的最短月数”（没有录入该参数的只查前一项）。",
    fix="照备案的名册改正入班日期；确不足的不能申报。",
    passes="2023年9月1日入班，2026年6月毕业",
    fails="2026年7月1日入班，2026年6月毕业",
    clause=_CLAUSE + "；报送前校验要点：非订单培养",
    checks=(52, 95),
    reads=(GraduateOutcome,),
)
def trained_to_order_long_enough(
    student: OrderStudent, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A student who joined after graduation, or too shortly before it."""
    joined = student.joined_on
    if joined is None or student.id_number is None:
        return
    months = [
        each.graduated_month
        for each in facts.by(GraduateOutcome, "id_number")[student.id_number]
        if each.graduated_month is not None
    ]
    if not months:
        return
    graduated = max(months)
    least = situation.policy.number("order_subsidy.listed_months", situation.day)
    days = {"joined": written_day(joined), "graduated": written_day(graduated)}
    if first_day(joined) > graduated.last_day:
        message = _("{joined}入班，已在毕业{graduated}以后，不算订单培养。")
        yield Problem(message.format(**days), "joined_on")
    elif least is not None and months_later(first_day(joined), least) > graduated.last_day:
        message = _("{joined}入班，到毕业{graduated}不足{months}个月，不能申报补助。")
        yield Problem(message.format(**days, months=least), "joined_on")


@rule(
    "ORD-016",
    on=OrderStudent,
    severity="warning",
    title="没有学生（家长）确认书",
    intent="订单培养须学生本人（未成年的还有家长）确认。",
    condition="“学生（家长）确认书”为否。",
    fix="补签确认书后改填“是”；确未签的写明情况。",
    passes="是",
    fails="否",
    clause="订单班学生名册填写要求",
)
def student_has_confirmed(student: OrderStudent, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A student who has not confirmed."""
    if student.confirmation is False:
        yield Problem(_("学生（家长）还没有签确认书，请补签或写明情况。"), "confirmation")


@rule(
    "ORD-017",
    on=OrderStudent,
    severity="warning",
    title="退出没有原因",
    intent="退出订单班要写明原因，人数变动才说得清。",
    condition="填了退出日期，没有退出原因。",
    fix="照异动审批表补填退出原因。",
    passes="2025年3月1日退出，本人申请",
    fails="2025年3月1日退出，原因未填",
    clause="订单班学生名册填写要求",
)
def leaving_has_a_reason(student: OrderStudent, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A student who left for no reason told."""
    if student.left_on is not None and student.left_reason is None:
        yield Problem(_("填了退出日期，请补填退出原因。"), "left_reason")


@rule(
    "ORD-018",
    on=OrderStudent,
    severity="warning",
    title="实习单位不是订单企业",
    intent="订单班学生一般到订单企业实习。",
    condition="填了实习单位，与订单企业不是一家（曾用名、信用代码相同的算同一家）。",
    fix="核对实习单位；确在别处实习的写明情况。",
    passes="实习单位、订单企业都是济宁海达精密制造有限公司",
    fails="实习单位邹城宏河电子有限公司，订单企业济宁海达精密制造有限公司",
    clause="订单班学生名册填写要求",
    reads=(Enterprise, FormerName),
)
def trains_where_he_is_ordered(
    student: OrderStudent, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A student placed elsewhere than with the enterprise that ordered him."""
    if student.internship_employer is None or student.left_on is not None:
        return
    ordering = enterprise_key(student, facts)
    if ordering is not None and key_of_name(student.internship_employer, facts) != ordering:
        message = _("实习单位“{name}”不是订单企业“{ordering}”，请核对。")
        shown = {"name": student.internship_employer, "ordering": student.enterprise}
        yield Problem(message.format(**shown), "internship_employer")


@rule(
    "ORD-019",
    on=OrderStudent,
    severity="error",
    title="订单班学生不在读",
    intent="休学、退学、转出的学生仍列在名册里，属于虚报人数。",
    condition="没有退出日期，学籍状态是休学、保留学籍、转出、退学、开除；毕业、结业的不算。",
    fix="照学籍系统填退出日期和原因，或改正学籍状态。",
    passes="在读；毕业",
    fails="退学，没有退出日期",
    clause="报送前校验要点：虚报人数",
    checks=(6,),
)
def ordered_student_is_at_school(
    student: OrderStudent, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A student on the list who is not at school any more."""
    if student.left_on is None and student.student_status in _GONE:
        message = _("学籍状态是“{status}”，仍列在订单班，请填退出日期。")
        shown = label("student_status", student.student_status or "")
        yield Problem(message.format(status=shown), "student_status")


@rule(
    "ORD-020",
    on=OrderStudent,
    severity="info",
    title="“是否同时在学徒班”与学徒花名册不符",
    intent="同时在学徒班的要如实填写，补助时要核对。",
    condition="“是否同时在学徒班”为否而学徒花名册里有同一证件号在培，或为是而学徒花名册里没有。",
    fix="照学徒花名册改正。",
    passes="是，学徒花名册里有",
    fails="否，学徒花名册里有",
    clause="订单班学生名册填写要求",
    reads=(Apprentice,),
)
def tells_of_an_apprenticeship(
    student: OrderStudent, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A student said to be, or not to be, an apprentice too, against the roster."""
    told = student.also_apprentice
    if told is None or student.id_number is None:
        return
    is_one = any(each.status in (None, "1") for each in facts.by(Apprentice, "id_number")[student.id_number])
    if told != is_one:
        yield Problem(_("“是否同时在学徒班”与学徒花名册不符，请核对。"), "also_apprentice")


def _span(student: OrderStudent) -> tuple[dt.date, dt.date]:
    """The days on which a student is surely in the class."""
    first = last_day(student.joined_on) if student.joined_on else dt.date.min
    return first, first_day(student.left_on) if student.left_on else OPEN_END
