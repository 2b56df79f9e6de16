"""The taken on the way to beschut werk."""

from __future__ import annotations

from enum import StrEnum
from typing import Final
from uuid import UUID

from app.db.klant import Klant
from app.domain.beschutwerk.beleid import BeschutWerkBeleid
from app.domain.beschutwerk.toetsen import ADVIES, LID_1, LID_2
from app.domain.kern.grondslag import Grondslag, awb, productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak


class Taaksoort(StrEnum):
    """The kinds of taken; each tells of health, so none is named in a gebeurtenis."""

    VOORSELECTIE = "beschutwerk_voorselectie"
    ADVIES_VRAGEN = "beschutwerk_advies_vragen"
    BESLUIT = "beschutwerk_besluit"
    TOETSING = "beschutwerk_toetsing"
    VERZENDING = "beschutwerk_verzending"
    PLEK = "beschutwerk_plek_zoeken"


_TEKST: Final[dict[Taaksoort, tuple[str, str, Rol, Grondslag]]] = {
    Taaksoort.VOORSELECTIE: (
        "Leg de voorselectie vast, met de reden.",
        "Aan een ambtshalve vraag aan UWV gaat een voorselectie vooraf.",
        Rol.WERKCONSULENT,
        LID_2,
    ),
    Taaksoort.ADVIES_VRAGEN: (
        "Vraag UWV om advies, of leg vast dat de klant dat zelf deed.",
        "Zonder advies van UWV kan er geen besluit worden genomen.",
        Rol.WERKCONSULENT,
        ADVIES,
    ),
    Taaksoort.BESLUIT: (
        "Neem het besluit over beschut werk.",
        "Het advies van UWV is er.",
        Rol.WERKCONSULENT,
        LID_1,
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
        Rol.ADMINISTRATIE,
        awb("3:41"),
    ),
    Taaksoort.PLEK: (
        "Zoek een plek voor beschut werk, en bied aan wat de tijd tot dan overbrugt.",
        "De klant heeft recht op beschut werk en heeft nog geen plek.",
        Rol.WERKCONSULENT,
        LID_1,
    ),
}


def vraag(h: Handeling, klant: Klant, onderwerp_id: UUID, soort: Taaksoort, waarom: str | None = None) -> None:
    """Put a taak in the werkvoorraad, in time within the reasonable term (Awb 4:13)."""
    wat, reden, rol, grondslag = _TEKST[soort]
    norm = h.beleid.geldend(BeschutWerkBeleid, klant.gemeente, h.vandaag).beleid.beslissen_werkdagen
    voorstel = TaakVoorstel(
        soort=soort,
        wat=wat,
        waarom=waarom or reden,
        rol=rol,
        grondslag=grondslag,
        uiterste=tel_werkdagen(h.vandaag, norm.waarde),
    )
    maak_taak(h, voorstel, Bestemming(onderwerp_id, klant))
