"""Leaving an aanvraag aside: only after a term to complete it, a reminder, and within four weeks (Awb 4:5)."""

from __future__ import annotations

from datetime import date

from app.domain.aanvraag.beleid import AanvraagBeleid
from app.domain.aanvraag.feiten import AanvraagFeiten
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import awb, productenboek
from app.domain.kern.termijnen import Termijn, wettelijke_termijn
from app.domain.kern.toets import Toets


def buiten_behandelingtermijn(aanvultermijn_tot: date, beleid: AanvraagBeleid) -> Termijn:
    """Return the term within which the klant hears that the aanvraag is left aside (Awb 4:5, lid 4)."""
    eis = beleid.buiten_behandeling_weken
    return wettelijke_termijn("buiten_behandeling", eis.grondslag, aanvultermijn_tot, weken=eis.waarde)


def toetsen_buiten_behandeling(feiten: AanvraagFeiten, beleid: AanvraagBeleid, peildatum: date) -> tuple[Toets, ...]:
    """Return what leaving aside needs, in order (DEV-AAN-016, DEV-AAN-018)."""
    return (
        toets_aangevuld(feiten, peildatum),
        toets_herinnerd(feiten),
        toets_ontbreken(feiten),
        toets_vier_weken(feiten, beleid, peildatum),
        toets_hulp(feiten),
    )


def toets_aangevuld(feiten: AanvraagFeiten, peildatum: date) -> Toets:
    """Ask for an aanvultermijn that was given and is over (DEV-AAN-016)."""
    tot = feiten.stukken.aanvultermijn_tot
    zin = "De klant kreeg een aanvultermijn, en die is voorbij."
    klopt = tot is not None and peildatum > tot
    return maak_toets("aanvultermijn_voorbij", klopt, awb("4:5", "1"), {"aanvultermijn_tot": tot}, zin)


def toets_herinnerd(feiten: AanvraagFeiten) -> Toets:
    """Ask for a reminder (DEV-AAN-016)."""
    op = feiten.stukken.herinnerd_op
    zin = "De klant kreeg een herinnering, het liefst per sms."
    return maak_toets("herinnering_gestuurd", op is not None, productenboek("2.2.2"), {"herinnerd_op": op}, zin)


def toets_ontbreken(feiten: AanvraagFeiten) -> Toets:
    """Ask that stukken are still missing: once they are in, the aanvraag is handled as usual (DEV-AAN-016)."""
    zin = "Er ontbreken nog stukken; zijn die binnen, dan gaat de aanvraag gewoon verder."
    return maak_toets("stukken_ontbreken", feiten.stukken.ontbreken, awb("4:5", "1"), {}, zin)


def toets_vier_weken(feiten: AanvraagFeiten, beleid: AanvraagBeleid, peildatum: date) -> Toets:
    """Ask that the four weeks after the aanvultermijn are not over: later, the aanvraag itself is decided on."""
    eis, tot = beleid.buiten_behandeling_weken, feiten.stukken.aanvultermijn_tot
    uiterlijk = buiten_behandelingtermijn(tot, beleid).einde if tot else None
    klopt = uiterlijk is not None and peildatum <= uiterlijk
    zin = f"Het kan nog: niet later dan {eis.waarde} weken na de aanvultermijn hoort de klant het."
    return maak_toets("binnen_vier_weken", klopt, eis.grondslag, {"uiterlijk": uiterlijk}, zin)


def toets_hulp(feiten: AanvraagFeiten) -> Toets:
    """Ask to weigh an open referral to help before somebody is left without (DEV-AAN-018)."""
    klopt = True if not feiten.hulp_open or feiten.gemotiveerd else None
    zin = "Er staat geen verwijzing naar hulp open, of het besluit motiveert waarom er niet op wordt gewacht."
    return maak_toets("hulp_gewogen", klopt, productenboek("2.2.2"), {"hulp_open": feiten.hulp_open}, zin)
