"""How much room text takes, before any office program has set it: widths in em, lines, sizes that fit."""

from __future__ import annotations

import math
import unicodedata

MM_PER_POINT = 25.4 / 72
LEAST_SIZE = 6.5
"""Points; smaller type is not readable on a print."""
LEAST_FIGURE = 5.0
"""Points; a figure is set as small as this before it may stick out."""
LEAST_SHRINK = 0.75
"""Share of the table's type size; text that would be smaller than that is broken instead."""
OTHER_TYPEFACE = 1.1
"""How much wider than the one measured here a substitute typeface of an office program may be."""

_NARROW = frozenset("ijlI.,:;'|!()[] ")
_BROAD = frozenset("mwMW@%&")


def clean(text: str) -> str:
    """The text without what no document format can hold: control characters but line breaks, surrogates."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(each for each in text if each == "\n" or _printable(each))


def width(text: str) -> float:
    """The width of one line of text, in em; on the safe side for the typefaces of Chinese offices."""
    return sum(_advance(each) for each in text)


def widest_run(text: str) -> float:
    """The width in em of the longest stretch that a line break does not divide (numbers, words)."""
    return max((width(run) for run in _runs(text)), default=0.0)


def lines(text: str, em: float) -> int:
    """How many lines the text takes in a column of `em`; at least one.

    Runs that are wider than the column are broken, as office programs do.
    """
    count = 0
    for paragraph in text.split("\n"):
        count += 1
        at = 0.0
        for run in _runs(paragraph):
            wide = width(run)
            if at + wide <= em or (at == 0.0 and wide <= em):
                at += wide
            elif wide <= em:
                count, at = count + 1, wide
            else:
                whole, at = divmod(at + wide, em)
                count += int(whole)
    return count


def fitting_size(
    text: str, millimetres: float, size: float, *, figure: bool = False, slack: float = 1.0
) -> float:
    """The type size (points, by halves) at which no run of the text is wider than the column.

    `size` where it fits already, and where it would not fit without becoming too small: the runs are
    then broken, by the office program or by `broken`. A figure is never broken, rather set very small.
    slack: how much wider than here the typeface may be; OTHER_TYPEFACE for what an office program sets.
    """
    run = widest_run(text) * slack
    if run == 0.0:
        return size
    fits = int(millimetres / MM_PER_POINT / run * 2) / 2
    if figure:
        return min(size, max(LEAST_FIGURE, fits))
    return min(size, fits) if fits >= max(LEAST_SIZE, size * LEAST_SHRINK) else size


def broken(text: str, em: float) -> str:
    """The text with every run that is wider than `em` divided into even parts by line breaks."""
    parts = []
    for line in text.split("\n"):
        pieces: list[str] = []
        for run in _runs(line):
            count = math.ceil(width(run) / em) if width(run) > em else 1
            step = math.ceil(len(run) / count)
            if count > 1 and pieces:
                pieces.append("\n")
            pieces.append("\n".join(run[at : at + step] for at in range(0, len(run), step)))
        parts.append("".join(pieces))
    return "\n".join(parts)


def _printable(char: str) -> bool:
    code = ord(char)
    return (
        code >= 0x20 and not 0x7F <= code <= 0x9F and not 0xD800 <= code <= 0xDFFF and code & 0xFFFE != 0xFFFE
    )


def _advance(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WFA":
        return 1.0
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Cf"):
        return 0.0
    if char in _NARROW:
        return 0.35
    if char in _BROAD:
        return 0.92
    return 0.68 if char.isupper() else 0.58


def _runs(text: str) -> list[str]:
    """Text cut where a line may break: around every wide character, after spaces and hyphens."""
    runs: list[str] = []
    open_run = ""
    for char in text:
        if char == "\n" or unicodedata.east_asian_width(char) in "WFA":
            if open_run:
                runs.append(open_run)
                open_run = ""
            if char != "\n":
                runs.append(char)
        else:
            open_run += char
            if char in " -/":
                runs.append(open_run)
                open_run = ""
    if open_run:
        runs.append(open_run)
    return runs
