"""Bases and studios (平台): money of clauses 9 and 11 once, spent within what came in, a leader named."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from college_desk.base.translation import _
from college_desk.policy.coded import coded
from college_desk.records.achievements.platform import Platform
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.partners.mentor import Mentor
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.rules.rule import Situation, rule

_BASE, _STUDIO, _STATION, _CRAFTSMAN = "1", "2", "3", "5"
_LED = frozenset({_STUDIO, _STATION, _CRAFTSMAN})
_TEN_THOUSAND = 10_000


@rule(
    "PLT-001",
    on=Platform,
    severity="warning",
    title="平台补助与标准不符",
    intent="市级基地、工作室和工匠创新工作室的补助是固定的。",
    condition="市级高技能人才培训基地、技能大师工作室的补助金额不是政策参数的数（50000元），或工匠创新工作室的不是20000元；没有填补助的不查。",
    fix="照批文核对；另有来源的写明情况。",
    passes="市级技能大师工作室，50000.00",
    fails="市级技能大师工作室，60000.00",
    clause="《实施意见》第9条、第11条",
)
def grant_is_that_of_the_opinion(platform: Platform, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A grant that is not the opinion's."""
    right = _grant(platform, situation)
    if right is not None and platform.granted_yuan and platform.granted_yuan != right:
        message = _("补助{told}元，标准是{right}元，请核对或写明情况。")
        yield Problem(message.format(told=platform.granted_yuan, right=right), "granted_yuan")


@rule(
    "PLT-002",
    on=Platform,
    severity="error",
    title="一次性补助领了两次",
    intent="市级基地、工作室的建设补助和工匠创新工作室的资助都是一次性的。",
    condition="同一平台（名称、类型相同）各年度补助金额合计大于一次性补助的标准；在最后登记的一年上提示，补助逐年照抄同一笔的改填当年数。",
    fix="只在到账的那一年填补助金额。",
    passes="2024年50000.00，2025年空",
    fails="2024年50000.00，2025年50000.00",
    clause="《实施意见》第9条、第11条",
    reads=(Platform,),
)
def granted_once(platform: Platform, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A single grant that was had in several years."""
    right = _grant(platform, situation)
    if right is None or platform.name is None or not platform.granted_yuan:
        return
    years = facts.by(Platform, "name", "platform_kind")[platform.name, platform.platform_kind]
    granted = [each for each in years if each.granted_yuan]
    total = sum((each.granted_yuan for each in granted if each.granted_yuan), Decimal(0))
    last = max(granted, key=lambda each: (each.year or 0, each.uid), default=None)
    if len(granted) > 1 and last is not None and last.year == platform.year and total > right:
        message = _("各年补助合计{total}元，一次性补助是{right}元，请核对。")
        yield Problem(message.format(total=total, right=right), "granted_yuan")


@rule(
    "PLT-003",
    on=Platform,
    severity="warning",
    title="同一工作室两种资助",
    intent="技能大师工作室补助与工匠创新工作室资助来源不同，同一工作室两种都领的要核对。",
    condition="同一领办人（或同名）的另一条平台，一条是技能大师工作室、一条是工匠创新工作室，都填了补助金额。",
    fix="核对两笔资助的批文，写明情况。",
    passes="只领技能大师工作室补助",
    fails="技能大师工作室50000.00，工匠创新工作室20000.00",
    clause="《实施意见》第9条、第11条",
    reads=(Platform,),
)
def one_kind_of_money(platform: Platform, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A studio with money of both clauses."""
    kinds = {_STUDIO: _CRAFTSMAN, _CRAFTSMAN: _STUDIO}
    other_kind = kinds.get(platform.platform_kind or "")
    if other_kind is None or not platform.granted_yuan or platform.leader is None:
        return
    for each in facts.by(Platform, "leader")[platform.leader]:
        if each.platform_kind == other_kind and each.granted_yuan:
            message = _("同一领办人还有“{name}”的资助，请核对是否重复。")
            yield Problem(message.format(name=each.name or ""), "granted_yuan")
            return


@rule(
    "PLT-004",
    on=Platform,
    severity="error",
    title="支出大于到账",
    intent="支出不能多于到账的钱。",
    condition="支出金额大于到账金额。",
    fix="照财务账改正。",
    passes="到账50000.00，支出50000.00",
    fails="到账50000.00，支出50000.01",
    clause="《实施意见》第9条",
)
def spent_within_what_came_in(platform: Platform, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """More spent than came in."""
    spent, received = platform.spent_yuan, platform.received_yuan
    if spent is not None and received is not None and spent > received:
        message = _("支出{spent}元，大于到账{received}元，请核对。")
        yield Problem(message.format(spent=spent, received=received), "spent_yuan")


@rule(
    "PLT-005",
    on=Platform,
    severity="error",
    title="工作室没有领办人",
    intent="技能大师工作室、工匠创新工作室要有领办人。",
    condition="平台类型是技能大师工作室、技能大师工作站、工匠创新工作室，领办人未填。",
    fix="照批文补填领办人。",
    passes="技能大师工作室，领办人李明",
    fails="技能大师工作室，领办人未填",
    clause="《实施意见》第9条、第11条",
)
def studio_has_a_leader(platform: Platform, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A studio of nobody."""
    if platform.platform_kind in _LED and platform.leader is None:
        yield Problem(_("工作室须有领办人，请照批文补填。"), "leader")


@rule(
    "PLT-006",
    on=Platform,
    severity="info",
    title="领办人不在导师、兼职教师名册",
    intent="领办人带本校徒弟的，应在企业导师名册或兼职教师花名册里。",
    condition="带徒人数大于0，领办人在企业导师名册、兼职教师花名册里都没有；本校教师领办的不用管。",
    fix="领办人是校外人员的，在相应名册登记。",
    passes="领办人在兼职教师花名册里",
    fails="带徒6人，领办人两个名册里都没有",
    clause="《实施意见》第9条",
    reads=(Mentor, PartTimeTeacher),
)
def leader_is_on_a_roster(platform: Platform, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A leader of apprentices who is on no roster."""
    name, number = platform.leader, platform.leader_id_number
    if not platform.trained_apprentices or name is None:
        return
    if number is not None:
        known = [*facts.by(Mentor, "id_number")[number], *facts.by(PartTimeTeacher, "id_number")[number]]
    else:
        known = [*facts.by(Mentor, "name")[name], *facts.by(PartTimeTeacher, "name")[name]]
    if not known:
        message = _("领办人“{name}”不在企业导师名册和兼职教师花名册里，请核对。")
        yield Problem(message.format(name=name), "leader")


@rule(
    "PLT-007",
    on=Platform,
    severity="warning",
    title="金额疑似以万元填写",
    intent="元和万元混填，合计会差一万倍。",
    condition="设备总值、到账、支出、补助金额大于0而小于政策参数“金额的合理下限”（100元）。",
    fix="核对单位，改成元。",
    passes="50000.00",
    fails="5.00（应为50000.00）",
    clause="报送前校验要点：单位",
    checks=(60,),
)
def amounts_are_in_yuan(platform: Platform, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An amount so small that it must be in 万元."""
    least = situation.policy.get("amount.least_plausible_yuan", situation.day)
    for field in ("equipment_yuan", "granted_yuan", "received_yuan", "spent_yuan"):
        amount = getattr(platform, field)
        if least is not None and amount and amount < Decimal(str(least)):
            message = _("{amount}元过小，疑似以万元填写（{yuan}元），请核对。")
            yield Problem(message.format(amount=amount, yuan=amount * _TEN_THOUSAND), field)


def _grant(platform: Platform, situation: Situation) -> Decimal | None:
    """The single grant of the opinion for a platform; None where it has none."""
    if platform.platform_kind == _CRAFTSMAN:
        name = "platform.craftsman_studio_yuan"
    elif platform.platform_kind in (_BASE, _STUDIO) and platform.honour_level == coded("honour_level", "市"):
        name = "platform.city_base_yuan"
    else:
        return None
    value = situation.policy.get(name, situation.day)
    return None if value is None else Decimal(str(value))
