"""Why a file cannot be read, each reason one sentence that says what to do."""

from __future__ import annotations

import os
from pathlib import Path

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.base.translation import _


def missing(path: Path) -> UnusableInput:
    """The sentence for a path where nothing lies."""
    return UnusableInput(_("找不到文件“{file}”，请核对路径。").format(file=path))


def folder(path: Path) -> UnusableInput:
    """The sentence for a folder."""
    return UnusableInput(_("“{file}”是文件夹，请选择其中的表格文件。").format(file=path.name))


def no_regular_file(path: Path) -> UnusableInput:
    """The sentence for a device, a pipe and the like."""
    return UnusableInput(_("“{file}”不是普通文件，不能导入。").format(file=path.name))


def empty(path: Path) -> UnusableInput:
    """The sentence for a file without a byte, or of blanks alone."""
    return UnusableInput(_("“{file}”是空文件，里面什么也没有。").format(file=path.name))


def no_cell(path: Path) -> UnusableInput:
    """The sentence for a workbook in which nothing is filled in."""
    return UnusableInput(_("“{file}”里一个格也没有填。").format(file=path.name))


def lock_file(path: Path) -> UnusableInput:
    """The sentence for the `~$` file that Excel and WPS leave beside an open workbook."""
    return UnusableInput(_("“{file}”是表格打开时的临时文件，请选择不带“~$”的那一个。").format(file=path.name))


def unreadable(path: Path, error: OSError) -> UnusableInput:
    """The sentence for a file that the system does not hand over."""
    if isinstance(error, PermissionError):
        return UnusableInput(
            _("“{file}”打不开：正被别的程序占用，或没有读取权限。请关闭它再试。").format(file=path.name)
        )
    why = os.strerror(error.errno) if error.errno else str(error)
    return UnusableInput(_("“{file}”读不出来（{why}）。").format(file=path.name, why=why))


def foreign(path: Path, what: str) -> UnusableInput:
    """The sentence for a file of another kind, named by `what` in the language of the run."""
    return UnusableInput(
        _("“{file}”是{what}，不是表格。请选择Excel、WPS表格或csv文件。").format(file=path.name, what=what)
    )


def archive(path: Path) -> UnusableInput:
    """The sentence for a zip that is no workbook."""
    return UnusableInput(_("“{file}”是压缩包，请先解压，再选择里面的表格。").format(file=path.name))


def save_as_xlsx(path: Path, what: str) -> UnusableInput:
    """The sentence for a spreadsheet in a form that is not read here, named by `what`."""
    return UnusableInput(
        _("“{file}”是{what}，请用Excel或WPS打开，另存为xlsx后再导入。").format(file=path.name, what=what)
    )


def no_table(path: Path) -> UnusableInput:
    """The sentence for a web page without a table."""
    return UnusableInput(
        _("“{file}”其实是网页，里面没有表格。请用Excel或WPS打开，另存为xlsx后再导入。").format(file=path.name)
    )


def damaged(path: Path) -> UnusableInput:
    """The sentence for a file that is a spreadsheet by its head but cannot be read."""
    return UnusableInput(
        _("“{file}”已损坏或没有传完整，请向填报人重新要一份，或用Excel打开修复后另存为xlsx。").format(
            file=path.name
        )
    )


def encrypted(path: Path) -> UnusableInput:
    """The sentence for a file that asks for a password."""
    return UnusableInput(
        _("“{file}”设有打开密码，请用Excel或WPS打开，取消密码后另存再导入。").format(file=path.name)
    )


def unsafe(path: Path) -> UnusableInput:
    """The sentence for a file whose XML declares entities, which no spreadsheet program writes."""
    return UnusableInput(
        _(
            "“{file}”里有会引用外部内容的代码，为安全起见没有读取。请用Excel或WPS打开，另存为xlsx后再导入。"
        ).format(file=path.name)
    )


def too_large(path: Path) -> UnusableInput:
    """The sentence for a file beyond what can be read safely."""
    return UnusableInput(
        _("“{file}”太大，读不下。请删去空行空列和无关工作表，或分成几个文件再导入。").format(file=path.name)
    )


def took_too_long(path: Path, seconds: int) -> UnusableInput:
    """The sentence for a file that could not be read in time."""
    return UnusableInput(
        _("“{file}”读了{seconds}秒还没有读完。请另存为xlsx，或分成几个文件再导入。").format(
            file=path.name, seconds=seconds
        )
    )


def unknown_encoding(path: Path) -> UnusableInput:
    """The sentence for text that is readable in no encoding."""
    return UnusableInput(
        _("“{file}”的文字编码认不出来。请用Excel或WPS打开，另存为xlsx后再导入。").format(file=path.name)
    )


def not_in_encoding(path: Path, encoding: str) -> UnusableInput:
    """The sentence for text that is not in the encoding that somebody chose."""
    return UnusableInput(
        _("“{file}”按{encoding}编码读不出来，请换一种编码，或另存为xlsx后再导入。").format(
            file=path.name, encoding=encoding
        )
    )


def garbled(path: Path) -> UnusableInput:
    """The sentence for text that was decoded wrongly and saved again before it came here."""
    return UnusableInput(
        _("“{file}”里的汉字已成乱码。请从原来的系统重新导出，或用Excel打开原件另存为xlsx。").format(
            file=path.name
        )
    )


def without_protection() -> DeskError:
    """The sentence for a program that lacks the guard against hostile XML (defusedxml)."""
    return DeskError(_("程序不完整：缺少防范恶意文件的部件，不能导入。请重新安装本程序。"))
