"""FORMAT.md section 5, the table of a table: what the manifest says of it."""

from dataclasses import dataclass

import shape
from refusal import LIMIT, VERSION, require
from source import Source, parse_fidelity, parse_source

ACTIONS = ("mask", "generalise", "pseudonymise")
"""What the cells of a column may be, section 10.7."""
KINDS = ("text", "number", "boolean", "bytes", "json", "date", "error")


@dataclass(frozen=True)
class Column:
    name: str
    compartment: str | None
    changed: bool
    """Of a typed table."""
    kind: str | None


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
    rows, slices, parts = (shape.count(whole[key]) for key in ("rows", "slices", "parts"))
    source = parse_source(whole["source"], rows)
    columns = parse_columns(whole["columns"], compartments, source.typed)
    sealed = [column.compartment for column in columns if column.compartment is not None]
    require(len(sealed) > 0, "no column is sealed")
    require(whole["layout"] == sealed[0], "the layout is in another compartment")
    counted = (rows, parts) == (0, 0) if slices == 0 else parts >= 1
    require(counted, "rows, slices and parts do not go together")
    dropped, changed = len(sealed) < len(columns), any(column.changed for column in columns)
    byte_exact = parse_fidelity(whole["fidelity"], source, dropped, changed, len(columns))
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
        source,
        byte_exact,
        roots,
    )


def parse_columns(value: object, compartments: list[str], typed: bool) -> list[Column]:
    listed = shape.items(value)
    require(len(listed) <= 10_000, "there are too many columns", LIMIT)
    columns = []
    for each in listed:
        column = shape.fields(each, "name type compartment action" + (" kind declared" if typed else ""), "how")
        shape.name(column["type"])
        compartment, action, kind = column["compartment"], column["action"], column.get("kind")
        require(kind in KINDS or not typed, "a column's kind is unknown")
        if column.get("declared") is not None:
            shape.name(column["declared"])
        require(("how" in column) == (action in ACTIONS), "how and action do not go together")
        if action in ACTIONS:
            shape.name(column["how"])
        if action == "drop":
            require(compartment is None, "a dropped column has a compartment")
        else:
            require(action in ("seal", *ACTIONS), "a column's action is unknown")
            require(compartment in compartments, "a column's compartment is unknown")
        place = None if compartment is None else shape.text(compartment)
        columns.append(Column(shape.name(column["name"]), place, action in ACTIONS, kind and shape.text(kind)))
    require(len({column.name for column in columns}) == len(columns), "a column's name stands twice")
    return columns
