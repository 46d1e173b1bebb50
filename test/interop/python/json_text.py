"""RFC 8259 as a grammar: whether a text is JSON, whatever is in it."""

import re

MOST_DEPTH = 1000
SPACE = r"[ \t\n\r]*"
NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
STRING = r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"'
TOKEN = re.compile(f"{SPACE}(?:({STRING})|({NUMBER}|true|false|null)|([\\[\\]{{}},:])){SPACE}")
WHOLE_NUMBER = re.compile(NUMBER)


def is_number(text: str) -> bool:
    return WHOLE_NUMBER.fullmatch(text) is not None


def is_json(text: str) -> bool:
    """One value, white space about it allowed; goes without recursion."""
    closing: list[str] = []
    expected = "value"
    at = 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if match is None:
            return False
        at = match.end()
        string, scalar, mark = match.groups()
        kind = mark or ("string" if string is not None else "scalar")
        step = next_step(kind, expected, closing)
        if step is None or len(closing) > MOST_DEPTH:
            return False
        expected = step
    return expected == "end"


def next_step(kind: str, expected: str, closing: list[str]) -> str | None:
    """What is expected behind a token; None if it does not belong there."""
    behind = "end" if not closing else "more"
    if expected in ("value", "first value") and kind in ("string", "scalar"):
        return behind
    if expected in ("value", "first value") and kind in ("[", "{"):
        closing.append("]" if kind == "[" else "}")
        return "first value" if kind == "[" else "first name"
    if expected in ("name", "first name") and kind == "string":
        return "colon"
    if expected == "colon" and kind == ":":
        return "value"
    if expected == "more" and kind == ",":
        return "name" if closing[-1] == "}" else "value"
    opened = {"first value": "]", "first name": "}", "more": closing[-1] if closing else ""}
    if opened.get(expected) == kind:
        closing.pop()
        return "end" if not closing else "more"
    return None
