"""Who is it: new rows of an import that look like somebody kept, as questions, and what their answers do.

A question is about one row (`person:名册:12:李明`). Its answers: another one (the row stays new), the one that is
kept (the row updates it, name and number stay), the one that is kept with name and number mended, or not to
be imported. Nothing is taken for granted: until somebody answers, a new row is new.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from college_desk.base.translation import _
from college_desk.files.mapping.questions import Answer, Question
from college_desk.policy.likeness import LISTED, Likeness
from college_desk.records.register import Record, Register
from college_desk.services.import_findings import sheet_name
from college_desk.services.import_plan import Plan
from college_desk.services.import_rows import Meant, ReadRow
from college_desk.services.likeness import Compared, Kept, compared_in, rest_fits
from college_desk.services.naming import name_of
from college_desk.storage.reader import Reader

NEW, LEFT_OUT = "new", "leave"
_SAME, _MENDED = "same:", "mend:"
_PREFIX = "person:"
_MOST_PROPOSED = 3
"""So many kept records are proposed for one row, the likeliest."""


@dataclass(frozen=True)
class Asked:
    """A question of kind person with what the window needs to show both sides.

    row: as read; kept: the records that it may be, the likeliest first; likenesses: theirs, in that order.
    """

    question: Question
    row: ReadRow
    kept: tuple[Record, ...]
    likenesses: tuple[Likeness, ...]


@dataclass(frozen=True)
class Answered:
    """The rows of an import after the answers: rows to plan; left_out: those that are not to be imported."""

    rows: Sequence[ReadRow]
    left_out: Sequence[ReadRow] = ()
    answers: Mapping[str, str] = field(default_factory=dict)


def apply_answers(rows: Sequence[ReadRow], register: Register, answers: Mapping[str, str]) -> Answered:
    """The rows as the answers of kind person decide them; other answers are not looked at.

    Each row bears what it means (`ReadRow.means`), so that a plan made of it later means the same.
    """
    given = {name: code for name, code in answers.items() if name.startswith(_PREFIX)}
    if not given:
        return Answered(rows)
    taken: list[ReadRow] = []
    left: list[ReadRow] = []
    for row in rows:
        code = given.get(question_id(row, register), NEW)
        row.means = _meant(code)
        (left if code == LEFT_OUT else taken).append(row)
    return Answered(taken, left, given)


def question_id(row: ReadRow, register: Register) -> str:
    """The id of the question about a row, the same each time the same file is read."""
    name = row.values[register.code].get("name") or ""
    return f"{_PREFIX}{sheet_name(row.layout) or ''}:{row.row}:{name}"


def place_of(question: Question) -> tuple[str | None, int]:
    """The sheet's name (None for a csv) and the number of the row that a question of kind person is about."""
    sheet, number, _name = question.id.removeprefix(_PREFIX).split(":", 2)
    return sheet or None, int(number)


def proposed(question: Question) -> list[str]:
    """The uids of the kept records that a question of kind person proposes, the likeliest first."""
    codes = (each.code for each in question.answers)
    return [code.removeprefix(_SAME) for code in codes if code.startswith(_SAME)]


def questions(plan: Plan, reader: Reader, answered: Answered | None = None) -> list[Question]:
    """The questions about new rows that look like somebody kept, in the order of rows; answered ones too."""
    return [each.question for each in asked(plan, reader, answered)]


def asked(plan: Plan, reader: Reader, answered: Answered | None = None) -> list[Asked]:
    """As `questions`, with both sides of each."""
    register = plan.register
    given = answered or Answered(())
    rows = list(_rows_in_question(plan, given))
    how = compared_in(reader, register) if rows else None
    if how is None or not reader.count(register):
        return []
    kept = Kept(reader, how)
    alike = [_alike(row, register, how, kept) for row in rows]
    uids = {uid for found in alike for uid in found}
    records = {each.uid: each for each in reader.records(register.record, sorted(uids))}
    made = []
    for row, found in zip(rows, alike, strict=True):
        fitting = {
            uid: likeness
            for uid, likeness in found.items()
            if rest_fits(how, row.values[register.code], records[uid])
        }
        if fitting:
            best = sorted(fitting, key=lambda uid: (-fitting[uid].score, uid))[:_MOST_PROPOSED]
            given_code = given.answers.get(question_id(row, register))
            people = tuple(records[uid] for uid in best)
            question = _question(row, register, people, [fitting[uid] for uid in best], given_code)
            made.append(Asked(question, row, people, tuple(fitting[uid] for uid in best)))
    return made


def _rows_in_question(plan: Plan, answered: Answered) -> Iterator[ReadRow]:
    """The rows that add a record or that somebody has decided about, in the order of the file."""
    planned = [row.read for row in plan.rows if row.outcome == "new" or row.read.means is not None]
    yield from planned
    yield from answered.left_out


def _alike(row: ReadRow, register: Register, how: Compared, kept: Kept) -> dict[str, Likeness]:
    """The records that a row may mean, by uid."""
    traits = how.traits(row.values[register.code])
    found = {kept.uids[place]: how.alike(traits, kept.traits[place]) for place in kept.like(traits)}
    return {uid: likeness for uid, likeness in found.items() if likeness.score >= LISTED}


def _question(
    row: ReadRow,
    register: Register,
    people: Sequence[Record],
    likenesses: Sequence[Likeness],
    given: str | None,
) -> Question:
    name = row.values[register.code].get("name") or _("这一行")
    first = "、".join((*likenesses[0].reasons, *likenesses[0].against))
    message = _("第{row}行“{name}”与台账里的“{kept}”相像（{reasons}），是同一个吗？")
    sentence = message.format(row=row.row, name=name, kept=name_of(people[0]), reasons=first)
    answers = [Answer(NEW, _("另一个，新增"))]
    for person in people:
        called = _called(register, person)
        answers.append(Answer(f"{_SAME}{person.uid}", _("就是{who}，更新这一条").format(who=called)))
        words = (
            _("就是{who}，姓名和号码也按这一行改")
            if register.counted == "人"
            else _("就是{who}，名称和代码也按这一行改")
        )
        answers.append(Answer(f"{_MENDED}{person.uid}", words.format(who=called)))
    answers.append(Answer(LEFT_OUT, _("不导入这一行")))
    taken = given if given in {each.code for each in answers} else NEW
    return Question(
        question_id(row, register),
        "person",
        sheet_name(row.layout),
        None,
        sentence,
        tuple(answers),
        taken,
        answered=given is not None and taken == given,
        rows=1,
    )


def _called(register: Register, person: Record) -> str:
    """A kept record as an answer names it: with what tells it from others of its name, no whole number."""
    told = [name_of(person)]
    for each in ("class_name", "employer", "enterprise", "cohort", "department", "region_code"):
        if each in register.by_name and (text := register.show(person, each)):
            told.append(text)
            break
    return "“" + "，".join(told) + "”"


def _meant(code: str) -> Meant | None:
    for prefix, corrects in ((_SAME, False), (_MENDED, True)):
        if code.startswith(prefix):
            return Meant(code.removeprefix(prefix), corrects)
    return None
