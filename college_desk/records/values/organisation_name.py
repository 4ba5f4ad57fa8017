"""The name of an organisation (单位名称), as its seal has it."""

from __future__ import annotations

import re
from typing import Any

from college_desk.base.translation import _
from college_desk.records.values.cell_text import plain_text
from college_desk.records.values.cell_type import EMPTY, TextType, error, warning
from college_desk.records.values.value_type import Cell, Fault, Reading

_LONGEST = 60
_SHORTEST = 4
_BODIES = frozenset("部委局厅署办院会")
"""The last character of authorities whose full names are short (教育部)."""
_GAP = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
_BRACKETS = str.maketrans({"(": "（", ")": "）", "〔": "（", "〕": "）", "[": "（", "]": "）"})
_LETTER = re.compile(r"[^\W\d_]")


class OrganisationName(TextType):
    """An organisation's full name; spaces beside Chinese characters are removed, brackets stay as given."""

    code = "organisation_name"

    def parse(self, cell: Cell, context: Any) -> Reading[str]:
        """The name as given, without gaps."""
        text = _GAP.sub("", plain_text(cell))
        return self.judged(text) if text else EMPTY

    def faults(self, value: str) -> tuple[Fault, ...]:
        """What cannot be an organisation's full name."""
        if not _LETTER.search(value):
            return (error(_("“{name}”不是单位名称，请填与公章一致的全称。").format(name=value)),)
        if len(value) > _LONGEST:
            message = _("单位名称“{name}……”有{count}个字，超过60个字，请核对。")
            return (error(message.format(name=value[:12], count=len(value))),)
        if len(value) < _SHORTEST and value[-1] not in _BODIES:
            return (warning(_("“{name}”像是简称，请填与公章一致的全称。").format(name=value)),)
        return ()


def comparable(name: str) -> str:
    """A name for comparing: brackets full-width, gaps removed, letters upper-case."""
    if name.isalnum():
        return name.upper()
    return _GAP.sub("", name).translate(_BRACKETS).upper()


ORGANISATION_NAME = OrganisationName()
