"""The guide: whole, as a municipality laid it down, or with only what applies to one klant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.beleid.model import Waarde
from app.domain.gesprek.beleid import GesprekBeleid
from app.domain.gesprek.leidraad import Leidraad, Vraag
from app.domain.gesprek.soort import Bekend, Gesprekssoort, Markering
from app.domain.gesprek.toepassing import pas_toe
from app.domain.kern.fouten import NietGevonden
from app.services.gesprek.feiten import BekendAntwoord, bekende_antwoorden, dossierfeiten, leidraadfeiten
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Leidraadbeeld:
    """A guide with the article it rests on, and what is known already."""

    soort: Gesprekssoort
    leidraad: Waarde[Leidraad]
    beleid_id: str
    peildatum: date
    markeringen: frozenset[Markering]
    antwoorden: Mapping[str, BekendAntwoord]
    feiten: Mapping[Bekend, BekendAntwoord]

    def bekend(self, vraag: Vraag) -> BekendAntwoord | None:
        """Return what is known on a question: the last answer, else the fact of the dossier."""
        feit = self.feiten.get(vraag.bekend) if vraag.bekend else None
        return self.antwoorden.get(vraag.code) or feit


def bekijk_leidraad(h: Handeling, gemeente: str, soort: Gesprekssoort, peildatum: date | None) -> Leidraadbeeld:
    """Return the whole guide of a municipality on a day (today). Raises NietGevonden for one without policy."""
    if gemeente not in h.beleid.gemeenten():
        raise NietGevonden("Van deze gemeente is geen beleid ingelezen.")
    dag = peildatum or h.vandaag
    versie = h.beleid.geldend(GesprekBeleid, gemeente, dag)
    return Leidraadbeeld(soort, versie.beleid.leidraad(soort), versie.id, dag, frozenset(), {}, {})


def leidraad_voor(h: Handeling, klant_id: UUID, soort: Gesprekssoort) -> Leidraadbeeld:
    """Return the guide with only what applies to this klant today, and what is known already (DEV-AMB-013)."""
    klant = h.klant(klant_id, vergrendel=False)
    versie = h.beleid.geldend(GesprekBeleid, klant.gemeente, h.vandaag)
    antwoorden = bekende_antwoorden(h, klant)
    feiten = leidraadfeiten(h, klant, h.vandaag, antwoorden)
    geheel = versie.beleid.leidraad(soort)
    passend = geheel.model_copy(update={"waarde": pas_toe(geheel.waarde, feiten)})
    bekend = dossierfeiten(h, klant)
    return Leidraadbeeld(soort, passend, versie.id, h.vandaag, feiten.markeringen, antwoorden, bekend)
