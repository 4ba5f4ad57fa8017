"""The catalogues (目录) of rules, registers and filings, as JSON and as a handbook."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from college_desk.base.translation import _
from college_desk.forms.filing import FILINGS
from college_desk.forms.form import forms_of
from college_desk.records.finding import SEVERITY_WORDS
from college_desk.records.register import REGISTERS, Record, register_of
from college_desk.rules.rule import RULES, Rule

EVERY_REGISTER = "any"
"""The register that a rule names which looks at the records of all."""

_SERIES = {
    "VAL": "各台账通用",
    "PER": "人员信息",
    "APT": "兼职教师聘任",
    "TCH": "兼职教师花名册",
    "QUO": "编制与20%兼职员额",
    "FIL": "申报（备案）事项",
}


def rules() -> list[Rule]:
    """All rules in order of their codes, the series as the handbook has them."""
    order = {series: place for place, series in enumerate(_SERIES)}
    return sorted(RULES, key=lambda each: (order.get(_series(each), len(order)), each.code))


def rules_json() -> dict[str, Any]:
    """The document of `rules --json`."""
    return {"rules": [_rule_json(each) for each in rules()]}


def rules_markdown() -> str:
    """The handbook of the checks: what each wants, why, how to mend it, with examples and its clause."""
    lines = [f"# {_('校验规则手册')}", "", _("共{count}条。").format(count=len(RULES)), ""]
    for series, group in groupby(rules(), key=_series):
        lines += [f"## {_(_SERIES.get(series, series))}", ""]
        for each in group:
            lines += _rule_lines(each)
    return "\n".join(lines)


def registers_json() -> dict[str, Any]:
    """The document of `registers --json`."""
    return {
        "registers": [
            {
                "code": register.code,
                "title": register.title,
                "key": list(register.key),
                "else_key": list(register.else_key),
                "fields": [
                    {
                        "name": each.name,
                        "title": each.title,
                        "type": each.type.code,
                        "labels": list(each.type.labels()),
                        "also": list(each.also),
                        "refers_to": each.refers_to,
                    }
                    for each in register.fields
                ],
            }
            for register in REGISTERS
        ]
    }


def filings_json() -> dict[str, Any]:
    """The document of `filings --json`."""
    return {
        "filings": [
            {
                "code": each.code,
                "title": each.title,
                "periods": list(each.periods),
                "forms": [form.title for form in forms_of(each.code)],
            }
            for each in FILINGS
        ]
    }


def register_title(rule: Rule) -> str:
    """The title of the register that a rule looks at."""
    return _("各台账") if rule.on is Record else _(register_of(rule.on).title)


def _rule_json(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "register": EVERY_REGISTER if rule.on is Record else register_of(rule.on).code,
        "severity": rule.severity,
        "title": rule.title,
        "intent": rule.intent,
        "condition": rule.condition,
        "fix": rule.fix,
        "passes": rule.passes,
        "fails": rule.fails,
        "clause": rule.clause,
        "since": rule.since.isoformat(),
        "until": rule.until.isoformat() if rule.until else None,
        "version": rule.version,
        "checks": list(rule.checks),
        "filings": list(rule.filings),
    }


def _rule_lines(rule: Rule) -> list[str]:
    told = [
        (_("台账"), register_title(rule)),
        (_("程度"), _(SEVERITY_WORDS[rule.severity])),
        (_("为什么查"), _(rule.intent)),
        (_("查什么"), _(rule.condition)),
        (_("怎样改"), _(rule.fix)),
        (_("通过的例子"), _(rule.passes)),
        (_("不通过的例子"), _(rule.fails)),
        (_("依据"), _(rule.clause)),
        (_("起用"), rule.since.isoformat()),
    ]
    if rule.until:
        told.append((_("停用"), rule.until.isoformat()))
    return [f"### {rule.code} {_(rule.title)}", "", *(f"- {name}：{text}" for name, text in told), ""]


def _series(rule: Rule) -> str:
    return rule.code.partition("-")[0]
