"""Circumstances that weigh when something is offered: dependent children, mantelzorg and limitations (DEV-VRZ-904)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from app.domain.doelgroep.beleid import DoelgroepBeleid
from app.domain.doelgroep.feit import Achtergrond, Feit, Gevolg, Zin
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag, verordening
from app.domain.kern.toets import Feit as Toetsfeit

_ZORGTAKEN = Grondslag(regeling="Re-integratieverordening Participatiewet 2021", artikel="2", lid="5")
_MANTELZORG = verordening("1", "k")
ELEMENTEN = ("langdurig", "directe_omgeving", "sociale_relatie", "meer_dan_gebruikelijk", "niet_beroepsmatig")
"""What makes care mantelzorg (DEV-VRZ-905)."""


class TenLasteKomendeKinderen(Feit):
    """De kinderen voor wie de klant vanaf `datum` zorgt, met hun geboortedata; leeg als er geen (meer) zijn."""

    soort: Literal["ten_laste_komende_kinderen"]
    geboortedata: Annotated[tuple[date, ...], Field(max_length=20)] = Field(examples=[["2023-05-14"]])


class Mantelzorg(Feit):
    """Of de klant vanaf `datum` mantelzorg verleent; dan horen de vijf elementen van artikel 1 onder k erbij."""

    soort: Literal["mantelzorg"]
    verleent: bool = Field(description="Onwaar: de klant verleent geen mantelzorg (meer).", examples=[True])
    langdurig: bool | None = Field(default=None, examples=[True])
    directe_omgeving: bool | None = Field(
        default=None, description="Voor iemand uit de directe omgeving.", examples=[True]
    )
    sociale_relatie: bool | None = Field(default=None, description="Vloeit voort uit de band.", examples=[True])
    meer_dan_gebruikelijk: bool | None = Field(
        default=None, description="Meer dan huisgenoten gewoonlijk voor elkaar doen.", examples=[True]
    )
    niet_beroepsmatig: bool | None = Field(
        default=None, description="Niet in het kader van een beroep.", examples=[True]
    )


class FunctioneleBeperking(Feit):
    """Of de klant vanaf `datum` functionele beperkingen heeft en wat die voor werk betekenen; geen diagnose."""

    soort: Literal["functionele_beperking"]
    aanwezig: bool = Field(examples=[True])
    gevolgen_voor_werk: Zin | None = Field(default=None, examples=["Kan niet lang staan en niet zwaar tillen."])


def is_mantelzorg(feit: Mantelzorg) -> bool:
    """Tell whether care is mantelzorg: every element is there; care as a profession never is (DEV-VRZ-905)."""
    return feit.verleent and all(getattr(feit, element) for element in ELEMENTEN)


def kinderen_op(eerdere: Iterable[Feit], dag: date) -> tuple[date, ...]:
    """Return the birth dates of the dependent children by the last fact until a day."""
    feit = laatste_op(eerdere, TenLasteKomendeKinderen, dag)
    return feit.geboortedata if isinstance(feit, TenLasteKomendeKinderen) else ()


def laatste_op(eerdere: Iterable[Feit], soort: type[Feit], dag: date) -> Feit | None:
    """Return the fact of a kind that holds on a day: of two of one day the later recorded."""
    alle = [feit for feit in eerdere if isinstance(feit, soort) and feit.datum <= dag]
    return max(reversed(alle), key=lambda feit: feit.datum) if alle else None


def gevolg_kinderen(feit: TenLasteKomendeKinderen, _rond: Achtergrond, _beleid: DoelgroepBeleid) -> Gevolg:
    """Keep the birth dates; a child that is not born yet is no child to care for (DEV-VRZ-904)."""
    geboren = all(dag <= feit.datum for dag in feit.geboortedata)
    goed = "Elk kind is op die dag geboren."
    fout = "Een geboortedatum ligt na de dag waarop dit gold: verbeter een van beide."
    return Gevolg(voorwaarden=(maak_toets("kinderen_geboren", geboren, _ZORGTAKEN, {}, goed, fout),))


def gevolg_mantelzorg(feit: Mantelzorg, _rond: Achtergrond, _beleid: DoelgroepBeleid) -> Gevolg:
    """Ask for the five elements, and say whether it counts (DEV-VRZ-905)."""
    if not feit.verleent:
        return Gevolg(uitkomst="geen_mantelzorg")
    gezien: dict[str, Toetsfeit] = {element: getattr(feit, element) for element in ELEMENTEN}
    compleet = True if None not in gezien.values() else None
    goed, leeg = "De vijf elementen zijn beantwoord.", "Beantwoord alle vijf elementen van mantelzorg."
    telt = is_mantelzorg(feit)
    wel = "Dit is mantelzorg: bij elk aanbod wordt gevraagd hoe die is meegewogen."
    niet = "Dit is geen mantelzorg in de zin van de verordening: een of meer elementen ontbreken."
    return Gevolg(
        voorwaarden=(maak_toets("mantelzorg_elementen", compleet, _MANTELZORG, gezien, goed, goed, leeg),),
        signalen=(maak_toets("mantelzorg", telt, _MANTELZORG, gezien, wel, niet),),
        uitkomst="mantelzorg" if telt else "geen_mantelzorg",
    )


def gevolg_beperking(feit: FunctioneleBeperking, _rond: Achtergrond, _beleid: DoelgroepBeleid) -> Gevolg:
    """Ask what a limitation means for work (DEV-VRZ-904)."""
    beschreven = True if not feit.aanwezig or feit.gevolgen_voor_werk else None
    goed = "Er staat bij wat de beperking voor werk betekent."
    leeg = "Schrijf op wat de beperking voor werk betekent, zonder diagnose."
    return Gevolg(voorwaarden=(maak_toets("gevolgen_voor_werk", beschreven, _ZORGTAKEN, {}, goed, leeg, leeg),))
