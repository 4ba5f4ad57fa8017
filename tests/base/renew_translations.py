"""Renews the English catalogue from the messages in the code: `python -m tests.base.renew_translations [NEW.json …]`.

The JSON files, {Chinese message: English message}, add translations; messages gone from the code are dropped.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations" / "en" / "LC_MESSAGES"
PO = FOLDER / "college_desk.po"
MO = FOLDER / "college_desk.mo"


def messages() -> list[str]:
    """Every message of the code, each once, sorted."""
    found = extract_from_dir(str(ROOT / "college_desk"), [("**.py", "python")], keywords={"_": None})
    return sorted({each[2] for each in found if isinstance(each[2], str)})


def catalogue() -> Catalog:
    """The catalogue as it is kept."""
    with PO.open("rb") as file:
        return read_po(file, locale="en")


def compiled(kept: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    out = io.BytesIO()
    write_mo(out, kept)
    return out.getvalue()


def main(added: list[str]) -> None:
    """Write both files anew."""
    known: dict[str, str] = {}
    if PO.exists():
        known = {each.id: each.string for each in catalogue() if isinstance(each.id, str) and each.id}  # type: ignore[misc]
    for name in added:
        known |= json.loads(Path(name).read_text(encoding="utf-8"))
    fresh = Catalog(
        locale="en", project="College Desk", charset="utf-8", header_comment="# English for College Desk."
    )
    fresh.creation_date = fresh.revision_date = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)
    for each in messages():
        fresh.add(each, known.get(each, ""))
    FOLDER.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, fresh, width=0, omit_header=False)
    MO.write_bytes(compiled(fresh))
    print(f"{len(messages())} messages, {sum(not known.get(each) for each in messages())} without English")


if __name__ == "__main__":
    main(sys.argv[1:])
