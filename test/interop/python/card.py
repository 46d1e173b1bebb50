"""FORMAT.md section 4: cards, fingerprints and the signatures of DSSE envelopes."""

import base64
import binascii
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

import edwards
import shape
from refusal import DAMAGED, TRUST, Refused, require
from strict_json import parse_json

PAYLOAD_TYPE = "application/vnd.in-toto+json"
ALGORITHMS = ("ed25519", "ml-dsa-65")
ML_DSA_SIGNATURE_BYTES = 3309
ROLES = {"sign": 1, "open": 2, "both": 3}


@dataclass(frozen=True)
class Card:
    """Public keys of a party, trusted because the caller says so."""

    name: str
    role: str
    fingerprint: str
    ed25519: bytes
    mldsa65: bytes


def parse_card(document: bytes) -> Card:
    card = shape.fields(parse_json(document), "format name role created", "sign open legalName contact")
    require(card["format"] == "datadeed/card/v1", "the card is of another format")
    role = shape.text(card["role"])
    require(role in ROLES, "the card's role is unknown")
    require(("sign" in card) == (role != "open"), "the card's keys are not those of its role")
    require(("open" in card) == (role != "sign"), "the card's keys are not those of its role")
    ed25519, mldsa65, recipients = b"", b"", [b"", b""]
    if "sign" in card:
        sign = shape.fields(card["sign"], "ed25519 mldsa65")
        ed25519, mldsa65 = shape.unbase64(sign["ed25519"], 32), shape.unbase64(sign["mldsa65"], 1952)
    if "open" in card:
        opens = shape.fields(card["open"], "hybrid classic")
        recipients = [shape.text(opens[suite]).encode() for suite in ("hybrid", "classic")]
    digest = hashlib.sha256(b"datadeed/v1/card\0" + bytes([ROLES[role]]))
    for key in (ed25519, mldsa65, *recipients):
        digest.update(len(key).to_bytes(4, "big") + key)
    return Card(shape.name(card["name"]), role, digest.hexdigest(), ed25519, mldsa65)


def signers_of(envelope: bytes, body: bytes, trusted: list[Card]) -> set[str]:
    """Fingerprints of the trusted cards whose Ed25519 signature holds and that have one for ML-DSA-65.

    The latter is NOT checked: Debian's python3-cryptography knows no ML-DSA.
    """
    document = parse_json(envelope)
    if not isinstance(document, dict):
        raise Refused(DAMAGED, "an envelope is no object")
    require(document.get("payloadType") == PAYLOAD_TYPE, "an envelope is of another type", TRUST)
    signed = pae(body)
    kinds: dict[str, list[bytes]] = {algorithm: [] for algorithm in ALGORITHMS}
    for entry in shape.items(document.get("signatures")):
        if isinstance(entry, dict) and entry.get("alg") in ALGORITHMS and isinstance(entry.get("sig"), str):
            kinds[str(entry["alg"])].append(decode_either(str(entry["sig"])))
    if not any(len(signature) == ML_DSA_SIGNATURE_BYTES for signature in kinds["ml-dsa-65"]):
        return set()
    return {
        card.fingerprint
        for card in trusted
        if card.ed25519 and any(ed25519_holds(card.ed25519, sig, signed) for sig in kinds["ed25519"])
    }


def pae(body: bytes) -> bytes:
    kind = PAYLOAD_TYPE.encode()
    return b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(body), body)


def decode_either(coded: str) -> bytes:
    """Both base64 alphabets; what is neither verifies as nothing."""
    try:
        return base64.b64decode(coded.replace("-", "+").replace("_", "/"), validate=True)
    except (binascii.Error, ValueError):
        return b""


def ed25519_holds(key: bytes, signature: bytes, message: bytes) -> bool:
    if len(signature) != 64 or not edwards.is_strict(key) or not edwards.is_strict(signature[:32]):
        return False
    if int.from_bytes(signature[32:], "little") >= edwards.ORDER:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except InvalidSignature:
        return False
    return True
