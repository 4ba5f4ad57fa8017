"""What the cover paper says of a filing's content, one writer for each kind of filing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from college_desk.forms.form import Frozen
from college_desk.records.page import Block

SummaryFunction = Callable[[Frozen], Iterable[Block]]

_SUMMARIES: dict[str, SummaryFunction] = {}


def summary(filing: str) -> Callable[[SummaryFunction], SummaryFunction]:
    """Declare the decorated function as what the cover paper of `filing` says. Refuses a second one."""

    def declare(function: SummaryFunction) -> SummaryFunction:
        if filing in _SUMMARIES:
            raise ValueError(f"the summary of {filing!r} is declared twice")
        _SUMMARIES[filing] = function
        return function

    return declare


def summary_of(frozen: Frozen) -> Iterable[Block]:
    """The paragraphs of the cover paper between its opening and its closing."""
    return _SUMMARIES[frozen.snapshot.filing](frozen)
