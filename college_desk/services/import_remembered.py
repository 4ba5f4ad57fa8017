"""How the columns of a layout were read before: kept with the import, offered for the next file of that layout."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from college_desk.base.translation import _
from college_desk.files.mapping import signature
from college_desk.files.mapping.layout import Choices, Layout
from college_desk.files.mapping.signature import Decisions
from college_desk.files.mapping.vocabulary import Vocabulary
from college_desk.services.import_preview import ImportOptions
from college_desk.storage.reader import Reader
from college_desk.storage.writer import Writer

_FILE = "file"
_DECIDING = ("column:", "shifted:", "split:")
"""The beginnings of the ids of questions whose answers decide about columns."""


class Remembered:
    """What was decided about layouts of one register."""

    def __init__(self, reader: Reader, register: str) -> None:
        self._kept: dict[str, tuple[Decisions, str]] = {}
        for name, document in reader.layouts().items():
            decisions = signature.from_json(document)
            if decisions is not None and decisions.register == register:
                self._kept[name] = (decisions, str(document.get(_FILE, "")))

    def choices(self, layout: Layout, words: Vocabulary, given: Choices) -> tuple[Choices, str] | None:
        """The choices with what was decided of this layout laid beneath, and what that is called; None where nothing was.

        The layout of the same header comes first, else the likeliest that is nearly the same.
        """
        found = self._kept.get(signature.signature(layout)) or self._nearest(layout)
        if found is None:
            return None
        decisions, file = found
        known = signature.choices_of(decisions, layout, words)
        made = dataclasses.replace(
            given,
            columns={**known.columns, **given.columns},
            splits={**known.splits, **given.splits},
            constants={**known.constants, **given.constants},
        )
        return made, _("上次导入“{file}”时的列对应").format(file=file)

    def _nearest(self, layout: Layout) -> tuple[Decisions, str] | None:
        likeness = {name: signature.likeness(each, layout) for name, (each, _file) in self._kept.items()}
        best = max(likeness, key=lambda name: likeness[name], default=None)
        return self._kept[best] if best is not None and likeness[best] >= signature.NEAR else None


def keep(writer: Writer, layouts: Sequence[Layout], options: ImportOptions, file: str) -> None:
    """Keep how the columns are read, where somebody has decided about any; what says the same already stays."""
    if not _decided(options):
        return
    for layout in layouts:
        name = signature.signature(layout)
        decisions = _without_left_open(signature.decisions_of(layout), layout, options)
        before = writer.layout(name)
        if before is None or signature.from_json(before) != decisions:
            writer.keep_layout(name, {**signature.to_json(decisions), _FILE: file})


def _decided(options: ImportOptions) -> bool:
    return bool(
        options.map or options.columns or options.constants
        or any(each.startswith(_DECIDING) for each in options.answers)
    )  # fmt: skip


def _without_left_open(decisions: Decisions, layout: Layout, options: ImportOptions) -> Decisions:
    """The decisions without the columns that are no field only because nobody knew better."""
    told = {
        column.path
        for column in layout.columns
        if column.target is not None
        or column.index in layout.choices.columns
        or any(
            options.answers.get(f"{kind}{layout.sheet.name}:{column.label}") is not None for kind in _DECIDING
        )
    }
    columns: Mapping[str, Any] = {
        path: name
        for path, name in decisions.columns.items()
        if name or path in decisions.splits or path.partition("#")[0] in told
    }
    return dataclasses.replace(decisions, columns=columns)
