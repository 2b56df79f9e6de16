"""The iCalendar file of an appointment or a screening, on request."""

from __future__ import annotations

from uuid import UUID

from app.db import afspraak as afspraken
from app.db.agenda import punt as agenda
from app.db.intake import screening as screeningen
from app.db.klant import Klant
from app.domain.agenda.soorten import Agendastatus
from app.domain.bericht.beleid import BerichtBeleid
from app.domain.kern.fouten import NietGevonden
from app.services.afspraak.melden import moment_van
from app.services.bericht.ics import als_ics
from app.services.bericht.moment import Gespreksmoment, moment_van_punt
from app.services.handeling import Handeling

_WEG = frozenset({Agendastatus.VERVALLEN, Agendastatus.AFGEMELD, Agendastatus.VERZET})


def afspraakbestand(h: Handeling, afspraak_id: UUID) -> tuple[str, UUID]:
    """Return an appointment as iCalendar, and whose it is; a cancelled one says so."""
    afspraak = afspraken.afspraak(h.sessie, h.actor, afspraak_id)
    if afspraak is None:
        raise NietGevonden("Deze afspraak is niet gevonden.")
    klant = h.klant(afspraak.klant_id, vergrendel=False)
    return _bestand(h, klant, moment_van(h, afspraak, klant), weg=afspraak.vervallen_op is not None), klant.id


def screeningbestand(h: Handeling, screening_id: UUID) -> tuple[str, UUID]:
    """Return a screening as iCalendar, and whose it is; one that was moved or cancelled says so."""
    screening = screeningen.screening(h.sessie, screening_id)
    punt = agenda.punt_van(h.sessie, screening_id)
    if screening is None or punt is None:
        raise NietGevonden("Deze screening is niet gevonden, of staat niet in de agenda.")
    klant = h.klant(screening.klant_id, vergrendel=False)
    return _bestand(h, klant, moment_van_punt(h, punt), weg=punt.status in _WEG), klant.id


def _bestand(h: Handeling, klant: Klant, moment: Gespreksmoment, *, weg: bool) -> str:
    afzender = h.beleid.geldend(BerichtBeleid, klant.gemeente, h.vandaag).beleid.afzender.waarde
    return als_ics(moment, afzender, h.nu, afgezegd=weg)
