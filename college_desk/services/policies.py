"""The policy pack's parameters (政策参数): shown with source and confidence, entered by the college."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.base.translation import _
from college_desk.policy.pack import Parameter, ParameterValue, Policy
from college_desk.records.change import Changed
from college_desk.records.values.yes_no import YES_NO
from college_desk.storage.desk import Desk

_WORDS = {"按人": "head", "按人计算": "head", "按课时": "periods", "按课时折算": "periods"}
"""What offices say for choices that are kept as words of the program."""
_SHOWN = {"head": "按人计算", "periods": "按课时折算"}
_FRACTION = re.compile(r"[1-9]\d{0,3}/[1-9]\d{0,3}")
_DECIMAL = re.compile(r"(\d{1,9}|\d{1,3}(,\d{3}){1,2})(\.\d{1,6})?%?", re.ASCII)
_CENT = Decimal("0.01")


def parameters(desk: Desk, day: dt.date) -> list[Parameter]:
    """Every parameter as it is in force on a day, once each, in the order of the pack."""
    with desk.read() as reader:
        policy = reader.policy()
    return in_force(policy, day)


def in_force(policy: Policy, day: dt.date) -> list[Parameter]:
    """The parameters of a policy as they are in force on a day, in the order of the pack."""
    pack_order = {each.name: place for place, each in reversed(list(enumerate(policy)))}
    names = sorted(policy.by_name, key=lambda name: _place_in_pack(policy, name, pack_order))
    return [policy.parameter(name, day) for name in names]


def parameters_json(desk: Desk, day: dt.date) -> dict[str, Any]:
    """The document of `policy --json`: the parameters in force on a day."""
    with desk.read() as reader:
        policy = reader.policy()
    return {
        "policy": policy.code,
        "title": policy.title,
        "version": policy.version,
        "on": day.isoformat(),
        "parameters": [_json(each) for each in in_force(policy, day)],
    }


def set_parameters(
    desk: Desk,
    values: Mapping[str, str],
    *,
    document: str | None = None,
    since: dt.date | None = None,
    who: str,
    now: dt.datetime,
    today: dt.date,
) -> Changed:
    """Enter values that the college knows from a document, all in one step.

    since: the first day on which they hold; without one they take the place of the value in force, or hold
    from the beginning. Raises UnusableInput for an unknown name or a value that does not fit, DeskError for
    a parameter that the law sets.
    """
    with desk.read() as reader:
        policy = reader.policy()
    entered = [_entered(policy, name, text, document, since, today) for name, text in values.items()]
    what = _("录入政策参数：{names}").format(names="、".join(_(each.title) for each in entered))
    with desk.write(what, who=who, now=now, today=today) as writer:
        for each in entered:
            writer.set_parameter(each)
    return writer.changed


def shown_value(parameter: Parameter) -> str:
    """A parameter's value as the screen shows it, with its unit; 未录入 where it has none."""
    value = parameter.value
    if value is None:
        return _("未录入")
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, tuple):
        return "、".join(value)
    return _(_SHOWN.get(str(value), str(value))) + _(parameter.unit)


def _entered(
    policy: Policy, name: str, text: str, document: str | None, since: dt.date | None, today: dt.date
) -> Parameter:
    known = policy.parameter(name, today)
    if not known.settable:
        raise DeskError(_("“{title}”由国家规定，不能由学校录入。").format(title=_(known.title)))
    from_day = since or (known.since if known.value is not None else dt.date.min)
    return dataclasses.replace(
        known,
        value=value_of(known, text),
        since=from_day,
        until=dt.date.max,
        source=document or _("学校录入，未注明文件"),
        confidence="entered",
    )


def value_of(parameter: Parameter, text: str) -> ParameterValue:
    """The value that a text gives a parameter. Raises UnusableInput where it does not fit."""
    given = text.strip()
    if parameter.choices:
        chosen = _WORDS.get(given, given)
        if chosen not in parameter.choices:
            choices = "、".join(_(_SHOWN.get(each, each)) for each in parameter.choices)
            message = _("“{title}”不能填“{text}”，请从这些里选：{choices}。")
            raise UnusableInput(message.format(title=_(parameter.title), text=given, choices=choices))
        return chosen
    if isinstance(parameter.value, bool):
        answer = YES_NO.read(given).value
        if answer is None:
            raise UnusableInput(_("“{title}”请填是或否。").format(title=_(parameter.title)))
        return answer
    if isinstance(parameter.value, tuple):
        return tuple(part.strip() for part in re.split("[、,，]", given) if part.strip())
    return _number(parameter, given)


def _number(parameter: Parameter, given: str) -> ParameterValue:
    """A number in the parameter's unit: whole ones as they are, yuan with two decimals, shares as text."""
    is_share = not parameter.unit
    if is_share and _FRACTION.fullmatch(given) and Fraction(given) <= 1:
        return given
    if _DECIMAL.fullmatch(given):
        number = Decimal(given.removesuffix("%").replace(",", ""))
        if parameter.unit.startswith("元") and not given.endswith("%") and number == number.quantize(_CENT):
            return str(number.quantize(_CENT))
        if is_share:
            share = number / 100 if given.endswith("%") else number
            if share <= 1:
                return (
                    str(share.quantize(_CENT)) if share == share.quantize(_CENT) else str(share.normalize())
                )
        elif given.isdecimal():
            return int(given)
    unit = _("（{unit}）").format(unit=_(parameter.unit)) if parameter.unit else ""
    message = _("“{title}”{unit}不能填“{text}”，请填数字。")
    raise UnusableInput(message.format(title=_(parameter.title), unit=unit, text=given))


def _place_in_pack(policy: Policy, name: str, places: Mapping[str, int]) -> int:
    """Where the pack itself, not the college, first names a parameter."""
    last = policy.by_name[name][-1]
    return next((place for place, each in enumerate(policy) if each is last), places[name])


def _json(parameter: Parameter) -> dict[str, Any]:
    value = parameter.value
    return {
        "name": parameter.name,
        "title": parameter.title,
        "value": list(value)
        if isinstance(value, tuple)
        else str(value)
        if isinstance(value, Decimal)
        else value,
        "unit": parameter.unit,
        "since": None if parameter.since == dt.date.min else parameter.since.isoformat(),
        "until": None if parameter.until == dt.date.max else parameter.until.isoformat(),
        "source": parameter.source,
        "confidence": parameter.confidence,
        "needs": parameter.needs,
        "settable": parameter.settable,
        "choices": list(parameter.choices),
    }
