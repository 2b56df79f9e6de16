"""Waarden: which policy values a decision rests on, so that example values are named with it."""

from __future__ import annotations

from app.domain.beleid.model import Herkomst, Waarde
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.maatregel.feiten import Verwijtbaarheid, ZaakFeiten, Zaaksoort
from app.domain.maatregel.maatstaf import Maatstaf
from app.domain.maatregel.sanctie import EERSTE_TREDE, TWEEDE_TREDE, Sanctie

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


def gebruikt(feiten: ZaakFeiten, maat: Maatstaf | None) -> frozenset[str]:
    """Return the names of the values behind a maatregel, or without ``maat`` behind a waarschuwing."""
    namen = set(_PER_TOETS.values())
    if feiten.hoor.gehoord is False:
        namen.add("horen_uitzonderingen")
    if maat is not None:
        namen |= {"uitvoering_vanaf", *_hoogte(feiten, maat)}
    if feiten.soort is Zaaksoort.LIK_OP_STUK:
        namen -= {"hersteltermijn_werkdagen", "recidive_maanden"}
    return frozenset(namen)


def gebruikt_bij_afzien(toetsen: tuple[Toets, ...]) -> frozenset[str]:
    """Return the names of the values behind refraining: only the conditions that failed on one."""
    mislukt = (toets.voorwaarde for toets in toetsen if toets.uitkomst is Uitkomst.NIET_VOLDAAN)
    return frozenset({"verjaring_maanden"} & {_PER_TOETS[code] for code in mislukt if code in _PER_TOETS})


def _hoogte(feiten: ZaakFeiten, maat: Maatstaf) -> set[str]:
    if feiten.soort is Zaaksoort.LIK_OP_STUK:
        return {"lik_op_stuk_bedrag"}
    if feiten.weigering is not None:
        return set()
    namen: set[str] = set()
    for sanctie in maat.sancties.values():
        namen |= _van_sanctie(sanctie) if sanctie else set()
    if feiten.afwijking is not None:
        namen |= {"afwijking_minimum_procent", "duur_maximum_maanden"}
    elif feiten.verwijtbaarheid is Verwijtbaarheid.VERMINDERD:
        namen |= {"verminderd_verwijt_procent", "afwijking_minimum_procent"}
    return namen | ({"spreiding"} if maat.delen > 1 else set())


def _van_sanctie(sanctie: Sanctie) -> set[str]:
    if sanctie.lid is None:
        return _CATEGORIE | ({"recidive_duur_factor"} if sanctie.recidive else set())
    ladder = {EERSTE_TREDE: "duur_uniforme_verplichting_maanden", TWEEDE_TREDE: "duur_uniforme_recidive_maanden"}
    return {ladder.get(sanctie.lid, "duur_maximum_maanden")}


def _waarde(beleid: MaatregelBeleid, naam: str) -> Waarde[object]:
    waarde: Waarde[object] = getattr(beleid, naam)
    return waarde
