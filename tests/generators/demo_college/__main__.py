"""Write the sample college's spreadsheets: `python -m tests.generators.demo_college [folder]`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.generators.demo_college.writing import generate


def main() -> None:
    """Write into the folder given, without one where the program keeps them."""
    given = sys.argv[1:]
    folder = Path(given[0]) if given else Path(__file__).resolve().parents[3] / "resources" / "demo"
    folder.mkdir(parents=True, exist_ok=True)
    for file in generate(folder):
        print(file)


if __name__ == "__main__":
    main()
