"""init: new school data."""

from __future__ import annotations

import argparse

from college_desk.base.translation import _
from college_desk.cli import workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context


def _init_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("--name", required=True)
    parser.add_argument("--school-code")
    parser.add_argument("--policy", default="jining-2022")
    parser.add_argument("--campus", action="append", default=[])
    parser.add_argument("--here")
    parser.add_argument("--encrypt", action="store_true")


@command(
    "init",
    "WS --name N [--school-code C] [--policy jining-2022] [--campus NAME]... [--here NAME] [--encrypt]",
    "新建学校数据",
    _init_arguments,
    order=10,
)
def init(given: argparse.Namespace, context: Context) -> int:
    """Make a workspace with its campuses."""
    from college_desk.services import workspaces

    folder = workspace.folder_of(given.ws)
    with workspaces.create(
        folder,
        name=given.name,
        school_code=given.school_code,
        policy=given.policy,
        campuses=given.campus,
        here=given.here,
        passphrase=workspace.new_passphrase() if given.encrypt else None,
        who=context.who,
        now=context.now,
        today=context.today,
    ):
        context.say(_("已新建学校数据：{folder}").format(folder=folder))
    return 0
