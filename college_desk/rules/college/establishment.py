"""The establishment (编制) and how far the 20% allowance is used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

from college_desk.base.translation import _
from college_desk.policy.quota import POST, Seat, is_missing, seats, staffing_on, terms_on
from college_desk.policy.quota_series import Stretch, series, who_counts
from college_desk.policy.written_dates import written_day
from college_desk.records.college.school import School
from college_desk.records.college.staffing import Staffing
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.teaching.appointment import Appointment
from college_desk.rules.rule import Situation, rule
from college_desk.rules.teaching.appointed import in_post, teacher_of

_OUTSIDE_PART_TIME = "3"


@rule(
    "QUO-001",
    on=Staffing,
    severity="error",
    title="占用超出可用员额",
    intent="占用20%编制员额的人数不得超过编制数的五分之一，也不得超过空编数。",
    condition="有一天占用员额多于可用员额：可用 = 核定编制数×1/5取整与空编数（核定−在编−已批用编未到岗）中较小的；超出部分都有批复文号的作核实。",
    fix="减少占用，或补填超员额批复文号。",
    passes="核定186、在编152，占用34名",
    fails="核定186、在编152，占用35名",
    clause="《实施意见》第7条",
    checks=(39,),
)
def within_the_usable_posts(staffing: Staffing, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An establishment under which, on some day, more posts are occupied than usable."""
    begins, until = _validity(staffing, facts)
    if begins is None or is_missing(situation.policy, situation.day):
        return
    taken = facts.once(seats)
    last = min(until, max((seat.last for seat in taken), default=begins))
    if situation.period is not None:
        begins = max(begins, situation.period.first)
        last = min(last, max(situation.period.last, situation.day))
    if last < begins:
        return
    over = [
        each for each in series(facts, terms_on(situation.policy, situation.day), begins, last) if each.over
    ]
    unapproved = [each for each in over if not _is_approved(each, taken)]
    if over:
        worst = (unapproved or over)[0]
        yield Problem(_over(worst, taken), "approved_posts", severity="error" if unapproved else "warning")


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
)
def share_of_part_time_teachers(staffing: Staffing, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """More part-time teachers, of all teachers, than is usual; told on the establishment in force."""
    in_force = staffing_on(facts.all(Staffing), situation.day)
    if in_force is None or in_force.uid != staffing.uid:
        return
    share = situation.policy.get("part_time.share", situation.day)
    people = _people_in_post(facts, situation.day)
    if share is None or not people:
        return
    if staffing.full_time_teachers is None:
        message = _("专任教师数未填，无法核对兼职教师占比，请补填。")
        yield Problem(message, "full_time_teachers", severity="info")
        return
    total = staffing.full_time_teachers + people
    if people > Fraction(str(share)) * total:
        message = _(
            "在聘兼职教师{people}人，占专兼职教师总数{total}人的{percent}%，一般不超过{most}%，请写明情况。"
        )
        percent, most = f"{people * 100 / total:.2f}", f"{float(Fraction(str(share)) * 100):g}"
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
    "QUO-007",
    on=School,
    severity="warning",
    title="尚未录入核定编制",
    intent="没有核定编制就无法核对20%编制员额，编制使用情况表也是空的。",
    condition="有占用20%编制员额的聘任，聘期内没有已生效的编制核定情况。",
    fix="在“编制核定情况”里录入核定编制数、批复文号和执行日期。",
    passes="执行日期2024年1月1日，聘期起2026年9月1日",
    fails="没有编制核定情况",
    clause="《实施意见》第7条",
    checks=(40,),
)
def establishment_is_on_record(school: School, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Counting appointments without an establishment to hold them against."""
    known = facts.all(Staffing)
    uncovered = [each for each in facts.once(seats) if staffing_on(known, each.first) is None]
    if uncovered:
        message = _("尚未录入核定编制，{count}条占用20%编制员额的聘任无法核对，请先录入编制核定情况。")
        yield Problem(message.format(count=len(uncovered)))


@rule(
    "QUO-008",
    on=School,
    severity="error",
    title="缺少课时折算标准",
    intent="学校选择按课时折算占用员额，没有折算标准就算不出占用数。",
    condition="占用员额计算方法是按课时折算，没有录入每个员额的学年课时数，而有占用20%编制员额的聘任。",
    fix="按文件录入政策参数“按课时折算时每个员额的学年课时数”，或改为按人计算。",
    passes="按课时折算，160课时",
    fails="按课时折算，标准未录入",
    clause="《实施意见》第7条",
    checks=(39,),
)
def standard_is_known(school: School, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Reckoning by periods without the periods that make a post."""
    if is_missing(situation.policy, situation.day) and facts.once(seats):
        parameter = situation.policy.parameter("quota.periods_per_post", situation.day)
        message = _("缺少“{title}”，算不出占用数，请按{document}录入。")
        yield Problem(message.format(title=_(parameter.title), document=parameter.needs))


def _validity(staffing: Staffing, facts: Facts) -> tuple[dt.date | None, dt.date]:
    """From when to when a staffing record is the one in force; the first is None where it never is."""
    begins = staffing.effective_from
    if begins is None:
        return None, dt.date.max
    in_force = staffing_on(facts.all(Staffing), begins)
    if in_force is None or in_force.uid != staffing.uid:
        return None, dt.date.max
    later = [each.effective_from for each in facts.all(Staffing) if each.effective_from is not None]
    following = min((day for day in later if day > begins), default=None)
    return begins, dt.date.max if following is None else following - dt.timedelta(days=1)


def _is_approved(stretch: Stretch, taken: list[Seat]) -> bool:
    """Whether the appointments with an approval number make up all that is over the usable posts."""
    approved = sum(seat.hundredths for seat in taken if seat.approved and seat.covers(stretch.first))
    return stretch.over * POST <= approved


def _over(stretch: Stretch, taken: list[Seat]) -> str:
    message = _("自{day}起占用20%编制员额{occupied}名，可用{usable}名，超出{over}名；当日占用的有：{names}。")
    return message.format(
        day=written_day(stretch.first),
        occupied=stretch.occupied,
        usable=stretch.usable,
        over=stretch.over,
        names=who_counts(taken, stretch.first),
    )


def _people_in_post(facts: Facts, day: dt.date) -> int:
    """How many part-time teachers from outside are in post on a day."""
    people = set()
    for each in facts.all(Appointment):
        if in_post(each, day):
            teacher = teacher_of(each, facts)
            if teacher is None or teacher.teacher_kind in (None, _OUTSIDE_PART_TIME):
                people.add(each.teacher or each.uid)
    return len(people)
