"""Workbook packages written by hand, in spellings that no library of ours writes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"

STYLES = (
    '<styleSheet xmlns="{main}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"><alignment horizontal="right"/></xf>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def cell(ref: str, text: str, *, style: int | None = None, prefix: str = "") -> str:
    """A cell with its own text."""
    given = "" if style is None else f' s="{style}"'
    p = prefix
    return f'<{p}c r="{ref}"{given} t="inlineStr"><{p}is><{p}t>{text}</{p}t></{p}is></{p}c>'


def written(
    path: Path,
    sheet: str | bytes,
    *,
    strict: bool = False,
    styles: bool = True,
    extra: dict[str, bytes] | None = None,
    streamed: bool = False,
) -> Path:
    """A workbook of one sheet `名册` with this XML; streamed: the entries' sizes stand behind them."""
    main, relations = (STRICT, _STRICT_RELATIONS) if strict else (TRANSITIONAL, _RELATIONS)
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="bin" ContentType="application/octet-stream"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.worksheet+xml"/>'
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    related = f'<Relationship Id="rId1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/>'
    parts: dict[str, str | bytes] = {}
    if styles:
        types += (
            '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'spreadsheetml.styles+xml"/>'
        )
        related += f'<Relationship Id="rId2" Type="{relations}/styles" Target="/xl/styles.xml"/>'
        parts["xl/styles.xml"] = STYLES.format(main=main)
    parts = {
        "[Content_Types].xml": types + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="rId1" '
        f'Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>'
        '<sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}">{related}</Relationships>',
        "xl/worksheets/sheet1.xml": sheet,
        **parts,
        **(extra or {}),
    }
    target: io.RawIOBase | Path = _Unseekable(path) if streamed else path
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 3, 4, 5, 6, 8)), content, zipfile.ZIP_DEFLATED)
        archive.comment = "甲".encode()
    if isinstance(target, io.RawIOBase):
        target.close()
    return path


class _Unseekable(io.RawIOBase):
    """A file to which one can only append, as a program that streams a download does."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        return self._file.write(content)

    def close(self) -> None:
        self._file.close()
        super().close()
