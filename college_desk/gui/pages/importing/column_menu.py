"""The menu from which a column gets its field: the register's own by group, then those its sheets carry."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from college_desk.base.translation import _
from college_desk.files.mapping.columns import Column
from college_desk.files.mapping.vocabulary import Target, Vocabulary
from college_desk.records.register import REGISTERS
from college_desk.services.import_preview import NOT_A_FIELD


def column_menu(
    parent: QWidget, column: Column, words: Vocabulary, taken: frozenset[str], choose: Callable[[str], None]
) -> QMenu:
    """The menu of one column; `choose` gets the field's name, or NOT_A_FIELD for 不导入.

    taken: names of fields that other columns fill; they are marked, and can be chosen all the same.
    """
    menu = QMenu(parent)
    leave = menu.addAction(_("不导入这一列"), lambda: choose(NOT_A_FIELD))
    leave.setCheckable(True)
    leave.setChecked(column.target is None)
    menu.addSeparator()
    for heading, targets in _groups(words):
        inside = menu.addMenu(heading)
        for target in targets:
            said = _(target.field.title)
            if target.name in taken:
                said = _("{field}（已有一列对应）").format(field=said)
            action = inside.addAction(said, lambda name=target.name: choose(name))
            action.setCheckable(True)
            action.setChecked(column.target is not None and column.target.key == target.key)
    return menu


def _groups(words: Vocabulary) -> list[tuple[str, list[Target]]]:
    """Headings with their fields: the groups of the register's own form, then one for each carried register."""
    groups: dict[str, list[Target]] = {}
    for target in words.targets:
        if target.own:
            heading = _(target.field.group) if target.field.group else _("其他项目")
        else:
            heading = _(REGISTERS[target.register].title)
        groups.setdefault(heading, []).append(target)
    return list(groups.items())
