"""The policy of Deventer as it stands in the packs, for tests of pure rules; each file is read once in a run."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from app.db.beleid_bestanden import laad_register
from app.domain.beleid.model import Beleid
from app.domain.beleid.register import Register

PAKKETTEN = Path(__file__).parents[2] / "app" / "beleid"
B = TypeVar("B", bound=Beleid)


@cache
def vast_register() -> Register:
    """The packs of this service: reading and checking them takes a quarter of a second, and they never change."""
    return laad_register()


@cache
def _nieuwste_waarden(pad: Path) -> dict[str, Any]:
    waarden: dict[str, Any] = {}
    if pad.exists():
        waarden |= tomllib.loads(pad.read_text(encoding="utf-8"))["versie"][-1]["waarden"]
    return waarden


def beleid_van(model: type[B], **anders: Any) -> B:
    """The newest national and municipal values of a subject; ``anders`` changes single values."""
    waarden: dict[str, Any] = {}
    for laag in ("NL", "GM0150"):
        waarden |= _nieuwste_waarden(PAKKETTEN / laag / f"{model.soort}.toml")
    return model.model_validate(waarden | {veld: waarden[veld] | {"waarde": waarde} for veld, waarde in anders.items()})
