"""Paragraphs of text as WordprocessingML: how they are set, and their runs."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from college_desk.files.documents.word_parts import SONG

TWIPS_PER_MM = 1440 / 25.4
LINE = 1.25
"""Height of a line, in type sizes."""


@dataclass(frozen=True)
class Setting:
    """How a paragraph is set: lengths in points, indents in characters, tab stops in millimetres.

    pitch: from line to line in twentieths of a point, exact, so that a substitute typeface changes nothing;
    0 takes LINE of the size.
    """

    size: float
    face: str = SONG
    align: str = "left"
    first: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    pitch: int = 0
    colour: str = ""
    keep: bool = False
    rule: bool = False
    stops: tuple[tuple[str, float], ...] = ()


def paragraph(text: str, how: Setting) -> str:
    """One paragraph of plain text; line feeds become line breaks, tabs stay tabs."""
    align = {"left": "left", "center": "center", "right": "right", "both": "both"}[how.align]
    properties = []
    if how.keep:
        properties.append("<w:keepNext/><w:keepLines/>")
    if how.rule:
        properties.append(
            '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="FF0000"/></w:pBdr>'
        )
    if how.stops:
        stops = (f'<w:tab w:val="{kind}" w:pos="{round(at * TWIPS_PER_MM)}"/>' for kind, at in how.stops)
        properties.append(f"<w:tabs>{''.join(stops)}</w:tabs>")
    properties.append('<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>')
    pitch = how.pitch or round(how.size * LINE * 20)
    before, after = round(how.before * 20), round(how.after * 20)
    properties.append(
        f'<w:spacing w:before="{before}" w:after="{after}" w:line="{pitch}" w:lineRule="exact"/>'
    )
    if how.first or how.right:
        first = (
            f' w:firstLineChars="{round(how.first * 100)}" w:firstLine="{round(how.first * how.size * 20)}"'
        )
        right = f' w:rightChars="{round(how.right * 100)}" w:right="{round(how.right * how.size * 20)}"'
        properties.append(f"<w:ind{right if how.right else ''}{first if how.first else ''}/>")
    properties.append(f'<w:jc w:val="{align}"/>')
    return f"<w:p><w:pPr>{''.join(properties)}</w:pPr>{_run(text, how)}</w:p>"


def _run(text: str, how: Setting) -> str:
    if not text:
        return ""
    half = round(how.size * 2)
    colour = f'<w:color w:val="{how.colour}"/>' if how.colour else ""
    properties = (
        f'<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{how.face}" w:hAnsi="{how.face}"'
        f' w:eastAsia="{how.face}"/>{colour}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
    )
    pieces = []
    for number, line in enumerate(text.split("\n")):
        if number:
            pieces.append("<w:br/>")
        for place, part in enumerate(line.split("\t")):
            pieces.append("<w:tab/>" if place else "")
            pieces.append(f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "")
    return f"<w:r>{properties}{''.join(pieces)}</w:r>"
