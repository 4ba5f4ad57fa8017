"""template: blank sheets out."""

from __future__ import annotations

import argparse
from pathlib import Path

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.cli import workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context


def _template_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("register", nargs="?", metavar=_("台账"))
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--department")
    parser.add_argument("--out", type=Path, required=True)


@command(
    "template",
    "WS (REGISTER --out FILE.xlsx | --all --out DIR) [--department D]",
    "导出空白表，填好后可直接导入",
    _template_arguments,
    order=32,
)
def template(given: argparse.Namespace, context: Context) -> int:
    """The blank sheet of a register, or of all of them."""
    from college_desk.services import blank_templates, listing

    if given.all == (given.register is not None):
        raise UnusableInput(_("请写明一个台账，或用 --all 导出全部空白表。"))
    with workspace.opened(given.ws) as desk:
        if given.all:
            written = blank_templates.write_all(desk, given.out, given.department)
        else:
            register = listing.register_named(given.register)
            out = given.out
            if out.is_dir():
                out = out / blank_templates.file_name(register, given.department)
            written = [blank_templates.write(desk, register, out, given.department)]
    for each in written:
        context.say(_("已导出空白表：{file}").format(file=each))
    return 0
