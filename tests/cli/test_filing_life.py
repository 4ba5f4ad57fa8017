from __future__ import annotations

from pathlib import Path

from tests.cli.running import Line
from tests.services.filed_college import TERM, college

NUMBER = f"part-time-appointments-{TERM}-01"


def test_receipt_diff_and_the_lock_from_the_command_line(bare: Line, tmp_path: Path) -> None:
    college(tmp_path / "made").close()
    ws = next(each.parent for each in (tmp_path / "made").rglob("workspace.json"))

    def file() -> Path:
        said = bare.done("file", ws, "part-time-appointments", "--period", TERM, "--on", "2026-11-20", "--out",
                         tmp_path / "out", "--json")  # fmt: skip
        return Path(said.json["package"])

    first = file()
    refused = bare("set", ws, "appointment", "HT2026-001", "course=数控车工")
    assert (refused.status, refused.err.count("\n"), NUMBER in refused.err) == (1, 1, True)
    returned = bare.done(
        "receipt", ws, NUMBER, "returned", "--remark", "李明课程写错", "--remark", "缺体检证明", "--json"
    )
    assert [each["text"] for each in returned.json["remarks"]] == ["李明课程写错", "缺体检证明"]
    bare.done("set", ws, "appointment", "HT2026-001", "course=数控车工")
    second = file()

    shown = bare.done("diff", first, second, "--json").json
    assert (shown["a"], shown["b"]) == (f"{NUMBER} v1", f"{NUMBER} v2")
    assert [each["name"] for each in shown["people"]["changed"]] == ["李明"]
    assert {each["field"]: each["b"] for each in shown["changes"]}["course"] == "数控车工"
    assert "数控车工" in bare.done("diff", first, second).out

    assert (
        "备案"
        in bare.done(
            "receipt", ws, NUMBER, "accepted", "--filed-number", "济教备7号", "--on", "2026-12-01"
        ).out
    )
    assert bare("set", ws, "appointment", "HT2026-001", "course=铣工").status == 1
    bare.done("set", ws, "appointment", "HT2026-001", "course=铣工", "--reason", "任务书调整")
    assert bare("receipt", ws, NUMBER, "maybe").status == 2
    assert bare("receipt", ws, "nothing-2026-01", "accepted").status == 2
    assert bare("diff", first, tmp_path / "nothing.zip").status == 2
