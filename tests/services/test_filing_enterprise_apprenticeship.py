"""企业新型学徒制 filed in the enterprises' names: one package each, the claim where somebody has finished."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from college_desk.files.documents.reading import contents, paragraphs
from college_desk.policy.pack import MissingParameter
from college_desk.services import policies
from college_desk.services.filing import Filed, file
from college_desk.services.preparing import Choice
from college_desk.services.verifying import verify
from college_desk.storage.desk import Desk
from tests import make
from tests.services.filed_college import lay_in
from tests.services.occasions import SITTING, live, new_desk

TERM, DAY = "2026-2027-1", dt.date(2026, 11, 20)
RUIDA, HAIYUE = "济宁瑞达汽车有限公司", "济宁海岳精密制造有限公司"


def class_of(enterprise: str, code: str, serial: int, **apprentice: Any) -> list[Any]:
    """A class of an enterprise with one apprentice, valid under the rules of the scheme."""
    mentors = [
        make.mentor(id_number=make.id_number(dt.date(1980, 4, place), serial=serial + place), name=name,
                    enterprise=enterprise, skill_level="高级技师", skill_certificate_number=f"S{serial + place:021d}",
                    bank_account=make.card(serial + place), account_name=name)
        for place, name in ((1, "孙德海"), (2, "周建军"), (3, "吴长林"))
    ]  # fmt: skip
    person = make.apprentice(
        id_number=make.id_number(dt.date(1995, 5, 6), serial=serial), name=f"秦学徒{serial}"[:3], cohort=code,
        enterprise=enterprise, enterprise_uscc=None, mentor="孙德海", mentor_id_number=mentors[0].id_number,
        target_skill_level="中级工", start_on="2026-01-01", end_on="2026-12-31", student_number=None,
        registration_number=None, class_name=None, grade=None, enrolled_month=None, contract_start_on="2025-10-01",
        contract_end_on="2028-09-30", phone=f"138{serial:08d}", agreement_signed_on="2025-12-20", consent_on="2025-12-20", agreement_number=None,
        insured_from="2025-12-25", insured_to="2027-01-31", **apprentice,
    )  # fmt: skip
    cohort = make.cohort(cohort_code=code, name=f"{code}班", scheme="企业新型学徒制", enterprises=enterprise,
                         start_on="2026-01-01", end_on="2026-12-31", target_skill_level="中级工", planned_size="1",
                         enrolled_size="1", posts="1", mentor_count="3", prepaid_yuan="2500",
                         plan_reviewed_on="2025-11-20", agreement_number=None, filed_on="2025-12-25")  # fmt: skip
    return [
        make.enterprise(name=enterprise, uscc=make.uscc(serial), account_name=enterprise),
        *mentors,
        cohort,
        person,
    ]


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with new_desk(tmp_path) as made:
        lay_in(made, [each for each in make.everything() if type(each).__name__ in ("Staffing", "Term")])
        lay_in(made, class_of(RUIDA, "N1", 40))
        lay_in(made, class_of(HAIYUE, "N2", 60))
        yield made


def filed(desk: Desk, out: Path, **choice: Any) -> Filed:
    given = Choice("enterprise-apprenticeship", TERM, **choice)
    return file(desk, given, out=out, draft=True, **(SITTING | {"today": DAY}))


def explained(desk: Desk) -> None:
    """Everything that is no error is explained, errors of what these tests are not about are mended here."""
    from college_desk.services import explaining
    from college_desk.services.preparing import prepare

    prepared = prepare(desk, Choice("enterprise-apprenticeship", TERM), today=DAY)
    assert [
        f"{each.rule} {each.field} {each.message}" for each in prepared.findings if each.severity == "error"
    ] == []
    ids = [each.id for each in prepared.findings if each.severity == "warning"]
    if ids:
        explaining.explain(desk, ids, None, None, "已核对", "王芳", SITTING["now"], DAY)


def test_each_enterprise_gets_a_package_of_its_own(desk: Desk, tmp_path: Path) -> None:
    explained(desk)
    result = filed(desk, tmp_path / "out")

    assert {each.for_whom for each in result.packages} == {HAIYUE, RUIDA}
    assert [each.number[-2:] for each in result.packages] == ["01", "02"]
    for each in result.packages:
        assert verify(each.path).problems == ()
        other = RUIDA if each.for_whom == HAIYUE else HAIYUE
        cover = next(
            file
            for file in (each.path.with_suffix("") / "data" / "01-报告").glob("*.docx")
            if "报送" in file.name
        )
        said = "".join(paragraphs(cover.read_bytes()))
        assert str(each.for_whom) in said
        assert other not in said
        assert "在培养期内" in said
    again = filed(desk, tmp_path / "again")
    assert [each.sha256 for each in again.packages] == [each.sha256 for each in result.packages]


def test_one_enterprise_can_be_filed_by_itself(desk: Desk, tmp_path: Path) -> None:
    explained(desk)
    result = filed(desk, tmp_path / "out", only={"enterprise": (RUIDA,)})
    assert [each.for_whom for each in result.packages] == [RUIDA]


def test_a_claim_wants_the_standard_and_then_adds_up(desk: Desk, tmp_path: Path) -> None:
    from dataclasses import replace

    with desk.write("结业", guarded=False, **SITTING) as writer:
        from college_desk.records.apprenticeship.apprentice import Apprentice

        for each in writer.all(Apprentice):
            if each.cohort == "N1":
                writer.change(replace(each, status="3", status_on=dt.date(2026, 10, 31), certificate_number="S000037080020260001",
                                      certificate_issuer="济宁市职业技能鉴定中心", certified_on=dt.date(2026, 10, 20)))  # fmt: skip
    explained(desk)
    with pytest.raises(MissingParameter, match="中级工"):
        filed(desk, tmp_path / "out", only={"enterprise": (RUIDA,)})
    policies.set_parameters(
        desk, {"apprentice_subsidy.yuan_per_year.中级工": "5000"}, document="济人社字〔2026〕3号", **SITTING
    )
    result = filed(desk, tmp_path / "out", only={"enterprise": (RUIDA,)})
    folder = result.packages[0].path.with_suffix("") / "data" / "02-汇总表"
    said = [str(each) for each in contents(next(folder.glob("*补贴申请表.xlsx")))]
    assert any("应补5000.00元，已预拨2500.00元" in each and "本次申请2500.00元" in each for each in said)
    assert "人民币贰仟伍佰元整" in said
    assert verify(result.packages[0].path).ok
    assert len(live(desk, "cohort")) == 2
