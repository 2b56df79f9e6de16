"""Jongeren under 27: startkwalificatie, Wajong, school, and what is discussed in each conversation."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from app.domain.doelgroep.beleid import DoelgroepBeleid
from app.domain.doelgroep.diploma import Antwoord, Diploma
from app.domain.doelgroep.feit import (
    Achtergrond,
    Bewaking,
    Feit,
    Gevolg,
    Naam,
    Taakregel,
    Zin,
    ingevuld,
    later,
    toets_jongere,
)
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import beleidstermijn_dagen
from app.domain.kern.toets import Feit as Toetswaarde
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import tel_werkdagen

_JONGEREN = productenboek("2.3.1")
_MAANDEN_PER_JAAR = 12

STARTKWALIFICATIE_TAAK = "startkwalificatie_vaststellen"
STUDIEPLICHT_TAAK = "studieplicht_beoordelen"
WAJONG_TERMIJN = "wajong_herziening"
WAJONG_TAAK = "wajong_herbeoordelen"


class Startkwalificatie(Feit):
    """Of een jongere een startkwalificatie heeft, met bewijs. Bij `nee` volgt de weging van de studieplicht.

    Met `hoogsteDiploma` volgt het antwoord daaruit: mbo niveau 2 of hoger, havo of vwo is een startkwalificatie.
    """

    soort: Literal["startkwalificatie"]
    antwoord: Antwoord | None = Field(default=None, description="Mag weg als het diploma bekend is.", examples=["nee"])
    hoogste_diploma: Diploma | None = Field(default=None, examples=["mbo_1"])
    bewijs: Zin | None = Field(default=None, description="Verplicht bij ja en nee.", examples=["Diploma mbo niveau 1"])

    @model_validator(mode="after")
    def _antwoord_of_diploma(self) -> Self:
        if self.antwoord is None and self.hoogste_diploma is None:
            raise ValueError("Geef het hoogste diploma, of het antwoord.")
        return self

    def uitkomst(self, beleid: DoelgroepBeleid) -> Antwoord:
        """Return whether there is a startkwalificatie: by the diploma where it is known (DEV-VRZ-918)."""
        if self.hoogste_diploma is None:
            return self.antwoord or Antwoord.ONBEKEND
        return Antwoord.JA if self.hoogste_diploma in beleid.startkwalificatie_diplomas.waarde else Antwoord.NEE


class WajongAfgewezen(Feit):
    """Het UWV oordeelde op `datum` dat de Wajong niet past: Groeien, met een herziening na drie jaar."""

    soort: Literal["wajong_afgewezen"]
    kenmerk_besluit: Zin | None = Field(default=None, description="Kenmerk van het besluit van het UWV.")


class WajongHerbeoordeling(Feit):
    """De uitkomst van de herziening: is er arbeidspotentieel? Zo niet, dan volgt een nieuwe aanvraag bij het UWV."""

    rollen: ClassVar[frozenset[Rol]] = frozenset({Rol.WERKCONSULENT, Rol.INTAKER})

    soort: Literal["wajong_herbeoordeling"]
    arbeidspotentieel: bool
    toelichting: Zin


class Jongerenorganisatie(StrEnum):
    """Who may know the jongere already."""

    RMC = "rmc"
    JONGERENLOKET = "jongerenloket"


class BekendBij(Feit):
    """Het RMC of het jongerenloket kent de jongere al; er wordt snel contact gelegd."""

    rollen: ClassVar[frozenset[Rol]] = frozenset({*Feit.rollen, Rol.RECEPTIE})

    soort: Literal["bekend_bij"]
    organisatie: Jongerenorganisatie
    contactpersoon: Naam


def startkwalificatietaak(vandaag: date, beleid: DoelgroepBeleid) -> TaakVoorstel:
    """Return the task to find out whether there is a startkwalificatie (DEV-JON-007)."""
    wat = "Stel vast of de jongere een startkwalificatie heeft, met bewijs."
    waarom = "Van elke jongere wordt dit vastgelegd in verband met de studieplicht."
    regel = Taakregel(STARTKWALIFICATIE_TAAK, wat, waarom, Rol.INKOMENSCONSULENT, _JONGEREN)
    return regel.op(later(vandaag, beleid))


def contacttaak(feit: BekendBij, vandaag: date, beleid: DoelgroepBeleid) -> TaakVoorstel:
    """Return the task to switch quickly with who knows the jongere already (DEV-JON-019)."""
    bij = {Jongerenorganisatie.RMC: "het RMC", Jongerenorganisatie.JONGERENLOKET: "het jongerenloket"}[feit.organisatie]
    wat = f"Neem contact op met {bij} over deze jongere."
    regel = Taakregel("jongere_bekend_contact", wat, f"De jongere is al bekend bij {bij}.", Rol.INTAKER, _JONGEREN)
    return regel.op(tel_werkdagen(vandaag, beleid.snel_schakelen_werkdagen.waarde))


def wajongtermijn(groeien_sinds: date, beleid: DoelgroepBeleid) -> Bewaking:
    """Return the review three years after the placing in Groeien (DEV-JON-006)."""
    norm = beleid.wajong_herziening_jaren
    einde = plus_maanden(groeien_sinds, norm.waarde * _MAANDEN_PER_JAAR)
    termijn = beleidstermijn_dagen(WAJONG_TERMIJN, norm.grondslag, groeien_sinds, (einde - groeien_sinds).days)
    wat = "Beoordeel of er arbeidspotentieel is; zo niet, dan volgt een nieuwe aanvraag bij het UWV."
    waarom = f"De klant zit {norm.waarde} jaar in Groeien nadat het UWV oordeelde dat de Wajong niet past."
    taak = Taakregel(WAJONG_TAAK, wat, waarom, Rol.WERKCONSULENT, norm.grondslag)
    return Bewaking(termijn, taak.op(later(einde, beleid)))


def gevolg_startkwalificatie(feit: Startkwalificatie, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Close or repeat the question; without startkwalificatie the studieplicht is weighed (DEV-JON-007)."""
    antwoord = feit.uitkomst(beleid)
    onbekend = antwoord is Antwoord.ONBEKEND
    bewijs = ingevuld("bewijs", onbekend or feit.bewijs, "Bij ja en nee staat waaruit dat blijkt.", "2.3.1")
    taken = [startkwalificatietaak(rond.vandaag, beleid)] if onbekend else []
    if antwoord is Antwoord.NEE:
        wat = "Weeg in het ambitiegesprek of de studieplicht geldt en leg de beslissing vast."
        regel = Taakregel(
            STUDIEPLICHT_TAAK, wat, "De jongere heeft geen startkwalificatie.", Rol.INTAKER, productenboek("4.4")
        )
        taken.append(regel.op(later(rond.vandaag, beleid)))
    return Gevolg(
        voorwaarden=(toets_jongere(feit, rond, beleid), bewijs, toets_diploma(feit, beleid)),
        taken=tuple(taken),
        klaar=(STARTKWALIFICATIE_TAAK, STUDIEPLICHT_TAAK),
    )


def toets_diploma(feit: Startkwalificatie, beleid: DoelgroepBeleid) -> Toets:
    """Test that the answer is what the highest diploma says; without a diploma nothing contradicts it (DEV-VRZ-918)."""
    norm, volgt = beleid.startkwalificatie_diplomas, feit.uitkomst(beleid)
    diploma = (feit.hoogste_diploma or "").replace("_", " ")
    goed = "Het antwoord over de startkwalificatie past bij het diploma."
    fout = f"Met diploma {diploma} is het antwoord: {volgt.value}. Laat het antwoord weg, of geef het juiste diploma."
    gezien: dict[str, Toetswaarde] = {"hoogste_diploma": feit.hoogste_diploma, "antwoord": feit.antwoord}
    return maak_toets("antwoord_volgt_uit_diploma", feit.antwoord in (None, volgt), norm.grondslag, gezien, goed, fout)


def gevolg_wajong(feit: WajongAfgewezen, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Mark the klant; the three years run from the placing in Groeien, now or later (DEV-JON-006)."""
    sinds = rond.groeien_sinds
    return Gevolg(
        voorwaarden=(toets_jongere(feit, rond, beleid),),
        erbij=frozenset({Kenmerk.WAJONG_AFGEWEZEN}),
        bewaken=() if sinds is None else (wajongtermijn(sinds, beleid),),
        gestopt=(WAJONG_TERMIJN,),
    )


def gevolg_herbeoordeling(feit: WajongHerbeoordeling, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Close the review; without potential a new application to UWV is made (DEV-JON-006)."""
    norm = beleid.wajong_herziening_jaren
    eerder = rond.laatste(WajongAfgewezen) is not None
    zin = "Bij de klant staat dat het UWV de Wajong niet vond passen."
    wat = "Doe met de klant een nieuwe aanvraag bij het UWV."
    nieuw = Taakregel(
        "uwv_aanvraag", wat, "Er is na drie jaar geen arbeidspotentieel.", Rol.WERKCONSULENT, norm.grondslag
    )
    return Gevolg(
        voorwaarden=(maak_toets("wajong_afgewezen", eerder, norm.grondslag, {}, zin),),
        taken=() if feit.arbeidspotentieel else (nieuw.op(later(rond.vandaag, beleid)),),
        klaar=(WAJONG_TAAK,),
        gestopt=(WAJONG_TERMIJN,),
        uitkomst="potentieel" if feit.arbeidspotentieel else "nieuwe_uwv_aanvraag",
    )


def gevolg_bekend_bij(feit: BekendBij, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Ask for quick contact (DEV-JON-019)."""
    return Gevolg(voorwaarden=(toets_jongere(feit, rond, beleid),), taken=(contacttaak(feit, rond.vandaag, beleid),))
