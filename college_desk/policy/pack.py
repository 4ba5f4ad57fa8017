"""Policy packs: parameters with validity, source and confidence, read from `resources/policy/<pack>/`.

A parameter without a value makes the program say which document it needs; it never guesses.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from college_desk.base import resources
from college_desk.base.errors import DeskError, UnusableInput
from college_desk.base.translation import _

ParameterValue = str | int | bool | Decimal | tuple[str, ...]


class MissingParameter(DeskError):
    """An amount or number that the policy text does not set and the college has not entered yet."""


@dataclass(frozen=True)
class Parameter:
    """One parameter in one stretch of time.

    unit: of the value (元/人, 课时, 工作日), empty for none; since, until: the days on which it holds, both
    inclusive; source: clause or document; confidence: S (in the policy text), pub, R-H, R-M, R-L; needs:
    the document that sets it, named where the value is missing; settable: whether a college enters it.
    """

    name: str
    title: str
    value: ParameterValue | None
    unit: str = ""
    since: dt.date = dt.date.min
    until: dt.date = dt.date.max
    source: str = ""
    confidence: str = ""
    needs: str = ""
    settable: bool = True
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Policy:
    """A pack with what the college has entered laid over it.

    parameters: in order of the pack, one name may stand several times with other validity; entered ones
    come before the pack's; selectable: whether a college can be under it (a pack that others only extend is not).
    """

    code: str
    title: str
    version: str
    parameters: tuple[Parameter, ...]
    lists: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    selectable: bool = True

    @functools.cached_property
    def by_name(self) -> Mapping[str, tuple[Parameter, ...]]:
        """The parameters of each name, in their order."""
        known: dict[str, tuple[Parameter, ...]] = {}
        for each in self.parameters:
            known[each.name] = (*known.get(each.name, ()), each)
        return MappingProxyType(known)

    def get(self, name: str, on: dt.date) -> ParameterValue | None:
        """The value in force on a day, None where it has none. Raises UnusableInput for an unknown name."""
        return self.parameter(name, on).value

    def require(self, name: str, on: dt.date) -> ParameterValue:
        """The value in force on a day. Raises MissingParameter naming the document that sets it."""
        found = self.parameter(name, on)
        if found.value is None:
            document = found.needs or _("有关文件")
            raise MissingParameter(
                _("缺少“{title}”，请按{document}录入。").format(title=found.title, document=document)
            )
        return found.value

    def number(self, name: str, on: dt.date) -> int | None:
        """A whole-number parameter, or None."""
        value = self.get(name, on)
        return None if value is None else int(str(value))

    def parameter(self, name: str, on: dt.date) -> Parameter:
        """The parameter in force on a day, entered ones first; the latest start wins.

        On a day on which none is in force: the first one known, without its value.
        """
        known = self.by_name.get(name)
        if known is None:
            raise UnusableInput(_("政策参数中没有“{name}”。").format(name=name))
        for each in known:
            if each.since <= on <= each.until:
                return each
        return dataclasses.replace(known[0], value=None)

    def __iter__(self) -> Iterator[Parameter]:
        return iter(self.parameters)


PackFiles = Mapping[str, str]
"""A pack as its files: {file name: TOML text}, `pack.toml` among them."""


@functools.cache
def load_pack(code: str) -> Policy:
    """The pack of a code that comes with the program. Raises UnusableInput when there is none of that name."""
    folder = resources.path("policy", code)
    if not re.fullmatch(r"[a-z0-9-]+", code) or not (folder / "pack.toml").is_file():
        raise UnusableInput(_("没有名为“{code}”的政策包。").format(code=code))
    return parse_pack(
        code, {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.toml"))}
    )


def parse_pack(code: str, files: PackFiles) -> Policy:
    """A pack from its files, laid over the one that it says it extends.

    A parameter of the extended pack stands where this one has none of that name, and so does a list.
    Raises UnusableInput, one sentence, for what is no pack.
    """
    described = _described(code, files, "pack.toml")
    try:
        title, version = str(described["title"]), str(described["version"])
        parameters = tuple(_parameter(each) for each in described.get("parameter", []))
    except (KeyError, TypeError) as error:
        message = _("政策包“{code}”的 pack.toml 不完整：缺少{part}。")
        raise UnusableInput(message.format(code=code, part=error)) from error
    lists = {
        name.removesuffix(".toml"): _described(code, files, name)
        for name in sorted(files)
        if name.endswith(".toml") and name != "pack.toml"
    }
    pack = Policy(
        code, title, version, parameters, MappingProxyType(lists), bool(described.get("selectable", True))
    )
    extended = described.get("extends")
    return pack if extended is None else _over(pack, load_pack(str(extended)))


def _described(code: str, files: PackFiles, name: str) -> dict[str, Any]:
    if name not in files:
        raise UnusableInput(_("政策包“{code}”里没有 {file}。").format(code=code, file=name))
    try:
        return tomllib.loads(files[name])
    except tomllib.TOMLDecodeError as error:
        message = _("政策包“{code}”的 {file} 写法有误：{error}。")
        raise UnusableInput(message.format(code=code, file=name, error=error)) from error


def _over(pack: Policy, base: Policy) -> Policy:
    own = {each.name for each in pack.parameters}
    inherited = tuple(each for each in base.parameters if each.name not in own)
    lists = MappingProxyType({**base.lists, **pack.lists})
    return Policy(pack.code, pack.title, pack.version, (*pack.parameters, *inherited), lists, pack.selectable)


def with_entered(pack: Policy, entered: tuple[Parameter, ...]) -> Policy:
    """The pack with the college's own values laid over it, those that hold from the latest day first."""
    newest_first = tuple(sorted(entered, key=lambda each: each.since, reverse=True))
    return Policy(pack.code, pack.title, pack.version, newest_first + pack.parameters, pack.lists)


def _parameter(described: Mapping[str, Any]) -> Parameter:
    values = dict(described)
    if isinstance(values.get("value"), list):
        values["value"] = tuple(values["value"])
    elif isinstance(values.get("value"), float):
        raise UnusableInput(_("政策包中“{name}”的数应写成带引号的文字。").format(name=values["name"]))
    values.setdefault("value", None)
    values["choices"] = tuple(values.get("choices", ()))
    return Parameter(**values)
