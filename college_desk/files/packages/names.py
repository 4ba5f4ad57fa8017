"""Names of files and folders that Windows, Linux and every zip program take."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable

LONGEST_NAME = 100
"""Characters of one file or folder name."""
LONGEST_PATH = 240
"""Characters of a path inside a package, its folder included; old Windows programs stop at 260."""

_FORBIDDEN = str.maketrans(
    {
        "<": "＜",
        ">": "＞",
        ":": "：",
        '"': "”",
        "/": "／",
        "\\": "＼",
        "|": "｜",
        "?": "？",
        "*": "＊",
        "%": "％",
    }
)
_DEVICES = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)")


def safe_name(text: str) -> str:
    """The text as one file or folder name: forbidden signs made full-width, nothing invisible, not too long.

    A name that is already safe stays as it is; an empty one becomes 未命名.
    """
    text = unicodedata.normalize("NFC", text).translate(_FORBIDDEN)
    text = "".join(char for char in text if unicodedata.category(char)[0] != "C")
    stem, dot, ending = text.rpartition(".")
    if dot and stem and len(ending) <= 5 and ending.isascii():
        text = stem[: LONGEST_NAME - len(ending) - 1].rstrip(" .") + dot + ending
    text = text.strip()[:LONGEST_NAME].rstrip(" .")
    if _DEVICES.match(text):
        text = "_" + text
    return text or "未命名"


def is_safe_path(path: str) -> bool:
    """Whether a path with `/` between its parts lies below its folder and every part is a safe name."""
    return len(path) <= LONGEST_PATH and all(part == safe_name(part) for part in path.split("/"))


def distinct(names: Iterable[str]) -> list[str]:
    """The names in their order, the second and later of equal ones with （2）, （3） before the ending.

    Names that differ only in capitals are equal, as they are on Windows.
    """
    taken: set[str] = set()
    result = []
    for name in names:
        stem, dot, ending = name.rpartition(".")
        if not dot or not stem:
            stem, dot, ending = name, "", ""
        candidate, number = name, 1
        while candidate.casefold() in taken:
            number += 1
            candidate = f"{stem}（{number}）{dot}{ending}"
        taken.add(candidate.casefold())
        result.append(candidate)
    return result


def bag_name(*, school: str, title: str, period: str, batch: str, day: dt.date, version: int) -> str:
    """The name of a package's folder: ××学校-申报名称-期间-NN-日期-vN; `batch` is the NN of the filing's number."""
    parts = [school[:30], title[:30], period, batch, day.strftime("%Y%m%d"), f"v{version}"]
    return safe_name("-".join(safe_name(part) for part in parts if part))
