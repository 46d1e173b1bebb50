"""An independent reader of deeds, written from src/deed/FORMAT.md alone.

    read_deed.py DEED --from SELLER.card [--trust CARD]… [--as MY.card] [--identity AGE-IDENTITY | --opened FOLDER] [--grant FILE]… [-o FOLDER] [--format csv|own|jsonl]
    read_deed.py --jobs FILE.json       an array of argument lists, answered in order

A deed's tables are given back as CSV; with --format own, as they were exported; with jsonl, typed ones as JSON lines.
It checks Ed25519 and does not check ML-DSA-65, which Debian's python3-cryptography does not know; it opens age files of
classic deeds. Of hybrid deeds it takes the payloads that another program got out of the age files: FOLDER/<compartment>.json.
"""

import argparse
import json
import os
import sys

from age_file import parse_identity
from card import parse_card
from deed import Reader, open_compartments, restore, verify
from refusal import USAGE, Refused, require


def main(words: list[str]) -> int:
    if words[:1] == ["--jobs"]:
        with open(words[1], encoding="utf-8") as file:
            answers = [answer(job) for job in json.load(file)]
        print(json.dumps(answers))
        return 0
    told = answer(words)
    print(json.dumps(told))
    return int(str(told["exit"]))


def answer(words: list[str]) -> dict[str, object]:
    try:
        return {"exit": 0, **read(parse_words(words))}
    except Refused as refused:
        return {"exit": refused.exit, "reason": refused.reason}


def parse_words(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="read_deed.py")
    parser.add_argument("deed")
    parser.add_argument("--from", dest="seller", required=True)
    parser.add_argument("--trust", action="append", default=[])
    parser.add_argument("--as", dest="me")
    parser.add_argument("--identity")
    parser.add_argument("--opened")
    parser.add_argument("--grant", action="append", default=[])
    parser.add_argument("-o", dest="output")
    parser.add_argument("--format", choices=["csv", "own", "jsonl"], default="csv")
    return parser.parse_args(words)


def read(asked: argparse.Namespace) -> dict[str, object]:
    identity = None
    if asked.identity is not None:
        lines = read_file(asked.identity).decode("ascii").splitlines()
        secrets = [line for line in lines if line.strip() and not line.startswith("#")]
        require(len(secrets) == 1, "the identity file holds no identity, or several", USAGE)
        identity = parse_identity(secrets[0])
    reader = Reader(
        parse_card(read_file(asked.seller)),
        [parse_card(read_file(path)) for path in asked.trust],
        None if asked.me is None else parse_card(read_file(asked.me)).fingerprint,
        identity,
        {} if asked.opened is None else read_payloads(asked.opened),
        [read_file(path) for path in asked.grant],
    )
    deed = verify(asked.deed, reader)
    keys = open_compartments(deed, reader)
    tables = []
    for number, table in enumerate(deed.manifest.tables):
        form = form_of(table.source.kind, asked.format)
        export = restore(deed, number, keys, form)
        told = {"name": table.name, "rows": table.rows, "restored": export is not None}
        if export is not None and asked.output is not None:
            told["file"] = os.path.join(asked.output, f"{number}.{form}")
            write_new(str(told["file"]), export)
        tables.append(told)
    names = [each.name for each in deed.manifest.compartments]
    return {
        "signatures": {"ed25519": "checked", "ml-dsa-65": "not checked"},
        "deedId": deed.manifest.deed_id.hex(),
        "opened": [name for number, name in enumerate(names) if number in keys],
        "closed": [name for number, name in enumerate(names) if number not in keys],
        "openedBy": "another program" if asked.opened is not None else "this reader",
        "tables": tables,
    }


def form_of(kind: str, asked: str) -> str:
    """`own`: JSON of JSON; `jsonl`: lines of all that is typed; a CSV of all else."""
    if asked == "own" and kind in ("jsonl", "json"):
        return kind
    return "jsonl" if asked == "jsonl" and kind != "csv" else "csv"


def read_payloads(folder: str) -> dict[str, bytes]:
    return {name.removesuffix(".json"): read_file(os.path.join(folder, name)) for name in os.listdir(folder)}


def read_file(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def write_new(path: str, content: bytes) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "xb") as file:
        file.write(content)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
