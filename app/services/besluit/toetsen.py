"""Toetsing: another person than the besluiter says yes or no before a besluit leaves the house (DEV-MTR-505)."""

from __future__ import annotations

from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from app.db.besluit import Besluitstand, Besluitstatus, Besluittoetsing
from app.domain.kern.fouten import Conflict, Geweigerd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import niet_voldaan
from app.services.besluit.gevolgen import GEVOLGEN, vergrendel_onderwerp
from app.services.besluit.lezen import controleer_laatste, vind
from app.services.handeling import Handeling, Opdracht
from app.services.vastleggen import leg_vast


class ToetsingOpdracht(Opdracht):
    """Het oordeel van de toetser. Wie niet akkoord is, geeft een reden."""

    akkoord: bool = Field(examples=[True])
    reden: str | None = Field(
        default=None, min_length=5, max_length=2000, examples=["Feiten, grondslag en bedrag kloppen."]
    )


def toets_besluit(h: Handeling, opdracht: ToetsingOpdracht, besluit_id: UUID) -> Besluitstand:
    """Record the toetsing; a rejected besluit goes back and a new one may be taken.

    Raises Geweigerd for the besluiter or the adviseur, Conflict for a besluit that is not waiting for toetsing.
    """
    vergrendel_onderwerp(h, vind(h, besluit_id)[0].besluit)
    stand, klant = vind(h, besluit_id, vergrendel=True)
    besluit = stand.besluit
    if not opdracht.akkoord and opdracht.reden is None:
        raise OngeldigeInvoer({"reden": "Geef een reden als u niet akkoord bent."})
    controleer_laatste(h, besluit)
    if stand.status is not Besluitstatus.GENOMEN:
        raise Conflict(f"Dit besluit is al {stand.status.value}.", "al_getoetst")
    gevolgen = GEVOLGEN[besluit.soort]
    onderwerp = gevolgen.onderwerp(h, besluit.onderwerp_id)
    toetsen = gevolgen.toetsen_toetser(onderwerp, besluit, str(h.actor.medewerker_id))
    if bezwaar := niet_voldaan(toetsen):
        waarom = " ".join(toets.toelichting for toets in bezwaar)
        raise Geweigerd(f"U kunt dit besluit niet toetsen. {waarom}", bezwaar)
    toetsing = Besluittoetsing(
        id=uuid7(),
        organisatie=besluit.organisatie,
        klant_id=besluit.klant_id,
        besluit_id=besluit.id,
        toetser_id=h.actor.medewerker_id,
        akkoord=opdracht.akkoord,
        reden=opdracht.reden,
        tijdstip=h.nu,
    )
    h.sessie.add(toetsing)
    gevolgen.getoetst(h, klant, onderwerp, toetsing)
    leg_vast(h, Soort.BESLUIT_GETOETST, onderwerp, klant, {"besluitId": besluit.id, "akkoord": toetsing.akkoord})
    return Besluitstand(besluit, toetsing, None)
