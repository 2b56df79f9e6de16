"""Cancelling a planned screeningsgesprek without another moment: the melding stays, and waits to be planned again."""

from __future__ import annotations

from uuid import UUID

from app.db.intake import screening as db
from app.db.intake.beeld import Meldingbeeld, beeld
from app.db.intake.melding import Meldingstatus
from app.db.intake.screening import Screeningstatus
from app.db.taak import Taakstatus
from app.domain.agenda.soorten import Agendastatus
from app.domain.intake.vervolg import taken_na_melding
from app.domain.kern.fouten import Conflict
from app.domain.kern.gebeurtenis import Soort
from app.services.agenda.boeken import sluit_punt
from app.services.handeling import Handeling
from app.services.intake.dossier import beleid_van, leg_samen_vast, open_dossier
from app.services.intake.opdrachten import ScreeningsafzeggingOpdracht
from app.services.intake.termijnen import termijnen_van
from app.services.taak import Bestemming, maak_taak, sluit_taken


def zeg_af(h: Handeling, opdracht: ScreeningsafzeggingOpdracht, melding_id: UUID) -> Meldingbeeld:
    """Cancel the planned screeningsgesprek; nobody was a no-show, and the term runs on (DEV-MEL-004).

    Raises Conflict when nothing is planned any more.
    """
    dossier = open_dossier(h, melding_id, Meldingstatus.OPEN)
    gepland = db.geplande(h.sessie, melding_id)
    if gepland is None:
        raise Conflict("Er staat geen screeningsgesprek gepland.", "geen_gesprek")
    gepland.status = Screeningstatus.VERVALLEN
    gepland.toelichting = opdracht.reden
    sluit_punt(h, gepland.id, Agendastatus.AFGEMELD if opdracht.door_klant else Agendastatus.VERVALLEN)
    sluit_taken(h, melding_id, "screening_houden", status=Taakstatus.VERVALLEN)
    for voorstel in taken_na_melding(termijnen_van(dossier, beleid_van(h, dossier.melding).beleid)):
        if voorstel.soort == "screening_plannen":
            maak_taak(h, voorstel, Bestemming(melding_id, dossier.klant))
    leg_samen_vast(h, Soort.SCREENING_AFGEZEGD, dossier, {"screeningId": gepland.id, "doorKlant": opdracht.door_klant})
    return beeld(h.sessie, dossier.melding)
