"""Builds the folder that a PC without Python runs, and tries it: self-test and one demo package.

Use: python3 installers/build.py   (on Debian it also installs binutils and libpython where missing)
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from setting_up import ROOT, install_missing, set_up


def main() -> int:
    """Build dist/college-desk and run its self-test and demo; give the first exit status that is not 0."""
    install_missing(["binutils", f"libpython{sys.version_info[0]}.{sys.version_info[1]}"])
    python = set_up()
    built = (
        ROOT / "dist" / "college-desk" / ("college-desk.exe" if sys.platform == "win32" else "college-desk")
    )
    recipe = ROOT / "installers" / "college_desk.spec"
    steps = [
        [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
         "--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build" / "pyinstaller"), str(recipe)],
        [str(built), "self-test"],
    ]  # fmt: skip
    for step in steps:
        status = subprocess.run(step, cwd=ROOT).returncode
        if status != 0:
            return status
    with tempfile.TemporaryDirectory() as folder:
        demo = [str(built), "demo", str(Path(folder) / "demo"), "--no-window"]
        return subprocess.run(demo, cwd=folder).returncode


if __name__ == "__main__":
    sys.exit(main())
