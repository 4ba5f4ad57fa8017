"""How a sheet is read (这张表怎样读), decided by hand: header row, sheets, encoding, what is laid over every row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from college_desk.base.translation import _
from college_desk.files.mapping.vocabulary import vocabulary
from college_desk.gui.pages.importing.column_picks import field_picks
from college_desk.gui.widgets.buttons import icon_button, plain, primary, quiet
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.widgets.picker import Picker
from college_desk.services.import_preview import ImportOptions, Preview, SheetPreview

_WIDE = 420
_MOST_ROWS = 10_000


class ReadingPopup(QFrame):
    """decided(options): the file is to be read so; synonyms_wanted: the school's own words are to be seen."""

    decided = Signal(object)
    synonyms_wanted = Signal()

    def __init__(
        self, preview: Preview, sheet: SheetPreview, options: ImportOptions, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("panel", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDE)
        self._preview, self._sheet, self._options = preview, sheet, options
        self._words = vocabulary(preview.register.code)
        inside = column(self, 16, 10)
        inside.addWidget(label(_("这张表怎样读"), "heading"))
        form = QGridLayout()
        form.setHorizontalSpacing(10)
        form.setVerticalSpacing(8)
        form.setColumnStretch(1, 1)
        self.header = QSpinBox()
        self.header.setRange(1, min(_MOST_ROWS, max(1, sheet.height)))
        self.header.setValue(sheet.header_row)
        self.header.setAccessibleName(_("表头在第几行"))
        self.sheets = self._sheet_choice()
        lines: list[tuple[str, QWidget]] = [(_("表头（最下面一行）在第几行"), self.header)]
        if self.sheets.count() > 1:
            lines.append((_("读哪个工作表"), self.sheets))
        for place, (words, widget) in enumerate(lines):
            form.addWidget(label(words, "quiet"), place, 0)
            form.addWidget(widget, place, 1)
        inside.addLayout(form)
        inside.addWidget(label(_("固定值：表里没有、每一行都相同的项目"), "quiet"))
        self._constants: dict[str, QLineEdit] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        inside.addLayout(self._lines)
        for name, text in options.constants.items():
            self._add_constant(name, text)
        inside.addLayout(self._foot())

    def open_below(self, widget: QWidget) -> None:
        """Show below a button."""
        self.adjustSize()
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
        self.show()
        self.header.setFocus()
        self.header.selectAll()

    def decision(self) -> ImportOptions:
        """The options as they are chosen here now."""
        options = self._options
        if self.header.value() != self._sheet.header_row:
            rows = {**options.header_rows, self._sheet.name: self.header.value()}
            options = replace(options, header_rows=rows)
        options = replace(options, sheet=self.sheets.currentData())
        return replace(options, constants=self._given())

    def pick_constant(self) -> Picker:
        """Open the list of fields from which a constant is chosen."""
        filled = {target.name for each in self._sheet.columns for target in each.targets}
        taken = frozenset(filled | set(self._constants))
        picker = Picker(_("哪一项每行都相同"), list(field_picks(self._words, taken)), None, self)
        picker.chosen.connect(self._choose_constant)
        picker.open_at(self._add.mapToGlobal(QPoint(0, self._add.height() + 2)))
        return picker

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setSpacing(10)
        adding = row()
        self._add = quiet(_("加一项固定值"), "plus")
        self._add.clicked.connect(self.pick_constant)
        adding.addWidget(self._add)
        adding.addStretch(1)
        words = quiet(_("本校叫法…"), "book-open")
        words.clicked.connect(self._show_synonyms)
        adding.addWidget(words)
        foot.addLayout(adding)
        buttons = row()
        buttons.addStretch(1)
        no = plain(_("取消"))
        no.clicked.connect(self.close)
        yes = primary(_("按此重新读"))
        yes.clicked.connect(self._decide)
        buttons.addWidget(no)
        buttons.addWidget(yes)
        foot.addLayout(buttons)
        return foot

    def _sheet_choice(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(_("读哪个工作表"))
        names = [each.name for each in self._preview.book.sheets if each.visible]
        if len(names) > 1:
            box.addItem(_("自动选择有这份台账的工作表"), None)
            for name in names:
                box.addItem(name, name)
            box.setCurrentIndex(max(0, box.findData(self._options.sheet)))
        else:
            box.addItem("", self._options.sheet)
        return box

    def _choose_constant(self, name: str) -> None:
        if name not in self._constants:
            self._add_constant(name, "")
            self.adjustSize()
        self._constants[name].setFocus()

    def _add_constant(self, name: str, text: str) -> None:
        target = self._words.named(name)
        title = _(target.field.title) if target is not None else name
        holder = QWidget()
        line = row(holder, gap=8)
        words = label(title)
        words.setFixedWidth(140)
        words.setToolTip(title)
        edit = QLineEdit(text)
        edit.setAccessibleName(title)
        if target is not None:
            edit.setPlaceholderText(_(target.field.hint))
        edit.returnPressed.connect(self._decide)
        away = icon_button("x", _("不用这一项"))
        line.addWidget(words)
        line.addWidget(edit, 1)
        line.addWidget(away)
        away.clicked.connect(lambda: self._drop_constant(name, holder))
        self._constants[name] = edit
        self._lines.addWidget(holder)

    def _drop_constant(self, name: str, holder: QWidget) -> None:
        del self._constants[name]
        self._lines.removeWidget(holder)
        holder.hide()
        holder.deleteLater()
        self.adjustSize()

    def _given(self) -> Mapping[str, str]:
        return {name: edit.text().strip() for name, edit in self._constants.items() if edit.text().strip()}

    def _show_synonyms(self) -> None:
        self.close()
        self.synonyms_wanted.emit()

    def _decide(self) -> None:
        options = self.decision()
        self.close()
        if options != self._options:
            self.decided.emit(options)
