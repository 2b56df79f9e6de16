"""The taken of a bezwaar: each is made when its turn comes and closed by the deed itself."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from app.db.bezwaar.bezwaar import Bezwaar
from app.db.klant import Klant
from app.domain.bezwaar.beleid import BezwaarBeleid
from app.domain.kern.grondslag import Grondslag, awb
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak


class Taaksoort(StrEnum):
    """The kinds of taken; the name after ``bezwaar_`` is that of its term in the policy."""

    HOREN = "bezwaar_horen"
    BESLUIT = "bezwaar_besluit"
    TOETSING = "bezwaar_toetsing"
    VERZENDING = "bezwaar_verzending"
    UITVOERING = "bezwaar_uitvoering"


_TEKST: Final[dict[Taaksoort, tuple[str, str, Rol, Grondslag]]] = {
    Taaksoort.HOREN: (
        "Hoor de indiener van het bezwaar, of leg vast waarom dat niet hoeft.",
        "Wie bezwaar maakt, mag zijn verhaal doen.",
        Rol.TOETSER,
        awb("7:2"),
    ),
    Taaksoort.BESLUIT: (
        "Beslis op het bezwaar.",
        "Iemand die niet bij het besluit betrokken was, kijkt er opnieuw naar.",
        Rol.TOETSER,
        awb("7:11"),
    ),
    Taaksoort.TOETSING: (
        "Toets de beslissing op bezwaar.",
        "Een besluit wordt getoetst door een ander dan wie het nam of bij het eerste besluit betrokken was.",
        Rol.TOETSER,
        awb("7:12"),
    ),
    Taaksoort.VERZENDING: (
        "Verzend de beslissing op bezwaar en leg de verzenddatum vast.",
        "De toetser is akkoord; de beroepstermijn begint de dag na verzending.",
        Rol.INKOMENSCONSULENT,
        awb("7:12", "2"),
    ),
    Taaksoort.UITVOERING: (
        "Voer de beslissing op bezwaar uit: het herroepen besluit geldt niet meer.",
        "Dit besluit houdt niets in dat vanzelf wordt teruggedraaid.",
        Rol.INKOMENSCONSULENT,
        awb("7:11", "2"),
    ),
}


def vraag(h: Handeling, klant: Klant, bezwaar: Bezwaar, soort: Taaksoort, reden: str | None = None) -> None:
    """Put the next thing to do in the werkvoorraad; ``reden`` replaces the usual reason."""
    wat, waarom, rol, grondslag = _TEKST[soort]
    beleid = h.beleid.geldend(BezwaarBeleid, klant.gemeente, h.vandaag).beleid
    dagen: int = getattr(beleid.werktermijnen.waarde, soort.value.removeprefix("bezwaar_"))
    uiterste = tel_werkdagen(h.vandaag, dagen)
    voorstel = TaakVoorstel(
        soort=soort.value, wat=wat, waarom=reden or waarom, rol=rol, grondslag=grondslag, uiterste=uiterste
    )
    maak_taak(h, voorstel, Bestemming(bezwaar.id, klant))
