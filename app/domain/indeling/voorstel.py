"""The proposal for a klantgroep; the consulent decides."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict

from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.criteria import alleen_handmatig, criteria
from app.domain.indeling.doelgroep import groeien_naar_doelgroep, kent_uitstroombestemming
from app.domain.indeling.feiten import IndelingFeiten, Potentieel
from app.domain.kern.grondslag import Grondslag, productenboek
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Toets, Uitkomst, alle_voldaan

_STRUCTUREEL = frozenset({Kenmerk.PARTTIMER_STRUCTUREEL, Kenmerk.WSW, Kenmerk.BESCHUT_WERK, Kenmerk.LKS})
_HANDMATIG = (
    "Er is arbeidspotentieel, maar werk binnen drie jaar is niet haalbaar: geen omschrijving van een klantgroep past. "
    "Kies zelf en leg uit waarom."
)


class Voorstel(BaseModel):
    """The proposed klantgroep (None when facts are missing) with all criteria, and whether it is a doubtful case.

    ``handmatig`` tells that no definition fits what is known, so that the consulent chooses (DEV-KGR-902).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    klantgroep: Klantgroep | None
    criteria: Mapping[Klantgroep, tuple[Toets, ...]]
    uitzondering: Toets | None
    toelichting: str
    twijfel: bool
    handmatig: bool = False


def stel_voor(feiten: IndelingFeiten, beleid: IndelingBeleid) -> Voorstel:
    """Propose a klantgroep: first the exceptions by circumstance, then the criteria in order of distance to work."""
    alle = criteria(feiten, beleid)
    uitzondering = _uitzondering(feiten, beleid)
    if uitzondering is not None:
        groep, toets = uitzondering
        twijfel = _tegenspraak(feiten, groep, beleid)
        return Voorstel(
            klantgroep=groep, criteria=alle, uitzondering=toets, toelichting=toets.toelichting, twijfel=twijfel
        )
    gekozen = next((groep for groep, toetsen in alle.items() if alle_voldaan(toetsen)), None)
    handmatig = gekozen is None and alleen_handmatig(feiten, beleid)
    return Voorstel(
        klantgroep=gekozen,
        criteria=alle,
        uitzondering=None,
        toelichting=_HANDMATIG if handmatig else _uitleg(gekozen),
        twijfel=gekozen is not None and _tegenspraak(feiten, gekozen, beleid),
        handmatig=handmatig,
    )


def _uitzondering(feiten: IndelingFeiten, beleid: IndelingBeleid) -> tuple[Klantgroep, Toets] | None:
    for regel in (_structureel, _doelgroep, _jongere, _zorgplicht, _alleenstaande_ouder, _parttimer):
        gevonden = regel(feiten, beleid)
        if gevonden is not None:
            return gevonden
    return None


def is_jongere(feiten: IndelingFeiten, beleid: IndelingBeleid) -> bool:
    """Tell whether the klant is under 27: until the day of the birthday (DEV-JON-001)."""
    return feiten.leeftijd < beleid.jongere_tot_leeftijd.waarde


def _structureel(feiten: IndelingFeiten, _: IndelingBeleid) -> tuple[Klantgroep, Toets] | None:
    """Put structural part-timers, Wsw, beschut werk and LKS in Groeien whatever the term (DEV-KGR-019)."""
    gevonden = tuple(sorted(feiten.kenmerken & _STRUCTUREEL))
    zin = "Wie blijvend in deeltijd of met ondersteuning werkt, hoort tot nader order bij Groeien."
    return _als(bool(gevonden), Klantgroep.GROEIEN, "structureel_ondersteund", productenboek("2.2.4"), zin)


def _doelgroep(feiten: IndelingFeiten, beleid: IndelingBeleid) -> tuple[Klantgroep, Toets] | None:
    """Put the doelgroepen of the handbook in Groeien (DEV-DOE-001, DEV-DOE-007, DEV-JON-006, DEV-JON-009)."""
    return groeien_naar_doelgroep(feiten, jongere=is_jongere(feiten, beleid))


def _jongere(feiten: IndelingFeiten, beleid: IndelingBeleid) -> tuple[Klantgroep, Toets] | None:
    """Start a jongere who needs over six months in Groeien (DEV-JON-004, DEV-JON-006)."""
    termijn, grens = feiten.verwachte_termijn_maanden, beleid.matchen_max_maanden.waarde
    langer = feiten.wajong_afgewezen or (termijn is not None and (termijn == "geen" or termijn > grens))
    geldt = is_jongere(feiten, beleid) and feiten.eerste_indeling and langer
    zin = f"Een jongere die niet binnen {grens} maanden kan werken, begint in Groeien."
    return _als(geldt, Klantgroep.GROEIEN, "jongere", beleid.jongere_eerste_klantgroepen.grondslag, zin)


def _zorgplicht(feiten: IndelingFeiten, beleid: IndelingBeleid) -> tuple[Klantgroep, Toets] | None:
    """Put who invokes the zorgplicht in Groeien (DEV-KGR-020)."""
    norm = beleid.zorgplicht_max_jaren
    zin = f"Bij een beroep op de zorgplicht (hoogstens {norm.waarde} jaar) hoort de klant bij Groeien."
    return _als(Kenmerk.BEROEP_OP_ZORGPLICHT in feiten.kenmerken, Klantgroep.GROEIEN, "zorgplicht", norm.grondslag, zin)


def _alleenstaande_ouder(feiten: IndelingFeiten, beleid: IndelingBeleid) -> tuple[Klantgroep, Toets] | None:
    """Start a lone parent in Matchen, unless a longer term or no potential is known (DEV-KGR-020)."""
    termijn, grens = feiten.verwachte_termijn_maanden, beleid.matchen_max_maanden.waarde
    past = termijn is None or (termijn != "geen" and termijn <= grens)
    geldt = Kenmerk.ALLEENSTAANDE_OUDER in feiten.kenmerken and past
    geldt = geldt and feiten.arbeidspotentieel is not Potentieel.GEEN
    zin = "Een alleenstaande ouder hoort in eerste aanleg bij Matchen."
    return _als(geldt, Klantgroep.MATCHEN, "alleenstaande_ouder", beleid.zorgplicht_max_jaren.grondslag, zin)


def _parttimer(feiten: IndelingFeiten, _: IndelingBeleid) -> tuple[Klantgroep, Toets] | None:
    """Put a part-timer without structural belemmering in Matchen (DEV-KGR-022)."""
    geldt = feiten.parttimer_zonder_belemmering
    zin = "Een parttimer zonder belemmeringen werkt in Matchen toe naar volledige uitstroom."
    return _als(geldt, Klantgroep.MATCHEN, "parttimer_zonder_belemmering", productenboek("3.2"), zin)


def _als(
    geldt: bool, groep: Klantgroep, voorwaarde: str, grondslag: Grondslag, zin: str
) -> tuple[Klantgroep, Toets] | None:
    if not geldt:
        return None
    return groep, Toets(voorwaarde=voorwaarde, uitkomst=Uitkomst.VOLDAAN, grondslag=grondslag, toelichting=zin)


def _tegenspraak(feiten: IndelingFeiten, groep: Klantgroep, beleid: IndelingBeleid) -> bool:
    """Tell whether a recorded fact speaks against the proposal, so that extra care is needed (DEV-KGR-025)."""
    if groep is Klantgroep.ZORGEN:
        return feiten.ontwikkelpotentieel is Potentieel.WEINIG
    if groep is Klantgroep.FACILITEREN:
        return False
    zonder_potentieel = feiten.arbeidspotentieel is feiten.ontwikkelpotentieel is Potentieel.GEEN
    termijn = feiten.verwachte_termijn_maanden
    te_lang = termijn == "geen" or (termijn is not None and termijn > beleid.groeien_max_maanden.waarde)
    return zonder_potentieel or (te_lang and kent_uitstroombestemming(feiten))


def _uitleg(groep: Klantgroep | None) -> str:
    if groep is None:
        return "De feiten wijzen nog niet naar één klantgroep; kijk welke criteria open staan of botsen."
    return f"De klant voldoet aan alle criteria van {groep.capitalize()}."
