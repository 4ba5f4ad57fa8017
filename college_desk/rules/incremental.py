"""The findings of a whole desk kept up with its edits: after each, only what depends on it is judged again."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence, Set

from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.records.finding import Explanation, Finding
from college_desk.records.live_facts import LiveFacts
from college_desk.records.register import Record
from college_desk.rules import engine
from college_desk.rules.rule import Rule, Situation

_RECORDS_A_STEP = 500
_NONE: Mapping[str, Explanation] = {}


class KeptFindings:
    """What the rules find on every record that the facts hold, by uid; the same as a full check at any time.

    Which rule looks at which record again is noted while it asks, not declared: a rule is called again for a
    record when something has changed that it asked about for it, or when the record itself has changed.
    """

    def __init__(self, facts: LiveFacts, situation: Situation) -> None:
        self._facts = facts
        self._situation = situation
        self._found: dict[str, list[Finding]] = {}
        self._kinds: dict[str, type[Record]] = {}

    def judge_all(self, progress: Progress = SILENT) -> None:
        """Judge every record. Raises Cancelled when progress says so; then judge all again."""
        self._found.clear()
        kinds = self._facts.kinds()
        total = sum(len(self._facts.of(kind)) for kind in kinds)
        done = 0
        for kind in kinds:
            rules = self._rules(kind)
            for record in self._facts.of(kind):
                if done % _RECORDS_A_STEP == 0:
                    progress.step(_("报送前校验"), done, total)
                done += 1
                self._kinds[record.uid] = kind
                self._judge(record, rules)
        progress.step(_("报送前校验"), total, total)

    def change(self, records: Sequence[Record]) -> frozenset[str]:
        """Take records as they are now, ended ones too; the uids whose findings may differ now."""
        stale = self._facts.change(records)
        for each in records:
            self._kinds[each.uid] = type(each)
        own = {each.uid for each in records}
        for uid in own | stale.keys():
            record = self._facts.get(self._kinds[uid], uid)
            if record is None:
                self._found.pop(uid, None)
                continue
            rules = self._rules(type(record))
            if uid in own:
                self._found.pop(uid, None)
            else:
                rules = [each for each in rules if each.code in stale[uid]]
            self._judge(record, rules)
        return frozenset(own | stale.keys())

    def of(self, uid: str, explanations: Mapping[str, Explanation] = _NONE) -> list[Finding]:
        """The findings on one record, with the explanations written by now."""
        return [_explained(each, explanations) for each in self._found.get(uid, ())]

    def all(self, explanations: Mapping[str, Explanation] = _NONE) -> list[Finding]:
        """All findings in the order of a full check, with the explanations written by now."""
        return engine.ordered([_explained(each, explanations) for each in self._each()])

    def with_ids(self, ids: Set[str]) -> frozenset[str]:
        """The uids of the records on which findings of these ids stand."""
        return frozenset(each.uid for each in self._each() if each.id in ids)

    def _each(self) -> Iterable[Finding]:
        for found in self._found.values():
            yield from found

    def _rules(self, kind: type[Record]) -> Sequence[Rule]:
        return engine.rules_for(kind, self._situation.day, self._situation.filing)

    def _judge(self, record: Record, rules: Sequence[Rule]) -> None:
        """Call rules for a record; what they find takes the place of what they found before."""
        facts, situation = self._facts, self._situation
        found: list[engine.Yield] = []
        facts.begin()
        for rule in rules:
            facts.part = rule.code
            for problem in rule.function(record, facts, situation):
                found.append(engine.Yield(rule, problem))
        facts.end(record.uid)
        before = self._found.pop(record.uid, None)
        if before is None and not found:
            return
        codes = {each.code for each in rules}
        kept = [each for each in before or () if each.rule not in codes]
        if kept or found:
            self._found[record.uid] = kept + engine.findings_from(record, found)


def _explained(finding: Finding, explanations: Mapping[str, Explanation]) -> Finding:
    if finding.severity != "warning" or finding.id not in explanations:
        return finding
    return dataclasses.replace(finding, explanation=explanations[finding.id])
