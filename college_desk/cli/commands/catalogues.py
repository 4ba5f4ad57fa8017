"""rules, filings, registers, policy: what the program knows and what the college has entered."""

from __future__ import annotations

import argparse
from pathlib import Path

from college_desk.base.translation import _
from college_desk.cli import texts, workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context


def _rules_arguments(parser: argparse.ArgumentParser) -> None:
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true")
    form.add_argument("--markdown", action="store_true")
    form.add_argument("--out")


@command(
    "rules", "[--json / --markdown / --out FILE]", "全部校验规则，或存成手册", _rules_arguments, order=90
)
def rules(given: argparse.Namespace, context: Context) -> int:
    """The catalogue of rules."""
    from college_desk.services import catalogues

    if given.markdown or given.out:
        from college_desk.services import handbook

        if given.markdown:
            context.say(handbook.markdown().rstrip("\n"))
        else:
            out = handbook.write(Path(given.out), day=context.today)
            context.say(_("校验规则手册已存到{file}").format(file=out))
        return 0
    found = catalogues.rules_json()
    if given.json:
        context.say_json(found)
        return 0
    for each in found["rules"]:
        context.say(f"{each['code']}  {each['title']}")
    context.say(_("共{count}条规则").format(count=len(found["rules"])))
    return 0


def _json_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")


@command("filings", "[--json]", "全部申报（备案）事项", _json_argument, order=91)
def filings(given: argparse.Namespace, context: Context) -> int:
    """The catalogue of filings."""
    from college_desk.services import catalogues

    found = catalogues.filings_json()
    if given.json:
        context.say_json(found)
        return 0
    for each in found["filings"]:
        context.say(f"{each['code']}  {each['title']}")
    return 0


@command("registers", "[--json]", "全部台账和项目", _json_argument, order=92)
def registers(given: argparse.Namespace, context: Context) -> int:
    """The catalogue of registers."""
    from college_desk.services import catalogues

    found = catalogues.registers_json()
    if given.json:
        context.say_json(found)
        return 0
    rows = [[each["code"], each["title"], " + ".join(each["key"])] for each in found["registers"]]
    context.say(texts.table([_("台账"), _("名称"), _("凭什么认定一条")], rows))
    return 0


def _policy_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("values", nargs="*", metavar=_("参数=值"))
    parser.add_argument("--document")
    parser.add_argument("--from", dest="since")
    parser.add_argument("--compare", metavar=_("政策包"))
    parser.add_argument("--switch", metavar=_("政策包"))
    parser.add_argument("--json", action="store_true")


@command(
    "policy",
    "WS [NAME=VALUE... --document D] [--from DATE] [--compare PACK / --switch PACK] [--json]",
    "政策参数：查看，录入本校适用的标准",
    _policy_arguments,
    order=61,
)
def policy(given: argparse.Namespace, context: Context) -> int:
    """The pack's parameters; sets those that the college must know."""
    from college_desk.services import policies

    values = texts.pairs(given.values, option=_("政策参数"))
    since = texts.optional_day(given.since, today=context.today)
    if given.compare is not None:
        return _compare_policies(given, context)
    with workspace.opened(given.ws) as desk:
        if given.switch is not None:
            from college_desk.services import policy_switching

            policy_switching.switch(
                desk,
                given.switch,
                who=context.who,
                now=context.now,
                today=context.today,
                reason=given.document,
            )
        if values:
            policies.set_parameters(
                desk,
                values,
                document=given.document,
                since=since,
                who=context.who,
                now=context.now,
                today=context.today,
            )
        if given.json:
            context.say_json(policies.parameters_json(desk, context.today))
            return 0
        shown = policies.parameters(desk, context.today)
    heads = [_("参数"), _("名称"), _("数值"), _("依据")]
    rows = [
        [each.name, _(each.title), policies.shown_value(each), each.source]
        for each in shown
        if not values or each.name in values
    ]
    context.say(texts.table(heads, rows))
    return 0


def _compare_policies(given: argparse.Namespace, context: Context) -> int:
    """What another pack would change, and how many records would newly fail."""
    from college_desk.services import policy_switching

    with workspace.opened(given.ws) as desk:
        found = policy_switching.compare(desk, given.compare, day=context.today, progress=context.progress)
    if given.json:
        context.say_json(found.to_json())
        return 0
    context.say(
        _("从“{before}”（{old}）到“{after}”（{new}）").format(
            before=_(found.before.title),
            old=found.before.version,
            after=_(found.after.title),
            new=found.after.version,
        )
    )
    for words, some in ((_("新增"), found.added), (_("取消"), found.removed), (_("改变"), found.changed)):
        for each in some:
            context.say(f"  {words} {_(each.title)}：{each.before or '—'} → {each.after or '—'}")
    if found.lists:
        context.say(_("内容不同的清单：{lists}").format(lists="、".join(found.lists)))
    context.say(
        _("启用后新增问题{failing}条，消除{passing}条").format(
            failing=sum(found.failing.values()), passing=sum(found.passing.values())
        )
    )
    for code, count in found.failing.items():
        context.say(f"  {code} +{count}")
    return 0
