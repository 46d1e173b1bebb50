"""FORMAT.md section 8: commitments and keyed digests."""

import hashlib
import hmac


def u32(value: int) -> bytes:
    return value.to_bytes(4, "big")


def commitment(label: str, *parts: bytes) -> bytes:
    return hashlib.sha256(b"datadeed/v1/" + label.encode() + b"\0" + b"".join(parts)).digest()


def keyed(mac_key: bytes, label: str, *parts: bytes) -> bytes:
    return hmac.digest(mac_key, b"datadeed/v1/" + label.encode() + b"\0" + b"".join(parts), "sha256")


def leaf(mac_key: bytes, place: tuple[bytes, int, int, int], segment: tuple[int, int, bytes]) -> bytes:
    """`place` is deed id, table, slice, rows; `segment` is column, kind, bytes."""
    deed_id, table, slice_number, rows = place
    column, kind, content = segment
    head = deed_id + u32(table) + u32(column) + bytes([kind]) + u32(slice_number) + u32(rows)
    return keyed(mac_key, "leaf", head, len(content).to_bytes(8, "big"), content)


def plain_root(mac_key: bytes, deed_id: bytes, table: int, compartment: int, leaves: list[bytes]) -> bytes:
    head = deed_id + u32(table) + u32(compartment)
    return keyed(mac_key, "plain-root", head, *leaves, len(leaves).to_bytes(8, "big"))


def same(one: bytes, other: bytes) -> bool:
    return hmac.compare_digest(one, other)
