"""What a comparison of rosters found, as lines: for the window, for the group chat, for a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from college_desk.base.translation import _
from college_desk.services.comparing import Comparison, Entry, Pair

Kind = Literal["only_a", "only_b", "different", "twice", "unnamed"]
KINDS: dict[Kind, str] = {
    "only_a": "只在左表",
    "only_b": "只在右表",
    "different": "信息不一致",
    "twice": "重复",
    "unnamed": "缺比对项目",
}
"""The lists of a comparison in their order, with their titles."""

_DIGITS = 4


@dataclass(frozen=True)
class Line:
    """One thing found. name: of the person or record; key: what it is compared by; field: the item that differs.

    a, b: its text on either side; at_a, at_b: the sheet's row number or the record's uid there, None where
    it does not stand; field_name: the field's code name, for going to its cell.
    """

    kind: Kind
    name: str
    key: str
    field: str = ""
    a: str = ""
    b: str = ""
    at_a: int | str | None = None
    at_b: int | str | None = None
    field_name: str | None = None


def lines(found: Comparison) -> list[Line]:
    """Everything that was found, list after list; a line for each field that differs."""
    made = [_alone(each, "only_a", a=True) for each in found.only_a]
    made += [_alone(each, "only_b", a=False) for each in found.only_b]
    made += [line for pair in found.different for line in _of_pair(pair)]
    made += [_alone(each, "twice", a=True) for each in found.twice_a]
    made += [_alone(each, "twice", a=False) for each in found.twice_b]
    made += [_alone(each, "unnamed", a=True) for each in found.unnamed_a]
    made += [_alone(each, "unnamed", a=False) for each in found.unnamed_b]
    return made


def counts(found: Comparison) -> dict[Kind, int]:
    """How many people or records each list has."""
    return {
        "only_a": len(found.only_a),
        "only_b": len(found.only_b),
        "different": len(found.different),
        "twice": len(found.twice_a) + len(found.twice_b),
        "unnamed": len(found.unnamed_a) + len(found.unnamed_b),
    }


def as_text(found: Comparison) -> str:
    """The comparison as text to paste into a chat; without identity numbers where a name tells who it is."""
    said = [_("{a}与{b}比对：一致{count}").format(a=found.a, b=found.b, count=found.same)]
    for title, entries in (
        (_("只在“{list}”").format(list=found.a), found.only_a),
        (_("只在“{list}”").format(list=found.b), found.only_b),
        (_("“{list}”里重复").format(list=found.a), found.twice_a),
        (_("“{list}”里重复").format(list=found.b), found.twice_b),
    ):
        if entries:
            people = "、".join(_called(each, found) for each in entries)
            said.append(
                _("{title}（{count}）：{people}").format(title=title, count=len(entries), people=people)
            )
    if found.different:
        said.append(_("信息不一致（{count}）：").format(count=len(found.different)))
        said += [_told(pair, found) for pair in found.different]
    return "\n".join(said)


def export_xlsx(found: Comparison, out: Path) -> None:
    """Write the lines as a workbook. Raises UnusableInput when the file cannot be written."""
    from college_desk.files.documents import lists

    columns = [
        lists.ListColumn(_("结果"), 10),
        lists.ListColumn(_("姓名（名称）"), 14),
        lists.ListColumn("、".join(_(each.title) for each in found.by), 20),
        lists.ListColumn(_("项目"), 12),
        lists.ListColumn(_("左表：{list}").format(list=found.a), 20),
        lists.ListColumn(_("右表：{list}").format(list=found.b), 20),
        lists.ListColumn(_("左表行号"), 8, right_aligned=True),
        lists.ListColumn(_("右表行号"), 8, right_aligned=True),
    ]
    lists.write_xlsx(out, _("名单比对"), columns, (_cells(each) for each in lines(found)))


def _cells(line: Line) -> Sequence[str | int]:
    places = (at if isinstance(at, int) else "" for at in (line.at_a, line.at_b))
    return [_(KINDS[line.kind]), line.name, line.key, line.field, line.a, line.b, *places]


def _alone(entry: Entry, kind: Kind, *, a: bool) -> Line:
    name, key = entry.name or "", "/".join(entry.key)
    return Line(kind, name, key, at_a=entry.where if a else None, at_b=None if a else entry.where)


def _of_pair(pair: Pair) -> Iterator[Line]:
    name, key = pair.a.name or pair.b.name or "", "/".join(pair.a.key)
    for each in pair.differences:
        yield Line(
            "different", name, key, _(each.field.title), each.a, each.b, pair.a.where, pair.b.where,
            each.field.name,
        )  # fmt: skip


def _called(entry: Entry, found: Comparison) -> str:
    """A name, else what is compared by; of a number that only its owner should read the last four digits."""
    if entry.name:
        return entry.name
    shown = (
        _("尾号{digits}").format(digits=part[-_DIGITS:]) if declared.sensitive else part
        for declared, part in zip(found.by, entry.key, strict=True)
    )
    return "/".join(shown)


def _told(pair: Pair, found: Comparison) -> str:
    parts = (
        _(each.field.title)
        if each.field.sensitive
        else _("{field} {a} / {b}").format(field=_(each.field.title), a=each.a, b=each.b)
        for each in pair.differences
    )
    return f"  {_called(pair.a, found)}：{'；'.join(parts)}"
