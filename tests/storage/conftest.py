"""A desk in a real file, plain and encrypted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from college_desk.storage.desk import Desk
from college_desk.storage.workspace import create


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty desk."""
    with create(tmp_path / "school") as made:
        yield made


@pytest.fixture(params=[None, "杏坛-2026"], ids=["plain", "encrypted"])
def either_desk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """An empty desk, plain or encrypted."""
    with create(tmp_path / "school", passphrase=request.param) as made:
        yield made
