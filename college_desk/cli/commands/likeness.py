"""duplicates, unite: who may be kept twice, and making one record of two."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, cast

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.cli import texts, workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context
from college_desk.records.register import Record, Register

if TYPE_CHECKING:
    from college_desk.services.likeness import Pair
    from college_desk.services.uniting import Side
    from college_desk.storage.reader import Reader

_SIDES = ("keep", "other")


def _duplicates_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("register", nargs="?", metavar=_("台账"))
    parser.add_argument("--json", action="store_true")


@command("duplicates", "WS [REGISTER] [--json]", "疑似重复的记录", _duplicates_arguments, order=46)
def duplicates(given: argparse.Namespace, context: Context) -> int:
    """The pairs of records that may be one, of a register or of all, the likeliest first."""
    from college_desk.services import likeness, listing, showing

    named = [listing.register_named(given.register)] if given.register else likeness.compared_registers()
    with workspace.opened(given.ws) as desk, desk.read() as reader:
        found = [pair for register in named for pair in likeness.pairs(reader, register)]
        if given.json:
            shown = [
                _pair_json(pair, showing.records_json(reader, pair.register, _both(pair))) for pair in found
            ]
            context.say_json({"count": len(found), "pairs": shown})
            return 0
    for pair in found:
        names = " / ".join(pair.register.key_text(each) or each.uid for each in _both(pair))
        context.say(f"{_(pair.register.title)} {pair.likeness.score:.2f}  {names}")
        context.say("  " + "、".join((*pair.likeness.reasons, *pair.likeness.against)))
    context.say(_("疑似重复：{count}对").format(count=len(found)))
    return 0


def _both(pair: Pair) -> list[Record]:
    return [pair.one, pair.other]


def _pair_json(pair: Pair, records: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "register": pair.register.code,
        "score": pair.likeness.score,
        "reasons": list(pair.likeness.reasons),
        "against": list(pair.likeness.against),
        "records": records,
    }


def _unite_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("register", metavar=_("台账"))
    parser.add_argument("keep", metavar="KEEP")
    parser.add_argument("other", metavar="OTHER")
    parser.add_argument("--take", action="append", default=[])
    parser.add_argument("--apart", action="store_true")
    parser.add_argument("--split", action="store_true")
    parser.add_argument("--reason")
    parser.add_argument("--json", action="store_true")


@command(
    "unite",
    "WS REGISTER KEEP OTHER [--take FIELD=keep/other]... [--reason TEXT] [--apart / --split] [--json]",
    "把同一个人（单位）的两条记录合并为一条",
    _unite_arguments,
    order=47,
)
def unite(given: argparse.Namespace, context: Context) -> int:
    """Make two records one; --apart remembers that they are two, --split takes a union apart again."""
    from college_desk.services import listing, showing, uniting

    register = listing.register_named(given.register)
    taken = _sides(given.take)
    if given.apart + given.split + bool(taken) > 1:
        raise UnusableInput(_("--take、--apart、--split 不能同时使用。"))
    occasion: dict[str, Any] = {"who": context.who, "now": context.now, "today": context.today}
    with workspace.opened(given.ws) as desk:
        with desk.read() as reader:
            keep = _named(reader, register, given.keep, context)
            other = uniting.set_aside_of(reader, register, keep, given.other) if given.split else None
            other = other or _named(reader, register, given.other, context)
        if given.apart:
            uniting.keep_apart(desk, register, keep.uid, other.uid, **occasion)
            words = _("已记下：不是同一条")
        elif given.split:
            uniting.separate(desk, register, other.uid, reason=given.reason, **occasion)
            words = _("已拆分")
        else:
            uniting.unite(desk, register, keep.uid, other.uid, taken, reason=given.reason, **occasion)
            words = _("已合并")
        with desk.read() as reader:
            kept = reader.records(register.record, sorted({keep.uid, other.uid}))
            if given.json:
                context.say_json(showing.records_json(reader, register, [kept[0]])[0])
                return 0
    context.say(f"{words}：{_(register.title)} {register.key_text(kept[0]) or kept[0].uid}")
    return 0


def _named(reader: Reader, register: Register, key: str, context: Context) -> Record:
    from college_desk.services import keys
    from college_desk.services.listing import surroundings

    kept = reader.get(register.record, key.strip())
    return kept or keys.one_by_key(reader, register, key, surroundings(reader, context.today))


def _sides(given: list[str]) -> dict[str, Side]:
    sides = texts.pairs(given, option="--take")
    for name, side in sides.items():
        if side not in _SIDES:
            raise UnusableInput(
                _("--take 请写成“项目=keep”或“项目=other”，现在是“{text}”。").format(text=f"{name}={side}")
            )
    return cast("dict[str, Side]", sides)
