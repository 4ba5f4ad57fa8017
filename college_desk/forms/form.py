"""How a form is declared: a pure function of a frozen filing that yields filled pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from college_desk.base.catalogue import Catalogue
from college_desk.policy.pack import Policy
from college_desk.records.facts import Facts
from college_desk.records.page import FilledForm
from college_desk.records.snapshot import Snapshot


@dataclass(frozen=True)
class Frozen:
    """A frozen filing as forms read it: the snapshot, look-ups over it, the policy with its frozen values."""

    snapshot: Snapshot
    facts: Facts
    policy: Policy


FillFunction = Callable[[Frozen], Iterable[FilledForm]]


@dataclass(frozen=True)
class Form:
    """A form as declared.

    code: its name in the program; filings: those it belongs to; order: its place in the package and the
    PDF (cover paper 10, summaries 20, forms one by one 30, explanations 40); enclosed: whether the cover
    paper lists it among its enclosures.
    """

    code: str
    title: str
    filings: tuple[str, ...]
    order: int
    fill: FillFunction
    enclosed: bool = True


FORMS: Catalogue[Form] = Catalogue("form", "college_desk.forms")


def form(
    code: str, title: str, *, filings: tuple[str, ...], order: int, enclosed: bool = True
) -> Callable[[FillFunction], FillFunction]:
    """Declare the decorated function as what fills the form `code`."""

    def declare(fill: FillFunction) -> FillFunction:
        FORMS.add(code, Form(code, title, filings, order, fill, enclosed))
        return fill

    return declare


def forms_of(filing: str) -> list[Form]:
    """The forms of a filing, in the order of the package."""
    return sorted((each for each in FORMS if filing in each.filings), key=lambda each: each.order)


@dataclass(frozen=True)
class Enclosure:
    """What the cover paper lists: the number it has there, the form, its documents."""

    number: int
    form: Form
    pages: tuple[FilledForm, ...]


def enclosures_of(frozen: Frozen) -> list[Enclosure]:
    """The enclosures (附件) of a filing with their numbers, in the order of the package; empty forms have none."""
    filled = [(each, tuple(each.fill(frozen))) for each in forms_of(frozen.snapshot.filing) if each.enclosed]
    present = [(each, pages) for each, pages in filled if pages]
    return [Enclosure(number, each, pages) for number, (each, pages) in enumerate(present, start=1)]


def documents_of(frozen: Frozen) -> list[FilledForm]:
    """Every document of a filing, filled, in the order of the package; enclosures bear their number in the name."""
    covers = [
        page for each in forms_of(frozen.snapshot.filing) if not each.enclosed for page in each.fill(frozen)
    ]
    enclosed = [
        replace(page, name=f"附件{each.number}_{page.name}")
        for each in enclosures_of(frozen)
        for page in each.pages
    ]
    return covers + enclosed
