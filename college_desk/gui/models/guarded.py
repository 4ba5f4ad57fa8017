"""Overrides that Qt calls: an exception escaping from one ends the process, so each is caught here."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])


def guarded(default: Any) -> Callable[[F], F]:
    """Make the decorated override answer `default` when it fails, and hand the failure to the crash handler."""

    def wrap(function: F) -> F:
        @functools.wraps(function)
        def safe(*arguments: Any, **named: Any) -> Any:
            try:
                return function(*arguments, **named)
            except Exception as raised:  # noqa: BLE001  Qt would end the process
                sys.excepthook(type(raised), raised, raised.__traceback__)
                return default

        return cast(F, safe)

    return wrap
