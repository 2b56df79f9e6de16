"""The presentielijst of a kick-off: the whole list in one call, and correcting it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from app.db import afspraak as db
from app.db.afspraak import Bijeenkomst, Bijeenkomststatus
from app.domain.agenda.soorten import Agendastatus
from app.domain.kern.fouten import Conflict, NietBevoegd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.services.afspraak.beeld import Bijeenkomstbeeld, bijeenkomstbeeld
from app.services.afspraak.kick_off import deelnames_van, rond_kick_off_af, zet_deelname
from app.services.afspraak.opdrachten import PresentielijstOpdracht, PresentieOpdracht
from app.services.afspraak.uitkomst import leg_uitkomst_vast, reden_ontbreekt
from app.services.afspraak.werkverdeling import Verdeling
from app.services.agenda.boeken import sluit_punt
from app.services.handeling import Handeling
from app.services.vastleggen import leg_vast, log_verwerking


def verwerk_lijst(h: Handeling, opdracht: PresentielijstOpdracht, bijeenkomst_id: UUID) -> Bijeenkomstbeeld:
    """Record or correct how the kick-off went for everybody who was invited (DEV-NOS-003 to DEV-NOS-508).

    Locks the bijeenkomst, then the klanten in the order of their id. Raises OngeldigeInvoer with all that is wrong with
    the list, Conflict before the bijeenkomst has begun or when a correction would undo a decision.
    """
    bijeenkomst = _vergrendel(h, bijeenkomst_id)
    h.controleer_versie(bijeenkomst)
    nummers = db.klant_ids(h.sessie, h.actor, bijeenkomst.id)
    _controleer_stand(h, bijeenkomst, len(nummers))
    _controleer_lijst(opdracht.deelnemers, nummers)
    deelnames = deelnames_van(h, bijeenkomst, opdracht)
    klanten = {nummer: h.klant(nummer) for nummer in nummers}
    afspraken = {afspraak.klant_id: afspraak for afspraak, _ in db.deelnames(h.sessie, h.actor, bijeenkomst.id)}
    verdeling = Verdeling(bijeenkomst, klanten.values())
    gelijk: list[UUID] = []
    for regel in sorted(opdracht.deelnemers, key=lambda regel: regel.klant_id):
        klant, afspraak = klanten[regel.klant_id], afspraken[regel.klant_id]
        verdeling.wijs_toe(h, klant)
        zet_deelname(afspraak, deelnames.get(klant.id))
        if not leg_uitkomst_vast(h, klant, afspraak, regel.uitkomst, regel.reden):
            gelijk.append(klant.id)
    rond_kick_off_af(h, bijeenkomst, opdracht)
    sluit_punt(h, bijeenkomst.id, Agendastatus.VERSCHENEN)
    telling = Counter(regel.uitkomst for regel in opdracht.deelnemers)
    leg_vast(
        h,
        Soort.BIJEENKOMST_GEHOUDEN,
        bijeenkomst,
        None,
        {uitkomst.value: aantal for uitkomst, aantal in telling.items()},
    )
    log_verwerking(h, gelijk, "gelezen")
    return bijeenkomstbeeld(h, bijeenkomst)


def _vergrendel(h: Handeling, bijeenkomst_id: UUID) -> Bijeenkomst:
    """Lock this bijeenkomst and those of later invitations, which a correction may withdraw."""
    db.vergrendel(h.sessie, [bijeenkomst_id, *db.latere_bijeenkomsten(h.sessie, bijeenkomst_id)])
    bijeenkomst = db.bijeenkomst(h.sessie, h.actor, bijeenkomst_id)
    if bijeenkomst is None:
        raise NietGevonden("Deze bijeenkomst is niet gevonden.")
    return bijeenkomst


def _controleer_stand(h: Handeling, bijeenkomst: Bijeenkomst, zichtbaar: int) -> None:
    if bijeenkomst.status is Bijeenkomststatus.VERVALLEN:
        raise Conflict("Deze bijeenkomst is vervallen.", "bijeenkomst_vervallen")
    if h.nu < bijeenkomst.begint:
        raise Conflict("De bijeenkomst is nog niet begonnen; de presentielijst kan daarna.", "nog_niet_begonnen")
    if zichtbaar != bijeenkomst.ingeschreven:
        raise NietBevoegd("Er zijn deelnemers die u niet mag zien; laat Team Ondersteuning de lijst verwerken.")


def _controleer_lijst(regels: Sequence[PresentieOpdracht], uitgenodigd: Sequence[UUID]) -> None:
    """Refuse a list that is not about exactly the invited klanten, with every error at once."""
    fouten: dict[str, str] = {}
    gezien: set[UUID] = set()
    for plek, regel in enumerate(regels):
        if regel.klant_id not in uitgenodigd:
            fouten[f"deelnemers.{plek}.klantId"] = "Deze klant is niet uitgenodigd voor deze bijeenkomst."
        elif regel.klant_id in gezien:
            fouten[f"deelnemers.{plek}.klantId"] = "Deze klant staat dubbel op de lijst."
        if reden_ontbreekt(regel.uitkomst, regel.reden):
            fouten[f"deelnemers.{plek}.reden"] = "Geef de reden."
        gezien.add(regel.klant_id)
    if mist := [str(nummer) for nummer in uitgenodigd if nummer not in gezien]:
        fouten["deelnemers"] = f"Elke uitgenodigde klant hoort op de lijst; er ontbreken: {', '.join(mist)}."
    if fouten:
        raise OngeldigeInvoer(fouten)
