"""import: spreadsheets in."""

from __future__ import annotations

import argparse
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from college_desk.base.errors import UnusableInput
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
    parser.add_argument("--answer", action="append", default=[])
    parser.add_argument("--cohort")
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--annotated", type=Path)
    parser.add_argument("--json", action="store_true")


@command(
    "import",
    "WS REGISTER FILE... [--department D] [--sheet S] [--map FIELD=HEADER]... [--answer ID=CODE]... [--cohort C] "
    "[--dry-run] [--annotated OUT.xlsx] [--json]",
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
    places = _annotated_places(given.annotated, given.files)
    options = importing.ImportOptions(
        sheet=given.sheet,
        map=texts.pairs(given.map, option="--map"),
        answers=texts.pairs(given.answer, option="--answer"),
        department=given.department,
        cohort=given.cohort,
    )
    with workspace.opened(given.ws) as desk:
        if len(given.files) > 1 or options.answers:
            asked: dict[str, set[str]] = {}
            for file in given.files:
                seen = importing.preview(
                    desk, register, file, options, today=context.today, progress=context.progress
                )
                for each in seen.questions:
                    asked.setdefault(each.id, set()).update(answer.code for answer in each.answers)
            _refuse_unasked(options.answers, asked)
        documents = [
            _imported(desk, register, file, options, place, context, dry_run=given.dry_run)
            for file, place in zip(given.files, places, strict=True)
        ]
    if given.json:
        context.say_json(documents[0] if len(documents) == 1 else {"imports": documents})
    else:
        for document in documents:
            _print_document(register, document, context, dry_run=given.dry_run)
    return 1 if any(_has_errors(each) for each in documents) else 0


def _refuse_unasked(answers: Mapping[str, str], asked: Mapping[str, Container[str]]) -> None:
    """Raise UnusableInput for an answer to what is not asked, or with a code that is not offered."""
    for name, code in answers.items():
        if name not in asked:
            raise UnusableInput(_("这次导入没有要问“{id}”。").format(id=name))
        if code not in asked[name]:
            raise UnusableInput(_("“{id}”不能答“{code}”，请从列出的选项里选。").format(id=name, code=code))


def _annotated_places(annotated: Path | None, files: Sequence[Path]) -> list[Path | None]:
    """Where each file's annotated copy is written: the file named, or one of its name in the folder named.

    Raises UnusableInput when several files would be written to one.
    """
    if annotated is None:
        return [None] * len(files)
    if not annotated.is_dir():
        if len(files) > 1:
            raise UnusableInput(_("一次导入几个文件时，--annotated 要写一个已有的文件夹。"))
        return [annotated]
    if len({file.stem for file in files}) < len(files):
        raise UnusableInput(_("几个文件同名，校验结果表写不到同一个文件夹里，请分开导入。"))
    return [annotated / f"{file.stem}-校验结果" for file in files]


def _with_ending(out: Path, ending: str, context: Context) -> Path:
    """The name with the ending of a workbook; one that Excel would refuse is told."""
    if out.suffix.lower() not in (".xlsx", ".xlsm"):
        return out.with_name(out.name + ending)
    if out.suffix.lower() != ending:
        context.note(_("校验结果表的后缀应为{ending}，否则Excel打不开。").format(ending=ending))
    return out


def _imported(
    desk: Desk,
    register: Register,
    file: Path,
    options: Any,
    annotated: Path | None,
    context: Context,
    *,
    dry_run: bool,
) -> dict[str, Any]:
    from college_desk.services import annotating, importing

    progress = context.progress
    preview = importing.preview(desk, register, file, options, today=context.today, progress=progress)
    told: dict[str, Any] = {}
    if annotated is not None:
        out = _with_ending(annotated, annotating.ending(preview), context)
        told["annotated"] = str(annotating.annotate(preview, out).path)
    if dry_run:
        return preview.to_json() | told
    result = importing.apply(
        desk, preview, who=context.who, now=context.now, today=context.today, progress=progress
    )
    return result.to_json() | told


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
    for question in document["questions"]:
        if not question["answered"]:
            context.say(question["sentence"])
            for answer in question["answers"]:
                taken = "*" if answer["code"] == question["taken"] else " "
                context.say(f"  {taken} --answer '{question['id']}={answer['code']}'  {answer['label']}")
    for notice in document.get("notices", ()):
        context.say(notice)
    if "annotated" in document:
        context.say(_("校验结果表：{file}").format(file=document["annotated"]))
