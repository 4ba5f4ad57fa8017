"""The page of filings (申报): from choosing the matter to the package in the folder."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path as FilePath

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QSplitter

from college_desk.base.errors import DeskError
from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.forms.filing import FILINGS, KIND_WORDS
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.pages.filing.findings import FindingsCard
from college_desk.gui.pages.filing.path import Path
from college_desk.gui.pages.filing.preview import PreviewCard
from college_desk.gui.pages.page import Page, page
from college_desk.gui.theme.tokens import GAP, MARGIN
from college_desk.gui.widgets.ask import ask_text
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.labels import column, label, row
from college_desk.records.change import Changed
from college_desk.records.finding import Finding
from college_desk.services import explaining, filing, previewing, verifying
from college_desk.services.checking import usual_period
from college_desk.services.filing import Filed
from college_desk.services.preparing import Choice, Prepared, filing_of, prepare
from college_desk.services.previewing import FilingPreview, Printed
from college_desk.storage.filings import StoredFiling


@dataclass(frozen=True)
class _Shown:
    """A filing as the page shows it: what was found, its forms, its versions so far."""

    prepared: Prepared
    forms: FilingPreview | None
    versions: tuple[StoredFiling, ...]


@page("filings", "申报", section="foot", icon="file-check", order=0, words=("备案", "报送", "材料包", "定稿"))
class FilingsPage(Page):
    """One filing at a time: choose, check, explain, freeze, package, verify."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self._loading = 0
        self._stale = False
        self._shown: _Shown | None = None
        self._left_out: dict[str, str] = {}
        self._package: FilePath | None = None
        self._lay_out()

    def open(self, context: DeskContext) -> None:
        """Take the desk; offer the kinds of filing, and of the first the period that today lies in."""
        self.context = context
        for each in FILINGS:
            self._filing.addItem(_(each.title), each.code)
        for code, words in KIND_WORDS.items():
            self._kind.addItem(_(words), code)
        self._offer_periods()
        self._filing.currentIndexChanged.connect(lambda _index: self._offer_periods())
        self._period.currentIndexChanged.connect(lambda _index: self._choose())
        self._kind.currentIndexChanged.connect(lambda _index: self._choose())
        self._load()

    def arrive(self, place: Place) -> None:
        """Read again what was changed meanwhile."""
        if self._stale:
            self._load()

    def changed(self, changed: Changed) -> None:
        """Check the filing again; at once when the page is seen."""
        if self.isVisible():
            self._load()
        else:
            self._stale = True

    @property
    def busy(self) -> bool:
        """Whether the filing is being checked or its forms are being set."""
        return self._loading > 0

    def choice(self) -> Choice:
        """What is chosen above."""
        return Choice(
            self._filing.currentData(),
            self._period.currentData(),
            kind=self._kind.currentData(),
            leave_out=dict(self._left_out),
        )

    def _lay_out(self) -> None:
        inside = column(self, MARGIN, GAP)
        head = row()
        head.addWidget(label(_("申报"), "title"))
        self._summary = label("", "hint")
        head.addWidget(self._summary)
        head.addStretch(1)
        self._leave_out = plain(_("本次不报"))
        self._leave_out.clicked.connect(self._set_aside)
        self._draft = plain(_("打印送审稿"), "printer")
        self._draft.clicked.connect(self._save_draft)
        self._verify = plain(_("核验材料包"))
        self._verify.clicked.connect(self._verify_package)
        self.freeze = primary(_("定稿锁定"))
        self.freeze.clicked.connect(self._file)
        for each in (self._leave_out, self._draft, self._verify, self.freeze):
            head.addWidget(each)
        inside.addLayout(head)
        inside.addLayout(self._choosers())
        self._path = Path()
        inside.addWidget(self._path)
        self.findings = FindingsCard()
        self.findings.opened.connect(self._go_to)
        self.findings.explained.connect(self._explain)
        self.preview = PreviewCard()
        self.preview.wanted.connect(self._print)
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.findings)
        halves.addWidget(self.preview)
        halves.setSizes([760, 380])
        halves.setStretchFactor(0, 2)
        halves.setStretchFactor(1, 1)
        inside.addWidget(halves, 1)

    def _choosers(self) -> QHBoxLayout:
        line = row()
        self._filing, self._period, self._kind = QComboBox(), QComboBox(), QComboBox()
        titled = ((_("事项"), self._filing), (_("期间"), self._period), (_("种类"), self._kind))
        for words, box in titled:
            box.setAccessibleName(words)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            line.addWidget(label(words, "quiet"))
            line.addWidget(box)
        line.addStretch(1)
        self._state = label("", "hint")
        line.addWidget(self._state)
        return line

    def _offer_periods(self) -> None:
        """The period that today lies in, the one before it, and the academic years around."""
        declared = filing_of(self._filing.currentData())
        with self.context.desk.read() as reader:
            now = usual_period(reader, declared, self.context.today())
            before = usual_period(reader, declared, now.first - dt.timedelta(days=1))
        self._period.blockSignals(True)
        self._period.clear()
        for each in (now, before):
            self._period.addItem(each.title, each.code)
        self._period.blockSignals(False)
        self._choose()

    def _choose(self) -> None:
        self._left_out = {}
        self._package = None
        if self._shown is not None:
            self._load()

    def _load(self) -> None:
        self._loading += 1
        self._stale = False
        desk, choice, today = self.context.desk, self.choice(), self.context.today()

        def work(progress: Progress) -> _Shown:
            prepared = prepare(desk, choice, today=today, progress=progress)
            versions = tuple(
                each
                for each in filing.filings_of(desk)
                if (each.filing, each.period) == (choice.filing, choice.period)
            )
            forms = None
            if prepared.selection.filed:
                forms = previewing.preview_draft(desk, choice, today=today, progress=progress)
            return _Shown(prepared, forms, versions)

        self.context.tasks.run(work, then=self._show, failed=self._failed, owner=self)

    def _failed(self, error: DeskError) -> None:
        self._loading -= 1
        self._summary.setText(str(error))
        self.findings.show_findings([], reveal=self.context.reveal)
        self.preview.show_filing(None)
        self.freeze.setEnabled(False)

    def _show(self, shown: _Shown) -> None:
        self._loading -= 1
        self._shown = shown
        prepared = shown.prepared
        filed = len(prepared.selection.filed)
        left_out = len(prepared.selection.left_out)
        aside = _("，本次不报{n}条").format(n=left_out) if left_out else ""
        self._summary.setText(
            _("{period}，{n}条{aside}").format(period=prepared.period.title, n=filed, aside=aside)
            if filed
            else _("{period}没有可以申报的内容，请先登记聘任").format(period=prepared.period.title)
        )
        self.findings.show_findings(prepared.findings, reveal=self.context.reveal)
        self.freeze.setEnabled(bool(filed) and not prepared.blocked)
        self._draft.setEnabled(bool(filed))
        self._leave_out.setEnabled(bool(filed))
        self._state.setText(_state(shown.versions))
        self._path.show_step(self._step(shown))
        self.preview.show_filing(shown.forms)

    def _step(self, shown: _Shown) -> int:
        if not shown.prepared.selection.filed:
            return 0
        if shown.prepared.errors:
            return 1
        if shown.prepared.blocked:
            return 2
        return 5 if self._package is not None else 3

    def _print(self, number: int) -> None:
        if self._shown is None or self._shown.forms is None:
            return
        forms = self._shown.forms
        self._loading += 1

        def printed(pages: Printed) -> None:
            self._loading -= 1
            if self.preview.forms.currentIndex() == number:
                self.preview.show_pages(pages)

        self.context.tasks.run(
            lambda _progress: forms.printed(number), then=printed, failed=self._failed, owner=self
        )

    def _go_to(self, finding: Finding) -> None:
        self.context.go(Place(finding.register, uid=finding.uid, field=finding.field))

    def _explain(self, ids: list[str], rule: str | None, text: str) -> None:
        context, choice = self.context, self.choice()
        now, today = context.now(), context.today()
        self.context.change(
            lambda _progress: explaining.explain(
                context.desk, ids, rule, choice.filing, text, context.who, now, today
            ),
            owner=self,
        )

    def _set_aside(self) -> None:
        """Leave the chosen finding's record out of this filing, with a reason."""
        finding = self.findings.table.current_row()
        if finding is None or finding.register not in ("appointment", "part_time_teacher"):
            self.context.notices.say(_("请先在校验结果里选中本次不报的人"), "wait")
            return
        reason = ask_text(
            self, _("本次不报"), _("{key}：请写原因，列入待补报").format(key=finding.key), needed=True
        )
        if reason:
            self._left_out[finding.uid] = reason
            self._load()

    def _save_draft(self) -> None:
        out = self._folder(_("送审稿放在哪个文件夹"))
        if out is None:
            return
        desk, choice, today = self.context.desk, self.choice(), self.context.today()
        self.context.tasks.run(
            lambda progress: previewing.save_draft(desk, choice, out=out, today=today, progress=progress),
            then=lambda folder: self.context.notices.say(_("送审稿在：{path}").format(path=folder), "right"),
            title=_("打印送审稿"),
            owner=self,
        )

    def _file(self) -> None:
        out = self._folder(_("报送材料包放在哪个文件夹"))
        if out is not None:
            self.file_into(out)

    def file_into(self, out: FilePath) -> None:
        """Freeze what is chosen and write its package into a folder."""
        context, choice = self.context, self.choice()
        now, today = context.now(), context.today()
        self.context.change(
            lambda progress: filing.file(
                context.desk, choice, out=out, who=context.who, now=now, today=today, progress=progress
            ),
            then=self._filed,
            title=_("定稿锁定"),
            owner=self,
        )

    def _filed(self, result: Filed) -> None:
        if not result.packages:
            self._load()
            return
        package = result.packages[0]
        self._package = package.path
        self.context.notices.say(
            _("第{version}稿已定稿，报送材料包：{name}").format(
                version=package.version, name=package.path.name
            ),
            "right",
        )
        self._load()

    def _verify_package(self) -> None:
        path = self._package
        if path is None:
            chosen, _kind = QFileDialog.getOpenFileName(self, _("选择报送材料包"), str(_home()), "*.zip")
            path = FilePath(chosen) if chosen else None
        if path is not None:
            self.verify_package(path)

    def verify_package(self, path: FilePath) -> None:
        """Verify a package and say what came of it."""

        def told(result: verifying.Verification) -> None:
            if result.ok:
                self.context.notices.say(
                    _("材料完整，表内数字与数据一致（{n}个文件）").format(n=result.files), "right"
                )
            else:
                first = result.problems[0]
                self.context.notices.say(
                    _("核验没有通过，{n}处：{file}，{problem}").format(
                        n=len(result.problems), file=first.file, problem=first.problem
                    ),
                    "error",
                )

        self.context.tasks.run(
            lambda progress: verifying.verify(path, progress=progress),
            then=told,
            title=_("核验材料包"),
            owner=self,
        )

    def _folder(self, title: str) -> FilePath | None:
        chosen = QFileDialog.getExistingDirectory(self, title, str(_home()))
        return FilePath(chosen) if chosen else None


def _home() -> FilePath:
    documents = FilePath.home() / _("文档")
    return documents if documents.is_dir() else FilePath.home()


def _state(versions: tuple[StoredFiling, ...]) -> str:
    """What was frozen so far, in words."""
    if not versions:
        return _("尚未定稿")
    latest = versions[0]
    return _("第{version}稿{day}定稿，{who}").format(
        version=latest.version, day=latest.on.isoformat(), who=latest.who
    )
