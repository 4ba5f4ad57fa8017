"""What findings say on screen: identity and card numbers in their sentences masked unless shown."""

from __future__ import annotations

import re

from college_desk.gui.words import masked

_NUMBER = re.compile(r"(?<![0-9A-Za-z])(?:\d{17}[\dXx]|\d{15,19})(?![0-9A-Za-z])")


def without_numbers(sentence: str, *, reveal: bool) -> str:
    """The sentence with the middle of identity and card numbers hidden; as it is where they are shown."""
    return sentence if reveal else _NUMBER.sub(lambda found: masked(found.group()), sentence)
