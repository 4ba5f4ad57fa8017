"""Teams hired as a whole (团队聘请), and who is trained and paired before he teaches."""

from __future__ import annotations

from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.coded import coded
from college_desk.policy.named import named
from college_desk.policy.written_dates import written_day
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.partners.mentor import Mentor
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.teaching.team import Team
from college_desk.records.teaching.team_member import TeamMember
from college_desk.records.values.month import last_day
from college_desk.rules.rule import Situation, rule

_CLAUSE = "《职业学校兼职教师管理办法》（教师〔2023〕9号）"
_DIFFERS = ("不一致", "不符", "查无", "未查到", "无此", "有误", "不存在")


@rule(
    "TEA-001",
    on=Team,
    severity="error",
    title="团队聘请没有单位协议或带头人",
    intent="团队聘请的对方是单位，要有单位协议和带头人。",
    condition="教学团队没有协议编号、带头人或所属单位。",
    fix="照团队聘请协议补填。",
    passes="协议TD-2026-001，带头人李明",
    fails="带头人未填",
    clause=_CLAUSE,
    checks=(79,),
)
def team_is_complete(team: Team, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A team without its agreement, its leader or its unit."""
    if team.agreement_number is None:
        yield Problem(_("团队聘请须有单位协议，请补填协议编号。"), "agreement_number")
    if team.leader is None:
        yield Problem(_("团队聘请须有带头人，请补填。"), "leader")
    if team.unit is None:
        yield Problem(_("团队聘请须写明所属单位，请补填。"), "unit")


@rule(
    "TEA-002",
    on=Team,
    severity="error",
    title="带头人不在成员名单",
    intent="带头人也要在单位出具的名单里。",
    condition="教学团队成员名单里没有带头人；名单尚未录入的不查。",
    fix="照单位名单补录，或改正带头人。",
    passes="带头人李明，名单里有",
    fails="带头人李明，名单里没有",
    clause=_CLAUSE,
    checks=(79,),
    reads=(TeamMember,),
)
def leader_is_a_member(team: Team, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A leader who is not on the team's list."""
    members = facts.by(TeamMember, "team")[team.name] if team.name else ()
    if team.leader is not None and members and team.leader not in {each.name for each in members}:
        message = _("带头人“{leader}”不在成员名单里，请核对。")
        yield Problem(message.format(leader=team.leader), "leader")


@rule(
    "APT-032",
    on=Appointment,
    severity="error",
    title="团队聘请不完整",
    intent="团队聘请的人要在单位协议的团队里，不在的主体不符。",
    condition="聘请形式是团队（或个体与团队相结合）而所属团队未填，或团队成员名单里没有本人的证件号；名单尚未录入的不查。",
    fix="填写所属团队，照单位名单补录成员，或改正聘请形式。",
    passes="团队，智能制造教学团队，名单里有本人",
    fails="团队，所属团队未填；或名单里没有本人",
    clause=_CLAUSE,
    checks=(79,),
    reads=(Team, TeamMember),
)
def hired_as_one_of_the_team(
    appointment: Appointment, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """Somebody hired with a team that is not told, or that does not list him."""
    forms = (coded("hiring_form", "团队"), coded("hiring_form", "个体与团队相结合"))
    if appointment.hiring_form not in forms:
        return
    if appointment.team is None:
        yield Problem(_("聘请形式是团队，请填写所属团队。"), "team")
        return
    team = named(appointment, "team", Team, facts)
    members = facts.by(TeamMember, "team")[team.name if team and team.name else appointment.team]
    if members and appointment.teacher not in {each.id_number for each in members}:
        message = _("“{team}”的成员名单里没有本人，请核对。")
        yield Problem(message.format(team=appointment.team), "team")


@rule(
    "APT-033",
    on=Appointment,
    severity="warning",
    title="岗前培训晚于上岗",
    intent="首次授课前须接受教育教学能力培训。",
    condition="岗前培训日期晚于聘期起；只填到月的按整月看，未填的、还没有到的不查。",
    fix="核对培训日期；确须先上岗的写明情况。",
    passes="8月25日培训，9月1日起",
    fails="9月2日培训，9月1日起",
    clause=_CLAUSE + "；《中华人民共和国职业教育法》关于教育教学能力培训的规定",
)
def trained_before_teaching(
    appointment: Appointment, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A training later than the first day."""
    trained, start = appointment.trained_on, appointment.start_on
    if trained is None or start is None or trained > situation.day:
        return
    if trained > last_day(start):
        message = _("岗前培训{trained}晚于聘期起{start}，请核对或写明情况。")
        yield Problem(message.format(trained=written_day(trained), start=written_day(start)), "trained_on")


@rule(
    "APT-034",
    on=Appointment,
    severity="warning",
    title="结对教师是本人",
    intent="结对教师应是本校专任教师。",
    condition="结对教师的姓名与本人相同。",
    fix="改填结对的专任教师。",
    passes="本人李明，结对教师刘洋",
    fails="本人李明，结对教师李明",
    clause=_CLAUSE,
)
def paired_with_somebody_else(
    appointment: Appointment, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A teacher paired with himself."""
    if appointment.paired_teacher is not None and appointment.paired_teacher == appointment.name:
        yield Problem(_("结对教师填的是本人，请改填本校专任教师。"), "paired_teacher")


@rule(
    "TCH-006",
    on=PartTimeTeacher,
    severity="info",
    title="证书没有联网查询",
    intent="技能证书、学历、职称要有联网查询结果，没有查询的以后会被要求补。",
    condition="填了技能证书编号，没有证书查询日期；校内教师、外校兼课教师不查。",
    fix="联网查询后填写证书查询日期。",
    passes="2026年8月20日查询",
    fails="没有证书查询日期",
    clause="报送前校验要点：证书存疑",
    checks=(81,),
)
def certificate_was_looked_up(
    teacher: PartTimeTeacher, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A certificate that nobody looked up."""
    if teacher.skill_certificate_number is None or teacher.teacher_kind not in (None, "3"):
        return
    if teacher.certificate_checked_on is None:
        yield Problem(_("没有证书查询日期，请联网查询后填写。"), "certificate_checked_on")


@rule(
    "TCH-007",
    on=PartTimeTeacher,
    severity="warning",
    title="校内有近亲属",
    intent="聘用有近亲属在校任职的人员须回避。",
    condition="“校内有无近亲属”为是。",
    fix="写明亲属关系和回避情况。",
    passes="否",
    fails="是",
    clause="事业单位人事管理回避规定",
)
def has_no_kin_in_the_college(
    teacher: PartTimeTeacher, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A teacher with next of kin on the staff."""
    if teacher.related_in_college:
        yield Problem(_("校内有近亲属，请写明关系和回避情况。"), "related_in_college")


@rule(
    "MEN-005",
    on=Mentor,
    severity="error",
    title="导师证书查询结果不符",
    intent="联网查询与证书不一致，证书就不能采用。",
    condition="证书查询结果写明不一致、不符、查无等。",
    fix="照查询结果改正等级、姓名或编号；查不到的不能采用。",
    passes="一致",
    fails="查无此证",
    clause="报送前校验要点：证书存疑",
    checks=(81,),
)
def looked_up_certificate_agrees(mentor: Mentor, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A mentor's certificate that the register of certificates does not know so."""
    if mentor.certificate_checked is not None and any(
        word in mentor.certificate_checked for word in _DIFFERS
    ):
        message = _("证书查询结果是“{told}”，请核对后改正。")
        yield Problem(message.format(told=mentor.certificate_checked), "certificate_checked")
