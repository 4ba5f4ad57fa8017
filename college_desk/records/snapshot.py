"""The frozen snapshot (报送定稿): what a filing says, in canonical bytes named by their SHA-256."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


def canonical(value: Any) -> bytes:
    """JSON in one spelling only: keys sorted, no spaces, UTF-8, a line feed at the end."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8") + b"\n"


def sha256(content: bytes) -> str:
    """The hexadecimal SHA-256 of bytes."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True)
class Snapshot:
    """Everything that a filing's forms are made from; nothing read afterwards comes from the registers.

    kind: first, supplement, change, ending; number: FILING-PERIOD-NN; day: the filing's day; records:
    {register code: [frozen_json]}, the selected ones and all that rules and forms looked up; selected:
    uids of the records filed; left_out: [{uid, key, name, reason}] (本次不报); findings: as `check --json`
    shows them, explanations inside; parameters: {name: {title, value, unit, source, confidence, needs}}, lists:
    {name: list} of the policy pack, so that nothing of a later pack is needed; rules: {code: since};
    code_tables: {code: version}; enterprise: the uid of the one in whose name it goes out; figures: numbers reckoned
    from more than is filed. No time of day and nothing made at the freeze stands in it.
    """

    filing: str
    period: str
    kind: str
    number: str
    version: int
    day: dt.date
    program_version: str
    policy: str
    records: Mapping[str, Sequence[Mapping[str, Any]]]
    selected: tuple[str, ...]
    left_out: tuple[Mapping[str, str], ...]
    findings: tuple[Mapping[str, Any], ...]
    parameters: Mapping[str, Mapping[str, Any]]
    rules: Mapping[str, str]
    code_tables: Mapping[str, str]
    period_first: dt.date
    period_last: dt.date
    amends: Mapping[str, Any] | None = None
    policy_title: str = ""
    policy_version: str = ""
    lists: Mapping[str, Any] = field(default_factory=dict)
    enterprise: str | None = None
    figures: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The snapshot as JSON values."""
        return {
            **self.__dict__,
            "day": self.day.isoformat(),
            "period_first": self.period_first.isoformat(),
            "period_last": self.period_last.isoformat(),
            "lists": dict(self.lists),
            "figures": dict(self.figures),
            "selected": list(self.selected),
            "left_out": [dict(each) for each in self.left_out],
            "findings": [dict(each) for each in self.findings],
        }

    @staticmethod
    def from_json(stored: Mapping[str, Any]) -> Snapshot:
        """The inverse of `to_json`. Raises KeyError, TypeError or ValueError for anything else."""
        values = dict(stored)
        for name in ("day", "period_first", "period_last"):
            values[name] = dt.date.fromisoformat(values[name])
        for name in ("selected", "left_out", "findings"):
            values[name] = tuple(values[name])
        return Snapshot(**values)

    @staticmethod
    def read(content: bytes) -> Snapshot:
        """The snapshot of canonical bytes. Raises ValueError, KeyError or TypeError for anything else."""
        return Snapshot.from_json(json.loads(content))

    def canonical(self) -> bytes:
        """The snapshot's canonical bytes."""
        return canonical(self.to_json())

    def content_digest(self) -> str:
        """The SHA-256 of what it says, apart from its version and day: equal content is the same version.

        Of the findings only the explained ones count, as they are printed; the others come and go with the day.
        """
        content = self.to_json()
        for name in ("version", "amends", "day"):
            del content[name]
        content["findings"] = [each for each in content["findings"] if each.get("explanation")]
        return sha256(canonical(content))
