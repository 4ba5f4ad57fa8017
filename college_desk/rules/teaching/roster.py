"""The roster of part-time teachers: certificates, employers, what is needed to judge an appointment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.coded import label
from college_desk.policy.levels import title_level
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.partners.former_name import FormerName
from college_desk.records.partners.mentor import Mentor
from college_desk.records.register import register_of
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.rules.rule import Situation, rule

_OTHER_SCHOOL = "8"
_OUTSIDE_PART_TIME, _OUTSIDE_TEACHER = "3", "2"


@rule(
    "TCH-001",
    on=PartTimeTeacher,
    severity="error",
    title="证书编号与他人相同",
    intent="证书一人一号，两人同号必有一处填错或证书有假。",
    condition="技能证书编号或教师资格证书编号与另一证件号的兼职教师（技能证书并与企业导师）相同。",
    fix="照证书核对后改正；可在联网查询系统里查证。",
    passes="两人证书编号不同；同一人在两个名册里编号相同",
    fails="张伟与李强的技能证书编号都是S000037080051663126981",
    clause="报送前校验要点：证书编号重复",
    checks=(38,),
    reads=(PartTimeTeacher, Mentor),
)
def certificate_is_ones_own(
    teacher: PartTimeTeacher, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A certificate number that stands with somebody else too."""
    for field in ("skill_certificate_number", "teaching_certificate_number"):
        number = getattr(teacher, field)
        if number is None:
            continue
        holders: list[PartTimeTeacher | Mentor] = list(facts.by(PartTimeTeacher, field)[number])
        if field == "skill_certificate_number":
            holders += facts.by(Mentor, field)[number]
        other = next((each for each in holders if _is_somebody_else(each, teacher)), None)
        if other is not None:
            message = _("“{title}”{number}与{register}里的{name}相同，请照证书核对。")
            shown = {"title": _(register_of(teacher).by_name[field].title), "number": number}
            title = _(register_of(other).title)
            yield Problem(message.format(**shown, register=title, name=other.name or ""), field)


@rule(
    "TCH-002",
    on=PartTimeTeacher,
    severity="error",
    title="单位信用代码与单位名称不符",
    intent="同一个信用代码只能是一家单位，名称须与营业执照一致。",
    condition="单位信用代码在合作企业台账里是另一个名称（曾用名除外）；台账里没有的，与多数兼职教师所填名称不同。",
    fix="照营业执照改正单位名称或信用代码；单位已更名的在曾用名里登记。",
    passes="台账与名册都是“兖矿能源集团股份有限公司”",
    fails="台账是“兖矿能源集团股份有限公司”，名册是“兖州煤业”",
    clause="报送前校验要点：单位名称与信用代码",
    checks=(22,),
    reads=(PartTimeTeacher, Enterprise, FormerName),
)
def employer_named_as_licensed(
    teacher: PartTimeTeacher, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """An employer whose credit code belongs to another name."""
    code, name = teacher.employer_uscc, teacher.employer
    if code is None or name is None:
        return
    registered = facts.by(Enterprise, "uscc")[code]
    if registered:
        right = {each.name for each in registered} | {
            each.name for each in facts.by(FormerName, "uscc")[code]
        }
        if name not in right:
            message = _("信用代码“{code}”在合作企业台账里是“{other}”，这里是“{name}”，请照营业执照核对。")
            yield Problem(message.format(code=code, other=registered[0].name or "", name=name), "employer")
        return
    usual = _usual_name(code, facts)
    if usual is not None and name != usual:
        message = _("信用代码“{code}”在其他人处是“{other}”，这里是“{name}”，请照营业执照核对。")
        yield Problem(message.format(code=code, other=usual, name=name), "employer")


@rule(
    "TCH-003",
    on=PartTimeTeacher,
    severity="warning",
    title="其他学校教师应为校外兼课",
    intent="统计口径里，外校教师来校上课是校外兼课，行业企业人员才是校外兼职。",
    condition="人员来源是其他学校教师而教师类别是校外兼职，或教师类别是校外兼课而人员来源不是其他学校教师。",
    fix="改正教师类别或人员来源。",
    passes="其他学校教师，校外兼课",
    fails="其他学校教师，校外兼职",
    clause="教师类别统计口径",
    checks=(26,),
)
def kind_goes_with_source(teacher: PartTimeTeacher, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A class of teacher that does not go with where he comes from."""
    kind, source = teacher.teacher_kind, teacher.person_source
    if kind is None or source is None:
        return
    from_a_school = source == _OTHER_SCHOOL
    if (kind == _OUTSIDE_PART_TIME and from_a_school) or (kind == _OUTSIDE_TEACHER and not from_a_school):
        message = _("人员来源“{source}”与教师类别“{kind}”不一致，请改正其中一项。")
        shown = {"source": label("person_source", source), "kind": label("teacher_kind", kind)}
        yield Problem(message.format(**shown), "teacher_kind")


@rule(
    "TCH-004",
    on=PartTimeTeacher,
    severity="warning",
    title="职称级别无法判断",
    intent="职称级别决定聘用条件和课时费标准，只写“高级”分不清正高、副高。",
    condition="填了专业技术职务（职称），没有填职称级别，从职称名称也看不出级别。",
    fix="补填职称级别。",
    passes="高级工程师（副高级）；工程师",
    fails="高级；行业专家",
    clause="报送前校验要点：职称",
)
def title_has_a_level(teacher: PartTimeTeacher, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A title whose level nobody can tell."""
    if teacher.professional_title is not None and title_level(teacher) is None:
        message = _("从职称“{title}”看不出级别，请补填职称级别。")
        yield Problem(message.format(title=teacher.professional_title), "title_level")


@rule(
    "TCH-005",
    on=PartTimeTeacher,
    severity="warning",
    title="人员来源或教师类别未填",
    intent="人员来源决定是否须原单位同意、能否取酬，教师类别决定能否占用20%编制员额。",
    condition="人员来源或教师类别未填。",
    fix="补填人员来源和教师类别。",
    passes="企业在职，校外兼职",
    fails="人员来源未填",
    clause="《职业学校兼职教师管理办法》（教师〔2023〕9号）；报送前校验要点：人员来源",
)
def source_and_kind_are_given(
    teacher: PartTimeTeacher, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A teacher of whom it is not said where he comes from or of what class he is."""
    if teacher.person_source is None:
        yield Problem(_("人员来源未填，无法判断是否须原单位同意，请补填。"), "person_source")
    if teacher.teacher_kind is None:
        yield Problem(_("教师类别未填，无法判断能否占用20%编制员额，请补填。"), "teacher_kind")


def _is_somebody_else(holder: PartTimeTeacher | Mentor, teacher: PartTimeTeacher) -> bool:
    return holder.id_number is not None and holder.id_number != teacher.id_number


def _usual_name(code: str, facts: Facts) -> str | None:
    """The name that most teachers of a credit code give; of equally many the one that was first."""
    names = Counter(
        each.employer for each in facts.by(PartTimeTeacher, "employer_uscc")[code] if each.employer
    )
    return max(names, key=lambda name: names[name], default=None)
