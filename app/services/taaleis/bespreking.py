"""Bespreking: which subjects of the taaleis the conversations with the klant answered (DEV-TAA-507, DEV-TAA-516)."""

from __future__ import annotations

from typing import Final

from app.db.klant import Klant
from app.domain.gesprek.beleid import GesprekBeleid
from app.domain.gesprek.soort import Gesprekssoort
from app.domain.gesprek.toepassing import geldt
from app.services.gesprek.feiten import bekende_antwoorden, leidraadfeiten
from app.services.handeling import Handeling

THEMA: Final = "taaleis_bespreken"


def niet_besproken(h: Handeling, klant: Klant) -> tuple[str, ...]:
    """Return the questions of the theme taaleis for this klant that nobody answered yet; all of them need an answer."""
    beleid = h.beleid.geldend(GesprekBeleid, klant.gemeente, h.vandaag).beleid
    antwoorden = bekende_antwoorden(h, klant)
    feiten = leidraadfeiten(h, klant, h.vandaag, antwoorden)
    themas = [t for t in beleid.leidraad(Gesprekssoort.KENNISMAKING).waarde.themas if t.code == THEMA]
    vragen = (vraag for thema in themas for vraag in thema.vragen if vraag.verplicht and geldt(vraag, feiten))
    return tuple(vraag.code for vraag in vragen if vraag.code not in antwoorden)
