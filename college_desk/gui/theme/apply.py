"""Puts a theme on the whole program: font, palette, style sheet, Qt's own words in Chinese."""

from __future__ import annotations

import functools

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from college_desk.gui.theme.fonts import text_font
from college_desk.gui.theme.material import material_sheet
from college_desk.gui.theme.sheet import desk_sheet
from college_desk.gui.theme.tokens import THEME_PROPERTY, THEMES, Tokens


def dress(app: QApplication, theme: str) -> Tokens:
    """Show the program in `theme` (light or dark), also when it was shown in another; returns its tokens."""
    tokens = THEMES[theme]
    if app.property(THEME_PROPERTY) == theme:
        return tokens
    app.setProperty(THEME_PROPERTY, theme)
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(text_font())
    app.setPalette(_palette(tokens))
    app.setStyleSheet(_sheet(theme))
    return tokens


def speak_chinese(app: QApplication) -> None:
    """Load Qt's own Chinese words (buttons, file dialogs, calendars) and write days as 2026-09-01."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name in ("qtbase_zh_CN", "qt_zh_CN"):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)


@functools.lru_cache(maxsize=4)
def _sheet(theme: str) -> str:
    return material_sheet(THEMES[theme]) + desk_sheet(THEMES[theme])


def _palette(tokens: Tokens) -> QPalette:
    """The palette, for what the style sheet does not reach."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "canvas",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "card",
        QPalette.ColorRole.AlternateBase: "card",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.Button: "card",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.PlaceholderText: "ink_3",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Link: "accent_ink",
        QPalette.ColorRole.ToolTipBase: "ink",
        QPalette.ColorRole.ToolTipText: "card",
        QPalette.ColorRole.Mid: "line",
    }
    for role, colour in roles.items():
        palette.setColor(role, tokens.colour(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.colour("ink_3"))
    return palette
