"""FORMAT.md section 5, the table of a table: what the manifest says of it."""

from dataclasses import dataclass

import shape
from refusal import LIMIT, VERSION, require
from text_encodings import ENCODINGS

ACTIONS = ("mask", "generalise", "pseudonymise")
LINE_ENDS = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}


@dataclass(frozen=True)
class Column:
    name: str
    compartment: str | None
    changed: bool


@dataclass(frozen=True)
class Source:
    encoding: str
    delimiter: str
    line_end: str
    bom: bool
    separator_line: bool
    header: bool


@dataclass(frozen=True)
class Table:
    name: str
    rows: int
    slices: int
    parts: int
    layout: str
    preamble: bytes
    columns: list[Column]
    source: Source
    byte_exact: bool
    plain_roots: dict[str, bytes]

    @property
    def changed(self) -> bool:
        return any(column.changed for column in self.columns)

    def assigned(self, compartment: str) -> list[int]:
        return [at for at, column in enumerate(self.columns) if column.compartment == compartment]


def parse_table(value: object, compartments: list[str]) -> Table:
    whole = shape.fields(
        value, "name rows slices parts partOf layout preamble columns source fidelity plainRoots"
    )
    require(whole["partOf"] is None, "rows held apart are reserved", VERSION)
    columns = parse_columns(whole["columns"], compartments)
    sealed = [column.compartment for column in columns if column.compartment is not None]
    require(len(sealed) > 0, "no column is sealed")
    require(whole["layout"] == sealed[0], "the layout is in another compartment")
    rows, slices, parts = (shape.count(whole[key]) for key in ("rows", "slices", "parts"))
    counted = (rows, parts) == (0, 0) if slices == 0 else parts >= 1
    require(counted, "rows, slices and parts do not go together")
    byte_exact = parse_fidelity(whole["fidelity"], columns)
    roots = {}
    for each in shape.items(whole["plainRoots"]):
        root = shape.fields(each, "compartment commitment")
        roots[shape.text(root["compartment"])] = shape.unhex(root["commitment"], 32)
    used = [name for name in compartments if name in sealed]
    require(list(roots) == used and len(shape.items(whole["plainRoots"])) == len(used), "plainRoots differ")
    return Table(
        shape.name(whole["name"]),
        rows,
        slices,
        parts,
        sealed[0],
        shape.unbase64(whole["preamble"]),
        columns,
        parse_source(whole["source"], rows),
        byte_exact,
        roots,
    )


def parse_columns(value: object, compartments: list[str]) -> list[Column]:
    listed = shape.items(value)
    require(len(listed) <= 10_000, "there are too many columns", LIMIT)
    columns = []
    for each in listed:
        column = shape.fields(each, "name type compartment action", "how")
        shape.name(column["type"])
        compartment, action = column["compartment"], column["action"]
        require(("how" in column) == (action in ACTIONS), "how and action do not go together")
        if action in ACTIONS:
            shape.name(column["how"])
        if action == "drop":
            require(compartment is None, "a dropped column has a compartment")
            columns.append(Column(shape.name(column["name"]), None, False))
        else:
            require(action in ("seal", *ACTIONS), "a column's action is unknown")
            require(compartment in compartments, "a column's compartment is unknown")
            columns.append(Column(shape.name(column["name"]), shape.text(compartment), action in ACTIONS))
    require(len({column.name for column in columns}) == len(columns), "a column's name stands twice")
    return columns


def parse_source(value: object, rows: int) -> Source:
    source = shape.fields(
        value,
        "kind encoding encodingBy decoder delimiter lineEnd bom separatorLine header rowsRead rowsExcluded",
    )
    require(source["kind"] == "csv", "the source's kind is unknown", VERSION)
    encoding = shape.text(source["encoding"])
    require(encoding in ENCODINGS, "the encoding is unknown", VERSION)
    shape.text(source["encodingBy"]), shape.text(source["decoder"])
    require(source["delimiter"] in (",", ";", "|", "\t"), "the delimiter is unknown")
    require(source["lineEnd"] in LINE_ENDS, "the line end is unknown")
    excluded = 0
    for each in shape.items(source["rowsExcluded"]):
        reason = shape.fields(each, "code rows")
        shape.text(reason["code"])
        excluded += shape.count(reason["rows"])
    require(shape.count(source["rowsRead"]) == rows + excluded, "rows read and kept do not add up")
    return Source(
        encoding,
        shape.text(source["delimiter"]),
        LINE_ENDS[shape.text(source["lineEnd"])],
        shape.flag(source["bom"]),
        shape.flag(source["separatorLine"]),
        shape.flag(source["header"]),
    )


def parse_fidelity(value: object, columns: list[Column]) -> bool:
    """Whether it is byte-exact."""
    fidelity = shape.fields(value, "level because")
    level, because = shape.text(fidelity["level"]), shape.items(fidelity["because"])
    dropped = ["columns-dropped"] if any(column.compartment is None for column in columns) else []
    changed = ["columns-changed"] if any(column.changed for column in columns) else []
    require(because == dropped + changed, "the fidelity's reasons are not those of the columns")
    require(level == ("cell-exact" if because else "byte-exact"), "the fidelity's reasons do not go with its level")
    return level == "byte-exact"
