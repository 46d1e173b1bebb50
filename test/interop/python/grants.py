"""FORMAT.md sections 6.2 and 6.3: grants beside a deed, and the rotation inside one. Shares of an escrow are not read here."""

import hashlib
import json
from dataclasses import dataclass

import shape
from age_file import parse_header
from card import Card, parse_card, signers_of
from manifest import FORMAT, Manifest, check_version, named_fingerprint, predicate_of
from refusal import DAMAGED, LIMIT, TRUST, USAGE, VERSION, Refused, require
from strict_json import parse_json

MAX_SUCCESSIONS = 32
HEAD = "format critical ext paperId created tool issuer"


@dataclass(frozen=True)
class Wrapped:
    """Keys of one compartment, wrapped anew for these readers."""

    compartment: str
    readers: list[str]
    age_file: bytes


def parse_grant(document: bytes, seller: Card, manifest: Manifest, manifest_bytes: bytes) -> list[Wrapped]:
    """What a grant adds to the access statement of this very deed."""
    whole, subjects = open_paper(document, seller, manifest, ("grant", ""))
    digest = hashlib.sha256(manifest_bytes).digest()
    require(subjects == [("manifest.json", digest)], "a grant is about another manifest")
    wrapped = [parse_wrapped(each, manifest) for each in shape.items(whole["compartments"])]
    names = [each.compartment for each in wrapped]
    require(0 < len(names) == len(set(names)), "a grant names no compartment, or one twice")
    return wrapped


def parse_rotation(
    document: bytes, seller: Card, manifest: Manifest, statements: tuple[bytes, bytes]
) -> list[Wrapped]:
    """FORMAT.md section 6.3: who opens the deed instead; `statements` are manifest.json and access.json."""
    whole, subjects = open_paper(document, seller, manifest, ("rotation", " previous"))
    digests = [hashlib.sha256(each).digest() for each in statements]
    require(subjects == list(zip(("manifest.json", "access.json"), digests)), "a rotation is about others")
    previous = shape.unhex(whole["previous"], 32)
    require(shape.count(whole["serial"]) > 1 or previous == digests[1], "the first rotation replaces another statement")
    wrapped = [parse_wrapped(each, manifest) for each in shape.items(whole["compartments"])]
    names = [each.compartment for each in wrapped]
    require(names == [each.name for each in manifest.compartments], "a rotation names other compartments")
    require(all(len(set(each.readers)) == len(each.readers) for each in wrapped), "a reader stands twice")
    return wrapped


def open_paper(
    document: bytes, seller: Card, manifest: Manifest, kind: tuple[str, str]
) -> tuple[dict[str, object], list[tuple[str, bytes]]]:
    """The predicate of a paper by one who may grant, of a kind with some fields of its own, and its subjects."""
    require(manifest.suite == "classic", "grants of hybrid deeds are for other readers", USAGE)
    envelope = parse_json(document)
    if not isinstance(envelope, dict):
        raise Refused(DAMAGED, "an envelope is no object")
    issuer = find_issuer(envelope, seller, manifest, followed=kind[0] == "rotation")
    payload = shape.unbase64(envelope.get("payload"))
    require(issuer.fingerprint in signers_of(document, payload, [issuer]), "a grant is not signed by its issuer", TRUST)
    predicate, subjects = predicate_of(payload, f"urn:datadeed:{kind[0]}:v1")
    check_version(predicate, set())
    whole = shape.fields(predicate, HEAD + " deedId suite ledgerHead serial compartments" + kind[1])
    require(named_fingerprint(whole["issuer"]) == issuer.fingerprint, "a grant names another issuer", TRUST)
    shape.unhex(whole["paperId"], 16)
    shape.time(whole["created"])
    require(shape.count(whole["serial"]) > 0, "a grant has the serial of the deed's own statement")
    require(whole["deedId"] == manifest.deed_id.hex(), "a grant is of another deed")
    require(whole["suite"] == manifest.suite, "the suites differ")
    return whole, subjects


def find_issuer(envelope: dict[str, object], seller: Card, manifest: Manifest, followed: bool) -> Card:
    """The card in the envelope is not signed: it counts only if the manifest names its fingerprint, or one it followed."""
    named = seller if "card" not in envelope else parse_card(json.dumps(envelope["card"]).encode())
    if named.fingerprint == seller.fingerprint:
        return seller
    if named.fingerprint in manifest.grantors:
        return named
    papers = shape.items(envelope.get("successions", [])) if followed else []
    require(len(papers) <= MAX_SUCCESSIONS, "too many cards followed one another", LIMIT)
    require(bool(papers), "a grant is by one who may not", TRUST)
    card = first_card(papers[0])
    require(card.fingerprint in {seller.fingerprint, *manifest.grantors}, "a grant is by one who may not", TRUST)
    for paper in papers:
        card = read_follower(paper, card)
    require(card.fingerprint == named.fingerprint, "a grant is by one who may not", TRUST)
    return card


def first_card(paper: object) -> Card:
    if not isinstance(paper, dict) or "card" not in paper:
        raise Refused(TRUST, "a grant is by one who may not")
    return parse_card(json.dumps(paper["card"]).encode())


def read_follower(paper: object, before: Card) -> Card:
    """docs/keys.md: both cards have signed that one follows the other."""
    envelope = paper if isinstance(paper, dict) else {}
    document = json.dumps(paper).encode()
    payload = shape.unbase64(envelope.get("payload"))
    require(before.fingerprint in signers_of(document, payload, [before]), "a succession is not signed", TRUST)
    predicate, _ = predicate_of(payload, "urn:datadeed:succession:v1")
    require(predicate.get("format") == FORMAT, "the format is another version", VERSION)
    require(shape.items(predicate.get("critical")) == [], "a critical extension is unknown", VERSION)
    whole = shape.fields(predicate, HEAD + " ledgerHead successor activeFrom decryptOnlyFrom retiredFrom")
    require(named_fingerprint(whole["issuer"]) == before.fingerprint, "a succession names another issuer", TRUST)
    after = parse_card(json.dumps(whole["successor"]).encode())
    require(after.role == before.role and after.fingerprint != before.fingerprint, "a card that cannot follow")
    require(after.fingerprint in signers_of(document, payload, [after]), "a succession is signed by one card", TRUST)
    return after


def parse_wrapped(value: object, manifest: Manifest) -> Wrapped:
    whole = shape.fields(value, "name readers ageFile")
    name = shape.text(whole["name"])
    require(name in [each.name for each in manifest.compartments], "a grant names another compartment")
    readers = [named_fingerprint(reader) for reader in shape.items(whole["readers"])]
    age_file = shape.unbase64(whole["ageFile"])
    stanzas, _, _ = parse_header(age_file)
    require(0 < len(readers) == len(stanzas), "an age file is not for exactly its readers")
    return Wrapped(name, readers, age_file)
