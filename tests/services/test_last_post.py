"""Two people hire at the same moment on one database: the last post is given once."""

from __future__ import annotations

import threading
from pathlib import Path

from college_desk.policy.guard import Refused
from college_desk.records.teaching.appointment import Appointment
from college_desk.storage import workspace
from tests import make
from tests.services.occasions import SITTING


def test_the_last_post_is_given_to_one_of_two(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    with workspace.create(folder) as desk, desk.write("录入", guarded=False, **SITTING) as writer:
        writer.add(
            make.staffing(
                effective_from="2026-01-01", approved_posts="5", posts_filled="0", posts_reserved="0"
            )
        )
    begin = threading.Barrier(2)
    refused: list[str] = []

    def hire(serial: int) -> None:
        with workspace.open_desk(folder) as desk:
            begin.wait(timeout=30)
            try:
                with desk.write("聘任", **SITTING) as writer:
                    writer.add(make.appointment(
                        teacher=make.id_number(serial=serial), contract_number=f"P-{serial}", counts_in_quota="是",
                        posts_used="1", start_on="2026-09-01", end_on="2027-07-15", approval_number=None,
                    ))  # fmt: skip
            except Refused as error:
                refused.append(str(error))

    both = [threading.Thread(target=hire, args=(serial,)) for serial in (1, 2)]
    for each in both:
        each.start()
    for each in both:
        each.join(timeout=60)
    with workspace.open_desk(folder) as desk, desk.read() as reader:
        held = reader.all(Appointment)

    assert len(held) == 1
    assert len(refused) == 1
    assert "超出1名" in refused[0]
