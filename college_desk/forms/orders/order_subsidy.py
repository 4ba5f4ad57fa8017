"""The filing of the order subsidy (订单企业培养补助申报): who is claimed for, by the enterprise that ordered them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from college_desk.forms import selecting
from college_desk.forms.filing import ORDER_SUBSIDY, Scope, Selection, filing
from college_desk.forms.form import Frozen
from college_desk.forms.naming import school_name
from college_desk.forms.paper.summary import summary
from college_desk.policy.capitals import capitals
from college_desk.policy.order_chain import OrderChain, Ordered, chains, subsidy, yuan_per_graduate
from college_desk.records.college.recipient import Recipient
from college_desk.records.college.school import School
from college_desk.records.facts import Facts
from college_desk.records.filings.notice import Notice
from college_desk.records.orders.graduate_outcome import GraduateOutcome
from college_desk.records.orders.order_class import OrderClass
from college_desk.records.orders.order_student import OrderStudent
from college_desk.records.page import Block, Paragraph
from college_desk.records.partners.agreement import Agreement
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.partners.former_name import FormerName
from college_desk.records.period import Period
from college_desk.records.register import Record

CLASSES = "classes"
"""The figure that holds the chain of each class: reckoned from all its students, of whom only those claimed travel."""


@dataclass(frozen=True)
class ClassRow:
    """One class of the claim as frozen.

    agreed: None where nobody told; filed: uids of the outcomes claimed for; months: of graduation, 2026-06.
    """

    name: str
    agreement_number: str
    major: str
    months: tuple[str, ...]
    agreed: int | None
    listed: int
    graduated: int
    arrived: int
    filed: tuple[str, ...]

    @property
    def eligible(self) -> int:
        """How many are claimed for (符合条件人数)."""
        return len(self.filed)


def claimed_amount(frozen: Frozen) -> Decimal:
    """What is claimed, yuan. Raises MissingParameter naming the document that sets the standard."""
    return subsidy(sum(each.eligible for each in class_rows(frozen)), standard(frozen))


def ordering_enterprises(facts: Facts, period: Period, day: dt.date, scope: Scope) -> Sequence[Record]:
    """The enterprises at which graduates of the year whom they ordered arrived, by name."""
    found: dict[str, Enterprise] = {}
    for chain in chains(facts, period.first, period.last, day):
        if chain.enterprise is not None and any(_is_meant(chain, each, scope) for each in _arrived(chain)):
            found.setdefault(chain.enterprise.uid, chain.enterprise)
    return sorted(found.values(), key=lambda each: (each.name or "", each.uid))


@filing(
    ORDER_SUBSIDY,
    "订单企业培养补助申报",
    periods=("calendar_year",),
    subject="订单企业培养补助申报材料",
    registers=(
        School, Recipient, Enterprise, FormerName, Agreement, OrderClass, OrderStudent, GraduateOutcome,
    ),
    enterprises=ordering_enterprises,
    amount=claimed_amount,
    first="请先在“毕业生就业台账”里录入本年度订单班毕业生的就业情况，订单企业须在合作企业台账里。",
)  # fmt: skip
def graduates_of(facts: Facts, period: Period, day: dt.date, scope: Scope) -> Selection:
    """The graduates of the year who arrived at the enterprise that ordered them; conditions are for the rules.

    Of everybody else in their classes only the numbers are frozen.
    """
    filed: list[GraduateOutcome] = []
    aside: list[GraduateOutcome] = []
    beside: list[Record] = []
    rows = []
    for chain in chains(facts, period.first, period.last, day):
        mine = []
        for each in _arrived(chain):
            if each.outcome is None or not _is_meant(chain, each, scope):
                continue
            if _is_left_out(chain, each, scope):
                aside.append(each.outcome)
            elif selecting.is_of_kind(each.outcome, scope, stands=True):
                mine.append(each)
        if not mine:
            continue
        mine.sort(key=_by_name)
        filed += [each.outcome for each in mine if each.outcome is not None]
        parts = (chain.order_class, chain.agreement, chain.enterprise)
        beside += [*(each.student for each in mine), *(each for each in parts if each is not None)]
        rows.append(_row(chain, mine))
    colleges = list(facts.all(School))
    notices = [each for each in facts.all(Notice) if each.filing == ORDER_SUBSIDY]
    return Selection(
        filed=tuple(filed),
        companions=selecting.once([*beside, *colleges, *facts.all(Recipient), *facts.all(FormerName)], filed),
        left_out=tuple(aside),
        about=selecting.once([*filed, *beside, *colleges, *notices], ()),
        figures={CLASSES: rows},
    )


def class_rows(frozen: Frozen) -> list[ClassRow]:
    """The classes of the claim with their chains, in order of agreement and name."""
    return [
        ClassRow(**{**each, "months": tuple(each["months"]), "filed": tuple(each["filed"])})
        for each in frozen.snapshot.figures[CLASSES]
    ]


def graduates(frozen: Frozen) -> list[tuple[ClassRow, GraduateOutcome]]:
    """Whom is claimed for, class by class, in order of name."""
    by_uid = {each.uid: each for each in frozen.facts.all(GraduateOutcome)}
    return [(row, by_uid[uid]) for row in class_rows(frozen) for uid in row.filed]


def standard(frozen: Frozen) -> Decimal:
    """What is granted for one graduate, yuan. Raises MissingParameter naming the document that sets it."""
    return yuan_per_graduate(frozen.policy, frozen.snapshot.day)


def payee(frozen: Frozen) -> Enterprise | School | None:
    """Who is paid: the college where the document says so, else the enterprise."""
    schools, own = frozen.facts.all(School), frozen.snapshot.enterprise
    if frozen.policy.get("order_subsidy.payee", frozen.snapshot.day) == "学校":
        return schools[0] if schools else None
    return next((each for each in frozen.facts.all(Enterprise) if each.uid == own), None)


@summary(ORDER_SUBSIDY)
def subsidy_summary(frozen: Frozen) -> Iterable[Block]:
    """The three paragraphs of the cover paper: the chain of counts, the amount, the account."""
    rows = class_rows(frozen)
    agreements = len({each.agreement_number for each in rows})
    agreed = sum(each.agreed or 0 for each in rows)
    counted = {name: sum(getattr(each, name) for each in rows) for name in ("listed", "graduated", "arrived")}
    eligible, yuan = sum(each.eligible for each in rows), standard(frozen)
    amount = subsidy(eligible, yuan)
    year = frozen.snapshot.period_first.year
    yield Paragraph(
        f"一、我单位与{school_name(frozen)}签订订单培养协议{agreements}份，设订单班{len(rows)}个，"
        f"协议人数{agreed}人，名册{counted['listed']}人。{year}年度毕业{counted['graduated']}人，"
        f"到订单企业就业{counted['arrived']}人，本次申报符合补助条件的{eligible}人。"
    )
    yield Paragraph(
        f"二、按每人{yuan:.2f}元的标准，申请订单企业培养补助{amount:.2f}元（{capitals(amount)}）。"
    )
    paid = payee(frozen)
    if paid is not None and paid.bank_account:
        yield Paragraph(
            f"三、收款账户：户名{paid.account_name or ''}，开户行{paid.bank_name or ''}，账号{paid.bank_account}。"
        )


def _row(chain: OrderChain, mine: Sequence[Ordered]) -> Mapping[str, Any]:
    order = chain.order_class
    outcomes = [each.outcome for each in mine if each.outcome is not None]
    majors = dict.fromkeys(each.student.major_name for each in mine if each.student.major_name)
    return {
        "name": chain.name,
        "agreement_number": chain.agreement_number,
        "major": (order.major_name if order else None) or "、".join(majors),
        "months": sorted({str(each.graduated_month) for each in outcomes if each.graduated_month}),
        "agreed": chain.agreed,
        "listed": len(chain.at("listed")),
        "graduated": len(chain.at("graduated")),
        "arrived": len(chain.at("arrived")),
        "filed": [each.uid for each in outcomes],
    }


def _arrived(chain: OrderChain) -> tuple[Ordered, ...]:
    return chain.at("arrived")


def _is_meant(chain: OrderChain, who: Ordered, scope: Scope) -> bool:
    """Whether a choice means somebody: by himself, his class, the agreement, or the enterprise that ordered him."""
    if scope.enterprise is not None and (
        chain.enterprise is None or chain.enterprise.uid != scope.enterprise
    ):
        return False
    uids = {
        "enterprise": chain.enterprise.uid if chain.enterprise else "",
        "order_class": chain.order_class.uid if chain.order_class else "",
        "agreement": chain.agreement.uid if chain.agreement else "",
        "order_student": who.student.uid,
        "graduate_outcome": who.outcome.uid if who.outcome else "",
    }
    return all(uids[code] in chosen for code, chosen in scope.only.items() if code in uids)


def _is_left_out(chain: OrderChain, who: Ordered, scope: Scope) -> bool:
    parts = (who.outcome, who.student, chain.order_class, chain.agreement, chain.enterprise)
    return any(each is not None and each.uid in scope.left_out for each in parts)


def _by_name(each: Ordered) -> tuple[str, str]:
    return each.student.name or "", each.student.id_number or each.student.uid
