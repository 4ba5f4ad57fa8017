"""Words on screen: Simplified Chinese in the source, English beside it through gettext."""

from __future__ import annotations

import functools
import gettext
import os

from college_desk.base import resources


@functools.cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language.startswith("en"):
        return gettext.translation("college_desk", resources.path("translations"), ["en"], fallback=True)
    return gettext.NullTranslations()


def language() -> str:
    """The language of messages: `COLLEGE_DESK_LANG`, Simplified Chinese unless it says `en`."""
    return os.environ.get("COLLEGE_DESK_LANG", "zh_CN")


def _(message: str) -> str:
    """`message` (Simplified Chinese) in the language of this run. Fill places with `.format(...)` after it."""
    return _catalogue(language()).gettext(message)
