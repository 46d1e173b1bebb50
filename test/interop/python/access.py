"""FORMAT.md section 6: who can open what."""

import hashlib
from dataclasses import dataclass

import shape
from manifest import Manifest, check_version, named_fingerprint, predicate_of
from refusal import LIMIT, require

MAX_AGE_FILE = 1024 * 1024


@dataclass(frozen=True)
class Grant:
    """One compartment's age file and those who may open it."""

    size: int
    sha256: bytes
    readers: list[str]


def parse_access(document: bytes, manifest_bytes: bytes, manifest: Manifest) -> tuple[list[Grant], list[str]]:
    """In the order of the manifest's compartments; and the holders of an escrow."""
    predicate, subjects = predicate_of(document, "urn:datadeed:access:v1")
    check_version(predicate, {"escrow"})
    escrowed = shape.items(predicate["critical"]) == ["escrow"]
    whole = shape.fields(predicate, "format critical ext deedId serial suite created compartments" + " escrow" * escrowed)
    digest = hashlib.sha256(manifest_bytes).digest()
    require(subjects == [("manifest.json", digest)], "the access statement is about another manifest")
    require(whole["deedId"] == manifest.deed_id.hex(), "the access statement is about another deed")
    require(shape.count(whole["serial"]) == 0, "the serial is not 0")
    require(whole["suite"] == manifest.suite, "the suites differ")
    shape.time(whole["created"])
    grants = []
    listed = shape.items(whole["compartments"])
    require(len(listed) == len(manifest.compartments), "compartments are missing or additional")
    for each, compartment in zip(listed, manifest.compartments):
        grant = shape.fields(each, "name entry size sha256 readers")
        entry = f"keys/{compartment.name}.age"
        require((grant["name"], grant["entry"]) == (compartment.name, entry), "compartments are in another order")
        size = shape.count(grant["size"])
        require(size <= MAX_AGE_FILE, "an age file is too long", LIMIT)
        readers = [named_fingerprint(reader) for reader in shape.items(grant["readers"])]
        grants.append(Grant(size, shape.unhex(grant["sha256"], 32), readers))
    return grants, parse_escrow(whole["escrow"], grants) if escrowed else []


def parse_escrow(escrow: object, grants: list[Grant]) -> list[str]:
    """FORMAT.md section 6.1, without opening a share: fingerprints of the holders."""
    whole = shape.fields(escrow, "threshold reader holders")
    holders = [shape.fields(each, "name fingerprint share ageFile") for each in shape.items(whole["holders"])]
    prints = [shape.unhex(holder["fingerprint"], 32).hex() for holder in holders]
    require(2 <= shape.count(whole["threshold"]) <= len(holders) <= 16, "an escrow that shares nothing")
    require(len(set(prints)) == len(prints), "a holder stands twice")
    require(all(whole["reader"] in grant.readers for grant in grants), "the escrow does not read everything")
    return prints
