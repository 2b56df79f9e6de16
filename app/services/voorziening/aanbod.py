"""Voorzieningen: which the municipality has, and which of them fit a klant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.beleid.model import Herkomst, Versie
from app.domain.doelgroep.categorie import categorie_van
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.voorziening.beleid import VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.feiten import VoorzieningFeiten
from app.domain.voorziening.toets import Beoordeling, beoordeel, voorgesteld
from app.services.doelgroep.dossier import achtergrond
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Aanbod:
    """The voorzieningen on a day, with the policy version that names them."""

    regels: tuple[Voorzieningregel, ...]
    herkomst: Herkomst
    peildatum: date
    beleid_id: str


@dataclass(frozen=True)
class Kans:
    """One voorziening for a klant: what its conditions say, and whether it is proposed by default."""

    regel: Voorzieningregel
    beoordeling: Beoordeling
    voorgesteld: bool


@dataclass(frozen=True)
class KlantAanbod:
    """Every voorziening, tested for one klant as indeled now."""

    kansen: tuple[Kans, ...]
    peildatum: date
    beleid_id: str


def bekijk_aanbod(h: Handeling, gemeente: str, peildatum: date | None) -> Aanbod:
    """Return the voorzieningen of a municipality (DEV-KGR-905). Raises OngeldigeInvoer for another's."""
    if gemeente not in h.actor.gemeenten:
        raise OngeldigeInvoer({"gemeente": f"Kies een van: {', '.join(h.actor.gemeenten)}."})
    dag = peildatum or h.vandaag
    versie = h.beleid.geldend(VoorzieningBeleid, gemeente, dag)
    lijst = versie.beleid.voorzieningen
    return Aanbod(lijst.waarde, lijst.herkomst, dag, versie.id)


def bekijk_voor_klant(h: Handeling, klant_id: UUID) -> KlantAanbod:
    """Test every voorziening for a klant (DEV-KGR-905); nothing is proposed under zorg-handhaving (DEV-KGR-007)."""
    klant = h.klant(klant_id, vergrendel=False)
    versie: Versie[VoorzieningBeleid] = h.beleid.geldend(VoorzieningBeleid, klant.gemeente, h.vandaag)
    beleid, groep = versie.beleid, klant.klantgroep
    standaard = () if groep is None else voorgesteld(groep, klant.zorg_handhaving, beleid)
    doelgroep = categorie_van(achtergrond(h, klant).eerdere, h.vandaag)
    vast = {"klantgroep": groep, "doelgroep": doelgroep, "geboortedatum": klant.geboortedatum, "begin": h.vandaag}
    kansen = tuple(
        Kans(regel, beoordeel(VoorzieningFeiten(code=regel.code, **vast), beleid), regel.code in standaard)
        for regel in beleid.voorzieningen.waarde
    )
    return KlantAanbod(kansen, h.vandaag, versie.id)
