"""What a column can be: no field, the register's own fields by group, those of the registers its sheets carry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from college_desk.base.translation import _
from college_desk.files.mapping.columns import Column
from college_desk.files.mapping.questions import Question
from college_desk.files.mapping.vocabulary import Target, Vocabulary
from college_desk.gui.widgets.picker import Pick
from college_desk.records.register import REGISTERS
from college_desk.services.import_preview import NOT_A_FIELD

ANSWER = "?"
"""With this a pick begins that answers a question; no field's name does."""


def column_picks(words: Vocabulary, taken: frozenset[str], questions: Sequence[Question]) -> list[Pick]:
    """The picks of one column by the field's name, NOT_A_FIELD for 不导入, or an answer to one of its questions.

    taken: names of fields that other columns fill; they are marked, and can be chosen all the same; questions:
    those about how the column's cells part into several fields.
    """
    heading = _("一格写了几项")
    parts = [
        Pick(f"{ANSWER}{place} {each.code}", each.label, heading)
        for place, question in enumerate(questions)
        for each in question.answers
    ]
    return [Pick(NOT_A_FIELD, _("不导入这一列")), *parts, *field_picks(words, taken)]


def answer_of(pick: str, questions: Sequence[Question]) -> dict[str, str]:
    """The answer {question id: code} that a pick is, empty where it is a field."""
    if not pick.startswith(ANSWER):
        return {}
    place, _space, code = pick.removeprefix(ANSWER).partition(" ")
    return {questions[int(place)].id: code}


def field_picks(words: Vocabulary, taken: frozenset[str]) -> Iterator[Pick]:
    """The fields of a register and of those that its sheets carry, group by group."""
    for heading, targets in _groups(words):
        for target in targets:
            said = _(target.field.title)
            if target.name in taken:
                said = _("{field}（已有一列对应）").format(field=said)
            yield Pick(target.name, said, heading, target.field.aliases)


def current_pick(column: Column, questions: Sequence[Question]) -> str:
    """The pick that a column has now."""
    if column.split is not None:
        for place, question in enumerate(questions):
            return f"{ANSWER}{place} {question.taken}"
    return NOT_A_FIELD if column.target is None else column.target.name


def _groups(words: Vocabulary) -> list[tuple[str, list[Target]]]:
    """Headings with their fields: the groups of the register's own form, then one for each carried register."""
    groups: dict[str, list[Target]] = {}
    for target in words.targets:
        if target.own:
            heading = _(target.field.group) if target.field.group else _("其他项目")
        else:
            heading = _(REGISTERS[target.register].title)
        groups.setdefault(heading, []).append(target)
    return list(groups.items())
