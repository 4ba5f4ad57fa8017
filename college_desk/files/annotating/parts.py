"""Where the parts of a workbook's package lie, Strict ones too, and their XML as text of one encoding."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from college_desk.files.sheets import refusals

_ANOTHER_ENCODING = re.compile(rb"""^<\?xml[^>]*\bencoding=["'](?!utf-8["'])""", re.IGNORECASE)
_MADE_PLAIN = (b"<!--", b"<![CDATA[")
_DOCTYPE = b"<!DOCTYPE"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")

CONTENT_TYPES = "[Content_Types].xml"


@dataclass(frozen=True)
class WorkbookParts:
    """The names of a workbook's entries: `sheets` by sheet name; `styles` None where it has none."""

    workbook: str
    relationships: str
    sheets: dict[str, str]
    styles: str | None


def parts_of(opened: zipfile.ZipFile, path: Path) -> WorkbookParts:
    """The parts of a workbook. Raises UnusableInput where the package is not whole."""
    start = dict(_related(opened, path, "", "_rels/.rels"))
    workbook = next(
        (target for kind, target in start.values() if kind == "officeDocument"), "xl/workbook.xml"
    )
    folder, name = posixpath.split(workbook)
    relationships = posixpath.join(folder, "_rels", f"{name}.rels")
    related = dict(_related(opened, path, folder, relationships))
    styles = next((target for kind, target in related.values() if kind == "styles"), None)
    sheets = {}
    for each in _tree(opened, path, workbook).iter("{*}sheet"):
        link = next((value for key, value in each.attrib.items() if key.endswith("}id")), None)
        kind, target = related.get(link, ("", ""))
        if kind == "worksheet":
            sheets[each.get("name", "")] = target
    return WorkbookParts(workbook, relationships, sheets, styles)


def text_of(opened: zipfile.ZipFile, path: Path, part: str) -> bytes:
    """A part's XML in UTF-8 without comments and CDATA; as it stands where it already is so.

    Raises UnusableInput for a part that is not there, is no XML, or declares entities.
    """
    try:
        content = opened.read(part)
    except KeyError as error:
        raise refusals.damaged(path) from error
    content = content.removeprefix(b"\xef\xbb\xbf")
    odd = content.startswith(_UTF16) or _ANOTHER_ENCODING.match(content) is not None
    if not odd and _DOCTYPE not in content and not any(each in content for each in _MADE_PLAIN):
        return content
    from lxml import etree

    root = _parsed(content, path)
    plain: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return plain


def _related(
    opened: zipfile.ZipFile, path: Path, folder: str, part: str
) -> Iterator[tuple[str | None, tuple[str, str]]]:
    """The relationships of a part: id, the last word of their type, the entry they lead to."""
    if part not in opened.NameToInfo:
        return
    for each in _tree(opened, path, part):
        target = each.get("Target", "")
        joined = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        kind = each.get("Type", "").rpartition("/")[2]
        yield each.get("Id"), (kind, posixpath.normpath(joined))


def _tree(opened: zipfile.ZipFile, path: Path, part: str) -> Any:
    try:
        return _parsed(opened.read(part), path)
    except KeyError as error:
        raise refusals.damaged(path) from error


def _parsed(content: bytes, path: Path) -> Any:
    """The root of an XML text, nothing outside it read. Raises UnusableInput where it is none."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, huge_tree=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise refusals.damaged(path) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise refusals.unsafe(path)
    return root
