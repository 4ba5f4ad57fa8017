"""The forms as pages (表样预览): which form, page by page, as they come out of the printer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QScrollArea, QSizePolicy

from college_desk.base.translation import _
from college_desk.gui.models.guarded import guarded
from college_desk.gui.theme import tokens
from college_desk.gui.widgets.buttons import icon_button
from college_desk.gui.widgets.labels import column, label, row
from college_desk.services.previewing import FilingPreview, Printed

SHARPNESS = 2
"""Pixels of the picture for each pixel of the screen, so that small print is scaled down and not up."""


class PreviewCard(QFrame):
    """Pages of the filing's forms. wanted(number): a form is to be set as pages."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._printed: Printed | None = None
        self._picture = QPixmap()
        self._painted: tuple[int, int] = (-1, 0)
        self.page = 0
        inside = column(self, gap=6)
        head = row(gap=4)
        self.forms = QComboBox()
        self.forms.setAccessibleName(_("表样"))
        self.forms.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.forms.currentIndexChanged.connect(self._form_chosen)
        self.number = label("", "hint")
        self._before = icon_button("chevron-left", _("上一页"))
        self._after = icon_button("chevron-right", _("下一页"))
        self._before.clicked.connect(lambda: self.turn(-1))
        self._after.clicked.connect(lambda: self.turn(1))
        head.addWidget(self.forms, 1)
        for each in (self.number, self._before, self._after):
            head.addWidget(each)
        inside.addLayout(head)
        self.paper = QLabel()
        self.paper.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._area = QScrollArea()
        self._area.setWidget(self.paper)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(_("表样预览"))
        self._area.viewport().installEventFilter(self)
        inside.addWidget(self._area, 1)
        self._hint = label("", "hint", wrap=True)
        inside.addWidget(self._hint)
        self._turnable()

    def show_filing(self, shown: FilingPreview | None, trouble: str = "") -> None:
        """Take the forms of a filing, none where nothing is to be filed; the form shown before stays chosen.

        trouble: why they cannot be filled yet, a sentence.
        """
        kept = self.forms.currentText()
        self.forms.blockSignals(True)
        self.forms.clear()
        for each in shown.forms if shown is not None else ():
            number = len(each.documents)
            self.forms.addItem(
                each.title if number == 1 else _("{form}（{n}份）").format(form=each.title, n=number)
            )
        place = max(0, self.forms.findText(kept)) if self.forms.count() else -1
        self.forms.setCurrentIndex(place)
        self.forms.blockSignals(False)
        self._printed = None
        self._painted = (-1, 0)
        self.paper.clear()
        self.number.setText("")
        draft = shown is not None and shown.draft
        self._hint.setText(_("定稿前为送审稿，带“送审稿”水印，不能报送") if draft else trouble)
        self._hint.setVisible(draft or bool(trouble))
        self._turnable()
        if place >= 0:
            self.wanted.emit(place)

    def show_pages(self, printed: Printed) -> None:
        """Show a form's pages, the first one at first."""
        self._printed, self.page = printed, 0
        self._paint()

    def turn(self, by: int) -> None:
        """Go to another page."""
        if self._printed is not None and 0 <= self.page + by < self._printed.pages:
            self.page += by
            self._paint()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the page when the room for it changes."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _form_chosen(self, number: int) -> None:
        if number >= 0:
            self.wanted.emit(number)

    def _paint(self) -> None:
        if self._printed is None:
            return
        width = max(1200, self._area.viewport().width() * SHARPNESS)
        self._picture = QPixmap()
        self._picture.loadFromData(self._printed.picture(self.page, width=width))
        self._painted = (-1, 0)
        self._fit()
        self._area.verticalScrollBar().setValue(0)
        self.number.setText(f"{self.page + 1} / {self._printed.pages}")
        self._turnable()

    def _fit(self) -> None:
        room = self._area.viewport().width() - 6
        if self._printed is None or self._picture.isNull() or room < 60 or self._painted == (self.page, room):
            return
        self._painted = (self.page, room)
        ratio = self.devicePixelRatioF()
        fitted = self._picture.scaledToWidth(int(room * ratio), Qt.TransformationMode.SmoothTransformation)
        painter = QPainter(fitted)
        painter.setPen(tokens.current().colour("line"))
        painter.drawRect(fitted.rect().adjusted(0, 0, -1, -1))
        painter.end()
        fitted.setDevicePixelRatio(ratio)
        self.paper.setPixmap(fitted)

    def _turnable(self) -> None:
        pages = self._printed.pages if self._printed is not None else 0
        self._before.setEnabled(self.page > 0 and pages > 0)
        self._after.setEnabled(self.page + 1 < pages)
