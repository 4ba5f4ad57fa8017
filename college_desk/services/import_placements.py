"""An apprentice whom a roster sends to another enterprise: a new placement, or a correction of the present one.

The present placement stands on the apprentice's own record. Asked once for each pair of enterprises; until
somebody answers, the present one is corrected.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from college_desk.base.translation import _
from college_desk.files.mapping.questions import Answer, Question
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.placement import Placement
from college_desk.records.codes import code_table
from college_desk.records.making import changed
from college_desk.records.register import register_of
from college_desk.records.values.month import first_day, last_day
from college_desk.records.values.organisation_name import comparable
from college_desk.services.import_plan import Plan, PlannedRow
from college_desk.services.import_roll import Item, Roll
from college_desk.storage.reader import Reader

CORRECT, MOVE, LEAVE = "correct", "move", "leave"

_PRESENT = (
    "enterprise", "enterprise_uscc", "position", "mentor", "mentor_id_number", "start_on", "end_on",
    "days_per_week", "monthly_pay", "agreement_number", "policy_number", "placement_kind",
)  # fmt: skip
"""The apprentice's fields that are about where he is now."""

_SAME_NAMED = (
    "name", "cohort", "enterprise", "position", "mentor", "start_on", "days_per_week", "monthly_pay",
    "agreement_number", "policy_number", "department", "campus",
)  # fmt: skip
_SAMPLES = 3


class _Moved(NamedTuple):
    """A row that names another enterprise for an apprentice who is at one, as he is kept and as he would be."""

    place: int
    row: PlannedRow
    item: Item
    before: Apprentice
    after: Apprentice

    @property
    def id(self) -> str:
        """The id of the question about it."""
        return f"placement:{self.before.enterprise}:{self.after.enterprise}"


def decide(plan: Plan, reader: Reader, answers: Mapping[str, str], today: dt.date) -> list[Question]:
    """Ask about the rows of a plan that send apprentices elsewhere, and change the plan as was answered."""
    moved = list(_moved(plan, today))
    by_pair: dict[str, list[_Moved]] = {}
    for each in moved:
        by_pair.setdefault(each.id, []).append(each)
    placements: Roll | None = None
    questions = []
    for id, several in by_pair.items():
        question = _question(id, several, answers.get(id))
        questions.append(question)
        for each in several:
            if question.taken == LEAVE:
                _stay(each)
            elif question.taken == MOVE:
                if placements is None:
                    placements = _placements(plan, reader, moved)
                _move(each, placements, today)
    return questions


def _moved(plan: Plan, today: dt.date) -> Iterator[_Moved]:
    if plan.register.record is not Apprentice:
        return
    for place, row in enumerate(plan.rows):
        item = row.main
        if item is None or not isinstance(item.before, Apprentice) or not isinstance(item.after, Apprentice):
            continue
        before, after = item.before, item.after
        if before.enterprise is None or after.enterprise is None or item.after is item.before:
            continue
        is_open = before.end_on is None or last_day(before.end_on) >= today
        if is_open and comparable(before.enterprise) != comparable(after.enterprise):
            yield _Moved(place, row, item, before, after)


def _question(id: str, several: list[_Moved], given: str | None) -> Question:
    first = several[0]
    sentence = _("台账里在“{old}”培养的{rows}人，这张表里在“{new}”，是换了企业吗？")
    answers = (
        Answer(MOVE, _("换了企业：原来的一段转入企业培养段台账，从新起始日期起算新的一段")),
        Answer(CORRECT, _("原来填错了，改成这张表里的")),
        Answer(LEAVE, _("不改，仍在原来的企业")),
    )
    taken = given if given in {each.code for each in answers} else CORRECT
    return Question(
        id,
        "placement",
        None,
        None,
        sentence.format(old=first.before.enterprise, new=first.after.enterprise, rows=len(several)),
        answers,
        taken,
        given == taken,
        len(several),
        tuple(each.after.name or "" for each in several[:_SAMPLES]),
    )


def _stay(moved: _Moved) -> None:
    """Leave the apprentice where he is; what else the row says of him stays."""
    item, before = moved.item, moved.before
    after = changed(moved.after, {name: getattr(before, name) for name in _PRESENT})
    item.after = before if after == before else after
    if item.after is before:
        moved.row.edits = False


def _move(moved: _Moved, placements: Roll, today: dt.date) -> None:
    """End the present placement as a record of its own the day before the new one begins."""
    before, after = moved.before, moved.after
    begins = after.start_on if after.start_on not in (None, before.start_on) else today
    moved.item.after = changed(after, {"start_on": begins})
    values = {name: getattr(before, name) for name in _SAME_NAMED if getattr(before, name) is not None}
    values["apprentice"] = before.id_number
    values["end_on"] = first_day(begins or today) - dt.timedelta(days=1)
    if before.placement_kind is not None:
        values["kind"] = before.placement_kind
    reason = code_table("placement_end").find("换企业")
    if reason is not None:
        values["ended_reason"] = reason.code
    item = placements.match(values)
    if item is None:
        item = placements.add(Placement(source=moved.after.source, **values))
        moved.row.makes.append(item)
    else:
        placements.update(item, values, only_empty=True)
    item.rows.append(moved.place)
    moved.row.items.append((register_of(Placement).code, item))


def _placements(plan: Plan, reader: Reader, moved: list[_Moved]) -> Roll:
    register = register_of(Placement)
    numbers = [{"apprentice": each.before.id_number} for each in moved]
    return plan.rolls.setdefault(register.code, Roll(reader, register, numbers))
