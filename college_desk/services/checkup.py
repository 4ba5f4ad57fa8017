"""数据体检: whether the school data are whole, told check by check with what to do."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from college_desk.base.errors import UnusableInput
from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.records.json_form import fields_json
from college_desk.records.query import Query
from college_desk.records.register import REGISTERS, Record, Register
from college_desk.records.snapshot import sha256
from college_desk.services.naming import name_of
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader

_NAMED_AT_MOST = 5


@dataclass(frozen=True)
class Check:
    """One thing looked at: its name in JSON, its words on screen, whether it is in order, what was found."""

    check: str
    title: str
    ok: bool
    message: str

    def to_json(self) -> dict[str, Any]:
        """The check as `doctor --json` shows it."""
        return {"check": self.check, "ok": self.ok, "message": f"{_(self.title)}：{self.message}"}


def doctor(desk: Desk, *, progress: Progress = SILENT) -> list[Check]:
    """Everything that can be told about the soundness of a desk; nothing of it is changed."""
    checks = [
        _check(
            "database",
            "数据库文件",
            desk.damage(),
            _("完好"),
            _("请用最近的备份恢复"),
        )
    ]
    with desk.read() as reader:
        looks: tuple[tuple[str, str, Callable[[Reader, Progress], list[str]], str, str], ...] = (
            ("journal", "修改记录", _journal, _("前后相连，没有被改动"), _("请用最近的备份恢复，并查明原因")),
            ("records", "全部记录", _records, _("都能读出"), _("请用最近的备份恢复")),
            ("links", "相互引用", _links, _("都指向现有记录"), _("请重新填写这些项目")),
            ("pending", "待处理数据", _pending, _("都能读出"), _("请重新导入这些表格")),
            ("snapshots", "报送定稿", _snapshots, _("校验码一致"), _("请用最近的备份恢复")),
            ("policy", "政策依据", _policy, _("可用"), _("请重新安装程序")),
        )
        for name, title, look, fine, remedy in looks:
            checks.append(_check(name, title, look(reader, progress), fine, remedy))
    return checks


def digest(desk: Desk) -> str:
    """One SHA-256 over what every record of every register says; undo brings it back."""
    with desk.read() as reader:
        return reader.digest()


def _check(name: str, title: str, problems: Iterable[str], fine: str, remedy: str) -> Check:
    found = list(problems)
    if not found:
        return Check(name, title, True, fine)
    shown = "；".join(found[:_NAMED_AT_MOST])
    if len(found) > _NAMED_AT_MOST:
        shown += _("，等{count}处").format(count=len(found))
    return Check(name, title, False, f"{shown}。{remedy}。")


def _journal(reader: Reader, progress: Progress) -> list[str]:
    return [_("第{step}步与写入时不一致").format(step=each) for each in reader.broken_steps()]


def _records(reader: Reader, progress: Progress) -> list[str]:
    """The records that cannot be read any more, or do not say what the journal last wrote of them."""
    written = _as_written(reader, progress)
    problems = []
    for done, register in enumerate(REGISTERS):
        progress.step(_("核对记录"), done, len(REGISTERS))
        found = _read_back(reader, register)
        if found is None:
            problems.append(_("{register}有读不出的记录").format(register=_(register.title)))
            continue
        wrong = [each for each in found if _says(each) != _parsed(written.pop(each.uid, None))]
        if wrong:
            problems.append(
                _("{register}有{count}{unit}与修改记录不一致（{names}）").format(
                    register=_(register.title),
                    count=len(wrong),
                    unit=_(register.counted),
                    names="、".join(dict.fromkeys(name_of(each) for each in wrong[:_NAMED_AT_MOST])),
                )
            )
    if written and not problems:
        problems.append(_("有{count}条记录不见了").format(count=len(written)))
    return problems


def _read_back(reader: Reader, register: Register) -> list[Record] | None:
    """All records of a register, ended ones too; None when one of them holds what no value is stored as."""
    try:
        return [each for ended in (False, True) for each in reader.all(register.record, ended=ended)]
    except (ValueError, KeyError, TypeError):
        return None


def _as_written(reader: Reader, progress: Progress) -> dict[str, str | dict[str, Any]]:
    """What the journal last wrote of every record that it did not take away again: {uid: JSON by field}."""
    written: dict[str, str | dict[str, Any]] = {}
    steps = sorted(reader.steps(), key=lambda step: step.id)
    for done, step in enumerate(steps):
        progress.step(_("核对修改记录"), done, len(steps))
        for line in reader.lines_of_step(step.id):
            if line.field is not None:
                written[line.uid] = _edited(written.get(line.uid), line.field, line.after)
            elif line.after is None:
                written.pop(line.uid, None)
            elif line.after in ("true", "false"):
                written[line.uid] = _edited(written.get(line.uid), "ended", line.after)
            else:
                written[line.uid] = line.after
    return written


def _edited(before: str | dict[str, Any] | None, field: str, after: str | None) -> dict[str, Any]:
    values = _parsed(before)
    value = None if after is None else json.loads(after)
    if value is None:
        values.pop(field, None)
    else:
        values[field] = value
    return values


def _parsed(written: str | dict[str, Any] | None) -> dict[str, Any]:
    if written is None:
        return {}
    return json.loads(written) if isinstance(written, str) else written


def _says(record: Record) -> dict[str, Any]:
    """What a record says in the journal's terms: its filled fields and whether it is ended."""
    said: dict[str, Any] = {name: value for name, value in fields_json(record).items() if value is not None}
    said["ended"] = record.ended
    if record.same_as is not None:
        said["same_as"] = record.same_as
    return said


def _links(reader: Reader, progress: Progress) -> list[str]:
    """The references that point at a record which is not there."""
    known: dict[str, frozenset[str]] = {}
    problems = []
    for register in REGISTERS:
        references = [each for each in register.fields if each.refers_to is not None]
        for record in (_read_back(reader, register) if references else None) or ():
            for field in references:
                link = record.links.get(field.name)
                if link is None:
                    continue
                target = field.refers_to or ""
                if target not in known:
                    known[target] = _all_uids(reader, target)
                if link not in known[target]:
                    problems.append(
                        _("{register}“{name}”的“{field}”指向的记录不见了").format(
                            register=_(register.title), name=name_of(record), field=_(field.title)
                        )
                    )
    return problems


def _all_uids(reader: Reader, code: str) -> frozenset[str]:
    register = REGISTERS[code]
    return frozenset(uid for ended in (False, True) for uid in reader.uids(register, Query(ended=ended)))


def _pending(reader: Reader, progress: Progress) -> list[str]:
    strange = [each for each in reader.pending() if each.register not in REGISTERS or not each.cells]
    return [_("第{row}行的内容不完整").format(row=each.row) for each in strange]


def _snapshots(reader: Reader, progress: Progress) -> list[str]:
    """The filings whose frozen content is missing or is not what its name says."""
    problems = []
    for filing in reader.filings():
        if not _whole(reader, filing.snapshot):
            problems.append(
                _("{number} 第{version}稿与定稿时不一致").format(number=filing.number, version=filing.version)
            )
    return problems


def _whole(reader: Reader, name: str) -> bool:
    try:
        return sha256(reader.snapshot(name)) == name
    except (KeyError, ValueError, zlib.error):
        return False


def _policy(reader: Reader, progress: Progress) -> list[str]:
    try:
        reader.policy()
    except UnusableInput as problem:
        return [str(problem).rstrip("。")]
    return []
