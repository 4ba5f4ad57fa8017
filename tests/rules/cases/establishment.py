"""Cases of the rules about the establishment and the allowance."""

from __future__ import annotations

import datetime as dt

from tests import make
from tests.policy.test_quota import seat, seats
from tests.rules.case import fires, passes

teacher = make.part_time_teacher
staffing = make.staffing
school = make.school
appointment = make.appointment
DAY = dt.date

# QUO-001 over the usable posts: 34 of 186 − 152
fires("QUO-001", "one too many", staffing(), *seats(35), field="approved_posts", edge=True)
fires(
    "QUO-001",
    "in a past term too",
    staffing(),
    *seats(35, start_on=DAY(2026, 2, 1), end_on=DAY(2026, 3, 1)),
    field="approved_posts",
)
fires("QUO-001", "within the period", staffing(), *seats(35), field="approved_posts", period="2026-2027-1")
fires(
    "QUO-001", "over, but approved", staffing(), *seats(34), seat(90, approval_number="济编办〔2026〕9号"),
    field="approved_posts", severity="warning",
)  # fmt: skip
fires(
    "QUO-001", "one approved, two too many", staffing(), *seats(35), seat(90, approval_number="济编办〔2026〕9号"),
    field="approved_posts", severity="error", edge=True,
)  # fmt: skip
fires(
    "QUO-001",
    "the vacancies were reserved",
    staffing(posts_reserved=3),
    *seats(32),
    field="approved_posts",
    edge=True,
)
passes("QUO-001", "all usable ones", staffing(), *seats(34), edge=True)
passes("QUO-001", "nobody counts", staffing(), *seats(50, counts_in_quota=False), alike=True)
passes(
    "QUO-001",
    "one after the other",
    staffing(),
    *seats(34, end_on=DAY(2027, 1, 31)),
    *[seat(each, start_on=DAY(2027, 2, 1)) for each in range(50, 84)],
    alike=True,
)
passes(
    "QUO-001",
    "outside the period",
    staffing(),
    *seats(35, start_on=DAY(2026, 2, 1), end_on=DAY(2026, 3, 1)),
    period="2026-2027-1",
    alike=True,
)
passes(
    "QUO-001",
    "another establishment was in force",
    staffing(uid="s2", effective_from="2027-08-01"),
    staffing(uid="s1", approved_posts=100),
    *seats(35),
    alike=True,
)
passes(
    "QUO-001",
    "replaced on its own day",
    staffing(uid="s1", approved_posts=10),
    staffing(uid="s2"),
    *seats(34),
    edge=True,
)

fires(
    "QUO-001",
    "on its last day only",
    staffing(uid="s1"),
    staffing(uid="s2", effective_from="2026-09-02", posts_filled=100),
    *seats(35),
    field="approved_posts",
    edge=True,
)
fires(
    "QUO-001",
    "an establishment of one day",
    staffing(uid="s1", effective_from="2026-09-01"),
    staffing(uid="s2", effective_from="2026-09-02", posts_filled=100),
    *seats(35),
    field="approved_posts",
    edge=True,
)
fires(
    "QUO-005",
    "on their first day",
    staffing(),
    *seats(91),
    field="full_time_teachers",
    edge=True,
    day=DAY(2026, 9, 1),
)
fires(
    "QUO-005",
    "on their last day",
    staffing(),
    *seats(91),
    field="full_time_teachers",
    edge=True,
    day=DAY(2027, 7, 15),
)
passes("QUO-005", "the day after", staffing(), *seats(91), edge=True, day=DAY(2027, 7, 16))
NORTH = {"uid": "s2", "campus": "北校区", "approved_posts": 100, "posts_filled": 98}
fires(
    "QUO-001",
    "a campus beyond its allotment",
    staffing(**NORTH),
    staffing(uid="s1"),
    *seats(3, campus="北校区"),
    field="approved_posts",
    edge=True,
)
passes(
    "QUO-001",
    "a campus within its allotment",
    staffing(**NORTH),
    staffing(uid="s1"),
    *seats(2, campus="北校区"),
    seat(9),
    edge=True,
)
passes(
    "QUO-001",
    "the college is not held to a campus's allotment",
    staffing(uid="s1"),
    staffing(**NORTH),
    *seats(3),
    alike=True,
)
fires(
    "QUO-001", "the only campus is the college", staffing(campus="北校区"), *seats(35), field="approved_posts"
)

# QUO-009 allotments
WHOLE, SOUTH = staffing(uid="s1"), {"uid": "s3", "campus": "南校区"}
fires(
    "QUO-009",
    "one post more than there is",
    WHOLE,
    staffing(**NORTH),
    staffing(**SOUTH, approved_posts=87),
    field="approved_posts",
    edge=True,
)
passes("QUO-009", "just all", WHOLE, staffing(**NORTH), staffing(**SOUTH, approved_posts=86), edge=True)
passes(
    "QUO-009",
    "an older allotment was given up",
    WHOLE,
    staffing(**NORTH),
    staffing(uid="s0", campus="北校区", approved_posts=180, effective_from="2025-09-01"),
    alike=True,
)
passes(
    "QUO-009",
    "told on the whole only",
    staffing(**NORTH),
    WHOLE,
    staffing(**SOUTH, approved_posts=87),
    alike=True,
)
passes("QUO-009", "no campuses", WHOLE)

# QUO-002, 003, 004 the establishment's own figures
fires("QUO-002", "no document", staffing(document_number=None), field="document_number")
passes("QUO-002", "documented", staffing())
passes("QUO-002", "the day of the document is another matter", staffing(document_on=None), alike=True)
fires("QUO-003", "nothing approved", staffing(approved_posts=None), field="approved_posts")
fires("QUO-003", "nought approved", staffing(approved_posts=0), field="approved_posts", edge=True)
fires("QUO-003", "filled not known", staffing(posts_filled=None), field="posts_filled")
passes("QUO-003", "nobody in post", staffing(posts_filled=0), edge=True)
passes("QUO-003", "both known", staffing())
fires("QUO-004", "one too few", staffing(labour_posts_filled=5), field="posts_filled", edge=True)
fires(
    "QUO-004",
    "a part is more than the whole",
    staffing(management_posts_filled=None, labour_posts_filled=23),
    field="posts_filled",
)
fires(
    "QUO-004",
    "more instructors than teachers",
    staffing(internship_instructors=211),
    field="internship_instructors",
    edge=True,
)
passes("QUO-004", "all teachers are instructors", staffing(internship_instructors=210), edge=True)
passes("QUO-004", "they make the whole", staffing(), edge=True)
passes("QUO-004", "a part is not told", staffing(labour_posts_filled=None), alike=True)
passes(
    "QUO-004",
    "no parts",
    staffing(professional_posts_filled=None, management_posts_filled=None, labour_posts_filled=None),
)
passes(
    "QUO-004",
    "instructors counted beside",
    staffing(internship_instructors=211, instructors_included=False),
    alike=True,
)

# QUO-005 30%: 210 full-time teachers allow 90
fires(
    "QUO-005",
    "91 of 301",
    staffing(),
    *seats(91, counts_in_quota=False),
    field="full_time_teachers",
    edge=True,
)
fires(
    "QUO-005",
    "how many teachers?",
    staffing(full_time_teachers=None),
    seat(1),
    field="full_time_teachers",
    severity="info",
)
passes("QUO-005", "90 of 300", staffing(), *seats(90, counts_in_quota=False), edge=True)
passes("QUO-005", "before they begin", staffing(), *seats(91), alike=True, day=DAY(2026, 8, 31))
passes("QUO-005", "nobody is in post", staffing())
passes(
    "QUO-005", "one is a teacher of another school", staffing(), *seats(91),
    teacher(id_number=seat(0).teacher, teacher_kind="校外兼课"), alike=True,
)  # fmt: skip
passes("QUO-005", "one person twice", staffing(), *seats(90), seat(500, teacher=seat(0).teacher), edge=True)
passes(
    "QUO-005",
    "told on the establishment in force",
    staffing(uid="s1", effective_from="2025-01-01", full_time_teachers=10),
    staffing(uid="s2"),
    *seats(90),
    alike=True,
)

# QUO-006 overfull
fires("QUO-006", "one more than approved", staffing(posts_filled=187), field="posts_filled", edge=True)
passes("QUO-006", "all filled", staffing(posts_filled=186), edge=True)
passes("QUO-006", "nothing approved is told elsewhere", staffing(approved_posts=None), alike=True)

# QUO-007 no establishment
fires("QUO-007", "none", school(), seat(1))
fires("QUO-007", "begun before it", school(), seat(1), staffing(effective_from="2026-09-02"), edge=True)
passes(
    "QUO-007",
    "in force on the first day",
    school(),
    seat(1),
    staffing(effective_from="2026-09-01"),
    edge=True,
)
passes("QUO-007", "nobody counts", school(), appointment(), alike=True)

# QUO-008 no standard
fires("QUO-008", "by periods, no standard", school(), seat(1), parameters={"quota.mode": "periods"})
passes("QUO-008", "by heads", school(), seat(1))
passes("QUO-008", "nobody counts", school(), appointment(), parameters={"quota.mode": "periods"}, alike=True)
passes(
    "QUO-008",
    "with its standard",
    school(),
    seat(1),
    parameters={"quota.mode": "periods", "quota.periods_per_post": 160},
    edge=True,
)
