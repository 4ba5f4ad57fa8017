"""A hundred thousand rows, a tenth of them bad: every bad one is found, none falsely, and it can be stopped."""

from __future__ import annotations

import itertools
import resource
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from college_desk.base.errors import Cancelled
from college_desk.base.progress import Cancel
from college_desk.records.register import REGISTERS
from college_desk.services import checkup, importing
from college_desk.services.importing import Preview
from college_desk.storage.desk import Desk
from tests.benchmarks import rosters
from tests.services.occasions import SITTING, TODAY, new_desk

ROWS = 100_000
EVERY = 10
"""Each tenth row is bad."""
APPRENTICE = REGISTERS["apprentice"]
PLACES = {header: place for place, header in enumerate(rosters.HEADERS)}
NOT_YET_KNOWN = "VAL-014"
"""A name that no register holds yet: a warning that is wanted on every row."""
CANCELLED_WITHIN = 2.0
"""Seconds from the wish to stop until the work has stopped."""

Row = list[str | float]


class Spoiled(NamedTuple):
    """What was done to a bad row, and the fields one of which must bear an error."""

    kind: str
    fields: frozenset[str]


def _put(header: str, value: str | float) -> Callable[[Row, Row], None]:
    def spoil(row: Row, earlier: Row) -> None:
        row[PLACES[header]] = value

    return spoil


def _wrong_digit(row: Row, earlier: Row) -> None:
    number = str(row[PLACES["身份证号"]])
    row[PLACES["身份证号"]] = number[:-1] + ("1" if number[-1] != "1" else "2")


def _lost_digits(row: Row, earlier: Row) -> None:
    row[PLACES["身份证号"]] = float(str(row[PLACES["身份证号"]])[:15] + "000")


def _too_short(row: Row, earlier: Row) -> None:
    number = str(row[PLACES["身份证号"]])
    row[PLACES["身份证号"]] = number[:9] + number[10:]


def _other_sex(row: Row, earlier: Row) -> None:
    row[PLACES["性别"]] = "女" if row[PLACES["性别"]] == "男" else "男"


def _other_birth(row: Row, earlier: Row) -> None:
    row[PLACES["出生日期"]] = str(row[PLACES["出生日期"]]).replace("200", "199", 1)


def _repeated(row: Row, earlier: Row) -> None:
    for header in ("姓名", "身份证号", "性别", "出生日期"):
        row[PLACES[header]] = earlier[PLACES[header]]


SPOILERS: tuple[tuple[str, frozenset[str], Callable[[Row, Row], None]], ...] = (
    ("wrong check digit", frozenset({"id_number"}), _wrong_digit),
    ("lost digits", frozenset({"id_number"}), _lost_digits),
    ("a digit too few", frozenset({"id_number"}), _too_short),
    ("no number", frozenset({"id_number"}), _put("身份证号", "")),
    ("no name", frozenset({"name"}), _put("姓名", "")),
    ("other sex", frozenset({"gender", "id_number"}), _other_sex),
    ("other birth date", frozenset({"birth_date", "id_number"}), _other_birth),
    ("bad telephone", frozenset({"phone"}), _put("联系电话", "1380013800")),
    ("no such day", frozenset({"agreement_signed_on"}), _put("签订日期", "2026.2.30")),
    ("end before start", frozenset({"start_on", "end_on"}), _put("终止日期", "2025-07-15")),
    ("no amount", frozenset({"monthly_pay"}), _put("月报酬（元）", "面议")),
    ("the same person again", frozenset({"id_number"}), _repeated),
)


def spoiled_rows(count: int) -> Iterator[tuple[Row, Spoiled | None]]:
    """So many rows, every tenth with one thing wrong, all things in turn."""
    earlier: Row = []
    for number, plain in enumerate(rosters.rows(count), start=1):
        row: Row = list(plain)
        row[PLACES["性别"]] = "男" if int(plain[PLACES["身份证号"]][16]) % 2 else "女"
        if number % EVERY:
            if number % EVERY == 1:
                earlier = list(row)
            yield row, None
            continue
        kind, fields, spoil = SPOILERS[number // EVERY % len(SPOILERS)]
        spoil(row, earlier)
        yield row, Spoiled(kind, fields)


@pytest.fixture(scope="module")
def roster(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[int, Spoiled]]:
    """The workbook, and what is wrong by the sheet's own row."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("花名册")
    sheet.append(rosters.HEADERS)
    bad: dict[int, Spoiled] = {}
    for number, (row, spoiled) in enumerate(spoiled_rows(ROWS), start=2):
        sheet.append(row)
        if spoiled is not None:
            bad[number] = spoiled
    path = tmp_path_factory.mktemp("roster") / "学徒花名册.xlsx"
    book.save(path)
    return path, bad


def test_a_spoiled_row_is_found_and_a_plain_one_is_not(tmp_path: Path) -> None:
    """The same rows, few enough for the ordinary run."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("花名册")
    sheet.append(rosters.HEADERS)
    bad: dict[int, Spoiled] = {}
    for number, (row, spoiled) in enumerate(spoiled_rows(len(SPOILERS) * EVERY), start=2):
        sheet.append(row)
        if spoiled is not None:
            bad[number] = spoiled
    book.save(tmp_path / "花名册.xlsx")
    with new_desk(tmp_path) as desk:
        shown = importing.preview(desk, APPRENTICE, tmp_path / "花名册.xlsx", today=TODAY)
        missed, false = missed_and_false(shown, bad)
    assert len(bad) == len(SPOILERS)
    assert not missed
    assert not false


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_every_bad_row_of_a_hundred_thousand_is_found_and_none_falsely(
    tmp_path: Path, roster: tuple[Path, dict[int, Spoiled]]
) -> None:
    path, bad = roster
    with new_desk(tmp_path) as desk:
        began = time.perf_counter()
        shown = importing.preview(desk, APPRENTICE, path, today=TODAY)
        seen = time.perf_counter()
        result = importing.apply(desk, shown, **SITTING)
        stored = time.perf_counter()
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"\n{ROWS} rows × {len(rosters.HEADERS)} columns, {len(bad)} bad")
        print(
            f"preview {seen - began:.1f} s, apply {stored - seen:.1f} s; peak {own:.0f} MB, reading child {child:.0f} MB"
        )
        missed, false = missed_and_false(shown, bad)
        document = result.to_json()
    assert len(bad) == ROWS // EVERY
    assert not missed, missed[:10]
    assert not false, false[:10]
    assert document["rows"] == ROWS
    assert document["stored"] + document["pending"] == ROWS
    assert document["pending"] >= sum(
        each.kind in {"no name", "no number", "lost digits", "no such day", "the same person again"}
        for each in bad.values()
    )


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_preview_stops_within_two_seconds(tmp_path: Path, roster: tuple[Path, dict[int, Spoiled]]) -> None:
    path, _ = roster
    with new_desk(tmp_path) as desk:
        before = checkup.digest(desk)

        def work(watch: Watch) -> None:
            """Preview a copy: a file read once is not read again."""
            copied = Path(shutil.copy(path, tmp_path / f"{time.perf_counter_ns()}.xlsx"))
            watch.began = time.perf_counter()
            importing.preview(desk, APPRENTICE, copied, today=TODAY, progress=watch)

        waited = seconds_to_stop(work)
        assert nothing_came(desk, before)
    print(f"\npreview asked to stop: {told(waited)}")
    assert max(waited.values()) <= CANCELLED_WITHIN


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_storing_stops_within_two_seconds_and_leaves_nothing(
    tmp_path: Path, roster: tuple[Path, dict[int, Spoiled]]
) -> None:
    path, _ = roster
    opened: list[Desk] = []
    shown: list[Preview] = []
    before: list[str] = []

    def work(watch: Watch) -> None:
        """Store in a desk of its own the first time, afterwards in one that has stored nothing."""
        if len(opened) < 2:
            opened.append(new_desk(tmp_path / str(len(opened))))
            before.append(checkup.digest(opened[-1]))
            shown.append(importing.preview(opened[-1], APPRENTICE, path, today=TODAY))
            watch.began = time.perf_counter()
        importing.apply(opened[-1], shown[-1], **SITTING, progress=watch)

    waited = seconds_to_stop(work)
    assert nothing_came(opened[1], before[1])
    for each in opened:
        each.close()
    print(f"\nstoring asked to stop: {told(waited)}")
    assert max(waited.values()) <= CANCELLED_WITHIN


def told(waited: dict[str, float]) -> str:
    """When the wish was uttered and how long it took, in words."""
    return ", ".join(f"{when} → {seconds:.2f} s" for when, seconds in waited.items())


def missed_and_false(
    shown: Preview, bad: dict[int, Spoiled]
) -> tuple[list[tuple[int, str]], list[tuple[int, str | None, str]]]:
    """The bad rows that no error names, and the findings on rows with nothing wrong."""
    told: dict[int, set[str | None]] = {}
    false = []
    for each in shown.findings():
        said = each.to_json()
        row, rule = said["row"], said["rule"]
        if row not in bad and rule != NOT_YET_KNOWN:
            false.append((row, said["field"], said["message"]))
        if said["severity"] == "error":
            told.setdefault(row, set()).add(said["field"])
    missed = [(row, each.kind) for row, each in bad.items() if not each.fields & told.get(row, set())]
    return missed, false


class Watch:
    """Progress that notes its steps, and at one of them is asked to stop."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.cancel = Cancel()
        self.began = time.perf_counter()
        self.steps: list[tuple[float, str]] = []
        self.stop_at = stop_at
        self.asked_at = 0.0

    def step(self, stage: str, done: int, total: int | None = None) -> None:
        """Stop here when that was asked for; ask it right after the step it is to be asked at."""
        self.cancel.meet()
        self.steps.append((time.perf_counter(), stage))
        if self.stop_at is not None and len(self.steps) > self.stop_at:
            self.asked_at = time.perf_counter()
            self.cancel.ask()


def seconds_to_stop(work: Callable[[Watch], object]) -> dict[str, float]:
    """The seconds between the wish to stop and the end of the work, by when the wish was uttered.

    The work is done once to its end, then asked to stop at several steps: the one after which the next came
    latest, and some between.
    """
    whole = Watch()
    work(whole)
    ended = time.perf_counter()
    times = [each for each, _ in whole.steps]
    assert len(times) > 4, "work that tells no progress cannot be stopped"
    gaps = [later - earlier for earlier, later in itertools.pairwise(times)]
    print(f"\nafter the last step, where nothing is left to stop: {ended - times[-1]:.2f} s")
    waited = {"before the first step": times[0] - whole.began}
    places = {gaps.index(max(gaps)), *(len(gaps) * share // 4 for share in (1, 2, 3))}
    for place in sorted(places):
        watch = Watch(place)
        with pytest.raises(Cancelled):
            work(watch)
        waited[f"step {place + 1} of {len(times)} ({whole.steps[place][1]})"] = (
            time.perf_counter() - watch.asked_at
        )
    return waited


def nothing_came(desk: Desk, before: str) -> bool:
    """Whether the desk is as it was: no record, no row in the tray, no step of the journal."""
    with desk.read() as reader:
        return (
            checkup.digest(desk) == before and reader.count(APPRENTICE) == 0 and not reader.pending_counts()
        )
