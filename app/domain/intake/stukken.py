"""The term for stukken, with the steps that guard it."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.intake.beleid import IntakeBeleid
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag, awb, productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import Termijn, beleidstermijn_werkdagen
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.kern.werkdagen import tel_werkdagen

_HULP = productenboek("2.2.2")


class StukkenStapSoort(StrEnum):
    """The steps from the request to leaving the aanvraag aside."""

    BELLEN = "bellen"
    AANVULTERMIJN = "aanvultermijn"
    SMS = "sms"
    BUITEN_BEHANDELING = "buiten_behandeling"


class StukkenStap(BaseModel):
    """One step, only needed when stukken are still missing on ``dag``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    soort: StukkenStapSoort
    dag: date
    wat: str
    grondslag: Grondslag


class StukkenTermijn(BaseModel):
    """The inlevertermijn, the aanvultermijn that may follow, and the steps in order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    inlevertermijn: Termijn
    aanvultermijn: Termijn
    stappen: tuple[StukkenStap, ...]


def inlevertermijn(gevraagd: date, beleid: IntakeBeleid) -> Termijn:
    """Return the term for handing in stukken after the day they were asked for (DEV-AAN-015)."""
    norm = beleid.inlevertermijn_werkdagen
    return beleidstermijn_werkdagen("inlevertermijn_stukken", norm.grondslag, gevraagd, norm.waarde)


def aanvultermijn(verzonden: date, beleid: IntakeBeleid) -> Termijn:
    """Return the second term after the letter of ``verzonden``; its length is configurable (DEV-AAN-016)."""
    norm = beleid.aanvultermijn_werkdagen
    return beleidstermijn_werkdagen("aanvultermijn_stukken", norm.grondslag, verzonden, norm.waarde)


def stukkentermijn(gevraagd: date, beleid: IntakeBeleid) -> StukkenTermijn:
    """Plan the term and its steps, as if the aanvultermijn is sent on the first werkdag after the first term.

    Call after four werkdagen, aanvultermijn after the fifth, SMS the day before its end (DEV-AAN-009).
    """
    inlever = inlevertermijn(gevraagd, beleid)
    aanvul = aanvultermijn(tel_werkdagen(inlever.einde, 1), beleid)
    return StukkenTermijn(inlevertermijn=inlever, aanvultermijn=aanvul, stappen=_stappen(gevraagd, aanvul, beleid))


def _stappen(gevraagd: date, aanvul: Termijn, beleid: IntakeBeleid) -> tuple[StukkenStap, ...]:
    bellen, sms = beleid.bellen_na_werkdagen, beleid.sms_dagen_voor_einde_aanvultermijn
    regels = (
        ("bellen", tel_werkdagen(gevraagd, bellen.waarde), "Bel de klant en bied hulp aan.", bellen.grondslag),
        ("aanvultermijn", aanvul.start, "Stuur een brief met een aanvultermijn.", aanvul.grondslag),
        ("sms", aanvul.einde - timedelta(days=sms.waarde), "Stuur een sms als herinnering.", sms.grondslag),
        (
            "buiten_behandeling",
            tel_werkdagen(aanvul.einde, 1),
            "Beoordeel of de aanvraag buiten behandeling blijft.",
            awb("4:5", "1"),
        ),
    )
    return tuple(StukkenStap(soort=StukkenStapSoort(s), dag=d, wat=w, grondslag=g) for s, d, w, g in regels)


def beltaak(gevraagd: date, beleid: IntakeBeleid) -> TaakVoorstel:
    """Return the task to phone when stukken are still missing after four werkdagen (DEV-AAN-009)."""
    norm = beleid.bellen_na_werkdagen
    return TaakVoorstel(
        soort="stukken_bellen",
        wat="Bel de klant over de ontbrekende stukken en bied hulp aan.",
        waarom=f"De stukken zijn na {norm.waarde} werkdagen nog niet compleet.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=norm.grondslag,
        uiterste=tel_werkdagen(gevraagd, norm.waarde),
    )


def aanvultermijntaak(inlever: Termijn) -> TaakVoorstel:
    """Return the task to send an aanvultermijn on the first werkdag after the inlevertermijn (DEV-AAN-009)."""
    return _taak(
        "aanvultermijn_sturen",
        "Stuur een brief met een aanvultermijn.",
        f"De stukken zijn na {datum_voluit(inlever.einde)} nog niet compleet.",
        inlever.grondslag,
        tel_werkdagen(inlever.einde, 1),
    )


def smsdagen(aanvul: Termijn, beleid: IntakeBeleid) -> tuple[date, date, date]:
    """Return the day of the SMS before the end of the aanvultermijn, its last day, and the day of the SMS after it.

    The day before the end is the standard (DEV-AAN-009); a second one follows after the term (DEV-AAN-016).
    """
    voor = aanvul.einde - timedelta(days=beleid.sms_dagen_voor_einde_aanvultermijn.waarde)
    return voor, aanvul.einde, aanvul.einde + timedelta(days=1)


def buiten_behandelingtaak(aanvul: Termijn) -> TaakVoorstel:
    """Return the task to judge whether the aanvraag is left aside once the aanvultermijn is over (DEV-AAN-016)."""
    return _taak(
        "buiten_behandeling_beoordelen",
        "Beoordeel of de aanvraag buiten behandeling blijft.",
        f"De aanvultermijn liep tot en met {datum_voluit(aanvul.einde)}.",
        awb("4:5", "1"),
        tel_werkdagen(aanvul.einde, 1),
    )


def taken_na_belgesprek(hulp_nodig: bool | None, begrepen: bool | None, vandaag: date) -> tuple[TaakVoorstel, ...]:
    """Return what follows on a call about stukken: help with the administratie, another explanation (DEV-AAN-017)."""
    taken = []
    morgen = tel_werkdagen(vandaag, 1)
    if hulp_nodig:
        wat = "Verwijs de klant naar hulp bij de administratie."
        taken.append(_taak("hulp_administratie", wat, "De klant heeft hulp nodig bij de stukken.", _HULP, morgen))
    if begrepen is False:
        wat = "Leg nog eens uit welke stukken wanneer nodig zijn, en hoe de klant eraan komt."
        taken.append(_taak("stukken_uitleggen", wat, "De klant begreep de vraag om stukken niet.", _HULP, morgen))
    return tuple(taken)


def _taak(soort: str, wat: str, waarom: str, grondslag: Grondslag, uiterste: date) -> TaakVoorstel:
    return TaakVoorstel(
        soort=soort, wat=wat, waarom=waarom, rol=Rol.INKOMENSCONSULENT, grondslag=grondslag, uiterste=uiterste
    )


def toets_op_tijd(ontvangen: date, termijn: Termijn) -> Toets:
    """Test whether stukken came in time: on the last day is in time, the day after is late (DEV-AAN-015)."""
    return Toets(
        voorwaarde="stukken_op_tijd",
        uitkomst=Uitkomst.van(not termijn.is_verstreken(ontvangen)),
        grondslag=termijn.grondslag,
        feiten={"ontvangen": ontvangen, "uiterste": termijn.einde},
        toelichting="Stukken die op de laatste dag binnenkomen, zijn op tijd.",
    )
