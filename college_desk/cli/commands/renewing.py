"""renew: last term's appointments into the new term."""

from __future__ import annotations

import argparse

from college_desk.base.translation import _
from college_desk.cli import texts, workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context


def _renew_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("--from", dest="first", required=True)
    parser.add_argument("--to", dest="then", required=True)
    parser.add_argument("--leave-out", action="append", default=[])
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--json", action="store_true")


@command(
    "renew",
    "WS --from TERM --to TERM [--leave-out KEY=REASON]... [--dry-run] [--json]",
    "续聘：上学期的聘任转到新学期",
    _renew_arguments,
    order=25,
)
def renew(given: argparse.Namespace, context: Context) -> int:
    """Copy the appointments of one term into another, with what must be renewed for each."""
    from college_desk.services import renewing

    with workspace.opened(given.ws) as desk:
        done = renewing.renew(
            desk,
            given.first,
            given.then,
            texts.pairs(given.leave_out, option="--leave-out"),
            who=context.who,
            now=context.now,
            today=context.today,
            dry_run=given.dry_run,
        )
    if given.json:
        context.say_json(done.to_json())
        return 0
    sentence = _("试算：可续聘{count}人次") if given.dry_run else _("已续聘{count}人次")
    context.say(sentence.format(count=len(done.renewals)))
    for each in done.renewals:
        papers = "、".join(_(paper) for paper in each.papers)
        context.say("  " + _("{name}：须办{papers}").format(name=each.name, papers=papers))
    for left in done.left_out:
        context.say("  " + _("{name}：未续聘，{reason}").format(name=left.name, reason=left.reason))
    return 0
