"""Settings of this machine: typed declarations, one place each; unknown names are refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from college_desk.base.errors import UnusableInput

Value = str | int | bool


@dataclass(frozen=True)
class Setting:
    """One setting: its name, its words on screen, its default, which also gives the type."""

    name: str
    title: str
    default: Value
    choices: tuple[Value, ...] = ()


SETTINGS: dict[str, Setting] = {}


def declare(name: str, title: str, default: Value, *, choices: tuple[Value, ...] = ()) -> Setting:
    """Declare a setting. Raises ValueError for a name declared twice."""
    if name in SETTINGS:
        raise ValueError(f"setting {name!r} is declared twice")
    SETTINGS[name] = Setting(name, title, default, choices)
    return SETTINGS[name]


THEME = declare("theme", "界面配色", "light", choices=("light", "dark"))
USER_NAME = declare("user_name", "填报人姓名", "")


class Settings:
    """The values on this machine, in one JSON file; a damaged file counts as empty and is kept aside."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._values: dict[str, Value] = {}
        if file is not None and file.is_file():
            self._read(file)

    def _read(self, file: Path) -> None:
        try:
            stored = json.loads(file.read_text(encoding="utf-8"))
        except (ValueError, OSError):
            file.replace(file.with_suffix(".damaged"))
            return
        if not isinstance(stored, dict):
            return
        for name, value in stored.items():
            setting = SETTINGS.get(name)
            if setting is not None and type(value) is type(setting.default):
                self._values[name] = value

    def __getitem__(self, setting: Setting) -> Value:
        return self._values.get(setting.name, setting.default)

    def __setitem__(self, setting: Setting, value: Value) -> None:
        if type(value) is not type(setting.default) or (setting.choices and value not in setting.choices):
            raise UnusableInput(f"“{setting.title}”不能设为“{value}”。")
        self._values[setting.name] = value
        self._write()

    def __iter__(self) -> Iterator[Setting]:
        return iter(SETTINGS.values())

    def _write(self) -> None:
        if self._file is None:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self._file.with_suffix(".new")
        unfinished.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), encoding="utf-8")
        unfinished.replace(self._file)


def by_name(name: str) -> Setting:
    """The setting of that name. Raises UnusableInput for an unknown one."""
    setting = SETTINGS.get(name)
    if setting is None:
        raise UnusableInput(f"没有名为“{name}”的设置。")
    return setting
