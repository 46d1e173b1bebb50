"""FORMAT.md section 10.6: the encodings of exports, made from Python's tables and what the page says otherwise."""

import functools
from dataclasses import dataclass

from refusal import DAMAGED, Refused

ENCODINGS = ("utf-8", "utf-16le", "utf-16be", "gb18030", "big5", "shift_jis", "euc-kr", "windows-1252")
UNICODE = {"utf-8": "utf-8", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be"}
CODECS = {"gb18030": "gb18030", "big5": "cp950", "shift_jis": "cp932", "euc-kr": "cp949", "windows-1252": "cp1252"}
# Python has GB 18030 in its edition of 2000.
GB18030_2022 = {
    b"\x80": "\u20ac",
    b"\xa3\xa0": "\u3000",
    b"\xa8\xbc": "\u1e3f",
    **{bytes([0xA6, 0xD9 + at]): each for at, each in enumerate("\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16")},
    **{bytes([0xA6, byte]): chr(0xFE17 + at) for at, byte in enumerate(b"\xec\xed\xf3")},
    **{bytes([0xFE, byte]): chr(0x9FB4 + at) for at, byte in enumerate(b"\x59\x61\x66\x67\x6d\x7e\x90\xa0")},
}
MOVED_FOUR = (b"\x81\x35\xf4\x37", "\ue7c7")
WINDOWS_1252 = {bytes([byte]): chr(byte) for byte in b"\x81\x8d\x8f\x90\x9d"}
PATCHES = {"gb18030": GB18030_2022, "windows-1252": WINDOWS_1252}
# Private use: code points from the first, rows from lead byte to lead byte, first trail byte of the first row.
BIG5_PRIVATE = ((0xE000, 0xFA, 0xFE, 0x40), (0xE311, 0x8E, 0xA0, 0x40), (0xEEB8, 0x81, 0x8D, 0x40), (0xF6B1, 0xC6, 0xC8, 0xA1))
EUC_KR_PRIVATE = ((0xE000, 0xC9, 0xC9, 0xA1), (0xE05E, 0xFE, 0xFE, 0xA1))


@dataclass(frozen=True)
class ByteTable:
    """Characters of one or two bytes; `codes` has the form that `cells` stand for."""

    characters: dict[bytes, str]
    codes: dict[str, bytes]


@functools.cache
def byte_table(encoding: str) -> ByteTable:
    characters: dict[bytes, str] = {}
    for lead in range(256):
        add(characters, bytes([lead]), encoding)
    # KS X 1001 is what of code page 949 has both bytes from A1.
    lowest = (0xA1, 0xA1) if encoding == "euc-kr" else (0x81, 0x40)
    for lead in range(lowest[0], 0xFF):
        for trail in range(lowest[1], 0xFF) if bytes([lead]) not in characters else ():
            add(characters, bytes([lead, trail]), encoding)
    characters.update(private_use(encoding))
    codes: dict[str, bytes] = {}
    for code in sorted(characters, key=lambda each: (each >= b"\x80", -len(each), each)):
        known = codes.setdefault(characters[code], code)
        if is_preferred(encoding, code, known):
            codes[characters[code]] = code
    return ByteTable(characters, codes)


def add(characters: dict[bytes, str], code: bytes, encoding: str) -> None:
    patched = PATCHES.get(encoding, {}).get(code)
    try:
        character = code.decode(CODECS[encoding]) if patched is None else patched
    except UnicodeDecodeError:
        return
    if len(character) == 1:
        characters[code] = character


def private_use(encoding: str) -> dict[bytes, str]:
    found: dict[bytes, str] = {}
    rows = {"big5": BIG5_PRIVATE, "euc-kr": EUC_KR_PRIVATE}.get(encoding, ())
    for point, first, last, from_trail in rows:
        for lead in range(first, last + 1):
            low = range(0x40, 0x7F) if encoding == "big5" else ()
            for trail in (*low, *range(0xA1, 0xFF)):
                if lead > first or trail >= from_trail:
                    found[bytes([lead, trail])] = chr(point)
                    point += 1
    return found


def is_preferred(encoding: str, code: bytes, known: bytes) -> bool:
    """Of several forms the first in ascending order, but for these."""
    if encoding == "big5":
        return code in (b"\xa4\x51", b"\xa4\xca")
    return encoding == "shift_jis" and b"\xed" <= known < b"\xef" and code >= b"\xfa"


def encode(text: str, encoding: str) -> bytes:
    if encoding in UNICODE:
        return text.encode(UNICODE[encoding])
    codes = byte_table(encoding).codes
    return b"".join(codes.get(character) or four_bytes(character, encoding) for character in text)


def four_bytes(character: str, encoding: str) -> bytes:
    if encoding == "gb18030":
        code = MOVED_FOUR[0] if character == MOVED_FOUR[1] else character.encode("gb18030")
        if len(code) == 4:
            return code
    raise Refused(DAMAGED, "a cell has a character that the export's encoding has not")


def characters_of(content: bytes, encoding: str) -> list[tuple[str, bytes]]:
    """Each character with its own bytes."""
    if encoding in UNICODE:
        try:
            text = content.decode(UNICODE[encoding])
        except UnicodeDecodeError as error:
            raise Refused(DAMAGED, "a preamble is not in its encoding") from error
        return [(character, character.encode(UNICODE[encoding])) for character in text]
    table, found, at = byte_table(encoding).characters, [], 0
    while at < len(content):
        for length in (1, 2, 4):
            code = content[at : at + length]
            character = table.get(code) if length < 4 else decode_four(code, encoding)
            if character is not None:
                found.append((character, code))
                at += length
                break
        else:
            raise Refused(DAMAGED, "a preamble is not in its encoding")
    return found


def decode_four(code: bytes, encoding: str) -> str | None:
    if encoding != "gb18030" or len(code) != 4:
        return None
    try:
        return MOVED_FOUR[1] if code == MOVED_FOUR[0] else code.decode("gb18030")
    except UnicodeDecodeError:
        return None
