"""Our own style sheet on the tokens, laid over qt-material's; widgets say what they are by properties.

`role` of a label: title, heading, quiet, hint, meter, error, wait, right. `kind` of a button: primary,
quiet, link, icon, chip, navigation, tab. `panel` of a frame: card, bar, sunken, error, wait, right.
"""

from __future__ import annotations

from string import Template

from college_desk.base import resources
from college_desk.gui.theme.page_sheet import PAGE_SHEET
from college_desk.gui.theme.tokens import Tokens

_GROUND = """
QWidget { background-color: transparent; color: $ink; }
QMainWindow, QDialog, QWidget[panel="canvas"] { background-color: $canvas; }
QFrame, QGroupBox { background-color: transparent; border: none; border-radius: 0; }
QFrame[panel="card"] { background-color: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[panel="paper"] { background-color: #ffffff; border: 1px solid $line; border-radius: 2px; }
QFrame[panel="sunken"] { background-color: $sunken; border: 1px solid $line; border-radius: 6px; }
QFrame[panel="error"] { background-color: $error_ground; border-radius: 6px; }
QFrame[panel="wait"] { background-color: $wait_ground; border-radius: 6px; }
QFrame[panel="right"] { background-color: $right_ground; border-radius: 6px; }
QFrame[panel="info"] { background-color: $accent_ground; border-radius: 6px; }
QFrame[panel="top"] { background-color: $card; border-bottom: 1px solid $line; }
QFrame[panel="bottom"] { background-color: $card; border-top: 1px solid $line; }
QFrame[panel="side"] { background-color: $card; border-right: 1px solid $line; }
QFrame[panel="line"] { background-color: $line; max-height: 1px; min-height: 1px; }
QFrame[panel="pill"] { background-color: $canvas; border: 1px solid $line; border-radius: 13px; }
QFrame[panel="notice"] { background-color: $ink; border-radius: 8px; }
QFrame[panel="notice"] QLabel { color: $card; }
QToolTip { background-color: $ink; color: $card; border: none; padding: 4px 8px; }
QLabel { color: $ink; background: transparent; }
QLabel:disabled { color: $ink_3; }
QLabel[role="title"] { font-size: 18px; font-weight: 600; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="group"] { color: $ink_2; font-weight: 600; }
QLabel[role="quiet"] { color: $ink_2; }
QLabel[role="hint"] { color: $ink_3; }
QLabel[role="small"] { color: $ink_2; font-size: 12px; }
QLabel[role="meter"] { font-size: 26px; font-weight: 600; }
QLabel[at="foot"] { font-size: 12px; }
QLabel[role="brand"] { font-size: 15px; font-weight: 600; }
QLabel[role="error"] { color: $error; }
QLabel[role="wait"] { color: $wait; }
QLabel[role="right"] { color: $right; }
QLabel[tag="error"] { color: $error; background: $error_ground; border-radius: 4px; padding: 1px 7px; }
QLabel[tag="wait"] { color: $wait; background: $wait_ground; border-radius: 4px; padding: 1px 7px; }
QLabel[tag="right"] { color: $right; background: $right_ground; border-radius: 4px; padding: 1px 7px; }
QLabel[tag="info"] { color: $accent_ink; background: $accent_ground; border-radius: 4px; padding: 1px 7px; }
QLabel[tag="key"] { color: $ink_2; background: $card; border: 1px solid $line; border-radius: 4px;
  padding: 0 5px; font-size: 11px; }
QLabel[tag="plain"] { color: $ink_2; background: $canvas; border-radius: 4px; padding: 1px 7px; }
QSplitter::handle { background: transparent; }
QScrollArea, QAbstractScrollArea { background: transparent; }
QFrame[panel="notice"] QPushButton[kind="link"] { color: $accent_faint; }
QFrame[panel="notice"] QPushButton:focus { border: 1px solid $accent_faint; }
QFrame[panel="notice"] QPushButton[kind="icon"]:hover { background: $ink_2; }
"""

_BUTTONS = """
QPushButton { background-color: $card; color: $ink; border: 1px solid $line; border-radius: 6px;
  height: 28px; padding: 0 14px; margin: 0; font-weight: 400; }
QPushButton:hover { background-color: $hover; }
QPushButton:pressed, QPushButton:checked { background-color: $accent_ground; color: $accent_ink; }
QPushButton:focus { background-color: $card; border: 1px solid $accent_ink; }
QPushButton:checked:focus, QPushButton:pressed:focus { background-color: $accent_ground; color: $accent_ink; }
QPushButton:disabled { color: $ink_3; background-color: $sunken; border: 1px solid $line; }
QPushButton[kind="primary"] { background-color: $accent; color: $on_accent; border: 1px solid $accent;
  font-weight: 600; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background-color: $accent_hover;
  border: 1px solid $accent_hover; color: $on_accent; }
QPushButton[kind="primary"]:focus { background-color: $accent; border: 2px solid $accent_faint; }
QPushButton[kind="primary"]:disabled { background-color: $accent_faint; border: 1px solid $accent_faint;
  color: $on_accent; }
QPushButton[kind="quiet"], QPushButton[kind="icon"] { background: transparent; border: 1px solid transparent;
  color: $ink_2; padding: 0 8px; }
QPushButton[kind="icon"] { padding: 0; min-width: 28px; max-width: 28px; }
QPushButton[kind="quiet"]:hover, QPushButton[kind="icon"]:hover { background: $hover; color: $ink; }
QPushButton[kind="quiet"]:focus, QPushButton[kind="icon"]:focus { border: 1px solid $accent_ink; }
QPushButton[kind="quiet"]:disabled, QPushButton[kind="icon"]:disabled { color: $ink_3; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $accent_ink;
  padding: 0 4px; height: 22px; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 1px solid $accent_ink; border-radius: 4px; }
QPushButton[kind="chip"] { background-color: $accent_ground; color: $accent_ink; border: 1px solid transparent;
  border-radius: 4px; height: 24px; padding: 0 10px; }
QPushButton[kind="chip"]:focus { border: 1px solid $accent_ink; }
QPushButton[kind="chip"][tone="error"] { background-color: $error_ground; color: $error; }
QPushButton[kind="chip"][tone="wait"] { background-color: $wait_ground; color: $wait; }
QPushButton[kind="chip"][tone="error"]:checked, QPushButton[kind="chip"][tone="error"]:focus {
  border: 1px solid $error; }
QPushButton[kind="chip"][tone="wait"]:checked, QPushButton[kind="chip"][tone="wait"]:focus {
  border: 1px solid $wait; }
QPushButton[kind="pill"] { background-color: $canvas; color: $ink_2; border: 1px solid $line; height: 24px;
  border-radius: 13px; padding: 0 12px; }
QPushButton[kind="pill"]:hover { color: $ink; }
QPushButton[kind="pill"]:focus { border: 1px solid $accent_ink; }
QPushButton[kind="pill"]::menu-indicator, QPushButton[kind="quiet"]::menu-indicator,
QPushButton[kind="icon"]::menu-indicator, QPushButton[kind="chip"]::menu-indicator { image: none; width: 0; }
QPushButton[kind="search"] { background-color: $sunken; color: $ink_3; border: 1px solid $line; height: 28px;
  border-radius: 6px; padding: 0 10px; text-align: left; }
QPushButton[kind="tab"] { background: transparent; border: none; border-bottom: 2px solid transparent;
  border-radius: 0; color: $ink_2; padding: 0 2px; height: 28px; }
QPushButton[kind="tab"]:hover { color: $ink; }
QPushButton[kind="tab"]:checked { color: $accent_ink; border-bottom: 2px solid $accent_ink; font-weight: 600; }
QPushButton[kind="tab"]:focus { background: $accent_ground; }
QPushButton[kind="row"] { background: transparent; border: 1px solid transparent; border-radius: 6px;
  text-align: left; padding: 0 10px; height: 34px; }
QPushButton[kind="row"]:hover { background: $hover; }
QPushButton[kind="row"]:focus { border: 1px solid $accent_ink; }
QToolButton { background: transparent; border: none; margin: 0; padding: 2px; height: 22px; }
QToolButton:hover { background: $hover; border: none; border-radius: 4px; }
QToolButton:focus { background: $accent_ground; border-radius: 4px; }
"""

_INPUTS = """
QLineEdit, QComboBox, QDateEdit, QSpinBox, QDoubleSpinBox { background-color: $card; color: $ink;
  border: 1px solid $line; border-radius: 6px; height: 28px; padding: 0 8px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:hover, QComboBox:hover, QDateEdit:hover { border: 1px solid $scroll; }
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus { border: 1px solid $accent_ink; color: $ink; }
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled, QSpinBox:disabled { background-color: $sunken;
  color: $ink_2; border: 1px solid $line; border-radius: 6px; padding: 0 8px; height: 28px; }
QLineEdit[state="error"] { border: 1px solid $error; }
QLineEdit[state="wait"] { border: 1px solid $wait; }
QLineEdit[kind="flat"] { background: transparent; border: 1px solid transparent; border-radius: 4px;
  height: 23px; padding: 0 5px; }
QLineEdit[kind="flat"]:hover { border: 1px solid $line; }
QLineEdit[kind="flat"]:focus { background: $card; border: 1px solid $accent_ink; }
QLineEdit[kind="flat"]:read-only:focus { background: $sunken; }
QLineEdit[kind="flat"][state="error"] { background: $error_ground; border: 1px solid $error_line; color: $error; }
QLineEdit[kind="flat"][state="wait"] { background: $wait_ground; }
QLineEdit[kind="cell"] { background: $card; border: 2px solid $accent_ink; border-radius: 0; height: 22px;
  padding: 0 5px; }
QLineEdit[kind="cell"][state="error"] { border: 2px solid $error; }
QTextEdit, QPlainTextEdit { background-color: $card; color: $ink; border: 1px solid $line; border-radius: 6px;
  padding: 6px 8px; selection-background-color: $accent; selection-color: $on_accent; }
QTextEdit:focus, QPlainTextEdit:focus { border: 1px solid $accent_ink; }
QTextEdit:disabled, QPlainTextEdit:disabled { background: $sunken; color: $ink_2; border: 1px solid $line; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 22px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$icons/down.svg"); width: 14px; height: 14px;
  margin-right: 6px; }
QComboBox::down-arrow:disabled, QDateEdit::down-arrow:disabled { image: url("$icons/down-disabled.svg"); }
QSpinBox::up-button, QSpinBox::down-button { width: 18px; border: none; margin-right: 2px; }
QSpinBox::up-arrow { image: url("$icons/up.svg"); width: 12px; height: 12px; }
QSpinBox::down-arrow { image: url("$icons/down.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background-color: $card; border: 1px solid $line; border-radius: 6px;
  padding: 4px; outline: none; }
QListView { background-color: $card; border: 1px solid $line; border-radius: 6px; padding: 3px; height: 30px;
  outline: none; }
QListView::item, QComboBox QAbstractItemView::item { min-height: 27px; padding: 0 8px; border: none;
  border-radius: 4px; color: $ink; }
QListView::item:hover { background-color: $hover; }
QListView::item:selected, QListView::item:selected:focus, QListView::item:selected:active,
QComboBox QAbstractItemView::item:selected { background-color: $accent_ground; color: $accent_ink; }
QListView::item:disabled { color: $ink_2; }
QCheckBox, QRadioButton { color: $ink; height: 27px; spacing: 8px; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: $ink_3; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator, QTableView::indicator,
QMenu::indicator { width: 15px; height: 15px; border: 1px solid $scroll; border-radius: 4px; background: $card; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked,
QMenu::indicator:non-exclusive:checked { background: $accent; border: 1px solid $accent;
  image: url("$icons/check.svg"); }
QCheckBox::indicator:indeterminate { background: $accent; border: 1px solid $accent; image: url("$icons/dash.svg"); }
QRadioButton::indicator:checked, QMenu::indicator:exclusive:checked { background: $accent;
  border: 1px solid $accent; image: url("$icons/dot.svg"); }
QMenu::indicator:exclusive { border-radius: 8px; }
QCheckBox:focus, QRadioButton:focus { color: $accent_ink; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 1px solid $accent_ink; }
QProgressBar { background-color: $hairline; border: none; border-radius: 3px; height: 6px; max-height: 6px;
  min-height: 6px; }
QProgressBar::chunk { background-color: $accent; border-radius: 3px; }
QProgressBar[tone="wait"]::chunk { background-color: $wait; }
QProgressBar[tone="right"]::chunk { background-color: $right; }
QProgressBar[tone="error"]::chunk { background-color: $error; }
"""

_VIEWS = """
QTableView { background-color: $card; border: none; border-radius: 8px; gridline-color: $hairline;
  selection-background-color: $accent_ground; selection-color: $ink; alternate-background-color: $card; }
QTableView:focus { selection-background-color: $accent_ground; }
QTableView::item { padding: 0 8px; min-height: 20px; border: none; color: $ink; }
QTableView::item:selected, QTableView::item:selected:focus { background-color: $accent_ground; color: $ink; }
QTableView::item:disabled { color: $ink_2; background: transparent; }
QTableView QTableCornerButton::section { background: $sunken; border: none; border-bottom: 1px solid $line; }
QHeaderView { background: $sunken; border: none; }
QHeaderView::section { background: $sunken; color: $ink_2; border: none; border-bottom: 1px solid $line;
  padding: 0 8px; min-height: 20px; font-weight: 600; border-radius: 0; }
QHeaderView::section:hover { color: $ink; }
QHeaderView::section:vertical { color: $ink_3; border-bottom: 1px solid $hairline; font-weight: 400;
  background: $card; padding: 0 6px; }
QHeaderView::section:checked { background: $sunken; color: $accent_ink; }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 11px; height: 11px; subcontrol-position: center right;
  right: 2px; }
QHeaderView::up-arrow { image: url("$icons/up.svg"); }
QHeaderView::down-arrow { image: url("$icons/down.svg"); }
QTreeView { background-color: $card; border: none; padding: 0; outline: none; }
QTreeView::item { min-height: 27px; padding: 0 6px; color: $ink; }
QTreeView::item:hover { background: $hover; }
QTreeView::item:selected, QTreeView::item:selected:focus { background-color: $accent_ground; color: $accent_ink; }
QTreeView::branch { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:vertical:hover, QScrollBar::handle:horizontal:hover { background: $ink_3; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-line:horizontal, QScrollBar::sub-line:horizontal { width: 0; }
QMenu, QCalendarWidget QMenu { background-color: $card; border: 1px solid $line; border-radius: 8px; padding: 4px; }
QMenu::item, QCalendarWidget QMenu::item { height: 27px; padding: 0 18px 0 10px; border: none; border-radius: 4px;
  color: $ink; }
QMenu::item:selected { background-color: $accent_ground; color: $accent_ink; }
QMenu::item:disabled { color: $ink_3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { margin-left: 6px; }
QCalendarWidget { background-color: $card; min-width: 324px; min-height: 236px; }
QCalendarWidget QTableView { border-radius: 0; }
QCalendarWidget QAbstractItemView::item { padding: 0; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background-color: $card; border-bottom: 1px solid $line; }
QCalendarWidget QToolButton { color: $ink; background: transparent; height: 26px; margin: 3px 1px; padding: 0 6px;
  border: none; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: $hover; border: none; }
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QCalendarWidget QSpinBox { height: 24px; padding: 0 4px; }
QCalendarWidget QAbstractItemView { background: $card; color: $ink; border: none; padding: 2px;
  selection-background-color: $accent; selection-color: $on_accent; outline: none; min-width: 300px; }
QCalendarWidget QAbstractItemView:disabled { color: $ink_3; }
"""


def desk_sheet(tokens: Tokens) -> str:
    """Our style sheet in the colours of `tokens`."""
    icons = resources.path("icons", "sheet", tokens.name).as_posix()
    places = {**tokens.by_role(), "icons": icons}
    return Template(_GROUND + _BUTTONS + _INPUTS + _VIEWS + PAGE_SHEET).substitute(places)
