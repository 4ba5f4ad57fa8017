"""The school's own words for entries of the code tables (本校叫法): learnt from answers, listed, forgotten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.records.change import Changed
from college_desk.records.codes import code_table, table_names
from college_desk.storage.desk import Desk


class Synonym(NamedTuple):
    """A word that the school uses: code table and its title, the text as met, the entry's code and label."""

    table: str
    table_title: str
    text: str
    code: str
    label: str


def synonyms(desk: Desk) -> list[Synonym]:
    """All of them, by the table's title and the text; those of tables that are no more are left out."""
    with desk.read() as reader:
        kept = reader.synonyms()
    found = []
    for name in sorted(kept.keys() & set(table_names())):
        table = code_table(name)
        for text, code in kept[name].items():
            entry = table.get(code)
            if entry is not None:
                found.append(Synonym(name, _(table.title), text, code, entry.label))
    return sorted(found, key=lambda each: (each.table_title, each.text))


def learn(
    desk: Desk, table: str, text: str, code: str, *, who: str, now: dt.datetime, today: dt.date
) -> Changed:
    """Keep a word for an entry; undo takes it back. Raises UnusableInput for a table or code that is not there."""
    if table not in table_names() or code_table(table).get(code) is None:
        raise UnusableInput(_("没有这个代码表或代码，不能记下“{text}”。").format(text=text))
    what = _("记下本校叫法“{text}”").format(text=text)
    with desk.write(what, who=who, now=now, today=today, guarded=False) as writer:
        writer.learn_synonym(table, text, code)
    return writer.changed


def forget(
    desk: Desk, words: Sequence[tuple[str, str]], *, who: str, now: dt.datetime, today: dt.date
) -> Changed:
    """Forget words, each named by its table and text; what was imported by them stays. Undo brings them back."""
    what = _("删去本校叫法{count}个").format(count=len(words))
    with desk.write(what, who=who, now=now, today=today, guarded=False) as writer:
        for table, text in words:
            writer.learn_synonym(table, text, None)
    return writer.changed
