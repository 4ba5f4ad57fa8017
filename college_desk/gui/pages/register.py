"""The page of a register, one engine for all: the grid, the record beside it, filters, adding, ending."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from college_desk.base.errors import DeskError
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.editors.catalogue import editor_for
from college_desk.gui.editors.editor import Editor
from college_desk.gui.filed_reasons import FiledReasons
from college_desk.gui.grid.register_grid import RegisterGrid
from college_desk.gui.grid.selection import selection_words
from college_desk.gui.likeness.button import LikenessButton
from college_desk.gui.models.register_model import RegisterModel
from college_desk.gui.pages.page import PAGES, Page
from college_desk.gui.register_actions import actions_of
from college_desk.gui.register_columns import Columns
from college_desk.gui.register_edits import RegisterEdits
from college_desk.gui.register_work import Listed, RegisterWork
from college_desk.gui.theme.tokens import GAP, MARGIN
from college_desk.gui.widgets.ask import ask_text
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.column_chooser import ColumnChooser
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.filter_bar import FilterBar
from college_desk.gui.widgets.labels import card, column, label
from college_desk.gui.widgets.record_panel import RecordPanel
from college_desk.gui.widgets.rule_card import RuleCard, explain_findings
from college_desk.gui.words import grouped
from college_desk.records.change import Changed, ChangeLine
from college_desk.records.finding import Finding
from college_desk.records.query import Query
from college_desk.records.register import Register
from college_desk.services.filing_life import Standing

_EXPORTS = "电子表格 (*.xlsx);;文本表格 (*.csv)"


class RegisterPage(Page):
    """All records of a register: look, search, filter, type, paste, add, end, export."""

    def __init__(self, register: Register) -> None:
        super().__init__(register.code)
        self.register = register
        self._total = 0
        self._loading = 0
        self._stale = False
        self._shown = Query()
        self._wanted: Place | None = None

    def open(self, context: DeskContext) -> None:
        """Lay the page out on the desk and load its list."""
        self.context = context
        self.work = RegisterWork(context, self.register, self)
        self.model = RegisterModel(self.register, self.work.fetch, self)
        self.model.around = context.around
        self.columns = Columns(context.memory, self.register)
        self.model.show_columns(self.columns.shown())
        self.model.show_findings(context.findings)
        self.model.show_numbers(context.reveal)
        self.grid = RegisterGrid(self.model, self._make_editor)
        self.reasons = FiledReasons(context.notices, self)
        self.edits = RegisterEdits(context, self.model, self.work, self.reasons, self)
        self.filters = FilterBar(self.register, context)
        self.panel = RecordPanel(self.register, context)
        self._lay_out()
        self._connect()
        self._add_keys()
        self._load()

    def arrive(self, place: Place) -> None:
        """Show a selection, a record, a field; begin a new record."""
        if place.query is not None:
            self.filters.show_query(place.query)
        self._wanted = place if place.uid is not None or place.new else None
        if place.query is not None or self._stale or (place.uid and self.model.row(place.uid) is None):
            if place.uid is not None and place.query is None and self.filters.narrowed:
                self.filters.show_query(Query())
            self._load()
        else:
            self._go_where_wanted()

    def changed(self, changed: Changed) -> None:
        """Read changed rows again; load the list again when others than those typed here were changed."""
        touched = changed.records.get(self.register.code, frozenset())
        if not changed.records:
            self.reasons.forget()
        if not touched:
            return
        if self.edits.own(touched):
            self.model.refresh(touched)
            self._show_current()
        elif self.isVisible():
            self._load()
        else:
            self._stale = True

    def findings_changed(self) -> None:
        """Mark the cells anew."""
        self.model.show_findings(self.context.findings)
        self.filters.show_findings()
        self._show_current_findings()

    def leave(self) -> None:
        """Lay what is not finished into the pending tray, so that nothing typed is lost."""
        self.edits.leave_drafts(None)
        rows = self.edits.unfinished()
        if rows:
            self.work.keep_unfinished(rows)

    @property
    def busy(self) -> bool:
        """Whether the list is being loaded."""
        return self._loading > 0

    def begin_new(self) -> None:
        """Add a draft at the end and put the keys into its first cell."""
        if self.register.made_by_program or not self._new.isEnabled():
            return
        self._stack.setCurrentWidget(self._grid_card)
        uid = self.model.add_draft({})
        first = next(iter(self.work.missing({})), self.register.listed[0])
        names = [each.name for each in self.model.columns]
        self.grid.go_to(uid, "name" if "name" in names else first)
        self.grid.setFocus()
        self.grid.edit(self.grid.currentIndex())

    def _make_editor(self, name: str, parent: QWidget) -> Editor:
        return editor_for(self.register.by_name[name], self.context, "cell", parent)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 14, MARGIN, 14)
        whole.setSpacing(GAP)
        whole.addLayout(self._head())
        whole.addWidget(self.filters)
        body = QHBoxLayout()
        body.setSpacing(GAP)
        self._grid_card: QFrame = card()
        column(self._grid_card, 1, 0).addWidget(self.grid)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._grid_card)
        self._empty = self._empty_state()
        self._none = self._none_found()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._none)
        body.addWidget(self._stack, 1)
        body.addWidget(self.panel)
        whole.addLayout(body, 1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(_(self.register.title), "title"))
        self._count: QLabel = label("", "quiet")
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        self._columns_button = plain(_("列…"), "columns-3")
        self._columns_button.clicked.connect(self.choose_columns)
        self._export_button = plain(_("导出"), "download")
        self._export_button.clicked.connect(self._export)
        self.likeness = LikenessButton(self.register, self.context)
        further = actions_of(self.register, self.context)
        for each in (self.likeness, *further, self._columns_button, self._export_button):
            head.addWidget(each)
        self._new = primary(_("新增"))
        if not self.register.made_by_program:
            if "import" in PAGES:
                bring_in = plain(_("导入表格"), "upload")
                bring_in.clicked.connect(self._import)
                head.addWidget(bring_in)
            self._new.setToolTip(_("新增一条（Ctrl+N）"))
            self._new.clicked.connect(self.begin_new)
            head.addWidget(self._new)
        return head

    def _empty_state(self) -> QFrame:
        title = _(self.register.title)
        if self.register.made_by_program:
            sentence, hint, buttons = _("{title}还没有内容").format(title=title), _("由程序在结算时生成"), []
        else:
            sentence = _("{title}还没有内容").format(title=title)
            hint = _("可以把现有的表格导入进来，也可以逐条新增；从表格软件复制后在这里粘贴也行。")
            buttons = [plain(_("新增一条"))]
            buttons[0].clicked.connect(self.begin_new)
            buttons.append(plain(_("粘贴复制的表格")))
            buttons[1].clicked.connect(self._paste)
            if "import" in PAGES:
                bring_in = primary(_("导入表格"))
                bring_in.clicked.connect(self._import)
                buttons.insert(0, bring_in)
        frame = card()
        column(frame, 0, 0).addWidget(EmptyState("inbox", sentence, hint, *buttons))
        return frame

    def _paste(self) -> None:
        """Lay what was copied from a spreadsheet into the empty list."""
        self._stack.setCurrentWidget(self._grid_card)
        self.grid.paste()
        self.grid.setFocus()
        self.panel.setVisible(self.model.rowCount() > 0)

    def _none_found(self) -> QFrame:
        clear = plain(_("显示全部"))
        clear.clicked.connect(self.filters.clear)
        frame = card()
        hint = _("换几个字试试，或去掉筛选条件。")
        column(frame, 0, 0).addWidget(EmptyState("search", _("没有符合条件的记录"), hint, clear))
        return frame

    def _connect(self) -> None:
        context = self.context
        self.filters.changed.connect(self._load)
        self.filters.stepped.connect(self._step_finding)
        self.grid.moved.connect(self._moved)
        self.grid.sorted_by.connect(self.filters.sort_by)
        self.grid.end_wanted.connect(self._end_selected)
        self.grid.refused.connect(lambda sentence: context.notices.say(sentence, "wait"))
        self.grid.widened.connect(self.columns.keep_width)
        self.grid.left.connect(lambda: self.panel.focus_field())
        self.grid.selectionModel().selectionChanged.connect(lambda *_: self._say_selection())
        self.edits.settled.connect(self._show_current)
        self.edits.grew.connect(self._grew)
        self.panel.typed.connect(self._typed_beside)
        self.panel.explain.connect(self._explain)
        self.panel.end_wanted.connect(self._end_current)
        self.panel.left.connect(self.grid.setFocus)
        self.panel.history_wanted.connect(lambda uid: self.work.history(uid, self._show_history))
        self.panel.standing_wanted.connect(lambda uid: self.work.standing(uid, self._show_standing))
        context.numbers_shown.connect(self._reveal)
        context.scope_changed.connect(self._load)

    def _add_keys(self) -> None:
        keys = (
            ("Ctrl+N", self.begin_new),
            ("Ctrl+F", self._find),
            ("F8", lambda: self._step_finding(1)),
            ("Shift+F8", lambda: self._step_finding(-1)),
            ("F1", self.explain_current),
        )
        for sequence, run in keys:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def explain_current(self) -> RuleCard | None:
        """Say what was found in the current cell, else on its record, each with its rule; nothing without any."""
        uid = self.grid.current_uid()
        found = self.context.findings.of(uid) if uid is not None else []
        here = [each for each in found if each.field == self._current_field()]
        return explain_findings(here or found, self.grid, reveal=self.context.reveal)

    def _load(self) -> None:
        self._loading += 1
        self._stale = False
        self._shown = self.filters.query()
        self.work.choose(self._shown, self._loaded)

    def _loaded(self, listed: Listed) -> None:
        self._loading -= 1
        if listed.query != self._shown:
            return
        self._total = listed.total
        uid, name = self.grid.current_uid(), self._current_field()
        first = self.model.rowCount() == 0
        self.model.show_rows(listed.uids)
        if first or not self._fitted:
            self.grid.fit_columns(self.columns.widths())
            self._fitted = bool(listed.uids)
        self._say_count()
        self._show_list_or_hint()
        if self._wanted is not None:
            self._go_where_wanted()
        elif uid is None or not self.grid.go_to(uid, name):
            self._go_first()

    _fitted = False

    def _show_list_or_hint(self) -> None:
        if self.model.rowCount():
            self._stack.setCurrentWidget(self._grid_card)
        elif self._total and self.filters.narrowed:
            self._stack.setCurrentWidget(self._none)
        else:
            self._stack.setCurrentWidget(self._none if self.filters.narrowed else self._empty)
        self.panel.setVisible(self.model.rowCount() > 0)

    def _go_first(self) -> None:
        if self.model.rowCount():
            self.grid.setCurrentIndex(self.model.index(0, 0))
        else:
            self._moved(None)

    def _go_where_wanted(self) -> None:
        place, self._wanted = self._wanted, None
        if place is None:
            return
        if place.new:
            QTimer.singleShot(0, self, self.begin_new)
        elif place.uid is not None:
            if not self.grid.go_to(place.uid, place.field):
                self.context.notices.say(_("这条记录不在当前列表里，可能已停用。"), "wait")
            elif place.field is not None and place.field not in [each.name for each in self.model.columns]:
                self.panel.focus_field(place.field)
            else:
                self.grid.setFocus()

    def _moved(self, uid: object) -> None:
        self._show_current()
        self._say_selection()
        self.edits.leave_drafts(uid)

    def _show_current(self) -> None:
        uid = self.grid.current_uid()
        draft = self.model.draft(uid) if uid is not None else None
        if draft is not None:
            self.panel.show_draft(draft.cells, self._needed(draft.cells))
            return
        row = self.model.row(uid) if uid is not None else None
        record = self.model.record(row) if row is not None else None
        position = "" if row is None else f"{grouped(row + 1)} / {grouped(self.model.stored())}"
        unread = {name: text for (of, name), text in self.model.unread().items() if of == uid}
        self.panel.show_record(record, position, unread)
        self._show_current_findings()

    def _show_current_findings(self) -> None:
        uid = self.grid.current_uid()
        self.panel.show_findings(self.context.findings.of(uid) if uid is not None else ())

    def _typed_beside(self, name: str, text: str) -> None:
        uid = self.grid.current_uid()
        if uid is not None:
            self.edits.type_into(uid, name, text)
            self._show_current()

    def _grew(self) -> None:
        self._total += 1
        self._say_count()

    def _needed(self, cells: Mapping[str, str]) -> str:
        missing = [_(self.register.by_name[name].title) for name in self.work.missing(cells)]
        return _("填上{fields}后自动保存").format(fields="、".join(missing)) if missing else _("正在保存…")

    def _end_current(self) -> None:
        uid = self.grid.current_uid()
        if uid is not None:
            self._end([uid])

    def _end_selected(self) -> None:
        self._end(self.grid.selected_uids())

    def _end(self, uids: Sequence[str]) -> None:
        drafts = [uid for uid in uids if self.model.draft(uid) is not None]
        for uid in drafts:
            self.model.drop_draft(uid)
        stored = [uid for uid in uids if uid not in drafts]
        if not stored:
            self._show_list_or_hint()
            return
        ended = self._shown.ended
        service, words = (self.work.reopen, _("已恢复")) if ended else (self.work.end, _("已停用"))

        def store(reason: str | None, failed: Callable[[DeskError], None]) -> None:
            service(stored, lambda _changed: self._say_ended(words, len(stored)), failed, reason=reason)

        self.reasons.change(frozenset(stored), store)

    def _say_ended(self, words: str, number: int) -> None:
        counted = _(self.register.counted)
        self.context.notices.say(
            _("{words}{n}{counted}，可按 Ctrl+Z 撤销").format(words=words, n=number, counted=counted)
        )

    def _explain(self, finding: Finding) -> None:
        kept = finding.explanation.text if finding.explanation is not None else ""
        text = ask_text(
            self, _("情况说明"), _("请写明原因，将随材料报送。") + finding.message, kept, needed=True
        )
        if text:
            self.work.explain(finding, text, lambda _changed: self.context.check())

    def _step_finding(self, step: int) -> None:
        """Go to the next or previous record with an open finding, to the cell in which it stands."""
        uids = self.model.uids()
        if not uids:
            return
        at = self.grid.currentIndex().row()
        for distance in range(1, len(uids) + 1):
            uid = uids[(at + step * distance) % len(uids)]
            found = next((each for each in self.context.findings.of(uid) if each.blocks), None)
            if found is not None:
                self.grid.go_to(uid, found.field)
                self.grid.setFocus()
                return
        self.context.notices.say(_("这份台账没有要处理的问题。"))

    def choose_columns(self) -> None:
        """Offer all fields as columns."""
        chooser = ColumnChooser(self.register, [each.name for each in self.model.columns], self)
        chooser.chosen.connect(self.show_columns)
        chooser.open_below(self._columns_button)

    def show_columns(self, names: Sequence[str]) -> None:
        """Show these fields as columns, now and later."""
        self.columns.keep(names)
        uid = self.grid.current_uid()
        self.model.show_columns(names)
        self.grid.fit_columns(self.columns.widths())
        if uid is not None:
            self.grid.go_to(uid)

    def _export(self) -> None:
        title = _(self.register.title)
        name = f"{title}{self.context.today():%Y%m%d}.xlsx"
        chosen, _kind = QFileDialog.getSaveFileName(self, _("导出"), str(Path.home() / name), _(_EXPORTS))
        if not chosen:
            return
        out = Path(chosen)
        if out.suffix.lower() not in (".xlsx", ".csv"):
            out = out.with_name(out.name + ".xlsx")
        self.export_to(out)

    def export_to(self, out: Path) -> None:
        """Write the list as it is shown: its columns, its selection, its order."""
        columns = [each.name for each in self.model.columns]
        words = _("（已筛选）") if self.filters.narrowed else ""
        counted = _(self.register.counted)

        def done(number: int) -> None:
            self.context.notices.say(
                _("已导出 {n} {counted}{filtered}：{file}").format(
                    n=grouped(number), counted=counted, filtered=words, file=out.name
                )
            )

        self.work.export(self._shown, out, columns, _("正在导出"), done)

    def _import(self) -> None:
        self.context.go(Place("import", register=self.register.code))

    def _find(self) -> None:
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    def _reveal(self, shown: bool) -> None:
        self.model.show_numbers(shown)
        self._show_current()

    def _show_history(self, uid: str, lines: Sequence[ChangeLine]) -> None:
        if uid == self.grid.current_uid():
            self.panel.show_history(lines)

    def _show_standing(self, uid: str, found: Sequence[Standing]) -> None:
        if uid == self.grid.current_uid():
            self.panel.show_standing(found)

    def _say_count(self) -> None:
        counted = _(self.register.counted)
        words = _("{n} {counted}").format(n=grouped(self._total), counted=counted)
        if self.filters.narrowed:
            words += _("，筛选后 {n}").format(n=grouped(self.model.stored()))
        self._count.setText(words)
        self._new.setEnabled(not (self.register.one_record and self._total))

    def _say_selection(self) -> None:
        if self.isVisible():
            indexes = self.grid.selectionModel().selectedIndexes()
            self.context.selected.emit(selection_words(self.model, indexes))

    def _current_field(self) -> str | None:
        index = self.grid.currentIndex()
        return self.model.columns[index.column()].name if index.isValid() else None
