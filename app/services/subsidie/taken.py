"""The taken on the way of a subsidie."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from app.db.klant import Klant
from app.db.subsidie.subsidie import Subsidie
from app.domain.kern.grondslag import Grondslag, awb, productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen
from app.domain.subsidie.grondslagen import verordening_lid
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak

_WERKDAGEN: Final = 5


class Taaksoort(StrEnum):
    """The kinds of taken."""

    BESLUIT = "subsidie_besluit"
    AANVULLING = "subsidie_aanvulling"
    TOETSING = "subsidie_toetsing"
    VERZENDING = "subsidie_verzending"
    FACTUUR = "subsidie_factuur"
    BETALING = "subsidie_betaling"
    HERSTEL = "subsidie_betaling_herstellen"
    AANGEHOUDEN = "subsidie_aangehouden"
    HERZIENING = "subsidie_herbeoordelen"
    VORDERING = "subsidie_vordering"


_TEKST: Final[dict[Taaksoort, tuple[str, str, Rol, Grondslag]]] = {
    Taaksoort.BESLUIT: (
        "Beoordeel de aanvraag om een subsidie of vergoeding en neem het besluit.",
        "Er is een aanvraag.",
        Rol.WERKCONSULENT,
        awb("4:13"),
    ),
    Taaksoort.AANVULLING: (
        "Kijk of de aanvraag om een subsidie of vergoeding is aangevuld.",
        "De aanvrager kreeg tijd om de aanvraag aan te vullen; wat er nodig is, staat bij de aanvraag.",
        Rol.WERKCONSULENT,
        awb("4:5", "1"),
    ),
    Taaksoort.TOETSING: (
        "Toets het besluit over de subsidie of vergoeding voordat het de deur uitgaat.",
        "Een besluit wordt getoetst door een ander dan wie besliste.",
        Rol.TOETSER,
        productenboek("2.2.2"),
    ),
    Taaksoort.VERZENDING: (
        "Verzend de beschikking over de subsidie of vergoeding en leg de verzenddatum vast.",
        "De toetser is akkoord; de bezwaartermijn begint de dag na verzending.",
        Rol.ADMINISTRATIE,
        awb("3:41"),
    ),
    Taaksoort.FACTUUR: (
        "Beoordeel de factuur die is aangehouden.",
        "De regels zeggen niet wat er nog wordt betaald; een mens beslist.",
        Rol.WERKCONSULENT,
        awb("4:52"),
    ),
    Taaksoort.BETALING: (
        "Geef de betaling van de subsidie of vergoeding vrij.",
        "Er kan worden betaald; een ander dan wie de factuur of de aanvraag vastlegde, geeft vrij.",
        Rol.INKOMENSCONSULENT,
        awb("4:52"),
    ),
    Taaksoort.AANGEHOUDEN: (
        "Beslis over wat van de subsidie wordt aangehouden.",
        "De subsidie is beëindigd; de regels zeggen niet wat er nog wordt betaald.",
        Rol.WERKCONSULENT,
        verordening_lid("3", "2"),
    ),
    Taaksoort.HERZIENING: (
        "Beoordeel de toegekende subsidie opnieuw, en beëindig haar of stel haar vast als dat nodig is.",
        "Er bleek iets dat bij de toekenning niet bekend was.",
        Rol.WERKCONSULENT,
        awb("4:48"),
    ),
    Taaksoort.VORDERING: (
        "Volg de vordering op wat te veel is betaald.",
        "Er is te veel betaald, of kosten zijn onnodig gemaakt.",
        Rol.ADMINISTRATIE,
        awb("4:57"),
    ),
    Taaksoort.HERSTEL: (
        "Herstel een betaling die is mislukt, en bied haar opnieuw aan.",
        "De financiële administratie kon niet betalen; de reden staat bij de betaalopdracht.",
        Rol.ADMINISTRATIE,
        awb("4:52"),
    ),
}


def voorstel(soort: Taaksoort, uiterste: date, waarom: str | None = None) -> TaakVoorstel:
    """Return a taak of this kind, for this reason."""
    wat, reden, rol, grondslag = _TEKST[soort]
    return TaakVoorstel(soort=soort, wat=wat, waarom=waarom or reden, rol=rol, grondslag=grondslag, uiterste=uiterste)


def vraag(
    h: Handeling,
    klant: Klant,
    rij: Subsidie,
    soort: Taaksoort,
    *,
    waarom: str | None = None,
    uiterste: date | None = None,
) -> None:
    """Put a taak about this subsidie in the werkvoorraad; in time within a week of work unless ``uiterste`` says."""
    dag = max(uiterste or tel_werkdagen(h.vandaag, _WERKDAGEN), h.vandaag)
    maak_taak(h, voorstel(soort, dag, waarom), Bestemming(rij.id, klant))


def vraag_vanaf(h: Handeling, klant: Klant, rij: Subsidie, soort: Taaksoort, vanaf: date) -> None:
    """Put a taak about this subsidie in the werkvoorraad from a day on; in time within a week of work after it."""
    taak = voorstel(soort, tel_werkdagen(vanaf, _WERKDAGEN))
    maak_taak(h, taak, Bestemming(rij.id, klant), vanaf=vanaf if vanaf > h.vandaag else None)
