"""Whether there is a screen to open a window on."""

from __future__ import annotations

import os
import re
import socket
import sys

_NO_SCREEN = ("offscreen", "minimal")
"""Qt's platforms that paint where nobody looks."""
_LOCAL_DISPLAY = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")


def has_display() -> bool:
    """Whether a window would be seen; on Linux told by the session's variables, a dead X display is none."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in _NO_SCREEN:
        return False
    if not sys.platform.startswith("linux") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    if found := _LOCAL_DISPLAY.fullmatch(display):
        return _answers(f"/tmp/.X11-unix/X{found[1]}")
    return bool(display or platform)


def _answers(place: str) -> bool:
    """Whether an X server listens on a local socket, in the file system or beside it."""
    for address in (place, f"\0{place}"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asked:
            asked.settimeout(1)
            try:
                asked.connect(address)
            except OSError:
                continue
            return True
    return False
