"""Recording what happens to a voorziening, and taking back what was recorded wrongly."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.toekenning import feit as db
from app.db.toekenning.feit import Toekenningfeit
from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.toekenning.verloop import KAN_BIJ, dagfout
from app.services.handeling import Handeling
from app.services.toekenning.bewaking import beleid_van, laatste_dag_van
from app.services.toekenning.feitgevolgen import GEVOLGEN, TERUG
from app.services.toekenning.feitopdrachten import ToekenningfeitintrekkingOpdracht, Toekenningfeitmelding
from app.services.toekenning.lezen import Toekenningbeeld, beeld, moet_zijn, vind
from app.services.vastleggen import leg_vast


def leg_feit_vast(h: Handeling, opdracht: Toekenningfeitmelding, toekenning_id: UUID) -> Toekenningbeeld:
    """Record that something happened, with what follows from it.

    Raises Conflict where the stand does not allow it, OngeldigeInvoer for a day that cannot be, Geweigerd by the rules.
    """
    rij, klant = vind(h, toekenning_id, vergrendel=True)
    moet_zijn(rij, *sorted(KAN_BIJ[opdracht.soort]))
    laatste = laatste_dag_van(rij, beleid_van(h, klant))
    begin = rij.gestart_op or rij.van
    if fout := dagfout(opdracht.soort, opdracht.datum, begin, laatste, h.vandaag):
        raise OngeldigeInvoer({"datum": fout})
    feit = _rij(h, rij, opdracht)
    h.sessie.add(feit)
    GEVOLGEN[opdracht.soort](h, klant, rij, opdracht)
    leg_vast(h, Inzetsoort.TOEKENNING_FEIT_VASTGELEGD, rij, klant, _inhoud(feit))
    return beeld(h, rij)


def trek_feit_in(h: Handeling, opdracht: ToekenningfeitintrekkingOpdracht, feit_id: UUID) -> Toekenningbeeld:
    """Take back what was recorded wrongly; what followed from it is undone.

    Raises Conflict for what was withdrawn already, Geweigerd when something else rests on it.
    """
    feit = db.feit(h.sessie, h.actor, feit_id)
    if feit is None:
        raise NietGevonden("Dit is niet gevonden bij een voorziening.")
    rij, klant = vind(h, feit.toekenning_id, vergrendel=True)
    h.sessie.refresh(feit)
    if feit.ingetrokken_op is not None:
        raise Conflict("Dit is al ingetrokken.", "al_ingetrokken")
    feit.ingetrokken_op, feit.reden_intrekking = h.nu, opdracht.reden
    feit.versie += 1
    h.sessie.flush()
    if (terug := TERUG.get(feit.soort)) is not None:
        terug(h, klant, rij, feit)
    leg_vast(h, Inzetsoort.TOEKENNING_FEIT_INGETROKKEN, rij, klant, _inhoud(feit))
    return beeld(h, rij)


def _rij(h: Handeling, rij: Toekenning, opdracht: Toekenningfeitmelding) -> Toekenningfeit:
    return Toekenningfeit(
        id=uuid7(),
        organisatie=rij.organisatie,
        klant_id=rij.klant_id,
        toekenning_id=rij.id,
        soort=opdracht.soort,
        datum=opdracht.datum,
        inhoud=opdracht.model_dump(mode="json", exclude={"soort", "datum"}),
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
        versie=1,
    )


def _inhoud(feit: Toekenningfeit) -> dict[str, Any]:
    """Return what the gebeurtenis tells: no words, and of the kind only its code."""
    return {"feitId": feit.id, "soort": feit.soort, "datum": feit.datum}
