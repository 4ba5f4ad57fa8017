"""The check before filing, on a real desk: the whole of it, one filing, one record; explanations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.records.finding import Finding
from college_desk.records.register import Record
from college_desk.services import checking, explaining
from college_desk.storage.desk import Desk
from tests import make
from tests.services.occasions import NOW, SITTING, TODAY, new_desk

PERIOD = "2026-2027-1"
FILING = "part-time-appointments"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as desk:
        yield desk


def keep(desk: Desk, *records: Record) -> list[Record]:
    """Lay records into the desk, as an import does."""
    with desk.write("备好数据", who="王芳", now=NOW, today=TODAY, guarded=False) as writer:
        return writer.add_many(records)


def one_teacher(**appointment: object) -> list[Record]:
    """A teacher, his employer, his appointment with what is given, an establishment."""
    return [make.enterprise(), make.part_time_teacher(), make.appointment(**appointment), make.staffing()]


def rules_of(findings: object) -> list[str]:
    return [each.rule for each in findings if each.severity != "info"]  # type: ignore[attr-defined]


def explain(desk: Desk, *ids: str, **more: object) -> explaining.Explained:
    given = {"text": "纪要正在办理", **SITTING, **more}
    return explaining.explain(desk, list(ids), **given)


class TestTheWholeDesk:
    def test_a_valid_teacher_is_in_order(self, desk: Desk) -> None:
        keep(desk, *one_teacher())
        result = checking.check(desk, day=TODAY)
        assert (result.errors, result.warnings, result.blocked) == (0, 0, False)

    def test_what_is_missing_is_found_and_counted(self, desk: Desk) -> None:
        keep(desk, *one_teacher(vetted_on=None, minutes_number=None))
        result = checking.check(desk, day=TODAY)
        assert rules_of(result.findings) == ["APT-009", "APT-024"]
        assert (result.errors, result.warnings, result.explained, result.blocked) == (1, 1, 0, True)

    def test_the_document_has_the_contracts_shape(self, desk: Desk) -> None:
        keep(desk, *one_teacher(vetted_on=None))
        shown = checking.check(desk, day=TODAY).to_json()
        assert {"filing", "errors", "warnings", "infos", "explained", "findings"} <= set(shown)
        assert shown["filing"] is None
        finding = shown["findings"][0]
        wanted = {
            "id",
            "rule",
            "severity",
            "register",
            "uid",
            "key",
            "field",
            "message",
            "clause",
            "explanation",
        }
        assert wanted <= set(finding)
        assert (finding["key"], finding["field"], finding["explanation"]) == (
            make.CONTRACT,
            "vetted_on",
            None,
        )

    def test_a_hire_that_was_imported_over_the_quota_is_found(self, desk: Desk) -> None:
        counting = make.appointment(counts_in_quota=True, fund_source="6")
        keep(desk, make.enterprise(), make.part_time_teacher(), counting, make.staffing(approved_posts=4, posts_filled=0, professional_posts_filled=None, management_posts_filled=None, labour_posts_filled=None))  # fmt: skip
        assert rules_of(checking.check(desk, day=TODAY).findings) == ["QUO-001"]

    def test_a_teacher_who_was_ended_leaves_his_appointment_dangling(self, desk: Desk) -> None:
        _, teacher, *_ = keep(desk, *one_teacher())
        with desk.write("停用", **SITTING) as writer:
            writer.end(make.part_time_teacher().__class__, teacher.uid)
        assert "VAL-013" in rules_of(checking.check(desk, day=TODAY).findings)

    def test_an_unknown_period_is_unusable(self, desk: Desk) -> None:
        with pytest.raises(UnusableInput):
            checking.check(desk, period="2026年秋", day=TODAY)


class TestOneFiling:
    def test_only_what_it_files_is_looked_at(self, desk: Desk) -> None:
        long_past = make.appointment(
            contract_number="JZ-1",
            start_on="2020-09-01",
            end_on="2021-01-31",
            vetted_on=None,
            signed_on="2020-08-20",
        )
        keep(desk, *one_teacher(minutes_number=None), long_past, make.mentor(phone="123"))
        result = checking.check(desk, filing=FILING, period=PERIOD, day=TODAY)
        assert (result.filing, result.period) == (FILING, PERIOD)
        assert set(rules_of(result.findings)) == {"APT-024"}
        assert {"APT-009", "VAL-004"} <= set(rules_of(checking.check(desk, day=TODAY).findings))

    def test_its_own_rules_look_too(self, desk: Desk) -> None:
        keep(desk, *one_teacher(signed_on="2026-08-30", trained_on="2026-10-20"))
        assert rules_of(checking.check(desk, filing=FILING, period=PERIOD, day=TODAY).findings) == ["FIL-001"]

    def test_its_day_is_never_later_than_the_periods_last(self, desk: Desk) -> None:
        keep(desk, *one_teacher())
        assert checking.check(desk, filing=FILING, period=PERIOD, day=dt.date(2028, 1, 1)).day == dt.date(
            2027, 1, 31
        )
        assert checking.check(desk, filing=FILING, period=PERIOD, day=TODAY).day == TODAY

    @pytest.mark.parametrize(
        ("day", "period"),
        [
            (dt.date(2026, 9, 1), "2026-2027-1"),
            (dt.date(2027, 1, 31), "2026-2027-1"),
            (dt.date(2027, 2, 1), "2026-2027-2"),
            (dt.date(2027, 8, 31), "2026-2027-2"),
        ],
    )
    def test_without_a_period_it_is_the_term_that_the_day_lies_in(
        self, desk: Desk, day: dt.date, period: str
    ) -> None:
        assert checking.check(desk, filing=FILING, day=day).period == period

    @pytest.mark.parametrize(
        ("filing", "period"), [("no-such", PERIOD), (FILING, "2026"), (FILING, "2026秋")]
    )
    def test_an_unknown_filing_or_a_period_of_another_kind_is_unusable(
        self, desk: Desk, filing: str, period: str
    ) -> None:
        with pytest.raises(UnusableInput):
            checking.check(desk, filing=filing, period=period, day=TODAY)


def test_one_records_findings_are_those_of_the_full_check(desk: Desk) -> None:
    *_, appointment, _ = keep(desk, *one_teacher(vetted_on=None, minutes_number=None))
    whole = [each for each in checking.check(desk, day=TODAY).findings if each.uid == appointment.uid]
    assert checking.findings_of(desk, appointment, TODAY) == whole


class TestExplaining:
    @pytest.fixture
    def found(self, desk: Desk) -> dict[str, Finding]:
        keep(desk, *one_teacher(vetted_on=None, minutes_number=None, decided_on=None))
        return {f"{each.rule} {each.field}": each for each in checking.check(desk, day=TODAY).findings}

    def test_an_explained_warning_blocks_no_more(self, desk: Desk, found: dict[str, Finding]) -> None:
        warnings = [each.id for each in found.values() if each.severity == "warning"]
        explained = explain(desk, *warnings)
        assert len(explained) == 2
        assert explained.changed.step is not None
        result = checking.check(desk, day=TODAY)
        assert (result.warnings, result.explained) == (2, 2)
        said = {each.explanation.text for each in result.findings if each.explanation}
        assert said == {"纪要正在办理"}
        assert [each.rule for each in result.findings if each.blocks] == ["APT-009"]

    def test_all_of_a_rule_are_explained_at_once(self, desk: Desk, found: dict[str, Finding]) -> None:
        assert len(explain(desk, rule="APT-024")) == 2
        assert len(explain(desk, rule="APT-024", filing=FILING)) == 2

    def test_an_error_cannot_be_explained(self, desk: Desk, found: dict[str, Finding]) -> None:
        with pytest.raises(DeskError, match="必须改正") as refusal:
            explain(desk, found["APT-009 vetted_on"].id)
        assert not isinstance(refusal.value, UnusableInput)
        with pytest.raises(DeskError, match="必须改正"):
            explain(desk, rule="APT-009")

    def test_a_hint_needs_no_explanation(self, desk: Desk, found: dict[str, Finding]) -> None:
        with pytest.raises(DeskError, match="不需要说明"):
            explain(desk, found["FIL-003 None"].id)

    @pytest.mark.parametrize("id", ["APT-024-00000000", "APT-999-12345678", "乱写", ""])
    def test_an_unknown_id_is_unusable(self, desk: Desk, found: dict[str, Finding], id: str) -> None:
        with pytest.raises(UnusableInput):
            explain(desk, id)

    def test_an_unknown_rule_or_filing_is_unusable(self, desk: Desk, found: dict[str, Finding]) -> None:
        for given in ({"rule": "APT-999"}, {"rule": "APT-024", "filing": "no-such"}):
            with pytest.raises(UnusableInput):
                explain(desk, **given)

    @pytest.mark.parametrize("given", [{"text": " "}, {"who": ""}])
    def test_it_wants_a_text_and_a_name(
        self, desk: Desk, found: dict[str, Finding], given: dict[str, str]
    ) -> None:
        with pytest.raises(UnusableInput):
            explain(desk, rule="APT-024", **given)

    def test_nothing_is_kept_when_one_of_several_is_refused(
        self, desk: Desk, found: dict[str, Finding]
    ) -> None:
        with pytest.raises(DeskError):
            explain(desk, found["APT-024 decided_on"].id, found["APT-009 vetted_on"].id)
        assert checking.check(desk, day=TODAY).explained == 0

    def test_a_warning_of_another_day_can_be_explained_by_its_id(self, desk: Desk) -> None:
        keep(desk, *one_teacher(signed_on="2026-08-30", trained_on="2026-10-20"))
        early = checking.check(desk, filing=FILING, period=PERIOD, day=dt.date(2026, 9, 15)).findings
        (warning,) = [each for each in early if each.rule == "FIL-001"]
        assert explain(desk, warning.id, today=dt.date(2026, 12, 1)).ids == (warning.id,)

    def test_earlier_explanations_of_the_rule_are_offered_again(
        self, desk: Desk, found: dict[str, Finding]
    ) -> None:
        explain(desk, found["APT-024 decided_on"].id)
        (offer,) = explaining.offered(desk, found["APT-024 minutes_number"])
        assert (offer.text, offer.who) == ("纪要正在办理", "王芳")
        assert explaining.offered(desk, found["APT-009 vetted_on"]) == []

    def test_those_of_the_same_person_are_offered_before_those_of_others(self, desk: Desk) -> None:
        wang = {"name": "王芳", "teacher": make.MENTOR_ID, "decided_on": None}
        keep(
            desk,
            *one_teacher(decided_on=None),
            make.part_time_teacher(id_number=make.MENTOR_ID, name="王芳"),
            make.appointment(**wang, contract_number="JZ-2026-002", end_on="2027-01-15"),
            make.appointment(**wang, contract_number="JZ-2027-002", start_on="2027-02-20"),
        )
        found = [each for each in checking.check(desk, day=TODAY).findings if each.field == "decided_on"]
        of = {each.key: each for each in found if each.rule == "APT-024"}
        explain(desk, of["JZ-2026-001"].id, text="别人的")
        explain(desk, of["JZ-2026-002"].id, text="上学期的", today=dt.date(2026, 9, 1))
        offers = explaining.offered(desk, of["JZ-2027-002"])
        assert [(each.text, each.own) for each in offers] == [("上学期的", True), ("别人的", False)]
