"""The guard of what was filed (定稿锁定): a later edit wants a reason and stands in the next version."""

from __future__ import annotations

from college_desk.base.translation import _
from college_desk.policy.guard import FILED, Refused, Write, guard
from college_desk.records.register import differences

_NOT_FILED = frozenset({"note", "result", "settled_in"})
"""What is written down after a filing as a matter of course: remarks of the office, the appraisal, the batch."""


@guard(FILED)
def with_a_reason(write: Write) -> None:
    """Refuse to change or end a record that stands in a filing as frozen, unless a reason is given."""
    if write.filed is None or write.reason or write.before is None:
        return
    changed = {each.name for each in differences(write.before, write.after)} - _NOT_FILED
    if changed or write.before.ended != write.after.ended:
        raise Refused(
            _("这条记录已随“{number}”定稿报送，修改须写明原因；改后转为补正稿，在修改说明里列出。").format(
                number=write.filed
            )
        )
