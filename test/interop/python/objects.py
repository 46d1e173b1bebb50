"""FORMAT.md section 10.7: rows of a typed table as JSON objects."""

import itertools
import json
import re
from dataclasses import dataclass, field

from export import SliceContent, parse_preamble, row_number_name, unquote
from frame import CELLS, TAGS, parse_cells
from json_text import is_json, is_number
from refusal import LIMIT, require
from table import Column, Table
from tags import parse_tags

MOST_NAMES = 32
PATH = re.compile(r"(?:[^\\]|\\[.\\])*", re.DOTALL)
NAME = re.compile(r"((?:[^.\\]|\\.)*)(?:\.|\Z)", re.DOTALL)


@dataclass
class Member:
    """A member of the objects: the position of its column among the opened ones, or members of its own, or both."""

    column: int | None = None
    members: dict[str, "Member"] = field(default_factory=dict)


def write_objects(table: Table, columns: list[int], slices: list[SliceContent], array: bool) -> bytes:
    """Lines of one object each, or one array of them, of what `columns` hold."""
    parse_preamble(table)
    paths = [names_of(table, column) for column in table.columns]
    root = Member()
    for position, column in enumerate(columns):
        member = root
        for name in paths[column]:
            member = member.members.setdefault(name, Member())
        member.column = position
    taken = {names[0] for names in paths} if table.source.paths else {column.name for column in table.columns}
    numbered = columns != [at for at, column in enumerate(table.columns) if column.compartment is not None]
    number_name = next(name for name in map(row_number_name, itertools.count(1)) if name not in taken)
    objects: list[str] = []
    for content in slices:
        for values in rows_of(table, columns, content):
            before = [f"{quote(number_name)}:{len(objects) + 1}"] if numbered else []
            objects.append("{" + ",".join(before + write_members(root, values)) + "}")
    if array:
        return ("[" + ",".join("\n" + each for each in objects) + "\n]\n").encode()
    return "".join(each + "\n" for each in objects).encode()


def names_of(table: Table, column: Column) -> list[str]:
    if not table.source.paths:
        return [column.name]
    require(PATH.fullmatch(column.name) is not None, "a column's name is no path")
    names, at = [], 0
    while True:
        match = NAME.match(column.name, at)
        assert match is not None
        names.append(re.sub(r"\\(.)", r"\1", match[1], flags=re.DOTALL))
        require(len(names) <= MOST_NAMES, "a path has too many names", LIMIT)
        if match.end(1) == len(column.name):
            return names
        at = match.end()


def write_members(member: Member, values: list[str | None]) -> list[str]:
    written = []
    for name, each in member.members.items():
        inner = write_members(each, values)
        own = None if each.column is None else values[each.column]
        require(own is None or not inner, "a value stands where an object stands")
        if own is not None or inner:
            written.append(f"{quote(name)}:" + (own if own is not None else "{" + ",".join(inner) + "}"))
    return written


def rows_of(table: Table, columns: list[int], content: SliceContent) -> list[list[str | None]]:
    """By row and opened column, the cell as JSON; None for an absent one."""
    by_column = []
    for column in columns:
        own = {each.kind: each.content for each in content.segments if each.column == column}
        cells = parse_cells(own[CELLS], content.rows)
        tags = parse_tags(own.get(TAGS, b""), cells)
        usual = str(table.columns[column].kind)
        by_column.append([as_json(table, column, cell, tags.get(row, usual)) for row, cell in enumerate(cells)])
    return [list(row) for row in zip(*by_column)]


def as_json(table: Table, column: int, cell: bytes, kind: str) -> str | None:
    if cell == b"":
        return None if kind == "absent" else "null"
    text = unquote(cell.decode())
    if kind == "number" and is_number(text):
        return text
    if kind == "boolean" and table.source.kind == "postgres" and text in ("t", "f"):
        return "true" if text == "t" else "false"
    if kind == "boolean" and text in ("true", "false"):
        return text
    if kind == "json" and is_json(text):
        return text.replace("\r", " ").replace("\n", " ")
    if kind in ("number", "boolean", "json"):
        other = table.columns[column].changed or (kind == "number" and not table.source.paths)
        require(other, "a cell is not what its kind says")
    return quote(text)


def quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
