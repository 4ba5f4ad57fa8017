"""Agreements with enterprises: dates, seals, the chain of renewals, majors, what was agreed."""

from __future__ import annotations

from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.coded import coded, label
from college_desk.policy.named import enterprise_of
from college_desk.policy.written_dates import months_later, written_day
from college_desk.records.codes import code_table
from college_desk.records.college.major import Major
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.orders.order_student import OrderStudent
from college_desk.records.partners.agreement import Agreement
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.partners.former_name import FormerName
from college_desk.records.values.month import OPEN_END, first_day, last_day
from college_desk.rules.agreed import agreement_named
from college_desk.rules.rule import Situation, rule

_LEDGER = "校企合作协议台账填写要求"


@rule(
    "AGR-001",
    on=Agreement,
    severity="error",
    title="协议没有签订日期",
    intent="没有签订日期的协议视为无效。",
    condition="协议的签订日期未填。",
    fix="照签章页补填；签章页没有日期的请双方补注。",
    passes="2026年6月18日",
    fails="（空）",
    clause="报送前校验要点：协议无效",
    checks=(21,),
)
def agreement_is_dated(agreement: Agreement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An agreement without the day of its signature."""
    if agreement.signed_on is None:
        yield Problem(_("签订日期未填，请照签章页补填。"), "signed_on")


@rule(
    "AGR-002",
    on=Agreement,
    severity="error",
    title="协议签订晚于生效",
    intent="先生效后签订的协议不成立。",
    condition="签订日期晚于协议起始日期；同日不算，只填到月的按整月看。",
    fix="照签章页改正日期。",
    passes="6月18日签订，6月18日生效",
    fails="7月2日签订，7月1日生效",
    clause="报送前校验要点：协议无效",
    checks=(21,),
)
def signed_before_it_begins(agreement: Agreement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An agreement signed after it came into force."""
    signed, start = agreement.signed_on, agreement.start_on
    if signed is not None and start is not None and first_day(signed) > last_day(start):
        message = _("{signed}签订，晚于生效{start}，请照签章页核对。")
        yield Problem(message.format(signed=written_day(signed), start=written_day(start)), "signed_on")


@rule(
    "AGR-003",
    on=Agreement,
    severity="error",
    title="协议的企业名称与信用代码不符",
    intent="协议上的名称要与营业执照一致，否则签约主体不符。",
    condition="企业信用代码在合作企业台账里是另一个名称（曾用名除外），或企业名称在台账里是另一个信用代码。",
    fix="照营业执照改正名称或信用代码；已更名的登记曾用名。",
    passes="信用代码与名称都是济宁海达精密制造有限公司的",
    fails="信用代码是济宁海达精密制造有限公司的，名称写“济宁海达”",
    clause="报送前校验要点：主体不符",
    checks=(22,),
    reads=(Enterprise, FormerName),
)
def enterprise_is_named_as_licensed(
    agreement: Agreement, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """An agreement under a name that is not that of its credit code."""
    code, name = agreement.enterprise_uscc, agreement.enterprise
    if code is None or name is None:
        return
    registered = facts.by(Enterprise, "uscc")[code]
    names = {each.name for each in registered} | {each.name for each in facts.by(FormerName, "uscc")[code]}
    others = [each for each in facts.by(Enterprise, "name")[name] if each.uscc not in (None, code)]
    if registered and name not in names:
        message = _("信用代码“{code}”在合作企业台账里是“{other}”，这里是“{name}”，请照营业执照核对。")
        yield Problem(message.format(code=code, other=registered[0].name or "", name=name), "enterprise")
    elif not registered and others:
        message = _("“{name}”在合作企业台账里的信用代码是“{other}”，这里是“{code}”，请核对。")
        yield Problem(message.format(name=name, other=others[0].uscc, code=code), "enterprise_uscc")


@rule(
    "AGR-004",
    on=Agreement,
    severity="error",
    title="签订当日企业不叫这个名称",
    intent="更名以后用旧名签、更名以前用新名签，主体都不成立。",
    condition="签订日期不在该曾用名的起止之内；或签订时企业还用曾用名而协议写的是现名。只填到月的按整月看，曾用名没有起止的不查。",
    fix="照签章页改正名称；确有更名的附变更通知书并补签。",
    passes="2015年8月31日以前用旧名，9月1日起用现名",
    fails="2015年9月1日用旧名签",
    clause="报送前校验要点：主体不符",
    checks=(93, 22),
    reads=(Enterprise, FormerName),
)
def name_was_in_force_that_day(agreement: Agreement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An agreement signed in a name that the enterprise no longer or not yet had."""
    name, signed = agreement.enterprise, agreement.signed_on
    enterprise = enterprise_of(agreement, facts)
    if name is None or signed is None or enterprise is None or enterprise.uscc is None:
        return
    for former in facts.by(FormerName, "uscc")[enterprise.uscc]:
        begins, ends = former.start_on, former.end_on
        if former.name == name and name != enterprise.name:
            after = ends is not None and first_day(signed) > last_day(ends)
            before = begins is not None and last_day(signed) < first_day(begins)
            if after or before:
                message = _("{signed}签订时，“{name}”不是企业当日的名称，请照签章页核对。")
                yield Problem(message.format(signed=written_day(signed), name=name), "enterprise")
        elif (
            name == enterprise.name
            and begins is not None
            and ends is not None
            and first_day(begins) <= last_day(signed) <= first_day(ends)
        ):
            message = _("{signed}签订时企业还叫“{former}”，协议写的是现名“{name}”，请照签章页核对。")
            shown = {"signed": written_day(signed), "former": former.name, "name": name}
            yield Problem(message.format(**shown), "enterprise")


@rule(
    "AGR-005",
    on=Agreement,
    severity="warning",
    title="企业经营状态有风险",
    intent="注销、吊销、异常的企业不能继续培养，状态查询过期的也不能证明。",
    condition="协议在有效期内，企业登记状态是经营异常、严重违法失信、吊销、注销、停业，或状态查询已超过政策参数的月数（6个月）。",
    fix="重新查询登记状态；确有风险的写明处理情况。",
    passes="存续，2026年8月20日查询，2026年9月30日填报",
    fails="注销；或2026年3月29日查询，2026年9月30日填报",
    clause="报送前校验要点：企业经营风险",
    checks=(23,),
    reads=(Enterprise, FormerName),
)
def enterprise_is_sound(agreement: Agreement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An agreement in force with an enterprise at risk, or not looked up for long."""
    begins, ends = agreement.start_on, agreement.end_on or OPEN_END
    if (begins is not None and first_day(begins) > situation.day) or last_day(ends) < situation.day:
        return
    enterprise = enterprise_of(agreement, facts)
    if enterprise is None:
        return
    entry = code_table("enterprise_status").get(enterprise.status) if enterprise.status else None
    if entry is not None and not entry.detail.get("sound", True):
        message = _("“{name}”登记状态是{status}，请核对能否继续培养。")
        yield Problem(message.format(name=enterprise.name or "", status=entry.label), "enterprise")
        return
    months = situation.policy.number("enterprise.status_check_months", situation.day)
    checked = enterprise.status_checked_on
    if months is not None and checked is not None and months_later(checked, months) < situation.day:
        message = _("“{name}”登记状态是{checked}查询的，已超过{months}个月，请重新查询。")
        shown = {"name": enterprise.name or "", "checked": written_day(checked), "months": months}
        yield Problem(message.format(**shown), "enterprise")


@rule(
    "AGR-006",
    on=Agreement,
    severity="warning",
    title="协议由分公司签订",
    intent="分公司、分厂不是独立法人，签协议须有总公司授权，章须是企业公章或合同专用章。",
    condition="合作企业名称以分公司、分厂、项目部、车间、部结尾。",
    fix="附总公司授权书并写明情况，或改由总公司签订。",
    passes="济宁海达精密制造有限公司",
    fails="兖矿能源集团股份有限公司济宁分公司",
    clause="报送前校验要点：主体资格",
    checks=(24,),
)
def signed_by_a_legal_person(agreement: Agreement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An agreement signed by a branch or a department."""
    name = agreement.enterprise or ""
    if name.endswith(("分公司", "分厂", "项目部", "车间", "经理部")):
        message = _("“{name}”不是独立法人，请附授权书并写明情况。")
        yield Problem(message.format(name=name), "enterprise")


@rule(
    "AGR-007",
    on=Agreement,
    severity="error",
    title="协议没有盖章",
    intent="协议要有双方公章和骑缝章，缺一方就不完整。",
    condition="学校已盖章或企业已盖章不是“是”。",
    fix="补盖公章、骑缝章后改填“是”。",
    passes="学校、企业都已盖章",
    fails="企业未盖章",
    clause="报送前校验要点：签章不全",
    checks=(25,),
)
def sealed_by_both(agreement: Agreement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An agreement without a seal of either side."""
    if not agreement.school_sealed:
        yield Problem(_("学校还没有盖章，请核对签章页和骑缝章。"), "school_sealed")
    if not agreement.enterprise_sealed:
        yield Problem(_("企业还没有盖章，请核对签章页和骑缝章。"), "enterprise_sealed")


@rule(
    "AGR-008",
    on=Agreement,
    severity="warning",
    title="续签晚于原协议到期",
    intent="到期以后才续签，中间就断了档。",
    condition="续签协议的签订日期晚于主协议的终止日期；同日不算。",
    fix="照签章页核对；确有断档的写明情况。",
    passes="主协议至6月30日，6月30日续签",
    fails="主协议至6月30日，7月1日续签",
    clause="报送前校验要点：协议断档",
    checks=(94,),
    reads=(Agreement,),
)
def renewed_in_time(agreement: Agreement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A renewal signed after the old agreement was over."""
    if agreement.relation != coded("agreement_relation", "续签") or agreement.signed_on is None:
        return
    before = agreement_named(agreement, "parent_agreement", facts)
    if before is None or before.end_on is None:
        return
    if first_day(agreement.signed_on) > last_day(before.end_on):
        message = _("{signed}续签，原协议{end}已到期，请核对。")
        shown = message.format(signed=written_day(agreement.signed_on), end=written_day(before.end_on))
        yield Problem(shown, "signed_on")


@rule(
    "AGR-009",
    on=Agreement,
    severity="error",
    title="补充、续签没有主协议编号",
    intent="补充协议、续签、解除都要写明是哪份主协议的。",
    condition="协议关系是补充协议、续签或解除，主协议编号未填。",
    fix="补填主协议编号。",
    passes="续签，主协议XTZ-2023-001",
    fails="续签，主协议编号未填",
    clause="报送前校验要点：协议断档",
    checks=(94,),
)
def names_its_main_agreement(agreement: Agreement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A supplement, renewal or termination of nothing."""
    main = coded("agreement_relation", "主协议")
    if agreement.relation not in (None, main) and agreement.parent_agreement is None:
        message = _("协议关系是{relation}，请补填主协议编号。")
        yield Problem(
            message.format(relation=label("agreement_relation", agreement.relation)), "parent_agreement"
        )


@rule(
    "AGR-010",
    on=Agreement,
    severity="warning",
    title="合作专业不在专业台账",
    intent="合作专业要是本校开设的专业，名称要一致。",
    condition="合作专业里有专业台账没有的名称或代码；专业台账还没有录入的不查。",
    fix="改成与专业台账一致，或先登记专业。",
    passes="机电一体化技术",
    fails="机电一体化",
    clause=_LEDGER,
    reads=(Major,),
)
def majors_are_on_the_ledger(agreement: Agreement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A major that the college has not."""
    if not agreement.majors or not facts.all(Major):
        return
    unknown = [
        each
        for each in agreement.majors
        if not facts.by(Major, "name")[each] and not facts.by(Major, "major_code")[each]
    ]
    if unknown:
        message = _("“{majors}”不在专业台账里，请核对。")
        yield Problem(message.format(majors="、".join(unknown)), "majors")


@rule(
    "AGR-011",
    on=Agreement,
    severity="info",
    title="没有填合作内容",
    intent="协议合作了什么，至少要有一项。",
    condition="合作内容一项也没有。",
    fix="照协议选填合作内容。",
    passes="现代学徒制、接收学生实习",
    fails="（空）",
    clause=_LEDGER,
)
def says_what_was_agreed(agreement: Agreement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An agreement about nothing."""
    if not agreement.cooperation_kinds:
        yield Problem(_("合作内容未填，请照协议选填。"), "cooperation_kinds")


@rule(
    "AGR-012",
    on=Agreement,
    severity="warning",
    title="协议状态与起止不符",
    intent="到期的协议还写在履行，统计会多报。",
    condition="协议状态是在履行而终止日期早于填报当日，或状态是到期而还在有效期内。",
    fix="改正协议状态或终止日期；已续签的登记续签协议。",
    passes="终止2026年9月30日，填报2026年9月30日，在履行",
    fails="终止2026年9月29日，填报2026年9月30日，在履行",
    clause=_LEDGER,
)
def state_goes_with_the_dates(agreement: Agreement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An agreement said to run that is over, or to be over while it runs."""
    if agreement.end_on is None:
        return
    over = last_day(agreement.end_on) < situation.day
    running, expired = coded("agreement_status", "在履行"), coded("agreement_status", "到期")
    if (agreement.status == running and over) or (agreement.status == expired and not over):
        message = _("协议状态是“{status}”，终止日期是{end}，两处不符，请核对。")
        shown = {"status": label("agreement_status", agreement.status), "end": written_day(agreement.end_on)}
        yield Problem(message.format(**shown), "status")


@rule(
    "AGR-013",
    on=Agreement,
    severity="info",
    title="成效数与台账数不同",
    intent="协议的成效数应能从台账数出来。",
    condition="填了订单培养人数，与订单班学生名册里该协议的人数不同；名册里没有的不查。",
    fix="核对名册，或改正成效数。",
    passes="填45人，名册45人",
    fails="填45人，名册44人",
    clause=_LEDGER,
    reads=(OrderStudent,),
)
def figures_come_from_the_registers(
    agreement: Agreement, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A number of order students that is not that of the roster."""
    told, number = agreement.order_trainees, agreement.agreement_number
    if told is None or number is None:
        return
    listed = len(facts.by(OrderStudent, "order_agreement")[number])
    if listed and listed != told:
        message = _("订单培养人数填的是{told}人，订单班学生名册里有{listed}人，请核对。")
        yield Problem(message.format(told=told, listed=listed), "order_trainees")
