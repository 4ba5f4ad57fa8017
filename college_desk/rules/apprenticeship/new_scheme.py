"""企业新型学徒制: the enterprise's own employees, their contracts, levels, class and prepayment."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from college_desk.base.translation import _
from college_desk.policy.coded import coded, label, rank
from college_desk.policy.written_dates import months_later, written_day
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.orders.order_student import OrderStudent
from college_desk.records.values.month import OPEN_END, first_day, last_day
from college_desk.rules.apprenticeship.mentored import apprentices_in
from college_desk.rules.apprenticeship.training import (
    NEW_SCHEME,
    cohort_of,
    in_training,
    is_of_the_new_scheme,
    time_in_class,
)
from college_desk.rules.rule import Situation, rule

_PREPAID = "《关于全面推行企业新型学徒制的意见》（人社部发〔2018〕66号）"
_LEAST_TARGET, _MOST_TARGET = "中级工", "高级技师"


@rule(
    "NEW-001",
    on=Apprentice,
    severity="error",
    title="没有一年以上劳动合同",
    intent="企业新型学徒是签了一年以上劳动合同的技能岗位新招用、转岗人员。",
    condition="企业新型学徒没有劳动合同起始日期，或合同期限不足政策参数的月数（12个月）；长期合同、没有终止日期的只看起始。",
    fix="照劳动合同补填或改正；不足一年的不能列入。",
    passes="2026年3月1日至2027年2月28日",
    fails="2026年3月1日至2027年2月27日",
    clause=NEW_SCHEME + "；" + _PREPAID,
    reads=(Cohort,),
)
def has_a_contract_of_a_year(apprentice: Apprentice, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An enterprise's apprentice without a labour contract, or with a short one."""
    if not is_of_the_new_scheme(apprentice, facts):
        return
    begins, ends = apprentice.contract_start_on, apprentice.contract_end_on
    if begins is None:
        yield Problem(_("没有劳动合同起始日期，请照劳动合同补填。"), "contract_start_on")
        return
    least = situation.policy.number("apprentice_subsidy.least_contract_months", situation.day)
    if least is None or ends in (None, OPEN_END):
        return
    if (
        ends is not None
        and last_day(ends).toordinal() + 1 < months_later(first_day(begins), least).toordinal()
    ):
        message = _("劳动合同{begins}至{ends}不足{months}个月，不能列入企业新型学徒。")
        days = {"begins": written_day(begins), "ends": written_day(ends)}
        yield Problem(message.format(**days, months=least), "contract_end_on")


@rule(
    "NEW-002",
    on=Apprentice,
    severity="error",
    title="在读学生列为企业新型学徒",
    intent="全日制在读学生不属于企业新型学徒。",
    condition="企业新型学徒的学籍状态是在读，或同一证件号仍在订单班学生名册里。",
    fix="核对身份；在读学生不能列入，已毕业的改正学籍状态。",
    passes="学籍状态毕业",
    fails="学籍状态在读",
    clause=NEW_SCHEME,
    checks=(14,),
    reads=(Cohort, OrderStudent),
)
def is_no_student(apprentice: Apprentice, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An enterprise's apprentice who is still a full-time student."""
    if not is_of_the_new_scheme(apprentice, facts):
        return
    studying = coded("student_status", "在读")
    if apprentice.student_status == studying:
        yield Problem(_("全日制在读学生不能列为企业新型学徒，请核对。"), "student_status")
        return
    for each in facts.by(OrderStudent, "id_number")[apprentice.id_number]:
        if each.student_status == studying and each.left_on is None:
            message = _("订单班学生名册里是在读学生，不能列为企业新型学徒，请核对。")
            yield Problem(message, "id_number")
            return


@rule(
    "NEW-003",
    on=Apprentice,
    severity="error",
    title="已享受同类培训补贴",
    intent="同一职业同级及以上的培训补贴不能重复领取。",
    condition="企业新型学徒“是否享受同类补贴”为是。",
    fix="不列入本次；填错的改正。",
    passes="否",
    fails="是",
    clause=NEW_SCHEME,
    reads=(Cohort,),
)
def not_subsidised_before(apprentice: Apprentice, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An enterprise's apprentice who had such a subsidy already."""
    if apprentice.subsidised_before and is_of_the_new_scheme(apprentice, facts):
        yield Problem(_("已享受同类培训补贴，不能重复申领，请核对。"), "subsidised_before")


@rule(
    "NEW-004",
    on=Apprentice,
    severity="error",
    title="同时在两个企业新型学徒班",
    intent="已在其他学徒班且在培养期内的，不能再列入另一个班。",
    condition="同一证件号在两个企业新型学徒班里，时间有相同的日子；在证件号相同、后登记的一条上提示。",
    fix="核对后退出其中一个班，填退出日期。",
    passes="前一班2025年12月31日结业，后一班2026年3月1日开班",
    fails="前一班2026年12月31日结业，后一班2026年3月1日开班",
    clause=NEW_SCHEME,
    checks=(14,),
    reads=(Apprentice, Cohort),
)
def in_one_class_at_a_time(apprentice: Apprentice, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An enterprise's apprentice in two such classes on the same day."""
    if apprentice.id_number is None:
        return
    known = facts.by(Apprentice, "id_number")[apprentice.id_number]
    if len(known) < 2 or not is_of_the_new_scheme(apprentice, facts):
        return
    mine = time_in_class(apprentice, facts)
    for each in known:
        if each is apprentice or (each.uid and each.uid == apprentice.uid):
            return
        theirs = time_in_class(each, facts)
        if each.cohort == apprentice.cohort or mine is None or theirs is None:
            continue
        if is_of_the_new_scheme(each, facts) and theirs[0] <= mine[1] and mine[0] <= theirs[1]:
            message = _("同一时间还在“{cohort}”，不能同时在两个企业新型学徒班。")
            yield Problem(message.format(cohort=each.cohort), "cohort")
            return


@rule(
    "NEW-005",
    on=Apprentice,
    severity="warning",
    title="培养等级不合适",
    intent="企业新型学徒培养到中级工、高级工、技师、高级技师，应高于现有等级。",
    condition="拟取得等级低于中级工或高于高级技师，或不高于现有等级；未填的不查。",
    fix="改正拟取得等级或现有等级。",
    passes="现有初级工，拟取得中级工",
    fails="现有中级工，拟取得中级工",
    clause=NEW_SCHEME,
    reads=(Cohort,),
)
def aims_higher(apprentice: Apprentice, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An aim that is no step up, or off the scheme's levels."""
    cohort = cohort_of(apprentice, facts)
    aim = apprentice.target_skill_level or (cohort.target_skill_level if cohort else None)
    target, held = rank("skill_level", aim), rank("skill_level", apprentice.current_skill_level)
    if target is None or not is_of_the_new_scheme(apprentice, facts):
        return
    least = rank("skill_level", coded("skill_level", _LEAST_TARGET)) or 0
    most = rank("skill_level", coded("skill_level", _MOST_TARGET)) or 0
    shown = label("skill_level", aim or "")
    if not least <= target <= most:
        message = _("拟取得等级“{aim}”不在企业新型学徒的培养等级内，请核对。")
        yield Problem(message.format(aim=shown), "target_skill_level")
    elif held is not None and target <= held:
        message = _("拟取得等级“{aim}”不高于现有等级“{held}”，请核对。")
        held_shown = label("skill_level", apprentice.current_skill_level or "")
        yield Problem(message.format(aim=shown, held=held_shown), "target_skill_level")


@rule(
    "NEW-006",
    on=Apprentice,
    severity="warning",
    title="劳动合同没有覆盖培养期",
    intent="培养期间应一直是企业职工。",
    condition="企业新型学徒的劳动合同晚于开始培养才起，或早于培养结束就止；只填到月的按整月看。",
    fix="照劳动合同核对；已续签的改正终止日期。",
    passes="合同2026年2月1日至2028年1月31日，培养2026年3月1日至2027年2月28日",
    fails="合同2026年3月10日起，培养2026年3月1日起",
    clause=NEW_SCHEME,
    reads=(Cohort,),
)
def employed_while_trained(apprentice: Apprentice, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A labour contract that does not last through the training."""
    begins, ends = apprentice.contract_start_on, apprentice.contract_end_on
    if begins is None or not is_of_the_new_scheme(apprentice, facts):
        return
    time = time_in_class(apprentice, facts)
    if time is None:
        return
    if first_day(begins) > time[0]:
        message = _("劳动合同{begins}才起，培养{first}已开始，请核对。")
        yield Problem(
            message.format(begins=written_day(begins), first=written_day(time[0])), "contract_start_on"
        )
    if ends is not None and time[1] != OPEN_END and last_day(ends) < time[1]:
        message = _("劳动合同{ends}已止，培养到{last}，请核对。")
        yield Problem(message.format(ends=written_day(ends), last=written_day(time[1])), "contract_end_on")


@rule(
    "NEW-007",
    on=Cohort,
    severity="warning",
    title="企业新型学徒班期限不合规定",
    intent="培养期限一般1至2年，特殊情况可延到3年。",
    condition="企业新型学徒班开班至结业超过政策参数“企业新型学徒最长培养年限”（3年）为必须改正；不足1年或超过2年的作核实。",
    fix="改正开班、结业日期；延期的写明情况。",
    passes="2026年3月1日至2027年2月28日",
    fails="2026年3月1日至2029年3月1日",
    clause=NEW_SCHEME + "；" + _PREPAID,
)
def of_a_lawful_length(cohort: Cohort, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A class of the scheme that lasts too long, or for an unusual time."""
    begins, ends = cohort.start_on, cohort.end_on
    if not _is_new(cohort) or begins is None or ends is None or ends == OPEN_END:
        return
    longest = situation.policy.number("apprentice_subsidy.longest_years", situation.day)
    usual = situation.policy.get("apprentice_subsidy.usual_years", situation.day)
    least, most = (int(each) for each in (usual if isinstance(usual, tuple) else ("1", "2")))
    days = {"begins": written_day(begins), "ends": written_day(ends)}
    if longest is not None and first_day(ends) >= months_later(last_day(begins), longest * 12):
        message = _("培养{begins}至{ends}超过{years}年，请改正。")
        yield Problem(message.format(**days, years=longest), "end_on", severity="error")
    elif (
        first_day(ends) >= months_later(last_day(begins), most * 12)
        or last_day(ends).toordinal() + 1 < months_later(first_day(begins), least * 12).toordinal()
    ):
        message = _("培养{begins}至{ends}，不在一般的{least}至{most}年之内，请核对或写明情况。")
        yield Problem(message.format(**days, least=least, most=most), "end_on")


@rule(
    "NEW-008",
    on=Cohort,
    severity="error",
    title="企业新型学徒班先开班后备案",
    intent="须先备案后开班，备案以前开的班不予补贴。",
    condition="企业新型学徒班备案日期晚于开班日期；只填到月的按整月看，没有备案日期的只作提示。",
    fix="照备案回执改正备案日期；确未备案的先备案。",
    passes="备案2月20日，开班3月1日",
    fails="备案3月2日，开班3月1日",
    clause=NEW_SCHEME,
)
def filed_before_it_begins(cohort: Cohort, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A class of the scheme that began before it was filed."""
    if not _is_new(cohort) or cohort.start_on is None:
        return
    if cohort.filed_on is None:
        message = _("没有备案日期，企业新型学徒班须先备案后开班。")
        yield Problem(message, "filed_on", severity="info")
    elif cohort.filed_on > last_day(cohort.start_on):
        message = _("备案{filed}晚于开班{start}，须先备案后开班。")
        shown = message.format(filed=written_day(cohort.filed_on), start=written_day(cohort.start_on))
        yield Problem(shown, "filed_on")


@rule(
    "NEW-009",
    on=Cohort,
    severity="warning",
    title="企业新型学徒班企业导师不足",
    intent="每班要有规定数量的企业导师，其中要有技师以上的。",
    condition="企业导师数少于政策参数“每班最少企业导师人数”，或填了企业导师数而其中没有技师以上的；没有录入该参数的都不查。",
    fix="补足企业导师；确须如此的写明情况。",
    passes="参数3，企业导师3人，其中技师1人",
    fails="参数3，企业导师2人",
    clause="人社部门关于企业新型学徒制的文件",
)
def has_enough_skilled_mentors(cohort: Cohort, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A class of the scheme with too few mentors, or none of the skill asked for."""
    least = situation.policy.number("apprentice_subsidy.least_class_mentors", situation.day)
    if not _is_new(cohort) or least is None or cohort.mentor_count is None:
        return
    if cohort.mentor_count < least:
        message = _("企业导师{count}人，少于{least}人，请核对或写明情况。")
        yield Problem(message.format(count=cohort.mentor_count, least=least), "mentor_count")
    elif cohort.skilled_mentor_count == 0:
        yield Problem(_("企业导师中没有技师以上的，请核对或写明情况。"), "skilled_mentor_count")


@rule(
    "NEW-010",
    on=Cohort,
    severity="error",
    title="预拨金额超过规定比例",
    intent="备案后预拨的补贴不超过规定比例，多拨的要收回。",
    condition="预拨金额大于 在培学徒数×该等级补贴标准×培养年数×预拨比例上限（50%）；该等级的补贴标准没有录入的不查。",
    fix="改正预拨金额。",
    passes="中级工30人、1年、5000.00元，预拨75000.00元",
    fails="中级工30人、1年、5000.00元，预拨75000.01元",
    clause=_PREPAID,
    reads=(Apprentice,),
)
def prepaid_within_the_share(cohort: Cohort, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A prepayment above the share that may be paid before the class is over."""
    begins, ends, level = cohort.start_on, cohort.end_on, cohort.target_skill_level
    if not _is_new(cohort) or not cohort.prepaid_yuan or begins is None or ends is None or level is None:
        return
    name = f"apprentice_subsidy.yuan_per_year.{label('skill_level', level)}"
    if name not in situation.policy.by_name or ends == OPEN_END:
        return
    yuan = situation.policy.get(name, situation.day)
    share = situation.policy.get("apprentice_subsidy.prepaid_share", situation.day)
    people = sum(in_training(each) for each in apprentices_in(cohort, facts)) or cohort.enrolled_size
    if yuan is None or share is None or not people:
        return
    years = max(1, round((last_day(ends) - first_day(begins)).days / 365.25))
    most = people * Decimal(str(yuan)) * years * Decimal(str(share))
    if cohort.prepaid_yuan > most:
        message = _("预拨{prepaid}元，超过{people}人{years}年补贴的规定比例{most}元，请核对。")
        shown = {"prepaid": cohort.prepaid_yuan, "people": people, "years": years, "most": f"{most:.2f}"}
        yield Problem(message.format(**shown), "prepaid_yuan")


def _is_new(cohort: Cohort) -> bool:
    return cohort.scheme == coded("scheme", "企业新型学徒制")
