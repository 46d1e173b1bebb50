"""FORMAT.md section 9: where each block lies."""

import struct
from dataclasses import dataclass

from manifest import Manifest
from refusal import LIMIT, require

MAGIC = b"datadeed.index.1"
RECORD = struct.Struct(">5IQI32s")
MAX_INDEX = 64 * 1024 * 1024
MAX_PART = 2**30
MAX_BLOCK = 64 * 1024 * 1024 + 96 * 1024


@dataclass(frozen=True)
class Record:
    slice: int
    compartment: int
    epoch: int
    rows: int
    part: int
    offset: int
    length: int
    sha256: bytes


def parse_index(index: bytes, manifest: Manifest, number: int, parts: list[int]) -> list[Record]:
    """Records of table `number`, whose blocks files have the sizes `parts`."""
    table = manifest.tables[number]
    require(len(index) <= MAX_INDEX, "an index is too long", LIMIT)
    require(index.startswith(MAGIC) and (len(index) - len(MAGIC)) % RECORD.size == 0, "an index is damaged")
    records = [Record(*each) for each in RECORD.iter_unpack(index[len(MAGIC) :])]
    used = [at for at, each in enumerate(manifest.compartments) if table.assigned(each.name)]
    places = [(each.slice, each.compartment) for each in records]
    expected = [(slice_number, at) for slice_number in range(table.slices) for at in used]
    require(places == expected, "a slice lacks a record, or has one too many")
    rows = {each.slice: each.rows for each in records}
    require(all(each.rows == rows[each.slice] for each in records), "a slice has two counts of rows")
    require(sum(rows.values()) == table.rows, "the slices' rows do not add up")
    check_epochs(records, manifest)
    check_tiling(records, parts)
    return records


def check_epochs(records: list[Record], manifest: Manifest) -> None:
    latest: dict[int, int] = {}
    for each in records:
        listed = manifest.compartments[each.compartment].epochs
        require(each.epoch in listed, "a block is of an epoch that is not listed")
        require(each.epoch >= latest.get(each.compartment, 0), "epochs fall")
        latest[each.compartment] = each.epoch


def check_tiling(records: list[Record], parts: list[int]) -> None:
    part, end = -1, 0
    for each in records:
        require(each.length <= MAX_BLOCK, "a block is too long", LIMIT)
        if each.part != part:
            require(part == -1 or parts[part] == end, "a blocks file does not end with its last block")
            require(each.part == part + 1 and each.part < len(parts), "a part is skipped")
            part, end = each.part, 0
        require(each.offset == end, "blocks do not lie end to end")
        end += each.length
        require(end <= MAX_PART, "a blocks file is too long")
    require(part + 1 == len(parts), "a part holds no block")
    require(part == -1 or parts[part] == end, "a blocks file does not end with its last block")
