"""The kennismakingsgesprek at a distance: called for first, and in two parts where one is too much."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.agenda.beleid import AgendaBeleid
from app.domain.agenda.soorten import Gesprekskanaal
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Toets


class RedenDelen(StrEnum):
    """Why a kennismakingsgesprek is held in two parts (DEV-DIG-504)."""

    TE_LANG_OP_AFSTAND = "te_lang_op_afstand"
    BEDENKTIJD = "bedenktijd_doelen_met_netwerk"


class KennismakingFeiten(BaseModel):
    """Facts of a kennismakingsgesprek; ``deel_1_op`` is the day of the first part, ``gebeld_op`` of the call before."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dag: date
    kanaal: Gesprekskanaal
    gebeld_op: date | None = None
    toestemming_videobellen: bool | None = None
    deel: int | None = None
    deel_1_op: date | None = None
    reden_afwijking: str | None = None


def toetsen_kennismaking(feiten: KennismakingFeiten, beleid: AgendaBeleid) -> tuple[Toets, ...]:
    """Return what must be met before it is planned."""
    return tuple(_toetsen(feiten, beleid))


def _toetsen(feiten: KennismakingFeiten, beleid: AgendaBeleid) -> Iterator[Toets]:
    if feiten.kanaal is Gesprekskanaal.VIDEOBELLEN and feiten.gebeld_op is not None:
        yield toets_toestemming(feiten, beleid)
    if feiten.deel is not None:
        yield toets_delen(feiten, beleid)
    if feiten.deel == 2:
        yield toets_tweede_deel(feiten, beleid)


def signalen_kennismaking(feiten: KennismakingFeiten, beleid: AgendaBeleid) -> tuple[Toets, ...]:
    """Return what is only remarked: an appointment long after the call."""
    return () if feiten.gebeld_op is None else (toets_na_bellen(feiten, feiten.gebeld_op, beleid),)


def toets_toestemming(feiten: KennismakingFeiten, beleid: AgendaBeleid) -> Toets:
    """Test that the klant agreed in the call to a video call (DEV-DIG-502)."""
    zin = "De klant heeft aan de telefoon toestemming gegeven om te videobellen; anders belt u gewoon."
    gezien = {"toestemming": feiten.toestemming_videobellen}
    in_orde = feiten.toestemming_videobellen is True
    return maak_toets("toestemming_videobellen", in_orde, beleid.afspraak_na_bellen_dagen.grondslag, gezien, zin)


def toets_na_bellen(feiten: KennismakingFeiten, gebeld_op: date, beleid: AgendaBeleid) -> Toets:
    """Test that the appointment is within three calendar days after the call; later is remarked (DEV-DIG-502)."""
    norm = beleid.afspraak_na_bellen_dagen
    uiterste = gebeld_op + timedelta(days=norm.waarde)
    zin = f"Na het telefoontje is de afspraak binnen {norm.waarde} dagen, uiterlijk op {datum_voluit(uiterste)}."
    gezien = {"dag": feiten.dag, "gebeld_op": gebeld_op}
    return maak_toets("afspraak_snel_na_bellen", feiten.dag <= uiterste, norm.grondslag, gezien, zin)


def toets_delen(feiten: KennismakingFeiten, beleid: AgendaBeleid) -> Toets:
    """Test that the policy lets a kennismakingsgesprek be held in this many parts (DEV-DIG-504)."""
    delen = beleid.kennismaking_delen
    zin = f"Een kennismakingsgesprek heeft nu hoogstens {delen.waarde} deel of delen."
    in_orde = delen.waarde > 1 and (feiten.deel or 1) <= delen.waarde
    return maak_toets("kennismaking_in_delen", in_orde, delen.grondslag, {"deel": feiten.deel}, zin)


def toets_tweede_deel(feiten: KennismakingFeiten, beleid: AgendaBeleid) -> Toets:
    """Test that the second part is within a week after the first, or has a reason (DEV-DIG-504)."""
    norm, eerste = beleid.kennismaking_delen_dagen, feiten.deel_1_op
    op_tijd = eerste is not None and eerste <= feiten.dag <= eerste + timedelta(days=norm.waarde)
    in_orde = op_tijd or (eerste is not None and bool(feiten.reden_afwijking))
    zin = f"Het tweede deel is binnen {norm.waarde} dagen na het eerste deel, dat gehouden is; later heeft een reden."
    return maak_toets("tweede_deel_op_tijd", in_orde, norm.grondslag, {"dag": feiten.dag, "eerste_deel": eerste}, zin)


def deel_twee_taak(deel_1_op: date, beleid: AgendaBeleid) -> TaakVoorstel:
    """Return the task to hold the second part in time; the plan waits for it (DEV-DIG-504)."""
    norm = beleid.kennismaking_delen_dagen
    return TaakVoorstel(
        soort="kennismaking_deel_2_plannen",
        wat="Plan het tweede deel van het kennismakingsgesprek. De klant hoeft niets op te schrijven.",
        waarom=f"Het tweede deel is binnen {norm.waarde} dagen na het eerste; het plan van aanpak wacht daarop.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=norm.grondslag,
        uiterste=deel_1_op + timedelta(days=norm.waarde),
    )


def beltaak(ambitiegesprek_op: date, beleid: AgendaBeleid) -> TaakVoorstel:
    """Return the task for the inkomensconsulent to call within a week after the ambitiegesprek (DEV-DIG-502)."""
    norm = beleid.kennismaking_bellen_dagen
    return TaakVoorstel(
        soort="kennismaking_bellen",
        wat="Bel de klant, vraag toestemming om te videobellen en houd of plan het kennismakingsgesprek.",
        waarom=f"In het ambitiegesprek is gezegd dat de klant binnen {norm.waarde} dagen wordt gebeld.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=norm.grondslag,
        uiterste=ambitiegesprek_op + timedelta(days=norm.waarde),
    )
