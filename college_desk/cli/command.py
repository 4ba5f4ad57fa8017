"""How a command is declared: its words, its arguments, what it does."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from college_desk.base.catalogue import Catalogue
from college_desk.cli.context import Context

Configure = Callable[[argparse.ArgumentParser], None]
Run = Callable[[argparse.Namespace, Context], int]


@dataclass(frozen=True)
class Command:
    """A command of `college-desk`.

    usage: its arguments as the help prints them; title: one line on what it does; run: does it and gives
    the exit status; order: its place in the help.
    """

    name: str
    usage: str
    title: str
    configure: Configure
    run: Run
    order: int


COMMANDS: Catalogue[Command] = Catalogue("command", "college_desk.cli.commands")


def command(name: str, usage: str, title: str, configure: Configure, *, order: int) -> Callable[[Run], Run]:
    """Declare the decorated function as the command `name`."""

    def declare(run: Run) -> Run:
        COMMANDS.add(name, Command(name, usage, title, configure, run, order))
        return run

    return declare
