"""Bekendmaking: a besluit that was checked is sent, works, and can be objected to (Awb 3:40, 3:41, 6:7, 6:8)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from app.db.besluit import Bekendmaking, Besluitstand, Verzendwijze
from app.db.brief.brief import Briefvorm
from app.db.klant import Klant
from app.domain.besluit.bekendmaking import bezwaartermijn, toets_voor_ingang
from app.domain.kern.fouten import Conflict, Geweigerd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.termijnen import Termijn
from app.domain.kern.tijd import dag
from app.domain.kern.toets import niet_voldaan
from app.services.besluit.gevolgen import GEVOLGEN, vergrendel_onderwerp
from app.services.besluit.lezen import beslissing_van, bewaard_beleid, controleer_laatste, te_vervangen, vind
from app.services.besluit.rekenaars import REKENAARS
from app.services.brief.besluitbrieven import bewaar_besluitbrief
from app.services.handeling import Handeling, Opdracht
from app.services.taak import bewaak
from app.services.vastleggen import leg_vast


class BekendmakingOpdracht(Opdracht):
    """Wanneer en hoe de beschikking is verzonden."""

    verzonden_op: date = Field(examples=["2026-05-26"])
    wijze: Verzendwijze = Field(default=Verzendwijze.POST)


def maak_bekend(h: Handeling, opdracht: BekendmakingOpdracht, besluit_id: UUID) -> Besluitstand:
    """Record the dispatch, start the term for bezwaar, and offer the mutatie if there is one.

    Raises Conflict without an approving toetsing or when what it replaces stands no longer, Geweigerd when the besluit
    would work back.
    """
    vergrendel_onderwerp(h, vind(h, besluit_id)[0].besluit)
    stand, klant = vind(h, besluit_id, vergrendel=True)
    besluit = stand.besluit
    controleer_laatste(h, besluit)
    _controleer(h, opdracht.verzonden_op, stand, klant)
    rekenaar = REKENAARS[besluit.soort]
    weken = rekenaar.bezwaar_weken(bewaard_beleid(h, besluit))
    termijn = bezwaartermijn(opdracht.verzonden_op, weken, rekenaar.rechtsmiddel)
    rij = _rij(h, opdracht, stand, termijn)
    h.sessie.add(rij)
    bewaak(h, termijn, klant, besluit.id)
    gevolgen = GEVOLGEN[besluit.soort]
    onderwerp = gevolgen.onderwerp(h, besluit.onderwerp_id)
    mutatie = gevolgen.bekendgemaakt(h, onderwerp, besluit)
    brief = bewaar_besluitbrief(h, besluit, klant, rij)
    inhoud = {
        "besluitId": besluit.id,
        "soort": besluit.soort,
        "dictum": besluit.dictum,
        "verzondenOp": rij.verzonden_op,
        "bezwaarTotEnMet": termijn.einde,
        "vervangt": besluit.vervangt,
        "briefId": brief.brief.id,
        "briefSha256": brief.sha256[Briefvorm.PDF],
    }
    leg_vast(h, Soort.BESLUIT_BEKENDGEMAAKT, onderwerp, klant, inhoud, mutatie)
    return Besluitstand(besluit, stand.toetsing, rij)


def _controleer(h: Handeling, verzonden_op: date, stand: Besluitstand, klant: Klant) -> None:
    if stand.bekendmaking is not None:
        raise Conflict("Dit besluit is al verzonden.", "al_verzonden")
    if stand.besluit.vervangt is not None:
        te_vervangen(h, stand.besluit.vervangt)
    if not dag(_gereed_op(h, stand, klant)) <= verzonden_op <= h.vandaag:
        raise OngeldigeInvoer({"verzondenOp": "Geef een dag vanaf de toetsing tot en met vandaag."})
    ingang = REKENAARS[stand.besluit.soort].ingang(beslissing_van(stand.besluit))
    if te_laat := niet_voldaan([toets_voor_ingang(verzonden_op, ingang)]):
        raise Geweigerd("Dit besluit zou terugwerken; neem een nieuw besluit.", te_laat, "werkt_terug")


def _gereed_op(h: Handeling, stand: Besluitstand, klant: Klant) -> datetime:
    """Return when the besluit could be sent: after an approving toetsing, which policy may not ask of every dictum."""
    nodig = GEVOLGEN[stand.besluit.soort].toetsing_nodig(h, klant, stand.besluit)
    if stand.toetsing is None and not nodig:
        return stand.besluit.genomen_op
    if stand.toetsing is None or not stand.toetsing.akkoord:
        raise Conflict("Verzenden kan pas na een akkoord van de toetser.", "niet_getoetst")
    return stand.toetsing.tijdstip


def _rij(h: Handeling, opdracht: BekendmakingOpdracht, stand: Besluitstand, termijn: Termijn) -> Bekendmaking:
    return Bekendmaking(
        id=uuid7(),
        organisatie=stand.besluit.organisatie,
        klant_id=stand.besluit.klant_id,
        besluit_id=stand.besluit.id,
        verzonden_op=opdracht.verzonden_op,
        wijze=opdracht.wijze,
        bezwaartermijn=termijn.model_dump(mode="json"),
        verzonden_door=h.actor.medewerker_id,
        tijdstip=h.nu,
        vervangt=stand.besluit.vervangt,
    )
