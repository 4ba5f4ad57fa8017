"""Filled forms as one PDF, set by typst with our own fonts; the same forms give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from college_desk.base import resources
from college_desk.files.documents.fonts import typst_fonts
from college_desk.files.documents.grid import (
    fitted_widths,
    grid_cells,
    printed,
    signature_groups,
    span_width,
    stays_with_signature,
)
from college_desk.files.documents.measure import MM_PER_POINT, broken, clean, fitting_size
from college_desk.records.page import (
    Block,
    FilledForm,
    Line,
    PageBreak,
    Paragraph,
    Seals,
    Table,
    Title,
)


def pdf_of(forms: Sequence[FilledForm]) -> bytes:
    """One PDF of the forms in their order, each with its own page numbers.

    It bears no date and no name of the program's files; what is set comes in as data.
    """
    import typst

    inputs = {"forms": json.dumps([_form(form) for form in forms], ensure_ascii=False)}
    source = resources.path("typesetting", "forms.typ")
    content = typst.compile(
        source.read_bytes(),
        font_paths=typst_fonts(),
        ignore_system_fonts=True,
        sys_inputs=inputs,
        format="pdf",
        timestamp=0,
    )
    assert isinstance(content, bytes)
    return content


def _form(form: FilledForm) -> dict[str, Any]:
    groups = dict(signature_groups(form))
    blocks: list[dict[str, Any]] = []
    skip_to = -1
    for number, block in enumerate(form.blocks):
        if number <= skip_to:
            continue
        if number in groups:
            skip_to = groups[number]
            texts = [each.text for each in form.blocks[number : skip_to + 1] if isinstance(each, Paragraph)]
            blocks.append({"kind": "signature", "lines": [clean(text) for text in texts]})
        else:
            following = form.blocks[number + 1] if number + 1 < len(form.blocks) else None
            made = _block(block, form, following)
            if made["kind"] == "paragraph":
                made["sticky"] = stays_with_signature(form, number)
            blocks.append(made)
    margins = form.margins
    return {
        "landscape": form.landscape,
        "letter": form.letter,
        "watermark": clean(form.watermark),
        "margins": {
            "top": margins.top,
            "bottom": margins.bottom,
            "left": margins.left,
            "right": margins.right,
        },
        "blocks": blocks,
    }


def _block(block: Block, form: FilledForm, following: Block | None) -> dict[str, Any]:
    match block:
        case Title():
            return {"kind": "title", "text": clean(block.text), "subtitle": clean(block.subtitle)}
        case Line():
            parts = {"left": clean(block.left), "middle": clean(block.middle), "right": clean(block.right)}
            return {"kind": "line", **parts, "sticky": isinstance(following, Table | Line | Seals)}
        case Paragraph():
            ruled = any(isinstance(each, Paragraph) and each.style == "letterhead" for each in form.blocks)
            text = "\t".join(clean(part) for part in block.text.split("\t"))
            return {"kind": "paragraph", "text": text, "style": block.style, "ruled": ruled}
        case Table():
            return _table(block, form)
        case Seals():
            return {"kind": "seals", "places": [list(map(clean, place.lines)) for place in block.places]}
        case PageBreak():
            return {"kind": "break"}


def _table(table: Table, form: FilledForm) -> dict[str, Any]:
    widths = fitted_widths(table, form)
    inset = 0.7 if form.landscape else 1.1
    heights = [0.0] * len(table.rows)
    cells = []
    for placed in grid_cells(table):
        cell = placed.cell
        text = printed(cell)
        size = table.size
        if not cell.upright:
            room = span_width(placed, widths) - 2 * inset
            figure = cell.number is not None
            size = fitting_size(text, room, table.size, figure=figure)
            text = text if figure else broken(text, room / (size * MM_PER_POINT))
        if cell.down == 1:
            heights[placed.row] = max(heights[placed.row], cell.tall)
        cells.append(
            {
                "text": text,
                "x": placed.column,
                "y": placed.row,
                "across": cell.across,
                "down": cell.down,
                "align": cell.align,
                "upright": cell.upright,
                "tall": cell.tall,
                "seal": cell.seal,
                "size": size,
            }
        )
    return {
        "kind": "table",
        "widths": widths,
        "heights": heights,
        "header": table.header_rows,
        "inset": inset,
        "cells": cells,
    }
