"""The policy of Deventer as it stands in the packs, for tests of pure rules."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from app.domain.beleid.model import Beleid

PAKKETTEN = Path(__file__).parents[2] / "app" / "beleid"
B = TypeVar("B", bound=Beleid)


def beleid_van(model: type[B], **anders: Any) -> B:
    """The newest national and municipal values of a subject; ``anders`` changes single values."""
    waarden: dict[str, Any] = {}
    for laag in ("NL", "GM0150"):
        pad = PAKKETTEN / laag / f"{model.soort}.toml"
        if pad.exists():
            waarden |= tomllib.loads(pad.read_text(encoding="utf-8"))["versie"][-1]["waarden"]
    return model.model_validate(waarden | {veld: waarden[veld] | {"waarde": waarde} for veld, waarde in anders.items()})
