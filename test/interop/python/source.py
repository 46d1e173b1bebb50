"""FORMAT.md sections 5.1 and 5.2: what a table was read from, and what of that comes back."""

import re
from dataclasses import dataclass

import shape
from refusal import DAMAGED, VERSION, Refused, require
from text_encodings import ENCODINGS

LINE_ENDS = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}
CSV = "encoding encodingBy decoder delimiter lineEnd bom separatorLine header"
"""By kind, what else stands in the description of a typed source."""
TYPED = {
    "jsonl": "bom",
    "json": "bom",
    "xlsx": "sheet hidden dateSystem",
    "sqlite": "from",
    "postgres": "from serverVersion",
}
PACKED = "compression files"
MOST_FILES = 4096
WORD = re.compile("[a-z][a-z0-9-]{0,63}")


@dataclass(frozen=True)
class Source:
    kind: str
    encoding: str
    delimiter: str
    line_end: str
    header: bool
    """More files than one make the table."""
    joined: bool
    """Rows of the source are none of the table's."""
    excluded: bool

    @property
    def typed(self) -> bool:
        return self.kind != "csv"

    @property
    def paths(self) -> bool:
        """Whether columns are named by the paths of members."""
        return self.kind in ("jsonl", "json")


def parse_source(value: object, rows: int) -> Source:
    if not isinstance(value, dict):
        raise Refused(DAMAGED, "a source is missing")
    kind = value.get("kind")
    require(kind == "csv" or kind in TYPED, "the source's kind is unknown")
    packed = PACKED if kind in ("csv", "jsonl", "json") else ""
    own = CSV if kind == "csv" else TYPED[str(kind)]
    source = shape.fields(value, f"kind {own} rowsRead rowsExcluded", packed)
    if "compression" in source:
        require(source["compression"] in ("gzip", "zstd"), "the compression is unknown")
    if "files" in source:
        require(2 <= shape.count(source["files"]) <= MOST_FILES, "a number of files is none")
    excluded = parse_excluded(source, rows)
    told = str(kind), "files" in source, excluded
    return parse_csv(source, *told) if kind == "csv" else parse_typed(source, *told)


def parse_excluded(source: dict[str, object], rows: int) -> bool:
    listed, excluded = shape.items(source["rowsExcluded"]), 0
    for each in listed:
        reason = shape.fields(each, "code rows")
        shape.name(reason["code"])
        excluded += shape.count(reason["rows"])
    require(shape.count(source["rowsRead"]) == rows + excluded, "rows read and kept do not add up")
    return len(listed) > 0


def parse_csv(source: dict[str, object], kind: str, joined: bool, excluded: bool) -> Source:
    encoding = shape.text(source["encoding"])
    require(encoding in ENCODINGS, "the encoding is unknown", VERSION)
    shape.name(source["encodingBy"]), shape.name(source["decoder"])
    require(source["delimiter"] in (",", ";", "|", "\t"), "the delimiter is unknown")
    require(source["lineEnd"] in LINE_ENDS, "the line end is unknown")
    shape.flag(source["bom"]), shape.flag(source["separatorLine"])
    line_end, header = LINE_ENDS[shape.text(source["lineEnd"])], shape.flag(source["header"])
    return Source(kind, encoding, shape.text(source["delimiter"]), line_end, header, joined, excluded)


def parse_typed(source: dict[str, object], kind: str, joined: bool, excluded: bool) -> Source:
    for flag in ("bom", "hidden"):
        if flag in source:
            shape.flag(source[flag])
    for name in ("sheet", "serverVersion"):
        if name in source:
            shape.name(source[name])
    require(source.get("dateSystem", "1900") in ("1900", "1904"), "the date system is unknown")
    require(source.get("from", "table") in ("table", "view", "query"), "what was read of a database is unknown")
    return Source(kind, "utf-8", ",", "\n", True, joined, excluded)


def parse_fidelity(value: object, source: Source, dropped: bool, changed: bool, columns: int) -> bool:
    """Whether it is byte-exact."""
    fidelity = shape.fields(value, "level because", "columns")
    reasons = {
        "columns-dropped": dropped,
        "columns-changed": changed,
        "layout-not-kept": source.typed,
        "files-joined": source.joined,
        "rows-excluded": source.excluded,
    }
    because = [reason for reason, holds in reasons.items() if holds]
    require(shape.items(fidelity["because"]) == because, "the fidelity's reasons are not those of the table")
    level = "cell-exact" if because else "byte-exact"
    require(fidelity["level"] == level, "the fidelity's reasons do not go with its level")
    before = -1
    for each in shape.items(fidelity.get("columns", [])):
        told = shape.fields(each, "column because")
        column, words = shape.count(told["column"]), shape.items(told["because"])
        require(before < column < columns, "the fidelity's columns do not ascend, or are not the table's")
        require(len(words) > 0, "the fidelity says nothing of a column")
        require(all(WORD.fullmatch(shape.text(word)) for word in words), "the fidelity's words are none")
        before = column
    return level == "byte-exact"
