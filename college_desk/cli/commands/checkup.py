"""doctor, digest, self-test: whether the data and the program are whole."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from college_desk.base.translation import _
from college_desk.cli import workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context

if TYPE_CHECKING:
    from college_desk.services.checkup import Check


def _doctor_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("--json", action="store_true")


@command("doctor", "WS [--json]", "数据体检", _doctor_arguments, order=83)
def doctor(given: argparse.Namespace, context: Context) -> int:
    """Check the school data through; ends with 1 when something is wrong."""
    from college_desk.services import checkup

    with workspace.opened(given.ws) as desk:
        checks = checkup.doctor(desk, progress=context.progress)
    return _told(checks, given.json, context)


def _workspace_argument(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)


@command("digest", "WS", "全部记录的校验码", _workspace_argument, order=84)
def digest(given: argparse.Namespace, context: Context) -> int:
    """One SHA-256 over every record."""
    from college_desk.services import checkup

    with workspace.opened(given.ws) as desk:
        context.say(checkup.digest(desk))
    return 0


def _self_test_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")


@command("self-test", "[--json]", "程序自检", _self_test_arguments, order=95)
def self_test(given: argparse.Namespace, context: Context) -> int:
    """An installed copy checks itself; ends with 1 when something is missing."""
    from college_desk.services import self_test as trial

    return _told(trial.self_test(), given.json, context)


def _told(checks: Sequence[Check], as_json: bool, context: Context) -> int:
    whole = all(each.ok for each in checks)
    if as_json:
        context.say_json({"ok": whole, "checks": [each.to_json() for each in checks]})
        return 0 if whole else 1
    for each in checks:
        mark = _("正常") if each.ok else _("有问题")
        context.say(f"{mark}  {_(each.title)}：{each.message}")
    return 0 if whole else 1
