"""Reading the arguments of one command; what is wrong with them is one sentence, never a usage text."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import NoReturn

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.cli.command import Command


class HelpAsked(Exception):
    """`--help` stood among the arguments."""


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are UnusableInput."""

    def error(self, message: str) -> NoReturn:
        raise UnusableInput(_sentence(message, self.prog))


def read(command: Command, arguments: Sequence[str]) -> argparse.Namespace:
    """The command's arguments, options and positions in any order.

    Raises UnusableInput for what it does not take, HelpAsked when its help is asked for.
    """
    if any(each in ("-h", "--help") for each in arguments):
        raise HelpAsked
    parser = _Parser(prog=command.name, add_help=False, allow_abbrev=False)
    command.configure(parser)
    return parser.parse_intermixed_args(list(arguments))


_COMPLAINTS = (
    (r"the following arguments are required: (?P<what>.+)", "“{command}”还缺少：{what}。"),
    (r"unrecognized arguments: (?P<what>.+)", "“{command}”没有这样的选项或参数：{what}。"),
    (r"argument (?P<what>[^:]+): expected .*argument.*", "选项 {what} 后面要写内容。"),
    (
        r"argument (?P<what>[^:]+): invalid choice: (?P<given>.+?) \(choose from (?P<choices>.+)\)",
        "{what} 不能写 {given}，只能写：{choices}。",
    ),
    (
        r"argument (?P<what>[^:]+): invalid (?P<kind>\S+) value: (?P<given>.+)",
        "{what} 的内容 {given} 看不懂。",
    ),
    (
        r"argument (?P<what>[^:]+): not allowed with argument (?P<other>.+)",
        "{what} 与 {other} 不能同时使用。",
    ),
    (r"one of the arguments (?P<what>.+) is required", "“{command}”要写明其中一项：{what}。"),
)


def _sentence(message: str, command: str) -> str:
    for pattern, sentence in _COMPLAINTS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return _(sentence).format(command=command, **found.groupdict())
    return _("命令“{command}”的写法不对，可用 college-desk {command} --help 查看写法。").format(
        command=command
    )
