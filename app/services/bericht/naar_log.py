"""The bezorger of development: writes every message to a readable file, and sends nothing."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from app.domain.kern.tijd import nl_tijd
from app.services.bericht.bezorger import Zending


class NaarLog:
    """One JSON object per line, a file per day, in ``map``. It holds personal data: production refuses it."""

    def __init__(self, map: Path) -> None:
        self._map = map

    def bezorg(self, zending: Zending, nu: datetime) -> str | None:
        """Write one message; the reference is the file."""
        lokaal = nl_tijd(nu)
        regel = {
            "id": str(zending.bericht_id),
            "tijd": lokaal.isoformat(timespec="seconds"),
            "kanaal": zending.kanaal.value,
            "aan": zending.adres,
            "van": f"{zending.afzender} <{zending.afzender_email}>",
            "onderwerp": zending.onderwerp,
            "tekst": zending.inhoud,
            "agenda": zending.agenda,
        }
        bestand = self._map / f"{lokaal:%Y-%m-%d}.jsonl"
        self._map.mkdir(parents=True, exist_ok=True)
        with bestand.open("a", encoding="utf-8") as uit:
            uit.write(json.dumps(regel, ensure_ascii=False) + "\n")
        return bestand.name
