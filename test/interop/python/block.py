"""FORMAT.md section 10: Cobblestone-256, padding and Zstandard."""

import hmac

import zstandard
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from refusal import DAMAGED, LIMIT, VERSION, Refused, require

LABEL = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0"
SALT, COMMITMENT, CHUNK, TAG = 24, 32, 16_384, 16
MAX_PLAIN = 64 * 1024 * 1024
MAX_WINDOW = 2**23
MAX_RATIO = 1000


def decrypt(block: bytes, key: bytes, context: bytes) -> bytes:
    """The block's plaintext, all of it authenticated."""
    salt, commitment, body = block[:SALT], block[SALT : SALT + COMMITMENT], block[SALT + COMMITMENT :]
    require(len(body) % (CHUNK + TAG) >= TAG, "a block is cut")
    require(len(body) - TAG * (len(body) // (CHUNK + TAG) + 1) <= MAX_PLAIN, "a block is too long", LIMIT)
    okm = HKDFExpand(algorithm=SHA512(), length=76, info=LABEL + salt + context).derive(key)
    require(hmac.compare_digest(okm[44:], commitment), "a block is committed to another key")
    cipher, base = AESGCM(okm[:32]), int.from_bytes(okm[32:44], "big")
    chunks = []
    for number, start in enumerate(range(0, len(body), CHUNK + TAG)):
        nonce = (base ^ number).to_bytes(12, "big")
        try:
            chunks.append(cipher.decrypt(nonce, body[start : start + CHUNK + TAG], None))
        except InvalidTag as error:
            raise Refused(DAMAGED, "a block does not authenticate") from error
    return b"".join(chunks)


def padded_length(length: int) -> int:
    """Padmé, and at least 1 KiB."""
    exponent = length.bit_length() - 1
    zeros = exponent - exponent.bit_length()
    mask = (1 << zeros) - 1
    return max(1024, (length + mask) & ~mask)


def unpack_frame(plain: bytes) -> bytes:
    """What the plaintext's one zstd frame decompresses to."""
    require(len(plain) >= 12, "a block's plaintext is cut")
    require(plain[0] == 1, "the codec is unknown", VERSION)
    require(plain[1:4] == bytes(3), "bytes that must be zero are not")
    length, size = int.from_bytes(plain[4:8], "big"), int.from_bytes(plain[8:12], "big")
    require(12 + length <= len(plain) == padded_length(12 + length), "a block has another length than padded")
    require(not any(plain[12 + length :]), "the padding is not zero")
    require(size <= MAX_PLAIN and size <= MAX_RATIO * length, "a frame grows too much", LIMIT)
    frame = plain[12 : 12 + length]
    check_frame(frame, size)
    try:
        reader = zstandard.ZstdDecompressor(max_window_size=MAX_WINDOW).stream_reader(frame)
        content = reader.read(size + 1)
    except zstandard.ZstdError as error:
        raise Refused(DAMAGED, "a frame does not decompress") from error
    require(len(content) == size, "a frame has another length than told")
    return bytes(content)


def check_frame(frame: bytes, size: int) -> None:
    """RFC 8878 section 3.1.1, before a byte is decompressed: one frame, without dictionary, of a small window."""
    require(len(frame) >= 6 and frame[:4] == b"\x28\xb5\x2f\xfd", "this is no zstd frame")
    descriptor = frame[4]
    single, checksum = descriptor >> 5 & 1, descriptor >> 2 & 1
    require(descriptor & 3 == 0, "a frame asks for a dictionary")
    require(descriptor >> 3 & 1 == 0, "a frame has a reserved bit")
    at = 5
    if not single:
        exponent, mantissa = frame[at] >> 3, frame[at] & 7
        window = (1 << (10 + exponent)) + ((1 << (10 + exponent)) >> 3) * mantissa
        require(window <= MAX_WINDOW, "a frame's window is too large", LIMIT)
        at += 1
    width = (single, 2, 4, 8)[descriptor >> 6]
    if width > 0:
        told = int.from_bytes(frame[at : at + width], "little") + (256 if width == 2 else 0)
        require(not single or told <= MAX_WINDOW, "a frame's window is too large", LIMIT)
        require(told == size, "a frame tells another length")
        at += width
    last = 0
    while not last:
        require(at + 3 <= len(frame), "a frame is cut")
        head = int.from_bytes(frame[at : at + 3], "little")
        last, kind, length = head & 1, head >> 1 & 3, head >> 3
        require(kind != 3, "a frame has a reserved block")
        at += 3 + (1 if kind == 1 else length)
    require(at + 4 * checksum == len(frame), "a frame ends elsewhere")
