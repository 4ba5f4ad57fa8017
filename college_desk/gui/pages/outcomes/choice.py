"""Which of the people of a chain are shown: those who came to a step, those who stopped there, those of a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from college_desk.base.translation import _
from college_desk.policy.order_chain import Step
from college_desk.services.order_claim import ClassClaim, Graduate

Link = Literal["listed", "graduated", "arrived", "eligible"]
LINKS: tuple[Link, ...] = ("listed", "graduated", "arrived", "eligible")
_STOPPED: dict[Link, Step] = {"listed": "left", "graduated": "listed", "arrived": "graduated"}


@dataclass(frozen=True)
class Choice:
    """A choice of people.

    link: a step of the chain; stopped: those who came no further than the step before it; reason: the title
    of a rule that rules people out; papers: those who lack a paper. Without any: everybody.
    """

    link: Link | None = None
    stopped: bool = False
    reason: str | None = None
    papers: bool = False

    def takes(self, person: Graduate) -> bool:
        """Whether a person is among those chosen."""
        if self.papers:
            return bool(person.papers)
        if self.reason is not None:
            return any(each.title == self.reason for each in person.refusals)
        if self.link is None:
            return True
        return stops_before(person, self.link) if self.stopped else came_to(person, self.link)

    def words(self) -> str:
        """What is chosen, for the heading of the list."""
        if self.papers:
            return _("缺件")
        if self.reason is not None:
            return _(self.reason)
        if self.link is None:
            return _("全部人员")
        return drop_word(self.link) if self.stopped else link_word(self.link)


EVERYBODY = Choice()


def came_to(person: Graduate, link: Link) -> bool:
    """Whether somebody came to a step of the chain or beyond."""
    return person.eligible if link == "eligible" else person.ordered.came_to(link)


def stops_before(person: Graduate, link: Link) -> bool:
    """Whether somebody came just short of a step."""
    if link == "eligible":
        return person.ordered.reached == "arrived" and not person.eligible
    return person.ordered.reached == _STOPPED[link]


def people_of(classes: Sequence[ClassClaim]) -> list[Graduate]:
    """Everybody of some classes."""
    return [person for each in classes for person in each.people]


def count_at(classes: Sequence[ClassClaim], link: Link) -> int:
    """How many came to a step or beyond."""
    return sum(getattr(each.tally, link) for each in classes)


def count_short(classes: Sequence[ClassClaim], link: Link) -> int:
    """How many came just short of a step."""
    if link == "listed":
        return sum(each.tally.left for each in classes)
    return count_at(classes, LINKS[LINKS.index(link) - 1]) - count_at(classes, link)


def reasons_of(classes: Sequence[ClassClaim]) -> list[tuple[str, int]]:
    """The titles of the rules that rule people out with the number of people, the most first."""
    found: Counter[str] = Counter()
    for each in classes:
        found.update(each.tally.reasons)
    return sorted(found.items(), key=lambda each: (-each[1], each[0]))


def agreed_of(classes: Sequence[ClassClaim]) -> int | None:
    """How many the agreements name, together; None where one does not tell."""
    numbers = [each.chain.agreed for each in classes]
    known = [each for each in numbers if each is not None]
    return sum(known) if numbers and len(known) == len(numbers) else None


def link_word(link: Link) -> str:
    """A step of the chain in a word."""
    words = {"listed": _("名册"), "graduated": _("毕业"), "arrived": _("到岗"), "eligible": _("符合条件")}
    return words[link]


def drop_word(link: Link) -> str:
    """What those are who came short of a step."""
    words = {
        "listed": _("退出"), "graduated": _("未毕业"), "arrived": _("未到岗"), "eligible": _("不符合条件"),
    }  # fmt: skip
    return words[link]


def state_word(person: Graduate) -> str:
    """Where somebody stands, in a word."""
    if person.eligible:
        return link_word("eligible")
    return drop_word(next(each for each in LINKS if stops_before(person, each)))


def state_tone(person: Graduate) -> str:
    """The tone of that word: finished, wrong, or neither."""
    if person.eligible:
        return "right"
    return "error" if person.refusals else "plain"
