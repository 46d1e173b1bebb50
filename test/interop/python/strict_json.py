"""FORMAT.md section 3: JSON that every reader reads alike, or not at all."""

import json
import re
from decimal import Decimal

from refusal import DAMAGED, LIMIT, Refused, require

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 32
MAX_VALUES = 1_000_000
SAFE = 2**53 - 1
SMALLEST = 1e-6
STRINGS = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
SURROGATES = re.compile("[\ud800-\udfff]")


class Number(str):
    """The text of a number, before it is known whether it stands under `ext`."""


def parse_json(document: bytes) -> object:
    """One JSON value and white space; integers as int."""
    require(len(document) <= MAX_BYTES, "a document is too long", LIMIT)
    require(not document.startswith(b"\xef\xbb\xbf"), "a document begins with a BOM")
    check_depth(document)
    try:
        value: object = json.loads(
            document.decode("utf-8"),
            object_pairs_hook=to_object,
            parse_int=Number,
            parse_float=Number,
            parse_constant=refuse_constant,
        )
    except ValueError as error:
        raise Refused(DAMAGED, "a document is no JSON") from error
    return Walk().plain(value, False)


def check_depth(document: bytes) -> None:
    """Before parsing, so that nothing recurses deeper than the limit."""
    depth = 0
    for byte in STRINGS.sub(b"", document):
        if byte in b"[{":
            depth += 1
            require(depth <= MAX_DEPTH, "a document is nested too deep", LIMIT)
        elif byte in b"]}":
            depth -= 1


def to_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    keys = [key for key, _ in pairs]
    require(len(set(keys)) == len(keys), "an object has a key twice")
    require("__proto__" not in keys, "a key is named __proto__")
    return dict(pairs)


def refuse_constant(_name: str) -> object:
    raise Refused(DAMAGED, "a number is none of JSON")


class Walk:
    """Counts values while it turns number texts into numbers."""

    def __init__(self) -> None:
        self.values = 0

    def plain(self, value: object, in_ext: bool) -> object:
        self.values += 1
        require(self.values <= MAX_VALUES, "a document has too many values", LIMIT)
        if isinstance(value, Number):
            return number(value, in_ext)
        if isinstance(value, str):
            require(SURROGATES.search(value) is None, "a string has a lone surrogate")
            return value
        if isinstance(value, list):
            return [self.plain(item, in_ext) for item in value]
        if isinstance(value, dict):
            for key in value:
                require(SURROGATES.search(key) is None, "a key has a lone surrogate")
            return {key: self.plain(item, in_ext or key == "ext") for key, item in value.items()}
        return value


def number(text: str, in_ext: bool) -> object:
    """Only what every reader's binary64 tells apart from its neighbours, and writes again with the same digits."""
    require("e" not in text.lower(), "a number stands in exponent form")
    exact = Decimal(text)
    require(not (exact == 0 and text.startswith("-")), "a number is minus zero")
    if exact == exact.to_integral_value():
        require(abs(exact) <= SAFE, "an integer is too large")
        return int(exact)
    require(in_ext, "a number is no integer")
    nearest = float(text)
    require(abs(nearest) >= SMALLEST and Decimal(repr(nearest)) == exact, "a number is not its binary64")
    return nearest
