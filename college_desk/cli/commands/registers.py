"""set, records: one record in, a register out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.cli import texts, workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context
from college_desk.records.finding import SEVERITY_WORDS
from college_desk.records.query import Query
from college_desk.records.register import Register

if TYPE_CHECKING:
    from college_desk.storage.desk import Desk


def _set_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("register", metavar=_("台账"))
    parser.add_argument("words", nargs="*", metavar=_("项目=内容"))
    parser.add_argument("--reason")
    parser.add_argument("--json", action="store_true")


@command(
    "set", "WS REGISTER [KEY] FIELD=VALUE... [--reason TEXT] [--json]", "新增或修改一条记录", _set_arguments,
    order=20,
)  # fmt: skip
def set_(given: argparse.Namespace, context: Context) -> int:
    """Add or edit one record."""
    from college_desk.services import editing, listing, showing

    register = listing.register_named(given.register)
    key, changes = _key_and_changes(register, given.words)
    with workspace.opened(given.ws) as desk:
        saved = editing.set_record(
            desk,
            register,
            key,
            changes,
            who=context.who,
            now=context.now,
            today=context.today,
            reason=given.reason,
        )
        if given.json:
            with desk.read() as reader:
                context.say_json(showing.records_json(reader, register, [saved.record])[0])
            return 0
    key_text = register.key_text(saved.record) or saved.record.uid
    context.say(_("已保存：{register} {key}").format(register=_(register.title), key=key_text))
    for finding in saved.findings:
        context.say(f"{_(SEVERITY_WORDS[finding.severity])}：{finding.message}")
    return 0


def _key_and_changes(register: Register, words: list[str]) -> tuple[str | None, dict[str, Any]]:
    key: str | None = None
    if words and ("=" not in words[0] or _names_no_field(register, words[0])):
        key, words = words[0], words[1:]
    changes: dict[str, Any] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            raise UnusableInput(_("“{word}”请写成“项目=内容”。").format(word=word))
        changes[name.strip()] = value
    if not changes:
        raise UnusableInput(_("请写明要录入的内容，例：phone=13800001234。"))
    return key, changes


def _names_no_field(register: Register, word: str) -> bool:
    """Whether a word with `=` in it is a key all the same: a key value may hold one, after a `/`."""
    return "/" in word.partition("=")[0] and register.field(word.partition("=")[0].strip()) is None


def _records_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("register", metavar=_("台账"))
    parser.add_argument("--on")
    parser.add_argument("--where", action="append", default=[])
    parser.add_argument("--search", default="")
    parser.add_argument("--pending", action="store_true")
    parser.add_argument("--ended", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--csv", type=Path)
    parser.add_argument("--xlsx", type=Path)


@command(
    "records",
    "WS REGISTER [--on DATE] [--where FIELD=VALUE]... [--search TEXT] [--ended] [--pending]"
    " [--json / --csv OUT / --xlsx OUT]",
    "列出台账",
    _records_arguments,
    order=40,
)
def records(given: argparse.Namespace, context: Context) -> int:
    """A register out: on the terminal, as JSON, csv or xlsx."""
    from college_desk.services import listing

    register = listing.register_named(given.register)
    on = texts.optional_day(given.on, today=context.today)
    query = listing.parse_query(register, given.where, given.search, on, ended=given.ended)
    with workspace.opened(given.ws) as desk:
        if given.pending:
            return _pending(desk, register, given, context)
        if given.csv is not None:
            written = listing.export_csv(desk, register, query, given.csv, context.today)
            _say_exported(context, register, written, given.csv)
        if given.xlsx is not None:
            written = listing.export_xlsx(desk, register, query, given.xlsx, context.today)
            _say_exported(context, register, written, given.xlsx)
        if given.json:
            context.say_json(listing.records_json(desk, register, query))
        elif given.csv is None and given.xlsx is None:
            _print_records(desk, register, query, context)
    return 0


def _say_exported(context: Context, register: Register, written: int, out: Path) -> None:
    context.note(
        _("已导出{register}{count}{unit}：{file}").format(
            register=_(register.title), count=written, unit=_(register.counted), file=out
        )
    )


def _pending(desk: Desk, register: Register, given: argparse.Namespace, context: Context) -> int:
    from college_desk.services import listing

    if given.csv is not None:
        raise UnusableInput(_("待处理数据请用 --xlsx 导出，改好后可再导入。"))
    if given.xlsx is not None:
        from college_desk.services import pending_export

        written = pending_export.export(desk, register, given.xlsx)
        context.say(_("已导出待处理数据{count}行：{file}").format(count=written, file=given.xlsx))
        if not given.json:
            return 0
    found = listing.pending_json(desk, register)
    if given.json:
        context.say_json(found)
        return 0
    context.say(_("{register}：有{count}行未入库").format(register=_(register.title), count=found["count"]))
    for row in found["rows"]:
        place = " ".join(str(each) for each in (row["file"], row["sheet"]) if each)
        context.say(_("{place} 第{row}行").format(place=place, row=row["row"]))
        for finding in row["findings"]:
            context.say(f"  {finding['column'] or ''} {finding['message']}".rstrip())
    return 0


def _print_records(desk: Desk, register: Register, query: Query, context: Context) -> None:
    from college_desk.services import listing

    found = listing.records(desk, register, query)
    names = register.listed or tuple(each.name for each in register.fields[:8])
    heads = [_(register.by_name[name].title) for name in names]
    context.say(texts.table(heads, ([register.show(each, name) for name in names] for each in found)))
    context.say(_("共{count}{unit}").format(count=len(found), unit=_(register.counted)))
