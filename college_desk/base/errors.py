"""What may reach a clerk: one plain sentence in the office's words, never a traceback."""


class DeskError(Exception):
    """The desk says no, and the user can act on it; `str(error)` is a whole sentence to show.

    On the command line it ends with exit status 1.
    """


class UnusableInput(DeskError):
    """What was given cannot be used (a file, a workspace, an option); exit status 2."""


class Cancelled(Exception):
    """The user cancelled long work; nothing of it was kept."""
