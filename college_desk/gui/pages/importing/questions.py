"""What the clerk decides about a file (需要您确定): one line for each question, answered from a short list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame

from college_desk.base.translation import _
from college_desk.files.mapping.questions import Question, QuestionKind
from college_desk.gui.pages.importing.question_table import HEADING_LINE, LINE, Line, QuestionTable
from college_desk.gui.widgets.buttons import link, plain
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel
from college_desk.gui.widgets.picker import Pick, Picker
from college_desk.gui.words import grouped

KINDS: Mapping[QuestionKind, str] = {
    "column": "列对应",
    "shifted": "列内容与列名不符",
    "split": "一格写了几项",
    "unit": "单位",
    "pad": "前面的0",
    "month": "年月",
    "encoding": "文字编码",
    "value": "表中叫法（答案记为本校同义词）",
    "person": "是不是同一人",
    "placement": "换了企业",
}
"""The headings over the questions, in the order in which they are shown."""

_ANSWER_WIDE = 190


class Questions(QFrame):
    """answered({id: code}): these questions are answered so; current(question or None): another one;
    synonyms_wanted: the school's own words are to be seen.
    """

    answered = Signal(object)
    current = Signal(object)
    synonyms_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.questions: Sequence[Question] = ()
        inside = column(self, gap=4)
        inside.setContentsMargins(1, 8, 1, 1)
        head = row(gap=8)
        head.setContentsMargins(14, 0, 12, 0)
        head.addWidget(label(_("需要您确定"), "heading"))
        self._count = label("", "quiet")
        head.addWidget(self._count, 1)
        self.words = link(_("本校叫法"))
        self.words.setToolTip(_("以前选定过的叫法，可以删去"))
        self.words.clicked.connect(self.synonyms_wanted)
        head.addWidget(self.words)
        self.all_as_proposed = plain(_("全部按建议"))
        self.all_as_proposed.clicked.connect(self._take_all)
        head.addWidget(self.all_as_proposed)
        inside.addLayout(head)
        self._model = ListModel[Line](
            [
                ListColumn(_("问题"), lambda each: each.heading or _sentence(each), hint=_hint),
                ListColumn(_("答案"), lambda each: each.answer, _ANSWER_WIDE),
            ],
            parent=self,
        )
        self.table = QuestionTable(self._model, _("需要您确定"))
        self.table.asked.connect(self.ask)
        self.table.current.connect(lambda _line: self._moved())
        inside.addWidget(self.table, 1)

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show the questions by kind, those not decided first; the current one stays the current one."""
        kept = self.table.current_row()
        kept_id = kept.question.id if kept is not None and kept.question is not None else None
        self.questions = tuple(questions)
        lines = _lines(questions)
        self._model.show_rows(lines)
        for place, line in enumerate(lines):
            self.table.setRowHeight(place, LINE if line.question is not None else HEADING_LINE)
        open_ones = [each for each in questions if not each.answered]
        words = _("{n} 项，还有 {open} 项没有定").format(n=len(questions), open=len(open_ones))
        self._count.setText(words if open_ones else _("{n} 项，都已确定").format(n=len(questions)))
        self.all_as_proposed.setEnabled(any(proposal_of(each) is not None for each in open_ones))
        same = (
            at for at, each in enumerate(lines) if each.question is not None and each.question.id == kept_id
        )
        first = (at for at, each in enumerate(lines) if each.question is not None)
        self.table.go_to_row(next(same, next(first, -1)))

    def current_question(self) -> Question | None:
        """The question on which the keys are."""
        line = self.table.current_row()
        return line.question if line is not None else None

    def tell_current(self) -> None:
        """Say again which question is the current one."""
        self.current.emit(self.current_question())

    def ask(self, line: Line, where: QPoint | None = None) -> Picker | None:
        """Open the list of a question's answers."""
        question = line.question
        if question is None:
            return None
        proposed = proposal_of(question)
        picks = [
            Pick(
                each.code,
                _("{answer}（建议）").format(answer=each.label) if each.code == proposed else each.label,
            )
            for each in question.answers
        ]
        picker = Picker("", picks, question.taken, self)
        picker.chosen.connect(lambda code: self.answered.emit({question.id: code}))
        picker.open_at(where or self.table.answer_corner())
        return picker

    def _moved(self) -> None:
        """Tell of another question, when somebody has moved to it."""
        if self.table.hasFocus():
            self.tell_current()

    def _take_all(self) -> None:
        """Answer what is still open as proposed; a word that nothing comes near to stays open."""
        given = {each.id: proposal_of(each) for each in self.questions if not each.answered}
        self.answered.emit({name: code for name, code in given.items() if code is not None})


def _lines(questions: Sequence[Question]) -> list[Line]:
    """A heading for each kind that there is, and under it its questions, the undecided before the decided."""
    several_sheets = len({each.sheet for each in questions}) > 1
    lines: list[Line] = []
    for kind, heading in KINDS.items():
        several = sorted((each for each in questions if each.kind == kind), key=lambda each: each.answered)
        if several:
            lines.append(Line(_(heading)))
            lines += [
                Line("", each, _answer_of(each), _beside(each, named=several_sheets)) for each in several
            ]
    return lines


def _answer_of(question: Question) -> str:
    return next((each.label for each in question.answers if each.code == question.taken), question.taken)


def _sentence(line: Line) -> str:
    return line.question.sentence if line.question is not None else ""


def _beside(question: Question, *, named: bool) -> str:
    """How many rows it touches and a few cells; named: with its sheet's name."""
    parts = []
    if question.sheet and named:
        parts.append(_("工作表“{name}”").format(name=question.sheet))
    if question.rows:
        parts.append(_("{n} 行").format(n=grouped(question.rows)))
    if question.samples:
        parts.append(_("例：{samples}").format(samples="、".join(question.samples)))
    return " · ".join(parts)


def _hint(line: Line) -> str:
    if line.question is None:
        return line.heading
    return "\n".join(each for each in (line.question.sentence, line.beside) if each)


def proposal_of(question: Question) -> str | None:
    """The code of the answer that is proposed, None where nothing is."""
    if question.proposed is not None:
        return question.proposed
    return question.taken or None


def undecided(questions: Sequence[Question]) -> int:
    """How many questions nobody has decided."""
    return sum(not each.answered for each in questions)
