"""Another policy pack or a new version of it: what it changes, how many records newly fail, and switching to it."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.base.progress import SILENT, Progress
from college_desk.base.resources import path as resource
from college_desk.base.translation import _
from college_desk.policy.pack import PackFiles, Parameter, Policy, load_pack, parse_pack, with_entered
from college_desk.records.change import Changed
from college_desk.records.finding import Finding
from college_desk.records.register import REGISTERS, Record
from college_desk.rules import engine
from college_desk.rules.rule import Situation
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader

_MOST_BYTES = 2 * 1024 * 1024
_MOST_FILES = 40


@dataclass(frozen=True)
class GivenPack:
    """A pack to compare with or to switch to; files: None for one that comes with the program."""

    policy: Policy
    files: PackFiles | None


@dataclass(frozen=True)
class Difference:
    """One parameter that differs: its value before and after, None where there is none of it or no value."""

    name: str
    title: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class PolicyChange:
    """What another pack would change.

    added, removed, changed: parameters; lists: names of lists that differ; failing, passing: by rule, how
    many findings would come and go (errors and warnings).
    """

    before: Policy
    after: Policy
    added: tuple[Difference, ...]
    removed: tuple[Difference, ...]
    changed: tuple[Difference, ...]
    lists: tuple[str, ...]
    failing: Mapping[str, int]
    passing: Mapping[str, int]

    def to_json(self) -> dict[str, Any]:
        """The document of `policy --compare --json`."""
        return {
            "from": {"policy": self.before.code, "title": self.before.title, "version": self.before.version},
            "to": {"policy": self.after.code, "title": self.after.title, "version": self.after.version},
            **{
                name: [each.__dict__ for each in getattr(self, name)]
                for name in ("added", "removed", "changed")
            },
            "lists": list(self.lists),
            "newly_failing": dict(self.failing),
            "newly_passing": dict(self.passing),
        }


def given(reader: Reader, source: str) -> GivenPack:
    """A pack by its code, or from a folder or zip of TOML files.

    Raises UnusableInput, one sentence, for what is none, or is written wrongly.
    """
    where = Path(source)
    if where.is_dir() or zipfile.is_zipfile(where):
        files = _files(where)
        return GivenPack(parse_pack(_code(where), files), files)
    if where.exists():
        raise UnusableInput(_("“{path}”不是政策包：应是文件夹或 zip，里面有 pack.toml。").format(path=where))
    return GivenPack(reader.pack(source), None)


def compare(desk: Desk, source: str, *, day: dt.date, progress: Progress = SILENT) -> PolicyChange:
    """What another pack would change for this college; nothing is switched.

    What the college entered itself stays laid over either pack.
    """
    with desk.read() as reader:
        now = reader.policy()
        pack = given(reader, source).policy
        then = with_entered(pack, reader.entered_parameters())
        added, removed, changed = _parameters(now, then, day)
        found = [_findings(reader, policy, day, progress) for policy in (now, then)]
    before, after = ({each.id: each for each in some} for some in found)
    failing = Counter(each.rule for id, each in after.items() if id not in before)
    passing = Counter(each.rule for id, each in before.items() if id not in after)
    lists = tuple(
        name
        for name in sorted(now.lists.keys() | then.lists.keys())
        if now.lists.get(name) != then.lists.get(name)
    )
    return PolicyChange(
        now,
        then,
        added,
        removed,
        changed,
        lists,
        dict(sorted(failing.items())),
        dict(sorted(passing.items())),
    )


def switch(
    desk: Desk, source: str, *, who: str, now: dt.datetime, today: dt.date, reason: str | None = None
) -> Changed:
    """Put another pack in force: one step, which undo takes back; filings keep the pack that they were frozen under.

    Raises DeskError where the pack is in force already.
    """
    with desk.read() as reader:
        pack = given(reader, source)
        before = reader.policy()
    if (pack.policy.code, pack.policy.version) == (before.code, before.version) and pack.files is None:
        raise DeskError(
            _("现在用的就是“{title}”（{version}）。").format(title=before.title, version=before.version)
        )
    what = _("启用政策包“{title}”（{version}）").format(
        title=_(pack.policy.title), version=pack.policy.version
    )
    with desk.write(what, who=who, now=now, today=today, reason=reason) as writer:
        if pack.files is not None:
            writer.keep_pack(pack.policy.code, pack.files)
        writer.set_meta("policy", pack.policy.code)
    return writer.changed


def available(desk: Desk) -> list[Policy]:
    """The packs that can be switched to: those of the program, and those given to this college."""
    shipped = sorted(each.parent.name for each in resource("policy").glob("*/pack.toml"))
    with desk.read() as reader:
        codes = dict.fromkeys([*shipped, *reader.packs_given()])
        return [reader.pack(code) for code in codes if code not in shipped or load_pack(code).selectable]


def _code(where: Path) -> str:
    name = "".join(each if each.isascii() and each.isalnum() else "-" for each in where.stem.lower()).strip(
        "-"
    )
    return name or "given"


def _files(where: Path) -> dict[str, str]:
    """The TOML files of a folder or zip by their bare names."""
    found: dict[str, bytes] = {}
    if where.is_dir():
        for file in sorted(where.glob("*.toml"))[:_MOST_FILES]:
            found[file.name] = file.read_bytes()[:_MOST_BYTES]
    else:
        with zipfile.ZipFile(where) as archive:
            for info in archive.infolist()[:_MOST_FILES]:
                if info.filename.endswith(".toml") and info.file_size <= _MOST_BYTES:
                    found[info.filename.rpartition("/")[2]] = archive.read(info)
    try:
        return {name: content.decode("utf-8-sig") for name, content in found.items()}
    except UnicodeDecodeError as error:
        raise UnusableInput(_("政策包里的文件应为 UTF-8 编码。")) from error


def _parameters(
    now: Policy, then: Policy, day: dt.date
) -> tuple[tuple[Difference, ...], tuple[Difference, ...], tuple[Difference, ...]]:
    added = tuple(_difference(None, then, name, day) for name in then.by_name if name not in now.by_name)
    removed = tuple(_difference(now, None, name, day) for name in now.by_name if name not in then.by_name)
    both = (_difference(now, then, name, day) for name in now.by_name if name in then.by_name)
    return added, removed, tuple(each for each in both if each.before != each.after)


def _difference(now: Policy | None, then: Policy | None, name: str, day: dt.date) -> Difference:
    sides = [None if each is None else each.parameter(name, day) for each in (now, then)]
    title = next(each.title for each in reversed(sides) if each is not None)
    before, after = (None if each is None or each.value is None else _text(each) for each in sides)
    return Difference(name, title, before, after)


def _text(parameter: Parameter) -> str:
    value = parameter.value
    return "、".join(value) if isinstance(value, tuple) else str(value)


def _findings(reader: Reader, policy: Policy, day: dt.date, progress: Progress) -> list[Finding]:
    facts = reader.facts()
    records: dict[type[Record], list[Record]] = {
        each.record: list(facts.all(each.record)) for each in REGISTERS
    }
    found = engine.check(records, facts, Situation(day, policy), progress=progress)
    return [each for each in found if each.severity != "info"]
