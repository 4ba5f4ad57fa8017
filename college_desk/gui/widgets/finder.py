"""The search box at the top: finds people, enterprises, classes, pages and commands as one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem

from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.pages.page import PAGES
from college_desk.gui.widgets.labels import card, column
from college_desk.gui.widgets.navigation import short_title
from college_desk.gui.words import matches
from college_desk.records.query import Query
from college_desk.records.register import REGISTERS, Record, Register
from college_desk.services import listing
from college_desk.services.naming import name_of

PAUSE_MS = 120
MOST_OF_ONE_REGISTER = 4
MOST = 14

_DO = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Command:
    """Something that can be done from the search box."""

    words: str
    run: Callable[[], None]


@dataclass(frozen=True)
class Hit:
    """A record that was found."""

    register: Register
    uid: str
    name: str
    beside: str


class Finder(QObject):
    """The list of what was found, below the search box; Up, Down and Enter choose, Esc closes."""

    def __init__(self, edit: QLineEdit, context: DeskContext, commands: Sequence[Command]) -> None:
        super().__init__(edit)
        self._edit = edit
        self._context = context
        self._commands = tuple(commands)
        self._asked = ""
        self._frame: QFrame = card()
        self._frame.setParent(edit.window())
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(_("查找结果"))
        self._list.itemClicked.connect(self._choose)
        column(self._frame, 4).addWidget(self._list)
        self._frame.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look)
        edit.textEdited.connect(self._typed)
        edit.installEventFilter(self)

    @property
    def shown(self) -> list[str]:
        """The words of what is shown, for tests."""
        return [self._list.item(index).text() for index in range(self._list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the search box: Up, Down, Enter, Esc; leaving it closes the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(150, self._frame.hide)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._edit.clear()
            self._frame.hide()
            return True
        if self._frame.isHidden() or not self._list.count():
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentItem())
            return True
        return False

    def _typed(self, text: str) -> None:
        self._asked = text.strip()
        if self._asked:
            self._pause.start()
        else:
            self._pause.stop()
            self._frame.hide()

    def _look(self) -> None:
        words = self._asked
        self._show(words, None)
        desk = self._context.desk

        def work(progress: Progress) -> tuple[str, list[Hit]]:
            return words, _records(progress, lambda register, query: listing.uids(desk, register, query),
                                   lambda register, uids: listing.page(desk, register, uids), words)  # fmt: skip

        self._context.tasks.run(work, then=self._found, owner=self)

    def _found(self, result: tuple[str, list[Hit]]) -> None:
        words, hits = result
        if words == self._asked:
            self._show(words, hits)

    def _show(self, words: str, hits: Sequence[Hit] | None) -> None:
        """List pages and commands at once, records (None: still looked for) above them."""
        self._list.clear()
        for hit in hits or ():
            beside = f"　{hit.beside}" if hit.beside else ""
            place = Place(hit.register.code, uid=hit.uid)
            self._add(f"{hit.name}{beside}　·　{short_title(hit.register)}", self._going(place))
        for declared in PAGES:
            if declared.section != "none" and matches(words, _(declared.title), *declared.words):
                at = Place(declared.code)
                self._add(_("{page}　·　页面").format(page=_(declared.title)), self._going(at))
        for register in REGISTERS:
            if matches(words, _(register.title)):
                at = Place(register.code)
                self._add(_("{page}　·　页面").format(page=_(register.title)), self._going(at))
        for command in self._commands:
            if matches(words, command.words):
                self._add(_("{words}　·　操作").format(words=command.words), command.run)
        if self._list.count() == 0 and hits is None:
            self._frame.hide()
            return
        if self._list.count() == 0:
            item = QListWidgetItem(_("没有找到“{words}”").format(words=words))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._place()

    def _going(self, place: Place) -> Callable[[], None]:
        return lambda: self._context.go(place)

    def _add(self, words: str, run: Callable[[], None]) -> None:
        if self._list.count() >= MOST:
            return
        item = QListWidgetItem(words)
        item.setData(_DO, run)
        self._list.addItem(item)

    def _choose(self, item: QListWidgetItem | None) -> None:
        run = item.data(_DO) if item is not None else None
        if run is None:
            return
        self._frame.hide()
        self._edit.clear()
        run()

    def _place(self) -> None:
        window = self._edit.window()
        corner = self._edit.mapTo(window, QPoint(0, self._edit.height() + 4))
        height = min(self._list.count(), MOST) * 29 + 20
        self._frame.setGeometry(corner.x(), corner.y(), max(420, self._edit.width()), height)
        self._frame.show()
        self._frame.raise_()


def _records(
    progress: Progress,
    uids: Callable[[Register, Query], list[str]],
    page: Callable[[Register, Sequence[str]], Sequence[Record]],
    words: str,
) -> list[Hit]:
    """The first few records of each register that the words find."""
    hits: list[Hit] = []
    for number, register in enumerate(REGISTERS):
        progress.step("", number, len(REGISTERS))
        if not register.searched:
            continue
        found = uids(register, Query(search=words))[:MOST_OF_ONE_REGISTER]
        for record in page(register, found):
            name = name_of(record) or _(register.title)
            hits.append(Hit(register, record.uid, name, _beside(register, record, name)))
    return hits


def _beside(register: Register, record: Record, name: str) -> str:
    """What tells two of one name apart: the first listed field that is no name and not masked."""
    for field in (register.by_name[each] for each in register.listed):
        text = register.show(record, field.name)
        if text and text != name and not field.sensitive:
            return text
    return ""
