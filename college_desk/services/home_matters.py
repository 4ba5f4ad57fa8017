"""What needs doing (要办的事): findings, notices, filings on their way, what expires, rows that wait."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.forms.filing import FILINGS
from college_desk.records.codes import code_table
from college_desk.records.finding import Finding
from college_desk.records.period import period_of
from college_desk.records.query import Query
from college_desk.records.register import REGISTERS
from college_desk.records.values.month import PartialDay, last_day
from college_desk.services.home_figures import Rows, of_campus
from college_desk.storage.filings import StoredFiling
from college_desk.storage.reader import Reader

Urgency = Literal["error", "wait", "info"]

SOON_DAYS, LATER_DAYS = 30, 60
"""What expires within these many days is told of: in amber within the first, quietly within the second."""

NOTICE_PRESSING_DAYS = 7
PENDING_PART = "pending"
"""The part of the import page where rows wait (待处理数据)."""


@dataclass(frozen=True)
class Matter:
    """One thing to do.

    badge: how urgent, in a word; act: what the link says; page: where it is done; rows: the rows behind it;
    uid, field: the record and the field to go to; part: of the page; days: how many are left, None without
    a day; count: how many rows it is about.
    """

    urgency: Urgency
    badge: str
    sentence: str
    act: str
    page: str
    rows: Rows | None = None
    uid: str | None = None
    field: str | None = None
    part: str | None = None
    days: int | None = None
    count: int = 1


def gravest_first(matters: Iterable[Matter]) -> list[Matter]:
    """Errors before what waits before what is only told; within one kind what is due first."""
    order = {"error": 0, "wait": 1, "info": 2}
    return sorted(
        matters, key=lambda each: (order[each.urgency], each.days if each.days is not None else 10_000)
    )


def of_desk(reader: Reader, today: dt.date, campus: str | None) -> list[Matter]:
    """All matters but the findings of the rules, gravest first."""
    return gravest_first(
        [
            *_notices(reader, today, campus),
            *_filings(reader.filings()),
            *_pending(reader),
            *_expiring(reader, today, campus),
        ]
    )


def of_findings(findings: Sequence[Finding]) -> list[Matter]:
    """What the rules found: one matter for each rule and register, errors and then what wants explaining."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for each in findings:
        if each.blocks:
            groups.setdefault((each.severity, each.rule, each.register), []).append(each)
    matters = [_of_rule(severity == "error", found) for (severity, _rule, _register), found in groups.items()]
    return sorted(matters, key=lambda each: (each.urgency != "error", -each.count))


def _of_rule(error: bool, found: Sequence[Finding]) -> Matter:
    first = found[0]
    uids = frozenset(each.uid for each in found)
    if len(found) == 1:
        sentence = (
            f"{first.key}：{first.message}" if first.key and not first.key[:1].isdigit() else first.message
        )
    else:
        sentence = _("{register}：{rule}").format(
            register=_(REGISTERS[first.register].title), rule=_(first.title) or first.message
        )
    return Matter(
        "error" if error else "wait",
        _("必须改正") if error else _("需核实说明"),
        sentence,
        (_("{n}处，去改正") if error else _("{n}处，写说明")).format(n=len(found)),
        first.register,
        Rows(first.register, Query(uids=uids)),
        first.uid,
        first.field,
        count=len(found),
    )


def _notices(reader: Reader, today: dt.date, campus: str | None) -> Iterator[Matter]:
    done = {entry.code for word in ("已报送", "已办结") if (entry := code_table("notice_status").find(word))}
    names = ("uid", "title", "issuer", "due_on", "status")
    for uid, title, issuer, due, status in reader.values(
        REGISTERS["notice"], names, Query(where=of_campus(campus))
    ):
        if status in done or due is None:
            continue
        days = (due - today).days
        if days > LATER_DAYS:
            continue
        urgency: Urgency = (
            "error" if days <= NOTICE_PRESSING_DAYS else "wait" if days <= SOON_DAYS else "info"
        )
        sentence = _("{day}截止：{title}").format(title=title or issuer or "", day=_short(due))
        yield Matter(
            urgency, _days_left(days), sentence, _("去办理"), "notice", uid=uid, field="due_on", days=days
        )


def _filings(filings: Iterable[StoredFiling]) -> Iterator[Matter]:
    """Filings whose latest version is frozen but not sent, or came back."""
    latest = {each.number: each for each in sorted(filings, key=lambda each: each.version)}
    for each in latest.values():
        told = {
            "frozen": _("{filing}（{period}，第{version}稿）已定稿，尚未报送"),
            "returned": _("{filing}（{period}，第{version}稿）被退回，要补正"),
        }.get(each.state)
        if told is None:
            continue
        filing = FILINGS.get(each.filing)
        sentence = told.format(
            filing=_(filing.title) if filing else each.filing,
            period=_period_title(each.period),
            version=each.version,
        )
        returned = each.state == "returned"
        yield Matter(
            "error" if returned else "wait",
            _("退回补正") if returned else _("待报送"),
            sentence,
            _("去补正") if returned else _("去报送"),
            "filings",
            part=each.number,
        )


def _pending(reader: Reader) -> Iterator[Matter]:
    counts = reader.pending_counts()
    total = sum(counts.values())
    if total:
        names = "、".join(_(REGISTERS[code].title) for code in counts if code in REGISTERS)
        sentence = _("待处理数据有{n}行未入库（{registers}）").format(n=total, registers=names)
        yield Matter("wait", _("待处理"), sentence, _("改好入库"), "import", part=PENDING_PART, count=total)


def _expiring(reader: Reader, today: dt.date, campus: str | None) -> Iterator[Matter]:
    within = Query(where=of_campus(campus))
    serving = code_table("appointment_status").find("在聘")
    appointments = reader.values(REGISTERS["appointment"], ("uid", "end_on", "name", "status"), within)
    ends = [
        (uid, end, name)
        for uid, end, name, status in appointments
        if status is None or (serving is not None and status == serving.code)
    ]
    yield from _told(
        today, "appointment", "end_on", ends,
        one=_("{name}的聘期{day}届满"), several=_("{n}份兼职教师聘任{within}天内期满"), act=_("办续聘"),
    )  # fmt: skip
    yield from _told(
        today, "agreement", "end_on", _agreements(reader, within),
        one=_("与{name}的合作协议{day}到期"), several=_("{n}份校企合作协议{within}天内到期"), act=_("看协议"),
    )  # fmt: skip
    policies = reader.values(REGISTERS["insurance_policy"], ("uid", "insured_to", "policy_number"), within)
    yield from _told(
        today, "insurance_policy", "insured_to", policies,
        one=_("保险单{name}{day}到期"), several=_("{n}份保险单{within}天内到期"), act=_("办续保"),
    )  # fmt: skip


def _agreements(reader: Reader, within: Query) -> Iterator[tuple[str, PartialDay | None, str]]:
    """Agreements that are neither ended nor renewed by a later one."""
    ended = code_table("agreement_relation").find("解除")
    names = ("uid", "end_on", "enterprise", "agreement_number", "parent_agreement", "relation")
    rows = reader.values(REGISTERS["agreement"], names, within)
    until: dict[str, dt.date] = {}
    for _uid, end, _enterprise, _number, parent, relation in rows:
        if parent is not None and (ended is None or relation != ended.code):
            until[parent] = max(until.get(parent, dt.date.min), dt.date.max if end is None else last_day(end))
    stopped = {row[4] for row in rows if ended is not None and row[5] == ended.code}
    for uid, end, enterprise, number, _parent, relation in rows:
        renewed = end is not None and number in until and until[number] > last_day(end)
        if not renewed and number not in stopped and (ended is None or relation != ended.code):
            yield uid, end, enterprise or number or ""


def _told(
    today: dt.date,
    register: str,
    field: str,
    ends: Iterable[tuple[Any, ...]],
    *,
    one: str,
    several: str,
    act: str,
) -> Iterator[Matter]:
    """One matter for what ends soon, one for what ends later; uid, end and name of each are given."""
    soon: list[tuple[int, str, str, dt.date]] = []
    later: list[tuple[int, str, str, dt.date]] = []
    for uid, end, name in ends:
        if end is None:
            continue
        day = last_day(end)
        days = (day - today).days
        if 0 <= days <= LATER_DAYS:
            (soon if days <= SOON_DAYS else later).append((days, uid, name or "", day))
    for found, within in ((sorted(soon), SOON_DAYS), (sorted(later), LATER_DAYS)):
        if not found:
            continue
        days, uid, name, day = found[0]
        if len(found) == 1:
            sentence = one.format(name=name, day=_short(day))
        else:
            sentence = several.format(n=len(found), within=within)
        yield Matter(
            "wait" if within == SOON_DAYS else "info", _days_left(days), sentence, act, register,
            Rows(register, Query(uids=frozenset(each[1] for each in found))), uid, field, days=days,
            count=len(found),
        )  # fmt: skip


def _days_left(days: int) -> str:
    if days < 0:
        return _("已过期")
    return _("今天") if days == 0 else _("{n}天").format(n=days)


def _short(day: dt.date) -> str:
    return _("{month}月{day}日").format(month=day.month, day=day.day)


def _period_title(code: str) -> str:
    try:
        return period_of(code).title
    except UnusableInput:
        return code
