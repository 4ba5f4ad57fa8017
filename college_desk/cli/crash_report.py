"""What is kept of a failure that nobody foresaw: where it happened, never what the data said."""

from __future__ import annotations

import datetime as dt
import platform
import sys
import traceback
from pathlib import Path

import college_desk
from college_desk.base.translation import _


def sentence(problem: BaseException, now: dt.datetime) -> str:
    """One sentence for the user, naming the report that was written where one could be."""
    file = _written(problem, now)
    if file is None:
        return _("程序出现意外问题，没有办成。请把这句话和所用命令告诉维护人员：{kind}。").format(
            kind=type(problem).__name__
        )
    return _("程序出现意外问题，没有办成。请把这个文件交给维护人员（不含个人信息）：{file}").format(file=file)


def text_of(problem: BaseException, now: dt.datetime) -> str:
    """The report: versions, the kinds of the exceptions and the lines of the program they passed.

    An exception's own words are left out, since they may quote a cell.
    """
    lines = [
        f"College Desk {college_desk.__version__}",
        f"Python {sys.version.split()[0]}, {platform.platform()}",
        now.isoformat(timespec="seconds"),
    ]
    chain: BaseException | None = problem
    while chain is not None:
        lines.append(type(chain).__qualname__)
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(chain.__traceback__)
        ]
        chain = chain.__cause__ or chain.__context__
    return "\n".join(lines) + "\n"


def _written(problem: BaseException, now: dt.datetime) -> Path | None:
    """The report's file, None where no file can be written."""
    import platformdirs

    folder = platformdirs.user_log_path("college-desk", False)
    file = folder / f"crash-{now:%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(text_of(problem, now), encoding="utf-8")
    except OSError:
        return None
    return file
