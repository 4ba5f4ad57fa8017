"""Apprenticeship classes: sizes against the roster, posts, plan, hours, the agreement that carries them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from college_desk.base.translation import _
from college_desk.policy.coded import coded
from college_desk.policy.written_dates import written_day
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.partners.agreement import Agreement
from college_desk.records.values.month import OPEN_END, first_day, last_day
from college_desk.records.values.number import PERIODS
from college_desk.rules.agreed import first_uncovered
from college_desk.rules.apprenticeship.mentored import apprentices_in
from college_desk.rules.apprenticeship.training import INTERNSHIP_RULES, MODERN_SCHEME, in_training
from college_desk.rules.rule import Situation, rule

_FORM = "学徒班备案表填写要求"


@rule(
    "COH-002",
    on=Cohort,
    severity="error",
    title="班级人数与学徒花名册不符",
    intent="备案表的人数要与花名册逐行对得上，对不上就是表册不符。",
    condition="实招人数与学徒花名册里本班的人数（含退出的）不同；花名册里还没有本班学徒的不查。",
    fix="核对花名册有无漏录、重复，或改正实招人数。",
    passes="实招38人，花名册38人",
    fails="实招38人，花名册37人",
    clause="报送前校验要点：表册不符",
    checks=(16,),
    reads=(Apprentice,),
)
def as_many_as_on_the_roster(cohort: Cohort, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A class with more or fewer people than its roster."""
    if cohort.enrolled_size is None:
        return
    listed = {each.id_number or each.uid for each in apprentices_in(cohort, facts)}
    if listed and len(listed) != cohort.enrolled_size:
        message = _("实招人数{size}人，学徒花名册里本班{listed}人，请核对。")
        yield Problem(message.format(size=cohort.enrolled_size, listed=len(listed)), "enrolled_size")


@rule(
    "COH-003",
    on=Cohort,
    severity="warning",
    title="计划人数与实招人数混淆",
    intent="计划、实招、在培是三个数，实招多于计划的多是填错了栏。",
    condition="实招人数大于计划人数。",
    fix="核对两个数；确实扩招的写明情况。",
    passes="计划40人，实招40人",
    fails="计划40人，实招41人",
    clause="报送前校验要点：表册不符",
    checks=(16,),
)
def not_more_than_planned(cohort: Cohort, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A class that took in more than it planned."""
    planned, size = cohort.planned_size, cohort.enrolled_size
    if planned is not None and size is not None and size > planned:
        message = _("实招{size}人，多于计划{planned}人，请核对。")
        yield Problem(message.format(size=size, planned=planned), "enrolled_size")


@rule(
    "COH-004",
    on=Cohort,
    severity="warning",
    title="岗位数少于人数",
    intent="每名学徒要有一个岗位。",
    condition="岗位数小于在培学徒人数；花名册里还没有本班学徒的与实招人数比。",
    fix="补足岗位，或改正岗位数；轮流上岗的写明情况。",
    passes="岗位38个，学徒38人",
    fails="岗位37个，学徒38人",
    clause="报送前校验要点：表内不平",
    checks=(17,),
    reads=(Apprentice,),
)
def a_post_for_everyone(cohort: Cohort, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Fewer posts than apprentices."""
    listed = sum(in_training(each) for each in apprentices_in(cohort, facts))
    people = listed or cohort.enrolled_size
    if cohort.posts is not None and people is not None and cohort.posts < people:
        message = _("岗位{posts}个，少于学徒{people}人，请核对。")
        yield Problem(message.format(posts=cohort.posts, people=people), "posts")


@rule(
    "COH-005",
    on=Cohort,
    severity="warning",
    title="导师数与花名册不符",
    intent="备案表的导师数应等于花名册里不同导师的人数。",
    condition="企业导师数、学校导师数与学徒花名册里本班不同导师的人数不同；花名册没有填导师的不查。",
    fix="核对花名册的导师，或改正导师数。",
    passes="企业导师数7，花名册里有7位",
    fails="企业导师数8，花名册里有7位",
    clause="报送前校验要点：表内不平",
    checks=(17,),
    reads=(Apprentice,),
)
def as_many_mentors_as_on_the_roster(cohort: Cohort, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A number of mentors that is not that of the roster."""
    people = apprentices_in(cohort, facts)
    found = {
        "mentor_count": {each.mentor_id_number or each.mentor for each in people if each.mentor},
        "school_mentor_count": {each.school_mentor for each in people if each.school_mentor},
    }
    for field, mentors in found.items():
        told = getattr(cohort, field)
        if told is not None and mentors and told != len(mentors):
            message = _("填的是{told}人，花名册里本班有{found}人，请核对。")
            yield Problem(message.format(told=told, found=len(mentors)), field)


@rule(
    "COH-006",
    on=Cohort,
    severity="error",
    title="学徒班没有协议覆盖",
    intent="主协议、补充协议、续签接起来要覆盖整个培养期，空一天就没有依据。",
    condition="学徒班开班至结业之间，有的日子不在所指协议及其补充、续签协议的有效期内；协议不在台账、没有起止的不查，解除的算到解除之日。",
    fix="续签或补签协议，或改正协议、培养的起止日期。",
    passes="协议至2027年6月30日，结业2027年6月30日",
    fails="协议至2026年12月31日，没有续签，结业2027年6月30日",
    clause="报送前校验要点：协议断档",
    checks=(20,),
    reads=(Agreement,),
)
def covered_by_an_agreement(cohort: Cohort, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A class with a day that no agreement of the chain covers."""
    if cohort.agreement_number is None or cohort.start_on is None:
        return
    first = last_day(cohort.start_on)
    last = first if cohort.end_on in (None, OPEN_END) else first_day(cohort.end_on or first)
    day = first_uncovered(cohort, first, max(first, last), facts)
    if day is not None:
        message = _("{day}没有有效的校企协议，请续签或核对协议起止。")
        yield Problem(message.format(day=written_day(day)), "agreement_number")


@rule(
    "COH-007",
    on=Cohort,
    severity="warning",
    title="培养方案论证晚于开班",
    intent="培养方案应先论证后开班，倒签的会被质疑。",
    condition="培养方案论证日期晚于开班日期；只填到月的按整月看。",
    fix="照论证意见改正日期；确在开班后论证的写明情况。",
    passes="论证5月20日，开班9月1日",
    fails="论证9月2日，开班9月1日",
    clause="报送前校验要点：培养方案论证",
    checks=(92,),
)
def plan_is_reviewed_first(cohort: Cohort, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A plan reviewed after the class had begun."""
    reviewed, start = cohort.plan_reviewed_on, cohort.start_on
    if reviewed is not None and start is not None and reviewed > last_day(start):
        message = _("培养方案论证{reviewed}晚于开班{start}，请核对。")
        yield Problem(
            message.format(reviewed=written_day(reviewed), start=written_day(start)), "plan_reviewed_on"
        )


@rule(
    "COH-008",
    on=Cohort,
    severity="warning",
    title="学时合计不一致",
    intent="表里的学时要与培养方案一致。",
    condition="校内学时与企业学时之和，不等于理论课时与实操课时之和；四项未填全的不查。",
    fix="照培养方案改正。",
    passes="校内800、企业900，理论700、实操1000",
    fails="校内800、企业900，理论700、实操900",
    clause="报送前校验要点：培养方案学时",
    checks=(92,),
)
def periods_add_up(cohort: Cohort, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Periods by place that are not those by kind."""
    where, what = (
        (cohort.school_periods, cohort.enterprise_periods),
        (
            cohort.theory_periods,
            cohort.practice_periods,
        ),
    )
    if None in where or None in what:
        return
    by_place, by_kind = (sum((each for each in pair if each), Decimal(0)) for pair in (where, what))
    if by_place != by_kind:
        message = _("校内、企业学时共{place}，理论、实操课时共{kind}，请照培养方案核对。")
        yield Problem(
            message.format(place=PERIODS.show(by_place), kind=PERIODS.show(by_kind)), "school_periods"
        )


@rule(
    "COH-009",
    on=Cohort,
    severity="warning",
    title="企业培养学时偏少",
    intent="学徒制要有足够的企业培养学时。",
    condition="企业学时占总学时的比例低于政策参数“企业培养学时的最低比例”；没有录入该参数的不查。",
    fix="调整培养方案，或写明情况。",
    passes="参数0.50，校内800、企业800",
    fails="参数0.50，校内801、企业799",
    clause="主管部门关于学徒制试点的文件",
)
def enough_periods_at_the_enterprise(cohort: Cohort, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Too small a share of the periods at the enterprise."""
    least = situation.policy.get("apprenticeship.least_enterprise_share", situation.day)
    school, enterprise = cohort.school_periods, cohort.enterprise_periods
    if least is None or school is None or enterprise is None or not school + enterprise:
        return
    if Fraction(enterprise) < Fraction(str(least)) * Fraction(school + enterprise):
        message = _("企业学时{enterprise}占总学时的{percent}%，低于规定的{least}，请核对或写明情况。")
        percent = f"{enterprise * 100 / (school + enterprise):.2f}"
        shown = message.format(enterprise=PERIODS.show(enterprise), percent=percent, least=least)
        yield Problem(shown, "enterprise_periods")


@rule(
    "COH-010",
    on=Cohort,
    severity="warning",
    title="学徒班人数不合要求",
    intent="试点文件对学徒班人数有要求。",
    condition="实招人数少于政策参数“学徒班最少人数”或多于“学徒班最多人数”；没有录入参数的不查。",
    fix="合班或分班；确须如此的写明情况。",
    passes="参数20至50人，实招20人",
    fails="参数20至50人，实招19人",
    clause="主管部门关于学徒制试点的文件",
)
def of_the_size_asked_for(cohort: Cohort, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A class smaller or larger than the pilot asks for."""
    size = cohort.enrolled_size
    least = situation.policy.number("apprenticeship.smallest_class", situation.day)
    most = situation.policy.number("apprenticeship.largest_class", situation.day)
    if size is not None and least is not None and size < least:
        message = _("实招{size}人，少于要求的{least}人，请写明情况。")
        yield Problem(message.format(size=size, least=least), "enrolled_size")
    elif size is not None and most is not None and size > most:
        message = _("实招{size}人，多于要求的{most}人，请写明情况。")
        yield Problem(message.format(size=size, most=most), "enrolled_size")


@rule(
    "COH-011",
    on=Cohort,
    severity="warning",
    title="试点没有文号",
    intent="国家级、省级、市级试点要有立项文件。",
    condition="试点层级是国家级、省级或市级，试点文号未填；校级不查。",
    fix="照立项文件补填试点文号。",
    passes="市级，济教字〔2026〕21号；校级，不填",
    fails="市级，试点文号未填",
    clause=MODERN_SCHEME,
)
def pilot_is_documented(cohort: Cohort, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A pilot above the school's own without its document."""
    if cohort.pilot_level in (None, coded("pilot_level", "校级")) or cohort.document_number is not None:
        return
    yield Problem(_("填了试点层级，请照立项文件补填试点文号。"), "document_number")


@rule(
    "COH-012",
    on=Cohort,
    severity="warning",
    title="经费没有来源",
    intent="一项支出只有一个主要资金来源，没有来源就没有依据。",
    condition="经费预算大于0，经费来源未填。",
    fix="补填经费来源。",
    passes="120000.00元，学校自筹",
    fails="120000.00元，来源未填",
    clause="《实施意见》四（二）；" + _FORM,
)
def budget_has_a_source(cohort: Cohort, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A budget from nowhere."""
    if cohort.budget_yuan and cohort.fund_source is None:
        yield Problem(_("填了经费预算，请补填经费来源。"), "fund_source")


@rule(
    "COH-013",
    on=Cohort,
    severity="error",
    title="结业学徒仍列在培",
    intent="班已结业，学徒还写在培，年末数就会多报。",
    condition="学徒班结业日期早于填报当日，花名册里本班仍有在培的学徒；只填到月的按整月看。",
    fix="把学徒状态改为结业、留任或退出；延期的改正结业日期。",
    passes="结业2026年9月30日，填报2026年9月30日",
    fails="结业2026年9月29日，填报2026年9月30日，仍有在培学徒",
    clause=INTERNSHIP_RULES + "；报送前校验要点：虚报人数",
    checks=(6,),
    reads=(Apprentice,),
)
def nobody_in_training_after_the_end(cohort: Cohort, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A class that is over with apprentices still in training."""
    if cohort.end_on is None or last_day(cohort.end_on) >= situation.day:
        return
    left = [
        each for each in apprentices_in(cohort, facts) if each.status == coded("apprentice_status", "在培")
    ]
    if left:
        message = _("{end}已结业，花名册里还有{count}人在培，请改正学徒状态。")
        yield Problem(message.format(end=written_day(cohort.end_on), count=len(left)), "end_on")
