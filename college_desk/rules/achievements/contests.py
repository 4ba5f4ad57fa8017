"""Contests (竞赛): place or prize by family, what they entitle to, people and attendances kept apart."""

from __future__ import annotations

from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.coded import label
from college_desk.records.achievements.competition import Competition
from college_desk.records.codes import code_table
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.rules.rule import Situation, rule

_CLAUSE = "《实施意见》第20条、第21条"


@rule(
    "CMP-001",
    on=Competition,
    severity="error",
    title="名次与奖次用错",
    intent="职业技能大赛用名次，职业院校技能大赛用奖次，用错了就对不上资格。",
    condition="按名次的竞赛类别填了奖次而没有名次，按奖次的填了名次而没有奖次；或名次、奖次都填了。",
    fix="照获奖证书只填一项。",
    passes="省级一类，第3名；全省职业院校技能大赛，一等奖",
    fails="省级一类，一等奖；或第3名、一等奖都填",
    clause=_CLAUSE,
)
def place_or_prize_by_family(contest: Competition, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A prize where the family of contests has places, a place where it has prizes, or both."""
    family = code_table("contest_family").get(contest.contest_family) if contest.contest_family else None
    by = None if family is None else family.detail.get("by")
    if contest.rank is not None and contest.prize is not None:
        field = "rank" if by == "prize" else "prize"
        yield Problem(_("名次与奖次只填一项，请照获奖证书核对。"), field)
    elif family is not None and by == "rank" and contest.prize is not None:
        message = _("{family}按名次，填的是奖次“{prize}”，请核对。")
        yield Problem(message.format(family=family.label, prize=label("prize", contest.prize)), "prize")
    elif family is not None and by == "prize" and contest.rank is not None:
        message = _("{family}按奖次，填的是第{rank}名，请核对。")
        yield Problem(message.format(family=family.label, rank=contest.rank), "rank")


@rule(
    "CMP-002",
    on=Competition,
    severity="warning",
    title="没有名次也没有奖次",
    intent="没有名次、奖次的不是获奖，只能算参赛。",
    condition="填了获奖文号或证书编号，名次、奖次都未填。",
    fix="照获奖证书补填。",
    passes="一等奖，有文号",
    fails="有文号，名次、奖次都空",
    clause=_CLAUSE,
)
def something_was_won(contest: Competition, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A result that is documented and says nothing."""
    documented = contest.document_number is not None or contest.certificate_number is not None
    if documented and contest.rank is None and contest.prize is None:
        yield Problem(_("名次、奖次都未填，请照获奖证书补填。"), "rank")


@rule(
    "CMP-003",
    on=Competition,
    severity="info",
    title="可申报济宁市技术能手",
    intent="市一类前3名、市二类第1名可申报济宁市技术能手，不要漏报。",
    condition="竞赛类别是市级一类且名次1至3，或市级二类且名次1（政策包竞赛表的名次）。",
    fix="不用改；在规定时间内申报。",
    passes="市级一类，第4名",
    fails="市级一类，第3名",
    clause="《实施意见》第17条、第21条",
)
def may_apply_for_the_city_honour(
    contest: Competition, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A place that entitles to apply for the city's honour."""
    if contest.contest_family is None or contest.rank is None:
        return
    family = label("contest_family", contest.contest_family)
    listed = situation.policy.lists.get("contests", {}).get("contest", ())
    best = next(
        (each.get("city_expert_ranks") for each in listed if str(each["title"]).startswith(family)), None
    )
    if best is not None and 1 <= contest.rank <= int(best):
        message = _("{family}第{rank}名，可申报济宁市技术能手。")
        yield Problem(message.format(family=family, rank=contest.rank), "rank")


@rule(
    "CMP-004",
    on=Competition,
    severity="error",
    title="参赛人次少于参赛人数",
    intent="人次不会少于人数，少了说明填成了别的数。",
    condition="填了参赛人次，少于团体成员人数（没有团体成员的按1人）。",
    fix="核对参赛人次。",
    passes="团体3人，3人次",
    fails="团体3人，2人次",
    clause=_CLAUSE,
    checks=(60,),
)
def attendances_cover_the_team(contest: Competition, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Fewer attendances than people."""
    people = len(contest.team_members or ()) or 1
    if contest.attendances is not None and contest.attendances < people:
        message = _("参赛{times}人次，少于{people}人，请核对。")
        yield Problem(message.format(times=contest.attendances, people=people), "attendances")


@rule(
    "CMP-005",
    on=Competition,
    severity="warning",
    title="获奖没有文号",
    intent="获奖要有公布文件或证书可查。",
    condition="有名次或奖次，获奖文号和证书编号都未填。",
    fix="照公布文件补填；尚未公布的写明情况。",
    passes="鲁教职函〔2026〕9号",
    fails="一等奖，文号、证书编号都空",
    clause="竞赛获奖台账填写要求",
)
def result_can_be_traced(contest: Competition, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A result with neither document nor certificate."""
    won = contest.rank is not None or contest.prize is not None
    if won and contest.document_number is None and contest.certificate_number is None:
        yield Problem(_("没有获奖文号或证书编号，请补填。"), "document_number")
