"""Identifiers of records."""

from __future__ import annotations

import datetime as dt
import uuid

from college_desk.records.uid import UidMaker

NOW = dt.datetime(2026, 9, 30, 10, 32, tzinfo=dt.UTC)


def test_an_identifier_is_a_uuid_of_version_seven_that_holds_its_time() -> None:
    made = uuid.UUID(UidMaker(lambda count: b"\xff" * count).next(NOW))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == int(NOW.timestamp() * 1000)


def test_each_is_greater_than_the_one_before_whatever_the_clock_does() -> None:
    maker = UidMaker(lambda count: b"\x00" * count)
    times = [NOW] * 10_000 + [NOW - dt.timedelta(days=1), NOW + dt.timedelta(days=1)]
    made = [maker.next(now) for now in times]
    assert made == sorted(set(made))


def test_two_desks_at_one_moment_differ_by_their_randomness() -> None:
    one, other = UidMaker(lambda count: b"\x01" * count), UidMaker(lambda count: b"\x02" * count)
    assert one.next(NOW) != other.next(NOW)
