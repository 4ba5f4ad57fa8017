"""The page of filings (申报): from choosing the matter to the package in the folder, and what was filed so far."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path as FilePath

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from college_desk.base.errors import DeskError
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.pages.filing.filed_view import FiledView
from college_desk.gui.pages.filing.folders import ask_folder, ask_package, show_folder
from college_desk.gui.pages.filing.leave_out import LeaveOutDialog
from college_desk.gui.pages.filing.making import Making
from college_desk.gui.pages.filing.tabs import tab
from college_desk.gui.pages.filing.work import Checked, FilingWork
from college_desk.gui.pages.page import Page, page
from college_desk.gui.theme.tokens import GAP, MARGIN
from college_desk.gui.widgets.ask import ask_text
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.filing_words import state_words
from college_desk.gui.widgets.labels import column, label, row
from college_desk.records.change import Changed
from college_desk.records.filing_course import ACCEPTED
from college_desk.records.finding import Finding
from college_desk.records.period import period_of
from college_desk.records.register import Record, register_of
from college_desk.services.explaining import Offer
from college_desk.services.filing import Filed
from college_desk.services.filing_review import Review
from college_desk.services.periods import offered_periods
from college_desk.services.previewing import Printed
from college_desk.services.verifying import Verification
from college_desk.storage.filings import StoredFiling

CHOOSE, CHECK, EXPLAIN, FREEZE, PREVIEW, PACKAGE = range(6)


@page("filings", "申报", section="foot", icon="file-check", order=0, words=("备案", "报送", "材料包", "定稿"))
class FilingsPage(Page):
    """One filing at a time: choose, check, explain, freeze, look at the forms, package and verify."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self._loading = 0
        self._stale = False
        self._checked: Checked | None = None
        self._freeze_next = False
        self._lay_out()

    def open(self, context: DeskContext) -> None:
        """Take the desk; offer the kinds of filing, the one chosen last at first, and the period of today."""
        self.context = context
        self.work = FilingWork(context, self)
        self.choosing.offer(
            lambda each: offered_periods(context.desk, each, context.today()),
            context.today(),
            str(context.memory.get("filing", "")),
        )
        self.filed.open(context)
        context.numbers_shown.connect(lambda _shown: self._show_findings())
        self._load()

    def arrive(self, place: Place) -> None:
        """Begin (`new`), show what was filed under a number (`part`), read again what was changed meanwhile."""
        if place.part is not None:
            self.show_tab(filed=True)
            self.filed.go_to(place.part)
        elif place.new:
            self.show_tab(filed=False)
        if self._stale:
            self._load()

    def changed(self, changed: Changed) -> None:
        """Check the filing again, at once when the page is seen; a package made before is no longer the latest."""
        self.package.clear()
        if self.isVisible():
            self._load()
        else:
            self._stale = True

    @property
    def busy(self) -> bool:
        """Whether the filing is being checked or its forms are being set."""
        return self._loading > 0 or self.work.checking or self.filed.busy

    def show_tab(self, *, filed: bool) -> None:
        """Show what was filed so far, or the filing in the making."""
        self._tab_work.setChecked(not filed)
        self._tab_filed.setChecked(filed)
        self._stack.setCurrentWidget(self.filed if filed else self.making)
        self._summary.setVisible(not filed)
        self._show_step()

    def file_into(self, out: FilePath, reason: str | None = None) -> None:
        """Freeze what is chosen and write its package into a folder."""
        self.work.file(self.choosing.choice(), out, reason, self._filed)

    def verify_package(self, path: FilePath) -> None:
        """Verify a package and show what came of it."""
        self._loading += 1

        def told(result: Verification) -> None:
            self._loading -= 1
            self.package.show_verification(path, result)
            self._show_step()

        def refused(error: DeskError) -> None:
            self._loading -= 1
            self.package.show_trouble(path, str(error))

        if self.package.path != path:
            self.package.show_package(path)
        self.show_tab(filed=False)
        self.making.show_side(package=True)
        self.work.verify(path, told, refused)

    def _lay_out(self) -> None:
        inside = column(self, 0, GAP)
        inside.setContentsMargins(MARGIN, 14, MARGIN, 14)
        inside.addLayout(self._head())
        self._stack = QStackedWidget()
        self.making, self.filed = Making(), FiledView()
        self.choosing, self.path = self.making.choosing, self.making.path
        self.findings, self.preview = self.making.findings, self.making.preview
        self.package = self.making.package
        self._stack.addWidget(self.making)
        self._stack.addWidget(self.filed)
        inside.addWidget(self._stack, 1)
        self._connect()
        self.show_tab(filed=False)

    def _connect(self) -> None:
        self.making.page_wanted.connect(lambda code: self.context.go(Place(code)))
        self.making.import_wanted.connect(lambda code: self.context.go(Place("import", register=code)))
        self.choosing.changed.connect(self._choose)
        self.choosing.leave_out_wanted.connect(self._set_aside)
        self.findings.opened.connect(self._go_to)
        self.findings.explained.connect(self._explain)
        self.findings.offers_wanted.connect(self._want_offers)
        self.preview.wanted.connect(self._print)
        self.package.folder_wanted.connect(self._open_folder)
        self.package.verify_wanted.connect(self._verify_again)
        self.package.picked.connect(self.verify_package)
        self.filed.again.connect(self.go_on_with)
        self.filed.counted.connect(self._say_filed)
        self.filed.save.connect(self._save_stored)
        self.filed.begun.connect(lambda: self.show_tab(filed=False))

    def _head(self) -> QHBoxLayout:
        head = row(gap=12)
        self._tab_work, self._tab_filed = tab(_("办理申报"), "page_tab"), tab(_("已有申报"), "page_tab")
        self._tab_work.clicked.connect(lambda: self.show_tab(filed=False))
        self._tab_filed.clicked.connect(lambda: self.show_tab(filed=True))
        self._summary = label("", "quiet")
        for each in (self._tab_work, self._tab_filed, self._summary):
            head.addWidget(each)
        head.addStretch(1)
        self._verify = plain(_("核验材料包…"))
        self._verify.clicked.connect(self._choose_package)
        self._draft = plain(_("打印送审稿"), "printer")
        self._draft.setToolTip(_("带“送审稿”水印，有问题时也能打印"))
        self._draft.clicked.connect(self._save_draft)
        self.freeze = primary(_("定稿锁定"))
        self.freeze.clicked.connect(self._file)
        for button in (self._verify, self._draft, self.freeze):
            head.addWidget(button)
        return head

    def _choose(self) -> None:
        self.package.clear()
        self.making.show_side(package=False)
        self.context.memory.put("filing", self.choosing.declared.code)
        self._check()

    def _load(self) -> None:
        self.filed.load()
        self._check()

    def _check(self) -> None:
        self._stale = False
        self.work.check(self.choosing.choice(), self._show, self._failed)

    def _say_filed(self, number: int) -> None:
        self._tab_filed.setText(_("已有申报（{n}）").format(n=number) if number else _("已有申报"))

    def _failed(self, error: DeskError) -> None:
        self._checked, self._freeze_next = None, False
        self._summary.setText(str(error))
        self.findings.show_findings([], reveal=self.context.reveal)
        self.preview.show_filing(None)
        self._show_step()

    def _show(self, checked: Checked) -> None:
        self._checked = checked
        prepared = checked.prepared
        number, aside = len(prepared.selection.filed), len(prepared.selection.left_out)
        self._summary.setText(self._summed_up(checked))
        self.choosing.show_day(prepared.day)
        self.choosing.show_left_out(aside)
        self.choosing.leave_out.setEnabled(number + aside > 0)
        self.choosing.state.setText(_state(checked.overtakes))
        self._show_findings()
        self.preview.show_filing(checked.forms, checked.trouble)
        self._show_step()
        self._freeze_if_wanted()

    def _summed_up(self, checked: Checked) -> str:
        """What is being filed, in one line: how much of what kind, or what to do first."""
        prepared, filed = checked.prepared, checked.prepared.selection.filed
        if not filed:
            nothing = _("{period}没有可以申报的内容。").format(period=prepared.period.title)
            return nothing + (_(prepared.filing.first) if prepared.filing.first else "")
        counted = {_counted(each) for each in filed}
        words = _("{period} · {n} {counted} · {kind}")
        return words.format(
            period=prepared.period.title,
            n=len(filed),
            counted=counted.pop() if len(counted) == 1 else _("项"),
            kind=self.choosing.kind.currentText(),
        )

    def _show_findings(self) -> None:
        if self._checked is not None:
            self.findings.show_findings(self._checked.prepared.findings, reveal=self.context.reveal)

    def _show_step(self) -> None:
        prepared = self._checked.prepared if self._checked is not None else None
        filed = prepared is not None and bool(prepared.selection.filed)
        step = CHOOSE
        if prepared is not None and filed:
            step = CHECK if prepared.errors else EXPLAIN if prepared.blocked else FREEZE
            if step == FREEZE and self.package.path is not None:
                step = PACKAGE + 1
        self.path.show_step(step)
        self.making.show_body(something=filed or self.package.path is not None)
        for each in (self._draft, self.freeze):
            each.setVisible(filed and self._tab_work.isChecked())
        self.freeze.setEnabled(step >= FREEZE and not self._trouble)
        self.freeze.setToolTip(self._why_not_yet())

    @property
    def _trouble(self) -> str:
        """Why the forms cannot be filled yet, empty where they can."""
        return self._checked.trouble if self._checked is not None else ""

    def _why_not_yet(self) -> str:
        prepared = self._checked.prepared if self._checked is not None else None
        if prepared is None or not prepared.selection.filed:
            return _("没有可以申报的内容")
        if self._trouble:
            return self._trouble
        if prepared.blocked:
            return _("还有{errors}处必须改正、{open}处需核实说明").format(
                errors=prepared.errors, open=prepared.unexplained
            )
        return _("校验通过，可以定稿；定稿后改动须写原因，转为补正稿")

    def _print(self, number: int) -> None:
        """Set a form as pages and show them, unless another form is wanted by then."""
        forms = self._checked.forms if self._checked is not None else None
        if forms is None:
            return
        self._loading += 1

        def printed(pages: Printed) -> None:
            self._loading -= 1
            now = self._checked.forms if self._checked is not None else None
            if now is forms and self.preview.forms.currentIndex() == number:
                self.preview.show_pages(pages)

        def refused(error: DeskError) -> None:
            self._loading -= 1
            self.context.notices.say(str(error), "error")

        self.work.print(forms, number, printed, refused)

    def _go_to(self, finding: Finding) -> None:
        self.context.go(Place(finding.register, uid=finding.uid, field=finding.field))

    def _want_offers(self, finding: Finding) -> None:
        def show(offers: list[Offer]) -> None:
            if self.findings.explanation.finding == finding:
                self.findings.explanation.show_offers(offers)

        self.work.offers(finding, show)

    def _explain(self, ids: list[str], rule: str | None, text: str) -> None:
        said = _("说明已保存。")
        self.work.explain(
            ids, rule, self.choosing.choice().filing, text, lambda _explained: self.context.notices.say(said)
        )

    def _set_aside(self) -> None:
        if self._checked is None:
            return
        selection = self._checked.prepared.selection
        records = [*selection.left_out, *selection.filed]
        dialog = LeaveOutDialog(self, records, self.choosing.left_out, reveal=self.context.reveal)
        if dialog.exec():
            self.leave_out(dialog.reasons())
        dialog.deleteLater()

    def leave_out(self, reasons: dict[str, str]) -> None:
        """Set these records aside, {uid: reason}, and check again."""
        self.choosing.left_out = reasons
        self._load()

    def _save_draft(self) -> None:
        out = ask_folder(self, _("送审稿放在哪个文件夹"), self.context.memory)
        if out is not None:
            self.save_draft_into(out)

    def save_draft_into(self, out: FilePath) -> None:
        """Write the forms with the watermark into a folder."""
        self.work.save_draft(self.choosing.choice(), out, self._draft_saved)

    def _draft_saved(self, folder: FilePath) -> None:
        said = _("送审稿已放在“{name}”").format(name=folder.name)
        self.context.notices.say(said, action=_("打开文件夹"), act=lambda: show_folder(folder))

    def _file(self) -> None:
        out = ask_folder(self, _("报送材料包放在哪个文件夹"), self.context.memory)
        if out is None or self._checked is None:
            return
        reason = None
        if any(each.state in ACCEPTED for each in self._checked.overtakes):
            sentence = _("这项申报已经受理，请写明为什么改动，将作为补正稿报送。")
            reason = ask_text(self, _("修改说明"), sentence, needed=True)
            if not reason:
                return
        self.file_into(out, reason)

    def _filed(self, result: Filed) -> None:
        if not result.packages:
            self._load()
            return
        package = result.packages[0]
        self.package.show_packages(result.packages)
        self.filed.expect(package.number)
        words = (
            _("内容没有变化，仍是第{n}稿，材料包已再写出一份。")
            if result.repeated
            else _("第{n}稿已定稿锁定，材料包已写好。")
        )
        if len(result.packages) > 1:
            words = _("已定稿锁定，{count}家企业各一份材料包已写好。")
        self.context.notices.say(words.format(n=package.version, count=len(result.packages)))
        self.verify_package(package.path)
        self._load()

    def _choose_package(self) -> None:
        chosen = ask_package(self, self.context.memory)
        if chosen is not None:
            self.verify_package(chosen)

    def _verify_again(self) -> None:
        if self.package.path is not None:
            self.verify_package(self.package.path)

    def _open_folder(self) -> None:
        if self.package.path is not None:
            show_folder(self.package.path.parent)

    def go_on_with(self, review: Review, freeze: bool = False) -> None:
        """Take what a version chose as what is filed now; freeze: and freeze it, once nothing is in the way."""
        stored = review.filing
        self.show_tab(filed=False)
        self._freeze_next = freeze
        self.choosing.take(
            stored.filing,
            period_of(stored.period),
            stored.kind,  # type: ignore[arg-type]
            left_out=review.left_out,
            enterprise=stored.enterprise,
        )

    def _freeze_if_wanted(self) -> None:
        """Go on to the freeze of an amended version, or say what is still in the way."""
        wanted, self._freeze_next = self._freeze_next, False
        if not wanted:
            return
        if self.freeze.isEnabled():
            self._file()
        else:
            self.context.notices.say(self._why_not_yet(), "wait")

    def _save_stored(self, stored: StoredFiling) -> None:
        out = ask_folder(self, _("材料包放在哪个文件夹"), self.context.memory)
        if out is not None:
            self.filed.save_into(stored, out, self._package_saved)

    def _package_saved(self, path: FilePath) -> None:
        said = _("材料包已写出：{name}").format(name=path.name)
        self.context.notices.say(said, action=_("打开文件夹"), act=lambda: show_folder(path.parent))


def _counted(record: Record) -> str:
    """What one record of a filing counts: a person, one of a person's several matters, or a thing."""
    register = register_of(record)
    personal = any(name in register.by_name for name in ("teacher", "apprentice", "id_number"))
    return _("人次") if personal and register.counted != "人" else _(register.counted)


def _state(overtakes: Sequence[StoredFiling]) -> str:
    """What was frozen so far and would be followed, in words."""
    if not overtakes:
        return _("尚未定稿")
    if len(overtakes) > 1:
        return _("已定稿{n}份").format(n=len(overtakes))
    latest = overtakes[0]
    return _("第{version}稿 {state}（{day}定稿）").format(
        version=latest.version, state=state_words(latest.state), day=latest.on.isoformat()
    )
