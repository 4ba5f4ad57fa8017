"""Damaged files of every kind: the program lives, and answers with a book or one sentence, in time."""

from __future__ import annotations

import random
import time
from collections import Counter
from pathlib import Path

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.files.sheets import reading
from tests.files.sheets.mutations import mutated, seeds

SLACK_SECONDS = 5.0


@pytest.fixture
def whole(tmp_path: Path) -> dict[str, bytes]:
    folder = tmp_path / "whole"
    folder.mkdir()
    return seeds(folder)


def answers(folder: Path, whole: dict[str, bytes], seed: int, many: int) -> Counter[str]:
    """What came of so many damaged files, by the kind or the sentence; prints the slowest answer."""
    chance = random.Random(seed)
    told: Counter[str] = Counter()
    slowest = 0.0
    for number in range(many):
        name, content = mutated(chance, whole)
        path = folder / f"{number}-{name}"
        path.write_bytes(content)
        started = time.monotonic()
        try:
            told[f"book: {reading.read(path).kind}"] += 1
        except UnusableInput as refused:
            sentence = str(refused)
            assert sentence.startswith(f"“{path.name}”"), sentence
            assert sentence.endswith("。"), sentence
            told[sentence.removeprefix(f"“{path.name}”")] += 1
        taken = time.monotonic() - started
        slowest = max(slowest, taken)
        assert taken < reading.LIMITS.seconds + SLACK_SECONDS, path.name
        path.unlink()
    print(f"slowest answer {slowest:.2f} s;", *(f"\n{times:>6} {what}" for what, times in told.most_common()))
    return told


def test_the_whole_files_are_read(tmp_path: Path, whole: dict[str, bytes]) -> None:
    for name in whole:
        sheet = reading.read(tmp_path / "whole" / name).sheets[0]
        assert sheet.rows[1] == ["姓名", "身份证号", "年龄", "报酬"], name
        assert len(sheet.rows) == 62


def test_sixty_damaged_files_are_answered(tmp_path: Path, whole: dict[str, bytes]) -> None:
    told = answers(tmp_path, whole, 20261125, 60)
    assert sum(told.values()) == 60
    assert any(each.startswith("book") for each in told)
    assert any("损坏" in each for each in told)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_three_thousand_damaged_files_are_answered(tmp_path: Path, whole: dict[str, bytes]) -> None:
    assert sum(answers(tmp_path, whole, 7, 3000).values()) == 3000
