"""check, explain, quota: what the rules find, and what the establishment still allows."""

from __future__ import annotations

import argparse
import datetime as dt
from itertools import groupby
from typing import TYPE_CHECKING

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.cli import texts, workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context
from college_desk.records.finding import SEVERITY_WORDS, Finding

if TYPE_CHECKING:
    from college_desk.services.quota import QuotaReport


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("filing", nargs="?", metavar=_("申报事项"))
    parser.add_argument("--period")
    parser.add_argument("--json", action="store_true")


@command("check", "WS [FILING] [--period P] [--json]", "报送前校验", _check_arguments, order=50)
def check(given: argparse.Namespace, context: Context) -> int:
    """All findings, or those of one filing; ends with 1 when something blocks."""
    from college_desk.services import checking

    with workspace.opened(given.ws) as desk:
        result = checking.check(
            desk,
            filing=given.filing,
            period=given.period,
            day=context.today,
            progress=context.progress,
        )
    blocked = any(each.blocks for each in result.findings)
    if given.json:
        context.say_json(result.to_json())
        return 1 if blocked else 0
    for (severity, rule, title), group in groupby(
        result.findings, key=lambda each: (each.severity, each.rule, each.title)
    ):
        found = list(group)
        context.say(
            _("{severity} {rule} {title}（{count}条）").format(
                severity=_(SEVERITY_WORDS[severity]), rule=rule, title=_(title), count=len(found)
            )
        )
        for each in found:
            context.say(f"  {each.id} {_line(each)}")
    context.say(
        _("必须改正{errors}条，需核实说明{warnings}条（已说明{explained}条），提示{infos}条").format(
            errors=result.errors,
            warnings=result.warnings,
            explained=result.explained,
            infos=result.infos,
        )
    )
    return 1 if blocked else 0


def _line(finding: Finding) -> str:
    said = f"{finding.key}：{finding.message}" if finding.key else finding.message
    if finding.explanation is not None:
        said += _("（已说明：{text}）").format(text=finding.explanation.text)
    return said


def _explain_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("findings", nargs="*", metavar=_("问题编号"))
    parser.add_argument("--rule")
    parser.add_argument("--filing")
    parser.add_argument("--text", required=True)
    parser.add_argument("--who", required=True)


@command(
    "explain",
    "WS FINDING... / --rule CODE [--filing FILING] --text T --who W",
    "为需核实的问题写情况说明",
    _explain_arguments,
    order=51,
)
def explain(given: argparse.Namespace, context: Context) -> int:
    """Write the explanation of warnings."""
    from college_desk.services import explaining

    if bool(given.findings) == (given.rule is not None):
        raise UnusableInput(_("请写明问题编号，或用 --rule 写明规则，两者写一种。"))
    with workspace.opened(given.ws) as desk:
        explained = explaining.explain(
            desk,
            given.findings,
            given.rule,
            given.filing,
            given.text,
            given.who,
            context.now,
            context.today,
        )
    context.say(_("已写情况说明{count}条。").format(count=len(explained)))
    return 0


def _quota_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("--on")
    parser.add_argument("--from", dest="first")
    parser.add_argument("--to", dest="last")
    parser.add_argument("--add", action="append", default=[])
    parser.add_argument("--json", action="store_true")


@command(
    "quota",
    "WS [--on DATE / --from D --to D] [--add N@DATE..DATE] [--json]",
    "编制与20%兼职员额",
    _quota_arguments,
    order=60,
)
def quota(given: argparse.Namespace, context: Context) -> int:
    """The allowance as of a day or over time, and what-if; ends with 1 when it is broken."""
    from college_desk.policy.quota_series import Hire
    from college_desk.services import quota as reckoning

    today = context.today
    if given.on is not None and (given.first is not None or given.last is not None):
        raise UnusableInput(_("--on 与 --from、--to 不能同时使用。"))
    with workspace.opened(given.ws) as desk:
        report = reckoning.quota(
            desk,
            on=texts.optional_day(given.on, today=today),
            first=texts.optional_day(given.first, today=today),
            last=texts.optional_day(given.last, today=today),
            add=[Hire(*texts.planned(each, today=today)) for each in given.add],
            today=today,
        )
    if given.json:
        context.say_json(report.to_json())
    else:
        _tell_quota(report, context)
    return 1 if report.breach else 0


def _tell_quota(report: QuotaReport, context: Context) -> None:
    on = _in_words(report.on)
    if report.usable is None:
        context.say(
            _("尚未录入核定编制（截至{day}），已占用{occupied}名").format(day=on, occupied=report.occupied)
        )
    else:
        context.say(
            _("核定编制{approved}名，在编实有{filled}名，20%编制员额{allowance}名，可用{usable}名").format(
                approved=report.approved,
                filled="—" if report.filled is None else report.filled,
                allowance=report.allowance,
                usable=report.usable,
            )
        )
        context.say(
            _("已占用{occupied}名，还可聘：{remaining}名（截至{day}）").format(
                occupied=report.occupied, remaining=report.remaining, day=on
            )
        )
    for each in report.appointments:
        context.say(f"  {each.name} {each.first}—{each.last}")
    if report.breach is not None:
        context.say(_("{day}起超出{over}名").format(day=_in_words(report.breach.on), over=report.breach.over))


def _in_words(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
