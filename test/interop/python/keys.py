"""FORMAT.md sections 7 and 8: the payload of an age file, held against what the manifest commits to."""

from dataclasses import dataclass

import shape
from digests import commitment, same, u32
from manifest import Manifest
from refusal import require
from strict_json import parse_json


@dataclass(frozen=True)
class Keys:
    mac_key: bytes
    epochs: dict[int, bytes]


def parse_payload(payload: bytes, manifest: Manifest, number: int) -> Keys:
    """Of compartment `number`; every key matches its commitment."""
    compartment, head = manifest.compartments[number], manifest.deed_id + u32(number)
    whole = shape.fields(parse_json(payload), "format deedId compartment epochs macKey facts")
    require(whole["format"] == "datadeed/v1/keys", "a payload is of another format")
    require(whole["deedId"] == manifest.deed_id.hex(), "a payload is of another deed")
    require(whole["compartment"] == compartment.name, "a payload is of another compartment")
    mac_key = shape.unbase64(whole["macKey"], 32)
    require(same(commitment("mac-key", head, mac_key), compartment.mac_key), "a mac key is another")
    facts = shape.fields(whole["facts"], "salt text")
    salt, text = shape.unbase64(facts["salt"], 32), shape.text(facts["text"])
    require(same(commitment("facts", head, salt, text.encode()), compartment.facts), "facts are others")
    epochs = {}
    listed = shape.items(whole["epochs"])
    require(len(listed) == len(compartment.epochs), "epochs differ from the manifest's")
    for each, (expected, committed) in zip(listed, compartment.epochs.items()):
        epoch = shape.fields(each, "epoch key")
        require(shape.count(epoch["epoch"]) == expected, "epochs differ from the manifest's")
        key = shape.unbase64(epoch["key"], 32)
        require(same(commitment("data-key", head, u32(expected), key), committed), "a data key is another")
        epochs[expected] = key
    return Keys(mac_key, epochs)
