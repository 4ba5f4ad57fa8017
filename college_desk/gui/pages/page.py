"""The catalogue of pages, and what every page can do.

A new page is one module in this folder with `@page(...)` above a class made from Page. Each register has a
page of the one register engine; a page declared under a register's code takes its place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from PySide6.QtWidgets import QWidget

from college_desk.base.catalogue import Catalogue
from college_desk.gui.context import DeskContext, Place
from college_desk.records.change import Changed

Section = Literal["top", "registers", "foot", "none"]
"""Where the navigation shows it: above the registers, among them, at the foot, or nowhere."""


class Page(QWidget):
    """One page of the window; made at its first visit and kept until the window closes.

    Lay out in `__init__` without reading the desk; `open` comes once, right after; `arrive` at every visit.
    """

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self.setObjectName(f"page-{code}")
        self.setProperty("panel", "canvas")

    def open(self, context: DeskContext) -> None:
        """Take the desk and load what the page shows; long reading goes through `context.tasks`."""

    def arrive(self, place: Place) -> None:
        """The page is shown now, at this place (a selection, a record, a field)."""

    def changed(self, changed: Changed) -> None:
        """Some records were changed, by whatever page; load again what depends on them."""

    def findings_changed(self) -> None:
        """The findings of the whole desk were worked out anew (`context.findings`)."""

    def leave(self) -> None:
        """The window is being closed: hand on what is not stored yet through `context.change`."""

    @property
    def busy(self) -> bool:
        """Whether the page still loads what it shows; a picture is taken when it does not."""
        return False


@dataclass(frozen=True)
class PageDeclaration:
    """A page as declared. icon: a name from `resources/icons`; order: within its section."""

    code: str
    title: str
    make: Callable[[], Page]
    section: Section = "foot"
    icon: str = ""
    order: int = 0
    words: tuple[str, ...] = field(default=())


PAGES: Catalogue[PageDeclaration] = Catalogue("page", "college_desk.gui.pages")

P = TypeVar("P", bound=type[Page])


def page(
    code: str,
    title: str,
    *,
    section: Section = "foot",
    icon: str = "",
    order: int = 0,
    words: tuple[str, ...] = (),
) -> Callable[[P], P]:
    """Declare the decorated class as the page `code`; it is made as `Class(code)`.

    words: further words under which the search box finds it.
    """

    def declare(kind: P) -> P:
        def make() -> Page:
            made: Any = kind(code)
            return made  # type: ignore[no-any-return]

        PAGES.add(code, PageDeclaration(code, title, make, section, icon, order, words))
        return kind

    return declare
