"""Small gold folders of made-up texts, for tests of what comes of families and held-out texts."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

Line = tuple[str, str]
"""Label and words."""

PROMISED = "Polisen lovar att patrullera i centrum."
DONE = "Polisen har patrullerat i centrum 40 gånger."
SEEN: Sequence[Line] = (
    ("boilerplate", "Medborgarlöften i Åre kommun 2024"),
    ("promise", PROMISED),
    ("result", DONE),
)
HIDDEN: Sequence[Line] = (
    ("boilerplate", "Medborgarlöften i Ånge kommun 2023"),
    ("promise", "Polisen lovar att besöka hemliga skolor."),
    ("result", "Polisen har besökt fyra hemliga skolor."),
)
MEETING: Sequence[Line] = (
    ("boilerplate", "Kommunfullmäktiges möten"),
    ("background", "Mötena hålls i stadshuset."),
)


def entry(name: str, lines: Sequence[Line], **keys: object) -> tuple[str, dict[str, object]]:
    """Return a text and its line of gold; every result answers the promise above it."""
    text, blocks, promise = "", [], ""
    for i, (label, words) in enumerate(lines):
        start = len(text)
        text += f"{words}\n\n"
        block: dict[str, object] = {"label": label, "start": start, "end": start + len(words)}
        if label == "promise":
            promise = block["promise"] = f"p{i}"
        if label == "result":
            block["answers"] = [promise] if promise else []
        blocks.append(block)
    digest = sha256(text.encode()).hexdigest()
    gold = {"source_name": name, "text_sha256": digest, "meta": {}, "blocks": blocks, **keys}
    return text, gold


def write_gold(
    folder: Path, entries: Mapping[str, tuple[Sequence[Line], dict[str, object]]]
) -> None:
    """Write texts and their gold; the keys are file names."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for name, (words, keys) in entries.items():
        text, gold = entry(name, words, **keys)
        (folder / name).write_bytes(text.encode())
        lines.append(json.dumps(gold))
    (folder / "gold.jsonl").write_text("\n".join(lines), "utf-8")
