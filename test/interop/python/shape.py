"""What a parsed document must look like: exactly these keys, of these kinds."""

import base64
import binascii
import re

from refusal import DAMAGED, LIMIT, Refused, require

HEX = re.compile("[0-9a-f]*")
TIME = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")
NAME_BYTES = 1024


def fields(value: object, required: str, optional: str = "") -> dict[str, object]:
    """An object with these keys and no others."""
    if not isinstance(value, dict):
        raise Refused(DAMAGED, "an object is missing")
    needed, allowed = set(required.split()), set((required + " " + optional).split())
    require(needed <= value.keys(), "a key is missing: " + " ".join(sorted(needed - value.keys())))
    require(value.keys() <= allowed, "an unknown key stands in a document")
    return value


def items(value: object) -> list[object]:
    if not isinstance(value, list):
        raise Refused(DAMAGED, "an array is missing")
    return value


def text(value: object) -> str:
    if not isinstance(value, str):
        raise Refused(DAMAGED, "a text is missing")
    return value


def name(value: object) -> str:
    """A name of a table, column, type or party."""
    named = text(value)
    require(named != "", "a name is empty", LIMIT)
    require(len(named.encode()) <= NAME_BYTES, "a name is too long", LIMIT)
    return named


def count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise Refused(DAMAGED, "a count is missing")
    return value


def flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise Refused(DAMAGED, "a boolean is missing")
    return value


def unhex(value: object, length: int) -> bytes:
    digits = text(value)
    require(len(digits) == 2 * length and HEX.fullmatch(digits) is not None, "hex digits are missing")
    return bytes.fromhex(digits)


def unbase64(value: object, length: int | None = None) -> bytes:
    """RFC 4648 section 4, padded, in its only form."""
    coded = text(value)
    try:
        decoded = base64.b64decode(coded, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refused(DAMAGED, "a text is no base64") from error
    require(base64.b64encode(decoded).decode() == coded, "base64 is not in its only form")
    require(length is None or len(decoded) == length, "base64 is of another length")
    return decoded


def time(value: object) -> str:
    written = text(value)
    require(TIME.fullmatch(written) is not None, "a time is not RFC 3339 in UTC")
    return written
