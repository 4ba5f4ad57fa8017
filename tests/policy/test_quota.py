"""The 20% allowance on a day and over time: what is usable, what is occupied, by head and by periods."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college_desk.policy.pack import MissingParameter, Parameter, Policy, load_pack, with_entered
from college_desk.policy.quota import (
    Terms,
    academic_year,
    allowance,
    counting,
    is_missing,
    staffing_on,
    terms_on,
    usable_posts,
)
from college_desk.policy.quota_series import Hire, Stretch, first_breach, occupied_on, series, who_counts
from college_desk.records.college.staffing import Staffing
from college_desk.records.lookups import ListedFacts
from college_desk.records.register import Record
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.values.month import OPEN_END, Month
from tests import make

BY_HEAD = Terms(Fraction(1, 5), True, "head", None)
SEPTEMBER, JULY = dt.date(2026, 9, 1), dt.date(2027, 7, 15)


def seat(serial: int, **given: object) -> Appointment:
    """A counting appointment of the serial-th person."""
    birth = dt.date(1970, 1, 1) + dt.timedelta(days=serial)
    values = {"teacher": make.id_number(birth), "contract_number": f"JZ-{serial}", "counts_in_quota": True}
    return make.appointment(uid=f"a{serial:05d}", **{**values, **given})


def seats(count: int, **given: object) -> list[Appointment]:
    return [seat(serial, **given) for serial in range(count)]


def on(day: dt.date, *records: Record, terms: Terms = BY_HEAD) -> Stretch:
    return occupied_on(ListedFacts(records), terms, day)


def over_time(records: Sequence[Record], first: dt.date, last: dt.date, *hires: Hire) -> list[Stretch]:
    return series(ListedFacts(records), BY_HEAD, first, last, hires)


class TestUsable:
    @pytest.mark.parametrize(
        ("approved", "expected"), [(186, 37), (185, 37), (184, 36), (5, 1), (4, 0), (0, 0), (190, 38)]
    )
    def test_the_allowance_is_a_fifth_rounded_down(self, approved: int, expected: int) -> None:
        assert allowance(approved, Fraction(1, 5)) == expected

    @pytest.mark.parametrize(
        ("filled", "reserved", "usable"),
        [
            (152, 0, 34),
            (120, 0, 37),
            (149, 0, 37),
            (150, 0, 36),
            (152, 4, 30),
            (186, 0, 0),
            (190, 0, 0),
            (152, None, 34),
            (None, None, 37),
        ],
    )
    def test_usable_is_never_more_than_the_vacancies(
        self, filled: int | None, reserved: int | None, usable: int
    ) -> None:
        staffing = make.staffing(approved_posts=186, posts_filled=filled, posts_reserved=reserved)
        assert usable_posts(staffing, BY_HEAD) == usable

    def test_without_the_cap_the_whole_allowance_is_usable(self) -> None:
        terms = Terms(Fraction(1, 5), False, "head", None)
        assert usable_posts(make.staffing(approved_posts=186, posts_filled=190), terms) == 37

    def test_without_an_approved_establishment_nothing_is_known(self) -> None:
        assert usable_posts(make.staffing(approved_posts=None), BY_HEAD) is None

    @given(st.integers(0, 5000), st.integers(0, 5000), st.integers(0, 200))
    def test_usable_lies_between_none_and_a_fifth(self, approved: int, filled: int, reserved: int) -> None:
        staffing = Staffing(approved_posts=approved, posts_filled=filled, posts_reserved=reserved)
        usable = usable_posts(staffing, BY_HEAD)
        assert usable is not None
        assert 0 <= usable <= approved / 5
        assert usable == 0 or usable <= approved - filled - reserved


class TestStaffing:
    def test_the_latest_that_has_taken_effect_is_in_force(self) -> None:
        older = make.staffing(uid="s1", effective_from=dt.date(2024, 1, 1))
        newer = make.staffing(uid="s2", effective_from=dt.date(2026, 9, 15))
        for day, expected in [
            (dt.date(2023, 12, 31), None),
            (dt.date(2024, 1, 1), older),
            (dt.date(2026, 9, 14), older),
            (dt.date(2026, 9, 15), newer),
        ]:
            assert staffing_on([newer, older], day) is expected

    def test_one_without_its_day_is_never_in_force(self) -> None:
        assert staffing_on([make.staffing(effective_from=None)], SEPTEMBER) is None


class TestWhoCounts:
    @pytest.mark.parametrize(
        ("given", "counts"),
        [
            ({}, True),
            ({"status": None}, True),
            ({"counts_in_quota": False}, False),
            ({"counts_in_quota": None}, False),
            ({"status": "期满"}, False),
            ({"status": "解聘"}, False),
            ({"status": "拟聘"}, False),
            ({"start_on": None}, False),
        ],
    )
    def test_only_a_standing_counting_appointment_with_a_first_day(
        self, given: dict[str, object], counts: bool
    ) -> None:
        assert bool(counting([seat(1, **given)])) is counts

    def test_first_and_last_day_are_included(self) -> None:
        appointment = seat(1)
        for day, expected in [
            (dt.date(2026, 8, 31), 0),
            (SEPTEMBER, 1),
            (JULY, 1),
            (dt.date(2027, 7, 16), 0),
        ]:
            assert on(day, make.staffing(), appointment).occupied == expected

    def test_a_month_counts_from_its_first_to_its_last_day(self) -> None:
        appointment = seat(1, start_on=Month(2026, 9), end_on=Month(2027, 1))
        assert [on(day, appointment).occupied for day in (SEPTEMBER, dt.date(2027, 1, 31))] == [1, 1]
        assert on(dt.date(2027, 2, 1), appointment).occupied == 0

    @pytest.mark.parametrize("end_on", [None, OPEN_END])
    def test_without_an_end_it_goes_on(self, end_on: dt.date | None) -> None:
        assert on(dt.date(2099, 1, 1), seat(1, end_on=end_on)).occupied == 1

    def test_an_ended_record_does_not_count(self) -> None:
        assert on(SEPTEMBER, make.appointment(counts_in_quota=True, ended=True)).occupied == 0

    def test_a_person_with_two_appointments_counts_once(self) -> None:
        first = seat(1)
        second = seat(2, teacher=first.teacher)
        assert on(SEPTEMBER, first, second).occupied == 1

    def test_of_two_appointments_in_force_the_larger_share_counts(self) -> None:
        first = seat(1, posts_used=1, end_on=dt.date(2026, 12, 31))
        second = seat(2, teacher=first.teacher, posts_used=2, start_on=dt.date(2026, 11, 1))
        occupied = [
            (each.first, each.occupied)
            for each in over_time([first, second], SEPTEMBER, dt.date(2027, 7, 31))
        ]
        assert occupied == [
            (SEPTEMBER, 1),
            (dt.date(2026, 11, 1), 2),
            (dt.date(2027, 7, 16), 0),
        ]

    def test_a_person_with_one_appointment_after_the_other_counts_on_both(self) -> None:
        first = seat(1, end_on=dt.date(2027, 1, 31))
        second = seat(2, teacher=first.teacher, start_on=dt.date(2027, 2, 1))
        stretches = over_time([first, second], SEPTEMBER, JULY)
        assert [each.occupied for each in stretches] == [1]

    def test_a_day_on_which_one_follows_the_other_counts_once(self) -> None:
        first = seat(1, end_on=dt.date(2027, 1, 31))
        second = seat(2, teacher=first.teacher, start_on=dt.date(2027, 1, 31))
        assert [each.occupied for each in over_time([first, second], SEPTEMBER, JULY)] == [1]

    def test_those_who_count_are_named_from_their_first_to_their_last_day(self) -> None:
        taken = counting([seat(1, name="李明"), seat(2, name="张伟", end_on=dt.date(2026, 12, 31))])
        for day, names in [
            (dt.date(2026, 8, 31), "无"),
            (SEPTEMBER, "李明、张伟"),
            (dt.date(2026, 12, 31), "李明、张伟"),
            (JULY, "李明"),
            (dt.date(2027, 7, 16), "无"),
        ]:
            assert who_counts(taken, day) == names

    def test_forty_are_named_and_more_are_counted(self) -> None:
        people = [seat(serial, name=f"张{chr(0x4E00 + serial)}") for serial in range(41)]
        assert who_counts(counting(people[:40]), SEPTEMBER).endswith(f"张{chr(0x4E00 + 39)}")
        assert who_counts(counting(people), SEPTEMBER).endswith(f"张{chr(0x4E00 + 39)}等41人")

    def test_two_people_of_one_name_are_named_twice_and_one_with_two_contracts_once(self) -> None:
        first = seat(1, name="李明")
        again = seat(3, name="李明", teacher=first.teacher)
        assert who_counts(counting([first, seat(2, name="李明"), again]), SEPTEMBER) == "李明、李明"


class TestWorkedExample:
    """domain: E=186, 在编实有 152: Q=37, 可用 34; 31 in post leave 3, hiring 4 is one too many."""

    RECORDS = [make.staffing(approved_posts=186, posts_filled=152), *seats(31)]

    def test_three_posts_are_left(self) -> None:
        stretch = on(SEPTEMBER, *self.RECORDS)
        assert (stretch.usable, stretch.occupied, stretch.over) == (34, 31, 0)

    @pytest.mark.parametrize(("people", "over"), [(3, None), (4, 1), (6, 3)])
    def test_hiring_four_more_is_one_too_many(self, people: int, over: int | None) -> None:
        hire = Hire(people, dt.date(2026, 10, 1), dt.date(2027, 1, 31))
        breach = first_breach(over_time(self.RECORDS, SEPTEMBER, JULY, hire))
        assert (breach and (breach.first, breach.over)) == (over and (dt.date(2026, 10, 1), over))

    def test_with_120_in_post_the_whole_allowance_is_usable(self) -> None:
        assert on(SEPTEMBER, make.staffing(approved_posts=186, posts_filled=120)).usable == 37


class TestSeries:
    def test_it_begins_and_ends_with_the_span_and_has_no_gap(self) -> None:
        records = [
            make.staffing(uid="s1"),
            make.staffing(uid="s2", effective_from=dt.date(2026, 10, 1), approved_posts=100, posts_filled=90),
            seat(1),
            seat(2, start_on=dt.date(2026, 9, 20), end_on=dt.date(2026, 10, 5)),
        ]
        stretches = over_time(records, SEPTEMBER, dt.date(2026, 10, 31))
        assert [(each.first, each.last, each.usable, each.occupied) for each in stretches] == [
            (SEPTEMBER, dt.date(2026, 9, 19), 34, 1),
            (dt.date(2026, 9, 20), dt.date(2026, 9, 30), 34, 2),
            (dt.date(2026, 10, 1), dt.date(2026, 10, 5), 10, 2),
            (dt.date(2026, 10, 6), dt.date(2026, 10, 31), 10, 1),
        ]

    def test_appointments_before_and_after_the_span_are_not_in_it(self) -> None:
        records = [
            make.staffing(),
            seat(1, start_on=dt.date(2026, 2, 1), end_on=dt.date(2026, 8, 31)),
            seat(2, start_on=dt.date(2026, 10, 1)),
        ]
        stretches = over_time(records, SEPTEMBER, dt.date(2026, 9, 30))
        assert [(each.first, each.last, each.occupied) for each in stretches] == [
            (SEPTEMBER, dt.date(2026, 9, 30), 0)
        ]

    def test_an_establishment_of_the_last_day_is_a_stretch_of_its_own(self) -> None:
        last = dt.date(2026, 9, 30)
        records = [make.staffing(uid="s1"), make.staffing(uid="s2", effective_from=last, approved_posts=100)]
        stretches = over_time(records, SEPTEMBER, last)
        assert [(each.first, each.usable) for each in stretches] == [(SEPTEMBER, 34), (last, 0)]

    def test_days_before_any_establishment_are_unknown_and_no_breach(self) -> None:
        stretches = over_time(
            [make.staffing(), *seats(40, start_on=dt.date(2025, 9, 1))], dt.date(2025, 9, 1), JULY
        )
        assert [each.usable for each in stretches] == [None, 34]
        assert [each.over for each in stretches] == [0, 6]
        breach = first_breach(stretches)
        assert breach is not None
        assert breach.first == dt.date(2026, 1, 1)

    def test_a_change_that_cancels_itself_makes_no_new_stretch(self) -> None:
        records = [seat(1, end_on=dt.date(2026, 12, 31)), seat(2, start_on=dt.date(2027, 1, 1))]
        assert len(over_time(records, SEPTEMBER, JULY)) == 1

    @given(
        st.lists(
            st.tuples(st.integers(0, 5), st.integers(0, 300), st.integers(0, 200), st.integers(1, 3)),
            max_size=12,
        ),
        st.integers(0, 500),
    )
    def test_every_day_agrees_with_counting_it_by_itself(
        self, terms: list[tuple[int, int, int, int]], day: int
    ) -> None:
        begin = dt.date(2026, 1, 1)
        appointments = [
            Appointment(
                uid=f"a{place}",
                teacher=f"p{person}",
                counts_in_quota=True,
                start_on=begin + dt.timedelta(days=start),
                end_on=begin + dt.timedelta(days=start + length),
                posts_used=posts,
            )
            for place, (person, start, length, posts) in enumerate(terms)
        ]
        asked = begin + dt.timedelta(days=day)
        largest: dict[str, int] = {}
        for person, start, length, posts in terms:
            if start <= day <= start + length:
                largest[f"p{person}"] = max(largest.get(f"p{person}", 0), posts)
        stretches = over_time(appointments, begin, begin + dt.timedelta(days=501))
        (stretch,) = [each for each in stretches if each.first <= asked <= each.last]
        assert stretch.occupied == sum(largest.values())

    def test_ten_thousand_appointments_over_ten_years_take_a_moment(self) -> None:
        begin = dt.date(2017, 1, 1)
        appointments = [
            Appointment(
                uid=f"a{serial:05d}",
                teacher=f"p{serial % 3000}",
                counts_in_quota=True,
                start_on=begin + dt.timedelta(days=serial * 37 % 3600),
                end_on=begin + dt.timedelta(days=serial * 37 % 3600 + 150),
            )
            for serial in range(10_000)
        ]
        facts = ListedFacts([make.staffing(), *appointments])
        series(facts, BY_HEAD, begin, begin)
        took = []
        for _attempt in range(5):
            started = time.perf_counter()
            stretches = series(facts, BY_HEAD, begin, dt.date(2026, 12, 31))
            took.append(time.perf_counter() - started)
        assert len(stretches) > 1500
        assert min(took) < 0.15, "50 ms on a machine that does nothing else"


class TestByPeriods:
    TERMS = Terms(Fraction(1, 5), True, "periods", 160)

    def test_1920_periods_fill_twelve_posts(self) -> None:
        people = [seat(serial) for serial in range(10)]
        tasks = [
            make.assignment(uid=f"t{serial}", contract_number=f"JZ-{serial}", total_periods=Decimal(192))
            for serial in range(10)
        ]
        assert on(SEPTEMBER, make.staffing(), *people, *tasks, terms=self.TERMS).occupied == 12

    def test_each_share_is_rounded_to_two_decimals_before_adding(self) -> None:
        tasks = [
            make.assignment(contract_number=f"JZ-{serial}", uid=f"t{serial}", total_periods=72)
            for serial in (1, 2)
        ]
        terms = Terms(Fraction(1, 5), True, "periods", 7 * 72)
        assert on(SEPTEMBER, seat(1), seat(2), *tasks, terms=terms).occupied == Decimal("0.28")

    def test_only_the_academic_year_of_the_day_counts(self) -> None:
        person = seat(1, end_on=dt.date(2028, 7, 15))
        tasks = [
            make.assignment(uid="t1", contract_number="JZ-1", term="2026-2027-1", total_periods=160),
            make.assignment(uid="t2", contract_number="JZ-1", term="2026-2027-2", total_periods=80),
            make.assignment(uid="t3", contract_number="JZ-1", term="2027-2028-1", total_periods=320),
        ]
        for day, occupied in [
            (SEPTEMBER, Decimal("1.5")),
            (dt.date(2027, 8, 31), Decimal("1.5")),
            (dt.date(2027, 9, 1), 2),
        ]:
            assert on(day, person, *tasks, terms=self.TERMS).occupied == occupied

    @pytest.mark.parametrize(
        ("start_on", "end_on", "day"),
        [
            ("2027-08-31", "2027-10-31", dt.date(2027, 8, 31)),
            ("2026-07-01", "2026-09-01", dt.date(2026, 9, 1)),
        ],
    )
    def test_a_term_that_touches_the_year_on_one_day_counts_there(
        self, start_on: str, end_on: str, day: dt.date
    ) -> None:
        person = seat(1, start_on=start_on, end_on=end_on)
        task = make.assignment(contract_number="JZ-1", term="2026-2027-1", total_periods=160)
        stretches = series(ListedFacts([person, task]), self.TERMS, dt.date(2026, 1, 1), dt.date(2028, 1, 1))
        assert [(each.first, each.last) for each in stretches if each.occupied] == [(day, day)]

    def test_weekly_periods_count_for_the_terms_teaching_weeks(self) -> None:
        task = make.assignment(contract_number="JZ-1", weekly_periods=8, total_periods=None)
        assert on(SEPTEMBER, seat(1), task, make.term(teaching_weeks=20), terms=self.TERMS).occupied == 1
        assert on(SEPTEMBER, seat(1), task, terms=self.TERMS).occupied == 0

    def test_periods_of_an_appointment_that_does_not_count_are_left_out(self) -> None:
        task = make.assignment(contract_number="JZ-1", total_periods=160)
        assert on(SEPTEMBER, seat(1, counts_in_quota=False), task, terms=self.TERMS).occupied == 0

    def test_an_unnumbered_appointment_is_named_by_teacher_and_first_day(self) -> None:
        person = seat(1, contract_number=None)
        task = make.assignment(
            contract_number=None, teacher=person.teacher, start_on=SEPTEMBER, total_periods=160
        )
        assert on(SEPTEMBER, person, task, terms=self.TERMS).occupied == 1

    def test_head_mode_asks_for_no_assignments(self) -> None:
        facts = ListedFacts([seat(1)])
        occupied_on(facts, BY_HEAD, SEPTEMBER)
        assert facts.asked == {"appointment", "staffing"}


class TestTerms:
    PACK = load_pack("jining-2022")

    def with_values(self, **values: str | int) -> Policy:
        entered = tuple(Parameter(f"quota.{name}", name, value) for name, value in values.items())
        return with_entered(self.PACK, entered)

    def test_the_pack_counts_heads_and_caps_by_vacancies(self) -> None:
        assert terms_on(self.PACK, SEPTEMBER) == BY_HEAD

    def test_periods_without_their_standard_name_the_document(self) -> None:
        policy = self.with_values(mode="periods")
        assert is_missing(policy, SEPTEMBER)
        with pytest.raises(MissingParameter, match="折算标准的文件"):
            terms_on(policy, SEPTEMBER)

    def test_periods_with_their_standard(self) -> None:
        policy = self.with_values(mode="periods", periods_per_post=160)
        assert not is_missing(policy, SEPTEMBER)
        assert terms_on(policy, SEPTEMBER) == TestByPeriods.TERMS


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (dt.date(2026, 8, 31), "2025-2026"),
        (dt.date(2026, 9, 1), "2026-2027"),
        (dt.date(2027, 1, 1), "2026-2027"),
    ],
)
def test_an_academic_year_begins_in_september(day: dt.date, year: str) -> None:
    assert academic_year(day) == year
