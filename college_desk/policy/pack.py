"""Policy packs: parameters with validity, source and confidence, read from `resources/policy/<pack>/`.

A parameter without a value makes the program say which document it needs; it never guesses.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
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
    come before the pack's.
    """

    code: str
    title: str
    version: str
    parameters: tuple[Parameter, ...]
    lists: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

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


@functools.cache
def load_pack(code: str) -> Policy:
    """The pack of a code. Raises UnusableInput when there is none of that name."""
    folder = resources.path("policy", code)
    if not (folder / "pack.toml").is_file():
        raise UnusableInput(_("没有名为“{code}”的政策包。").format(code=code))
    described = tomllib.loads((folder / "pack.toml").read_text(encoding="utf-8"))
    parameters = tuple(_parameter(each) for each in described.get("parameter", []))
    lists = {
        file.stem: tomllib.loads(file.read_text(encoding="utf-8"))
        for file in sorted(folder.glob("*.toml"))
        if file.name != "pack.toml"
    }
    return Policy(code, described["title"], described["version"], parameters, MappingProxyType(lists))


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
