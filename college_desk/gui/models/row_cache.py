"""Records by row, fetched a page at a time and kept while they are likely to be looked at again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from college_desk.records.register import Record

PAGE = 200
PAGES_KEPT = 20

Fetch = Callable[[Sequence[str]], Sequence[Record]]
"""The records of uids, in that order; uids that are gone are left out."""


class RowCache:
    """A list of uids with the records behind them, at most `PAGES_KEPT` pages of them at a time."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._uids: list[str] = []
        self._rows: dict[str, int] = {}
        self._pages: OrderedDict[int, dict[str, Record]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._uids)

    def show(self, uids: Sequence[str]) -> None:
        """Take another list; everything kept is dropped."""
        self._uids = list(uids)
        self._rows = {uid: row for row, uid in enumerate(self._uids)}
        self._pages.clear()

    def uid(self, row: int) -> str:
        """The uid of a row."""
        return self._uids[row]

    def uids(self) -> Sequence[str]:
        """All uids in order."""
        return self._uids

    def row(self, uid: str) -> int | None:
        """The row of a uid, None when it is not in the list."""
        return self._rows.get(uid)

    def record(self, row: int) -> Record | None:
        """The record of a row; None when it is gone since the list was made."""
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            wanted = self._uids[number * PAGE : (number + 1) * PAGE]
            page = {record.uid: record for record in self._fetch(wanted)}
            self._pages[number] = page
            while len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(self._uids[row])

    def append(self, uid: str) -> None:
        """Add a uid at the end."""
        self._pages.pop(len(self._uids) // PAGE, None)
        self._rows[uid] = len(self._uids)
        self._uids.append(uid)

    def forget(self, uids: Iterable[str]) -> list[int]:
        """Fetch these again when next asked; the rows they stand in, ascending."""
        rows = sorted(row for uid in uids if (row := self._rows.get(uid)) is not None)
        for number in {row // PAGE for row in rows}:
            self._pages.pop(number, None)
        return rows
