"""What a file holds, read in this process: the child's work."""

from __future__ import annotations

from pathlib import Path

from college_desk.files.sheets import kinds, transport


def document_of(path: Path, encoding: str | None = None) -> bytes:
    """The document (`transport`) of a file of any kind. Raises UnusableInput; may also end the process."""
    kind = kinds.kind_of(path)
    if kind == "csv":
        from college_desk.files.sheets import delimited

        return transport.packed(delimited.read(path, encoding))
    if kind == "html":
        from college_desk.files.sheets import html_tables

        return transport.packed(html_tables.read(path, encoding))
    if kind == "xml":
        from college_desk.files.sheets import xml_workbook

        return transport.packed(xml_workbook.read(path))
    from college_desk.files.sheets import workbook

    return workbook.document_of(path, kind)
