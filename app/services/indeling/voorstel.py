"""Proposing a klantgroep: the criteria of all four, met, not met or undetermined."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7

from app import CODEVERSIE
from app.db import beleidspakket
from app.db import indeling as db
from app.db.indeling import Indelingsvoorstel
from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.gesprek import toets_gesprek_gehouden
from app.domain.indeling.voorstel import stel_voor
from app.domain.kern.fouten import Geweigerd, NietGevonden
from app.domain.kern.gebeurtenis import Soort
from app.services.doelgroep.school import is_overgedragen
from app.services.handeling import Handeling
from app.services.indeling.feiten import indelingsfeiten
from app.services.indeling.opdrachten import VoorstelOpdracht
from app.services.vastleggen import Eenmalig, leg_vast


def stel_klantgroep_voor(h: Handeling, opdracht: VoorstelOpdracht, klant_id: UUID) -> Indelingsvoorstel:
    """Compute and keep a proposal (DEV-KGR-002 to DEV-KGR-006).

    Raises Geweigerd without an ambitiegesprek, unless the school handed over a vso-pro jongere (DEV-JON-009).
    """
    klant = h.klant(klant_id)
    gesprekken = db.gesprekken(h.sessie, klant.id)
    gesprek = gesprekken[0] if gesprekken else None
    if gesprek is None and not is_overgedragen(h, klant):
        raise Geweigerd("Er is nog geen ambitiegesprek vastgelegd.", (toets_gesprek_gehouden(None),))
    versie = h.beleid.geldend(IndelingBeleid, klant.gemeente, h.vandaag)
    feiten = indelingsfeiten(h, klant, gesprek, opdracht, eerste=klant.klantgroep is None)
    uitkomst = stel_voor(feiten, versie.beleid)
    beleidspakket.bewaar(h.sessie, versie, h.nu)
    rij = Indelingsvoorstel(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        gesprek_id=gesprek.id if gesprek else None,
        klantgroep=uitkomst.klantgroep,
        voorstel=uitkomst.model_dump(mode="json"),
        feiten=feiten.model_dump(mode="json"),
        peildatum=h.vandaag,
        beleid_id=versie.id,
        beleid_sha256=versie.sha256,
        codeversie=CODEVERSIE,
        gemaakt_op=h.nu,
        gemaakt_door=h.actor.medewerker_id,
    )
    h.sessie.add(rij)
    inhoud = {"klantgroep": uitkomst.klantgroep, "twijfel": uitkomst.twijfel, "gesprekId": rij.gesprek_id}
    leg_vast(h, Soort.KLANTGROEP_VOORGESTELD, Eenmalig(rij.id), klant, inhoud)
    return rij


def bekijk_voorstel(h: Handeling, klant_id: UUID, voorstel_id: UUID) -> Indelingsvoorstel:
    """Find a proposal of a readable klant. Raises NietGevonden."""
    rij = db.voorstel(h.sessie, h.klant(klant_id, vergrendel=False).id, voorstel_id)
    if rij is None:
        raise NietGevonden("Dit voorstel is niet gevonden.")
    return rij
