"""Messy workbooks on the command line.

`python -m tests.generators.messy --seed N --count K --out DIR` writes the workbooks of a seed with their truth;
with `--score` (and no `--out`) it brings them in and prints how well they were read and every kind of miss.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.generators.messy.making import college
from tests.generators.messy.scoring import Score, kinds_of_misses, score_seed


def main() -> None:
    """Write the workbooks of one seed, each with its `.truth.json` beside it, or score seeds."""
    given = argparse.ArgumentParser(prog="python -m tests.generators.messy")
    given.add_argument("--seed", type=int, action="append", required=True)
    given.add_argument("--count", type=int, default=25)
    given.add_argument("--out", type=Path)
    given.add_argument("--score", action="store_true")
    given.add_argument("--misses", type=int, default=40, help="how many kinds of miss to print")
    chosen = given.parse_args()
    if chosen.score or chosen.out is None:
        _score(chosen.seed, chosen.count, chosen.misses)
        return
    chosen.out.mkdir(parents=True, exist_ok=True)
    for seed in chosen.seed:
        for each in college(seed, chosen.out, count=chosen.count):
            each.write_truth()
            print(each.path)


def _score(seeds: list[int], count: int, kinds: int) -> None:
    score = Score()
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            score_seed(score, seed, Path(folder), count=count)
    print(score.table())
    for _, times, example in kinds_of_misses(score.misses)[:kinds]:
        print(times, example.replace("\t", " | "))


if __name__ == "__main__":
    main()
