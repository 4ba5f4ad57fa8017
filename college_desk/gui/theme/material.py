"""The sheet of qt-material (light_blue, density −2) in our colours, without its known defects.

Only its template is used: generating its icons writes some hundred files into the home directory at every
start, and it loads a Latin font that puts digits and characters on different baselines.
"""

from __future__ import annotations

import re
from pathlib import Path

from college_desk.gui.theme.tokens import Tokens

DENSITY = "-2"

_ICON = re.compile(r"^[^\n{}]*url\(icon:[^)]*\)[^\n]*\n", re.MULTILINE)
_UNWANTED = re.compile(r"^\s*(text-transform|font-family|font-size|line-height):[^\n]*\n", re.MULTILINE)


def material_sheet(tokens: Tokens) -> str:
    """qt-material's style sheet in the colours of `tokens`; its icons, fonts and upper-casing are left out."""
    import jinja2
    from qt_material import TEMPLATE_FILE, density, opacity

    environment = jinja2.Environment(autoescape=False)
    environment.filters["opacity"] = opacity
    environment.filters["density"] = density
    rendered = environment.from_string(Path(TEMPLATE_FILE).read_text(encoding="utf-8")).render(
        primaryColor=tokens.accent,
        primaryLightColor=tokens.accent_ground,
        secondaryColor=tokens.card,
        secondaryLightColor=tokens.line,
        secondaryDarkColor=tokens.canvas,
        primaryTextColor=tokens.ink,
        secondaryTextColor=tokens.ink,
        danger=tokens.error,
        warning=tokens.wait,
        success=tokens.right,
        density_scale=DENSITY,
        button_shape="default",
        icon=None,
        QMenu=False,
        linux=True,
        windows=False,
        darwin=False,
        pyside6=True,
        pyqt6=False,
    )
    return _UNWANTED.sub("", _ICON.sub("", rendered))
