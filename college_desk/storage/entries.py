"""What the desk keeps under a name besides records: facts about itself, explanations, parameters, words learnt."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal

from sqlalchemy import Connection, select

from college_desk.policy.pack import Parameter
from college_desk.records.finding import Explanation
from college_desk.storage.journal import text_of
from college_desk.storage.tables import schema

EntryKind = Literal[
    "meta", "explanation", "parameter", "synonym", "layout", "counter", "apart", "course", "pack", "tally"
]


def all_of(connection: Connection, kind: EntryKind) -> dict[str, Any]:
    """The values (JSON) of one kind by name, in order of name."""
    table = schema().entries
    asked = select(table.c.name, table.c.value).where(table.c.kind == kind).order_by(table.c.name)
    return {name: json.loads(value) for name, value in connection.execute(asked)}


def one(connection: Connection, kind: str, name: str) -> str | None:
    """One value as JSON text, or None."""
    table = schema().entries
    found: str | None = connection.scalar(
        select(table.c.value).where(table.c.kind == kind, table.c.name == name)
    )
    return found


def put(connection: Connection, kind: str, name: str, value: str | None) -> None:
    """Keep a value (JSON text) in place of what stood there; None removes it."""
    table = schema().entries
    connection.execute(table.delete().where(table.c.kind == kind, table.c.name == name))
    if value is not None:
        connection.execute(table.insert().values(kind=kind, name=name, value=value))


def explanation_text(explanation: Explanation) -> str:
    """An explanation as JSON text."""
    return text_of({"text": explanation.text, "who": explanation.who, "on": explanation.on.isoformat()})


def explanation_of(kept: Mapping[str, str]) -> Explanation:
    """The inverse of `explanation_text`, from its JSON value."""
    return Explanation(kept["text"], kept["who"], dt.date.fromisoformat(kept["on"]))


def parameter_name(parameter: Parameter) -> str:
    """The name under which a parameter is kept: one value for each start of validity."""
    return f"{parameter.name}@{parameter.since.isoformat()}"


def parameter_text(parameter: Parameter) -> str:
    """An entered parameter as JSON text."""
    kept: dict[str, Any] = dict(parameter.__dict__)
    kept["since"], kept["until"] = parameter.since.isoformat(), parameter.until.isoformat()
    kept["choices"] = list(parameter.choices)
    if isinstance(parameter.value, Decimal):
        kept["value"] = {"decimal": str(parameter.value)}
    return text_of(kept)


def parameter_of(kept: Mapping[str, Any]) -> Parameter:
    """The inverse of `parameter_text`, from its JSON value."""
    values = dict(kept)
    values["since"], values["until"] = (dt.date.fromisoformat(values[name]) for name in ("since", "until"))
    values["choices"] = tuple(values["choices"])
    value = values["value"]
    if isinstance(value, dict):
        values["value"] = Decimal(value["decimal"])
    elif isinstance(value, list):
        values["value"] = tuple(value)
    return Parameter(**values)
