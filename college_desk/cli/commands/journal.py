"""undo, redo, history: taking back, doing again, and what was done."""

from __future__ import annotations

import argparse

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.cli import texts, workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context


def _steps_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("n", nargs="?", default="1", metavar="N")


@command("undo", "WS [N]", "撤销最近的操作", _steps_arguments, order=80)
def undo(given: argparse.Namespace, context: Context) -> int:
    """Take back the last steps."""
    from college_desk.services import undoing

    count = _count(given.n)
    with workspace.opened(given.ws) as desk:
        for each in range(count):
            words = undoing.reversible(desk).undo
            if words is None and each:
                break
            undoing.undo(desk, who=context.who, now=context.now, today=context.today)
            context.say(_("已撤销：{what}").format(what=words))
    return 0


@command("redo", "WS [N]", "恢复刚撤销的操作", _steps_arguments, order=81)
def redo(given: argparse.Namespace, context: Context) -> int:
    """Do again what was taken back."""
    from college_desk.services import undoing

    count = _count(given.n)
    with workspace.opened(given.ws) as desk:
        for each in range(count):
            words = undoing.reversible(desk).redo
            if words is None and each:
                break
            undoing.redo(desk, who=context.who, now=context.now, today=context.today)
            context.say(_("已恢复：{what}").format(what=words))
    return 0


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise UnusableInput(_("步数请写 1、2、3 这样的整数，现在是“{text}”。").format(text=text))
    return int(text)


def _history_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("--json", action="store_true")


@command("history", "WS [--json]", "修改记录", _history_arguments, order=82)
def history(given: argparse.Namespace, context: Context) -> int:
    """What was done, newest first."""
    from college_desk.services import undoing

    with workspace.opened(given.ws) as desk:
        steps = undoing.history(desk)
    if given.json:
        context.say_json({"steps": [undoing.step_json(each) for each in steps]})
        return 0
    heads = [_("时间"), _("填报人"), _("内容"), _("条数"), ""]
    rows = [
        [
            f"{each.when:%Y-%m-%d %H:%M}",
            each.who,
            each.what,
            str(each.records),
            _("已撤销") if each.undone else "",
        ]
        for each in steps
    ]
    context.say(texts.table(heads, rows))
    return 0
