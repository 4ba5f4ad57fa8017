"""The guard of what was filed (定稿锁定): a later edit wants a reason and stands in the next version."""

from __future__ import annotations

from college_desk.base.translation import _
from college_desk.policy.guard import FILED, Refused, Write, guard
from college_desk.records.register import differences, register_of

_NOT_FILED = frozenset(
    {"note", "result", "settled_in", "payout_status", "paid_on", "pay_month", "voucher_number", "tax", "net"}
)
"""What is written down after a filing as a matter of course: remarks, the appraisal, the batch, what became of a payout."""


class FiledAlready(Refused):
    """The record stands in a filing as it was frozen. number: of that filing; with a reason the change is taken."""

    def __init__(self, sentence: str, number: str) -> None:
        super().__init__(sentence)
        self.number = number


@guard(FILED)
def with_a_reason(write: Write) -> None:
    """Refuse to change or end a record that stands in a filing as frozen, unless a reason is given.

    What the college is (学校概况, 编制 …) goes on being kept: the filing has it as it was.
    """
    if write.filed is None or write.reason or write.before is None:
        return
    if register_of(write.after).subject == "college":
        return
    changed = {each.name for each in differences(write.before, write.after)} - _NOT_FILED
    if changed or write.before.ended != write.after.ended:
        sentence = _("这条记录已随“{number}”定稿报送，修改须写明原因；改后转为补正稿，在修改说明里列出。")
        raise FiledAlready(sentence.format(number=write.filed), write.filed)
