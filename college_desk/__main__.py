"""The composition root: the window, the command line, and the two processes that they start."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from college_desk.base.settings import Settings
    from college_desk.cli.context import Shown
    from college_desk.storage.desk import Desk

READ_SHEETS = "--read-sheets"
KEEP_CHECKED = "--keep-checked"


def main(given: Sequence[str] | None = None) -> int:
    """Do what the arguments ask and give the exit status; without any, open the window."""
    arguments = list(sys.argv[1:] if given is None else given)
    if arguments[:1] == [READ_SHEETS]:
        from college_desk.files.sheets import child

        return child.main(arguments[1:])
    if arguments[:1] == [KEEP_CHECKED]:
        from college_desk.services import check_process

        return check_process.main()
    _speak_utf8()
    return _guarded(arguments)


def _guarded(arguments: Sequence[str]) -> int:
    """Run the command line; what nobody foresaw becomes one sentence and a report without personal data."""
    from college_desk.base import clock
    from college_desk.cli import crash_report, entry

    try:
        status = entry.run(arguments, window=_window)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as problem:  # noqa: BLE001 - the command line's crash handler
        print(crash_report.sentence(problem, clock.now()), file=sys.stderr)
        return 1
    return status


def _window(desk: Desk | None, shown: Shown, *, settings: Settings, who: str) -> int:
    """Open the window. Raises DeskError where there is no display to open it on."""
    from college_desk.base.errors import DeskError
    from college_desk.base.translation import _
    from college_desk.cli.display import has_display

    if shown.screenshot is None and not has_display():
        raise DeskError(
            _("这台电脑上没有可用的屏幕，窗口打不开；可用命令行办理，写法见 college-desk --help。")
        )
    from college_desk.gui import app

    return app.run(
        desk,
        page=shown.page,
        size=shown.size,
        theme=shown.theme,
        screenshot=shown.screenshot,
        settings=settings,
        who=who,
    )


def _speak_utf8() -> None:
    """Write UTF-8 on every console, whatever its code page."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
