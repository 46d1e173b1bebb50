"""FORMAT.md section 5: what is in the deed."""

from dataclasses import dataclass

import shape
from card import ALGORITHMS, Card
from refusal import DAMAGED, LIMIT, TRUST, VERSION, Refused, require
from strict_json import parse_json
from table import Table, parse_table

STATEMENT = "https://in-toto.io/Statement/v1"
FORMAT = "datadeed/v1"
CRITICAL = {"actions", "sources"}
KEYS = (
    "format critical ext deedId dealId kind suite series sequence previous created expires seller addressees "
    "grantors required tables compartments entries policyDigest ledgerHead tool"
)


@dataclass(frozen=True)
class Compartment:
    name: str
    mac_key: bytes
    facts: bytes
    epochs: dict[int, bytes]


@dataclass(frozen=True)
class Manifest:
    deed_id: bytes
    suite: str
    addressees: list[str]
    grantors: list[str]
    required: list[str]
    tables: list[Table]
    compartments: list[Compartment]
    entries: list[tuple[str, int, bytes]]

    def expected_entries(self) -> list[str]:
        """FORMAT.md section 2, in order."""
        names = ["mimetype", "README.txt"]
        for number, table in enumerate(self.tables):
            names += [f"data/{number}/{part}.blocks" for part in range(table.parts)]
            names.append(f"data/{number}.index")
        names += ["manifest.json", "access.json"]
        names += [f"keys/{compartment.name}.age" for compartment in self.compartments]
        return [*names, "access.signatures.json", "signatures.json"]


def predicate_of(document: bytes, kind: str) -> tuple[dict[str, object], list[tuple[str, bytes]]]:
    """The predicate and the subjects of an in-toto statement of this one kind."""
    statement = shape.fields(parse_json(document), "_type subject predicateType predicate")
    require(statement["_type"] == STATEMENT, "a statement is of another type")
    require(statement["predicateType"] == kind, "a statement has another predicate")
    subjects = []
    for each in shape.items(statement["subject"]):
        subject = shape.fields(each, "name digest")
        digest = shape.fields(subject["digest"], "sha256")["sha256"]
        subjects.append((shape.text(subject["name"]), shape.unhex(digest, 32)))
    predicate = statement["predicate"]
    if not isinstance(predicate, dict):
        raise Refused(DAMAGED, "a statement has no predicate")
    return predicate, subjects


def check_version(predicate: dict[str, object], critical: set[str]) -> None:
    """Before anything else is read: a later version may look otherwise."""
    require(predicate.get("format") == FORMAT, "the format is another version", VERSION)
    require(set(map(str, shape.items(predicate.get("critical")))) <= critical, "a critical extension is unknown", VERSION)
    require(isinstance(predicate.get("ext"), dict), "ext is no object")
    require(predicate.get("suite") in ("hybrid", "classic"), "the suite is unknown", VERSION)


def parse_manifest(document: bytes, seller: Card) -> Manifest:
    predicate, subjects = predicate_of(document, "urn:datadeed:manifest:v1")
    check_version(predicate, CRITICAL)
    require(predicate.get("kind") == "full", "the kind is unknown", VERSION)
    whole = shape.fields(predicate, KEYS)
    check_plain_values(whole)
    check_seller(whole["seller"], seller)
    compartments = parse_compartments(whole["compartments"])
    rows = shape.items(whole["tables"])
    require(len(rows) <= 4096, "there are too many tables", LIMIT)
    tables = [parse_table(each, [compartment.name for compartment in compartments]) for each in rows]
    require(len({table.name for table in tables}) == len(tables), "a table's name stands twice")
    entries = []
    for each in shape.items(whole["entries"]):
        entry = shape.fields(each, "name size sha256")
        entries.append((shape.text(entry["name"]), shape.count(entry["size"]), shape.unhex(entry["sha256"], 32)))
    told = ["mimetype", "README.txt", *(f"data/{number}.index" for number in range(len(tables)))]
    require([name for name, _, _ in entries] == told, "the manifest lists other entries")
    require(subjects == [(name, digest) for name, _, digest in entries], "subjects and entries differ")
    addressees = [named_fingerprint(each) for each in shape.items(whole["addressees"])]
    require(len(addressees) > 0, "there is no addressee")
    return Manifest(
        shape.unhex(whole["deedId"], 16),
        shape.text(whole["suite"]),
        addressees,
        [shape.unhex(each, 32).hex() for each in shape.items(whole["grantors"])],
        parse_required(whole["required"], seller),
        tables,
        compartments,
        entries,
    )


def check_plain_values(whole: dict[str, object]) -> None:
    deal = whole["dealId"]
    require(deal is None or len(shape.text(deal)) <= 200, "the deal id is too long")
    for key in ("series", "ledgerHead"):
        require(whole[key] is None or isinstance(whole[key], str), f"{key} is no text")
    if whole["sequence"] is not None:
        shape.count(whole["sequence"])
    for key in ("previous", "policyDigest"):
        if whole[key] is not None:
            shape.unhex(whole[key], 32)
    shape.time(whole["created"])
    if whole["expires"] is not None:
        shape.time(whole["expires"])
    tool = shape.fields(whole["tool"], "name version")
    shape.text(tool["name"]), shape.text(tool["version"])


def check_seller(value: object, card: Card) -> None:
    seller = shape.fields(value, "name role fingerprint ed25519 mldsa65")
    shape.name(seller["name"])
    told = (seller["role"], seller["fingerprint"], shape.unbase64(seller["ed25519"]), shape.unbase64(seller["mldsa65"]))
    require(told == (card.role, card.fingerprint, card.ed25519, card.mldsa65), "the seller is another card", TRUST)


def named_fingerprint(value: object) -> str:
    party = shape.fields(value, "name fingerprint")
    shape.name(party["name"])
    return shape.unhex(party["fingerprint"], 32).hex()


def parse_required(value: object, seller: Card) -> list[str]:
    required = []
    for each in shape.items(value):
        signer = shape.fields(each, "fingerprint algorithms")
        require(tuple(shape.items(signer["algorithms"])) == ALGORITHMS, "an algorithm is unknown", VERSION)
        required.append(shape.unhex(signer["fingerprint"], 32).hex())
    require(seller.fingerprint in required, "the seller's signature is not required")
    return required


def parse_compartments(value: object) -> list[Compartment]:
    listed = shape.items(value)
    require(len(listed) <= 64, "there are too many compartments", LIMIT)
    found = [parse_compartment(each) for each in listed]
    require(len({each.name for each in found}) == len(found), "a compartment's name stands twice")
    return found


def parse_compartment(value: object) -> Compartment:
    whole = shape.fields(value, "name macKey facts epochs")
    listed = shape.items(whole["epochs"])
    require(len(listed) <= 4096, "there are too many epochs", LIMIT)
    epochs: dict[int, bytes] = {}
    for each in listed:
        epoch = shape.fields(each, "epoch key")
        number = shape.count(epoch["epoch"])
        require(not epochs or number > max(epochs), "epochs do not ascend")
        epochs[number] = shape.unhex(epoch["key"], 32)
    mac_key, facts = shape.unhex(whole["macKey"], 32), shape.unhex(whole["facts"], 32)
    return Compartment(shape.text(whole["name"]), mac_key, facts, epochs)
