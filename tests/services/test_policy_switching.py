"""Packs replaced: an invented city's is enough, what a new one changes is told first, filings keep theirs."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.services import policy_switching, quota, workspaces
from college_desk.services.filing import file
from college_desk.services.preparing import Choice
from college_desk.services.undoing import undo
from college_desk.services.verifying import verify
from tests import make
from tests.services.filed_college import TODAY, college, filed
from tests.services.occasions import SITTING, put

NEW = """
extends = "jining-2022"
title = "技能济宁新版"
version = "2027.1"

[[parameter]]
name = "health.months"
title = "体检证明有效期"
value = 1
unit = "个月"
source = "虚构"
confidence = "S"
"""


def pack_folder(folder: Path, text: str = NEW) -> Path:
    folder.mkdir()
    (folder / "pack.toml").write_text(text, encoding="utf-8")
    return folder


def test_an_invented_citys_pack_is_all_it_takes(tmp_path: Path) -> None:
    with workspaces.create(tmp_path / "desk", name="示例学院", policy="example-city", **SITTING) as desk:
        with desk.write("录入", **SITTING, guarded=False) as writer:
            writer.add(make.staffing(effective_from="2026-01-01", approved_posts="186", posts_filled="180"))
        report = quota.quota(desk, on=dt.date(2026, 9, 30), today=TODAY)

    assert (report.allowance, report.usable) == (27, 27)  # 15 % of 186 floored, not capped by the 6 vacancies


def test_the_same_college_under_the_citys_own_pack_has_other_figures(tmp_path: Path) -> None:
    with workspaces.create(tmp_path / "desk", name="示例学院", **SITTING) as desk:
        with desk.write("录入", **SITTING, guarded=False) as writer:
            writer.add(make.staffing(effective_from="2026-01-01", approved_posts="186", posts_filled="180",
                                     posts_reserved="0"))  # fmt: skip
        report = quota.quota(desk, on=dt.date(2026, 9, 30), today=TODAY)

    assert (report.allowance, report.usable) == (37, 6)


def test_its_filing_goes_to_its_own_authority(tmp_path: Path) -> None:
    from college_desk.files.documents.reading import paragraphs

    with college(tmp_path) as desk:
        policy_switching.switch(desk, "example-city", **SITTING)
        result = filed(desk, tmp_path / "out")
    cover = next(each for each in result.forms if each.endswith("报告.docx"))
    said = paragraphs((result.packages[0].path.with_suffix("") / "data" / cover).read_bytes())
    assert any("示例市教育体育局" in each for each in said)
    assert not any("济宁市教育局" in each for each in said)


def test_what_a_new_version_changes_is_told_before_it_is_switched_on(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        found = policy_switching.compare(desk, str(pack_folder(tmp_path / "new")), day=TODAY)

        assert [(each.name, each.before, each.after) for each in found.changed] == [
            ("health.months", "6", "1")
        ]
        assert (found.added, found.removed, found.lists) == ((), (), ())
        assert found.failing == {"APT-022": 3}
        with desk.read() as reader:
            assert reader.policy().version != "2027.1"

        policy_switching.switch(desk, str(tmp_path / "new"), **SITTING)
        with desk.read() as reader:
            assert (reader.policy().version, reader.policy().get("health.months", TODAY)) == ("2027.1", 1)
        undo(desk, 1, **SITTING)
        with desk.read() as reader:
            assert reader.policy().get("health.months", TODAY) == 6


def test_what_the_college_entered_stays_laid_over_either_pack(tmp_path: Path) -> None:
    from college_desk.services import policies

    with college(tmp_path) as desk:
        policies.set_parameters(desk, {"health.months": "9"}, **SITTING)
        assert policy_switching.compare(desk, str(pack_folder(tmp_path / "new")), day=TODAY).changed == ()


def test_filings_keep_the_pack_that_they_were_frozen_under(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        package = filed(desk, tmp_path / "one").packages[0]
        policy_switching.switch(desk, "example-city", **SITTING)
        assert verify(package.path).problems == ()
        with desk.read() as reader:
            from college_desk.records.snapshot import Snapshot

            kept = Snapshot.read(reader.snapshot(reader.filings()[0].snapshot))
        assert (kept.policy, kept.policy_version) == ("jining-2022", "2022.1")
        again = file(
            desk,
            Choice("part-time-appointments", "2026-2027-1"),
            out=tmp_path / "two",
            **SITTING | {"today": TODAY},
        )
        assert again.packages[0].version == 2


def test_a_pack_comes_as_a_zip_too(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "新版.zip", "w") as archive:
        archive.writestr("pack/pack.toml", NEW)
    with college(tmp_path) as desk:
        policy_switching.switch(desk, str(tmp_path / "新版.zip"), **SITTING)
        assert "技能济宁新版" in [each.title for each in policy_switching.available(desk)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("title = ", "写法有误"),
        ('version = "1"', "不完整"),
        (NEW + '\n[[parameter]]\nname = "x"\ntitle = "y"\nvalue = 0.5\n', "带引号"),
        (NEW.replace("jining-2022", "mars"), "没有名为"),
    ],
)
def test_a_pack_that_is_written_wrongly_is_one_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with college(tmp_path) as desk, pytest.raises(UnusableInput, match=sentence):
        policy_switching.compare(desk, str(pack_folder(tmp_path / "new", text)), day=TODAY)


def test_what_is_no_pack_and_what_is_in_force_already_is_refused(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        put(desk, "appointment", "HT2026-001", course="数控车工")
        with pytest.raises(UnusableInput, match=r"没有 pack\.toml"):
            policy_switching.compare(desk, str(tmp_path), day=TODAY)
        with pytest.raises(UnusableInput, match="没有名为"):
            policy_switching.switch(desk, "mars-2030", **SITTING)
        with pytest.raises(DeskError, match="现在用的就是"):
            policy_switching.switch(desk, "jining-2022", **SITTING)
