"""The guard of settled lessons: what was paid for is corrected by a reversal, never by an edit."""

from __future__ import annotations

from college_desk.base.translation import _
from college_desk.policy.guard import Refused, Write, guard
from college_desk.policy.hourly_fee import whose
from college_desk.records.facts import Facts
from college_desk.records.register import differences
from college_desk.records.teaching.settlement import Settlement
from college_desk.records.teaching.teaching_hours import TeachingHours

_HARMLESS = frozenset(
    {"topic", "place", "note", "settled_in", "verified_by", "verified_on", "campus", "department"}
)
"""What may be filled in later: nothing is paid by it. The batch is looked at by itself."""


@guard("settled")
def as_it_was_settled(write: Write) -> None:
    """Refuse to change what counts of a lesson (课时) that stands in a settlement, and to end it.

    The batch of a lesson says which settlement paid it: only settling writes it, only a reversal (or undoing
    the settlement) takes it away.
    """
    before, after = write.before, write.after
    if not isinstance(before, TeachingHours) or not isinstance(after, TeachingHours):
        return
    if after.settled_in != before.settled_in:
        _in_step_with_settlements(before, after, write.facts)
    if before.settled_in is None:
        return
    changed = {each.name for each in differences(before, after)} - _HARMLESS
    if changed or (after.ended and not before.ended):
        raise Refused(
            _("这条课时已随“{batch}”结算并锁定，不能修改；确须更正的，请先冲减该教师的这笔结算。").format(
                batch=before.settled_in
            )
        )


def _in_step_with_settlements(before: TeachingHours, after: TeachingHours, facts: Facts) -> None:
    """Refuse a batch written or taken away by hand."""
    standing = facts.once(_standing)
    if before.settled_in is not None and (whose(before), before.settled_in) in standing:
        raise Refused(
            _("这条课时已随“{batch}”结算并锁定，结算批次不能手工改动；确须更正的，请先冲减。").format(
                batch=before.settled_in
            )
        )
    if after.settled_in is not None and (whose(after), after.settled_in) not in standing:
        raise Refused(_("结算批次在结算时自动填写，不能手工录入。"))


def _standing(facts: Facts) -> frozenset[tuple[str, str | None]]:
    """The teachers and batches of settlements that no later line took back."""
    settlements = facts.all(Settlement)
    taken_back = {(whose(each), each.reverses) for each in settlements if each.reverses}
    return frozenset((whose(each), each.batch) for each in settlements if not each.reverses) - taken_back
