"""Certificates (证书): level, issuer's standing, number, shortage trades, looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.coded import coded, label
from college_desk.policy.written_dates import written_day
from college_desk.records.achievements.certificate import Certificate
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.values.month import OPEN_END, first_day, last_day
from college_desk.rules.rule import Situation, rule

_SKILL_CERTIFICATE = re.compile(r"[A-Z][0-9A-Z]{21}", re.ASCII)
_QUALIFICATION = re.compile(r"\d{16}", re.ASCII)
_SUBSIDISED_LEVELS = ("高级工", "技师", "高级技师")


@rule(
    "CRT-001",
    on=Certificate,
    severity="error",
    title="专项职业能力证书填了等级",
    intent="专项职业能力证书没有等级，填了等级会被当成技能等级证书。",
    condition="证书类型是专项职业能力证书，职业技能等级有值。",
    fix="删去等级，或改正证书类型。",
    passes="专项职业能力证书，等级空",
    fails="专项职业能力证书，中级工",
    clause="《实施意见》第14条",
)
def special_skill_has_no_level(
    certificate: Certificate, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A certificate of a special skill with a level."""
    special = coded("certificate_kind", "专项职业能力证书")
    if certificate.certificate_kind == special and certificate.skill_level is not None:
        yield Problem(_("专项职业能力证书没有等级，请删去或改正证书类型。"), "skill_level")


@rule(
    "CRT-002",
    on=Certificate,
    severity="error",
    title="发证时评价机构不在备案期",
    intent="评价机构不在备案有效期内发的证书不予承认。",
    condition="发证日期早于机构备案起或晚于机构备案止；只填到月的按整月看，备案起止未填的不查。",
    fix="照证书和机构备案公告核对。",
    passes="备案2023年1月1日至2027年12月31日，2026年6月10日发证",
    fails="备案至2025年12月31日，2026年6月10日发证",
    clause="《实施意见》第13条",
)
def issuer_was_registered(certificate: Certificate, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A certificate issued while its issuer was not registered."""
    issued = certificate.issued_on
    if issued is None:
        return
    begins, ends = certificate.issuer_filed_from, certificate.issuer_filed_to
    early = begins is not None and last_day(issued) < first_day(begins)
    late = ends not in (None, OPEN_END) and ends is not None and first_day(issued) > last_day(ends)
    if early or late:
        message = _("{issued}发证，评价机构当时不在备案期内，请核对。")
        yield Problem(message.format(issued=written_day(issued)), "issued_on")


@rule(
    "CRT-003",
    on=Certificate,
    severity="error",
    title="紧缺工种补贴的等级不符",
    intent="紧缺高技能人才补贴只给高级工、技师、高级技师。",
    condition="“是否紧缺职业（工种）”和“是否已领取补贴”都为是，职业技能等级不是高级工、技师、高级技师。",
    fix="核对等级和紧缺目录，改正“是否已领取补贴”。",
    passes="紧缺，高级工，已领取",
    fails="紧缺，中级工，已领取",
    clause="《实施意见》第4条",
)
def shortage_subsidy_for_the_skilled(
    certificate: Certificate, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A shortage subsidy for a level that has none."""
    allowed = {coded("skill_level", word) for word in _SUBSIDISED_LEVELS}
    if certificate.shortage_trade and certificate.subsidised and certificate.skill_level not in allowed:
        level = label("skill_level", certificate.skill_level) if certificate.skill_level else _("未填")
        message = _("等级是“{level}”，紧缺工种补贴只给高级工、技师、高级技师，请核对。")
        yield Problem(message.format(level=level), "skill_level")


@rule(
    "CRT-004",
    on=Certificate,
    severity="error",
    title="证书编号两人相同",
    intent="证书一人一号，两人同号必有一处填错或证书有假。",
    condition="证书台账里先登记的一条证书编号相同而证件号不同。",
    fix="照证书核对后改正。",
    passes="编号各不相同",
    fails="两人的编号都是S000037080001000000201",
    clause="报送前校验要点：证书编号重复",
    checks=(38,),
    reads=(Certificate,),
)
def number_is_of_one_person(
    certificate: Certificate, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A certificate number that an earlier record gives to somebody else."""
    number = certificate.certificate_number
    if number is None:
        return
    for each in facts.by(Certificate, "certificate_number")[number]:
        if each is certificate or (each.uid and each.uid == certificate.uid):
            return
        if each.id_number is not None and each.id_number != certificate.id_number:
            message = _("编号{number}前面登记的是{name}，请照证书核对。")
            yield Problem(message.format(number=number, name=each.name or ""), "certificate_number")
            return


@rule(
    "CRT-005",
    on=Certificate,
    severity="warning",
    title="证书编号不合编码规则",
    intent="编号位数不对多是录漏了，联网查不到。",
    condition="职业技能等级证书编号不是字母加21位，职业资格证书编号不是16位；老证书编号不同的写明情况。",
    fix="照证书逐位核对。",
    passes="S000037080001000000201",
    fails="S00003708000100000020",
    clause="职业技能等级证书编码规则",
)
def number_has_the_usual_shape(
    certificate: Certificate, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A certificate number of no usual shape."""
    number, kind = certificate.certificate_number, certificate.certificate_kind
    if number is None:
        return
    if kind == coded("certificate_kind", "职业技能等级证书") and not _SKILL_CERTIFICATE.fullmatch(number):
        yield Problem(_("职业技能等级证书编号应为字母加21位，请照证书核对。"), "certificate_number")
    if kind == coded("certificate_kind", "职业资格证书") and not _QUALIFICATION.fullmatch(number):
        yield Problem(_("职业资格证书编号应为16位数字，请照证书核对。"), "certificate_number")


@rule(
    "CRT-006",
    on=Certificate,
    severity="warning",
    title="证书没有联网查询",
    intent="申领补贴、申报统计的证书要联网查询过。",
    condition="没有证书查询日期，或查询日期早于发证日期。",
    fix="在技能人才评价证书全国联网查询系统查询后填写。",
    passes="6月10日发证，7月1日查询",
    fails="没有查询日期",
    clause="报送前校验要点：证书存疑",
    checks=(81,),
)
def certificate_is_looked_up(
    certificate: Certificate, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A certificate that nobody looked up after it was issued."""
    checked, issued = certificate.checked_on, certificate.issued_on
    if certificate.certificate_number is None:
        return
    if checked is None:
        yield Problem(_("没有证书查询日期，请联网查询后填写。"), "checked_on")
    elif issued is not None and checked < first_day(issued):
        message = _("{checked}查询，早于发证{issued}，请核对。")
        yield Problem(message.format(checked=written_day(checked), issued=written_day(issued)), "checked_on")


@rule(
    "CRT-007",
    on=Certificate,
    severity="error",
    title="同一证书在别的名册里等级不同",
    intent="一本证书只有一个等级，各名册不同说明有一处填错。",
    condition="证书编号在兼职教师花名册、学徒花名册里有，那里同一人的等级与证书台账不同。",
    fix="照证书改成一致。",
    passes="两处都是中级工",
    fails="证书台账中级工，学徒花名册高级工",
    clause="报送前校验要点：证书存疑",
    checks=(81,),
    reads=(PartTimeTeacher, Apprentice),
)
def one_level_everywhere(certificate: Certificate, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A certificate that another roster gives another level."""
    number, level = certificate.certificate_number, certificate.skill_level
    if number is None or level is None:
        return
    holders: list[PartTimeTeacher | Apprentice] = [
        *facts.by(PartTimeTeacher, "skill_certificate_number")[number],
        *facts.by(Apprentice, "certificate_number")[number],
    ]
    for each in holders:
        if each.skill_level not in (None, level):
            message = _("证书{number}在{name}名下是“{other}”，这里是“{level}”，请照证书核对。")
            shown = {
                "other": label("skill_level", each.skill_level or ""),
                "level": label("skill_level", level),
            }
            yield Problem(message.format(number=number, name=each.name or "", **shown), "skill_level")
            return
