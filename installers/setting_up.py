"""Sets up a checkout on a bare Debian: system libraries, the environment, the program in it.

Standard library only; it runs before anything is installed. A second run finds all done and is quick.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = ENVIRONMENT / "set-up-as"

LIBRARIES = (
    "libegl1",
    "libgl1",
    "libxkbcommon0",
    "libdbus-1-3",
    "libfontconfig1",
    "libglib2.0-0",
    "fonts-noto-cjk",
)
"""What the window needs even when it paints without a screen."""

SCREEN_LIBRARIES = (
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xkb1",
)
"""What it needs besides on a real screen."""


def set_up() -> Path:
    """Make the environment, where it is not there yet, and give the path of its Python.

    Ends the program with one sentence when something is missing that it may not install.
    """
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        sys.exit("College Desk needs Python 3.11, 3.12 or 3.13.")
    _install_libraries()
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = _fingerprint()
    if python.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return python
    if not python.exists():
        _run(sys.executable, "-m", "venv", str(ENVIRONMENT))
    pip = (str(python), "-m", "pip", "--disable-pip-version-check")
    if subprocess.run([*pip, "--version"], capture_output=True).returncode != 0:
        _run(str(python), "-m", "ensurepip")
    print("Installing the libraries of requirements.lock …", flush=True)
    _run(*pip, "install", "--quiet", "--require-hashes", "-r", str(LOCK))
    _run(*pip, "install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    STAMP.write_text(wanted, encoding="utf-8")
    return python


def has_screen() -> bool:
    """Whether there is a display that a window can open on."""
    return os.name == "nt" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _fingerprint() -> str:
    """What the environment must have been made from, to be taken as it is."""
    content = LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes() + sys.version.encode()
    return hashlib.sha256(content).hexdigest()


def install_missing(wanted: list[str]) -> None:
    """Install Debian packages that are not there, as root or with sudo; elsewhere do nothing.

    Ends the program with one sentence that names them when neither is to be had.
    """
    if shutil.which("dpkg-query") is None or shutil.which("apt-get") is None:
        return
    missing = [name for name in wanted if not _installed(name)]
    if not missing:
        return
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    sudo = None if as_root else shutil.which("sudo")
    if not as_root and sudo is None:
        sys.exit(f"Ask an administrator to run: apt-get install {' '.join(missing)}")
    before = [] if as_root else [str(sudo)]
    print(f"Installing system libraries: {' '.join(missing)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _run(*before, "apt-get", "-qq", "update", environment=environment)
    _run(
        *before, "apt-get", "-qq", "install", "-y", "--no-install-recommends", *missing,
        environment=environment,
    )  # fmt: skip


def _install_libraries() -> None:
    wanted = list(LIBRARIES)
    if has_screen():
        wanted += SCREEN_LIBRARIES
    if importlib.util.find_spec("ensurepip") is None:
        wanted.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    install_missing(wanted)


def _installed(package: str) -> bool:
    asked = subprocess.run(["dpkg-query", "-W", "-f", "${Status}", package], capture_output=True, text=True)
    return "install ok installed" in asked.stdout


def _run(*command: str, environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, env=environment, stdout=sys.stderr)
    if done.returncode != 0:
        sys.exit(f"This step failed (its own message stands above): {' '.join(command[:6])} …")
