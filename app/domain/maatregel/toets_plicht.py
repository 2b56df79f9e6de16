"""Conditions on the duty: whether it holds for this person, regime and klantgroep, and is proven."""

from __future__ import annotations

from datetime import date

from app.domain.kern.datum import datum_voluit
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.toets import Toets
from app.domain.maatregel import grondslagen
from app.domain.maatregel.beleid import BewijsEis, Gedraging, MaatregelBeleid
from app.domain.maatregel.bouwsteen import en, gewoon, toets
from app.domain.maatregel.feiten import ZaakFeiten


def toets_regime(feiten: ZaakFeiten, beleid: MaatregelBeleid) -> Toets:
    """Ask whether the regime's table offers this gedraging (DEV-MTR-549); if not, say where it does exist."""
    rij = beleid.gedraging(feiten.regime, feiten.gedraging)
    elders = " en ".join(regime.value for regime in beleid.elders(feiten.gedraging))
    waar = f" Zij staat alleen in de tabel van de {elders}." if elders else ""
    return toets(
        "gedraging_in_regime",
        rij is not None,
        grondslagen.HANDHAVING,
        f"Deze gedraging staat in de tabel van de {feiten.regime.value}.",
        f"De tabel van de {feiten.regime.value} kent deze gedraging niet; kies een gedraging uit die tabel.{waar}",
        regime=feiten.regime.value,
        gedraging=feiten.gedraging,
    )


def toets_plicht(feiten: ZaakFeiten, beleid: MaatregelBeleid) -> Toets:
    """Ask whether the duty held: from the melding, from 18 years until the pension age (DEV-MTR-502, DEV-MTR-503)."""
    oud_genoeg = feiten.leeftijd_op_gedraging >= beleid.plicht_vanaf_leeftijd.waarde
    na_melding = feiten.gedraging_datum >= feiten.melding_datum
    return toets(
        "plicht_geldt",
        oud_genoeg and na_melding and not feiten.bereikt_aow,
        grondslagen.plicht(feiten.regime),
        f"De plicht geldt voor deze klant sinds de melding op {datum_voluit(feiten.melding_datum)}.",
        "De plicht gold nog niet of niet meer: de klant was te jong, had de pensioenleeftijd of had zich niet gemeld.",
        gedraging_datum=feiten.gedraging_datum,
        melding_datum=feiten.melding_datum,
        leeftijd=feiten.leeftijd_op_gedraging,
        bereikt_aow=feiten.bereikt_aow,
    )


def toets_klantgroep(feiten: ZaakFeiten, rij: Gedraging) -> Toets:
    """Ask for a klantgroep with verlagingen; Zorgen gets the contact ladder (DEV-KGR-513, DEV-BLK-502)."""
    groep = feiten.klantgroep
    zorgen = groep is Klantgroep.ZORGEN
    nee = f"Bij klantgroep {(groep or '').capitalize()} hoort geen verlaging bij deze gedraging."
    if groep is Klantgroep.FACILITEREN:
        nee = "In klantgroep Faciliteren volgt een vast bedrag bij de eerste no-show, daarna een blokkering."
    if zorgen:
        nee = "In klantgroep Zorgen volgt geen maatregel: zoek eerst contact (bel, netwerk, hulpverlening, huisbezoek)."
    return toets(
        "klantgroep",
        None if groep is None else groep in rij.klantgroepen,
        grondslagen.CONTACTLADDER if zorgen else grondslagen.HANDHAVING,
        "Bij deze klantgroep hoort een maatregel bij deze gedraging.",
        nee,
        "De klant is nog niet ingedeeld in een klantgroep.",
        klantgroep=groep,
        zorg_handhaving=feiten.zorg_handhaving,
    )


def toets_plan(feiten: ZaakFeiten) -> Toets:
    """Ask for the obligation in a plan signed before the gedraging, or for reasons (DEV-PVA-507)."""
    plan = feiten.plan
    op_tijd = None if plan.ondertekend_op is None else plan.ondertekend_op <= feiten.gedraging_datum
    uitkomst = en(plan.ondertekend, plan.bevat_verplichting, op_tijd)
    return toets(
        "verplichting_in_plan",
        plan.afwijking_plan_gemotiveerd or uitkomst,
        grondslagen.HANDHAVING,
        "De verplichting stond vooraf in een ondertekend plan van aanpak, of de consulent legde uit waarom niet.",
        "De verplichting staat niet in een plan van aanpak dat vóór de gedraging is ondertekend.",
        "Niet bekend is of de verplichting in een ondertekend plan van aanpak staat.",
        ondertekend=plan.ondertekend,
        ondertekend_op=plan.ondertekend_op,
        bevat_verplichting=plan.bevat_verplichting,
        afwijking_gemotiveerd=plan.afwijking_plan_gemotiveerd,
    )


def toetsen_activering(feiten: ZaakFeiten, rij: Gedraging) -> tuple[Toets, ...]:
    """Refuse a maatregel about a voorziening where all that ran was sociale activering without a duty (DEV-VRZ-911)."""
    if not rij.bij_voorziening or not feiten.alleen_vrijwillige_activering:
        return ()
    nee = (
        "Op die dag liep alleen sociale activering waaraan de klant niet verplicht kon worden: er is geen uitzicht op "
    )
    nee += "regulier werk vastgesteld, of deelname was vrijwillig afgesproken. Een maatregel kan daar niet op rusten."
    return (toets("deelname_verplicht", False, grondslagen.ACTIVERING, "", nee),)


def toets_verzuimregels(feiten: ZaakFeiten) -> Toets:
    """Ask for the document Verzuimregels before the gedraging, or for reasons (DEV-PVA-507)."""
    plan = feiten.plan
    op_tijd = (
        None
        if plan.verzuimregels_uitgereikt_op is None
        else (plan.verzuimregels_uitgereikt_op <= feiten.gedraging_datum)
    )
    return toets(
        "verzuimregels_uitgereikt",
        plan.afwijking_verzuimregels_gemotiveerd or op_tijd,
        grondslagen.HANDHAVING,
        "De klant had de verzuimregels vooraf gekregen, of de consulent legde uit waarom niet.",
        "De verzuimregels zijn pas na de gedraging uitgereikt.",
        "Niet bekend is of de klant de verzuimregels heeft gekregen.",
        uitgereikt_op=plan.verzuimregels_uitgereikt_op,
        afwijking_gemotiveerd=plan.afwijking_verzuimregels_gemotiveerd,
    )


def ontbrekend_bewijs(feiten: ZaakFeiten, rij: Gedraging) -> tuple[str, ...]:
    """Return the codes of the required documents that are not in the file."""
    return tuple(eis.code for eis in rij.bewijs_bij(feiten.kenmerken) if not _aanwezig(feiten, rij, eis))


def _aanwezig(feiten: ZaakFeiten, rij: Gedraging, eis: BewijsEis) -> bool:
    """Tell whether a document is in the file, from whom and of when it must be."""
    if eis.uit_plan:
        return _plan_is_bewijs(feiten, rij)
    if not (eis.van_werkgever or eis.voor_gedraging):
        return eis.code in feiten.bewijsstukken
    return any(
        stuk.code == eis.code
        and (stuk.afzender_genoemd or not eis.van_werkgever)
        and (stuk.datum < feiten.gedraging_datum or not eis.voor_gedraging)
        for stuk in feiten.bewijs
    )


def _plan_is_bewijs(feiten: ZaakFeiten, rij: Gedraging) -> bool:
    """Tell whether a plan signed by then is in the file, with the obligation where the gedraging names one."""
    plan = feiten.plan
    getekend = plan.ondertekend_op is not None and plan.ondertekend_op <= feiten.gedraging_datum
    return plan.ondertekend is True and getekend and (plan.bevat_verplichting is True or not rij.plan_verplichtingen)


def toets_bewijs(feiten: ZaakFeiten, rij: Gedraging) -> Toets:
    """Every required document is in the file, such as the employer's confirmation (DEV-MTR-517)."""
    ontbreekt = ontbrekend_bewijs(feiten, rij)
    tekst = {eis.code: eis.omschrijving or gewoon(eis.code) for eis in rij.bewijs_verplicht}
    return toets(
        "bewijs_volledig",
        not ontbreekt,
        grondslagen.HANDHAVING,
        "Het bewijs dat bij deze gedraging hoort, zit in het dossier.",
        f"In het dossier ontbreekt: {', '.join(tekst[code] for code in ontbreekt)}.",
        ontbreekt=ontbreekt,
    )


def laatste_dag(feiten: ZaakFeiten, beleid: MaatregelBeleid) -> date:
    """Return the last day on which a maatregel can be imposed for this gedraging."""
    return plus_maanden(feiten.gedraging_datum, beleid.verjaring_maanden.waarde)


def toets_verjaring(feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> Toets:
    """Refuse a gedraging older than the verordening allows; exactly that long ago still counts."""
    laatste = laatste_dag(feiten, beleid)
    return toets(
        "niet_te_oud",
        peildatum <= laatste,
        beleid.verjaring_maanden.grondslag,
        f"De gedraging is niet te oud: een maatregel kan tot en met {datum_voluit(laatste)}.",
        f"De gedraging is te oud: een maatregel kon tot en met {datum_voluit(laatste)}.",
        gedraging_datum=feiten.gedraging_datum,
        uiterlijk=laatste,
    )
