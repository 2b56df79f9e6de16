"""The rules of the werk-leerroute: the route, its two phases, who guides, and what somebody gets at the end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag, productenboek
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import Termijn, beleidstermijn_dagen
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import tel_werkdagen
from app.domain.leerroute.beleid import LeerrouteBeleid
from app.domain.leerroute.soorten import Leeropdrachtsoort, Leerresultaat, Leerroutebewijs

CODE: Final = "werk_leerroute"
FASE_EINDE: Final = "leerroute_fase_einde"
FASE_TAAK: Final = "leerroute_fase_afronden"
BELEIDSREGELS: Final = "Beleidsregels Re-integratie gemeente Deventer 2021"
LID_3: Final = Grondslag(regeling=BELEIDSREGELS, artikel="4", lid="3")
LID_4: Final = Grondslag(regeling=BELEIDSREGELS, artikel="4", lid="4")
HANDBOEK: Final = productenboek("4.2")
_VERORDENING: Final = Grondslag(regeling="Re-integratieverordening Participatiewet 2021", artikel="8a")
FASE_2: Final = 2


class Faseplan(BaseModel):
    """A phase in the half-open period ``[van, tot)``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nummer: int
    van: date
    tot: date


class Werkcontract(BaseModel):
    """The arbeidsovereenkomst of phase 2, in ``[van, tot)``; ``tot`` is None without an end."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    van: date
    tot: date | None


def toets_route(code: str, beleid: LeerrouteBeleid) -> Toets:
    """Test that a route is active; one that is being developed cannot be chosen yet (DEV-WLR-003)."""
    kan = ", ".join(route.code for route in beleid.routes.waarde if beleid.actief(route.code))
    return maak_toets(
        "route_actief",
        beleid.actief(code),
        beleid.routes.grondslag,
        {"route": code},
        "Deze werk-leerroute is er.",
        f"Deze werk-leerroute kan nu niet worden gekozen. Kies een van: {kan}.",
    )


def toets_toegekend(code: str, toegekend: bool) -> Toets:
    """Test that it hangs on a werk-leerroute that was granted and is not over (DEV-WLR-903)."""
    return maak_toets(
        "werk_leerroute_toegekend",
        code == CODE and toegekend,
        _VERORDENING,
        {"voorziening": code},
        "De werk-leerroute is toegekend.",
        "Er is geen toegekende werk-leerroute die loopt; ken de voorziening eerst toe.",
    )


def fasen(begin: date, beleid: LeerrouteBeleid) -> tuple[Faseplan, Faseplan]:
    """Return the two phases, the second from the end of the first on (DEV-WLR-905)."""
    een = Faseplan(nummer=1, van=begin, tot=plus_maanden(begin, beleid.maanden(1)))
    return een, fase_2(een.tot, beleid)


def fase_2(van: date, beleid: LeerrouteBeleid) -> Faseplan:
    """Return the second phase from a day on."""
    return Faseplan(nummer=FASE_2, van=van, tot=plus_maanden(van, beleid.maanden(FASE_2)))


def toetsen_fase_2(
    start: date, fase_1_afgerond: date | None, contract: Werkcontract | None, beleid: LeerrouteBeleid
) -> tuple[Toets, ...]:
    """Test that phase 2 can start: phase 1 is completed and there is a contract long enough (DEV-WLR-905)."""
    klaar = fase_1_afgerond is not None and fase_1_afgerond <= start
    loopt = contract is not None and contract.van <= start and (contract.tot is None or start < contract.tot)
    return (
        maak_toets(
            "fase_1_afgerond",
            klaar,
            LID_3,
            {"afgerond_op": fase_1_afgerond, "start": start},
            "Fase 1 is afgerond.",
            "Fase 2 kan pas beginnen als fase 1 is afgerond.",
        ),
        maak_toets(
            "arbeidsovereenkomst",
            loopt,
            LID_3,
            {"van": contract.van if contract else None, "start": start},
            "Er is een arbeidsovereenkomst op de dag waarop fase 2 begint.",
            "Leg eerst het dienstverband vast dat op de eerste dag van fase 2 loopt.",
        ),
        toets_contractduur(contract, beleid),
    )


def toets_contractduur(contract: Werkcontract | None, beleid: LeerrouteBeleid) -> Toets:
    """Test that the contract lasts long enough; exactly six months is (DEV-WLR-905)."""
    norm = beleid.contract_maanden
    lang: bool | None = None
    if contract is not None:
        lang = contract.tot is None or contract.tot >= plus_maanden(contract.van, norm.waarde)
    return maak_toets(
        "contract_lang_genoeg",
        lang,
        norm.grondslag,
        {"tot": contract.tot if contract else None, "maanden": norm.waarde},
        f"De arbeidsovereenkomst duurt ten minste {norm.waarde} maanden.",
        f"De arbeidsovereenkomst duurt korter dan {norm.waarde} maanden.",
        "Er is nog geen arbeidsovereenkomst.",
    )


def toets_bewijs(bewijs: Leerroutebewijs, opdrachten: Sequence[tuple[Leeropdrachtsoort, Leerresultaat]]) -> Toets:
    """Test that a praktijkverklaring is given only when every practical assignment was passed (DEV-WLR-002)."""
    uitkomsten = [
        resultaat
        for soort, resultaat in opdrachten
        if soort is Leeropdrachtsoort.PRAKTIJKOPDRACHT and resultaat is not Leerresultaat.VERVALLEN
    ]
    alle = bool(uitkomsten) and all(resultaat is Leerresultaat.BEHAALD for resultaat in uitkomsten)
    return maak_toets(
        "praktijkopdrachten_behaald",
        bewijs is Leerroutebewijs.DEELNAME or alle,
        HANDBOEK,
        {"bewijs": bewijs, "opdrachten": len(uitkomsten), "behaald": uitkomsten.count(Leerresultaat.BEHAALD)},
        "Het bewijs past bij de behaalde praktijkopdrachten.",
        "Een praktijkverklaring is er alleen als alle praktijkopdrachten zijn behaald.",
    )


def toets_fasen_afgerond(afgerond: Sequence[date | None], dag: date) -> Toets:
    """Test that both phases were completed before the route is (DEV-WLR-906)."""
    return maak_toets(
        "fasen_afgerond",
        all(einde is not None and einde <= dag for einde in afgerond),
        LID_4,
        {"fasen": len(afgerond)},
        "Beide fasen zijn afgerond.",
        "Rond eerst beide fasen af.",
    )


def fasetermijn(fase: Faseplan, beleid: LeerrouteBeleid) -> tuple[Termijn, TaakVoorstel]:
    """Return the term of a phase with the taak when it is over."""
    laatste = fase.tot - timedelta(days=1)
    norm = beleid.fase_1_maanden if fase.nummer == 1 else beleid.fase_2_maanden
    termijn = beleidstermijn_dagen(FASE_EINDE, norm.grondslag, fase.van, (laatste - fase.van).days)
    verder = "start fase 2 bij een werkgever" if fase.nummer == 1 else "leg vast welk bewijs de klant krijgt"
    taak = TaakVoorstel(
        soort=FASE_TAAK,
        wat=f"Rond fase {fase.nummer} van de werk-leerroute af en {verder}, of verleng de fase.",
        waarom=f"Fase {fase.nummer} liep tot en met {datum_voluit(laatste)}.",
        rol=Rol.WERKCONSULENT,
        grondslag=LID_3,
        uiterste=tel_werkdagen(laatste, beleid.opvolgen_werkdagen.waarde),
    )
    return termijn, taak


def werkplektaak(fase: Faseplan, beleid: LeerrouteBeleid) -> TaakVoorstel:
    """Return the taak of the accountmanager to find the external workplace before phase 2 (DEV-WLR-001)."""
    return TaakVoorstel(
        soort="leerroute_werkplek_zoeken",
        wat="Zoek een passende externe werkplek met een arbeidsovereenkomst voor fase 2.",
        waarom=f"Fase 2 van de werk-leerroute begint op {datum_voluit(fase.van)}, na een contract van ten minste "
        f"{beleid.contract_maanden.waarde} maanden.",
        rol=Rol.WERKCONSULENT,
        grondslag=HANDBOEK,
        uiterste=fase.van - timedelta(days=1),
    )
