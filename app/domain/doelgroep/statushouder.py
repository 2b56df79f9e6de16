"""Statushouders: inburgering, PIP, the questions of the conversations, BAD and the VIP-training."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from app.domain.doelgroep.beleid import DoelgroepBeleid, Route
from app.domain.doelgroep.bijstand import bijstandstaak
from app.domain.doelgroep.feit import (
    INKOMEN,
    Achtergrond,
    Feit,
    Gevolg,
    Naam,
    Taakregel,
    Zin,
    informeertaken,
    later,
)
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Toets, Uitkomst

_STATUSHOUDERS = productenboek("2.3.3")
_SERVICES = productenboek("4.2")


class Inburgeringsroute(StrEnum):
    """The route of the inburgering."""

    B1 = "b1"
    Z = "z"
    ONDERWIJS = "onderwijs"


class Statushouder(Feit):
    """De klant is statushouder: Groeien tot anders is beslist. Met de stand van woning, inkomen en inburgering."""

    soort: Literal["statushouder"]
    route: Inburgeringsroute | None = Field(default=None, examples=["b1"])
    woning_op_orde: bool | None = None
    inkomen_op_orde: bool | None = None


class Pip(Feit):
    """Het plan inburgering en participatie, vastgesteld op `datum`; te koppelen aan het plan van aanpak."""

    soort: Literal["pip"]
    kenmerk: Zin = Field(description="Kenmerk van het PIP in de zaak.", examples=["PIP-2026-00001"])
    plan_id: UUID | None = Field(default=None, description="Het plan van aanpak waarvan dit deel is.")


class Taalbeheersing(StrEnum):
    """Command of Dutch, from none to good."""

    GEEN = "geen"
    BEPERKT = "beperkt"
    VOLDOENDE = "voldoende"
    GOED = "goed"


class StatushouderScreening(Feit):
    """De vragen aan een statushouder in de screening; trauma leidt tot verwijzing, kosten tot een verzoek."""

    rollen: ClassVar[frozenset[Rol]] = INKOMEN

    soort: Literal["statushouder_screening"]
    inburgeringsfase: Zin = Field(examples=["Nog niet begonnen"])
    taalbeheersing: Taalbeheersing = Field(examples=["beperkt"])
    trauma: bool
    bijzondere_kosten: Zin | None = Field(default=None, description="Leeg: er zijn geen bijzondere kosten.")
    woonlasten_uitgelegd: bool = Field(default=True, description="Informatie over inkomen en wonen is gegeven.")


class StatushouderAmbitie(Feit):
    """De vragen aan een statushouder in het ambitiegesprek."""

    rollen: ClassVar[frozenset[Rol]] = frozenset({Rol.INTAKER})

    soort: Literal["statushouder_ambitiegesprek"]
    inburgering_geregeld: bool
    land_van_herkomst: Naam
    gezinshereniging: Literal["afgerond", "loopt", "kans_op", "nee"]
    diplomavalidatie: Literal["gedaan", "loopt", "aanvragen", "niet_nodig"]
    begeleider: Naam | None = Field(default=None, description="Tolk of begeleider van Vluchtelingenwerk.")


class BadLening(Feit):
    """De afspraken met het BAD over de noodzakelijke lening."""

    soort: Literal["bad_lening"]
    bedrag: Annotated[int, Field(ge=1, le=5_000_000)] = Field(description="Eurocent.", examples=[200000])
    doel: Zin = Field(examples=["Inrichting van de woning"])
    aflossing_per_maand: Annotated[int, Field(ge=0, le=500_000)] | None = Field(default=None, description="Eurocent.")


class BadToezegging(Feit):
    """De inkomensconsulent mailde het BAD dat de uitkering (zeer waarschijnlijk) wordt toegekend."""

    rollen: ClassVar[frozenset[Rol]] = INKOMEN

    soort: Literal["bad_toezegging"]


class BadAfspraak(Feit):
    """De fysieke afspraak op `datum` om de lening te tekenen."""

    vooruit: ClassVar[bool] = True
    rollen: ClassVar[frozenset[Rol]] = frozenset({*Feit.rollen, Rol.RECEPTIE})

    soort: Literal["bad_afspraak"]
    kanaal: Literal["fysiek"] = "fysiek"


class Bijvol(StrEnum):
    """What happens when the year is full."""

    WEIGEREN = "weigeren"
    WACHTLIJST = "wachtlijst"
    TOCH_INSCHRIJVEN = "toch_inschrijven"


class VipInschrijving(Feit):
    """Inschrijving voor de VIP-training in het jaar van `datum`; is het jaar vol, dan beslist `bijVol`."""

    vooruit: ClassVar[bool] = True

    soort: Literal["vip_inschrijving"]
    bij_vol: Bijvol = Bijvol.WEIGEREN
    reden: Zin | None = Field(default=None, description="Verplicht bij toch inschrijven.")


def gevolg_statushouder(feit: Statushouder, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Mark the klant and warn when a traject starts too early (DEV-DOE-007, DEV-DOE-008, DEV-DOE-012)."""
    nieuw = Kenmerk.STATUSHOUDER not in rond.kenmerken
    taken = list(informeertaken([Route.STATUSHOUDER], rond.vandaag, beleid)) if nieuw else []
    if toets_pip(feit.datum, rond, beleid).uitkomst is Uitkomst.NIET_VOLDAAN:
        wat = "Stel met de statushouder het PIP vast en leg het kenmerk vast."
        regel = Taakregel(
            "pip_opstellen", wat, "Elke statushouder krijgt een PIP.", Rol.INTAKER, beleid.pip_vanaf.grondslag
        )
        taken.append(regel.op(later(rond.vandaag, beleid)))
    return Gevolg(
        signalen=(toets_trajectstart(feit), toets_pip(feit.datum, rond, beleid)),
        erbij=frozenset({Kenmerk.STATUSHOUDER}),
        taken=tuple(taken),
        klaar=("pip_opstellen",),
    )


def toets_trajectstart(feit: Statushouder) -> Toets:
    """Test that housing and income are in order; a warning, not a lock (DEV-DOE-012)."""
    stand = (feit.woning_op_orde, feit.inkomen_op_orde)
    in_orde = False if False in stand else None if None in stand else True
    gezien = {"woning": feit.woning_op_orde, "inkomen": feit.inkomen_op_orde, "route": feit.route}
    zin = "Woning en inkomen zijn op orde; pas dan begint een traject."
    return maak_toets("traject_kan_starten", in_orde, _SERVICES, gezien, zin)


def toets_pip(dag: date, rond: Achtergrond, beleid: DoelgroepBeleid) -> Toets:
    """Test that there is a PIP; before the new law none is needed (DEV-DOE-008)."""
    vanaf = beleid.pip_vanaf
    in_orde = dag < vanaf.waarde or rond.laatste(Pip) is not None
    zin = f"Er is een PIP; dat is nodig vanaf {vanaf.waarde:%d-%m-%Y}."
    return maak_toets("pip_aanwezig", in_orde, vanaf.grondslag, {"vanaf": vanaf.waarde}, zin)


def gevolg_pip(feit: Pip, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Keep the PIP, from the day of the new law on (DEV-DOE-008)."""
    vanaf = beleid.pip_vanaf
    zin = f"Een PIP bestaat vanaf {vanaf.waarde:%d-%m-%Y}; daarvoor geldt het gewone proces."
    return Gevolg(
        voorwaarden=(
            toets_statushouder(rond),
            maak_toets("pip_na_invoering", feit.datum >= vanaf.waarde, vanaf.grondslag, {}, zin),
        ),
        klaar=("pip_opstellen",),
    )


def toets_statushouder(rond: Achtergrond) -> Toets:
    """Test that the klant is marked as statushouder."""
    is_ = Kenmerk.STATUSHOUDER in rond.kenmerken
    return maak_toets("statushouder", is_, _STATUSHOUDERS, {}, "De klant is gemarkeerd als statushouder.")


def gevolg_screening(feit: StatushouderScreening, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Refer for trauma and open an item for special costs (DEV-DOE-010)."""
    taken = []
    if feit.trauma:
        wat = "Verwijs de klant warm naar het sociaal wijkteam of het bijzonder zorgteam."
        waarom = "Dat kwam in de screening naar voren."
        regel = Taakregel("zorg_verwijzen", wat, waarom, Rol.INKOMENSCONSULENT, _STATUSHOUDERS)
        taken.append(regel.op(later(rond.vandaag, beleid)))
    if feit.bijzondere_kosten is not None:
        taken.append(bijstandstaak(_STATUSHOUDERS, rond.vandaag, beleid))
    return Gevolg(voorwaarden=(toets_statushouder(rond),), taken=tuple(taken))


def gevolg_ambitie(feit: StatushouderAmbitie, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Keep the answers; what is not arranged is taken up (DEV-DOE-011)."""
    wat = "Regel met de klant en Vluchtelingenwerk de inburgering."
    regel = Taakregel("inburgering_regelen", wat, "De inburgering is nog niet geregeld.", Rol.INTAKER, _STATUSHOUDERS)
    return Gevolg(
        voorwaarden=(toets_statushouder(rond),),
        taken=() if feit.inburgering_geregeld else (regel.op(later(rond.vandaag, beleid)),),
        klaar=("inburgering_regelen",),
    )
