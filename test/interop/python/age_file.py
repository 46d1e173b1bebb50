"""C2SP age v1, binary, X25519 recipients only: what a classic deed's keys lie in."""

import base64
import hmac
import re

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from refusal import LIMIT, USAGE, Refused, require

MAX_STANZAS = 64
CHUNK = 64 * 1024
TAG = 16
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
STANZA = re.compile(rb"-> ([!-~]+(?: [!-~]+)*)\n((?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{0,63}\n)")
FOOTER = re.compile(rb"--- ([A-Za-z0-9+/]{43})\n")


def parse_identity(line: str) -> X25519PrivateKey:
    """AGE-SECRET-KEY-1…: Bech32 (BIP 173) of 32 bytes."""
    prefix, _, data = line.strip().lower().rpartition("1")
    require(prefix == "age-secret-key-" and set(data) <= set(BECH32), "this is no age identity", USAGE)
    values = [BECH32.index(character) for character in data]
    spread = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    require(polymod(spread + values) == 1, "the age identity's checksum is wrong", USAGE)
    bits = 0
    for value in values[:-6]:
        bits = bits << 5 | value
    surplus = 5 * (len(values) - 6) - 256
    require(0 <= surplus < 5 and bits & ((1 << surplus) - 1) == 0, "the age identity is of another length", USAGE)
    return X25519PrivateKey.from_private_bytes((bits >> surplus).to_bytes(32, "big"))


def polymod(values: list[int]) -> int:
    checksum = 1
    for value in values:
        top = checksum >> 25
        checksum = (checksum & 0x1FFFFFF) << 5 ^ value
        for at, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            checksum ^= generator if top >> at & 1 else 0
    return checksum


def open_age_file(file: bytes, identity: X25519PrivateKey) -> bytes | None:
    """The payload, or None if no stanza is for this identity."""
    stanzas, body_at, mac = parse_header(file)
    for argument, body in stanzas:
        file_key = unwrap(argument, body, identity)
        if file_key is None:
            continue
        mac_key = derive(file_key, b"", b"header")
        header = file[: body_at - len(b" " + base64.b64encode(mac).rstrip(b"=") + b"\n")]
        require(hmac.compare_digest(hmac.digest(mac_key, header, "sha256"), mac), "an age header is altered")
        return read_payload(file[body_at:], file_key)
    return None


def parse_header(file: bytes) -> tuple[list[tuple[bytes, bytes]], int, bytes]:
    """X25519 stanzas as (ephemeral share, wrapped key), where the payload begins, and the header's MAC."""
    intro = b"age-encryption.org/v1\n"
    require(file.startswith(intro), "this is no age file")
    at = len(intro)
    stanzas: list[tuple[bytes, bytes]] = []
    while (stanza := STANZA.match(file, at)) is not None:
        require(len(stanzas) < MAX_STANZAS, "an age file has too many stanzas", LIMIT)
        arguments = stanza[1].split(b" ")
        require(arguments[0] == b"X25519" and len(arguments) == 2, "a stanza is of another type")
        share, body = unpadded(arguments[1]), unpadded(stanza[2].replace(b"\n", b""))
        require(len(share) == 32 and len(body) == 32, "a stanza is of another length")
        stanzas.append((share, body))
        at = stanza.end()
    footer = FOOTER.match(file, at)
    if footer is None or not stanzas:
        raise Refused(5, "an age header is damaged")
    return stanzas, footer.end(), unpadded(footer[1])


def unpadded(coded: bytes) -> bytes:
    decoded = base64.b64decode(coded + b"=" * (-len(coded) % 4), validate=True)
    require(base64.b64encode(decoded).rstrip(b"=") == coded, "base64 in an age header is not in its only form")
    return decoded


def derive(secret: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(secret)


def unwrap(share: bytes, body: bytes, identity: X25519PrivateKey) -> bytes | None:
    try:
        secret = identity.exchange(X25519PublicKey.from_public_bytes(share))
    except ValueError as error:
        raise Refused(5, "a stanza's share is of small order") from error
    public = identity.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    key = derive(secret, share + public, b"age-encryption.org/v1/X25519")
    try:
        return ChaCha20Poly1305(key).decrypt(bytes(12), body, None)
    except InvalidTag:
        return None


def read_payload(payload: bytes, file_key: bytes) -> bytes:
    require(len(payload) >= 16 + TAG, "an age payload is cut")
    cipher = ChaCha20Poly1305(derive(file_key, payload[:16], b"payload"))
    body = payload[16:]
    starts = range(0, len(body), CHUNK + TAG)
    plain = b""
    for number, start in enumerate(starts):
        last = start + CHUNK + TAG >= len(body)
        nonce = number.to_bytes(11, "big") + bytes([last])
        try:
            chunk = cipher.decrypt(nonce, body[start : start + CHUNK + TAG], None)
        except (InvalidTag, ValueError) as error:
            raise Refused(5, "an age payload does not authenticate") from error
        require(chunk != b"" or number == 0, "an age payload ends with an empty chunk")
        plain += chunk
    return plain

