"""The taken on the way of a request of a nugger."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from app.db.doelgroep.nugger import Nuggerverzoek
from app.db.klant import Klant
from app.domain.kern.grondslag import Grondslag, awb, productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen
from app.domain.nugger.beleid import NuggerBeleid
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak


class Taaksoort(StrEnum):
    """The kinds of taken."""

    BESLUIT = "nugger_besluit"
    TOETSING = "nugger_toetsing"
    VERZENDING = "nugger_verzending"
    INZET = "nugger_inzet"


_TEKST: Final[dict[Taaksoort, tuple[str, str, Rol, Grondslag]]] = {
    Taaksoort.BESLUIT: (
        "Beoordeel het verzoek om ondersteuning en neem het besluit.",
        "De klant zonder uitkering vraagt om ondersteuning bij het vinden van werk.",
        Rol.INKOMENSCONSULENT,
        productenboek("2.3.4"),
    ),
    Taaksoort.TOETSING: (
        "Toets het besluit voordat het de deur uitgaat.",
        "Een besluit wordt getoetst door een ander dan wie besliste.",
        Rol.TOETSER,
        productenboek("2.2.2"),
    ),
    Taaksoort.VERZENDING: (
        "Verzend de beschikking en leg de verzenddatum vast.",
        "De toetser is akkoord; de bezwaartermijn begint de dag na verzending.",
        Rol.INKOMENSCONSULENT,
        awb("3:41"),
    ),
    Taaksoort.INZET: (
        "Zet de toegekende ondersteuning in, zoals de routekaart Op weg naar werk.",
        "De ondersteuning is toegekend.",
        Rol.WERKCONSULENT,
        productenboek("3.2"),
    ),
}


def vraag(h: Handeling, klant: Klant, verzoek: Nuggerverzoek, soort: Taaksoort, waarom: str | None = None) -> None:
    """Put a taak about this request in the werkvoorraad, in time until the reasonable term is over (Awb 4:13)."""
    wat, reden, rol, grondslag = _TEKST[soort]
    voorstel = TaakVoorstel(
        soort=soort,
        wat=wat,
        waarom=waarom or reden,
        rol=rol,
        grondslag=grondslag,
        uiterste=_uiterste(h, klant, verzoek),
    )
    maak_taak(h, voorstel, Bestemming(verzoek.id, klant))


def _uiterste(h: Handeling, klant: Klant, verzoek: Nuggerverzoek) -> date:
    beleid = h.beleid.geldend(NuggerBeleid, klant.gemeente, verzoek.datum).beleid
    return max(tel_werkdagen(verzoek.datum, beleid.beslissen_werkdagen.waarde), h.vandaag)
