"""One command from a bare machine to the demo college: set up, import, check, mend, file, verify, open.

Use: python3 installers/demo.py [FOLDER] [--no-window]
"""

from __future__ import annotations

import subprocess
import sys

from setting_up import ROOT, has_screen, set_up


def main() -> int:
    """Set up, run `college-desk demo`, and give its exit status."""
    python = set_up()
    arguments = sys.argv[1:]
    if not any(not each.startswith("--") for each in arguments):
        arguments.insert(0, str(ROOT / "build" / "demo"))
    if not has_screen() and "--no-window" not in arguments:
        arguments.append("--no-window")
    return subprocess.run([str(python), "-m", "college_desk", "demo", *arguments], cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
