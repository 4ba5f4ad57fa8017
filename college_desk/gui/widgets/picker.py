"""A small window to pick one of several things from: typed at, it finds by Chinese or by pinyin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from college_desk.base.translation import _
from college_desk.gui.models.guarded import guarded
from college_desk.gui.theme import tokens
from college_desk.gui.widgets.labels import column, label
from college_desk.gui.words import matches

_CODE = Qt.ItemDataRole.UserRole
_SEARCHED_FROM = 8
"""From so many things on there is a line to search in."""
_ROW, _MOST_ROWS = 27, 13
_NARROWEST, _WIDEST = 220, 460
_KEYS_OF_THE_LIST = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
)  # fmt: skip


@dataclass(frozen=True)
class Pick:
    """One thing to pick. group: the heading above it; words: further words by which it is found."""

    code: str
    label: str
    group: str = ""
    words: tuple[str, ...] = ()


class Picker(QFrame):
    """chosen(code): something was picked; the window closes then, and with Esc without picking."""

    chosen = Signal(str)

    def __init__(self, title: str, picks: Sequence[Pick], current: str | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("panel", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._picks = tuple(picks)
        self._current = current
        inside = column(self, 8, 6)
        if title:
            inside.addWidget(label(title, "quiet", wrap=True))
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("查找（汉字或拼音首字母）"))
        self.search.setAccessibleName(title or _("查找"))
        self.search.textChanged.connect(self._list_matching)
        self.search.installEventFilter(self)
        self.search.setVisible(len(self._picks) >= _SEARCHED_FROM)
        inside.addWidget(self.search)
        self.list = QListWidget()
        self.list.setAccessibleName(title or _("可选项"))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)
        inside.addWidget(self.list)
        self._list_matching("")

    def open_at(self, where: QPoint) -> None:
        """Show with the upper left corner at a place of the screen, moved so that all of it can be seen."""
        width, height = self._size()
        screen = QGuiApplication.screenAt(where) or self.screen()
        room = screen.availableGeometry()
        corner = QPoint(
            max(room.left(), min(where.x(), room.right() - width)),
            max(room.top(), min(where.y(), room.bottom() - height)),
        )
        self.setGeometry(QRect(corner, self.size()))
        self.setFixedSize(width, height)
        self.show()
        (self.search if self.search.isVisibleTo(self) else self.list).setFocus()

    def labels(self) -> list[str]:
        """What the list shows now, without headings."""
        return [each.text() for each in self._items() if each.data(_CODE) is not None]

    def choose(self, words: str) -> None:
        """Pick by its words. Raises ValueError when the list does not show them."""
        for each in self._items():
            if each.text() == words and each.data(_CODE) is not None:
                self._take(each)
                return
        raise ValueError(words)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, down and Enter work on the list while the keys are in the search line."""
        if (
            watched is not self.search
            or event.type() != QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
        ):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.list.currentItem()
            if item is not None:
                self._take(item)
            return True
        if event.key() in _KEYS_OF_THE_LIST:
            self.list.keyPressEvent(event)
            return True
        return False

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]

    def _list_matching(self, typed: str) -> None:
        self.list.clear()
        heading = ""
        bold = QFont(self.list.font())
        bold.setBold(True)
        for each in self._picks:
            if not matches(typed, each.label, *each.words):
                continue
            if each.group and each.group != heading:
                heading = each.group
                head = QListWidgetItem(heading)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                head.setFont(bold)
                head.setForeground(QColor(tokens.current().ink_2))
                self.list.addItem(head)
            item = QListWidgetItem(each.label)
            item.setData(_CODE, each.code)
            item.setToolTip(each.label)
            self.list.addItem(item)
            if each.code == self._current and not typed:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None:
            first = next((item for item in self._items() if item.data(_CODE) is not None), None)
            if first is not None:
                self.list.setCurrentItem(first)

    def _take(self, item: QListWidgetItem) -> None:
        code = item.data(_CODE)
        if code is not None:
            self.close()
            self.chosen.emit(str(code))

    def _size(self) -> tuple[int, int]:
        metrics = self.list.fontMetrics()
        widest = max((metrics.horizontalAdvance(each.label) for each in self._picks), default=0)
        width = min(_WIDEST, max(_NARROWEST, widest + 70))
        self.setFixedWidth(width)
        self.list.setFixedHeight(min(self.list.count(), _MOST_ROWS) * _ROW + 8)
        return width, self.sizeHint().height()
