"""The findings of the whole desk while a window is open: checked once, then kept up with every edit."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from college_desk.base.progress import SILENT, Progress
from college_desk.policy.pack import Policy
from college_desk.records.change import Changed
from college_desk.records.finding import Explanation, Finding
from college_desk.records.live_facts import LiveFacts
from college_desk.records.register import REGISTERS, Record
from college_desk.rules.incremental import KeptFindings
from college_desk.rules.rule import Situation
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader


@dataclass(frozen=True)
class Renewed:
    """What a look at the desk brought.

    whole: everything was checked, `findings` are all there are; else `findings` take the place of those of
    the records in `uids`, which may have none now.
    """

    whole: bool
    findings: tuple[Finding, ...]
    uids: frozenset[str] = frozenset()


@dataclass
class _Kept:
    """What the findings rest on; when any of it is otherwise, everything is checked again."""

    day: dt.date
    policy: Policy
    merged: Mapping[str, str]
    facts: LiveFacts
    findings: KeptFindings
    explanations: Mapping[str, Explanation] = field(default_factory=dict)


class LiveCheck:
    """The check of one open desk, the same at any time as `checking.check` of the whole desk.

    Not for several threads at once. It holds every record of the desk.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: _Kept | None = None
        self._step = 0

    def look(
        self, changes: Iterable[Changed], day: dt.date, *, settled: bool = True, progress: Progress = SILENT
    ) -> Renewed:
        """What is found now, after these steps of our own; everything the first time.

        settled: no further step of our own is under way, so that one the journal has beyond them is somebody
        else's. After such a step, on another day, under another policy, after a merge everything is checked
        again. Raises Cancelled when progress says so; then everything is checked the next time.
        """
        kept, self._kept = self._kept, None  # what is left half done is not kept
        with self._desk.read() as reader:
            touched = self._follow(reader, changes, settled)
            if touched is None or kept is None or kept.day != day or kept.policy != reader.policy():
                return self._whole(reader, day, progress)
            now = [each for code, uids in touched.items() for each in _as_they_are(reader, kept, code, uids)]
            if any(each.same_as is not None or each.uid in kept.merged for each in now):
                return self._whole(reader, day, progress)
            uids = kept.findings.change(now) | self._explain(kept, reader)
        self._kept = kept
        found = [each for uid in sorted(uids) for each in kept.findings.of(uid, kept.explanations)]
        return Renewed(False, tuple(found), uids)

    def _follow(
        self, reader: Reader, changes: Iterable[Changed], settled: bool
    ) -> dict[str, set[str]] | None:
        """The records that these steps touched, by register; None where a step is missing among them."""
        touched: dict[str, set[str]] = {}
        for each in changes:
            for code, uids in each.records.items():
                touched.setdefault(code, set()).update(uids)
            if each.step is not None and each.step > self._step:
                if each.step > self._step + 1:
                    return None
                self._step = each.step
        return None if settled and _newest(reader) > self._step else touched

    def _whole(self, reader: Reader, day: dt.date, progress: Progress) -> Renewed:
        records: list[Record] = [each for register in REGISTERS for each in reader.all(register.record)]
        merged = {each.record: reader.union(each).stays for each in REGISTERS}
        facts = LiveFacts(records, {kind: stays for kind, stays in merged.items() if stays})
        policy = reader.policy()
        kept = _Kept(day, policy, reader.survivors(), facts, KeptFindings(facts, Situation(day, policy)))
        kept.findings.judge_all(progress)
        kept.explanations = reader.explanations()
        self._kept, self._step = kept, _newest(reader)
        return Renewed(True, tuple(kept.findings.all(kept.explanations)))

    @staticmethod
    def _explain(kept: _Kept, reader: Reader) -> frozenset[str]:
        """Take the explanations as they are written now; the records whose findings they concern."""
        before, now = kept.explanations, reader.explanations()
        kept.explanations = now
        differ = {id for id in before.keys() | now.keys() if before.get(id) != now.get(id)}
        return kept.findings.with_ids(differ) if differ else frozenset()


def _newest(reader: Reader) -> int:
    """The number of the journal's newest step, 0 before the first."""
    steps = reader.steps(1)
    return steps[0].id if steps else 0


def _as_they_are(reader: Reader, kept: _Kept, code: str, uids: set[str]) -> list[Record]:
    """Records as the desk has them; one that is gone altogether (its adding was undone) as ended."""
    kind = REGISTERS[code].record
    found: list[Record] = list(reader.records(kind, sorted(uids)))
    for uid in sorted(uids - {each.uid for each in found}):
        before = kept.facts.get(kind, uid)
        if before is not None:
            found.append(dataclasses.replace(before, ended=True))
    return found
