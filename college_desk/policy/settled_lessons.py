"""The guard of settled lessons: what was paid for is corrected by a reversal, never by an edit."""

from __future__ import annotations

from college_desk.base.translation import _
from college_desk.policy.guard import Refused, Write, guard
from college_desk.records.register import differences
from college_desk.records.teaching.teaching_hours import TeachingHours

_HARMLESS = frozenset(
    {"topic", "place", "note", "settled_in", "verified_by", "verified_on", "campus", "department"}
)
"""What may be filled in later: nothing is paid by it."""


@guard("settled")
def as_it_was_settled(write: Write) -> None:
    """Refuse to change what counts of a lesson (课时) that stands in a settlement, and to end it."""
    before, after = write.before, write.after
    if not isinstance(before, TeachingHours) or before.settled_in is None:
        return
    changed = {each.name for each in differences(before, after)} - _HARMLESS
    if changed or (after.ended and not before.ended):
        raise Refused(
            _("这条课时已随“{batch}”结算并锁定，不能修改；确须更正的，请先冲减该教师的这笔结算。").format(
                batch=before.settled_in
            )
        )
