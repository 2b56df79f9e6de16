"""Conditions of lik op stuk: the fixed amount at the first no-show (DEV-NOS-501, DEV-NOS-507, DEV-NOS-504)."""

from __future__ import annotations

from datetime import date

from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Feit, Toets
from app.domain.maatregel import grondslagen
from app.domain.maatregel.beleid import Gedraging, MaatregelBeleid
from app.domain.maatregel.bouwsteen import toets
from app.domain.maatregel.feiten import ZaakFeiten


def toets_eerste_no_show(feiten: ZaakFeiten, peildatum: date) -> Toets:
    """Ask for exactly one no-show in this chain of appointments, for which nothing was taken before."""
    aantal = len({dag for dag in feiten.no_shows if dag <= peildatum})
    al: dict[str, Feit] = {"al_opgelegd": True} if feiten.lik_op_stuk_in_keten else {}
    nee = f"De klant kwam {aantal} keer niet; het vaste bedrag geldt alleen bij de eerste keer."
    return toets(
        "eerste_no_show",
        aantal == 1 and not al,
        grondslagen.HANDHAVING,
        "De klant kwam voor het eerst niet, zonder bericht.",
        "Voor deze afspraken is het vaste bedrag al een keer opgelegd; dat kan maar één keer." if al else nee,
        aantal=aantal,
        **al,
    )


def toets_klantgroep_lik_op_stuk(feiten: ZaakFeiten, rij: Gedraging) -> Toets:
    """Ask whether the fixed amount belongs to this klantgroep at this gedraging; never in Zorgen."""
    groep = feiten.klantgroep
    faciliteren = groep is Klantgroep.FACILITEREN
    return toets(
        "klantgroep",
        None if groep is None else groep in rij.lik_op_stuk,
        grondslagen.LIK_OP_STUK_FACILITEREN if faciliteren else grondslagen.HANDHAVING,
        "Bij deze klantgroep hoort het vaste bedrag bij de eerste no-show.",
        "Bij deze klantgroep en gedraging hoort geen vast bedrag; volg de stap die bij de klantgroep hoort.",
        "De klant is nog niet ingedeeld in een klantgroep.",
        klantgroep=groep,
    )


def toets_nieuwe_afspraak(feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> tuple[Toets, ...]:
    """Ask for the new appointment in the same besluit, where the municipality does so (DEV-NOS-501 to DEV-NOS-503)."""
    regel, nieuw = beleid.lik_op_stuk_met_afspraak, feiten.nieuwe_afspraak
    if feiten.klantgroep not in regel.waarde:
        return ()
    uitkomst = toets(
        "nieuwe_afspraak_in_besluit",
        None if nieuw is None else nieuw.op > peildatum,
        regel.grondslag,
        "In het besluit staat wanneer en waar de nieuwe afspraak is.",
        "De nieuwe afspraak is niet na de dag van het besluit; plan een andere.",
        "Er is nog geen nieuwe afspraak: plan die, want dag en plaats staan in het besluit.",
        op=nieuw.op if nieuw else None,
        tijd=nieuw.tijd if nieuw else None,
        plaats=nieuw.plaats if nieuw else None,
    )
    return (uitkomst,)


def toets_sms(feiten: ZaakFeiten) -> Toets:
    """Ask for the SMS reminder; not in Faciliteren (DEV-NOS-507)."""
    vrij = feiten.klantgroep is Klantgroep.FACILITEREN
    return toets(
        "sms_herinnering",
        vrij or feiten.sms_herinnering,
        grondslagen.HANDHAVING,
        "De klant kreeg een sms-herinnering, of die is in deze klantgroep niet nodig.",
        "Er is geen sms-herinnering verstuurd; het vaste bedrag wordt niet opgelegd.",
        "Niet bekend is of er een sms-herinnering is verstuurd.",
        sms_herinnering=feiten.sms_herinnering,
    )
