"""The life of a filing after the freeze: sent, answered by the bureau, returned with remarks, answered again."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.base.translation import _
from college_desk.forms.filing import FILINGS
from college_desk.records.change import Changed
from college_desk.records.filing_course import NEXT, STATES, Course, Event, Remark
from college_desk.records.json_form import from_frozen_json
from college_desk.records.period import period_of
from college_desk.records.register import REGISTERS, Record, register_of
from college_desk.records.snapshot import Snapshot
from college_desk.storage.desk import Desk
from college_desk.storage.filings import StoredFiling
from college_desk.storage.reader import Reader

_ORDINAL = re.compile(r"(?:序号|第)\s*(\d{1,5})\s*(?:号|行|条|人)?")
_LIST_MARK = re.compile(
    r"^\s*(?:[（(]?\d{1,3}[)）.、．]|[（(]?[一二三四五六七八九十]{1,3}[)）、.]|[-•●*·])\s*"
)
_SHORTEST_NAME = 2


@dataclass(frozen=True)
class FilingNow:
    """The latest version of a filing's number with its course."""

    filing: StoredFiling
    course: Course

    @property
    def open_remarks(self) -> tuple[Remark, ...]:
        """The remarks that nobody has answered yet."""
        return tuple(each for each in self.course.remarks if not each.answer)


class Standing(NamedTuple):
    """A record as it stands in a filing: the latest version, and what the record was then."""

    filing: StoredFiling
    record: Record


def latest(reader: Reader, number: str) -> FilingNow:
    """The latest version of a number. Raises UnusableInput where there is none."""
    found = [each for each in reader.filings() if each.number == number]
    if not found:
        raise UnusableInput(_("没有编号为“{number}”的申报。").format(number=number))
    newest = max(found, key=lambda each: each.version)
    return FilingNow(newest, reader.course(newest.number, newest.version))


def advance(
    desk: Desk,
    number: str,
    state: str,
    *,
    on: dt.date,
    note: str = "",
    filed_number: str | None = None,
    remarks: Sequence[str] = (),
    due: dt.date | None = None,
    who: str,
    now: dt.datetime,
    today: dt.date,
) -> tuple[FilingNow, Changed]:
    """Write down the state that a filing has reached; one step, which undo takes back.

    filed_number: 备案号; remarks: the bureau's, each a task on the record that it names; due: 补正限期.
    Raises UnusableInput for an unknown number or state, DeskError for a state that cannot follow.
    """
    if state not in STATES:
        raise UnusableInput(_("没有“{state}”这种申报状态。").format(state=state))
    with desk.read() as reader:
        reached = latest(reader, number)
        snapshot = Snapshot.read(reader.snapshot(reached.filing.snapshot))
    course = _next(reached, state, Event(state, on, who, note), filed_number)
    placed = [_placed(each, snapshot) for each in remarks]
    course = replace(course, remarks=(*course.remarks, *placed), due=due or course.due)
    what = _("{filing}：{state}").format(filing=_called(reached.filing), state=_(STATES[state]))
    with desk.write(what, who=who, now=now, today=today) as writer:
        writer.keep_course(number, reached.filing.version, course)
        shown = latest(writer, number)
    return shown, writer.changed


def receipt(
    desk: Desk,
    number: str,
    answer: str,
    *,
    filed_number: str | None = None,
    on: dt.date | None = None,
    remarks: Sequence[str] = (),
    who: str,
    now: dt.datetime,
    today: dt.date,
) -> tuple[FilingNow, Changed]:
    """The bureau's answer: accepted (with 备案号: filed) or returned, which opens the amendment.

    Raises UnusableInput for another answer, or remarks on what was accepted.
    """
    if answer not in ("accepted", "returned"):
        raise UnusableInput(_("答复请写 accepted（受理）或 returned（退回补正）。"))
    if answer == "accepted" and remarks:
        raise UnusableInput(_("已受理的申报不带退回意见；要退回补正请写 returned。"))
    state = "filed" if answer == "accepted" and filed_number else answer
    return advance(
        desk, number, state, on=on or today, filed_number=filed_number, remarks=remarks_of(remarks), who=who,
        now=now, today=today,
    )  # fmt: skip


def answer_remark(
    desk: Desk, number: str, place: int, text: str, *, who: str, now: dt.datetime, today: dt.date
) -> Changed:
    """Write what was done about a remark (0-based); an empty text takes it back. Raises UnusableInput."""
    with desk.read() as reader:
        reached = latest(reader, number)
    remarks = list(reached.course.remarks)
    if not 0 <= place < len(remarks):
        raise UnusableInput(_("这项申报没有第{place}条退回意见。").format(place=place + 1))
    remarks[place] = replace(remarks[place], answer=text.strip(), answered_by=who if text.strip() else "")
    what = _("{filing}：写退回意见的处理情况").format(filing=_called(reached.filing))
    with desk.write(what, who=who, now=now, today=today) as writer:
        writer.keep_course(number, reached.filing.version, replace(reached.course, remarks=tuple(remarks)))
    return writer.changed


def remarks_of(texts: Sequence[str]) -> list[str]:
    """Remarks as they were typed or pasted, one a line, without their numbers and bullets."""
    lines = (line for text in texts for line in text.splitlines())
    bare = (_LIST_MARK.sub("", line).strip() for line in lines)
    return [line for line in bare if line]


def filings_holding(reader: Reader, uid: str) -> Iterator[Standing]:
    """In which filings a record stands, the latest version of each, and what it was then; newest first."""
    newest: dict[str, StoredFiling] = {}
    for each in reader.filings():
        if each.number not in newest or newest[each.number].version < each.version:
            newest[each.number] = each
    for each in sorted(newest.values(), key=lambda filing: filing.when, reverse=True):
        content = reader.snapshot(each.snapshot)
        if uid.encode() not in content:
            continue
        for code, stored in Snapshot.read(content).records.items():
            for record in stored:
                if record["uid"] == uid:
                    yield Standing(each, from_frozen_json(REGISTERS[code], record))


def _called(filing: StoredFiling) -> str:
    """A version in the words of the journal."""
    declared = FILINGS.get(filing.filing)
    return _("{title}{period}第{version}稿").format(
        title=_(declared.title) if declared is not None else filing.filing,
        period=period_of(filing.period).title,
        version=filing.version,
    )


def _next(reached: FilingNow, state: str, event: Event, filed_number: str | None) -> Course:
    course = reached.course
    if state == course.state and filed_number and filed_number != course.filed_number:
        return replace(course.with_event(event), filed_number=filed_number)
    if state not in NEXT[course.state]:
        message = _("{number}现在是“{now}”，不能再登记为“{then}”；登记错了请先撤销。")
        raise DeskError(
            message.format(number=reached.filing.number, now=_(STATES[course.state]), then=_(STATES[state]))
        )
    return replace(course.with_event(event), filed_number=filed_number or course.filed_number)


def _placed(text: str, snapshot: Snapshot) -> Remark:
    """A remark on the filed record that it speaks of: by number, by name, by its place in the list."""
    named = _named_in(text, snapshot)
    if named is None:
        return Remark(text)
    return Remark(text, register_of(named).code, named.uid)


def _named_in(text: str, snapshot: Snapshot) -> Record | None:
    filed = list(_filed(snapshot))
    for record in filed:
        numbers = (getattr(record, name, None) for name in ("id_number", "teacher", "contract_number"))
        if any(number and str(number) in text for number in numbers):
            return record
    by_name = [each for each in filed if _name(each) and _name(each) in text]
    if by_name:
        longest = max(len(_name(each)) for each in by_name)
        best = [each for each in by_name if len(_name(each)) == longest]
        return best[0] if len({_name(each) for each in best}) == 1 else None
    found = _ORDINAL.search(text)
    if found is not None and 0 < int(found[1]) <= len(filed):
        return filed[int(found[1]) - 1]
    return None


def _name(record: Record) -> str:
    name = str(getattr(record, "name", None) or "")
    return name if len(name) >= _SHORTEST_NAME else ""


def _filed(snapshot: Snapshot) -> Iterator[Record]:
    """The records filed, in the order of the forms."""
    known = {each["uid"]: (code, each) for code, stored in snapshot.records.items() for each in stored}
    for uid in snapshot.selected:
        if uid in known:
            code, stored = known[uid]
            yield from_frozen_json(REGISTERS[code], stored)
