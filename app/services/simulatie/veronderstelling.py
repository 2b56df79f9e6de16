"""What a caller supposes: the facts of a maatregel, each of which may be left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import Field

from app.domain.kern.klantgroep import Klantgroep
from app.domain.maatregel.beleid import MaatregelBeleid, Regime
from app.domain.maatregel.feiten import (
    Advies,
    Afwijking,
    Bewijsstuk,
    BriefSoort,
    EerdereMaatregel,
    HoorFeiten,
    HoorKanaal,
    Oorzaak,
    PlanFeiten,
    Samenloop,
    Verwijtbaarheid,
    Verzending,
    Voorstel,
    Wijze,
    ZaakFeiten,
    Zaaksoort,
)
from app.services.handeling import Opdracht
from app.services.maatregel.stapsoorten import Code, Kenmerk, Wijzen

WIE_ADVISEERT: Final = "wie adviseert"
WIE_BESLIST: Final = "een ander dan wie adviseert"


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
        default=None, description="Vult de stukken van het dossier aan."
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
    afwijking: GesteldeAfwijking | None = None
    norm_per_maand: Annotated[int, Field(ge=0, le=1_000_000)] | None = Field(
        default=None, description="Eurocenten per maand, in plaats van de norm die voor deze persoon geldt."
    )
    voorstel: Voorstel = Field(default=Voorstel.OPLEGGEN, description="Wat het advies zou zijn.")


Omzetter = Callable[[Any, MaatregelBeleid, ZaakFeiten], Mapping[str, Any]]


def _plan(plan: GesteldPlan, _: MaatregelBeleid, __: ZaakFeiten) -> Mapping[str, Any]:
    ondertekend = True if plan.ondertekend_op else None
    return {"plan": PlanFeiten(ondertekend=ondertekend, **plan.model_dump())}


def _verzendingen(post: tuple[GesteldeVerzending, ...], _: MaatregelBeleid, __: ZaakFeiten) -> Mapping[str, Any]:
    return {
        "verzendingen": tuple(
            Verzending(**brief.model_dump(exclude={"wijze"}), wijze=frozenset[Wijze](brief.wijze)) for brief in post
        )
    }


def _hoor(hoor: GesteldHoren, _: MaatregelBeleid, __: ZaakFeiten) -> Mapping[str, Any]:
    return {"hoor": HoorFeiten(**hoor.model_dump(), verklaring_vastgelegd=hoor.gehoord)}


def _bewijs(codes: tuple[str, ...], _: MaatregelBeleid, feiten: ZaakFeiten) -> Mapping[str, Any]:
    """Suppose that the documents are what they must be: from who wrote them, and of before the gedraging."""
    eerder = feiten.gedraging_datum - timedelta(days=1)
    stukken = (Bewijsstuk(code=code, datum=eerder, vorm="schriftelijk", afzender_genoemd=True) for code in codes)
    return {"bewijsstukken": feiten.bewijsstukken | frozenset(codes), "bewijs": (*feiten.bewijs, *stukken)}


def _verwijt(oordeel: Verwijtbaarheid, _: MaatregelBeleid, __: ZaakFeiten) -> Mapping[str, Any]:
    return {"verwijtbaarheid": oordeel, "verwijtbaarheid_gemotiveerd": True}


def _oorzaak(oorzaak: Oorzaak, _: MaatregelBeleid, __: ZaakFeiten) -> Mapping[str, Any]:
    return {"oorzaak": oorzaak, "omstandigheden_onderzocht": True}


def _eerdere(eerdere: tuple[GesteldeMaatregel, ...], beleid: MaatregelBeleid, feiten: ZaakFeiten) -> Mapping[str, Any]:
    return {
        "eerdere_maatregelen": tuple(
            EerdereMaatregel(**een.model_dump(), uniform=_is_uniform(beleid, feiten.regime, een.gedraging))
            for een in eerdere
        )
    }


def _is_uniform(beleid: MaatregelBeleid, regime: Regime, gedraging: str) -> bool:
    rij = beleid.gedraging(regime, gedraging)
    return rij is not None and rij.uniform is not None


def _samenloop(codes: tuple[str, ...], _: MaatregelBeleid, feiten: ZaakFeiten) -> Mapping[str, Any]:
    andere = sorted(set(codes) - {feiten.gedraging})
    return {"samenloop": tuple(Samenloop(gedraging=code) for code in andere)}


def _afwijking(eigen: GesteldeAfwijking, _: MaatregelBeleid, __: ZaakFeiten) -> Mapping[str, Any]:
    return {"afwijking": Afwijking(**eigen.model_dump(), gemotiveerd=True)}


_OMZETTERS: Final[Mapping[str, Omzetter]] = {
    "plan": _plan,
    "verzendingen": _verzendingen,
    "hoor": _hoor,
    "bewijsstukken": _bewijs,
    "verwijtbaarheid": _verwijt,
    "oorzaak": _oorzaak,
    "eerdere_maatregelen": _eerdere,
    "samenloop": _samenloop,
    "afwijking": _afwijking,
}
_APART: Final = frozenset({"norm_per_maand", "voorstel"})


def gesteld(wat: Veronderstelling) -> list[str]:
    """Return the names, as the caller wrote them, of what is supposed."""
    velden = type(wat).model_fields
    return sorted(velden[naam].alias or naam for naam in wat.model_fields_set if getattr(wat, naam) is not None)


def stel(wat: Veronderstelling, feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> ZaakFeiten:
    """Lay what is supposed over the facts. The advice and who decides are supposed unless an advice was given."""
    anders: dict[str, Any] = {"besluiter": WIE_BESLIST}
    if feiten.advies is None or "voorstel" in wat.model_fields_set:
        advies = Advies(voorstel=wat.voorstel, adviseur=WIE_ADVISEERT, datum=peildatum, gemotiveerd=True)
        anders["advies"] = advies
    for naam in type(wat).model_fields:
        waarde = getattr(wat, naam)
        if waarde is None or naam in _APART:
            continue
        omzetter = _OMZETTERS.get(naam)
        anders |= {naam: waarde} if omzetter is None else omzetter(waarde, beleid, feiten)
    return feiten.model_copy(update=anders)
