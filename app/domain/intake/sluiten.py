"""What must be there before a screening is closed."""

from __future__ import annotations

from app.domain.intake.dariuz import dariuz_vermogen
from app.domain.intake.feiten import BadGesprek, ScreeningFeiten, ScreeningUitkomst
from app.domain.kern.grondslag import productenboek
from app.domain.kern.toets import Feit, Toets, Uitkomst

_SCREENING = productenboek("2.2.2")


def toets_sluiten_screening(feiten: ScreeningFeiten) -> tuple[Toets, ...]:
    """Test whether the screening can be closed with this outcome (DEV-SCR-015 to DEV-SCR-025)."""
    if feiten.uitkomst is ScreeningUitkomst.INGETROKKEN:
        return (toets_intrekking(feiten),)
    altijd = (toets_broodnood_gevraagd(feiten), toets_bad(feiten), toets_partner(feiten))
    if feiten.uitkomst is ScreeningUitkomst.DOORVERWEZEN:
        return (*altijd, toets_verwijzing(feiten))
    keuze = dariuz_vermogen(feiten.dariuz)
    return (*altijd, toets_ambitiegesprek(feiten), toets_aanvraagformulier(feiten), *keuze.toetsen)


def toets_intrekking(feiten: ScreeningFeiten) -> Toets:
    """Test that a withdrawal of the melding is signed (DEV-SCR-021)."""
    getekend = feiten.intrekking_getekend_op
    zin = "De klant heeft het formulier voor intrekking van de melding getekend."
    return _toets("intrekking_getekend", getekend is not None, {"getekend_op": getekend}, zin)


def toets_broodnood_gevraagd(feiten: ScreeningFeiten) -> Toets:
    """Test that broodnood was asked about (DEV-SCR-015)."""
    zin = "Gevraagd is of er broodnood is."
    return _toets("broodnood_gevraagd", feiten.broodnood is not None, {"broodnood": feiten.broodnood}, zin)


def toets_bad(feiten: ScreeningFeiten) -> Toets:
    """Test that the BAD conversation was offered, and on refusal replaced by an own estimate (DEV-SCR-025)."""
    afgewezen = feiten.bad_gesprek is BadGesprek.AFGEWEZEN
    in_orde = feiten.bad_gesprek is not None and (not afgewezen or bool(feiten.eigen_inschatting_financien))
    zin = "Een gesprek met het BAD is aangeboden; wijst de klant dat af, dan staat er een eigen inschatting bij."
    return _toets("bad_gesprek", in_orde, {"bad_gesprek": feiten.bad_gesprek}, zin)


def toets_partner(feiten: ScreeningFeiten) -> Toets:
    """Test that both partners were there, or why one was not (DEV-SCR-019)."""
    in_orde = feiten.aantal_partners == 0 or feiten.partner_aanwezig is True or bool(feiten.reden_partner_afwezig)
    zin = "Bij een stel zijn beide partners aanwezig, of staat vast waarom een van hen er niet is."
    return _toets("partner_aanwezig", in_orde, {"partner_aanwezig": feiten.partner_aanwezig}, zin)


def toets_verwijzing(feiten: ScreeningFeiten) -> Toets:
    """Test that a referral names where to."""
    zin = "Vastgelegd is waarheen de klant is doorverwezen."
    return _toets("verwijzing_vastgelegd", bool(feiten.verwijzing), {}, zin)


def toets_ambitiegesprek(feiten: ScreeningFeiten) -> Toets:
    """Test that an ambitiegesprek is planned for each person (DEV-SCR-017, DEV-SCR-018)."""
    aantal = feiten.geplande_ambitiegesprekken
    zin = f"Voor {feiten.personen} persoon of personen is elk een eigen ambitiegesprek gepland."
    gezien: dict[str, Feit] = {"gepland": aantal, "nodig": feiten.personen}
    return _toets("ambitiegesprek_gepland", aantal >= feiten.personen, gezien, zin)


def toets_aanvraagformulier(feiten: ScreeningFeiten) -> Toets:
    """Test that a klant without aanvraag got the form and the list of stukken (DEV-SCR-020)."""
    meegegeven = feiten.formulier_meegegeven_op
    in_orde = feiten.aanvraag_gedaan or meegegeven is not None
    zin = "Zonder aanvraag krijgt de klant het aanvraagformulier en de bewijsmiddelenlijst mee."
    return _toets("aanvraagformulier_meegegeven", in_orde, {"meegegeven_op": meegegeven}, zin)


def _toets(voorwaarde: str, in_orde: bool, feiten: dict[str, Feit], toelichting: str) -> Toets:
    return Toets(
        voorwaarde=voorwaarde,
        uitkomst=Uitkomst.van(in_orde),
        grondslag=_SCREENING,
        feiten=feiten,
        toelichting=toelichting,
    )
