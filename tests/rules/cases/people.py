"""Cases of the rules about people."""

from __future__ import annotations

import datetime as dt

from college_desk.records.values.month import Month
from tests import make
from tests.rules.case import DAY, fires, passes

teacher, apprentice, appointment = make.part_time_teacher, make.apprentice, make.appointment


def _born(years: int, days: int = 0) -> dt.date:
    """The birth date of someone who was so many years old on the day, and so many days more."""
    return DAY.replace(year=DAY.year - years) - dt.timedelta(days=days)


def _aged(years: int, days: int = 0) -> str:
    return make.id_number(_born(years, days))


WOMAN = make.id_number(male=False)
WRONG = make.TEACHER_ID[:-1] + ("1" if make.TEACHER_ID[-1] != "1" else "2")

# PER-001 sex
fires("PER-001", "a man's number, a woman", teacher(gender="女"), field="gender")
fires("PER-001", "a woman's number, a man", teacher(id_number=WOMAN, gender="男"), field="gender")
passes("PER-001", "as in the number", teacher(id_number=WOMAN))
passes("PER-001", "sex not told", teacher(gender="9"), alike=True)
passes("PER-001", "sex not given", teacher(gender=None), alike=True)
passes("PER-001", "the number itself is wrong", teacher(id_number=WRONG, gender="女"), alike=True)

# PER-002 birth date
fires("PER-002", "the next day", teacher(birth_date="1982-03-16"), field="birth_date", edge=True)
fires("PER-002", "another month", teacher(birth_date=Month(1982, 4)), field="birth_date")
passes("PER-002", "the same day", teacher(birth_date="1982-03-15"), edge=True)
passes("PER-002", "its month", teacher(birth_date=Month(1982, 3)), alike=True)
passes("PER-002", "the number itself is wrong", teacher(id_number=WRONG, birth_date="1982-03-16"), alike=True)
passes("PER-002", "none given", teacher(birth_date=None))

# PER-003 registration number
fires(
    "PER-003",
    "another number",
    apprentice(registration_number="G370894046735753716"),
    field="registration_number",
)
passes("PER-003", "G and the number", apprentice(registration_number="G" + make.APPRENTICE_ID))
passes("PER-003", "a provisional one", apprentice(registration_number="L370894046735753716"), alike=True)
passes("PER-003", "none", apprentice(registration_number=None))

# PER-004 one name in the register
fires(
    "PER-004", "another name on the later row", teacher(uid="b", name="李朋"), teacher(uid="a"), field="name"
)
fires(
    "PER-004",
    "on the hours",
    make.teaching_hours(uid="b", name="李朋"),
    make.teaching_hours(uid="a"),
    field="name",
)
passes("PER-004", "told on the later row only", teacher(uid="a", name="李朋"), teacher(uid="b"), edge=True)
passes("PER-004", "the same name", make.teaching_hours(uid="b"), make.teaching_hours(uid="a"))
passes("PER-004", "two people of one name", teacher(uid="b", id_number=WOMAN), teacher(uid="a"), alike=True)
passes("PER-004", "the first has no name", teacher(uid="b"), teacher(uid="a", name=None), alike=True)

# PER-005 one name across registers
fires("PER-005", "roster and ledger", appointment(name="李朋"), teacher(), field="name")
fires("PER-005", "two rosters", teacher(), make.mentor(id_number=make.TEACHER_ID, name="李朋"), field="name")
fires("PER-005", "a question mark", appointment(name="李?"), teacher(), field="name")
passes("PER-005", "the same", appointment(), teacher())
passes(
    "PER-005",
    "a person is not held to a list that refers to him",
    teacher(),
    appointment(name="李朋"),
    edge=True,
)
passes("PER-005", "no name on the ledger", appointment(name=None), teacher(), alike=True)
passes(
    "PER-005",
    "told once already within the register",
    appointment(uid="b", name="李朋", contract_number="JZ-2"),
    appointment(uid="a"),
    teacher(),
    alike=True,
)

# PER-006 name missing
fires("PER-006", "no name", teacher(name=None), field="name")
passes("PER-006", "a name", teacher())
passes("PER-006", "an appointment names its teacher by number", appointment(name=None), alike=True)

# PER-007 political status
fires(
    "PER-007",
    "a league member of 29",
    teacher(id_number=_aged(29), political_status="共青团员"),
    field="political_status",
    edge=True,
)
fires(
    "PER-007",
    "a league member of 13",
    teacher(id_number=_aged(14, -1), political_status="共青团员"),
    field="political_status",
    edge=True,
)
fires(
    "PER-007",
    "a party member of 17",
    apprentice(id_number=_aged(18, -1), political_status="中共党员"),
    field="political_status",
    edge=True,
)
passes(
    "PER-007",
    "a league member of 28",
    teacher(id_number=_aged(29, -1), political_status="共青团员"),
    edge=True,
)
passes(
    "PER-007", "a league member of 14", teacher(id_number=_aged(14), political_status="共青团员"), edge=True
)
passes(
    "PER-007", "a party member of 18", apprentice(id_number=_aged(18), political_status="中共党员"), edge=True
)
passes("PER-007", "no party", teacher(id_number=_aged(40), political_status="群众"), alike=True)
passes(
    "PER-007",
    "age unknown",
    teacher(id_number=None, birth_date=None, political_status="共青团员"),
    alike=True,
)

# PER-008 years in the trade
fires(
    "PER-008",
    "since thirteen",
    teacher(id_number=_aged(30), years_in_trade=17),
    field="years_in_trade",
    edge=True,
)
passes("PER-008", "since fourteen", teacher(id_number=_aged(30), years_in_trade=16), edge=True)
passes("PER-008", "none given", teacher(id_number=_aged(30), years_in_trade=None))
passes("PER-008", "age unknown", teacher(id_number=None, birth_date=None, years_in_trade=40), alike=True)

# PER-009 age
fires("PER-009", "an apprentice of eleven", apprentice(id_number=_aged(12, -1)), field="id_number", edge=True)
fires("PER-009", "a teacher of seventeen", teacher(id_number=_aged(18, -1)), field="id_number", edge=True)
fires("PER-009", "a teacher of 81", teacher(id_number=_aged(81)), field="id_number", edge=True)
fires(
    "PER-009",
    "born in the time of the standard's sample",
    teacher(id_number="440524188001010014"),
    field="id_number",
)
passes("PER-009", "an apprentice of twelve", apprentice(id_number=_aged(12)), edge=True)
passes("PER-009", "a teacher of eighteen", teacher(id_number=_aged(18)), edge=True)
passes("PER-009", "a teacher of 80", teacher(id_number=_aged(81, -1)), edge=True)
passes("PER-009", "the ledger leaves it to the roster", appointment(teacher=_aged(17)), alike=True)

# PER-010 degree
fires("PER-010", "a degree alone", teacher(education=None), field="education")
passes("PER-010", "both", teacher())
passes("PER-010", "an education without a degree", teacher(degree=None), alike=True)

# PER-011 account name
fires("PER-011", "somebody else's account", teacher(account_name="王芳"), field="account_name")
passes("PER-011", "his own", teacher())
passes("PER-011", "a company's name is no person's", make.enterprise(account_name="别的公司"), alike=True)
passes("PER-011", "none", teacher(account_name=None))
