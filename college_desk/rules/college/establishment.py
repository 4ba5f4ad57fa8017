"""The establishment (编制) as approved and filled, and the share of part-time teachers beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

from college_desk.base.translation import _
from college_desk.policy.quota import staffing_on
from college_desk.records.college.staffing import Staffing
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.rules.college.in_force import is_in_force
from college_desk.rules.rule import Situation, rule
from college_desk.rules.teaching.appointed import in_post, teacher_of

_OUTSIDE_PART_TIME = "3"


@rule(
    "QUO-002",
    on=Staffing,
    severity="error",
    title="没有编制批复文号",
    intent="编制使用情况表要写明核定编制的批复文号，没有文号的编制数不被认可。",
    condition="编制核定情况没有批复文号。",
    fix="照编办批复补填批复文号。",
    passes="济编办〔2024〕12号",
    fails="（空）",
    clause="报送前校验要点：编制使用情况表",
    checks=(40,),
)
def establishment_is_documented(staffing: Staffing, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An establishment without the number of the document that approved it."""
    if staffing.document_number is None:
        yield Problem(_("没有编制批复文号，请照编办批复补填。"), "document_number")


@rule(
    "QUO-003",
    on=Staffing,
    severity="error",
    title="编制数未填全",
    intent="缺核定编制数或在编实有人数，空编、可用员额就算不出来。",
    condition="核定编制数未填或为0，或在编实有人数未填。",
    fix="以编办批复和实名制为准补填。",
    passes="核定186，在编152",
    fails="核定186，在编未填",
    clause="报送前校验要点：编制使用情况表",
    checks=(40,),
)
def establishment_is_complete(staffing: Staffing, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An establishment without its approved or its filled posts."""
    if not staffing.approved_posts:
        yield Problem(_("核定编制数未填，算不出可用员额，请照编办批复补填。"), "approved_posts")
    if staffing.posts_filled is None:
        yield Problem(_("在编实有人数未填，算不出空编数，请以实名制为准补填。"), "posts_filled")


@rule(
    "QUO-004",
    on=Staffing,
    severity="error",
    title="编制分项与合计不符",
    intent="分项合计不等于总数，表内不平，一定会被退回。",
    condition="在编专业技术、管理、工勤三项填全而合计不等于在编实有人数，或填了的合计已多于在编实有人数；实习指导教师含在专任教师内而多于专任教师数。",
    fix="以实名制为准改正。",
    passes="专业技术130，管理15，工勤7，在编152",
    fails="专业技术130，管理15，工勤8，在编152",
    clause="报送前校验要点：编制使用情况表",
    checks=(40,),
)
def parts_make_the_whole(staffing: Staffing, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Parts of the posts filled that do not make up their total."""
    parts = (
        staffing.professional_posts_filled,
        staffing.management_posts_filled,
        staffing.labour_posts_filled,
    )
    given = [part for part in parts if part is not None]
    total, filled = sum(given), staffing.posts_filled
    if filled is not None and given and (total > filled or (len(given) == len(parts) and total != filled)):
        message = _("在编分项合计{total}人，在编实有{filled}人，两数不符，请改正。")
        yield Problem(message.format(total=total, filled=filled), "posts_filled")
    teachers, instructors = staffing.full_time_teachers, staffing.internship_instructors
    if staffing.instructors_included and teachers is not None and (instructors or 0) > teachers:
        message = _("实习指导教师{instructors}人含在专任教师内，却多于专任教师{teachers}人，请改正。")
        yield Problem(message.format(instructors=instructors, teachers=teachers), "internship_instructors")


@rule(
    "QUO-005",
    on=Staffing,
    severity="warning",
    title="兼职教师占比超过30%",
    intent="兼职教师占专兼职教师总数一般不超过30%。",
    condition="填报当日在聘的校外兼职教师数 ÷（专任教师数 + 在聘的校外兼职教师数）超过政策参数；专任教师数未填的提示补填。",
    fix="核对在聘状态和专任教师数；确须超过的写明情况。",
    passes="专任210，兼职90",
    fails="专任210，兼职91",
    clause="《职业学校兼职教师管理办法》（教师〔2023〕9号）",
    checks=(41,),
    reads=(Appointment, PartTimeTeacher, Staffing),
)
def share_of_part_time_teachers(staffing: Staffing, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """More part-time teachers, of all teachers, than is usual; told on the establishment in force."""
    people = people_in_post(facts, situation.day)
    if not people or not is_in_force(staffing, facts, situation.day):
        return
    share = Fraction(str(situation.policy.require("part_time.share", situation.day)))
    if staffing.full_time_teachers is None:
        message = _("专任教师数未填，无法核对兼职教师占比，请补填。")
        yield Problem(message, "full_time_teachers", severity="info")
        return
    total = staffing.full_time_teachers + people
    if people > share * total:
        message = _(
            "在聘兼职教师{people}人，占专兼职教师总数{total}人的{percent}%，一般不超过{most}%，请写明情况。"
        )
        percent, most = f"{people * 100 / total:.2f}", f"{float(share * 100):g}"
        yield Problem(
            message.format(people=people, total=total, percent=percent, most=most), "full_time_teachers"
        )


@rule(
    "QUO-006",
    on=Staffing,
    severity="info",
    title="超编",
    intent="在编人数多于核定编制时没有空编，不能再占用20%编制员额。",
    condition="在编实有人数多于核定编制数。",
    fix="核对编制数；确已超编的不再占用。",
    passes="核定186，在编186",
    fails="核定186，在编187",
    clause="《实施意见》第7条",
)
def overfull(staffing: Staffing, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """More posts filled than approved."""
    approved, filled = staffing.approved_posts, staffing.posts_filled
    if approved and filled is not None and filled > approved:
        message = _("在编{filled}人，超过核定编制{approved}人，没有可用员额。")
        yield Problem(message.format(filled=filled, approved=approved), "posts_filled")


@rule(
    "QUO-009",
    on=Staffing,
    severity="error",
    title="各校区编制合计超过全校",
    intent="分给各校区的编制加起来不能超过全校的核定编制。",
    condition="填报当日各校区在用的核定编制数合计大于全校的核定编制数。",
    fix="核对各校区和全校的编制核定情况。",
    passes="全校186，北校区120，南校区66",
    fails="全校186，北校区120，南校区67",
    clause="报送前校验要点：编制使用情况表",
    checks=(40,),
    reads=(Staffing,),
)
def allotments_within_the_whole(staffing: Staffing, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Campuses that have been allotted more posts than the whole college has."""
    if staffing.approved_posts is None or not is_in_force(staffing, facts, situation.day):
        return
    known = facts.all(Staffing)
    campuses = {each.campus for each in known if each.campus != staffing.campus}
    allotted = [staffing_on(known, situation.day, campus) for campus in campuses if campus is not None]
    total = sum(each.approved_posts or 0 for each in allotted if each is not None)
    if total > staffing.approved_posts:
        message = _("各校区核定编制合计{total}名，超过全校{whole}名，请核对。")
        yield Problem(message.format(total=total, whole=staffing.approved_posts), "approved_posts")


def people_in_post(facts: Facts, day: dt.date) -> int:
    """How many part-time teachers from outside are in post on a day."""
    people = set()
    for each in facts.all(Appointment):
        if in_post(each, day):
            teacher = teacher_of(each, facts)
            if teacher is None or teacher.teacher_kind in (None, _OUTSIDE_PART_TIME):
                people.add(each.teacher or each.uid)
    return len(people)
