"""What a caller supposes: the facts of a maatregel, each of which may be left out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from app.domain.kern.klantgroep import Klantgroep
from app.domain.maatregel.beleid import Plicht
from app.domain.maatregel.feiten import (
    BriefSoort,
    HoorKanaal,
    Oorzaak,
    Verwijtbaarheid,
    Voorstel,
    Zaaksoort,
)
from app.services.handeling import Opdracht
from app.services.maatregel.stapsoorten import Code, Kenmerk, Wijzen


class GesteldPlan(Opdracht):
    """Een plan van aanpak dat gold op de dag van de gedraging, of dat zonder plan verder gaan is gemotiveerd."""

    ondertekend_op: date | None = Field(default=None, examples=["2026-04-10"])
    bevat_verplichting: bool | None = Field(default=None, examples=[True])
    verzuimregels_uitgereikt_op: date | None = Field(default=None, examples=["2026-04-10"])
    afwijking_plan_gemotiveerd: bool = False
    afwijking_verzuimregels_gemotiveerd: bool = False


class GesteldeVerzending(Opdracht):
    """Een brief die uitnodigt voor een gesprek."""

    soort: BriefSoort = Field(examples=["hersteltermijn"])
    datum_verzonden: date = Field(examples=["2026-04-15"])
    wijze: Wijzen = Field(examples=[["aangetekend", "regulier"]])
    gesprek_op: date = Field(examples=["2026-04-23"])
    kenmerk_aangetekend: Kenmerk | None = None


class GesteldHoren(Opdracht):
    """Of de klant is gehoord, en zo niet met welke reden uit de verordening."""

    gehoord: bool = Field(examples=[True])
    datum: date = Field(examples=["2026-05-07"])
    kanaal: HoorKanaal = Field(examples=["telefonisch"])
    reden_niet_horen: Code | None = None


class GesteldeMaatregel(Opdracht):
    """Een eerder besluit dat nog staat."""

    besluit_datum: date = Field(examples=["2025-11-20"])
    gedraging: Code = Field(examples=["onvoldoende_sollicitaties"])
    soort: Zaaksoort = Zaaksoort.VERLAGING
    lid: Annotated[int, Field(ge=5, le=8)] | None = Field(
        default=None, description="Het lid van artikel 18 waarop een uniforme maatregel rustte; leeg is lid 5."
    )


class GesteldeOntheffing(Opdracht):
    """Een ontheffing van plichten, vanaf `van` en tot `tot`."""

    soort: Code = Field(examples=["tijdelijke_ontheffing"])
    plichten: Annotated[tuple[Plicht, ...], Field(min_length=1, max_length=6)] = Field(examples=[["arbeidsplicht"]])
    van: date = Field(examples=["2026-04-01"])
    tot: date | None = None


class GesteldeAfwijking(Opdracht):
    """Een eigen hoogte of duur; gerekend wordt alsof die is gemotiveerd."""

    procent: Annotated[Decimal, Field(gt=0, le=100)] | None = Field(default=None, examples=["15"])
    maanden: Annotated[int, Field(ge=1, le=12)] | None = Field(default=None, examples=[1])


class Veronderstelling(Opdracht):
    """De feiten waarvan u uitgaat. Wat u weglaat komt uit het dossier; wat daar ook niet staat, blijft onbekend.

    Een oordeel dat u stelt, telt als gemotiveerd.
    """

    klantgroep: Klantgroep | None = Field(default=None, examples=["matchen"])
    plan: GesteldPlan | None = None
    no_shows: Annotated[tuple[date, ...], Field(max_length=20)] | None = Field(
        default=None, examples=[["2026-04-14", "2026-04-23"]]
    )
    sms_herinnering: bool | None = None
    verzendingen: Annotated[tuple[GesteldeVerzending, ...], Field(max_length=20)] | None = None
    hoor: GesteldHoren | None = None
    bewijsstukken: Annotated[tuple[Code, ...], Field(max_length=20)] | None = Field(
        default=None,
        description="Vult die van het dossier aan. Een stuk dat u stelt, is zoals het hoort: op tijd, met afzender.",
    )
    verwijtbaarheid: Verwijtbaarheid | None = Field(default=None, examples=["volledig"])
    oorzaak: Oorzaak | None = Field(
        default=None, description="Met een oorzaak gelden de omstandigheden als onderzocht.", examples=["onwil"]
    )
    dringende_redenen: bool | None = Field(default=None, examples=[False])
    eerdere_maatregelen: Annotated[tuple[GesteldeMaatregel, ...], Field(max_length=20)] | None = Field(
        default=None, description="In plaats van die van het dossier; een lege lijst is: geen.", examples=[[]]
    )
    samenloop: Annotated[tuple[Code, ...], Field(max_length=10)] | None = Field(
        default=None, description="Andere gedragingen waarover tegelijk wordt beslist.", examples=[[]]
    )
    ontheffingen: Annotated[tuple[GesteldeOntheffing, ...], Field(max_length=10)] | None = Field(
        default=None, description="Die op de dag van de gedraging lopen; een lege lijst is: geen.", examples=[[]]
    )
    afwijking: GesteldeAfwijking | None = None
    spreiding: Annotated[int, Field(ge=1, le=3)] | None = Field(
        default=None, description="Over hoeveel maanden het bedrag van één maand wordt verdeeld, met motivering."
    )
    betaald_tot_en_met: date | None = Field(
        default=None, description="Een dag in de laatste maand waarover al is betaald."
    )
    norm_per_maand: Annotated[int, Field(ge=0, le=1_000_000)] | None = Field(
        default=None, description="Eurocenten per maand, in plaats van de norm die voor deze persoon geldt."
    )
    voorstel: Voorstel = Field(default=Voorstel.OPLEGGEN, description="Wat het advies zou zijn.")
