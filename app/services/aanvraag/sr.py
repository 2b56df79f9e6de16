"""Step 9: the sociale recherche screens each aanvraag for fraud signals."""

from __future__ import annotations

from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from app.db.aanvraag.aanvraag import SrScreening
from app.domain.aanvraag.soorten import Aanvraagstatus, SrResultaat
from app.domain.aanvraag.stappen import toets_aan_de_beurt
from app.domain.aanvraag.taken import Taaksoort
from app.domain.kern.fouten import Geweigerd
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import niet_voldaan
from app.services.aanvraag.dossier import (
    Aanvraagbeeld,
    beeld,
    leg_samen_vast,
    open_aanvraag,
    stappen_van,
)
from app.services.aanvraag.sluiten import vraag
from app.services.aanvraag.stappen import Reden
from app.services.aanvraag.stapregels import klaar_met, vink, werk_taken_bij
from app.services.handeling import Handeling, Opdracht

_SCREENEN = 9


class SrScreeningOpdracht(Opdracht):
    """De uitkomst van de screening op fraudesignalen."""

    resultaat: SrResultaat = Field(examples=["geen_signalen"])
    toelichting: Reden | None = None


def screen(h: Handeling, opdracht: SrScreeningOpdracht, aanvraag_id: UUID) -> Aanvraagbeeld:
    """Record the screening (DEV-AAN-010); an assessment by a rechercheur leaves the step open until it is there.

    The gebeurtenis tells that there was a screening, never what it gave.
    """
    d = open_aanvraag(h, aanvraag_id, Aanvraagstatus.IN_BEHANDELING)
    if bezwaar := niet_voldaan([toets_aan_de_beurt(_SCREENEN, stappen_van(h, d.aanvraag))]):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)
    h.sessie.add(
        SrScreening(
            id=uuid7(),
            organisatie=h.actor.organisatie,
            klant_id=d.klant.id,
            aanvraag_id=d.aanvraag.id,
            resultaat=opdracht.resultaat,
            toelichting=opdracht.toelichting,
            tijdstip=h.nu,
            medewerker_id=h.actor.medewerker_id,
        )
    )
    leg_samen_vast(h, Soort.AANVRAAG_BIJGEWERKT, d, {})
    if opdracht.resultaat is SrResultaat.BEOORDELING_RECHERCHEUR:
        vraag(h, d, Taaksoort.SR_BEOORDELEN)
        return beeld(h, d)
    klaar_met(h, d, Taaksoort.SR_SCREENEN, Taaksoort.SR_BEOORDELEN, Taaksoort.SR_ONDERZOEK)
    if opdracht.resultaat is SrResultaat.ONDERZOEK_NODIG:
        vraag(h, d, Taaksoort.SR_ONDERZOEK)
    if not stappen_van(h, d.aanvraag)[_SCREENEN - 1].af:
        vink(h, d, _SCREENEN, ["sr_gescreend"], datum=h.vandaag)
    werk_taken_bij(h, d)
    return beeld(h, d)
