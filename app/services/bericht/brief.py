"""A message as a letter on the letterhead of the municipality, to print."""

from __future__ import annotations

from uuid import UUID

from app.db.brief.brief import Briefvorm
from app.domain.brief.beleid import BriefBeleid
from app.domain.brief.berichtbrief import berichtbrief
from app.domain.brief.opbouw import Omslag
from app.domain.kern.tijd import dag
from app.services.bericht.beheer import bekijk
from app.services.brief.adressering import adresseer, kenmerk
from app.services.brief.besluitbrieven import Gelezen
from app.services.brief.bewaren import MAAK, MEDIATYPE
from app.services.handeling import Handeling


def maak_op(h: Handeling, bericht_id: UUID, vorm: Briefvorm) -> Gelezen:
    """Return a message as a letter, with the letterhead of the day on which it was written and the present address."""
    beeld = bekijk(h, bericht_id)
    bericht, klant = beeld.bericht, beeld.klant
    beleid = h.beleid.geldend(BriefBeleid, klant.gemeente, dag(bericht.gemaakt_op)).beleid
    omslag = Omslag(
        geadresseerde=adresseer(h, klant, met_partner=False),
        datum=dag(bericht.verzonden_op or bericht.niet_voor),
        kenmerk=kenmerk(bericht.onderwerp_id, bericht.gemaakt_op.year),
    )
    brief = berichtbrief(bericht.onderwerp, bericht.inhoud, omslag, beleid)
    return Gelezen(klant.id, MAAK[vorm](brief), MEDIATYPE[vorm], None)
