"""Whom a filing goes to (主送机关), and whether that makes its paper a 报告, a 请示 or a 函."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from college_desk.policy.pack import Policy
from college_desk.records.codes import code_table
from college_desk.records.college.recipient import Recipient
from college_desk.records.college.school import School
from college_desk.records.register import register_of

SchoolKind = Literal["technician", "county", "city", "college"]

_UPWARD = ("报告", "请示")


@dataclass(frozen=True)
class Route:
    """Where a filing goes.

    recipient: exactly one authority, empty where neither the college nor the pack names one; document:
    报告, 请示 or 函; first_review: who looks at it first (初审机关), or None; copies: 抄送.
    """

    recipient: str
    document: str
    first_review: str | None = None
    copies: tuple[str, ...] = ()

    @property
    def upward(self) -> bool:
        """Whether its paper goes to a superior (上行文), so that it bears the name of who signs it."""
        return self.document in _UPWARD


def route_of(policy: Policy, school: School | None, own: Iterable[Recipient], filing: str) -> Route:
    """The route of a filing: the college's own entry where it has one, else the pack's for its kind."""
    listed = policy.lists.get("recipients", {})
    city = str(listed.get("city", ""))
    kind = kind_of(school)
    district = shown_district(school, city)
    found = _route(listed.get("route", ()), kind, filing)
    copies = tuple(
        name for each in listed.get("copy_to", ()) if filing in each["filings"] for name in each["copies"]
    )
    review = found.get("first_review")
    route = Route(
        recipient=found.get("recipient", "").format(district=district),
        document=found.get("document", "报告"),
        first_review=review.format(district=district) if review else None,
        copies=copies,
    )
    return _overlaid(route, own, filing)


def kind_of(school: School | None) -> SchoolKind:
    """By whom a college is led: 技工院校, 高等学校, a school of a county, or of the city."""
    if school is None:
        return "city"
    entry = code_table("school_type").get(school.school_type) if school.school_type else None
    level = str(entry.detail.get("level", "")) if entry else ""
    if level == "技工":
        return "technician"
    if level in ("高职", "高校"):
        return "college"
    district, authority = shown_district(school), school.authority or ""
    within = any(authority.startswith(district[at:]) for at in range(len(district) - 1) if district)
    return "county" if within else "city"


def basis_of(policy: Policy, filing: str) -> list[str]:
    """The documents that a filing rests on (依据), with their numbers only where those are known."""
    listed = policy.lists.get("recipients", {}).get("basis", ())
    return [
        each["title"] + (f"（{each['number']}）" if each.get("number") else "")
        for each in listed
        if filing in each["filings"]
    ]


def shown_district(school: School | None, city: str = "") -> str:
    """The county or district that a school belongs to, as its name without the city's; empty where not entered."""
    if school is None or school.district is None:
        return ""
    return register_of(school).show(school, "district").removeprefix(city)


def _route(routes: Iterable[Mapping[str, Any]], kind: SchoolKind, filing: str) -> Mapping[str, Any]:
    for each in routes:
        if filing in each["filings"] and each["kind"] in (kind, "any"):
            return each
    return {}


def _overlaid(route: Route, own: Iterable[Recipient], filing: str) -> Route:
    for each in own:
        if each.filing == filing:
            shown = register_of(each).show(each, "paper_kind")
            return Route(
                recipient=each.recipient or route.recipient,
                document=shown or route.document,
                first_review=each.first_reviewer or route.first_review,
                copies=each.copy_to or route.copies,
            )
    return route
