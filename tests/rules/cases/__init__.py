"""Cases of every rule: what fires it, what does not, what lies on the boundary, what only looks like it."""

from __future__ import annotations

import importlib

from college_desk.base.catalogue import module_names


def load() -> None:
    """State the cases of all modules here."""
    for name in module_names(__name__):
        importlib.import_module(name)
