"""What a sheet leaves open about its columns, as questions: once per column, with what is taken until answered."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from college_desk.base.translation import _
from college_desk.files.mapping import generic, guessing, splitting
from college_desk.files.mapping.columns import Column, Decided
from college_desk.files.mapping.evidence import NEARLY_ALL, Values, readable
from college_desk.files.mapping.header_cell import HeaderCell
from college_desk.files.mapping.paths import meanings
from college_desk.files.mapping.questions import Answer, Question, QuestionKind
from college_desk.files.mapping.remapping import Remap
from college_desk.files.mapping.resembling import GUESSED_KEY
from college_desk.files.mapping.rows import Data
from college_desk.files.mapping.vocabulary import Match, Target, Vocabulary
from college_desk.files.sheets.book import Sheet, cell_text

NOTHING = ""
"""The answer that a column is no field, or is not to be split."""

_WITHIN = 0.9
_WITH_A_GROUP = 0.94
_MOST_CHOICES, _SAMPLES = 6, 3


@dataclass(frozen=True)
class Asker:
    """One table whose columns are asked about.

    name: the sheet's, with the table's number behind it where it is not the first; answers: {question id: code}.
    """

    sheet: Sheet
    name: str
    words: Vocabulary
    cells: Sequence[HeaderCell]
    values: Values
    answers: Mapping[str, str]

    def decided(self, chosen: Decided) -> Decided:
        """What is settled, with the answers taken in; what was chosen for a column goes before an answer."""
        columns = dict(chosen.columns)
        splits = dict(chosen.splits)
        for cell in self.cells:
            for kind in ("column", "shifted"):
                code = self.answers.get(self._id(kind, cell))
                if code is not None and cell.index not in columns:
                    columns[cell.index] = self.words.named(code) if code else None
            code = self.answers.get(self._id("split", cell))
            if code is not None:
                splits.setdefault(cell.index, code)
        return dataclasses.replace(chosen, columns=columns, splits=splits)

    def questions(
        self, columns: Sequence[Column], remaps: Sequence[Remap], decided: Decided, data: Data
    ) -> tuple[Question, ...]:
        """What is left open, in the order of the columns, and what somebody has answered."""
        filled = {target.key: column.index for column in columns for target in column.targets}
        shifted = {each.index: each for each in remaps}
        asked: list[Question] = []
        for cell, column in zip(self.cells, columns, strict=True):
            if not cell.text or cell.index in decided.ready_made:
                continue
            if self._id("column", cell) not in self.answers and cell.index in decided.columns:
                continue
            asked.extend(self._of_column(cell, column, shifted.get(cell.index), filled, decided, data))
        return tuple(asked)

    def _of_column(
        self,
        cell: HeaderCell,
        column: Column,
        shifted: Remap | None,
        filled: Mapping[tuple[str, str], int],
        decided: Decided,
        data: Data,
    ) -> Iterator[Question]:
        if shifted is not None:
            choices = [shifted.fits, shifted.says] if shifted.taken else [shifted.says, shifted.fits]
            sentence = _("“{header}”这一列的内容像是{title}，请核对这一列填的是什么。")
            sentence = sentence.format(header=cell.label, title=_(shifted.fits.field.title))
            yield self._question("shifted", cell, sentence, _fields(choices), column.field or NOTHING, data)
            return
        offered = self._splits(cell, column, decided)
        if offered:
            yield self._of_split(cell, column, offered, data)
            return
        targets = self._choices(cell, column, filled)
        if targets:
            names = "、".join(_(each.field.title) for each in targets)
            sentence = _("“{header}”这一列可能是{names}，请选定。").format(header=cell.label, names=names)
            yield self._question("column", cell, sentence, _fields(targets), column.field or NOTHING, data)

    def _splits(self, cell: HeaderCell, column: Column, decided: Decided) -> list[splitting.Split]:
        """The ways in which a column parts, or has been told to part or not."""
        if column.split is None and cell.index not in decided.splits:
            return []
        found = self.values(cell.index)
        others = [
            each
            for each in splitting.splits(cell, self.words)
            if (column.split is None or each.code != column.split.code)
            and each.share_fitting(found) >= splitting.ENOUGH_FITTING
        ]
        return [column.split, *others] if column.split is not None else others

    def _of_split(
        self, cell: HeaderCell, column: Column, offered: Sequence[splitting.Split], data: Data
    ) -> Question:
        answers = (*(Answer(each.code, each.title) for each in offered), Answer(NOTHING, _("不拆开")))
        if column.split is not None:
            sentence = _("“{header}”一列每格写了几项内容，已拆成{titles}，请核对。")
        else:
            sentence = _("“{header}”一列每格写了几项内容，可以拆成{titles}。")
        sentence = sentence.format(header=cell.label, titles=offered[0].title)
        taken = column.split.code if column.split is not None else NOTHING
        return self._question("split", cell, sentence, answers, taken, data)

    def _choices(
        self, cell: HeaderCell, column: Column, filled: Mapping[tuple[str, str], int]
    ) -> list[Target]:
        """The fields among which a header leaves the choice open; empty where it is settled."""
        free = [
            match
            for match in self._matches(cell, column)
            if filled.get(match.target.key, cell.index) == cell.index
        ]
        if column.target is not None and column.confidence == GUESSED_KEY:
            return [column.target]
        if column.target is None:
            return generic.choices(cell, self.words, self.values, filled)[:_MOST_CHOICES]
        if len(free) < 2 or free[0].target.own != free[1].target.own:
            return []
        same_source = (free[0].confidence >= _WITH_A_GROUP) == (free[1].confidence >= _WITH_A_GROUP)
        if not same_source or free[1].confidence < _WITHIN * free[0].confidence:
            return []
        if readable(free[1].target, self.values(cell.index)) < NEARLY_ALL:
            return []
        near = [match.target for match in free if match.confidence >= _WITHIN * free[0].confidence]
        return near[:_MOST_CHOICES]

    def _matches(self, cell: HeaderCell, column: Column) -> list[Match]:
        """What the header says, or where it says nothing by itself, what it is nearly."""
        named = meanings(cell, self.words)
        if named or column.target is None:
            return named
        near = guessing.by_spelling(
            cell, self.words, self.values, lambda sure, _index, each: Match(each, sure)
        )
        best: dict[tuple[str, str], Match] = {}
        for match in sorted(near, key=lambda match: -match.confidence):
            best.setdefault(match.target.key, match)
        return list(best.values())

    def _id(self, kind: str, cell: HeaderCell) -> str:
        return f"{kind}:{self.name}:{cell.label}"

    def _question(
        self,
        kind: QuestionKind,
        cell: HeaderCell,
        sentence: str,
        answers: Sequence[Answer],
        taken: str,
        data: Data,
    ) -> Question:
        asked = self._id(kind, cell)
        samples = dict.fromkeys(cell_text(each).strip() for each in self.values(cell.index))
        return Question(
            asked,
            kind,
            self.sheet.name or None,
            cell.index,
            sentence,
            tuple(answers),
            taken,
            asked in self.answers,
            sum(1 for _number, cells in data if cells[cell.index] is not None),
            tuple(samples)[:_SAMPLES],
        )


def _fields(targets: Sequence[Target]) -> tuple[Answer, ...]:
    """The fields as answers, and that the column is none."""
    named = (Answer(each.name, _(each.field.title)) for each in targets)
    return (*named, Answer(NOTHING, _("不导入")))
