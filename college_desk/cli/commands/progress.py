"""progress: the year's figures against last year and the goals."""

from __future__ import annotations

import argparse

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.cli import texts, workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context

_SHOWN = ("opening", "added", "removed", "closing", "before", "during", "total", "goal", "rate")


def _progress_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("--year", required=True)
    parser.add_argument("--json", action="store_true")


@command(
    "progress",
    "WS --year YYYY [--json]",
    "年度进展：上年末、新增、减少、年末、目标",
    _progress_arguments,
    order=63,
)
def progress(given: argparse.Namespace, context: Context) -> int:
    """The year's figures, each down to its rows."""
    from college_desk.services import progress as reckoning

    if not given.year.isdecimal() or len(given.year) != len("2026"):
        raise UnusableInput(_("“{text}”不是年份，请写成 2026。").format(text=given.year))
    with workspace.opened(given.ws) as desk:
        found = reckoning.progress(desk, int(given.year), context.today)
    document = found.to_json()
    if given.json:
        context.say_json(document)
        return 0
    heads = [
        _("指标"), _("单位"), _("上年末"), _("新增"), _("减少"), _("年末"), _("上年同期"), _("本年发生"), _("累计"),
        _("目标"), _("完成率%"),
    ]  # fmt: skip
    rows = [
        [each["title"], each["unit"], *("—" if each[name] is None else str(each[name]) for name in _SHOWN)]
        for each in document["figures"]
    ]
    context.say(texts.table(heads, rows))
    return 0
