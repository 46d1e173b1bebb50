"""FORMAT.md section 10.7: what the cells of a typed table are."""

from frame import leb128
from refusal import VERSION, require

KINDS = ("null", "absent", "text", "number", "boolean", "bytes", "json", "date", "error")
"""What the cells of a column are unless a tag says otherwise."""
COLUMN_KINDS = KINDS[2:]


def parse_tags(segment: bytes, cells: list[bytes]) -> dict[int, str]:
    """By row, the kinds of cells that are of another kind than their column."""
    found: dict[int, str] = {}
    row, at = 0, 0
    while at < len(segment):
        gap, at = leb128(segment, at)
        code, at = leb128(segment, at)
        row += gap
        require(row < len(cells), "a tag is for a row that the slice does not have")
        require(1 <= code <= len(KINDS), "a cell's kind is unknown", VERSION)
        found[row] = KINDS[code - 1]
        require((found[row] in ("null", "absent")) == (cells[row] == b""), "a tag does not go with its cell")
        row += 1
    return found
