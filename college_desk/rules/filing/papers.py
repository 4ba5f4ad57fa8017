"""Papers: numbers written as offices write them, repealed documents, to whom they go, on what day."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.calendar import calendar
from college_desk.policy.recipients import kind_of, route_of
from college_desk.policy.written_dates import written_day
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.college.recipient import Recipient
from college_desk.records.college.school import School
from college_desk.records.facts import Facts
from college_desk.records.filings.notice import Notice
from college_desk.records.finding import Problem, RuleSeverity
from college_desk.records.partners.agreement import Agreement
from college_desk.records.register import REGISTERS, Record, register_of
from college_desk.rules.rule import Situation, rule

_LAST_YEAR_OF_OLD_NAMES = 2021
_FORMAT = "《党政机关公文格式》（GB/T 9704）"
_WRONG_BRACKET = re.compile(r"[\[（(【{〈<](?:19|20)\d{2}[\]）)】}〉>]\s*第?\d+号")
_ORDINAL = re.compile(r"〔(?:19|20)\d{2}〕\s*第\d+号")
_PADDED = re.compile(r"〔(?:19|20)\d{2}〕\s*0+[1-9]\d*号")
_NUMBERS = ("document_number", "filing_number", "honour_document", "special_document", "approval_number",
            "artisan_reserve_document", "minutes_number")  # fmt: skip
_OLD_NAMES = re.compile(r"[顶跟]岗实习")
_SEVERAL = re.compile(r"[、，,；;/]|和|及")


@rule(
    "FIL-004",
    on=Record,
    severity="warning",
    title="文号格式不规范",
    intent="发文字号的年份用六角括号〔〕，序号不加“第”、不编虚位。",
    condition="文号里年份用了方括号、圆括号，或序号加了“第”字、前面补了0；企业登记机关的变更通知书不查。",
    fix="改成〔2026〕5号这样的写法；原件如此的写明情况。",
    passes="济教字〔2026〕5号",
    fails="济教字[2026]5号；济教字（2026）5号；济教字〔2026〕第5号；济教字〔2026〕05号",
    clause=_FORMAT,
    checks=(64,),
)
def number_is_written_as_offices_do(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """The number of a document in the wrong brackets, with 第 or with leading zeros."""
    for name in _number_fields(register_of(record).code):
        text = getattr(record, name)
        if text is None or not text.endswith("号"):
            continue
        if _WRONG_BRACKET.search(text):
            message = _("文号“{number}”的年份应用六角括号〔〕，请改正。")
        elif _ORDINAL.search(text) or (name != "filing_number" and _PADDED.search(text)):
            message = _("文号“{number}”的序号不加“第”、不补0，请改正。")
        else:
            continue
        yield Problem(message.format(number=text), name)


@rule(
    "FIL-005",
    on=Record,
    severity="warning",
    title="引用了已废止的文件",
    intent="依据已废止的文件申报会被退回。",
    condition="文号是政策包“已废止文件”所列的文号（括号写法不同也算）。",
    fix="改用现行文件。",
    passes="人社部发〔2021〕39号",
    fails="济人社发〔2016〕66号",
    clause="《实施意见》文末",
    checks=(64,),
)
def document_is_not_repealed(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A document that has been repealed."""
    listed = situation.policy.lists.get("recipients", {}).get("repealed", ())
    for name in _number_fields(register_of(record).code):
        text = getattr(record, name)
        if text is not None and any(_bare(str(each["number"])) in _bare(text) for each in listed):
            message = _("“{number}”已经废止，请改用现行文件。")
            yield Problem(message.format(number=text), name)


@rule(
    "FIL-006",
    on=Recipient,
    severity="warning",
    title="主送机关或文种不合常规",
    intent="技工院校报人社部门，县属学校先报县级教育部门；文种不对会被退文。",
    condition="技工院校报送教育部门，或县（市、区）属学校没有填初审机关；主送机关、文种与政策包按学校种类所列的其他不同只作提示。",
    fix="按来文要求核对；来文另有要求的写明情况。",
    passes="高职学校，兼职教师聘任备案报济宁市教育局，报告",
    fails="技工院校，兼职教师聘任备案报济宁市教育局",
    clause="政策包“主送机关与文种”",
    checks=(65,),
    reads=(School,),
)
def goes_to_whom_it_concerns(recipient: Recipient, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A recipient or a kind of paper other than the pack's for such a school."""
    if recipient.filing is None:
        return
    school = next(iter(facts.all(School)), None)
    usual = route_of(situation.policy, school, (), recipient.filing)
    told = recipient.recipient
    if told is not None and usual.recipient and told != usual.recipient:
        message = _("主送机关一般是“{usual}”，填的是“{told}”，请按来文核对。")
        wrong_office = kind_of(school) == "technician" and "教育" in told
        severity: RuleSeverity = "warning" if wrong_office else "info"
        yield Problem(message.format(usual=usual.recipient, told=told), "recipient", severity=severity)
    kind = register_of(recipient).show(recipient, "paper_kind")
    if kind and kind != usual.document:
        message = _("文种一般是{usual}，填的是{told}，请按来文核对。")
        yield Problem(message.format(usual=usual.document, told=kind), "paper_kind", severity="info")
    if kind_of(school) == "county" and usual.first_review and recipient.first_reviewer is None:
        message = _("县（市、区）属学校先报“{review}”初审，请填写初审机关。")
        yield Problem(message.format(review=usual.first_review), "first_reviewer")


@rule(
    "FIL-007",
    on=Recipient,
    severity="warning",
    title="一文两个主送机关",
    intent="请示只写一个主送机关，需要同时送其他机关的用抄送。",
    condition="主送机关里有两个机关（用顿号、逗号、“和”隔开）。",
    fix="只留一个主送机关，其余改为抄送。",
    passes="济宁市教育局",
    fails="济宁市教育局、济宁市人力资源和社会保障局",
    clause="《党政机关公文处理工作条例》",
    checks=(65,),
)
def goes_to_one_authority(recipient: Recipient, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Two authorities on one paper."""
    names = [each for each in _SEVERAL.split(recipient.recipient or "") if each]
    endings = ("局", "厅", "部", "委员会", "办公室", "政府")
    if len(names) > 1 and sum(each.endswith(endings) for each in names) > 1:
        message = _("主送机关“{told}”不止一个，其余请改为抄送。")
        yield Problem(message.format(told=recipient.recipient), "recipient")


@rule(
    "FIL-008",
    on=Notice,
    severity="warning",
    title="截止日期早于收文日期",
    intent="截止日期比收文还早，多是年份填错。",
    condition="来文的截止日期早于收文日期。",
    fix="照来文改正；确已过期的与来文单位联系并写明情况。",
    passes="9月8日收文，9月8日截止",
    fails="9月8日收文，9月7日截止",
    clause="来文登记填写要求",
)
def due_after_it_came(notice: Notice, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A letter that was due before it came."""
    due, received = notice.due_on, notice.received_on
    if due is not None and received is not None and due < received:
        message = _("截止{due}早于收文{received}，请核对。")
        yield Problem(message.format(due=written_day(due), received=written_day(received)), "due_on")


@rule(
    "FIL-009",
    on=School,
    severity="info",
    title="填报日期是休息日",
    intent="落款日期一般是工作日。",
    condition="申报时填报日期是周六、周日或法定节假日；调休上班日不算。",
    fix="改用工作日作落款日期；确须当日的可以不管。",
    passes="2026年9月30日（星期三）",
    fails="2026年10月1日",
    clause=_FORMAT,
    checks=(101,),
)
def dated_on_a_working_day(school: School, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A filing dated on a day on which offices rest."""
    if situation.filing is not None and not calendar().is_working_day(situation.day):
        message = _("填报日期{day}是休息日，请核对落款日期。")
        yield Problem(message.format(day=written_day(situation.day)))


@rule(
    "FIL-010",
    on=Record,
    severity="warning",
    title="用了实习的旧名称",
    intent="新规定里只有认识实习和岗位实习，材料里要用新名称。",
    condition="协议台账、学徒班台账的文字里用了岗位实习、认识实习的旧名称；2021年及以前签订的协议不查。",
    fix="改成岗位实习或认识实习。",
    passes="岗位实习6个月",
    fails="工学交替安排里写旧名称",
    clause="《职业学校学生实习管理规定》（教职成〔2021〕4号）",
)
def internship_by_its_new_name(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Text with an old name of the internships."""
    if not isinstance(record, Cohort | Agreement) or _is_old(record):
        return
    for name in ("name", "alternation", "on_expiry", "note"):
        found = _OLD_NAMES.search(getattr(record, name, None) or "")
        if found is not None:
            message = _("“{word}”是旧名称，请改成岗位实习或认识实习。")
            yield Problem(message.format(word=found.group()), name)


@functools.cache
def _number_fields(register: str) -> tuple[str, ...]:
    known = REGISTERS[register].by_name
    return tuple(name for name in _NUMBERS if name in known)


def _bare(text: str) -> str:
    """A document's number without the brackets around its year."""
    return re.sub(r"[\s\[\]（）()【】〔〕]", "", text)


def _is_old(record: Cohort | Agreement) -> bool:
    """Whether an agreement was signed while the old names were the lawful ones."""
    signed = record.signed_on if isinstance(record, Agreement) else None
    return signed is not None and signed.year <= _LAST_YEAR_OF_OLD_NAMES
