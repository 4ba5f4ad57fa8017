"""What a rule yields (Problem) and what a user sees of it (Finding)."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Any, Literal

RuleSeverity = Literal["error", "warning", "info"]

SEVERITY_WORDS = {"error": "必须改正", "warning": "需核实说明", "info": "提示"}


@dataclass(frozen=True)
class Problem:
    """A rule's raw yield: one sentence in the office's words, and the field that it stands in.

    field: None where it concerns the record as a whole; severity: where the rule itself says another
    than its declared one (a card that fails Luhn is only a warning).
    """

    message: str
    field: str | None = None
    suggestion: str | None = None
    severity: RuleSeverity | None = None


@dataclass(frozen=True)
class Explanation:
    """Why a warning stands (情况说明): text, who wrote it, when."""

    text: str
    who: str
    on: dt.date


@dataclass(frozen=True)
class Finding:
    """A rule met on a record.

    id: stays as long as rule, record and field do; key: the record's key as text; title: the rule's.
    """

    id: str
    rule: str
    severity: RuleSeverity
    register: str
    uid: str
    key: str
    field: str | None
    message: str
    clause: str
    title: str = ""
    suggestion: str | None = None
    explanation: Explanation | None = None

    @property
    def blocks(self) -> bool:
        """Whether it stops a filing: an error, or a warning without an explanation."""
        return self.severity == "error" or (self.severity == "warning" and self.explanation is None)

    def to_json(self) -> dict[str, Any]:
        """The finding as `check --json` and a package's findings show it; `explanation` is its text."""
        written = self.explanation
        return {
            "id": self.id,
            "rule": self.rule,
            "severity": self.severity,
            "register": self.register,
            "uid": self.uid,
            "key": self.key,
            "field": self.field,
            "message": self.message,
            "clause": self.clause,
            "title": self.title,
            "suggestion": self.suggestion,
            "explanation": written.text if written else None,
            "explained_by": written.who if written else None,
            "explained_on": written.on.isoformat() if written else None,
        }


def finding_id(rule: str, uid: str, field: str | None, ordinal: int) -> str:
    """The id of the ordinal-th (from 0) finding of a rule on a field of a record: `APT-033-1f3a90c2d47b`."""
    text = "|".join((rule, uid, field or "", str(ordinal)))
    return f"{rule}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
