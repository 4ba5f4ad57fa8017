"""tally: a register counted by one field, across another. tallies: those kept by name, counted again."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from college_desk.base.translation import _
from college_desk.cli import texts, workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context

if TYPE_CHECKING:
    from college_desk.services.saved_tallies import SavedTally
    from college_desk.services.tallying import Tally


def _tally_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("register", metavar=_("台账"))
    parser.add_argument("--by", required=True)
    parser.add_argument("--across")
    parser.add_argument("--where", action="append", default=[])
    parser.add_argument("--on")
    counted = parser.add_mutually_exclusive_group()
    counted.add_argument("--times", action="store_true")
    counted.add_argument("--people", action="store_true")
    parser.add_argument("--save", metavar=_("名称"))
    parser.add_argument("--xlsx", type=Path)
    parser.add_argument("--json", action="store_true")


@command(
    "tally",
    "WS REGISTER --by FIELD [--across FIELD] [--where FIELD=VALUE]... [--on DATE] [--times / --people] [--save NAME] [--xlsx OUT] [--json]",
    "统计人数（人）或人次",
    _tally_arguments,
    order=62,
)
def tally(given: argparse.Namespace, context: Context) -> int:
    """Count people or rows of a register, as of a day; `--times` counts rows where people could be counted."""
    from college_desk.services import listing, saved_tallies, tallying

    register = listing.register_named(given.register)
    on = texts.optional_day(given.on, today=context.today)
    query = listing.parse_query(register, given.where, on=on)
    counting: tallying.Counting | None = "times" if given.times else "people" if given.people else None
    with workspace.opened(given.ws) as desk:
        table = tallying.tally(desk, register, given.by, given.across, query, counting=counting)
        if given.save is not None:
            across = None if table.across is None else table.across.name
            saved = saved_tallies.SavedTally(given.save, register, table.by.name, across, query, counting)
            saved_tallies.save(desk, saved, who=context.who, now=context.now, today=context.today)
            context.note(_("已保存统计表：{name}").format(name=given.save.strip()))
    _hand_out(table, given, context)
    return 0


def _tallies_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("name", metavar=_("名称"), nargs="?")
    parser.add_argument("--on")
    parser.add_argument("--xlsx", type=Path)
    parser.add_argument("--json", action="store_true")


@command(
    "tallies",
    "WS [NAME] [--on DATE] [--xlsx OUT] [--json]",
    "列出保存的统计表，或按名称重新统计",
    _tallies_arguments,
    order=64,
)
def tallies(given: argparse.Namespace, context: Context) -> int:
    """List the tables kept by name, or count one again; `--on` gives it another day."""
    from college_desk.services import saved_tallies

    on = texts.optional_day(given.on, today=context.today)
    with workspace.opened(given.ws) as desk:
        if given.name is None:
            _list(saved_tallies.saved_tallies(desk), given, context)
            return 0
        saved = saved_tallies.saved_named(desk, given.name)
        if on is not None:
            saved = replace(saved, query=replace(saved.query, on=on), as_of_today=False)
        table = saved_tallies.run(desk, saved, today=context.today)
    _hand_out(table, given, context)
    return 0


def _list(saved: Sequence[SavedTally], given: argparse.Namespace, context: Context) -> None:
    if given.json:
        context.say_json(
            {
                "tallies": [
                    {"name": each.name, "register": each.register.code, "by": each.by, "across": each.across}
                    for each in saved
                ]
            }
        )
        return
    for each in saved:
        context.say(f"{each.name}  {_(each.register.title)}")


def _hand_out(table: Tally, given: argparse.Namespace, context: Context) -> None:
    if given.xlsx is not None:
        from college_desk.services import tallying

        tallying.export_xlsx(table, given.xlsx)
        context.note(_("已导出统计表：{file}").format(file=given.xlsx))
    if given.json:
        context.say_json(table.to_json())
    elif given.xlsx is None:
        _print(table, context)


def _print(table: Tally, context: Context) -> None:
    columns = table.columns
    heads = [_(table.by.title)]
    heads += [each or _("（未填）") for each in columns] if table.across else [table.counted]
    rows = [
        [head or _("（未填）"), *(str(table.count(head, each)) for each in columns)] for head in table.heads
    ]
    context.say(texts.table(heads, rows))
    context.say(_("合计{total}{counted}").format(total=table.total, counted=table.counted))
