"""The program's own typefaces: where they lie, and which characters they cannot show."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from college_desk.base import resources

if TYPE_CHECKING:
    import typst

RARE = "HanaMinB"
"""The typeface of the ideographs beyond the basic plane (extensions B to F), in `resources/fonts/`."""


def folders() -> tuple[Path, ...]:
    """The folders whose fonts set the PDF: Noto Serif SC and Noto Sans SC (a pinned package), rare characters."""
    import pylopdf_fonts_zh_cn

    return (pylopdf_fonts_zh_cn.serif_path().parent, resources.path("fonts"))


@functools.cache
def typst_fonts() -> typst.Fonts:
    """Our fonts and those inside typst itself, never the machine's: the same bytes everywhere."""
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(folder) for folder in folders()],
    )


def missing() -> list[str]:
    """The typefaces that an installed copy lacks; empty when all are there."""
    there = set(typst_fonts().families())
    return [name for name in ("Noto Serif SC", "Noto Sans SC", RARE) if name not in there]


def unprintable(texts: Iterable[str]) -> list[str]:
    """The characters of the texts that no font of ours holds, in code point order; each prints as a blank box.

    Told by plane: private-use characters of old police and GBK fonts, and ideographs from extension G on.
    """
    odd = {char for text in texts for char in text if _beyond(ord(char))}
    return sorted(odd)


def _beyond(code: int) -> bool:
    return 0xE000 <= code <= 0xF8FF or code >= 0x2EBF0
