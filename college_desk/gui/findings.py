"""The findings of the whole desk, looked up by register, record and field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from college_desk.records.finding import Finding


class FindingIndex:
    """Findings by where they stand; explained warnings are kept but count no longer."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self.all: tuple[Finding, ...] = tuple(findings)
        self._by_uid: Mapping[str, list[Finding]] = _grouped(self.all)
        self._errors: dict[str, int] = defaultdict(int)
        self._warnings: dict[str, int] = defaultdict(int)
        for each in self.all:
            if each.severity == "error":
                self._errors[each.register] += 1
            elif each.blocks:
                self._warnings[each.register] += 1

    @property
    def errors(self) -> int:
        """How many must be mended (必须改正)."""
        return sum(self._errors.values())

    @property
    def warnings(self) -> int:
        """How many still want an explanation (需核实说明)."""
        return sum(self._warnings.values())

    def errors_of(self, register: str) -> int:
        """How many errors stand on a register."""
        return self._errors.get(register, 0)

    def warnings_of(self, register: str) -> int:
        """How many warnings of a register still want an explanation."""
        return self._warnings.get(register, 0)

    def of(self, uid: str) -> list[Finding]:
        """The findings of one record, gravest first."""
        return self._by_uid.get(uid, [])

    def at(self, uid: str, field: str) -> Finding | None:
        """The gravest finding that stands in a field of a record."""
        return next((each for each in self.of(uid) if each.field == field), None)

    def uids(self, register: str, severity: str) -> frozenset[str]:
        """The records of a register that have an open finding of that severity."""
        return frozenset(
            each.uid
            for each in self.all
            if each.register == register and each.severity == severity and each.blocks
        )

    def with_record(self, uid: str, findings: Iterable[Finding]) -> FindingIndex:
        """The same findings with those of one record replaced."""
        kept = [each for each in self.all if each.uid != uid]
        return FindingIndex([*kept, *findings])


_GRAVITY = {"error": 0, "warning": 1, "info": 2}


def _grouped(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    groups: dict[str, list[Finding]] = defaultdict(list)
    for each in findings:
        groups[each.uid].append(each)
    for group in groups.values():
        group.sort(key=lambda each: (each.explanation is not None, _GRAVITY[each.severity]))
    return dict(groups)
