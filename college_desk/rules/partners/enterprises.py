"""Enterprises: named as licensed, sound, with room for the students they take, paid into their own account."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from fractions import Fraction

from college_desk.base.translation import _
from college_desk.policy.named import is_same
from college_desk.policy.placements import own_stretch, stretch_of
from college_desk.policy.written_dates import written_day
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.apprenticeship.placement import Placement
from college_desk.records.codes import code_table
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.orders.order_class import OrderClass
from college_desk.records.partners.agreement import Agreement
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.partners.former_name import FormerName
from college_desk.records.register import REGISTERS, Record, register_of
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.rules.apprenticeship.training import INTERNSHIP_RULES, in_training, is_of_the_new_scheme
from college_desk.rules.rule import Situation, rule

_PAIRS = (("enterprise", "enterprise_uscc"), ("enterprise", "employer_uscc"), ("unit", "unit_uscc"))
_TOLD_BY_THEIR_OWN = (Agreement, PartTimeTeacher)
_AT_WORK = frozenset({None, "2", "4"})


@rule(
    "ENT-001",
    on=Record,
    severity="error",
    title="企业名称与信用代码不是一家",
    intent="同一个信用代码只能是一家单位，名称须与营业执照一致。",
    condition="名册、台账里企业的信用代码在合作企业台账里是另一个名称（曾用名除外）；台账里没有的不查，协议和兼职教师另有规则。",
    fix="照营业执照改正名称或信用代码；已更名的登记曾用名。",
    passes="信用代码与名称都是济宁海达精密制造有限公司的",
    fails="信用代码是济宁海达精密制造有限公司的，名称写“邹城宏河电子有限公司”",
    clause="报送前校验要点：主体不符",
    checks=(22,),
    reads=(Enterprise, FormerName),
)
def named_as_the_code_says(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An enterprise whose credit code belongs to another name."""
    for name_field, code_field in _pairs(register_of(record).code):
        name, code = getattr(record, name_field), getattr(record, code_field)
        if name is None or code is None:
            continue
        registered = facts.by(Enterprise, "uscc")[code]
        if not registered or name in {each.name for each in registered}:
            continue
        if name not in {each.name for each in facts.by(FormerName, "uscc")[code]}:
            message = _("信用代码“{code}”在合作企业台账里是“{other}”，这里是“{name}”，请照营业执照核对。")
            yield Problem(message.format(code=code, other=registered[0].name or "", name=name), name_field)


@rule(
    "ENT-002",
    on=Enterprise,
    severity="error",
    title="订单企业信用状况不合要求",
    intent="失信、经营异常、注销的企业不能申报订单企业培养补助。",
    condition="有订单班的企业登记状态是经营异常、严重违法失信、吊销、注销、停业；状态查询超过政策参数“企业信用查询截图的有效天数”的作核实，没有录入该参数的不查。",
    fix="重新查询并更新登记状态和查询日期；确有问题的不申报。",
    passes="存续；参数30天，8月31日查询，9月30日填报",
    fails="经营异常；或参数30天，8月30日查询，9月30日填报",
    clause="《实施意见》第5条；报送前校验要点：申报条件",
    checks=(96,),
    reads=(OrderClass,),
)
def ordering_enterprise_is_sound(
    enterprise: Enterprise, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """An enterprise with order classes that is unsound, or not looked up lately."""
    if not _has_order_classes(enterprise, facts):
        return
    entry = code_table("enterprise_status").get(enterprise.status) if enterprise.status else None
    if entry is not None and not entry.detail.get("sound", True):
        message = _("登记状态是{status}，不能申报订单企业培养补助。")
        yield Problem(message.format(status=entry.label), "status")
        return
    days = situation.policy.number("enterprise.status_check_days", situation.day)
    checked = enterprise.status_checked_on
    if days is None:
        return
    if checked is None:
        message = _("没有登记状态查询日期，请查询后补填。")
        yield Problem(message, "status_checked_on", severity="warning")
    elif checked + dt.timedelta(days=days) < situation.day:
        message = _("登记状态是{checked}查询的，已超过{days}天，请重新查询。")
        shown = message.format(checked=written_day(checked), days=days)
        yield Problem(shown, "status_checked_on", severity="warning")


@rule(
    "ENT-003",
    on=Enterprise,
    severity="warning",
    title="实习学生占职工比例过高",
    intent="岗位实习学生一般不超过企业在岗职工总数的10%。",
    condition="填报当日在该企业岗位实习（在岗）的学生数 ÷ 在岗职工数超过政策参数；有学生在岗而在岗职工数未填的也提示。",
    fix="核实在岗职工数；确须超过的写明情况。",
    passes="职工460人，学生46人",
    fails="职工460人，学生47人",
    clause=INTERNSHIP_RULES,
    checks=(91,),
    reads=(Apprentice, Placement, Cohort),
)
def takes_not_too_many_students(
    enterprise: Enterprise, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """More students at work than the share of the staff allows."""
    if enterprise.name is None:
        return
    people = {
        each.id_number or each.uid
        for each in facts.by(Apprentice, "enterprise")[enterprise.name]
        if each.placement_kind in _AT_WORK
        and in_training(each)
        and own_stretch(each).covers(situation.day)
        and not is_of_the_new_scheme(each, facts)
    }
    people |= {
        each.apprentice or each.uid
        for each in facts.by(Placement, "enterprise")[enterprise.name]
        if each.kind in _AT_WORK and stretch_of(each).covers(situation.day)
    }
    if not people:
        return
    if enterprise.employees is None:
        message = _("在岗职工数未填，现有{people}名学生在岗，无法核对比例，请补填。")
        yield Problem(message.format(people=len(people)), "employees")
        return
    share = Fraction(str(situation.policy.get("internship.share_of_employees", situation.day) or 1))
    if len(people) > share * enterprise.employees:
        message = _("在岗学生{people}人，占在岗职工{employees}人的{percent}%，一般不超过{most}%，请核对。")
        percent = f"{len(people) * 100 / (enterprise.employees or 1):.2f}"
        shown = {"people": len(people), "employees": enterprise.employees, "percent": percent}
        yield Problem(message.format(**shown, most=f"{float(share * 100):g}"), "employees")


@rule(
    "ENT-004",
    on=Enterprise,
    severity="info",
    title="规上企业没有自主评价备案",
    intent="规模以上企业要全面开展技能人才自主评价。",
    condition="是规上企业，“是否自主评价企业”不是“是”。",
    fix="提醒企业到人社部门备案；已备案的改填“是”。",
    passes="规上，已备案",
    fails="规上，未备案",
    clause="《实施意见》第12条",
)
def assesses_its_own_people(enterprise: Enterprise, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An enterprise above the scale that does not assess its own people."""
    if enterprise.above_scale and not enterprise.self_assessment:
        yield Problem(_("规上企业还没有自主评价备案，可提醒企业备案。"), "self_assessment")


@rule(
    "ENT-005",
    on=Enterprise,
    severity="error",
    title="企业户名与名称不符",
    intent="补助只能付到企业本单位账户。",
    condition="企业账户的户名与企业名称不同。",
    fix="改填本单位账户，或照开户许可改正户名。",
    passes="户名与企业名称都是济宁海达精密制造有限公司",
    fails="户名是周志强",
    clause="报送前校验要点：收款账户",
    checks=(51,),
)
def account_in_its_own_name(enterprise: Enterprise, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An enterprise's account in another name."""
    name, account = enterprise.name, enterprise.account_name
    if name is not None and account is not None and name.replace(" ", "") != account.replace(" ", ""):
        message = _("户名“{account}”与企业名称“{name}”不同，请核对。")
        yield Problem(message.format(account=account, name=name), "account_name")


@rule(
    "ENT-006",
    on=Enterprise,
    severity="error",
    title="同一企业两个信用代码",
    intent="一家企业只有一个信用代码，两个必有一个是错的。",
    condition="合作企业台账里先登记的一条名称相同而信用代码不同。",
    fix="照营业执照核对；确是两家的把名称写完整。",
    passes="名称相同的只有一条",
    fails="同名两条，信用代码不同",
    clause="报送前校验要点：主体不符",
    checks=(22,),
    reads=(Enterprise,),
)
def one_code_for_one_name(enterprise: Enterprise, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An enterprise whose name an earlier one has under another credit code."""
    if enterprise.name is None or enterprise.uscc is None:
        return
    for each in facts.by(Enterprise, "name")[enterprise.name]:
        if is_same(each, enterprise):
            return
        if each.uscc not in (None, enterprise.uscc):
            message = _("“{name}”前面登记的信用代码是“{code}”，请照营业执照核对。")
            yield Problem(message.format(name=enterprise.name, code=each.uscc), "uscc")
            return


@rule(
    "ENT-007",
    on=FormerName,
    severity="warning",
    title="更名没有变更通知书",
    intent="用旧名签的材料，要附变更通知书才能证明是同一家企业。",
    condition="企业曾用名没有变更通知书文号。",
    fix="照变更通知书补填文号；确已遗失的写明情况。",
    passes="（任）登记企变字〔2015〕第0312号",
    fails="（空）",
    clause="报送前校验要点：主体不符",
    checks=(93,),
)
def change_of_name_is_documented(former: FormerName, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A former name without the notice of the change."""
    if former.change_notice is None:
        yield Problem(_("没有变更通知书文号，请照变更通知书补填。"), "change_notice")


def _has_order_classes(enterprise: Enterprise, facts: Facts) -> bool:
    named = facts.by(OrderClass, "enterprise")[enterprise.name] if enterprise.name else ()
    coded = facts.by(OrderClass, "enterprise_uscc")[enterprise.uscc] if enterprise.uscc else ()
    return bool(named or coded)


@functools.cache
def _pairs(register: str) -> tuple[tuple[str, str], ...]:
    """The pairs of fields in which a register names an enterprise and its code."""
    if REGISTERS[register].record in _TOLD_BY_THEIR_OWN:
        return ()
    known = REGISTERS[register].by_name
    return tuple(pair for pair in _PAIRS if all(name in known for name in pair))
