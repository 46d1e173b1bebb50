"""What every module of this reader says when it stops."""

USAGE = 2
LIMIT = 4
DAMAGED = 5
TRUST = 6
NO_KEY = 7
DENIED = 8
VERSION = 9
PATH = 13


class Refused(Exception):
    """The deed is refused; `exit` is the number in brackets in FORMAT.md."""

    def __init__(self, exit_code: int, reason: str) -> None:
        super().__init__(reason)
        self.exit = exit_code
        self.reason = reason


def require(condition: bool, reason: str, exit_code: int = DAMAGED) -> None:
    """Goes on only if the condition holds."""
    if not condition:
        raise Refused(exit_code, reason)
