"""Voorschot: deciding on it through the short way, and undoing one that was wrong."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from uuid_utils.compat import uuid7

from app import CODEVERSIE
from app.db.beleidspakket import bewaar
from app.db.intake import screening as screeningen
from app.db.intake import voorschot as db
from app.db.intake.beeld import Meldingbeeld, beeld
from app.db.intake.melding import LOPEND, Meldingstatus
from app.db.intake.voorschot import Voorschot, VoorschotIntrekking
from app.domain.beleid.model import Versie
from app.domain.intake.beleid import IntakeBeleid
from app.domain.intake.feiten import VoorschotFeiten
from app.domain.intake.vervolg import voorschottaak
from app.domain.intake.voorschot import toets_voorschot
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import Toets, alle_voldaan
from app.services.handeling import Handeling
from app.services.intake.dossier import Dossier, leg_samen_vast, open_dossier
from app.services.intake.norm import Huishoudnorm, norm_van
from app.services.intake.opdrachten import VoorschotIntrekkingOpdracht, VoorschotOpdracht
from app.services.taak import Bestemming, maak_taak, sluit_taken

# A guard against typing errors in the day of payment, not a rule.
VOORUIT = timedelta(days=14)
TAAK = "voorschot_regelen"


def ken_toe(h: Handeling, opdracht: VoorschotOpdracht, melding_id: UUID) -> Meldingbeeld:
    """Give a voorschot (DEV-SCR-015; Participatiewet, article 52), and tell the uitkeringsadministratie.

    Raises Geweigerd with the toetsen that are not met, and Conflict when this month already has a voorschot.
    """
    dossier = open_dossier(h, melding_id, *LOPEND, Meldingstatus.DOORVERWEZEN)
    datum = opdracht.datum or h.vandaag
    if not dossier.melding.meldingsdatum <= datum <= h.vandaag + VOORUIT:
        raise OngeldigeInvoer(
            {"datum": f"Kies een dag vanaf de meldingsdatum, ten hoogste {VOORUIT.days} dagen vooruit."}
        )
    _een_per_maand(h, melding_id, datum)
    beleid = h.beleid.geldend(IntakeBeleid, dossier.melding.gemeente, datum)
    norm = norm_van(h, dossier.klant, datum)
    toetsen = _toets(h, dossier, opdracht, beleid.beleid, norm)
    if not alle_voldaan(toetsen):
        raise Geweigerd("Dit voorschot kan niet worden toegekend.", toetsen)
    voorschot = _maak(h, dossier, opdracht.bedrag, datum, toetsen)
    _op_beleid(h, voorschot, beleid, norm)
    h.sessie.add(voorschot)
    _sluit_verzoek(h, voorschot)
    sluit_taken(h, melding_id, TAAK)
    inhoud = {"voorschotId": voorschot.id, "bedrag": voorschot.bedrag, "datum": datum}
    mutatie = {"soort": "voorschot", **inhoud, "grondslag": voorschot.grondslag}
    leg_samen_vast(h, Soort.VOORSCHOT_TOEGEKEND, dossier, inhoud, mutatie)
    return beeld(h.sessie, dossier.melding)


def _sluit_verzoek(h: Handeling, voorschot: Voorschot) -> None:
    """Note the decision with the request of the klant, if there was one (DEV-AAN-901)."""
    verzoek = db.open_verzoek(h.sessie, voorschot.melding_id)
    if verzoek is not None:
        h.sessie.flush()
        verzoek.toegekend, verzoek.voorschot_id = True, voorschot.id
        verzoek.besloten_op, verzoek.besloten_door = h.nu, h.actor.medewerker_id


def _een_per_maand(h: Handeling, melding_id: UUID, datum: date) -> None:
    """Refuse a second voorschot in a month as long as the first one stands: the amount is for that whole month."""
    for eerder, intrekking in db.voorschotten(h.sessie, melding_id):
        if intrekking is None and (eerder.datum.year, eerder.datum.month) == (datum.year, datum.month):
            raise Conflict(
                "Deze maand is al een voorschot toegekend. Klopt dat niet, trek het dan eerst in.", "al_gegeven"
            )


def _toets(
    h: Handeling, dossier: Dossier, opdracht: VoorschotOpdracht, beleid: IntakeBeleid, norm: Huishoudnorm
) -> tuple[Toets, ...]:
    gescreend = screeningen.resultaten(h.sessie, dossier.melding.id)
    verzoek = db.open_verzoek(h.sessie, dossier.melding.id)
    feiten = VoorschotFeiten(
        broodnood=gescreend[-1].feiten["screening"]["broodnood"] if gescreend else None,
        bedrag=opdracht.bedrag,
        voorschot_meegedeeld=opdracht.meegedeeld,
        gevraagd_op=verzoek.gevraagd_op if verzoek else None,
    )
    return toets_voorschot(feiten, beleid, norm.bedrag if norm.zeker else None)


def _maak(h: Handeling, dossier: Dossier, bedrag: int, datum: date, toetsen: tuple[Toets, ...]) -> Voorschot:
    return Voorschot(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=dossier.klant.id,
        melding_id=dossier.melding.id,
        bedrag=bedrag,
        datum=datum,
        grondslag=str(toetsen[-1].grondslag),
        toetsen=[toets.model_dump(mode="json") for toets in toetsen],
        peildatum=datum,
        codeversie=CODEVERSIE,
        toegekend_op=h.nu,
        toegekend_door=h.actor.medewerker_id,
    )


def _op_beleid(h: Handeling, voorschot: Voorschot, beleid: Versie[IntakeBeleid], norm: Huishoudnorm) -> None:
    """Note which policy and norm the decision rests on; a met toets of the amount means that the norm is known."""
    assert norm.beleid is not None
    assert norm.bedrag is not None
    bewaar(h.sessie, beleid, h.nu)
    bewaar(h.sessie, norm.beleid, h.nu)
    voorschot.beleid_id, voorschot.beleid_sha256 = beleid.id, beleid.sha256
    voorschot.norm, voorschot.norm_beleid_id = norm.bedrag, norm.beleid.id
    voorschot.norm_beleid_sha256 = norm.beleid.sha256


def trek_voorschot_in(
    h: Handeling, opdracht: VoorschotIntrekkingOpdracht, melding_id: UUID, voorschot_id: UUID
) -> Meldingbeeld:
    """Undo a voorschot that was wrong; the uitkeringsadministratie gets the opposite mutatie."""
    dossier = open_dossier(h, melding_id, *Meldingstatus)
    gevonden = {voorschot.id: (voorschot, weg) for voorschot, weg in db.voorschotten(h.sessie, melding_id)}
    if voorschot_id not in gevonden:
        raise NietGevonden("Dit voorschot is niet gevonden.")
    voorschot, weg = gevonden[voorschot_id]
    if weg is not None:
        raise Conflict("Dit voorschot is al ingetrokken.", "al_ingetrokken")
    h.sessie.add(
        VoorschotIntrekking(
            id=uuid7(),
            organisatie=h.actor.organisatie,
            klant_id=dossier.klant.id,
            voorschot_id=voorschot.id,
            reden=opdracht.reden,
            ingetrokken_op=h.nu,
            ingetrokken_door=h.actor.medewerker_id,
        )
    )
    if opdracht.nieuw_voorschot_nodig:
        bestemming = Bestemming(melding_id, dossier.klant, h.actor.medewerker_id)
        maak_taak(h, voorschottaak(h.vandaag), bestemming)
    inhoud = {"voorschotId": voorschot.id, "bedrag": voorschot.bedrag, "datum": voorschot.datum}
    mutatie = {"soort": "voorschot_intrekking", **inhoud, "grondslag": voorschot.grondslag}
    leg_samen_vast(h, Soort.VOORSCHOT_INGETROKKEN, dossier, inhoud, mutatie)
    return beeld(h.sessie, dossier.melding)
