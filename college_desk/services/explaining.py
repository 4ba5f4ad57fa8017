"""Explanations (情况说明): why a warning stands; written, kept by finding, offered again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.base.translation import _
from college_desk.forms.filing import FILINGS
from college_desk.records.change import Changed
from college_desk.records.finding import Explanation, Finding, finding_id
from college_desk.records.query import Condition, Query
from college_desk.records.register import REGISTERS, Register
from college_desk.records.values.identity_number import IDENTITY_NUMBER
from college_desk.rules.rule import RULES
from college_desk.services.checking import check, check_within, usual_period
from college_desk.services.preparing import filing_of
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader

_MOST_ON_ONE_FIELD = 4


@dataclass(frozen=True)
class Explained:
    """The findings that got the explanation, by id, and what was changed."""

    ids: tuple[str, ...]
    changed: Changed = field(default_factory=Changed)

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)


def explain(
    desk: Desk,
    ids: Sequence[str] = (),
    rule: str | None = None,
    filing: str | None = None,
    text: str = "",
    who: str = "",
    now: dt.datetime | None = None,
    today: dt.date | None = None,
) -> Explained:
    """Write one explanation for the warnings of these ids, or for all of a rule (in a filing).

    Raises UnusableInput for an empty text or name, an unknown id, rule or filing; DeskError where a
    finding must be mended and cannot be explained, or where the rule has no warning at present.
    """
    if not text.strip() or not who.strip():
        raise UnusableInput(_("请写明情况说明的内容和填报人。"))
    if now is None or today is None:
        raise ValueError("the moment and the day are arguments of every changing service")
    chosen = _of_rule(desk, rule, filing, today) if rule is not None else _by_id(desk, ids, filing, today)
    explanation = Explanation(text.strip(), who.strip(), today)
    what = _("情况说明{count}条").format(count=len(chosen))
    with desk.write(what, who=who.strip(), now=now, today=today) as writer:
        for each in chosen:
            writer.explain(each, explanation)
    return Explained(tuple(chosen), writer.changed)


@dataclass(frozen=True)
class Offer(Explanation):
    """An explanation written before. own: for the same record, or for another of the same person or thing."""

    own: bool = False


def offered(desk: Desk, finding: Finding) -> list[Offer]:
    """Explanations written before for warnings of the same rule, to be offered again.

    First those of the same record, and of others in its register that are about the same person or thing
    (his appointment of the term before); then those of other records; each newest first, each text once.
    """
    with desk.read() as reader:
        kept = reader.explanations()
        of_rule = {
            id: each
            for id, each in kept.items()
            if id != finding.id and id.rpartition("-")[0] == finding.rule
        }
        own = _ids_about(reader, finding) if of_rule else frozenset()
    offers = [Offer(each.text, each.who, each.on, id in own) for id, each in of_rule.items()]
    offers.sort(key=lambda each: (each.own, each.on), reverse=True)
    first = {each.text: each for each in reversed(offers)}
    return [each for each in offers if first[each.text] is each]


def _ids_about(reader: Reader, finding: Finding) -> frozenset[str]:
    """The ids that a rule's findings can have on the finding's record and on those about the same thing."""
    register = REGISTERS[finding.register]
    record = reader.get(register.record, finding.uid)
    names = [each.name for each in register.fields if each.type is IDENTITY_NUMBER] or list(register.key[:1])
    uids = {finding.uid}
    for name in names[:1]:
        value = getattr(record, name, None)
        if value is not None:
            same = (Condition(name, "is", value),)
            uids.update(reader.uids(register, Query(where=same)))
            uids.update(reader.uids(register, Query(where=same, ended=True)))
    return frozenset(id for uid in uids for id in _ids_on(finding.rule, register, uid))


def _ids_on(rule: str, register: Register, uid: str) -> Iterator[str]:
    """The ids that findings of a rule can have on one record."""
    for name in (None, *(each.name for each in register.fields)):
        for ordinal in range(_MOST_ON_ONE_FIELD):
            yield finding_id(rule, uid, name, ordinal)


def _of_rule(desk: Desk, rule: str, filing: str | None, today: dt.date) -> list[str]:
    """The ids of all warnings of a rule that are found today."""
    declared = RULES.get(rule)
    if declared is None:
        raise UnusableInput(_("没有编号为“{code}”的校验规则。").format(code=rule))
    if filing is not None:
        filing_of(filing)
    mine = [each for each in _present(desk, filing, today) if each.rule == rule]
    warnings = [each.id for each in mine if each.severity == "warning"]
    if not warnings and mine:
        raise DeskError(_cannot_be_explained(mine[0]))
    if not warnings:
        raise DeskError(_("规则“{code}”目前没有需要说明的问题。").format(code=rule))
    return list(dict.fromkeys(warnings))


def _by_id(desk: Desk, ids: Sequence[str], filing: str | None, today: dt.date) -> list[str]:
    """The ids given, each once, all of them warnings."""
    if not ids:
        raise UnusableInput(_("请写明要说明的问题编号。"))
    present: dict[str, Finding] = {}
    for each in _present(desk, filing, today):
        if each.id not in present or each.severity == "warning":
            present[each.id] = each
    unknown = [id for id in ids if id not in present]
    if unknown:
        with desk.read() as reader:
            for id in unknown:
                if not _may_be_found(reader, id):
                    raise UnusableInput(_("没有编号为“{id}”的问题，请重新校验后再写说明。").format(id=id))
    for id in ids:
        if id in present and present[id].severity != "warning":
            raise DeskError(_cannot_be_explained(present[id]))
    return list(dict.fromkeys(ids))


def _present(desk: Desk, filing: str | None, today: dt.date) -> Iterator[Finding]:
    """What is found today: in one filing's usual periods, or on the whole desk and in every filing."""
    if filing is None:
        yield from check(desk, day=today).findings
    with desk.read() as reader:
        for each in FILINGS:
            if filing in (None, each.code):
                period = usual_period(reader, each, today).code
                yield from check_within(reader, each.code, period, today).findings


def _may_be_found(reader: Reader, id: str) -> bool:
    """Whether an id is that of a warning which another day or period would find on a record kept here."""
    code = id.rpartition("-")[0]
    declared = RULES.get(code)
    if declared is None or declared.severity != "warning":
        return False
    for register in REGISTERS:
        if not issubclass(register.record, declared.on):
            continue
        for uid in reader.uids(register):
            if id in _ids_on(code, register, uid):
                return True
    return False


def _cannot_be_explained(finding: Finding) -> str:
    if finding.severity == "error":
        message = _("“{id}”是必须改正的问题，不能用情况说明代替：{message}")
    else:
        message = _("“{id}”只是提示，不需要说明：{message}")
    return message.format(id=finding.id, message=finding.message)
