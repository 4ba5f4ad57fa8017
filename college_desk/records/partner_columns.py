"""Fields that registers share when they name an enterprise, a paper signed with it, or a time.

`also_met` names further headers, parted by spaces, that offices write on the lists of one register.
The header of a whole span (聘期, 起止时间) is nobody's: what its cells hold is both ends, and the import parts them.
"""

from __future__ import annotations

from typing import Any

from college_desk.records.headers import words
from college_desk.records.register import column
from college_desk.records.values.bank_account import COMPANY_ACCOUNT
from college_desk.records.values.code import CODE
from college_desk.records.values.credit_code import CREDIT_CODE
from college_desk.records.values.day import DAY_OR_MONTH, END_DAY
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.organisation_name import ORGANISATION_NAME

CREDIT_CODE_HEADERS = words(
    "社会信用代码 信用代码 机构代码 税号 纳税人识别号 统一信用代码 统一社会信用代码证号 USCC 组织机构代码"
)


def enterprise(title: str, also_met: str, *, group: str) -> Any:
    """An enterprise of the register, named by its credit code or as on its licence."""
    return column(
        ORGANISATION_NAME,
        title,
        *words(also_met),
        hint="与营业执照一致的全称",
        refers_to="enterprise",
        wide=22,
        group=group,
    )


def uscc(
    title: str = "统一社会信用代码", also_met: str = "", *, group: str, hint: str = "18位，照营业执照"
) -> Any:
    """The credit code of an organisation (统一社会信用代码)."""
    return column(CREDIT_CODE, title, *words(also_met), hint=hint, wide=20, group=group)


def agreement_number(
    title: str = "协议编号", also_met: str = "", *, group: str, hint: str = "照协议首页填写"
) -> Any:
    """The number of an agreement with an enterprise (协议编号)."""
    return column(
        IDENTIFIER,
        title,
        *words(also_met),
        hint=hint,
        refers_to="agreement",
        wide=16,
        group=group,
    )


def start_on(also_met: str, *, group: str) -> Any:
    """The first day, or month, of a time (起始日期)."""
    return column(
        DAY_OR_MONTH,
        "起始日期",
        *words("开始日期 起始时间 开始时间 起始年月"),
        *words(also_met),
        hint="例：20260901；长期填“长期”",
        wide=11,
        group=group,
    )


def end_on(also_met: str, *, group: str) -> Any:
    """The last day, or month, of a time; open where the paper says 长期 (终止日期)."""
    return column(
        END_DAY,
        "终止日期",
        *words("结束日期 终止时间 结束时间 终止年月 截止时间 到期日期 到期时间"),
        *words(also_met),
        hint="例：20260901；长期填“长期”",
        wide=11,
        group=group,
    )


def signed_on(also_met: str, *, group: str) -> Any:
    """The day on which a paper was signed (签订日期)."""
    return column(
        DAY_OR_MONTH,
        "签订日期",
        *words("签订时间 签约日期 签约时间 签署日期 签署时间 签字日期"),
        *words(also_met),
        hint="照签章页日期",
        wide=11,
        group=group,
    )


def fund_source(also_met: str = "", *, group: str) -> Any:
    """Where the money comes from (经费来源)."""
    return column(
        CODE("fund_source"),
        "经费来源",
        *words("资金来源 经费渠道 资金渠道 课时费来源 经费出处 资助来源"),
        *words(also_met),
        hint="例：学校自筹",
        wide=14,
        group=group,
    )


def company_account(*, group: str) -> Any:
    """An organisation's bank account (银行账号)."""
    return column(
        COMPANY_ACCOUNT,
        "银行账号",
        *words(
            "账号 帐号 收款账号 银行帐号 对公账号 对公账户 收款账户 基本账户账号 单位账号 开户账号 对公银行账号"
            " 对公银行账户 企业银行账号 公司账号 发放账号"
        ),
        hint="照开户许可证填写",
        wide=22,
        group=group,
    )
