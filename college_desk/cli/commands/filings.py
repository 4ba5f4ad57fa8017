"""file, verify: packages for the bureau made, and judged."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from college_desk.base.translation import _
from college_desk.cli import texts, workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context
from college_desk.records.finding import SEVERITY_WORDS

if TYPE_CHECKING:
    from college_desk.services.filing import Filed

_KINDS = ("first", "supplement", "change", "ending")


def _file_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("filing", metavar=_("申报事项"))
    parser.add_argument("--period", required=True)
    parser.add_argument("--for", dest="scope", action="append", default=[])
    parser.add_argument("--leave-out", action="append", default=[])
    parser.add_argument("--kind", choices=_KINDS, default="first")
    parser.add_argument("--on")
    parser.add_argument("--reason")
    parser.add_argument("--draft", action="store_true")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--json", action="store_true")


@command(
    "file",
    "WS FILING --period P [--for REGISTER=KEY]... [--leave-out KEY=REASON]..."
    " [--kind first/supplement/change/ending] [--on DATE] [--reason TEXT] [--draft] --out DIR [--json]",
    "定稿并生成报送材料包",
    _file_arguments,
    order=70,
)
def file(given: argparse.Namespace, context: Context) -> int:
    """Freeze, fill the forms, package; ends with 1 when findings block it."""
    from college_desk.services import filing
    from college_desk.services.preparing import Choice

    choice = Choice(
        given.filing,
        given.period,
        kind=given.kind,
        only=_scope(given.scope),
        leave_out=texts.pairs(given.leave_out, option="--leave-out"),
        on=texts.optional_day(given.on, today=context.today),
    )
    with workspace.opened(given.ws) as desk:
        filed = filing.file(
            desk,
            choice,
            out=given.out,
            who=context.who,
            now=context.now,
            today=context.today,
            reason=given.reason,
            draft=given.draft,
            progress=context.progress,
        )
    if given.json:
        context.say_json(filed.to_json())
    else:
        _tell(filed, context)
    return 0 if filed.packages else 1


def _scope(texts_given: list[str]) -> dict[str, tuple[str, ...]]:
    """{register code: keys} of `REGISTER=KEY` texts; a register may stand several times."""
    from college_desk.services import listing

    scope: dict[str, tuple[str, ...]] = {}
    for text in texts_given:
        name, key = texts.pair(text, option="--for")
        code = listing.register_named(name).code
        scope[code] = (*scope.get(code, ()), key)
    return scope


def _tell(filed: Filed, context: Context) -> None:
    for package in filed.packages:
        sentence = (
            _("内容与已定稿的相同：{number} 第{version}稿，{path}")
            if filed.repeated
            else _("已定稿：{number} 第{version}稿，{path}")
        )
        context.say(sentence.format(number=package.number, version=package.version, path=package.path))
    if filed.packages:
        return
    for finding in filed.blocking:
        context.say(f"{_(SEVERITY_WORDS[finding.severity])} {finding.id} {finding.key}：{finding.message}")
    prepared = filed.prepared
    context.note(
        _("必须改正{errors}条，需核实说明{warnings}条未写说明，还不能定稿。").format(
            errors=prepared.errors, warnings=prepared.unexplained
        )
    )
    if filed.draft is not None:
        context.say(_("送审稿：{folder}").format(folder=filed.draft))


def _verify_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("package", type=Path, metavar=_("材料包"))
    parser.add_argument("--json", action="store_true")


@command("verify", "PACKAGE [--json]", "核验材料包", _verify_arguments, order=71)
def verify(given: argparse.Namespace, context: Context) -> int:
    """Is it whole, and does it say what its forms say; ends with 1 when not."""
    from college_desk.services import verifying

    found = verifying.verify(given.package)
    if given.json:
        context.say_json(found.to_json())
        return 0 if found.ok else 1
    for problem in found.problems:
        context.say(f"{problem.file}：{problem.problem}")
    if found.ok:
        context.say(
            _("材料完整，表内数字与数据一致：{number} 第{version}稿，{files}个文件").format(
                number=found.number, version=found.version, files=found.files
            )
        )
    return 0 if found.ok else 1
