"""Results and formats for tests."""

from __future__ import annotations

from typing import Any

from app.domain.kern.leefgebied import ExtraThema, Leefgebied

LEEFGEBIEDEN: list[dict[str, Any]] = [{"leefgebied": gebied.value, "score": 60} for gebied in Leefgebied]
FORMAT: dict[str, Any] = {
    "afgenomenOp": "2026-03-31",
    "kop": {"cv": True, "vervoer": "Fiets"},
    "bevindingen": [
        *({"onderwerp": gebied.value, "inhoud": "Besproken."} for gebied in Leefgebied),
        {"onderwerp": ExtraThema.KINDEREN.value, "inhoud": "Twee kinderen op de basisschool."},
        {"onderwerp": ExtraThema.DETENTIE_TAAKSTRAF.value, "redenNietBesproken": "Speelt niet."},
    ],
    "adviesEnAfspraken": "Volgende week bellen.",
}


def record(bsn: str, **anders: Any) -> dict[str, Any]:
    """A complete record of this person."""
    goed = {"persoon": {"bsn": bsn}, "volledigheid": "volledig", "leefgebieden": LEEFGEBIEDEN, "uren": 24}
    return goed | anders


def levering(*records: Any, **anders: Any) -> dict[str, Any]:
    """A delivery of these records."""
    goed = {
        "schemaVersie": "2.0",
        "instrument": "dariuz_wegwijzer",
        "instrumentversie": "2026.1",
        "afgenomenOp": "2026-03-30",
        "door": "Dariuz Wegwijzer",
        "records": list(records),
    }
    return goed | anders
