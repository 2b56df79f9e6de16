"""The end of an opschorting: repaired, given up or lapsed; what was held is paid (Participatiewet 54)."""

from __future__ import annotations

from uuid import UUID

from app.db.blokkering import blokkering as blokkeringen
from app.db.blokkering.blokkering import Blokkering
from app.db.blokkering.opschorting import Opschorting, Opschortingstand
from app.db.klant import Klant
from app.db.taak import Taakstatus, Termijnstatus
from app.domain.blokkering.soorten import RedenOpheffing
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.services.blokkering.besluitopdrachten import OpschortingafsluitingOpdracht, Opschortingeinde
from app.services.blokkering.blokkeren import beeindig
from app.services.blokkering.intrekken import laat_vervallen as laat_intrekking_vervallen
from app.services.blokkering.intrekken import lopende
from app.services.blokkering.opdrachten import OpheffingOpdracht
from app.services.blokkering.opschorten import BEZIG, laat_vervallen, moet_zijn, vind
from app.services.handeling import Handeling
from app.services.taak import sluit_taken, sluit_termijnen
from app.services.vastleggen import leg_vast

_REDEN = {
    Opschortingeinde.HERSTELD: RedenOpheffing.VERZUIM_HERSTELD,
    Opschortingeinde.BEEINDIGD: RedenOpheffing.ANDERS,
}


def sluit_opschorting(h: Handeling, opdracht: OpschortingafsluitingOpdracht, opschorting_id: UUID) -> Opschorting:
    """End an opschorting. Once it runs, the uitkeringsadministratie pays what was held, and a block is released."""
    rij, klant = vind(h, opschorting_id, vergrendel=True)
    h.controleer_versie(rij)
    if opdracht.uitkomst is Opschortingeinde.VERVALLEN:
        moet_zijn(rij, *BEZIG)
        rij.reden = opdracht.reden
        laat_vervallen(h, rij)
        leg_vast(h, Soort.OPSCHORTING_GESLOTEN, rij, klant, {"status": rij.status})
        return rij
    moet_zijn(rij, Opschortingstand.LOPEND)
    beeindig_opschorting(h, klant, rij, opdracht, blokkeringen.lopende(h.sessie, klant.id))
    return rij


def beeindig_opschorting(
    h: Handeling, klant: Klant, rij: Opschorting, opdracht: OpschortingafsluitingOpdracht, blok: Blokkering | None
) -> None:
    """End an opschorting that had effect, pay what was held, and release ``blok``, the block that belongs to it."""
    dag = opdracht.hersteld_op or h.vandaag
    if not rij.van <= dag <= h.vandaag:
        raise OngeldigeInvoer({"hersteldOp": "Kies een dag vanaf het begin van de opschorting tot en met vandaag."})
    rij.status, rij.gesloten_op, rij.reden = Opschortingstand(opdracht.uitkomst.value), h.vandaag, opdracht.reden
    ruim_op(h, rij)
    mutatie = {
        "soort": "opschorting_beeindigd",
        "opschortingId": rij.id,
        "van": rij.van,
        "tot": h.vandaag,
        "nabetalen": True,
    }
    inhoud = {
        "status": rij.status,
        "dag": dag,
        "opTijd": rij.herstel_tot_en_met is None or dag <= rij.herstel_tot_en_met,
    }
    leg_vast(h, Soort.OPSCHORTING_GESLOTEN, rij, klant, inhoud, mutatie)
    if (intrekking := lopende(h, rij)) is not None:
        laat_intrekking_vervallen(h, klant, intrekking, opdracht.reden)
    if blok is not None:
        beeindig(h, klant, blok, OpheffingOpdracht(reden=_REDEN[opdracht.uitkomst], toelichting=opdracht.reden))


def ruim_op(h: Handeling, rij: Opschorting) -> None:
    """End what was watched and asked about an opschorting."""
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    sluit_termijnen(h, rij.id, status=Termijnstatus.GEHAALD)
