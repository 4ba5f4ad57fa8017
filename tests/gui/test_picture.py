from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from college_desk.base.errors import UnusableInput
from college_desk.base.settings import Settings
from college_desk.gui import app
from college_desk.gui.memory import Memory
from college_desk.storage.desk import Desk
from tests.gui.conftest import keep, people


def paint(
    desk: Desk | None, out: Path, page: str | None, theme: str = "light", size: str = "1366x768"
) -> QImage:
    settings = Settings(None)
    assert (
        app.run(
            desk, page=page, size=size, theme=theme, screenshot=out, settings=settings, memory=Memory(None)
        )
        == 0
    )
    return QImage(str(out))


@pytest.mark.parametrize(("theme", "ground"), [("light", "#f4f6f9"), ("dark", "#15191f")])
def test_a_page_is_painted_into_a_picture(desk: Desk, tmp_path: Path, theme: str, ground: str) -> None:
    keep(desk, *people(5))
    image = paint(desk, tmp_path / "a.png", "apprentice", theme)
    assert (image.width(), image.height()) == (1366, 768)
    assert image.pixelColor(204, 60).name() == ground


def test_the_same_page_gives_the_same_picture(desk: Desk, tmp_path: Path) -> None:
    keep(desk, *people(5))
    folder = desk.folder
    first = paint(desk, tmp_path / "a.png", "apprentice")
    from college_desk.services import workspaces

    second = paint(workspaces.open_desk(folder), tmp_path / "b.png", "apprentice")
    assert first == second


def test_the_start_page_needs_no_school_data(tmp_path: Path) -> None:
    image = paint(None, tmp_path / "start.png", None, size="1920x1080")
    assert (image.width(), image.height()) == (1920, 1080)


def test_what_cannot_be_painted_is_refused_in_one_sentence(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "x.png"
    for page, theme, size, file in (
        ("nowhere", "light", "1366x768", out),
        ("apprentice", "pink", "1366x768", out),
        ("apprentice", "light", "large", out),
        ("apprentice", "light", "1366x768", tmp_path / "missing" / "x.png"),
    ):
        with pytest.raises(UnusableInput):
            paint(desk, file, page, theme, size)
    with pytest.raises(UnusableInput):
        paint(None, out, "apprentice")
    assert not out.exists()
