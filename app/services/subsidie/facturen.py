"""Facturen: recorded and judged at once, held for a person, judged by a person, taken back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.klant import Klant
from app.db.subsidie import betaling as db
from app.db.subsidie import subsidie as subsidies
from app.db.subsidie.betaling import Subsidiefactuur
from app.db.subsidie.subsidie import Subsidie, Subsidiestand, Subsidietermijn, Termijnstand
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.subsidie.factuur import Factuurfeiten, Factuurstand, stand_na, toetsen_factuur
from app.domain.subsidie.model import Regelingcode
from app.services.handeling import Handeling
from app.services.subsidie.betaalopdrachten import (
    FactuurbeoordelingOpdracht,
    FactuurintrekkingOpdracht,
    SubsidiefactuurOpdracht,
)
from app.services.subsidie.betaaltaak import werk_betaaltaak_bij
from app.services.subsidie.dienstverband import dienstverband_van
from app.services.subsidie.lezen import Subsidiebeeld, beeld, vind
from app.services.subsidie.regelingen import UITVOERINGEN
from app.services.subsidie.taken import Taaksoort, vraag
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast

_PROCENT = {"tegemoetkoming_procent"}
"""Figures that say which part of the wage costs on the payslip is paid."""


def dien_in(h: Handeling, opdracht: SubsidiefactuurOpdracht, subsidie_id: UUID) -> Subsidiebeeld:
    """Record an invoice and judge it: in order, held, or refused with the reason; the termijn follows.

    Raises Conflict for a number that this employer used before.
    """
    rij, klant = vind(h, subsidie_id, vergrendel=True)
    termijn = _termijn(h, rij, opdracht)
    assert rij.werkgever_id is not None
    if db.bestaat_factuur(h.sessie, rij.werkgever_id, opdracht.factuurnummer):
        raise Conflict("Deze werkgever stuurde al een factuur met dit nummer.", "factuur_bestaat_al")
    toetsen = toetsen_factuur(_feiten(h, rij, termijn, opdracht))
    stand = stand_na(toetsen)
    factuur = Subsidiefactuur(
        id=uuid7(),
        organisatie=rij.organisatie,
        klant_id=rij.klant_id,
        subsidie_id=rij.id,
        termijn_id=termijn.id,
        werkgever_id=rij.werkgever_id,
        **opdracht.model_dump(include={"factuurnummer", "factuurdatum", "bedrag", "loonkosten"}),
        akkoord_bedrag=opdracht.bedrag if stand is Factuurstand.AKKOORD else None,
        bijlagen=[bijlage.model_dump(mode="json") for bijlage in opdracht.bijlagen],
        toetsen=[toets.model_dump(mode="json") for toets in toetsen],
        stand=stand,
        reden=" ".join(toets.toelichting for toets in toetsen if toets.uitkomst != "voldaan") or None,
        ontvangen_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(factuur)
    _zet_termijn(h, klant, rij, termijn, factuur)
    inhoud = {"subsidieId": rij.id, "termijn": termijn.nummer, "bedrag": factuur.bedrag, "stand": stand}
    leg_vast(h, Inzetsoort.SUBSIDIEFACTUUR_ONTVANGEN, factuur, klant, inhoud)
    return beeld(h, rij)


def _termijn(h: Handeling, rij: Subsidie, opdracht: SubsidiefactuurOpdracht) -> Subsidietermijn:
    if not UITVOERINGEN[rij.regeling].regels.betaald_na_factuur:
        raise Conflict("Bij deze regeling wordt zonder factuur betaald.", "zonder_factuur")
    fouten = {}
    if opdracht.factuurdatum > h.vandaag:
        fouten["factuurdatum"] = "Geef een dag die niet in de toekomst ligt."
    alle = {termijn.nummer: termijn for termijn in subsidies.termijnen(h.sessie, [rij.id])}
    if not alle:
        raise Conflict("Er is niets toegekend; er kan niet worden gefactureerd.", "niet_toegekend")
    if opdracht.termijn not in alle:
        fouten["termijn"] = f"Kies een deel van 1 tot en met {len(alle)}."
    if fouten:
        raise OngeldigeInvoer(fouten)
    return alle[opdracht.termijn]


def _feiten(h: Handeling, rij: Subsidie, termijn: Subsidietermijn, opdracht: SubsidiefactuurOpdracht) -> Factuurfeiten:
    delen = [cijfer["waarde"] for cijfer in termijn.cijfers if cijfer["veld"] in _PROCENT]
    return Factuurfeiten(
        factuurdatum=opdracht.factuurdatum,
        bedrag=opdracht.bedrag,
        bijlagen=tuple(bijlage.soort for bijlage in opdracht.bijlagen),
        kan=termijn.stand is Termijnstand.OPEN and rij.stand in (Subsidiestand.TOEGEKEND, Subsidiestand.BEEINDIGD),
        termijnbedrag=termijn.bedrag,
        betaalbaar_vanaf=termijn.betaalbaar_vanaf,
        vereist=tuple(map(str, termijn.bijlagen)),
        einde_dienstverband=_einde(h, rij),
        loonkosten=opdracht.loonkosten,
        procent=Decimal(delen[0]) if delen else None,
        grondslag=UITVOERINGEN[Regelingcode(rij.regeling)].regels.grondslag,
    )


def _einde(h: Handeling, rij: Subsidie) -> date | None:
    """Return the end of the employment as it is known now, which may be earlier than when it was granted."""
    if rij.dienstverband_id is None:
        return None
    return dienstverband_van(h, rij.klant_id, rij.dienstverband_id).tot


def _zet_termijn(h: Handeling, klant: Klant, rij: Subsidie, termijn: Subsidietermijn, factuur: Subsidiefactuur) -> None:
    """Let the termijn follow its invoice; a refused one leaves the termijn as it was."""
    if factuur.stand is Factuurstand.GEWEIGERD:
        return
    akkoord = factuur.stand is Factuurstand.AKKOORD
    termijn.stand = Termijnstand.GEFACTUREERD if akkoord else Termijnstand.AANGEHOUDEN
    termijn.reden = None if akkoord else factuur.reden
    termijn.versie += 1
    if akkoord:
        werk_betaaltaak_bij(h, klant, rij)
    else:
        vraag(h, klant, rij, Taaksoort.FACTUUR)


def beoordeel(h: Handeling, opdracht: FactuurbeoordelingOpdracht, factuur_id: UUID) -> Subsidiebeeld:
    """Judge an invoice that was held: pay it, pay less, or refuse it."""
    factuur, rij, termijn, klant = _vind(h, factuur_id)
    h.controleer_versie(factuur)
    if factuur.stand is not Factuurstand.AANGEHOUDEN:
        raise Conflict(f"Deze factuur is {factuur.stand.value}.", "factuur_niet_aangehouden")
    hoogste = min(factuur.bedrag, termijn.bedrag)
    if opdracht.bedrag is not None and (opdracht.bedrag > hoogste or not opdracht.akkoord):
        raise OngeldigeInvoer({"bedrag": "Geef alleen bij akkoord een bedrag, niet hoger dan de factuur en dit deel."})
    factuur.stand = Factuurstand.AKKOORD if opdracht.akkoord else Factuurstand.GEWEIGERD
    factuur.akkoord_bedrag = (opdracht.bedrag or hoogste) if opdracht.akkoord else None
    factuur.reden, factuur.beoordeeld_door = opdracht.reden, h.actor.medewerker_id
    _sluit_factuurtaak(h, rij)
    if opdracht.akkoord:
        _zet_termijn(h, klant, rij, termijn, factuur)
    else:
        _maak_vrij(termijn)
    inhoud = {"subsidieId": rij.id, "stand": factuur.stand, "bedrag": factuur.akkoord_bedrag}
    leg_vast(h, Inzetsoort.SUBSIDIEFACTUUR_BEOORDEELD, factuur, klant, inhoud)
    return beeld(h, rij)


def trek_in(h: Handeling, opdracht: FactuurintrekkingOpdracht, factuur_id: UUID) -> Subsidiebeeld:
    """Take back an invoice that is not paid: it was wrong, and a right one can be recorded."""
    factuur, rij, termijn, klant = _vind(h, factuur_id)
    h.controleer_versie(factuur)
    vrij = factuur.stand in (Factuurstand.AKKOORD, Factuurstand.AANGEHOUDEN)
    lopend = [o for o in db.betaalopdrachten(h.sessie, [rij.id]) if o.factuur_id == factuur.id and o.loopt]
    if not vrij or lopend:
        raise Conflict(
            "Deze factuur is geweigerd, ingetrokken, of al ter betaling aangeboden.", "factuur_niet_in_te_trekken"
        )
    factuur.stand, factuur.reden, factuur.akkoord_bedrag = Factuurstand.INGETROKKEN, opdracht.reden, None
    _maak_vrij(termijn)
    _sluit_factuurtaak(h, rij)
    werk_betaaltaak_bij(h, klant, rij)
    leg_vast(h, Inzetsoort.SUBSIDIEFACTUUR_INGETROKKEN, factuur, klant, {"subsidieId": rij.id})
    return beeld(h, rij)


def _sluit_factuurtaak(h: Handeling, rij: Subsidie) -> None:
    """Close what asks to judge an invoice, unless another one is still held."""
    h.sessie.flush()
    if not any(factuur.stand is Factuurstand.AANGEHOUDEN for factuur in db.facturen(h.sessie, [rij.id])):
        sluit_taken(h, rij.id, Taaksoort.FACTUUR)


def _maak_vrij(termijn: Subsidietermijn) -> None:
    termijn.stand, termijn.reden = Termijnstand.OPEN, None
    termijn.versie += 1


def _vind(h: Handeling, factuur_id: UUID) -> tuple[Subsidiefactuur, Subsidie, Subsidietermijn, Klant]:
    """Find an invoice with what it is for, under the lock of the dossier."""
    factuur = db.factuur(h.sessie, h.actor, factuur_id)
    if factuur is None:
        raise NietGevonden("Deze factuur is niet gevonden.")
    rij, klant = vind(h, factuur.subsidie_id, vergrendel=True)
    h.sessie.refresh(factuur)
    return factuur, rij, h.sessie.get_one(Subsidietermijn, factuur.termijn_id, populate_existing=True), klant
