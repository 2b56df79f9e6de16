"""Stellen: what a caller supposes, laid over the facts of a zaak."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, Final

from app.domain.maatregel.beleid import MaatregelBeleid, Regime
from app.domain.maatregel.feiten import (
    Advies,
    Afwijking,
    Bewijsstuk,
    EerdereMaatregel,
    HoorFeiten,
    OntheffingFeit,
    Oorzaak,
    PlanFeiten,
    Samenloop,
    Spreiding,
    Verwijtbaarheid,
    Verzending,
    Wijze,
    ZaakFeiten,
)
from app.services.simulatie.veronderstelling import (
    GesteldeAfwijking,
    GesteldeMaatregel,
    GesteldeOntheffing,
    GesteldeVerzending,
    GesteldHoren,
    GesteldPlan,
    Veronderstelling,
)

WIE_ADVISEERT: Final = "wie adviseert"
WIE_BESLIST: Final = "een ander dan wie adviseert"


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


def _samenloop(codes: tuple[str, ...], beleid: MaatregelBeleid, feiten: ZaakFeiten) -> Mapping[str, Any]:
    rijen = {code: beleid.gedraging(feiten.regime, code) for code in sorted(set(codes) - {feiten.gedraging})}
    andere = (Samenloop(gedraging=code, omschrijving=rij and rij.omschrijving) for code, rij in rijen.items())
    return {"samenloop": tuple(andere)}


def _ontheffingen(alle: tuple[GesteldeOntheffing, ...], _: MaatregelBeleid, feiten: ZaakFeiten) -> Mapping[str, Any]:
    lopend = (
        een
        for een in alle
        if een.van <= feiten.gedraging_datum and (een.tot is None or feiten.gedraging_datum < een.tot)
    )
    return {"ontheffingen": tuple(OntheffingFeit(**een.model_dump()) for een in lopend)}


def _spreiding(maanden: int, _: MaatregelBeleid, __: ZaakFeiten) -> Mapping[str, Any]:
    return {"spreiding": Spreiding(maanden=maanden, gemotiveerd=True)}


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
    "ontheffingen": _ontheffingen,
    "afwijking": _afwijking,
    "spreiding": _spreiding,
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
