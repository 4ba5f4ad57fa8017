"""One sheet of the file in its card: how it was read, its grid, what can be decided about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QMenu

from college_desk.base.translation import _
from college_desk.files.mapping.vocabulary import vocabulary
from college_desk.gui.models.guarded import guarded
from college_desk.gui.pages.importing import decisions
from college_desk.gui.pages.importing.column_header import needs_a_look
from college_desk.gui.pages.importing.column_picks import answer_of, column_picks, current_pick
from college_desk.gui.pages.importing.reading_popup import ReadingPopup
from college_desk.gui.pages.importing.sheet_grid import SheetGrid
from college_desk.gui.pages.importing.sheet_model import SheetModel, Shown
from college_desk.gui.widgets.buttons import chip, link
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.widgets.picker import Picker
from college_desk.gui.words import grouped
from college_desk.services.import_preview import ImportOptions, Preview, SheetPreview

_NAMED_IN_A_CHIP = 2


class SheetCard(QFrame):
    """decided(options): the file is to be read so; left_out(rows' numbers): those are not to be imported;
    synonyms_wanted: the school's own words are to be seen.
    """

    decided = Signal(object)
    synonyms_wanted = Signal()
    left_out = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.preview: Preview | None = None
        self._options = ImportOptions()
        self._shown: Shown = ""
        inside = column(self, gap=4)
        inside.setContentsMargins(1, 8, 1, 1)
        inside.addLayout(self._head())
        self.model = SheetModel(self)
        self.model.mended.connect(self._mend)
        self.grid = SheetGrid(self.model)
        self.grid.column_wanted.connect(self.pick_field)
        inside.addWidget(self.grid, 1)

    def show_preview(self, preview: Preview, options: ImportOptions, *, fit: bool) -> None:
        """Show a preview's sheet; `fit`: of another file or register, so that columns are measured anew."""
        kept = 0 if fit else max(0, self.sheets.currentIndex())
        first = self.preview is None
        self.preview, self._options = preview, options
        self.sheets.blockSignals(True)
        self.sheets.clear()
        for each in preview.sheets:
            self.sheets.addItem(each.name or preview.book.file)
        self.sheets.setCurrentIndex(min(kept, len(preview.sheets) - 1))
        self.sheets.setVisible(len(preview.sheets) > 1)
        self.sheets.blockSignals(False)
        if fit:
            self._shown = ""
        self._show_sheet(fit=fit or first)

    def take_options(self, options: ImportOptions) -> None:
        """Further decisions here are made on top of these."""
        self._options = options

    def show_only(self, kind: Shown) -> None:
        """Show the rows of one outcome, or all."""
        self._shown = kind
        sheet = self.sheet()
        if sheet is not None:
            self.model.show_sheet(sheet, kind)

    def sheet(self) -> SheetPreview | None:
        """The sheet that is shown."""
        if self.preview is None:
            return None
        place = max(0, self.sheets.currentIndex())
        return self.preview.sheets[place] if place < len(self.preview.sheets) else None

    def go_to(self, name: str, number: int, place: int | None) -> bool:
        """Put the keys into a cell of a sheet; False where its row is not among those shown."""
        if self.preview is None:
            return False
        current = self.sheet()
        if current is None or current.name != name or not _holds(current, number):
            several = enumerate(self.preview.sheets)
            at = next((at for at, each in several if each.name == name and _holds(each, number)), None)
            if at is not None:
                self.sheets.setCurrentIndex(at)
        return self.grid.go_to(number, place)

    def show_column(self, name: str, place: int) -> None:
        """Bring a column of a sheet into view, the keys stay where they are."""
        if self.preview is None:
            return
        current = self.sheet()
        if current is None or current.name != name:
            at = next((at for at, each in enumerate(self.preview.sheets) if each.name == name), None)
            if at is None:
                return
            self.sheets.setCurrentIndex(at)
        row = max(0, self.grid.currentIndex().row())
        index = self.model.index(row, place)
        if index.isValid():
            self.grid.setCurrentIndex(index)

    def pick_field(self, place: int, where: QPoint) -> Picker | None:
        """Open the list from which a column gets its field."""
        sheet = self.sheet()
        if self.preview is None or sheet is None or place >= len(sheet.columns):
            return None
        others = (each for each in sheet.columns if each.index != place)
        taken = frozenset(target.name for each in others for target in each.targets)
        words = vocabulary(self.preview.register.code)
        shown = sheet.columns[place]
        parting = [
            each
            for each in self.preview.questions
            if each.kind == "split" and each.column == place and (each.sheet or "") == sheet.name
        ]
        title = _("“{header}”这一列是").format(header=shown.label)
        picks = column_picks(words, taken, parting)
        picker = Picker(title, picks, current_pick(shown, parting), self)
        picker.chosen.connect(lambda pick: self._choose(sheet, place, pick, answer_of(pick, parting)))
        picker.open_at(where)
        return picker

    def reading(self) -> ReadingPopup | None:
        """Open what decides by hand how the sheet is read."""
        sheet = self.sheet()
        if self.preview is None or sheet is None:
            return None
        popup = ReadingPopup(self.preview, sheet, self._options, self)
        popup.decided.connect(self._decide)
        popup.synonyms_wanted.connect(self.synonyms_wanted)
        popup.open_below(self._by_hand)
        return popup

    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A right click on the grid offers what the keys do."""
        index = self.grid.currentIndex()
        if not self.grid.geometry().contains(event.pos()) or not index.isValid():
            return
        menu = QMenu(self)
        menu.addAction(_("改这一格（F2）"), lambda: self.grid.edit(index))
        menu.addAction(_("这一处的说明（F1）"), self.grid.explain_current)
        menu.addSeparator()
        menu.addAction(_("所选行不导入（Ctrl+-）"), self.leave_out_selected)
        menu.addAction(_("这一列对应什么…（Alt+↓）"), self.grid.ask_current_column)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def leave_out_selected(self) -> None:
        """Leave the rows out in which something is selected."""
        sheet = self.sheet()
        numbers = self.grid.selected_numbers()
        if sheet is not None and numbers:
            self.left_out.emit({(sheet.name, number) for number in numbers})

    def _head(self) -> QHBoxLayout:
        head = row(gap=8)
        head.setContentsMargins(14, 0, 14, 0)
        self.heading = label("", "heading")
        self._by_hand = link(_("表头、工作表、固定值…"))
        self._by_hand.setToolTip(_("表头认错了，或有每行都相同的项目，在这里改"))
        self._by_hand.clicked.connect(self.reading)
        self.doubts = chip("", "wait")
        self.doubts.setToolTip(_("点一下，到下一个要核对的列"))
        self.doubts.clicked.connect(self._go_to_doubt)
        self.restore = link("")
        self.restore.clicked.connect(lambda: self._decide(decisions.with_all_rows(self._options)))
        self.mapping = label("", "quiet")
        self.no_mapping = link(_("不用这个对应"))
        self.no_mapping.clicked.connect(self._forget)
        self.sheets = QComboBox()
        self.sheets.setAccessibleName(_("工作表"))
        self.sheets.currentIndexChanged.connect(lambda _index: self._show_sheet(fit=True))
        for each in (self.heading, self._by_hand, self.sheets, self.doubts, self.restore, self.mapping):
            head.addWidget(each)
        head.addWidget(self.no_mapping)
        head.addStretch(1)
        head.addWidget(label(_("点列名下的项目可改（Alt+↓）"), "hint"))
        return head

    def _show_sheet(self, *, fit: bool) -> None:
        sheet = self.sheet()
        if sheet is None:
            return
        index, top = self.grid.currentIndex(), self.grid.verticalScrollBar().value()
        left = self.grid.horizontalScrollBar().value()
        self.model.show_sheet(sheet, self._shown)
        self.grid.columns.show_columns(
            sheet.columns, decisions.left_out_columns(self._options, sheet.name), self._asked(sheet)
        )
        self._say(sheet)
        if fit:
            self.grid.fit_columns()
            self.grid.scrollToTop()
        elif index.isValid():
            self.grid.setCurrentIndex(
                self.model.index(min(index.row(), self.model.rowCount() - 1), index.column())
            )
            self.grid.verticalScrollBar().setValue(top)
            self.grid.horizontalScrollBar().setValue(left)

    def _say(self, sheet: SheetPreview) -> None:
        words = _("表头在第 {row} 行，数据 {n} 行")
        self.heading.setText(words.format(row=sheet.header_row, n=grouped(len(sheet.rows))))
        unsure, unmapped = self._doubtful(sheet)
        parts = []
        if unsure:
            parts.append(_("{n} 列请核对").format(n=len(unsure)))
        if unmapped:
            parts.append(_("{n} 列未对应，不会导入").format(n=len(unmapped)))
        self.doubts.setText("，".join(parts))
        self.doubts.setVisible(bool(parts))
        rows = decisions.left_out_rows(self._options, sheet.name)
        self.restore.setText(_("{n} 行不导入，恢复").format(n=rows))
        self.restore.setVisible(rows > 0)
        name = self.preview.mapping if self.preview is not None else None
        self.mapping.setText(_("按“{name}”对应").format(name=name) if name else "")
        self.mapping.setVisible(bool(name))
        self.no_mapping.setVisible(bool(name))

    def _asked(self, sheet: SheetPreview) -> dict[int, str]:
        """What the columns may be about which somebody is still to decide (合作企业？保险公司？)."""
        questions = self.preview.questions if self.preview is not None else ()
        return {
            each.column: "".join(f"{answer.label}？" for answer in each.answers[:_NAMED_IN_A_CHIP])
            for each in questions
            if each.kind == "column"
            and not each.answered
            and each.column is not None
            and (each.sheet or "") == sheet.name
        }

    def _doubtful(self, sheet: SheetPreview) -> tuple[list[int], list[int]]:
        """The columns that somebody should look at: those guessed, and those with a header but no field."""
        left_out = decisions.left_out_columns(self._options, sheet.name)
        tones = {each.index: needs_a_look(each, left_out=each.index in left_out) for each in sheet.columns}
        unsure = [index for index, tone in tones.items() if tone == "wait"]
        return unsure, [index for index, tone in tones.items() if tone == "error"]

    def _go_to_doubt(self) -> None:
        sheet = self.sheet()
        if sheet is None or not self.model.rowCount():
            return
        unsure, unmapped = self._doubtful(sheet)
        several = sorted([*unsure, *unmapped])
        if not several:
            return
        current = self.grid.currentIndex()
        later = [each for each in several if each > current.column()]
        self.grid.setCurrentIndex(self.model.index(max(0, current.row()), (later or several)[0]))
        self.grid.setFocus()

    def _choose(self, sheet: SheetPreview, place: int, pick: str, answer: Mapping[str, str]) -> None:
        if answer:
            options = decisions.without_column(self._options, sheet.name, place)
            self._decide(decisions.with_answers(options, answer))
        else:
            self._decide(decisions.with_column(self._options, sheet, place, pick))

    def _mend(self, cells: Sequence[tuple[int, int, str]]) -> None:
        sheet = self.sheet()
        if sheet is None:
            return
        options = self._options
        for number, place, text in cells:
            options = decisions.with_cell(options, sheet.name, number, place, text)
        self._decide(options)

    def _forget(self) -> None:
        self._decide(replace(self._options, remembered=False))

    def _decide(self, options: ImportOptions) -> None:
        self._options = options
        self.decided.emit(options)


def _holds(sheet: SheetPreview, number: int) -> bool:
    """Whether a row is one of the sheet's data rows or skipped ones."""
    return any(each.read.row == number for each in sheet.rows) or any(
        each.row == number for each in sheet.skipped
    )
