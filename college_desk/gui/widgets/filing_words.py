"""What a filing that was frozen is called on screen: its matter, its period, its batch, its state."""

from __future__ import annotations

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.forms.filing import FILINGS, KIND_WORDS
from college_desk.records.filing_course import STATES
from college_desk.records.period import period_of
from college_desk.storage.filings import StoredFiling

_TONES = {
    "frozen": "wait",
    "sealed": "wait",
    "submitted": "info",
    "reviewed": "info",
    "accepted": "right",
    "returned": "error",
    "refused": "error",
    "filed": "right",
    "approved": "right",
    "announced": "right",
    "paid": "right",
}


def filing_title(stored: StoredFiling) -> str:
    """The kind of filing in words."""
    declared = FILINGS.get(stored.filing)
    return _(declared.title) if declared is not None else stored.filing


def period_title(code: str) -> str:
    """A period's code in words, the code itself where it has no known shape."""
    try:
        return period_of(code).title
    except UnusableInput:
        return code


def batch_number(stored: StoredFiling) -> str:
    """Which batch of the period it is."""
    return _("第{n}批").format(n=stored.number.rpartition("-")[2].lstrip("0") or "1")


def batch_title(stored: StoredFiling) -> str:
    """Which batch of the period it is, and of what kind."""
    number = stored.number.rpartition("-")[2].lstrip("0") or "1"
    kind = next((_(words) for code, words in KIND_WORDS.items() if code == stored.kind), "")
    return _("第{n}批 {kind}").format(n=number, kind=kind)


def version_title(stored: StoredFiling) -> str:
    """The version, counted from 1."""
    return _("第{n}稿").format(n=stored.version)


def filing_line(stored: StoredFiling) -> str:
    """One line that tells a version from all others."""
    return _("{filing} · {period} · {batch} · {version}").format(
        filing=filing_title(stored),
        period=period_title(stored.period),
        batch=batch_title(stored).strip(),
        version=version_title(stored),
    )


def number_title(number: str) -> str:
    """What a filing's number (FILING-PERIOD-NN) says, in words; the number itself where it has no known shape."""
    code = next((each.code for each in FILINGS if number.startswith(f"{each.code}-")), None)
    if code is None:
        return number
    period, _dash, batch = number.removeprefix(f"{code}-").rpartition("-")
    return _("{filing}（{period}，第{n}批）").format(
        filing=_(FILINGS[code].title), period=period_title(period), n=batch.lstrip("0") or "1"
    )


def state_words(state: str) -> str:
    """A state of the course in words."""
    return _(STATES[state]) if state in STATES else state


def state_tone(state: str) -> str:
    """The tone of a state's tag (wait, info, right, error, plain)."""
    return _TONES.get(state, "plain")
