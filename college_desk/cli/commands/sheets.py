"""import: spreadsheets in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from college_desk.base.translation import _
from college_desk.cli import texts, workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context
from college_desk.records.register import Register

if TYPE_CHECKING:
    from college_desk.storage.desk import Desk

_SEVERITIES = {"error": "必须改正", "warning": "需核实"}


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("register", metavar=_("台账"))
    parser.add_argument("files", nargs="+", type=Path, metavar=_("表格文件"))
    parser.add_argument("--department")
    parser.add_argument("--sheet")
    parser.add_argument("--map", action="append", default=[])
    parser.add_argument("--cohort")
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--json", action="store_true")


@command(
    "import",
    "WS REGISTER FILE... [--department D] [--sheet S] [--map FIELD=HEADER]... [--cohort C] [--dry-run] [--json]",
    "导入表格（xlsx xls xlsm xlsb ods csv txt）",
    _import_arguments,
    order=30,
)
def import_(given: argparse.Namespace, context: Context) -> int:
    """Spreadsheets in; ends with 1 when errors were found in them.

    Of several files each is looked at before the first is stored, so that an unusable one changes nothing.
    """
    from college_desk.services import importing, listing

    register = listing.register_named(given.register)
    options = importing.ImportOptions(
        sheet=given.sheet,
        map=texts.pairs(given.map, option="--map"),
        department=given.department,
        cohort=given.cohort,
    )
    with workspace.opened(given.ws) as desk:
        if len(given.files) > 1:
            for file in given.files:
                importing.preview(
                    desk, register, file, options, today=context.today, progress=context.progress
                )
        documents = [_imported(desk, register, file, options, given.dry_run, context) for file in given.files]
    if given.json:
        context.say_json(documents[0] if len(documents) == 1 else {"imports": documents})
    else:
        for document in documents:
            _print_document(register, document, context, dry_run=given.dry_run)
    return 1 if any(_has_errors(each) for each in documents) else 0


def _imported(
    desk: Desk, register: Register, file: Path, options: Any, dry_run: bool, context: Context
) -> dict[str, Any]:
    from college_desk.services import importing

    progress = context.progress
    preview = importing.preview(desk, register, file, options, today=context.today, progress=progress)
    if dry_run:
        return preview.to_json()
    result = importing.apply(
        desk, preview, who=context.who, now=context.now, today=context.today, progress=progress
    )
    return result.to_json()


def _has_errors(document: dict[str, Any]) -> bool:
    return any(each["severity"] == "error" for each in document["findings"])


def _print_document(register: Register, document: dict[str, Any], context: Context, *, dry_run: bool) -> None:
    context.say(
        _("{file}：第{row}行是表头，数据{rows}行").format(
            file=document["file"], row=document["header_row"], rows=document["rows"]
        )
    )
    unknown = [each["source"] for each in document["columns"] if each["field"] is None]
    if unknown:
        context.say(_("没有对应项目的列：{columns}").format(columns="、".join(map(str, unknown))))
    counts = {name: document[name] for name in ("stored", "updated", "unchanged", "pending")}
    sentence = (
        _("试导入：将新增{stored}行，更新{updated}行，无变化{unchanged}行，未入库{pending}行")
        if dry_run
        else _("已导入：新增{stored}行，更新{updated}行，无变化{unchanged}行，未入库{pending}行")
    )
    context.say(sentence.format(**counts))
    for each in document["findings"]:
        severity = _(_SEVERITIES[each["severity"]])
        place = _("第{row}行").format(row=each["row"])
        column = f"“{each['column']}”" if each.get("column") else ""
        context.say(f"  {severity} {place}{column}：{each['message']}")
    for notice in document.get("notices", ()):
        context.say(notice)
