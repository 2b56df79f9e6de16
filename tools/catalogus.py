"""The rule ids of the catalogue in ``docs/regels``, read without parsing the whole of it."""

import re
from collections import Counter
from pathlib import Path

MAP = Path(__file__).parents[1] / "docs" / "regels"
WEGGELATEN = MAP / "weggelaten.yaml"
_ID = re.compile(r"^- id: *\"?([A-Z0-9]+-[A-Z0-9]+-[0-9]+)\"?", re.MULTILINE)


def regel_ids(map: Path = MAP) -> list[str]:
    """Every rule id in the order of the catalogue; raises ValueError when one stands there twice."""
    bestanden = [pad for pad in sorted(map.glob("*.yaml")) if pad.name != WEGGELATEN.name]
    ids = [id_ for pad in bestanden for id_ in _ID.findall(pad.read_text(encoding="utf-8"))]
    if dubbel := [id_ for id_, aantal in Counter(ids).items() if aantal > 1]:
        raise ValueError(f"Deze regels staan meer dan eens in de catalogus: {', '.join(dubbel)}")
    return ids


def onderwerp(id_: str) -> str:
    """Municipality and subject of a rule: DEV-MTR of DEV-MTR-012."""
    return id_.rsplit("-", 1)[0]
