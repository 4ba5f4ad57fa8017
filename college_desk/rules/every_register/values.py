"""Values right in themselves: what the value types find in what is stored, one rule for each kind of value."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterator

from college_desk.base.translation import _
from college_desk.policy.written_dates import written_day
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem, RuleSeverity
from college_desk.records.register import REGISTERS, Field, Record, register_of
from college_desk.records.teaching.settlement import Settlement
from college_desk.records.values.month import OPEN_END, Month
from college_desk.records.values.value_type import ValueType
from college_desk.rules.rule import Situation, rule

_IDENTITY = frozenset({"identity_number"})
_CREDIT_CODE = frozenset({"credit_code"})
_PHONE = frozenset({"phone"})
_ACCOUNT = frozenset({"bank_account", "company_account"})
_DAY = frozenset({"day", "day_or_month", "end_day", "month"})
_YEARS = range(1900, 2101)
_NAME = frozenset({"person_name", "organisation_name"})
_NUMBER = frozenset({
    "money", "count", "integer", "years", "year", "periods", "periods_of_row", "coefficient", "percent", "ratio",
})  # fmt: skip
_TOLD_APART = _IDENTITY | _CREDIT_CODE | _PHONE | _ACCOUNT | _DAY | _NAME | _NUMBER
_IDENTITY_CARDS = frozenset({None, "1", "C", "D"})
"""Documents whose number is made by GB 11643: identity card, residence permits; empty means the card."""


@rule(
    "VAL-001",
    on=Record,
    severity="error",
    title="身份证件号有误",
    intent="证件号错一位，人社、学籍系统就比对不上，整批材料会被退回。",
    condition="居民身份证件号不是18位、地区或出生日期不对，或末位校验码与前17位不符（GB 11643）；15位旧号码和少见地区只作核实。",
    fix="与本人身份证件逐位核对后改正；护照等其他证件请先填写证件类型。",
    passes="11010519491231002X",
    fails="110105194912310021",
    clause="GB 11643-1999《公民身份号码》",
    checks=(1,),
)
def identity_number(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An identity number that is wrong in itself."""
    if getattr(record, "id_type", None) in _IDENTITY_CARDS:
        yield from _faulty(record, _IDENTITY, lambda value: not _ends_in_zeros(value))


@rule(
    "VAL-002",
    on=Record,
    severity="error",
    title="身份证件号末三位为000",
    intent="表格软件把18位号码当数字保存时只留15位，后三位变成000，原来的号码已经丢失。",
    condition="18位证件号的第16至18位为000；校验码碰巧相符的只作核实。",
    fix="按本人身份证件补录，并把表格里这一列设为文本格式。",
    passes="370811200503151216",
    fails="370811200503151000",
    clause="报送前校验要点：证件号丢失尾数",
    checks=(2,),
)
def identity_number_lost_digits(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An identity number whose last digits a spreadsheet has dropped."""
    if getattr(record, "id_type", None) in _IDENTITY_CARDS:
        yield from _faulty(record, _IDENTITY, _ends_in_zeros)


@rule(
    "VAL-003",
    on=Record,
    severity="error",
    title="统一社会信用代码有误",
    intent="信用代码错误，备案的单位就不是实际的用人单位，主体不符。",
    condition="信用代码不是18位，或登记管理部门、行政区划、主体标识校验码、末位校验码有一处不对（GB 32100）。",
    fix="照营业执照（事业单位法人证书）逐位核对后改正。",
    passes="91370000166122374N",
    fails="123456789012345678",
    clause="GB 32100-2015《法人和其他组织统一社会信用代码编码规则》",
    checks=(22,),
)
def credit_code(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A credit code that is wrong in itself."""
    yield from _faulty(record, _CREDIT_CODE)


@rule(
    "VAL-004",
    on=Record,
    severity="error",
    title="电话号码有误",
    intent="主管部门抽查时按所填号码联系本人，号码不通视为材料不实。",
    condition="电话不是11位手机号，也不是带区号的座机。",
    fix="核对后改正，座机写成0537-2212345。",
    passes="15863632401",
    fails="1586363240",
    clause="报送前校验要点：联系电话",
)
def phone_number(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A telephone number that is none."""
    yield from _faulty(record, _PHONE)


@rule(
    "VAL-005",
    on=Record,
    severity="warning",
    title="银行账号需核实",
    intent="账号错一位，课时费会被银行退回。",
    condition="个人银行卡不是16至19位，或末位校验码（Luhn）不符；账号里有数字以外的字符为错误。",
    fix="照卡面逐位核对；确是存折等无校验码的账号，写明情况即可。",
    passes="6226090000000048",
    fails="6226090000000047",
    clause="报送前校验要点：银行账号",
)
def bank_account(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A bank account that is doubtful or none."""
    yield from _faulty(record, _ACCOUNT)


@rule(
    "VAL-006",
    on=Record,
    severity="error",
    title="日期有误",
    intent="日期写错，聘期、年龄、先后次序都会判断错。",
    condition="日期或年月写得看不懂（导入时），或年份不在1900至2100年之间；“长期”不算。",
    fix="按原件改正。",
    passes="2026年9月1日",
    fails="1026年9月1日",
    clause="报送前校验要点：日期",
)
def day_or_month(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A day or month of a year that no paper of today can be of."""
    for field in _day_fields(register_of(record).code):
        value = getattr(record, field.name)
        if isinstance(value, dt.date | Month) and value != OPEN_END and value.year not in _YEARS:
            message = _("“{title}”{value}的年份不对，请按原件改正。")
            yield Problem(message.format(title=_(field.title), value=written_day(value)), field.name)


@rule(
    "VAL-007",
    on=Record,
    severity="error",
    title="金额或数量有误",
    intent="金额、人数、课时写错，合计就对不上。",
    condition="金额为负或超过两位小数，人数、课时、比例不在允许范围内；冲减的发放金额为负是对的。",
    fix="按原件改正。",
    passes="98.00元/课时；4课时",
    fails="-98.00元/课时；13课时（一行）",
    clause="报送前校验要点：金额与数量",
)
def amount_or_number(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An amount, count or share that is out of range; a reversal's amounts are below nought by nature."""
    if not (isinstance(record, Settlement) and record.reverses is not None):
        yield from _faulty(record, _NUMBER)


@rule(
    "VAL-008",
    on=Record,
    severity="error",
    title="姓名或名称需核实",
    intent="姓名、单位名称要与证件、公章一字不差；显示不出的字在别人电脑上是空白。",
    condition="姓名少于2个字、含数字或问号，或有显示不出来的字。",
    fix="照身份证件、营业执照改正；生僻字用国家标准字库里的字。",
    passes="买买提·吐尔逊",
    fails="李?明",
    clause="报送前校验要点：姓名与单位名称",
)
def person_or_organisation_name(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A name that cannot be one, or cannot be shown."""
    yield from _faulty(record, _NAME)


@rule(
    "VAL-009",
    on=Record,
    severity="error",
    title="内容有误",
    intent="内容过长或有显示不出来的字，表格印不下、印不出。",
    condition="文字、编号或专业代码等不合该项目的写法。",
    fix="按提示改正。",
    passes="机电工程系",
    fails="（二百字以上的任教课程）",
    clause="报送前校验要点：填写规范",
)
def other_value(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Any other value that is wrong in itself."""
    yield from _faulty(record, None)


def _faulty(
    record: Record, types: frozenset[str] | None, concerns: Callable[[str], bool] | None = None
) -> Iterator[Problem]:
    """The faults of the record's values of some types (None: of those no other rule has)."""
    for field in _judged_fields(register_of(record).code, types):
        value = getattr(record, field.name)
        if value is None:
            continue
        for fault in field.type.faults(value):
            if concerns is None or concerns(value):
                severity: RuleSeverity = "warning" if fault.severity == "warning" else "error"
                yield Problem(fault.message, field.name, fault.suggestion, severity)


@functools.cache
def _judged_fields(register: str, types: frozenset[str] | None) -> tuple[Field, ...]:
    """The fields of a register whose type can find fault, of the types asked for."""
    return tuple(
        field
        for field in REGISTERS[register].fields
        if type(field.type).faults is not ValueType.faults
        and (field.type.code in types if types is not None else field.type.code not in _TOLD_APART)
    )


@functools.cache
def _day_fields(register: str) -> tuple[Field, ...]:
    return tuple(field for field in REGISTERS[register].fields if field.type.code in _DAY)


def _ends_in_zeros(number: str) -> bool:
    return len(number) == 18 and number.endswith("000")
