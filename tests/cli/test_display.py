from __future__ import annotations

import socket
from pathlib import Path

import pytest

from college_desk.cli import display


@pytest.fixture(autouse=True)
def bare_linux_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_a_session_without_a_screen_has_none() -> None:
    assert not display.has_display()


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "offscreen:size=800x600"])
def test_painting_where_nobody_looks_is_no_screen(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert display.has_display()
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert not display.has_display()


@pytest.mark.parametrize(("name", "seen"), [("WAYLAND_DISPLAY", "wayland-0"), ("DISPLAY", "desk:10.0")])
def test_a_session_that_names_a_screen_has_one(monkeypatch: pytest.MonkeyPatch, name: str, seen: str) -> None:
    monkeypatch.setenv(name, seen)
    assert display.has_display()


def test_an_x_display_counts_only_while_its_server_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    number = 39_471
    monkeypatch.setenv("DISPLAY", f":{number}.0")
    assert not display.has_display()
    place = Path(f"/tmp/.X11-unix/X{number}")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(f"\0{place}")
        server.listen()
        assert display.has_display()
    assert not display.has_display()


def test_other_systems_have_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert display.has_display()
