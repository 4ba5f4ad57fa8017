"""receipt, diff: the bureau's answer, and what changed between two filings."""

from __future__ import annotations

import argparse
from pathlib import Path

from college_desk.base.translation import _
from college_desk.cli import texts, workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context


def _receipt_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("number", metavar=_("申报编号"))
    parser.add_argument("answer", metavar="accepted/returned")
    parser.add_argument("--filed-number")
    parser.add_argument("--on")
    parser.add_argument("--remark", action="append", default=[])
    parser.add_argument("--json", action="store_true")


@command(
    "receipt",
    "WS NUMBER accepted/returned [--filed-number N] [--on DATE] [--remark TEXT]... [--json]",
    "登记主管部门的答复：受理或退回补正",
    _receipt_arguments,
    order=72,
)
def receipt(given: argparse.Namespace, context: Context) -> int:
    """The bureau's answer; `returned` opens the amendment."""
    from college_desk.records.filing_course import STATES
    from college_desk.services import filing_life

    with workspace.opened(given.ws) as desk:
        reached, _changed = filing_life.receipt(
            desk,
            given.number,
            given.answer,
            filed_number=given.filed_number,
            on=texts.optional_day(given.on, today=context.today),
            remarks=given.remark,
            who=context.who,
            now=context.now,
            today=context.today,
        )
    if given.json:
        context.say_json(
            {"number": reached.filing.number, "version": reached.filing.version, **reached.course.to_json()}
        )
        return 0
    context.say(
        _("{number}第{version}稿：{state}").format(
            number=reached.filing.number,
            version=reached.filing.version,
            state=_(STATES[reached.course.state]),
        )
    )
    for each in reached.open_remarks:
        context.say(_("  待补正：{remark}").format(remark=each.text))
    return 0


def _diff_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("a", type=Path, metavar="PACKAGE_A")
    parser.add_argument("b", type=Path, metavar="PACKAGE_B")
    parser.add_argument("--json", action="store_true")


@command("diff", "PACKAGE_A PACKAGE_B [--json]", "两稿材料的差异：人员和金额", _diff_arguments, order=73)
def diff(given: argparse.Namespace, context: Context) -> int:
    """What changed between two packages, in people and in money; needs no workspace."""
    from college_desk.services import differences

    found = differences.of_packages(given.a, given.b)
    if given.json:
        context.say_json(found.to_json())
        return 0
    for words, people in (
        (_("新增{count}人"), found.added), (_("减少{count}人"), found.removed), (_("修改{count}人"), found.changed),
    ):  # fmt: skip
        names = "、".join(each.name or each.key for each in people)
        context.say(words.format(count=len(people)) + (f"：{names}" if names else ""))
    money = found.to_json()["money"]
    if money["difference"] is not None:
        context.say(_("金额：{a}元 → {b}元，相差{difference}元").format(**money))
    for each in found.changes:
        context.say(f"  {each.key} {_(each.title)}：{each.a or '—'} → {each.b or '—'}")
    return 0
