"""What CSV and XLSX have in common: a row with names, and under it rows of cells that a mapping turns into records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.domain.diagnose.mapping import Bestandsvorm, Kolom, KolomMapping, eigen_vorm, veldsoort
from app.domain.diagnose.omzetting import Cel, zet_om
from app.domain.diagnose.waardeklasse import Rijfout, Waardeklasse
from app.services.diagnose.bron.model import Bestandsfout, Regel, als_nummer

RECORD, FOUTEN = "iom_record", "iom_fouten"
"""Names of the columns that a herstelbestand has besides: which record this was, and what was wrong with it."""

KOLOMMEN_HOOGSTENS = 1_000


@dataclass(frozen=True)
class Tabel:
    """A mapping laid on the names that a file has; ``merk`` is the place of the column that names a repaired record."""

    mapping: KolomMapping
    plaatsen: tuple[tuple[int, Kolom], ...]
    breedte: int
    merk: int | None

    def regel(self, rij: int, cellen: Sequence[Cel], eind: int, fouten: Iterable[Rijfout] = ()) -> Regel:
        """Turn the cells of a row into a record with everything that is wrong with it."""
        omgezet = zet_om(self.mapping, self.plaatsen, cellen)
        alle = [*fouten, *omgezet.fouten]
        if len(cellen) > self.breedte:
            melding = f"Geef {self.breedte} waarden op een rij, zoveel als er kolommen zijn."
            alle.append(Rijfout(veld="", klasse=Waardeklasse.VERKEERD_AANTAL_KOLOMMEN, melding=melding))
        ruw = json.dumps(cellen, default=_datum).encode()
        return Regel(rij, ruw, eind, omgezet.velden, tuple(alle), omgezet.kolommen, self._herstelt(cellen))

    def _herstelt(self, cellen: Sequence[Cel]) -> UUID | None:
        if self.merk is None or self.merk >= len(cellen):
            return None
        return als_nummer(cellen[self.merk])


def _datum(cel: Any) -> dict[str, str]:
    """Write the date of a spreadsheet so that it can be put back as one."""
    return {"datum": str(cel)[:10]}


def leg_op(mapping: KolomMapping | None, vorm: Bestandsvorm, koppen: Sequence[Cel]) -> Tabel:
    """Find the columns of a mapping among the names of a file; without a mapping these are our own field names.

    Columns that the mapping does not name are passed over. Raises Bestandsfout for what is missing or stands twice; a
    name in the file is never repeated, because a file without names has a person there.
    """
    namen = ["" if kop is None else str(kop).strip() for kop in koppen]
    if len(namen) > KOLOMMEN_HOOGSTENS:
        raise Bestandsfout(f"Een bestand heeft hoogstens {KOLOMMEN_HOOGSTENS} kolommen.")
    if mapping is None:
        _controleer_eigen(namen)
        mapping = eigen_vorm(vorm, tuple(namen))
    ontbreekt = [kolom.kolom for kolom in mapping.kolommen if kolom.kolom not in namen]
    dubbel = [kolom.kolom for kolom in mapping.kolommen if namen.count(kolom.kolom) > 1]
    if ontbreekt or dubbel:
        delen = (("ontbreekt", ontbreekt), ("staat er dubbel", dubbel))
        raise Bestandsfout(" ".join(f"Dit {wat}: {', '.join(welke)}." for wat, welke in delen if welke))
    plaatsen = tuple((namen.index(kolom.kolom), kolom) for kolom in mapping.kolommen)
    return Tabel(mapping, plaatsen, len(namen), namen.index(RECORD) if RECORD in namen else None)


def _controleer_eigen(namen: list[str]) -> None:
    vreemd = [nr for nr, naam in enumerate(namen, 1) if naam not in (RECORD, FOUTEN) and veldsoort(naam) is None]
    if vreemd:
        plekken = ", ".join(map(str, vreemd[:10]))
        raise Bestandsfout(
            "Zonder mapping heten kolommen als de velden van ons schema, zoals persoon.bsn en "
            f"leefgebieden.wonen.score; dat geldt niet voor kolom {plekken}."
        )
    if "persoon.bsn" not in namen:
        raise Bestandsfout("De kolom persoon.bsn ontbreekt.")
    if len(set(namen)) != len(namen):
        raise Bestandsfout("Een kolom staat er dubbel; geef elke kolom een eigen naam.")
