"""The colours and measures of the window by role; nothing else names a colour."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor


@dataclass(frozen=True)
class Tokens:
    """One theme's colours by role, as `#rrggbb`.

    accent fills the one primary action; accent_ink is links, selection and the current page on their
    grounds. right, error and wait stand for nothing but finished, wrong and waiting.
    """

    name: str
    canvas: str
    card: str
    sunken: str
    line: str
    hairline: str
    ink: str
    ink_2: str
    ink_3: str
    accent: str
    accent_hover: str
    accent_ink: str
    accent_ground: str
    on_accent: str
    accent_faint: str
    right: str
    right_ground: str
    error: str
    error_ground: str
    error_line: str
    wait: str
    wait_ground: str
    hover: str
    scroll: str

    def colour(self, role: str) -> QColor:
        """The colour of a role, for painters."""
        return QColor(getattr(self, role))

    def by_role(self) -> dict[str, str]:
        """All colours by role, for the style sheet."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


LIGHT = Tokens(
    name="light",
    canvas="#f4f6f9",
    card="#ffffff",
    sunken="#f9fafc",
    line="#e3e8ee",
    hairline="#eff2f6",
    ink="#1c2733",
    ink_2="#566472",
    ink_3="#8a97a5",
    accent="#2457c5",
    accent_hover="#1d49a8",
    accent_ink="#2457c5",
    accent_ground="#e8effc",
    on_accent="#ffffff",
    accent_faint="#a7bbe8",
    right="#1c7c4a",
    right_ground="#e6f4ec",
    error="#b3261e",
    error_ground="#fdeceb",
    error_line="#efb4b0",
    wait="#9a6200",
    wait_ground="#fff5e0",
    hover="#f4f6f9",
    scroll="#c9d2dc",
)

DARK = Tokens(
    name="dark",
    canvas="#15191f",
    card="#1d232b",
    sunken="#232a33",
    line="#343d49",
    hairline="#29313b",
    ink="#e7ecf2",
    ink_2="#aab5c2",
    ink_3="#7d8a99",
    accent="#3a6fe0",
    accent_hover="#5082ea",
    accent_ink="#8fb2ff",
    accent_ground="#25365a",
    on_accent="#ffffff",
    accent_faint="#2f4573",
    right="#62c592",
    right_ground="#18382a",
    error="#ff8f86",
    error_ground="#452321",
    error_line="#7d3a36",
    wait="#e9b65c",
    wait_ground="#3d3015",
    hover="#262e38",
    scroll="#47525f",
)

THEMES = {"light": LIGHT, "dark": DARK}

TOP_BAR = 48
STATUS_BAR = 26
NAVIGATION = 196
NAVIGATION_ROW = 27
GRID_ROW = 27
GRID_HEADER = 28
BUTTON = 30
GAP = 12
MARGIN = 16
TEXT_PX = 13
TITLE_PX = 18
METER_PX = 26

THEME_PROPERTY = "desk_theme"


def current() -> Tokens:
    """The tokens of the theme that the program shows now; the light ones before any was applied."""
    app = QCoreApplication.instance()
    name = app.property(THEME_PROPERTY) if app is not None else None
    return THEMES.get(str(name), LIGHT)
