"""Wissel overwegen: why a change of klantgroep is considered, the investigation, and the outcome."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.handhaving import regels_zorgen_gelden
from app.domain.indeling.termijnen import contactrol
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag, productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import tel_werkdagen


class Wisselaanleiding(StrEnum):
    """Why a change is considered; the first five follow from recorded activities."""

    VRIJWILLIGERSWERK_VEEL_UREN = "vrijwilligerswerk_veel_uren"
    BETAALD_WERK_VEEL_UREN = "betaald_werk_veel_uren"
    BETAALD_WERK_BEHOUDEN = "betaald_werk_behouden"
    START_VRIJWILLIGERSWERK = "start_vrijwilligerswerk"
    WERK_ONDER_NORM = "werk_onder_norm"
    WENS_VRIJWILLIGERSWERK = "wens_vrijwilligerswerk"
    MOTIVATIE_ONTSTAAN = "motivatie_ontstaan"
    TRAJECT_AFGEROND = "traject_afgerond"
    TWIJFELGEVAL = "twijfelgeval"
    ONTWIKKELING = "ontwikkeling"


class Overweeguitkomst(StrEnum):
    """What came of it; the change itself is a new indeling."""

    WISSELEN = "wisselen"
    NIET_WISSELEN = "niet_wisselen"


BEREKEND: Final = frozenset(list(Wisselaanleiding)[:5])
"""What only recorded activities can bring about."""
MELDBAAR: Final = frozenset(
    {*list(Wisselaanleiding)[5:7], Wisselaanleiding.TWIJFELGEVAL, Wisselaanleiding.ONTWIKKELING}
)
"""What a consulent can report."""
_ALLEEN_ZORGEN: Final = frozenset({Wisselaanleiding.WENS_VRIJWILLIGERSWERK, Wisselaanleiding.MOTIVATIE_ONTSTAAN})
_FACILITEREN_UIT = productenboek("5.3")
_ZORGEN_UIT = productenboek("6.3")
_GRONDSLAG: Mapping[Wisselaanleiding, Grondslag] = {
    Wisselaanleiding.VRIJWILLIGERSWERK_VEEL_UREN: _FACILITEREN_UIT,
    Wisselaanleiding.BETAALD_WERK_VEEL_UREN: _FACILITEREN_UIT,
    Wisselaanleiding.BETAALD_WERK_BEHOUDEN: _FACILITEREN_UIT,
    Wisselaanleiding.START_VRIJWILLIGERSWERK: _ZORGEN_UIT,
    Wisselaanleiding.WERK_ONDER_NORM: _ZORGEN_UIT,
    Wisselaanleiding.WENS_VRIJWILLIGERSWERK: _ZORGEN_UIT,
    Wisselaanleiding.MOTIVATIE_ONTSTAAN: productenboek("bijlage 2.6"),
    Wisselaanleiding.TRAJECT_AFGEROND: productenboek("3.2"),
}
_GROEPEN = productenboek("2.2.4")


class MeldingFeiten(BaseModel):
    """A change that somebody wants to consider for a klant as indeled now."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    aanleiding: Wisselaanleiding
    klantgroep: Klantgroep | None
    zorg_handhaving: bool = False
    omschrijving: str | None = None


def grondslag_van(aanleiding: Wisselaanleiding) -> Grondslag:
    """Return the paragraph behind an aanleiding."""
    return _GRONDSLAG.get(aanleiding, _GROEPEN)


def voorgestelde_groep(aanleiding: Wisselaanleiding, van: Klantgroep) -> Klantgroep | None:
    """Return where the move would usually go; None when that is open (DEV-KGR-508, DEV-KGR-510, DEV-KGR-021)."""
    if aanleiding in (Wisselaanleiding.TWIJFELGEVAL, Wisselaanleiding.ONTWIKKELING):
        return None
    return Klantgroep.FACILITEREN if van is Klantgroep.ZORGEN else Klantgroep.GROEIEN


def leidt_naar(van: Klantgroep, voorgesteld: Klantgroep | None, naar: Klantgroep) -> bool:
    """Tell whether a change to ``naar`` is what was considered; from Zorgen every other klantgroep is (DEV-KGR-510)."""
    return voorgesteld in (None, naar) or van is Klantgroep.ZORGEN


def toets_melding(feiten: MeldingFeiten) -> tuple[Toets, ...]:
    """Test whether a consulent can report this aanleiding (DEV-KGR-017, DEV-KGR-510, DEV-KGR-513)."""
    aanleiding, groep = feiten.aanleiding, feiten.klantgroep
    past = aanleiding not in _ALLEEN_ZORGEN or regels_zorgen_gelden(groep, feiten.zorg_handhaving)
    open_ = aanleiding is not Wisselaanleiding.ONTWIKKELING or bool(feiten.omschrijving)
    grond = grondslag_van(aanleiding)
    zin = "Deze aanleiding hoort bij klantgroep Zorgen, buiten zorg-handhaving."
    return (
        maak_toets("klant_ingedeeld", groep is not None, _GROEPEN, {}, "De klant is in een klantgroep ingedeeld."),
        maak_toets(
            "aanleiding_meldbaar", aanleiding in MELDBAAR, grond, {}, "Deze aanleiding volgt niet uit iets anders."
        ),
        maak_toets("aanleiding_past", past, grond, {"klantgroep": groep}, zin),
        maak_toets("ontwikkeling_omschreven", open_, grond, {}, "Er staat welke ontwikkeling de consulent ziet."),
    )


def overweegtaak(aanleiding: Wisselaanleiding, van: Klantgroep, dag: date, beleid: IndelingBeleid) -> TaakVoorstel:
    """Return the assessment, for the contact of the present klantgroep; it never moves the klant by itself."""
    naar = voorgestelde_groep(aanleiding, van)
    richting = f" naar {naar.naam}" if naar else ""
    return TaakVoorstel(
        soort=f"doorstroom_{van.value}" if naar else "wissel_overwegen",
        wat=f"Beoordeel of de klant van {van.naam}{richting} overgaat, en leg uit waarom wel of niet.",
        waarom=f"Wisselaanleiding: {aanleiding.value.replace('_', ' ')}.",
        rol=contactrol(van),
        grondslag=grondslag_van(aanleiding),
        uiterste=tel_werkdagen(dag, beleid.wissel_overwegen_werkdagen.waarde),
    )


def adviestaak(van: Klantgroep, gevraagd: date, beleid: IndelingBeleid) -> TaakVoorstel:
    """Return the reminder that an advice of the bedrijfsarts is waited for (DEV-KGR-017)."""
    return TaakVoorstel(
        soort="advies_bedrijfsarts_volgen",
        wat="Vraag na of het advies van de bedrijfsarts er is.",
        waarom="Voor het beoordelen van een wissel is de bedrijfsarts gevraagd.",
        rol=contactrol(van),
        grondslag=_GROEPEN,
        uiterste=tel_werkdagen(gevraagd, beleid.wissel_overwegen_werkdagen.waarde),
    )


def wisseltaak(van: Klantgroep, dag: date, beleid: IndelingBeleid) -> TaakVoorstel:
    """Return what follows the outcome to change: a proposal and a decision, with the warm handover (DEV-KGR-018)."""
    return TaakVoorstel(
        soort="wissel_uitvoeren",
        wat="Maak een voorstel en beslis over de nieuwe klantgroep; plan het driegesprek.",
        waarom="De consulent vindt een andere klantgroep passend.",
        rol=Rol.INTAKER if contactrol(van) is Rol.INKOMENSCONSULENT else Rol.WERKCONSULENT,
        grondslag=_GROEPEN,
        uiterste=tel_werkdagen(dag, beleid.wissel_overwegen_werkdagen.waarde),
    )
