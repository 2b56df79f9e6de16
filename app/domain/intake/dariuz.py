"""Which instrument the klant uses, and what help that takes."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from app.domain.intake.feiten import DariuzFeiten, Invulvermogen
from app.domain.kern.grondslag import productenboek
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.leefgebied import Diagnoseinstrument
from app.domain.kern.toets import Toets, Uitkomst

_WERKWIJZE = productenboek("2.2.3")
_FORMAT = frozenset({Kenmerk.STATUSHOUDER, Kenmerk.DAK_THUISLOOS})
_FORMAT_JONGERE = frozenset({Kenmerk.LKS, Kenmerk.INDICATIE_BANENAFSPRAAK})


class DariuzKeuze(BaseModel):
    """The instrument with its reason; only who uses Dariuz is invited and reminded."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    instrument: Diagnoseinstrument | None
    ondersteuning_nodig: bool
    toetsen: tuple[Toets, ...]
    toelichting: str


def dariuz_vermogen(feiten: DariuzFeiten) -> DariuzKeuze:
    """Choose between Dariuz and the format (DEV-DIA-002, DEV-DIA-003, DEV-DIA-012).

    The instrument is None while it is not established whether the klant can fill in the questionnaire.
    """
    standaard, waarom = _standaard(feiten)
    instrument = feiten.gekozen or standaard
    return DariuzKeuze(
        instrument=instrument,
        ondersteuning_nodig=instrument is Diagnoseinstrument.DARIUZ and feiten.vermogen is Invulvermogen.MET_HULP,
        toetsen=(_vastgesteld(feiten), _reden(feiten), _afwijking(feiten, standaard)),
        toelichting=waarom,
    )


def _standaard(feiten: DariuzFeiten) -> tuple[Diagnoseinstrument | None, str]:
    if feiten.vermogen is Invulvermogen.NIET_IN_STAAT:
        return Diagnoseinstrument.FORMAT, "De klant kan de vragenlijst niet invullen; het format wordt samen ingevuld."
    if _format_is_standaard(feiten):
        return Diagnoseinstrument.FORMAT, "Voor deze doelgroep wordt het format samen in het gesprek ingevuld."
    if feiten.vermogen is None:
        return None, "Nog niet bekend is of de klant de vragenlijst kan invullen."
    return Diagnoseinstrument.DARIUZ, "De klant vult de vragenlijst van Dariuz in vóór het ambitiegesprek."


def _format_is_standaard(feiten: DariuzFeiten) -> bool:
    eigen = _FORMAT | (_FORMAT_JONGERE if feiten.jongere else frozenset())
    return not eigen.isdisjoint(feiten.kenmerken)


def _vastgesteld(feiten: DariuzFeiten) -> Toets:
    return Toets(
        voorwaarde="vermogen_vragenlijst_vastgesteld",
        uitkomst=Uitkomst.van(feiten.vermogen is not None),
        grondslag=_WERKWIJZE,
        feiten={"vermogen": feiten.vermogen},
        toelichting="Vastgelegd is of de klant de vragenlijst zelfstandig, met hulp of niet kan invullen.",
    )


def _reden(feiten: DariuzFeiten) -> Toets:
    niet_in_staat = feiten.vermogen is Invulvermogen.NIET_IN_STAAT
    return Toets(
        voorwaarde="reden_niet_in_staat",
        uitkomst=Uitkomst.van(not niet_in_staat or feiten.reden is not None),
        grondslag=_WERKWIJZE,
        feiten={"reden": feiten.reden},
        toelichting="Als de klant de vragenlijst niet kan invullen, staat de reden in het verslag.",
    )


def _afwijking(feiten: DariuzFeiten, standaard: Diagnoseinstrument | None) -> Toets:
    wijkt_af = feiten.gekozen is not None and feiten.gekozen is not standaard
    return Toets(
        voorwaarde="reden_afwijkend_instrument",
        uitkomst=Uitkomst.van(not wijkt_af or bool(feiten.reden_afwijking)),
        grondslag=_WERKWIJZE,
        feiten={"gekozen": feiten.gekozen, "standaard": standaard},
        toelichting="Wie een ander instrument kiest dan de standaard, legt vast waarom.",
    )
