"""The catalogues (目录) of rules, registers and filings, as JSON."""

from __future__ import annotations

from typing import Any

from college_desk.forms.filing import FILINGS
from college_desk.forms.form import forms_of
from college_desk.records.register import REGISTERS, Record, register_of
from college_desk.rules.rule import Rule
from college_desk.services import handbook

EVERY_REGISTER = "any"
"""The register that a rule names which looks at the records of all."""


def rules_json() -> dict[str, Any]:
    """The document of `rules --json`."""
    return {"rules": [_rule_json(each) for each in handbook.rules()]}


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
