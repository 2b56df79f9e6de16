"""Preparing a screening and an ambitiegesprek: what is looked up, which route it becomes, and what LVB asks for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.beleid.model import Waarde
from app.domain.gesprek.soort import Formulierdeel, Leeftijdsgroep, Markering, Tekstcode
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.kenmerk import Kenmerk, Spoedzaak
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Toets

INFORMATIE_LVB = "informatie_opvragen_lvb"
_SCREENING = productenboek("2.2.2")
_AMBITIE = productenboek("2.2.3")
_MULTIPROBLEEM = frozenset({Kenmerk.DAK_THUISLOOS, Kenmerk.EX_GEDETINEERD})
_INDICATIE = frozenset({Kenmerk.INDICATIE_BANENAFSPRAAK, Kenmerk.BESCHUT_WERK})


class _Feiten(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ScreeningVoorbereiding(_Feiten):
    """What was done before the screeningsgesprek (DEV-SCR-003)."""

    formulier_gelezen: bool = False
    ontbrekende_delen: frozenset[Formulierdeel] = frozenset()
    bronnen: frozenset[str] = frozenset()
    mogelijke_antwoorden: str | None = None


def toetsen_voorbereiding(feiten: ScreeningVoorbereiding, bronnen: Waarde[tuple[Tekstcode, ...]]) -> tuple[Toets, ...]:
    """Return the checklist before the screeningsgesprek; it shows what is left and stops nothing (DEV-SCR-003)."""
    zin = "Het meldingsformulier is gelezen."
    lezen = maak_toets("formulier_gelezen", feiten.formulier_gelezen, _SCREENING, {}, zin)
    gezien = tuple(
        maak_toets(
            f"bron_{bron.code}", bron.code in feiten.bronnen, bronnen.grondslag, {}, f"Geraadpleegd: {bron.tekst}."
        )
        for bron in bronnen.waarde
    )
    zin = "Er is nagegaan welke antwoorden op de hulpvraag mogelijk zijn."
    antwoorden = maak_toets("mogelijke_antwoorden", bool(feiten.mogelijke_antwoorden), _SCREENING, {}, zin)
    return (lezen, *gezien, antwoorden)


class Gespreksroute(StrEnum):
    """The way in which the ambitiegesprek is held (DEV-AMB-005)."""

    REGULIER = "regulier"
    JONGEREN = "jongeren"
    STATUSHOUDER = "statushouder"
    BIJZONDERE_DOELGROEP = "bijzondere_doelgroep"


def routes(markeringen: Iterable[Markering]) -> tuple[Gespreksroute, ...]:
    """Return the routes that the markers ask for, age first; regulier when there is none (DEV-AMB-005)."""
    eigen = set(markeringen)
    gevraagd = {
        Gespreksroute.JONGEREN: Leeftijdsgroep.JONGERE in eigen,
        Gespreksroute.STATUSHOUDER: Kenmerk.STATUSHOUDER in eigen,
        Gespreksroute.BIJZONDERE_DOELGROEP: bool(eigen & _MULTIPROBLEEM),
    }
    return tuple(route for route, nodig in gevraagd.items() if nodig) or (Gespreksroute.REGULIER,)


class AmbitieFeiten(_Feiten):
    """What the screening and the dossier tell before the ambitiegesprek; None when there was no screening."""

    markeringen: frozenset[Markering] = frozenset()
    schuldsignaal: str | None = None
    spoedzaken: frozenset[Spoedzaak] | None = None
    instanties: tuple[str, ...] = ()


class Controle(_Feiten):
    """One check beforehand: is it there (None: not known), and what exactly."""

    code: str
    aanwezig: bool | None
    details: tuple[str, ...] = ()


def controles(feiten: AmbitieFeiten) -> tuple[Controle, ...]:
    """Return what the intaker checks from the screening report (DEV-AMB-005)."""
    geld = feiten.schuldsignaal
    zorgen = None if geld is None else geld != "geen" or bool(feiten.spoedzaken)
    return (
        _kenmerk("veiligheidsrisico", feiten, frozenset({Kenmerk.VEILIGHEIDSRISICO})),
        _kenmerk("jonger_dan_27", feiten, frozenset({Leeftijdsgroep.JONGERE})),
        _kenmerk("statushouder", feiten, frozenset({Kenmerk.STATUSHOUDER})),
        _kenmerk("multiprobleem", feiten, _MULTIPROBLEEM),
        _kenmerk("indicatie_banenafspraak_of_beschut", feiten, _INDICATIE),
        Controle(code="financiele_situatie", aanwezig=zorgen, details=() if geld is None else (geld,)),
        Controle(code="betrokken_instanties", aanwezig=bool(feiten.instanties), details=feiten.instanties),
    )


def _kenmerk(code: str, feiten: AmbitieFeiten, gezocht: frozenset[Markering]) -> Controle:
    gevonden = tuple(sorted(markering.value for markering in feiten.markeringen & gezocht))
    return Controle(code=code, aanwezig=bool(gevonden), details=gevonden)


def spoedzaken(*, broodnood: bool | None, uithuiszetting: bool, schuldsignaal: str) -> frozenset[Spoedzaak]:
    """Return the urgent matters of a screening (DEV-AMB-006)."""
    aanwezig = {
        Spoedzaak.BROODNOOD: bool(broodnood),
        Spoedzaak.DREIGENDE_UITHUISZETTING: uithuiszetting,
        Spoedzaak.SCHULDEN: schuldsignaal == "hard",
    }
    return frozenset(zaak for zaak, is_er in aanwezig.items() if is_er)


def informatietaak(uiterste: date) -> TaakVoorstel:
    """Return the request for information that goes with LVB (DEV-AMB-014)."""
    return TaakVoorstel(
        soort=INFORMATIE_LVB,
        wat="Vraag met toestemming informatie op bij school, praktijkonderwijs of speciaal onderwijs.",
        waarom="Bij dit kenmerk hoort informatie van de school bij de voorbereiding.",
        rol=Rol.INTAKER,
        grondslag=_AMBITIE,
        uiterste=uiterste,
    )
