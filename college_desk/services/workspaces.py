"""School data (学校数据): made anew, and opened again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.policy.pack import load_pack
from college_desk.records.college.campus import Campus
from college_desk.records.college.school import School
from college_desk.storage import workspace
from college_desk.storage.desk import Desk
from college_desk.storage.writer import Writer

DEFAULT_POLICY = "jining-2022"


def create(
    folder: Path,
    *,
    name: str,
    school_code: str | None = None,
    policy: str = DEFAULT_POLICY,
    campuses: Sequence[str] = (),
    here: str | None = None,
    passphrase: str | None = None,
    who: str,
    now: dt.datetime,
    today: dt.date,
) -> Desk:
    """Make a workspace with its school, its campuses (codes 01, 02 …) and which of them this desk is.

    here: the name or the code of one of the campuses; None: the whole college.
    Raises UnusableInput, before anything is made, for an empty name, an unknown policy pack, a campus
    named twice or a `here` that is none of them; and when the folder cannot take a workspace.
    """
    school = name.strip()
    if not school:
        raise UnusableInput(_("请写明学校名称。"))
    if not load_pack(policy).selectable:
        raise UnusableInput(_("“{code}”由各市政策包沿用，不能单独使用。").format(code=policy))
    named = _campus_names(campuses)
    local = _local_campus(named, here)
    with ExitStack() as unless_made:
        desk = unless_made.enter_context(workspace.create(folder, passphrase=passphrase))
        what = _("新建学校数据")
        with desk.write(what, who=who, now=now, today=today, guarded=False, final=True) as writer:
            writer.set_meta("name", school)
            writer.set_meta("policy", policy)
            if school_code:
                writer.set_meta("school_code", school_code)
            if local is not None:
                writer.set_meta("here", local)
            _add_college(writer, school, school_code, named)
        unless_made.pop_all()
    return desk


def open_desk(folder: Path, passphrase: str | None = None) -> Desk:
    """Open a workspace. Raises UnusableInput for a folder that is none, is newer, damaged or locked."""
    return workspace.open_desk(folder, passphrase=passphrase)


def needs_passphrase(folder: Path) -> bool:
    """Whether a workspace opens only with a passphrase. Raises UnusableInput as opening does."""
    return workspace.needs_passphrase(folder)


def _campus_names(campuses: Sequence[str]) -> list[str]:
    named = [each.strip() for each in campuses]
    if any(not each for each in named):
        raise UnusableInput(_("校区名称不能为空。"))
    if len(set(named)) != len(named):
        raise UnusableInput(_("校区名称重复，每个校区请只写一次。"))
    return named


def _campus_code(index: int) -> str:
    return f"{index + 1:02d}"


def _local_campus(named: Sequence[str], here: str | None) -> str | None:
    """The name of the campus that `here` names, None for the whole college."""
    if here is None or not here.strip():
        return None
    given = here.strip()
    for index, each in enumerate(named):
        if given in (each, _campus_code(index)):
            return each
    raise UnusableInput(_("“{name}”不是已列出的校区。").format(name=given))


def _add_college(writer: Writer, school: str, school_code: str | None, campuses: Sequence[str]) -> None:
    writer.add(School(name=school, school_code=school_code))
    writer.add_many([Campus(code=_campus_code(index), name=each) for index, each in enumerate(campuses)])
