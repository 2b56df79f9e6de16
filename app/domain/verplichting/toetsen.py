"""The bounds of an ontheffing (Participatiewet 9, 9a) and of a nadere verplichting (Participatiewet 55)."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import pw
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.toets import Toets
from app.domain.verplichting.beleid import VerplichtingBeleid
from app.domain.verplichting.feiten import (
    KEUZE_TIJDELIJK,
    NadereFeiten,
    Nadereplicht,
    OntheffingFeiten,
    Ontheffingsoort,
    grondslag_van,
)

_ARTIKEL_55: Final = pw("55")
_MAANDEN_PER_JAAR: Final = 12


def toetsen_ontheffing(feiten: OntheffingFeiten, beleid: VerplichtingBeleid) -> tuple[Toets, ...]:
    """Test everything that the law asks of such an ontheffing."""
    alle = (toets_plichten(feiten), toets_einde(feiten), toets_overlap(feiten))
    if feiten.soort is not Ontheffingsoort.ALLEENSTAANDE_OUDER:
        return alle
    return (*alle, toets_ouder(feiten), toets_kind(feiten, beleid), toets_duur(feiten, beleid), toets_eenmalig(feiten))


def toets_plichten(feiten: OntheffingFeiten) -> Toets:
    """Ask for duties that this ground allows: temporarily only arbeidsplicht and tegenprestatie (9, lid 2)."""
    gekozen = feiten.gekozen
    tijdelijk = feiten.soort is Ontheffingsoort.TIJDELIJK
    goed = bool(gekozen) and gekozen <= KEUZE_TIJDELIJK if tijdelijk else not gekozen or gekozen == feiten.plichten
    mogelijk = KEUZE_TIJDELIJK if tijdelijk else feiten.plichten
    zin = f"Bij deze grond hoort ontheffing van: {', '.join(sorted(mogelijk)).replace('_', '-')}."
    grond = grondslag_van(feiten.soort, feiten.regime)
    return maak_toets("ontheven_plichten", goed, grond, {"plichten": tuple(sorted(gekozen))}, zin)


def toets_einde(feiten: OntheffingFeiten) -> Toets:
    """Ask for an end, but for who is duurzaam en volledig arbeidsongeschikt."""
    duurzaam = feiten.soort is Ontheffingsoort.DUURZAAM
    tot = feiten.periode.tot
    zin = "Deze ontheffing heeft geen einde." if duurzaam else "Een tijdelijke ontheffing heeft een einde."
    grond = grondslag_van(feiten.soort, feiten.regime)
    return maak_toets("einde_past_bij_grond", duurzaam is (tot is None), grond, {"tot": tot}, zin)


def toets_overlap(feiten: OntheffingFeiten) -> Toets:
    """Refuse a second ontheffing of the same duty on the same days."""
    dubbel = {
        plicht.value
        for ander in feiten.andere
        if ander.periode.overlapt(feiten.periode)
        for plicht in ander.plichten & feiten.plichten
    }
    zin = "Van dezelfde plicht is de klant op die dagen niet al ontheven."
    grond = grondslag_van(feiten.soort, feiten.regime)
    return maak_toets("geen_overlap", not dubbel, grond, {"dubbel": tuple(sorted(dubbel))}, zin)


def toets_ouder(feiten: OntheffingFeiten) -> Toets:
    """Ask for a lone parent."""
    grond = grondslag_van(feiten.soort, feiten.regime)
    return maak_toets("alleenstaande_ouder", feiten.alleenstaande_ouder, grond, {}, "De klant is alleenstaande ouder.")


def vijfde_verjaardag(geboren: date, beleid: VerplichtingBeleid) -> date:
    """Return the first day on which the child is too old; a child of 29 February has its birthday on 1 March."""
    jaren = beleid.ouder_kind_jonger_dan.waarde
    dag = plus_maanden(geboren, jaren * _MAANDEN_PER_JAAR)
    return dag if dag.day == geboren.day else date(dag.year, 3, 1)


def toets_kind(feiten: OntheffingFeiten, beleid: VerplichtingBeleid) -> Toets:
    """Ask that the youngest child is born and under five for as long as the ontheffing runs (9a, lid 1)."""
    geboren, grens = feiten.kind_geboren_op, beleid.ouder_kind_jonger_dan
    grond, zin = grens.grondslag, f"Het jongste kind is geboren en jonger dan {grens.waarde} jaar."
    if geboren is None:
        return maak_toets("jong_kind", None, grond, {}, zin)
    uiterlijk = vijfde_verjaardag(geboren, beleid)
    tot = feiten.periode.tot
    goed = geboren <= feiten.periode.van and tot is not None and tot <= uiterlijk
    zin = f"{zin.removesuffix('.')}: de ontheffing kan lopen tot {datum_voluit(uiterlijk)}."
    return maak_toets("jong_kind", goed, grond, {"tot": tot, "uiterlijk_tot": uiterlijk}, zin)


def toets_duur(feiten: OntheffingFeiten, beleid: VerplichtingBeleid) -> Toets:
    """Ask for at most five years (9a)."""
    hoogstens, periode = beleid.ouder_hoogstens_maanden, feiten.periode
    uiterlijk = plus_maanden(periode.van, hoogstens.waarde)
    zin = f"De ontheffing duurt hoogstens {hoogstens.waarde} maanden."
    gezien = {"van": periode.van, "tot": periode.tot, "uiterlijk_tot": uiterlijk}
    goed = periode.tot is not None and periode.tot <= uiterlijk
    return maak_toets("duur_binnen_grens", goed, hoogstens.grondslag, gezien, zin)


def toets_eenmalig(feiten: OntheffingFeiten) -> Toets:
    """Refuse a second ontheffing of a lone parent (9a)."""
    eerder = any(ander.soort is feiten.soort for ander in feiten.andere)
    grond = grondslag_van(feiten.soort, feiten.regime)
    zin = "Deze ontheffing wordt één keer gegeven."
    return maak_toets("eenmalig", not eerder, grond, {"eerder": eerder}, zin)


def toetsen_nadere(feiten: NadereFeiten) -> tuple[Toets, ...]:
    """Test everything that article 55 asks."""
    return (toets_regime(feiten), toets_niet_terug(feiten), toets_arts(feiten))


def toets_regime(feiten: NadereFeiten) -> Toets:
    """Ask for the Participatiewet: the IOAW and IOAZ have no article 55 (DEV-MTR-532)."""
    zin = "Een nadere verplichting kan alleen in de Participatiewet."
    return maak_toets("regime_participatiewet", feiten.regime == "PW", _ARTIKEL_55, {"regime": feiten.regime}, zin)


def toets_niet_terug(feiten: NadereFeiten) -> Toets:
    """Refuse a duty that would hold before its besluit (DEV-MTR-532)."""
    van, besluit = feiten.periode.van, feiten.besluit_datum
    zin = "De verplichting begint niet vóór het besluit waarmee zij is opgelegd."
    return maak_toets("niet_voor_besluit", van >= besluit, _ARTIKEL_55, {"van": van, "besluit_datum": besluit}, zin)


def toets_arts(feiten: NadereFeiten) -> Toets:
    """Ask for the advice of a doctor, from before the besluit, for a medical treatment."""
    advies = feiten.advies_arts_op
    nodig = feiten.soort is Nadereplicht.MEDISCHE_BEHANDELING
    goed = (advies is not None or not nodig) and (advies is None or advies <= feiten.besluit_datum)
    zin = "Een behandeling wordt opgelegd op advies van een arts, dat er voor het besluit was."
    return maak_toets("advies_arts", goed, _ARTIKEL_55, {"advies_op": advies}, zin)


def gold_voor(gedraging_datum: date, van: date, tot: date | None, besluit_datum: date) -> bool:
    """Tell whether a duty was imposed before the day of a gedraging and held on that day (DEV-MTR-532)."""
    return besluit_datum < gedraging_datum and van <= gedraging_datum and (tot is None or gedraging_datum < tot)
