from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QTableView
from pytestqt.qtbot import QtBot

from college_desk.gui.theme import tokens
from college_desk.gui.theme.apply import dress
from college_desk.gui.theme.icons import icon, pixmap
from college_desk.gui.theme.material import material_sheet
from college_desk.gui.theme.sheet import desk_sheet
from college_desk.gui.widgets.calendar import calendar_on
from tests.gui.conftest import TODAY

THEMES = [tokens.LIGHT, tokens.DARK]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda each: each.name)
def test_text_can_be_read_on_its_ground(theme: tokens.Tokens) -> None:
    pairs = [
        ("ink", "card"), ("ink", "canvas"), ("ink_2", "card"), ("ink_2", "canvas"), ("accent_ink", "accent_ground"),
        ("error", "error_ground"), ("wait", "wait_ground"), ("right", "right_ground"), ("on_accent", "accent"),
        ("accent_ink", "card"), ("ink", "accent_ground"),
    ]  # fmt: skip
    for text, ground in pairs:
        assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.4, (text, ground)
    assert contrast(theme.ink_3, theme.card) >= 2.9, "hints may be missed, but not be invisible"


@pytest.mark.parametrize("theme", THEMES, ids=lambda each: each.name)
def test_the_sheet_of_qt_material_comes_without_its_defects(theme: tokens.Tokens) -> None:
    sheet = material_sheet(theme)
    assert theme.accent in sheet
    for defect in ("text-transform", "icon:/", "font-family", "Roboto"):
        assert defect not in sheet


@pytest.mark.parametrize("theme", THEMES, ids=lambda each: each.name)
def test_every_picture_that_our_sheet_names_is_there(theme: tokens.Tokens) -> None:
    from pathlib import Path

    named = re.findall(r'url\("([^"]+)"\)', desk_sheet(theme))
    assert named
    assert all(Path(each).is_file() for each in named)


def test_the_list_of_a_combo_box_shows_chinese_words_whole(qtbot: QtBot) -> None:
    combo = QComboBox()
    qtbot.addWidget(combo)
    words = "招生招工同步（先招生后招工）"
    combo.addItems([words])
    combo.show()
    combo.showPopup()
    view = combo.view()
    row = view.visualRect(combo.model().index(0, 0))
    assert row.height() >= combo.fontMetrics().height()
    assert row.width() >= combo.fontMetrics().horizontalAdvance(words)
    combo.hidePopup()


def test_a_calendar_shows_all_seven_days(qtbot: QtBot) -> None:
    calendar = calendar_on(TODAY)
    qtbot.addWidget(calendar)
    calendar.show()
    view = calendar.findChild(QTableView, "qt_calendar_calendarview")
    assert isinstance(view, QTableView)
    assert view.model().columnCount() == 7
    assert view.columnViewportPosition(6) + view.columnWidth(6) <= view.viewport().width()
    assert all(view.columnWidth(column) >= 24 for column in range(7))


def test_another_theme_is_worn_without_a_restart(qapp: QApplication) -> None:
    assert dress(qapp, "dark") is tokens.DARK
    assert tokens.current() is tokens.DARK
    dress(qapp, "light")
    assert tokens.current() is tokens.LIGHT


def test_icons_take_the_colour_of_their_role(qapp: QApplication) -> None:
    image = pixmap("check", "right", 24).toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colours == {tokens.LIGHT.right}


def test_icons_follow_the_theme_that_is_worn(qapp: QApplication) -> None:
    drawn = icon("check", "right")
    light = drawn.pixmap(24, 24).toImage()
    dress(qapp, "dark")
    dark = drawn.pixmap(24, 24).toImage()
    dress(qapp, "light")
    assert light != dark
