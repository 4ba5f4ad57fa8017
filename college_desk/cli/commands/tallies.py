"""tally: a register counted by one field, across another."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from college_desk.base.translation import _
from college_desk.cli import texts, workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context

if TYPE_CHECKING:
    from college_desk.services.tallying import Tally


def _tally_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("register", metavar=_("台账"))
    parser.add_argument("--by", required=True)
    parser.add_argument("--across")
    parser.add_argument("--where", action="append", default=[])
    parser.add_argument("--on")
    parser.add_argument("--times", action="store_true")
    parser.add_argument("--xlsx", type=Path)
    parser.add_argument("--json", action="store_true")


@command(
    "tally",
    "WS REGISTER --by FIELD [--across FIELD] [--where FIELD=VALUE]... [--on DATE] [--times] [--xlsx OUT] [--json]",
    "统计人数（人）或人次",
    _tally_arguments,
    order=62,
)
def tally(given: argparse.Namespace, context: Context) -> int:
    """Count people or rows of a register, as of a day; `--times` counts rows where people could be counted."""
    from college_desk.services import listing, tallying

    register = listing.register_named(given.register)
    on = texts.optional_day(given.on, today=context.today)
    query = listing.parse_query(register, given.where, on=on)
    with workspace.opened(given.ws) as desk:
        table = tallying.tally(desk, register, given.by, given.across, query, times=given.times)
    if given.xlsx is not None:
        tallying.export_xlsx(table, given.xlsx)
        context.note(_("已导出统计表：{file}").format(file=given.xlsx))
    if given.json:
        context.say_json(table.to_json())
    elif given.xlsx is None:
        _print(table, context)
    return 0


def _print(table: Tally, context: Context) -> None:
    columns = table.columns
    heads = [_(table.by.title)]
    heads += [each or _("（未填）") for each in columns] if table.across else [table.counted]
    rows = [
        [head or _("（未填）"), *(str(table.count(head, each)) for each in columns)] for head in table.heads
    ]
    context.say(texts.table(heads, rows))
    context.say(_("合计{total}{counted}").format(total=table.total, counted=table.counted))
