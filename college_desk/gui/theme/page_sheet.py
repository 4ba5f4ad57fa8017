"""The style of what single pages show besides the common widgets: meters, chips over columns, steps, paper."""

from __future__ import annotations

PAGE_SHEET = """
QPushButton[kind="meter"] { background: transparent; border: 1px solid transparent; border-radius: 4px;
  color: $ink; font-size: 26px; font-weight: 600; padding: 0; height: 34px; text-align: left; }
QPushButton[kind="meter"]:hover { color: $accent_ink; }
QPushButton[kind="meter"]:focus { border: 1px solid $accent_ink; background: transparent; }
QPushButton[kind="meter"][tone="error"] { color: $error; }
QPushButton[kind="meter"][tone="hint"] { color: $ink_3; }
QPushButton[kind="under"] { background: transparent; border: 1px solid transparent; border-radius: 4px;
  color: $ink_2; font-size: 12px; padding: 0; height: 20px; text-align: left; }
QPushButton[kind="under"]:hover { color: $accent_ink; }
QPushButton[kind="under"]:focus { border: 1px solid $accent_ink; background: transparent; }
QPushButton[kind="under"][tone="wait"] { color: $wait; }
QPushButton[kind="under"][tone="error"] { color: $error; }
QPushButton[kind="link"][strong="yes"] { color: $ink; font-weight: 600; padding: 0; }
QPushButton[kind="link"][strong="yes"]:hover { color: $accent_ink; }
QPushButton[kind="chip"][tone="right"] { background-color: $right_ground; color: $right; }
QPushButton[kind="chip"][tone="right"]:checked, QPushButton[kind="chip"][tone="right"]:focus {
  border: 1px solid $right; }
QFrame[panel="drop"] { background-color: $card; border: 1px dashed $scroll; border-radius: 8px; }
QFrame[panel="drop"][over="yes"] { background-color: $accent_ground; border: 1px dashed $accent_ink; }
QLabel[role="count"] { font-size: 20px; font-weight: 600; }
QLabel[role="count"][tone="error"] { color: $error; }
QLabel[role="count"][tone="hint"] { color: $ink_3; }
QPushButton[kind="count"] { background-color: $card; border: 1px solid $line; border-radius: 8px; height: 60px; }
QPushButton[kind="count"]:checked { border: 1px solid $accent_ink; background-color: $accent_ground; }
QPushButton[kind="count"]:focus { border: 1px solid $accent_ink; }
QPushButton[kind="page_tab"] { background: transparent; border: none; border-bottom: 2px solid transparent;
  border-radius: 0; color: $ink_2; padding: 0 1px; height: 30px; font-size: 16px; }
QPushButton[kind="page_tab"]:hover { color: $ink; }
QPushButton[kind="page_tab"]:checked { color: $ink; border-bottom: 2px solid $accent_ink; font-weight: 600; }
QPushButton[kind="page_tab"]:focus { background: $accent_ground; }
"""
