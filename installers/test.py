"""One command from a bare machine to passed tests: set up, format, lint, types, import contracts, tests.

Use: python3 installers/test.py [arguments for pytest]
"""

from __future__ import annotations

import os
import subprocess
import sys
import time

from setting_up import ROOT, set_up

EVERY_CORE = ["-n", "auto", "--dist", "loadfile"]
"""The ordinary run: on every core, the tests of one file together; with arguments of one's own it is plain."""


def main() -> int:
    """Run every check in turn; the first that fails gives the exit status."""
    python = set_up()
    tools = python.parent
    checks = [
        ("format", [str(tools / "ruff"), "format", "--check", "--quiet", "."]),
        ("lint", [str(tools / "ruff"), "check", "--quiet", "."]),
        ("types", [str(python), "-m", "mypy", "--no-error-summary"]),
        ("import contracts", [str(tools / "lint-imports"), "--no-cache"]),
        ("tests", [str(python), "-m", "pytest", *(sys.argv[1:] or EVERY_CORE)]),
    ]
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    for name, command in checks:
        started = time.monotonic()
        print(f"== {name}", flush=True)
        status = subprocess.run(command, cwd=ROOT, env=environment).returncode
        if status != 0:
            print(f"== {name} failed", flush=True)
            return status
        print(f"== {name}: {time.monotonic() - started:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
