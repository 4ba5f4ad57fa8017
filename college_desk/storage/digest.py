"""The digest of the desk: one SHA-256 over what all records say, the same on every engine and in any order."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, select

from college_desk.records.register import REGISTERS
from college_desk.storage.journal import text_of
from college_desk.storage.rows import row_form

_NOT_SAID = ("source_file", "source_sheet", "source_row")


def digest(connection: Connection) -> str:
    """The hexadecimal digest over every record of every register by register code and uid, ended ones too.

    Of each: uid, its filled fields (campus, department and note among them), ended, same_as and the
    hashes of its attachments; without revision, source, links, times, findings, filings and journal.
    """
    made = hashlib.sha256()
    for register in sorted(REGISTERS, key=lambda each: each.code):
        form = row_form(register)
        asked = select(*form.columns()).order_by(form.table.c.uid)
        for row in connection.execute(asked):
            said = {name: value for name, value in form.row_of(row).items() if name not in _NOT_SAID}
            made.update(text_of([register.code, row[0], said, []]).encode("utf-8") + b"\n")
    return made.hexdigest()
