"""Pay for lessons (课时费发放): arithmetic, the standard of the year, verified hours, tax, vouchers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from college_desk.base.translation import _
from college_desk.policy.coded import coded, label, rank
from college_desk.policy.hourly_claim import lessons_paid
from college_desk.policy.hourly_fee import (
    UNTITLED,
    academic_year,
    average,
    fee,
    is_own_staff,
    level_of,
    periods_of,
)
from college_desk.policy.named import is_same
from college_desk.policy.withholding import scale, withheld
from college_desk.policy.written_dates import written_day
from college_desk.records.college.fee_standard import FeeStandard
from college_desk.records.college.school import School
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.teaching.settlement import Settlement
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.number import PERIODS
from college_desk.rules.rule import Situation, rule
from college_desk.rules.teaching.taught import SUSPENDED, teacher_by_number

_CENT = Decimal("0.01")
_ARITHMETIC = "报送前校验要点：表内计算"
_BRANCH = ("支行", "分行", "营业部", "营业室", "分理处", "信用社", "储蓄所", "合作社", "网点")


@rule(
    "PAY-001",
    on=Settlement,
    severity="error",
    title="应发金额计算有误",
    intent="应发等于课时乘标准，差一分也会被退回。",
    condition="应发金额不等于课时数乘课时费标准（四舍五入到分）；三项未填全的不查。",
    fix="改正课时、标准或应发金额。",
    passes="64课时×98.00＝6272.00",
    fails="64课时×98.00，应发6270.00",
    clause=_ARITHMETIC,
    checks=(46,),
)
def gross_is_periods_by_rate(settlement: Settlement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A gross amount that is not the periods times the rate."""
    periods, rate, gross = settlement.periods, settlement.yuan_per_period, settlement.gross
    if periods is None or rate is None or gross is None:
        return
    right = fee(periods, rate)
    if right != gross:
        message = _("{periods}课时×{rate}元应为{right}元，应发填的是{gross}元。")
        shown = {"periods": PERIODS.show(periods), "rate": rate, "right": right, "gross": gross}
        yield Problem(message.format(**shown), "gross", str(right))


@rule(
    "PAY-002",
    on=Settlement,
    severity="error",
    title="实发金额计算有误",
    intent="实发等于应发减代扣个税。",
    condition="应发、代扣个税、实发都填了，实发不等于应发减个税；个税由财务处计算的留空不查。",
    fix="改正个税或实发金额。",
    passes="6272.00－1003.52＝5268.48",
    fails="6272.00－1003.52，实发5268.00",
    clause=_ARITHMETIC,
    checks=(46,),
)
def net_is_gross_less_tax(settlement: Settlement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A net amount that is not the gross less the tax."""
    gross, tax, net = settlement.gross, settlement.tax, settlement.net
    if gross is None or tax is None or net is None:
        return
    if gross - tax != net:
        message = _("应发{gross}元减个税{tax}元应为{right}元，实发填的是{net}元。")
        yield Problem(
            message.format(gross=gross, tax=tax, right=gross - tax, net=net), "net", str(gross - tax)
        )


@rule(
    "PAY-003",
    on=Settlement,
    severity="error",
    title="发放课时多于核验课时",
    intent="发放的课时不能多于教务核验过的课时。",
    condition="课时数大于授课起止之间该教师（填了任教课程的连同课程）经教务核验的课时合计；停课的不算，没有授课起止的按授课月份。",
    fix="核对课时记录和核验情况，改正发放课时。",
    passes="发放32课时，核验32课时",
    fails="发放32课时，核验30课时",
    clause="报送前校验要点：多报课时",
    checks=(47,),
    reads=(TeachingHours,),
)
def not_more_than_verified(settlement: Settlement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """More periods paid than were verified."""
    if settlement.teacher is None or settlement.periods is None or settlement.periods <= 0:
        return
    first, last = settlement.taught_from, settlement.taught_to
    if settlement.month is not None:
        first, last = first or settlement.month.first_day, last or settlement.month.last_day
    if first is None or last is None:
        return
    courses = {settlement.course, *(settlement.course or "").split("、")}
    verified = sum(
        (
            each.periods
            for each in facts.by(TeachingHours, "teacher")[settlement.teacher]
            if each.verified
            and each.periods is not None
            and each.taught_on is not None
            and first <= each.taught_on <= last
            and each.lesson_kind != SUSPENDED
            and (settlement.course is None or each.course in courses)
        ),
        Decimal(0),
    )
    if settlement.periods > verified:
        message = _("发放{paid}课时，经核验的只有{verified}课时，请核对。")
        yield Problem(
            message.format(paid=PERIODS.show(settlement.periods), verified=PERIODS.show(verified)), "periods"
        )


@rule(
    "PAY-004",
    on=Settlement,
    severity="error",
    title="课时费标准不是当年的",
    intent="标准要用授课学年、对应级别的，用上年的或超过的都不行。",
    condition="课时费标准高于课时费标准表里该级别、授课学年的标准，或等于上一学年的标准而与本学年不同；标准表没有的不查。",
    fix="按标准表改正课时费标准或级别。",
    passes="副高级2026-2027学年98.00，填98.00",
    fails="副高级2026-2027学年98.00，填102.00",
    clause="《实施意见》第7条；报送前校验要点：标准",
    checks=(48,),
    reads=(FeeStandard,),
)
def rate_is_that_of_the_year(settlement: Settlement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A rate above the year's, or that of the year before."""
    level, rate, month = settlement.title_level, settlement.yuan_per_period, settlement.month
    if level is None or rate is None or month is None:
        return
    year = academic_year(month.first_day)
    before = f"{int(year[:4]) - 1}-{year[:4]}"
    now, last = (_standard(level, each, facts) for each in (year, before))
    if now is None:
        return
    shown = {"level": label("title_level", level), "year": year, "right": now, "rate": rate}
    if rate > now:
        message = _("{level}{year}学年的标准是{right}元/课时，填的是{rate}元，请核对。")
        yield Problem(message.format(**shown), "yuan_per_period", str(now))
    elif rate == last and last != now:
        message = _("填的{rate}元是上一学年的标准，{level}{year}学年是{right}元/课时，请核对。")
        yield Problem(message.format(**shown), "yuan_per_period", str(now))


@rule(
    "PAY-005",
    on=Settlement,
    severity="error",
    title="对应级别偏高",
    intent="级别按职称或技能等级对应，填高了标准就高了。",
    condition="职称级别高于该教师按职称、按技能等级对应表所能对应的级别中较高的一个；教师的职称和等级都未填的不查。",
    fix="按对应表改正级别，或补填职称、技能等级。",
    passes="高级技师对应副高级",
    fails="技师对应中级，填副高级",
    clause="《实施意见》第15条；课时费标准对应表",
    checks=(48,),
    reads=(PartTimeTeacher,),
)
def level_is_the_teachers(settlement: Settlement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A level above what the teacher's title or skill gives."""
    teacher = teacher_by_number(settlement.teacher, facts)
    given = rank("title_level", settlement.title_level)
    if teacher is None or given is None:
        return
    day = situation.day if settlement.month is None else settlement.month.last_day
    level = level_of(teacher, situation.policy, day)
    if level.title_level != UNTITLED and given > (rank("title_level", level.title_level) or 0):
        message = _("级别填的是“{given}”，按本人职称和技能等级对应不到，请核对。")
        yield Problem(message.format(given=label("title_level", settlement.title_level or "")), "title_level")


@rule(
    "PAY-006",
    on=Settlement,
    severity="error",
    title="同一课时发放两次",
    intent="同一时段同一课程已在前一批发放，再发就是重复。",
    condition="同一教师、同一课程另一批次先登记的发放，授课起止（没有的按授课月份）有相同的日子；冲减的、退票的、两批各有自己的课时记录的不算。",
    fix="核对两批，改正授课起止或冲减前一批。",
    passes="第1批10月1日至31日，第2批11月1日至30日",
    fails="第1批10月1日至31日，第2批10月15日至31日",
    clause="报送前校验要点：重复申报",
    checks=(49,),
    reads=(Settlement, TeachingHours),
)
def settled_once(settlement: Settlement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A settlement of days that an earlier one of the same course covers."""
    mine = _days(settlement)
    if settlement.teacher is None or mine is None or settlement.reverses or not _counts(settlement):
        return
    siblings = facts.by(Settlement, "teacher")[settlement.teacher]
    reversed_batches = {each.reverses for each in siblings if each.reverses}
    for each in siblings:
        if is_same(each, settlement):
            return
        theirs = _days(each)
        if theirs is None or each.reverses or not _counts(each) or each.batch in reversed_batches:
            continue
        if _pays_own_lessons(each, facts) and _pays_own_lessons(settlement, facts):
            continue
        course = each.course == settlement.course or None in (each.course, settlement.course)
        if course and mine[0] <= theirs[1] and theirs[0] <= mine[1]:
            message = _("{first}至{last}已在“{batch}”发放，请核对。")
            days = {"first": written_day(theirs[0]), "last": written_day(theirs[1])}
            yield Problem(message.format(**days, batch=each.batch or ""), "taught_from")
            return


@rule(
    "PAY-007",
    on=Settlement,
    severity="error",
    title="个税没有按月合并计算",
    intent="同一人同一个月的劳务报酬要合并计税，分次计算会少扣。",
    condition="劳务报酬，同一教师同一个税所属月各笔代扣个税之和，不等于合并后（含本月校内其他劳务）应扣的个税；在最后登记的一笔上提示，由财务处计税的不查，各笔没有都填个税的不查。",
    fix="合并计算后改正个税和实发金额。",
    passes="同月3000.00和2000.00，合计扣800.00",
    fails="同月3000.00扣440.00，2000.00扣240.00",
    clause="国家税务总局公告2018年第61号",
    checks=(50,),
    reads=(Settlement,),
)
def taxed_by_the_month(settlement: Settlement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Tax that is not that of the month's payments together; told on the month's last record."""
    month = settlement.pay_month
    if settlement.teacher is None or month is None or settlement.tax is None:
        return
    services = coded("income_kind", "劳务报酬")
    paid = [
        each
        for each in facts.by(Settlement, "teacher", "pay_month")[settlement.teacher, month]
        if each.income_kind in (None, services) and _counts(each)
    ]
    if (
        not paid
        or not is_same(paid[-1], settlement)
        or any(each.tax is None or each.gross is None for each in paid)
    ):
        return
    if situation.policy.get("tax.by_finance", month.last_day) is True:
        return
    other = max((each.other_income_yuan for each in paid if each.other_income_yuan), default=Decimal(0))
    of_month = scale(situation.policy, month.last_day)
    gross = [each.gross for each in paid if each.gross is not None]
    right = withheld([*gross, other], of_month).tax - (withheld([other], of_month).tax if other else 0)
    total = sum((each.tax for each in paid if each.tax is not None), Decimal(0))
    whole = withheld([*gross, other], of_month).tax
    if total not in (right, whole):
        message = _("{month}各笔合并应扣个税{right}元，现共扣{total}元，请核对。")
        yield Problem(message.format(month=written_day(month), right=whole, total=total), "tax")


@rule(
    "PAY-008",
    on=Settlement,
    severity="error",
    title="本校在职人员按劳务报酬计税",
    intent="本校在职人员的课酬属于工资薪金，不能按劳务报酬扣税。",
    condition="所得类型是劳务报酬（或未填），而该教师的教师类别是校内专任、校内兼课或实习指导教师。",
    fix="改由工资发放，所得类型改为工资薪金。",
    passes="校外兼职，劳务报酬",
    fails="校内专任，劳务报酬",
    clause="《中华人民共和国个人所得税法》",
    checks=(50,),
    reads=(PartTimeTeacher,),
)
def own_staff_earn_wages(settlement: Settlement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Staff of the college taxed as if from outside."""
    if settlement.income_kind not in (None, coded("income_kind", "劳务报酬")):
        return
    teacher = teacher_by_number(settlement.teacher, facts)
    if teacher is not None and is_own_staff(teacher):
        message = _("“{kind}”是本校人员，不能按劳务报酬计税，请核对。")
        yield Problem(message.format(kind=label("teacher_kind", teacher.teacher_kind or "")), "income_kind")


@rule(
    "PAY-009",
    on=Settlement,
    severity="warning",
    title="开户行没有写到支行",
    intent="开户行不写到支行，银行会退回。",
    condition="开户行里没有支行、分行、营业部、分理处、信用社等字样。",
    fix="照银行卡签约网点写全称到支行。",
    passes="中国农业银行济宁任城支行",
    fails="中国农业银行",
    clause="报送前校验要点：收款账户",
    checks=(51,),
)
def bank_is_told_to_the_branch(
    settlement: Settlement, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A bank without its branch."""
    if settlement.bank_name is not None and not any(word in settlement.bank_name for word in _BRANCH):
        message = _("开户行“{bank}”没有写到支行，请补全。")
        yield Problem(message.format(bank=settlement.bank_name), "bank_name")


@rule(
    "PAY-010",
    on=Settlement,
    severity="error",
    title="支付凭证与发放状态不符",
    intent="已发放的要有银行回单，退票的不能算已支付。",
    condition="发放状态是已发放或已重发而支付凭证号或发放日期未填；或是退票而填了申请补贴金额；或已发放没有银行账号（现金）。",
    fix="照银行回单补填；退票的重发后再申报。",
    passes="已发放，回单号、发放日期都有",
    fails="退票，申请补贴196.00元",
    clause="报送前校验要点：支付凭证",
    checks=(85,),
)
def payment_is_proved(settlement: Settlement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A payment without its voucher, in cash, or one that came back and is claimed."""
    status = settlement.payout_status
    if status in (coded("payout_status", "已发放"), coded("payout_status", "已重发")):
        if settlement.voucher_number is None:
            yield Problem(_("已发放的要有支付凭证号，请照银行回单补填。"), "voucher_number")
        if settlement.paid_on is None:
            yield Problem(_("已发放的要有发放日期，请照银行回单补填。"), "paid_on")
        if settlement.bank_account is None:
            yield Problem(_("没有银行账号，课时费不得以现金发放，请核对。"), "bank_account")
    elif status == coded("payout_status", "退票") and settlement.claimed_yuan:
        yield Problem(_("退票的不能算已支付，请重发后再申报补贴。"), "claimed_yuan")


@rule(
    "PAY-011",
    on=Settlement,
    severity="warning",
    title="个税所属月与发放日期不符",
    intent="个税按实际发放的月份计算。",
    condition="填了发放日期，个税所属月不是发放日期的月份。",
    fix="照银行回单改正个税所属月。",
    passes="11月12日发放，个税所属月11月",
    fails="11月12日发放，个税所属月10月",
    clause="国家税务总局公告2018年第61号",
    checks=(50,),
)
def taxed_in_the_month_of_payment(
    settlement: Settlement, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A payment taxed in another month than it was made."""
    paid, month = settlement.paid_on, settlement.pay_month
    if paid is not None and month is not None and (paid.year, paid.month) != (month.year, month.month):
        message = _("{paid}发放，个税所属月填的是{month}，请核对。")
        yield Problem(message.format(paid=written_day(paid), month=written_day(month)), "pay_month")


@rule(
    "PAY-012",
    on=School,
    severity="warning",
    title="课时费超过预算",
    intent="超过当年预算或批复额度，就没有资金来源。",
    condition="个税所属月在填报当年的应发金额合计大于政策参数“当年课时费预算”；没有录入该参数的不查。",
    fix="核对发放台账；确须追加的写明批复情况。",
    passes="预算500000.00，应发合计500000.00",
    fails="预算500000.00，应发合计500000.01",
    clause="学校预算批复",
    checks=(86,),
    reads=(Settlement,),
)
def paid_within_the_budget(school: School, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """More paid in the year than its budget."""
    budget = situation.policy.get("hourly_subsidy.year_budget_yuan", situation.day)
    if budget is None:
        return
    paid = sum(
        (
            each.gross
            for each in facts.all(Settlement)
            if each.gross is not None and each.pay_month and each.pay_month.year == situation.day.year
        ),
        Decimal(0),
    )
    if paid > Decimal(str(budget)):
        message = _("{year}年课时费应发合计{paid}元，超过预算{budget}元，请核对。")
        yield Problem(message.format(year=situation.day.year, paid=paid, budget=budget))


@rule(
    "FEE-001",
    on=FeeStandard,
    severity="error",
    title="课时费标准与总额、课时数不符",
    intent="标准是上年总额除以总课时，算出来的要与填的一致。",
    condition="上年课时费总额、总课时、课时费标准都填了，总额除以课时（四舍五入到分）不等于标准。",
    fix="改正总额、课时数或标准。",
    passes="1234800.00÷12600＝98.00",
    fails="1234800.00÷12600，填99.00",
    clause="《实施意见》第7条；" + _ARITHMETIC,
    checks=(48,),
)
def standard_is_the_average(standard: FeeStandard, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A standard that is not the average of the year before."""
    paid, periods, told = standard.total_paid_yuan, standard.total_periods, standard.yuan_per_period
    if paid is None or not periods or told is None:
        return
    right = (paid / periods).quantize(_CENT, ROUND_HALF_UP)
    if right != told:
        message = _("{paid}元÷{periods}课时应为{right}元/课时，填的是{told}元。")
        shown = {"paid": paid, "periods": PERIODS.show(periods), "right": right, "told": told}
        yield Problem(message.format(**shown), "yuan_per_period", str(right))


def _standard(level: str, year: str, facts: Facts) -> Decimal | None:
    """The standard of a level in an academic year: as given, else the average; None where there is none."""
    for each in facts.by(FeeStandard, "title_level", "academic_year")[level, year]:
        found = average(each) if each.yuan_per_period is None else each.yuan_per_period
        if found is not None:
            return found
    return None


def _days(settlement: Settlement) -> tuple[dt.date, dt.date] | None:
    """The days whose lessons a settlement pays; None where neither days nor month are told."""
    first, last, month = settlement.taught_from, settlement.taught_to, settlement.month
    if month is not None:
        first, last = first or month.first_day, last or month.last_day
    return None if first is None or last is None else (first, last)


def _counts(settlement: Settlement) -> bool:
    """Whether its money went, or is to go, out: not one that came back."""
    return settlement.payout_status != coded("payout_status", "退票")


def _pays_own_lessons(settlement: Settlement, facts: Facts) -> bool:
    """Whether lessons were locked for all that a settlement pays; what another one pays is not among them."""
    lessons = facts.by(TeachingHours, "teacher")[settlement.teacher]
    locked = periods_of(lessons_paid(settlement, lessons))
    return settlement.periods is not None and locked >= settlement.periods
