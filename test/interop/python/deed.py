"""The way of a reader through a deed: container, signatures, manifest, access, digests, index, keys, blocks, exports."""

import hashlib
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

import digests
from access import Grant, parse_access
from age_file import open_age_file
from block import decrypt, unpack_frame
from card import Card, signers_of
from container import ROTATED, Container, open_container
from export import SliceContent, rejoin
from frame import Segment, parse_frame
from grants import Wrapped, parse_grant, parse_rotation
from index_file import Record, parse_index
from keys import Keys, parse_payload
from manifest import Manifest, parse_manifest
from objects import write_objects
from refusal import DENIED, NO_KEY, TRUST, require


@dataclass(frozen=True)
class Reader:
    """What the person at the keyboard has."""

    seller: Card
    trusted: list[Card]
    me: str | None
    identity: X25519PrivateKey | None
    """By compartment, payloads of age files that another program opened."""
    opened: dict[str, bytes]
    """Grants beside the deed, as they were read."""
    papers: list[bytes]


@dataclass(frozen=True)
class Deed:
    container: Container
    manifest: Manifest
    grants: list[Grant]
    """By compartment; then nobody opens by `grants`."""
    rotated: list[Wrapped] | None
    """What papers beside the deed add."""
    wrapped: list[Wrapped]
    indexes: list[list[Record]]


def verify(path: str, reader: Reader) -> Deed:
    """All that can be checked without a private key."""
    container = open_container(path)
    entries = container.entries
    needed = ("manifest.json", "signatures.json", "access.json", "access.signatures.json")
    require(all(name in entries for name in needed), "an entry is missing or additional")
    cards = [reader.seller, *reader.trusted]
    signers = signers_of(entries["signatures.json"], entries["manifest.json"], cards)
    require(reader.seller.fingerprint in signers, "the manifest is not signed by the seller", TRUST)
    manifest = parse_manifest(entries["manifest.json"], reader.seller)
    require(set(manifest.required) <= signers, "a required signature is missing", TRUST)
    granted = signers_of(entries["access.signatures.json"], entries["access.json"], cards)
    require(reader.seller.fingerprint in granted, "the access statement is not signed by the seller", TRUST)
    grants, holders = parse_access(entries["access.json"], entries["manifest.json"], manifest)
    rotated = parse_rotated(entries, reader, manifest, holders)
    container.assert_exactly(manifest.expected_entries())
    check_digests(container, manifest, grants)
    wrapped = [
        each
        for paper in reader.papers
        for each in parse_grant(paper, reader.seller, manifest, entries["manifest.json"])
    ]
    opening = [*(grants if rotated is None else rotated), *wrapped]
    check_reader(reader, manifest, [*holders, *(name for each in opening for name in each.readers)])
    require(entries["mimetype"] == b"application/vnd.datadeed.v1", "the media type is another")
    indexes = []
    for number, table in enumerate(manifest.tables):
        sizes = [len(entries[f"data/{number}/{part}.blocks"]) for part in range(table.parts)]
        indexes.append(parse_index(entries[f"data/{number}.index"], manifest, number, sizes))
    deed = Deed(container, manifest, grants, rotated, wrapped, indexes)
    for number, records in enumerate(indexes):
        for record in records:
            read_block(deed, number, record)
    return deed


def parse_rotated(
    entries: dict[str, bytes], reader: Reader, manifest: Manifest, holders: list[str]
) -> list[Wrapped] | None:
    if ROTATED not in entries:
        return None
    statements = (entries["manifest.json"], entries["access.json"])
    rotated = parse_rotation(entries[ROTATED], reader.seller, manifest, statements)
    require(not holders, "a deed with an escrow has other readers")
    return rotated


def check_digests(container: Container, manifest: Manifest, grants: list[Grant]) -> None:
    told = [*manifest.entries]
    for compartment, grant in zip(manifest.compartments, grants):
        told.append((f"keys/{compartment.name}.age", grant.size, grant.sha256))
    for name, size, digest in told:
        if name not in container.entries:
            require(ROTATED in container.entries and name.startswith("keys/"), f"{name} is missing")
            continue
        content = container.entries[name]
        require((len(content), hashlib.sha256(content).digest()) == (size, digest), f"{name} was changed")


def check_reader(reader: Reader, manifest: Manifest, others: list[str]) -> None:
    if reader.me is not None:
        require(reader.me in [*manifest.addressees, *others], "the deed is not addressed to this reader", DENIED)


def read_block(deed: Deed, table: int, record: Record) -> bytes:
    file = deed.container.entries[f"data/{table}/{record.part}.blocks"]
    block = file[record.offset : record.offset + record.length]
    require(hashlib.sha256(block).digest() == record.sha256, "a block was changed")
    return block


def open_compartments(deed: Deed, reader: Reader) -> dict[int, Keys]:
    """Keys of every compartment that opens; a compartment that names this reader must."""
    found: dict[int, Keys] = {}
    for number, (compartment, grant) in enumerate(zip(deed.manifest.compartments, deed.grants)):
        payload = reader.opened.get(compartment.name)
        added = [each for each in deed.wrapped if each.compartment == compartment.name]
        if payload is None and reader.identity is not None and deed.manifest.suite == "classic":
            own = deed.rotated[number].age_file if deed.rotated else deed.container.entries[f"keys/{compartment.name}.age"]
            for age_file in [own, *(each.age_file for each in added)]:
                payload = payload or open_age_file(age_file, reader.identity)
        if payload is not None:
            found[number] = parse_payload(payload, deed.manifest, number)
        elif reader.identity is not None and deed.manifest.suite == "classic":
            first = deed.rotated[number] if deed.rotated else grant
            named = [name for each in [first, *added] for name in each.readers]
            require(reader.me not in named, "a compartment that names this reader does not open", NO_KEY)
    return found


def restore(deed: Deed, table_number: int, keys: dict[int, Keys], form: str) -> bytes | None:
    """A table as far as the keys open it, as `csv`, `jsonl` or `json`; None if they open nothing of it."""
    table, names = deed.manifest.tables[table_number], [each.name for each in deed.manifest.compartments]
    columns = [at for at, column in enumerate(table.columns) if column.compartment in {names[at] for at in keys}]
    if not columns:
        return None
    contents: list[SliceContent] = []
    leaves: dict[int, list[bytes]] = {number: [] for number in keys if names[number] in table.plain_roots}
    for record in deed.indexes[table_number]:
        if record.slice == len(contents):
            contents.append(SliceContent(record.rows, []))
        if record.compartment in keys:
            opened = keys[record.compartment]
            segments = open_block(deed, table_number, record, opened)
            place = (deed.manifest.deed_id, table_number, record.slice, record.rows)
            for each in segments:
                segment = (each.column, each.kind, each.content)
                leaves[record.compartment].append(digests.leaf(opened.mac_key, place, segment))
            contents[record.slice].segments.extend(segments)
    for number, own in leaves.items():
        root = digests.plain_root(keys[number].mac_key, deed.manifest.deed_id, table_number, number, own)
        committed = digests.commitment("plain-root-commitment", root)
        require(digests.same(committed, table.plain_roots[names[number]]), "a plainRoot differs")
    if form == "csv":
        return rejoin(table, columns, contents)
    return write_objects(table, columns, contents, form == "json")


def open_block(deed: Deed, table_number: int, record: Record, keys: Keys) -> list[Segment]:
    numbers = (table_number, record.compartment, record.epoch, record.slice, record.rows)
    context = b"datadeed/v1".ljust(16, b"\0") + deed.manifest.deed_id + b"".join(map(digests.u32, numbers))
    plain = decrypt(read_block(deed, table_number, record), keys.epochs[record.epoch], context)
    table, name = deed.manifest.tables[table_number], deed.manifest.compartments[record.compartment].name
    return parse_frame(
        unpack_frame(plain), record.rows, table.assigned(name), table.layout == name, table.source.typed
    )
