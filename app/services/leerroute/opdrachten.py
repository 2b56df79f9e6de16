"""What can be asked in the room leerroute."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from app.domain.leerroute.soorten import Leeronderdeel, Leeropdrachtsoort, Leerresultaat, Leerroutebewijs
from app.services.handeling import Opdracht, Wijziging

Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Tekst = Annotated[str, StringConstraints(min_length=10, max_length=2000)]
Routecode = Annotated[str, StringConstraints(pattern=r"^[a-z_]{2,60}$")]
Faseuren = Annotated[int, Field(ge=1, le=40, description="Uren per week; ongeveer 20.", examples=[20])]
MEDEWERKER = "00000000-0000-7000-8000-000000040001"
DIENSTVERBAND = "0198f3c2-0000-7000-8000-000000000002"
_WIE = "Naam en hoe deze persoon te bereiken is."


class LeerrouteInschrijving(Opdracht):
    """De inschrijving op een toegekende werk-leerroute."""

    route: Routecode = Field(examples=["logistiek"])
    begin: date | None = Field(default=None, description="De eerste dag van fase 1; standaard vandaag.")
    uren: Faseuren
    accountmanager_id: UUID = Field(
        description="De medewerker die verantwoordelijk is voor de externe werkplek.", examples=[MEDEWERKER]
    )
    werkplek: Zin | None = Field(default=None, description="De werkplek bij het werkbedrijf.", examples=["Magazijn"])
    werkcoach: Zin | None = Field(default=None, description=_WIE)
    werkleider: Zin | None = Field(default=None, description=_WIE)


class WijzigLeerroutedeelnameOpdracht(Wijziging):
    """Correctie van de inschrijving; wat niet wordt genoemd, blijft."""

    route: Routecode | None = None
    accountmanager_id: UUID | None = Field(default=None, examples=[MEDEWERKER])


class WijzigLeerroutefaseOpdracht(Wijziging):
    """Wat er verandert in een fase: uren, werkplek en wie begeleidt. Een naam kan leeg worden gemaakt."""

    uren: Faseuren | None = None
    werkplek: Zin | None = None
    werkcoach: Zin | None = Field(default=None, description=_WIE, examples=["Werkcoach KonnecteD, toestel 12"])
    werkleider: Zin | None = Field(default=None, description=_WIE)
    praktijkopleider: Zin | None = Field(default=None, description=_WIE)


class FaseafrondingOpdracht(Opdracht):
    """De dag waarop een fase is afgerond."""

    datum: date = Field(examples=["2026-03-31"])


class FasestartOpdracht(Opdracht):
    """De start van fase 2 bij een werkgever, met de arbeidsovereenkomst."""

    begin: date = Field(examples=["2026-03-31"])
    dienstverband_id: UUID = Field(description="Het geregistreerde dienstverband.", examples=[DIENSTVERBAND])
    uren: Faseuren
    werkplek: Zin = Field(examples=["Distributiecentrum"])
    werkcoach: Zin | None = Field(default=None, description=_WIE)
    praktijkopleider: Zin | None = Field(default=None, description=_WIE)


class FasecorrectieOpdracht(Opdracht):
    """Waarom een afronding of start niet klopt."""

    reden: Zin = Field(examples=["De verkeerde fase gekozen."])


class FaseverlengingOpdracht(Opdracht):
    """Tot wanneer een fase langer duurt; `tot` is de eerste dag erna."""

    tot: date = Field(examples=["2026-12-31"])
    reden: Zin = Field(examples=["De klant was drie weken ziek."])


class LeerrouteopdrachtOpdracht(Opdracht):
    """Een werkopdracht of praktijkopdracht."""

    soort: Leeropdrachtsoort = Field(examples=["praktijkopdracht"])
    omschrijving: Zin = Field(examples=["Zelfstandig een order verzamelen"])


class LeerresultaatOpdracht(Opdracht):
    """Het resultaat van een opdracht, of een verbetering ervan."""

    resultaat: Leerresultaat = Field(examples=["behaald"])
    datum: date | None = Field(default=None, description="De dag van het oordeel; standaard vandaag.")
    toelichting: Zin | None = None


class LeervoortgangOpdracht(Opdracht):
    """De voortgang op een van de vijf onderdelen."""

    onderdeel: Leeronderdeel = Field(examples=["vakvaardigheden"])
    datum: date | None = Field(default=None, description="Standaard vandaag.")
    voortgang: Tekst = Field(examples=["Rijdt zelfstandig met de palletwagen."])


class LeerrouteafrondingOpdracht(Opdracht):
    """De afronding, met het bewijs dat de klant kreeg."""

    datum: date = Field(examples=["2026-03-31"])
    bewijs: Leerroutebewijs = Field(examples=["bewijs_van_deelname"])
    bewijs_op: date = Field(description="De dag waarop het bewijs is uitgereikt.", examples=["2026-03-31"])
    bewijs_kenmerk: Zin = Field(description="Waar het bewijs is te vinden.", examples=["DMS-2026-118"])


class LeerroutestopOpdracht(Opdracht):
    """Wanneer en waarom de klant stopt."""

    datum: date = Field(examples=["2026-03-31"])
    reden: Zin = Field(examples=["De klant vond zelf een baan in een andere sector."])


class LeerroutecorrectieOpdracht(Opdracht):
    """Waarom het einde niet klopt, of de inschrijving zelf."""

    reden: Zin = Field(examples=["Bij de verkeerde klant vastgelegd."])
