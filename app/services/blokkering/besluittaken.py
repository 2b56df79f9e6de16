"""The taken on the way of an opschorting and an intrekking."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from app.db.blokkering.opschorting import Intrekking, Opschorting
from app.db.klant import Klant
from app.domain.blokkering.blokkade import BESLUITTAAK
from app.domain.kern.grondslag import Grondslag, awb, productenboek, pw
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.blokkering.situaties import beleid_van
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak


class Taaksoort(StrEnum):
    """The kinds of taken."""

    OPSCHORTING = BESLUITTAAK
    OPSCHORTING_TOETSEN = "opschorting_toetsing"
    OPSCHORTING_VERZENDEN = "opschorting_verzending"
    INTREKKING = "intrekking_beslissen"
    INTREKKING_TOETSEN = "intrekking_toetsing"
    INTREKKING_VERZENDEN = "intrekking_verzending"
    HERSTEL = "intrekking_herstellen"


_AKKOORD = "De toetser is akkoord; de klant moet het besluit krijgen."
_TEKST: Final[dict[Taaksoort, tuple[str, str, Rol, Grondslag]]] = {
    Taaksoort.OPSCHORTING: (
        "Vul de opschorting aan en neem het besluit.",
        "Een opschorting is een besluit, met een termijn om te herstellen.",
        Rol.INKOMENSCONSULENT,
        pw("54", "1"),
    ),
    Taaksoort.OPSCHORTING_TOETSEN: (
        "Toets de opschorting voordat zij de deur uitgaat.",
        "Een besluit wordt getoetst door een ander dan wie besliste.",
        Rol.TOETSER,
        productenboek("8"),
    ),
    Taaksoort.OPSCHORTING_VERZENDEN: (
        "Verzend de opschorting en leg de verzenddatum vast.",
        _AKKOORD,
        Rol.INKOMENSCONSULENT,
        pw("54", "2"),
    ),
    Taaksoort.INTREKKING: (
        "Vraag de klant om zijn mening, vul de intrekking aan en neem het besluit.",
        "Het verzuim is niet hersteld binnen de hersteltermijn.",
        Rol.INKOMENSCONSULENT,
        awb("4:8"),
    ),
    Taaksoort.INTREKKING_TOETSEN: (
        "Toets de intrekking voordat zij de deur uitgaat.",
        "Een besluit wordt getoetst door een ander dan wie besliste.",
        Rol.TOETSER,
        productenboek("8"),
    ),
    Taaksoort.INTREKKING_VERZENDEN: (
        "Verzend de intrekking en leg de verzenddatum vast.",
        _AKKOORD,
        Rol.INKOMENSCONSULENT,
        awb("3:41"),
    ),
    Taaksoort.HERSTEL: (
        "Herstel vandaag het inkomen van de klant.",
        "Een besluit dat de uitkering stopte, geldt niet meer.",
        Rol.INKOMENSCONSULENT,
        awb("7:11", "2"),
    ),
}


def vraag(
    h: Handeling, klant: Klant, onderwerp: Opschorting | Intrekking, soort: Taaksoort, waarom: str | None = None
) -> None:
    """Put a taak in the werkvoorraad, in time within the werkdagen of the policy."""
    wat, reden, rol, grondslag = _TEKST[soort]
    werkdagen = beleid_van(h, klant, h.vandaag).besluit_werkdagen.waarde
    voorstel = TaakVoorstel(
        soort=soort,
        wat=wat,
        waarom=waarom or reden,
        rol=rol,
        grondslag=grondslag,
        uiterste=tel_werkdagen(h.vandaag, werkdagen),
    )
    maak_taak(h, voorstel, Bestemming(onderwerp.id, klant))
