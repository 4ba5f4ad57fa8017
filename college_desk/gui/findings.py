"""The findings of the whole desk, looked up by register, record and field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from college_desk.records.finding import Finding

_GRAVITY = {"error": 0, "warning": 1, "info": 2}


class FindingIndex:
    """Findings by where they stand; explained warnings are kept but count no longer."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._by_uid: dict[str, list[Finding]] = {}
        self._counts: Counter[tuple[str, str]] = Counter()
        for each in findings:
            self._by_uid.setdefault(each.uid, []).append(each)
            if each.blocks:
                self._counts[each.register, each.severity] += 1
        for group in self._by_uid.values():
            if len(group) > 1:
                group.sort(key=_gravity)

    @property
    def all(self) -> list[Finding]:
        """Every finding, those of one record together, gravest first."""
        return [each for group in self._by_uid.values() for each in group]

    @property
    def errors(self) -> int:
        """How many must be mended (必须改正)."""
        return self._of_severity("error")

    @property
    def warnings(self) -> int:
        """How many still want an explanation (需核实说明)."""
        return self._of_severity("warning")

    def errors_of(self, register: str) -> int:
        """How many errors stand on a register."""
        return self._counts[register, "error"]

    def warnings_of(self, register: str) -> int:
        """How many warnings of a register still want an explanation."""
        return self._counts[register, "warning"]

    def of(self, uid: str) -> list[Finding]:
        """The findings of one record, gravest first, explained ones last."""
        return self._by_uid.get(uid, [])

    def at(self, uid: str, field: str) -> Finding | None:
        """The gravest finding that stands in a field of a record."""
        return next((each for each in self._by_uid.get(uid, ()) if each.field == field), None)

    def uids(self, register: str, severity: str) -> frozenset[str]:
        """The records of a register that have an open finding of that severity."""
        return frozenset(
            uid
            for uid, group in self._by_uid.items()
            if any(each.register == register and each.severity == severity and each.blocks for each in group)
        )

    def with_records(self, uids: Iterable[str], findings: Iterable[Finding]) -> FindingIndex:
        """The same findings with those of some records replaced."""
        made = FindingIndex()
        made._by_uid = dict(self._by_uid)
        made._counts = self._counts.copy()
        made._counts.subtract(
            (each.register, each.severity)
            for uid in uids
            for each in made._by_uid.pop(uid, [])
            if each.blocks
        )
        alone = FindingIndex(findings)
        made._by_uid.update(alone._by_uid)
        made._counts.update(alone._counts)
        return made

    def _of_severity(self, severity: str) -> int:
        return sum(count for (_register, known), count in self._counts.items() if known == severity)


def _gravity(finding: Finding) -> tuple[bool, int]:
    return finding.explanation is not None, _GRAVITY[finding.severity]
