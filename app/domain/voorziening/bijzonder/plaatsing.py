"""Places without wage: werkervaringsplaats, proefplaatsing, and the proefplaats of the law."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import euro
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.toets import Feit, Toets
from app.domain.voorziening.beleid import Limiet, VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.feiten import EerdereInzet, VoorzieningFeiten
from app.domain.voorziening.velden import is_bedrag, is_leeg

ONKOSTEN: Final = "onkostenvergoeding"
BEWIJZEN: Final = "onkosten_bewijzen"
_ONKOSTEN = Grondslag(regeling="Toelichting Beleidsregels Re-integratie gemeente Deventer 2021", artikel="1")
_WET = "proefplaats"


def werkervaringsplaats(
    feiten: VoorzieningFeiten, _regel: Voorzieningregel, _beleid: VoorzieningBeleid
) -> tuple[Toets, ...]:
    """Ask for the receipts of an allowance for expenses (DEV-WEP-905)."""
    bedrag = feiten.gegevens.get(ONKOSTEN)
    if not is_bedrag(bedrag) or bedrag == 0:
        return ()
    aangetoond = not is_leeg(feiten.gegevens.get(BEWIJZEN))
    goed = f"Van de onkostenvergoeding van {euro(bedrag)} zijn bewijzen vastgelegd."
    leeg = f"Leg bonnen of andere bewijzen vast bij de onkostenvergoeding van {euro(bedrag)}, of haal die weg."
    gezien: dict[str, Feit] = {"bedrag": bedrag, "bewijzen": aangetoond, "regel": "DEV-WEP-905"}
    return (maak_toets("onkosten_aangetoond", aangetoond or None, _ONKOSTEN, gezien, goed, leeg),)


def zelfde_plek(feiten: VoorzieningFeiten, regel: Voorzieningregel, _beleid: VoorzieningBeleid) -> tuple[Toets, ...]:
    """Flag a second place of this kind at the same employer: the term may be circumvented (DEV-WEP-903)."""
    eerder = [inzet for inzet in feiten.eerdere if inzet.code == regel.code and _zelfde_werkgever(inzet, feiten)]
    if not eerder:
        return ()
    laatste = max(inzet.van for inzet in eerder)
    fout = f"De klant had bij deze werkgever al een {regel.naam.lower()} vanaf {datum_voluit(laatste)}: zo loopt de "
    fout += f"termijn van {regel.max_duur_maanden} maanden op. Leg uit waarom het toch past, of kies een andere plek."
    gezien: dict[str, Feit] = {"eerder": len(eerder), "laatste": laatste, "regel": "DEV-WEP-903"}
    bron = regel.bron(Limiet.DUUR)
    return (maak_toets("niet_eerder_bij_werkgever", False, bron.grondslag, gezien, fout),)


def _zelfde_werkgever(inzet: EerdereInzet, feiten: VoorzieningFeiten) -> bool:
    vestiging = feiten.vestiging is not None and inzet.vestiging == feiten.vestiging
    return vestiging or (feiten.werkgever is not None and inzet.werkgever == feiten.werkgever)


def proefplaatsing_naast_wet(
    feiten: VoorzieningFeiten, _regel: Voorzieningregel, beleid: VoorzieningBeleid
) -> tuple[Toets, ...]:
    """Show that the law counts shorter than the beleidsregels for who gets algemene bijstand (Participatiewet 8a).

    The beleidsregels allow three months at once; since 1 July 2023 the law says two, with an extension.
    """
    wet = beleid.regel(_WET)
    if wet is None or wet.geldt_van is None or wet.max_duur_maanden is None or not _valt_onder(feiten, wet):
        return ()
    assert feiten.begin is not None
    grens = plus_maanden(feiten.begin, wet.max_duur_maanden) - timedelta(days=1)
    if feiten.einde is None or feiten.einde <= grens:
        return ()
    fout = f"De wet gaat sinds {datum_voluit(wet.geldt_van)} uit van {wet.max_duur_maanden} maanden (tot en met "
    fout += f"{datum_voluit(grens)}), met verlenging. De beleidsregels zijn daar niet op aangepast: leg dit voor."
    gezien: dict[str, Feit] = {"einde": feiten.einde, "grens_wet": grens}
    return (maak_toets("duur_volgens_de_wet", False, wet.grondslag, gezien, fout),)


def _valt_onder(feiten: VoorzieningFeiten, wet: Voorzieningregel) -> bool:
    begonnen: date | None = feiten.begin
    in_groep = wet.doelgroepen is None or feiten.doelgroep in wet.doelgroepen
    return in_groep and begonnen is not None and wet.geldt_van is not None and begonnen >= wet.geldt_van
