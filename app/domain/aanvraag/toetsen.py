"""What a besluit on an aanvraag needs: an aanvraag, the steps, a report, the right of each person, and its start."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.domain.aanvraag.beleid import AanvraagBeleid
from app.domain.aanvraag.documenten import Documentsoort
from app.domain.aanvraag.feiten import TOT_LEEFTIJD, AanvraagFeiten, RapportFeiten, Zoekoordeel
from app.domain.aanvraag.soorten import Leeftijdsklasse, UwvStatus
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag, awb, productenboek, pw
from app.domain.kern.leeftijd import jonger_dan
from app.domain.kern.maanden import eerste_van_de_maand, plus_maanden
from app.domain.kern.toets import Toets

WERKPROCES: Final = productenboek("2.2.2")
JONGEREN: Final = productenboek("2.3.1")


def toets_aanvraag(feiten: AanvraagFeiten) -> Toets:
    """Ask for an aanvraag: on a melding alone nothing is decided (Participatiewet 43, lid 1)."""
    dag = feiten.aanvraagdatum
    return maak_toets("aanvraag_gedaan", dag is not None, pw("43", "1"), {"aanvraagdatum": dag}, "Er is een aanvraag.")


def toets_stappen(feiten: AanvraagFeiten) -> Toets:
    """Ask that steps 1 to 9 were done or skipped, the screening by SR among them (DEV-AAN-010, DEV-AAN-014)."""
    open_ = feiten.stappen_open
    zin = "De stappen 1 tot en met 9 zijn gezet of overgeslagen, ook de screening door de sociale recherche."
    return maak_toets("stappen_gezet", not open_, WERKPROCES, {"open": open_}, zin)


def toets_bewoners(rapport: RapportFeiten | None) -> Toets:
    """Ask for a report with the persons who are registered at the address (DEV-AAN-021)."""
    klopt = rapport is not None and Documentsoort.INWONERS_OP_ADRES in rapport.bijlagen
    zin = "Bij het rapport zit een beeldafdruk van wie er op het adres staan ingeschreven."
    return maak_toets("rapport_met_bewoners", klopt, WERKPROCES, {"gerapporteerd": rapport is not None}, zin)


def toets_salaris(rapport: RapportFeiten | None, toekennend: bool) -> Toets:
    """Ask for the salary specification of each month that is paid at once, when the klant works (DEV-AAN-021)."""
    nodig = rapport.uit_te_betalen if rapport is not None and rapport.werkt and toekennend else ()
    heeft = {eerste_van_de_maand(maand) for maand in rapport.salaris_over} if rapport is not None else set()
    mist = tuple(f"{maand:%Y-%m}" for maand in map(eerste_van_de_maand, nodig) if maand not in heeft)
    klopt = not mist and not (rapport is not None and rapport.werkt and toekennend and not nodig)
    zin = "Werkt de klant, dan zit van elke direct uit te betalen maand de salarisspecificatie bij het rapport."
    return maak_toets("rapport_met_salaris", klopt, WERKPROCES, {"ontbrekende_maanden": mist}, zin)


def toets_recht_onderzocht(feiten: AanvraagFeiten, peildatum: date) -> Toets:
    """Ask for an answer per person, with a reason of the law for who has no right (DEV-AAN-011)."""
    onbeantwoord = any(persoon.recht is None for persoon in feiten.personen)
    zonder_reden = any(persoon.recht is False and persoon.reden is None for persoon in feiten.personen)
    te_oud = any(
        persoon.reden in TOT_LEEFTIJD and not jonger_dan(persoon.geboortedatum, TOT_LEEFTIJD[persoon.reden], peildatum)
        for persoon in feiten.personen
    )
    klopt = None if onbeantwoord else not (zonder_reden or te_oud)
    zin = "Van elke persoon staat vast of er recht is; wie geen recht heeft, heeft een reden die bij de leeftijd past."
    return maak_toets("recht_onderzocht", klopt, pw("11", "4"), {"personen": len(feiten.personen)}, zin)


def toets_uitkomst(feiten: AanvraagFeiten) -> Toets:
    """Ask that the besluit fits the right that was found: nobody is granted without, or rejected with (article 11)."""
    met, zin = len(feiten.met_recht), "Er is iemand met recht op bijstand."
    if not feiten.toekennend:
        zin = "Niemand van het huishouden heeft recht op bijstand."
    klopt = bool(met) == feiten.toekennend
    return maak_toets("besluit_past_bij_recht", klopt, pw("11", "1"), {"met_recht": met}, zin)


def toets_ingang(feiten: AanvraagFeiten, beleid: AanvraagBeleid) -> Toets:
    """Ask for a start not before the melding, or for reasons and the months that the law allows (article 44)."""
    ingang, melding, eis = feiten.ingangsdatum, feiten.meldingsdatum, beleid.terugwerkend_maanden
    vroegst = plus_maanden(melding, -eis.waarde)
    if ingang is None or ingang >= melding:
        klopt: bool | None = None if ingang is None else True
    else:
        klopt = ingang >= vroegst and feiten.eerder_gemotiveerd
    zin = f"De uitkering gaat in op of na de melding van {datum_voluit(melding)}."
    if eis.waarde:
        zin += f" Met een reden kan dat eerder, niet voor {datum_voluit(vroegst)} ({eis.grondslag})."
    gezien = {"ingang": ingang, "melding": melding, "gemotiveerd": feiten.eerder_gemotiveerd}
    return maak_toets("ingangsdatum", klopt, pw("44", "1"), gezien, zin)


def toets_zoekperiode(feiten: AanvraagFeiten, peildatum: date) -> Toets:
    """Ask that the zoekperiode is over, or for reasons to act before that where the law allows it (article 41)."""
    zoek = feiten.zoekperiode
    eerder = zoek is not None and zoek.eerder_mogelijk and zoek.eerder_gemotiveerd
    klopt = zoek is None or peildatum > zoek.tot or eerder
    zin = "De zoekperiode is voorbij, of de wet laat eerder behandelen toe en er staat een reden bij."
    gezien = {"zoekperiode_tot": zoek.tot if zoek else None, "eerder": eerder}
    return maak_toets("zoekperiode_voorbij", klopt, pw("41", "4"), gezien, zin)


def toets_zoekafspraken(feiten: AanvraagFeiten, peildatum: date) -> Toets:
    """Ask what came of the zoekperiode: kept, assessed without it, or a hersteltermijn that is over (DEV-JON-018)."""
    zoek = feiten.zoekperiode
    klopt: bool | None = True
    if zoek is not None:
        over = zoek.hersteltermijn_tot is not None and peildatum > zoek.hersteltermijn_tot
        klopt = None if zoek.oordeel is None else zoek.oordeel is not Zoekoordeel.HERSTELTERMIJN or over
    zin = "Vastgelegd is of de jongere de afspraken van de zoekperiode nakwam; een hersteltermijn is voorbij."
    gezien = {"oordeel": zoek.oordeel.value if zoek and zoek.oordeel else None}
    return maak_toets("zoekperiode_beoordeeld", klopt, JONGEREN, gezien, zin)


def toets_plan(feiten: AanvraagFeiten) -> Toets:
    """Ask for the plan van aanpak with a toekenning to a jongere (DEV-JON-016; Participatiewet 44a)."""
    klopt = feiten.leeftijdsklasse is not Leeftijdsklasse.JONGER or feiten.plan_bijgevoegd
    zin = "Bij een toekenning aan een jongere is het plan van aanpak als bijlage gevoegd."
    return maak_toets("plan_bijgevoegd", klopt, pw("44a", "1"), {"bijgevoegd": feiten.plan_bijgevoegd}, zin)


def toets_norm(feiten: AanvraagFeiten) -> Toets:
    """Ask for the norm on the day on which the uitkering starts; an unknown amount is never guessed."""
    norm = feiten.norm
    grondslag: Grondslag = norm.grondslag if norm else pw("21")
    zin = norm.toelichting if norm else "De norm op de ingangsdatum is niet bekend; geef het bedrag met een reden."
    return maak_toets("norm_bekend", True if norm else None, grondslag, {"norm": norm.bedrag if norm else None}, zin)


def toets_stukken(feiten: AanvraagFeiten) -> Toets:
    """Ask that the stukken are complete before an uitkering is granted, or why it can do without (article 17)."""
    klopt = not feiten.stukken.ontbreken or feiten.gemotiveerd
    zin = "De gevraagde stukken zijn compleet, of het besluit motiveert waarom het zonder kan."
    return maak_toets("stukken_compleet", klopt, pw("17", "1"), {"ontbreken": feiten.stukken.ontbreken}, zin)


def toets_uwv(feiten: AanvraagFeiten) -> Toets:
    """Show whether the klant is registered as werkzoekende: it holds nothing up (DEV-AAN-025)."""
    bekend = {UwvStatus.INGESCHREVEN: True, UwvStatus.NIET_NODIG: True, UwvStatus.NIET_INGESCHREVEN: False}
    zin = "De klant staat bij UWV ingeschreven als werkzoekende; ontbreekt dat, wijs de klant er dan op."
    gezien = {"status": feiten.uwv.value}
    return maak_toets("inschrijving_uwv", bekend.get(feiten.uwv), pw("9", "1", "a"), gezien, zin)


def toets_op_tijd(feiten: AanvraagFeiten, peildatum: date) -> Toets:
    """Show whether the besluit is within the statutory term: too late, it must come all the same (Awb 4:13, 4:14)."""
    uiterlijk = feiten.beslissen_uiterlijk
    klopt = None if uiterlijk is None else peildatum <= uiterlijk
    zin = "Er is beslist binnen de wettelijke termijn; is dat niet gelukt, laat de klant dat dan weten."
    return maak_toets("binnen_beslistermijn", klopt, awb("4:13"), {"uiterlijk": uiterlijk}, zin)
