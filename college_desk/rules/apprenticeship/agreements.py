"""The apprentice's own agreement: age when it was signed, three or four parties, guardian, consent."""

from __future__ import annotations

from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.coded import coded
from college_desk.policy.written_dates import full_years, written_day
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem, RuleSeverity
from college_desk.records.values.month import first_day, last_day
from college_desk.rules.apprenticeship.training import INTERNSHIP_RULES, MODERN_SCHEME, is_of_the_new_scheme
from college_desk.rules.people.person import born
from college_desk.rules.rule import Situation, rule

_INTERNSHIP = "2"
_ON_THE_JOB = frozenset({None, "2", "4"})


@rule(
    "APP-008",
    on=Apprentice,
    severity="error",
    title="签订协议时未满16周岁",
    intent="未满16周岁不能签订学徒培养协议。",
    condition="签订日期当日的周岁小于政策参数“岗位实习最低年龄”（16）；只填到月的按整月看。",
    fix="核对证件号和签订日期；确未满16周岁的不得签订。",
    passes="2010年8月20日出生，2026年8月20日签订",
    fails="2010年8月21日出生，2026年8月20日签订",
    clause=MODERN_SCHEME,
    checks=(7,),
)
def old_enough_to_sign(apprentice: Apprentice, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An agreement signed before the apprentice was sixteen."""
    age = _age_at_signing(apprentice)
    if age is None or apprentice.agreement_signed_on is None:
        return
    signed = apprentice.agreement_signed_on
    least = situation.policy.number("internship.least_age", last_day(signed))
    if least is not None and age < least:
        message = _("{signed}签订协议时只有{age}周岁，未满{least}周岁不得签订。")
        yield Problem(message.format(signed=written_day(signed), age=age, least=least), "agreement_signed_on")


@rule(
    "APP-009",
    on=Apprentice,
    severity="error",
    title="未成年学徒签的是三方协议",
    intent="签订时已满16未满18周岁的，须由学徒、监护人、学校、企业签四方协议。",
    condition="签订日期当日已满16未满18周岁（政策参数），协议形式是三方；签订以后才满18周岁的也须四方。协议形式未填的只作提示。",
    fix="补签四方协议，改正协议形式；年龄有误的改正证件号或签订日期。",
    passes="签订时17周岁，四方；签订时18周岁，三方",
    fails="签订时17周岁，三方",
    clause=MODERN_SCHEME,
    checks=(8,),
    reads=(Cohort,),
)
def minor_signs_with_four_parties(
    apprentice: Apprentice, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A minor with an agreement of three parties."""
    age = _minor_at_signing(apprentice, situation)
    if age is None or is_of_the_new_scheme(apprentice, facts):
        return
    if apprentice.agreement_form == coded("agreement_form", "三方"):
        message = _("签订时{age}周岁，应签四方协议（含监护人），现为三方。")
        yield Problem(message.format(age=age), "agreement_form")
    elif apprentice.agreement_form is None:
        message = _("签订时{age}周岁，应签四方协议，请填写协议形式。")
        yield Problem(message.format(age=age), "agreement_form", severity="info")


@rule(
    "APP-010",
    on=Apprentice,
    severity="error",
    title="未成年学徒没有监护人",
    intent="未满18周岁的学徒，协议须有监护人签字。",
    condition="签订日期当日已满16未满18周岁（政策参数），监护人姓名未填。",
    fix="由监护人补签，填写监护人姓名。",
    passes="签订时17周岁，监护人王建军",
    fails="签订时17周岁，监护人未填",
    clause=MODERN_SCHEME,
    checks=(8,),
    reads=(Cohort,),
)
def minor_has_a_guardian(apprentice: Apprentice, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A minor without a guardian on record."""
    age = _minor_at_signing(apprentice, situation)
    if age is not None and apprentice.guardian_name is None and not is_of_the_new_scheme(apprentice, facts):
        message = _("签订时{age}周岁，须有监护人签字，请填写监护人姓名。")
        yield Problem(message.format(age=age), "guardian_name")


@rule(
    "APP-011",
    on=Apprentice,
    severity="error",
    title="先上岗后签协议",
    intent="应先签协议后上岗，先上岗后签的协议不能证明上岗时有保障。",
    condition="签订日期晚于企业培养起始日期；同日不算，只填到月的按整月看。",
    fix="照签章页改正签订日期，或照实际改正起始日期。",
    passes="9月1日签订，9月1日上岗",
    fails="9月2日签订，9月1日上岗",
    clause=INTERNSHIP_RULES,
    checks=(10,),
)
def signed_before_the_start(apprentice: Apprentice, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An agreement signed after the placement began."""
    signed, start = apprentice.agreement_signed_on, apprentice.start_on
    if signed is not None and start is not None and first_day(signed) > last_day(start):
        message = _("{signed}签订，{start}已上岗，应先签协议后上岗。")
        yield Problem(
            message.format(signed=written_day(signed), start=written_day(start)), "agreement_signed_on"
        )


@rule(
    "APP-012",
    on=Apprentice,
    severity="warning",
    title="监护人电话与本人电话相同",
    intent="主管部门按监护人电话核实，填成学生本人的电话就核实不了。",
    condition="监护人电话与本人联系电话相同。",
    fix="补填监护人的电话；确只有一个电话的写明情况。",
    passes="本人13805370103，监护人13805370104",
    fails="本人、监护人都是13805370103",
    clause="学徒花名册填写要求",
)
def guardian_has_his_own_phone(
    apprentice: Apprentice, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A guardian with the apprentice's own number."""
    if apprentice.guardian_phone is not None and apprentice.guardian_phone == apprentice.phone:
        yield Problem(_("监护人电话与本人电话相同，请核对。"), "guardian_phone")


@rule(
    "APP-013",
    on=Apprentice,
    severity="error",
    title="知情同意书缺失或晚于上岗",
    intent="岗位实习前，学生和法定监护人都要签知情同意书，成年学生也要。",
    condition="知情同意书日期晚于起始日期；或岗位实习没有知情同意书日期（未填培养阶段或在岗的只作核实）。认识实习、企业课程、企业新型学徒不查。",
    fix="照知情同意书补填日期；尚未签的先签后上岗。",
    passes="8月18日签知情同意书，9月1日上岗",
    fails="9月2日签知情同意书，9月1日上岗",
    clause=INTERNSHIP_RULES,
    reads=(Cohort,),
)
def consents_before_the_start(
    apprentice: Apprentice, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A placement on the job without consent, or with one that came later."""
    start, consent, kind = apprentice.start_on, apprentice.consent_on, apprentice.placement_kind
    if start is None or kind not in _ON_THE_JOB:
        return
    if consent is None:
        if not is_of_the_new_scheme(apprentice, facts):
            severity: RuleSeverity = "error" if kind == _INTERNSHIP else "warning"
            message = _("没有学生和监护人签字的知情同意书，请补填日期。")
            yield Problem(message, "consent_on", severity=severity)
    elif consent > last_day(start):
        message = _("知情同意书{consent}晚于上岗{start}，应先签后上岗。")
        shown = message.format(consent=written_day(consent), start=written_day(start))
        yield Problem(shown, "consent_on")


def _age_at_signing(apprentice: Apprentice) -> int | None:
    """The full years when the agreement was signed; where only months are known, the most that it can be."""
    birth, signed = born(apprentice), apprentice.agreement_signed_on
    if birth is None or signed is None:
        return None
    return full_years(first_day(birth), last_day(signed))


def _minor_at_signing(apprentice: Apprentice, situation: Situation) -> int | None:
    """The age at signing of somebody old enough to sign and not yet of age; else None."""
    age = _age_at_signing(apprentice)
    if age is None or apprentice.agreement_signed_on is None:
        return None
    day = last_day(apprentice.agreement_signed_on)
    least = situation.policy.number("internship.least_age", day) or 0
    adult = situation.policy.number("apprenticeship.adult_age", day) or 0
    return age if least <= age < adult else None
