"""The taken on the way of a zaak about loonkosten."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from app.db.klant import Klant
from app.db.loonkosten.zaak import Loonkostenzaaksoort
from app.domain.kern.grondslag import Grondslag, awb, productenboek, pw, verordening
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen
from app.domain.loonkosten.procedure import LoonkostenBeleid
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak

BESLISTERMIJN: Final = "lks_beslissen"
"""The five weeks within which is decided on the subsidy."""


class Taaksoort(StrEnum):
    """The kinds of taken."""

    DOELGROEP_BESLUIT = "lks_doelgroep_besluit"
    LOONWAARDE_BESLUIT = "loonwaarde_besluit"
    TOETSING = "loonkosten_toetsing"
    VERZENDING = "loonkosten_verzending"
    WERKGEVER = "loonwaarde_werkgever_verzenden"
    BESLISSEN = "lks_beslissen"
    BESLISSEN_TE_LAAT = "lks_beslissen_te_laat"
    LOONWAARDE_BEPALEN = "loonwaarde_bepalen"
    LOONWAARDE_HERBEPALEN = "loonwaarde_herbepalen"
    LOONWAARDE_HERINNERING = "loonwaarde_herinnering"
    FORFAIT_VOORBIJ = "lks_forfait_voorbij"
    NIET_VOORTZETTEN = "lks_niet_voortzetten"
    HERBEREKENEN = "lks_herberekenen"
    TERUG = "lks_te_veel_betaald"
    INSCHRIJVEN = "doelgroepregister_inschrijven"
    WERKGEVER_INFORMEREN = "lks_werkgever_informeren"


_TEKST: Final[dict[Taaksoort, tuple[str, str, Rol, Grondslag]]] = {
    Taaksoort.DOELGROEP_BESLUIT: (
        "Beantwoord de drie criteria en neem het besluit over de doelgroep loonkostensubsidie.",
        "Er loopt een vaststelling van de doelgroep.",
        Rol.WERKCONSULENT,
        verordening("11"),
    ),
    Taaksoort.LOONWAARDE_BESLUIT: (
        "Maak het rapport over de loonwaarde compleet en stel de loonwaarde vast.",
        "Er loopt een bepaling van de loonwaarde.",
        Rol.WERKCONSULENT,
        pw("10d", "1"),
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
    Taaksoort.WERKGEVER: (
        "Stuur de beschikking over de loonwaarde ook aan de werkgever en leg de verzenddatum vast.",
        "De werkgever kan zelf bezwaar maken en heeft een eigen termijn.",
        Rol.WERKCONSULENT,
        awb("3:41"),
    ),
    Taaksoort.BESLISSEN: (
        "Neem het besluit over de loonkostensubsidie.",
        "Dat gebeurt binnen vijf weken.",
        Rol.WERKCONSULENT,
        pw("10d", "12"),
    ),
    Taaksoort.BESLISSEN_TE_LAAT: (
        "Neem het besluit over de loonkostensubsidie nu; de termijn is voorbij.",
        "De termijn van artikel 10d, lid 12, is verstreken.",
        Rol.TEAMLEIDER,
        pw("10d", "12"),
    ),
    Taaksoort.LOONWAARDE_BEPALEN: (
        "Laat de loonwaarde bepalen en stel haar vast voordat het forfait eindigt.",
        "De loonkostensubsidie is nu forfaitair; zonder loonwaarde stopt zij.",
        Rol.WERKCONSULENT,
        pw("10d", "5"),
    ),
    Taaksoort.LOONWAARDE_HERBEPALEN: (
        "Laat de loonwaarde opnieuw bepalen, in overleg met klant en werkgever.",
        "Dat is bij de vorige bepaling afgesproken.",
        Rol.WERKCONSULENT,
        pw("10d", "6"),
    ),
    Taaksoort.LOONWAARDE_HERINNERING: (
        "Vraag na hoe ver de bepaling van de loonwaarde is.",
        "Het forfait eindigt binnenkort en de loonwaarde is nog niet vastgesteld.",
        Rol.WERKCONSULENT,
        verordening("11"),
    ),
    Taaksoort.FORFAIT_VOORBIJ: (
        "Vertel werkgever en klant dat de loonkostensubsidie stopt, en stel de loonwaarde alsnog vast.",
        "Het forfait is voorbij zonder vastgestelde loonwaarde; de subsidie loopt niet vanzelf door.",
        Rol.WERKCONSULENT,
        verordening("11"),
    ),
    Taaksoort.NIET_VOORTZETTEN: (
        "Vertel werkgever en klant dat de loonkostensubsidie stopt.",
        "De loonwaarde is niet lager dan het wettelijk minimumloon.",
        Rol.WERKCONSULENT,
        verordening("11"),
    ),
    Taaksoort.HERBEREKENEN: (
        "Bereken de loonkostensubsidie opnieuw en neem een nieuw besluit.",
        "De uren, de baan of de doelgroep veranderde.",
        Rol.WERKCONSULENT,
        pw("10d", "4"),
    ),
    Taaksoort.TERUG: (
        "Beoordeel of te veel betaalde loonkostensubsidie wordt teruggevorderd of verrekend.",
        "Na een nieuwe berekening is voor een maand te veel betaald.",
        Rol.INKOMENSCONSULENT,
        awb("4:57"),
    ),
    Taaksoort.INSCHRIJVEN: (
        "Laat de klant inschrijven in het doelgroepregister en leg de datum vast.",
        "De loonwaarde op de werkplek is lager dan 100 %; een beoordeling door het UWV is niet nodig.",
        Rol.WERKCONSULENT,
        productenboek("4.2"),
    ),
    Taaksoort.WERKGEVER_INFORMEREN: (
        "Vertel de werkgever over de no-riskpolis en het loonkostenvoordeel.",
        "De klant staat in het doelgroepregister.",
        Rol.WERKCONSULENT,
        productenboek("4.2"),
    ),
}


BESLUITTAAK: Final = {
    Loonkostenzaaksoort.DOELGROEP: Taaksoort.DOELGROEP_BESLUIT,
    Loonkostenzaaksoort.LOONWAARDE: Taaksoort.LOONWAARDE_BESLUIT,
}


def voorstel(soort: Taaksoort, uiterste: date, waarom: str | None = None) -> TaakVoorstel:
    """Return the taak of a kind."""
    wat, reden, rol, grondslag = _TEKST[soort]
    return TaakVoorstel(soort=soort, wat=wat, waarom=waarom or reden, rol=rol, grondslag=grondslag, uiterste=uiterste)


def vraag(h: Handeling, klant: Klant, onderwerp_id: UUID, soort: Taaksoort, waarom: str | None = None) -> None:
    """Put a taak in the werkvoorraad, in time until the working days of the policy are over."""
    beleid = h.beleid.geldend(LoonkostenBeleid, klant.gemeente, h.vandaag).beleid
    uiterste = tel_werkdagen(h.vandaag, beleid.opvolgen_werkdagen.waarde)
    maak_taak(h, voorstel(soort, uiterste, waarom), Bestemming(onderwerp_id, klant))
