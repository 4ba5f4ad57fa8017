"""What other filings claim already, read from their frozen snapshots: nobody is claimed twice (重复享受)."""

from __future__ import annotations

from college_desk.policy.claims import FOR_MONEY, NO_CLAIMS, Claims, gathered
from college_desk.records.snapshot import Snapshot
from college_desk.storage.filings import StoredFiling
from college_desk.storage.reader import Reader

_NO_CLAIM = frozenset({"refused", "withdrawn"})
"""States of a filing that claims nothing any more."""


def claimed_elsewhere(
    reader: Reader, filing: str, period: str, kind: str = "first", enterprise: str | None = None
) -> Claims:
    """The claims of all filings of money but the one that would be frozen under these.

    Of each number the latest version counts, unless the bureau refused it or it was withdrawn. A change
    or an ending answers what was filed of the period before, so nothing of that is another claim.
    enterprise: the uid of the one in whose name it goes out, None for all of them together.
    """
    if filing not in FOR_MONEY:
        return NO_CLAIMS
    latest: dict[str, StoredFiling] = {}
    for each in reader.filings():
        if each.filing in FOR_MONEY and not _is_own(each, filing, period, kind, enterprise):
            known = latest.get(each.number)
            if known is None or known.version < each.version:
                latest[each.number] = each
    standing = [each for each in latest.values() if each.state not in _NO_CLAIM]
    return gathered(Snapshot.read(reader.snapshot(each.snapshot)) for each in standing)


def _is_own(stored: StoredFiling, filing: str, period: str, kind: str, enterprise: str | None) -> bool:
    if (stored.filing, stored.period) != (filing, period):
        return False
    if kind in ("change", "ending"):
        return True
    return stored.kind == kind and enterprise in (None, stored.enterprise)
