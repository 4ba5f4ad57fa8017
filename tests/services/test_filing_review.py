"""A version looked at again: its remarks by name, what overtakes what, when the same content is a new version."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from college_desk.forms.filing import ORDER_AGREEMENTS, PART_TIME_APPOINTMENTS
from college_desk.services import filing_life
from college_desk.services.filing import file, filings_of, overtaken
from college_desk.services.filing_review import compare, review
from college_desk.services.preparing import Choice, prepare
from college_desk.storage.desk import Desk
from tests import make
from tests.services.filed_college import TERM, TODAY, college, filed, lay_in
from tests.services.occasions import SITTING, new_desk
from tests.services.test_filing_life import NUMBER


def followed(desk: Desk, kind: str) -> list[int]:
    """The versions that a filing of that kind would follow."""
    choice = Choice(PART_TIME_APPOINTMENTS, TERM, kind=kind)  # type: ignore[arg-type]
    prepared = prepare(desk, choice, today=TODAY)
    with desk.read() as reader:
        return [each.version for each in overtaken(reader, prepared)]


def test_the_same_content_is_a_new_version_only_where_a_remark_was_answered(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        filed(desk, tmp_path / "one")
        filing_life.receipt(desk, NUMBER, "returned", remarks=["请说明聘期"], **SITTING)
        assert filed(desk, tmp_path / "two").packages[0].version == 1
        filing_life.answer_remark(desk, NUMBER, 0, "聘期与项目一致，无误", **SITTING)
        again = filed(desk, tmp_path / "three")
        assert again.packages[0].version == 2
        assert any("修改说明" in each for each in again.forms)
        assert filed(desk, tmp_path / "four").packages[0].version == 2


def test_a_version_tells_its_tasks_and_whether_it_is_overtaken(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        filed(desk, tmp_path / "one")
        filing_life.receipt(desk, NUMBER, "returned", remarks=["李明的课程写错", "缺纪要"], **SITTING)
        first = review(desk, filings_of(desk)[0])
        assert [(each.place, each.name) for each in first.tasks] == [(0, "李明"), (1, "")]
        assert (first.open_tasks, first.latest, first.others) == (2, True, ())
        filing_life.answer_remark(desk, NUMBER, 1, "已补", **SITTING)
        filed(desk, tmp_path / "two")
        second, first_again = (review(desk, each) for each in filings_of(desk))
        assert (second.latest, second.tasks, [each.version for each in second.others]) == (True, (), [1])
        assert (first_again.latest, first_again.open_tasks) == (False, 1)


def test_a_supplement_does_not_follow_what_was_accepted(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        assert followed(desk, "first") == []
        filed(desk, tmp_path / "one")
        filing_life.receipt(desk, NUMBER, "accepted", **SITTING)
        assert followed(desk, "first") == [1]
        assert followed(desk, "supplement") == []


def test_only_people_are_counted_where_people_are_filed(tmp_path: Path) -> None:
    agreed = {"agreement_type": "订单培养", "signed_on": "2023-06-18", "start_on": "2023-07-01"}
    day = dt.date(2026, 6, 20)
    choice = Choice(ORDER_AGREEMENTS, "2025-2026")
    with new_desk(tmp_path) as desk:
        first = make.agreement(agreement_number=make.ORDER_AGREEMENT, end_on="2026-08-31", **agreed)
        lay_in(desk, [*make.everything(), first])
        file(desk, choice, out=tmp_path / "one", **SITTING | {"today": day})
        number = filings_of(desk)[0].number
        filing_life.receipt(desk, number, "returned", remarks=["漏报一个班"], **SITTING)
        new = {"enterprise": "山东新厂有限公司"}
        lay_in(
            desk,
            [
                make.enterprise(name="山东新厂有限公司", account_name="山东新厂有限公司", uscc=make.uscc(7)),
                make.agreement(agreement_number="DD-2", end_on="2026-08-31", **agreed, **new),
                make.order_class(name="新厂班", agreement_number="DD-2", **new),
                make.order_student(
                    name="孙丽",
                    id_number=make.id_number(dt.date(2007, 9, 3), serial=30),
                    student_number="2023460346",
                    phone="13805370199",
                    order_class="新厂班",
                    order_agreement="DD-2",
                ),
            ],
        )
        again = file(desk, choice, out=tmp_path / "two", **SITTING | {"today": day})
        assert again.packages, [each.message for each in again.blocking]
        second, one = filings_of(desk)
        found = compare(desk, second, one)
        assert (found.a, found.b) == (f"{number} v1", f"{number} v2")
        assert [each.name for each in found.added] == ["孙丽"]
        assert (found.removed, found.counted) == ((), "人")


def test_what_was_withdrawn_can_be_sent_again_as_it_is(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        filed(desk, tmp_path / "one")
        filing_life.advance(desk, NUMBER, "withdrawn", on=TODAY, **SITTING)
        assert filed(desk, tmp_path / "two").repeated
        now, _changed = filing_life.advance(desk, NUMBER, "submitted", on=TODAY, **SITTING)
        assert now.filing.state == "submitted"
        with desk.read() as reader:
            assert reader.locked()
