"""Gevolgen: what toetsing and bekendmaking of a besluit do to its aanvraag, and to the uitkeringsadministratie."""

from __future__ import annotations

from datetime import date
from typing import Any, Final
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import besluit as besluiten
from app.db.aanvraag import aanvraag as db
from app.db.aanvraag import beschikking
from app.db.aanvraag.aanvraag import Aanvraag
from app.db.aanvraag.beschikking import Aanvraagverzending
from app.db.besluit import Besluit, Besluittoetsing
from app.db.klant import Klant
from app.domain.aanvraag.beslissing import Beslissing, Dictum, PersoonUitkomst, toets_toetser
from app.domain.aanvraag.klasse import team_van
from app.domain.aanvraag.soorten import Aanvraagstatus, Stapdaad
from app.domain.aanvraag.stappen import Stapregel
from app.domain.aanvraag.taken import Taaksoort
from app.domain.aanvraag.tijdelijk import huisbezoektaak, tijdelijke_termijn, verlopentaak
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.grondslag import awb, productenboek
from app.domain.kern.toets import Toets
from app.services.aanvraag.dossier import Aanvraagdossier, beleid_op, dossier_van, leg_samen_vast
from app.services.aanvraag.feiten import planbijlagen
from app.services.aanvraag.sluiten import betaald, sluit_aanvraag, vraag
from app.services.aanvraag.stapregels import klaar_met, neem_besluit_terug, stapregel, vink, werk_taken_bij
from app.services.besluit.lezen import beslissing_van
from app.services.doelgroep.registreren import krijgt_uitkering
from app.services.handeling import Handeling
from app.services.taak import Bestemming, bewaak, maak_taak
from app.services.vastleggen import leg_vast

_RECHT, _FIAT = 10, 11
MUTATIE: Final = {
    Dictum.TOEKENNING: "toekenning",
    Dictum.TIJDELIJK: "toekenning",
    Dictum.AFWIJZING: "afwijzing",
    Dictum.BUITEN_BEHANDELING: "buiten_behandeling",
}


def onderwerp(h: Handeling, aanvraag_id: UUID) -> Aanvraag:
    """Find the aanvraag of a besluit."""
    aanvraag = db.aanvraag(h.sessie, h.actor, aanvraag_id)
    if aanvraag is None:
        raise NietGevonden("Deze aanvraag is niet gevonden.")
    return aanvraag


def vergrendel(h: Handeling, aanvraag_id: UUID) -> Aanvraagdossier:
    """Lock the dossiers of the household of a besluit."""
    return dossier_van(h, onderwerp(h, aanvraag_id))


def toetsen_toetser(_aanvraag: Aanvraag, besluit: Besluit, toetser: str) -> tuple[Toets, ...]:
    """Return the conditions on who checks a besluit: neither who decided nor who reported (DEV-AAN-012)."""
    return (toets_toetser(str(besluit.genomen_door), besluit.feiten["rapporteur"], toetser),)


def getoetst(h: Handeling, _klant: Klant, aanvraag: Aanvraag, toetsing: Besluittoetsing) -> None:
    """Move the aanvraag on to dispatch and execution, or back to the inkomensconsulent with the reason."""
    d = dossier_van(h, aanvraag)
    _controleer_status(aanvraag, Aanvraagstatus.BESLOTEN)
    klaar_met(h, d, Taaksoort.FIATTEREN)
    if toetsing.akkoord:
        aanvraag.status = Aanvraagstatus.GETOETST
        vink(h, d, _FIAT, ["getoetst"], datum=h.vandaag)
        for soort in (Taaksoort.VERZENDEN, Taaksoort.UITVOEREN):
            vraag(h, d, soort)
        return
    neem_besluit_terug(h, d)
    regel = Stapregel(nr=_RECHT, soort=Stapdaad.HEROPEND, datum=h.vandaag, reden=toetsing.reden)
    stapregel(h, d, regel)
    if beschikking.rapporten(h.sessie, aanvraag.id):
        vink(h, d, _RECHT, ["gerapporteerd"], datum=h.vandaag)
    werk_taken_bij(h, d)
    vraag(h, d, Taaksoort.BESLISSEN, "De fiatteur keurde het besluit af; de reden staat bij het besluit.")


def _controleer_status(aanvraag: Aanvraag, *statussen: Aanvraagstatus) -> None:
    if aanvraag.status not in statussen:
        status = aanvraag.status.value.replace("_", " ")
        raise Conflict(f"Dit kan niet: de aanvraag van dit besluit is {status}.", "verkeerde_status")


def bekendgemaakt(h: Handeling, aanvraag: Aanvraag, besluit: Besluit) -> dict[str, Any] | None:
    """End the handling, send the beschikking to be printed, and offer a mutatie for each person.

    The mutaties are written here, one in the dossier of each person, so that there is none left to return.
    """
    d = dossier_van(h, aanvraag)
    _controleer_status(aanvraag, Aanvraagstatus.GETOETST)
    beslissing: Beslissing = beslissing_van(besluit)
    _controleer_verzending(h, d, besluit, beslissing)
    aanvraag.status, aanvraag.afgesloten_op = Aanvraagstatus.AFGEHANDELD, h.nu
    _verzend(h, d, besluit)
    vink(h, d, _FIAT, ["verzonden"], datum=h.vandaag)
    klaar_met(h, d, Taaksoort.VERZENDEN)
    sluit_aanvraag(h, d)
    if beslissing.einddatum is not None:
        _bewaak_tijdelijk(h, d, beslissing.einddatum, beslissing.ingangsdatum)
    voorschotten = betaald(h, d)
    if voorschotten and beslissing.norm is None:
        vraag(h, d, Taaksoort.VOORSCHOT_TERUG)
    uitkomsten = {persoon.klant_id: persoon for persoon in beslissing.personen}
    for klant in d.klanten:
        persoon = uitkomsten[str(klant.id)]
        inhoud = {"besluitId": besluit.id, "dictum": persoon.dictum, "reden": persoon.reden}
        mutatie = _mutatie(besluit, beslissing, persoon) | (voorschotten if klant is d.klant else {})
        leg_vast(h, Soort.AANVRAAG_AFGEHANDELD, aanvraag, klant, inhoud, mutatie)
        if persoon.dictum in (Dictum.TOEKENNING, Dictum.TIJDELIJK):
            krijgt_uitkering(h, klant, beslissing.ingangsdatum or besluit.peildatum)
    return None


def _controleer_verzending(h: Handeling, d: Aanvraagdossier, besluit: Besluit, beslissing: Beslissing) -> None:
    """Ask for the choice of explanation (DEV-AAN-023), and that leaving aside is told in time (Awb 4:5, lid 4)."""
    h.sessie.flush()
    stand = next(s for s in besluiten.besluiten_over(h.sessie, [d.aanvraag.id]) if s.besluit.id == besluit.id)
    verzonden = stand.bekendmaking.verzonden_op if stand.bekendmaking else h.vandaag
    gekozen = d.aanvraag.toelichting_wijze
    zin = "Bij de verzending staat of de beschikking wordt toegelicht: afspraak, telefonisch of niet nodig."
    toetsen = [maak_toets("toelichting_gekozen", gekozen is not None, productenboek("2.2.2"), {}, zin)]
    uiterlijk = beslissing.bekendmaken_uiterlijk
    if uiterlijk is not None:
        zin = f"De klant hoorde uiterlijk op {datum_voluit(uiterlijk)} dat de aanvraag buiten behandeling blijft."
        toetsen.append(maak_toets("op_tijd_bekend", verzonden <= uiterlijk, awb("4:5", "4"), {}, zin))
    if bezwaar := [toets for toets in toetsen if toets.uitkomst.value != "voldaan"]:
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)


def _verzend(h: Handeling, d: Aanvraagdossier, besluit: Besluit) -> None:
    """Send to the print address, with a copy to the rapporteur and the team (DEV-AAN-012); the plan goes along."""
    beleid = beleid_op(h, d, h.vandaag).beleid
    rapporteur = besluit.feiten["rapporteur"]
    h.sessie.add(
        Aanvraagverzending(
            id=uuid7(),
            organisatie=h.actor.organisatie,
            klant_id=d.klant.id,
            aanvraag_id=d.aanvraag.id,
            besluit_id=besluit.id,
            aan=beleid.printadres.waarde,
            cc=[team_van(d.aanvraag.leeftijdsklasse, beleid).adres],
            cc_rapporteur_id=UUID(rapporteur) if rapporteur else besluit.genomen_door,
            bijlagen=planbijlagen(h, d, beleid),
            tijdstip=h.nu,
            medewerker_id=h.actor.medewerker_id,
        )
    )
    leg_samen_vast(h, Soort.AANVRAAG_VERZONDEN, d, {"besluitId": besluit.id, "team": d.aanvraag.team})


def _bewaak_tijdelijk(h: Handeling, d: Aanvraagdossier, einde: date, ingang: date | None) -> None:
    """Watch a temporary uitkering: the huisbezoek that is open, and its last day (DEV-DIG-011)."""
    assert ingang is not None
    d.aanvraag.tijdelijk_tot = einde
    grondslag = beleid_op(h, d, h.vandaag).beleid.tijdelijk_maanden.grondslag
    termijn = tijdelijke_termijn(ingang, einde, grondslag)
    bewaak(h, termijn, d.klant, d.aanvraag.id, verlopentaak(termijn))
    maak_taak(h, huisbezoektaak(termijn), Bestemming(d.aanvraag.id, d.klant))


def _mutatie(besluit: Besluit, beslissing: Beslissing, persoon: PersoonUitkomst) -> dict[str, Any]:
    """Return what the uitkeringsadministratie must process for one person; the norm is that of all with a right."""
    mutatie: dict[str, Any] = {
        "soort": MUTATIE[persoon.dictum],
        "besluitId": besluit.id,
        "besluit": beslissing.dictum,
        "grondslag": persoon.grondslag.model_dump(mode="json") if persoon.grondslag else None,
    }
    if persoon.reden is not None:
        mutatie["reden"] = persoon.reden
    if beslissing.norm is not None and MUTATIE[persoon.dictum] == "toekenning":
        mutatie |= {
            "ingangsdatum": beslissing.ingangsdatum,
            "einddatum": beslissing.einddatum,
            "norm": beslissing.norm.bedrag,
            "normGrondslag": beslissing.norm.grondslag.model_dump(mode="json"),
        }
    return mutatie
