"""Kwetsbare jongeren: postponed duties, a close eye, and the contact with RMC and jongerenloket."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from app.domain.doelgroep.beleid import DoelgroepBeleid, Route
from app.domain.doelgroep.feit import (
    Achtergrond,
    Bewaking,
    Feit,
    Gevolg,
    Taakregel,
    Zin,
    informeertaken,
    later,
    toets_jongere,
)
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.leeftijd import leeftijd_op
from app.domain.kern.rollen import Rol
from app.domain.kern.termijnen import beleidstermijn_dagen
from app.domain.kern.toets import Toets

_KWETSBAAR = productenboek("4.2")
_RMC = productenboek("4.4")

HERZIENING = "kwetsbare_jongere_herziening"
HERZIENING_TAAK = "kwetsbare_jongere_herzien"
CONTACT = "jongerencontact"
CONTACT_TAAK = "jongerencontact_leggen"


class Zorgcategorie(StrEnum):
    """The three kinds of status zorg (DEV-JON-022)."""

    PRO_VSO_KWETSBAAR = "pro_vso_kwetsbaar"
    UITGESTELDE_STUDIEPLICHT = "uitgestelde_studieplicht"
    KAN_WERKEN_NOG_NIET = "kan_werken_nog_niet"


class Uitstel(StrEnum):
    """Which duty is postponed."""

    STUDIEPLICHT = "studieplicht"
    ARBEIDSPLICHT = "arbeidsplicht"


class Regie(StrEnum):
    """Who steers the support of a kwetsbare jongere."""

    JONGERENLOKET = "jongerenloket"
    KONNECTED = "konnected"


class KwetsbareJongere(Feit):
    """De jongere heeft vanaf `datum` status zorg: een plicht is uitgesteld, met reden en een dag om dat te herzien."""

    soort: Literal["kwetsbare_jongere"]
    categorie: Zorgcategorie = Field(examples=["uitgestelde_studieplicht"])
    uitstel: Uitstel = Field(examples=["studieplicht"])
    reden: Zin = Field(examples=["Complexe problemen waarvoor eerst zorg nodig is."])
    herzien_op: date = Field(examples=["2026-09-30"])
    regie: Regie = Regie.JONGERENLOKET
    contact_dagen: Annotated[int, Field(ge=1, le=365)] | None = Field(
        default=None, description="Om de hoeveel dagen contact; leeg volgt het beleid."
    )


class KwetsbareJongereEinde(Feit):
    """De status zorg van de jongere eindigt op `datum`."""

    soort: Literal["kwetsbare_jongere_einde"]
    reden: Zin


class Contactpartij(StrEnum):
    """With whom there was contact about the jongere."""

    RMC = "rmc"
    JONGERENLOKET = "jongerenloket"
    KETENPARTNER = "ketenpartner"
    JONGERE = "jongere"


class RmcTaak(StrEnum):
    """The three core tasks of RMC (DEV-JON-021)."""

    PREVENTIEF = "preventief"
    CURATIEF = "curatief"
    MONITOREN_KWETSBAAR = "monitoren_kwetsbaar"


class Jongerencontact(Feit):
    """Een contact over of met de jongere; bij RMC met de taak waaronder het valt."""

    soort: Literal["jongerencontact"]
    partij: Contactpartij = Field(examples=["rmc"])
    rmc_taak: RmcTaak | None = Field(default=None, description="Verplicht bij RMC.", examples=["curatief"])
    notitie: Zin | None = None


def gevolg_kwetsbaar(feit: KwetsbareJongere, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Watch the review and the contact, and inform who steers (DEV-JON-020)."""
    na = feit.herzien_op > feit.datum
    past = feit.categorie is not Zorgcategorie.UITGESTELDE_STUDIEPLICHT or feit.uitstel is Uitstel.STUDIEPLICHT
    zin = "Bij de categorie uitgestelde studieplicht is de studieplicht uitgesteld."
    bewaken = (_herziening(feit, beleid), _contact(feit, _laatste_contact(feit, rond), beleid)) if na else ()
    return Gevolg(
        voorwaarden=(
            toets_jongere(feit, rond, beleid),
            maak_toets("herziening_na_begin", na, _KWETSBAAR, {}, "De dag van herziening ligt na het begin."),
            maak_toets("categorie_past_bij_uitstel", past, _RMC, {"uitstel": feit.uitstel}, zin),
        ),
        erbij=frozenset({Kenmerk.KWETSBARE_JONGERE}),
        taken=tuple(informeertaken([Route.KWETSBARE_JONGERE], rond.vandaag, beleid)),
        bewaken=bewaken,
        klaar=(HERZIENING_TAAK,),
        gestopt=(HERZIENING, CONTACT),
    )


def gevolg_einde(feit: KwetsbareJongereEinde, rond: Achtergrond, _: DoelgroepBeleid) -> Gevolg:
    """End the marker with all that was watched for it (DEV-JON-020)."""
    begin = lopend(rond)
    in_orde = begin is not None and begin.datum <= feit.datum
    zin = "Er loopt een status zorg die voor of op deze dag begon."
    return Gevolg(
        voorwaarden=(maak_toets("status_zorg_loopt", in_orde, _KWETSBAAR, {}, zin),),
        eraf=frozenset({Kenmerk.KWETSBARE_JONGERE}),
        klaar=(HERZIENING_TAAK, CONTACT_TAAK),
        gestopt=(HERZIENING, CONTACT),
    )


def gevolg_contact(feit: Jongerencontact, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Record the contact; for a kwetsbare jongere the next one is watched from here (DEV-JON-020, DEV-JON-021)."""
    rmc = feit.partij is Contactpartij.RMC
    begin = lopend(rond)
    sinds = feit.datum if begin is None else max(feit.datum, _laatste_contact(begin, rond))
    zin = "Bij contact met het RMC staat onder welke taak het valt, en anders niet."
    return Gevolg(
        voorwaarden=(maak_toets("rmc_taak", rmc is (feit.rmc_taak is not None), _RMC, {}, zin),),
        signalen=() if feit.rmc_taak is None else (_toets_rmc_leeftijd(feit.rmc_taak, feit, rond, beleid),),
        bewaken=() if begin is None else (_contact(begin, sinds, beleid),),
        klaar=(CONTACT_TAAK, "jongere_bekend_contact"),
        gestopt=() if begin is None else (CONTACT,),
    )


def lopend(rond: Achtergrond) -> KwetsbareJongere | None:
    """Return the status zorg that runs, if there is one."""
    soorten = (KwetsbareJongere, KwetsbareJongereEinde)
    laatste = next((feit for feit in reversed(rond.eerdere) if isinstance(feit, soorten)), None)
    return laatste if isinstance(laatste, KwetsbareJongere) else None


def _laatste_contact(begin: KwetsbareJongere, rond: Achtergrond) -> date:
    """Return the latest day of contact, also when it was recorded before an earlier one; else the day of the start."""
    return max([begin.datum, *(feit.datum for feit in rond.eerdere if isinstance(feit, Jongerencontact))])


def _herziening(feit: KwetsbareJongere, beleid: DoelgroepBeleid) -> Bewaking:
    dagen = (feit.herzien_op - feit.datum).days
    regel = Taakregel(
        HERZIENING_TAAK,
        f"Beoordeel of het uitstel van de {feit.uitstel} nog nodig is.",
        "De dag van herziening is bereikt.",
        Rol.WERKCONSULENT,
        _KWETSBAAR,
    )
    termijn = beleidstermijn_dagen(HERZIENING, _KWETSBAAR, feit.datum, dagen)
    return Bewaking(termijn, regel.op(later(feit.herzien_op, beleid)))


def _contact(feit: KwetsbareJongere, sinds: date, beleid: DoelgroepBeleid) -> Bewaking:
    norm = beleid.kwetsbare_jongere_contact_dagen
    termijn = beleidstermijn_dagen(CONTACT, norm.grondslag, sinds, feit.contact_dagen or norm.waarde)
    wat = "Neem contact op met de jongere of het jongerenloket en leg dat vast."
    regel = Taakregel(
        CONTACT_TAAK, wat, "Een kwetsbare jongere wordt intensief gevolgd.", Rol.WERKCONSULENT, norm.grondslag
    )
    return Bewaking(termijn, regel.op(later(termijn.einde, beleid)))


def _toets_rmc_leeftijd(taak: RmcTaak, feit: Feit, rond: Achtergrond, beleid: DoelgroepBeleid) -> Toets:
    """Test whether this task of RMC is meant for the age; shown, and stops nothing (DEV-JON-021)."""
    leeftijd = leeftijd_op(rond.geboortedatum, max(feit.datum, rond.geboortedatum))
    van, tot_en_met = beleid.rmc_curatief_vanaf_leeftijd, beleid.rmc_curatief_tot_en_met_leeftijd
    past = {
        RmcTaak.PREVENTIEF: True,
        RmcTaak.CURATIEF: van.waarde <= leeftijd <= tot_en_met.waarde,
        RmcTaak.MONITOREN_KWETSBAAR: leeftijd >= beleid.rmc_monitoren_vanaf_leeftijd.waarde,
    }[taak]
    zin = "De leeftijd past bij deze taak van het RMC."
    return maak_toets("leeftijd_past_bij_rmc_taak", past, van.grondslag, {"leeftijd": leeftijd}, zin)
