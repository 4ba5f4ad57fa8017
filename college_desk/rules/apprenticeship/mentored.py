"""Who guides the apprentice at the enterprise (企业导师): on the roster, in term, of the right enterprise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from fractions import Fraction

from college_desk.base.translation import _
from college_desk.policy.coded import coded, rank
from college_desk.policy.levels import level_named
from college_desk.policy.named import enterprise_key, key_of_name
from college_desk.policy.placements import Stretch
from college_desk.policy.written_dates import written_day
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.partners.former_name import FormerName
from college_desk.records.partners.mentor import Mentor
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.values.month import OPEN_END, first_day, last_day
from college_desk.rules.apprenticeship.training import MODERN_SCHEME, cohort_of, in_training, placement_rule
from college_desk.rules.rule import Situation, rule

_TWO_MENTORS = MODERN_SCHEME + "关于双导师的要求"


@placement_rule(
    "APP-017",
    "PLC-009",
    severity="error",
    title="企业导师不在导师名册",
    intent="双导师要落实到人，名册里没有的导师不能证明确有其人。",
    condition="填了企业导师，企业导师名册里没有这个姓名。",
    fix="先在企业导师名册登记，或改成与名册一致的姓名。",
    passes="企业导师张师傅，名册里有",
    fails="企业导师张师付，名册里没有",
    clause=_TWO_MENTORS,
    checks=(12,),
    reads=(Mentor,),
)
def mentor_is_registered(
    stretch: Stretch, apprentice: Apprentice | None, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A mentor who is not on the roster of mentors."""
    if stretch.mentor is not None and not _mentors_of(stretch, facts):
        message = _("企业导师“{name}”不在企业导师名册里，请先登记或改正姓名。")
        yield Problem(message.format(name=stretch.mentor), "mentor")


@placement_rule(
    "APP-018",
    "PLC-010",
    severity="error",
    title="企业导师聘期不符",
    intent="聘期已过的导师不再是导师，双导师就没有落实。",
    condition="培养期间（填报当日在培养期内的取当日，已结束的取结束日，未开始的取开始日）不在企业导师的聘期内；名册里没有聘期的不查。",
    fix="续聘导师并改正聘期，或改填现任导师。",
    passes="导师聘期至2027年6月30日，填报2026年9月30日",
    fails="导师聘期至2026年8月31日，填报2026年9月30日",
    clause=_TWO_MENTORS,
    checks=(12,),
    reads=(Mentor,),
)
def mentor_is_in_term(
    stretch: Stretch, apprentice: Apprentice | None, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A mentor whose term does not reach the day on which he guides."""
    known = _mentors_of(stretch, facts)
    if not known or stretch.first is None:
        return
    day = min(max(situation.day, stretch.first), stretch.last)
    if not any(_in_term(each, day) for each in known):
        message = _("企业导师“{name}”的聘期到{end}，{day}已不在聘期内。")
        latest = max(known, key=lambda each: last_day(each.end_on or OPEN_END))
        end = written_day(latest.end_on or OPEN_END)
        shown = message.format(name=stretch.mentor, end=end, day=written_day(day))
        if latest.start_on is not None and first_day(latest.start_on) > day:
            message = _("企业导师“{name}”的聘期从{start}起，{day}还没有开始。")
            start = written_day(latest.start_on)
            shown = message.format(name=stretch.mentor, start=start, day=written_day(day))
        yield Problem(shown, "mentor")


@placement_rule(
    "APP-019",
    "PLC-011",
    severity="error",
    title="企业导师不是培养企业的人",
    intent="企业导师应是培养企业的人员，别家企业的人不能算本班的企业导师。",
    condition="名册里企业导师的所在企业，既不是该学徒的合作企业，也不是学徒班的合作企业（曾用名、信用代码相同的算同一家）。",
    fix="改填培养企业的导师，或改正导师名册里的所在企业。",
    passes="学徒、导师都在济宁海达精密制造有限公司",
    fails="学徒在济宁海达精密制造有限公司，导师在邹城宏河电子有限公司",
    clause=_TWO_MENTORS,
    checks=(12,),
    reads=(Mentor, Cohort, Enterprise, FormerName),
)
def mentor_is_of_the_enterprise(
    stretch: Stretch, apprentice: Apprentice | None, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A mentor employed elsewhere than where the apprentice is trained."""
    known = _mentors_of(stretch, facts)
    own = enterprise_key(stretch.record, facts)
    employers = [enterprise_key(each, facts) for each in known]
    if own is None or not employers or None in employers or own in employers:
        return
    cohort = cohort_of(stretch.record, facts)
    parties = {key_of_name(each, facts) for each in (cohort.enterprises if cohort else None) or ()}
    if not parties.intersection(employers):
        message = _("企业导师“{name}”的所在企业是“{employer}”，不是学徒的培养企业“{enterprise}”。")
        shown = {"name": stretch.mentor, "employer": known[0].enterprise, "enterprise": stretch.enterprise}
        yield Problem(message.format(**shown), "mentor")


@rule(
    "APP-020",
    on=Apprentice,
    severity="warning",
    title="企业导师与学校导师是同一人",
    intent="双导师是学校和企业各一名，同一人兼任不算双导师。",
    condition="学徒的企业导师与学校导师姓名相同。",
    fix="改正其中一位；确是同名的写明情况。",
    passes="企业导师张师傅，学校导师刘洋",
    fails="企业导师、学校导师都是刘洋",
    clause=_TWO_MENTORS,
)
def two_mentors_are_two(apprentice: Apprentice, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """One person as mentor of the school and of the enterprise."""
    if apprentice.mentor is not None and apprentice.mentor == apprentice.school_mentor:
        message = _("企业导师和学校导师都是“{name}”，请核对。")
        yield Problem(message.format(name=apprentice.mentor), "school_mentor")


@rule(
    "MEN-001",
    on=Mentor,
    severity="warning",
    title="企业导师带徒过多",
    intent="一名企业导师带徒过多，培养质量没有保证。",
    condition="填报当日在培的学徒里以其为企业导师的人数，超过政策参数“每名企业导师带徒人数上限”（5人）。",
    fix="增加企业导师，调整分工；确须如此的写明情况。",
    passes="带徒5人",
    fails="带徒6人",
    clause="现代学徒制试点验收通行口径",
    checks=(13,),
    reads=(Apprentice, Mentor),
)
def leads_not_too_many(mentor: Mentor, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A mentor of more apprentices than the parameter allows."""
    most = situation.policy.number("apprenticeship.most_apprentices_per_mentor", situation.day)
    if mentor.name is None or most is None:
        return
    led = {
        each.id_number or each.uid
        for each in facts.by(Apprentice, "mentor")[mentor.name]
        if in_training(each) and _is_his(each, mentor, facts)
    }
    if len(led) > most:
        message = _("带徒{count}人，超过{most}人，请增加企业导师或写明情况。")
        yield Problem(message.format(count=len(led), most=most), "name")


@rule(
    "MEN-002",
    on=Mentor,
    severity="warning",
    title="企业导师等级偏低",
    intent="企业导师应具有高级工以上技能等级或中级以上职称。",
    condition="职业技能等级低于高级工（或未填），职称级别也低于中级（或未填）。",
    fix="补填技能等级或职称；确是能工巧匠的写明情况。",
    passes="高级工；或工程师（中级）",
    fails="中级工，无职称",
    clause="企业导师名册填写要求",
    reads=(),
)
def mentor_is_skilled(mentor: Mentor, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A mentor below both the skill level and the title that are asked for."""
    skill = rank("skill_level", mentor.skill_level)
    title = rank("title_level", level_named(mentor.title_level, mentor.professional_title))
    skilled = rank("skill_level", coded("skill_level", "高级工")) or 0
    middle = rank("title_level", coded("title_level", "中级")) or 0
    if (skill is None or skill < skilled) and (title is None or title < middle) and mentor.honour is None:
        yield Problem(_("没有高级工以上技能等级或中级以上职称，请补填或写明情况。"), "skill_level")


@rule(
    "MEN-003",
    on=Mentor,
    severity="warning",
    title="与兼职教师花名册的电话或账号不同",
    intent="同一人既是企业导师又是兼职教师，电话、账号应一致，不一致容易付错。",
    condition="证件号相同的兼职教师，联系电话或银行账号与导师名册不同（一处未填不算）。",
    fix="向本人核实，改成一致；确有两个账号的写明情况。",
    passes="两处都是13805370102",
    fails="导师名册13805370102，兼职教师花名册13805370105",
    clause="企业导师名册填写要求",
    reads=(PartTimeTeacher,),
)
def one_phone_and_account(mentor: Mentor, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A mentor who is also a part-time teacher, with another phone or account there."""
    if mentor.id_number is None:
        return
    for teacher in facts.by(PartTimeTeacher, "id_number")[mentor.id_number][:1]:
        for field in ("phone", "bank_account"):
            mine, theirs = getattr(mentor, field), getattr(teacher, field)
            if mine is not None and theirs is not None and mine != theirs:
                message = _("与兼职教师花名册里同一人的不同（那里是“{other}”），请核实。")
                yield Problem(message.format(other=theirs), field)


@rule(
    "MEN-004",
    on=Mentor,
    severity="error",
    title="导师证书编号与他人相同",
    intent="证书一人一号，两人同号必有一处填错或证书有假。",
    condition="技能证书编号与另一证件号的企业导师或兼职教师相同。",
    fix="照证书核对后改正。",
    passes="两位导师的证书编号不同",
    fails="两位导师的证书编号都是S000037080001000000101",
    clause="报送前校验要点：证书编号重复",
    checks=(38,),
    reads=(Mentor, PartTimeTeacher),
)
def mentors_certificate_is_his_own(mentor: Mentor, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A certificate number that stands with somebody else too."""
    number = mentor.skill_certificate_number
    if number is None:
        return
    holders: list[Mentor | PartTimeTeacher] = [
        *facts.by(Mentor, "skill_certificate_number")[number],
        *facts.by(PartTimeTeacher, "skill_certificate_number")[number],
    ]
    other = next((each for each in holders if each.id_number not in (None, mentor.id_number)), None)
    if other is not None:
        message = _("证书编号{number}与{name}的相同，请照证书核对。")
        yield Problem(message.format(number=number, name=other.name or ""), "skill_certificate_number")


@rule(
    "COH-001",
    on=Cohort,
    severity="warning",
    title="学徒班企业导师不足",
    intent="按每名企业导师带徒人数的上限，导师人数不够。",
    condition="在培学徒人数除以其企业导师人数超过政策参数“每名企业导师带徒人数上限”（5人）。",
    fix="按提示的人数增加企业导师；确须如此的写明情况。",
    passes="学徒35人，企业导师7人",
    fails="学徒38人，企业导师7人（应不少于8人）",
    clause="现代学徒制试点验收通行口径",
    checks=(13,),
    reads=(Apprentice,),
)
def class_has_enough_mentors(cohort: Cohort, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A class with too many apprentices for its mentors."""
    most = situation.policy.number("apprenticeship.most_apprentices_per_mentor", situation.day)
    people = [each for each in apprentices_in(cohort, facts) if in_training(each)]
    mentors = {each.mentor_id_number or each.mentor for each in people if each.mentor}
    count = len(mentors) or cohort.mentor_count or 0
    if most is None or not people or not count or Fraction(len(people), count) <= most:
        return
    message = _("在培{people}人，企业导师{mentors}人，每人带{each}人，超过{most}人，应不少于{needed}人。")
    shown = {"people": len(people), "mentors": count, "each": f"{len(people) / count:.2f}", "most": most}
    yield Problem(message.format(**shown, needed=-(-len(people) // most)), "mentor_count")


def apprentices_in(cohort: Cohort, facts: Facts) -> list[Apprentice]:
    """The apprentices on the roster of a class, named by its number or its name."""
    found: dict[int, Apprentice] = {}
    for text in dict.fromkeys((cohort.cohort_code, cohort.name)):
        if text is not None:
            found.update((id(each), each) for each in facts.by(Apprentice, "cohort")[text])
    return list(found.values())


def _mentors_of(stretch: Stretch, facts: Facts) -> Sequence[Mentor]:
    """The mentors whom a placement can mean: by the link, the number, else the name; those of its enterprise."""
    record = stretch.record
    number = record.mentor_id_number if isinstance(record, Apprentice) else None
    if number is not None:
        known: Sequence[Mentor] = facts.by(Mentor, "id_number")[number]
    else:
        linked = record.links.get("mentor")
        known = facts.by(Mentor, "uid")[linked] if linked else ()
        if stretch.mentor is not None:
            known = known or facts.by(Mentor, "name")[stretch.mentor]
            known = known or facts.by(Mentor, "id_number")[stretch.mentor]
    return [each for each in known if each.enterprise == stretch.enterprise] or known


def _in_term(mentor: Mentor, day: dt.date) -> bool:
    begun = mentor.start_on is None or first_day(mentor.start_on) <= day
    return begun and (mentor.end_on is None or day <= last_day(mentor.end_on))


def _is_his(apprentice: Apprentice, mentor: Mentor, facts: Facts) -> bool:
    """Whether an apprentice who names a mentor of that name means this one."""
    linked = apprentice.links.get("mentor")
    if linked is not None:
        return linked == mentor.uid
    if apprentice.mentor_id_number is not None:
        return apprentice.mentor_id_number == mentor.id_number
    namesakes = facts.by(Mentor, "name")[mentor.name]
    return len(namesakes) == 1 or apprentice.enterprise == mentor.enterprise
