"""The four texts of our bags (BagIt 1.0, RFC 8493), in the one spelling that the program writes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

DECLARATION_NAME = "bagit.txt"
INFO_NAME = "bag-info.txt"
MANIFEST_NAME = "manifest-sha256.txt"
TAG_MANIFEST_NAME = "tagmanifest-sha256.txt"
TAG_NAMES = (DECLARATION_NAME, INFO_NAME, MANIFEST_NAME)
"""The files that the tag manifest lists."""

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

_MANIFEST_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


@dataclass(frozen=True)
class BagInfo:
    """What `bag-info.txt` says of a package; nothing of it depends on the moment of packing.

    organisation: the school; title: of the filing; number: FILING-PERIOD-NN; day: the filing's day.
    """

    organisation: str
    title: str
    number: str
    version: int
    day: dt.date
    program_version: str


def info_text(info: BagInfo, *, octets: int, files: int) -> bytes:
    """`bag-info.txt` of a package whose payload has so many octets in so many files."""
    fields = {
        "Source-Organization": info.organisation,
        "External-Description": info.title,
        "External-Identifier": info.number,
        "Internal-Sender-Identifier": f"v{info.version}",
        "Bagging-Date": info.day.isoformat(),
        "Payload-Oxum": f"{octets}.{files}",
        "Bag-Software-Agent": f"College Desk {info.program_version}",
    }
    return "".join(f"{name}: {' '.join(value.split())}\n" for name, value in fields.items()).encode()


def info_fields(content: bytes) -> dict[str, str]:
    """The fields of a `bag-info.txt`; lines that are no field are left out, folded ones joined."""
    fields: dict[str, str] = {}
    last = ""
    for line in content.decode("utf-8", "replace").splitlines():
        name, colon, value = line.partition(":")
        if line[:1] in (" ", "\t") and last:
            fields[last] += " " + line.strip()
        elif colon:
            last = name.strip()
            fields[last] = value.strip()
    return fields


def manifest_text(digests: Mapping[str, str]) -> bytes:
    """A manifest of the digests (by path), in the order of the paths' code points."""
    return "".join(f"{digests[path]}  {path}\n" for path in sorted(digests)).encode()


@dataclass(frozen=True)
class Manifest:
    """What a manifest lists: digests by path, and the numbers of the lines that cannot be read or come twice."""

    digests: dict[str, str]
    wrong_lines: tuple[int, ...]


def read_manifest(content: bytes) -> Manifest:
    """The manifest that `manifest_text` wrote, or what is left of it."""
    digests: dict[str, str] = {}
    wrong = []
    lines = content.decode("utf-8", "replace").split("\n")
    for number, line in enumerate(lines[:-1] if lines[-1] == "" else lines, start=1):
        match = _MANIFEST_LINE.fullmatch(line)
        if match is None or match[2] in digests:
            wrong.append(number)
        else:
            digests[match[2]] = match[1]
    return Manifest(digests, tuple(wrong))
