"""The command line's entry: which command, its arguments, and what becomes of what it raises."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import college_desk
from college_desk.base import clock, settings
from college_desk.base.errors import Cancelled, DeskError, UnusableInput
from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.cli import arguments
from college_desk.cli.command import COMMANDS, Command
from college_desk.cli.context import Context, Window
from college_desk.cli.terminal_progress import TerminalProgress

DONE, REFUSED, UNUSABLE = 0, 1, 2
"""The exit statuses."""


def run(given: Sequence[str], *, window: Window) -> int:
    """Do what the arguments ask; the exit status. Refusals are one sentence on standard error.

    What is neither a refusal nor unusable input is raised.
    """
    try:
        return _run(given, window)
    except UnusableInput as problem:
        print(problem, file=sys.stderr)
        return UNUSABLE
    except DeskError as problem:
        print(problem, file=sys.stderr)
        return REFUSED
    except (Cancelled, KeyboardInterrupt):
        print(_("已取消，这一步没有保存。"), file=sys.stderr)
        return REFUSED


def _run(given: Sequence[str], window: Window) -> int:
    name, rest = (given[0], given[1:]) if given else ("open", [])
    if name in ("-h", "--help", "help"):
        print(overview())
        return DONE
    if name in ("-V", "--version"):
        print(college_desk.__version__)
        return DONE
    command = COMMANDS.get(name)
    if command is None:
        raise UnusableInput(
            _("没有“{name}”这个命令，可用 college-desk --help 查看全部命令。").format(name=name)
        )
    try:
        read = arguments.read(command, rest)
    except arguments.HelpAsked:
        print(help_of(command))
        return DONE
    progress = TerminalProgress(sys.stderr) if sys.stderr.isatty() else None
    try:
        return command.run(read, _context(window, progress or SILENT))
    finally:
        if progress is not None:
            progress.clear()


def _context(window: Window, progress: Progress) -> Context:
    kept = settings.Settings(settings_file())
    return Context(clock.today(), clock.now(), _who(kept), sys.stdout, sys.stderr, progress, kept, window)


def settings_file() -> Path:
    """Where this machine keeps the settings; `COLLEGE_DESK_SETTINGS` names another file."""
    import platformdirs

    named = os.environ.get("COLLEGE_DESK_SETTINGS")
    return Path(named) if named else platformdirs.user_config_path("college-desk", False) / "settings.json"


def _who(kept: settings.Settings) -> str:
    """The name that the journal keeps: the one in the settings, else the one logged in as."""
    name = str(kept[settings.USER_NAME]).strip()
    if name:
        return name
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return _("填报人")


def overview() -> str:
    """All commands, a line each."""
    lines = [_("职教申报台：college-desk 命令 参数…（不写命令则打开窗口）"), ""]
    commands = sorted(COMMANDS, key=lambda each: each.order)
    wide = max(len(each.name) for each in commands)
    lines += [f"  {each.name:<{wide}}  {_(each.title)}" for each in commands]
    lines += ["", _("每个命令的写法：college-desk 命令 --help")]
    return "\n".join(lines)


def help_of(command: Command) -> str:
    """How a command is written and what it does."""
    return f"college-desk {command.name} {command.usage}".rstrip() + "\n" + _(command.title)
