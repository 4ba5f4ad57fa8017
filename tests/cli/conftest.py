from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Line


@pytest.fixture
def bare(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Line:
    """The command line before anything was made."""
    monkeypatch.setenv("COLLEGE_DESK_TODAY", "2026-09-30")
    monkeypatch.setenv("COLLEGE_DESK_SETTINGS", str(tmp_path / "settings.json"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("COLLEGE_DESK_PASSPHRASE", raising=False)
    monkeypatch.delenv("COLLEGE_DESK_LANG", raising=False)
    return Line(capsys, tmp_path)


@pytest.fixture
def line(bare: Line) -> Line:
    """The command line with school data of two campuses."""
    bare.done("init", "WS", "--name", "济宁示例职业学院", "--school-code", "13000", "--campus", "东校区",
              "--campus", "西校区")  # fmt: skip
    return bare
