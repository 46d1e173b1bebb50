"""FORMAT.md sections 10.1 to 10.4: segments and what stands in them."""

import re
from dataclasses import dataclass

from refusal import DAMAGED, LIMIT, VERSION, Refused, require

CELLS, SOURCE, TAGS = 1, 2, 3
LAYOUT_COLUMN = 0xFFFF
MAX_FIELD = 16 * 1024 * 1024
FIELD = re.compile(rb'("[^"\0]*(?:""[^"\0]*)*"|[^\0\n\r",]*)\n')


@dataclass(frozen=True)
class Segment:
    column: int
    kind: int
    content: bytes


def parse_frame(frame: bytes, rows: int, assigned: list[int], carries_layout: bool, typed: bool) -> list[Segment]:
    """The segments of one slice and compartment, of columns that are its own; `typed` ones have tags, no source."""
    require(len(frame) >= 8, "a frame's directory is cut")
    require(int.from_bytes(frame[:4], "big") == rows, "a frame has other rows than the index")
    number = int.from_bytes(frame[4:8], "big")
    at, content_at = 8, 8 + 12 * number
    require(content_at <= len(frame), "a frame's directory is cut")
    segments: list[Segment] = []
    for _ in range(number):
        column, kind = int.from_bytes(frame[at : at + 4], "big"), frame[at + 4]
        require(kind in (CELLS, SOURCE, TAGS), "a segment's kind is unknown", VERSION)
        require(frame[at + 5 : at + 8] == bytes(3), "bytes that must be zero are not")
        length = int.from_bytes(frame[at + 8 : at + 12], "big")
        require(content_at + length <= len(frame), "a frame is cut")
        segments.append(Segment(column, kind, frame[content_at : content_at + length]))
        at, content_at = at + 12, content_at + length
    require(content_at == len(frame), "bytes stand behind the last segment")
    places = [(segment.column, segment.kind) for segment in segments]
    require(all(one < next_one for one, next_one in zip(places, places[1:])), "segments do not ascend")
    require([column for column, kind in places if kind == CELLS] == assigned, "cells are missing or of others' columns")
    allowed = {*assigned, LAYOUT_COLUMN} if carries_layout and not typed else set(assigned)
    require(all(kind != (SOURCE if typed else TAGS) for _, kind in places), "a segment is of another kind of table")
    require(all(column in allowed for column, _ in places), "a segment is of another's column")
    return segments


def parse_cells(segment: bytes, rows: int) -> list[bytes]:
    """The fields, in UTF-8, quotes and all."""
    fields, at = [], 0
    while at < len(segment):
        match = FIELD.match(segment, at)
        if match is None:
            raise Refused(DAMAGED, "a cell is no field")
        require(len(match[1]) <= MAX_FIELD, "a cell is too long", LIMIT)
        fields.append(match[1])
        at = match.end()
    require(len(fields) == rows, "a segment has another number of cells")
    try:
        segment.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(DAMAGED, "a segment is no UTF-8") from error
    return fields


def parse_source(segment: bytes, cells: list[bytes]) -> dict[int, bytes | None]:
    """By row: the field as it stands in the export, or None for its text without the quotes."""
    found: dict[int, bytes | None] = {}
    row, at = 0, 0
    while at < len(segment):
        gap, at = leb128(segment, at)
        code, at = leb128(segment, at)
        row += gap
        require(row < len(cells), "a source entry is for a row that the slice does not have")
        if code == 0:
            cell = cells[row]
            bare = cell.startswith(b'"') and not any(byte in cell[1:-1] for byte in b'"\r\n')
            require(bare, "a source entry takes quotes from a field that needs them")
            found[row] = None
        else:
            require(at + code - 1 <= len(segment), "a source entry is cut")
            found[row] = segment[at : at + code - 1]
            at += code - 1
        row += 1
    return found


def parse_layout(segment: bytes, rows: int) -> dict[int, bytes]:
    """By place: the line ends that stand there."""
    found: dict[int, bytes] = {}
    place, at = 0, 0
    while at < len(segment):
        gap, at = leb128(segment, at)
        length, at = leb128(segment, at)
        place += gap
        require(place <= rows, "a layout entry is for a row that the slice does not have")
        require(at + length <= len(segment), "a layout entry is cut")
        found[place] = segment[at : at + length]
        require(set(found[place]) <= set(b"\r\n"), "a layout entry holds more than line ends")
        at += length
        place += 1
    return found


def leb128(segment: bytes, at: int) -> tuple[int, int]:
    """A number of at most five bytes in its shortest form, and where it ends."""
    value = 0
    for length in range(5):
        require(at + length < len(segment), "a number is cut")
        byte = segment[at + length]
        value |= (byte & 0x7F) << 7 * length
        if byte < 0x80:
            require(length == 0 or byte != 0, "a number is not in its shortest form")
            return value, at + length + 1
    raise Refused(DAMAGED, "a number is too long")
