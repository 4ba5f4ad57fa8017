"""The child process that reads spreadsheets, so that no file can take the program down with it.

It is this program with a hidden verb, `--read-sheets FILE MEMORY_MB SECONDS [ENCODING]`, sent on by `__main__`
before anything else is imported. It prints one document (`transport`) or, for a file that cannot be used, the
sentence that says why, in the language of its parent; anything else that goes wrong ends it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from college_desk.files.sheets.bounds import set_bounds

VERB = "--read-sheets"
TOO_LARGE = 4


def main(arguments: Sequence[str]) -> int:
    """Read the file named first among `arguments` and print what it holds; 0, or TOO_LARGE without memory."""
    path, memory, seconds = Path(arguments[0]), int(arguments[1]), int(arguments[2])
    encoding = arguments[3] if len(arguments) > 3 else None
    set_bounds(memory, seconds)
    from college_desk.base.errors import UnusableInput
    from college_desk.files.sheets import transport
    from college_desk.files.sheets.contents import document_of

    try:
        document = document_of(path, encoding)
    except UnusableInput as refused:
        document = transport.refusal(str(refused))
    except MemoryError:
        return TOO_LARGE
    sys.stdout.buffer.write(document)
    sys.stdout.buffer.flush()
    return 0
