"""Every kind of sheet that the offices send."""

from __future__ import annotations

from tests.generators.messy.achievements import COMPETITION, HONOUR, PLATFORM, TRAINING_CLASS
from tests.generators.messy.model import Kind
from tests.generators.messy.partners import AGREEMENT, COHORT, ENTERPRISE, ORDER_CLASS
from tests.generators.messy.records_of_office import (
    FEE_STANDARD,
    INSURED_PERSON,
    MAJOR,
    MONTHLY_HOURS,
    PLACEMENT,
    STAFFING,
    STATUS_CHANGE,
)
from tests.generators.messy.students import APPRENTICE, CERTIFICATE, GRADUATE_OUTCOME, ORDER_STUDENT
from tests.generators.messy.teachers import APPOINTMENT, MENTOR, PART_TIME_TEACHER, TEACHING_HOURS

KINDS: tuple[Kind, ...] = (
    APPRENTICE, PART_TIME_TEACHER, TEACHING_HOURS, ENTERPRISE, ORDER_STUDENT, MENTOR, AGREEMENT, COHORT, GRADUATE_OUTCOME,
    CERTIFICATE, APPOINTMENT, ORDER_CLASS, HONOUR, COMPETITION, PLATFORM, TRAINING_CLASS, STAFFING, FEE_STANDARD, MAJOR,
    INSURED_PERSON, PLACEMENT, STATUS_CHANGE, MONTHLY_HOURS,
)  # fmt: skip
