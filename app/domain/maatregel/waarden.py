"""Waarden: which policy values a decision rests on, so that example values are named with it."""

from __future__ import annotations

from app.domain.beleid.model import Herkomst, Waarde
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.maatregel.berekening import Verlaging
from app.domain.maatregel.feiten import ZaakFeiten, Zaaksoort
from app.domain.maatregel.sanctie import sancties

_PER_TOETS = {
    "plicht_geldt": "plicht_vanaf_leeftijd",
    "gedraging_in_regime": "gedragingen",
    "hersteltermijn_werkdagen": "hersteltermijn_werkdagen",
    "niet_te_oud": "verjaring_maanden",
    "recidive_vastgesteld": "recidive_maanden",
}
_CATEGORIE = {"categorie_per_gedraging", "verlaging_procent", "duur_maanden"}


def voorbeeldwaarden(beleid: MaatregelBeleid, namen: frozenset[str]) -> tuple[str, ...]:
    """Return, sorted, those of ``namen`` that this municipality has not set itself."""
    return tuple(sorted(naam for naam in namen if _waarde(beleid, naam).herkomst is not Herkomst.VASTGESTELD))


def gebruikt(feiten: ZaakFeiten, beleid: MaatregelBeleid, verlaging: Verlaging | None) -> frozenset[str]:
    """Return the names of the values behind a maatregel or a waarschuwing."""
    namen = set(_PER_TOETS.values())
    if feiten.hoor.gehoord is False:
        namen.add("horen_uitzonderingen")
    if verlaging is not None:
        namen |= {"uitvoering_vanaf", *_hoogte(feiten, beleid, verlaging)}
    if feiten.soort is Zaaksoort.LIK_OP_STUK:
        namen -= {"hersteltermijn_werkdagen", "recidive_maanden"}
    return frozenset(namen)


def gebruikt_bij_afzien(toetsen: tuple[Toets, ...]) -> frozenset[str]:
    """Return the names of the values behind refraining: only the conditions that failed on one."""
    mislukt = (toets.voorwaarde for toets in toetsen if toets.uitkomst is Uitkomst.NIET_VOLDAAN)
    return frozenset({"verjaring_maanden"} & {_PER_TOETS[code] for code in mislukt if code in _PER_TOETS})


def _hoogte(feiten: ZaakFeiten, beleid: MaatregelBeleid, verlaging: Verlaging) -> set[str]:
    if verlaging.soort is Zaaksoort.LIK_OP_STUK:
        return {"lik_op_stuk_bedrag"}
    namen = {"recidive_duur_factor"} if verlaging.recidive else set()
    for sanctie in sancties(feiten, beleid).values():
        uniform = sanctie is not None and sanctie.uniform
        namen |= {"duur_uniforme_verplichting_maanden"} if uniform else _CATEGORIE
    return namen


def _waarde(beleid: MaatregelBeleid, naam: str) -> Waarde[object]:
    waarde: Waarde[object] = getattr(beleid, naam)
    return waarde
