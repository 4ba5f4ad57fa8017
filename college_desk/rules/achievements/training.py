"""Training classes (培训班): filed where subsidised, people, attendances and person-days told apart."""

from __future__ import annotations

from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.coded import coded
from college_desk.policy.written_dates import written_day
from college_desk.records.achievements.training_class import TrainingClass
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.values.month import first_day, last_day
from college_desk.rules.rule import Situation, rule

_CLAUSE = "《实施意见》第1条、第2条"
_LEDGER = "培训班台账填写要求"


@rule(
    "TRN-001",
    on=TrainingClass,
    severity="error",
    title="补贴性培训没有备案号",
    intent="补贴性培训须先备案，没有备案号的不能申领。",
    condition="“是否补贴性培训”为是，或组织形式是政府补贴培训，备案号未填。",
    fix="照备案回执补填；不是补贴性的改为否。",
    passes="补贴性培训，备案号2026-PX-018",
    fails="补贴性培训，备案号未填",
    clause="《实施意见》第1条",
)
def subsidised_class_is_filed(
    training: TrainingClass, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A subsidised class that was not filed."""
    public = training.organised_as == coded("training_form", "政府补贴培训")
    if (training.subsidised or public) and training.filing_number is None:
        yield Problem(_("补贴性培训须有备案号，请照备案回执补填。"), "filing_number")


@rule(
    "TRN-002",
    on=TrainingClass,
    severity="error",
    title="合格人数多于培训人数",
    intent="合格的不会比参训的多，取证的不会比合格的多。",
    condition="合格人数大于培训人数，或取证人数大于合格人数（合格未填的与培训人数比）。",
    fix="照成绩册、取证名单改正。",
    passes="培训40人，合格40人",
    fails="培训40人，合格41人",
    clause=_CLAUSE,
)
def not_more_passed_than_came(
    training: TrainingClass, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """More who passed than came, or more certified than passed."""
    came, passed, certified = training.head_count, training.qualified, training.certified
    if came is not None and passed is not None and passed > came:
        message = _("合格{passed}人，多于培训{came}人，请核对。")
        yield Problem(message.format(passed=passed, came=came), "qualified")
    most = passed if passed is not None else came
    if certified is not None and most is not None and certified > most:
        message = _("取证{certified}人，多于合格{most}人，请核对。")
        yield Problem(message.format(certified=certified, most=most), "certified")


@rule(
    "TRN-003",
    on=TrainingClass,
    severity="warning",
    title="高危行业没有安全课时",
    intent="高危行业企业职工要有安全技能培训。",
    condition="“是否高危行业”为是，安全技能课时未填或为0。",
    fix="照培训计划补填安全技能课时；另行培训的写明情况。",
    passes="高危行业，安全技能课时16",
    fails="高危行业，安全技能课时0",
    clause="《实施意见》第2条",
)
def dangerous_trades_learn_safety(
    training: TrainingClass, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A class for a dangerous trade without a lesson of safety."""
    if training.high_risk and not training.safety_periods:
        yield Problem(_("高危行业应有安全技能课时，请补填或写明情况。"), "safety_periods")


@rule(
    "TRN-004",
    on=TrainingClass,
    severity="error",
    title="人数、人次混淆",
    intent="人数、人次、人日是三个数，混填统计就错。",
    condition="培训人次少于培训人数；或培训人日多于培训人次（未填的按人数）乘培训天数。",
    fix="核对三个数。",
    passes="40人，40人次，12天，400人日",
    fails="40人，30人次；或40人，12天，600人日",
    clause="报送前校验要点：单位混淆",
    checks=(60,),
)
def people_and_attendances_are_told_apart(
    training: TrainingClass, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """Fewer attendances than people, or more person-days than there can be."""
    people, times, days = training.head_count, training.attendances, training.person_days
    if people is not None and times is not None and times < people:
        message = _("培训{times}人次，少于{people}人，请核对。")
        yield Problem(message.format(times=times, people=people), "attendances")
    if days is None or training.start_on is None or training.end_on is None:
        return
    length = (last_day(training.end_on) - first_day(training.start_on)).days + 1
    most = (times or people or 0) * length
    if most and days > most:
        message = _("{length}天最多{most}人日，填的是{days}人日，请核对。")
        yield Problem(message.format(length=length, most=most, days=days), "person_days")


@rule(
    "TRN-005",
    on=TrainingClass,
    severity="warning",
    title="先开班后备案",
    intent="补贴性培训须先备案后开班。",
    condition="备案日期晚于开班日期；只填到月的按整月看。",
    fix="照备案回执核对；确在开班后备案的写明情况。",
    passes="4月10日备案，4月13日开班",
    fails="4月14日备案，4月13日开班",
    clause="《实施意见》第1条",
)
def class_is_filed_before_it_begins(
    training: TrainingClass, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A class filed after it had begun."""
    filed, start = training.filed_on, training.start_on
    if filed is not None and start is not None and filed > last_day(start):
        message = _("{filed}备案，晚于开班{start}，请核对。")
        yield Problem(message.format(filed=written_day(filed), start=written_day(start)), "filed_on")


@rule(
    "TRN-006",
    on=TrainingClass,
    severity="warning",
    title="培训经费没有来源",
    intent="一项经费只有一个主要来源，没有来源统计不出来。",
    condition="培训经费大于0，经费来源未填。",
    fix="补填经费来源。",
    passes="32000.00元，失业保险基金",
    fails="32000.00元，来源未填",
    clause="《实施意见》四（二）；" + _LEDGER,
)
def funds_have_a_source(training: TrainingClass, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Money from nowhere."""
    if training.funds_yuan and training.fund_source is None:
        yield Problem(_("填了培训经费，请补填经费来源。"), "fund_source")


@rule(
    "TRN-007",
    on=TrainingClass,
    severity="warning",
    title="组织形式与是否补贴不符",
    intent="政府补贴培训就是补贴性培训，两处矛盾会漏统计。",
    condition="组织形式是政府补贴培训而“是否补贴性培训”为否。",
    fix="改正其中一项。",
    passes="政府补贴培训，是",
    fails="政府补贴培训，否",
    clause=_LEDGER,
)
def form_goes_with_the_subsidy(
    training: TrainingClass, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A publicly funded class said not to be subsidised."""
    if training.organised_as == coded("training_form", "政府补贴培训") and training.subsidised is False:
        yield Problem(_("组织形式是政府补贴培训，“是否补贴性培训”却为否，请核对。"), "subsidised")
