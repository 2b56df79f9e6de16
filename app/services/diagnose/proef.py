"""Proefimport: a file is read as an import would, and nothing of it is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from app.db.klant import bekende_bsns
from app.domain.diagnose.waardeklasse import Rijfout
from app.domain.kern.fouten import OngeldigeInvoer
from app.services.diagnose.bron.model import Bestandsfout
from app.services.diagnose.bron.openen import regels
from app.services.diagnose.leveringen import Aanlevering, bronkop, mapping_van
from app.services.diagnose.record import Goed, Kop, keur
from app.services.handeling import Handeling

RIJEN_HOOGSTENS = 5_000
FOUTEN_HOOGSTENS = 50
VOORBEELDEN = 5


@dataclass
class Proef:
    """What an import would do with the first rows of a file."""

    gelezen: int = 0
    goed: int = 0
    onbekend: int = 0
    meer: bool = False
    fouten: list[tuple[int, tuple[Rijfout, ...]]] = field(default_factory=list)
    voorbeelden: list[tuple[Goed, bool]] = field(default_factory=list)

    @property
    def fout(self) -> int:
        """How many records would be set aside because they are wrong."""
        return self.gelezen - self.goed


def probeer(h: Handeling, opdracht: Aanlevering) -> Proef:
    """Read the first rows of a file. Raises OngeldigeInvoer when the file as a whole cannot be read."""
    bron = bronkop(h, opdracht)
    proef, kop = Proef(), Kop.van(bron, h.vandaag)
    goede: list[Goed] = []
    mapping = mapping_van(h.sessie, h.actor.organisatie, bron.mapping_id)
    with opdracht.pad.open("rb") as bestand:
        try:
            lezen = regels(opdracht.vorm, bestand, mapping)
            for regel in islice(lezen, RIJEN_HOOGSTENS + 1):
                proef.gelezen += 1
                gekeurd = keur(kop, regel)
                if isinstance(gekeurd, Goed):
                    goede.append(gekeurd)
                elif len(proef.fouten) < FOUTEN_HOOGSTENS:
                    proef.fouten.append((gekeurd.rij, gekeurd.fouten))
        except Bestandsfout as fout:
            raise OngeldigeInvoer({"body": fout.melding}) from None
    proef.meer = proef.gelezen > RIJEN_HOOGSTENS
    bekend = bekende_bsns(h.sessie, h.actor, [goed.record.persoon.bsn for goed in goede])
    proef.goed = len(goede)
    proef.onbekend = sum(goed.record.persoon.bsn not in bekend for goed in goede)
    proef.voorbeelden = [(goed, goed.record.persoon.bsn in bekend) for goed in goede[:VOORBEELDEN]]
    return proef


def inhoud_van(goed: Goed) -> dict[str, Any]:
    """Return what would be stored, without the person."""
    return goed.record.model_dump(mode="json", by_alias=True, exclude={"persoon"}, exclude_defaults=True)
