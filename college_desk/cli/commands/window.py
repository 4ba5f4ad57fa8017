"""open, demo: the window, and the sample college before it."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.cli import workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context, Shown
from college_desk.cli.display import has_display

_SMALLEST, _LARGEST = 320, 16_384


def _open_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ws", nargs="?", metavar=_("学校数据文件夹"))
    parser.add_argument("--page")
    parser.add_argument("--size")
    parser.add_argument("--theme", choices=("light", "dark"))
    parser.add_argument("--screenshot", type=Path)


@command(
    "open",
    "[WS] [--page PAGE] [--size 1366x768] [--theme light/dark] [--screenshot OUT.png]",
    "打开窗口",
    _open_arguments,
    order=1,
)
def open_(given: argparse.Namespace, context: Context) -> int:
    """Open the window, or paint a page of it into a picture."""
    shown = Shown(given.page, _size(given.size), given.theme, given.screenshot)
    if given.ws is None:
        return context.show(None, shown)
    with workspace.opened(given.ws) as desk:
        return context.show(desk, shown)


def _size(text: str | None) -> str | None:
    if text is None:
        return None
    found = re.fullmatch(r"(\d+)[x×X*](\d+)", text.strip())
    if found is None or not all(_SMALLEST <= int(each) <= _LARGEST for each in found.groups()):
        raise UnusableInput(_("窗口大小请写成 1366x768，现在是“{text}”。").format(text=text))
    return f"{int(found[1])}x{int(found[2])}"


def _demo_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar=_("文件夹"))
    parser.add_argument("--no-window", action="store_true")


@command("demo", "DIR [--no-window]", "样例学校：从表格到材料包走一遍", _demo_arguments, order=2)
def demo(given: argparse.Namespace, context: Context) -> int:
    """Make the sample college, file from it, verify, then open the window where there is a display."""
    from college_desk.services import demonstrating

    shown = demonstrating.demo(
        given.folder,
        who=context.who,
        now=context.now,
        say=context.say,
        progress=context.progress,
    )
    if not shown.ok or given.no_window or not has_display():
        return 0 if shown.ok else 1
    from college_desk.services import workspaces

    with workspaces.open_desk(shown.folder) as desk:
        return context.show(desk, Shown())
