"""The forms as pages (表样预览): which form, page by page, as they come out of the printer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QScrollArea

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import icon_button
from college_desk.gui.widgets.labels import column, label, row
from college_desk.services.previewing import FilingPreview, Printed

PICTURE_WIDTH = 640


class PreviewCard(QFrame):
    """Pages of the filing's forms. wanted(number): a form is to be set as pages."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._printed: Printed | None = None
        self._page = 0
        inside = column(self, 14, 8)
        head = row()
        head.addWidget(label(_("表样预览"), "heading"))
        head.addStretch(1)
        self._number = label("", "hint")
        before = icon_button("chevron-left", _("上一页"))
        after = icon_button("chevron-right", _("下一页"))
        before.clicked.connect(lambda: self._turn(-1))
        after.clicked.connect(lambda: self._turn(1))
        for each in (self._number, before, after):
            head.addWidget(each)
        inside.addLayout(head)
        self.forms = QComboBox()
        self.forms.setAccessibleName(_("表样"))
        self.forms.currentIndexChanged.connect(self._form_chosen)
        inside.addWidget(self.forms)
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidget(self._picture)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = area
        inside.addWidget(area, 1)
        self._hint = label("", "hint", wrap=True)
        inside.addWidget(self._hint)

    def show_filing(self, shown: FilingPreview | None) -> None:
        """Take the forms of a filing; none where nothing is to be filed."""
        self.forms.blockSignals(True)
        self.forms.clear()
        if shown is not None:
            self.forms.addItems([each.title for each in shown.forms])
        self.forms.blockSignals(False)
        self._printed = None
        self._picture.clear()
        self._number.setText("")
        draft = shown is not None and shown.draft
        self._hint.setText(_("定稿前为送审稿，带“送审稿”水印") if draft else "")
        if shown is not None and shown.forms:
            self.wanted.emit(0)

    def show_pages(self, printed: Printed) -> None:
        """Show the first page of a form."""
        self._printed, self._page = printed, 0
        self._paint()

    def _form_chosen(self, number: int) -> None:
        if number >= 0:
            self.wanted.emit(number)

    def _turn(self, by: int) -> None:
        if self._printed is not None and 0 <= self._page + by < self._printed.pages:
            self._page += by
            self._paint()

    def _paint(self) -> None:
        if self._printed is None:
            return
        picture = QPixmap()
        picture.loadFromData(self._printed.picture(self._page, width=2 * PICTURE_WIDTH))
        room = max(200, self._area.viewport().width() - 4)
        ratio = self.devicePixelRatioF()
        fitted = picture.scaledToWidth(int(room * ratio), Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(ratio)
        self._picture.setPixmap(fitted)
        self._number.setText(f"{self._page + 1} / {self._printed.pages}")
