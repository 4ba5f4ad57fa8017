"""Spreadsheets in the guise of markup: web pages and SpreadsheetML 2003."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

Rows = Sequence[Sequence[Any]]


def html(rows: Rows, charset: str = "gb2312") -> str:
    """A page with one table, as systems of schools export it."""
    body = "".join(
        "<tr>" + "".join(f"<td>{'' if cell is None else escape(str(cell))}</td>" for cell in row) + "</tr>\n"
        for row in rows
    )
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    return f"<html><head>{head}</head><body><table border=1>\n{body}</table></body></html>"


def xml_2003(sheets: Mapping[str, Rows], encoding: str = "utf-8") -> str:
    """An XML spreadsheet of Excel 2003."""
    made = "".join(
        f'<Worksheet ss:Name="{escape(name)}"><Table>'
        + "".join(f"<Row>{''.join(map(_cell, row))}</Row>" for row in rows)
        + "</Table></Worksheet>"
        for name, rows in sheets.items()
    )
    return wrapped_2003(made, encoding)


def wrapped_2003(worksheets: str, encoding: str = "utf-8") -> str:
    """An XML spreadsheet of these worksheets."""
    office = "urn:schemas-microsoft-com:office"
    return (
        f'<?xml version="1.0" encoding="{encoding}"?><?mso-application progid="Excel.Sheet"?>\n'
        f'<Workbook xmlns="{office}:spreadsheet" xmlns:x="{office}:excel" xmlns:ss="{office}:spreadsheet">'
        f"{worksheets}</Workbook>"
    )


def _cell(value: Any) -> str:
    if value is None:
        return "<Cell/>"
    kind = "String" if isinstance(value, str) else "Number"
    return f'<Cell><Data ss:Type="{kind}">{escape(str(value))}</Data></Cell>'
