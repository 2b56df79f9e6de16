"""The taken on the way of a zaak of the taaleis."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from app.db.klant import Klant
from app.db.taaleis.zaak import Taaleiszaak
from app.domain.kern.grondslag import Grondslag, awb
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen
from app.domain.taaleis.grondslagen import HANDBOEK, TAALEIS, TOETSING
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak
from app.services.taaleis.dossier import beleid_van


class Taaksoort(StrEnum):
    """The kinds of taken."""

    BESLUIT = "taaleis_zaak_besluit"
    TOETSING = "taaleis_zaak_toetsing"
    VERZENDING = "taaleis_zaak_verzending"
    ONTHEFFING = "taaleis_zaak_ontheffing"


_TEKST: Final[dict[Taaksoort, tuple[str, str, Rol, Grondslag]]] = {
    Taaksoort.BESLUIT: (
        "Maak de zaak over de taaleis compleet en neem het besluit.",
        "Er is een zaak over de taaleis geopend.",
        Rol.INKOMENSCONSULENT,
        TAALEIS,
    ),
    Taaksoort.TOETSING: (
        "Toets het besluit over de taaleis voordat het de deur uitgaat.",
        "Een besluit wordt getoetst door een ander dan wie besliste.",
        Rol.TOETSER,
        TOETSING,
    ),
    Taaksoort.VERZENDING: (
        "Verzend de beschikking en leg de verzenddatum vast.",
        "De toetser is akkoord; de bezwaartermijn begint de dag na verzending.",
        Rol.INKOMENSCONSULENT,
        awb("3:41"),
    ),
    Taaksoort.ONTHEFFING: (
        "Overweeg een formele ontheffing van de taaleis.",
        "Er is afgezien van een verlaging omdat elk verwijt ontbreekt.",
        Rol.INKOMENSCONSULENT,
        HANDBOEK,
    ),
}


def vraag(h: Handeling, klant: Klant, zaak: Taaleiszaak, soort: Taaksoort, waarom: str | None = None) -> None:
    """Put a taak about this zaak in the werkvoorraad."""
    wat, reden, rol, grondslag = _TEKST[soort]
    uiterste = tel_werkdagen(h.vandaag, beleid_van(h, klant).beleid.opvolgen_werkdagen.waarde)
    voorstel = TaakVoorstel(
        soort=soort, wat=wat, waarom=waarom or reden, rol=rol, grondslag=grondslag, uiterste=uiterste
    )
    maak_taak(h, voorstel, Bestemming(zaak.id, klant))
