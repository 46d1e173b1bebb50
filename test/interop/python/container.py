"""FORMAT.md section 2: the entries of a deed, from a strict ZIP or a folder."""

import os
import re
import stat
import struct
import zlib
from dataclasses import dataclass

from refusal import DAMAGED, LIMIT, PATH, Refused, require

MAX_ENTRIES = 65_536
ROTATED = "access.rotated.json"
NUMBER = "(?:0|[1-9][0-9]*)"
NAMES = re.compile(
    rf"mimetype|README\.txt|data/{NUMBER}/{NUMBER}\.blocks|data/{NUMBER}\.index|manifest\.json|access\.json"
    r"|keys/[a-z][a-z0-9-]{0,31}\.age|access\.signatures\.json|access\.rotated\.json|signatures\.json",
    re.ASCII,
)
LOCAL = struct.Struct("<4s5H3I2H")
CENTRAL = struct.Struct("<4s6H3I5H2I")
END = struct.Struct("<4s4H2IH")
END64 = struct.Struct("<4sQ2H2I4Q")
LOCATOR = struct.Struct("<4sIQI")
FULL16, FULL32 = 0xFFFF, 0xFFFFFFFF


@dataclass(frozen=True)
class Container:
    """All entries; `names` are in the order of the file, or None for a folder, which has no order."""

    entries: dict[str, bytes]
    names: list[str] | None

    def assert_exactly(self, expected: list[str]) -> None:
        if ROTATED in self.entries:
            expected = [each for each in expected if each in self.entries or not each.startswith("keys/")]
            expected.insert(-1, ROTATED)
        require(set(self.entries) == set(expected), "an entry is missing or additional")
        require(self.names is None or self.names == expected, "an entry is misplaced")


def open_container(path: str) -> Container:
    if os.path.isdir(path):
        return read_folder(path)
    with open(path, "rb") as file:
        return read_zip(file.read())


def read_folder(root: str) -> Container:
    entries: dict[str, bytes] = {}
    for folder, folders, files in os.walk(root):
        require(bool(folders or files), "a folder is empty")
        for each in folders:
            require(not os.path.islink(os.path.join(folder, each)), "an entry is a link")
        for each in files:
            path = os.path.join(folder, each)
            name = os.path.relpath(path, root)
            check_name(name)
            require(stat.S_ISREG(os.lstat(path).st_mode), "an entry is no regular file")
            require(len(entries) < MAX_ENTRIES, "there are too many entries", LIMIT)
            with open(path, "rb") as file:
                entries[name] = file.read()
    return Container(entries, None)


def check_name(name: str) -> None:
    require(NAMES.fullmatch(name) is not None, "an entry's name is of no known form", PATH)


def read_zip(whole: bytes) -> Container:
    total, start = read_end(whole)
    require(total <= MAX_ENTRIES, "there are too many entries", LIMIT)
    entries: dict[str, bytes] = {}
    at, place = start, 0
    for _ in range(total):
        name, content, at, place = read_entry(whole, at, place, start)
        require(name not in entries, "an entry is doubled")
        entries[name] = content
    require(place == start, "bytes lie between the entries and the central directory")
    require(at == directory_end(whole), "the central directory has another length")
    return Container(entries, list(entries))


def unpack(form: struct.Struct, whole: bytes, at: int) -> tuple[int, ...]:
    """The fields without the signature, which the caller gave as part of the expectation."""
    if at < 0 or at + form.size > len(whole):
        raise Refused(DAMAGED, "the archive is cut")
    return tuple(form.unpack_from(whole, at)[1:])


def has_mark(whole: bytes, at: int, mark: bytes) -> bool:
    return at >= 0 and whole[at : at + 4] == mark


def directory_end(whole: bytes) -> int:
    end = len(whole) - END.size
    return end - LOCATOR.size - END64.size if has_mark(whole, end - LOCATOR.size, b"PK\6\7") else end


def read_end(whole: bytes) -> tuple[int, int]:
    """Number of entries and offset of the central directory."""
    at = len(whole) - END.size
    require(has_mark(whole, at, b"PK\5\6"), "the end record is not at the end of the file")
    disk, from_disk, here, total, size, offset, comment = unpack(END, whole, at)
    require((disk, from_disk, comment) == (0, 0, 0), "the end record is of another form")
    true = (total, size, offset)
    if has_mark(whole, at - LOCATOR.size, b"PK\6\7"):
        record_at = at - LOCATOR.size - END64.size
        require(unpack(LOCATOR, whole, at - LOCATOR.size) == (0, record_at, 1), "the locator is wrong")
        require(has_mark(whole, record_at, b"PK\6\6"), "the ZIP64 end record is missing")
        length, made, needed, disk64, from64, here64, *rest = unpack(END64, whole, record_at)
        head = (length, made, needed, disk64, from64)
        require(head == (44, 0x032D, 45, 0, 0), "the ZIP64 end record is of another form")
        true = (rest[0], rest[1], rest[2])
        require(here64 == true[0], "the ZIP64 end record counts twice")
        full = true[0] >= FULL16 or true[1] >= FULL32 or true[2] >= FULL32
        require(full, "the ZIP64 end record stands without need")
    told = (min(true[0], FULL16), min(true[1], FULL32), min(true[2], FULL32))
    require((total, size, offset) == told and here == total, "the end records disagree")
    require(true[2] + true[1] == directory_end(whole), "the central directory is not where it should be")
    return true[0], true[2]


def read_entry(whole: bytes, at: int, place: int, start: int) -> tuple[str, bytes, int, int]:
    """One entry: its name and bytes, and where the next central and local headers begin."""
    require(has_mark(whole, at, b"PK\1\2"), "a central header is missing")
    made, needed, flags, method, time, date, crc, packed, size, name_length, extra, comment, *rest = unpack(
        CENTRAL, whole, at
    )
    disk, internal, external, offset = rest
    same = (flags, method, time, date, crc, packed, size, name_length)
    require((made, comment, disk, internal, external) == (0x032D, 0, 0, 0, 0x81A40000), "a central header differs")
    raw_name = whole[at + CENTRAL.size : at + CENTRAL.size + name_length]
    at += CENTRAL.size + name_length + extra
    if place >= FULL32:
        field = b"\x01\0\x08\0" + place.to_bytes(8, "little")
        zip64 = (needed, offset, whole[at - extra : at]) == (45, FULL32, field)
        require(zip64, "a ZIP64 field is wrong")
    else:
        require((needed, offset, extra) == (20, place, 0), "a central header differs")
    require(has_mark(whole, place, b"PK\3\4"), "a local header is missing")
    local = unpack(LOCAL, whole, place)
    require(local == (20, *same, 0), "local and central headers disagree")
    require((flags, method, time, date) == (0, 0, 0, 0x21) and packed == size, "an entry is not stored as it must be")
    begin = place + LOCAL.size + name_length
    require(whole[place + LOCAL.size : begin] == raw_name, "local and central names disagree")
    require(begin + size <= start, "an entry reaches beyond the central directory")
    content = whole[begin : begin + size]
    require(zlib.crc32(content) == crc, "a CRC-32 differs")
    name = raw_name.decode("latin-1")
    check_name(name)
    return name, content, at, begin + size
