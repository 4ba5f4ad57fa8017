"""Opening the workspace that a call names, with its passphrase where it has one."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _

if TYPE_CHECKING:
    from college_desk.storage.desk import Desk

PASSPHRASE = "COLLEGE_DESK_PASSPHRASE"


def add_workspace(parser: argparse.ArgumentParser) -> None:
    """Declare the WS argument."""
    parser.add_argument("ws", metavar=_("学校数据文件夹"))


def folder_of(text: str) -> Path:
    """The folder that WS names. Raises UnusableInput for a shared database, which has no folder."""
    if text.startswith(("postgresql://", "postgres://")):
        raise UnusableInput(_("这个版本还不能打开多人共用的数据库，请写学校数据所在的文件夹。"))
    return Path(text)


def opened(text: str) -> Desk:
    """The workspace of a WS argument, to be closed by `with`. Raises UnusableInput as opening does."""
    from college_desk.services import workspaces

    folder = folder_of(text)
    given = os.environ.get(PASSPHRASE)
    if not given and workspaces.needs_passphrase(folder):
        given = _asked(_("打开口令："))
    return workspaces.open_desk(folder, given or None)


def new_passphrase() -> str:
    """The passphrase for a new encrypted workspace, from the environment or asked for twice."""
    if given := os.environ.get(PASSPHRASE):
        return given
    first = _asked(_("设置打开口令："))
    if first != _asked(_("再输一遍：")):
        raise UnusableInput(_("两次输入的口令不一致，请重新设置。"))
    return first


def _asked(prompt: str) -> str:
    if not sys.stdin.isatty():
        raise UnusableInput(
            _("需要打开口令：请在终端中输入，或设置环境变量 {name}。").format(name=PASSPHRASE)
        )
    try:
        given = getpass.getpass(prompt)
    except EOFError:
        given = ""
    if not given:
        raise UnusableInput(_("打开口令不能为空。"))
    return given
