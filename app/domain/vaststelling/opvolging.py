"""What follows on a decision on policy: advice and reply, publication, and telling who works with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import tel_werkdagen
from app.domain.vaststelling.beleid import VaststellingBeleid

_NOTA: Final = Grondslag(regeling="Collegebesluit van 30 maart 2021", artikel="nota, aanpak en uitvoering")
ADVIESRAAD: Final = Grondslag(regeling="Collegebesluit van 30 maart 2021", artikel="nota, extern draagvlak")


class Beleidsvervolgsoort(StrEnum):
    """What is recorded after a decision (DEV-ORG-904, DEV-ORG-905)."""

    ADVIES = "advies"
    REACTIE = "reactie"
    BEKENDMAKING = "bekendmaking"
    INFORMATIE = "informatie"


class Adviesoordeel(StrEnum):
    """The verdict of the advisory body."""

    POSITIEF = "positief"
    POSITIEF_MET_AANBEVELINGEN = "positief_met_aanbevelingen"
    NEGATIEF = "negatief"
    GEEN_ADVIES = "geen_advies"


class Vaststellingstaak(StrEnum):
    """The kinds of taken."""

    INFORMEREN = "beleid_gebruikers_informeren"
    BEKENDMAKEN = "beleid_bekendmaking_registreren"
    REAGEREN = "beleid_reactie_adviesraad"


KLAAR_MET: Final = {
    Beleidsvervolgsoort.REACTIE: Vaststellingstaak.REAGEREN,
    Beleidsvervolgsoort.BEKENDMAKING: Vaststellingstaak.BEKENDMAKEN,
    Beleidsvervolgsoort.INFORMATIE: Vaststellingstaak.INFORMEREN,
}
"""Which taak is done by which record."""
_TEKST: Final[dict[Vaststellingstaak, tuple[str, str, Grondslag]]] = {
    Vaststellingstaak.INFORMEREN: (
        "Vertel de gebruikers wat er verandert, met de toelichting bij deze versie.",
        "Er is een nieuwe versie van het beleid geactiveerd.",
        _NOTA,
    ),
    Vaststellingstaak.BEKENDMAKEN: (
        "Maak het besluit bekend en leg de vindplaats vast.",
        "Een verordening en beleidsregels werken pas als zij zijn bekendgemaakt.",
        _NOTA,
    ),
    Vaststellingstaak.REAGEREN: (
        "Laat het college per brief op het advies reageren en leg de reactie vast.",
        "De adviesraad gaf advies over deze versie.",
        ADVIESRAAD,
    ),
}


class Beleidsfeit(BaseModel):
    """One thing that was recorded after a decision, with its day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    soort: Beleidsvervolgsoort
    datum: date


def vaststellingstaak(soort: Vaststellingstaak, vandaag: date, beleid: VaststellingBeleid) -> TaakVoorstel:
    """Return a taak for the policy officer (DEV-ORG-905)."""
    wat, waarom, grondslag = _TEKST[soort]
    uiterste = tel_werkdagen(vandaag, beleid.afhandelen_werkdagen.waarde)
    rol = Rol.BELEIDSMEDEWERKER
    return TaakVoorstel(soort=soort, wat=wat, waarom=waarom, rol=rol, grondslag=grondslag, uiterste=uiterste)


def toets_reactie(feiten: Sequence[Beleidsfeit]) -> Toets:
    """Tell whether the last advice was answered; without advice there is nothing to answer (DEV-ORG-904)."""
    adviezen = [feit.datum for feit in feiten if feit.soort is Beleidsvervolgsoort.ADVIES]
    reacties = [feit.datum for feit in feiten if feit.soort is Beleidsvervolgsoort.REACTIE]
    beantwoord = not adviezen or any(reactie >= max(adviezen) for reactie in reacties)
    goed = "Er is geen advies waarop nog een reactie moet komen."
    mis = "De reactie van het college op het advies staat nog open."
    gezien = {"adviezen": len(adviezen), "reacties": len(reacties)}
    return maak_toets("reactie_gegeven", beantwoord, ADVIESRAAD, gezien, goed, mis)
