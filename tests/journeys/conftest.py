from __future__ import annotations

from tests.cli.conftest import bare, line

__all__ = ["bare", "line"]
