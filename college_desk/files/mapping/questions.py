"""What the importer asks instead of guessing: once per column or distinct value, never per row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

QuestionKind = Literal[
    "column", "shifted", "split", "unit", "pad", "month", "value", "encoding", "placement", "person"
]
"""column: a header may mean several fields; shifted: a column's values fit another field; split: a cell holds
several values (专业班级); unit: 元 or 万元; pad: numbers lost leading zeros; month: 2024.1 is 2024-01 or 2024-10;
value: a code value no table knows; encoding: of a csv; placement: a roster names another enterprise for an
apprentice; person: a row resembles somebody already kept."""


class Answer(NamedTuple):
    """One way to answer: its code, as `ImportOptions.answers` takes it, and its words on the screen."""

    code: str
    label: str


@dataclass(frozen=True)
class Question:
    """One thing to decide about a file, with what is done as long as nobody has.

    id: the same each time the same file is read (`value:身份:apprentice.household:农村户`); sheet: None for a
    csv; column: 0-based or None; sentence: whole, in the office's words; answers: the likeliest first;
    taken: the code that holds now, given or proposed; answered: whether somebody has decided; rows: how
    many rows it touches; samples: a few cells as they stand; proposed: the answer that likely fits where
    another one holds (a word left waiting), None where nothing better than `taken` is known.
    """

    id: str
    kind: QuestionKind
    sheet: str | None
    column: int | None
    sentence: str
    answers: tuple[Answer, ...]
    taken: str
    answered: bool = False
    rows: int = 0
    samples: tuple[str, ...] = ()
    proposed: str | None = None
