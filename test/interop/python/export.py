"""FORMAT.md section 10.5: giving back the export."""

import itertools
import re
from dataclasses import dataclass

from frame import LAYOUT_COLUMN, SOURCE, TAGS, Segment, parse_cells, parse_layout, parse_source
from refusal import require
from table import Table
from tags import parse_tags
from text_encodings import characters_of, encode

BOM = "\ufeff"
ROW_NUMBER = "datadeed_row"
SEPARATOR_LINE = re.compile(r"sep=[^\r\n](?:\r\n|\r|\n|\Z)", re.IGNORECASE)


@dataclass(frozen=True)
class SliceContent:
    """What the opened compartments hold of one slice."""

    rows: int
    segments: list[Segment]


@dataclass(frozen=True)
class Preamble:
    """The export's own bytes before the header line, and the header's fields; none without a header line."""

    before: bytes
    fields: list[bytes]


def rejoin(table: Table, columns: list[int], slices: list[SliceContent]) -> bytes:
    """The export, or its `columns` only."""
    source, whole = table.source, is_whole(table, columns)
    delimiter, line_end = encode(source.delimiter, source.encoding), encode(source.line_end, source.encoding)
    sealed = [at for at, column in enumerate(table.columns) if column.compartment is not None]
    numbered = columns != sealed
    out = [head(table, columns, numbered)]
    row_number = 0
    for content in slices:
        fields, layout = fields_of(content, columns, source.encoding, source.delimiter)
        if not whole:
            layout = {}
        out.append(encode(layout.get(0, b"").decode(), source.encoding))
        if whole:
            last = content is slices[-1]
            blank = [not fields[0][row] for row in range(content.rows)] if len(columns) == 1 else None
            check_row_ends(layout, [source.line_end.encode()] * content.rows, last, blank)
        for row in range(content.rows):
            row_number += 1
            own = [encode(str(row_number), source.encoding)] if numbered else []
            out.append(delimiter.join([*own, *(fields[column][row] for column in columns)]))
            behind = layout.get(row + 1)
            out.append(line_end if behind is None else encode(behind.decode(), source.encoding))
    return b"".join(out)


def is_whole(table: Table, columns: list[int]) -> bool:
    """Whether all of the export's own cells are there."""
    return len(columns) == len(table.columns) and not table.changed


def head(table: Table, columns: list[int], numbered: bool) -> bytes:
    """What stands before the rows."""
    preamble, source = parse_preamble(table), table.source
    if is_whole(table, columns) or not source.header:
        return table.preamble
    fields = [preamble.fields[column] for column in columns]
    if numbered:
        names = {column.name for column in table.columns}
        again = next(number for number in itertools.count(1) if row_number_name(number) not in names)
        fields.insert(0, encode(row_number_name(again), source.encoding))
    line_end = encode(source.line_end, source.encoding)
    return preamble.before + encode(source.delimiter, source.encoding).join(fields) + line_end


def row_number_name(again: int) -> str:
    return ROW_NUMBER if again == 1 else f"{ROW_NUMBER}_{again}"


def fields_of(
    content: SliceContent, columns: list[int], encoding: str, delimiter: str
) -> tuple[dict[int, list[bytes]], dict[int, bytes]]:
    """By column, each row's field as it stands in the export; and the row layout."""
    cells: dict[int, list[bytes]] = {}
    fields: dict[int, list[bytes]] = {}
    layout: dict[int, bytes] = {}
    for segment in sorted(content.segments, key=lambda each: (each.column, each.kind)):
        if segment.column == LAYOUT_COLUMN:
            layout = parse_layout(segment.content, content.rows)
        elif segment.kind == TAGS:
            parse_tags(segment.content, cells[segment.column])
        elif segment.kind == SOURCE:
            for row, own in parse_source(segment.content, cells[segment.column]).items():
                cell = cells[segment.column][row]
                if own is not None:
                    check_own_bytes(own, cell, encoding, delimiter)
                bare = cell[1:-1]
                fields[segment.column][row] = encode(bare.decode(), encoding) if own is None else own
        else:
            cells[segment.column] = parse_cells(segment.content, content.rows)
            fields[segment.column] = [encode(cell.decode(), encoding) for cell in cells[segment.column]]
    require(set(fields) == set(columns), "a column that opened has no cells")
    return fields, layout


def check_own_bytes(own: bytes, cell: bytes, encoding: str, delimiter: str) -> None:
    """Section 10.3: they say what the cell says, quotes about a comma that does not delimit apart."""
    text = "".join(character for character, _ in characters_of(own, encoding)).encode()
    bare = cell.startswith(b'"') and not any(mark in text for mark in (b'"', b"\r", b"\n", b"\0", delimiter.encode()))
    require(text == cell or (bare and text == cell[1:-1]), "own bytes are of another field")


def check_row_ends(layout: dict[int, bytes], ends: list[bytes], last: bool, blank: list[bool] | None) -> None:
    """Section 10.4: what stands behind rows keeps them apart; `blank` tells of the rows of a table of one column."""
    if blank is not None:
        require(layout.get(0, b"") == b"", "a blank line stands before the first row")
    before = b""
    for row, usual in enumerate(ends):
        end = layout.get(row + 1, usual)
        behind_all = last and row == len(ends) - 1
        require(end != b"" or (behind_all and not (blank and blank[row])), "two rows run together")
        if blank is None:
            continue
        require(len(end) < 2 or end == b"\r\n", "a row stands between line ends")
        require(not (blank[row] and before.endswith(b"\r") and end.startswith(b"\n")), "a row is half a line end")
        before = end


def parse_preamble(table: Table) -> Preamble:
    """Refuses one that holds more than BOM, `sep=` line, blank lines and the header line of `columns`."""
    source = table.source
    characters = characters_of(table.preamble, source.encoding)
    text = "".join(character for character, _ in characters)
    at = 1 if text.startswith(BOM) else 0
    separator = SEPARATOR_LINE.match(text, at)
    if separator is not None:
        at = separator.end()
    while at < len(text) and text[at] in "\r\n":
        at += 1
    before, fields = at, []
    if source.header:
        names: list[str] = []
        more = True
        while more:
            end = field_end(text, at, source.delimiter)
            fields.append(b"".join(own for _, own in characters[at:end]))
            names.append(unquote(text[at:end]))
            more = text[end : end + 1] == source.delimiter
            at = end + more
        require(names == [column.name for column in table.columns], "the header line names other columns")
    require(set(text[at:]) <= set("\r\n"), "the preamble holds more than it may")
    return Preamble(b"".join(own for _, own in characters[:before]), fields)


def field_end(text: str, at: int, delimiter: str) -> int:
    quoted = text[at : at + 1] == '"'
    if quoted:
        at += 1
        while at < len(text) and (text[at] != '"' or text[at + 1 : at + 2] == '"'):
            at += 2 if text[at] == '"' else 1
        require(at < len(text), "a name's quotes do not end")
        at += 1
    end = at
    while end < len(text) and text[end] not in (delimiter, "\r", "\n"):
        end += 1
    require(end == at or not quoted, "text stands behind a name's quotes")
    return end


def unquote(field: str) -> str:
    return field[1:-1].replace('""', '"') if field.startswith('"') else field
