"""compare: two rosters beside each other."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from college_desk.base.translation import _
from college_desk.cli import workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context

if TYPE_CHECKING:
    from college_desk.services.comparing import Comparison, Entry


def _compare_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("a", metavar="A")
    parser.add_argument("b", metavar="B")
    parser.add_argument("--by", action="append", default=[])
    parser.add_argument("--register")
    parser.add_argument("--json", action="store_true")


@command(
    "compare",
    "WS A B [--by FIELD]... [--register REGISTER] [--json]",
    "名单比对（表格或台账）",
    _compare_arguments,
    order=45,
)
def compare(given: argparse.Namespace, context: Context) -> int:
    """Who stands only in one roster, and in what the others differ."""
    from college_desk.services import comparing, listing

    register = None if given.register is None else listing.register_named(given.register)
    with workspace.opened(given.ws) as desk:
        found = comparing.compare(
            desk,
            given.a,
            given.b,
            given.by,
            today=context.today,
            register=register,
            progress=context.progress,
        )
    if given.json:
        context.say_json(found.to_json())
    else:
        _print(found, context)
    return 0


def _print(found: Comparison, context: Context) -> None:
    by = "、".join(_(each.title) for each in found.by)
    context.say(_("按{by}比对：{a} 与 {b}").format(by=by, a=found.a, b=found.b))
    _print_entries(
        _("只在“{list}”：{count}").format(list=found.a, count=len(found.only_a)), found.only_a, context
    )
    _print_entries(
        _("只在“{list}”：{count}").format(list=found.b, count=len(found.only_b)), found.only_b, context
    )
    context.say(_("不一致：{count}").format(count=len(found.different)))
    for pair in found.different:
        said = "；".join(f"{_(each.field.title)} {each.a} ≠ {each.b}" for each in pair.differences)
        context.say(f"  {_called(pair.a)}：{said}")
    context.say(_("一致：{count}").format(count=found.same))
    for title, twice in ((found.a, found.twice_a), (found.b, found.twice_b)):
        if twice:
            _print_entries(_("“{list}”里重复：{count}").format(list=title, count=len(twice)), twice, context)


def _print_entries(heading: str, entries: Sequence[Entry], context: Context) -> None:
    context.say(heading)
    for each in entries:
        context.say(f"  {_called(each)}")


def _called(entry: Entry) -> str:
    key = "/".join(entry.key)
    return key if entry.name is None or entry.name in entry.key else f"{entry.name} {key}"
