"""What a column wants, in a few words, and how it might be filled in: by the kind of its values.

A blank sheet goes to the offices that fill it in, so it is Chinese whatever the program speaks.
"""

from __future__ import annotations

import re

from college_desk.records.register import Field

_ID_NUMBER, _BORN = "370811200805120011", "2008-05-12"
_USCC = "91370811MA3C00011L"
"""Nobody's numbers, with check characters that fit."""

_WANTS: dict[str, tuple[str, str]] = {
    "academic_year": ("学年", "2026-2027"),
    "bank_account": ("照卡面填写，一位不少", "6228480266612345678"),
    "code": ("从下拉列表里选", ""),
    "codes": ("可多选，用“、”隔开", ""),
    "coefficient": ("数字", "1.00"),
    "company_account": ("照开户资料填写，一位不少", "15450101040012345"),
    "count": ("整数", "40"),
    "credit_code": ("18位，照证照填写", _USCC),
    "day": ("年月日", "2026-09-01"),
    "day_or_month": ("年月日，只知道年月的填年月", "2026-09-01"),
    "end_day": ("年月日，长期的填“长期”", "2027-06-30"),
    "grade": ("年级", "2026级"),
    "identifier": ("照原件填写，保留前面的0", ""),
    "identity_number": ("18位，末位X大写", _ID_NUMBER),
    "integer": ("整数", "2"),
    "long_text": ("文字", ""),
    "major_code": ("6位数字，技工院校4位", "460301"),
    "money": ("金额，单位元，只填数字", "2600.00"),
    "month": ("年月", "2026-09"),
    "months": ("整数，单位月", "24"),
    "open_code": ("从下拉列表里选，没有的直接填写", ""),
    "organisation_name": ("与公章一致的全称", "济宁某某精密制造有限公司"),
    "percent": ("百分比", "80%"),
    "periods": ("课时数，只填数字", "2"),
    "person_name": ("姓名", "张三"),
    "phone": ("11位手机号，座机带区号", "13800001234"),
    "ratio": ("比例", "0.20"),
    "registration_number": ("G加18位身份证件号", "G" + _ID_NUMBER),
    "slot": ("节次", "1-2"),
    "term": ("学年加学期", "2026-2027-1"),
    "text": ("文字", ""),
    "texts": ("有几个时用“、”隔开", ""),
    "year": ("四位年份", "2026"),
    "years": ("整数，单位年", "10"),
    "yes_no": ("填是或否", "是"),
}
_EXAMPLE = re.compile(r"例：([^；。]+)")


def wanted(field: Field) -> str:
    """What the column wants: the field's own hint, then the form of its values; one line without a full stop."""
    form = _WANTS.get(field.type.code, ("", ""))[0]
    parts = [field.hint, "" if form in field.hint else form]
    return "；".join(part for part in parts if part)


def example(field: Field, choices: tuple[str, ...]) -> str:
    """A value that the field can read, as a clerk would write it; empty where none comes to mind.

    The hint's own example goes first, then the first choice, then the usual one of its kind; the birth date is the
    one in the identity number.
    """
    if field.name == "birth_date":
        return _BORN
    found = _EXAMPLE.search(field.hint)
    candidates = [*found[1].split("、"), found[1]] if found else []
    candidates += [*choices[:1], _WANTS.get(field.type.code, ("", ""))[1]]
    for each in candidates:
        reading = field.type.read(each)
        if reading.value is not None and not reading.faults:
            return field.type.show(reading.value)
    return ""
