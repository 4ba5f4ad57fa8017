"""Catalogues: declare a thing once, look it up by its code, refuse duplicates, find modules by walking."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import Generic, TypeVar

T = TypeVar("T")


class Catalogue(Generic[T]):
    """Things declared by the modules of one package, each under a code of its own.

    The package is walked at the first look-up, so that a new module is all it takes to add a thing.
    """

    def __init__(self, noun: str, package: str) -> None:
        self.noun = noun
        self.package = package
        self._things: dict[str, T] = {}
        self._loaded = False

    def add(self, code: str, thing: T) -> T:
        """Declare `thing` under `code`. Raises ValueError when the code is taken (a bug, not bad input)."""
        if code in self._things:
            raise ValueError(f"{self.noun} {code!r} is declared twice")
        self._things[code] = thing
        return thing

    def get(self, code: str) -> T | None:
        """The thing of that code, or None."""
        self._load()
        return self._things.get(code)

    def __getitem__(self, code: str) -> T:
        self._load()
        return self._things[code]

    def __contains__(self, code: object) -> bool:
        self._load()
        return code in self._things

    def __iter__(self) -> Iterator[T]:
        """All things, in the order of their codes' declaration sorted by module name."""
        self._load()
        return iter(list(self._things.values()))

    def __len__(self) -> int:
        self._load()
        return len(self._things)

    def codes(self) -> list[str]:
        """All codes, in order of declaration."""
        self._load()
        return list(self._things)

    def _load(self) -> None:
        if self._loaded:
            return
        self._loaded = True
        for name in module_names(self.package):
            importlib.import_module(name)


def module_names(package: str) -> list[str]:
    """The dotted names of all modules below `package`, sorted; also used for a frozen build's imports."""
    root: ModuleType = importlib.import_module(package)
    found = pkgutil.walk_packages(root.__path__, prefix=package + ".")
    return sorted(module.name for module in found)
